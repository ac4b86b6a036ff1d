"""Measure netwerk beside other programs, and print a table of ratios.

    python3 bench/run.py                    everything: about a quarter of an hour, 4 GB of disk space
    python3 bench/run.py --quick            fewer runs of what takes long, nothing with a million registrations
    python3 bench/run.py --only list-khal   one row; may be repeated
    python3 bench/run.py --json FILE --markdown FILE

Needs Python 3.11 on a POSIX system and nothing else; makes its own environments and data below --work.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
if TYPE_CHECKING:
    from bench.measuring import Pairs
    from bench.rows import Row

HEADINGS = ("what", "beside", "n", "median A", "median B", "ratio", "range", "goal", "met")


def main() -> int:
    """Run the rows that were asked for; exit 0 whether or not the goals were met."""
    sys.path.insert(0, str(ROOT))  # run as a script, Python looks for modules beside this file only
    from bench import environments, office, rows, shared
    from bench.desk import Desk
    from bench.measuring import Skipped

    known = (*rows.ROWS, *shared.ROWS)
    asked = _arguments([row.name for row in known])
    wanted = tuple(
        row for row in known if (row.name in asked.only if asked.only else not (asked.quick and row.huge))
    )
    asked.work.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(asked.work).free < (needed := rows.free_space_needed(wanted)):
        sys.exit(f"bench: {asked.work} needs {needed // 10**9} GB of free space; see --work")
    ours, theirs = environments.make(asked.work.resolve(), asked.source.resolve())
    desk = Desk(ours, theirs, asked.work.resolve() / "data")
    packages = {"netwerk": environments.versions(ours), "peers": environments.versions(theirs)}
    machine = _machine() | {"packages": packages}
    results: list[dict[str, Any]] = []
    print("  ".join(HEADINGS), flush=True)
    for row in wanted:
        try:
            measured = row.measure(desk, _count(row, quick=asked.quick))
        except Skipped as why:
            print(f"{row.name} is left out: {why}", flush=True)
            continue
        results.append(_result(row, measured))
        print("  ".join(_cells(results[-1])), flush=True)
        if asked.json:  # after each row: a run that is stopped keeps what it has
            asked.json.write_text(json.dumps({"machine": machine, "rows": results}, indent=1) + "\n", "utf-8")
        if asked.markdown:
            asked.markdown.write_text(_page(machine, results), "utf-8")
    office.close()
    shutil.rmtree(desk.folder)
    return 0


def _arguments(names: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure netwerk beside other programs.")
    parser.add_argument("--quick", action="store_true", help="fewer runs of what takes long")
    parser.add_argument("--only", action="append", choices=names, metavar="ROW", help=", ".join(names))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every single run as JSON")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table as a page")
    parser.add_argument(
        "--source", type=Path, metavar="FOLDER", default=ROOT, help="another checkout of netwerk"
    )
    parser.add_argument("--work", type=Path, metavar="FOLDER", default=ROOT / "bench" / ".work")
    return parser.parse_args()


def _count(row: Row, *, quick: bool) -> int:
    if row.long:
        return 3 if quick else 10
    return 15 if quick else 40


def _result(row: Row, pairs: Pairs) -> dict[str, Any]:
    """Return what a row came to, with every single run."""
    from bench.measuring import median_s

    value = row.value(pairs)
    return {
        "name": row.name,
        "what": row.what,
        "beside": row.beside,
        "count": len(pairs.a),
        "median_a_s": median_s(pairs.a),
        "median_b_s": median_s(pairs.b),
        "peak_a_bytes": max(run.peak_bytes for run in pairs.a),
        "peak_b_bytes": max(run.peak_bytes for run in pairs.b),
        "value": value,
        "unit": row.unit,
        "ratios": pairs.ratios,
        "goal": row.goal,
        "met": value <= row.goal,
        "runs_a_s": [run.seconds for run in pairs.a],
        "runs_b_s": [run.seconds for run in pairs.b],
    }


def _cells(result: dict[str, Any]) -> tuple[str, ...]:
    of_time, more = result["unit"] != "MB", "" if result["unit"] == "×" else f" {result['unit']}"
    ratios = result["ratios"]
    return (
        result["what"],
        result["beside"],
        str(result["count"]),
        _time(result["median_a_s"]) if of_time else "–",
        _time(result["median_b_s"]) if of_time else "–",
        f"{result['value']:.3g}{more}",
        f"{ratios[0]:.3g} – {ratios[-1]:.3g}" if of_time else "–",
        f"≤ {result['goal']:g}{more}",
        "yes" if result["met"] else "**no**",
    )


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _page(machine: dict[str, Any], results: list[dict[str, Any]]) -> str:
    """Return the table with the machine as a Markdown page."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *(_cells(result) for result in results)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    packages = machine["packages"]
    shown = [
        f"{name} {packages['netwerk'][name]}" for name in ("typer", "tinydb") if name in packages["netwerk"]
    ]
    shown += [
        f"{name} {packages['peers'][name]}" for name in ("khal", "sqlite-utils") if name in packages["peers"]
    ]
    return (
        "# Results\n\nWritten by `python3 bench/run.py --markdown`; [README](README.md) says how to read it.\n\n"
        f"{machine['processors']} processors ({machine['processor']}), {machine['system']}, "
        f"Python {machine['python']}; {', '.join(shown)}.\n\n{table}\n"
    )


def _machine() -> dict[str, Any]:
    """Return what the figures depend on, without a name of the machine or its owner."""
    return {
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "processors": os.cpu_count(),
        "processor": _processor(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    sys.exit(main())
