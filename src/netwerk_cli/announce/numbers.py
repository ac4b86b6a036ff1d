"""Numbers as a text writes them: in digits, or in Dutch words up to a thousand."""

from __future__ import annotations

import re
from collections.abc import Mapping

_UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
          "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _spelled() -> Mapping[str, int]:
    found = {word: number for number, word in enumerate(_UNITS)} | {"één": 1}
    for tens, word in enumerate(_TENS, 2):
        found[word] = 10 * tens
        for unit in range(1, 10):
            joint = "ën" if _UNITS[unit].endswith("e") else "en"
            found[f"{_UNITS[unit]}{joint}{word}"] = 10 * tens + unit
    hundreds = {"honderd": 100} | {f"{_UNITS[n]}honderd": 100 * n for n in range(2, 10)}
    return found | hundreds | {"honderdvijftig": 150, "honderdtwintig": 120, "duizend": 1000}


_SPELLED = _spelled()
NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}})|\d{{1,5}}|{'|'.join(sorted(_SPELLED, key=len, reverse=True))})"
"""A pattern of one number."""


def number(text: str) -> int | None:
    """Return the number that a text is."""
    folded = text.strip().casefold()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})|\d{1,6}", folded):
        return int(folded.replace(".", ""))
    return _SPELLED.get(folded)
