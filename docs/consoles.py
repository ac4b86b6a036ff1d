"""The recorded terminal sessions in our pages: found, played again, and refreshed.

A session is a fenced block marked `console`. A line that begins with `$ ` is a command (it goes on after a backslash,
and up to `END` after `<<'END'`); the lines below it are what it printed. The blocks of a page are played in order, in
one new and empty home folder. Known are `netwerk`, `export NAME=VALUE`, `NAME=VALUE netwerk …`, `cat`, `mkdir`,
`echo $?`, a pipe into another program, and `> FILE`. Whatever should not be played is marked `sh` or `text` instead.

What a person sees is what counts: output and messages together, in the order in which they appear, as on a terminal
of 100 columns without colours. Two things differ. The lines in which netwerk repeats the clock it was given
(`NETWERK_NOW: …`) are left out, and the home folder is called `/home/testine`. In a recorded answer, a line `…`
stands for any lines, and `…` within a line for any text.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path

from netwerk_cli.cli import gate
from netwerk_cli.errors import Failed

HOME_SHOWN = "/home/testine"
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "NO_COLOR": "1",
    "COLUMNS": "100",
    "TZ": "Europe/Brussels",
    "NETWERK_USER": "testine",
}
_OURS = ("NETWERK_", "XDG_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR")
_ASSIGNED = re.compile(r"[A-Z_]+=")
_PLACEHOLDER = "…"


class _Screen(io.TextIOWrapper):
    """A text stream that says whether it is a terminal."""

    def __init__(self, buffer: io.BytesIO, *, terminal: bool) -> None:
        super().__init__(buffer, encoding="utf-8", newline="\n", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


class Terminal:
    """A terminal in an empty home folder, as a newcomer sits down at it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.status = 0

    def type(self, command: str) -> list[str]:
        """Run one command and return the lines that appear."""
        shown = self._run(command.replace("\\\n", " "))
        text = (
            shown.decode("utf-8")
            .replace(str(self.home), HOME_SHOWN)
            .replace("\r\n", "\n")
            .replace("\ufeff", "")
        )
        lines = text.split("\n")[:-1] if text.endswith("\n") else text.split("\n") if text else []
        return [line.rstrip() for line in lines if not line.startswith("NETWERK_NOW: ")]

    def _run(self, command: str) -> bytes:
        """Return what appears on the screen."""
        command, _, here = command.partition("\n")
        words = shlex.split(command, comments=True)
        if here:
            words, here = words[:-1], here.rpartition("\n")[0] + "\n"
        words, target = (words[:-2], words[-1]) if words[-2:-1] == [">"] else (words, None)
        words, consumer = (
            (words[: words.index("|")], words[words.index("|") + 1 :]) if "|" in words else (words, [])
        )
        screen, data = self._program(words, here, terminal=not consumer and target is None)
        if consumer:
            data = subprocess.run(consumer, input=data, stdout=subprocess.PIPE, check=True).stdout
        if target is not None:
            Path(target).write_bytes(data)
            data = b""
        return screen + data

    def _program(self, words: list[str], here: str, *, terminal: bool) -> tuple[bytes, bytes]:
        """Return what a program says on the screen, and what it puts on standard output apart from that."""
        given = list(words)
        if given[0] == "export":
            os.environ.update(_assignments(given[1:]))
            return b"", b""
        before = list(takewhile(_ASSIGNED.match, given))
        match given[len(before) :]:
            case ["netwerk", *arguments]:
                return self._netwerk(arguments, _assignments(before), terminal=terminal)
            case ["cat"]:
                return b"", here.encode()
            case ["cat", *names]:
                return b"", b"".join(Path(name).read_bytes() for name in names)
            case ["mkdir", name]:
                Path(name).mkdir()
                return b"", b""
            case ["echo", "$?"]:
                return b"", f"{self.status}\n".encode()
        raise ValueError(f"cannot play '{shlex.join(words)}': mark the block as sh, or see docs/consoles.py")

    def _netwerk(
        self, arguments: list[str], once: Mapping[str, str], *, terminal: bool
    ) -> tuple[bytes, bytes]:
        screen = io.BytesIO()
        data = screen if terminal else io.BytesIO()
        before = dict(os.environ)
        streams = sys.stdin, sys.stdout, sys.stderr
        sys.stdin = _Screen(io.BytesIO(), terminal=False)
        sys.stdout, sys.stderr = _Screen(data, terminal=terminal), _Screen(screen, terminal=False)
        try:
            os.environ.update(once)
            self.status = gate.run(arguments)
            if self.status == Failed.exit_code:
                raise ValueError(f"'netwerk {shlex.join(arguments)}' failed: {screen.getvalue().decode()}")
        finally:
            ours = sys.stdin, sys.stdout, sys.stderr
            sys.stdin, sys.stdout, sys.stderr = streams
            for stream in ours:
                stream.detach()
            os.environ.clear()
            os.environ.update(before)
        return screen.getvalue(), b"" if data is screen else data.getvalue()


def _assignments(words: list[str]) -> dict[str, str]:
    """Return the variables that words such as `NETWERK_DB=kickoff.json` set."""
    return {name: value for name, _, value in (word.partition("=") for word in words)}


@contextlib.contextmanager
def terminal() -> Iterator[Terminal]:
    """Sit down at a new terminal; everything is as it was afterwards."""
    before, folder = dict(os.environ), Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name).resolve()
        for key in [key for key in before if key.startswith(_OURS)]:
            del os.environ[key]
        os.environ.update(ENVIRONMENT, HOME=str(home), USERPROFILE=str(home))
        os.chdir(home)
        try:
            yield Terminal(home)
        finally:
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(before)


def played(text: str) -> str:
    """Return a page with every recorded answer refreshed; an answer that still fits is left as it is."""
    lines = iter(text.split("\n"))
    out: list[str] = []
    with terminal() as screen:
        for line in lines:
            out.append(line)
            if line == "```console":
                out += _block(lines, screen)
    return "\n".join(out)


def _block(lines: Iterator[str], screen: Terminal) -> list[str]:
    out: list[str] = []
    line = next(lines)
    while line != "```":
        if not line.startswith("$ "):
            raise ValueError(f"no command before '{line}'")
        command = [line]
        while command[-1].endswith("\\"):
            command.append(next(lines))
        if command[-1].endswith("<<'END'"):
            while command[-1] != "END":
                command.append(next(lines))
        recorded = []
        while (line := next(lines)) != "```" and not line.startswith("$ "):
            recorded.append(line)
        shown = screen.type("\n".join(command)[2:])
        out += [*command, *(recorded if fits(recorded, shown) else shown)]
    return [*out, "```"]


def fits(recorded: list[str], shown: list[str]) -> bool:
    """Whether a recorded answer is the one that was shown, with `…` for what was left out."""
    if not recorded:
        return not shown
    if recorded[0] == _PLACEHOLDER:
        return any(fits(recorded[1:], shown[skipped:]) for skipped in range(len(shown) + 1))
    if not shown:
        return False
    pattern = ".*".join(re.escape(part) for part in recorded[0].split(_PLACEHOLDER))
    return re.fullmatch(pattern, shown[0]) is not None and fits(recorded[1:], shown[1:])
