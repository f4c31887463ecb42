"""Who may open what in the back office, written down: the walk over every URL compares with this table."""

WHOSE = {
    "accounts.user": "operators",
    "catalog.category": "shared",
    "catalog.merchant": "pk",
    "catalog.offer": "product__merchant_id",
    "catalog.option": "product__merchant_id",
    "catalog.product": "merchant_id",
    "catalog.stockhold": "variant__merchant_id",
    "catalog.stocklevel": "variant__merchant_id",
    "catalog.variant": "merchant_id",
    "catalog.warehouse": "merchant_id",
    "localization.exchangerate": "operators",
    "localization.market": "shared",
    "logistics.customsnotification": "operators",
    "logistics.declaration": "operators",
    "logistics.ratecard": "operators",
    "logistics.ratezone": "operators",
    "logistics.registration": "operators",
    "logistics.shipment": "operators",
    "logistics.tariffpack": "operators",
    "logistics.trackingnotification": "operators",
    "orders.order": "parcels__merchant_id",
    "orders.orderparcel": "merchant_id",
    "orders.withdrawal": "order__parcels__merchant_id",
    "payments.journalentry": "operators",
    "payments.notification": "operators",
    "payments.payment": "operators",
    "payments.refund": "operators",
    "payments.setback": "operators",
}
"""How a row leads to its merchant; "operators" for rows merchants never see, "shared" for reference rows they read."""

EVERYBODY = {
    "index": 200,
    "search": 200,
    "language": 405,
    "login": 302,
    "logout": 405,
    "password_change": 200,
    "password_change_done": 200,
    "autocomplete": 403,
    "jsi18n": 200,
    "view_on_site": 404,
    "app_list": 200,
}
"""What staff gets at the doors that belong to no model; the autocomplete was asked for nothing."""

LOOK = {"changelist": 200, "change": 200, "history": 200, "add": 403, "delete": 403}
BUTTONS = {
    "catalog.option": {"add": 302, "delete": 200},
    "catalog.product": {"import": 200, "add": 200, "add_variant": 302, "add_option": 302},
    "catalog.variant": {"add": 302},
    "orders.order": {"look_again": 200, "cancel": 200, "refund": 200},
    "orders.orderparcel": {"dispatch_now": 200, "pay_back": 200},
    "payments.payment": {
        "ask_gateway": 200,
        "refund": 200,
        "capture_again": 200,
        "void": 200,
        "release": 200,
        "end_review": 200,
    },
    "payments.notification": {"try_again": 200},
    "payments.setback": {"try_again": 200},
    "payments.journalentry": {"trial_balance": 200},
    "logistics.tariffpack": {"sources": 200},
    "logistics.declaration": {"answer": 200},
    "logistics.shipment": {"paper": 200},
    "accounts.user": {"auth_user_password_change": 200},
}
MERCHANT = {
    label: {**LOOK, **BUTTONS.get(label, {})} for label, whose in WHOSE.items() if whose != "operators"
}
"""What a merchant's member gets at each door of a model on an own row; of any other model the
lists answer 403 and the rows 404, as if there were none."""
MERCHANT["orders.order"]["refund"] = MERCHANT["orders.orderparcel"]["pay_back"] = 403

_MAY_ADD = {
    "accounts.user",
    "catalog.category",
    "catalog.merchant",
    "catalog.warehouse",
    "localization.exchangerate",
    "logistics.registration",
}
_MAY_DELETE = {"catalog.category"}
OPERATOR = {
    label: {
        **LOOK,
        "add": 200 if label in _MAY_ADD else 403,
        "delete": 200 if label in _MAY_DELETE else 403,
        **BUTTONS.get(label, {}),
    }
    for label in WHOSE
}
"""What an operator gets at each door of a model."""
