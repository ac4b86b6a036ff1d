"""Page furniture: what a web page puts around its text, and what is no part of the announcement."""

from __future__ import annotations

import re

from netwerk_cli.announce.word_tables import phrase_table

_LINES = phrase_table(
    """
    home; menu; zoeken; zoek; search; contact; inloggen; login; log in; aanmelden nieuwsbrief; nieuwsbrief;
    nieuws; agenda; kalender; activiteiten; activiteit; evenementen; evenement; events; over ons; delen; deel;
    share; print; printen; afdrukken; facebook; twitter; x; linkedin; whatsapp; instagram; youtube; e-mail;
    email; mail; tweet; terug; vorige; volgende; terug naar overzicht; terug naar het overzicht; terug naar
    nieuws; terug naar agenda; lees meer; lees verder; meer lezen; meer weten; meer informatie; meer info;
    sluiten; sluit; kopieer; kopieer link; link kopiëren; sla link op in klembord; direct naar; ga naar inhoud;
    naar inhoud; overslaan en naar de inhoud gaan; overslaan en naar inhoud gaan; ga naar de inhoud; naar de
    inhoud; spring naar inhoud; u bent hier; je bent hier; kruimelpad; cookies; privacy; privacyverklaring;
    privacybeleid; disclaimer; sitemap; toegankelijkheid; colofon; algemene voorwaarden; cookiebeleid; volg ons;
    voorlezen; lees voor; translate; nl; en; fr; ×; x sluiten; webshop; vacatures;
    publicaties; nieuwsoverzicht; nieuwsberichten; blog; blogs; veelgestelde vragen; inschrijven nieuwsbrief;
    opslaan in agenda; zet in agenda; toevoegen aan agenda; voeg toe aan agenda; ical; outlook; google agenda;
    google calendar; reageer; reacties; uitgelicht; overzicht; archief; naar boven; begin; aanmelden!; schrijf
    je in; meld je aan; inschrijven; aanmelden; bekijk; download; downloads; nieuwsitem; persbericht;
    bijeenkomst; bijeenkomsten; praktische informatie; praktisch; hoofdmenu; hoofdnavigatie; navigatie; thema's;
    onderwerpen
    """
)
"""Lines that are a button, a menu entry or the name of a section, and nothing else."""

_HEADS_A_LIST = frozenset({
    "categorieën", "categorie", "categories", "tags", "tag", "trefwoorden", "thema", "dossier", "rubriek", "type",
    "soort",
})  # fmt: skip
"""Lines that say what kind of thing the line below is, in the page's own filing."""

_RELATED = re.compile(
    r"(?:lees ook|bekijk ook|zie ook|ook interessant|gerelateerd\w*|meer nieuws|ander nieuws"
    r"|andere (?:activiteiten|evenementen"
    r"|berichten|nieuwsberichten)|overige (?:activiteiten|evenementen|berichten)"
    r"|recente (?:berichten|nieuwsberichten|reacties)"
    r"|volgende (?:activiteiten|evenementen)|meer (?:activiteiten|evenementen|berichten|agenda)"
    r"|laatste nieuws"
    r"|misschien ook interessant|dit vind je misschien ook|komende (?:activiteiten|evenementen)|meest gelezen"
    r"|vorig bericht|volgend bericht|uit de agenda)\b[^.!]{0,50}:?",
    re.IGNORECASE,
)
"""Headings below which other articles of the site are listed."""

_COOKIES = re.compile(
    r"\bcookie|alle rechten voorbehouden|©|\bcopyright\b|privacyverklaring|algemene voorwaarden",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"(?:deel|tweet|print|mail|volg|abonneer)\b(?: \w+){0,4}(?: op| via| met)?(?: \w+){0,3}", re.IGNORECASE
)
_ARROWS = ">\u203a\u00bb"
_CRUMBS = re.compile(rf"[^{_ARROWS}\n]{{1,50}}(?:\s?[{_ARROWS}]\s?[^{_ARROWS}\n]{{1,80}}){{1,8}}")
_RUN_TOGETHER = re.compile(r"(?:[A-Z&0-9][a-zé'’]{2,}\s?(?:&\s)?){3,}")
_SEAM = re.compile(r"[a-zé’']{2}(?=[A-Z0-9][a-z ])")
_LONGEST = 200
_CLOSING_WORDS = re.compile(r"(?:met (?:vriendelijke|hartelijke) groet(?:en)?|hartelijke groet(?:en)?"
    r"|vriendelijke groet(?:en)?"
                            r"|groet(?:en|jes)?|beste (?:allen|collega'?s?|mensen|lezer|lid|leden|relatie)"
    r"|geachte \w+(?: \w+)?)[,.!]?",
                            re.IGNORECASE)  # fmt: skip


def is_furniture(line: str) -> bool:
    """Whether a line is no part of what is announced."""
    text = line.strip(" \t|•·-–*>")
    folded = text.casefold().rstrip(f":{_ARROWS} ")
    if not folded or folded in _LINES:
        return True
    if _COOKIES.search(text[: _LONGEST * 2]) and len(text) < 2 * _LONGEST:
        return True
    if len(text) > _LONGEST:
        return len(_SEAM.findall(text[:2000])) > len(text) // 30
    return bool((len(text) < 45 and _SHARING.fullmatch(text)) or _CRUMBS.fullmatch(text) or _is_menu(text))


def is_crumbs(line: str) -> bool:
    """Whether a line is the trail to a page; what stands above it is the name of the site."""
    return _CRUMBS.fullmatch(line.strip()) is not None


def is_salutation(line: str) -> bool:
    """Whether a line opens or closes a letter."""
    return len(line) < 60 and _CLOSING_WORDS.fullmatch(line.strip()) is not None


def heads_a_list(line: str) -> bool:
    """Whether the line below is the page's filing, and no part of the text."""
    return line.strip(" :").casefold() in _HEADS_A_LIST


def begins_related(line: str) -> bool:
    """Whether other articles of the site are listed below this line."""
    return _RELATED.fullmatch(line.strip()) is not None


def _is_menu(text: str) -> bool:
    """Whether a line is a row of menu entries, with or without something between them."""
    if " " not in text or len(_SEAM.findall(text)) >= 2:
        return len(_SEAM.findall(text)) >= 2
    entries = [said for one in re.split(r"[|•·/]|\s{2,}", text) if (said := one.strip().casefold())]
    entries = entries if len(entries) > 2 else text.casefold().split()
    known = sum(one in _LINES for one in entries)
    return len(entries) > 2 and known * 2 >= len(entries)
