"""How the back office looks and what its side bar offers."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _


def _entry(title: Any, icon: str, model: str) -> dict[str, Any]:
    """A side bar entry, shown to whoever may view that model's rows."""
    app, name = model.split(".")
    return {
        "title": title,
        "icon": icon,
        "link": reverse_lazy(f"admin:{app}_{name}_changelist"),
        "permission": lambda request: request.user.has_perm(f"{app}.view_{name}"),
    }


UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Causeway",
    "SITE_HEADER": "Causeway",
    "SITE_SYMBOL": "conversion_path",
    "SITE_URL": "/",
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_LANGUAGES": True,
    "DASHBOARD_CALLBACK": "shop.backoffice.start.start_page",
    "BORDER_RADIUS": "4px",
    "SIDEBAR": {
        "show_search": False,
        "show_all_applications": False,
        "navigation": [
            {
                "title": _("Selling"),
                "items": [
                    {
                        "title": _("What needs doing"),
                        "icon": "checklist",
                        "link": reverse_lazy("admin:index"),
                    },
                    _entry(_("Orders"), "receipt_long", "orders.order"),
                    _entry(_("Products"), "checkroom", "catalog.product"),
                    _entry(_("Stock"), "inventory_2", "catalog.stocklevel"),
                    _entry(_("Offers"), "sell", "catalog.offer"),
                    _entry(_("Merchants"), "storefront", "catalog.merchant"),
                ],
            },
            {
                "title": _("Shipping and customs"),
                "separator": True,
                "items": [
                    _entry(_("Shipments"), "local_shipping", "logistics.shipment"),
                    _entry(_("Declarations"), "assignment", "logistics.declaration"),
                    _entry(_("Tariff packs"), "gavel", "logistics.tariffpack"),
                ],
            },
            {
                "title": _("Money"),
                "separator": True,
                "items": [
                    _entry(_("Payments"), "credit_card", "payments.payment"),
                    _entry(_("Refunds"), "undo", "payments.refund"),
                    _entry(_("Journal"), "menu_book", "payments.journalentry"),
                    _entry(_("Exchange rates"), "currency_exchange", "localization.exchangerate"),
                ],
            },
            {
                "title": _("House"),
                "separator": True,
                "items": [
                    _entry(_("Markets"), "public", "localization.market"),
                    _entry(_("Users"), "group", "accounts.user"),
                ],
            },
        ],
    },
}
