"""English: the sentences are the templates themselves."""

from __future__ import annotations

from netwerk_cli.cli.languages import Speech
from netwerk_cli.dates import ENGLISH

SPEECH = Speech(
    texts={},
    days=ENGLISH.days,
    months=ENGLISH.months,
    days_short=ENGLISH.days_short,
    months_short=ENGLISH.months_short,
    at="at",
    units=(("day", "days"), ("hour", "hours"), ("minute", "minutes")),
    moment="less than a minute",
    decimal=".",
    yes=("y", "yes"),
    choice="y/N",
)
