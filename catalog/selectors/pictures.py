"""Where a stored picture is found by a browser."""

from functools import lru_cache

from django.core.files.storage import FileSystemStorage, default_storage


def picture_url(name: str) -> str:
    """The URL path of a stored rendition, "" for no picture."""
    if not name:
        return ""
    return (
        _local_url(name) if isinstance(default_storage, FileSystemStorage) else str(default_storage.url(name))
    )


@lru_cache(maxsize=8192)
def _local_url(name: str) -> str:
    """A file's address on our own disk is its name quoted, and never changes; elsewhere it may be signed for a while."""
    return str(default_storage.url(name))
