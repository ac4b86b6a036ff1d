"""Sentences that keep their template and facts, so that they can be said in another language too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class _Count(int):
    """A number that agrees with its noun: `{free:seat|seats}` says "1 seat" or "2 seats", `{free:…|…|none}` "none"."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return int.__format__(self, spec)
        one, many, *none = spec.split("|")
        return none[0] if none and self == 0 else f"{int(self)} {one if self == 1 else many}"


_ENDS = tuple(".?!")
_MANY = 20
"""How much of a list stands in a sentence; scripts get all of it."""


def fill(template: str, facts: Mapping[str, object]) -> str:
    """Return `template` filled in with `facts`; a number may carry a noun, `{free:seat|seats}`.

    A sentence that ends in a text which ends a sentence itself, such as a title that asks, gets no full stop more.
    """
    text = template.format(**{name: _said(fact) for name, fact in facts.items()})
    return text[:-1] if text[-1:] == "." and text[-2:-1] in _ENDS and template[-2:] == "}." else text


def _said(fact: object) -> object:
    if type(fact) is int:
        return _Count(fact)
    if not isinstance(fact, list):
        return fact
    return ", ".join([*map(str, fact[:_MANY]), *(["…"] if len(fact) > _MANY else [])])


class Wording(str):
    """An English clause that keeps its template and facts, so that it can be said in another language too."""

    __slots__ = ("facts", "template")
    template: str
    facts: Mapping[str, object]

    def __new__(cls, template: str, **facts: object) -> Wording:
        """Return `template` filled in with `facts`."""
        self = super().__new__(cls, fill(template, facts))
        self.template, self.facts = template, facts
        return self


def closest(typed: str, known: Iterable[str]) -> str | None:
    """Return the name that was probably meant, None where nothing known is like what was typed."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(typed, list(known), n=1)), None)


def nearest(typed: str, known: Iterable[str]) -> str:
    """Return the sentence that offers the name that was probably meant; empty where there is none."""
    return offered(closest(typed, known))


def offered(match: str | None) -> str:
    """Return the sentence that offers a name; empty where there is none."""
    return Wording("Did you mean '{match}'? ", match=match) if match else ""


def suggest(codes: Iterable[str]) -> str:
    """Return the sentence that offers people who were probably meant, by their codes; empty where there are none."""
    found = ", ".join(codes)
    return Wording("Did you mean {codes}? ", codes=found) if found else ""


class Called(str):
    """A name that scripts use, such as that of a column, which keeps what a person calls the thing: `said`."""

    __slots__ = ("said",)
    said: str

    def __new__(cls, name: str, said: str) -> Called:
        """Return `name`, called `said` in the language of the person."""
        self = super().__new__(cls, name)
        self.said = said
        return self


def listed(words: Iterable[str], between: str = ", ") -> Wording:
    """Return words in a row, each of which can be said in another language."""
    facts = {f"word{number}": one for number, one in enumerate(words)}
    return Wording(between.join(f"{{{name}}}" for name in facts), **facts)
