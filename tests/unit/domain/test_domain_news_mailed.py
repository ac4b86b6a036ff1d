"""News to members by mail: marked before it goes and after, and what became of it says what they are still to hear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netwerk_cli.domain import mailing, news
from netwerk_cli.domain.mailing import Mark
from netwerk_cli.domain.news import News
from netwerk_cli.domain.told import How, Message, Outcome
from tests.builders import act
from tests.unit.domain.test_domain_news import Table

SENT, UNCERTAIN, DEFERRED, REFUSED, BOUNCED = (
    Outcome.SENT, Outcome.UNCERTAIN, Outcome.DEFERRED, Outcome.REFUSED, Outcome.BOUNCED,
)  # fmt: skip


class Office(Table):
    """A group of one member to whom mail goes."""

    def __init__(self) -> None:
        super().__init__()
        self.join("Ans")

    @property
    def messages(self) -> list[tuple[Outcome | None, tuple[int, ...]]]:
        return [(one.outcome, one.changes) for one in self.people[1].messages]

    def mark(self, what: News | None = None) -> Mark:
        self._next()
        found = what or news.due(self.group, self.people)[0]
        self.people[1], mark = mailing.mark(found, act(self.now))
        return mark

    def settle(self, mark: Mark, outcome: Outcome | None) -> Office:
        self._next()
        self.people[1] = mailing.settle(self.people[1], mark, outcome, "250 OK", act(self.now))
        return self

    def send(self, outcome: Outcome | None) -> Office:
        return self.settle(self.mark(), outcome)

    def retry(self, outcome: Outcome | None) -> Office:
        (found, *_) = news.again(self.group, self.people)
        return self.settle(self.mark(found), outcome)

    def bounce(self, number: int) -> Office:
        self.people[1] = mailing.bounced(self.people[1], number, "550 no", act(self.now))
        return self

    def unsure(self) -> list[tuple[int | None, list[str]]]:
        return [(one.retries, [m.id for m in one.materials]) for one in news.again(self.group, self.people)]

    def held(self) -> list[tuple[Outcome | None, bool]]:
        return [(one.attempt, one.held) for one in news.due(self.group, self.people)]


@pytest.fixture
def office() -> Office:
    """Return a group to which a document was added since its member joined."""
    found = Office()
    found.add("Verslag")
    return found


def test_what_was_sent_is_heard_and_what_comes_later_is_news(office: Office) -> None:
    office.send(SENT)
    assert (office.due(), office.unsure()) == ([], [])
    assert [entry.what for entry in office.people[1].history] == ["joined", "mailed"]
    assert office.add("Nota").due() == [("m1", ["m2"], ["material"])]


def test_what_is_marked_is_uncertain_and_not_due_until_it_is_settled(office: Office) -> None:
    office.mark()
    assert (office.due(), office.unsure()) == ([], [(1, ["m1"])])


def test_what_was_not_tried_leaves_everything_as_it_was(office: Office) -> None:
    before = office.people[1]
    assert office.send(None).people[1] == before
    office.send(REFUSED)
    refused = office.people[1]
    assert office.send(None).people[1] == refused


@pytest.mark.parametrize(("outcome", "held"), [(DEFERRED, False), (REFUSED, True)])
def test_what_was_not_delivered_is_due_and_goes_under_its_number(
    office: Office, outcome: Outcome, held: bool
) -> None:
    office.send(outcome).add("Nota")
    assert (office.due(), office.held()) == ([("m1", ["m1", "m2"], ["material"])], [(outcome, held)])
    office.send(SENT)
    assert ([one[0] for one in office.messages], office.due()) == ([SENT], [])


def test_an_uncertain_message_goes_again_only_when_asked_and_with_what_it_told(office: Office) -> None:
    office.send(UNCERTAIN).add("Nota")
    assert (office.due(), office.unsure()) == ([("m1", ["m2"], ["material"])], [(1, ["m1"])])
    office.send(SENT)
    assert (office.due(), office.unsure()) == ([], [(1, ["m1"])])
    office.retry(SENT)
    assert (office.due(), office.unsure()) == ([], [])
    assert [one[0] for one in office.messages] == [SENT, SENT]


def test_an_uncertain_message_that_is_not_taken_the_second_time_is_due_alone(office: Office) -> None:
    office.send(UNCERTAIN).add("Nota")
    office.send(SENT).retry(DEFERRED)
    assert office.due() == [("m1", ["m1"], ["material"])]


def test_an_uncertain_message_about_what_is_gone_is_not_asked_about(office: Office) -> None:
    office.send(UNCERTAIN).remove("m1")
    assert office.unsure() == []


def test_somebody_who_left_is_sent_nothing_again(office: Office) -> None:
    office.send(UNCERTAIN).leave(1)
    assert office.unsure() == []


def test_who_heard_by_other_means_while_it_was_under_way_heard_it(office: Office) -> None:
    mark = office.mark()
    told = news.tell(office.group, news.again(office.group, office.people), act(office.now), How.HAND)
    office.people |= {m.number: m for m in told}
    assert office.unsure() == []
    assert office.settle(mark, REFUSED).due() == []
    assert [one[0] for one in office.messages] == [REFUSED, None]


def test_what_came_back_is_due_and_held_and_reading_it_twice_changes_nothing(office: Office) -> None:
    office.send(SENT).bounce(1)
    assert (office.due(), office.held()) == ([("m1", ["m1"], ["material", "bounced"])], [(BOUNCED, True)])
    after = office.people[1]
    assert office.bounce(1).people[1] is after


def test_of_two_that_came_back_in_any_order_both_are_due() -> None:
    for order in ((1, 2), (2, 1)):
        again = Office()
        again.add("Verslag")
        again.send(SENT).add("Nota")
        again.send(SENT).bounce(order[0]).bounce(order[1])
        assert again.due() == [("m1", ["m1", "m2"], ["material", "bounced"])]


def test_what_came_back_goes_under_a_number_of_its_own(office: Office) -> None:
    office.send(SENT).bounce(1).send(SENT)
    assert ([one[0] for one in office.messages], office.due()) == ([BOUNCED, SENT], [])


def test_messages_of_an_older_file_name_no_changes_and_were_heard(office: Office) -> None:
    office.tell(1)
    (message,) = office.people[1].messages
    old = Message(at=message.at, kind=message.kind, how=message.how, email=message.email)
    office.people[1] = replace(office.people[1], messages=(old,))
    assert (office.due(), office.unsure()) == ([], [])
