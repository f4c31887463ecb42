"""Tests of landed cost."""
