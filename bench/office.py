"""The same data in a PostgreSQL server: one that NETWERK_TEST_POSTGRES names, or one of our own while the rows run."""

from __future__ import annotations

import os
import subprocess
from urllib.parse import urlsplit

from bench import environments
from bench.desk import Desk
from bench.line import Line
from bench.measuring import Run, Skipped, process

_SERVE = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from tests import servers\n"
    "with servers.running(fsync='on', shared_buffers='128MB') as address:\n"
    "    print(address or '', flush=True); sys.stdin.read()\n"
)
"""It flushes what it is told to keep, as the file does."""
LINE_S = 0.03


class Office:
    """Runs netwerk on databases with the data of a desk, one for each size."""

    def __init__(self, desk: Desk) -> None:
        """Start a server, unless one is named. Raises `Skipped`: there is none to be had."""
        self.desk = desk
        kept = {name: value for name, value in os.environ.items() if name not in environments.HINDERS}
        self._serving = subprocess.Popen(
            [str(desk.theirs / "python"), "-c", _SERVE, str(environments.ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=kept,
        )
        self.server = self._serving.stdout.readline().strip() if self._serving.stdout else ""
        if not self.server:
            self.close()
            raise Skipped(
                "there is no PostgreSQL server here; NETWERK_TEST_POSTGRES=postgresql://… names one"
            )

    def address(self, size: str) -> str:
        """Return where the data of one size is."""
        return f"{self.server}/bench_{size}"

    def fill(self, size: str) -> None:
        """Put the data as it was generated into a new database."""
        script = str(environments.ROOT / "bench" / "fill.py")
        source = str(self.desk.folder / size / "pristine.json")
        self.desk.run([str(self.desk.ours / "python"), script, self.server, f"bench_{size}", source])

    def netwerk(self, size: str, *words: str, address: str | None = None) -> Run:
        """Call netwerk on the database of one size."""
        place = {"NETWERK_DB": address or self.address(size)}
        return process([str(self.desk.ours / "netwerk"), *words], {**self.desk.environment, **place})

    def add(self, size: str, event: str = "event-0001", *, address: str | None = None) -> Run:
        """Register somebody new."""
        return self.netwerk(size, *self.desk.adding(event), address=address)

    def add_over(self, line: Line, size: str) -> Run:
        """Register somebody new over a line, and count the questions."""
        before = line.asked
        where = f"postgresql://{urlsplit(self.server).username}@127.0.0.1:{line.port}/bench_{size}?sslmode=disable"
        return self.add(size, address=where)._replace(trips=line.asked - before)

    def line(self) -> Line:
        """Lay a long line to the server. Raises `Skipped`: it is not on this machine."""
        found = urlsplit(self.server)
        if found.hostname != "127.0.0.1" or found.password:
            raise Skipped("the server that is named is not one of this machine that lets everybody in")
        return Line(found.port or 5432, LINE_S)

    def close(self) -> None:
        """End the server, if it is ours."""
        if self._serving.stdin is not None:
            self._serving.stdin.close()
        self._serving.wait(30)


_offices: list[Office] = []


def of(desk: Desk) -> Office:
    """Return the office beside a desk, begun when it is first asked for. Raises `Skipped`."""
    if not _offices:
        _offices.append(Office(desk))
    return _offices[0]


def close() -> None:
    """End what was begun."""
    while _offices:
        _offices.pop().close()
