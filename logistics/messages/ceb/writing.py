"""Writes a message as XML and names its file: the schema's envelope, element by element in its order.

Field order and lengths follow the interface specification of the unified system as public declaration software carries it
(github.com/luffyzhao/customs-message and others, read 2026-11-22; confidence H for names and order, M for lengths).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import ClassVar, Protocol
from uuid import UUID
from xml.etree import ElementTree

from logistics.messages.ceb.checks import checked_text
from logistics.messages.ceb.refusals import BadMessage
from logistics.messages.ceb.values import Filing, Transfer

NAMESPACE = "http://www.chinaport.gov.cn/ceb"
VERSION = "1.0"
CHINA_STANDARD_TIME = timezone(timedelta(hours=8))
"""UTC+8 all year: China has had no summer time since 1991."""
_ACTIONS = {"new": "1", "change": "2", "delete": "3"}
_STATUSES = {"stored": "1", "declared": "2"}
_GOODS_PER_MESSAGE = 99

ElementTree.register_namespace("ceb", NAMESPACE)

Row = Mapping[str, str]
"""Elements of the schema in its order; an empty one is left out where the schema allows."""


class Message(Protocol):
    """One message: its number, the names of its parts, and their elements.

    `SHAPE` names the element around it, the head and the list; without a head its elements stand directly around.
    """

    KIND: ClassVar[str]
    SHAPE: ClassVar[tuple[str, str, str]]
    OPTIONAL: ClassVar[frozenset[str]]

    @property
    def filing(self) -> Filing:
        """When, by which id of ours and to what end it is filed."""
        ...

    def head(self) -> Row:
        """The elements of the head after those of the filing."""
        ...

    def rows(self) -> tuple[Row, ...]:
        """The elements of each line; none where the message has no list."""
        ...


class Signer(Protocol):
    """Puts the enveloped XML signature on a message (SHA-1 digest over canonical XML, RSA, the certificate inside).

    The key lives in an e-port USB key that never gives it away, so a real signer speaks to the machine that holds the key.
    """

    def sign(self, xml: bytes) -> bytes:
        """The same message with its ds:Signature."""
        ...


class Unsigned:
    """Leaves messages as they are: for a test system, which takes them so. Customs itself refuses them."""

    def sign(self, xml: bytes) -> bytes:
        """See Signer."""
        return xml


@dataclass(frozen=True, kw_only=True)
class CebFile:
    """A file for the mailbox."""

    name: str
    content: bytes


def ceb_file(message: Message, *, transfer: Transfer, signer: Signer) -> CebFile:
    """The message as the signed file that is handed over. Raises BadMessage."""
    return CebFile(
        name=_file_name(message, transfer), content=signer.sign(ceb_xml(message, transfer=transfer))
    )


def ceb_xml(message: Message, *, transfer: Transfer) -> bytes:
    """The message as XML in UTF-8, without a signature. The same values give the same bytes. Raises BadMessage."""
    rows = message.rows()
    if message.SHAPE[2] and not 1 <= len(rows) <= _GOODS_PER_MESSAGE:
        limit = f"1-{_GOODS_PER_MESSAGE}"
        raise BadMessage(message=message.KIND, field=message.SHAPE[2], problem="number", detail=limit)
    guid = message.filing.guid(message.KIND)
    root = ElementTree.Element(_tag(f"{message.KIND}Message"), {"guid": guid, "version": VERSION})
    outside, head_name, list_name = message.SHAPE
    outer = ElementTree.SubElement(root, _tag(outside))
    head = ElementTree.SubElement(outer, _tag(head_name)) if head_name else outer
    _fill(head, {**_filed(message.filing, guid), **message.head()}, message)
    for number, row in enumerate(rows, 1):
        _fill(ElementTree.SubElement(outer, _tag(list_name)), {"gnum": str(number), **row}, message)
    _fill(ElementTree.SubElement(root, _tag("BaseTransfer")), _transferred(transfer), message)
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))


def china_time(at: datetime) -> str:
    """A moment as the messages write it: yyyyMMddHHmmss in China Standard Time. Raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("a moment has a time zone")
    return at.astimezone(CHINA_STANDARD_TIME).strftime("%Y%m%d%H%M%S")


def china_day(at: datetime) -> str:
    """The day of a moment in China: yyyyMMdd."""
    return china_time(at)[:8]


def _file_name(message: Message, transfer: Transfer) -> str:
    """Milliseconds and four digits make the name unique; the digits come from the message's number, not from chance."""
    moment = message.filing.at.astimezone(CHINA_STANDARD_TIME)
    digits = UUID(message.filing.guid(message.KIND)).int % 10_000
    stamp = f"{china_time(moment)}{moment.microsecond // 1000:03}{digits:04}"
    return f"CEB_{message.KIND}_{transfer.dxp_id}_EPORT_{stamp}.xml"


def _filed(filing: Filing, guid: str) -> Row:
    return {
        "guid": guid,
        "appType": _ACTIONS[filing.action],
        "appTime": china_time(filing.at),
        "appStatus": _STATUSES[filing.status],
    }


def _transferred(transfer: Transfer) -> Row:
    return {
        "copCode": transfer.company.code,
        "copName": transfer.company.name,
        "dxpMode": "DXP",
        "dxpId": transfer.dxp_id,
        "note": transfer.note,
    }


def _fill(parent: ElementTree.Element, row: Row, message: Message) -> None:
    for name, text in row.items():
        written = checked_text(message.KIND, name, text, optional=message.OPTIONAL)
        if written:
            ElementTree.SubElement(parent, _tag(name)).text = written


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
