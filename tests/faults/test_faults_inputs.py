"""Whatever is typed, piped or stored: no traceback, a documented exit code, and no change that is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.calling_forked import POSIX
from tests.faults.fuzzing import Fuzz

pytestmark = POSIX

KINDS = (
    "command_line",
    "data_file",
    "date",
    "request_lines",
    "setting",
    "setting_of_file",
    "clock",
    "completion",
)


@pytest.mark.parametrize("kind", KINDS)
def test_no_input_is_a_crash(tmp_path: Path, kind: str) -> None:
    fuzz = Fuzz(tmp_path, 15)
    getattr(fuzz, kind)()
    assert fuzz.tally.violations == []
    assert sum(fuzz.tally.tried.values()) >= 5


FOUND = [
    pytest.param(("export", "attendees", "kickoff", "-o", ""), b"", "", 1, id="a result without a name"),
    pytest.param(("event", "list", "--db", "~nobody-of-that-name"), b"", "", 6, id="the home of nobody"),
    pytest.param(
        ("__complete", "event", "show", "--db", "~nobody-of-that-name", ""), b"", "", 0, id="TAB there"
    ),
    pytest.param(
        ("event", "list"), b"lang = " + b"[" * 5000, "", 2, id="settings that are nested too deeply"
    ),
    pytest.param(("event", "list"), b'timezone = "a\\u0000b"', "", 2, id="a setting with a NUL"),
    pytest.param(("event", "close", "talk"), b"", "0001-01-01T00:00:00+00:00", 2, id="a clock in the year 1"),
    pytest.param(
        ("event", "close", "talk"), b"", "9999-12-31T23:59:59+00:00", 2, id="a clock in the year 9999"
    ),
]


@pytest.mark.parametrize(("arguments", "config", "now", "code"), FOUND)
def test_what_the_campaign_found_stays_mended(
    tmp_path: Path, arguments: tuple[str, ...], config: bytes, now: str, code: int
) -> None:
    from tests.faults.scenes import at, scene

    place = scene(tmp_path / "place")
    (place.folder / "config.toml").write_bytes(config)
    ended = place.call(*arguments, now=now or at(6))
    assert (ended.code, ended.unsound()) == (code, "")
