#!/usr/bin/env python3
"""The fault campaign, large: hours of bad luck in some minutes. In the private environment:

    .venv/bin/python tests/faults/campaign.py                 everything, in the usual size
    .venv/bin/python tests/faults/campaign.py --kills 10000   more of one part
    .venv/bin/python tests/faults/campaign.py --only fuzz --examples 20000 --seed 7

It prints what was tried and what came of it, and exits with 1 when anything happened that may not. Needs POSIX.
What each part does and requires: docs/faults.md.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]

if TYPE_CHECKING:
    from tests.faults.scenes import Tally

Part = Callable[[Path], "Tally"]


def parts(asked: argparse.Namespace) -> Iterator[tuple[str, Part]]:
    """Yield every part with the name that `--only` knows, in the order in which they run."""
    from tests.faults import clocks, crowd, damage, disks, failures, fuzzing, holders, kills

    seed: int = asked.seed
    some = (*failures.STORE, "close-due --export-dir", "backup", "export attendees", "export ics")
    errors = failures.ERRORS if asked.failures == "all" else (errno.EIO,)
    yield "kills", lambda folder: kills.run(folder, asked.kills, seed=seed, afresh=asked.started)
    yield "disk", disks.full
    yield "disk", lambda folder: disks.limited(folder, 500)
    yield "disk", disks.output
    yield "disk", disks.read_only
    yield "failures", failures.documented
    yield "failures", lambda folder: failures.documented(folder, ["registration add"], afresh=True)
    yield "failures", lambda folder: failures.every_call(folder, some, errors)
    yield "damage", lambda folder: damage.truncated(folder, asked.places, seed=seed)
    yield "damage", lambda folder: damage.flipped(folder, asked.places, seed=seed, more=True)
    yield "holders", holders.run
    for number in range(asked.crowds):
        yield "crowd", lambda folder, number=number: crowd.run(folder, 16, 25, seed=seed + number)  # type: ignore[misc]
    yield "clocks", lambda folder: clocks.set_back(folder, rounds=20, seed=seed)
    yield "clocks", clocks.odd
    yield "clocks", clocks.zones
    for part in _of_databases(asked):
        yield "database", part
    yield "fuzz", lambda folder: fuzzing.run(folder, asked.examples, number=seed)


def _of_databases(asked: argparse.Namespace) -> Iterator[Part]:
    from tests import servers
    from tests.faults import broken_servers, databases
    from tests.faults.scenes import Tally

    if servers.programs() is None:
        yield lambda _: Tally("database", skipped=["there is no PostgreSQL server here"])
        return
    yield lambda folder: databases.kills(folder, asked.kills // 8, seed=asked.seed)
    for events in (1, 16):
        yield lambda folder, events=events: databases.at_once(folder, 16, 25, events=events, seed=asked.seed)  # type: ignore[misc]
    yield lambda folder: broken_servers.servers_killed(folder, asked.crowds * 2, seed=asked.seed)
    yield lambda folder: broken_servers.lines_cut(folder, asked.kills // 8, seed=asked.seed)
    yield broken_servers.disk_full
    yield databases.gone_home
    yield databases.clocks_differ


def main(arguments: list[str]) -> int:
    """Run the campaign and return the exit code."""
    if not hasattr(os, "fork"):
        sys.stderr.write("The campaign needs fork, signals and limits as POSIX has them.\n")
        return 2
    asked = _options(arguments)
    sys.path.insert(0, str(ROOT))  # run as a script, Python looks for modules beside this file only
    counts: dict[str, dict[str, int]] = {}
    violations: list[str] = []
    began = time.monotonic()
    for name, part in parts(asked):
        if asked.only and name not in asked.only:
            continue
        with tempfile.TemporaryDirectory(prefix="netwerk-campaign-", dir=asked.folder) as folder:
            started = time.monotonic()
            tally = part(Path(folder))
        _tell(tally, time.monotonic() - started)
        known = counts.setdefault(tally.name, {})
        for what, count in tally.tried.items():
            known[what] = known.get(what, 0) + count
        violations += [f"{tally.name}: {violation}" for violation in tally.violations]
    faults = sum(n for known in counts.values() for what, n in known.items() if not what.startswith("("))
    sys.stdout.write(
        f"\n{faults} faults in {time.monotonic() - began:.0f} s: {len(violations)} violations.\n"
    )
    if asked.report:
        asked.report.write_text(json.dumps({"tried": counts, "violations": violations}, indent=1) + "\n")
    return 1 if violations else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Try what may not lose a registration, on a large scale.")
    parser.add_argument(
        "--kills", type=int, default=2000, metavar="N", help="SIGKILLs of forked calls (2000)"
    )
    parser.add_argument(
        "--started", type=int, default=100, metavar="N", help="more, of fresh interpreters (100)"
    )
    parser.add_argument(
        "--places", type=int, default=500, metavar="N", help="places to cut, and to flip a byte (500)"
    )
    parser.add_argument("--crowds", type=int, default=20, metavar="N", help="crowds of 16 processes (20)")
    parser.add_argument(
        "--examples", type=int, default=2000, metavar="N", help="examples of each kind of input (2000)"
    )
    parser.add_argument(
        "--failures", choices=("all", "one"), default="all", help="every likely error, or EIO alone"
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="another seed tries other moments, places and inputs (1)"
    )
    parser.add_argument(
        "--only",
        action="append",
        metavar="PART",
        help="kills, disk, failures, damage, holders, crowd, clocks, database or fuzz; repeatable",
    )
    parser.add_argument(
        "--folder", metavar="DIR", help="where to work (the system's place for temporary files)"
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the counts as JSON as well")
    return parser.parse_args(arguments)


def _tell(tally: Tally, took_s: float) -> None:
    faults = sum(count for what, count in tally.tried.items() if not what.startswith("("))
    lines = [f"\n{tally.name}: {faults} faults, {len(tally.violations)} violations, {took_s:.0f} s"]
    lines += [f"  {count:6} {what}" for what, count in sorted(tally.tried.items())]
    lines += [f"  skipped: {reason}" for reason in tally.skipped]
    lines += [f"  VIOLATION {violation}" for violation in tally.violations[:20]]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
