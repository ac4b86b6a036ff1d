"""The pages of the agenda: what they say, that they ask for nothing, and that text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event, Status, WhenFull, status
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.domain.seats import Offer
from netwerk_cli.exchange import site
from netwerk_cli.exchange.site import TEXTS, Agenda, Beside, Meeting
from netwerk_cli.exchange.site.markup import Markup, data, escaped, link, paragraphs, tag
from tests.builders import CLOSES_AT, NOW, STARTS_AT, Desk, a_session, an_event, hours
from tests.pages import Page

EVIL = """</title></script><script>alert(1)</script><img src=x onerror=alert(2)>"' & javascript:alert(3)"""
DUTCH = Agenda("Netwerk Gent", "nl", "1.netwerk", "Europe/Brussels")
ENGLISH = DUTCH._replace(language="en", address="https://example.org/agenda/")


def parsed(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 (it is ours)


def a_meeting(desk: Desk, **fields: Any) -> Meeting:
    offer = seats.offer(desk.event, desk.list, desk.now)
    return Meeting(desk.event, status(desk.event, desk.now, free=offer.places), offer, **fields)


def a_page(event: Event | Desk, agenda: Agenda = DUTCH, **fields: Any) -> Page:
    meeting = a_meeting(event if isinstance(event, Desk) else Desk(event), **fields)
    page = Page(site.pages(agenda, [meeting], [])[meeting.page])
    assert page.faults == []
    return page


def evil() -> Event:
    sessions = (a_session("een", title=EVIL, location=EVIL, description=EVIL), a_session("twee", title=EVIL))
    material = Material(id="m1", kind=MaterialKind.DOCUMENT, title=EVIL, url='https://x.example.org/"><b>')
    return an_event(
        title=EVIL, location=EVIL, description=EVIL, cost=EVIL, theme=EVIL, language=EVIL, audiences=(EVIL,),
        organisers=(EVIL,), materials=(material,), sessions=sessions,
    )  # fmt: skip


# ------------------------------------------------------------------------ text
def test_text_stays_text_wherever_it_stands() -> None:
    group = Beside(EVIL, "kickoff.html", EVIL)
    meeting = a_meeting(Desk(evil()), group=EVIL, guests=(group,), hosts={"een": group})
    for name, content in site.pages(DUTCH._replace(title=EVIL), [meeting], [meeting]).items():
        if name.endswith(".html"):
            page = Page(content)
            assert page.faults == [], name
            assert page.links
            assert not any("javascript" in one for one in page.links)
        assert b"<script>alert" not in content
        assert b"<img" not in content
    assert a_page(evil()).linked["name"] == EVIL


def test_markup_comes_only_from_markup() -> None:
    assert (
        tag("p", "<b>", tag("b", "'x'"), class_='"')
        == '<p class="&quot;">&lt;b&gt;<b>&#x27;x&#x27;</b></p>\n'
    )
    assert escaped(Markup("<b>")) == "<b>"
    assert escaped("a\x00\x1b\ud800\ufffe\x85b\tc") == "ab\tc"
    assert data("</script>&\u2028") == '"\\u003c/script\\u003e\\u0026\\u2028"'


def test_only_addresses_of_the_web_become_links() -> None:
    assert link("javascript:alert(1)", "hier") == "hier"
    assert link('https://x.example.org/"<', "hier") == '<a href="https://x.example.org/%22%3C">hier</a>'
    found = paragraphs("Een https://x.example.org/a?b=1&c=2.\nTwee\n\n\nDrie javascript:x")
    address = "https://x.example.org/a?b=1&amp;c=2"
    assert found == (f'<p>Een <a href="{address}">{address}</a>.<br>Twee</p>\n<p>Drie javascript:x</p>\n')


def test_a_page_asks_for_nothing_and_says_so() -> None:
    page = a_page(evil(), ENGLISH)
    assert page.policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert page.language == "en"
    assert len(page.ids) == len(set(page.ids))


# ------------------------------------------------------------------------ what is said
def test_a_page_says_when_where_for_whom_and_until_when() -> None:
    event = an_event(
        location="Brussel", capacity=3, audiences=("scholen", "CLB"), organisers=("Bureau Zuid",), cost="gratis",
        description="Kom kijken.",
    )  # fmt: skip
    assert a_page(Desk(event).fill("Ans", "Bea")).text == (
        "Kick-off – Netwerk Gent Naar de inhoud Alle bijeenkomsten Kick-off Nog 1 plaats "
        "Wanneer vrijdag 26 januari 2024 van 09:30 tot 16:00 Waar Brussel Inschrijven Inschrijven kan tot dinsdag 16 "
        "januari 2024 om 16:00. Er is nog 1 plaats. Voor wie scholen, CLB Organisatie Bureau Zuid Kosten Gratis Kom "
        "kijken. Zet in je agenda Abonneer je agenda Nieuws (Atom)"
    )


def marks(desk: Desk, **fields: Any) -> str:
    """Return what the first page says of whether one can register."""
    page = site.pages(DUTCH, [a_meeting(desk, **fields)], [])["index.html"].decode()
    return str(re.findall(r'<p class="mark \w+">(.*?)</p>', page)[0])


def test_the_first_page_says_whether_one_can_register() -> None:
    cap, closing = Desk(an_event(capacity=1)), Desk(an_event(capacity=1, when_full=WhenFull.CLOSE))
    assert marks(Desk()) == "Inschrijven kan"
    assert marks(cap) == "Nog 1 plaats"
    assert marks(Desk(an_event(capacity=7))) == "Nog 7 plaatsen"
    assert marks(cap.fill("Ans")) == "Volzet, wachtlijst"
    assert marks(closing.fill("Ans")) == "Volzet"
    assert marks(Desk(an_event(opens_at=CLOSES_AT - hours(48)))) == "Inschrijven vanaf zondag 14 januari 2024"
    assert marks(Desk(now=CLOSES_AT)) == "Inschrijving gesloten"
    assert marks(Desk(an_event(cancelled_at=NOW))) == "Gaat niet door"
    assert marks(Desk(an_event(sessions=(a_session(cancelled_at=NOW),)))) == "Gaat niet door"
    assert marks(Desk(now=STARTS_AT + hours(24))) == "Voorbij"


@pytest.mark.parametrize("language", TEXTS)
def test_every_state_has_its_words_in_every_language(language: str) -> None:
    texts, states = TEXTS[language], {str(one) for one in Status} - {"draft"} | {"waiting"}
    assert texts.marks.keys() == states | {"places", "place"}
    assert texts.states.keys() == states | {"open until", "waiting until"}


@pytest.mark.parametrize(
    ("said", "shown", "code"),
    [
        ("nl", "Dutch", "nl"),
        ("Nederlands", "Dutch", "nl"),
        ("engels", "English", "en"),
        ("fr-BE", "fr-BE", "fr-BE"),
        ("Vlaamse Gebarentaal", "Vlaamse Gebarentaal", None),
    ],
)
def test_the_language_is_named_for_people_and_coded_for_programs(
    said: str, shown: str, code: str | None
) -> None:
    page = a_page(an_event(language=said), ENGLISH)
    assert f"Language {shown} " in page.text
    assert page.linked.get("inLanguage") == code


def test_who_may_register_and_how_is_said() -> None:
    event = an_event(approval=True, members_of="wg")
    text = a_page(event, ENGLISH, group="Werkgroep Gent").text
    assert "Each request is looked at. Only for members of Werkgroep Gent." in text


def test_a_series_lists_its_sessions_by_date_and_says_which_is_off_or_full() -> None:
    sessions = (
        a_session("later", starts_at=STARTS_AT + hours(48), ends_at=None, title="Later", capacity=0),
        a_session("eerst", title="Eerst", location="Gent", cancelled_at=NOW),
        a_session("ooit", starts_at=None, ends_at=None, title="Ooit"),
    )
    text = a_page(an_event(location="Brussel", sessions=sessions, session_choice="choose")).text
    programme = text[text.index("Programma") : text.index("Zet in")]
    assert programme == (
        "Programma Eerst vrijdag 26 januari 2024 van 09:30 tot 16:00 Gent Gaat niet door "
        "Later zondag 28 januari 2024 om 09:30 Brussel Volzet Ooit Datum volgt Brussel "
    )


def test_what_takes_place_within_another_meeting_links_to_it_and_back() -> None:
    host, guest = Beside("Congres", "congres.html"), Beside("Workshop", "workshop.html", "vrijdag")
    page = a_page(an_event(), hosts={"main": host}, guests=(guest,))
    assert {"congres.html", "workshop.html"} <= {*page.links}
    assert "Tijdens Congres" in page.text
    assert "vrijdag Workshop" in page.text


def test_the_zone_is_said_where_the_clocks_of_the_office_show_something_else() -> None:
    assert "Tijden in Europe/London" in a_page(an_event(timezone="Europe/London")).text
    assert "Tijden in" not in a_page(an_event(timezone="Europe/Amsterdam")).text


@pytest.mark.parametrize(
    ("title", "above"),
    [
        ("Kick-off", "Kick-off – Netwerk Gent"),
        ("k" * 60, "k" * 60),
        ("k" * 71, "k" * 69 + "…"),
        ("'s" * 20, "&#x27;s" * 9 + "&#x27;…"),
        ("Netwerk Gent", "Netwerk Gent"),
    ],
)
def test_what_stands_above_a_page_is_no_longer_than_what_is_shown(title: str, above: str) -> None:
    page = site.pages(DUTCH, [a_meeting(Desk(an_event(title=title)))], [])["kickoff.html"].decode()
    assert re.findall(r"<title>(.*?)</title>", page) == [above]
    assert len(above) <= 70


def test_an_event_called_as_a_page_of_the_agenda_gets_another_file() -> None:
    files = [a_meeting(Desk(an_event(slug=slug))).page for slug in ("index", "agenda", "con", "kickoff")]
    assert files == ["index_.html", "agenda_.html", "con_.html", "kickoff.html"]


# ------------------------------------------------------------------------ for programs
def test_search_engines_read_an_event_of_schema_org() -> None:
    event = an_event(location="Brussel", capacity=2, online_url="https://meet.example.org/x", cost="gratis")
    page = "https://example.org/agenda/kickoff.html"
    assert a_page(Desk(event).fill("Ans"), ENGLISH).linked == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Kick-off",
        "url": page,
        "startDate": "2024-01-26T09:30:00+01:00",
        "endDate": "2024-01-26T16:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {"@type": "Place", "name": "Brussel", "address": "Brussel"},
            {"@type": "VirtualLocation", "url": page},
        ],
        "isAccessibleForFree": True,
        "maximumAttendeeCapacity": 2,
        "remainingAttendeeCapacity": 1,
        "offers": {
            "@type": "Offer",
            "url": page,
            "availability": "https://schema.org/InStock",
            "price": "0",
            "priceCurrency": "EUR",
            "validThrough": "2024-01-16T16:00:00+01:00",
        },
    }


def test_what_is_called_off_says_so_with_the_day_it_was_to_be() -> None:
    for event in (an_event(cancelled_at=NOW), an_event(sessions=(a_session(cancelled_at=NOW),))):
        found = a_page(event).linked
        assert found["eventStatus"] == "https://schema.org/EventCancelled"
        assert found["startDate"] == "2024-01-26T09:30:00+01:00"
        assert "offers" not in found


def test_a_series_has_its_sessions_as_events_within_it() -> None:
    sessions = (a_session("een"), a_session("twee", title="Twee", cancelled_at=NOW))
    found = a_page(an_event(sessions=sessions)).linked["subEvent"]
    assert [(one["name"], one["eventStatus"].rpartition("/")[2]) for one in found] == [
        ("Kick-off", "EventScheduled"),
        ("Twee", "EventCancelled"),
    ]


ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_is_dated_by_the_last_change_and_keeps_its_ids_wherever_it_lies() -> None:
    meetings = [a_meeting(Desk(evil())), a_meeting(Desk(an_event(slug="later", cancelled_at=NOW)))]
    feeds = (site.pages(one, meetings, [])["agenda.atom"] for one in (DUTCH, ENGLISH))
    here, there = map(parsed, feeds)
    assert here.findtext(f"{ATOM}updated") == "2024-01-10T08:00:00Z"
    ids = [[one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")] for feed in (here, there)]
    assert ids[0] == ids[1]
    assert len({*ids[0]}) == 2
    titles = [one.findtext(f"{ATOM}title") for one in here.iter(f"{ATOM}entry")]
    assert titles == ["Gaat niet door: Kick-off", EVIL]
    links = [one.get("href") for one in there.iter(f"{ATOM}link")]
    assert links[:2] == ["https://example.org/agenda/agenda.atom", "https://example.org/agenda/index.html"]


def test_a_feed_of_nothing_is_a_feed() -> None:
    files = site.pages(DUTCH, [], [])
    assert parsed(files["agenda.atom"]).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert "Er staan geen bijeenkomsten gepland." in Page(files["index.html"]).text


def test_the_same_state_gives_the_same_bytes() -> None:
    meeting = a_meeting(Desk(evil()))
    again = replace(meeting.event, title=EVIL)
    assert site.pages(DUTCH, [meeting], []) == site.pages(DUTCH, [meeting._replace(event=again)], [])
    assert Offer(None, {}) == meeting.offer
