"""Where somebody stands in a list by family name. The name itself stays as it is written."""

from __future__ import annotations

from enum import StrEnum

from netwerk_cli.domain.matching import folded


class Names(StrEnum):
    """How family names are put in order: *de Vries* under V (Dutch), or *De Vries* under D (Flemish)."""

    DUTCH = "nl"
    FLEMISH = "be"


_FLEMISH_ZONES = ("Europe/Brussels",)
_PREFIXES = frozenset({
    "aan", "bij", "d'", "da", "dal", "de", "degli", "dei", "del", "dela", "della", "den", "der", "des", "di", "dos",
    "du", "el", "het", "in", "l'", "la", "las", "le", "les", "lo", "los", "onder", "op", "over", "'s", "'t", "te",
    "ten", "ter", "thoe", "tho", "tot", "uijt", "uit", "van", "vande", "vanden", "vander", "vom", "von", "voor", "zu",
    "zum", "zur",
})  # fmt: skip
"""Words that stand before a family name; a name that begins with one has no first name in front of it."""
_JOINED = ("d'", "l'", "'t", "'s")
"""Prefixes that are written onto the name: `d'Hondt`."""


def names_of(setting: str, zone: str) -> Names:
    """Return the order that is asked for; `auto` is that of the country of a time zone."""
    if setting in tuple(Names):
        return Names(setting)
    return Names.FLEMISH if zone in _FLEMISH_ZONES else Names.DUTCH


def family_key(name: str, way: Names) -> str:
    """Return what a name is ordered by: family name, prefix (Dutch) and first name, with what sorts before a letter."""
    first, prefix, family = split(folded(name))
    if way is Names.FLEMISH:
        family, prefix = f"{prefix} {family}".replace("'", "").strip(), ""  # 't Hooft is under T
    parts = (family, prefix, first)
    return "\x01".join(parts)


def split(name: str) -> tuple[str, str, str]:
    """Return first name, prefix and family name of a folded name such as `jan de vries` or `vries, jan de`."""
    family, comma, rest = (part.strip() for part in name.partition(","))
    if comma and rest:
        first, behind = _tail(rest.split())
        prefix, own = _head(family.split())
        return first, " ".join(filter(None, (behind, prefix))), own
    words = family.split()
    begin = next((at for at, word in enumerate(words) if _begins_family(word)), max(0, len(words) - 1))
    prefix, own = _head(words[begin:])
    return " ".join(words[:begin]), prefix, own


def pieces(name: str) -> list[str]:
    """Return the parts of a name between which a line may end: a prefix stays with what it stands before."""
    found, held = list[str](), list[str]()
    for word in name.split():
        held.append(word)
        if folded(word).rpartition("-")[2] not in _PREFIXES:
            found.append(" ".join(held))
            held = []
    return found + ([" ".join(held)] if held else [])


def _begins_family(word: str) -> bool:
    """Whether a family name begins with this word: a prefix, one with a prefix on it, or `jansen-de` before `vries`."""
    return word in _PREFIXES or word.startswith(_JOINED) or word.rpartition("-")[2] in _PREFIXES


def _head(words: list[str]) -> tuple[str, str]:
    """Return the prefixes in front of a family name, and the name; one of prefixes only is a name."""
    at = next((at for at, word in enumerate(words) if word not in _PREFIXES), 0)
    own = " ".join(words[at:])
    joined = next((sign for sign in _JOINED if own.startswith(sign) and own != sign), "")
    return " ".join([*words[:at], *([joined] if joined else [])]), own[len(joined) :]


def _tail(words: list[str]) -> tuple[str, str]:
    """Return the first names, and the prefixes behind them: `jan van der`."""
    at = len(words)
    while at > 1 and words[at - 1] in _PREFIXES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])
