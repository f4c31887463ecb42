"""The one place where the environment is read: its names, types and embedded defaults."""

from collections.abc import Callable
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parent.parent.parent

env = environ.FileAwareEnv()
if (ROOT / ".env").is_file():
    env.read_env(ROOT / ".env")

EMBEDDED = env.bool("CAUSEWAY_EMBEDDED", default=True)
"""True on a laptop: SQLite, a Valkey server of our own, sandbox providers, a development key. False in production."""

DATA = Path(env.str("DATA", default=str(ROOT / "var"))).resolve()
"""Where the embedded shape keeps its database, broker, media and secrets."""


def laptop_secret(name: str, make: Callable[[], str]) -> str:
    """A random secret kept in DATA, so that it survives a restart and none stands in the repository. Embedded shape only."""
    path = DATA / name
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        path.write_text(make())
        path.chmod(0o600)
    return path.read_text()
