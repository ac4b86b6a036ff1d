"""What events, groups, sessions and their parts are called."""

from __future__ import annotations

from typing import Annotated

from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording


def check_slug(slug: str, *, field: str = "SLUG") -> str:
    """Return `slug` when it is lower-case letters, digits and single hyphens, at most 80 characters."""
    lower = slug.isascii() and slug == slug.lower()
    if len(slug) > 80 or not lower or not all(map(str.isalnum, slug.split("-"))):
        raise BadValue(
            field=field, why=Wording("a name has only a-z, 0-9 and single hyphens, at most 80 characters")
        )
    return slug


Slug = Annotated[str, check_slug]
"""A text that `check_slug` lets pass."""
