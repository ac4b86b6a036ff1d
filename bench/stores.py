"""Compare a file with a database: python bench/stores.py FOLDER POSTGRESQL-ADDRESS SIZE…; prints medians and ratios.

FOLDER/SIZE/pristine.json is what `generate.py` made. Every call is a process of its own, file and database in turns.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

NETWERK = (sys.executable, "-m", "netwerk_cli")
NOW = "2030-01-10T09:00:00+01:00"


def call(place: str, *words: str) -> float:
    """Run one command on a place, and return how many seconds that took."""
    started = time.perf_counter()
    subprocess.run(
        [*NETWERK, "--db", place, *words],
        check=True,
        capture_output=True,
        env={**os.environ, "NETWERK_NOW": NOW, "PYTHONDONTWRITEBYTECODE": ""},
    )
    return time.perf_counter() - started


def together(place: str, processes: int, each: int, events: int, tag: str) -> tuple[float, float]:
    """Let processes register people at once: return how many a second, and how long the slowest call took."""
    script = (
        "import subprocess, sys, time\n"
        "for n in range(int(sys.argv[3])):\n"
        "    s = time.perf_counter()\n"
        "    subprocess.run([sys.executable, '-m', 'netwerk_cli', '--db', sys.argv[1], '--lock-timeout', '120',"
        " 'registration', 'add', sys.argv[2], '--name', 'Ans', '--email', f'{sys.argv[4]}{n}@example.org'],"
        " check=True, capture_output=True)\n"
        "    print(time.perf_counter() - s)\n"
    )
    started = time.perf_counter()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, place, f"event-{one % events + 1:04}", str(each), f"{tag}{one}x"],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "NETWERK_NOW": NOW},
        )
        for one in range(processes)
    ]
    took = [float(line) for one in running for line in one.communicate()[0].split()]
    return len(took) / (time.perf_counter() - started), max(took)


def main(folder: str, address: str, *sizes: str) -> None:
    """Print a row for each measure."""
    for size in sizes:
        file = Path(folder) / size / "file.json"
        shutil.copy(Path(folder) / size / "pristine.json", file)
        call(address, "restore", str(file), "--yes")
        for name, words in {
            "registration add": ("registration", "add", "event-0001", "--name", "Ans Voorbeeld", "--email"),
            "event list": ("event", "list", "--json"),
        }.items():
            took: dict[str, list[float]] = {"file": [], "database": []}
            for number in range(11):
                more = (f"nieuw{number}@example.org",) if words[-1] == "--email" else ()
                took["file"].append(call(str(file), *words, *more))
                took["database"].append(call(address, *words, *more))
            one, other = (statistics.median(took[kind][1:]) for kind in took)
            print(
                f"{size}\t{name}\tfile {one * 1000:.0f} ms\tdatabase {other * 1000:.0f} ms\tratio {other / one:.2f}"
            )
        for name, processes, each, events in (("8 on one event", 8, 6, 1), ("16 on 16 events", 16, 3, 16)):
            if events > int(size.partition("x")[0]):
                continue
            (rate, worst), (other_rate, other_worst) = (
                together(place, processes, each, events, f"{name[:2].strip()}")
                for place in (str(file), address)
            )
            print(
                f"{size}\t{name}\tfile {rate:.1f}/s, slowest {worst:.2f} s"
                f"\tdatabase {other_rate:.1f}/s, slowest {other_worst:.2f} s\tratio {other_rate / rate:.2f}"
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
