"""Where a stored picture is found by a browser."""

from django.core.files.storage import default_storage


def picture_url(name: str) -> str:
    """The URL path of a stored rendition, "" for no picture."""
    return str(default_storage.url(name)) if name else ""
