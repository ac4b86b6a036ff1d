"""One event, group or registration as a person reads it: a line for each field that says something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.text import Text

from netwerk_cli.cli.cells import Reader, cell, speak_in, text
from netwerk_cli.cli.language import say, translated, word
from netwerk_cli.cli.tables import card
from netwerk_cli.domain.questions import QuestionKind
from netwerk_cli.terms import headings

Shape = Mapping[str, Any]

_PARTS = ("questions", "materials", "milestones", "answers")
"""The keys of an event, group or registration that hold its parts."""


def drawn(shape: Shape, reader: Reader, *, color: bool) -> str:
    """Return names and values, then a line for each session, material and milestone."""
    speak_in(shape)
    said = headings(reader.known)
    sessions = shape["sessions"] if "slug" in shape and len(shape.get("sessions", ())) > 1 else ()
    hidden = (*_PARTS, *(["sessions"] if "slug" in shape else []))
    shown: dict[str, Text | str] = {
        say(said[name], reader.language): text(name, value, reader, shape)
        for name, value in shape.items()
        if value is not None
        and value is not False
        and value != []
        and name not in hidden
        and not (name == "no_seat" and not value)
    }
    for session in sessions:
        parts = [text(name, session[name], reader, session) for name in ("starts_at", "title", "location")]
        shown[session["id"]] = Text("  ").join(filter(None, parts))
    shown.update(_parts(shape, reader))
    return card(shown, color=color)


def _parts(shape: Shape, reader: Reader) -> Iterator[tuple[str, str | Text]]:
    """Yield a name and a line for each material and milestone of an event or group."""
    language = reader.language
    for one in shape.get("questions", ()):
        marks = [say(mark, language) for mark in ("required", "special") if one[mark]]
        kind = word(one["kind"], language, QuestionKind)
        about = {
            "text": one["text"],
            "kind": f"{kind}: {' | '.join(one['choices'])}" if one["choices"] else kind,
        }
        yield say("question {id}", language, {"id": one["id"]}), " · ".join((*about.values(), *marks))
    for id, said in (shape.get("answers") or {}).items():
        if said is not None:
            yield id, text(id, said, reader, shape)
    for one in shape.get("materials", ()):
        about = {"kind": translated(one["kind"], language)}
        about |= {name: one[name] for name in ("title", "url", "contributor", "on")}
        yield say("material {id}", language, {"id": one["id"]}), _line(about, reader)
    for one in shape.get("milestones", ()):
        due = {"season": one["season"]} if one["season"] else {"due_on": one["due_on"]}
        about = {"status": translated(one["status"], language), "title": one["title"]}
        about |= {"addressed_to": one["addressed_to"], **due}
        yield say("milestone {id}", language, {"id": one["id"]}), _line(about, reader)


def _line(values: Mapping[str, str | None], reader: Reader) -> str:
    return " · ".join(cell(field, value, reader) for field, value in values.items() if value is not None)
