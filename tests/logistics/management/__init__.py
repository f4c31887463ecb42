"""Tests of the commands of logistics."""
