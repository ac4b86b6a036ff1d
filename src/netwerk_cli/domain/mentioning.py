"""Where a text mentions somebody: by an address or a name, however it is written out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netwerk_cli.domain.people import same_address

STRUCK = "…"
"""What stands where somebody was mentioned."""
_BETWEEN = r"[^\w@]{1,5}"
"""What parts the words of a name: a blank, `, ` and `;` between the columns of a list, quotes round a call name."""
_WORD = re.compile(r"\w+")
_ESCAPED = re.compile(r"[\x00-\x1f\"\\]")
_BEFORE, _AFTER = r"(?<![\w.%+'@-])", r"(?![\w@]|[.-]\w)"
"""What an address is not part of another by: `an@example.org` is not in `jan@example.org`."""


class Term(NamedTuple):
    """Something to look for: an address, or a name."""

    text: str
    is_address: bool


def terms_of(names: Iterable[str], addresses: Iterable[str]) -> tuple[Term, ...]:
    """Return what to look for, each once however it is written."""
    found = [Term(text, True) for text in addresses] + [Term(text, False) for text in names]
    return tuple({(one.is_address, even(one.text)): one for one in found if one.text.strip()}.values())


def even(text: str) -> str:
    """Return a text as it is compared: normalised (NFKC) and case-folded."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _parts(term: Term) -> tuple[str, ...]:
    """Return what stands in each text that mentions a term, and is written there as it is, in JSON too."""
    address = same_address(term.text)
    if term.is_address and not _ESCAPED.search(address):
        return (address,)
    return tuple(_WORD.findall(address if term.is_address else even(term.text)))


def _pattern(term: Term) -> str:
    if term.is_address:
        return _BEFORE + re.escape(same_address(term.text)) + _AFTER
    words = _WORD.findall(even(term.text))
    if not words:
        return re.escape(even(term.text).strip())
    turned = dict.fromkeys((*words[at:], *words[:at]) for at in range(len(words)))
    either = "|".join(_BETWEEN.join(map(re.escape, one)) for one in turned)
    return rf"(?<![\w@])(?:{either})(?!\w)"


@dataclass(frozen=True, slots=True)
class Mentions:
    """Finds the mentions of somebody. Words of a name may stand the other way round, as in lists: `Vos, Dina`."""

    terms: tuple[Term, ...]
    _any: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _signs: tuple[tuple[str, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        either = "|".join(f"(?P<t{at}>{_pattern(term)})" for at, term in enumerate(self.terms))
        object.__setattr__(self, "_any", re.compile(either or r"(?!)"))
        object.__setattr__(self, "_signs", tuple(dict.fromkeys(map(_parts, self.terms))))

    def found_in(self, text: str) -> Iterator[tuple[Term, int]]:
        """Yield each term that a text mentions and where, counted in the text as `even` has it."""
        evened = even(text)
        if self._may_be_in(evened):  # most texts hold nothing, which this says sooner
            for match in self._any.finditer(evened):
                yield self.terms[int(str(match.lastgroup)[1:])], match.start()

    def _may_be_in(self, evened: str) -> bool:
        return any(all(part in evened for part in parts) for parts in self._signs)

    def may_be_in(self, written: str) -> bool:
        """Whether a text that is written as JSON, all letters as they are, can mention any of the terms.

        What is escaped there parts words, or is in none: where a letter is, ask what it says.
        """
        return self._may_be_in(even(written))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def within(self, text: str) -> bool:
        """Whether a text mentions any of the terms."""
        return next(self.found_in(text), None) is not None

    def struck(self, text: str) -> str:
        """Return a text without its mentions; the same one where there are none."""
        if not self.within(text):
            return text
        letters, starts = _letters(unicodedata.normalize("NFC", text))
        whole, out, at = unicodedata.normalize("NFC", text), [], 0
        for match in self._any.finditer(letters):
            begin, end = starts[match.start()], starts[match.end()]
            out += [whole[at:begin], STRUCK]
            at = end
        return "".join((*out, whole[at:])) if out else STRUCK


def _letters(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, and for each of its letters where that stood."""
    parts, starts = [], []
    for at, sign in enumerate(text):
        evened = even(sign)
        parts.append(evened)
        starts += [at] * len(evened)
    return "".join(parts), [*starts, len(text)]


def walked(value: object, change: Callable[[str], str]) -> object:
    """Return a plain value (as JSON has it) in which each text was changed, names of an object too."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [walked(item, change) for item in value]
    if isinstance(value, dict):
        return {change(str(name)): walked(item, change) for name, item in value.items()}
    return value
