"""Everything that decides who holds a seat lives in this package.

One gate: whoever is added, revived, approved, promoted or put back, and whatever changes a cap, passes through
`gate.admission` and `gate.settle`. They count with a `Ledger`. A registration needs a seat in the event's pool and
in the pool of every session it attends; it gets them all or none, unless it asked for whatever is free.
"""

from netwerk_cli.domain.seats.changing import (
    amend,
    approve,
    attend,
    cancel,
    decline,
    is_released,
    particulars,
    promote,
    release,
    reopen,
)
from netwerk_cli.domain.seats.gate import OVERRULABLE, Outcome, Request, attends, settle
from netwerk_cli.domain.seats.ledger import Ledger, Pool, seats_held
from netwerk_cli.domain.seats.registering import objections, register

__all__ = [
    "OVERRULABLE",
    "Ledger",
    "Outcome",
    "Pool",
    "Request",
    "amend",
    "approve",
    "attend",
    "attends",
    "cancel",
    "decline",
    "is_released",
    "objections",
    "particulars",
    "promote",
    "register",
    "release",
    "reopen",
    "seats_held",
    "settle",
]  # fmt: skip
