"""What is off in dossiers, a line each: `FILE:LINE: what it is`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.screen import note
from netwerk_cli.errors.dossiers import BadDossiers

if TYPE_CHECKING:
    from netwerk_cli.exchange.dossiers import Fault


def tell_fault(call: Call, fault: Fault) -> None:
    """Say what is off with a line, also with --quiet: it may be why nothing was done."""
    _tell(call, fault._asdict())


@contextlib.contextmanager
def telling_faults(call: Call) -> Iterator[None]:
    """Say each of the faults that stop a command, before the error itself; with --json they are in its details."""
    try:
        yield
    except BadDossiers as err:
        for fault in cast("list[dict[str, Any]]", err.facts["faults"]) if not call.json else ():
            _tell(call, fault)
        raise


def _tell(call: Call, fault: dict[str, Any]) -> None:
    note(call.words("{path}:{line}: {problem}", **fault))
