"""What is kept of people whose particulars are gone: figures. How they are counted is in `counting`."""

from __future__ import annotations

from collections.abc import Mapping

from netwerk_cli.records import field, record

ANSWER = "answers."
"""What stands before the id of a question, where a figure is by the answers to it."""


@record
class Figure:
    """How many of those of whom a field was erased had said one thing.

    `by` is the field, `answers.ID` for a question; `value` what they had said, empty for an answer in own words;
    `counts` are those of `counting.measured`.
    """

    by: str
    value: str
    counts: Mapping[str, int] = field(default_factory=dict)
