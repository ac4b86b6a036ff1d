"""Tables of words, written as text: the words of a page of them, or its phrases."""

from __future__ import annotations

import re


def word_table(text: str) -> frozenset[str]:
    """Return the words of a table that has a blank between them."""
    return frozenset(text.split())


def phrase_table(text: str) -> frozenset[str]:
    """Return the phrases of a table that has a semicolon between them."""
    return frozenset(" ".join(one.split()) for one in re.split(";", text) if one.strip())
