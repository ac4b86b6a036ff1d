"""What a report tells: groups of people, and what is left out of it for others."""

from __future__ import annotations

from dataclasses import replace

from netwerk_cli.domain import erasing
from netwerk_cli.domain.attendee_lists import By
from netwerk_cli.domain.counting import kept
from netwerk_cli.domain.questions import Question, QuestionKind
from netwerk_cli.domain.reports import Asked, Division, Report, report
from netwerk_cli.domain.small_groups import Veil
from tests.builders import NOW, Desk, an_event, evenings

SMALL, BESIDE = Veil.SMALL, Veil.BESIDE
DIET = Question(id="diet", text="Diet?", kind=QuestionKind.CHOICES, choices=("vegan", "halal", "no nuts"))


def of(*desks: Desk, by: tuple[Asked, ...] | None = None, least: int = 1) -> Report:
    return report([(desk.event, desk.list) for desk in desks], {}, by, now=NOW, least=least)


def groups(division: Division) -> list[tuple[str | None, int, Veil | None]]:
    return [(one.label, one.figures.registered, one.veil) for one in division.groups]


def by_organisation(numbers: dict[str | None, int], slug: str = "kickoff") -> Desk:
    desk = Desk(an_event(slug=slug))
    for organisation, count in numbers.items():
        for at in range(count):
            name = f"{organisation}{at}".replace(" ", "")
            desk.register(name, organisation=organisation)
    return desk


BY_ORGANISATION: tuple[Asked, ...] = ((By.ORGANISATION, None),)


# ------------------------------------------------------------------- in groups
def test_groups_come_largest_first_and_who_said_nothing_last() -> None:
    desk = by_organisation({None: 3, "CLB": 1, "School": 2})
    assert groups(of(desk, by=BY_ORGANISATION).divisions[0]) == [
        ("School", 2, None), ("CLB", 1, None), (None, 3, None),
    ]  # fmt: skip


def test_an_organisation_is_one_however_it_is_written() -> None:
    desk = by_organisation({"CLB Één": 1, "clb  een": 1})
    assert groups(of(desk, by=BY_ORGANISATION).divisions[0]) == [("CLB Één", 2, None)]


def test_who_chose_several_answers_is_counted_for_each() -> None:
    desk = Desk(an_event(questions=(DIET,)))
    desk.register("Ans", answers={"diet": "vegan; no nuts"})
    desk.register("Bo", answers={"diet": "vegan"})
    desk.register("Cas")
    found = of(desk, by=((By.QUESTION, "diet"),)).divisions[0]
    assert found.by == "question:diet"
    assert groups(found) == [("vegan", 2, None), ("halal", 0, None), ("no nuts", 1, None), (None, 1, None)]


def test_sessions_keep_their_order_and_their_caps() -> None:
    desk = Desk(evenings(None, 20))
    desk.register("Ans", sessions=("d2",))
    found = of(desk, by=((By.SESSION, None),)).divisions[0]
    assert [(g.label, g.capacity, g.figures.registered) for g in found.groups] == [
        ("d1", None, 0),
        ("d2", 20, 1),
    ]


def test_of_several_events_there_is_a_total_of_different_people() -> None:
    one, other = by_organisation({"CLB": 2}), by_organisation({"CLB": 1}, "tweede")
    found = of(one, other)
    assert found.total is not None
    assert (found.total.people, found.total.registered) == (2, 3)
    assert of(one).total is None


def test_where_nobody_says_what_counts_it_is_what_tells_people_apart() -> None:
    special = Question(id="health", text="Health?", kind=QuestionKind.YES_NO, special=True)
    free = Question(id="note", text="Note?")
    desk = Desk(evenings(None, None, questions=(free, special, DIET)))
    desk.register("Ans", organisation="CLB")
    assert [one.by for one in of(desk).divisions] == ["session", "organisation", "question:diet"]


# -------------------------------------------------------------------- who is erased
def test_who_was_erased_stays_in_the_group_they_were_in() -> None:
    desk = by_organisation({"CLB": 3, None: 1})
    desk.cancel(2)
    for number in (1, 2):
        desk.event, marked = kept(desk.event, desk[number], frozenset(), {"organisation"})
        desk.keep_one(replace(marked, name="–", email="–", organisation=None))
    found = of(desk, by=BY_ORGANISATION)
    assert groups(found.divisions[0]) == [("CLB", 3, None), (None, 1, None)]
    whole = found.divisions[0].groups[0].figures
    assert (whole.people, whole.confirmed, whole.cancelled) == (3, 2, 1)
    assert (found.events[0].figures.people, found.events[0].figures.registered) == (4, 4)


def test_answers_of_who_was_erased_are_counted_on() -> None:
    free = Question(id="note", text="Note?")
    desk = Desk(an_event(questions=(DIET, free)))
    desk.register("Ans", answers={"diet": "vegan; no nuts", "note": "ja"})
    desk.register("Bo", answers={"diet": "vegan"})
    desk.event, marked = kept(desk.event, desk[1], frozenset(), {"answers.diet", "answers.note"})
    desk.keep_one(replace(marked, answers={}))
    diet, note = of(desk, by=((By.QUESTION, "diet"), (By.QUESTION, "note"))).divisions
    assert groups(diet) == [("vegan", 2, None), ("halal", 0, None), ("no nuts", 1, None)]
    assert groups(note) == [("…", 1, None), (None, 1, None)]


def test_people_who_were_erased_from_several_events_are_as_many_people() -> None:
    desks = [by_organisation({"CLB": 1}, "een"), by_organisation({"CLB": 1}, "twee")]
    for desk in desks:
        desk.event, anonymous = erasing.anonymous(desk.event, desk[1], frozenset())
        desk.keep_one(anonymous)
    total = of(*desks).total
    assert total is not None
    assert (total.people, total.registered) == (2, 2)


# ------------------------------------------------------------- for others to read
def test_a_small_group_is_hidden_with_another_it_would_follow_from() -> None:
    desk = by_organisation({"A": 9, "B": 6, "C": 3})
    assert groups(of(desk, by=BY_ORGANISATION, least=5).divisions[0]) == [
        ("A", 9, None), ("B", 6, BESIDE), ("C", 3, SMALL),
    ]  # fmt: skip


def test_the_order_of_what_is_hidden_tells_nothing() -> None:
    desk = by_organisation({"Z": 4, "A": 2, "M": 9})
    assert groups(of(desk, by=BY_ORGANISATION, least=5).divisions[0]) == [
        ("M", 9, None), ("A", 2, SMALL), ("Z", 4, SMALL),
    ]  # fmt: skip


def test_too_few_to_tell_apart_are_not_told_apart() -> None:
    found = of(by_organisation({"A": 1, "B": 5}), by=BY_ORGANISATION, least=5)
    assert found.divisions[0] == Division("organisation", (), withheld=True)
    assert found.events[0].veil is None


def test_an_event_of_few_people_is_hidden_with_all_of_it() -> None:
    found = of(by_organisation({"A": 1, "B": 2}), by=BY_ORGANISATION, least=5)
    assert (found.events[0].veil, found.events[0].points) == (SMALL, ())
    assert [veil for _, _, veil in groups(found.divisions[0])] == [SMALL, SMALL]


def test_the_sessions_of_a_hidden_event_are_hidden_with_it() -> None:
    desks = [by_organisation({"A": size}, slug) for slug, size in (("een", 3), ("twee", 7), ("drie", 20))]
    found = of(*desks, by=((By.SESSION, None),), least=5)
    assert [one.veil for one in found.events] == [SMALL, BESIDE, None]
    assert [one.veil for one in found.divisions[0].groups] == [SMALL, BESIDE, None]


def test_sessions_are_protected_by_the_total_of_their_own_event() -> None:
    desk = Desk(evenings(None, None, None))
    for session, count in (("d1", 8), ("d2", 2), ("d3", 7)):
        for at in range(count):
            desk.register(f"{session}x{at}", sessions=(session,))
    found = of(desk, by=((By.SESSION, None),), least=5)
    assert groups(found.divisions[0]) == [("d1", 8, None), ("d2", 2, SMALL), ("d3", 7, BESIDE)]


def test_where_the_total_of_events_would_tell_too_much_it_goes_too() -> None:
    desks = [by_organisation({"A": 1}, "een"), by_organisation({"A": 5}, "twee")]
    found = of(*desks, by=BY_ORGANISATION, least=5)
    assert [one.veil for one in found.events] == [SMALL, None]
    assert found.total_veil is BESIDE
    assert found.divisions[0].withheld


def test_a_group_of_one_person_with_many_registrations_is_small() -> None:
    desks = []
    for number in range(6):
        desk = Desk(an_event(slug=f"dag-{number}"))
        desk.register("Ans", organisation="Klein")
        for at in range(9):
            desk.register(f"x{at}", organisation="Groot")
        for at in range(9):
            desk.register(f"y{at}", organisation="Midden")
        desks.append(desk)
    found = of(*desks, by=BY_ORGANISATION, least=5)
    assert {label: veil for label, _, veil in groups(found.divisions[0])}["Klein"] is SMALL


def test_an_edition_before_of_few_people_is_not_held_beside() -> None:
    this, before = by_organisation({"A": 9}), by_organisation({"A": 3}, "vorige")
    listed = {"kickoff": (before.event, before.list)}
    named = [(this.event, this.list)]
    assert report(named, listed, (), now=NOW, least=5).events[0].beside is None
    assert report(named, listed, (), now=NOW).events[0].beside is not None
