"""The six sample dossiers: applied to an empty data file, each is exported with the same bytes as ever."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from netwerk_cli.store import FileStore
from tests.cli.calling import Netwerk, said

FILES = Path(__file__).parent / "files"
DATA = Path(__file__).parents[2] / "data"
DOSSIERS = sorted(DATA.glob("*.toml"))
NAMES = [path.stem for path in DOSSIERS]


@pytest.fixture
def netwerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """The program with the sample dossiers applied."""
    program = Netwerk(tmp_path, monkeypatch).done("init")
    return program.done("apply", *map(str, DOSSIERS))


def test_the_five_documents_and_the_symposium_have_a_dossier() -> None:
    assert NAMES == [
        "best-passend-onderwijs",
        "expeditie-dichtbij",
        "kickoff-2024",
        "schoolse-voorzieningen",
        "symposium-pleegzorg-2020",
        "webinar-gesloten-jeugdhulp",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_dossier_is_exported_with_the_same_bytes(netwerk: Netwerk, name: str) -> None:
    assert netwerk.raw("export", "dossier", name)[1] == (FILES / f"{name}.toml").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_the_file_is_that_of_the_thing(name: str) -> None:
    document = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    head = document.get("event") or document["group"]
    assert head["slug"] == name


def test_applying_what_was_exported_writes_nothing(netwerk: Netwerk) -> None:
    before = netwerk.db.read_bytes()
    ended = netwerk("apply", *(str(FILES / f"{name}.toml") for name in NAMES))
    assert (ended.code, ended.err) == (0, said("0 created, 0 changed, 6 unchanged."))
    assert netwerk.db.read_bytes() == before
    assert FileStore(netwerk.db).read().generation == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_that_is_exported_over_itself_keeps_every_byte(
    netwerk: Netwerk, tmp_path: Path, name: str
) -> None:
    copy = tmp_path / f"{name}.toml"
    copy.write_bytes((DATA / f"{name}.toml").read_bytes())
    netwerk.done("export", "dossier", name, "-o", str(copy))
    assert copy.read_bytes() == (DATA / f"{name}.toml").read_bytes()


FACTS = {
    "kickoff-2024": ("2024-01-26", "2024-01-16T16:00:00+01:00", 250, "close", "Brussel"),
    "webinar-gesloten-jeugdhulp": (
        "2023-04-12T09:00:00+02:00", "2023-04-12T09:00:00+02:00", None, "waiting-list", "Online",
    ),
    "expeditie-dichtbij": (
        "2020-10-29T10:30:00+01:00", "2020-11-17T00:00:00+01:00", None, "waiting-list", "Online",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FACTS)
def test_an_event_has_the_facts_that_were_announced(netwerk: Netwerk, name: str) -> None:
    shown = netwerk("event", "show", name, "--json").json
    keys = ("starts_at", "closes_at", "capacity", "when_full", "location")
    assert tuple(shown[key] for key in keys) == FACTS[name]


def test_the_sessions_of_the_series_are_those_that_were_announced(netwerk: Netwerk) -> None:
    shown = netwerk("event", "show", "expeditie-dichtbij", "--json").json
    assert [(s["id"], s["starts_at"], s["ends_at"], s["within"]) for s in shown["sessions"]] == [
        ("inspiratie-1", "2020-10-29T10:30:00+01:00", "2020-10-29T11:30:00+01:00", None),
        ("inspiratie-2", "2020-10-30T10:30:00+01:00", "2020-10-30T11:30:00+01:00", None),
        ("inspiratie-3", "2020-11-03T10:30:00+01:00", "2020-11-03T11:30:00+01:00", None),
        ("basecamp", "2020-11-17", None, "symposium-pleegzorg-2020"),
        ("samen-op-avontuur", "2020-11-17", None, "symposium-pleegzorg-2020"),
        ("reflectie", None, None, None),
    ]
    assert netwerk("event", "show", "symposium-pleegzorg-2020", "--json").json["status"] == "draft"


def test_the_project_and_the_working_group_are_what_was_announced(netwerk: Netwerk) -> None:
    project = netwerk("group", "show", "best-passend-onderwijs", "--json").json
    plan = project["milestones"][0]
    assert (project["access"], plan["due_on"], plan["season"]) == ("closed", "2021-11-30", "najaar 2021")
    assert len([one for one in project["milestones"] if one["addressed_to"]]) == 5
    working = netwerk("group", "show", "schoolse-voorzieningen", "--json").json
    assert working["access"] == "semi-open"
    assert (working["materials"][0]["kind"], working["materials"][0]["on"]) == ("question", None)
    assert working["materials"][1]["on"] == "2017-06-08"


def test_the_samples_travel_along_in_the_wheel() -> None:
    project = tomllib.loads((DATA.parent / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "data" in wheel["only-include"]
    assert wheel["sources"]["data"] == "netwerk_cli/data"
    assert any(re.match(r"tomlkit\b", need) for need in project["project"]["dependencies"])
