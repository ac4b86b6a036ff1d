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
    "je naam|uw naam|name of participant|participant|participant name|naam cursist|naam en achternaam|"
    "first and last name|voor en familienaam|voornaam en familienaam|voornaam achternaam|voornaam familienaam|"
    "achternaam voornaam|familienaam voornaam|name and surname|first name last name|guest|guest name|name of attendee",
    "account": "weergavenaam gebruiker|user display name",
    "given_name": "first name|given name|voornaam|voornamen|roepnaam|attendee first name|attendee name given name|"
    "firstname|naam voornaam|name first",
    "initials": "voorletters|initialen|initials",
    "name_prefix": "tussenvoegsel|tussenvoegsels|tussenv|voorvoegsel|voorvoegsels|infix|prefix of family name|"
    "middle name|name middle|tweede naam|naam tweede naam|naam tussenvoegsel",
    "family_name": "last name|family name|surname|achternaam|familienaam|attendee last name|lastname|"
    "attendee name family name|naam achternaam|name last|geslachtsnaam",
    "email": "email|e mail|mail|emailadres|e mailadres|e mail adres|mailadres|mail adres|email address|e mail address|"
    "emailaddress|your email|your email address|jouw e mailadres|je e mailadres|uw e mailadres|attendee email|"
    "attendee e mail|e mail deelnemer|email deelnemer|e mailadres deelnemer|gebruikersnaam|username|"
    "e mail van de deelnemer",
    "organisation": "organisation|organization|organisatie|school|bedrijf|company|instelling|institution|werkgever|"
    "employer|voorziening|organisatienaam|schoolnaam|naam organisatie|naam school|naam van de organisatie|"
    "naam van je organisatie|naam van de school|vereniging|company name|organisatie school|bedrijfsnaam|bestuur|"
    "schoolbestuur|dienst|affiliation|naam bedrijf|naam werkgever|naam instelling|naam voorziening|organisation name|"
    "organization name|institute|university",
    "role": "role|rol|functie|job title|functie rol|function|beroep|jouw functie|je functie|uw functie|"
    "functietitel|functieomschrijving|job position|your role|hoedanigheid",
    "audience": "audience|doelgroep|voor wie",
    "note": "note|notes|notitie|opmerking|opmerkingen|remark|remarks|comment|comments|toelichting|bijzonderheden|"
    "vraag of opmerking|vragen of opmerkingen|notities|bijkomende info|extra info|bijkomende informatie",
    "no_seat": "no seat|without a seat|zonder plaats|zonder zitplaats|neemt geen plaats in",
    "sessions": "sessions|sessies|session|sessie",
    "received_at": "tijd van voltooien|completion time|tijdstip van voltooien|voltooid op|received at|received|"
    "ontvangen|ontvangen op|submitted at|submit date|submission date|date submitted|submitdate|ingediend op|"
    "ingezonden op|verzonden op|entry date|datum van inzending|datum ingediend|tijdstempel|timestamp|"
    "tijdstip inschrijving|tijdstip van inschrijving|moment van inschrijving|ingevuld op|inschrijfmoment|tijdstip|"
    "registered at|ingeschreven op|submitted|completed|voltooid|invoerdatum|inzenddatum|indiendatum|besteld op|"
    "datum tijd|datum en tijd|datum en tijdstip|date time|date and time|order placed|horodateur|datum laatste pagina|"
    "date created|created date|created on|created|created at|aangemaakt|aangemaakt op|aanmaakdatum",
    "received_on": "order date|besteldatum|datum van bestelling|datum|date|inschrijfdatum|inschrijvingsdatum|"
    "datum inschrijving|datum van inschrijving|registration date|date of registration|date registered",
    "received_time": "order time|besteltijd|tijd van bestelling|tijd|time|uur|inschrijftijd|tijd van inschrijving",
    "status": "status|attendee status|order status|bestelstatus|response type|toestand|staat|registration status|"
    "status deelnemer|status inschrijving|deelnemersstatus|deelnemerstatus|ticketstatus|ticket status|"
    "inschrijvingsstatus|inschrijfstatus|registratiestatus|attendance status|booking status|"
    "boekingsstatus|aanwezigheidsstatus|rsvp",
    "is_cancelled": "is cancelled|cancelled|canceled|geannuleerd|afgemeld|uitgeschreven|cancelled at|canceled at|"
    "geannuleerd op|afgemeld op|uitgeschreven op|cancellation date|annulatiedatum|annuleringsdatum|datum annulering|"
    "datum annulatie|date cancelled",
    "is_draft": "is draft|in draft|concept|is concept|draft|concept of niet",
    IGNORE: "id|begintijd|start time|starttijd|tijd van laatste wijziging|last modified time|laatst gewijzigd",
}
_OTHERS = (
    r"koper|buyer|besteller|factu|invoice|leidinggevende|contactpersoon|noodcontact|ouder|partner|collega"
)
_SENT_WORDS = (
    r"\b(?:tijdstip|tijd|moment|datum|date|time)\b.*"
    r"\b(?:indien\w*|ingediend|in(?:ge)?zend\w*|inzending|ingestuurd|registratie|regist\w+|aanmeld\w*|aangemeld|inschrijv\w*|"
    r"ingeschreven|ingevuld|invullen|verzend\w*|verzonden|antwoord|submi\w+|response|sent|order\w*|bestelling)\b|"
    r"\b(?:inschrijf|inschrijvings|aanmeld|aanmeldings|registratie|inzend|invoer|verzend|indien|bestel|boekings)"
    r"(?:datum|moment|tijdstip|tijd)\b|"
    r"\b(?:aangemeld|ingestuurd|ingediend|geregistreerd|ingevuld|verzonden|ontvangen) op\b|"
    r"\b(?:registered|submitted|received|completed|sent|ordered) (?:on|at)\b|"
    r"\b(?:registration|submission|response|order|booking|entry) (?:date|time)\b"
)
_WORDS: tuple[tuple[str, str, str], ...] = (  # meaning, what is in the heading, what must not be
    ("email", r"\be ?mail\b|\be ?mailadres\b|\bmailadres\b|\bmail address\b",
     rf"{_OTHERS}|manager|contact(?!eren)|directie|directeur|secretariaat|mogen|may we|nieuwsbrief|newsletter"),
    ("received_at", _SENT_WORDS,
     r"geboorte|birth|\bstart|begin|workshop|sessie|session|wijzig|modified|updated|laatste|\blast|payment|betal|"
     r"einde|\bend\b|stage|deadline|sluit"),
    ("name_prefix", r"\btussenvoegsel", rf"{_OTHERS}"),
    ("name", r"\bvoornaam en (?:achter|familie)?naam\b|\b(?:naam|achternaam|familienaam) en voornaam\b|"
     r"\bvoor en (?:achter|familie)?naam\b|\bfirst(?: name)? and last name\b", rf"{_OTHERS}|badge|kind"),
    ("given_name", r"\bvoornaam\b|\bfirst name\b|\bgiven name\b",
     rf"{_OTHERS}|achternaam|naam en|last name|family|\ben naam\b|kind"),
    ("family_name", r"\bachternaam\b|\bfamilienaam\b|\blast name\b|\bfamily name\b|\bsurname\b",
     rf"{_OTHERS}|voornaam|first|voor en|kind"),
    ("role", r"\bfunctie\b|\bjob title\b", r"functies"),
    ("organisation", r"\borganisatie\b|\borganisation\b|\borganization\b|\bschool\b|\bwerkgever\b|\binstelling\b",
     r"aantal|hoeveel|how many|grootte|type|soort|telefoon|adres\b|e ?mail|nummer"),
    ("name", r"\bvolledige naam\b|\bje naam\b|\bjouw naam\b|\buw naam\b|\byour (?:full )?name\b|\bfull name\b|"
     r"\bnaam (?:van )?(?:de |het |een )?"
     r"(?:deelnemer|medewerker|leerkracht|leraar|aanvrager|inschrijver|persoon|cursist)\b|"
     r"^(?:deelnemer|participant|attendee) naam$|^hoe heet (?:je|jij|u)$|^wie (?:ben je|ben jij|bent u)$",
     rf"{_OTHERS}|badge|kaartje|sessie|workshop|kind"),
    ("audience", r"\bdoelgroep\b", r"welke doelgroepen|werk je met"),
    ("note", r"\bopmerking(?:en)?\b|\bremarks?\b|\bcomments?\b", r"dieet|diet|allerg|medisch|medical"),
)  # fmt: skip

MEANINGS: tuple[str, ...] = (*(meaning for meaning in _NAMES if meaning != "account"),)
"""What a column can mean, which is what --map takes."""

_ZONE = re.compile(r"\(((?:utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?|ces?t|[a-z]+/[a-z_]+)\)\s*$", re.IGNORECASE)
_SPECIAL = re.compile(
    r"dieet|diet|allerg|medisch|medical|gezondheid|health|beperking|disabilit|toegankelijk|accessib|rolstoel|wheelchair|"
    r"handicap|zwanger|pregnan|voeding|vegetari|halal|kosher|koosjer|religi|geloof|rijksregister|bsn"
)
_TECHNICAL = re.compile(
    r"(?:respondent )?(?:ip|ip ?adres|ip ?address)|remote address|user agent|browser|referrer|network id|"
    r"sessi(?:e|on) id|"
    r"(?:start)?token|serial|sid|uuid|hash|(?:submission|response|respondent|collector) id|start ?language|seed|"
    r"(?:total |totaal aantal )?(?:points|punten|score)(?: .*)?|(?:quiz )?feedback"
)
_SIGNS = re.compile(r"[^a-z0-9]+")


@cache
def folded(heading: str) -> str:
    """Return a heading as headings are compared: no capitals, accents and signs, and no zone behind it."""
    letters = unicodedata.normalize("NFKD", _ZONE.sub("", heading).casefold())
    return _SIGNS.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


@cache
def _lexicon() -> dict[str, tuple[str, int]]:
    """Return the meaning of each known heading, and its turn among those of that meaning."""
    found: dict[str, tuple[str, int]] = {}
    for meaning, names in _NAMES.items():
        for turn, name in enumerate((meaning.replace("_", " "), *names.split("|"))):
            found.setdefault(name, (meaning, turn))
    return found


_TITLES = re.compile(r"\((?:prefix|voorvoegsel|suffix|achtervoegsel|aanhef)\)\s*$", re.IGNORECASE)
"""What a form with a name in parts calls titles, which are no part of a name here."""
_BOTH = re.compile(
    r"\b(?:naam\s*[,+/&-]\s*voornaam|voornaam\s*[,+/&-]\s*(?:achter|familie)?naam|first\s*[,+/&]\s*last name)\b",
    re.IGNORECASE,
)
_CODED = re.compile(r"[A-Za-z]\w{0,40}\. (?=\S)")
"""The name of a question that LimeSurvey writes before its text: `submitdate. Date submitted`."""


@cache
def meaning(heading: str) -> str | None:
    """Return what a heading means by its name, or by the words in it."""
    if _TITLES.search(heading):
        return None
    if _BOTH.search(heading):
        return "name"
    name = plain(heading)
    if name in _lexicon():
        return _lexicon()[name][0]
    return next((found for found in _by_words(name)), None)


def plain(heading: str) -> str:
    """Return a heading as it is compared, without the code of its question where what is behind it says as much."""
    coded = _CODED.match(heading)
    if coded is None:
        return folded(heading)
    code, text = folded(coded[0]), folded(heading[coded.end() :])
    return code if code in _lexicon() and text not in _lexicon() else text


def _by_words(name: str) -> Iterator[str]:
    for found, words, never in _WORDS:
        if re.search(words, name) and not (never and re.search(never, name)):
            yield found


def is_known(heading: str) -> bool:
    """Whether a heading is one by its name, and not by the words in it."""
    return plain(heading) in _lexicon()


def is_special(heading: str) -> bool:
    """Whether a heading asks after health and the like."""
    return bool(_SPECIAL.search(folded(heading)))


def is_technical(heading: str) -> bool:
    """Whether a heading stands above what a form adds by itself, such as the address of a computer."""
    return bool(_TECHNICAL.fullmatch(folded(heading)))


def turn(heading: str) -> int:
    """Return how far a heading stands from the one that says its meaning best; those by words come last."""
    return _lexicon().get(plain(heading), ("", len(_lexicon())))[1]


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
