"""What a load of tariff packs did, or would do, in lines of text for an operator."""

from collections.abc import Iterator

from logistics.services.load_tariff import LoadedPack, LoadReport

_MOST_LINES = 40


def report_lines(report: LoadReport, *, verbose: bool) -> Iterator[str]:
    """Each pack with its first changes (all of them if verbose), then the version of the tariff book."""
    for pack in report.packs:
        yield f"{pack.version} {pack.status}"
        yield from _changes(pack, verbose=verbose)
    yield f"tariff book {report.book_version}"


def _changes(pack: LoadedPack, *, verbose: bool) -> Iterator[str]:
    counts = {sign: sum(line.startswith(sign) for line in pack.changes) for sign in "+-~"}
    if pack.changes:
        yield f"  {counts['+']} added, {counts['-']} removed, {counts['~']} changed"
    shown = pack.changes if verbose else pack.changes[:_MOST_LINES] if pack.status == "changed" else ()
    for line in shown:
        yield f"  {line}"
    if shown and len(pack.changes) > len(shown):
        yield f"  … {len(pack.changes) - len(shown)} more changes (-v 2 shows all)"
