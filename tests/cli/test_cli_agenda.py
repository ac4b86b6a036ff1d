"""`netwerk export agenda` and `close-due --agenda`: a folder that holds the pages, and nothing of anybody else's."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.calling import Ended, Netwerk, said
from tests.pages import Page

LINK = "https://meet.example.org/kamer-7"
FEBRUARY = "2024-02-20T09:00:00+01:00"
MANIFEST = ".netwerk-agenda.json"


@pytest.fixture
def there(kickoff: Netwerk) -> Netwerk:
    """Return a kick-off with somebody in it, an event that is called off, one that is over, and a draft."""
    kickoff.register("Ans")
    kickoff.done("event", "edit", "kickoff", "--online", LINK, "--location", "Gent")
    kickoff.done("event", "add", "storm", "--title", "Storm", "--starts", "2024-02-05 10:00")
    kickoff.done("event", "cancel", "storm", "--reason", "storm")
    kickoff.done(
        "event", "add", "oud", "--title", "Oud", "--starts", "2023-02-05 10:00", "--ends", "2023-02-05 12:00"
    )
    kickoff.done("event", "add", "geheim", "--title", "Geheim", "--starts", "2024-02-09 10:00", "--draft")
    kickoff.done("event", "add", "ooit", "--title", "Ooit", "--capacity", "9").done("event", "open", "ooit")
    return kickoff


def written(netwerk: Netwerk) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (netwerk.folder / "agenda").iterdir()}


def publish(netwerk: Netwerk, *words: str) -> Ended:
    ended = netwerk("export", "agenda", "-o", str(netwerk.folder / "agenda"), *words)
    assert ended.code == 0, ended
    return ended


def summary(netwerk: Netwerk, files: int, changed: int, removed: int = 0) -> Ended:
    path = netwerk.folder / "agenda"
    words = f"{files} files in {path}, of which {changed} new or changed; {removed} taken away."
    return Ended(0, "", said(words))


# ------------------------------------------------------------------------ what is there
def test_a_page_and_a_calendar_for_each_event_that_was_announced(there: Netwerk) -> None:
    assert publish(there) == summary(there, 11, 11)
    slugs = ("kickoff", "oud", "ooit", "storm")
    pages = {f"{slug}.{kind}" for slug in slugs for kind in ("html", "ics")}
    assert written(there).keys() == {*pages, "index.html", "agenda.ics", "agenda.atom", MANIFEST}
    for name, data in written(there).items():
        if name.endswith(".html"):
            page = Page(data)
            assert page.faults == []
            assert {one for one in page.links if "//" not in one and one[0] not in "#d"} <= written(
                there
            ).keys()


def test_nobodys_name_and_no_link_to_take_part_stands_anywhere(there: Netwerk) -> None:
    publish(there, "--url", "https://example.org/agenda")
    together = b"".join(written(there).values()).replace(b"\r\n ", b"")
    for secret in ("Ans", "ans@example.org", LINK, "kamer-7", "Geheim", "storm</"):
        assert secret.encode() not in together
    assert b"Gent, and online" in together


def test_the_first_page_has_what_is_to_come_and_below_it_what_is_over(there: Netwerk) -> None:
    publish(there, "--lang", "nl")
    text = Page(written(there)["index.html"]).text
    titles = ("Komende", "Kick-off", "Nog 2 plaatsen", "Storm", "Gaat niet door", "Ooit", "Datum volgt")
    places = [text.find(title) for title in (*titles[:4], "Voorbije", "Oud")]
    assert places == sorted(places)
    assert all(title in text for title in titles)


def test_the_calendar_of_all_is_one_to_subscribe_to(there: Netwerk) -> None:
    publish(there)
    calendar = written(there)["agenda.ics"].decode()
    assert calendar.count("BEGIN:VEVENT") == 3
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in calendar
    assert "STATUS:CANCELLED" in calendar
    assert "NAME" not in written(there)["kickoff.ics"].decode().replace("TZNAME", "")
    assert written(there)["ooit.ics"].count(b"BEGIN:VEVENT") == 0


# ------------------------------------------------------------------------ kept up to date
def test_what_would_say_the_same_is_left_alone(there: Netwerk) -> None:
    publish(there)
    before = there.files()
    assert publish(there) == summary(there, 11, 0)
    assert there.files() == before
    there.done("event", "edit", "kickoff", "--location", "Aalst")
    found = publish(there, "--json").json
    assert found["written"] == ["index.html", "agenda.atom", "kickoff.html", "kickoff.ics", "agenda.ics"]
    assert (found["files"], found["removed"], found["changed"]) == (11, [], True)


def test_files_of_an_event_that_is_gone_go_and_those_of_others_stay(there: Netwerk) -> None:
    publish(there)
    folder = there.folder / "agenda"
    for name in ("eigen.html", "logo.png", "robots.txt", "vreemd.ics"):
        (folder / name).write_text("van mij", encoding="utf-8")
    there.done("event", "remove", "oud", "--yes")
    before = there.files()
    assert publish(there, "--dry-run").err.startswith("9 files in ")
    assert there.files() == before
    assert publish(there, "--json").json["removed"] == ["oud.html", "oud.ics"]
    names = written(there).keys()
    assert {"eigen.html", "logo.png", "robots.txt", "vreemd.ics"} <= names
    assert not {"oud.html", "oud.ics"} & names


def test_a_list_of_files_that_somebody_else_wrote_takes_nothing_else_away(there: Netwerk) -> None:
    publish(there)
    manifest, victim = there.folder / "agenda" / MANIFEST, there.folder / "foto.html"
    victim.write_text("van mij", encoding="utf-8")
    said = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps({**said, "files": [*said["files"], "../foto.html", str(victim)]}))
    publish(there)
    assert victim.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize("name", ["index.html", "kickoff.ics"])
def test_a_file_of_somebody_else_is_never_written_over(there: Netwerk, name: str) -> None:
    folder = there.folder / "agenda"
    folder.mkdir()
    (folder / name).write_text("van mij", encoding="utf-8")
    before = there.files()
    error = there.error("export", "agenda", "-o", str(folder))
    assert (error["code"], error["exit_code"]) == ("target_exists", 4)
    assert error["message"].startswith(str(folder / name))
    assert there.files() == before


def test_a_folder_of_another_data_file_is_left_alone(there: Netwerk) -> None:
    publish(there)
    manifest = there.folder / "agenda" / MANIFEST
    said = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps({**said, "store_id": "2.netwerk"}), encoding="utf-8")
    before = there.files()
    assert there.error("export", "agenda", "-o", str(manifest.parent))["code"] == "other_agenda"
    manifest.write_text("{", encoding="utf-8")
    assert there.error("export", "agenda", "-o", str(manifest.parent))["code"] == "target_exists"
    manifest.write_bytes(before[f"agenda{os.sep}{MANIFEST}"][2])
    assert {name: kept[2] for name, kept in there.files().items()} == {
        n: kept[2] for n, kept in before.items()
    }


def test_who_was_killed_while_writing_is_no_stranger(there: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    from netwerk_cli.services import exports

    real, names = exports.put_changed, list[str]()

    def dying(caller: object, target: Path, data: bytes, *, readable: bool = False) -> bool:
        if len(names) == 4:
            raise KeyboardInterrupt
        names.append(target.name)
        return real(caller, target, data, readable=readable)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(exports, "put_changed", dying)
        assert there("export", "agenda", "-o", str(there.folder / "agenda")).code == 130
    assert len(written(there)) == 4
    there.done("event", "remove", "oud", "--yes")
    publish(there)
    assert len(written(there)) == 10


def test_the_folder_remembers_how_it_is_to_look(there: Netwerk) -> None:
    publish(there, "--lang", "nl", "--name", "Netwerk Gent", "--url", "https://example.org/a")
    assert publish(there) == summary(there, 11, 0)
    page = Page(written(there)["kickoff.html"])
    assert (page.language, page.linked["url"]) == ("nl", "https://example.org/a/kickoff.html")
    assert "Netwerk Gent" in page.text
    publish(there, "--name", "none", "--url", "none")
    page = Page(written(there)["kickoff.html"])
    assert (page.linked["url"], "Netwerk Gent" in page.text) == ("kickoff.html", False)


@pytest.mark.parametrize(
    "address", ["example.org", "javascript:alert(1)", "https://example.org/?x", "ftp://example.org"]
)
def test_an_address_that_is_none_is_refused(there: Netwerk, address: str) -> None:
    error = there.error("export", "agenda", "-o", str(there.folder / "agenda"), "--url", address)
    assert (error["code"], error["exit_code"]) == ("usage", 2)
    assert not (there.folder / "agenda").exists()


def test_a_folder_that_cannot_be_is_one_sentence(there: Netwerk) -> None:
    (there.folder / "agenda").write_text("", encoding="utf-8")
    assert there.error("export", "agenda", "-o", str(there.folder / "agenda"))["code"] == "io"


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_everybody_may_read_the_pages(there: Netwerk) -> None:
    folder = there.folder / "web" / "agenda"
    there.done("export", "agenda", "-o", str(folder))
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o644}
    assert {one.stat().st_mode & 0o777 for one in (folder, folder.parent)} == {0o755 & ~_umask()}


def _umask() -> int:
    before = os.umask(0)
    os.umask(before)
    return before


# ------------------------------------------------------------------------ close-due
def test_close_due_writes_the_pages_in_silence(there: Netwerk) -> None:
    folder = str(there.done("close-due").folder / "agenda")
    assert there("close-due", "--agenda", folder) == Ended(0)
    assert len(written(there)) == 12
    there.done("registration", "cancel", "kickoff", "r1")
    assert there("close-due", "--agenda", folder) == Ended(0)
    found = there("close-due", "--agenda", folder, "--json").json
    assert found["agenda"] == {"path": folder, "files": 11, "written": [], "removed": []}


def test_close_due_shows_what_it_closed(there: Netwerk) -> None:
    lists, folder = there.folder / "lijsten", there.folder / "agenda"
    lists.mkdir()
    publish(there, "--lang", "nl")
    ended = there.at(FEBRUARY)("close-due", "--export-dir", str(lists), "--agenda", str(folder))
    assert ended.code == 0
    assert (lists / "kickoff.csv").read_bytes().count(b"\n") == 2
    assert "Voorbij" in Page(written(there)["kickoff.html"]).text


def test_pages_that_cannot_be_kept_stop_the_closing_before_it_began(there: Netwerk) -> None:
    folder = there.folder / "agenda"
    folder.mkdir()
    (folder / "index.html").write_text("van mij", encoding="utf-8")
    before = there.at(FEBRUARY).files()
    assert there.error("close-due", "--agenda", str(folder))["code"] == "target_exists"
    assert there.files() == before
