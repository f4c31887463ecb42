"""The ways logistics says no."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.refusals import Refusal


@dataclass(eq=False)
class UnknownShipment(Refusal):
    """There is no such shipment."""

    code: ClassVar[str] = "unknown_shipment"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no such parcel.")

    shipment_id: int


@dataclass(eq=False)
class EmptyParcel(Refusal):
    """A parcel needs at least one kind of goods."""

    code: ClassVar[str] = "empty_parcel"
    text: ClassVar[str | Promise] = _("The parcel %(reference)s has nothing in it.")

    reference: str


@dataclass(eq=False)
class TooLateToCancel(Refusal):
    """The parcel is in the carrier's hands: it can come back only as a return."""

    code: ClassVar[str] = "too_late_to_cancel"
    text: ClassVar[str | Promise] = _("The parcel %(reference)s is already with the carrier.")

    reference: str


@dataclass(eq=False)
class NoSuchDocument(Refusal):
    """The parcel has no such paper: not booked yet, or its way crosses no customs border."""

    code: ClassVar[str] = "no_such_document"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no such document for this parcel.")

    shipment_id: int
    kind: str


@dataclass(eq=False)
class NoFreight(Refusal):
    """No service carries this parcel there under this code."""

    code: ClassVar[str] = "no_freight"
    text: ClassVar[str | Promise] = _("This delivery service does not take the parcel to %(destination)s.")

    service: str
    destination: str


@dataclass(eq=False)
class UnknownDeclaration(Refusal):
    """There is no such declaration."""

    code: ClassVar[str] = "unknown_declaration"
    status: ClassVar[int] = 404
    text: ClassVar[str | Promise] = _("There is no such customs declaration.")

    declaration_id: int


@dataclass(eq=False)
class NothingAsked(Refusal):
    """Customs waits for no such answer: it was given before, or customs has decided meanwhile."""

    code: ClassVar[str] = "nothing_asked"
    text: ClassVar[str | Promise] = _("Customs does not wait for this answer any more.")

    declaration_id: int


@dataclass(eq=False)
class UnusableDocument(Refusal):
    """Customs takes a PDF, PNG or JPEG of at most 5 MiB."""

    code: ClassVar[str] = "unusable_document"
    status: ClassVar[int] = 400
    text: ClassVar[str | Promise] = _("“%(name)s” is no PDF, PNG or JPEG file of at most 5 MB.")

    name: str
