"""What customs must be able to do for us. Errors are `localization.outside`: Unavailable, Refused, Misread, BadSignature."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Verdict = Literal["accepted", "held", "released", "refused"]


@dataclass(frozen=True, kw_only=True)
class Filing:
    """A declaration as it is filed: the parcel's number at its carrier, and the data set by its name and as plain JSON."""

    reference: str
    parcel_number: str
    country: str
    data_set: str
    message: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Filed:
    """Customs has it: its own reference for further calls, and the movement reference number it gave, if any yet."""

    customs_reference: str
    mrn: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Our answer to one question: a note, and a document with its name and media type."""

    code: str
    note: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One thing customs wants to see: a code such as "invoice", and its own words."""

    code: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What customs says of one declaration. `sequence` counts its notices from 1 in the order they were given."""

    event_id: str
    customs_reference: str
    sequence: int
    verdict: Verdict
    reason: str
    mrn: str
    asked: tuple[Asked, ...]


class Customs(Protocol):
    """One customs office or filing agent. Every call may be repeated: the same key or reference has one effect."""

    def file(self, filing: Filing, *, key: str) -> Filed:
        """File the declaration under our idempotency key; Refused when customs will not take it."""

    def answer(self, customs_reference: str, answer: Answer, *, key: str) -> None:
        """Send what customs asked for under our idempotency key."""

    def withdraw(self, customs_reference: str) -> None:
        """Take the declaration back; Refused once customs has decided."""

    def notices(self, customs_reference: str) -> tuple[Notice, ...]:
        """Everything customs said so far: the truth when messages were lost. What cannot be read is left out."""

    def verify(self, headers: Mapping[str, str], body: bytes) -> None:
        """Prove that a message is this office's and new. Raises BadSignature."""

    def read(self, body: bytes) -> Notice:
        """The notice in a proven message. Raises Misread."""
