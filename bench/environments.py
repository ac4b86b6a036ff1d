"""Two private environments: netwerk as people install it, and the programs it is measured beside."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / "peers"
HINDERS = ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV")
"""Variables that would bring in other modules, or make every start compile them anew."""


def make(folder: Path, source: Path) -> tuple[Path, Path]:
    """Return the folders of the programs of netwerk and of its peers, made or renewed where that is needed.

    netwerk is installed from a wheel of the checkout `source`, so that it has bytecode as it has for everybody;
    what changes in the checkout while the benchmark runs does not count. A recent pip writes the command `netwerk`.
    """
    pins = source / "constraints.txt"
    ours = _environment(folder / "netwerk", [pins, source / "pyproject.toml"])
    _install(ours, "-q", "-c", str(pins), source=source)
    theirs = _environment(folder / "peers", [PEERS / "requirements.txt"])
    _install(theirs, "-q", "-r", str(PEERS / "requirements.txt"))
    return ours / "bin", theirs / "bin"


def versions(programs: Path) -> dict[str, str]:
    """Return the version of every package of an environment."""
    listed = _run([str(programs / "python"), "-m", "pip", "list", "--format=freeze"])
    return dict(line.split("==", 1) for line in listed.splitlines() if "==" in line)


def _environment(folder: Path, made_from: list[Path]) -> Path:
    """Make a virtual environment with a recent pip, unless it is there for the same Python and the same pins."""
    wanted = _digest([sys.version, sys.base_prefix], made_from)
    stamp = folder / "made-from"
    if not (stamp.exists() and stamp.read_text("utf-8") == wanted):
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)])
        pip = [str(folder / "bin" / "python"), "-m", "pip"]
        _run([*pip, "install", "-q", "-U", "pip"])
        _run([*pip, "uninstall", "-q", "-y", "setuptools"])  # every start would run its hook, ours and theirs
        stamp.write_text(wanted, "utf-8")
    return folder


def _install(folder: Path, *arguments: str, source: Path | None = None) -> None:
    """Install once; with `source`, that project, again whenever one of its files changed."""
    files = sorted((source / "src").rglob("*.py")) if source else []
    wanted = _digest(list(arguments), files)
    stamp = folder / "installed"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    stamp.unlink(missing_ok=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", *arguments]
    _run([*pip, *([f"{source}[postgresql]"] if source else [])])
    if source:  # an unchanged version number would keep the older files
        _run([*pip, "--force-reinstall", "--no-deps", str(source)])
    stamp.write_text(wanted, "utf-8")


def _digest(texts: list[str], files: list[Path]) -> str:
    digest = hashlib.sha256("\0".join(texts).encode())
    for path in files:
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def _run(command: list[str]) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in HINDERS}
    return subprocess.run(command, env=kept, check=True, stdout=subprocess.PIPE, text=True).stdout
