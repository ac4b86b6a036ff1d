"""What the store writes, it reads back the same, whatever people type."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.domain.accreditations import Accreditation
from netwerk_cli.domain.events import ClosedBy, Event, Promotion, Session, SessionChoice, WhenFull
from netwerk_cli.domain.history import Entry, plain
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.domain.questions import Question, QuestionKind
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.store import codec
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.file.layout import Tables, parse
from netwerk_cli.store.file.source import portions
from netwerk_cli.store.transactions import Transaction

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
COUNTS = st.integers(0, 10**6)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS)  # noqa: DTZ001
DAYS = st.dates(date(1970, 1, 1), date(2200, 1, 1))
MOMENTS = INSTANTS | DAYS
MAYBE_TEXT = st.none() | TEXTS
ZONES = st.sampled_from(("Europe/Brussels", "Europe/Amsterdam", "America/New_York", "UTC"))
PLAIN = st.none() | TEXTS | COUNTS | st.booleans() | st.lists(TEXTS, max_size=3)
STATES = st.sampled_from(Status)


def entries(
    changes: st.SearchStrategy[dict[str, tuple[object, object]]],
) -> st.SearchStrategy[tuple[Entry, ...]]:
    entry = st.builds(Entry, at=INSTANTS, by=TEXTS, what=TEXTS, why=MAYBE_TEXT, changes=changes)
    return st.lists(entry, max_size=3).map(tuple)


SESSIONS = st.builds(
    Session,
    id=SLUGS,
    title=MAYBE_TEXT,
    starts_at=st.none() | MOMENTS,
    ends_at=st.none() | MOMENTS,
    location=MAYBE_TEXT,
    online_url=MAYBE_TEXT,
    capacity=st.none() | COUNTS,
    within=st.none() | SLUGS,
    sequence=COUNTS,
)
MATERIALS = st.builds(
    Material,
    id=SLUGS,
    kind=st.sampled_from(MaterialKind),
    title=TEXTS,
    url=MAYBE_TEXT,
    text=MAYBE_TEXT,
    contributor=MAYBE_TEXT,
    on=st.none() | DAYS,
)
MILESTONES = st.builds(
    Milestone,
    id=SLUGS,
    title=TEXTS,
    due_on=st.none() | DAYS,
    season=MAYBE_TEXT,
    addressed_to=MAYBE_TEXT,
    done_at=st.none() | INSTANTS,
)
QUESTIONS = st.builds(
    Question,
    id=SLUGS,
    text=TEXTS,
    kind=st.sampled_from(QuestionKind),
    choices=st.lists(TEXTS, max_size=3).map(tuple),
    required=st.booleans(),
    special=st.booleans(),
)
PARTS = {
    "questions": st.lists(QUESTIONS, max_size=2, unique_by=lambda one: one.id).map(tuple),
    "materials": st.lists(MATERIALS, max_size=2, unique_by=lambda one: one.id).map(tuple),
    "milestones": st.lists(MILESTONES, max_size=2, unique_by=lambda one: one.id).map(tuple),
}
EVENTS = st.builds(
    Event,
    slug=SLUGS,
    title=TEXTS,
    timezone=ZONES,
    sessions=st.lists(SESSIONS, max_size=3, unique_by=lambda session: session.id).map(tuple),
    location=MAYBE_TEXT,
    online_url=MAYBE_TEXT,
    capacity=st.none() | COUNTS,
    opens_at=st.none() | INSTANTS,
    closes_at=st.none() | INSTANTS,
    when_full=st.sampled_from(WhenFull),
    session_choice=st.none() | st.sampled_from(SessionChoice),
    promotion=st.sampled_from(Promotion),
    approval=st.booleans(),
    members_of=st.none() | SLUGS,
    shared_addresses=st.booleans(),
    audiences=st.lists(TEXTS, max_size=3).map(tuple),
    organisers=st.lists(TEXTS, max_size=3).map(tuple),
    cost=MAYBE_TEXT,
    accreditations=st.lists(
        st.builds(Accreditation, body=TEXTS, reference=MAYBE_TEXT, points=MAYBE_TEXT), max_size=2
    ).map(tuple),
    break_minutes=st.none() | COUNTS,
    certificate_key=MAYBE_TEXT,
    theme=MAYBE_TEXT,
    language=MAYBE_TEXT,
    description=MAYBE_TEXT,
    **PARTS,
    draft=st.booleans(),
    closed_at=st.none() | INSTANTS,
    closed_by=st.none() | st.sampled_from(ClosedBy),
    cancelled_at=st.none() | INSTANTS,
    history=entries(st.dictionaries(TEXTS, st.tuples(PLAIN, PLAIN), max_size=3)),
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.tuples(STATES, STATES),
        "note": st.tuples(MAYBE_TEXT, MAYBE_TEXT),
        "answers": st.tuples(*[st.dictionaries(SLUGS, TEXTS, max_size=2)] * 2),
        "no_seat": st.tuples(st.booleans(), st.booleans()),
        "sessions": st.tuples(*[st.lists(SLUGS, max_size=2).map(tuple)] * 2),
        "received_at": st.tuples(INSTANTS, INSTANTS),
        "turn": st.tuples(COUNTS, COUNTS),
    },
).map(lambda changes: {name: (plain(old), plain(new)) for name, (old, new) in changes.items()})
REGISTRATIONS = st.builds(
    Registration,
    number=st.integers(1, 10**6),
    turn=COUNTS,
    name=TEXTS,
    email=TEXTS,
    status=STATES,
    received_at=INSTANTS,
    organisation=MAYBE_TEXT,
    role=MAYBE_TEXT,
    audience=MAYBE_TEXT,
    sessions=st.lists(SLUGS, max_size=3).map(tuple),
    note=MAYBE_TEXT,
    answers=st.dictionaries(SLUGS, TEXTS, max_size=2),
    no_seat=st.booleans(),
    override=MAYBE_TEXT,
    history=entries(CHANGES),
)


@given(EVENTS)
def test_an_event_is_read_back_the_same(event: Event) -> None:
    assert codec.decode(Event, codec.encode(event)) == event


@given(REGISTRATIONS)
def test_a_registration_is_read_back_the_same(registration: Registration) -> None:
    document = codec.encode(registration)
    assert codec.decode(Registration, document, registration.number) == registration


@given(EVENTS, st.lists(REGISTRATIONS, max_size=5, unique_by=lambda r: r.number))
def test_a_file_is_read_back_the_same_and_counts_without_decoding(
    event: Event, registrations: list[Registration]
) -> None:
    meta = {"schema": 1, "store_id": "test", "generation": 1}
    documents = FileDocuments(Path("netwerk.json"), Tables({"meta": {"1": meta}}).to_bytes())
    transaction = Transaction(documents)
    transaction.add(event)
    transaction.keep(event, registrations)
    data = documents.to_bytes()
    read = FileDocuments(Path("netwerk.json"), data)
    again = Transaction(read)
    assert read.tables.lines
    counted, apart = again.tally(event.slug), [r for r in registrations if r.active and r.no_seat]
    assert counted == Counter(r.status for r in registrations if r not in apart)
    assert counted.no_seat == len(apart)
    assert read.tables.decoded == 1
    assert again.event(event.slug) == event
    assert again.registrations(event.slug) == {r.number: r for r in registrations}
    assert read.to_bytes() == data


DOCUMENTS = st.dictionaries(TEXTS, PLAIN, max_size=2)
TABLES = st.dictionaries(st.integers(1, 99).map(str), DOCUMENTS, max_size=2)


@given(st.dictionaries(TEXTS, TABLES, max_size=4))
def test_any_tables_are_read_back_the_same(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    data = Tables(dict(tables)).to_bytes()
    assert dict(parse(data)) == tables


VALUES = st.text(alphabet='a"\\}{,:1é', max_size=6)
DOCUMENTS = st.dictionaries(VALUES, VALUES, max_size=3)


@given(
    st.dictionaries(st.integers(1, 30), DOCUMENTS, max_size=12),
    st.dictionaries(st.integers(1, 40), VALUES, max_size=10),
)
def test_a_table_of_which_a_little_was_touched_is_as_if_written_whole(
    present: dict[int, dict[str, str]], news: dict[int, str]
) -> None:
    data = Tables({"a": {}, "t": {str(n): one for n, one in present.items()}, "z": {}}).to_bytes()
    tables = parse(data)
    touched = {number: present.get(number) for number in news}
    tables["t"] = {**tables["t"], **{str(n): {"name": text} for n, text in news.items()}}
    written = b"".join(bytes(p) for piece in tables.pieces({"t": touched}) for p in portions(piece))
    assert written == tables.to_bytes()


def test_a_document_that_is_also_part_of_another_is_not_taken_for_that() -> None:
    tables = parse(b'{\n"t": {"2":{"within":{"1":{"name":"a"}}},"1":{"name":"a"}}\n}\n')
    tables["t"] = {**tables["t"], "1": {"name": "c"}}
    written = b"".join(
        bytes(p) for piece in tables.pieces({"t": {1: {"name": "a"}}}) for p in portions(piece)
    )
    assert written == b'{\n"t": {"2":{"within":{"1":{"name":"a"}}},"1":{"name":"c"}}\n}\n'


def test_what_another_tool_laid_out_is_written_whole() -> None:
    tables = parse(b'{\n"t": {"1": {"name": "a"},"2":{"name":"b"}}\n}\n')
    tables["t"] = {**tables["t"], "1": {"name": "c"}}
    written = b"".join(
        bytes(p) for piece in tables.pieces({"t": {1: {"name": "a"}}}) for p in portions(piece)
    )
    assert written == b'{\n"t": {"1":{"name":"c"},"2":{"name":"b"}}\n}\n'
