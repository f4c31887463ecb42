"""Accounts: sign-in, address book, data and leaving."""
