"""What the pages say, in Dutch and English: one table a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Texts(NamedTuple):
    """The texts of one `language`. `states` and `marks` are by what holds for who wants to register, long and short."""

    language: str
    title: str
    upcoming: str
    past: str
    none: str
    undated: str
    back: str
    skip: str
    when: str
    where: str
    online: str
    both: str
    audience: str
    organisers: str
    cost: str
    free: str
    theme: str
    held_in: str
    languages: Mapping[str, str]
    registration: str
    contact: str
    sessions: str
    documents: str
    during: str
    calendar: str
    subscribe: str
    feed: str
    off: str
    full: str
    clocks: str
    members: str
    approval: str
    places: str
    place: str
    of_cap: str
    states: Mapping[str, str]
    marks: Mapping[str, str]


TEXTS: Mapping[str, Texts] = {
    "nl": Texts(
        language="nl",
        title="Bijeenkomsten",
        upcoming="Komende bijeenkomsten",
        past="Voorbije bijeenkomsten",
        none="Er staan geen bijeenkomsten gepland.",
        undated="Datum volgt",
        back="Alle bijeenkomsten",
        skip="Naar de inhoud",
        when="Wanneer",
        where="Waar",
        online="Online",
        both="{place}, en online",
        audience="Voor wie",
        organisers="Organisatie",
        cost="Kosten",
        free="Gratis",
        theme="Thema",
        held_in="Taal",
        languages={"nl": "Nederlands", "en": "Engels"},
        registration="Inschrijven",
        contact="Contact",
        sessions="Programma",
        documents="Documenten",
        during="Tijdens {event}",
        calendar="Zet in je agenda",
        subscribe="Abonneer je agenda",
        feed="Nieuws (Atom)",
        off="Gaat niet door",
        full="Volzet",
        clocks="Tijden in {zone}",
        members="Alleen voor leden van {group}.",
        approval="Elke aanvraag wordt bekeken.",
        places="Er zijn nog {count} plaatsen.",
        place="Er is nog 1 plaats.",
        of_cap="{count} in totaal.",
        states={
            "upcoming": "Inschrijven kan vanaf {opens}.",
            "open": "Inschrijven kan.",
            "open until": "Inschrijven kan tot {closes}.",
            "waiting": "Volzet. Je kunt je op de wachtlijst zetten.",
            "waiting until": "Volzet. Je kunt je op de wachtlijst zetten tot {closes}.",
            "full": "Volzet.",
            "closed": "Inschrijven is niet meer mogelijk.",
            "cancelled": "Gaat niet door.",
            "past": "Deze bijeenkomst is voorbij.",
        },
        marks={
            "upcoming": "Inschrijven vanaf {opens}",
            "open": "Inschrijven kan",
            "places": "Nog {count} plaatsen",
            "place": "Nog 1 plaats",
            "waiting": "Volzet, wachtlijst",
            "full": "Volzet",
            "closed": "Inschrijving gesloten",
            "cancelled": "Gaat niet door",
            "past": "Voorbij",
        },
    ),
    "en": Texts(
        language="en",
        title="Meetings",
        upcoming="Upcoming meetings",
        past="Past meetings",
        none="No meetings are planned.",
        undated="Date to follow",
        back="All meetings",
        skip="Skip to content",
        when="When",
        where="Where",
        online="Online",
        both="{place}, and online",
        audience="For whom",
        organisers="Organised by",
        cost="Cost",
        free="Free",
        theme="Theme",
        held_in="Language",
        languages={"nl": "Dutch", "en": "English"},
        registration="Registration",
        contact="Contact",
        sessions="Programme",
        documents="Documents",
        during="During {event}",
        calendar="Add to your calendar",
        subscribe="Subscribe your calendar",
        feed="News (Atom)",
        off="Called off",
        full="Full",
        clocks="Times in {zone}",
        members="Only for members of {group}.",
        approval="Each request is looked at.",
        places="There are {count} places left.",
        place="There is 1 place left.",
        of_cap="{count} in all.",
        states={
            "upcoming": "Registration opens on {opens}.",
            "open": "Registration is open.",
            "open until": "Registration is open until {closes}.",
            "waiting": "Full. You can join the waiting list.",
            "waiting until": "Full. You can join the waiting list until {closes}.",
            "full": "Full.",
            "closed": "Registration is closed.",
            "cancelled": "Called off.",
            "past": "This meeting is over.",
        },
        marks={
            "upcoming": "Opens {opens}",
            "open": "Registration open",
            "places": "{count} places left",
            "place": "1 place left",
            "waiting": "Full, waiting list",
            "full": "Full",
            "closed": "Registration closed",
            "cancelled": "Called off",
            "past": "Over",
        },
    ),
}
"""The languages that an agenda can be in."""


def language_code(said: str | None) -> str | None:
    """Return the code of a language that somebody wrote as such or by its name (BCP 47); None for what is neither."""
    text = (said or "").strip()
    names = {name.casefold(): code for one in TEXTS.values() for code, name in one.languages.items()}
    return names.get(text.casefold()) or (text if _CODE.fullmatch(text) else None)
