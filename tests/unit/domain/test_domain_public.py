"""What may be said of an event to anybody."""

from __future__ import annotations

import pytest

from netwerk_cli.domain import public
from netwerk_cli.domain.materials import Material, MaterialKind
from tests.builders import a_session, an_event

LINK = "https://meet.example.org/kamer"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:///nergens", False),
        ("https://example.org/a b", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_is_linked(text: str, is_one: bool) -> None:
    assert public.is_web_address(text) is is_one


def test_the_link_to_take_part_is_for_who_has_a_seat() -> None:
    there = a_session("daar", location="Gent", online_url=LINK)
    event = public.for_everybody(an_event(online_url=LINK, sessions=(there, a_session("ver"))))
    assert (event.online_url, [s.online_url for s in event.sessions]) == (None, [None, None])
    assert [s.location for s in event.sessions] == ["Gent", "Online"]


def test_questions_and_contributors_stay_inside_and_so_does_what_is_no_address() -> None:
    def material(id: str, kind: MaterialKind, url: str | None) -> Material:
        return Material(id=id, kind=kind, title=id, url=url, contributor="Ans Voorbeeld")

    event = an_event(
        materials=(
            material("m1", MaterialKind.DOCUMENT, "https://example.org/1"),
            material("m2", MaterialKind.QUESTION, "https://example.org/2"),
            material("m3", MaterialKind.LINK, "javascript:alert(1)"),
            material("m4", MaterialKind.DOCUMENT, None),
        )
    )
    assert [(one.id, one.contributor) for one in public.documents(event)] == [("m1", None)]


@pytest.mark.parametrize(("cost", "free"), [("Gratis", True), ("free", True), ("€ 5", False), (None, False)])
def test_free_is_said_in_a_word(cost: str | None, free: bool) -> None:
    assert public.is_free(cost) is free
