"""Orders: the service beside the bare SQL, one buyer at a time and many for one variant, on both databases."""

from collections import defaultdict

from tests.benchmarks.client import Client

ROUNDS = 150
BURSTS = 12
BURST = 24
_WARM_UP = 20
_WAYS = {"floor order": "bare", "place order": "service"}

Times = dict[tuple[str, str], list[float]]


def buy(clients: dict[str, Client]) -> Times:
    """Milliseconds by (size, name) as the server measured them: no HTTP is in them."""
    for client in clients.values():
        client.json(f"/floor/prepare?kind=one&count={2 * (ROUNDS + _WARM_UP)}")
        client.json(f"/floor/prepare?kind=hot&count={2 * BURST * (BURSTS + 1)}")
    times = _alternate(clients, "/floor/order?way={}", "", rounds=ROUNDS, skip=_WARM_UP)
    hot = _alternate(clients, f"/floor/burst?count={BURST}&way={{}}", ", hot", rounds=BURSTS, skip=1)
    return {**times, **hot}


def statements(client: Client) -> dict[str, int]:
    """How many statements one order takes in the service."""
    client.json("/floor/prepare?kind=one&count=1")
    answer = client.get("/floor/order?way=service", "X-Count: 1\r\n")
    return {"place order": int(answer.headers["x-queries"])}


def _alternate(clients: dict[str, Client], path: str, suffix: str, *, rounds: int, skip: int) -> Times:
    times: Times = defaultdict(list)
    for turn in range(-skip, rounds):
        for name, way in _WAYS.items():
            for size in sorted(clients, reverse=bool(turn % 2)):
                took = float(clients[size].json(path.format(way))["ms"])
                if turn >= 0:
                    times[size, f"{name}{suffix}"].append(took)
    return dict(times)
