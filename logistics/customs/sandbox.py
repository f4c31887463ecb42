"""Speaks to the sandbox customs: a stand-in over HTTP with signed webhooks, so that nothing here differs from a real one."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from localization.outside import Misread, read_json
from logistics.customs.base import Answer, Filed, Filing, Notice
from logistics.customs.notice_reading import read_notice
from logistics.wire import call, prove

_PATH = "/customs/declarations"


class SandboxCustoms:
    """The sandbox customs at `url`; messages from it are signed with one of `secrets`."""

    def __init__(self, *, url: str, secrets: Sequence[str], webhook_base_url: str) -> None:
        self._url = url.rstrip("/")
        self._secrets = secrets
        self._webhook_url = f"{webhook_base_url.rstrip('/')}/webhooks/customs/sandbox/"

    def file(self, filing: Filing, *, key: str) -> Filed:
        """File it; a clear no is Refused with customs' reason."""
        body = {
            "reference": filing.reference,
            "parcel_number": filing.parcel_number,
            "country": filing.country,
            "data_set": filing.data_set,
            "message": filing.message,
            "webhook_url": self._webhook_url,
        }
        answer = self._post(_PATH, body, key=key)
        try:
            return Filed(customs_reference=str(answer["id"])[:100], mrn=str(answer["mrn"])[:32])
        except (KeyError, TypeError) as error:
            raise Misread("the answer carries no reference") from error

    def answer(self, customs_reference: str, answer: Answer, *, key: str) -> None:
        """Send one document."""
        document = {
            "name": answer.name,
            "media_type": answer.media_type,
            "content": b64encode(answer.content).decode(),
        }
        body = {"code": answer.code, "note": answer.note, "document": document}
        self._post(f"{_PATH}/{customs_reference}/answers", body, key=key)

    def withdraw(self, customs_reference: str) -> None:
        """Take it back; Refused once it was decided."""
        call("POST", self._url, f"{_PATH}/{customs_reference}/withdrawal", body={})

    def notices(self, customs_reference: str) -> tuple[Notice, ...]:
        """Every notice so far."""
        answer = call("GET", self._url, f"{_PATH}/{customs_reference}")
        try:
            events = list(answer["notices"])
        except (KeyError, TypeError) as error:
            raise Misread("the answer carries no notices") from error
        return tuple(_readable(events))

    def verify(self, headers: Mapping[str, str], body: bytes) -> None:
        """Check the signature over the raw body and its age."""
        prove(self._secrets, headers, body)

    def read(self, body: bytes) -> Notice:
        """The notice in a message."""
        return read_notice(read_json(body))

    def _post(self, path: str, body: Mapping[str, Any], *, key: str) -> Any:
        return call("POST", self._url, path, body=body, headers={"Idempotency-Key": key})


def _readable(events: list[Any]) -> list[Notice]:
    """One notice in a new shape must not hide the others."""
    notices = []
    for event in events:
        try:
            notices.append(read_notice(event))
        except Misread:
            continue
    return notices
