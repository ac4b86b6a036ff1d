"""What is announced is called: the first heading that is no page furniture, without the date before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.furniture import is_crumbs, is_salutation
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.mentions import Mentions
from netwerk_cli.announce.page import Block, Page, Role

_TOP = 8  # blocks among which a title is looked for
_LONGEST = 160
_BODY = 200  # characters of a paragraph: below it is no title
_REPEATED_IN = 3  # blocks below a title that may say it again, and better

_GENERIC = re.compile(
    r"(?:uitnodiging|aankondiging|save the date|nieuwsbrief|persbericht|nieuws|agenda|activiteit"
    r"|evenement|bericht|welkom|programma"
    r"|inschrijving|vooraankondiging|actueel|beste \w+)[!:.]*",
    re.IGNORECASE,
)  # fmt: skip
"""What stands above a title and is none."""

_ABOVE = re.compile(
    r"(?:studie|netwerk|vormings|inspiratie|thema)?(?:dag|avond|middag|voormiddag|namiddag)|symposium|congres"
    r"|conferentie|webinar|workshop|lezing|seminarie|masterclass|training|cursus|infosessie|infoavond|oproep"
    r"|(?:gemeente|stad|provincie|stichting|vzw|ggd)\s[\w-]{3,30}(?:\s[\w-]{3,30})?"
    r"|\S.{1,70}\snodig(?:t|en)(?:\s(?:u|je|jou|jullie))?(?:\svan harte)?\suit(?:\svoor)?",
    re.IGNORECASE,
)
"""What stands above a title: the kind of meeting, whose page it is, who invites. A title where nothing else is one."""

_SECTION = re.compile(
    r"(?:agenda|nieuws|actueel|activiteiten?|evenementen?|kalender|nieuwsbericht|persbericht"
    r"|home|uitnodiging|save the date|aankondiging)"
    r"\s?(?:[-–:|»>]|\s/)\s?(?=\S)",
    re.IGNORECASE,
)  # fmt: skip
"""The name of a section in front of a title."""

_DOCUMENT = re.compile(
    r"\b(?:rapport|adviesrapport|handreiking|notitie|onderzoeksrapport|brochure|publicatie"
    r"|verslag|advies|leidraad|gids|brief)\s+"
    r"(?P<name>[‘'“\"][^’'”\"]{5,120}[’'”\"]|[A-Z][^.,;:()\n]{4,120}?)"
    r"(?=[.,;:()]|$|\n|\s(?:dat|die|is|zijn|van de|wordt|werd|geeft|staat|verscheen|over)\b)"
)
"""A document that a text without a heading names."""


def title(page: Page, mentions: Mentions) -> Found[str] | None:
    """Return the title of a page; where it has no heading, the document that it names or what a label says."""
    for labelled in page.announced(Meaning.TITLE):
        if labelled.text and len(labelled.text) <= _LONGEST and "\n" not in labelled.text:
            return Found(labelled.text, labelled.start, labelled.end)
    first = _below_crumbs(page)
    above: Found[str] | None = None
    for number, block in enumerate(page.blocks[first : first + _TOP], first):
        if block.role is Role.TEXT and len(block.text) > _BODY:
            break
        if _may_be_title(block, number):
            found = _without_date(page, mentions, block, number)
            if found is not None and _ABOVE.fullmatch(found.value.rstrip(":!. ")):
                above = above or found
            elif found is not None and not _GENERIC.fullmatch(found.value):
                return _said_again(page, number, found) or found
    return above or next(_document(page), None)


def _below_crumbs(page: Page) -> int:
    """Return the first block below the trail to the page, or the first of all."""
    crumbs = next((line.end for line in page.lines[:_TOP] if is_crumbs(line.text)), 0)
    below = (number for number, block in enumerate(page.blocks) if block.start >= crumbs)
    return next(below, 0) if crumbs else 0


def _may_be_title(block: Block, number: int) -> bool:
    if block.labels or is_salutation(block.text) or "://" in block.text:
        return False
    heading = block.role is Role.HEADING
    short = len(block.text) <= 120 and number < 2 and not block.text.rstrip().endswith((",", ";", ":"))
    long_heading = number == 0 and len(block.text) <= _LONGEST and not block.text.rstrip().endswith(".")
    return heading or short or long_heading


def _without_date(page: Page, mentions: Mentions, block: Block, number: int) -> Found[str] | None:
    """Return a heading without the name of a section and the day and hour before it; None for a bare date."""
    begin, end = block.start, block.start + len(block.text)
    if section := _SECTION.match(page.text[begin:end]):
        begin += section.end()
    days = [(one.start, one.end) for one in mentions.days if one.block == number]
    hours = [(one.start, one.end) for one in mentions.hours if one.block == number]
    for first, last in sorted(days + hours):
        if not _ON.sub("", page.text[begin:first]).strip(_SEAMS):
            begin = last
    rest = page.text[begin:end]
    begin += len(rest) - len(rest.lstrip(_SEAMS))
    said = page.text[begin:end].strip().rstrip(".").strip(" –-|")
    if len(re.findall(r"[^\W\d_]", said)) < 3 or re.fullmatch(
        r"(?:uur|u|sessiereeks|reeks)", said, re.IGNORECASE
    ):
        return None
    return Found(" ".join(said.split()), begin, end)


_ON = re.compile(r"\b(?:op|om|datum)\b", re.IGNORECASE)
_SEAMS = " \t|:–-,.;•*"


def _said_again(page: Page, number: int, found: Found[str]) -> Found[str] | None:
    """Return the heading below that says the same without what stood before it."""
    for block in page.blocks[number + 1 : number + 1 + _REPEATED_IN]:
        said = " ".join(block.text.split())
        if 10 < len(said) < len(found.value) and found.value.casefold().endswith(said.casefold()):
            return Found(said, block.start, block.end)
    return None


def _document(page: Page) -> Iterator[Found[str]]:
    for block in reversed(page.blocks):  # the link to it comes last, and names it in full
        for match in _DOCUMENT.finditer(block.text[:3000]):
            name = match["name"].strip("‘’'“”\" ")
            start = block.start + match.start("name")
            yield Found(name, start, start + len(match["name"]), False)
