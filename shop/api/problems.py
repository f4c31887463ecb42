"""Errors of the API as RFC 9457 problem details: a stable type, a translated title, and the field that is wrong."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from moneyed import Money
from rest_framework import exceptions, serializers
from rest_framework.response import Response

from localization.refusals import Refusal

MEDIA_TYPE = "application/problem+json"


class ProblemSerializer(serializers.Serializer[Any]):
    """An error. `errors` names each wrong field by its path in the request."""

    type = serializers.CharField(help_text="A stable name of the kind of problem.")
    title = serializers.CharField(help_text="The problem in the caller's language.")
    status = serializers.IntegerField()
    errors = serializers.DictField(  # type: ignore[assignment]  # RFC 9457 lets a problem name its members
        child=serializers.CharField(), required=False
    )
    facts = serializers.DictField(
        required=False, help_text="The facts of a refusal, such as the SKU that is sold out."
    )


def problem_response(exception: Exception, _context: dict[str, Any]) -> Response | None:
    """The problem-details answer to what an API view raised; None lets Django answer 500."""
    if isinstance(exception, Refusal):
        return _refused(exception)
    if isinstance(exception, Http404):
        exception = exceptions.NotFound()
    elif isinstance(exception, PermissionDenied):
        exception = exceptions.PermissionDenied()
    if not isinstance(exception, exceptions.APIException):
        return None
    if isinstance(exception, exceptions.ValidationError):
        errors = _flat(exception.detail)
        return _problem("invalid", _("The request has errors."), exception.status_code, errors=errors)
    response = _problem(str(exception.default_code), str(exception.detail), exception.status_code)
    wait = getattr(exception, "wait", None)
    if wait is not None:
        response["Retry-After"] = str(int(wait) + 1)
    return response


def _refused(refusal: Refusal) -> Response:
    facts = {name: _plain(value) for name, value in refusal.facts.items()}
    errors = facts.pop("errors", None)
    extra: dict[str, Any] = {"errors": errors} if errors else {}
    if facts:
        extra["facts"] = facts
    return _problem(refusal.code, str(refusal), refusal.status, **extra)


def _problem(code: str, title: str, status_code: int, **extra: Any) -> Response:
    body = {"type": f"urn:causeway:problem:{code}", "title": title, "status": status_code, **extra}
    return Response(body, status=status_code, content_type=MEDIA_TYPE)


def _flat(detail: Any, path: str = "") -> dict[str, str]:
    """Nested validation errors as one message per path, e.g. lines[0].quantity."""
    if isinstance(detail, Mapping):
        parts = [_flat(value, f"{path}.{key}" if path else str(key)) for key, value in detail.items()]
    elif isinstance(detail, list) and any(isinstance(item, Mapping) for item in detail):
        parts = [_flat(item, f"{path}[{index}]") for index, item in enumerate(detail) if item]
    else:
        text = " ".join(str(item) for item in detail) if isinstance(detail, list) else str(detail)
        return {path or "request": text}
    return {key: text for part in parts for key, text in part.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency.code}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | bool | None) else str(value)
