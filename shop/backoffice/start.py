"""The start page of the back office: what needs doing, for whoever looks."""

from typing import Any

from django.http import HttpRequest


def start_page(_request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The context of the admin's index."""
    return context
