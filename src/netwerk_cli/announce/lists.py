"""Enumerations: `directeuren, bestuurders en toezichthouders van scholen` into the things that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_JOINT = re.compile(
    r"\s*(?:,\s*(?:en|of|evenals|alsook|alsmede)\s+(?:ook\s+)?|[,;•]\s+|\s+/\s+"
    r"|\n\s*(?:[•\-–*·]\s*)?|\s+(?:en|of|&|alsook|alsmede|evenals)\s+(?:ook\s+)?)"
)
_HARD = re.compile(r"[,;•\n]")
_PREPOSITION = re.compile(r"\b(?:van|uit|bij|in|binnen|voor|met|rond|op|tussen|over|die|dat|waar|wie|om)\b")
_ARTICLES = re.compile(
    r"^(?:(?:de|het|een|voor|alle|al|iedere|ieder|elke|onze|uw|jouw|zowel|ook|enkele|diverse"
    r"|verschillende|maar|met name|vooral|tevens|uiteraard)\s+)+",
    re.IGNORECASE,
)
_EDGES = " \t\n.,;:•*–-!?()"
_NAME_GOES_ON = re.compile(r"[A-ZÀ-Þ][\w’'-]*\s*(?:[,;.\n]|$|(?:en|of|&)\s)")  # Zorg & Welzijn
_SOMEBODY = re.compile(
    r"[^\W\d]*(?:ers|eurs|isten|enten|ouders|leden|krachten|kundigen|artsen|logen|gogen|gevenden)\b(?!\s*(?:,|en\b))"
)
_HALF = re.compile(r"-$")  # basis- en voortgezet onderwijs: half of a compound


class Piece(NamedTuple):
    """One thing of an enumeration, and where it stands in the text."""

    text: str
    start: int
    end: int


def pieces(text: str, *, apart: bool = True) -> Iterator[Piece]:
    """Yield the things that a text enumerates.

    `en` parts the last two things, but not what a preposition introduces (*ouders van peuters en kleuters*), and not
    at all where `apart` is false: then only commas and line ends do.
    """
    begin = 0
    last = max((match.end() for match in _HARD.finditer(text)), default=0)
    listed = len(_HARD.findall(text)) > 1
    for match in _JOINT.finditer(text):
        if match.start() < begin or not match.start():
            continue
        said = text[begin : match.start()]
        within = listed and match.start() < last  # of A, B and C, D and E only the last `and` parts
        if not _HARD.search(match[0]) and (within or not (apart and _parts(said, text[match.end() :]))):
            continue
        if match[0].strip() == "&" and _NAME_GOES_ON.match(text, match.end()):
            continue
        if _in_brackets(text, match.start()):
            continue
        yield from _piece(text, begin, match.start())
        begin = match.end()
    yield from _piece(text, begin, len(text))


def _parts(said: str, following: str) -> bool:
    """Whether `en` stands between two things, and does not go on with what was said."""
    if _HALF.search(said.rstrip()):
        return False
    if following.startswith("voor "):
        return True
    if not _PREPOSITION.search(said):
        return not following[:1].isupper() or said.strip()[:1].isupper() or "," not in said
    if "," not in following and _SOMEBODY.match(following) and not _several(said.split()[-1]):
        return True  # docenten in het onderwijs en studenten: nobody is in both
    head = said.split()[0].casefold() if said.split() else ""
    following_words = following.split()
    return bool(following_words) and (
        following_words[0].casefold() == head
        or following_words[0].casefold() in ("andere", "overige", "hun", "iedereen")
    )


def _several(word: str) -> bool:
    """Whether a word may be of several people, so that `en` goes on with it: ouders van peuters en kleuters."""
    return word.casefold().endswith("en") or _SOMEBODY.match(word) is not None


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


def _piece(text: str, start: int, end: int) -> Iterator[Piece]:
    said = text[start:end]
    start += len(said) - len(said.lstrip(_EDGES))
    said = said.strip(" \t\n.,;:•*–-!?")
    said = said.strip("()") if said.startswith("(") and said.endswith(")") else said.lstrip("(")
    said = said.rstrip(")") if said.count(")") > said.count("(") else said
    plain = _ARTICLES.sub("", said)
    start += len(said) - len(plain)
    if plain:
        yield Piece(" ".join(plain.split()), start, start + len(plain))
