"""What is announced: an event, a series of them, a group that one joins, or a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from netwerk_cli.announce.facts import Kind, Session
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.mentions import Mentions
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.page import Role as BlockRole
from netwerk_cli.announce.roles import Role
from netwerk_cli.announce.word_tables import any_of

_DOCUMENT_TITLE = re.compile(
    r"\b(?:verslag|terugblik|terugkijk\w*|terug op|impressie|samenvatting|rapport|onderzoek"
    r"|evaluatie|handreiking|publicatie|(?:zeer )?geslaagde?"
    r"|succesvolle?|nabeschouwing|opbrengst\w*|call(?: for)?|oproep|subsidie\w*|projectoproep"
    r"|advies|brochure|leidraad|kamerbrief|resultaten|conclusies|presentaties|foto's)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a title of something that is read."""

_LOOKS_BACK = re.compile(
    r"\b(?:blik\w* (?:we )?terug|kijk\w* (?:we )?terug|terugblik\w*|was (?:een (?:groot )?succes"
    r"|uitverkocht)|uitverkochte?|geslaagde|bezochten|vond(?:en)?\b.{0,80}\bplaats"
    r"|kwamen\b.{0,80}\b(?:bijeen|samen)|namen\b.{0,60}\bdeel|waren aanwezig|bogen zich"
    r"|gingen\b.{0,80}\bin gesprek|kwam\w* (?:bijeen|samen)|werd\w* gehouden|luisterden"
    r"|verzamelden zich)",
    re.IGNORECASE,
)  # fmt: skip
"""What a text says that looks back."""

_CALLS = re.compile(
    r"\b(?:call for (?:papers|proposals|abstracts|projects)"
    r"|voorstel(?:len)? (?:in\s?(?:te )?dien\w*|indienen)|dien (?:je|uw|jouw|een)\b.{0,60}\bin\b"
    r"|indienen van|subsidieaanvra\w+|subsidie aanvragen"
    r"|projectoproep|aanvragen kunnen)",
    re.IGNORECASE,
)  # fmt: skip
_REPORTS = re.compile(
    r"\b(?:het|dit|een|adviezen staan in het) (?:advies|onderzoeks|eind)?rapport\b"
    r"|\bis (?:verschenen|gepubliceerd)\b|\badviesrapport\b",
    re.IGNORECASE,
)

_GROUP = re.compile(
    r"\b(?:werkgroep\w*|leernetwerk\w*|netwerk|netwerken|lerend netwerk"
    r"|community(?: of practice)?|kenniskring\w*|leerkring\w*|kennisnetwerk\w*|expertisenetwerk"
    r"|platform|klankbordgroep\w*"
    r"|adviesraad|intervisiegroep\w*|expertgroep|projectgroep|denktank|vakgroep|commissie"
    r"|leergemeenschap|praktijkgemeenschap|\w+raad|\w+platform|\w+netwerk|gespreksgroep"
    r"|lotgenotengroep|praatgroep|\w+kring)\b",
    re.IGNORECASE,
)  # fmt: skip
"""What people can be in together."""

_JOINING_CUES = any_of(
    r"""
    lid (?:te )?worden
    word lid
    lidmaatschap
    sluit (?:je|u|jullie) (?:bij ons )?aan
    aan te sluiten
    aansluiten bij (?:de|het|ons|onze|dit|deze)
    deelnemen aan (?:het|de|dit|deze) (?:\w*netwerk|werkgroep|community)
    wie doen er mee
    wie doet er mee
    wil je (?:lid|meedoen)
    nieuwe leden
    in het leven geroepen
    leden van (?:de|het) (?:werkgroep|netwerk)
    meld (?:je|u) aan (?:als lid|voor (?:het|de|dit|deze) (?:\w*netwerk|werkgroep|community))
    (?:doe|denk) mee (?:met|in|aan) (?:de|het|deze|dit|onze|ons) (?:nieuwe )?(?:\w*netwerk|\w*groep|community)
    maak deel uit
    mee ?draaien
    kom(?:en)? (?:we |zij )?(?:\w+ ){0,3}(?:keer|maal) per jaar
    aanmelden voor (?:het|de) (?:\w*netwerk|werkgroep|community)
    """
)
_JOINING = re.compile(rf"\b{_JOINING_CUES}", re.IGNORECASE)
"""What a text says that one can join."""

_HELD = re.compile(
    r"\b(?:\w*bijeenkomst\w*|\w*congres\w*|\w*symposium|\w*conferentie|\w*dag|\w*avond|\w*middag"
    r"|\w*ochtend|webinar\w*|workshop\w*|lezing\w*|training\w*|cursus\w*|\w*sessie\w*"
    r"|masterclass\w*"
    r"|\w*vergadering\w*|festival|beurs|debat\w*|kick-?off|opleiding\w*|\w*café|college"
    r"|excursie\w*|studiereis|\w*overleg|\w*markt|\w*uur|bijscholing|nascholing|vorming\w*"
    r"|infomoment|rondleiding|themaweek|leergang|\w*toer|\w*tafel|meet-?up\w*|week)\b",
    re.IGNORECASE,
)  # fmt: skip
"""What takes place at a time."""

_SEVERAL_DAYS = re.compile(
    r"\b(?:\w*congres\w*|\w*conferentie\w*|\w*reis|tweedaags\w*|driedaags\w*|meerdaags\w*"
    r"|festival|beurs|\w*kamp|\w*weekend\w*|summit|zomerschool|\w*tweedaagse|retraite)\b",
    re.IGNORECASE,
)
"""What lasts several days and stays one meeting."""

_MANY = re.compile(
    r"\b(?:sessiereeks|reeks|cyclus|leergang|lezingenreeks|webinarreeks|cursusreeks|meet-?ups"
    r"|webinars|lezingen|bijeenkomsten|avonden|themabijeenkomsten|tournee|roadshow)\b",
    re.IGNORECASE,
)
"""Words of a title for several meetings."""

_NEXT = re.compile(r"\bvolgende (?:bijeenkomst|editie|keer|avond|dag|sessie)\b", re.IGNORECASE)
"""How a text that looks back mentions what comes next."""

_BEGIN = 900  # characters in which a text says what it is


def kind(page: Page, title: str | None, sessions: Sequence[Session], mentions: Mentions) -> Kind:
    """Return what is announced."""
    name = title or ""
    if _is_document(page, name, sessions, mentions):
        return Kind.DOCUMENT
    days = {one.start.date() if isinstance(one.start, datetime) else one.start for one in sessions}
    if len(days) > 1:
        return Kind.EVENT if _one_of_several_days(page, name, sorted(days)) else Kind.SERIES
    if _is_group(page, name, sessions):
        return Kind.GROUP
    if _MANY.search(name) and (sessions or _HELD.search(name)):
        return Kind.SERIES
    if sessions or _HELD.search(name) or _named(mentions) or any(page.announced(Meaning.WHEN)):
        return Kind.EVENT
    if _HELD.search(page.text[:_BEGIN]) and any(page.announced(Meaning.SIGNUP, Meaning.COST, Meaning.WHERE)):
        return Kind.EVENT
    return Kind.DOCUMENT


def _named(mentions: Mentions) -> bool:
    """Whether a day of a meeting is named, be it without a year."""
    return any(one.role is Role.SESSION for one in mentions.days)


def _is_document(page: Page, title: str, sessions: Sequence[Session], mentions: Mentions) -> bool:
    if not sessions and _JOINING.search(page.text[:6000]) and _GROUP.search(page.text[:_BEGIN]):
        return False
    begin = page.text[:_BEGIN]
    past = sum(one.role is Role.PAST for one in mentions.days)
    looks_back = _LOOKS_BACK.search(begin) is not None or past > 0
    if _CALLS.search(begin) and (_DOCUMENT_TITLE.search(title) or not sessions):
        return True
    if _DOCUMENT_TITLE.search(title) and not any(page.announced(Meaning.WHEN, Meaning.TIME)):
        return looks_back or not sessions or not _HELD.search(title)
    if not sessions:
        return (looks_back and not _named(mentions) and not _GROUP.search(title)) or (
            _REPORTS.search(begin) is not None and not _GROUP.search(title) and not _HELD.search(title)
        )
    if _LOOKS_BACK.search(begin) is None or any(page.announced(Meaning.WHEN, Meaning.TIME)):
        return False
    return past > 0 or all(_NEXT.search(page.sentence_at(one.at[0]).text) for one in sessions)


def _is_group(page: Page, title: str, sessions: Sequence[Session]) -> bool:
    named = _GROUP.search(title) is not None
    joining = _JOINING.search(page.text[:6000]) is not None
    if sessions:
        return named and joining and _HELD.search(title) is None and not _announced_day(page)
    if _HELD.search(title) and not named:
        return False
    often = len(_GROUP.findall(page.text[:6000])) > 1
    return joining if often and not named else named


def _announced_day(page: Page) -> bool:
    return any(page.announced(Meaning.WHEN, Meaning.TIME))


def _one_of_several_days(page: Page, title: str, days: Sequence[date]) -> bool:
    """Whether the days follow each other and are those of one congress or trip."""
    following = (days[-1] - days[0]).days <= len(days)
    headings = " ".join([title, *_headings(page)])
    return following and _SEVERAL_DAYS.search(headings) is not None


def _headings(page: Page) -> Iterator[str]:
    return (
        block.text for block in page.blocks[:4] if block.role is BlockRole.HEADING or block is page.blocks[0]
    )
