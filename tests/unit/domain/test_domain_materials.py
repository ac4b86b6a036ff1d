"""Materials and milestones of an event and of a group: their ids, their history, and when something is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from netwerk_cli.domain import materials as rules
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone, MilestoneStatus
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.lookup import MaterialNotFound, MilestoneNotFound
from tests.builders import INSTANT, NOW, act, an_event, refused

Owner = Event | Group
OWNERS: tuple[Owner, ...] = (an_event(), Group(slug="werkgroep", title="Werkgroep"))
both = pytest.mark.parametrize("owner", OWNERS, ids=["event", "group"])


def with_materials(owner: Owner, *titles: str) -> Owner:
    for title in titles:
        owner = rules.add_material(owner, act(), kind=MaterialKind.DOCUMENT, title=title)
    return owner


def with_milestones(owner: Owner, *due: date | None) -> Owner:
    for number, day in enumerate(due, 1):
        owner = rules.add_milestone(owner, act(), title=f"Mijlpaal {number}", due_on=day)
    return owner


def ids(owner: Owner) -> tuple[list[str], list[str]]:
    return [m.id for m in owner.materials], [m.id for m in owner.milestones]


# ----------------------------------------------------------------------- ids
@both
def test_ids_count_up_for_each_kind(owner: Owner) -> None:
    assert ids(with_milestones(with_materials(owner, "A", "B"), None, None)) == (["m1", "m2"], ["m1", "m2"])


@both
def test_the_id_of_the_last_material_is_not_given_again_when_it_is_gone(owner: Owner) -> None:
    owner = rules.remove_material(with_materials(owner, "A", "B"), act(), "m2")
    assert ids(with_materials(owner, "C"))[0] == ["m1", "m3"]


@both
def test_the_id_of_the_last_milestone_is_not_given_again_when_it_is_gone(owner: Owner) -> None:
    owner = rules.remove_milestone(with_milestones(owner, None), act(), "m1")
    assert ids(with_milestones(owner, None))[1] == ["m2"]


def test_ids_that_came_without_a_history_count_too() -> None:
    owner = an_event(materials=(Material(id="m7", kind=MaterialKind.DOCUMENT, title="A"),))
    assert ids(with_materials(owner, "B"))[0] == ["m7", "m8"]


def test_a_removed_material_does_not_move_the_ids_of_milestones() -> None:
    owner = rules.remove_material(with_materials(an_event(), "A"), act(), "m1")
    assert ids(with_milestones(owner, None)) == ([], ["m1"])


# ------------------------------------------------------------------- history
@both
def test_history_tells_what_was_added_changed_and_removed(owner: Owner) -> None:
    owner = rules.add_material(owner, act(), kind=MaterialKind.LINK, title="A", url="https://example.org/a")
    owner = rules.edit_material(owner, act(), "m1", title="B", on=date(2024, 1, 2))
    owner = rules.remove_material(owner, act(), "m1")
    assert [(entry.what, entry.changes) for entry in owner.history[-3:]] == [
        (
            "material added",
            {
                "materials.m1.kind": (None, "link"),
                "materials.m1.title": (None, "A"),
                "materials.m1.url": (None, "https://example.org/a"),
            },
        ),
        ("material edited", {"materials.m1.title": ("A", "B"), "materials.m1.on": (None, "2024-01-02")}),
        (
            "material removed",
            {
                "materials.m1.kind": ("link", None),
                "materials.m1.title": ("B", None),
                "materials.m1.url": ("https://example.org/a", None),
                "materials.m1.on": ("2024-01-02", None),
            },
        ),
    ]


@both
def test_a_change_that_changes_nothing_leaves_no_line(owner: Owner) -> None:
    owner = with_milestones(with_materials(owner, "A"), None)
    assert rules.edit_material(owner, act(), "m1", title="A") == owner
    assert rules.edit_milestone(owner, act(), "m1", due_on=None) == owner
    assert rules.reopen_milestone(owner, act(), "m1") == owner


def test_done_is_recorded_once_and_can_be_taken_back() -> None:
    owner = rules.finish_milestone(with_milestones(an_event(), None), act(), "m1")
    assert rules.milestone(owner, "m1").done_at == NOW
    assert rules.finish_milestone(owner, act(NOW + timedelta(hours=1)), "m1") == owner
    reopened = rules.reopen_milestone(owner, act(), "m1")
    assert rules.milestone(reopened, "m1").done_at is None
    assert [entry.what for entry in reopened.history] == [
        "milestone added",
        "milestone done",
        "milestone reopened",
    ]


# ------------------------------------------------------------------ refusals
def test_an_unknown_id_is_answered_with_the_known_ones() -> None:
    owner = with_materials(an_event(), "A", "B")
    assert refused(lambda: rules.material(owner, "m9")) == (
        MaterialNotFound,
        {"owner": "kickoff", "id": "m9", "known": "It has m1, m2. "},
    )
    assert refused(lambda: rules.remove_milestone(owner, act(), "x" * 99)) == (
        MilestoneNotFound,
        {"owner": "kickoff", "id": "x" * 40, "known": ""},
    )


@pytest.mark.parametrize("id", ["", "M1", "m01", "1"])
def test_an_id_is_exact(id: str) -> None:
    assert refused(lambda: rules.material(with_materials(an_event(), "A"), id))[0] is MaterialNotFound


def test_a_link_without_an_address_is_refused() -> None:
    owner = an_event()
    with pytest.raises(BadValue, match="a link needs an address"):
        rules.add_material(owner, act(), kind=MaterialKind.LINK, title="A")
    owner = rules.add_material(owner, act(), kind=MaterialKind.LINK, title="A", url="https://example.org")
    with pytest.raises(BadValue, match="a link needs an address"):
        rules.edit_material(owner, act(), "m1", url=None)


# --------------------------------------------------------------------- state
LAST_DAY = date(2024, 1, 10)
MIDNIGHT = datetime.fromisoformat("2024-01-11T00:00:00+01:00")


@pytest.mark.parametrize(
    ("due_on", "done_at", "now", "status"),
    [
        (None, None, NOW, MilestoneStatus.OPEN),
        (LAST_DAY, None, MIDNIGHT - INSTANT, MilestoneStatus.OPEN),
        (LAST_DAY, None, MIDNIGHT, MilestoneStatus.LATE),
        (LAST_DAY, MIDNIGHT, MIDNIGHT, MilestoneStatus.DONE),
        (None, NOW, NOW, MilestoneStatus.DONE),
    ],
    ids=["no day", "at the end of its last day", "the day after", "done late", "done"],
)
def test_a_milestone_is_late_from_the_end_of_its_last_day(
    due_on: date | None, done_at: datetime | None, now: datetime, status: MilestoneStatus
) -> None:
    milestone = Milestone(id="m1", title="A", due_on=due_on, done_at=done_at)
    assert rules.milestone_status(an_event(), milestone, now) is status


def test_the_day_ends_where_the_owner_is_at_home() -> None:
    milestone = Milestone(id="m1", title="A", due_on=LAST_DAY)
    there = replace(an_event(), timezone="America/Curacao")
    assert rules.milestone_status(there, milestone, MIDNIGHT) is MilestoneStatus.OPEN


def test_pressing_is_what_is_late_or_due_within_thirty_days() -> None:
    owner = with_milestones(
        an_event(), date(2024, 2, 10), date(2024, 2, 9), None, date(2023, 12, 1), date(2024, 1, 10)
    )
    owner = rules.finish_milestone(owner, act(), "m5")
    assert [m.id for m in rules.pressing(owner, NOW)] == ["m4", "m2"]
