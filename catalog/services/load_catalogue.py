"""Load a catalogue: bring the shop's rows and pictures up to date with a folder of catalogue files."""

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.db import transaction

from catalog.catalogue_files.read import read_categories, read_merchant
from catalog.catalogue_files.values import MerchantSheet
from catalog.models import LoadedFile
from catalog.refusals import BadFile
from catalog.renditions import digest_of, rendition_facts, renditions
from catalog.services.save_categories import save_categories
from catalog.services.save_merchant_sheet import save_merchant_sheet
from catalog.stored_pictures import is_kept, keep
from catalog.values import LoadedCatalogue

_CATEGORIES = "categories.yaml"
_FORMAT = "1"
"""Raise it when the same file would be written to the rows differently: every file is then read in once more."""


def load_catalogue(path: Path) -> LoadedCatalogue:
    """Load categories.yaml and one file per merchant from `path`; pictures lie in the folder `pictures` beside it.

    A file that is as it was, pictures included, is left alone. Answers the products that were written: pricing them is
    the caller's. Raises BadFile and UnknownCategory; the file in question is then not loaded at all.
    """
    files = sorted(file for file in path.glob("*.yaml") if file.name != _CATEGORIES)
    _load_categories(path / _CATEGORIES)
    written = [_load_merchant(file, path.parent / "pictures", place) for place, file in enumerate(files)]
    return LoadedCatalogue(
        product_ids=tuple(product for products in written for product in products or ()),
        files_read=sum(products is not None for products in written),
        files_unchanged=sum(products is None for products in written),
    )


def _load_categories(file: Path) -> None:
    content = file.read_bytes()
    digest = _digest([content])
    if not _is_loaded(file, digest):
        with transaction.atomic():
            save_categories(read_categories(content))
            _remember(file, digest)


def _load_merchant(file: Path, folder: Path, place: int) -> list[int] | None:
    """The ids of the products that were written, None when nothing had changed."""
    content = file.read_bytes()
    try:
        sheet = read_merchant(content)
        pictures = _pictures(sheet, folder)
    except BadFile as error:
        raise BadFile(reason=f"{file.name}: {error.reason}") from None
    _keep_missing(pictures.values())
    digest = _digest([content, str(place).encode(), *pictures.values()])
    if _is_loaded(file, digest):
        return None
    facts = {name: rendition_facts(content) for name, content in pictures.items()}
    with transaction.atomic():
        products = save_merchant_sheet(sheet, pictures=facts, place=place)
        _remember(file, digest)
    return products


def _pictures(sheet: MerchantSheet, folder: Path) -> dict[str, bytes]:
    names = [picture.file for product in sheet.products for picture in product.pictures]
    missing = [name for name in names if Path(name).name != name or not (folder / name).is_file()]
    if missing:
        raise BadFile(reason=f"no such picture: {', '.join(missing)}")
    return {name: (folder / name).read_bytes() for name in names}


def _keep_missing(contents: Iterable[bytes]) -> None:
    """Encoding takes long and leaves Python's lock: several pictures at once."""
    missing = [content for content in contents if not is_kept(content)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        for made in pool.map(renditions, missing):
            keep(made)


def _digest(parts: Sequence[bytes]) -> str:
    return digest_of(b"".join(hashlib.sha256(part).digest() for part in (_FORMAT.encode(), *parts)))


def _is_loaded(file: Path, digest: str) -> bool:
    return LoadedFile.objects.filter(name=file.name, digest=digest).exists()


def _remember(file: Path, digest: str) -> None:
    LoadedFile.objects.update_or_create(name=file.name, defaults={"digest": digest})
