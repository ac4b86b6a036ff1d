"""How long what is kept of people is kept: the terms of the organisation, else those proposed here."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.personal_data import ENTRIES, Erased, Keeping
from netwerk_cli.errors import BadValue
from netwerk_cli.records import field, record
from netwerk_cli.wording import Wording, listed

LONGEST_YEARS = 30
_NAMES = {
    "day": ("d", "day", "days", "dag", "dagen"),
    "week": ("w", "week", "weeks", "weken"),
    "month": ("month", "months", "maand", "maanden"),
    "year": ("y", "year", "years", "j", "jaar", "jaren"),
}
_LENGTH = re.compile(r"([0-9]{1,4})\s*([a-z]+)")


class Unit(StrEnum):
    """What terms are counted in, by the calendar."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@record
class Length:
    """So many days, weeks, months or years."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'s' * (self.count != 1)}"

    @property
    def said(self) -> Wording:
        """The length in words."""
        match self.unit:
            case Unit.DAY:
                return Wording("{count:day|days}", count=self.count)
            case Unit.WEEK:
                return Wording("{count:week|weeks}", count=self.count)
            case Unit.MONTH:
                return Wording("{count:month|months}", count=self.count)
            case Unit.YEAR:
                return Wording("{count:year|years}", count=self.count)

    def after(self, moment: datetime, zone: str) -> datetime:
        """Return the moment so long after another, on the clocks of a zone; the last day of a shorter month.

        Where no such time can be told, the last that there is.
        """
        local = in_zone(moment, zone).replace(tzinfo=None)
        try:
            later = self._later(local)
        except (OverflowError, ValueError):
            return datetime.max.replace(tzinfo=moment.tzinfo)
        # What the clocks skip or show twice is no reason to keep anything: the offset of the start will do.
        return later.replace(tzinfo=in_zone(moment, zone).tzinfo)

    def _later(self, local: datetime) -> datetime:
        if self.unit in (Unit.DAY, Unit.WEEK):
            return local + timedelta(days=self.count * (7 if self.unit is Unit.WEEK else 1))
        months = local.month - 1 + self.count * (12 if self.unit is Unit.YEAR else 1)
        year, month = local.year + months // 12, months % 12 + 1
        return local.replace(year=year, month=month, day=min(local.day, calendar.monthrange(year, month)[1]))


def length(text: str, *, name: str) -> Length:
    """Read `7 days`, `4 weken`, `1 year`. Raises `BadValue`; `name` is that of the setting."""
    match = _LENGTH.fullmatch(" ".join(text.split()).casefold())
    unit = next((one for one, names in _NAMES.items() if match and match[2] in names), None)
    if match is None or unit is None:
        raise BadValue(field=name, why=Wording("write a term as 7 days, 4 weeks, 6 months or 1 year"))
    found = Length(count=int(match[1]), unit=Unit(unit))
    if found.after(_EPOCH, "UTC").year - _EPOCH.year > LONGEST_YEARS:
        raise BadValue(
            field=name, why=Wording("nothing is kept for more than {years} years", years=LONGEST_YEARS)
        )
    return found


_EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+00:00")

PROPOSED: Mapping[str, Length] = {
    Keeping.SPECIAL: Length(count=7, unit=Unit.DAY),
    Keeping.DETAILS: Length(count=4, unit=Unit.WEEK),
    Keeping.PEOPLE: Length(count=1, unit=Unit.YEAR),
}
"""The terms where the organisation says nothing else; what counts stays for ever."""

ENDING = (Erased.DROPPED, Erased.REPLACED, Erased.COUNTED)
"""What becomes of a value whose term is over."""
KEYS: tuple[str, ...] = (
    *map(str, PROPOSED),
    *dict.fromkeys(one.field for one in ENTRIES if one.erased in ENDING and one.field != "answers"),
)
"""What can have a term of its own, beside the answers to one question: all of a kind, or one field."""

Terms = Mapping[str, Length]


def check_key(key: str, *, name: str) -> None:
    """Refuse what can have no term. Raises `BadValue`."""
    if key not in KEYS and not (key.startswith(ANSWER) and key != ANSWER):
        raise BadValue(field=name, why=Wording("a term is of: {known}", known=listed([*KEYS, f"{ANSWER}ID"])))


@record
class Retention:
    """The terms in force: `general`, and of single `events`, each by a key of `KEYS` or `answers.ID`."""

    general: Terms = field(default_factory=dict)
    events: Mapping[str, Terms] = field(default_factory=dict)

    def of(self, keeping: Keeping, field: str, event: str | None = None) -> Length:
        """Return the term of a field, `answers.ID` for an answer: that of the event goes before, of one field too."""
        for terms in (self.events.get(event or "", {}), self.general, PROPOSED):
            for key in (field, keeping):
                if key in terms:
                    return terms[key]
        raise AssertionError(f"{field} is kept for ever")
