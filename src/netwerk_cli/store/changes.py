"""The changes that can be taken back: what each one did to which documents, the latest ones of the file.

They lie in tables of some dozens each, named after the first one in it: a change decodes the last of these, and lets
go of the first when a thousand later ones are kept. So what a change costs does not grow with how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise

from netwerk_cli.domain.history import UNSAID
from netwerk_cli.records import field, record
from netwerk_cli.store.damage import Malformed
from netwerk_cli.store.seam import CHANGES

KEPT = 1000
"""How many changes can be taken back at least."""
_EACH, _BYTES = 50, 32_768
"""A table is full with so many changes, or so many bytes."""


@record
class ChangeRecord:
    """One change: its number, when, who, what was done first and why, what it did to which documents.

    `records` holds a delta for each document, by table and by number. `undoes` is the number of the change that it
    takes back; `kept_as` is the generation that holds what a restore replaced.
    """

    number: int
    at: datetime
    by: str
    what: str
    why: str | None = None
    records: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    undoes: int | None = None
    kept_as: int | None = None

    @property
    def code(self) -> str:
        """The code people type: `c123`."""
        return f"c{self.number}"

    def builds_on(self, other: ChangeRecord) -> bool:
        """Whether it did something to a document that the other one changed, or to people of what that made."""
        made = {table.partition(":")[2] for table in other.records if other.makes(table)}
        for table, numbers in self.records.items():
            before = other.records.get(table, {})
            again = (number for number in numbers if number in before)
            if ":" in table and (
                table.partition(":")[2] in made or any(_builds(numbers[n], before[n]) for n in again)
            ):
                return True
        return False

    def makes(self, table: str) -> bool:
        """Whether it made, or took out, the event or group of a table."""
        one = self.records[table].get("1", {})
        return table.startswith(("event:", "group:")) and (
            one is None or (isinstance(one, dict) and "was" in one)
        )


def _builds(delta: object, before: object) -> bool:
    """Whether what was done to a document stands in the way of what was done `before`: telling somebody does not.

    What was made, and told to somebody since, does not go any more: nobody would know that they are to hear of it.
    """
    only_tells = isinstance(delta, dict) and set(delta) == {"set"} and set(delta["set"]) <= UNSAID
    return before is None or not only_tells


def tables(names: Iterable[str]) -> list[int]:
    """Return the numbers of the first changes of the tables there are, the lowest first."""
    firsts = (name.removeprefix(CHANGES) for name in names if name.startswith(CHANGES))
    return sorted(int(first) for first in firsts if first.isascii() and first.isdigit())


def is_full(count: int, size: int) -> bool:
    """Whether the next change goes into a table of its own, behind one with so many changes and bytes."""
    return count >= _EACH or size >= _BYTES


def refuse_uncounted(numbers: Iterable[int], last: int) -> None:
    """Refuse changes beyond the `last` that was counted: a number would be given twice. Raises `Malformed`."""
    if any(number > last for number in numbers):
        raise Malformed("it counts fewer changes than it holds")


def outlived(firsts: list[int], number: int) -> list[int]:
    """Return which tables can go when the last change has this number: enough later ones are kept."""
    return [first for first, after in pairwise(firsts) if after <= number - KEPT]
