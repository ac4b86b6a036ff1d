"""`netwerk demo`: the main jobs on the sample dossiers, in a data file of its own.

Each step is a real call of the program, printed before it runs; a step that ends otherwise than it should stops
the demo. The clock of every step is set, so that the year of the sample does not matter.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from netwerk_cli import causes
from netwerk_cli.cli import gate
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.disk import make_folder
from netwerk_cli.errors import InputOutput, Interrupted
from netwerk_cli.errors.stores import DemoExists, DemoFailed
from netwerk_cli.wording import Wording


class _Step(NamedTuple):
    """What is said, when it happens (RFC 3339, of Brussels), what is called, and the exit code it must end with."""

    told: str
    now: str
    call: tuple[str, ...]
    ends: int = 0


def demo(
    ctx: typer.Context,
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="DIR", help="Leave the data file and the exports there.")
    ] = None,
) -> None:
    """
    $ netwerk demo
    $ netwerk demo --keep probeermap

    From five dossiers to what becomes of them: a series with a full session, a working group to join, a project with a
    plan that is late, a webinar, and a kick-off with 250 places: fill it, see it close, let people wait, cancel
    somebody, close on time, export. Prints each command as it runs it.
    """
    call = Call(ctx.obj)
    with _folder(call, keep) as folder, _within(folder):
        for step in _steps(_data()):
            _run(call, step, folder)
        if keep is not None:
            _print(f"\n# {call.words('The data file and the exports are in {path}.', path=str(folder))}")


DOSSIERS = (
    "expeditie-dichtbij", "symposium-pleegzorg-2020", "schoolse-voorzieningen", "best-passend-onderwijs",
    "webinar-gesloten-jeugdhulp", "kickoff-2024",
)  # fmt: skip
"""The dossiers of the sample data, in the order of their time."""
MADE = (
    "netwerk.json", "best-passend-onderwijs.toml", "attendees-excel.csv", "kickoff-2024.ics",
    *(f"{slug}.csv" for slug in DOSSIERS),
)  # fmt: skip
"""What the steps leave in the folder, at most."""


def _steps(data: Path) -> list[_Step]:
    """Return the story: five dossiers and the symposium that two sessions take place in, in the order of their time."""
    return [*_dossiers(data), *_series(), *_working_group(), *_project(), *_webinar(), *_kickoff(data)]


def _dossiers(data: Path) -> list[_Step]:
    now = "2020-10-12T09:00:00+02:00"
    files = tuple(str(data / f"{name}.toml") for name in DOSSIERS)
    return [
        _Step("A data file, and dossiers that describe what was announced.", now, ("init",)),
        _Step("", now, ("apply", *files)),
        _Step("Again: what is like that already is left alone.", now, ("apply", *files)),
    ]


def _series() -> list[_Step]:
    """Register for some sessions of a series, one of which is full."""
    now, slug = "2020-10-13T10:00:00+02:00", "expeditie-dichtbij"
    first, second = ("--session", "inspiratie-1"), ("--session", "inspiratie-2")
    add = ("registration", "add", slug)
    return [
        _Step("A series: three sessions online, two within a symposium, and some to be announced.", now,
              ("session", "list", slug)),
        _Step("Suppose that the first session seats two.", now,
              ("session", "edit", slug, "inspiratie-1", "--capacity", "2")),
        _Step("", now, (*add, "--name", "Stella Schijn", "--email", "stella@example.org", *first)),
        _Step("", now, (*add, "--name", "Bram Bedacht", "--email", "bram@example.org", *first, *second)),
        _Step("The first is full now: wait for it, and take the second.", now,
              (*add, "--name", "Vera Verzonnen", "--email", "vera@example.org", *first, *second, "--partial")),
        _Step("One person is excused from the first, and somebody moves up in it.", now,
              ("registration", "excuse", slug, "r2", "--session", "inspiratie-1")),
    ]  # fmt: skip


def _working_group() -> list[_Step]:
    """Ask to join a semi-open group, and approve."""
    now, slug = "2020-10-14T11:00:00+02:00", "schoolse-voorzieningen"
    return [
        _Step("A semi-open working group: people ask to join, and whoever leads it decides.", now,
              ("group", "show", slug)),
        _Step("", now, ("group", "request", slug, "--name", "Fenna Fictief", "--email", "fenna@example.org")),
        _Step("", now, ("group", "approve", slug, "fenna@example.org")),
        _Step("", now, ("group", "members", slug)),
    ]  # fmt: skip


def _project() -> list[_Step]:
    """Find a milestone late, record that it is done, and take the dossier out and in again."""
    now, slug = "2021-12-01T09:00:00+01:00", "best-passend-onderwijs"
    return [
        _Step("A project with a report and its recommendations; its plan was due in autumn 2021.", now,
              ("group", "show", slug)),
        _Step("", now, ("milestone", "list", slug, "--status", "late")),
        _Step("", now, ("milestone", "done", slug, "m1")),
        _Step("Its dossier, as it is now; applying that changes nothing.", now,
              ("export", "dossier", slug, "-o", f"{slug}.toml")),
        _Step("", now, ("apply", f"{slug}.toml")),
    ]  # fmt: skip


def _webinar() -> list[_Step]:
    now, slug = "2023-04-03T09:00:00+02:00", "webinar-gesloten-jeugdhulp"
    return [
        _Step("A webinar for three audiences, without a cap.", now, ("event", "show", slug)),
        _Step("", now, ("registration", "add", slug, "--name", "Gijs Gemaakt", "--email", "gijs@example.org",
                        "--audience", "gemeenten")),
    ]  # fmt: skip


def _kickoff(data: Path) -> list[_Step]:
    """From the 248 requests of the first days to the final attendee list."""
    slug, requests = "kickoff-2024", str(data / "kickoff-2024-registrations.csv")
    monday, filled, late = (
        "2024-01-08T08:00:00+01:00",
        "2024-01-12T17:00:00+01:00",
        "2024-01-15T10:00:00+01:00",
    )
    last_second, closing = "2024-01-16T15:59:59+01:00", "2024-01-16T16:00:00+01:00"
    add = ("registration", "add", slug)
    return [
        _Step("A kick-off with 250 places, which closes when they are taken.", monday, ("event", "show", slug)),
        _Step("248 requests come in, one a line, and each gets a seat.", filled, (*add, "--from", requests, "--quiet")),
        _Step("The last two seats.", filled, (*add, "--name", "Zoë van 't Nepveld", "--email", "zoe@example.org")),
        _Step("", filled, (*add, "--name", "Testo D'Exempel", "--email", "testo@example.org")),
        _Step("The 251st: the last seat closed registration.", late,
              (*add, "--name", "Mocka Ter Laat", "--email", "mocka@example.org"), 5),
        _Step("Why?", late, ("explain", slug)),
        _Step("Let people wait instead, and open it again.", late,
              ("event", "edit", slug, "--when-full", "waiting-list")),
        _Step("", late, ("event", "reopen", slug)),
        _Step("", late, (*add, "--name", "Mocka Ter Laat", "--email", "mocka@example.org")),
        _Step("Somebody cancels: try it first, then do it, and see who moves up.", late,
              ("registration", "cancel", slug, "r17", "--dry-run")),
        _Step("", late, ("registration", "cancel", slug, "r17", "--reason", "ziek")),
        _Step("A second before the closing time, and at it.", last_second,
              (*add, "--name", "Net Optijd", "--email", "net@example.org")),
        _Step("", closing, (*add, "--name", "Net Telaat", "--email", "laat@example.org"), 5),
        _Step("Cron records the closing and writes the final list.", closing, ("close-due", "--export-dir", ".")),
        _Step("", closing, ("registration", "list", slug, "--status", "waiting")),
        _Step("The attendee list for Excel, and the event for calendars.", closing,
              ("export", "attendees", slug, "--excel", "-o", "attendees-excel.csv")),
        _Step("", closing, ("export", "ics", slug, "-o", "kickoff-2024.ics")),
        _Step("", closing, ("status",)),
        _Step("And is the file in order?", closing, ("doctor",)),
    ]  # fmt: skip


def _run(call: Call, step: _Step, folder: Path) -> None:
    """Print a step and run it as a call of its own. Raises `DemoFailed` when it ends otherwise than it should."""
    if step.told:
        _print(f"\n# {call.words(step.told)}")
    _print(f"$ NETWERK_NOW={step.now} netwerk {_shown(step.call)}")
    with _settings(step.now, folder, call.language):
        code = gate.run([*step.call])
    if code == gate.CLOSED_PIPE:
        raise BrokenPipeError
    if code == Interrupted.exit_code:
        raise Interrupted
    if code != step.ends:
        raise DemoFailed(command=" ".join(step.call[:3]), code=code, expected=step.ends)


def _shown(words: tuple[str, ...]) -> str:
    """Return a command as it would be typed; a long text is cut short for reading."""
    short = [Path(word).name if Path(word).is_absolute() else word for word in words]
    return " ".join(shlex.quote(word if len(word) <= 60 else f"{word[:57]}…") for word in short)


def _print(line: str) -> None:
    """Print a line at once, through the gate, which knows what a closed pipe and a full disk mean."""
    try:
        gate.flush({"data": [f"{line}\n".encode(errors="backslashreplace")]})
    except BrokenPipeError as err:
        raise BrokenPipeError from err  # typer ends the program at one that has a number


@contextlib.contextmanager
def _settings(now: str, folder: Path, language: str) -> Iterator[None]:
    """Set the environment of one step, and put it back."""
    wanted = {"NETWERK_NOW": now, "NETWERK_DB": str(folder / "netwerk.json"), "NETWERK_LANG": language}
    wanted["NETWERK_PAGER"] = ""  # nothing is to stop the story
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)


@contextlib.contextmanager
def _folder(call: Call, keep: str | None) -> Iterator[Path]:
    """Give the folder to work in: the one asked for, or one that goes afterwards."""
    if keep is not None:
        yield _kept(call, keep)
        return
    try:
        made = tempfile.TemporaryDirectory(prefix="netwerk-demo-", ignore_cleanup_errors=True)
    except OSError as err:
        where = Wording("the folder for temporary files")
        raise InputOutput(path=where, problem=causes.system(err)) from err
    with made as name:
        yield Path(name)


def _kept(call: Call, keep: str) -> Path:
    """Return the folder asked for, made if need be. Raises `DemoExists` where something would be overwritten."""
    caller = call.caller()
    try:
        folder = Path(os.path.realpath(typed_path(keep)))
        for name in MADE:
            caller.guard(folder / name)
        make_folder(folder)
        there = [folder / name for name in MADE if os.path.lexists(folder / name)]
    except OSError as err:
        raise InputOutput(path=keep, problem=causes.system(err)) from err
    if there:
        raise DemoExists(path=str(there[0]))
    return folder


@contextlib.contextmanager
def _within(folder: Path) -> Iterator[None]:
    """Work in `folder`, and go back to where we were, if that is still there."""
    try:
        before = Path.cwd()
    except OSError:
        before = folder.parent
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _data() -> Path:
    """Return the folder with the sample data: in the installed package, else in the checkout."""
    package = Path(__file__).resolve().parents[2]
    found = package / "data"
    return found if found.is_dir() else package.parents[1] / "data"
