"""Logistics: landed cost and tariff packs, freight services, shipments, tracking and customs declarations.

May import: localization.
Public face: `services`, `selectors`, `events`, `states`, `landed_cost`, `values`, `tracking`, `declarations`, `s10`.
Its rules live in: `landed_cost/` (duty, tax, fees), `tracking.py` (the timeline), `s10.py`, `declarations.py`, `states.py`.
"""
