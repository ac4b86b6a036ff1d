"""What messages say, in Dutch and English: one table a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Texts(NamedTuple):
    """The texts of one `language`. `subjects` and `leads` are by kind of message, some with a turn of their own."""

    language: str
    subjects: Mapping[str, str]
    leads: Mapping[str, str]
    materials: Mapping[str, str]
    answered: str
    dear: str
    sessions: str
    gone: str
    waits: str
    was: str
    undated: str
    unable: str
    greeting: str


TEXTS: Mapping[str, Texts] = {
    "nl": Texts(
        language="nl",
        subjects={
            "cancelled": "Uitgeschreven: {title}",
            "cancelled off": "Gaat niet door: {title}",
            "declined": "Niet aanvaard: {title}",
            "promoted": "Je hebt een plaats: {title}",
            "confirmation": "Bevestiging: {title}",
            "pending": "Je aanvraag: {title}",
            "waiting": "Wachtlijst: {title}",
            "changed": "Gewijzigd: {title}",
            "reminder": "Herinnering: {title}",
            "material": "Nieuws van {title}",
        },
        leads={
            "cancelled": "Je inschrijving voor {title} is geannuleerd.",
            "cancelled off": "{title} gaat niet door.",
            "cancelled sessions": "Wat je van {title} zou volgen, gaat niet door.",
            "cancelled handed": "Je plaats bij {title} is door iemand anders overgenomen.",
            "declined": "We kunnen je inschrijving voor {title} helaas niet aanvaarden.",
            "promoted": "Er is een plaats vrijgekomen: je inschrijving voor {title} is bevestigd.",
            "promoted sessions": "Er is een plaats vrijgekomen in een sessie van {title} waarvoor je wachtte.",
            "confirmation": "Je inschrijving voor {title} is bevestigd.",
            "pending": "We hebben je aanvraag voor {title} ontvangen. Je hoort van ons zodra ze beoordeeld is.",
            "waiting": "{title} is volzet. Je staat op plaats {position} van de wachtlijst; je hoort van ons "
            "zodra er een plaats vrijkomt.",
            "waiting position": "Je staat nu op plaats {position} van de wachtlijst voor {title}.",
            "changed": "Er is iets gewijzigd aan {title}. Je inschrijving blijft gelden.",
            "reminder": "Binnenkort is het zover: {title}.",
            "material": "Er is nieuws voor de leden van {title}.",
        },
        materials={
            "document": "Document: {title}",
            "link": "Link: {title}",
            "practice-example": "Praktijkvoorbeeld: {title}",
        },
        answered="Vraag: {question}\nAntwoord: {answer}",
        dear="Dag {name},",
        sessions="Wanneer en waar:",
        gone="Dit vervalt:",
        waits="je wacht op een plaats",
        was="was: {old}",
        undated="datum volgt",
        unable="Kun je niet komen? Laat het weten door deze mail te beantwoorden.",
        greeting="Met vriendelijke groet,",
    ),
    "en": Texts(
        language="en",
        subjects={
            "cancelled": "Cancelled: {title}",
            "cancelled off": "Called off: {title}",
            "declined": "Not accepted: {title}",
            "promoted": "You have a seat: {title}",
            "confirmation": "Confirmed: {title}",
            "pending": "Your request: {title}",
            "waiting": "Waiting list: {title}",
            "changed": "Changed: {title}",
            "reminder": "Reminder: {title}",
            "material": "News of {title}",
        },
        leads={
            "cancelled": "Your registration for {title} is cancelled.",
            "cancelled off": "{title} is called off.",
            "cancelled sessions": "What you would attend of {title} is called off.",
            "cancelled handed": "Somebody else took over your seat at {title}.",
            "declined": "We are sorry that we cannot accept your registration for {title}.",
            "promoted": "A seat became free: your registration for {title} is confirmed.",
            "promoted sessions": "A seat became free in a session of {title} that you waited for.",
            "confirmation": "Your registration for {title} is confirmed.",
            "pending": "We received your request for {title}. You will hear from us when it has been looked at.",
            "waiting": "{title} is full. You are number {position} on the waiting list; you will hear from us when "
            "a seat becomes free.",
            "waiting position": "You are now number {position} on the waiting list for {title}.",
            "changed": "Something changed about {title}. Your registration stands.",
            "reminder": "It is nearly time for {title}.",
            "material": "There is news for the members of {title}.",
        },
        materials={
            "document": "Document: {title}",
            "link": "Link: {title}",
            "practice-example": "Practice example: {title}",
        },
        answered="Question: {question}\nAnswer: {answer}",
        dear="Dear {name},",
        sessions="When and where:",
        gone="No longer:",
        waits="you wait for a seat",
        was="was: {old}",
        undated="date to follow",
        unable="Cannot come? Let us know by answering this mail.",
        greeting="Kind regards,",
    ),
}
"""The languages that messages are written in."""
