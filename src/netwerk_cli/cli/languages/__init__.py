"""What readers are spoken to in: a module for each language, loaded for those who read it.

To add one, write its module, with a `SPEECH`, and name it in `LANGUAGES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from netwerk_cli.records import record

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {"nl": "dutch", ENGLISH: "english"}
"""The languages there are by their code (ISO 639-1), each with how Windows calls it. Of others, English."""

CALLED = {"nl": ("nl", "nederlands", "dutch", "vlaams"), ENGLISH: ("en", "engels", "english")}
"""How people write in which language something is held."""


@record
class Speech:
    """A language: its sentences by their English templates, and its ways with days, lengths of time and questions.

    Names of days begin on Monday. `units` are a day, an hour and a minute, one and several; `moment` is less than
    the last. `decimal` is the sign before tenths. `yes` are the answers that agree, `choice` is what stands behind a
    question.
    """

    texts: Mapping[str, str]
    days: tuple[str, ...]
    months: tuple[str, ...]
    days_short: tuple[str, ...]
    months_short: tuple[str, ...]
    at: str
    units: tuple[tuple[str, str], ...]
    moment: str
    decimal: str
    yes: tuple[str, ...]
    choice: str


@cache
def speech(language: str) -> Speech:
    """Return how `language` is spoken."""
    found: Speech = import_module(f"{__name__}.{language}").SPEECH
    return found


def spoken_in(locale: str) -> str:
    """Return the language of a locale such as `nl_BE.UTF-8` or, on Windows, `Dutch_Belgium`."""
    name = locale.lower()
    return next((code for code, word in LANGUAGES.items() if name.startswith((code, word))), ENGLISH)


def held_in(said: str | None, usual: str) -> str:
    """Return the language that somebody wrote down, as in `Nederlands`; the `usual` one where it is none of ours."""
    words = (said or "").strip().lower()
    return next((code for code, names in CALLED.items() if words.startswith(names)), usual)
