"""A calendar as somebody has it: khal on a telephone and a laptop, kept the same by vdirsyncer over Radicale."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PROGRAMS = Path(sys.executable).parent
_KHAL = """[calendars]
[[{name}]]
path = {folder}
[sqlite]
path = {folder}.db
[locale]
local_timezone = Europe/Brussels
default_timezone = Europe/Brussels
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
_SHOWN = "{start-long}|{end-long}|{cancelled}{title}|{location}"


class Clients:
    """Programs of a calendar in a folder of their own. `remotes` are where vdirsyncer fetches a device's entries."""

    def __init__(self, folder: Path, remotes: Mapping[str, str]) -> None:
        self.folder = folder
        pairs = [
            f'[pair {device}]\na = "{device}_here"\nb = "{device}_there"\ncollections = null\n'
            f'[storage {device}_here]\ntype = "filesystem"\npath = "{folder / device}"\nfileext = ".ics"\n'
            f"[storage {device}_there]\n{there}\n"
            for device, there in remotes.items()
        ]
        for device in remotes:
            (folder / device).mkdir()
            config = _KHAL.format(name=device, folder=folder / device)
            (folder / f"{device}.conf").write_text(config, "utf-8")
        general = f'[general]\nstatus_path = "{folder / "status"}"\n'
        (folder / "vdirsyncer.conf").write_text(general + "".join(pairs), "utf-8")
        self._run("vdirsyncer", "-c", "vdirsyncer.conf", "discover", typed="y\n" * 9)

    def take_in(self, device: str, file: Path) -> None:
        """Open a calendar file on a device, as somebody does with what came by mail."""
        self._run("khal", "-c", f"{device}.conf", "import", "--batch", "-a", device, str(file))

    def fetch(self, device: str, *, code: int = 0) -> str:
        """Make a device and where its entries come from the same; return what was said of it."""
        return self._run("vdirsyncer", "-c", "vdirsyncer.conf", "sync", device, code=code)

    def shown(self, device: str) -> list[str]:
        """Return what khal shows from the first of January 2024 on: start, end, title and place."""
        listed = ("list", "--format", _SHOWN, "--day-format", "", "2024-01-01", "120d")
        return self._run("khal", "-c", f"{device}.conf", *listed).splitlines()

    def _run(self, program: str, *arguments: str, typed: str = "", code: int = 0) -> str:
        done = subprocess.run(
            [str(PROGRAMS / program), *arguments],
            cwd=self.folder,
            env={**os.environ, "HOME": str(self.folder), "LANG": "C.UTF-8", "TZ": "Europe/Brussels"},
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


@contextmanager
def radicale(folder: Path) -> Iterator[str]:
    """Run a calendar server; yield the address of an empty calendar of Ans."""
    with socket.create_server(("127.0.0.1", 0)) as asked:  # it does not look for a port by itself
        port = asked.getsockname()[1]
    command = [sys.executable, "-m", "radicale", "--auth-type=none", f"--server-hosts=127.0.0.1:{port}"]
    nothing = subprocess.DEVNULL
    with subprocess.Popen(
        [*command, f"--storage-filesystem-folder={folder}"],
        env={**os.environ, "RADICALE_CONFIG": ""},
        stdout=nothing,
        stderr=nothing,
    ) as server:
        try:
            url = f"http://127.0.0.1:{port}/ans/agenda/"
            _make_calendar(url, until=time.monotonic() + 30)
            yield url
        finally:
            server.terminate()


def _make_calendar(url: str, *, until: float) -> None:
    """Make it as soon as the server answers."""
    ask = urllib.request.Request(url, method="MKCALENDAR", headers={"Authorization": "Basic YW5zOng="})  # noqa: S310
    while True:
        try:
            with urllib.request.urlopen(ask, timeout=30) as answer:  # noqa: S310
                assert answer.status == 201
                return
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def web(folder: Path) -> Iterator[str]:
    """Serve a folder; yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join(30)
