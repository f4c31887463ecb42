"""Tests at the paths of the code they prove."""
