"""Orders: cart, quote, order and its history; composes what a purchase needs from the apps below.

May import: payments, logistics, catalog, localization.
Public face: `services`, `selectors`, `events`, `states`, `values`.
Its rules live in: `progress.py` (next state and what an order still owes), `quoting.py` (how facts become a quote), `states.py`.
"""
