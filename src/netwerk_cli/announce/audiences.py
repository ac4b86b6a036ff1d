"""For whom it is: what a label says, or the people that a sentence calls to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.lists import Piece, pieces
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.word_tables import any_of

_PEOPLE = re.compile(
    r"\b\w*(?:ers|aars|eurs?|isten|ieven|agogen|logen|ouders|leden|leerkrachten|docenten|studenten"
    r"|assistenten|consulenten|cliënten|patiënten|jongeren|kinderen|bestuurders|ambtenaren"
    r"|leraren|mensen|personen|collega['’]?s|professionals"
    r"|coaches|artsen|managers|coördinatoren|gemeenten|gemeentes|scholen|organisaties"
    r"|instellingen|verenigingen|bedrijven|besturen|begeleiders|raadsleden|burgers|vrijwilligers"
    r"|belangstellenden|geïnteresseerden|betrokkenen"
    r"|iedereen|gezinnen|senioren|ondernemers|partners|adviseurs|directies|directeuren"
    r"|verpleegkundigen|deskundigen|verantwoordelijken|werkenden|zelfstandigen|leerlingen"
    r"|mantelzorgers|opvoeders|grootouders|raad|politici|inwoners"
    r"|bewoners|buren|starters|experten|experts|ib['’]?ers|clb['’]?s|ocmw['’]?s"
    r"|samenwerkingsverbanden|koepels|diensten|netwerken|schoolteams|teams|schepenen|wethouders"
    r"|juristen|onderzoekers|academici|medewerkers|lokale besturen"
    r"|zorgverleners|hulpverleners|aanbieders|kandidaten|peuters|kleuters|tieners|pubers|vaders"
    r"|moeders|pleegouders|papa['’]s|mama['’]s|baby['’]s|vertegenwoordigers|sector|team|werkveld"
    r"|onderwijs|zorg|nieuwsgierigen|liefhebbers|journalisten|specialisten|kennissen|publiek)\b",
    re.IGNORECASE,
)  # fmt: skip
"""What people and the organisations they come from are called."""

_FIT = any_of(
    """
    bedoeld
    bestemd
    interessant
    geschikt
    toegankelijk
    relevant
    nuttig
    waardevol
    leerzaam
    speciaal
    uitsluitend
    exclusief
    gemaakt
    ontwikkeld
    in het leven geroepen
    opgezet
    open
    een aanrader
    een must
    door en
    """
)
"""What stands before `voor` and those it is for, one a line."""

_INTENDED = re.compile(
    rf"\b{_FIT}\s+(?:is\s+)?voor\s+(?P<who>[^\n]{{3,600}})"
    r"|\b(?:is|zijn|richt\w*)\b[^.\n]{0,60}?\b(?:gericht|richt zich|zich)\s+(?:vooral\s"
    r"|met name\s|specifiek\s|ook\s)?(?:op|tot)\s+(?P<aimed>[^\n]{3,600})"
    r"|^[^.\n]{3,60}?\s(?:is|zijn|was)\s(?:er\s)?(?:vooral\s|ook\s)?voor\s+(?P<meant>[^\n]{3,600})"
    r"|\b(?:gericht|richt zich)\s+(?:vooral\s|met name\s|specifiek\s)?(?:op"
    r"|tot)\s+(?P<directed>[^\n]{3,600})",
    re.IGNORECASE,
)  # fmt: skip
"""What a sentence says that names for whom it is."""

_HELD_FOR = re.compile(
    r"\b\w*(?:bijeenkomst(?:en)?|avond(?:en)?|middag|ochtend|dag|dagen|sessies?|training(?:en)?"
    r"|cursus(?:sen)?|workshops?|webinars?|congres|symposium|studiedag|netwerk|werkgroep"
    r"|platform|lezing(?:en)?|overleg|vorming|café|conferentie"
    r"|community|festival|leergang|intervisie|rondleiding|markt)\s+(?:speciaal\s"
    r"|alleen\s)?voor\s+(?P<who>[^\n]{3,400})",
    re.IGNORECASE,
)  # fmt: skip
_WELCOME = re.compile(
    r"^(?:(?:ook|alle|de|het|en)\s+)*(?P<who>[^.:!?\n]{3,300}?)\s+(?:is|zijn|worden"
    r"|wordt)\s+(?:ook\s|allen\s|van harte\s|daarbij\s)*(?:welkom|uitgenodigd|van harte welkom)",
    re.IGNORECASE,
)  # fmt: skip
_INVITED = re.compile(
    r"\b(?:nodig(?:en|t)?|verwelkom\w*|roep\w*)\s+(?:(?:de|het)\s[\w’'-]{2,30}\s(?=alle|iedere|elke))?"
    r"(?P<who>[^\n]{3,300}?)\s+(?:van harte\s|graag\s)?(?:uit|op|om)\b",
    re.IGNORECASE,
)
_BROUGHT_TOGETHER = re.compile(
    r"\b(?:brengt|brengen|verenigt|verenigen|verbindt|verbinden)\s+"
    r"(?P<who>[^\n]{3,300}?)\s+(?:samen|bij elkaar|bijeen|met elkaar)\b",
    re.IGNORECASE,
)
_UNITED = re.compile(r"\b(?:verenigt|verenigen)\s+(?P<who>[^\n]{3,300})", re.IGNORECASE)
_MAY_COME = re.compile(
    r"^(?P<who>[^.:!?\n]{3,300}?)\s+(?:kunnen|kan|mogen|mag)\s+(?:zich\s|er\s|ook\s|gratis\s|kosteloos\s){0,3}"
    r"(?:deelnemen|meedoen|aansluiten|terecht|inschrijven|aanmelden)\b",
    re.IGNORECASE,
)
_LOOKED_FOR = re.compile(
    r"\b(?:op zoek naar|zoeken (?:we|wij)|(?:we|wij) zoeken)\s+(?:nog\s)?(?P<who>[^\n]{3,300}?)"
    r"\s+die\s[^.\n]{0,80}\b(?:(?:mee|mede)\s?(?:doen|denken|praten|werken|bouwen)|deelnemen|aansluiten)\b",
    re.IGNORECASE,
)
"""Whom a group looks for that people take part in: not its speakers, nor who hands out the coffee."""

_WELCOME_FIRST = re.compile(r"\bwelkom (?:zijn|is)\s+(?P<who>[^\n]{3,300})", re.IGNORECASE)
_FOR_ALONE = re.compile(
    r"^(?:(?:speciaal|uitsluitend|alleen)\s)?voor\s+(?P<who>[^.:!?\n]{3,200})[.!]?$", re.IGNORECASE
)
_ASKED = re.compile(
    r"^(?:ben|bent|werk|werkt)\s+(?:je|u|jij)\s+(?:een\s|als\s)?(?P<who>[^?\n]{3,200})\?", re.IGNORECASE
)

_OPENING = re.compile(
    r"^(?:(?:deze|dit|de|het|onze)\s+[\w\s'’-]{1,60}?\s+(?:is|zijn|richt zich"
    r"|staat open)\s+)?(?:(?:vooral|in de eerste plaats|speciaal|specifiek|primair|uitsluitend"
    r"|ook)\s+)*(?:bedoeld\s|bestemd\s|gericht\s|interessant\s|open\s)?(?:voor|op|tot"
    r"|aan)\s+(?:zowel\s)?",
    re.IGNORECASE,
)  # fmt: skip
_STOP = re.compile(
    r"\s+(?:zijn|is|worden|wordt|kunnen|kan|mogen|om (?:te|hen|samen|van)|op (?:\d|maandag"
    r"|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|in (?:de (?:provincie"
    r"|regio) )?[A-Z]\w+$|waar(?:in|onder|bij|mee|op|van)\b|die\b|dat\b|vindt|vinden|wie\b"
    r"|over\b|aan te\b|zodat|maar\b|organise\w+|houd\w*|met als|meer te|georganiseerd|"
    r"met (?:interesse|belangstelling|vragen|een hart))|[:;!?]|\.\s|\.$|[ \t][–-]\s"
    r"|\bals het gaat\b|\bals u\b",
)  # fmt: skip
_ANYBODY = re.compile(
    r"(?:al wie|ieder(?:een)?|wie|alle mensen|mensen)\s(?:die|met|wie)\s[^.:;!?\n]{3,80}?"
    r"(?=[.:;!?]|$|\s(?:is|zijn)\s(?:van harte\s)?(?:welkom|uitgenodigd))",
    re.IGNORECASE,
)
"""Somebody who is only named by what is said of them: all of it names them."""

_WITH = re.compile(r",\s*waaronder\b.{0,200}?(?=\sen hun\b|$)", re.IGNORECASE)
_MOST, _LONGEST = 25, 110

_LAST_TRIED = (_BROUGHT_TOGETHER, _UNITED, _MAY_COME, _LOOKED_FOR, _ASKED)


def audiences(page: Page) -> tuple[Found[str], ...]:
    """Return the groups that a text calls, each as it names them."""
    labelled = [one for one in page.announced(Meaning.WHO) if one.text]
    for one in labelled:
        text = page.text[one.start : one.end]
        match = _INTENDED.search(_first_sentence(text))
        name = _said(match) if match else ""
        start = match.start(name) if match else 0
        found = tuple(_groups(text[start:], one.start + start, labelled=True))
        if found:
            return found
    for pattern in (_INTENDED, _INVITED, _FOR_ALONE, _HELD_FOR, _WELCOME, _WELCOME_FIRST, *_LAST_TRIED):
        for sentence in page.sentences:
            match = pattern.search(sentence.text[:1200])
            if match is None:
                continue
            name = _said(match)
            found = tuple(_groups(match[name], sentence.start + match.start(name), labelled=False))
            if found:
                return found
    return ()


def _said(match: re.Match[str]) -> str:
    """Return the name of the group of a pattern that matched."""
    return next(name for name, said in match.groupdict().items() if said)


def _groups(text: str, start: int, *, labelled: bool) -> Iterator[Found[str]]:
    """Yield the groups that are enumerated; outside a label only what people are called."""
    text = _first_sentence(text)
    opening = _OPENING.match(text)
    begin = opening.end() if opening else 0
    rest = _WITH.sub("", text[begin:])
    anybody = None if labelled else _ANYBODY.match(rest)
    if anybody:
        yield Found(anybody[0].strip(" ,"), start + begin, start + begin + anybody.end())
        if rest[anybody.end() : anybody.end() + 2] == ": ":  # iedereen die schrijft: dichters, journalisten
            begin += anybody.end() + 2
            yield from _groups(text[begin:], start + begin, labelled=False)
        return
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    found = [piece for piece in pieces(rest) if len(piece.text) <= _LONGEST][:_MOST]
    if not labelled and not (found and _PEOPLE.search(found[0].text)):
        return
    for piece in found:
        if _says_somebody(piece):
            yield Found(piece.text, start + begin + piece.start, start + begin + piece.end)


def _says_somebody(piece: Piece) -> bool:
    """Whether a piece names somebody, and not you, us or everything else."""
    folded = piece.text.casefold()
    return len(folded) > 1 and folded not in {
        "je",
        "u",
        "jou",
        "jullie",
        "ons",
        "hen",
        "ook",
        "meer",
        "anderen",
        "dit",
        "deze",
    }


def _first_sentence(text: str) -> str:
    """Return the first sentence of a paragraph, or all lines of a list."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(len(line) < _LONGEST for line in lines):
        return text
    said = lines[0] if lines else ""
    end = re.search(r"(?<![.\s][A-Za-z])\.\s+(?=[A-Z])", said)
    return said[: end.start() + 1] if end else said
