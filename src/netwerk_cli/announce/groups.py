"""How one joins a group: open, semi-open or closed."""

from __future__ import annotations

import re

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.page import Page
from netwerk_cli.domain.groups import Access

_POLICIES = (
    (Access.SEMI_OPEN, r"\b(?:semi-?\s?open|half-?open|half besloten)\b"),
    (Access.CLOSED, r"\b(?:besloten|gesloten) (?:werkgroep|netwerk|community|platform|kring)\b"
    r"|\balleen op uitnodiging\b|\buitsluitend op uitnodiging\b"),
    (Access.SEMI_OPEN, r"\b(?:lidmaatschap|toegang) (?:aan te vragen|aanvragen)\b"
    r"|\bvraag\b[^.]{0,40}\b(?:lidmaatschap|toegang)\b[^.]{0,20}\baan\b|\bna goedkeuring\b"
    r"|\bbeheerder\b[^.]{0,40}\b(?:beoordeelt|keurt)\b"),
    (Access.OPEN, r"\bopen (?:werkgroep|groep|netwerk|community|platform|kring)\b|\biedereen kan (?:lid worden"
    r"|zich aansluiten|meedoen)\b|\bvrij toegankelijk\b"),
)  # fmt: skip
"""What a text says of who becomes a member, and which policy that is; the first that fits."""

_COMPILED = tuple((access, re.compile(pattern, re.IGNORECASE)) for access, pattern in _POLICIES)


def access(page: Page) -> Found[Access] | None:
    """Return the membership policy that a text states."""
    for policy, pattern in _COMPILED:
        for sentence in page.sentences:
            if match := pattern.search(sentence.text[:600]):
                return Found(policy, sentence.start + match.start(), sentence.start + match.end())
    return None
