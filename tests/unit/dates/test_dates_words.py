"""The names of months and days are complete, and every one of them is understood."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from netwerk_cli.dates import read_moment, words

NOW = datetime(2024, 1, 10, 11, 0, tzinfo=UTC)
MONTH_LISTS = {
    "Dutch": words.MONTHS_NL,
    "English": words.MONTHS_EN,
    "short Dutch": words.MONTHS_NL_SHORT,
    "short English": words.MONTHS_EN_SHORT,
}
DAY_LISTS = {
    "Dutch": words.DAYS_NL,
    "English": words.DAYS_EN,
    "short Dutch": words.DAYS_NL_SHORT,
    "short English": words.DAYS_EN_SHORT,
}


@pytest.mark.parametrize("names", MONTH_LISTS.values(), ids=MONTH_LISTS)
@pytest.mark.parametrize("shape", ["{}", "{}.", " {} "])
def test_every_month_name_is_read(names: tuple[str, ...], shape: str) -> None:
    read = [read_moment(f"3 {shape.format(name)} 2024", zone="UTC", now=NOW) for name in names]
    assert read == [date(2024, month, 3) for month in range(1, 13)]


@pytest.mark.parametrize("names", DAY_LISTS.values(), ids=DAY_LISTS)
@pytest.mark.parametrize("shape", ["{}", "{}.", "{},"])
def test_every_weekday_name_is_read(names: tuple[str, ...], shape: str) -> None:
    read = [
        read_moment(f"{shape.format(name)} {15 + number} january 2024", zone="UTC", now=NOW)
        for number, name in enumerate(names)
    ]
    assert read == [date(2024, 1, day) for day in range(15, 22)]


@pytest.mark.parametrize(("name", "month"), [("sept", 9), ("sept.", 9), ("febr.", 2)])
def test_longer_abbreviations_are_read(name: str, month: int) -> None:
    assert read_moment(f"3 {name} 2024", zone="UTC", now=NOW) == date(2024, month, 3)


def test_the_grammar_is_loaded_only_when_a_date_is_read() -> None:
    heavy = "[name for name in sys.modules if 'grammar' in name or name == 'dateutil']"
    code = f"import sys, netwerk_cli.dates.words; print({heavy})"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"
