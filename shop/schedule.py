"""What runs by the clock: one row per job, each with the sentence that says why. Beat may run twice or late."""

from typing import Any

from celery.schedules import crontab

BEAT: dict[str, dict[str, Any]] = {
    # A lost message costs a minute, not a payment: every wish that was written down is found again.
    "sweep payments": {"task": "payments.tasks.sweep_payments", "schedule": 30},
    # Open orders look at the facts again; unpaid ones give their stock back.
    "sweep orders": {"task": "orders.tasks.sweep_orders", "schedule": 30},
    # Parcels whose booking, hand-over or news got lost on the way.
    "sweep shipments": {"task": "logistics.sweep_shipments", "schedule": 15},
    # Declarations not filed, answers not sent, and what customs said while nobody heard.
    "sweep declarations": {"task": "logistics.sweep_declarations", "schedule": 15},
    # Stock held for a checkout that nobody finished goes back on the shelf.
    "release expired holds": {"task": "catalog.tasks.release_expired_holds", "schedule": 60},
    # What the listings say of stock, put right after a lost message.
    "refresh stock": {"task": "catalog.tasks.refresh_stock_everywhere", "schedule": 300},
    # The books are proved while everybody is awake enough to look.
    "prove the books": {"task": "payments.tasks.prove_books", "schedule": 300},
    # The ECB publishes at about 16:00 CET on working days; three tries cover a late day.
    "fetch exchange rates": {
        "task": "localization.tasks.fetch_rates",
        "schedule": crontab(minute="20", hour="15,16,18", day_of_week="mon-fri"),
    },
    # Delivered prices follow the day's rates and tariffs.
    "refresh all offers": {
        "task": "orders.tasks.refresh_all_offers",
        "schedule": crontab(minute="40", hour="18"),
    },
    # What customs asked of a buyer is kept no longer than customs may ask again.
    "erase identifiers": {"task": "orders.tasks.erase_identifiers", "schedule": crontab(minute="10")},
    # A session that is over holds an address, and what customs asked for: it goes.
    "clear sessions": {
        "task": "shop.accounts.tasks.clear_sessions",
        "schedule": crontab(minute="25", hour="3"),
    },
    # The demo world: the sandbox's clock, and the stand-in for merchants (both idle without a sandbox).
    "turn the world": {"task": "shop.demo.tasks.turn_the_world", "schedule": 1},
    "dispatch waiting": {"task": "shop.demo.tasks.dispatch_waiting", "schedule": 3},
}
