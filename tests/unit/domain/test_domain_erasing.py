"""What is left of a record when somebody is erased: counts, and nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.attendance import Attendance, State
from netwerk_cli.domain.erasing import (
    FREE,
    anonymous,
    changes_of,
    everything_of,
    forgotten,
    is_nobody,
    names_in,
    struck,
    without,
)
from netwerk_cli.domain.groups import Membership, MemberStatus
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.mentioning import Mentions, terms_of
from netwerk_cli.domain.people import whom
from netwerk_cli.domain.personal_data import Erased, erased
from netwerk_cli.domain.questions import Question
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.told import How, Message, MessageKind, Told
from netwerk_cli.records import defaults
from tests.builders import NOW, Desk, an_event
from tests.store.records import filled

DIET = Question(id="dieet", text="Dieet?", special=True)
BADGE = Question(id="badge", text="Naam op de badge?")
ANS, BERT = ("Ans Voorbeeld", "ans@example.org"), ("Bert Voorbeeld", "bert@example.org")


def ans() -> tuple[Desk, Registration]:
    """Somebody of whom all is known that can be."""
    at = Desk(an_event(questions=(DIET, BADGE)))
    one = at.register(
        "Ans", answers={"dieet": "vegan", "badge": "Anna"}, organisation="CLB", note="rolstoel"
    ).subject
    assert one is not None
    told = Told(name=one.name, email=one.email, at=NOW, status="confirmed")
    sent = Message(at=NOW, kind=MessageKind.CONFIRMATION, how=How.MAIL, email=one.email)
    lines = (
        *one.history,
        Entry(
            at=NOW, by="an", what="edited", why="belde", change=2,
            changes={"note": (None, "rolstoel"), "answers": ([["badge", "An"]], [["badge", "Anna"]])},
        ),
    )  # fmt: skip
    return at, replace(one, told=(told,), messages=(sent,), override="spreekt", history=lines)


def test_nobody_is_left_of_somebody_who_is_erased_but_what_counts() -> None:
    at, one = ans()
    event, left = anonymous(at.event, one, ())
    assert left == Registration(
        number=1, status=Status.CONFIRMED, name="…", email="r1@erased.invalid", received_at=one.received_at,
        turn=one.turn, override="…", erased=("organisation", "answers.dieet", "answers.badge"),
        history=(one.history[0], Entry(at=NOW, by="an", what="edited", change=2)),
    )  # fmt: skip
    assert [(one.by, one.value) for one in event.figures] == [
        ("organisation", "CLB"), ("answers.dieet", ""), ("answers.badge", "")
    ]  # fmt: skip
    assert is_nobody(left)
    assert not is_nobody(one)


@pytest.mark.parametrize("kind", [Registration, Membership])
def test_what_the_table_says_goes_is_gone_from_a_record_that_says_everything(
    kind: type[Registration | Membership],
) -> None:
    record = filled(kind)
    after = without(record, everything_of(record))
    goes = erased(kind.__name__, Erased.DROPPED, Erased.COUNTED)
    assert {name: getattr(after, name) for name in goes} == {name: defaults(kind)[name] for name in goes}
    replaced = erased(kind.__name__, Erased.REPLACED)
    assert not [name for name in replaced if getattr(after, name) == getattr(record, name)]


def test_erasing_twice_changes_and_counts_nothing_more() -> None:
    at, one = ans()
    event, left = anonymous(at.event, one, ())
    assert anonymous(event, left, ()) == (event, left)


def test_a_seat_stays_held_and_a_number_taken() -> None:
    at, one = ans()
    _, left = anonymous(at.event, at.keep_one(one), ())
    at.keep_one(left)
    assert seats.Book(at.event, at.list, NOW).ledger.held[None] == 1
    assert at.register("Ans").subject is not None
    assert [*at.list] == [1, 2]


def test_only_the_fields_that_are_named_go() -> None:
    _, one = ans()
    left = without(one, {"answers.dieet", "note"})
    assert (left.name, left.answers, left.note, left.told) == (one.name, {"badge": "Anna"}, None, one.told)
    assert left.history[-1] == replace(
        one.history[-1], changes={"answers": ([["badge", "An"]], [["badge", "Anna"]])}
    )


def test_reasons_and_who_did_what_go_by_themselves() -> None:
    _, one = ans()
    one = replace(one, attendance={"main": Attendance(state=State.PRESENT, at=NOW, by="an")})
    left = without(one, {"why", "by", "attendance"})
    assert [(line.by, line.why) for line in left.history] == [("…", None), ("…", None)]
    assert left.attendance["main"] == Attendance(state=State.PRESENT, at=NOW, by="…")


def test_nobody_is_left_of_a_membership() -> None:
    one = Membership(
        number=3, status=MemberStatus.LEFT, name="Ans", email="ans@example.org", received_at=NOW,
        organisation="CLB", role="begeleider", note="x", history=(Entry(at=NOW, by="an", what="left", why="ziek"),),
    )  # fmt: skip
    assert without(one, everything_of(one)) == Membership(
        number=3, status=MemberStatus.LEFT, name="…", email="m3@erased.invalid", received_at=NOW,
        history=(Entry(at=NOW, by="an", what="left"),),
    )  # fmt: skip


# --------------------------------------------------------- a seat handed over
def handed_over() -> Registration:
    """A seat of Ans, then of Bert, then of Cas, with what each of them said."""
    _, one = ans()
    over = [(ANS, BERT, "Anna", "ziek", 3), (BERT, ("Cas", "cas@example.org"), "Bertje", None, 4)]
    lines = tuple(
        Entry(
            at=NOW, by="an", what="substituted", why=why, change=number,
            changes={"name": (was[0], now[0]), "email": (was[1], now[1]), "note": (said, None)},
        )
        for was, now, said, why, number in over
    )  # fmt: skip
    later = Entry(
        at=NOW, by="an", what="edited", why="vroeg het", change=5, changes={"note": (None, "vegan")}
    )
    fields = {
        "name": "Cas",
        "email": "cas@example.org",
        "note": "vegan",
        "history": (*one.history, *lines, later),
    }
    return replace(one, **fields)  # type: ignore[arg-type]


def test_who_had_a_seat_before_is_erased_and_who_has_it_stays() -> None:
    one = handed_over()
    left = forgotten(one, whom([ANS]))
    lines = left.history[-4:]
    assert (left.name, left.note, left.told) == ("Cas", "vegan", ())
    assert [line.why for line in lines] == [None, None, None, "vroeg het"]
    assert [line.changes for line in lines] == [
        {},
        {"name": ("…", "Bert Voorbeeld"), "email": ("r1@erased.invalid", "bert@example.org")},
        one.history[-2].changes,
        one.history[-1].changes,
    ]
    assert changes_of(one, whom([ANS])) == {0, 2, 3}


def test_who_had_a_seat_in_between_is_erased_from_both_lines() -> None:
    left = forgotten(handed_over(), whom([BERT]))
    assert [line.changes for line in left.history[-3:-1]] == [
        {"name": ("Ans Voorbeeld", "…"), "email": ("ans@example.org", "r1@erased.invalid")},
        {"name": ("…", "Cas"), "email": ("r1@erased.invalid", "cas@example.org")},
    ]


def test_a_record_of_others_stays_as_it_is() -> None:
    one = handed_over()
    assert forgotten(one, whom([("Dirk", "dirk@example.org")])) == one
    assert {*names_in(one)} == {("Cas", "cas@example.org"), BERT, ANS}


@pytest.mark.parametrize(
    ("name", "shared", "theirs"),
    [
        ("Ans Voorbeeld", True, True),
        ("Ans Voorbeeld", False, True),
        ("Bert Voorbeeld", True, False),
        ("Bert Voorbeeld", False, False),
    ],
)
def test_of_those_who_share_an_address_the_name_decides(name: str, shared: bool, theirs: bool) -> None:
    who = whom([ANS], several=[("Bert Voorbeeld", "ans@example.org")])
    assert who.is_(name, "ANS@example.org", shared=shared) is theirs


# --------------------------------------------------------------- other words
STRIKE = Mentions(terms_of(["Ans Voorbeeld"], ["ans@example.org"])).struck


def test_somebody_is_taken_out_of_what_people_wrote_and_of_nothing_else() -> None:
    document = {
        "slug": "ans@example.org",
        "title": "Met Ans Voorbeeld",
        "organisers": ["Ans Voorbeeld", "Bert"],
        "materials": [{"id": "m1", "kind": "link", "contributor": "Ans Voorbeeld", "text": "vraag ans@example.org"}],
        "history": [{"by": "Ans Voorbeeld", "what": "edited", "changes": {"materials.m1.title": [ANS[0], None]}}],
    }  # fmt: skip
    assert struck(document, STRIKE) == {
        "slug": "ans@example.org",
        "title": "Met …",
        "organisers": ["Bert"],
        "materials": [{"id": "m1", "kind": "link", "text": "vraag …"}],
        "history": [{"by": "…", "what": "edited", "changes": {"materials.m1.title": ["…", None]}}],
    }


def test_people_write_in_what_the_table_says_and_not_in_states() -> None:
    assert {"title", "note", "why", "by", "answers", "organisers", "contributor"} <= FREE
    assert not FREE & {"what", "status", "slug", "state", "at", "sessions", "number"}
