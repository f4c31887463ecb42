"""The values orders takes and answers: requests, the frozen quote, and what pages show."""
