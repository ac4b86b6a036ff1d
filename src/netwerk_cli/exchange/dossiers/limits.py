"""How much a dossier may hold: beyond this it describes no event or group, and would keep others waiting."""

from __future__ import annotations

import re
from collections.abc import Mapping

from netwerk_cli.errors.dossiers import DossierTooLarge
from netwerk_cli.wording import Wording

MOST_BYTES = 5_000_000
MOST_TABLES = 10_000
MOST_DOTS = 20

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_TOKEN = re.compile(
    rf"""(?P<deep>(?:{_PART}[ \t]*\.[ \t]*){{{MOST_DOTS}}})|\"{{3}}(?:\\.|[^\\])*?\"{{3,5}}|'{{3}}.*?'{{3,5}}"""
    rf"""|{_PART}|\#[^\n]*|[^"'\#A-Za-z0-9_-]+|.""",
    re.DOTALL,
)


def refuse_bytes(data: bytes) -> None:
    """Raise `DossierTooLarge` for a file that is too long."""
    if len(data) > MOST_BYTES:
        raise DossierTooLarge(why=Wording("a dossier has at most {most} bytes", most=MOST_BYTES))


def deep_key(text: str) -> int | None:
    """Return where a key of too many parts begins: what reads TOML takes their number squared for it."""
    if text.count(".") < MOST_DOTS:
        return None
    return next((found.start() for found in _TOKEN.finditer(text) if found.lastgroup == "deep"), None)


def too_deep() -> DossierTooLarge:
    """Return what to say of such a key."""
    return DossierTooLarge(why=Wording("a key has at most {most} parts", most=MOST_DOTS))


def refuse_tables(raw: Mapping[str, object]) -> None:
    """Raise `DossierTooLarge` for too many sessions, questions, materials and milestones."""
    if sum(len(value) for value in raw.values() if isinstance(value, list)) > MOST_TABLES:
        why = Wording(
            "a dossier has at most {most} sessions, questions, materials and milestones", most=MOST_TABLES
        )
        raise DossierTooLarge(why=why)
