"""Payments: payments, refunds, gateways and the double-entry ledger.

May import: localization.
Public face: `services`, `selectors`, `events`, `states`, `ledger`, `values`.
Its rules live in: `ledger.py` (which postings an event makes), `states.py` (which moves a payment may make).
"""
