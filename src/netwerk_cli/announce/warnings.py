"""What somebody has to look at before the dossier is applied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from netwerk_cli.announce.facts import Kind, Session, Warning


def warnings(kind: Kind, sessions: Sequence[Session], *, days_named: bool) -> Iterator[Warning]:
    """Yield each warning once; `days_named`: there are days whose year cannot be told."""
    if any(session.weekday_differs for session in sessions):
        yield Warning.WEEKDAY_MISMATCH
    if any(session.year_inferred for session in sessions) or (days_named and not sessions):
        yield Warning.YEAR_MISSING
    if any(isinstance(session.start, datetime) and session.end is None for session in sessions):
        yield Warning.END_MISSING
    if any(not isinstance(session.start, datetime) for session in sessions):
        yield Warning.TIME_MISSING
    if not sessions and not days_named and kind in (Kind.EVENT, Kind.SERIES):
        yield Warning.DATE_MISSING
