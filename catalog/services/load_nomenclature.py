"""Loads the nomenclature of goods: all of a file or nothing, and nothing when nothing changed."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from catalog.models import NomenclatureEntry
from catalog.nomenclature_files import SHIPPED_EDITION, BadNomenclature, NomenclatureLine, read_nomenclature
from catalog.selectors.nomenclature import NOMENCLATURE

_BATCH = 1000


@dataclass(frozen=True, kw_only=True)
class NomenclatureReport:
    """How many codes of the edition are new, worded otherwise, gone, and as they were."""

    added: int
    changed: int
    removed: int
    unchanged: int


@transaction.atomic
def load_nomenclature(path: Path, *, edition: str = SHIPPED_EDITION) -> NomenclatureReport:
    """Make a CSV (columns hscode, description, parent) the nomenclature of an edition such as HS2022.

    Raises BadNomenclature naming file, line and column; then nothing was loaded.
    """
    wanted = {line.code: line for line in _read(path)}
    stored = dict(
        NomenclatureEntry.objects.select_for_update()
        .filter(edition=edition)
        .values_list("code", "description")
    )
    removed = [code for code in stored if code not in wanted]
    changed = [
        line for code, line in wanted.items() if stored.get(code, line.description) != line.description
    ]
    added = [line for code, line in wanted.items() if code not in stored]
    report = NomenclatureReport(
        added=len(added),
        changed=len(changed),
        removed=len(removed),
        unchanged=len(wanted) - len(added) - len(changed),
    )
    if added or changed or removed:
        NomenclatureEntry.objects.filter(edition=edition, code__in=removed).delete()
        _store([*added, *changed], edition)
        NOMENCLATURE.forget()
    return report


def _read(path: Path) -> tuple[NomenclatureLine, ...]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return read_nomenclature(path.name, file)
    except UnicodeDecodeError as error:
        raise BadNomenclature((f"{path.name}:1: {error.reason}",)) from error


def _store(lines: list[NomenclatureLine], edition: str) -> None:
    rows = [
        NomenclatureEntry(
            edition=edition,
            code=line.code,
            level=line.level,
            description=line.description,
            parent=line.parent,
        )
        for line in lines
    ]
    NomenclatureEntry.objects.bulk_create(
        rows,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["edition", "code"],
        update_fields=["description"],
    )
