"""Rule 29: what an event asks, what counts as an answer, and who sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netwerk_cli.domain import lifecycle, questions, seats
from netwerk_cli.domain.cautions import cautions
from netwerk_cli.domain.findings import audit
from netwerk_cli.domain.past import as_of
from netwerk_cli.domain.questions import Question, QuestionKind
from netwerk_cli.errors import BadValue, NetwerkError, NotAChoice
from netwerk_cli.errors.lookup import QuestionNotFound
from netwerk_cli.errors.planning import QuestionAnswered
from netwerk_cli.errors.seats import AnswerMissing, EventClosed
from tests.builders import CLOSES_AT, NOW, Desk, act, an_event, hours, refused

DIET = Question(id="dieet", text="Dieetwensen?", special=True)
PHOTO = Question(id="foto", text="Mag er een foto?", kind=QuestionKind.YES_NO)
ROOM = Question(
    id="kamer", text="Welke kamer?", kind=QuestionKind.CHOICE, choices=("Één", "Twee"), required=True
)
WATER = Question(
    id="workshop",
    text="Welke workshops?",
    kind=QuestionKind.CHOICES,
    choices=("Rots", "Water, koud", "Lucht"),
)


def asking(*asked: Question, **fields: object) -> Desk:
    return Desk(an_event(questions=asked, **fields))


# -------------------------------------------------------------------- answers
@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        (DIET, " geen noten \n", "geen noten"),
        (DIET, "  ", None),
        (PHOTO, "Ja", "yes"),
        (PHOTO, "neen.", "no"),
        (PHOTO, "x", "yes"),
        (PHOTO, "false", "no"),
        (ROOM, "een", "Één"),
        (ROOM, "TWEE", "Twee"),
        (WATER, "Lucht;Rots;", "Rots; Lucht"),
        (WATER, "water, koud, lucht", "Water, koud; Lucht"),
        (WATER, "Rots\nLucht", "Rots; Lucht"),
        (WATER, "Rots, rots", "Rots"),
        (WATER, " ; ", None),
    ],
)
def test_an_answer_is_kept_as_the_question_writes_it(
    question: Question, typed: str, kept: str | None
) -> None:
    assert questions.answer(question, typed) == kept
    assert kept is None or questions.answer(question, kept) == kept


@pytest.mark.parametrize(
    ("question", "typed", "refusal"),
    [
        (PHOTO, "ja, maar niet op internet", BadValue),
        (PHOTO, "misschien", BadValue),
        (ROOM, "Drie", NotAChoice),
        (ROOM, "Één; Twee", NotAChoice),
        (WATER, "Rots; Vuur", NotAChoice),
        (DIET, "x" * 20_001, BadValue),
    ],
)
def test_an_answer_that_is_none_is_refused(
    question: Question, typed: str, refusal: type[NetwerkError]
) -> None:
    assert refused(lambda: questions.answer(question, typed))[0] is refusal


def test_the_nearest_choice_is_offered_and_what_was_answered_is_not_said_again() -> None:
    facts = refused(lambda: questions.answer(ROOM, "Tweee"))[1]
    assert facts == {"question": "kamer", "choices": "Één, Twee", "nearest": "Did you mean 'Twee'? "}
    special = replace(ROOM, special=True)
    assert refused(lambda: questions.answer(special, "Tweee"))[1]["nearest"] == ""


@pytest.mark.parametrize(
    "asked",
    [
        (replace(ROOM, choices=()),),
        (replace(PHOTO, choices=("ja", "nee")),),
        (replace(ROOM, choices=("Een", "een")),),
        (replace(ROOM, choices=("a;b", "c")),),
        (DIET, replace(PHOTO, text="dieetwensen?")),
        (replace(DIET, text=" "),),
        (replace(DIET, id="Dieet"),),
        tuple(Question(id=f"q{n}", text=f"Vraag {n}") for n in range(101)),
    ],
)
def test_what_cannot_be_asked_is_refused(asked: tuple[Question, ...]) -> None:
    assert refused(lambda: lifecycle.create(an_event(questions=asked), act()))[0] is BadValue


def test_a_question_is_named_by_its_id_or_by_what_it_asks() -> None:
    asked = (DIET, PHOTO)
    assert questions.find(asked, "foto", event="k") is PHOTO
    assert questions.find(asked, "mag er een FOTO?", event="k") is PHOTO
    found = refused(lambda: questions.find(asked, "diet", event="k"))
    assert found == (
        QuestionNotFound,
        {"event": "k", "question": "diet", "nearest": "Did you mean 'dieet'? ", "known": "dieet, foto"},
    )


# --------------------------------------------------------------------- asking
def test_who_leaves_a_required_question_open_is_refused_unless_overruled() -> None:
    desk = asking(ROOM)
    assert refused(lambda: desk.register("Ans")) == (
        AnswerMissing,
        {"event": "kickoff", "question": "kamer", "text": "Welke kamer?"},
    )
    desk.register("Ans", force=True, why="per telefoon")
    desk.register("Bo", answers={"kamer": "Twee"})
    assert (desk[1].override, desk[2].answers) == ("per telefoon", {"kamer": "Twee"})


def test_what_is_closed_is_said_before_what_is_not_answered() -> None:
    desk = asking(ROOM)
    desk.now = CLOSES_AT
    assert refused(lambda: desk.register("Ans"))[0] is EventClosed


def test_who_came_by_a_form_or_takes_no_seat_is_not_turned_away() -> None:
    desk = asking(ROOM)
    desk.register("Ans", must_answer=False)
    desk.register("Bo", no_seat=True)
    assert len(desk.list) == 2


def test_who_comes_back_is_not_asked_again() -> None:
    desk = asking(ROOM, DIET)
    desk.register("Ans", answers={"kamer": "Twee", "dieet": "vegan"})
    desk.cancel(1)
    desk.register("Ans", answers={"kamer": "Één"})
    assert desk[1].answers == {"kamer": "Één", "dieet": "vegan"}


def test_an_answer_that_has_to_be_there_cannot_be_taken_away_and_another_can_be_given() -> None:
    desk = asking(ROOM, DIET)
    desk.register("Ans", answers={"kamer": "Twee", "dieet": "vegan"})
    assert refused(lambda: desk.edit(1, answers={"dieet": "vegan"}))[0] is AnswerMissing
    desk.edit(1, answers={"kamer": "Één"})
    assert desk[1].answers == {"kamer": "Één"}


def test_who_never_answered_can_still_be_corrected() -> None:
    desk = asking(ROOM)
    desk.register("Ans", must_answer=False)
    assert desk.edit(1, role="leraar").role == "leraar"


def test_a_substitute_answers_for_themselves() -> None:
    desk = asking(ROOM)
    desk.register("Ans", answers={"kamer": "Twee"})

    def handed(answers: dict[str, str]) -> seats.Outcome:
        who: dict[str, Any] = {"name": "Bo", "email": "bo@example.org", "answers": answers}
        return seats.substitute(desk.event, desk.list, desk[1], desk.act(), **who)

    assert refused(lambda: handed({}))[0] is AnswerMissing
    assert desk.kept(handed({"kamer": "Één"})).answers == {"kamer": "Één"}


# --------------------------------------------------- questions that change, and go
def test_a_question_goes_with_its_answers_only_when_somebody_agrees() -> None:
    desk = asking(DIET, PHOTO)
    desk.register("Ans", answers={"dieet": "vegan", "foto": "yes"})
    desk.register("Bo", answers={"foto": "no"})
    found = refused(lambda: desk.amend(questions=(PHOTO,)))
    assert found == (
        QuestionAnswered, {"event": "kickoff", "question": "dieet", "first": "dieet", "count": 1}
    )  # fmt: skip
    desk.amend(questions=(PHOTO,), losing=True)
    assert [r.answers for r in desk.list.values()] == [{"foto": "yes"}, {"foto": "no"}]
    assert len(desk[2].history) == 1


def test_a_question_that_nobody_answered_goes_without_asking() -> None:
    desk = asking(DIET, PHOTO)
    desk.register("Ans", answers={"foto": "yes"})
    desk.amend(questions=(PHOTO,))
    assert desk.event.questions == (PHOTO,)


def test_a_raised_cap_and_a_question_that_goes_are_one_step() -> None:
    desk = asking(DIET, capacity=1)
    desk.register("Ans", answers={"dieet": "vegan"})
    desk.register("Bo", answers={"dieet": "halal"})
    outcome = desk.amend(questions=(), capacity=2, losing=True)
    assert [r.number for r in outcome.promoted] == [2]
    assert [(r.number, r.answers) for r in outcome.changed] == [(1, {}), (2, {})]


def test_history_tells_a_question_part_by_part_without_what_it_does_not_say() -> None:
    desk = asking(DIET)
    desk.amend(questions=(replace(DIET, required=True), PHOTO))
    assert desk.event.history[-1].changes == {
        "questions.dieet.required": (False, True),
        "questions.foto.text": (None, "Mag er een foto?"),
        "questions.foto.kind": (None, "yes-no"),
    }


def test_choices_that_change_are_said_to_leave_answers_behind() -> None:
    desk = asking(ROOM)
    desk.register("Ans", answers={"kamer": "Twee"})
    before = desk.event
    desk.amend(questions=(replace(ROOM, choices=("Één", "Drie")),))
    assert [str(one) for one in cautions(before, desk.event, desk.list)] == [
        "Careful: 1 person has answered 'kamer' otherwise than it can be now."
    ]


# ----------------------------------------------------------------- what is seen
def test_special_answers_are_in_no_list_and_their_changes_say_nothing() -> None:
    desk = asking(DIET, PHOTO)
    desk.register("Ans", answers={"dieet": "vegan"})
    desk.edit(1, answers={"dieet": "halal", "foto": "yes"})
    assert questions.shown(desk.event.questions, desk[1].answers) == {"foto": "yes"}
    entry = desk[1].history[-1]
    assert questions.told(desk.event.questions, entry).changes == {
        "answers.dieet": ("…", "…"), "answers.foto": (None, "yes")
    }  # fmt: skip
    assert questions.told((), entry).changes["answers.foto"] == (None, "…")


def test_a_list_of_the_past_has_the_answers_of_then() -> None:
    desk = asking(DIET)
    desk.register("Ans", answers={"dieet": "vegan"})
    before = dict(desk.list)
    desk.now += hours(1)
    desk.edit(1, answers={"dieet": "halal"})
    assert as_of(desk.list.values(), NOW) == list(before.values())


def test_doctor_finds_answers_to_what_is_not_asked_and_notes_those_that_no_longer_fit() -> None:
    desk = asking(ROOM)
    desk.register("Ans", answers={"kamer": "Twee"})
    desk.list[1] = replace(desk[1], answers={"kamer": "Drie", "weg": "x"})
    found = audit(desk.event, desk.list, NOW + hours(1))
    assert [(one.code, one.note) for one in found] == [("question_unknown", False), ("answer_odd", True)]


# ------------------------------------------------------------------------ undo
def test_a_question_that_was_taken_out_comes_back_with_its_answers() -> None:
    desk = asking(DIET)
    desk.register("Ans", answers={"dieet": "vegan"})
    event, people = desk.event, dict(desk.list)
    desk.amend(questions=(), losing=True)
    desk.keep(seats.undo(desk.event, desk.list, event, people, desk.act(), change=0)[0])
    assert (desk.event.questions, desk[1].answers) == ((DIET,), {"dieet": "vegan"})


def test_a_question_that_was_answered_since_is_not_undone() -> None:
    desk = asking()
    event = desk.event
    desk.amend(questions=(DIET,))
    desk.register("Ans", answers={"dieet": "vegan"})
    assert (
        refused(lambda: seats.undo(desk.event, desk.list, event, {}, desk.act(), change=0))[0]
        is QuestionAnswered
    )


def test_who_comes_back_by_undoing_answers_only_what_is_still_asked() -> None:
    desk = asking(DIET)
    desk.register("Ans", answers={"dieet": "vegan"})
    gone = desk.list.pop(1)
    desk.amend(questions=())
    outcome, _ = seats.undo(desk.event, desk.list, desk.event, {1: gone}, desk.act(), change=0)
    assert outcome.changed[0].answers == {}
