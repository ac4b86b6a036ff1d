"""The data and the programs as the rows use them: one folder, one command line for each program, fresh people."""

from __future__ import annotations

import itertools
import json
import os
import shutil
from pathlib import Path

from bench import environments
from bench.measuring import Failed, Run, process

NOW = "2030-01-10T09:00:00+01:00"
DAY = "2030-01-10"
EMPTY, SMALL, CROWD, KEPT = "1x0", "1x250", "1x10000", "1x251"
MAILED, MAILED_OF_MANY = "1x300", "1x5000"
EVENTS, LARGE, HUGE = "40x5000", "400x100000", "4000x1000000"
_KHAL = """[calendars]
[[bench]]
path = {calendar}
[sqlite]
path = {cache}
[locale]
local_timezone = Europe/Brussels
default_timezone = Europe/Brussels
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


class Desk:
    """Runs netwerk and its peers on generated data, each registration for somebody new."""

    def __init__(self, ours: Path, theirs: Path, folder: Path) -> None:
        self.ours, self.theirs, self.folder = ours, theirs, folder
        self.people = itertools.count(1)
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "home").mkdir(parents=True)
        self.environment = {
            "HOME": str(folder / "home"),
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "USER": "bench",
            "NETWERK_NOW": NOW,
        }

    def generate(self, size: str, *, peers: bool = False) -> None:
        """Make the data of one size, unless it is there."""
        if not (self.folder / size).exists():
            script = str(environments.ROOT / "bench" / "generate.py")
            words = [str(self.folder), size, *(["--peers"] if peers else [])]
            self.run([str(self.ours / "python"), script, *words])
            self.reset(size)
            if size != HUGE:  # decoding every record of that takes minutes
                self.netwerk(size, "doctor")

    def run(self, command: list[str], *, stdin: Path | None = None, db: Path | None = None) -> Run:
        """Run one command in the surroundings that all of them share."""
        where = {"NETWERK_DB": str(db)} if db else {}
        return process(command, {**self.environment, **where}, stdin=stdin)

    # ------------------------------------------------------------ netwerk
    def database(self, size: str) -> Path:
        """Return netwerk's data file of one size."""
        return self.folder / size / "netwerk.json"

    def netwerk(self, size: str, *words: str) -> Run:
        """Call netwerk on the data of one size."""
        return self.run([str(self.ours / "netwerk"), *words], db=self.database(size))

    def add(self, size: str, event: str = "event-0001") -> Run:
        """Register somebody new."""
        return self.netwerk(size, *self.adding(event))

    def adding(self, event: str) -> tuple[str, ...]:
        """Return the words that register somebody new."""
        name, email = self.somebody()
        patient = ("--lock-timeout", "120")  # many at once wait longer on a busy machine
        return "registration", "add", event, "--name", name, "--email", email, *patient

    def change_often(self, size: str, count: int) -> None:
        """Make so many changes to the first event of a data file, in one process."""
        script = (
            "import sys; from datetime import datetime, UTC; from pathlib import Path\n"
            "from netwerk_cli.services import events; from netwerk_cli.services.caller import Caller\n"
            "from netwerk_cli.store import FileStore\n"
            "for n in range(int(sys.argv[2])):\n"
            "    store, now = FileStore(Path(sys.argv[1])), datetime(2030, 1, 10, 9, tzinfo=UTC)\n"
            "    caller = Caller(store=store, now=now, by='bench', zone='UTC')\n"
            "    events.edit(caller, 'event-0001', {'theme': str(n)})\n"
        )
        self.run([str(self.ours / "python"), "-c", script, str(self.database(size)), str(count)])

    def reset(self, size: str) -> None:
        """Put the data back as it was generated; the earlier states that are kept stay."""
        fresh = self.folder / size / "fresh.json"
        shutil.copyfile(self.folder / size / "pristine.json", fresh)
        fresh.chmod(0o600)
        with fresh.open("rb") as copied:
            os.fsync(copied.fileno())
        fresh.replace(self.database(size))

    def make_lines(self, count: int) -> Path:
        """Return a list of `count` people as a form exports it, each with the moment of the request."""
        path = self.folder / f"{count}.csv"
        if not path.exists():
            people = (
                f"Iemand {n},iemand.{n}@example.org,Stichting {n % 40},2030-01-09T{n % 24:02}:{n % 60:02}:00+01:00\n"
                for n in range(count)
            )
            path.write_text(f"name,email,organisation,received_at\n{''.join(people)}", "utf-8")
        return path

    def make_book(self, count: int) -> Path:
        """Return the same list as a workbook."""
        path = self.folder / f"{count}.xlsx"
        script = (
            "import csv, sys, xlsxwriter\n"
            "with open(sys.argv[1], encoding='utf-8') as lines, xlsxwriter.Workbook(sys.argv[2]) as book:\n"
            "    sheet = book.add_worksheet()\n"
            "    for at, row in enumerate(csv.reader(lines)):\n"
            "        sheet.write_row(at, 0, row)\n"
        )
        self.run([str(self.ours / "python"), "-c", script, str(self.make_lines(count)), str(path)])
        return path

    def make_report(self, count: int) -> Path:
        """Return a report of a meeting that the people of `make_lines` joined on the day of the first event."""
        path = self.folder / f"report-{count}.csv"
        begin = json.loads(self.netwerk(EMPTY, "event", "show", "event-0001", "--json").output)["starts_at"]
        day, clock = begin[:10], begin[11:16]
        rows = (
            f"Iemand {n},iemand.{n}@example.org,{day} {clock},{day} 23:{n % 60:02}\n" for n in range(count)
        )
        path.write_text(f"Name,Email,Join Time,Leave Time\n{''.join(rows)}", "utf-8")
        return path

    def registered(self, size: str) -> int:
        """Return how many registrations all events of a data file have, as netwerk lists them."""
        return self.counted(self.netwerk(size, "event", "list", "--json"))

    @staticmethod
    def counted(listed: Run, state: str = "confirmed") -> int:
        """Return how many registrations are in one state, by what `event list --json` says."""
        return sum(event[state] for event in json.loads(listed.output))

    def somebody(self) -> tuple[str, str]:
        """Return a name and an address that were not used before."""
        number = next(self.people)
        return f"Nieuw Gezicht {number}", f"nieuw.{number}@example.org"

    # -------------------------------------------------------------- peers
    def bare(self) -> Run:
        """Start Python and do nothing."""
        return self.run([str(self.ours / "python"), "-c", "pass"])

    def typer(self) -> Run:
        """Run an empty Typer program, with the Typer that netwerk itself has."""
        return self.run([str(self.ours / "python"), str(environments.PEERS / "empty_typer.py")])

    def tinydb(self) -> Run:
        """Register somebody new with the script over TinyDB as it comes."""
        script = environments.PEERS / "stock_tinydb.py"
        return self.run(
            [
                str(self.theirs / "python"),
                str(script),
                str(self.folder / LARGE / "tinydb.json"),
                *self.somebody(),
            ]
        )

    def pandas(self, source: str) -> Run:
        """Read a workbook with pandas, and print how many rows it has."""
        script = (
            "import sys, warnings; warnings.simplefilter('ignore')\n"
            "import pandas; print(len(pandas.read_excel(sys.argv[1])))"
        )
        return self.run([str(self.theirs / "python"), "-c", script, source])

    def sqlite(self, *words: str, stdin: Path | None = None) -> Run:
        """Run sqlite-utils."""
        return self.run([str(self.theirs / "sqlite-utils"), *words], stdin=stdin)

    def sqlite_insert(self) -> Run:
        """Register somebody new with sqlite-utils; the line to insert is there before the clock starts."""
        name, email = self.somebody()
        line = self.folder / "line.json"
        fields = {"event": "event-0001", "status": "confirmed", "name": name, "email": email}
        line.write_text(json.dumps(fields), "utf-8")
        return self.sqlite("insert", self.sqlite_path(LARGE), "registrations", "-", stdin=line)

    def sqlite_list(self, count: int) -> Run:
        """Put the same list of people into a new database with sqlite-utils."""
        source, path = str(self.make_lines(count)), self.sqlite_path(EMPTY)
        Path(path).unlink(missing_ok=True)
        return self.sqlite("insert", path, "registrations", source, "--csv")

    def sqlite_path(self, size: str) -> str:
        """Return the database of one size that sqlite-utils reads."""
        return str(self.folder / size / "rows.sqlite")

    def khal(self) -> Run:
        """List all events with khal, which keeps a cache of them."""
        config = str(self.folder / "khal.conf")
        return self.run([str(self.theirs / "khal"), "-c", config, "list", DAY, "1000d"])

    def make_sqlite(self, size: str) -> None:
        """Fill a database with the events and the registrations of one size."""
        path = self.sqlite_path(size)
        if not Path(path).exists():
            for table in ("events", "registrations"):
                lines = str(self.folder / size / f"{table}.jsonl")
                self.sqlite("insert", path, table, lines, "--nl")
            self.sqlite("create-index", path, "registrations", "event")

    def make_khal(self, size: str) -> None:
        """Set khal up on the calendar of one size, with its cache filled."""
        config = _KHAL.format(calendar=self.folder / size / "calendar", cache=self.folder / "khal.db")
        (self.folder / "khal.conf").write_text(config, "utf-8")
        listed = self.khal().output.count(b"Netwerkmiddag")
        expect("events that khal lists", listed, 40)


def expect(what: str, found: int, wanted: int) -> None:
    """Complain when a program did something else than it is measured for.

    Raises:
        Failed: `found` is not `wanted`.
    """
    if found != wanted:
        raise Failed(f"{what}: {found}, and not {wanted}")
