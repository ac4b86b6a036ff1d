"""A folder that is read in while its reader is killed, or by two readers: each file in one place, nobody twice."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from netwerk_cli.store import FileStore
from netwerk_cli.store.file.checking import structure
from tests.concurrency.processes import POSIX, an_empty_event

ROUNDS = int(os.environ.get("NETWERK_TEST_KILLS", "12"))
FILES, PEOPLE = 3, 40


def put(box: Path, number: int) -> None:
    people = range(PEOPLE * number, PEOPLE * (number + 1))
    rows = "".join(f"2023-12-01 09:00:{at % 60:02};Naam {at};p{at}@example.org\n" for at in people)
    path = box / f"{number:03}.csv"
    path.write_text(f"Tijdstip;Naam;E-mail\n{rows}X;Fout;fout{number}@example.org\n", encoding="utf-8")
    os.utime(path, (1, 1))


def reader(store: FileStore, box: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "netwerk_cli", "import", "registrations", "kickoff", "--watch", str(box)]
    environment = {**os.environ, "NETWERK_DB": str(store.path), "NETWERK_NOW": "2024-01-10T09:00:00+01:00"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def check(store: FileStore, box: Path, files: int) -> None:
    """Every file is in one place, and whoever is in one that was put away is on the list, once."""
    places = [path for path in box.rglob("*.csv") if not path.name.startswith(".")]
    assert sorted(path.name for path in places) == [f"{number:03}.csv" for number in range(files)]
    addresses = [one.email for one in store.read().registrations("kickoff").values()]
    assert len(addresses) == len(set(addresses))
    done = [int(path.stem) for path in places if path.parent.name == "verwerkt"]
    people = {f"p{at}@example.org" for number in done for at in range(PEOPLE * number, PEOPLE * (number + 1))}
    assert people <= set(addresses)
    assert all(path.with_name(f"{path.name}.txt").exists() for path in places if path.parent != box)


@POSIX
def test_reader_killed_at_any_moment_leaves_each_file_in_one_place_and_nobody_twice(tmp_path: Path) -> None:
    store, box = an_empty_event(tmp_path / "netwerk.json", None), tmp_path / "in"
    box.mkdir()
    chance, files = random.Random(2024), 0  # noqa: S311 (moments, not secrets)
    for _ in range(ROUNDS):
        for _ in range(FILES - len(list(box.glob("*.csv")))):
            put(box, files)
            files += 1
        process = reader(store, box)
        time.sleep(chance.uniform(0.1, 0.6))
        process.kill()
        process.wait(30)
        check(store, box, files)
    put(box, files)  # so that there is a change, which sweeps what a killed one left beside the file
    files += 1
    assert reader(store, box).wait(60) in (0, 8)  # whatever the killed ones left
    check(store, box, files)
    assert not list(box.glob("*.csv"))
    assert structure(store) == []
    assert len(store.read().registrations("kickoff")) == files * PEOPLE


def test_two_readers_of_one_folder_register_everybody_once(tmp_path: Path) -> None:
    store, box = an_empty_event(tmp_path / "netwerk.json", None), tmp_path / "in"
    box.mkdir()
    for number in range(6):
        put(box, number)
    readers = [reader(store, box), reader(store, box)]
    assert all(one.wait(60) in (0, 8) for one in readers)
    check(store, box, 6)
    assert len(store.read().registrations("kickoff")) == 6 * PEOPLE
