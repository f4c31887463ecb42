"""The table of the benchmark and its verdicts against the project's aims."""

from dataclasses import dataclass
from statistics import median

Times = dict[tuple[str, str], list[float]]
GROWTH = 1.15


@dataclass(frozen=True)
class Aim:
    """What a line of the table should reach: a share of its floor, at most so many statements, and steadiness."""

    floor: str = ""
    share: float = 0.0
    queries: int | None = None


AIMS = {
    "list": Aim("floor list", 0.4, 4),
    "product": Aim("floor list", 0.0, 5),
    "search": Aim("floor list", 0.0),
    "search, common word": Aim("floor list", 0.0),
    "list, warm": Aim("floor warm", 0.6, 0),
    "place order": Aim("floor order", 0.3),
    "place order, hot": Aim("floor order, hot", 0.3),
}


def lines(times: Times, queries: dict[str, int], sizes: dict[str, int]) -> list[str]:
    """The table, one line per probe."""
    head = (
        f"{'':<22}{'1k ms':>9}{'100k ms':>9}{'100k/1k':>9}{'of floor':>10}{'queries':>9}{'bytes':>9}  verdict"
    )
    names = list(dict.fromkeys(name for _, name in times))
    return [head, *(_line(name, times, queries.get(name), sizes.get(name)) for name in names)]


def _line(name: str, times: Times, queries: int | None, size: int | None) -> str:
    small, large = median(times["1k", name]), median(times["100k", name])
    aim = AIMS.get(name)
    share = _share(times, name, aim)
    figures = f"{name:<22}{small:>9.2f}{large:>9.2f}{large / small:>9.2f}{share or '':>10}"
    figures += f"{'' if queries is None else queries:>9}{size or '':>9}  "
    return figures + ("" if aim is None else _verdict(aim, share, queries, large / small))


def _share(times: Times, name: str, aim: Aim | None) -> str:
    """How fast it is as a share of its floor, the worse of both sizes."""
    if aim is None:
        return ""
    return f"{min(median(times[size, aim.floor]) / median(times[size, name]) for size in ('1k', '100k')):.2f}"


def _verdict(aim: Aim, share: str, queries: int | None, growth: float) -> str:
    said = []
    if aim.share:
        said.append(f"{_word(float(share) >= aim.share)} {aim.share} of {aim.floor}")
    if aim.queries is not None and queries is not None:
        said.append(f"{_word(queries <= aim.queries)} {aim.queries} queries")
    said.append(f"{_word(growth <= GROWTH)} growth {GROWTH}")
    return "; ".join(said)


def _word(reached: object) -> str:
    return "reached" if reached else "MISSED"
