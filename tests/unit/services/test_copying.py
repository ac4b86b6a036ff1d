"""A copy of an event has its terms and parts on other days, and nothing that happened to it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.services.copying import copied
from tests.builders import a_session, act, an_event

BRUSSELS = ZoneInfo("Europe/Brussels")


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=BRUSSELS)  # type: ignore[arg-type, misc]


RAPPORT = Material(id="m1", kind=MaterialKind.DOCUMENT, title="Rapport")
MODEL = an_event(
    sessions=(
        a_session("dag-1", starts_at=at(2024, 1, 26, 9, 30), ends_at=at(2024, 1, 26, 16)),
        a_session("dag-2", starts_at=at(2024, 4, 5, 9, 30), ends_at=None, cancelled_at=at(2024, 1, 2), sequence=3),
        Session(id="later"),
    ),
    opens_at=at(2024, 1, 2, 9),
    closes_at=at(2024, 1, 16, 16),
    set_asides=(SetAside(audience="CLB's", seats=2, until=at(2024, 1, 10, 12)),),
    materials=(RAPPORT,),
    milestones=(
        Milestone(id="m1", title="Verslag", due_on=date(2024, 2, 9), season="Q1 2024", done_at=at(2024, 2, 1)),
    ),
    closed_at=at(2024, 1, 16, 16),
    history=(act().entry("created"),),
)  # fmt: skip


def test_everything_moves_with_the_first_start_on_the_wall_clock() -> None:
    copy = copied(MODEL, "again", at(2024, 7, 26, 10, 0))
    moved = timedelta(days=182)
    assert [(s.starts_at, s.ends_at, s.cancelled_at, s.sequence) for s in copy.sessions] == [
        (at(2024, 7, 26, 10), at(2024, 7, 26, 16, 30), None, 0),
        (at(2024, 10, 4, 10), None, None, 0),
        (None, None, None, 0),
    ]
    assert copy.opens_at == at(2024, 7, 2, 9, 30)
    assert copy.closes_at == at(2024, 7, 16, 16, 30)
    assert copy.set_asides == (SetAside(audience="CLB's", seats=2, until=at(2024, 7, 10, 12, 30)),)
    assert copy.materials == (RAPPORT,)
    assert copy.milestones == (Milestone(id="m1", title="Verslag", due_on=date(2024, 2, 9) + moved),)
    assert (copy.slug, copy.draft, copy.closed_at, copy.history) == ("again", True, None, ())


def test_without_a_start_nothing_has_a_date_and_no_seats_are_set_aside() -> None:
    copy = copied(MODEL, "again", None)
    assert {(s.starts_at, s.ends_at, s.cancelled_at) for s in copy.sessions} == {(None, None, None)}
    assert (copy.opens_at, copy.closes_at, copy.set_asides) == (None, None, ())
    assert copy.milestones == (Milestone(id="m1", title="Verslag"),)
    assert copy.materials == (RAPPORT,)


def test_a_day_without_a_time_keeps_the_time() -> None:
    copy = copied(MODEL, "again", date(2024, 2, 2))
    assert copy.starts_at == at(2024, 2, 2, 9, 30)
    assert copy.closes_at == at(2024, 1, 23, 16)


def test_a_time_that_was_not_known_before_is_taken_and_moves_nothing_else() -> None:
    model = Event(
        slug="kickoff", title="K", sessions=(Session(id="main", starts_at=date(2024, 1, 26)),),
        closes_at=at(2024, 1, 16, 16),
    )  # fmt: skip
    copy = copied(model, "again", at(2024, 2, 2, 9, 30))
    assert copy.starts_at == at(2024, 2, 2, 9, 30)
    assert copy.closes_at == at(2024, 1, 23, 16)
