"""Tables of words and cues, written as text: the words of a page of them, its phrases, its patterns."""

from __future__ import annotations

import re


def word_table(text: str) -> frozenset[str]:
    """Return the words of a table that has a blank between them."""
    return frozenset(text.split())


def phrase_table(text: str) -> frozenset[str]:
    """Return the phrases of a table that has a semicolon between them."""
    return frozenset(" ".join(one.split()) for one in re.split(";", text) if one.strip())


def any_of(cues: str) -> str:
    """Return a pattern that matches any cue of a table with one on each line; a cue is itself a pattern."""
    return "(?:" + "|".join(line.strip() for line in cues.splitlines() if line.strip()) + ")"
