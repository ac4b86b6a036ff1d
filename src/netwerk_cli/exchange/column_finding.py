"""Finding the column of each meaning in a table: by what was said of it, its heading, and what stands in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from netwerk_cli.exchange import headings
from netwerk_cli.exchange.tables import Table

_LOOKS_LIKE = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_DATED = re.compile(r".*\d.*\D.*\d.*|[2-9]\d{4}(?:[.,]\d+)?|1\d{9}(?:\d{3})?", re.DOTALL)
_OF_OTHERS = re.compile(r"leidinggevende|collega|manager|contact|directi|secretari|order|bestel|buyer|koper")
_OF_ATTENDEES = re.compile(r"attendee|deelnemer|participant")
CODE = re.compile(r"[rm][1-9]\d{0,8}")
"""A code of ours: of a registration or a member."""

_FEW = 200
"""How many rows show what is in a column."""


class Finder:
    """A table while its columns are found."""

    def __init__(self, table: Table, said: Mapping[str, str], asked: Mapping[str, str]) -> None:
        self.table = table
        self.said = said
        self.asked = frozenset(asked.values())
        few = table.rows[:: max(1, len(table.rows) // _FEW)]
        width = range(len(table.heading))
        self.few = [[text for row in few if (text := row.cells[at].strip())] for at in width]
        self.rows = len(few)
        self.by_name: defaultdict[str, list[int]] = defaultdict(list)
        for at, heading in enumerate(table.heading):
            name = headings.folded(heading)
            meaning = (
                said.get(name)
                or asked.get(name)
                or asked.get(headings.plain(heading))
                or headings.meaning(heading)
            )
            if meaning and heading:
                self.by_name[meaning].append(at)

    def share(self, at: int, pattern: re.Pattern[str] | None = None) -> float:
        """Return in what part of the rows a column is filled, or filled with what looks like `pattern`."""
        few = self.few[at]
        return (len(few) if pattern is None else sum(bool(pattern.fullmatch(t)) for t in few)) / self.rows

    def best(self, meaning: str) -> int | None:
        """Return the column of a meaning: one that is filled, of attendees rather than of who ordered for them."""
        found = self.by_name.get(meaning, ())
        return min(found, key=lambda at: (self.share(at) == 0, *self._rank(at)), default=None)

    def _rank(self, at: int) -> tuple[bool, bool, int, int]:
        heading = self.table.heading[at]
        name = headings.folded(heading)
        attendees = bool(_OF_ATTENDEES.search(name))
        return name not in self.said, not attendees, headings.turn(heading), at

    def email(self) -> int | None:
        """Return the column of addresses: one that holds them goes before one that is only called so."""
        named = self.by_name.get("email", [])
        shares = {at: self.share(at, _LOOKS_LIKE) for at in range(len(self.table.heading))}
        said = [at for at in named if headings.folded(self.table.heading[at]) in self.said]
        most = max(shares.values(), default=0)
        usable = said or [at for at in named if shares[at] > 0 and shares[at] >= most / 2]
        if usable:
            return min(usable, key=self._rank)
        ignored = {at for one in (headings.IGNORE, *self.asked) for at in self.by_name.get(one, ())}
        by_value = [at for at, share in shares.items() if share > 0.5 and at not in ignored]
        own = [at for at in by_value if not _OF_OTHERS.search(headings.folded(self.table.heading[at]))]
        return min(own or by_value, key=lambda at: (-shares[at], at), default=named[0] if named else None)

    def name(self) -> dict[str, int]:
        """Return the columns of a name: of the whole, or of its parts. "Naam" beside "Voornaam" is the family's."""
        whole, given = self.best("name"), self.best("given_name")
        given = self.best("initials") if given is None else given
        family, prefix = self.best("family_name"), self.best("name_prefix")
        if given is not None and family is None and whole is not None and not self._holds(whole, given):
            family, whole = whole, None
        parts = {"given_name": given, "name_prefix": prefix, "family_name": family}
        found = {part: at for part, at in parts.items() if at is not None}
        filled = max((self.share(at) for part, at in found.items() if part != "name_prefix"), default=0)
        numbered = whole is not None and all(text.isdigit() for text in self.few[whole])
        if whole is not None and (not filled or (self.share(whole) >= filled and not numbered)):
            return {"name": whole}
        account = self.best("account")
        return found if filled or account is None else {"name": account}

    def _holds(self, whole: int, given: int) -> bool:
        """Whether a column of names holds the given names as well."""
        filled = [row.cells for row in self.table.rows[:_FEW] if row.cells[given].strip()]
        held = sum(cells[given].strip().casefold() in cells[whole].casefold() for cells in filled)
        return bool(filled) and held > len(filled) / 2

    def received(self) -> dict[str, int]:
        """Return the column of when somebody asked, or those of the day and the time."""
        at, day, time = self._moment(), self._dated("received_on"), self._dated("received_time")
        if at is not None:
            return {"received_at": at}
        if day is None:
            return {}
        return {"received_on": day} | ({} if time is None else {"received_time": time})

    def _moment(self) -> int | None:
        """Return the column of moments: one that was said, one that holds them, or one that is only called so."""
        found = self.by_name.get("received_at", [])
        said = [at for at in found if headings.folded(self.table.heading[at]) in self.said]
        held = [at for at in found if self._holds_days(at)]
        called = [at for at in found if headings.is_known(self.table.heading[at])]
        return min(said or held or called, key=self._rank, default=None)

    def _holds_days(self, at: int) -> bool:
        """Whether most of a column is numbers with signs between them."""
        few = self.few[at]
        return sum(bool(_DATED.fullmatch(text)) for text in few) * 2 > len(few)

    def _dated(self, meaning: str) -> int | None:
        """Return the column of a meaning whose heading can say other things too, if it holds numbers with signs."""
        at = self.best(meaning)
        if at is None or headings.folded(self.table.heading[at]) in self.said:
            return at
        return at if self._holds_days(at) else None

    def unheaded(self) -> dict[str, int]:
        """Return the columns of a list without a heading: its addresses, and the name before them.

        In our own tab-separated lists the organisation stands behind, the code in front, the moment last.
        """
        email = self.email()
        if email is None:
            return {}
        found, width = {"email": email}, len(self.few)
        if email > 0 or width == 2:
            found["name"] = email - 1 if email > 0 else 1
        if self.table.dialect.delimiter == "\t" and email + 1 < width:
            found["organisation"] = email + 1
            if self.share(0, CODE) == 1:
                found["code"] = 0
            if self.few[-1] and all("T" in text and text[:4].isdigit() for text in self.few[-1]):
                found["received_at"] = width - 1
        return found
