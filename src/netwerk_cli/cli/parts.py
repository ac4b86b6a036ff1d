"""Materials and milestones as a person reads them: columns of their listings, and lines on the card of their owner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from netwerk_cli.cli.language import Language, say, translated

MATERIAL_USUAL = ("owner", "id", "kind", "title", "url", "contributor", "on")
MILESTONE_USUAL = ("owner", "id", "status", "due_on", "season", "title", "addressed_to")
PARTS = ("materials", "milestones")
"""The keys of an event or group that hold its parts."""


def lines(shape: Mapping[str, Any], language: Language) -> Iterator[tuple[str, str]]:
    """Yield a name and a line for each material and milestone of an event or group."""
    for one in shape.get("materials", ()):
        about = {"kind": translated(one["kind"], language)}
        about |= {name: one[name] for name in ("title", "url", "contributor", "on")}
        yield say("material {id}", language, {"id": one["id"]}), _line(about, language)
    for one in shape.get("milestones", ()):
        due = {"season": one["season"]} if one["season"] else {"due_on": one["due_on"]}
        about = {"status": translated(one["status"], language), "title": one["title"]}
        about |= {"addressed_to": one["addressed_to"], **due}
        yield say("milestone {id}", language, {"id": one["id"]}), _line(about, language)


def _line(values: Mapping[str, str | None], language: Language) -> str:
    from netwerk_cli.cli.tables import cell

    return " · ".join(cell(field, value, language) for field, value in values.items() if value is not None)
