"""Shop: settings, URLs, accounts, storefront, API, webhook doors and the back-office frame.

May import: every app below (orders, payments, logistics, catalog, localization).
Its rules live in: `settings/` (the environment), `schedule.py` (what runs when), `storefront/market.py` (the market of a visit).
"""

from shop.celery import app as celery_app

__all__ = ["celery_app"]
