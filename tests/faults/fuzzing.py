"""Inputs that nobody would type: command lines, data files, dates, lines of requests, settings and clocks.

Whatever comes in: no traceback, no mistake of ours, a documented exit code, and nothing changed unless it is said.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.faults.calling_forked import Ended, Place
from tests.faults.damage import READS, SHOWS
from tests.faults.disks import changes, filled
from tests.faults.odd_inputs import NOW, clocks, command_lines, dates, requests, settings_files, spoilt, typed
from tests.faults.scenes import Tally, add, scene

Example = TypeVar("Example")


class Fuzz:
    """Calls with odd inputs, each on a scene of its own."""

    def __init__(self, folder: Path, examples: int, number: int = 1) -> None:
        self.folder, self.examples, self.number = folder, examples, number
        self.tally, self.kind = Tally("fuzz"), ""

    def every(self, name: str, strategy: st.SearchStrategy[Example], check: Callable[[Example], str]) -> None:
        """Check examples; a violation is shrunk to the smallest one that is like it."""

        def one(example: Example) -> None:
            self.kind = name
            problem = check(example)
            assert not problem, f"{name}: {problem}: {example!r}"

        phases = (Phase.generate, Phase.shrink)
        tuned = settings(
            max_examples=self.examples,
            deadline=None,
            database=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        )
        try:
            seed(self.number)(tuned(given(strategy)(one)))()
        except AssertionError as err:
            self.tally.violations.append(str(err)[:1500])

    def call(self, *arguments: str, place: Place | None = None, debug: bool = False, **options: Any) -> str:
        """Return what is wrong with how a call ended; empty when nothing is."""
        place = place or scene(self.folder / "place")
        before = place.data()
        ended: Ended = place.call(*arguments, **{"now": NOW, **options})
        self.tally.tried[f"{self.kind}: exit {ended.code}"] += 1
        told = ended.code in (0, 8) or b"was changed, but" in ended.err or b"was made" in ended.err
        if not told and (not place.db.exists() or place.data() != before):
            return f"an untold change {ended}"
        left = place.leftovers()
        return (
            f"{left} {ended}" if left else f"{wrong} {ended}" if (wrong := ended.unsound(debug=debug)) else ""
        )

    # ------------------------------------------------------------------- kinds
    def command_line(self) -> None:
        def check(arguments: list[str]) -> str:
            place = scene(self.folder / "place")
            changes(place)
            return self.call(
                *arguments,
                place=place,
                debug="--debug" in arguments,
                stdin=b"name,email\nAn,an@example.org\n",
            )

        self.every("command lines", command_lines(), check)

    def data_file(self) -> None:
        def check(example: tuple[bytes, str]) -> str:
            data, name = example
            place = scene(self.folder / "place")
            writing = changes(place)
            place.db.write_bytes(data)
            return self.call(
                *filled({**READS, **SHOWS, **writing, "doctor": ("doctor",)}[name], place), place=place
            )

        model = scene(self.folder / "model")
        names = [*READS, *SHOWS, "doctor", *changes(model)]
        self.every("data files", st.tuples(spoilt(model.data()), st.sampled_from(names)), check)

    def date(self) -> None:
        when: list[Callable[[str], tuple[str, ...]]] = [
            lambda text: (*add("new"), "--received-at", text),
            lambda text: ("event", "add", "new", "--title", "New", f"--starts={text}"),
            lambda text: (
                "event",
                "add",
                "new",
                "--title",
                "New",
                "--starts",
                "26/01/2030 9u30",
                f"--closes={text}",
            ),
            lambda text: ("event", "edit", "kickoff", f"--ends={text}", "--json"),
            lambda text: ("event", "edit", "kickoff", f"--opens={text}", "--json"),
            lambda text: ("event", "reopen", "due-0", f"--closes={text}", "--json"),
            lambda text: ("event", "copy", "kickoff", "new", f"--starts={text}"),
            lambda text: ("registration", "list", "kickoff", f"--as-of={text}"),
            lambda text: ("event", "list", f"--from={text}", f"--to={text}"),
        ]
        strategy = st.tuples(dates, st.sampled_from(when)).map(
            lambda pair: tuple(map(typed, pair[1](pair[0])))
        )
        self.every("dates", strategy, lambda command: self.call(*command))

    def request_lines(self) -> None:
        def check(data: bytes) -> str:
            return self.call("registration", "add", "kickoff", "--from", "-", "--json", stdin=data)

        self.every("lines of requests", requests(), check)

    def setting(self) -> None:
        def check(example: tuple[bytes, tuple[str, ...]]) -> str:
            place = scene(self.folder / "place")
            (place.folder / "config.toml").write_bytes(example[0])
            return self.call(*example[1], place=place, env={"NETWERK_LANG": ""})

        commands = st.sampled_from(
            (("event", "list"), ("config", "--json"), add("new"), ("--lang", "xx", "status"))
        )
        self.every("settings", st.tuples(settings_files(), commands), check)

    def setting_of_file(self) -> None:
        def check(data: bytes) -> str:
            place = scene(self.folder / "place")
            (place.folder / "config.toml").write_bytes(data)
            return self.call("event", "list", place=place, env={"NETWERK_DB": "", "NETWERK_LANG": ""})

        self.every("settings that name the file", settings_files(), check)

    def clock(self) -> None:
        def check(example: tuple[str, tuple[str, ...]]) -> str:
            return self.call(*example[1], now=typed(example[0]))

        commands = [
            add("new"),
            ("event", "list"),
            ("close-due",),
            ("event", "close", "talk"),
            ("status",),
            ("backup",),
        ]
        self.every("clocks", st.tuples(clocks, st.sampled_from(commands)), check)

    def completion(self) -> None:
        def check(arguments: list[str]) -> str:
            return self.call("__complete", *arguments)

        self.every("completion", command_lines(), check)


def run(folder: Path, examples: int, *, number: int = 1) -> Tally:
    """Fuzz every kind of input with so many examples."""
    fuzz = Fuzz(folder, examples, number)
    for kind in (
        fuzz.command_line,
        fuzz.data_file,
        fuzz.date,
        fuzz.request_lines,
        fuzz.setting,
        fuzz.setting_of_file,
        fuzz.clock,
        fuzz.completion,
    ):
        kind()
    return fuzz.tally
