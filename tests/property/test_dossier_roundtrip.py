"""Exporting a dossier and applying it changes nothing, whatever the event or group; rewriting one says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.domain import lifecycle, texts
from netwerk_cli.domain.accreditations import Accreditation
from netwerk_cli.domain.events import Event, Promotion, Session, SessionChoice, WhenFull
from netwerk_cli.domain.groups import Access, Group
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.questions import Question, QuestionKind
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.exchange.dossiers import parse
from netwerk_cli.exchange.dossiers.rewriting import rewritten
from netwerk_cli.exchange.dossiers.writing import formatted
from netwerk_cli.services.describing import described
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.planning import changes

NOW = datetime(2024, 1, 10, 9, tzinfo=UTC)
ZONES = ("Europe/Brussels", "Europe/Amsterdam", "America/New_York", "UTC")
CHARACTERS = st.characters(codec="utf-8")
LINES = st.text(CHARACTERS, min_size=1, max_size=150).map(lambda text: texts.line(f"x{text}", field="x"))
TEXTS = st.text(CHARACTERS, min_size=1, max_size=300).map(lambda text: texts.text(f"x{text}", field="x"))
MAYBE = st.none() | LINES
LINKS = st.none() | st.sampled_from(("https://example.org/a?b=1", "http://example.org/é#\"'\\"))
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
IDS = st.lists(SLUGS, max_size=3, unique=True)
CAPS = st.none() | st.integers(0, 10**6)
DAYS = st.dates(date(2001, 1, 1), date(2090, 1, 1))
LISTS = st.lists(LINES, max_size=4, unique=True).map(tuple)
SEASONS = st.sampled_from((
    (date(2021, 11, 30), "najaar 2021"), (date(2021, 9, 30), "Q3 2021"), (date(2021, 12, 31), "eind 2021"),
    (date(2021, 6, 1), "najaar 2021"), (date(2021, 6, 1), "ooit"), (None, "najaar 2021"), (None, None),
    (date(2021, 6, 1), None),
))  # fmt: skip


def instants(zone: str) -> st.SearchStrategy[datetime]:
    """Return instants as the store has them: with the offset of the zone written out, clock changes included."""
    autumn = st.integers(0, 180).map(
        lambda minutes: datetime(2024, 10, 26, 23, 30, tzinfo=UTC) + timedelta(minutes=minutes)
    )
    year = st.datetimes(datetime(2001, 1, 1), datetime(2090, 1, 1), timezones=st.just(ZoneInfo("UTC")))  # noqa: DTZ001
    return (autumn | year).map(lambda moment: in_zone(moment, zone))


@st.composite
def sessions(draw: st.DrawFn, zone: str) -> tuple[Session, ...]:
    found = []
    for id in draw(st.just(["main"]) | IDS):
        start = draw(st.none() | DAYS | instants(zone))
        length = timedelta(minutes=draw(st.integers(1, 5000)))
        end: date | None = None
        if isinstance(start, datetime):
            end = draw(st.none() | st.just(in_zone(start + length, zone)))
        elif start is not None:
            end = draw(st.none() | st.just(start + timedelta(days=length.days)))
        found.append(
            Session(
                id=id, starts_at=start, ends_at=end, title=draw(MAYBE), location=draw(MAYBE), online_url=draw(LINKS),
                capacity=draw(CAPS), within=draw(st.none() | SLUGS), description=draw(st.none() | TEXTS),
                cancelled_at=draw(st.none() | instants(zone)), sequence=draw(st.integers(0, 9)),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def parts(draw: st.DrawFn, zone: str) -> dict[str, object]:
    materials, milestones = [], []
    for id in draw(IDS):
        kind, url = draw(st.sampled_from(MaterialKind)), draw(LINKS)
        materials.append(
            Material(
                id=id, title=draw(LINES), kind=kind, url="https://example.org" if kind == "link" else url,
                text=draw(st.none() | TEXTS), contributor=draw(MAYBE), on=draw(st.none() | DAYS),
            )
        )  # fmt: skip
    for id in draw(IDS):
        due, season = draw(SEASONS)
        done = draw(st.none() | instants(zone))
        milestones.append(
            Milestone(
                id=id, title=draw(LINES), due_on=due, season=season, addressed_to=draw(MAYBE), done_at=done
            )
        )
    return {"materials": tuple(materials), "milestones": tuple(milestones)}


@st.composite
def asked(draw: st.DrawFn) -> tuple[Question, ...]:
    found = []
    for number, id in enumerate(draw(IDS)):
        kind = draw(st.sampled_from(QuestionKind))
        some = st.lists(
            LINES.filter(lambda one: not {*";|"} & {*one}), min_size=1, max_size=3, unique_by=folded
        )
        choices = draw(some) if "choice" in kind else []
        flags = {name: draw(st.booleans()) for name in ("required", "special")}
        found.append(
            Question(id=f"v-{id}", text=f"{number} {draw(LINES)}", kind=kind, choices=tuple(choices), **flags)
        )
    return tuple(found)


ACCREDITED = st.lists(
    st.builds(
        Accreditation,
        body=LINES.filter(lambda one: not {*";="} & {*one}),
        reference=MAYBE.filter(lambda one: one is None or ";" not in one),
        points=st.none() | st.sampled_from(["1", "2.5", "10", "0.25"]),
    ),
    max_size=2,
    unique_by=lambda one: one.body.casefold(),
).map(tuple)


@st.composite
def events(draw: st.DrawFn) -> Event:
    zone = draw(st.sampled_from(ZONES))
    asides = [
        SetAside(audience=audience, seats=draw(st.integers(0, 9)), until=draw(instants(zone)))
        for audience in draw(st.lists(LINES, max_size=2, unique=True))
    ]
    event = Event(
        slug=draw(SLUGS), title=draw(LINES), timezone=zone, sessions=draw(sessions(zone)), location=draw(MAYBE),
        online_url=draw(LINKS), capacity=draw(st.none() | st.integers(20, 10**6)), opens_at=None,
        session_choice=draw(st.none() | st.sampled_from(SessionChoice)),
        closes_at=draw(st.none() | instants(zone)), when_full=draw(st.sampled_from(WhenFull)),
        promotion=draw(st.sampled_from(Promotion)), approval=draw(st.booleans()),
        members_of=draw(st.none() | SLUGS), organisation_limit=draw(CAPS), set_asides=tuple(asides),
        shared_addresses=draw(st.booleans()), audiences=draw(LISTS), organisers=draw(LISTS), cost=draw(MAYBE),
        accreditations=draw(ACCREDITED), break_minutes=draw(st.none() | st.just(0)),
        theme=draw(MAYBE), language=draw(MAYBE), description=draw(st.none() | TEXTS), draft=draw(st.booleans()),
        cancelled_at=draw(st.none() | instants(zone)), questions=draw(asked()),
        **draw(parts(zone)),  # type: ignore[arg-type]
    )  # fmt: skip
    if event.deadline is not None and draw(st.booleans()):
        event = replace(event, opens_at=in_zone(event.deadline - timedelta(days=1), zone))
    lifecycle.check(event)
    return event


@st.composite
def groups(draw: st.DrawFn) -> Group:
    zone = draw(st.sampled_from(ZONES))
    return Group(
        slug=draw(SLUGS), title=draw(LINES), access=draw(st.sampled_from(Access)), timezone=zone,
        audiences=draw(LISTS), organisers=draw(LISTS), theme=draw(MAYBE), language=draw(MAYBE),
        description=draw(st.none() | TEXTS), **draw(parts(zone)),  # type: ignore[arg-type]
    )  # fmt: skip


def read_back(data: bytes, before: Owner | None) -> Owner:
    """Return what a dossier describes; it has no faults."""
    dossier, faults = parse("a.toml", data)
    assert dossier is not None
    assert faults == []
    found = described(dossier, before, Act(at=NOW, by="ans"))
    assert found.faults == []
    return found.record


@given(events() | groups())
def test_what_was_exported_says_the_same(record: Owner) -> None:
    assert read_back(formatted(record), record) == record


@given(events() | groups())
def test_what_was_exported_describes_it_to_a_data_file_that_does_not_have_it(record: Owner) -> None:
    found = read_back(formatted(record), None)
    state: dict[str, object] = {"history": record.history}
    if isinstance(record, Event) and isinstance(found, Event):
        state |= {"cancelled_at": record.cancelled_at}
        again = {s.id: s for s in found.sessions}
        assert [s.cancelled_at is None for s in record.sessions] == [
            s.cancelled_at is None for s in found.sessions
        ]
        same = (replace(s, cancelled_at=again[s.id].cancelled_at, sequence=0) for s in record.sessions)
        record = replace(record, sessions=tuple(same))
    assert replace(found, **state) == record  # type: ignore[arg-type]


@given(events(), events())
def test_a_dossier_that_is_rewritten_says_what_it_should_and_keeps_its_comments(
    old: Event, new: Event
) -> None:
    new = replace(new, slug=old.slug)
    text = formatted(old).replace(b"[event]\n", b"# above\n[event] # beside\n", 1)
    data = rewritten(text, old, new)
    assert list(changes(read_back(data, new), new)) == []
    assert b"\n# above\n[event] # beside\n" in data


@given(events() | groups())
def test_rewriting_what_says_it_already_leaves_every_byte(record: Owner) -> None:
    text = formatted(record)
    assert rewritten(text, record, record) == text
