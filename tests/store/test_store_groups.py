"""Groups and memberships in the data file: kept, read back, and damage seen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netwerk_cli.domain import groups, memberships
from netwerk_cli.domain.groups import Access, Group, Membership
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.errors.lookup import GroupNotFound
from netwerk_cli.errors.planning import GroupExists, SlugRetired
from netwerk_cli.errors.stores import StoreDamaged
from netwerk_cli.store import FileStore
from netwerk_cli.store.file.checking import structure
from tests.builders import NOW, act, an_event, refused

GROUP = Group(
    slug="opdc",
    title="Schoolse voorzieningen",
    access=Access.CLOSED,
    timezone="Europe/Amsterdam",
    audiences=("Coördinatoren",),
    organisers=("Bureau Voorbeeld",),
    theme="Onderwijs",
    language="nl",
    description="Van en voor elkaar.",
    materials=(
        Material(id="m1", kind=MaterialKind.PRACTICE, title="Een dag in de klas", on=date(2024, 1, 9)),
    ),
    milestones=(Milestone(id="m1", title="Advies", due_on=date(2024, 6, 1), done_at=NOW),),
)


def a_member() -> Membership:
    applicant = Applicant(
        name="Bo van 't Voorbeeld",
        email="bo+groep@example.org",
        received_at=NOW,
        organisation="Voorbeeld",
        role="Adviseur",
        note="Graag",
    )
    added = memberships.admit(GROUP, {}, applicant, act(why="Trekker"))
    return memberships.appoint(GROUP, added, act())


@pytest.fixture
def grouped(store: FileStore) -> FileStore:
    """The store with a group of one member."""
    with store.change(act()) as transaction:
        transaction.add_group(groups.create(GROUP, act()))
        transaction.keep_group(groups.create(GROUP, act()), (a_member(),))
    return store


def damaged(store: FileStore, table: str, **fields: Any) -> FileStore:
    tree = json.loads(store.path.read_bytes())
    tree[table]["1"] |= fields
    store.path.write_text(json.dumps(tree))
    return store


def test_what_was_kept_is_read_back_the_same(grouped: FileStore) -> None:
    view = grouped.read()
    assert (view.group_slugs(), view.groups()) == (["opdc"], [groups.create(GROUP, act())])
    assert view.memberships("opdc") == {1: a_member()}
    assert view.slugs() == ["kickoff"]


def test_a_group_without_people_has_no_table_for_them(store: FileStore) -> None:
    with store.change(act()) as transaction:
        transaction.add_group(GROUP)
    assert "memberships:opdc" not in json.loads(store.path.read_bytes())
    assert store.read().memberships("opdc") == {}


def test_what_does_not_differ_is_not_written(grouped: FileStore) -> None:
    before = grouped.path.read_bytes()
    with grouped.change(act()) as transaction:
        transaction.keep_group(transaction.group("opdc"), transaction.memberships("opdc").values())
    assert grouped.path.read_bytes() == before


def test_another_name_is_not_found_and_the_nearest_is_named(grouped: FileStore) -> None:
    kind, facts = refused(lambda: grouped.read().group("opcd"))
    assert (kind, facts) == (GroupNotFound, {"group": "opcd", "nearest": "Did you mean 'opdc'? "})


def test_events_and_groups_share_their_names_for_good(grouped: FileStore) -> None:
    with grouped.change(act()) as transaction:
        transaction.remove("kickoff")
    with grouped.change(act()) as transaction:
        for add in (
            lambda: transaction.add_group(GROUP),
            lambda: transaction.add(an_event(slug="opdc")),
        ):
            assert refused(add) == (GroupExists, {"group": "opdc"})
        assert refused(lambda: transaction.add_group(replace(GROUP, slug="kickoff"))) == (
            SlugRetired,
            {"event": "kickoff"},
        )


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("group:opdc", "access", "ajar"),
        ("group:opdc", "slug", "other"),
        ("group:opdc", "capacity", 3),
        ("group:opdc", "milestones", [{"id": "m1", "title": "A"}] * 2),
        ("memberships:opdc", "status", "confirmed"),
        ("memberships:opdc", "moderator", 1),
        ("memberships:opdc", "received_at", "2024-01-10"),
    ],
)
def test_what_no_rule_can_have_made_is_damage(
    grouped: FileStore, table: str, field: str, value: object
) -> None:
    view = damaged(grouped, table, **{field: value}).read()
    read = view.group if table.startswith("group") else view.memberships
    assert refused(lambda: read("opdc"))[0] is StoreDamaged
    assert ("table_damaged", table) in [(finding.code, finding.where) for finding in structure(grouped)]


def test_a_store_with_a_group_is_in_order(grouped: FileStore) -> None:
    assert structure(grouped) == []


def test_memberships_without_a_group_are_found(grouped: FileStore) -> None:
    tree = json.loads(grouped.path.read_bytes())
    del tree["group:opdc"]
    grouped.path.write_text(json.dumps(tree))
    codes = [(finding.code, finding.where) for finding in structure(grouped)]
    assert ("memberships_without_group", "memberships:opdc") in codes
