"""The most telling reason for a text that the grammar cannot read, judged by what stands at the cursor."""

from __future__ import annotations

from collections.abc import Mapping

from netwerk_cli.dates.reasons import Refusal
from netwerk_cli.dates.tokens import Cursor, Kind, Token
from netwerk_cli.dates.words import (
    AT,
    DAY_PARTS,
    FROM,
    HALVES,
    MONTHS,
    ON,
    OTHER_ZONES,
    SEASONS,
    UNDECIDED,
    UNTIL,
    UTC_NAMES,
    WEEKDAYS,
)


def complaint(cursor: Cursor) -> Refusal:
    """Return why reading stopped here."""
    cursor.sign(",")
    cursor.word(FROM | ON | AT)
    token = cursor.peek()
    if token.kind is Kind.END:
        return Refusal("unfinished", piece=cursor.text.split()[-1][-40:])
    if token.kind is Kind.NUMBER:
        return _about_number(cursor)
    if token.kind is Kind.WORD:
        return _about_word(cursor, token)
    if token.kind is Kind.ZONE and not _named_in(token, WEEKDAYS) and not _named_in(token, MONTHS):
        return Refusal("zone_alone")
    if token.text == "'" and cursor.peek(1).text == "s" and cursor.peek(2).text.endswith(DAY_PARTS):
        return Refusal("day_part", piece=f"'s {cursor.peek(2).text}")
    return Refusal("not_understood", piece=cursor.piece())


def undecided(text: str) -> bool:
    """Does the (cleaned) text say that the date is not known yet?"""
    return "".join(text.lower().split()).replace(".", "") in UNDECIDED


def _named_in(token: Token, names: Mapping[str, int]) -> bool:
    return token.text.split("/")[0] in names


def _about_number(cursor: Cursor) -> Refusal:
    piece = cursor.piece()
    whole = cursor.at == 0
    if whole and cursor.is_number(4, 4):
        if cursor.text.strip(" .") == cursor.peek().text:
            return Refusal("year_only")
        if cursor.is_sign("-/", ahead=1) and cursor.peek(3).kind is Kind.END:
            return Refusal("no_day")
    two_numbers = cursor.is_sign("-.", ahead=1) and cursor.is_number(1, 2, ahead=2, glued=True)
    if whole and cursor.is_number(1, 2) and two_numbers and cursor.peek(3).spaced:
        return Refusal("needs_year", piece=piece)
    follower = cursor.peek(1)
    if (
        cursor.is_number(1, 2)
        and follower.spaced
        and (follower.kind is not Kind.WORD or follower.text in UNTIL)
    ):
        return Refusal("bare_number", piece=piece)
    return Refusal("not_understood", piece=piece)


def _about_word(cursor: Cursor, token: Token) -> Refusal:
    piece = cursor.piece()
    if token.text in HALVES:
        return Refusal("half_hour", piece=cursor.text[token.start :].strip()[:40])
    if token.text.endswith(DAY_PARTS):
        return Refusal("day_part", piece=piece)
    if token.text in MONTHS and cursor.at <= 1:
        return Refusal("no_day")
    if token.text in OTHER_ZONES:
        return Refusal("unknown_zone", zone=piece)
    if token.text in UTC_NAMES or token.text in SEASONS:
        return Refusal("zone_alone")
    return Refusal("not_understood", piece=piece)
