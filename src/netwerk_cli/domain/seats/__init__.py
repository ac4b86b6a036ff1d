"""Everything that decides who holds a seat lives in this package.

One gate: whoever is added, revived, approved, promoted, corrected, substituted or put back, and whatever changes a
cap, passes through `gate.admission` and `gate.settled`. They ask a `Book`, which counts with a `Ledger`. A registration
needs a seat in the event's pool and in the pool of every session it attends; it gets them all or none, unless it asked
for whatever is free.
"""

from netwerk_cli.domain.seats.amending import amend, is_released, release, reopen
from netwerk_cli.domain.seats.book import Book
from netwerk_cli.domain.seats.changing import approve, cancel, choose, decline, excuse, reinstate
from netwerk_cli.domain.seats.correcting import edit, substitute
from netwerk_cli.domain.seats.door import let_in
from netwerk_cli.domain.seats.gate import Outcome, Request
from netwerk_cli.domain.seats.ledger import OTHERS, Ledger, Pool, given_until, in_both, seats_held
from netwerk_cli.domain.seats.moving import settle
from netwerk_cli.domain.seats.offering import Offer, is_full, offer
from netwerk_cli.domain.seats.promoting import ended, promote
from netwerk_cli.domain.seats.registering import enter, objections, register
from netwerk_cli.domain.seats.undoing import undo

__all__ = [
    "OTHERS",
    "Book",
    "Ledger",
    "Offer",
    "Outcome",
    "Pool",
    "Request",
    "amend",
    "approve",
    "cancel",
    "choose",
    "decline",
    "edit",
    "ended",
    "enter",
    "excuse",
    "given_until",
    "in_both",
    "is_full",
    "is_released",
    "let_in",
    "objections",
    "offer",
    "promote",
    "register",
    "reinstate",
    "release",
    "reopen",
    "seats_held",
    "settle",
    "substitute",
    "undo",
]  # fmt: skip
