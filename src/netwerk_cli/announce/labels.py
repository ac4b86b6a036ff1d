"""Labels: the words before a colon or above a paragraph that say what follows. One line for each meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple


class Meaning(Enum):
    """What stands behind a label."""

    WHEN, TIME, WHERE, WHO, COST, SIGNUP, DEADLINE, CAPACITY = (auto() for _ in range(8))
    ORGANISER, PROGRAMME, PUBLISHED, TITLE, MEMBERSHIP, OTHER = (auto() for _ in range(6))


_WORDS: Mapping[Meaning, str] = {
    Meaning.WHEN: "wanneer, datum, data, dag, datums, speeldata, cursusdata, bijeenkomsten, vergaderdata, dag en uur, "
    "datum en uur, datum en tijd, datum en tijdstip, datum & tijd, datum/tijd, data en tijden, datum en "
    "tijden, dag en tijd, tijd en datum, planning, data bijeenkomsten, data en uren, startdatum",
    Meaning.TIME: "tijd, tijden, tijdstip, uur, uren, aanvang, aanvangsuur, aanvangstijd, hoe laat, start, begin, "
    "tijdsduur, tijd en duur, einde",
    Meaning.WHERE: "waar, locatie, plaats, adres, zaal, plek, vergaderplaats, locaties, cursusplaats, "
    "lesplaats, locatie "
    "en adres, plaats van afspraak, adres locatie, ontmoetingsplaats",
    Meaning.WHO: "voor wie, doelgroep, doelgroepen, wie, bestemd voor, bedoeld voor, doelpubliek, publiek, deelnemers, "
    "wie doen er mee, wie doet er mee, voor, wie kan deelnemen, wie kan meedoen, wie kunnen deelnemen, "
    "wie mag komen, wie kunnen meedoen, voor wie is het, voor wie bedoeld",
    Meaning.COST: "kosten, kostprijs, prijs, deelnameprijs, deelnamekosten, deelnemersbijdrage, eigen bijdrage, "
    "bijdrage, inschrijvingsgeld, inschrijfgeld, toegang, toegangsprijs, entree, tarief, tarieven, wat "
    "kost het, investering, cursusgeld, cursusprijs, lidgeld, prijzen, kosten deelname, deelname, "
    "kostprijs deelname",
    Meaning.SIGNUP: "aanmelden, aanmelding, aanmeldingen, inschrijven, inschrijving, inschrijvingen, opgave, opgeven, "
    "registratie, registreren, hoe aanmelden, hoe inschrijven, meedoen, aanmelden en informatie, "
    "informatie en aanmelding, info en inschrijving, info en inschrijvingen, aanmelden via, inschrijven "
    "via, reserveren, reservatie, tickets",
    Meaning.DEADLINE: "deadline, uiterste inschrijfdatum, uiterste aanmelddatum, sluitingsdatum, aanmelden voor, "
    "inschrijven voor, aanmelden tot, inschrijven tot, aanmelden kan tot, inschrijven kan tot, deadline "
    "aanmelden, deadline inschrijving, deadline aanmelding, aanmelden uiterlijk, inschrijven uiterlijk, "
    "uiterlijk aanmelden, aanmelddeadline, inschrijfdeadline, aanmelden tot en met, inschrijven tot en "
    "met, aanmelden vóór, inschrijven vóór, sluiting inschrijving, einde inschrijving",
    Meaning.CAPACITY: "aantal plaatsen, capaciteit, maximum aantal deelnemers, maximaal aantal deelnemers, "
    "plaatsen, aantal "
    "deelnemers, max aantal deelnemers, maximum, groepsgrootte, beschikbare plaatsen, max. aantal "
    "deelnemers",
    Meaning.ORGANISER: "organisatie, organisator, organisatoren, organisatie door, georganiseerd door, organiserende "
    "partijen, initiatiefnemers, initiatiefnemer, organisatie en coördinatie, wie organiseert, een "
    "initiatief van, aangeboden door",
    Meaning.PROGRAMME: "programma, dagprogramma, dagindeling, programma en inschrijving, tijdschema, het programma, "
    "programmaoverzicht, avondprogramma, middagprogramma",
    Meaning.PUBLISHED: "gepubliceerd, gepubliceerd op, geplaatst, geplaatst op, publicatiedatum, "
    "datum publicatie, gepost "
    "op, bericht van, nieuwsbericht, geplaatst door, gepubliceerd door, laatst bijgewerkt, laatst "
    "gewijzigd, bijgewerkt op, laatste update, nieuwsbericht van, datum bericht",
    Meaning.TITLE: "titel, onderwerp, naam activiteit, activiteit, betreft, naam",
    Meaning.MEMBERSHIP: "lidmaatschap, lid worden, aansluiten",
    Meaning.OTHER: "contact, contactpersoon, meer informatie, meer info, info, informatie, sprekers, spreker, website, "
    "telefoon, e-mail, mail, thema, thema's, taal, accreditatie, parkeren, bereikbaarheid, lunch, inhoud, "
    "doel, resultaat, functie, vragen, bijlagen, voorbereiding, werkvorm, trainer, docent, docenten, "
    "begeleiding, cursusleider, materiaal, meebrengen, annuleren, annulering, opmerkingen, trefwoorden",
}  # fmt: skip
"""Every label, folded to lower case, by its meaning. What is `OTHER` only ends the value before it."""

_BOTH: Mapping[str, tuple[Meaning, ...]] = {
    "waar en wanneer": (Meaning.WHEN, Meaning.WHERE), "wanneer en waar": (Meaning.WHEN, Meaning.WHERE),
    "plaats en tijd": (Meaning.WHEN, Meaning.WHERE), "tijd en plaats": (Meaning.WHEN, Meaning.WHERE),
    "datum en plaats": (Meaning.WHEN, Meaning.WHERE), "datum en locatie": (Meaning.WHEN, Meaning.WHERE),
    "data en locaties": (Meaning.WHEN, Meaning.WHERE), "plaats en datum": (Meaning.WHEN, Meaning.WHERE),
    "locatie en tijd": (Meaning.WHEN, Meaning.WHERE), "locatie en datum": (Meaning.WHEN, Meaning.WHERE),
    "datum, tijd en locatie": (Meaning.WHEN, Meaning.WHERE), "data en locatie": (Meaning.WHEN, Meaning.WHERE),
    "kosten en aanmelding": (Meaning.COST, Meaning.SIGNUP), "kosten en aanmelden": (Meaning.COST, Meaning.SIGNUP),
    "aanmelden en kosten": (Meaning.COST, Meaning.SIGNUP), "prijs en inschrijving": (Meaning.COST, Meaning.SIGNUP),
    "inschrijving en prijs": (Meaning.COST, Meaning.SIGNUP), "deelname en kosten": (Meaning.COST, Meaning.SIGNUP),
}  # fmt: skip
"""Labels above two things at once."""

_MEANINGS: Mapping[str, tuple[Meaning, ...]] = {
    **{word.strip(): (meaning,) for meaning, words in _WORDS.items() for word in words.split(", ")},
    **_BOTH,
}
_LONGEST = max(map(len, _MEANINGS))
_BULLET = r"[\s>•◦▪‣·*–\-✔✓→]{0,6}"
_LEAD = re.compile(
    rf"{_BULLET}(?P<label>[^\W\d_][^:?|\t\n]{{1,{_LONGEST}}}?)\s{{0,3}}(?P<mark>[:|?]\s?|\t+"
    rf"|\s[–—-]\s| {{3,}})"
)
_BEFORE_NUMBER = re.compile(rf"{_BULLET}(?P<label>[^\W\d_]{{3,20}})\s(?=\d)")
_WHOLE = re.compile(rf"{_BULLET}(?P<label>[^\W\d_][^\n]{{1,{_LONGEST}}}?)\s*[:?.]?\s*")
_INNER = re.compile(r"(?:^|(?<=[\s.;|,]))(?P<label>[A-Z][^\W\d_]{2,20}(?: [^\W\d_]{2,14}){0,3}) ?:(?=\s|$)")
_QUESTION = re.compile(r"\s*(voor wie|waar|wanneer|wat kost|wie kan|wie kunnen|wie doe[nt]|hoe laat|hoe kan (?:je"
    r"|ik|u)"
                       r" (?:je |u |me )?(?:aanmelden|inschrijven))\b[^?\n]{0,70}\?\s*", re.IGNORECASE)  # fmt: skip
_ASKED: Mapping[str, tuple[Meaning, ...]] = {
    "voor wie": (Meaning.WHO,), "wie kan": (Meaning.WHO,), "wie kunnen": (Meaning.WHO,), "wie doen": (Meaning.WHO,),
    "wie doet": (Meaning.WHO,), "waar": (Meaning.WHERE,), "wanneer": (Meaning.WHEN,), "wat kost": (Meaning.COST,),
    "hoe laat": (Meaning.TIME,), "hoe kan": (Meaning.SIGNUP,),
}  # fmt: skip
"""Headings that ask a whole question: by what they begin with."""


class Label(NamedTuple):
    """A label in a line: what it announces, where it begins, and where what it announces begins."""

    meanings: tuple[Meaning, ...]
    start: int
    rest: int


def labels(line: str) -> Iterator[Label]:
    """Yield the labels of a line in order: at its beginning, and those with a colon that follow on the same line."""
    first = _first(line)
    if first is not None:
        yield first
    for match in _INNER.finditer(line):
        meanings = _MEANINGS.get(_folded(match["label"]))
        if meanings and (first is None or match.start() >= first.rest):
            yield Label(meanings, match.start(), match.end())


def whole(line: str) -> tuple[Meaning, ...]:
    """Return what a line announces that is nothing but a label, or a question that stands for one."""
    asked = _QUESTION.fullmatch(line)
    if asked is not None:
        return _ASKED.get(_folded(asked[1]), _ASKED.get(_folded(asked[1])[:7].strip(), ()))
    match = _WHOLE.fullmatch(line)
    return _MEANINGS.get(_folded(match["label"]), ()) if match else ()


def _first(line: str) -> Label | None:
    if meanings := whole(line):
        return Label(meanings, 0, len(line))
    for pattern in (_LEAD, _BEFORE_NUMBER):
        match = pattern.match(line)
        if match and (meanings := _MEANINGS.get(_folded(match["label"]), ())):
            return Label(meanings, match.start("label"), match.end())
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().strip(" *_:?.()").split())
