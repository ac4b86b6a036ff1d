"""A long line to a server: passes everything on late, and counts how often somebody asks and waits for the answer."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

QUERY = b"Q"
"""A message that asks something (PostgreSQL, §54.7); psycopg2 waits for the answer to each of them."""


class Line:
    """A line of so many seconds there and back, to a server on this machine.

    `asked` counts the messages with a question after the connection stood; the server is not to ask for SSL.
    """

    def __init__(self, port: int, there_and_back_s: float) -> None:
        self._port, self._half_s = port, there_and_back_s / 2
        self.asked = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._begin(self._listen)

    def _begin(self, work: Callable[..., None], *arguments: object) -> None:
        threading.Thread(target=work, args=arguments, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):  # somebody hung up
            while True:
                near, _ = self._listening.accept()
                time.sleep(2 * self._half_s)  # the handshake of TCP
                far = socket.create_connection(("127.0.0.1", self._port))
                for one in (near, far):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._begin(self._pass_on, near, far, _Questions(self._count))
                self._begin(self._pass_on, far, near, None)

    def _count(self) -> None:
        self.asked += 1

    def _pass_on(self, source: socket.socket, target: socket.socket, questions: _Questions | None) -> None:
        """Send on what came, each piece a while after it came, however much comes meanwhile."""
        waiting: deque[tuple[float, bytes]] = deque()
        there = threading.Condition()

        def deliver() -> None:
            with contextlib.suppress(OSError):
                while True:
                    with there:
                        there.wait_for(lambda: waiting)
                        due, data = waiting.popleft()
                    time.sleep(max(0.0, due - time.monotonic()))
                    if not data:
                        target.shutdown(socket.SHUT_WR)
                        return
                    target.sendall(data)

        self._begin(deliver)
        data = b"?"
        while data:
            try:
                data = source.recv(65_536)
            except OSError:
                data = b""
            if questions is not None:
                questions.take(data)
            with there:
                waiting.append((time.monotonic() + self._half_s, data))
                there.notify()

    def close(self) -> None:
        """Let nobody else through."""
        self._listening.close()


class _Questions:
    """Finds the messages in what a desk says: first those without a kind, then a byte, a length and the rest."""

    def __init__(self, count: Callable[[], None]) -> None:
        self._count, self._rest, self._stands = count, b"", False

    def take(self, data: bytes) -> None:
        """Take the next piece of what is said."""
        self._rest += data
        while len(self._rest) >= 5:
            kind = self._rest[:1] if self._stands else b""
            length = int.from_bytes(self._rest[len(kind) : len(kind) + 4], "big") + len(kind)
            if len(self._rest) < length:
                return
            if kind == QUERY:
                self._count()
            if not self._stands:
                self._stands = (
                    self._rest[4:6] == b"\x00\x03"
                )  # the version: what is asked before is for encryption
            self._rest = self._rest[length:]
