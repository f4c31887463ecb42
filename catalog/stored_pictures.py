"""Renditions in the file storage, under names made of their content: written once, never overwritten."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from catalog.renditions import Renditions, stem_of
from catalog.values import LARGE, SMALL


def keep(renditions: Renditions) -> None:
    """Write what is not there yet."""
    for ending, content in renditions.files.items():
        name = renditions.stem + ending
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(content))


def is_kept(content: bytes) -> bool:
    """Whether both renditions of an upload are there already."""
    return all(default_storage.exists(stem_of(content) + ending) for ending in (LARGE, SMALL))
