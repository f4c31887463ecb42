"""Localization: markets, territories, languages, addresses, exchange rates, money and the lifecycle guard.

May import: nothing of ours.
Public face: `services`, `selectors`, and the value modules (`money`, `clock`, `refusals`, `lifecycle`, `places`,
`addresses`, `measures`, `languages`, `formats`).
Its rules live in: `money.py` (rounding, sharing, splitting), `places.py` (customs territories), `lifecycle.py` (state moves).
"""
