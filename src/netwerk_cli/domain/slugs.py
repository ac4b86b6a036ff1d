"""What events, groups, sessions and their parts are called."""

from __future__ import annotations

import re
from typing import Annotated

from netwerk_cli.errors import BadValue, Wording

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_slug(slug: str, *, field: str = "SLUG") -> str:
    """Return `slug` when it is lower-case letters, digits and single hyphens, at most 80 characters."""
    if len(slug) > 80 or not _SLUG.fullmatch(slug):
        raise BadValue(
            field=field, why=Wording("a name has only a-z, 0-9 and single hyphens, at most 80 characters")
        )
    return slug


Slug = Annotated[str, check_slug]
"""A text that `check_slug` lets pass."""
