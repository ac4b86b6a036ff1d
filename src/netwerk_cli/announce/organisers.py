"""Who organises it: what a label says, or the subject of a sentence about organising."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.lists import Piece, pieces
from netwerk_cli.announce.page import Page, Span
from netwerk_cli.announce.word_tables import any_of, word_table

_ORGANISATION = (
    r"(?:vereniging|stichting|werkgroep|gemeente|provincie|netwerk|samenwerkingsverband"
    r"|federatie|ministerie|departement|hogeschool|universiteit|instituut|bibliotheek|vzw|raad"
    r"|jongerenraad|adviesraad|platform|dienst|bond|koepel|unie|centrum"
    r"|kenniscentrum|expertisecentrum|afdeling|vakgroep|commissie|projectgroep|omroep|stad"
    r"|school|scholengroep|bureau|lectoraat|academie|coalitie|alliantie|huis|team|faculteit"
    r"|sectie|kring|genootschap|agentschap|consortium|steunpunt)"
)
"""What organisations call themselves, in small letters before a name or on their own."""

_NAMED = re.compile(
    rf"[A-ZÀ-Þ]{{2,}}|\b\w*{_ORGANISATION}\w*\b|(?<=\s)[A-ZÀ-Þ][\w’'-]+|^[A-ZÀ-Þ][\w’'-]+", re.UNICODE
)
_ONE = (
    r"(?:organiseert|houdt|verzorgt|presenteert|geeft|start|belegt|biedt|lanceert|ontvangt"
    r"|vergadert|kondigt|viert|opent|ondersteunt)"
)
_SEVERAL = (
    r"(?:organiseren|houden|verzorgen|presenteren|geven|starten|beleggen|bieden|lanceren"
    r"|ontvangen|vergaderen|vieren)"
)
_SURE_ONE, _SURE_SEVERAL = r"(?:organiseert|houdt|belegt|nodigt)", r"(?:organiseren|houden|beleggen|nodigen)"
_MEETING = (
    r"\b(?:\w*bijeenkomst\w*|\w*avond\w*|\w*middag\w*|\w*dag|\w*dagen|\w*sessie\w*"
    r"|\w*training\w*|\w*cursus\w*|\w*workshop\w*|webinar\w*|\w*congres\w*|\w*symposium"
    r"|\w*conferentie\w*|lezing\w*|debat\w*|\w*vorming\w*|\w*overleg|festival|\w*markt|kick-?off"
    r"|masterclass\w*|\w*college\w*|\w*café|\w*reeks|excursie\w*|\w*reis|\w*gesprek\w*"
    r"|rondleiding\w*|uit\b)"
)
_GROUP = r"\b(?:\w*groep|\w*netwerk|\w*platform|community|\w*kring)\b"

_BY_CUES = any_of(
    r"""
    georganiseerd (?:door|vanuit)
    verzorgd door
    een (?:gezamenlijk |nieuw |lokaal |gemeenschappelijk )?initiatief van
    een organisatie van
    op initiatief van
    in opdracht van en door
    aangeboden door
    organisatie door
    organisatie (?:is|ligt|berust) (?:in handen van|bij)
    (?:op|in)gezet door
    op poten gezet door
    getrokken door
    gecoördineerd door
    gefaciliteerd door
    een samenwerking (?:van|tussen)
    een samenwerkingsverband (?:van|tussen)
    """
)
"""What stands before whoever organises it, one a line."""

_BY = re.compile(rf"\b{_BY_CUES}\s+(?P<who>[^\n]{{2,240}})", re.IGNORECASE)
_HANDS = r"de handen (?:in elkaar|ineen|samen|in één)"
_HAND_IN_HAND = re.compile(
    rf"\b(?:slaan|steken)\s(?P<who>(?!de handen)[^\n:;]{{3,200}}?)\s{_HANDS}"
    rf"|^(?P<before>[^\n:;]{{3,200}}?)\s(?:slaan|steken)\s{_HANDS}",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    rf"\b(?P<verb>organiseert|organiseren|houdt|houden)\s+(?P<who>[^\n:;]{{2,200}}?)\s+(?=(?:een"
    rf"|de|het|deze|dit|twee|drie|vier|vijf|haar|zijn|hun|dan|weer|opnieuw|jaarlijks|daarom"
    rf"|voor de)\s"
    rf"(?:(?!(?:een|de|het)\s)[\w’'-]+\s){{0,3}}?{_MEETING})",
    re.IGNORECASE,
)  # fmt: skip
_SUBJECT = re.compile(
    rf"^(?:(?:namens|samen met|ook|met|vanuit"
    rf"|dit jaar)\s)?(?P<who>[^:;!?\n]{{2,160}}?)\s+(?P<verb>{_ONE}|{_SEVERAL}|nodigt"
    rf"|nodigen)\b(?P<rest>[^\n]{{0,300}})",
    re.IGNORECASE,
)  # fmt: skip
_MEETS = re.compile(
    r"\b(?:bijeen|samen|bij elkaar)\s?kom\w*|\bkom\w*\b[^.]{0,80}\b(?:bijeen|samen|bij elkaar)\b"
    r"|\bvergader\w*|\bontmoet\w*",
    re.IGNORECASE,
)
"""What a group does that meets."""

_ORGANISES_ALONE = re.compile(r"^(?P<who>[A-ZÀ-Þ][\w’'&.-]+(?:\s[A-ZÀ-Þ][\w’'&.-]+){0,4})\s+organiseert\b")

_WITH_OTHERS = re.compile(
    rf"^\s+(?:dit jaar\s|op [^,]{{4,40}}?\s)?(?:in samenwerking met|samen met|i\.?s\.?m\.?"
    rf"|met)\s+(?P<who>[^\n:;]{{2,160}}?)\s+(?=(?:een|de|het|op|in|deze|dit|voor|twee|drie|vier"
    rf"|haar|hun|opnieuw|weer|dan)\s(?:(?!(?:een|de|het)\s)[\w’'-]+\s){{0,3}}?(?:{_MEETING}|\d))",
    re.IGNORECASE,
)
_WITH_OTHERS_AFTER = re.compile(
    r"\s(?:in samenwerking met|i\.s\.m\.)\s+(?P<who>[^\n:;.]{2,160})\.?$", re.IGNORECASE
)
"""Those with whom it is organised, where they end the sentence."""

_WORD_OF_NAME = rf"(?:[A-ZÀ-Þ(][\w’'&.()-]*|{_ORGANISATION}|van|voor|de|het|der|den|en|&|te|tegen|in|'t)"
_ACTING = re.compile(
    rf"^(?P<who>(?:De\s|Het\s)?(?:{_WORD_OF_NAME},?\s){{1,14}})(?P<verb>[a-z]{{3,20}}(?:t|en|de|te))\s"
)
_PRONOUNS = word_table(
    "we wij ik jij je u ze zij hij jullie iedereen men dit deze dat hier wie er wat daarom"
)
_TRIM_BEFORE = re.compile(r"^(?:(?:de|het|onze|ons|een)\s+)", re.IGNORECASE)
_TRIM_AFTER = re.compile(
    r"\s+(?:dan|weer|ook|opnieuw|jaarlijks|regelmatig|samen|dit (?:jaar|najaar|voorjaar)|op|in"
    r"|daarom|hiervoor|speciaal|graag|u|je|jullie)$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\s*,?\s*\b(?:in samenwerking met|samen met|i\.?s\.?m\.?|met medewerking van|met steun van"
    r"|in opdracht van)\s+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?:\.\s|\.$|[;!?]|\s(?:die|dat|waar|om|op|in het kader|tijdens|ter gelegenheid"
    r"|naar aanleiding|vanuit het|met als|wordt|worden|is|zijn|en (?:is|wordt|vindt|richt)"
    r"|voor)\s|\s-\s|\s–\s)"
)
_DATE_LIKE = re.compile(r"\d")
_LONGEST, _MOST_WORDS = 110, 14


Names = tuple[Found[str], ...]


def organisers(page: Page, near: Collection[int]) -> tuple[Found[str], ...]:
    """Return who organises it, each as the text names it; speakers, sponsors and the page's owner are none.

    `near` is where the sentences begin that name a day of the meeting: whoever does something then is taken for it.
    """
    for way in (_labelled(page), _of_sentences(page, _by), _of_sentences(page, _subject)):
        if found := next(way, None):
            return found
    acting = (found for one in page.sentences if one.start in near and (found := tuple(_acting(one))))
    return next(acting, None) or next(_of_sentences(page, _meeting), ())


def _labelled(page: Page) -> Iterator[Names]:
    for labelled in page.announced(Meaning.ORGANISER):
        text = page.text[labelled.start : labelled.end]
        if found := tuple(_names(text, labelled.start, several=True, labelled=True)):
            yield found


def _of_sentences(page: Page, rule: Callable[[Span], Iterator[Found[str]]]) -> Iterator[Names]:
    """Yield what a rule finds in each sentence that it finds something in."""
    return (found for sentence in page.sentences if (found := tuple(rule(sentence))))


def _meeting(sentence: Span) -> Iterator[Found[str]]:
    """Yield the group that a sentence begins with, where it says that it meets."""
    return _acting(sentence) if _MEETS.search(sentence.text[:400]) else iter(())


def _by(sentence: Span) -> Iterator[Found[str]]:
    match = _BY.search(sentence.text[:1200]) or _HAND_IN_HAND.search(sentence.text[:1200])
    if match:
        group = match.lastgroup or "who"
        stop = _STOP.search(match[group])
        who = match[group][: stop.start()] if stop else match[group]
        yield from _names(who, sentence.start + match.start(group), several=True)


def _subject(sentence: Span) -> Iterator[Found[str]]:
    """Yield the subject of a verb of organising: before it, or behind it where something else comes first."""
    text = sentence.text[:600]
    subject = _SUBJECT.match(text)
    if subject and _organises(subject):
        several = re.fullmatch(rf"{_SEVERAL}|nodigen", subject["verb"], re.IGNORECASE) is not None
        found = list(_names(subject["who"], sentence.start + subject.start("who"), several=several))
        if found:
            yield from found
            together = _WITH_OTHERS.match(subject["rest"]) or _WITH_OTHERS_AFTER.search(subject["rest"])
            if together:
                at = sentence.start + subject.start("rest") + together.start("who")
                yield from _names(together["who"], at, several=True)
            return
    inverted = _INVERTED.search(text)
    if inverted:
        several = inverted["verb"].casefold().endswith("en")
        yield from _names(inverted["who"], sentence.start + inverted.start("who"), several=several)
        return
    for alone in _ORGANISES_ALONE.finditer(text):
        yield from _names(alone["who"], sentence.start, several=False)


def _acting(sentence: Span) -> Iterator[Found[str]]:
    """Yield the organisations that a sentence begins with, whatever it is that they do."""
    match = _ACTING.match(sentence.text[:400])
    named = match is not None and re.search("[A-ZÀ-Þ]", _TRIM_BEFORE.sub("", match["who"])) is not None
    if match and named and re.search(rf"(?i:\b{_ORGANISATION}\b)|[A-Z]{{2,}}", match["who"]):
        several = match["verb"].endswith("en")
        yield from _names(match["who"], sentence.start + match.start("who"), several=several)


_ANOTHER_VERB = re.compile(
    r"\b(?:bestaat|bestaan|heeft|hebben|is|zijn)\b|\ben$|^(?:om|op|in|na|tijdens|voor|bij|door|als)\s",
    re.IGNORECASE,
)
"""What a subject does not hold: a verb before the one it was read up to, a small word before all."""


def _organises(match: re.Match[str]) -> bool:
    """Whether a sentence is about organising a meeting, and not about something else that is given or started."""
    if _DATE_LIKE.search(match["who"]) or len(match["who"].split()) > _MOST_WORDS:
        return False
    if re.search(r"\b(?:om|te|en te|kan|kunnen|zich|wil|willen|gaan|gaat)\s*(?:\w+\s)?$", match["who"]):
        return False  # an infinitive: its subject did something else
    if _ANOTHER_VERB.search(match["who"]):
        return False
    if re.fullmatch(r"organis\w+", match["verb"], re.IGNORECASE):
        return True
    if re.match(r"start|lanceer", match["verb"], re.IGNORECASE) and re.search(
        _GROUP, match["rest"], re.IGNORECASE
    ):
        return True
    return re.search(_MEETING, match["rest"], re.IGNORECASE) is not None


def _names(text: str, start: int, *, several: bool, labelled: bool = False) -> Iterator[Found[str]]:
    """Yield the organisations of an enumeration; `en` parts them only where the verb says that they are several."""
    place = 0
    for part in [*_TOGETHER.split(text)]:
        at = text.index(part, place)
        place = at + len(part)
        for piece in pieces(part, apart=several) if several or labelled else (Piece(part, 0, len(part)),):
            said = _TRIM_AFTER.sub("", _TRIM_BEFORE.sub("", piece.text)).strip(" ,.")
            first = said.split()[0].casefold() if said.split() else ""
            if not said or first in _PRONOUNS or len(said) > _LONGEST or _DATE_LIKE.match(said):
                continue
            if labelled or _NAMED.search(piece.text):
                yield Found(said, start + at + piece.start, start + at + piece.end)
