"""What a list that is read can never bring: a crash, too many people, a change by what was read before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netwerk_cli import terms
from netwerk_cli.cli.language import say, word
from netwerk_cli.cli.languages import LANGUAGES
from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event, WhenFull
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.seats.rereading import Reading
from netwerk_cli.domain.seats.rows import Kind, Line, Taken, Ways
from netwerk_cli.errors import NetwerkError
from netwerk_cli.exchange import answers, attendees, columns, listed, shapes, tables

NOON = datetime.fromisoformat("2024-01-10T12:00:00+01:00")
NOW = NOON + timedelta(days=30)
ZONE = "Europe/Brussels"


# ---------------------------------------------------------------- any bytes at all
WORDS = st.sampled_from(
    ["naam", "e-mail", "tijdstip", "status", "a@example.org", "b@example.org", "Ans", "'=1+1", "1/2/2024 9:00",
     "13/1/2024 9:00", "1/13/2024", "2024-01-02T09:00:00+01:00", "geannuleerd", '"', '""', "sep=;", "\ufeff", "\0"]
)  # fmt: skip
JUNK = st.lists(
    WORDS | st.sampled_from([";", ",", "\t", "\r\n", "\n", " "]) | st.text(max_size=3), max_size=40
)
CODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])


def read(data: bytes) -> list[answers.Answer]:
    table = tables.read(data, source="lijst")
    found = columns.choose(table, {}, typed={}, zone=ZONE, now=NOW)
    return answers.read(table, found, now=NOW)


@given(JUNK, CODINGS)
def test_any_text_is_read_or_refused_in_a_sentence(parts: list[str], coding: str) -> None:
    with suppress(NetwerkError):
        read("".join(parts).encode(coding, "ignore"))


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"PK\x03\x04", b"{", b"[", b"\xff\xfe", b"From: a\nSubject: b\n\n"]),
)
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes, head: bytes) -> None:
    with suppress(NetwerkError):
        read(head + data)


# -------------------------------------------------------------- our own lists
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)
LINES = (TEXTS | st.sampled_from(["=1", "'=1", "''-x", "+32", "'s", "a;b", 'a"b', "a, b", "\\t", "007"])).map(
    lambda text: f"x{text}".strip()[1:].strip() or "x"
)
NOTES = st.none() | st.lists(LINES, min_size=1, max_size=3).map("\n".join)
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2024, 2, 1)).map(  # noqa: DTZ001 (it gets its offset here)
    lambda at: datetime.fromisoformat(f"{at.isoformat()}+01:00")
)
EVENT = Event(slug="kickoff", title="Kick-off", timezone=ZONE)


@st.composite
def people(draw: st.DrawFn) -> list[Registration]:
    count = draw(st.integers(1, 6))
    return [
        Registration(
            number=number,
            turn=number,
            status=draw(st.sampled_from([Status.CONFIRMED, Status.CANCELLED])),
            name=draw(LINES),
            email=f"p{number}@example.org",
            received_at=draw(INSTANTS),
            organisation=draw(st.none() | LINES),
            role=draw(st.none() | LINES),
            note=draw(NOTES),
        )
        for number in range(1, count + 1)
    ]


SPOKEN = [
    listed.Spoken(
        headings={column: say(said, lang) for column, said in terms.headings(terms.REGISTRATION).items()},
        words={status.value: word(status, lang, Status) for status in Status},
        sheet=say("Attendees", lang),
    )
    for lang in LANGUAGES
]
READABLE = [listed.FORMATS[name] for name in ("csv", "xlsx", "json")]
WRITERS = [writer for one in READABLE for writer in (one.write, one.excel) if writer]


@given(people(), st.sampled_from(WRITERS), st.sampled_from(SPOKEN))
@settings(max_examples=60)
def test_our_own_list_says_of_everybody_what_we_know(
    known: list[Registration],
    write: Callable[[Sequence[listed.Row], listed.Layout], bytes],
    spoken: listed.Spoken,
) -> None:
    typed = [text for one in known for text in (one.name, one.organisation, one.role, one.note) if text]
    # in a workbook without a formula, nobody can tell such an apostrophe from a guard
    assume(write is not listed.to_xlsx or not any(re.match(r"\s*'+[=+\-@\t\r]", text) for text in typed))
    layout = listed.Layout(attendees.FIELDS, ZONE, spoken)
    data = write([shapes.attendee_shape(EVENT, one, None) for one in known], layout)
    for one, answer in zip(known, read(data), strict=True):
        said = (one.name, one.email, one.organisation or "", one.role or "", one.note or "")
        given = (answer.fields[field].strip() for field in ("name", "email", "organisation", "role", "note"))
        assert tuple(given) == said
        assert (answer.code, answer.withdrawn) == (one.code, one.status is Status.CANCELLED)
        assert answer.received is not None
        assert timedelta() <= one.received_at - answer.received.at < answer.received.exact


# ------------------------------------------------------- again, and again
NAMES = st.sampled_from(["Ans", "Bea", "Ans Voorbeeld"])
ADDRESSES = st.sampled_from(["a@example.org", "b@example.org", "c@example.org", "A@example.org"])
MINUTES = st.integers(0, 6)
ROWS = st.tuples(
    NAMES, ADDRESSES, st.none() | MINUTES, st.booleans(), st.sampled_from([None, "CLB", "School"])
)
EVENTS = st.builds(
    Event,
    slug=st.just("kickoff"),
    title=st.just("Kick-off"),
    capacity=st.sampled_from([None, 1, 2]),
    when_full=st.sampled_from(WhenFull),
    shared_addresses=st.booleans(),
    closes_at=st.sampled_from([None, NOON + timedelta(minutes=4)]),
)


def lines(rows: Sequence[tuple[str, str, int | None, bool, str | None]]) -> list[Line]:
    return [
        Line(
            row=row,
            request=seats.Request(
                name=name,
                email=email,
                received_at=NOON + timedelta(minutes=9 if minute is None else minute),
                organisation=organisation,
                dated=minute is not None,
            ),
            fields={"name": name, "email": email, "organisation": organisation},
            exact=timedelta(minutes=1),
            withdrawn=withdrawn,
        )
        for row, (name, email, minute, withdrawn, organisation) in enumerate(rows, 2)
    ]


def reading(
    event: Event, known: dict[int, Registration], rows: list[Line], hour: int
) -> tuple[seats.Book, list[Taken]]:
    book = seats.Book(event, known, NOON + timedelta(hours=hour))
    reader = Reading(book, Act(at=book.now, by="ans"), Ways(), rows)
    ordered = sorted(rows, key=lambda line: (not line.withdrawn, line.request.received_at))
    return book, [reader.take(line) for line in ordered]


@given(EVENTS, st.lists(st.lists(ROWS, max_size=6), min_size=1, max_size=3))
@settings(max_examples=300)
def test_same_list_read_a_second_time_changes_nothing(
    event: Event, lists: list[list[tuple[str, str, int | None, bool, str | None]]]
) -> None:
    known: dict[int, Registration] = {}
    for hour, rows in enumerate(lists, 1):
        for again in range(2):
            book, taken = reading(event, known, lines(rows), 10 * hour + again)
            assert len(taken) == len(rows)
            if again:
                assert book.people == known
                assert not any(one.kind in (Kind.CONFIRMED, Kind.WAITING, Kind.UPDATED) for one in taken)
            event, known = book.event, dict(book.people)
            held = sum(r.seated for r in known.values())
            assert event.capacity is None or held <= event.capacity
            active = [book.key(r.name, r.email) for r in known.values() if r.active]
            assert len(active) == len(set(active))
