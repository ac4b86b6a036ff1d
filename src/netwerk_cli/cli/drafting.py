"""What `netwerk draft` says: the dossier or the facts on standard output, and a summary for who looks on."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from netwerk_cli import announce, dates, terms
from netwerk_cli.cli.call import Call, Row
from netwerk_cli.cli.changes import told
from netwerk_cli.cli.language import full, word
from netwerk_cli.cli.listings import DIFFERENCES, DRAFT, Listing
from netwerk_cli.cli.screen import note_raw, read_by_somebody
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.moments import from_text
from netwerk_cli.exchange.documents import LARGEST
from netwerk_cli.services import draft_updates, drafting, exports
from netwerk_cli.services.draft_updates import Difference, Update
from netwerk_cli.services.drafting import Draft
from netwerk_cli.wording import Wording

_MONTH = re.compile(r"([1-9][0-9]{3})(?:-(0[1-9]|1[0-2]))?", re.ASCII)
"""A month or a year, which is all that many pages say of when they came out."""


class Asked(NamedTuple):
    """What was typed: when the text came out, what it is compared with, and where the dossier goes."""

    published: str | None
    update: str | None
    output: str | None


def draft(call: Call, file: str, asked: Asked) -> None:
    """Read an announcement, and print the dossier or the facts."""
    published = _day(call, asked.published)
    data = call.input(file, LARGEST + 1)
    source = call.words("standard input") if file == "-" else typed_path(file).name
    read = drafting.read(data, source, published=published)
    for one in _remarks(read):
        call.say("{text}", text=one)
    if asked.update is not None:
        _compare(call, read, asked.update, asked.output)
    elif call.json:
        call.put(announce.shape(read.facts, None if file == "-" else file))
    else:
        _summarise(call, [*_facts(call, read)], DRAFT)
        _deliver(call, drafting.dossier(read, lambda one: _say(call, one)), asked.output)


def _remarks(read: Draft) -> Iterator[Wording]:
    if read.facts.empty:
        yield drafting.nothing(read)
    if not read.whole:
        yield Wording("Only the first {most} characters were read.", most=announce.LONGEST)


def _day(call: Call, typed: str | None) -> date | None:
    """Return the day that was typed behind --published, of a month or a year its first. Raises `BadDate`."""
    if typed is None:
        return None
    whole = _MONTH.fullmatch(typed.strip())
    return (
        date(int(whole[1]), int(whole[2] or 1), 1)
        if whole
        else dates.read_day(typed, zone=call.zone, now=call.now)
    )


def _say(call: Call, one: Wording) -> str:
    return call.words("{text}", text=one)


def _deliver(call: Call, data: bytes, output: str | None) -> None:
    if output in (None, "-"):
        call.write(data)
        return
    exports.put(call.caller(), typed_path(str(output)), data)
    call.say("Wrote {path} ({size:byte|bytes}).", path=output, size=len(data))


# --------------------------------------------------------------------- summary
def _summarise(call: Call, rows: list[Row], kind: Listing) -> None:
    """Show rows to who looks at standard error: standard output has the dossier."""
    if not rows or not read_by_somebody(sys.stderr) or call.options.get("quiet"):
        return
    from netwerk_cli.cli import cells

    note_raw(cells.drawn(rows, kind, (), call.reader(kind.known), color=False))


_FACTS = terms.columns(
    "title", "kind", "sessions", "location", "online", "capacity", "closes", "audiences", "organisers", "cost",
    "signup", "access", "warnings", sessions="when", closes="registration until", signup="registration",
    warnings="look at",
)  # fmt: skip
"""What a summary shows, and what a person reads for it."""


def _facts(call: Call, read: Draft) -> Iterator[Row]:
    """Yield a row for each fact: what was read, and the first of the words that it came from."""
    shape: Mapping[str, Any] = announce.shape(read.facts, None)
    for name, heading in terms.headings(_FACTS).items():
        values = _values(call, shape, name)
        places = shape["found"].get(name, [])
        for number, value in enumerate(values):
            place = places[number] if number < len(places) else {"line": None, "words": None}
            unsure = name in shape["unsure"]
            yield {
                "field": call.words(heading) if not number else "",
                "value": f"{value} ?" if unsure else value,
                **place,
            }


def _values(call: Call, shape: Mapping[str, Any], name: str) -> list[str]:
    value = shape[name]
    if value in (None, False, []):
        return []
    if value is True:
        return [call.words("yes")]
    if name == "sessions":
        return [_when(call, one) for one in value]
    if name in ("kind", "access"):
        return [word(value, call.language)]
    if name == "warnings":
        return [_say(call, drafting.CAUTIONS[announce.Warning(one)]) for one in value]
    if name == "closes":
        return [full(from_text(value), call.language)]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _when(call: Call, session: Mapping[str, Any]) -> str:
    """Return a start, and an end in short where that is on the same day."""
    start = full(from_text(session["start"]), call.language)
    if session["end"] is None:
        return start
    same = session["end"][:10] == session["start"][:10]
    return f"{start} – {session['end'][11:16] if same else full(from_text(session['end']), call.language)}"


# ------------------------------------------------------------------ comparing
def _compare(call: Call, read: Draft, slug: str, output: str | None) -> None:
    """Say what the text says otherwise than an event or group, and write the dossier that says it."""
    found = draft_updates.update(call.caller(), slug, read)
    if call.json:
        call.put(_shape(found))
        if output not in (None, "-"):
            _deliver(call, found.dossier, output)
        return
    if not found.differences:
        call.say("'{slug}' says what the text says.", slug=slug)
    if read_by_somebody(sys.stderr):
        _summarise(call, [_row(call, one) for one in found.differences], DIFFERENCES)
    else:
        for one in found.differences:
            call.say("{name}: {old} → {new}{words}", **told(call, one.change), words=_words(call, one))
    for one in found.unsure:
        call.say(
            "Unsure, not taken over: {name}: {old} → {new}{words}",
            **told(call, one.change),
            words=_words(call, one),
        )
    _deliver(call, found.dossier, output)


def _row(call: Call, one: Difference) -> Row:
    said = told(call, one.change, whole=True)
    place = one.said._asdict() if one.said else {"line": None, "words": None}
    return {"field": said["name"], "old": said["old"], "new": said["new"], **place}


def _words(call: Call, one: Difference) -> str:
    if one.said is None:
        return ""
    return " (" + call.words("line {line}: {words}", **one.said._asdict()) + ")"


def _shape(found: Update) -> dict[str, Any]:
    """Return an update as scripts get it."""
    return {
        "slug": found.before.slug,
        "kind": "event" if isinstance(found.before, Event) else "group",
        "changes": [_change_shape(one) for one in found.differences],
        "unsure": [_change_shape(one) for one in found.unsure],
        "dossier": found.dossier.decode(),
    }


def _change_shape(one: Difference) -> dict[str, Any]:
    place = one.said._asdict() if one.said else {"line": None, "words": None}
    return {**one.change._asdict(), **place}
