"""Tests of the back office of logistics."""
