"""A pager for lists that are longer than the screen, as git and gh start one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

from netwerk_cli.cli.screen import height

_QUIET = ("no_pager", "no_input", "json", "quiet")
_USUAL = "less -FRX"
_NONE = ("", "cat")


def paged(data: bytes, options: Mapping[str, Any]) -> bool:
    """Show `data` in a pager; False where none is wanted, needed or found, and it is still to be written."""
    if sys.stdout is None or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return False
    if any(options.get(name) for name in _QUIET) or data.count(b"\n") < height():
        return False
    command = os.environ.get("NETWERK_PAGER", os.environ.get("PAGER", _USUAL)).strip()
    return command not in _NONE and _shown(data, command)


def _shown(data: bytes, command: str) -> bool:
    """Let the pager have the data and the keyboard until it ends; it may do so before it has read everything."""
    import shlex
    import signal
    import subprocess

    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c", **os.environ}
    try:
        pager = subprocess.Popen(  # noqa: S603 (what the reader asks for, without a shell)
            shlex.split(command), stdin=subprocess.PIPE, env=environment
        )
    except (OSError, ValueError):  # not there, or quotation marks that never close
        return False
    interrupts = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's while it runs
    try:
        pager.communicate(data)
    finally:
        signal.signal(signal.SIGINT, interrupts or signal.SIG_DFL)
    return True
