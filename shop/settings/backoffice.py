"""How the back office looks and what its side bar offers."""

from typing import Any

from django.templatetags.static import static
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


# The storefront's accent in the steps the admin theme asks for.
_TERRACOTTA = {
    "50": "#fdf4f1",
    "100": "#fbe5de",
    "200": "#f7cbbd",
    "300": "#f2ab94",
    "400": "#f1896b",
    "500": "#d95f3d",
    "600": "#a8391f",
    "700": "#872b15",
    "800": "#6b2413",
    "900": "#4f1c10",
    "950": "#2c0f08",
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
    "LANGUAGES": {"action": reverse_lazy("admin:language")},
    "STYLES": [lambda _request: static("backoffice/office.css")],
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda _request: static("storefront/favicon.svg")}
    ],
    "COLORS": {"primary": _TERRACOTTA},
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
                    _entry(_("Parcels"), "package_2", "orders.orderparcel"),
                    _entry(_("Products"), "checkroom", "catalog.product"),
                    _entry(_("Variants"), "style", "catalog.variant"),
                    _entry(_("Stock"), "inventory_2", "catalog.stocklevel"),
                    _entry(_("Stock holds"), "lock_clock", "catalog.stockhold"),
                    _entry(_("Offers"), "sell", "catalog.offer"),
                    _entry(_("Categories"), "category", "catalog.category"),
                    _entry(_("Merchants"), "storefront", "catalog.merchant"),
                    _entry(_("Warehouses"), "warehouse", "catalog.warehouse"),
                ],
            },
            {
                "title": _("Shipping and customs"),
                "separator": True,
                "items": [
                    _entry(_("Shipments"), "local_shipping", "logistics.shipment"),
                    _entry(_("Declarations"), "assignment", "logistics.declaration"),
                    _entry(_("Tax registrations"), "badge", "logistics.registration"),
                    _entry(_("Tariff packs"), "gavel", "logistics.tariffpack"),
                    _entry(_("Freight services"), "sailing", "logistics.ratecard"),
                    _entry(_("Freight zones"), "map", "logistics.ratezone"),
                    _entry(_("Customs' messages"), "mark_email_unread", "logistics.customsnotification"),
                    _entry(_("Carriers' messages"), "contact_mail", "logistics.trackingnotification"),
                ],
            },
            {
                "title": _("Money"),
                "separator": True,
                "items": [
                    _entry(_("Payments"), "credit_card", "payments.payment"),
                    _entry(_("Refunds"), "undo", "payments.refund"),
                    _entry(_("Journal"), "menu_book", "payments.journalentry"),
                    {
                        "title": _("Trial balance"),
                        "icon": "balance",
                        "link": reverse_lazy("admin:payments_journalentry_trial_balance"),
                        "permission": lambda request: request.user.has_perm("payments.view_journalentry"),
                    },
                    _entry(_("Gateways' messages"), "inbox", "payments.notification"),
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
