"""What was changed about an event or group, a line for each field: `audiences: 11 → 1 (kabinet)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from netwerk_cli import terms
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.language import full, short, word
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.questions import YesNo
from netwerk_cli.domain.registrations import Status
from netwerk_cli.errors.planning import QuestionAnswered
from netwerk_cli.exchange.dossiers import key_of
from netwerk_cli.services.event_fields import MAIN
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.planning import Change, changes
from netwerk_cli.services.sorting import is_moment
from netwerk_cli.store.changes import ChangeRecord

_TERMS = {
    term.key: term
    for term in (
        *terms.QUESTION,
        *terms.MILESTONE,
        *terms.MATERIAL,
        *terms.GROUP,
        *terms.SESSION,
        *terms.EVENT,
    )
    if term.key
}
_HEADINGS = terms.headings(terms.MEMBERSHIP) | terms.headings(terms.REGISTRATION)
_COUNTED = r"(\d+) (day|minute)s before(.*)"
"""How a reminder is written, as `leads.Lead` has it."""
_ASIDE = r"(.*)=(\d+) until (\S+)"
"""How seats that are set aside are written, as `set_asides.SetAside` has it."""
_RECORDED = {"closed_at": "closed at", "closed_by": "closed by", "file": "file"}
_WITHIN = {
    "session": "session {id}",
    "question": "question {id}",
    "material": "material {id}",
    "milestone": "milestone {id}",
}
_LONG = 60
_MANY = 5


def tell_changes(call: Call, before: Owner | None, after: Owner) -> list[dict[str, object]]:
    """Say what each changed field said, and what it says now; return that for scripts."""
    found = list(changes(before, after)) if before is not None else []
    for change in found:
        call.say("{name}: {old} → {new}", **told(call, change))
    return [change._asdict() for change in found]


def told(call: Call, change: Change, *, whole: bool = False) -> dict[str, str]:
    """Return what a person calls a field that changes, and both its values as they read them, in short or whole."""
    part, _, key = change.field.rpartition(".")
    kind, _, id = part.partition(".")
    within = call.words(_WITHIN[kind], id=id) if part else ""
    return {
        "name": " ".join(filter(None, (within, call.words(label(key))))),
        **_sides(call, key, change, whole=whole),
    }


def label(key: str) -> str:
    """Return what a person calls the key of a dossier."""
    return _TERMS[key].heading if key in _TERMS else key


def ask_before_losing(call: Call, before: Owner | None, after: Owner) -> None:
    """Ask, where there is somebody to ask, before a list is replaced by one that lacks some of what it holds."""
    if not call.asks:
        return
    for field in ("audiences", "organisers", "set_asides", "accreditations"):
        old, new = ([_name(one) for one in getattr(owner, field, ())] for owner in (before, after))
        if gone := [one for one in old if one not in new]:
            call.confirm(
                "{field}: {old} → {new}, without {gone}. Go on?",
                field=call.words(label(key_of(field))),
                old=str(len(old)),
                new=str(len(new)),
                gone=", ".join(gone[:_MANY] + ["…"] * (len(gone) > _MANY)),
            )


def confirm_losing(call: Call, refusal: QuestionAnswered) -> None:
    """Ask before answers go with their question, and say that they do. Raises as `Call.confirm`."""
    call.confirm(
        "{count:person has|people have} answered '{question}'; that goes with the question. Go on?",
        **refusal.facts,
    )
    call.warn("The answers of {count:person|people} to '{question}' go.", **refusal.facts)


def _name(one: object) -> str:
    return str(getattr(one, "audience", one))


def _sides(
    call: Call, key: str, change: Change, *, whole: bool = False, brief: bool = False
) -> dict[str, str]:
    """Return both values as a person reads them; in short, of a list of several the number, and what is in it now.

    What is `brief` has short dates.
    """
    if not whole and (isinstance(change.old, list) or isinstance(change.new, list)):
        old, new = (value if isinstance(value, list) else [] for value in (change.old, change.new))
        if len(old) == len(new) == 1:
            return {"old": _item(call, key, old[0]), "new": _item(call, key, new[0])}
        named = [_item(call, key, value) for value in new[:_MANY]] + ["…"] * (len(new) > _MANY)
        return {"old": str(len(old)), "new": f"{len(new)} ({', '.join(named)})" if new else "0"}
    sides = {"old": change.old, "new": change.new}
    return {side: _value(call, key, value, whole=whole, brief=brief) for side, value in sides.items()}


def _item(call: Call, key: str, value: object) -> str:
    """Return one of a list as a person reads it."""
    if key == key_of("set_asides") and (aside := re.fullmatch(_ASIDE, str(value))):
        until = short(datetime.fromisoformat(aside[3]), call.language, year=call.now.year)
        return call.words(
            "{seats:seat|seats} for {audience} until {until}",
            audience=aside[1],
            seats=int(aside[2]),
            until=until,
        )
    return one_line(call, value)


def _value(call: Call, key: str, value: object, *, whole: bool = False, brief: bool = False) -> str:
    field = _TERMS[key].field if key in _TERMS else key if key in _RECORDED else ""
    if field == "remind_before" and (counted := re.fullmatch(_COUNTED, str(value))):
        count = int(counted[1])
        if counted[2] == "minute":
            return call.words("{count:minute|minutes} before the start", count=count)
        return call.words("{count:day|days} before the start", count=count) + counted[3]
    if is_moment(field) and isinstance(value, str):
        if "before" in value:
            return call.words("counted back from the start")
        moment = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
        return short(moment, call.language, year=call.now.year) if brief else full(moment, call.language)
    known = Status if key == "status" else _TERMS[key].choices if key in _TERMS else None
    if isinstance(value, str) and (known or key in terms.WORDS):
        return word(value, call.language, known)
    return one_line(call, value, whole=whole)


def one_line(call: Call, value: object, *, whole: bool = False) -> str:
    """Return a value on a line: nothing, yes or no, a list, or a text, of a long one the beginning unless `whole`."""
    if value is None or value in ("", []):
        return call.words("(nothing)")
    if isinstance(value, bool):
        return call.words("yes" if value else "no")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = " ".join(str(value).split())
    return text if whole or len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def deed(change: ChangeRecord) -> str:
    """Return what a change did; to people that is a word of registrations, which can be another than of events."""
    people = any(table.startswith("registrations:") for table in change.records)
    return Status.CANCELLED if people and change.what == Status.CANCELLED else change.what


_UNTOLD = frozenset({
    "turn", "sequence", "number", "waits_since", "event", "group", "attendance", "opens_before", "closes_before",
    "import_columns", "calendar_uid", "calendar_digest", "exported", "certificate_key", "messages",
})  # fmt: skip
"""Fields of a history that no organiser ever typed, or that what was done says."""


def tell_entry(call: Call, name: str, entry: Entry) -> None:
    """Say what a line of history changed about a record, a line for each field."""
    for field, pair in _told(entry.changes):
        call.say("{name}: {old} → {new}", name=f"{name} {_name_of(call, field)}", **_pair(call, field, pair))


def entry_text(call: Call, changes: Mapping[str, Sequence[object]]) -> str:
    """Return what a line of history changed, in one line, with short dates."""
    return "; ".join(
        call.words(
            "{name}: {old} → {new}", name=_name_of(call, field), **_pair(call, field, pair, brief=True)
        )
        for field, pair in _told(changes)
    )


def entry_changes(entry: Entry) -> list[dict[str, object]]:
    """Return what a line of history changed, as scripts get it."""
    return [Change(field, *pair)._asdict() for field, pair in _told(entry.changes)]


def _told(changes: Mapping[str, Sequence[object]]) -> Iterator[tuple[str, Sequence[object]]]:
    for field, pair in changes.items():
        if field.rpartition(".")[2] not in _UNTOLD and not (field == "status" and pair[0] is None):
            yield field, pair


def _name_of(call: Call, field: str) -> str:
    part, _, last = field.rpartition(".")
    if part == "answers":
        return last
    said = call.words(_RECORDED.get(last) or _HEADINGS.get(last) or label(key_of(last)))
    kind, _, id = part.partition(".")
    within = call.words(_WITHIN[kind.removesuffix("s")], id=id) if id else part
    return f"{within} {said}" if part not in ("", MAIN) else said


def _pair(call: Call, field: str, pair: Sequence[object], *, brief: bool = False) -> dict[str, str]:
    if field.startswith("answers."):
        pair = [word(str(one), call.language, YesNo) if one in tuple(YesNo) else one for one in pair]
    return _sides(call, key_of(field.rpartition(".")[2]), Change(field, *pair), brief=brief)
