"""A mail server for the rows about sending, and the loop over smtplib beside which they are measured."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import environments
from bench.desk import Desk, expect
from bench.measuring import Failed, Run


class Postbox:
    """A server that is running; `port` is where."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        self._server = server
        self.port = self._answer()

    def taken(self) -> int:
        """Return how many messages came since this was asked last."""
        assert self._server.stdin is not None  # noqa: S101 (it is a pipe)
        self._server.stdin.write("\n")
        self._server.stdin.flush()
        return int(self._answer())

    def _answer(self) -> str:
        assert self._server.stdout is not None  # noqa: S101 (so is this)
        return self._server.stdout.readline().strip()


@contextmanager
def postbox(desk: Desk) -> Iterator[Postbox]:
    """Run a mail server, and let netwerk on this desk send over it."""
    command = [str(desk.theirs / "python"), str(environments.PEERS / "mail_server.py")]
    environment, pipe = dict(desk.environment), subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as server:
        try:
            found = Postbox(server)
            desk.environment |= {
                "NETWERK_MAIL_FROM": "Netwerk Voorbeeld <netwerk@example.org>",
                "NETWERK_MAIL_HOST": "127.0.0.1",
                "NETWERK_MAIL_PORT": found.port,
                "NETWERK_MAIL_SECURITY": "none",
                "NETWERK_MAIL_PER_MINUTE": "0",
            }
            yield found
        finally:
            desk.environment = environment
            server.communicate()


def send(desk: Desk, server: Postbox, size: str, count: int) -> Run:
    """Send so many messages to people who were told nothing yet."""
    desk.reset(size)
    run = desk.netwerk(size, "mail", "send", "event-0001", "--yes", "--limit", str(count))
    expect("messages that came", server.taken(), count)
    return run


def ready(desk: Desk, size: str, count: int) -> Path:
    """Return a folder with the same messages."""
    folder = desk.folder / f"messages-{size}"
    if not folder.exists():
        desk.reset(size)
        desk.netwerk(size, "mail", "write", "event-0001", "-o", str(folder))
        for more in sorted(folder.iterdir(), key=lambda path: int(path.suffixes[-2][2:]))[count:]:
            more.unlink()
    return folder


def loop(desk: Desk, server: Postbox, folder: Path, how: str, count: int) -> Run:
    """Send ready messages with smtplib: only the loop counts, as that program itself took the time."""
    script = str(environments.PEERS / "bare_smtp.py")
    run = desk.run([str(desk.theirs / "python"), script, server.port, str(folder), how])
    expect("messages that came", server.taken(), count)
    if (seconds := float(run.output)) > run.seconds:
        raise Failed(f"{script}: {seconds} s within {run.seconds}")
    return run._replace(seconds=seconds)
