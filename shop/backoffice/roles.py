"""What merchants' staff may do in the back office; which rows they see is the scope's matter, not the role's."""

from django.contrib.auth.models import Group, Permission

MERCHANTS = "Merchants"
_READ = ("view",)
_WRITE = ("view", "add", "change", "delete")
_EDIT = ("view", "change")
# Rows that nobody edits by hand: the right to change them is the right to press their page's buttons.
_OPERATE = ("view", "change")

MERCHANT_MAY: dict[str, tuple[str, ...]] = {
    "localization.market": _READ,
    "catalog.category": _READ,
    "catalog.merchant": _EDIT,
    "catalog.offer": _READ,
    "catalog.option": _WRITE,
    "catalog.optionvalue": _WRITE,
    "catalog.picture": _WRITE,
    "catalog.product": _WRITE,
    "catalog.producthistory": _READ,
    "catalog.producttext": _WRITE,
    "catalog.stockhold": _READ,
    "catalog.stocklevel": _EDIT,
    "catalog.variant": _WRITE,
    "catalog.variantprice": _WRITE,
    "catalog.warehouse": _EDIT,
    "orders.order": _OPERATE,
    "orders.ordercharge": _READ,
    "orders.orderhistory": _READ,
    "orders.orderline": _READ,
    "orders.orderparcel": _OPERATE,
    "orders.withdrawal": _READ,
}


def set_up_roles() -> Group:
    """Make or correct the merchants' group; answers it."""
    group, _made = Group.objects.get_or_create(name=MERCHANTS)
    group.permissions.set(
        [_permission(model, verb) for model, verbs in MERCHANT_MAY.items() for verb in verbs]
    )
    return group


def _permission(model: str, verb: str) -> Permission:
    app, name = model.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=f"{verb}_{name}")
