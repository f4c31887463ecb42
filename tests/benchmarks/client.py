"""A lean HTTP client over one kept connection, so that both sides of a comparison bear the same small cost of asking."""

import json
import socket
import time
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """An answer and how many milliseconds it took."""

    status: int
    headers: dict[str, str]
    body: bytes
    milliseconds: float


class Client:
    """One kept connection to a server."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path: str, headers: str = "") -> Answer:
        """GET a path with further header lines. Raises AssertionError when the answer is not 200."""
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{headers}\r\n".encode()
        began = time.perf_counter()
        self._socket.sendall(request)
        head, body = self._read()
        took = (time.perf_counter() - began) * 1000
        status, *lines = head.decode("latin-1").split("\r\n")
        fields = dict(line.lower().split(": ", 1) for line in lines)
        answer = Answer(int(status.split()[1]), fields, body, took)
        assert answer.status == 200, f"{path}: {status} {fields} {body[:500]!r}"
        return answer

    def json(self, path: str) -> dict[str, Any]:
        """The document at a path."""
        found: dict[str, Any] = json.loads(self.get(path).body)
        return found

    def _read(self) -> tuple[bytes, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._receive()
        head, _, body = data.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        parts, size = [body], len(body)
        while size < length:
            parts.append(self._receive())
            size += len(parts[-1])
        return head, b"".join(parts)

    def _receive(self) -> bytes:
        data = self._socket.recv(262144)
        if not data:
            raise ConnectionError("the server went away")
        return data
