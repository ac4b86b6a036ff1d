"""Which members of a group are to hear what: what came or was answered since they joined, or last heard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from netwerk_cli.domain import groups, materials, memberships, news
from netwerk_cli.domain.groups import Access, Group, Membership
from netwerk_cli.domain.materials import MaterialKind
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.domain.told import How, MessageKind
from tests.builders import NOW, act, hours


class Table:
    """A group and its members; each change has the next number, as in the data file, and comes an hour later."""

    def __init__(self) -> None:
        self.now, self.change = NOW, 1
        self.people: dict[int, Membership] = {}
        self.group: Group = self._numbered(
            groups.create(Group(slug="wg", title="Werkgroep", access=Access.OPEN), act(self.now))
        )

    def _numbered(self, record: Any) -> Any:
        history = tuple(replace(e, change=e.change or self.change) for e in record.history)
        return replace(record, history=history)

    def _next(self) -> None:
        self.now, self.change = self.now + hours(1), self.change + 1

    def join(self, name: str) -> Table:
        self._next()
        applicant = Applicant(name=name, email=f"{name.lower()}@example.org", received_at=self.now)
        found = memberships.request(self.group, self.people, applicant, act(self.now))
        self.people[found.number] = self._numbered(found)
        return self

    def leave(self, number: int) -> Table:
        self._next()
        self.people[number] = self._numbered(
            memberships.leave(self.group, self.people[number], act(self.now))
        )
        return self

    def add(self, title: str, kind: MaterialKind = MaterialKind.DOCUMENT) -> Table:
        self._next()
        added = materials.add_material(self.group, act(self.now), kind=kind, title=title)
        self.group = self._numbered(added)
        return self

    def answer(self, id: str, text: str | None) -> Table:
        self._next()
        self.group = self._numbered(materials.answer(self.group, act(self.now), id, text, None))
        return self

    def edit(self, id: str, **given: object) -> Table:
        self._next()
        self.group = self._numbered(materials.edit_material(self.group, act(self.now), id, **given))
        return self

    def remove(self, id: str) -> Table:
        self._next()
        self.group = self._numbered(materials.remove_material(self.group, act(self.now), id))
        return self

    def tell(self, *numbers: int) -> Table:
        self._next()
        chosen = [one for one in news.due(self.group, self.people) if one.membership.number in numbers]
        told = news.tell(self.group, chosen, act(self.now), How.HAND)
        self.people |= {m.number: self._numbered(m) for m in told}
        return self

    def due(self) -> list[tuple[str, list[str], list[str]]]:
        found = news.due(self.group, self.people)
        return [(n.membership.code, [m.id for m in n.materials], [*map(str, n.why)]) for n in found]


def question(table: Table) -> Table:
    return table.add("Wie kent een zaal?", MaterialKind.QUESTION)


def test_a_new_document_is_news_to_every_member() -> None:
    table = Table().join("Ans").join("Bea").add("Verslag")
    assert table.due() == [("m1", ["m1"], ["material"]), ("m2", ["m1"], ["material"])]


def test_what_was_there_when_somebody_joined_is_no_news() -> None:
    table = Table().add("Verslag").join("Ans").add("Nota")
    assert table.due() == [("m1", ["m2"], ["material"])]
    assert table.leave(1).due() == []
    assert table.add("Later").join("Ans").due() == []


def test_a_question_is_news_once_it_is_answered_and_again_with_another_answer() -> None:
    table = question(Table().join("Ans"))
    assert table.due() == []
    assert table.answer("m1", "De Vooruit").due() == [("m1", ["m1"], ["answer"])]
    assert table.tell(1).due() == []
    assert table.answer("m1", "De Bijloke").due() == [("m1", ["m1"], ["answer"])]
    assert table.answer("m1", None).due() == []


def test_an_old_question_with_a_new_answer_is_news_to_who_came_in_between() -> None:
    table = question(Table()).join("Ans").answer("m1", "De Vooruit")
    assert table.due() == [("m1", ["m1"], ["answer"])]


def test_several_things_make_one_message_since_the_first() -> None:
    table = question(Table().join("Ans").add("Verslag").add("Nota")).answer("m3", "Ja")
    assert table.due() == [("m1", ["m1", "m2", "m3"], ["material", "answer"])]
    (found,) = news.due(table.group, table.people)
    assert (found.kind, found.since) == (MessageKind.MATERIAL, NOW + hours(2))


def test_telling_is_for_who_is_told_and_twice_changes_nothing() -> None:
    table = Table().join("Ans").join("Bea").add("Verslag").tell(1)
    assert table.due() == [("m2", ["m1"], ["material"])]
    (message,) = table.people[1].messages
    assert (message.kind, message.how, message.email) == (MessageKind.MATERIAL, How.HAND, "ans@example.org")
    assert [entry.what for entry in table.people[1].history] == ["joined", "told"]
    before = table.people[1]
    assert table.tell(1).people[1] == before
    assert table.add("Nota").due() == [("m1", ["m2"], ["material"]), ("m2", ["m1", "m2"], ["material"])]


def test_what_is_gone_or_only_corrected_is_no_news() -> None:
    table = Table().join("Ans").add("Verslag").tell(1)
    assert table.edit("m1", title="Verslag van mei").due() == []
    assert table.add("Nota").remove("m2").due() == []


def test_what_came_before_changes_were_counted_is_told_to_nobody() -> None:
    table = Table().join("Ans").add("Verslag")
    old = tuple(replace(entry, change=0) for entry in table.group.history)
    assert news.due(replace(table.group, history=old), table.people) == []
