"""From what was typed to moments: days become dates, times become instants in the zone of the event."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

from netwerk_cli.dates.calendar_days import Near, check_year, settle, settle_span
from netwerk_cli.dates.phrases import ClockTime, Offset, Phrase, Point, Season, Timed, ZoneName
from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.domain import moments
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadDate, UnknownZone

_SEASON_ZONE = "Europe/Brussels"


def resolve(
    phrase: Phrase, zone: str, now: datetime, near: Near | None = None
) -> tuple[Moment, Moment | None]:
    """Return the start, and the end when the phrase is a span. Without a year, the start is the one that is `near`.

    Raises:
        Refusal: a day or a time does not exist or is not exact, or the end is not after the start.
    """
    today = moments.in_zone(now, zone).date()
    if phrase.last is None:
        return _moment(settle(phrase.first.day, today, near), phrase.first.time, zone), None
    first, last = _share_zone(phrase.first, phrase.last)
    if (first.time is None) != (last.time is None):
        raise Refusal("half_span")
    first_day, last_day = settle_span(first.day, last.day, today, near)
    start, end = _moment(first_day, first.time, zone), _moment(last_day, last.time, zone)
    if end <= start:
        raise Refusal("end_before_start", starts=_wall_text(start), ends=_wall_text(end))
    return start, end


def instant_on(day: date, timed: Timed, zone: str) -> datetime:
    """Return the instant of a typed time on `day`, with the offset that `zone` has then."""
    clock = timed.clock
    if clock.hour == 24 and timed.zone is None:
        return moments.end_of(day, zone)
    naive = _naive(day, clock)
    match timed.zone:
        case None:
            return wall_instant(naive, zone)
        case Offset(ahead=ahead):
            return moments.in_zone(naive.replace(tzinfo=timezone(ahead)), zone)
        case Season():
            return moments.in_zone(_in_season(naive, timed.zone), zone)
        case ZoneName(name=name):
            return moments.in_zone(wall_instant(naive, _known_zone(name)), zone)


def wall_instant(naive: datetime, zone: str) -> datetime:
    """Return the instant at which the clocks of `zone` show `naive`.

    Raises:
        Refusal: they skip it, or show it twice.
    """
    try:
        return moments.localise(naive, zone, text="")
    except BadDate as err:
        tz = moments.zone(zone)
        first, second = naive.replace(tzinfo=tz, fold=0), naive.replace(tzinfo=tz, fold=1)
        if first.astimezone(UTC).astimezone(tz).replace(tzinfo=None) != naive:
            raise Refusal("skipped", zone=zone) from err
        earlier, later = (each.isoformat(timespec="minutes") for each in (first, second))
        raise Refusal("twice", zone=zone, earlier=earlier, later=later) from err


def checked_instant(instant: datetime) -> datetime:
    """Return the instant if its year is within range."""
    check_year(instant.year)
    return instant


def _moment(day: date, timed: Timed | None, zone: str) -> Moment:
    return instant_on(day, timed, zone) if timed else day


def _naive(day: date, clock: ClockTime) -> datetime:
    if clock.hour == 24:
        return datetime.combine(day + timedelta(days=1), time())
    return datetime.combine(day, time(clock.hour, clock.minute, clock.second or 0, clock.microsecond))


def _in_season(naive: datetime, season: Season) -> datetime:
    tz = moments.zone(_SEASON_ZONE)
    readings = [naive.replace(tzinfo=tz, fold=fold) for fold in (0, 1)]
    if readings[0].astimezone(UTC).astimezone(tz).replace(tzinfo=None) != naive:
        raise Refusal("skipped", zone=_SEASON_ZONE)
    for reading in readings:
        if reading.utcoffset() == season.ahead:
            return reading
    raise Refusal("wrong_season", used=readings[0].tzname() or "", typed_zone=season.name)


def _known_zone(name: str) -> str:
    for spelling in (name, name.title()):
        try:
            moments.zone(spelling)
        except UnknownZone:
            continue
        return spelling
    raise Refusal("unknown_zone", zone=name)


def _share_zone(first: Point, last: Point) -> tuple[Point, Point]:
    """Let a zone typed with one end of a span hold for both."""
    if first.time is None or last.time is None:
        return first, last
    zone = first.time.zone or last.time.zone
    begin = Timed(clock=first.time.clock, zone=zone)
    end = Timed(clock=last.time.clock, zone=last.time.zone or zone)
    return Point(day=first.day, time=begin), Point(day=last.day, time=end)


def _wall_text(moment: Moment) -> str:
    return moment.isoformat(" ", "minutes")[:16] if isinstance(moment, datetime) else moment.isoformat()
