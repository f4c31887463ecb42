"""The pages of an account: parse, call one thing, show."""
