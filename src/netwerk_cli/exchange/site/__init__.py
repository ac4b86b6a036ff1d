"""The agenda as a static site: pages that ask for nothing from anywhere, and a feed of news.

    meetings     what the pages are of, and what is said of each meeting
    wording      what they say, in each language
    markup       elements; text becomes markup by no other way
    frame        what all pages share
    overview     the first page
    event_page   the page of one event
    linked_data  the same for search engines
    atom         the feed

Written by functions and not by templates: the pages are ours, jinja2 costs 70 ms to load, and what escapes
everything fits in one module.
"""

from __future__ import annotations

from collections.abc import Sequence

from netwerk_cli.exchange.site.atom import FILE as FEED
from netwerk_cli.exchange.site.atom import feed
from netwerk_cli.exchange.site.event_page import event_page
from netwerk_cli.exchange.site.meetings import Agenda, Beside, Meeting, session_span
from netwerk_cli.exchange.site.overview import FILE as FIRST
from netwerk_cli.exchange.site.overview import overview
from netwerk_cli.exchange.site.wording import TEXTS

__all__ = ["TEXTS", "Agenda", "Beside", "Meeting", "pages", "session_span"]


def pages(agenda: Agenda, upcoming: Sequence[Meeting], past: Sequence[Meeting]) -> dict[str, bytes]:
    """Return the files of the site by name, calendars apart; meetings are in the order in which they are shown."""
    every = [*upcoming, *past]
    return {
        FIRST: overview(agenda, upcoming, past),
        FEED: feed(agenda, every),
        **{one.page: event_page(agenda, one) for one in every},
    }
