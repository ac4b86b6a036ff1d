"""What the columns of attendance reports and lists hold: by their headings, or by what stands in them.

Teams and Zoom head them in the language of whoever downloads the report. English and Dutch are known; of another
language the values tell: addresses, two moments, a length of time, a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from netwerk_cli.exchange import headings


class Holds(StrEnum):
    """What a column of a report holds."""

    CODE = "code"
    NAME = "name"
    GIVEN = "given_name"
    FAMILY = "family_name"
    EMAIL = "email"
    CAME = "came"
    LEFT = "left"
    LASTED = "lasted"
    ACTION = "action"
    MOMENT = "moment"
    STATE = "state"
    WAITED = "waited"
    OTHER = "other"


_BY_NAME: tuple[tuple[Holds, str], ...] = (  # the first that fits
    (Holds.OTHER, r"\bupn\b|\b(?:participant|deelnemers?|user|gebruikers?) id\b|\bhost\b|organizer|organisator|"
     r"registration time|registratietijd|tijd van registratie|approval|goedkeuring|country|land regio"),
    (Holds.WAITED, r"waiting room|wachtkamer|wachtruimte"),
    (Holds.EMAIL, r"\be ?mail|\bmailadres"),
    (Holds.LASTED, r"duration|duur|\bminut|\btime in (?:session|meeting)|\btijd in (?:de )?(?:sessie|vergadering)|"
     r"attendance time|aanwezigheidstijd"),
    (Holds.ACTION, r"^(?:user |gebruikers ?)?(?:action|actie)$"),
    (Holds.MOMENT, r"^(?:timestamp|tijdstempel|time stamp|tijdstip)$"),
    (Holds.STATE, r"^(?:attended|attendance|aanwezig|aanwezigheid|present|presence|deelgenomen|bijgewoond|gekomen|"
     r"afwezig aanwezig|aanwezig afwezig|state|toestand)(?: ja nee| yes no)?$"),
    (Holds.LEFT, r"\bleave\b|\bleft\b|vertrek|vertrok|verlat|verlaat|\btot\b|\bout\b|\buit\b|afgemeld|end time|"
     r"eindtijd|\beinde?\b"),
    (Holds.CAME, r"\bjoin|deelname|deelgenomen|toetred|toegetreden|aankomst|aangekomen|binnen|\bvan\b|\bfrom\b|"
     r"^in$|aangemeld|start time|begintijd|\bbegin\b"),
    (Holds.NAME, r"name original|naam oorspronkelijk|(?:user|display|full|participant|screen) name|gebruikersnaam|"
     r"weergavenaam|volledige naam|^naam\b|^name\b"),
)  # fmt: skip
_SAME = {
    "code": Holds.CODE, "name": Holds.NAME, "given_name": Holds.GIVEN, "family_name": Holds.FAMILY,
    "email": Holds.EMAIL,
}  # fmt: skip
WHO = frozenset({Holds.CODE, Holds.NAME, Holds.GIVEN, Holds.FAMILY, Holds.EMAIL})
"""What names somebody."""
_WEAK = re.compile(r"start|begin|\bend\b|eind")
_MEETING = re.compile(
    r"\btopic\b|onderwerp|\b(?:meeting|webinar|vergaderings?) id\b|\b(?:meeting )?title\b|titel"
)
STAMP = re.compile(
    r"\d{1,4}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}\d{2,4}\D{1,3}\d{1,2}[:.]\d{2}.*|"
    r"(?:[^\W\d]{3,}\.? \d{1,2}|\d{1,2} [^\W\d]{3,}\.?),? \d{4}\D{1,3}\d{1,2}[:.]\d{2}.*",
    re.DOTALL,
)
"""What a moment looks like."""
CLOCK = re.compile(r"\d{1,2}[:.u]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
"""What a time without a day looks like."""
_LENGTH = re.compile(r"(?:\d+ ?[^\W\d]+\.? ?){1,3}|\d{1,3}:\d\d(?::\d\d)?|\d+(?:[.,]\d+)?")

Columns = Mapping[Holds, int]


def plain(cell: str) -> str:
    """Return a cell with blanks of every kind as one space."""
    return " ".join(cell.split())


def named(cells: Sequence[str]) -> Columns | None:
    """Return what the cells of a heading say their columns hold; None for a row that is no heading of people."""
    if any("@" in cell or STAMP.fullmatch(plain(cell)) for cell in cells):
        return None
    said = [headings.folded(cell) for cell in cells]
    held = [_held(one) for one in said]
    known = sum(
        one is not None or headings.meaning(cell) is not None for one, cell in zip(held, cells, strict=True)
    )
    filled = sum(bool(one) for one in said)
    if not WHO & {*held} and not {Holds.ACTION, Holds.MOMENT} <= {*held}:
        return None
    if known < min(2, filled):
        return None
    if not {Holds.NAME, Holds.GIVEN, Holds.FAMILY, Holds.CODE} & {*held} and any(map(_MEETING.search, said)):
        return None  # of the meeting, and its host
    found: dict[Holds, int] = {}
    for at, one in enumerate(held):
        if one is None or one is Holds.OTHER:
            continue
        # of two lengths the last is the person's; of two moments the one that does not begin or end the meeting
        if one not in found or one is Holds.LASTED or _WEAK.search(said[found[one]]):
            found[one] = at
    return found


def _held(name: str) -> Holds | None:
    by_name = (holds for holds, words in _BY_NAME if name and re.search(words, name))
    return next(by_name, None) or _SAME.get(headings.meaning(name) or "")


def is_first_and_last(cells: Sequence[str], columns: Columns) -> bool:
    """Whether a heading is of when people first came and last left: what lies between is not in it."""
    came = columns.get(Holds.CAME)
    return came is not None and bool(re.search(r"\b(?:first|eerste)\b", headings.folded(cells[came])))


def by_value(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """Return what columns hold whose headings are not known, by what stands in them."""
    width = max(map(len, rows), default=0)
    few = [[text for row in rows[:50] if at < len(row) and (text := plain(row[at]))] for at in range(width)]
    above = [headings.folded(cell) for cell in heading] + [""] * width

    def share(at: int, fits: re.Pattern[str]) -> bool:
        return bool(few[at]) and sum(bool(fits.fullmatch(one)) for one in few[at]) > len(few[at]) / 2

    found: dict[Holds, int] = {}
    moments = [at for at in range(width) if share(at, STAMP)]
    addresses = [at for at in range(width) if share(at, re.compile(r"\S+@\S+")) and "upn" not in above[at]]
    lengths = [at for at in range(width) if share(at, _LENGTH) and at not in moments]
    texts = [at for at in range(width) if few[at] and at not in (*moments, *addresses, *lengths)]
    for holds, at in (
        (Holds.NAME, next(iter(texts), None)),
        (Holds.EMAIL, next(iter(addresses), None)),
        (Holds.CAME if len(moments) > 1 else Holds.MOMENT, next(iter(moments), None)),
        (Holds.LEFT, next(iter(moments[1:]), None)),
        (Holds.LASTED, next(iter(lengths), None)),
        (Holds.ACTION, next(iter(texts[1:]), None) if len(moments) == 1 else None),
    ):
        if at is not None:
            found[holds] = at
    return found
