"""The dated meetings that a text announces: which of the days it names are those, and from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.announce import both_ends, choosing, recurring
from netwerk_cli.announce.facts import Session
from netwerk_cli.announce.hours import Clock
from netwerk_cli.announce.mentions import Days, Mentions, leads
from netwerk_cli.announce.numbers import NUMBER, number
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.programme import Times
from netwerk_cli.announce.years import Dated, Years, span_days
from netwerk_cli.domain.moments import Moment, localise, moved
from netwerk_cli.errors import BadDate
from netwerk_cli.records import replace

if TYPE_CHECKING:
    from netwerk_cli.dates import ClockTime

_REPEATED = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?:(?P<step>wekelijkse|tweewekelijkse|opeenvolgende"
    rf"|aaneengesloten)\s+(?:\w+\s){{0,2}}?"
    r"(?:avonden|middagen|ochtenden|dagen|bijeenkomsten|sessies|lessen|(?:maan|dins|woens|donder"
    r"|vrij|zater|zon)dag\w*)"
    r"|(?P<days>(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:avond|middag|ochtend|voormiddag"
    r"|namiddag|morgen)?en)"
    r"|(?P<weeks>weken)(?: lang)?\b)",
    re.IGNORECASE,
)  # fmt: skip
_MOST_REPEATED = 60
_AGAIN = 6  # mentions of one day that are looked at
_MOST_DAYS_HELD = 5  # days of a span that each have the hours stated for it


class Meeting(NamedTuple):
    """A day or span of days, its hours, and where both were found."""

    first: Dated
    last: Dated | None
    times: Times | None
    mention: Days


def sessions(page: Page, mentions: Mentions, years: Years, zone: str) -> tuple[Session, ...]:
    """Return the meetings of a text by their start; a day whose year cannot be told is not proposed."""
    chosen = choosing.chosen(page, mentions, years)
    spans = both_ends.spans(page, mentions, chosen)
    if spans and (whole := tuple(_from_end_to_end(spans, years, zone))):
        return tuple(sorted(_each_once(whole), key=_order))
    several = len({choosing.day_of(one) for one in chosen}) > 1 or any(len(one.days) > 1 for one in chosen)
    clock = Clock(page, mentions, chosen)
    meetings = [
        found
        for one in chosen
        for found in _meetings(one, _hours(clock, one, chosen, alone=not several), years)
    ]
    found = [session for meeting in meetings for session in _sessions(page, meeting, zone)]
    found = list(_each_once(found))
    if ruled := tuple(_of_rule(page, mentions, years, zone, found)):
        return ruled
    if len(found) == 1 and meetings[0].last is None:
        found = list(_repeated(page, meetings[0].mention, found[0], zone))
    return tuple(sorted(found, key=_order))


def _hours(clock: Clock, mention: Days, chosen: Sequence[Days], *, alone: bool) -> Times | None:
    """Return the hours of a day: those that stand with it, or fuller ones that stand with another mention of it."""
    again = [one for one in chosen if one.lone and choosing.day_of(one) == choosing.day_of(mention)][:_AGAIN]
    whole = (times for one in again if (times := clock.beside(one)) and times.first and times.last)
    return next(whole, None) or clock.of(mention, alone=alone)


# ---------------------------------------------------------------- days to sessions
def _meetings(mention: Days, times: Times | None, years: Years) -> Iterator[Meeting]:
    for span in mention.days:
        first = years.date_of(span.first)
        last = years.date_of(span.last) if span.last else None
        if first is None:
            continue
        if last is not None and last.day < first.day and last.inferred:
            first = Dated(first.day.replace(year=first.day.year - 1), True)
        yield Meeting(first, last, times, mention)


def _sessions(page: Page, meeting: Meeting, zone: str) -> Iterator[Session]:
    first, last, times, mention = meeting
    days = [first.day]
    if last is not None and (each := recurring.weekly(page, mention, first.day, last.day)):
        days = list(each)
    elif last is not None:
        if times is None or times.first is None or not 0 < span_days(first.day, last.day) <= _MOST_DAYS_HELD:
            yield _session(page, meeting, first.day, last.day, None)
            return
        days = [first.day + timedelta(days=step) for step in range(span_days(first.day, last.day))]
    for day in days:
        start, end = _moments(day, times, zone)
        yield _session(page, meeting, start, end, _title(page, mention))


def _session(page: Page, meeting: Meeting, start: Moment, end: Moment | None, title: str | None) -> Session:
    mention = meeting.mention
    at = (mention.start, mention.end)
    times = meeting.times
    if (
        times is not None
        and 0 <= times.at[0] - mention.end < 40
        and "\n" not in page.text[mention.end : times.at[1]]
    ):
        at = (mention.start, times.at[1])
    last = meeting.last
    return Session(
        start=start,
        end=end,
        at=at,
        title=title,
        weekday_differs=meeting.first.weekday_differs or (last is not None and last.weekday_differs),
        year_inferred=meeting.first.inferred,
    )


def _moments(day: date, times: Times | None, zone: str) -> tuple[Moment, Moment | None]:
    """Return the start and end on a day; a bare day where no start is stated."""
    if times is None or times.first is None:
        return day, None
    start = _instant(day, times.first, zone)
    if start is None:
        return day, None
    end = _instant(day, times.last, zone) if times.last else None
    if end is not None and end <= start:
        late = start.hour >= 17 and end.hour < 5  # a night that ends after midnight
        end = _instant(day + timedelta(days=1), times.last, zone) if late and times.last else None
    return start, end


def _instant(day: date, clock: ClockTime, zone: str) -> datetime | None:
    at = time(clock.hour % 24, clock.minute)
    naive = datetime.combine(day + timedelta(days=clock.hour // 24), at)
    try:
        return localise(naive, zone, text="")
    except BadDate:
        return None


_AROUND_TITLE = " \t|:–-.,;•*"


def _title(page: Page, mention: Days) -> str | None:
    """Return what a line of a list says behind its day and hours."""
    block = page.blocks[mention.block]
    if not leads(page, mention.block, mention.start):
        return None
    rest = page.text[mention.end : block.end]
    rest = re.sub(
        r"^[\s,|:–-]*(?:(?:van|om)\s)?[\d.:u]{1,7}(?:\s?uur)?(?:\s?(?:–|-|tot"
        r"|t/m)\s?[\d.:u]{1,7}(?:\s?uur)?)?",
        "",
        rest,
    )
    rest = " ".join(rest.split()).strip(_AROUND_TITLE)
    return rest if 2 < len(rest) <= 80 else None


def _repeated(page: Page, mention: Days, session: Session, zone: str) -> Iterator[Session]:
    """Yield a meeting as often as the text says that it is held: zes wekelijkse avonden."""
    block = page.blocks[mention.block]
    match = next(
        (
            found
            for each in (block.text, *(b.text for b in page.blocks[mention.block + 1 : mention.block + 3]))
            if (found := _REPEATED.search(each))
        ),
        None,
    )
    count = number(match["count"]) if match else None
    if match is None or count is None or not 1 < count <= _MOST_REPEATED:
        yield session
        return
    step = timedelta(days=14 if match["step"] == "tweewekelijkse" else 7)
    if (match["step"] or "").casefold() in ("opeenvolgende", "aaneengesloten") and "dagen" in match[0]:
        step = timedelta(days=1)
    for turn in range(count):
        start = _on(session.start, turn * step, zone)
        end = _on(session.end, turn * step, zone) if session.end else None
        yield replace(session, start=start, end=end)


def _from_end_to_end(spans: Iterable[both_ends.Span], years: Years, zone: str) -> Iterator[Session]:
    """Yield one meeting for each span that has a day and a time at both its ends."""
    for span in spans:
        first, last = years.date_of(span.first), years.date_of(span.last)
        start = _instant(first.day, span.begins, zone) if first else None
        end = _instant(last.day, span.ends, zone) if last else None
        if first and last and start and end and start < end:
            yield Session(
                start=start,
                end=end,
                at=span.at,
                weekday_differs=first.weekday_differs or last.weekday_differs,
                year_inferred=first.inferred,
            )


def _of_rule(
    page: Page, mentions: Mentions, years: Years, zone: str, found: Sequence[Session]
) -> Iterator[Session]:
    """Yield the meetings of a rule for each month, where what else was found is one of them or the span of them all."""
    rule = recurring.monthly(page, mentions.days, years)
    if rule is None:
        return
    others = (one for one in found if _date_of(one.start) not in rule.days)
    if any(one.end is None or isinstance(one.start, datetime) for one in others):
        return
    times = Clock(page, mentions, ()).in_block(rule.block)
    for day in rule.days:
        start, end = _moments(day, times, zone)
        yield Session(start=start, end=end, at=rule.at, year_inferred=rule.inferred)


def _on(moment: Moment, by: timedelta, zone: str) -> Moment:
    return moved(moment, by, zone) if isinstance(moment, datetime) else moment + by


def _each_once(found: Iterable[Session]) -> Iterator[Session]:
    """Yield each meeting once: of two on one day, one without hours of its own adds only that its weekday differs."""
    kept: list[Session] = []
    for one in sorted(
        found, key=lambda session: (not isinstance(session.start, datetime), session.end is None)
    ):
        place = next((at for at, other in enumerate(kept) if _same(one, other)), None)
        if place is None:
            kept.append(one)
        elif one.weekday_differs:
            kept[place] = replace(kept[place], weekday_differs=True)
    return iter(kept)


def _same(one: Session, other: Session) -> bool:
    """Whether a meeting is one that was seen: at the same time, or on the same day without a time that differs."""
    if one.start == other.start:
        return True
    return _date_of(one.start) == _date_of(other.start) and (
        not isinstance(one.start, datetime) or one.end is None
    )


def _date_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _order(session: Session) -> tuple[date, bool, str]:
    return _date_of(session.start), isinstance(session.start, datetime), session.start.isoformat()
