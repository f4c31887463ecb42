"""Tests of the shape of the house: what no reviewer should have to look for."""
