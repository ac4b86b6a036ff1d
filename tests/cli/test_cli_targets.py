"""Where a result may go: never over what netwerk itself needs, and never in the place of a device."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import stat
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calling import KICKOFF, PROGRAM, Ended, Netwerk, said
from tests.store.samples import POSIX

pytestmark = POSIX
LIST = ("export", "attendees", "kickoff")
COMMANDS: list[tuple[str, ...]] = [
    (*LIST, "-o"),
    ("export", "ics", "kickoff", "-o"),
    ("export", "dossier", "kickoff", "-o"),
    ("backup",),
    ("backup", "--dry-run"),
]
ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else"
)
SOMEBODY = 65534


@contextlib.contextmanager
def somebody() -> Iterator[None]:
    """Be somebody else for a while."""
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(SOMEBODY)
    os.seteuid(SOMEBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@pytest.fixture
def used(kickoff: Netwerk) -> Netwerk:
    """The program with an event, people, earlier states and a file with settings."""
    (kickoff.folder / "config.toml").write_text('color = "never"\n')
    return kickoff.register("Ans", "Bea")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody can reach and write in."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o1777)
        yield Path(name)


def ours(netwerk: Netwerk) -> dict[str, Path]:
    folder = netwerk.folder
    return {
        "the data file": netwerk.db,
        "the lock": folder / ".netwerk.json.lock",
        "a next state": folder / ".netwerk.json.0123456789ab.new",
        "a next state of before": folder / ".netwerk.json.new",
        "an earlier state": folder / "netwerk.json.generations" / "00000002.json",
        "a new earlier state": folder / "netwerk.json.generations" / "00000099.json",
        "the settings": folder / "config.toml",
    }


# ------------------------------------------------------------------ what is ours
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("what", [
    "the data file", "the lock", "a next state", "a next state of before", "an earlier state", "a new earlier state",
    "the settings",
])  # fmt: skip
def test_a_result_never_replaces_what_netwerk_needs(used: Netwerk, what: str, words: tuple[str, ...]) -> None:
    target, before = ours(used)[what], used.files()
    ended = used(*words, str(target))
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith(f"Error: {target} is ")
    assert ended.err.endswith("and nothing else is written there.\nChoose another name.\n")
    assert used.files() == before


@pytest.mark.parametrize(
    "how", ["a link", "a link to a link", "another name", "a link to the folder", "a detour"]
)
@pytest.mark.parametrize("what", ["the data file", "an earlier state", "the settings"])
def test_no_other_name_of_it_is_a_way_around(used: Netwerk, how: str, what: str, tmp_path: Path) -> None:
    target, door = ours(used)[what], tmp_path / "door"
    match how:
        case "a link":
            door.symlink_to(target)
        case "a link to a link":
            (tmp_path / "first").symlink_to(target)
            door.symlink_to("first")
        case "another name" if what != "an earlier state":  # which stays when its other name gets a new file
            os.link(target, door)
        case "a link to the folder":
            (tmp_path / "folder").symlink_to(target.parent)
            door = tmp_path / "folder" / target.name
        case _:
            door = target.parent / ".." / target.parent.name / target.name
    before = used.files()
    assert used(*LIST, "-o", str(door)).code == 4
    assert used.files() == before


@pytest.mark.of_a_file
def test_the_generations_may_lie_elsewhere_and_are_guarded_there(used: Netwerk, tmp_path: Path) -> None:
    folder = used.folder / "netwerk.json.generations"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert used(*LIST, "-o", str(tmp_path / "elsewhere" / "00000002.json")).code == 4


def test_close_due_writes_no_list_over_the_data_file(fresh: Netwerk) -> None:
    file = fresh.db.with_name("kickoff.csv")
    fresh.patch.setenv("NETWERK_DB", str(file))
    fresh.done("init").done("event", "add", *KICKOFF).at("2024-01-16T16:00:00+01:00")
    before = fresh.files()
    for words in (["--dry-run"], []):
        assert fresh("close-due", "--export-dir", str(fresh.folder), *words).code == 4
        assert fresh.files() == before
    (fresh.folder / "lists").mkdir()
    (fresh.folder / "lists" / "kickoff.csv").symlink_to(file)
    assert fresh("close-due", "--export-dir", str(fresh.folder / "lists")).code == 4


@pytest.mark.of_a_file
def test_the_demo_overwrites_nothing(used: Netwerk) -> None:
    for place in (used.folder, used.folder / "netwerk.json.generations"):
        before = used.files()
        assert used("demo", "--keep", str(place)).code == 4
        assert used.files() == before
    other = used.folder / "other"
    other.mkdir()
    (other / "kickoff-2024.csv").write_text("mine")
    assert used("demo", "--keep", str(other)) == Ended(
        4,
        "",
        said(
            f"Error: There is a file at {other}/kickoff-2024.csv already.",
            "Choose an empty folder: netwerk demo --keep DIR.",
        ),
    )
    assert [path.name for path in other.iterdir()] == ["kickoff-2024.csv"]


# ------------------------------------------------------------- no file at all
def test_a_pipe_is_written_to_and_stays_one(kickoff: Netwerk) -> None:
    pipe, read = kickoff.folder / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert kickoff(*LIST, "-o", str(pipe)).code == 0
    reader.join(timeout=30)
    assert read == [kickoff.raw(*LIST)[1]]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_that_nobody_reads_is_an_error_after_a_while(
    kickoff: Netwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netwerk_cli.exchange.results._READER_S", 0.1)
    pipe = kickoff.folder / "pipe"
    os.mkfifo(pipe)
    assert kickoff(*LIST, "-o", str(pipe)).code == 1
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_socket_is_not_replaced(kickoff: Netwerk, shared: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(shared / "s"))
        assert kickoff(*LIST, "-o", str(shared / "s")).code == 1
        assert stat.S_ISSOCK((shared / "s").stat().st_mode)


@ROOT
@pytest.mark.parametrize("words", [LIST, ("export", "ics", "kickoff"), ("export", "dossier", "kickoff")])
def test_a_device_is_written_to_and_stays_one(kickoff: Netwerk, words: tuple[str, ...]) -> None:
    node = kickoff.folder / "node"
    try:
        os.mknod(node, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        node.write_bytes(b"")
    except OSError as err:
        pytest.skip(str(err))
    assert kickoff(*words, "-o", str(node)).code == 0
    assert stat.S_ISCHR(node.stat().st_mode)


@pytest.mark.parametrize("target", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_has_names_too(kickoff: Netwerk, target: str) -> None:
    if not Path(target).exists():
        pytest.skip("not here")
    piped = kickoff.process(*LIST)
    assert kickoff.process(*LIST, "-o", target).out == piped.out
    with (kickoff.folder / "log").open("ab") as log:
        log.write(b"before\n")
        log.flush()
        assert kickoff.process(*LIST, "-o", target, stdout=log).code == 0
    assert (kickoff.folder / "log").read_text() == f"before\n{piped.out}"


def test_a_process_that_reads_gets_the_bytes(kickoff: Netwerk) -> None:
    command = f"{' '.join(PROGRAM)} {' '.join(LIST)} -o >(cat > got; echo done > over); wait; sleep 0.2"
    try:
        subprocess.run(
            ["bash", "-c", command], cwd=kickoff.folder, env=kickoff.environment(), check=True, timeout=60
        )
    except FileNotFoundError:
        pytest.skip("there is no bash here")
    assert (kickoff.folder / "got").read_bytes() == kickoff.raw(*LIST)[1]


# ------------------------------------------------------------------------ links
def test_a_link_to_another_disk_is_followed(kickoff: Netwerk) -> None:
    other = Path("/dev/shm")  # noqa: S108 (a disk of its own on Linux)
    if not other.is_dir() or other.stat().st_dev == kickoff.folder.stat().st_dev:
        pytest.skip("there is no other disk here")
    with tempfile.TemporaryDirectory(dir=other) as name:
        target, link = Path(name) / "list.csv", kickoff.folder / "list.csv"
        link.symlink_to(target)
        assert kickoff(*LIST, "-o", str(link)).code == 0
        assert target.read_bytes() == kickoff.raw(*LIST)[1]
        assert link.is_symlink()
        assert list(Path(name).iterdir()) == [target]


@ROOT
@pytest.mark.parametrize("mode", [0o1777, 0o777, 0o775])
def test_a_link_that_somebody_else_put_there_is_not_followed(
    kickoff: Netwerk, shared: Path, mode: int
) -> None:
    precious, link = kickoff.folder / "profile", shared / "kickoff.csv"
    precious.write_text("mine")
    link.symlink_to(precious)
    shared.chmod(mode)
    kickoff.done(*LIST, "-o", str(link))  # our own
    assert precious.read_bytes() == kickoff.raw(*LIST)[1]
    os.chown(link, SOMEBODY, SOMEBODY, follow_symlinks=False)
    precious.write_text("mine")
    assert kickoff(*LIST, "-o", str(link)).code == 1
    kickoff.at("2024-01-16T16:00:00+01:00")
    assert kickoff("close-due", "--export-dir", str(shared)).code == 0
    assert precious.read_text() == "mine"
    assert (shared / "kickoff-2.csv").read_bytes() == kickoff.raw(*LIST)[1]


@ROOT
def test_a_file_that_somebody_else_put_there_does_not_say_who_may_read(
    kickoff: Netwerk, shared: Path
) -> None:
    target = shared / "list.csv"
    target.write_text("")
    target.chmod(0o666)
    os.chown(target, SOMEBODY, SOMEBODY)
    kickoff.done(*LIST, "-o", str(target))
    assert (stat.S_IMODE(target.stat().st_mode), target.stat().st_uid) == (0o600, os.geteuid())


# ------------------------------------------------------- what cannot be looked at
@pytest.mark.parametrize("words", [*COMMANDS[:4], ("demo", "--keep")], ids=" ".join)
@pytest.mark.parametrize("name", ["loop", "a" * 300, "file/x"])
def test_a_place_that_cannot_be_is_an_input_output_error(
    kickoff: Netwerk, words: tuple[str, ...], name: str
) -> None:
    (kickoff.folder / "loop").symlink_to("loop")
    (kickoff.folder / "file").write_text("")
    ended = kickoff(*words, str(kickoff.folder / name))
    assert ended.code in ((1, 3, 4) if words == ("backup",) else (1,))
    assert "made a mistake" not in ended.err


@ROOT
def test_a_folder_that_may_not_be_looked_into_is_an_input_output_error(
    kickoff: Netwerk, shared: Path
) -> None:
    (shared / "closed").mkdir(mode=0o700)
    kickoff.patch.setenv("NETWERK_DB", str(shared / "netwerk.json"))
    kickoff.patch.setenv("NETWERK_CONFIG", str(shared / "config.toml"))
    (shared / "netwerk.json").write_bytes(kickoff.db.read_bytes())
    calls = [(*words, str(shared / "closed" / "x.toml")) for words in COMMANDS[:4]]
    for number, words in enumerate(calls):  # once as root, so that all is imported
        kickoff.done(*words[:-1], str(shared / str(number)))
    for words in (*calls, ("demo", "--keep", str(shared / "closed" / "x"))):
        with somebody():
            ended = kickoff(*words)
        assert ended.code == 1, (words, ended)
        assert "made a mistake" not in ended.err


# ---------------------------------------------------------------------- backup -
def test_a_backup_goes_to_standard_output_and_into_a_folder(kickoff: Netwerk) -> None:
    data = kickoff.db.read_bytes()
    assert kickoff.raw("backup", "-")[:2] == (0, data)
    assert kickoff.raw("backup", "-", "--dry-run")[:2] == (0, b"")
    assert kickoff("backup", "-", "--json").code == 2
    folder = kickoff.folder / "backups"
    folder.mkdir()
    target = folder / "netwerk-20240110-090000.json"
    assert kickoff("backup", str(folder)) == Ended(0, "", said(f"Wrote {target} ({len(data)} bytes)."))
    assert target.read_bytes() == data
    assert kickoff("backup", str(folder)).code == 4


# ----------------------------------------------------------------------- drafts
def test_a_draft_is_in_no_calendar_of_all_unless_asked_for(kickoff: Netwerk) -> None:
    kickoff.done("event", "copy", "kickoff", "later", "--starts", "2024-03-01 9:30")
    assert kickoff.raw("export", "ics", "--all")[1].count(b"BEGIN:VEVENT") == 1
    assert kickoff.raw("export", "ics", "--all", "--drafts")[1].count(b"BEGIN:VEVENT") == 2
    assert kickoff.raw("export", "ics", "later")[1].count(b"BEGIN:VEVENT") == 1
    assert kickoff("export", "ics", "later", "--drafts").code == 2


def test_folders_that_init_makes_are_for_their_owner_only_whatever_the_umask(fresh: Netwerk) -> None:
    before = os.umask(0)
    try:
        fresh.done("--db", str(fresh.folder / "a" / "b" / "c.json"), "init")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((fresh.folder / name).stat().st_mode) for name in ("a", "a/b", "a/b/c.json")]
    assert modes == [0o700, 0o700, 0o600]


# ------------------------------------------------------------------- power cuts
def test_a_list_is_said_to_be_written_once_its_folder_is_on_disk(
    kickoff: Netwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, real = kickoff.folder / "lists", os.fsync
    folder.mkdir()

    def fsync(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), folder.stat()):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(descriptor)

    kickoff.at("2024-01-16T16:00:00+01:00")
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fsync)
        ended = kickoff(*LIST, "-o", str(folder / "list.csv"))
        assert (ended.code, ended.out) == (1, "")
        assert "could not confirm that it is safely on disk" in ended.err
        assert kickoff("close-due", "--export-dir", str(folder)).code == 1
    assert kickoff("event", "show", "kickoff", "--json").json["closed_by"] is None
    kickoff.done("close-due", "--export-dir", str(folder))
    assert kickoff("event", "show", "kickoff", "--json").json["closed_by"] == "due"
