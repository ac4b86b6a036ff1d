"""What stands above the columns of lists, and what it means: by form product, in Dutch and English.

A heading is compared without capitals, accents and signs. Where it is a whole question ("Wat is je e-mailadres?"),
the words in it decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

IGNORE = "ignore"
"""What a column is called that is not to be read."""

_NAMES: Mapping[str, str] = {
    "code": "code|inschrijfcode",
    "name": "name|naam|full name|volledige naam|naam en voornaam|voornaam en naam|voor en achternaam|attendee name|"
    "attendee|naam deelnemer|naam van de deelnemer|deelnemer|naam inschrijver|your name|your full name|jouw naam|"
    "je naam|uw naam|name of participant|participant|participant name|naam cursist",
    "account": "weergavenaam gebruiker|user display name",
    "given_name": "first name|given name|voornaam|voornamen|roepnaam|attendee first name|attendee name given name|"
    "firstname|naam voornaam|name first",
    "initials": "voorletters|initialen|initials",
    "name_prefix": "tussenvoegsel|tussenvoegsels|voorvoegsel|voorvoegsels|infix|prefix of family name",
    "family_name": "last name|family name|surname|achternaam|familienaam|attendee last name|lastname|"
    "attendee name family name|naam achternaam|name last|geslachtsnaam",
    "email": "email|e mail|mail|emailadres|e mailadres|e mail adres|mailadres|mail adres|email address|e mail address|"
    "emailaddress|your email|your email address|jouw e mailadres|je e mailadres|uw e mailadres|attendee email|"
    "attendee e mail|e mail deelnemer|email deelnemer|e mailadres deelnemer|gebruikersnaam|username|"
    "e mail van de deelnemer",
    "organisation": "organisation|organization|organisatie|school|bedrijf|company|instelling|institution|werkgever|"
    "employer|voorziening|organisatienaam|schoolnaam|naam organisatie|naam school|naam van de organisatie|"
    "naam van je organisatie|naam van de school|vereniging|company name|organisatie school",
    "role": "role|rol|functie|job title|functie rol|function|beroep|jouw functie|je functie|uw functie",
    "audience": "audience|doelgroep|voor wie",
    "note": "note|notes|notitie|opmerking|opmerkingen|remark|remarks|comment|comments|toelichting|bijzonderheden|"
    "vraag of opmerking|vragen of opmerkingen",
    "no_seat": "no seat|without a seat|zonder plaats|zonder zitplaats|neemt geen plaats in",
    "sessions": "sessions|sessies|session|sessie",
    "received_at": "tijd van voltooien|completion time|tijdstip van voltooien|voltooid op|received at|received|"
    "ontvangen|ontvangen op|submitted at|submit date|submission date|date submitted|submitdate|ingediend op|"
    "ingezonden op|verzonden op|entry date|datum van inzending|datum ingediend|tijdstempel|timestamp|"
    "tijdstip inschrijving|tijdstip van inschrijving|moment van inschrijving|ingevuld op|inschrijfmoment|tijdstip|"
    "registered at|created|created at|aangemaakt|aangemaakt op|ingeschreven op|submitted|completed|"
    "datum tijd|datum en tijd|date time|date and time|voltooid|besteld op|datum laatste pagina",
    "received_on": "order date|besteldatum|datum van bestelling|datum|date|inschrijfdatum|inschrijvingsdatum|"
    "datum inschrijving|datum van inschrijving|registration date|date of registration|date registered",
    "received_time": "order time|besteltijd|tijd van bestelling|tijd|time|uur|inschrijftijd|tijd van inschrijving",
    "status": "status|attendee status|order status|bestelstatus|response type|toestand|staat|registration status|"
    "status deelnemer|status inschrijving",
    "is_draft": "is draft|concept|is concept|draft",
    IGNORE: "id|begintijd|start time|starttijd|tijd van laatste wijziging|last modified time|laatst gewijzigd",
}
_WORDS: tuple[tuple[str, str, str], ...] = (  # meaning, what is in the heading, what must not be
    ("email", r"\be ?mail\b|\be ?mailadres\b|\bmailadres\b|\bmail address\b",
     r"leidinggevende|collega|manager|contact|directie|directeur|secretariaat|mogen|may we|nieuwsbrief|newsletter"),
    ("name_prefix", r"\btussenvoegsel", r""),
    ("given_name", r"\bvoornaam\b|\bfirst name\b|\bgiven name\b", r"achternaam|naam en|last name|family|\ben naam\b"),
    ("family_name", r"\bachternaam\b|\bfamilienaam\b|\blast name\b|\bfamily name\b|\bsurname\b",
     r"voornaam|first name|voor en"),
    ("organisation", r"\borganisatie\b|\borganisation\b|\borganization\b|\bschool\b|\bwerkgever\b|\binstelling\b",
     r"aantal|hoeveel|how many|grootte|type|soort|telefoon|adres\b|e ?mail|nummer"),
    ("name", r"\bvolledige naam\b|\bje naam\b|\bjouw naam\b|\buw naam\b|\byour (?:full )?name\b|\bnaam deelnemer\b|"
     r"\bvoor en achternaam\b|\bvoornaam en (?:achter)?naam\b|\bnaam en voornaam\b", r"badge|kaartje|sessie|workshop"),
    ("role", r"\bfunctie\b|\bjob title\b", r"functies"),
    ("note", r"\bopmerking(?:en)?\b|\bremarks?\b|\bcomments?\b", r"dieet|diet|allerg|medisch|medical"),
)  # fmt: skip

MEANINGS: tuple[str, ...] = (*(meaning for meaning in _NAMES if meaning != "account"),)
"""What a column can mean, which is what --map takes."""

_ZONE = re.compile(r"\(((?:utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?|ces?t|[a-z]+/[a-z_]+)\)\s*$", re.IGNORECASE)
_SIGNS = re.compile(r"[^a-z0-9]+")


@cache
def folded(heading: str) -> str:
    """Return a heading as headings are compared: no capitals, accents and signs, and no zone behind it."""
    plain = unicodedata.normalize("NFKD", _ZONE.sub("", heading).casefold())
    return _SIGNS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


@cache
def _lexicon() -> dict[str, tuple[str, int]]:
    """Return the meaning of each known heading, and its turn among those of that meaning."""
    found: dict[str, tuple[str, int]] = {}
    for meaning, names in _NAMES.items():
        for turn, name in enumerate((meaning.replace("_", " "), *names.split("|"))):
            found.setdefault(name, (meaning, turn))
    return found


def meaning(heading: str) -> str | None:
    """Return what a heading means by its name, or by the words in it."""
    name = folded(heading)
    if name in _lexicon():
        return _lexicon()[name][0]
    return next((found for found in _by_words(name)), None)


def _by_words(name: str) -> Iterator[str]:
    for found, words, never in _WORDS:
        if re.search(words, name) and not (never and re.search(never, name)):
            yield found


def turn(heading: str) -> int:
    """Return how far a heading stands from the one that says its meaning best; those by words come last."""
    return _lexicon().get(folded(heading), ("", len(_lexicon())))[1]


def zone(heading: str) -> str | None:
    """Return the zone that a heading states: `Submit Date (UTC)`."""
    found = _ZONE.search(heading)
    return None if found is None else zone_named(found[1])


def zone_named(text: str) -> str:
    """Return the IANA name of a zone that was written as `UTC`, `GMT+1`, `CET` or `Europe/Brussels`."""
    name = text.strip().upper()
    if name in ("CET", "CEST"):
        return "Europe/Brussels"
    ahead = re.fullmatch(r"(?:UTC|GMT)(?:([+-])(\d{1,2})(?::?00)?)?", name)
    if ahead is None:
        return "/".join(part.title() for part in text.split("/")) if "/" in text else text
    hours = int(ahead[2] or 0)
    return f"Etc/GMT{'-' if ahead[1] == '+' else '+'}{hours}" if hours else "UTC"
