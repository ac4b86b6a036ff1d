"""Bad luck with a server: a relay that cuts the line when it is told to, and desks that register people over it."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

COMMIT = b"commit\0"


class Relay:
    """Passes on what is said between a desk and a server, and cuts the line at the first `word`, which is COMMIT."""

    def __init__(
        self,
        port: int,
        *,
        reaches: bool,
        meanwhile: Callable[[], None] | None = None,
        word: bytes = COMMIT,
    ) -> None:
        """Let it through, or not; then cut, once, after what is to happen `meanwhile`."""
        self.port, self.reaches, self.meanwhile, self.word = port, reaches, meanwhile, word
        self.cut = False
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._closing = False
        self._begin(self._listen)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._listening.getsockname()[1]}"

    def _begin(self, work: Callable[..., None], *arguments: object) -> None:
        self._threads.append(threading.Thread(target=work, args=arguments, daemon=True))
        self._threads[-1].start()

    def _listen(self) -> None:
        while not self._closing:
            try:
                desk, _ = self._listening.accept()
            except TimeoutError:
                continue
            desk.settimeout(None)
            self._open.append(desk)
            try:
                server = socket.create_connection(("127.0.0.1", self.port))
            except OSError:
                desk.shutdown(socket.SHUT_RDWR)
                continue
            self._open.append(server)
            self._begin(self._pass_on, server, desk, False)
            self._begin(self._pass_on, desk, server, True)

    def _pass_on(self, source: socket.socket, target: socket.socket, watched: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                if watched and not self.cut and self.word in data:
                    self.cut = True
                    self._end(source, target, data)
                    return
                target.sendall(data)
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _end(self, desk: socket.socket, server: socket.socket, data: bytes) -> None:
        desk.shutdown(socket.SHUT_RDWR)
        if self.reaches:
            server.sendall(data)
            server.shutdown(socket.SHUT_WR)
        else:
            server.shutdown(socket.SHUT_RDWR)
        if self.meanwhile is not None:
            self.meanwhile()

    def close(self) -> None:
        """Let nobody through any more."""
        self._closing = True
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        for one in (self._listening, *self._open):
            one.close()


@contextlib.contextmanager
def relayed(
    port: int, *, reaches: bool, meanwhile: Callable[[], None] | None = None, word: bytes = COMMIT
) -> Iterator[Relay]:
    """Give a relay for as long as it is wanted."""
    relay = Relay(port, reaches=reaches, meanwhile=meanwhile, word=word)
    try:
        yield relay
    finally:
        relay.close()
