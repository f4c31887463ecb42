"""Tests of reading and compiling tariff packs."""
