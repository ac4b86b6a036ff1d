"""Whose a registration was when: a substitute takes it over, with its history.

What one of them is told of the past leaves out what is of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netwerk_cli.domain.history import Change, Entry
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.questions import HIDDEN
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.records import replace

_OF_THE_SEAT = frozenset({"status", "sessions", "without", "waits_for", "waits_since", "received_at", "turn"})
"""Fields that say nothing of a person but that of the seat, whoever has it."""
_OLD, _NEW = 0, 1


def of(registration: Registration, address: str) -> Registration:
    """Return a registration with that of its past which is of whoever has this address; no past: it never was theirs.

    Of the line that says that it changed hands, what it says of the other is left out.
    """
    key, addresses, lines = same_address(address), set[str](), list[Entry]()
    for known, before, turn, after in _turns(registration):
        if key in known:
            addresses |= known
            lines += [_without(line, _OLD) for line in before]
            lines += turn
            lines += [_without(line, _NEW) for line in after]
    return replace(
        registration,
        history=tuple(lines),
        told=tuple(one for one in registration.told if same_address(one.email) in addresses),
        messages=tuple(one for one in registration.messages if same_address(one.email) in addresses),
    )


Turn = tuple[set[str], Sequence[Entry], Sequence[Entry], Sequence[Entry]]
"""One after another has it: their addresses, the line by which they got it, those since, the line by which it went."""


def _turns(registration: Registration) -> Iterator[Turn]:
    lines = registration.history
    handed = [at for at, line in enumerate(lines) if _hands_over(line)]
    for start, stop in zip([-1, *handed], [*handed, len(lines)], strict=True):
        before = lines[start : start + 1] if start >= 0 else ()
        turn, after = lines[start + 1 : stop], lines[stop : stop + 1]
        last = _side(after[0], _OLD) if after else None
        known = {last or registration.email} if after or stop == len(lines) else set()
        known |= {side for line in turn for at in (_OLD, _NEW) if (side := _side(line, at))}
        yield {same_address(one) for one in known}, before, turn, after


def _hands_over(line: Entry) -> bool:
    return line.what == "substituted" or (line.what == "undone" and "email" in line.changes)


def _side(line: Entry, at: int) -> str | None:
    """Return the address that a line of history says was there before, or is since."""
    found = line.changes.get("email", (None, None))[at]
    return found if isinstance(found, str) else None


def _without(line: Entry, at: int) -> Entry:
    """Return a line without what one side of it says of a person."""
    return replace(line, changes={name: _hidden(name, pair, at) for name, pair in line.changes.items()})


def _hidden(name: str, pair: Change, at: int) -> Change:
    if name in _OF_THE_SEAT or not pair[at]:
        return pair
    unsaid: object = [] if isinstance(pair[at], list) else HIDDEN
    return (unsaid, pair[_NEW]) if at == _OLD else (pair[_OLD], unsaid)
