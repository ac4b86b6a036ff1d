"""How long before a start something happens: typed as `2 days before 12:00`, it moves along with the start."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from netwerk_cli.domain.moments import Moment, in_zone, localise
from netwerk_cli.errors import BadDate
from netwerk_cli.records import record
from netwerk_cli.wording import Wording


@record
class Lead:
    """So many days by the calendar, or so many minutes by the clock.

    `clock_s` is the time of that day, in seconds after midnight; None for the time of the start.
    """

    days: int = 0
    minutes: int = 0
    clock_s: int | None = None

    @property
    def clock(self) -> str | None:
        """The time of that day as text, with seconds only where there are any."""
        if self.clock_s is None:
            return None
        minutes, seconds = divmod(self.clock_s, 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")

    def __str__(self) -> str:
        if self.minutes:
            return f"{self.minutes} minutes before"
        return f"{self.days} days before" + (f" {self.clock}" if self.clock else "")

    def before(self, start: Moment, zone: str) -> datetime:
        """Return the moment that lies so long before a start in `zone`.

        Raises:
            BadDate: the start has no time to count back from, or the clocks skip the time or show it twice.
        """
        if not isinstance(start, datetime) and self.clock_s is None:
            why = Wording("the start has no time to count back from; add one, as in '7 days before 16:00'")
            raise BadDate(text=str(self), why=why)
        try:
            return self._before(start, zone)
        except OverflowError as err:
            raise BadDate(text=str(self), why=Wording("there is no such day")) from err

    def _before(self, start: Moment, zone: str) -> datetime:
        if isinstance(start, datetime):
            if self.minutes:
                return in_zone(start - timedelta(minutes=self.minutes), zone)
            start = in_zone(start, zone).replace(tzinfo=None)
        else:
            start = datetime.combine(start, time())
        if self.clock_s is not None:
            start = datetime.combine(start, time()) + timedelta(seconds=self.clock_s)
        return localise(start - timedelta(days=self.days), zone, text=str(self))
