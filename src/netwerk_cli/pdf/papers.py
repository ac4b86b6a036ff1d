"""What comes off the press, and what every paper is told: in which language, and whose names no font has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol


class Words(Protocol):
    """What gives a sentence in the reader's language, with its facts filled in."""

    def __call__(self, template: str, **facts: object) -> str: ...  # noqa: D102


class Speech(NamedTuple):
    """How a paper speaks: the language by its code (`nl`), its sentences, and where the user's own fonts lie."""

    language: str
    words: Words
    fonts: Path | None = None


class Person(NamedTuple):
    """Somebody on a paper: their code, their name, and what else is said of them, in order."""

    code: str
    name: str
    more: Sequence[str] = ()


class About(NamedTuple):
    """What a paper is of: the event, and when the last thing that is on it was changed."""

    slug: str
    title: str
    at: datetime


class Paper(NamedTuple):
    """A PDF, of how many people it is, and those of whom no font has all that had to be printed, by code."""

    data: bytes
    people: int
    unprinted: dict[str, str]
