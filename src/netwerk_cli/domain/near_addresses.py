"""Addresses of which some may be a letter apart, so that who has one is found without looking at everybody.

Addresses that differ in a number only are no slips. So names are kept without their numbers: a thousand counted ones
are one name, and two that are a letter apart have what is left in common when that letter is taken away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

One = TypeVar("One")
_DIGITS = re.compile(r"\d")
_OTHERS = re.compile(r"\D")


class NearAddresses(Generic[One]):
    """Who has which address, each as `people.same_address` has it."""

    def __init__(self) -> None:
        self._named: defaultdict[str, list[One]] = defaultdict(list)
        self._counted: defaultdict[tuple[str, str], dict[str, list[One]]] = defaultdict(dict)
        self._shortened: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def put(self, address: str, one: One) -> None:
        """Take in somebody with an address."""
        name, _, domain = address.rpartition("@")
        self._named[name].append(one)
        letters = _DIGITS.sub("", name)
        if (domain, letters) not in self._counted:
            for shorter in _shortened(letters):
                self._shortened[domain, shorter].append(letters)
        self._counted[domain, letters].setdefault(_OTHERS.sub("", name), []).append(one)

    def beside(self, address: str) -> Iterator[One]:
        """Yield who may have an address that is a letter off; somebody may come twice."""
        name, _, domain = address.rpartition("@")
        yield from self._named.get(name, ())
        letters = _DIGITS.sub("", name)
        others = {one for key in _shortened(letters) for one in self._shortened.get((domain, key), ())}
        others.discard(letters)
        numbers = _OTHERS.sub("", name)
        for other in others:
            people = self._counted[domain, other]
            # A letter for a number, as l for 1, leaves one number more or less.
            wanted = (
                {numbers}
                if len(other) == len(letters)
                else {numbers, *_shortened(numbers), *_longer(numbers)}
            )
            for number in wanted & people.keys():
                yield from people[number]


def _shortened(text: str) -> set[str]:
    """Return a text, and what is left of it without any one of its signs."""
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def _longer(numbers: str) -> Iterator[str]:
    for at in range(len(numbers) + 1):
        for digit in "0123456789":
            yield numbers[:at] + digit + numbers[at:]
