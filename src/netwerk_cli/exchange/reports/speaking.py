"""How a report speaks: its sentences, the names of its groups, and its figures as a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from netwerk_cli.domain.attendee_lists import By
from netwerk_cli.domain.over_time import Beside
from netwerk_cli.domain.questions import QuestionKind
from netwerk_cli.domain.reports import Division, Group
from netwerk_cli.exchange.listed import Spoken
from netwerk_cli.terms import FIGURES, names

Words = Callable[..., str]
"""Says a sentence in the language of the reader, with its facts."""


class Speaker(NamedTuple):
    """Who tells a report: `words` says sentences, `spoken` has the headings, our words and the decimal sign."""

    words: Words
    spoken: Spoken

    def heading(self, column: str) -> str:
        """Return what stands above a column."""
        return self.spoken.headings.get(column, column)

    def cell(self, value: Any) -> str:
        """Return a figure as a person reads it; a share as a percentage."""
        if isinstance(value, float):
            return f"{value * 100:.1f}".replace(".", self.spoken.words.get(".", ".")) + "%"
        return "" if value is None else str(value)

    def day(self, day: date) -> str:
        """Return a day as `16/1/2024`."""
        return f"{day.day}/{day.month}/{day.year}"

    def title(self, division: Division) -> str:
        """Return what a division is called."""
        if division.question is not None:
            return division.question.text
        match By(division.by):
            case By.AUDIENCE:
                return self.words("By audience")
            case By.ORGANISATION:
                return self.words("By organisation")
            case By.ROLE:
                return self.words("By role")
            case _:
                return self.words("By session")

    def name(self, division: Division, group: Group) -> str:
        """Return what a group is called; a session with its event, where it has no title of its own."""
        if division.by == By.SESSION:
            return group.title or (
                f"{group.event} · {group.label}" if _several(division) else group.label or ""
            )
        if group.label is None:
            return self.words("(not said)")
        if division.question is not None and division.question.kind is QuestionKind.YES_NO:
            return self.spoken.words.get(group.label, group.label)
        return group.label


def _several(division: Division) -> bool:
    return len({group.event for group in division.groups}) > 1


def same_time(held: Beside, words: Words) -> str:
    """Return at what time two editions stand beside each other."""
    days = held.here.days_before_closing
    if not days:
        return words("Beside the last edition, both at their closing")
    return words("Beside the last edition, both {count:day|days} before their closing", count=days)


ALWAYS = ("registered", "confirmed", "cancelled")
"""Figures that a person is told even where they are all nought."""


def telling(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the figures that say something of any of some rows: those of people, where they differ from requests."""
    found = []
    for name in names(FIGURES):
        values = [row[name] for row in rows]
        if name == "people" and values == [row["registered"] for row in rows]:
            continue
        if name == "seats_held" and not any(
            isinstance(row["pending"], int) and row["pending"] for row in rows
        ):
            continue
        if name in ALWAYS or any(isinstance(value, (int, float)) and value for value in values):
            found.append(name)
    return found
