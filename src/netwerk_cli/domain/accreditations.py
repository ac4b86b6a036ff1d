"""What a professional register or a government counts an event for: who says so, under which number, for how much."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netwerk_cli.domain.texts import line
from netwerk_cli.errors import BadValue
from netwerk_cli.records import record
from netwerk_cli.wording import Wording

MOST = 20
"""How many accreditations an event can have."""
_FIELD = "--accreditation"
_POINTS = r"(\d{1,4}(?:[.,]\d{1,2})?)(?: ?(?:points?|punt|punten|pt|pe))?"
_ZEROS = r"(?:^0+(?=\d))|(?:\.0+$)|(?:(?<=\.\d)0$)"


@record
class Accreditation:
    """One accreditation: of a body, under its number (the `reference`), for so many points, such as `3` or `2.5`."""

    body: str
    reference: str | None = None
    points: str | None = None

    def __str__(self) -> str:
        """Return it as it can be typed."""
        named = self.body if self.reference is None else f"{self.body}={self.reference}"
        return named if self.points is None else f"{named}; {self.points}"


def read(text: str) -> Accreditation:
    """Read `BODY=NUMBER; 3 points`, of which number and points may be left out. Raises `BadValue`."""
    named, _, points = line(text, field=_FIELD).partition(";")
    body, _, number = (part.strip() for part in named.partition("="))
    found = re.fullmatch(_POINTS, points.strip(), re.ASCII | re.IGNORECASE)
    if not body or (points.strip() and found is None):
        raise BadValue(field=_FIELD, why=Wording("write it as BODY=NUMBER; 3 points"))
    counted = None if found is None else re.sub(_ZEROS, "", found[1].replace(",", "."))
    return Accreditation(body=body, reference=number or None, points=counted)


def check(accreditations: Sequence[Accreditation]) -> None:
    """Refuse the same accreditation twice, and more than anybody has. Raises `BadValue`."""
    named = [(one.body.casefold(), one.reference) for one in accreditations]
    if len(set(named)) != len(named):
        raise BadValue(field=_FIELD, why=Wording("an accreditation is named twice"))
    if len(named) > MOST:
        raise BadValue(field=_FIELD, why=Wording("an event has at most {most} accreditations", most=MOST))
