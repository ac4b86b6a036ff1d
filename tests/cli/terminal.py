"""The program on a pseudo-terminal, with somebody at the keys (POSIX only)."""

from __future__ import annotations

import os
import re
import select
import struct
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from tests.cli.calling import PROGRAM, Netwerk, without_clock

needs_terminals = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
PATIENCE_S = 30


@dataclass(frozen=True)
class Shown:
    """The exit code and everything that came on the screen: both streams, as the terminal got them."""

    code: int
    screen: str

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line, without colours and trailing blanks."""
        return [line.rstrip() for line in _COLOUR.sub("", self.screen).splitlines()]


def on_terminal(
    netwerk: Netwerk,
    *arguments: str,
    columns: int,
    rows: int = 50,
    keys: bytes = b"",
    hidden: bytes = b"",
    raw: bool = False,
    env: Mapping[str, str] | None = None,
) -> Shown:
    """Call on a terminal of so many columns; `keys` are typed when a question stands on the screen.

    Each line of what is `hidden` is typed when something is asked for that the screen does not show.

    With `raw` only standard output is a terminal, and it hands on line feeds as they are.
    """
    if sys.platform == "win32":
        raise NotImplementedError
    import fcntl
    import pty
    import subprocess
    import termios

    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    if raw:
        modes = termios.tcgetattr(there)
        modes[1] &= ~termios.OPOST
        termios.tcsetattr(there, termios.TCSANOW, modes)

    def become_master_of_the_terminal() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    with subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=there,
        stdout=there,
        stderr=subprocess.DEVNULL if raw else there,
        env=netwerk.environment(**{"TERM": "xterm-256color", **(env or {})}),
        cwd=netwerk.folder,
        start_new_session=True,
        preexec_fn=become_master_of_the_terminal,
    ) as process:
        os.close(there)
        try:
            screen = _watch(here, keys, hidden)
        finally:
            os.close(here)
        code = process.wait(PATIENCE_S)
    shown = screen.decode()
    return Shown(code, shown if raw else without_clock(shown.replace("\r\n", "\n"), netwerk.now))


def _watch(terminal: int, keys: bytes, hidden: bytes) -> bytes:
    seen, until = b"", time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side is gone
            return seen
        if not piece:
            return seen
        seen += piece
        if keys and seen.rstrip().endswith((b"N]", b"n]")):
            os.write(terminal, keys)
            keys = b""
        if hidden and seen.endswith(b": "):
            line, _, hidden = hidden.partition(b"\n")
            os.write(terminal, line + b"\n")
    raise TimeoutError(seen.decode())
