"""A mail is marked before it goes and after; in between it is uncertain, and never goes twice by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from netwerk_cli.domain import mailing, untold
from netwerk_cli.domain.told import How, MessageKind, Outcome, Why
from netwerk_cli.domain.untold import Due
from tests.builders import ENDS_AT, STARTS_AT, Desk, an_event, hours


class Office(Desk):
    """A desk from which mail goes out."""

    def due(self) -> list[tuple[str, str, str | None]]:
        """Return the code, the kind and the failed attempt of everybody who is to be told something."""
        found = untold.due(self.event, self.list, self.now)
        assert untold.count(self.event, self.list, self.now) == len(found)
        return [(one.registration.code, one.kind, one.attempt) for one in found]

    def again(self) -> list[tuple[str, str]]:
        """Return the code and kind of what can be sent once more."""
        return [(one.registration.code, one.kind) for one in mailing.again(self.event, self.list, self.now)]

    def mark(self, due: Due) -> mailing.Mark:
        marked, mark = mailing.mark(due, self.act())
        self.keep_one(marked)
        return mark

    def mark_first(self) -> mailing.Mark:
        return self.mark(untold.due(self.event, self.list, self.now)[0])

    def settle(
        self, mark: mailing.Mark, outcome: Outcome | None, reply: str | None = None, of: int = 1
    ) -> None:
        self.keep_one(mailing.settle(self[of], mark, outcome, reply, self.act()))
        self.now += timedelta(minutes=1)

    def send(self, outcome: Outcome | None, reply: str | None = None) -> Office:
        """Send what is due first."""
        self.settle(self.mark_first(), outcome, reply)
        return self

    def move(self) -> None:
        """Move the session by an hour."""
        (main,) = self.event.sessions
        moved = replace(main, starts_at=STARTS_AT + hours(1), ends_at=ENDS_AT + hours(1))
        self.amend(sessions=(moved,))

    def outcomes(self) -> list[Outcome | None]:
        return [message.outcome for message in self[1].messages]


@pytest.fixture
def office() -> Office:
    found = Office(an_event())
    found.register("Ans")
    return found


def test_what_is_marked_is_uncertain_and_not_due(office: Office) -> None:
    mark = office.mark_first()
    assert office.due() == []
    assert [told.outcome for told in office[1].told] == [Outcome.UNCERTAIN]
    assert (mark.number, office.outcomes()) == (1, [Outcome.UNCERTAIN])
    assert mailing.uncertain(office[1]) == office[1].told


def test_what_the_server_took_is_told(office: Office) -> None:
    office.send(Outcome.SENT)
    assert (office.due(), office.outcomes(), mailing.uncertain(office[1])) == ([], [Outcome.SENT], ())
    assert office[1].messages[0].before is None
    assert office[1].history[-1].what == "mailed"


@pytest.mark.parametrize("outcome", [Outcome.DEFERRED, Outcome.REFUSED])
def test_what_the_server_did_not_take_is_due_as_before(office: Office, outcome: Outcome) -> None:
    office.send(outcome, "no")
    assert office.due() == [("r1", "confirmation", outcome)]
    assert (office[1].told, office[1].messages[0].reply) == ((), "no")


def test_only_a_refused_or_bounced_address_is_held(office: Office) -> None:
    held = {}
    for outcome in Outcome:
        (one,) = untold.due(office.event, office.list, office.now)
        held[outcome] = one._replace(attempt=outcome).held
    assert {outcome for outcome, is_held in held.items() if is_held} == {Outcome.REFUSED, Outcome.BOUNCED}


def test_what_was_not_tried_leaves_no_trace(office: Office) -> None:
    before = office[1]
    office.send(None)
    assert office[1] == before


def test_what_was_deferred_goes_again_under_its_number(office: Office) -> None:
    office.send(Outcome.DEFERRED)
    mark = office.mark_first()
    assert mark.number == 1
    office.settle(mark, None)
    assert office.outcomes() == [Outcome.DEFERRED]
    office.send(Outcome.SENT)
    assert office.outcomes() == [Outcome.SENT]


def test_what_is_uncertain_goes_again_when_asked_and_under_its_number(office: Office) -> None:
    office.send(Outcome.UNCERTAIN)
    assert (office.due(), office.again()) == ([], [("r1", "confirmation")])
    (due,) = mailing.again(office.event, office.list, office.now)
    mark = office.mark(due)
    assert mark.number == 1
    office.settle(mark, Outcome.SENT)
    assert (office.again(), office.outcomes()) == ([], [Outcome.SENT])


def test_a_second_attempt_that_was_not_made_leaves_it_uncertain(office: Office) -> None:
    office.send(Outcome.UNCERTAIN)
    (due,) = mailing.again(office.event, office.list, office.now)
    before = office[1]
    office.settle(office.mark(due), None)
    assert office[1] == before


def test_a_second_attempt_that_was_deferred_goes_again_with_the_next_sending(office: Office) -> None:
    office.send(Outcome.UNCERTAIN)
    (due,) = mailing.again(office.event, office.list, office.now)
    office.settle(office.mark(due), Outcome.DEFERRED)
    assert office.due() == [("r1", "confirmation", Outcome.DEFERRED)]


def test_who_is_uncertain_hears_what_changed_since_and_then_nothing_is_uncertain(office: Office) -> None:
    office.send(Outcome.UNCERTAIN)
    office.move()
    assert office.due() == [("r1", "changed", None)]
    assert office.again() == [("r1", "confirmation")]
    office.send(Outcome.SENT)
    assert (office.due(), office.again(), office.outcomes()) == ([], [], [Outcome.UNCERTAIN, Outcome.SENT])


def test_asked_again_with_something_else_to_say_it_is_another_message(office: Office) -> None:
    office.send(Outcome.UNCERTAIN)
    office.move()
    (due,) = mailing.again(office.event, office.list, office.now)
    assert (due.before, mailing.number_of(due)) == (None, None)


def test_a_change_that_may_have_been_told_and_was_taken_back_is_told(office: Office) -> None:
    office.send(Outcome.SENT)
    (main,) = office.event.sessions
    office.move()
    office.send(Outcome.UNCERTAIN)
    office.amend(sessions=(main,))
    assert (office.due(), office.again()) == ([("r1", "changed", None)], [("r1", "changed")])


def test_who_was_told_by_other_means_meanwhile_stays_told(office: Office) -> None:
    mark = office.mark_first()
    (due,) = mailing.again(office.event, office.list, office.now)
    for r in untold.tell([due], office.act(), How.HAND):
        office.keep_one(r)
    office.settle(mark, Outcome.REFUSED)
    assert (office.due(), office.outcomes()) == ([], [Outcome.REFUSED, None])


def test_a_mark_that_is_gone_is_not_settled(office: Office) -> None:
    before, mark = office[1], office.mark_first()
    office.keep_one(before)
    office.settle(mark, Outcome.SENT)
    assert office[1] == before


def test_who_was_replaced_hears_it_under_a_number_of_their_own(office: Office) -> None:
    office.send(Outcome.SENT)
    office.substitute(1, "Bea")
    first, second = untold.due(office.event, office.list, office.now)
    one = office.mark(first)
    two = office.mark(second._replace(registration=office[1]))
    assert (one.number, two.number) == (2, 3)
    office.settle(one, None)
    office.settle(two, Outcome.SENT)
    assert office.outcomes() == [Outcome.SENT, Outcome.DEFERRED, Outcome.SENT]
    assert office.due() == [("r1", "confirmation", Outcome.DEFERRED)]


def test_what_came_back_is_due_and_held_until_the_address_is_another(office: Office) -> None:
    office.send(Outcome.SENT)
    office.keep_one(mailing.bounced(office[1], 1, "5.1.1", office.act()))
    (due,) = untold.due(office.event, office.list, office.now)
    assert (due.kind, due.why, due.held, due.before) == (MessageKind.CONFIRMATION, (Why.BOUNCED,), True, None)
    assert office.due() == [("r1", "confirmation", "bounced")]
    assert mailing.bounced(office[1], 1, "5.1.1", office.act()) is office[1]
    office.keep_one(replace(office[1], email="ans@example.com"))
    assert office.due() == [("r1", "confirmation", None)]


def test_what_came_back_after_something_later_was_told_is_only_listed(office: Office) -> None:
    office.send(Outcome.SENT)
    office.move()
    office.send(Outcome.SENT)
    office.keep_one(mailing.bounced(office[1], 1, None, office.act()))
    assert (office.due(), office.outcomes()) == ([], [Outcome.BOUNCED, Outcome.SENT])


def test_a_cancelled_registration_whose_mail_came_back_is_still_to_be_told(office: Office) -> None:
    office.send(Outcome.SENT)
    office.cancel(1)
    office.send(Outcome.SENT)
    office.keep_one(mailing.bounced(office[1], 2, None, office.act()))
    assert office.due() == [("r1", "cancelled", "bounced")]
