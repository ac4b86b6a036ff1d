"""The most people who can take part, where a maximum is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.numbers import NUMBER, number
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.word_tables import any_of

_SPAN = rf"(?:(?:{NUMBER})\s?(?:-|–|à|tot|of)\s?)?(?P<most>{NUMBER})"
_PEOPLE = (
    r"(?:deelnemers?|deelneemsters|personen|mensen|plaats(?:en)?|plekken|zitplaatsen|cursisten"
    r"|bezoekers|aanwezigen|gasten|leerkrachten|ouders"
    r"|inschrijvingen|aanmeldingen|leden|jongeren|kinderen|professionals|collega's|studenten"
    r"|kaarten|tickets|man|leerlingen|gezinnen|vrijwilligers|stoelen)"
)
_KIND = r"(?:\w+\s){0,2}?"
_MOST = any_of(
    r"""
    max\.
    max
    maximaal
    maximum
    een maximum van
    hoogstens
    hooguit
    ten hoogste
    niet meer dan
    tot maximaal
    """
)
"""What stands before a maximum, one a line."""

_PATTERNS = (
    rf"\b(?:beperkt|gelimiteerd|begrensd) tot(?: (?:maximaal|max\.?|een maximum van"
    rf"|een groep van))? {_SPAN}\b",
    rf"\b{_MOST}(?: aantal)?(?: van)? {_SPAN} {_KIND}{_PEOPLE}\b",
    rf"\b(?:maximum(?: aantal)?|maximale?(?: aantal)?|max\.? aantal) (?:{_PEOPLE} )?(?:is"
    rf"|bedraagt|van|ligt op|=|:)\s?{_SPAN}\b",
    rf"\b(?:plaats|plek|ruimte) (?:is er )?(?:voor|aan) (?:maximaal |max\.? |ongeveer |zo'n "
    rf"|hoogstens )?{_SPAN} {_KIND}{_PEOPLE}\b",
    rf"\b(?:er (?:zijn|is|kunnen)|we hebben|kunnen er|zijn er)(?: nog)?(?: maar"
    rf"| slechts)? {_SPAN} (?:beschikbare |vrije )?(?:plaats(?:en)?|plekken|zitplaatsen|kaarten"
    rf"|tickets|deelnemers terecht)\b",
    rf"\b(?:kunnen|kan) (?:er )?(?:maximaal |hoogstens "
    rf"|max\.? )?{_SPAN} {_KIND}{_PEOPLE} (?:deelnemen|meedoen|terecht|mee|inschrijven"
    rf"|bij zijn)\b",
    rf"\b{_SPAN} (?:beschikbare )?(?:plaatsen|plekken|deelnemers|personen) (?:maximaal|maximum"
    rf"|max|beschikbaar|kunnen deelnemen|kunnen meedoen)\b",
    rf"\b{_PEOPLE} ?\(?(?:max\.?|maximaal|maximum)\)? {_SPAN}\b",
    rf"\b\w*(?:groep(?:en)?|kring)\b[^.]{{0,30}}?\b(?:van|telt|tellen|bestaat uit|omvat) {_MOST} {_SPAN}\b",
    rf"\bmet {_SPAN} {_KIND}{_PEOPLE} (?:zijn we|zit (?:het|de \w+)|is (?:het|de \w+)) vol\w*",
    rf"\b(?:de eerste|voor de eerste) {_SPAN} (?:aanmeld\w+|inschrijv\w+|deelnemers)\b",
    rf"\((?:max\.?|maximaal|maximum) {_SPAN}(?: {_PEOPLE})?\)",
    rf"\bvol bij {_SPAN}\b",
    rf"\b(?:er passen|er kunnen) (?:{_MOST} )?{_SPAN} {_KIND}{_PEOPLE} in\b",
)
"""What a sentence says where it states a maximum."""

_COMPILED = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_NOT_ALL = re.compile(
    r"\bper (?:organisatie|school|gemeente|instelling|workshop|ronde|gezin|bestuur|team"
    r"|instantie|vereniging|lid|tafel|dag|bedrijf|partner)\b"
    r"|\b(?:buffet|lunch|diner|minuten|woorden|pagina)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words that make of a maximum one of a part."""

_LEAST = re.compile(r"\b(?:minimaal|minimum|ten minste|minstens|min\.)\b", re.IGNORECASE)
_LABELLED = re.compile(rf"\s*(?:max\.?|maximaal|maximum|ca\.?|er zijn)?\s*{_SPAN}\b", re.IGNORECASE)


def capacity(page: Page) -> Found[int] | None:
    """Return the stated maximum; of a span its upper end."""
    return next(_labelled(page), None) or next(_said(page), None)


def _labelled(page: Page) -> Iterator[Found[int]]:
    for labelled in page.announced(Meaning.CAPACITY):
        text = page.text[labelled.start : labelled.end]
        match = _LABELLED.match(text)
        most = number(match["most"]) if match else None
        if (
            match
            and most is not None
            and not _LEAST.search(text[: match.end()])
            and not _NOT_ALL.search(text)
        ):
            yield Found(most, labelled.start, labelled.start + match.end())


def _said(page: Page) -> Iterator[Found[int]]:
    for sentence in page.sentences:
        if _NOT_ALL.search(sentence.text):
            continue
        for pattern in _COMPILED:
            match = pattern.search(sentence.text)
            most = number(match["most"]) if match else None
            if (
                match
                and most
                and not _LEAST.search(sentence.text[max(0, match.start() - 12) : match.start()])
            ):
                yield Found(most, sentence.start + match.start(), sentence.start + match.end())
                break
