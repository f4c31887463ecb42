"""Loads a correlation of editions of the Harmonized System: all of a file or nothing, and nothing when nothing changed."""

from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import Q

from logistics.landed_cost.packs import BadPack, Fault
from logistics.models import HsCorrelation
from logistics.official.correlation import CorrelationLine, read_correlation
from logistics.selectors.tariffs import BOOK


@dataclass(frozen=True, kw_only=True)
class CorrelationReport:
    """How many pairs of codes are new, said otherwise, gone, and as they were."""

    added: int
    changed: int
    removed: int
    unchanged: int


@transaction.atomic
def load_correlation(path: Path) -> CorrelationReport:
    """Make a CSV the correlation of the editions it speaks of.

    Columns: source_edition, source_code, target_edition, target_code, note, source. Raises BadPack naming file, line and
    column; then nothing was loaded.
    """
    wanted = {line.key: line for line in _read(path)}
    pairs = {(line.source_edition, line.target_edition) for line in wanted.values()}
    stored = {_line(row).key: (row.pk, _line(row)) for row in HsCorrelation.objects.filter(_of(pairs))}
    removed = [pk for key, (pk, _) in stored.items() if key not in wanted]
    changed = [stored[key][0] for key, line in wanted.items() if key in stored and stored[key][1] != line]
    stale = {*removed, *changed}
    fresh = [line for key, line in wanted.items() if key not in stored or stored[key][0] in stale]
    if stale or fresh:
        HsCorrelation.objects.filter(pk__in=stale).delete()
        HsCorrelation.objects.bulk_create([HsCorrelation(**asdict(line)) for line in fresh], batch_size=1000)
        BOOK.forget()
    return CorrelationReport(
        added=len(fresh) - len(changed),
        changed=len(changed),
        removed=len(removed),
        unchanged=len(wanted) - len(fresh),
    )


def _read(path: Path) -> tuple[CorrelationLine, ...]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return read_correlation(path.name, file)
    except UnicodeDecodeError as error:
        raise BadPack((Fault(f"{path.name}:1", "", f"not UTF-8 text: {error.reason}"),)) from None


def _of(pairs: set[tuple[str, str]]) -> Q:
    either = Q(pk__in=())
    for source, target in pairs:
        either |= Q(source_edition=source, target_edition=target)
    return either


def _line(row: HsCorrelation) -> CorrelationLine:
    return CorrelationLine(
        source_edition=row.source_edition,
        source_code=row.source_code,
        target_edition=row.target_edition,
        target_code=row.target_code,
        note=row.note,
        source=row.source,
    )
