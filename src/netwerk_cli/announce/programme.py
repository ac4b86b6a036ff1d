"""Programme lines: where a meeting begins and ends when only its parts have times.

It begins with the first part that is not for arriving, and ends with the last one that is not for staying on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.announce.mentions import Hours, Mentions
from netwerk_cli.announce.page import Page

if TYPE_CHECKING:
    from netwerk_cli.dates import ClockTime

ARRIVING = re.compile(
    r"\b(?:inloop\w*|\w*ontvangst\w*|onthaal\w*|registratie|inschrijving|aanmelding|deuren"
    r"|zaal open|check-?in|inchecken"
    r"|aankomst|welkom met|welkomst?koffie|koffie(?:\s?(?:/|&|en|met)\s?\w+)?(?= (?:en|met|bij) "
    r"|$)|binnenkomst|opening van het gebouw|gebouw open|deur open)",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a part that comes before a meeting begins."""

STAYING = re.compile(
    r"\b(?:\w*borrel\w*|receptie|\w*drink|drankje|aperitief|napraten|netwerken|netwerkmoment"
    r"|\w*lunch\w*|diner|avondmaal|broodjes?\w*"
    r"|hapje\w*|buffet|walking dinner|informeel samenzijn|nazit)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a part for which people stay on."""

ENDING = re.compile(
    r"\b(?:einde?|eindigt|afsluiting|afronding|slot|sluiting|afgelopen|klaar|(?:sluiten"
    r"|ronden) we(?: \w+)? af|afgesloten|afgerond|afronden|afsluiten)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words of the moment at which a meeting is over."""

_LEAST = 3  # parts that make a programme


class Part(NamedTuple):
    """One line of a programme."""

    hours: Hours
    text: str


class Times(NamedTuple):
    """When something begins and ends on a day, as far as that is said, and where."""

    first: ClockTime | None
    last: ClockTime | None
    at: tuple[int, int]


def parts(page: Page, mentions: Mentions) -> list[Part]:
    """Return the lines that begin with a time, of the longest run of them."""
    found = max(_runs(page, mentions), key=len)
    return found if len(found) >= _LEAST else []


def parts_between(page: Page, mentions: Mentions, first: int, last: int) -> list[Part]:
    """Return the longest run of lines that begin with a time in the blocks after `first` and before `last`."""
    here = tuple(one for one in mentions.hours if first < one.block < last)
    return parts(page, mentions._replace(hours=here))


def _runs(page: Page, mentions: Mentions) -> list[list[Part]]:
    """Return the lines that begin with a time, those that stand together in one list."""
    runs: list[list[Part]] = [[]]
    last = None
    for hours in mentions.hours:
        block = page.blocks[hours.block]
        if hours.first is None or page.text[block.start : hours.start].strip(" \t•*-–|"):
            continue
        text = page.text[hours.end : block.end].strip(" \t|:–-.")
        if (not text and block.end - block.start < 15) and hours.block + 1 < len(page.blocks):
            text = page.blocks[hours.block + 1].text  # a table copied cell by cell
        if last is not None and hours.block - last > 3:
            runs.append([])
        if not runs[-1] or hours.block != last:
            runs[-1].append(Part(hours, text))
        last = hours.block
    return runs


def times(found: list[Part]) -> Times | None:
    """Return when the meeting of a programme begins and ends."""
    if not found:
        return None
    first = next((part for part in found if not _for_arriving(part.text)), found[0])
    held = [number for number, part in enumerate(found) if not _for_staying(part.text)]
    last = max(held, default=len(found) - 1)
    end = found[last].hours.last
    if last + 1 < len(found):
        end = found[last + 1].hours.first if end is None else end
    elif end is None and _is_end(found[last].text):
        end = found[last].hours.first
    return Times(first.hours.first, end, (found[0].hours.start, found[-1].hours.end))


def _is_end(text: str) -> bool:
    match = ENDING.search(text[:40])
    return match is not None and (match.start() < 12)


def _for_arriving(text: str) -> bool:
    return ARRIVING.search(text[:45]) is not None and not re.match(
        r"(?:opening|start|welkom(?!\s+met))\b", text, re.IGNORECASE
    )


def _for_staying(text: str) -> bool:
    """Whether a part is for staying on and for nothing else: it does not end the meeting as well."""
    match = STAYING.search(text[:60])
    if match is None:
        return False
    before = text[: match.start()]
    return not re.search(
        r"\b(?:afsluiting|conclusies|plenair\w*|slot\w*|discussie|werken|workshop)\b", before, re.IGNORECASE
    )
