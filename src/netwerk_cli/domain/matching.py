"""Who is meant by what somebody types: a name, a part of one, or nearly one. Nothing here changes what is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from operator import ne
from typing import Protocol, TypeVar

from netwerk_cli.domain.people import same_address
from netwerk_cli.wording import suggest

_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`\u2032", "'") | dict.fromkeys("\u2010\u2011\u2013", "-")
)
_MARKS = "[\u0300-\u036f]+"
_WORD = r"[^\W_]+"
_INSIDE = 3
"""How much of a name has to be typed for it to be found in the middle of a word."""
_NEAR = 4
"""How long a word has to be for one that is a letter off to be taken for it."""
SUGGESTED = 3
LISTED = 20
"""How many people are suggested, and how many of those that fit are listed."""


class Named(Protocol):
    """Somebody on a list."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def email(self) -> str: ...  # noqa: D102
    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def active(self) -> bool: ...  # noqa: D102


Person = TypeVar("Person", bound=Named)


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Return the key under which texts are written alike: without case, accents, and kinds of blank and apostrophe."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())  # the same, sooner
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold())
    plain = re.sub(_MARKS, "", parts)
    if not plain.isascii():
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.split())


def named(people: Iterable[Person], text: str) -> list[Person]:
    """Return whom a name, or part of one, fits: those still on the list where there are any.

    A whole name goes before the beginnings of its words, and these before what stands within a word.
    """
    found: list[list[Person]] = [[] for _ in FITS]
    for one in people:
        if how := fits(one.name, text):
            found[how - 1].append(one)
    best = next(filter(None, found), [])
    return [one for one in best if one.active] or best


def fits(name: str, text: str) -> int:
    """Return how well a text fits a name: 1 wholly, 2 the beginnings of its words, 3 within one, 0 not at all."""
    wanted, whole = folded(text), folded(name)
    return next((how for how, fit in enumerate(FITS, 1) if fit(whole, wanted)), 0) if wanted else 0


def _is_whole(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    """Whether words of the name, in order, begin with what was typed: `ensor mock` for Ensor De Mock."""
    words = iter(re.findall(_WORD, name))
    parts = re.findall(_WORD, wanted)
    return bool(parts) and all(any(word.startswith(part) for word in words) for part in parts)


def _holds(name: str, wanted: str) -> bool:
    return len(wanted) >= _INSIDE and wanted in name


FITS = (_is_whole, _begins, _holds)
"""In which ways a text fits a name, the best first."""


def near(people: Iterable[Person], text: str) -> list[Person]:
    """Return who is nearly meant, the first few."""
    return [*islice((one for one in people if is_near(text, one.name, one.email)), SUGGESTED)]


def is_near(text: str, name: str, email: str) -> bool:
    """Whether an address, a name or a word of it is one letter off what was typed; another number is no slip."""
    wanted, whole = folded(text), folded(name)
    return _near_address(same_address(email), same_address(text)) or any(
        len(word) >= _NEAR and one_off(word, wanted) for word in (whole, *re.findall(_WORD, whole))
    )


def _near_address(one: str, other: str) -> bool:
    counted = len(one) == len(other) and re.sub(r"\d", "", one) == re.sub(r"\d", "", other)
    return one_off(one, other) and not counted


def suggestion(people: Sequence[Named]) -> str:
    """Return a sentence that asks whether one of these was meant, or nothing; they appear as codes."""
    return suggest(one.code for one in people)


def listed(people: Iterable[Named]) -> dict[str, str]:
    """Return names by code, for the screen of who asked."""
    return {one.code: one.name for one in people}


def one_off(one: str, other: str) -> bool:
    """Whether two texts differ in one letter: another, one too many, one too few, or two that changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other) and sum(map(ne, one, other)) > 2:
        return False  # most pairs end here
    one, other = _after_what_is_alike(one, other)
    one, other = _after_what_is_alike(one[::-1], other[::-1])
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])


def _after_what_is_alike(one: str, other: str) -> tuple[str, str]:
    alike = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[alike:], other[alike:]
