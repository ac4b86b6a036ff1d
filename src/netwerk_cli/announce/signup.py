"""Whether a text offers a way to register, whether one can take part online, and what it says of both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netwerk_cli.announce.facts import Found, Note
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.word_tables import any_of

_OFFERED_CUES = any_of(
    r"""
    aan\s?meld(?:en|ing|ingen|formulier|link)?
    meld (?:je|u|jezelf|uzelf|jullie)\b[^.]{0,80}?\baan
    inschrijv(?:en|ing|ingen|ingsformulier|ingslink)
    inschrijfformulier
    schrijf (?:je|u|in|jullie)
    opgave
    opgeven
    geef (?:je|u)\b[^.]{0,40}\bop
    registreren
    registreer
    registratie
    te bevestigen
    bevestig
    reserveren
    reserveer
    rsvp
    in te schrijven
    aan te melden
    ticket\w*
    laat\b[^.]{0,60}\bweten
    aanvragen
    stuur\b[^.]{0,40}\b(?:mail\w*|bericht)
    mail (?:dan|ons|naar)
    laat je (?:gegevens|naam)\b[^.]{0,20}\bachter
    neem contact op
    meld je
    """
)
_OFFERED = re.compile(rf"\b{_OFFERED_CUES}\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:niet (?:nodig|noodzakelijk|verplicht|mogelijk)|hoef\w*|zonder (?:aanmelding"
    r"|inschrijving|reservatie)|(?:zijn|is) (?:\w+ )?(?:gesloten|afgesloten|verstreken|volzet"
    r"|volgeboekt)"
    r"|vanzelf|binnenkort|later|volgt|volgen (?:na|nog|in|zodra)|geen (?:aanmelding|inschrijving|reservatie))\b",
    re.IGNORECASE,
)  # fmt: skip
_CLOSED = re.compile(
    r"\b(?:inschrijving\w*|aanmelding\w*|registratie)\b[^.]{0,30}\b(?:is"
    r"|zijn)\b[^.]{0,20}\b(?:gesloten|afgesloten|verstreken)\b",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"\b(?:volgeboekt|volzet|uitverkocht|is vol\b|zit vol\b|maximum aantal (?:deelnemers"
    r"|inschrijvingen) is bereikt)",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    r"\b(?:uitgesteld|wordt verplaatst|is verplaatst|nieuwe datum volgt|tot nader order)\b", re.IGNORECASE
)

_ONLINE = re.compile(
    r"\b(?:online|on-line|webinar\w*|digita(?:al|le)|virtue(?:el|le)|teams|zoom|hybride"
    r"|livestream\w*|live\s?stream\w*|webcast\w*|videovergader\w*|via een link|op afstand"
    r"|vanuit huis|(?:via|op) youtube)\b",
    re.IGNORECASE,
)  # fmt: skip
_TAKING_PART = re.compile(
    r"\b(?:bijeenkomst\w*|sessie\w*|webinar\w*|deelnemen|deelname|meedoen|doe\b|volgen|volg"
    r"|aansluiten|bijwonen|bij te wonen|mee te kijken|meekijken|kijk\w*|plaats|overleg"
    r"|vergader\w*|workshop\w*|congres|symposium"
    r"|lezing\w*|avond\w*|middag\w*|ochtend\w*|training\w*|cursus\w*|event\w*|studiedag\w*"
    r"|inspiratiesessie\w*|reflectie\w*|gesprek\w*|conferentie\w*|samen|link|infosessie\w*"
    r"|vorming\w*|livestream\w*|hybride|sluit)\b",
    re.IGNORECASE,
)  # fmt: skip
_NOT_THE_MEETING = re.compile(
    r"\bonline (?:ge[a-z]{3,}[td]|aanmeld\w*|inschrijv\w*|registr\w*|formulier\w*|platform\w*|wereld|opgeven"
    r"|pesten|leeromgeving|magazine|toolkit|bibliotheek|reserv\w*|via (?:het|dit|de)|ticket\w*"
    r"|enquête\w*|vragenlijst\w*|community|omgeving|gedrag|veiligheid|terugkijken|marketing)"
    r"|\b(?:aanmeld\w*|inschrijv\w*|schrijf (?:je|u)(?: in)?|registreer|reserveer|reserveren"
    r"|formulier|meld (?:je|u)(?: aan)?)(?: (?:kan|kunt|je|u|doe|doen|verloopt|alleen"
    r"|uitsluitend|via|het|vooraf)){0,4} online"
    r"|\bdigita(?:al|le) (?:aanmeld\w*|inschrijv\w*|formulier\w*|wereld|vaardig\w*|middelen"
    r"|geletterd\w*|nieuwsbrief|media|tijdperk|leermiddelen|transformatie|inclusie|toets\w*"
    r"|platform\w*|hulp\w*|versie|opgeven)"
    r"|\b(?:multidisciplinaire|wijk|jeugd|lokale|sociale|sociaal) teams|\bteams (?:van|en|in"
    r"|die)\b|\ben teams\b",
    re.IGNORECASE,
)  # fmt: skip
"""What is online without the meeting being so."""

_RULED_OUT = re.compile(
    r"\b(?:niet|geen|nooit|noch)\b[^.,;]{0,40}$|\b(?:in plaats van|eerdere|na een reeks|vorige"
    r"|tot nu toe)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_RULED_OUT_AFTER = re.compile(
    r"^[^.,]{0,40}\b(?:niet|geen)\b(?: \w+){0,2}(?: mogelijk| uitgezonden| te volgen| gestreamd|\b)",
    re.IGNORECASE,
)


def signup(page: Page) -> Found[bool]:
    """Return whether the text offers a way to register."""
    refused: Found[bool] | None = None
    for sentence in page.sentences:
        match = _OFFERED.search(sentence.text[:600])
        if match is None:
            continue
        if _REFUSED.search(sentence.text[:600]):
            refused = refused or Found(False, sentence.start, sentence.end)
            continue
        return Found(True, sentence.start + match.start(), sentence.start + match.end())
    for labelled in page.announced(Meaning.SIGNUP):
        if labelled.text and not _REFUSED.search(labelled.text):
            return Found(True, labelled.start, labelled.end)
    return refused or Found(False, 0, 0)


def notes(page: Page) -> Iterator[Found[Note]]:
    """Yield what the text says of the state of registration or of the meeting."""
    for note, pattern in (
        (Note.FULL, _FULL),
        (Note.POSTPONED, _POSTPONED),
        (Note.REGISTRATION_CLOSED, _CLOSED),
    ):
        for sentence in page.sentences:
            if match := pattern.search(sentence.text[:600]):
                yield Found(note, sentence.start + match.start(), sentence.start + match.end())
                break


def online(page: Page) -> Found[bool]:
    """Return whether one can take part online; what is ruled out is not."""
    for labelled in page.announced(Meaning.WHERE):
        match = _ONLINE.search(labelled.text[:200])
        if match and not _denied(labelled.text, match):
            return Found(True, labelled.start, labelled.end)
    for sentence in page.sentences:
        text = _NOT_THE_MEETING.sub(lambda found: "_" * len(found[0]), sentence.text[:1000])
        for match in _ONLINE.finditer(text):
            if _denied(text, match):
                continue
            short = len(text) < 90
            if short or _TAKING_PART.search(text):
                return Found(True, sentence.start + match.start(), sentence.start + match.end())
    return Found(False, 0, 0)


def _denied(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 50) : match.start()]
    return bool(_RULED_OUT.search(before) or _RULED_OUT_AFTER.search(text[match.end() : match.end() + 60]))
