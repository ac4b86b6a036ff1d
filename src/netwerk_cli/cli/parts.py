"""Materials and milestones as a person reads them: columns of their listings, and lines on the card of their owner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from netwerk_cli.cli.language import Language, say, translated

MATERIAL_USUAL = ("owner", "id", "kind", "title", "url", "contributor", "on")
MATERIAL_HEADINGS = {"owner": "belongs to", "url": "address", "on": "dated"}
MILESTONE_USUAL = ("owner", "id", "status", "due_on", "season", "title", "addressed_to")
MILESTONE_HEADINGS = {"owner": "belongs to", "due_on": "due by", "season": "period"}
PARTS = ("materials", "milestones")
"""The keys of an event or group that hold its parts."""


def lines(shape: Mapping[str, Any], language: Language) -> Iterator[tuple[str, str]]:
    """Yield a name and a line for each material and milestone of an event or group."""
    for one in shape.get("materials", ()):
        about = [translated(one["kind"], language), one["title"], one["url"], one["contributor"], one["on"]]
        yield say("material {id}", language, {"id": one["id"]}), _line(about, language)
    for one in shape.get("milestones", ()):
        due = one["season"] or one["due_on"]
        about = [translated(one["status"], language), one["title"], one["addressed_to"], due]
        yield say("milestone {id}", language, {"id": one["id"]}), _line(about, language)


def _line(values: Sequence[str | None], language: Language) -> str:
    from netwerk_cli.cli.tables import cell

    return " · ".join(cell(value, language) for value in values if value is not None)
