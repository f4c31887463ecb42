"""What charges and stops of the route are called, to be translated."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from orders.values.pages import StopKind

CHARGES: Mapping[str, str | Promise] = {
    "duty": _("Customs duty"),
    "vat": _("VAT"),
    "import_vat": _("Import VAT"),
    "gst": _("GST"),
    "consumption_tax": _("Consumption tax"),
    "cbec_tax": _("Cross-border e-commerce tax"),
    "sales_tax": _("Sales tax"),
    "fee": _("Clearance fee"),
}
STOPS: Mapping[StopKind, str | Promise] = {
    "workshop": _("Workshop"),
    "freight": _("Freight"),
    "border": _("Border"),
    "door": _("Your door"),
}
NO_DUTY = _("No duty")
NO_DUTY_NO_TAX = _("No duty and no tax")
"""What the border's stop says where a relief lets the parcel in."""
TAX = _("Tax")
"""What the border's stop is called where no border is crossed."""
