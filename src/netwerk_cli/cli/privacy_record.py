"""The record of processing (article 30 of the GDPR) as JSON, and in words: from the table of personal data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from netwerk_cli import terms
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.language import word
from netwerk_cli.cli.retention_settings import Responsible
from netwerk_cli.cli.written import Block
from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.domain.personal_data import CLEANED, ENTRIES, Entry, Erased, Keeping, Place
from netwerk_cli.domain.retention import Length, Retention
from netwerk_cli.services.privacy import Asked
from netwerk_cli.store import is_address

RECORDS = {
    "Registration": "registrations",
    "Attendance": "attendance",
    "Told": "what somebody was told",
    "ToldSession": "sessions that somebody was told of",
    "Message": "messages sent",
    "Membership": "members of groups",
    "Entry": "history",
    "ChangeRecord": "changes that can be undone",
    "Erasure": "who was erased, which nobody can read",
    "Order": "erasures under way",
    "Written": "files written elsewhere",
    "Event": "events",
    "Figure": "figures of events",
    "Session": "sessions",
    "Question": "questions",
    "Group": "groups",
    "Material": "materials",
    "Milestone": "milestones",
}
"""What a person calls the records."""
FIELDS = {
    "number": "code",
    "keys": "digests",
    "places": "names and addresses",
    "several": "names that share an address",
    "waits_since": "waits since",
    "turn": "turn",
    "erased": "what was erased",
    "told": "what was told",
    "messages": "messages sent",
    "reply": "answer of the mail server",
    "before": "what was known before",
    "history": "history",
    "sequence": "version",
    "waits": "waits",
    "changes": "what was changed",
    "change": "change",
    "undoes": "undoes",
    "kept_as": "kept as",
    "records": "what it was before",
    "figures": "figures",
    "by": "by",
    "value": "value",
    "counts": "counts",
    "choices": "choices",
    "what": "what",
    "why": "why",
    "at": "at",
    "how": "how",
    "kind": "kind",
    "name": "name",
    "email": "e-mail",
}
"""What a person calls fields that no list shows."""
_TABLES = {
    "Registration": terms.REGISTRATION, "Membership": terms.MEMBERSHIP, "Attendance": terms.ATTENDANCE,
    "Told": terms.REGISTRATION, "ToldSession": terms.SESSION, "Message": terms.REGISTRATION, "Event": terms.EVENT,
    "Session": terms.SESSION, "Question": terms.QUESTION, "Group": terms.GROUP, "Material": terms.MATERIAL,
    "Milestone": terms.MILESTONE,
}  # fmt: skip


class Record(NamedTuple):
    """All that the record of processing says."""

    responsible: Responsible
    retention: Retention
    asked: Sequence[Asked]


# ------------------------------------------------------------------ for scripts
def shape(record: Record) -> dict[str, Any]:
    """Return the record of processing as scripts see it; a term of null is for ever."""
    return {
        **record.responsible._asdict(),
        "entries": [_entry_shape(record, one) for one in ENTRIES],
        "questions": [_question_shape(record, one) for one in record.asked],
        "places": [{"place": str(one), "cleaned": one in CLEANED} for one in Place],
    }


def _entry_shape(record: Record, one: Entry) -> dict[str, Any]:
    return {
        "record": one.record,
        "field": one.field,
        "purpose": str(one.purpose),
        "ground": str(one.ground),
        "special": one.special,
        "keeping": str(one.keeping),
        "term": None if _for_ever(one) else str(record.retention.of(one.keeping, one.field)),
        "exports": [*one.exports],
        "erased": str(one.erased),
    }


def _for_ever(one: Entry) -> bool:
    return one.keeping is Keeping.COUNTS or one.erased is Erased.PARTS


def _question_shape(record: Record, asked: Asked) -> dict[str, Any]:
    event, one = asked
    return {
        "event": event.slug,
        "id": one.id,
        "text": one.text,
        "special": one.special,
        "term": str(_term_of(record.retention, asked)),
    }


def _term_of(retention: Retention, asked: Asked) -> Length:
    keeping = Keeping.SPECIAL if asked.question.special else Keeping.DETAILS
    return retention.of(keeping, f"{ANSWER}{asked.question.id}", asked.event.slug)


# ---------------------------------------------------------------------- in words
def blocks(call: Call, record: Record) -> Iterator[Block]:
    """Yield the record of processing in the reader's language."""
    yield Block(1, call.words("Record of processing"), tuple(_responsible(call, record.responsible)))
    for name, entries in groupby(ENTRIES, key=lambda one: one.record):
        yield Block(2, _capital(call.words(RECORDS[name])))
        alike: dict[Entry, list[Entry]] = {}
        for one in entries:
            alike.setdefault(one._replace(field=_term_key(record, one)), []).append(one)
        for same in alike.values():
            heading = ", ".join(_name(call, one) for one in same)
            yield Block(3, heading, tuple(_about(call, record, same[0])))
    if record.asked:
        lines = tuple(_question(call, record, one) for one in record.asked)
        yield Block(2, call.words("Questions that are asked"), lines)
    yield Block(2, call.words("Where it lies, and what erasing does there"), tuple(_places(call)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _term_key(record: Record, one: Entry) -> str:
    """Return what fields have alike that stand together: their term."""
    return "" if _for_ever(one) else str(record.retention.of(one.keeping, one.field))


def _responsible(call: Call, said: Responsible) -> Iterator[tuple[str, str]]:
    unknown = call.words("not said; see [privacy] in the settings")
    yield call.words("controller"), said.controller or unknown
    yield call.words("contact"), said.contact or unknown
    yield call.words("data protection officer"), said.officer or call.words("none named")
    yield (
        call.words("whose data"),
        call.words("of who registers, belongs to a group, organises or contributes"),
    )
    yield (
        call.words("who gets it"),
        call.words("whom you hand an export or a message; nobody else, in no country"),
    )
    yield (
        call.words("security"),
        call.words("the database and its earlier states are for those whom its server lets in")
        if _in_a_database(call)
        else call.words("the data file and its earlier states are for their owner only (mode 600)"),
    )
    yield (
        call.words("terms"),
        call.words("count from the end of the last session, or from the last change where there is no date"),
    )


def _name(call: Call, one: Entry) -> str:
    said = terms.headings(_TABLES.get(one.record, ())) | FIELDS
    name = call.words(said.get(one.field, one.field.replace("_", " ")))
    return call.words("{field} (special)", field=name) if one.special else name


def _about(call: Call, record: Record, one: Entry) -> Iterator[tuple[str, str]]:
    yield call.words("why"), f"{word(one.purpose, call.language)}; {word(one.ground, call.language)}"
    erased = word(one.erased, call.language)
    if _for_ever(one):
        yield call.words("kept"), f"{call.words(_UNENDED[one.erased])}; {erased}"
    else:
        term = record.retention.of(one.keeping, one.field).said
        yield (
            call.words("kept"),
            call.words("{term} after the end, then {erased}", term=term, erased=one.erased),
        )
    if one.exports:
        yield call.words("in the exports"), ", ".join(one.exports)


_UNENDED = {
    Erased.PARTS: "as long as its parts",
    Erased.STAYS: "for ever, as a count",
    Erased.MENTIONS: "for ever, as it was published",
}


def _question(call: Call, record: Record, asked: Asked) -> tuple[str, str]:
    said = f"{asked.question.text} · {call.words('{term} after the end', term=_term_of(record.retention, asked).said)}"
    marks = [call.words("special")] if asked.question.special else []
    return f"{asked.event.slug} {asked.question.id}", " · ".join((said, *marks))


def _places(call: Call) -> Iterator[tuple[str, str]]:
    for one in Place:
        does = call.words("cleaned") if one in CLEANED else call.words("named, as far as known: out of reach")
        named = one is Place.DATA and _in_a_database(call)
        yield call.words("database") if named else word(one, call.language), does


def _in_a_database(call: Call) -> bool:
    return is_address(call.settings["db"].value)
