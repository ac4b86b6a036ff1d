"""The pages as they ought to be: what is written by hand, with everything generated in it refreshed.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end: NAME -->`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from docs import consoles, reference

ROOT = Path(__file__).resolve().parent.parent
PARTS: dict[str, Callable[[str], str]] = {
    "commands": lambda _: reference.commands(),
    "exit codes": lambda _: reference.exit_codes(),
    "error codes": lambda _: reference.error_codes(),
    "states": lambda _: reference.states(),
    "membership states": lambda _: reference.membership_states(),
    "dates": reference.dates,
    "closings": lambda rows: reference.dates(rows, closing=True),
    "dues": lambda rows: reference.dates(rows, due=True),
}
"""How a generated part is made from what stands there now."""

_PART = re.compile(r"(<!-- generated: ([a-z ]+) -->\n)(.*?)(<!-- end: \2 -->\n)", re.DOTALL)


def all_pages() -> list[Path]:
    """Return every page in the repository that is for reading."""
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/**/*.md")])


def refreshed(text: str) -> str:
    """Return a page with its generated parts made anew. Raises `ValueError` where one has no end."""

    def part(found: re.Match[str]) -> str:
        begin, name, old, end = found.groups()
        return f"{begin}\n{PARTS[name](old)}\n\n{end}"

    if text.count("<!-- generated: ") != len(_PART.findall(text)):
        raise ValueError("a generated part has no end, or a name that does not look like one")
    return _PART.sub(part, text)


def written() -> list[Path]:
    """Write every page anew, sessions included, and return those that changed."""
    changed = []
    for path in all_pages():
        before = path.read_text(encoding="utf-8")
        after = consoles.played(refreshed(before))
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed
