"""Typed text as a row of tokens: numbers, words, zone names and signs, and a cursor over them.

Cleaning comes first: every kind of dash becomes `-`, every kind of space a space, every kind of
apostrophe `'`; invisible marks vanish, and control characters become a replacement sign. Only ASCII
digits are numbers; nothing else is folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from enum import Enum
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<NUMBER>[0-9]+)"
    r"|(?P<ZONE>[A-Za-z]{3,}(?:/[A-Za-z][A-Za-z0-9_+-]*)+)"
    r"|(?P<WORD>[^\W\d_]+)"
    r"|(?P<SIGN>\S)"
)
_APOSTROPHES = "\u2018\u2019\u02bc\u0060\u00b4"
_MINUS = "\u2212\u2043"
_ZERO_WIDTH_SPACE = "\u200b"
_UNPRINTABLE = "\ufffd"
_PIECE = 40  # characters of a piece that an error quotes


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    ZONE = "zone"
    WORD = "word"
    SIGN = "sign"
    END = "end"


class Token(NamedTuple):
    """One token: `text` in lower case, where it lies in the cleaned text, and whether space precedes it."""

    kind: Kind
    text: str
    start: int
    end: int
    spaced: bool


def clean(text: str) -> str:
    """Return `text` with one kind of dash, space and apostrophe, and without invisible marks."""
    text = unicodedata.normalize("NFC", text)
    return text.translate({ord(character): _plain(character) for character in set(text)})


def _plain(character: str) -> str:
    if character.isspace() or character == _ZERO_WIDTH_SPACE:
        return " "
    if character in _APOSTROPHES:
        return "'"
    category = unicodedata.category(character)
    if category == "Pd" or character in _MINUS:
        return "-"
    if category == "Cf":
        return ""
    return character if character.isprintable() else _UNPRINTABLE


class Cursor:
    """A place in a row of tokens. What it reads it passes; `at` can be put back to try something else."""

    def __init__(self, text: str) -> None:
        self.text = clean(text)
        self.at = 0
        self._tokens: list[Token] = []
        end = 0
        for match in _TOKEN.finditer(self.text):
            start, spaced = match.start(), match.start() > end or not self._tokens
            end = match.end()
            kind = Kind[match.lastgroup or "SIGN"]
            self._tokens.append(Token(kind, match[0].lower(), start, end, spaced))
        self._end = Token(Kind.END, "", len(self.text), len(self.text), True)

    @property
    def done(self) -> bool:
        """Is everything read?"""
        return self.at >= len(self._tokens)

    def peek(self, ahead: int = 0) -> Token:
        """Return the token `ahead` places on, without reading it."""
        place = self.at + ahead
        return self._tokens[place] if place < len(self._tokens) else self._end

    def word(self, words: Container[str]) -> str | None:
        """Read one of `words`, or a sign among them."""
        token = self.peek()
        if token.kind not in (Kind.WORD, Kind.SIGN) or token.text not in words:
            return None
        self.at += 1
        return token.text

    def sequence(self, *texts: str) -> bool:
        """Read exactly these tokens, or nothing."""
        if any(self.peek(ahead).text != text for ahead, text in enumerate(texts)):
            return False
        self.at += len(texts)
        return True

    def sign(self, signs: str, *, glued: bool = False) -> str | None:
        """Read one of `signs`; `glued` allows no space before it."""
        token = self.peek()
        if token.kind is not Kind.SIGN or token.text not in signs or (glued and token.spaced):
            return None
        self.at += 1
        return token.text

    def number(self, least: int, most: int, *, glued: bool = False) -> int | None:
        """Read a number of `least` to `most` digits; `glued` allows no space before it."""
        if not self.is_number(least, most, glued=glued):
            return None
        self.at += 1
        return int(self.peek(-1).text)

    def is_number(self, least: int, most: int, *, ahead: int = 0, glued: bool = False) -> bool:
        """Is the token `ahead` places on a number of `least` to `most` digits?"""
        token = self.peek(ahead)
        return token.kind is Kind.NUMBER and least <= len(token.text) <= most and not (glued and token.spaced)

    def is_sign(self, signs: str, *, ahead: int = 0) -> bool:
        """Is the token `ahead` places on one of `signs`, with no space before it?"""
        token = self.peek(ahead)
        return token.kind is Kind.SIGN and token.text in signs and not token.spaced

    def piece(self, start: int | None = None) -> str:
        """Return what was typed from token `start` to here, or, without one, from here to the next space."""
        if start is not None:
            return self._cut(start, max(self.at, start + 1))
        end = self.at + 1
        while end < len(self._tokens) and not self._tokens[end].spaced and end - self.at < _PIECE:
            end += 1
        return self._cut(self.at, end)

    def _cut(self, start: int, end: int) -> str:
        tokens = self._tokens[start:end]
        typed = self.text[tokens[0].start : tokens[-1].end] if tokens else ""
        return typed if len(typed) <= _PIECE else typed[: _PIECE - 1] + "…"
