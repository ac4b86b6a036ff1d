"""English: the sentences are the templates themselves."""

from __future__ import annotations

from netwerk_cli.cli.languages import Speech
from netwerk_cli.dates import words

SPEECH = Speech(
    texts={},
    days=words.DAYS_EN,
    months=words.MONTHS_EN,
    days_short=words.DAYS_EN_SHORT,
    months_short=words.MONTHS_EN_SHORT,
    at="at",
    units=(("day", "days"), ("hour", "hours"), ("minute", "minutes")),
    moment="less than a minute",
    yes=("y", "yes"),
    choice="y/N",
)
