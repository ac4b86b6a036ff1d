"""Who is meant by what somebody types: a name, a part of one, or nearly one. Nothing here changes what is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from netwerk_cli.domain.people import same_address
from netwerk_cli.errors import Wording

_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`\u2032", "'") | dict.fromkeys("\u2010\u2011\u2013", "-")
)
_WORD = re.compile(r"[^\W_]+")
_INSIDE = 3
"""How much of a name has to be typed for it to be found in the middle of a word."""
_NEAR = 4
"""How long a word has to be for one that is a letter off to be taken for it."""
_SUGGESTED = 3


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
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold())
    return " ".join("".join(sign for sign in parts if not unicodedata.combining(sign)).split())


def named(people: Iterable[Person], text: str) -> list[Person]:
    """Return whom a name, or part of one, fits: those still on the list where there are any.

    A whole name goes before the beginnings of its words, and these before what stands within a word.
    """
    wanted, everybody = folded(text), list(people)
    for fits in (_is_whole, _begins, _holds) if wanted else ():
        found = [one for one in everybody if fits(folded(one.name), wanted)]
        if found:
            return [one for one in found if one.active] or found
    return []


def _is_whole(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    """Whether words of the name, in order, begin with what was typed: `ensor mock` for Ensor De Mock."""
    words = iter(_WORD.findall(name))
    parts = _WORD.findall(wanted)
    return bool(parts) and all(any(word.startswith(part) for word in words) for part in parts)


def _holds(name: str, wanted: str) -> bool:
    return len(wanted) >= _INSIDE and wanted in name


def near(people: Iterable[Person], text: str) -> list[Person]:
    """Return whose address, name or a word of it is one letter off what was typed, the first few."""
    address, wanted = same_address(text), folded(text)
    found: list[Person] = []
    for one in people:
        words = (folded(one.name), *_WORD.findall(folded(one.name)))
        if one_off(same_address(one.email), address) or any(
            len(word) >= _NEAR and one_off(word, wanted) for word in words
        ):
            found.append(one)
            if len(found) == _SUGGESTED:
                break
    return found


def suggestion(people: Sequence[Named]) -> str:
    """Return a sentence that asks whether one of these was meant, or nothing; they appear as codes."""
    codes = ", ".join(one.code for one in people)
    return Wording("Did you mean {codes}? ", codes=codes) if codes else ""


def listed(people: Iterable[Named]) -> dict[str, str]:
    """Return names by code, for the screen of who asked."""
    return {one.code: one.name for one in people}


def one_off(one: str, other: str) -> bool:
    """Whether two texts differ in one letter: another, one too many, one too few, or two that changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    one, other = _after_what_is_alike(one, other)
    one, other = _after_what_is_alike(one[::-1], other[::-1])
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])


def _after_what_is_alike(one: str, other: str) -> tuple[str, str]:
    alike = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[alike:], other[alike:]
