"""People whose particulars are erased stay in the figures, by what they had said."""

from __future__ import annotations

from dataclasses import replace

from netwerk_cli.domain import seats
from netwerk_cli.domain.attendance import Attendance, State
from netwerk_cli.domain.counting import dimensions, kept, measured, said
from netwerk_cli.domain.figures import Figure
from netwerk_cli.domain.questions import Question, QuestionKind
from netwerk_cli.domain.registrations import Registration, Status
from tests.builders import NOW, Desk, an_event

DIET = Question(
    id="dieet", text="Dieet?", kind=QuestionKind.CHOICES, choices=("vegan", "halal"), special=True
)
BADGE = Question(id="badge", text="Naam op de badge?")
PHOTO = Question(id="foto", text="Foto's?", kind=QuestionKind.YES_NO)
SAID = {"dieet": "vegan; halal", "badge": "Anna", "foto": "no"}


def desk() -> Desk:
    return Desk(an_event(questions=(DIET, BADGE, PHOTO)))


def test_figures_are_by_what_a_report_goes_by_and_by_each_question() -> None:
    assert dimensions(desk().event) == (
        "organisation",
        "role",
        "answers.dieet",
        "answers.badge",
        "answers.foto",
    )


def test_somebody_counts_under_each_choice_and_under_no_word_of_their_own() -> None:
    one = desk().register("Ans", answers=SAID, organisation="CLB Noord").subject
    assert one is not None
    found = {by: said(desk().event, one, by) for by in dimensions(desk().event)}
    assert found == {
        "organisation": ("CLB Noord",),
        "role": (),
        "answers.dieet": ("vegan", "halal"),
        "answers.badge": ("",),
        "answers.foto": ("no",),
    }


def test_somebody_with_a_seat_who_stayed_away_is_counted_so() -> None:
    at = desk()
    one = at.register("Ans").subject
    assert one is not None
    assert measured(at.event, one, ()) == {"registered": 1, "confirmed": 1}
    assert measured(at.event, one, ("main",)) == {"registered": 1, "confirmed": 1, "no_show": 1}


def test_somebody_who_waited_and_moved_up_and_came_is_counted_so() -> None:
    at = Desk(an_event(capacity=1)).fill("Ans", "Bert")
    at.event = replace(at.event, capacity=2)
    outcome = seats.promote(at.event, at.list, at.act(), count=1)
    came = replace(
        outcome.promoted[0], attendance={"main": Attendance(state=State.PRESENT, at=NOW, by="organiser")}
    )
    assert measured(at.event, came, ("main",)) == {
        "registered": 1,
        "confirmed": 1,
        "waited": 1,
        "moved_up": 1,
        "present": 1,
    }


def test_who_is_on_the_list_without_a_seat_is_counted_apart() -> None:
    at = desk()
    one = at.register("Ans", no_seat=True).subject
    assert one is not None
    assert measured(at.event, one, ("main",)) == {"registered": 1, "no_seat": 1}
    gone = replace(one, status=Status.CANCELLED)
    assert measured(at.event, gone, ()) == {"registered": 1, "no_seat": 1}


def test_figures_of_several_people_add_up_and_nobody_is_counted_twice() -> None:
    at = desk()
    for who in ("Ans", "Bert"):
        at.register(who, organisation="CLB Noord", answers=SAID)
    event = at.event
    marked: list[Registration] = []
    for one in (at[1], at[2], at[1]):
        one = next((m for m in marked if m.number == one.number), one)
        event, after = kept(event, one, (), ("organisation", "answers.dieet"))
        marked.append(after)
    two = {"registered": 2, "confirmed": 2}
    assert event.figures == (
        Figure(by="organisation", value="CLB Noord", counts=two),
        Figure(by="answers.dieet", value="vegan", counts=two),
        Figure(by="answers.dieet", value="halal", counts=two),
    )
    assert [one.erased for one in marked] == [("organisation", "answers.dieet")] * 3


def test_who_said_nothing_leaves_no_figure_and_no_mark() -> None:
    at = desk()
    at.register("Ans")
    assert kept(at.event, at[1], (), dimensions(at.event)) == (at.event, at[1])
