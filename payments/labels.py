"""What the accounts of the books and the words of the gateways are called, to be translated."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACCOUNTS: Mapping[str, str | Promise] = {
    "gateway_receivable": _("Receivable from a gateway"),
    "merchant_payable": _("Payable to a merchant"),
    "duty_payable": _("Duty payable"),
    "tax_payable": _("Tax payable"),
    "freight_payable": _("Freight payable"),
    "fee_payable": _("Fee payable"),
}
ENTRIES: Mapping[str, str | Promise] = {"capture": _("capture"), "refund": _("refund")}
STATUSES: Mapping[str, str | Promise] = {
    "open": _("undecided"),
    "authorized": _("authorized"),
    "captured": _("captured"),
    "voided": _("voided"),
    "declined": _("declined"),
}


def account_label(account: str) -> str:
    """An account in the reader's words, with its party: "duty_payable:DE:Zoll" is "Duty payable: DE:Zoll"."""
    kind, colon, party = account.partition(":")
    name = str(ACCOUNTS.get(kind, kind))
    return f"{name}: {party}" if colon else name
