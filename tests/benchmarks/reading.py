"""Pages: what a visitor asks for, strictly interleaved with the floor, on both databases."""

from collections import defaultdict
from dataclasses import dataclass

from tests.benchmarks.client import Client

ROUNDS = 300
WARM_UP = 40
# A cookie the shop does not know keeps its visitor out of the kept pages: this is how a fresh page is asked for.
_FRESH = "Cookie: somebody=1\r\n"


@dataclass(frozen=True)
class Probe:
    """A page to ask for, with its further header lines."""

    name: str
    path: str
    headers: str = ""


@dataclass(frozen=True)
class Reading:
    """Milliseconds by (size, probe), and statements and bytes by probe."""

    times: dict[tuple[str, str], list[float]]
    queries: dict[str, int]
    sizes: dict[str, int]


def read(clients: dict[str, Client], rounds: int = ROUNDS) -> Reading:
    """Ask for every page in turn, `rounds` times, after a warm-up."""
    asked = {size: _probes(client) for size, client in clients.items()}
    for size, client in clients.items():
        for _ in range(WARM_UP):
            for probe in asked[size]:
                client.get(probe.path, probe.headers)
    queries, sizes = _weigh(clients["100k"], asked["100k"])
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    for turn in range(rounds):
        for place in range(len(asked["1k"])):
            for size in sorted(clients, reverse=bool(turn % 2)):
                probe = asked[size][place]
                times[size, probe.name].append(clients[size].get(probe.path, probe.headers).milliseconds)
    return Reading(dict(times), queries, sizes)


def _probes(client: Client) -> list[Probe]:
    found = client.json("/floor/samples")
    shelf = f"/de/de/category/{found['category']}/"
    client.get(f"/floor/keep?size={len(client.get(shelf, _FRESH).body)}")
    return [
        Probe("floor list", f"/floor/list?category={found['category']}"),
        Probe("list", shelf, _FRESH),
        Probe("product", f"/de/de/product/{found['handles'][0]}/", _FRESH),
        Probe("search", "/de/de/search/?q=serie00007", _FRESH),
        Probe("search, common word", f"/de/de/search/?q={found['word']}", _FRESH),
        Probe("floor warm", "/floor/page"),
        Probe("list, warm", shelf),
    ]


def _weigh(client: Client, probes: list[Probe]) -> tuple[dict[str, int], dict[str, int]]:
    answers = {probe.name: client.get(probe.path, f"X-Count: 1\r\n{probe.headers}") for probe in probes}
    return (
        {name: int(answer.headers["x-queries"]) for name, answer in answers.items()},
        {name: len(answer.body) for name, answer in answers.items()},
    )
