"""How many do not know yet what is so now: every change ends with it."""

from __future__ import annotations

from collections.abc import Iterable

from netwerk_cli.domain import untold
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import View


def waiting_to_hear(caller: Caller, view: View, slugs: Iterable[str]) -> dict[str, int]:
    """Return how many are to be told something, by event or group; those of which all know everything are left out."""
    counts = {
        slug: _of_group(view, slug)
        if view.is_group(slug)
        else untold.count(view.event(slug), view.registrations(slug), caller.now)
        for slug in slugs
    }
    return {slug: count for slug, count in counts.items() if count}


def _of_group(view: View, slug: str) -> int:
    from netwerk_cli.domain import news

    return len(news.due(view.group(slug), view.memberships(slug)))
