"""Tests of the packs the shop ships, destination by destination."""
