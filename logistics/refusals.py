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


@dataclass(eq=False)
class BadRegistration(Refusal):
    """A number that its authority could not have given; the number itself is not repeated."""

    code: ClassVar[str] = "bad_registration"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("This is no registration number of the scheme %(scheme)s.")
    shown: ClassVar[str | Promise] = _(
        "This is no registration number of the scheme %(scheme)s. One looks like %(example)s."
    )

    scheme: str
    example: str

    @property
    def sentence(self) -> str | Promise:
        """With an example where there is one."""
        return self.shown if self.example else self.text


@dataclass(eq=False)
class BadPeriod(Refusal):
    """A last day before the first."""

    code: ClassVar[str] = "bad_period"
    status: ClassVar[int] = 422
    text: ClassVar[str | Promise] = _("The last day lies before the first.")


@dataclass(eq=False)
class RegistrationOverlaps(Refusal):
    """The holder has a registration of this scheme in that time already."""

    code: ClassVar[str] = "registration_overlaps"
    text: ClassVar[str | Promise] = _(
        "There is a registration of the scheme %(scheme)s from %(since)s already. End it first, or choose other days."
    )

    scheme: str
    since: str


@dataclass(eq=False)
class RegistrationEnded(Refusal):
    """It is over already, or there is none."""

    code: ClassVar[str] = "registration_ended"
    text: ClassVar[str | Promise] = _("This registration has ended already.")
