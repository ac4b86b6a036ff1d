"""Whether a text is Dutch, by its smallest words."""

from __future__ import annotations

import re

from netwerk_cli.announce.word_tables import word_table

_DUTCH = word_table(
    "de het een en van voor op te is zijn in met dat die aan bij naar om ook je u we wij niet of door wordt"
)
_OTHERS = tuple(
    word_table(said)
    for said in (
        "the and of to for with is are this that you your will be from by our at on as we it",
        "le la les des du et pour est une un dans sur avec vous au aux nous qui par ce cette",
        "der die das und für mit ist ein eine den dem von zu auf sich nicht wird werden auch bei",
        "el los las y para con una que del por se su es al como más",
    )
)
_LEAST = 12  # words of a text that shows in what language it is
_WORD = re.compile(r"[^\W\d_]+")


def is_other(text: str) -> bool:
    """Whether a text is plainly in another language; one of a few words may be in any."""
    said = [word.casefold() for word in _WORD.findall(text[:20_000])]
    if len(said) < _LEAST:
        return False
    dutch = sum(word in _DUTCH for word in said)
    return any(sum(word in known for word in said) > max(dutch * 1.3, len(said) / 20) for known in _OTHERS)
