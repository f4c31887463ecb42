"""Catalog: merchants and their listings, products, variants, prices, offers per market, stock and search.

May import: localization.
Public face: `services`, `selectors`, `events`, `states`, `values`, `pricing`.
Its rules live in: `pricing.py` (a price in a market), `search_terms.py` (how text becomes search terms), `states.py`.
"""
