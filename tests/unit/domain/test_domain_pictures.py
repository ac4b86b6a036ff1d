"""Who may be in a picture: only who said yes, to each thing that is asked about pictures."""

from __future__ import annotations

import pytest

from netwerk_cli.domain import pictures
from netwerk_cli.domain.questions import Question, QuestionKind, YesNo
from tests.builders import Desk, an_event


def asked(id: str, kind: QuestionKind = QuestionKind.YES_NO) -> Question:
    return Question(
        id=id, text=f"{id}?", kind=kind, choices=("Ja", "Nee, liever niet") if kind == "choice" else ()
    )


def wanted(*questions: Question, **answers: str) -> YesNo | None:
    at = Desk(an_event(questions=questions))
    at.register("Ans", answers={name.replace("_", "-"): said for name, said in answers.items()})
    return pictures.wanted(at.event, at[1])


@pytest.mark.parametrize("id", ["foto", "photo", "beeld", "foto-website", "fotos"])
def test_a_question_is_known_by_its_id_and_no_answer_is_no(id: str) -> None:
    assert wanted(asked(id)) is YesNo.NO
    assert wanted(asked(id), **{id: "yes"}) is YesNo.YES
    assert wanted(asked(id), **{id: "no"}) is YesNo.NO


def test_where_nothing_is_asked_of_pictures_nothing_is_said() -> None:
    assert wanted() is None
    assert wanted(asked("dieet"), dieet="yes") is None
    assert wanted(asked("foto", QuestionKind.TEXT), foto="yes") is None
    assert not pictures.asked(an_event(questions=(asked("fotograaf"),)))


def test_a_question_put_the_other_way_round_allows_them_with_a_no_only() -> None:
    assert wanted(asked("geen-foto"), geen_foto="no") is YesNo.YES
    assert wanted(asked("geen-foto"), geen_foto="yes") is YesNo.NO
    assert wanted(asked("geen-foto")) is YesNo.NO


def test_of_several_questions_each_has_to_allow_it() -> None:
    several = (asked("foto-website"), asked("foto-verslag"))
    assert wanted(*several, foto_website="yes", foto_verslag="no") is YesNo.NO
    assert wanted(*several, foto_website="yes", foto_verslag="yes") is YesNo.YES


def test_of_choices_only_a_plain_yes_allows_it() -> None:
    choice = asked("foto", QuestionKind.CHOICE)
    assert wanted(choice, foto="Ja") is YesNo.YES
    assert wanted(choice, foto="Nee, liever niet") is YesNo.NO
