"""`make bench`: list, product, search and orders beside the floor of the same server, interleaved; a second start; quotes."""

import subprocess
import sys

from tests.benchmarks import databases
from tests.benchmarks.buying import buy, statements
from tests.benchmarks.reading import read
from tests.benchmarks.report import lines
from tests.benchmarks.servers import serving
from tests.benchmarks.starting import second_start


def main() -> None:
    """Print the table; a missed aim is said plainly and is no failure of the run."""
    databases.ready()
    with serving() as clients:
        reading = read(clients)
        bought = buy(clients)
        queries = {**reading.queries, **statements(clients["100k"])}
    table = lines({**reading.times, **bought}, queries, reading.sizes)
    sys.stdout.write("\n".join([*table, second_start()]) + "\n")
    sys.stdout.flush()
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.landed_cost"],
        cwd=databases.ROOT,
        env=databases.environment("1k"),
        check=True,
    )


if __name__ == "__main__":
    main()
