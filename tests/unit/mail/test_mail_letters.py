"""What messages say: whole, in both languages, old beside new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from netwerk_cli.domain import lifecycle, untold
from netwerk_cli.domain.senders import Sender
from netwerk_cli.domain.told import How, MessageKind
from netwerk_cli.mail import TEXTS, facts
from netwerk_cli.mail.letters import Facts, letter, page
from tests.builders import ENDS_AT, STARTS_AT, Desk, a_session, an_event, evenings, hours, turned

LINK = "https://meet.example.org/x"


def desk(*names: str, **fields: Any) -> Desk:
    return Desk(an_event(location="Gent", **fields)).fill(*names)


def told(*names: str, **fields: Any) -> Desk:
    return tell(desk(*names, **fields))


def tell(found: Desk) -> Desk:
    dues = untold.due(found.event, found.list, found.now)
    found.list |= {r.number: r for r in untold.tell(dues, found.act(), How.HAND)}
    found.now += timedelta(minutes=1)
    return found


def said(found: Desk, number: int = 1, language: str = "en", nth: int = 0) -> Facts:
    dues = [d for d in untold.due(found.event, found.list, found.now) if d.registration.number == number]
    return facts(found.event, dues[nth], Sender(email="n@example.org", name="Netwerk Gent"), language)


def test_a_confirmation_is_a_whole_letter() -> None:
    found = letter(said(desk("Ans", online_url=LINK), language="nl"), "nl")
    assert found.subject == "Bevestiging: Kick-off"
    assert found.text == (
        "Dag Ans Voorbeeld,\n\n"
        "Je inschrijving voor Kick-off is bevestigd.\n\n"
        f"Wanneer en waar:\n- vrijdag 26 januari 2024 van 09:30 tot 16:00, Gent, {LINK}\n\n"
        "Kun je niet komen? Laat het weten door deze mail te beantwoorden.\n\n"
        "Met vriendelijke groet,\nNetwerk Gent"
    )


def test_several_changes_are_told_as_old_and_new_as_somebody_knows_them() -> None:
    found = told("Ans")
    for _ in range(2):
        moved = replace(found.event.sessions[0], starts_at=STARTS_AT + hours(24), ends_at=ENDS_AT + hours(24))
        found.amend(sessions=(moved,), location="Brugge")
    assert said(found).body.split("\n\n")[:2] == [
        "Something changed about Kick-off. Your registration stands.",
        "When and where:\n- Saturday 27 January 2024, 09:30 to 16:00, Brugge "
        "(was: Friday 26 January 2024, 09:30 to 16:00, Gent)",
    ]


def test_who_waits_hears_the_number_and_not_the_link() -> None:
    found = desk("Ans", "Bea", "Cas", capacity=1, online_url=LINK)
    first = said(found, 3)
    assert (first.subject, first.position) == ("Waiting list: Kick-off", 2)
    assert first.body.startswith("Kick-off is full. You are number 2 on the waiting list;")
    assert LINK not in first.body
    tell(found).cancel(1)
    assert said(found, 3).body.startswith("You are now number 1 on the waiting list for Kick-off.")
    assert LINK in said(found, 2).body


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("kind", MessageKind)
def test_every_kind_has_its_words_in_every_language(kind: MessageKind, language: str) -> None:
    texts = TEXTS[language]
    facts_of = {"title": "Kick-off", "position": 3}
    for of in (texts.subjects, texts.leads):
        assert "Kick-off" in of[kind].format(**facts_of)
    assert texts.subjects.keys() <= texts.leads.keys()
    assert texts.leads.keys() == TEXTS["en"].leads.keys()


def test_why_somebody_has_no_place_any_more_is_said() -> None:
    found = told("Ans")
    found.cancel(1)
    assert said(found).body.startswith("Your registration for Kick-off is cancelled.\n\nNo longer:\n- Friday")
    found = told("Ans")
    found.substitute(1, "Bea")
    assert said(found, nth=1).body.startswith("Somebody else took over your seat at Kick-off.")
    assert said(found, nth=0).body.startswith("Your registration for Kick-off is confirmed.")
    found = told("Ans")
    found.event = lifecycle.cancel(found.event, found.act())
    assert (said(found).subject, said(found).body.splitlines()[0]) == (
        "Called off: Kick-off", "Kick-off is called off.",
    )  # fmt: skip
    found = Desk(evenings(None, None))
    found.register("Ans", sessions=("d1",))
    turned(tell(found), "d1")
    assert said(found).body.splitlines()[0] == "What you would attend of Kick-off is called off."


def test_a_session_more_and_a_session_less_are_named() -> None:
    found = Desk(evenings(None, None))
    found.register("Ans", sessions=("d1",))
    tell(found).choose(1, "d2")
    body = said(found).body
    assert body.split("\n\n")[1:3] == [
        "When and where:\n- Friday 12 January 2024, 09:00 to 10:00",
        "No longer:\n- Thursday 11 January 2024, 09:00 to 10:00",
    ]


def test_a_page_escapes_what_is_no_link() -> None:
    html = page('Dag <b>Jan</b> & co,\n\nKijk:\n- https://x.example.org/a?b=1&c=\'2.\n- "x"', "nl")
    assert "<p>Dag &lt;b&gt;Jan&lt;/b&gt; &amp; co,</p>" in html
    link = "https://x.example.org/a?b=1&amp;c=&#x27;2"
    assert f'<li><a href="{link}">{link}</a>.</li><li>&quot;x&quot;</li>' in html
    assert "http" not in html.replace(link, "")


def test_nothing_that_was_said_of_somebody_beside_name_and_state_can_be_in_a_message() -> None:
    found = desk("Ans")
    found.edit(1, note="allergie: noten", role="Zorgouder", organisation="Geheim Huis")
    found.list[1] = replace(found.list[1], answers={"dieet": "noten"})
    everything = repr(said(found))
    assert not any(word in everything for word in ("noten", "Zorgouder", "Geheim"))
    assert set(Facts._fields) == {
        "name", "email", "event", "slug", "kind", "status", "position", "sessions", "gone", "organiser", "subject",
        "body",
    }  # fmt: skip


def test_a_day_session_that_is_told_of_has_no_clock() -> None:
    found = desk("Ans", sessions=(a_session(starts_at=date(2024, 1, 26), ends_at=None),), closes_at=None)
    assert said(found).sessions[0].when == "Friday 26 January 2024"
