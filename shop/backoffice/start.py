"""The start page of the back office: what needs doing, the newest orders and the orders of each day."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from localization.admin.scope import merchant_ids
from orders.selectors.office import RecentOrder, orders_per_day, recent_orders
from payments.selectors import trial_totals
from shop.backoffice.todo import Todo, todos

_CHART_OPTIONS = {
    "maintainAspectRatio": False,
    "animation": False,
    "barPercentage": 0.6,
    "plugins": {"legend": {"display": False}},
    "scales": {
        "x": {"grid": {"display": False}},
        "y": {"beginAtZero": True, "suggestedMax": 4, "ticks": {"precision": 0, "maxTicksLimit": 5}},
    },
}


@dataclass(frozen=True)
class StartPage:
    """All the page shows. `chart` is Chart.js data; `books` "balanced" or "broken" for operators, "" for merchants."""

    todos: tuple[Todo, ...]
    orders: tuple[RecentOrder, ...]
    chart: str
    chart_options: str
    placed: int
    books: str


def start_page(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The context of the admin's index. The number of queries does not depend on how much there is to show."""
    ids = merchant_ids(request)
    per_day = orders_per_day(ids)
    page = StartPage(
        todos=todos(ids),
        orders=recent_orders(ids),
        chart=_chart(per_day),
        chart_options=json.dumps(_CHART_OPTIONS),
        placed=sum(per_day.values()),
        books=_books() if ids is None else "",
    )
    return {**context, "title": _("What needs doing"), "start": page}


def _chart(per_day: Mapping[date, int]) -> str:
    bars = {
        "label": _("Orders"),
        "data": list(per_day.values()),
        "backgroundColor": "var(--color-primary-600)",
    }
    labels = [date_format(day, "MONTH_DAY_FORMAT") for day in per_day]
    return json.dumps({"labels": labels, "datasets": [bars]})


def _books() -> str:
    return "broken" if any(total.amount for total in trial_totals()) else "balanced"
