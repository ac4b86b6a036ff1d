"""Where something takes place: what a label says, or the venue and town that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netwerk_cli.announce import towns
from netwerk_cli.announce.facts import Found, Session
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.page import Page, Span
from netwerk_cli.announce.word_tables import word_table
from netwerk_cli.dates import DUTCH

ONLINE = "Online"

_VENUE = (
    r"(?:huis|zaal|centrum|school|kerk|theater|stadion|hotel|kasteel|museum|bibliotheek|bieb"
    r"|campus|kantoor|gebouw|hal|hallen|hoeve|hof|klooster|abdij|paviljoen|aula|restaurant|café"
    r"|fabriek|park|plein"
    r"|universiteit|hogeschool|college|kazerne|molen|loods|schouwburg|landgoed|villa|jaarbeurs"
    r"|boerderij|straat|laan|weg|kade|gracht|steenweg|lei|dreef|singel|raadzaal|studio|buurtwerk"
    r"|atelier|arena|toren|lyceum|kapel|station|refter|polyvalente zaal|foyer|beurs)"
)
"""What the name of a venue or street ends in, or begins with."""

_PLAIN_VENUES = re.compile(
    r"\b(?:gemeentehuis|stadhuis|stadskantoor|raadszaal|raadzaal|bibliotheek|dorpshuis|buurthuis"
    r"|wijkcentrum|provinciehuis|cultuurcentrum|gemeenschapscentrum|dienstencentrum|kerkzaal"
    r"|parochiezaal|jeugdhuis|schouwburg|kantine|aula"
    r"|stadspark|raadhuis|gymzaal|refter|foyer|theaterzaal|wijkgebouw|buurtcentrum"
    r"|congrescentrum|vergaderzaal|hoofdgebouw)\b"
)
"""Venues that need no name of their own."""

_VENUE_WORD = re.compile(rf"\b\w*{_VENUE}\b", re.IGNORECASE)
_MONTHS = "|".join(DUTCH.months)
_CAPITAL = r"(?:(?:['’‘]t\s)?['’‘]?[A-ZÀ-Þ][\w’'&/-]*(?:\.[\w’'&/-]+)*)"
_LINK = r"(?:van|de|het|den|der|ter|ten|te|’s|'s|'t|’t|aan|op|en|&|voor|in|bij)"
_NUMBER = rf"(?:\d{{1,4}}[a-zA-Z]?\b(?!\s(?:{_MONTHS}|uur))|(?:nummer|nr\.?)\s\d{{1,4}})"
_NAME = rf"{_CAPITAL}(?:\s(?:{_LINK}\s){{0,2}}{_CAPITAL}|\s{_NUMBER}){{0,7}}"
_PLACE = re.compile(
    rf"\b(?P<how>[Ii]n|[Tt]e|[Oo]p|[Bb]ij|[Vv]anuit|[Nn]aar|[Ll]ocatie:?|[Pp]laats:"
    rf"|(?:[Ll]ocatie|[Pp]lek|[Pp]laats) is(?: (?:steeds|telkens|weer|opnieuw|dit jaar|deze keer))?"
    rf"|[Aa]an)\s+(?P<place>(?:(?:het|de|een|onze|ons|hun)\s)?"
    rf"(?:(?:[a-z]+\s){{0,2}}(?={_CAPITAL}))?{_NAME}(?:\s?\([^()\n]{{3,60}}\))?"
    rf"(?:(?:,|\s(?:in|te|aan|op))\s(?:(?:het|de)\s)?(?:{_NAME}|[a-z]*(?:park|plein|centrum"
    rf"|gebouw|huis)\b)){{0,3}})"
)
_PLAIN = re.compile(
    rf"\b(?:in|op|bij|naar)\s+(?P<place>(?:het|de|onze"
    rf"|ons)\s(?:\w+\s)?{_PLAIN_VENUES.pattern[2:-2]}(?:\svan (?:het|de) [a-z]{{4,20}})?(?:\s(?:van|in|te)\s{_NAME})?)"
)
_NO_PLACE = word_table(
    """
    nederland vlaanderen belgië europa brabant limburg friesland nederlands engels frans duits corona
    covid internet facebook linkedin twitter instagram youtube teams zoom week google whatsapp wet pdf
    word excel
    """
) | {*DUTCH.months, *DUTCH.days, *DUTCH.months_short, *DUTCH.days_short}
"""What follows `in` or `op` and is no place to go to."""

_CUE = re.compile(
    r"\b(?:vind\w*\b.{0,80}\bplaats|plaatsvind\w*|locatie|kom\w*\b.{0,60}\b(?:bijeen|samen"
    r"|bij elkaar)|bijeenkom\w*|vergader\w*|te gast|ontvang\w*|kom naar|naar|welkom|treffen"
    r"|verzamel\w*|organise\w+|houd\w*|gaat\b.{0,60}\bdoor"
    r"|doorgaan|plaats in|adres)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a sentence that says where something takes place."""

_ONLINE_ONLY = re.compile(
    r"^\W*(?:online|digitaal|webinar|virtueel|via (?:\w+ )?(?:teams|zoom|een link)|(?:ms "
    r"|microsoft )?teams|zoom|livestream)\b[^\n]{0,40}",
    re.IGNORECASE,
)
_AND_ONLINE = re.compile(
    r"\s*(?:[,/+]|\(|\ben\b|\bof\b|\bén\b|\band\b)\s*(?:ook\s)?(?:online|digitaal|via (?:teams"
    r"|zoom|livestream)|livestream)\b[^\n,]*\)?",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"^\W*(?:volgt|nog (?:te|niet)|n\.?t\.?b|n\.?n\.?b|nader|wordt (?:nog|later|tijdig)|onbekend|tba)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\(?(?:https?://|www\.)\S+|routebeschrijving.*|route\b.*|plan je route.*"
    r"|google maps.*|bekijk.*|kaart\b.*|tel(?:efoon)?\b.*|parkeren.*)$",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:uur|u\.?|h)?\s*(?:[,|–•·]|-\s)\s*(?:(?:te|in|locatie:?|plaats:?)\s)?")
_POSTAL = re.compile(r"\b(?:B-)?[1-9]\d{3}(?:\s?[A-Z]{2})?,?\s+['’A-Z][\w’'-]+")
_LONGEST = 120
_ADDRESS_LINES = 4
_GOOD_ENOUGH = 3


class _Candidate(NamedTuple):
    weight: int
    found: Found[str]


def location(page: Page, sessions: Sequence[Session], *, online: bool) -> Found[str] | None:
    """Return where to go; `Online` where one cannot go anywhere."""
    labelled = next(_labelled(page), None) or next(_behind_a_day(page, sessions), None)
    if labelled is not None:
        said = _said(page, sessions) if towns.town(labelled.value) else None
        return said if said is not None and labelled.value in said.value else labelled
    place = _said(page, sessions) or next(_address(page), None)
    if place is None and online:
        return Found(ONLINE, 0, 0)
    return place


def _labelled(page: Page) -> Iterator[Found[str]]:
    for labelled in page.announced(Meaning.WHERE):
        both = Meaning.WHEN in labelled.meanings
        text = page.text[labelled.start : labelled.end].strip()
        if not text or _UNDECIDED.match(text):
            continue
        if (
            both
            or (len(text) > _LONGEST and not _is_address(text))
            or re.match(r"(?:we|wij|de|het|u|je)\s.*\b(?:vind|kom|is|zijn)\b", text, re.IGNORECASE)
        ):
            yield from _in_sentence(
                Span(
                    labelled.start, labelled.end, page.text[labelled.start : labelled.end].replace("\n", " ")
                ),
                2,
            )
            continue
        if (
            _ONLINE_ONLY.match(text)
            and not _VENUE_WORD.search(text)
            and not any(towns.town(w) for w in re.findall(r"[\w'-]+", text))
        ):
            yield Found(ONLINE, labelled.start, labelled.end)
            continue
        lines = [_TAIL.sub("", line).strip(" ,;•\t") for line in text.split("\n") if line.strip()][
            :_ADDRESS_LINES
        ]
        said = _AND_ONLINE.sub("", ", ".join(line for line in lines if line)).strip(" .,;(")
        said = re.sub(r"^(?:in|te|bij|op)\s+(?=[A-Z]|het |de )", "", said)
        if said:
            yield Found(said, labelled.start, labelled.end)


def _behind_a_day(page: Page, sessions: Sequence[Session]) -> Iterator[Found[str]]:
    """Yield the place behind the day and hours of the only day or list of days: 12 mei, 20 uur, Dorpshuis, Wezep."""
    if len({one.at for one in sessions}) != 1:
        return
    sentence = page.sentence_at(sessions[0].at[0])
    begin = sessions[0].at[1]
    end = sentence.start + len(sentence.text)
    rest = page.text[begin:end].split("\n")[0]
    lead = _APART.match(rest)
    if lead is None or len(rest) > _LONGEST:
        return
    said = rest[lead.end() :].strip(" .;)|")
    if (
        _weight(said) > 1
        and said[:1].isupper()
        and not re.search(r"\b(?:is|zijn|wordt|vindt|met|over)\b", said)
    ):
        yield Found(said, begin + lead.end(), begin + len(rest))


def _address(page: Page) -> Iterator[Found[str]]:
    """Yield the lines above and with a postal code: those of an address."""
    for number, block in enumerate(page.blocks):
        if not _POSTAL.search(block.text) or len(block.text) > 90 or block.labels:
            continue
        first = number
        while first and number - first < 3 and _right_below(page, first):
            first -= 1
        lines = page.blocks[first : number + 1]
        if len(lines) > 1 or "," in block.text:
            yield Found(", ".join(line.text.strip(" ,") for line in lines), lines[0].start, lines[-1].end)


_SAYS_WHERE = ("locatie", "plaats", "plek")
_HELD_IN = re.compile(
    r"(?:gast|(?:[a-z]+\s)?[a-z]*(?:avond|middag|ochtend|dag|bijeenkomst|sessie|congres|symposium|webinar|overleg"
    r"|conferentie|workshop|lezing|beurs|markt))\s(?:in|bij|te|op)\s(?:het\s|de\s)?"
)
"""What is held, before where it is held: the second alone is a place."""

_WHEN = re.compile(
    rf"\d[:.u]\d\d|\b\d{{1,2}}[/-]\d{{1,2}}[/-]\d\d|\d\s(?:{_MONTHS}|uur|u\.?)\b", re.IGNORECASE
)
"""What a line above an address says that is none: a day, an hour."""


def _right_below(page: Page, number: int) -> bool:
    above, here = page.blocks[number - 1], page.blocks[number]
    gap = page.text[above.end : here.start]
    return (
        gap.count("\n") == 1
        and len(above.text) < 70
        and not above.labels
        and not _WHEN.search(above.text)
        and not above.text.endswith((".", ":"))
    )


def _is_address(text: str) -> bool:
    return re.search(r"\b\d{4}(?:\s?[A-Z]{2})?\b", text) is not None and len(text) < 2 * _LONGEST


def _said(page: Page, sessions: Sequence[Session]) -> Found[str] | None:
    """Return the best place that a sentence names: near a meeting, with a cue, a venue or a town."""
    candidates: list[_Candidate] = []
    near = {page.sentence_at(one.at[0]).start for one in sessions}
    for number, sentence in enumerate(page.sentences):
        weight = 2 * (sentence.start in near or number < 2) + (_CUE.search(sentence.text[:500]) is not None)
        for found in _in_sentence(sentence, weight, least=_GOOD_ENOUGH):
            candidates.append(_Candidate(_weight(found.value) + weight, found))
            break
        if number > 400:
            break
    best = max(candidates, key=lambda one: one.weight, default=None)
    return best.found if best else None


def _in_sentence(sentence: Span, weight: int, *, least: int = 2) -> Iterator[Found[str]]:
    """Yield the places of a sentence, the likeliest first."""
    found = []
    for pattern in (_PLACE, _PLAIN):
        for match in pattern.finditer(sentence.text[:1500]):
            said = _trimmed(match["place"])
            if said is None:
                continue
            likely = (
                _weight(said)
                + weight
                + 2 * match.groupdict().get("how", "").casefold().startswith(_SAYS_WHERE)
            )
            start = sentence.start + match.start("place")
            if likely >= least and (
                _weight(said) > 0
                or (weight > 1 and match.groupdict().get("how", "").casefold().startswith(_SAYS_WHERE))
            ):
                found.append((likely, Found(said, start, start + len(match["place"]), likely > _GOOD_ENOUGH)))
    yield from (one for _, one in sorted(found, key=lambda pair: -pair[0]))


def _trimmed(said: str) -> str | None:
    said = re.sub(r"^(?:het|de|een|onze|ons|hun)\s+", "", said.strip(" ,.;"))
    said = _HELD_IN.sub("", said, count=1) if _HELD_IN.match(said) else said
    first = re.findall(r"[\w’'-]+", said)
    if (
        not first
        or (len(first) == 1 and re.fullmatch(_VENUE, first[0], re.IGNORECASE))
        or first[0].casefold() in _NO_PLACE
        or (len(first) > 1 and first[0].islower() and first[1].casefold() in _NO_PLACE)
    ):
        return None
    return " ".join(said.split())


def _weight(said: str) -> int:
    """Return how much the words themselves speak for a place."""
    words = re.findall(r"[\w’'-]+", said)
    town = any(towns.town(word) for word in words) or any(name in said.casefold() for name in towns.TWO_WORDS)
    street = re.search(r"\b\w+(?:straat|laan|weg|plein|kade|gracht|singel|dreef|lei)\s\d", said) is not None
    return 2 * town + 2 * (_VENUE_WORD.search(said) is not None) + street
