"""What may not be meant: said to a person, and kept for scripts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netwerk_cli.cli.language import say
from netwerk_cli.cli.languages import ENGLISH

if TYPE_CHECKING:
    from netwerk_cli.cli.call import Call
    from netwerk_cli.domain.likeness import Likeness


def warning(
    problem: object, *, code: str | None = None, path: str | None = None, line: int | None = None
) -> dict[str, Any]:
    """Return a warning as scripts get it; `path` and `line` say what of an input it is about."""
    return {"code": code, "path": path, "line": line, "problem": str(problem)}


def careful(call: Call, likenesses: Iterable[Likeness]) -> None:
    """Say who and what looks like something that is there already."""
    for one in likenesses:
        call.say(one.text.template, **one.text.facts)
        call.warnings.append(warning(say(one.text.template, ENGLISH, one.text.facts), code=one.code))
