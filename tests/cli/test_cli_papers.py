"""What is printed: lists to sign and badges, read back with other programs."""

from __future__ import annotations

import struct
import subprocess
import sys

import pytest

from tests.cli.calling import Netwerk
from tests.cli.papers import codes, pages

NAMES = ("Ans de Vries", "Bo Aerts", "Çağla van 't Nep")


@pytest.fixture
def desk(kickoff: Netwerk) -> Netwerk:
    kickoff.done("event", "edit", "kickoff", "--location", "Gent")
    for name in NAMES:
        address = f"{name[:2].lower().replace('ç', 'c')}@example.org"
        kickoff.done(
            "registration", "add", "kickoff", "--name", name, "--email", address, "--organisation", "CLB"
        )
    return kickoff


def settings(desk: Netwerk, text: str) -> None:
    (desk.folder / "config.toml").write_text(text, "utf-8")


def printed(desk: Netwerk, *words: str) -> list[str]:
    """Return the pages of a paper."""
    desk.done("export", *words, "-o", str(desk.folder / "papier.pdf"))
    return pages(desk.folder / "papier.pdf")


# ----------------------------------------------------------------------- badges
def test_a_badge_is_scanned_at_the_door(desk: Netwerk) -> None:
    desk.done("export", "badges", "kickoff", "-o", str(desk.folder / "badges.pdf"))
    scanned = codes(desk.folder / "badges.pdf")
    assert scanned == ["KICKOFF/R2", "KICKOFF/R1", "KICKOFF/R3"]
    ended = desk("attendance", "check-in", "kickoff", stdin="\n".join(scanned))
    assert [line.split("\t")[:2] for line in ended.out.splitlines()] == [
        ["r2", "Bo Aerts"],
        ["r1", "Ans de Vries"],
        ["r3", "Çağla van 't Nep"],
    ]


def test_a_badge_says_who_somebody_is_and_with_whom(desk: Netwerk) -> None:
    (page,) = printed(desk, "badges", "kickoff", "--session", "main", "--status", "confirmed")
    assert page.split("\n")[:3] == ["Kick-off", "Bo Aerts", "CLB r2"]


def test_badges_go_on_as_many_sheets_as_are_needed(desk: Netwerk) -> None:
    assert len(printed(desk, "badges", "kickoff", "--sheet", "200x100+5+5/200x100")) == 2


def test_the_answer_to_a_question_is_the_name_on_a_badge(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--question", "badge=Hoe wil je heten?; text")
    desk.done("registration", "edit", "kickoff", "r1", "--answer", "badge=Ansje")
    (page,) = printed(desk, "badges", "kickoff", "--fields", "badge,role", "--border")
    assert [name for name in (*NAMES, "Ansje") if name in page] == [*NAMES[1:], "Ansje"]


def test_the_same_badges_are_the_same_bytes_at_any_time(desk: Netwerk) -> None:
    one, other = desk.folder / "een.pdf", desk.folder / "twee.pdf"
    desk.done("export", "badges", "kickoff", "-o", str(one))
    desk.at("2024-01-12T09:00:00+01:00").done("export", "badges", "kickoff", "-o", str(other))
    assert one.read_bytes() == other.read_bytes()
    assert b"2024-01-10T" in one.read_bytes()


def test_a_paper_is_tagged_and_says_so(desk: Netwerk) -> None:
    path = desk.folder / "papier.pdf"
    for paper in ("badges", "sign-in-sheet"):
        desk.done("export", paper, "kickoff", "-o", str(path), "--lang", "nl")
        assert [one in path.read_bytes() for one in (b"pdfuaid:part>1<", b"/StructTreeRoot", b"/Lang(nl)")] == [
            True, True, True,
        ]  # fmt: skip


def test_what_somebody_wrote_is_never_markup(desk: Netwerk) -> None:
    name = '#strong[x] $x$ \\u{41} "q" @y <z> _a_ // b'
    desk.done("registration", "edit", "kickoff", "r1", "--name", name, "--organisation", "#panic()")
    (page,) = printed(desk, "badges", "kickoff", "--sheet", "200x140+5+5/200x140")[:1]
    assert [one for one in ("#strong[x]", "#panic()") if one not in page] == []


def test_who_no_font_can_print_is_named_and_the_file_is_written(desk: Netwerk) -> None:
    desk.done("registration", "edit", "kickoff", "r2", "--name", "王小明")
    path = desk.folder / "badges.pdf"
    ended = desk("export", "badges", "kickoff", "-o", str(path))
    assert (ended.code, ended.err) == (
        0,
        f"Wrote {path} ({path.stat().st_size} bytes).\n"
        "3 people are on it.\n"
        "No font has all that is to be printed of 1 person; a line is left to write the name on, and a box stands for "
        "any other sign.\n"
        "r2  王小明\n"
        "The setting 'fonts' names a folder of fonts that have more, such as Noto Sans CJK.\n",
    )
    assert "▯" not in pages(path)[0]


def test_fonts_of_ones_own_print_what_ours_do_not(desk: Netwerk) -> None:
    folder = desk.folder / "lettertypes"
    folder.mkdir()
    settings(desk, f"fonts = '{folder}'\n")
    ended = desk("export", "badges", "kickoff", "-o", str(desk.folder / "badges.pdf"))
    assert (ended.code, ended.err.splitlines()[0]) == (
        2,
        f"Error: {folder} cannot be read: it holds no fonts (.ttf, .otf, .ttc, .otc).",
    )
    (folder / "nep.ttf").write_bytes(b"nep")
    ended = desk("export", "badges", "kickoff", "-o", str(desk.folder / "badges.pdf"))
    assert (ended.code, ended.err.splitlines()[0]) == (
        2,
        f"Error: {folder / 'nep.ttf'} cannot be read: it is no font that can be read.",
    )
    settings(desk, f"fonts = '{folder / 'weg'}'\n")
    assert desk("export", "badges", "kickoff", "-o", str(desk.folder / "badges.pdf")).code == 3
    assert not (desk.folder / "badges.pdf").exists()


def test_a_font_that_only_says_that_it_has_a_sign_is_refused(desk: Netwerk) -> None:
    folder = desk.folder / "lettertypes"
    folder.mkdir()
    settings(desk, f"fonts = '{folder}'\n")
    desk.done("registration", "edit", "kickoff", "r1", "--name", "王")
    group = struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x738B, 0x738B, 1)
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + group
    head = struct.pack(">4sHHHH", b"\0\1\0\0", 1, 16, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap))
    (folder / "nep.ttf").write_bytes(head + cmap)
    ended = desk("export", "badges", "kickoff", "-o", str(desk.folder / "badges.pdf"))
    assert (ended.code, ended.err.splitlines()[0]) == (
        2,
        f"Error: {folder} cannot be read: a font in it does not have what its table of signs says.",
    )


# ---------------------------------------------------------------- lists to sign
def test_a_list_to_sign_is_by_family_name(desk: Netwerk) -> None:
    (page,) = printed(desk, "sign-in-sheet", "kickoff", "--lang", "nl")
    assert page.split("\n") == [
        "Kick-off",
        "vrijdag 26 januari 2024 van 09:30 tot 16:00",
        "Gent",
        "Code Naam Organisatie Handtekening",
        "r2 Bo Aerts CLB",
        "r1 Ans de Vries CLB",
        "r3 Çağla van 't Nep CLB",
        "Kick-off; zoals de lijst was op woensdag 10 januari 2024 om 09:00 bladzijde 1 / 1",
    ]


def test_columns_are_those_that_were_asked_for(desk: Netwerk) -> None:
    desk.done("event", "edit", "kickoff", "--question", "foto=Mag je op de foto?; yes-no; special")
    desk.done("registration", "edit", "kickoff", "r1", "--answer", "foto=nee")
    (page,) = printed(
        desk,
        "sign-in-sheet",
        "kickoff",
        "--fields",
        "name,foto",
        "--blank",
        "In",
        "--blank",
        "Out",
        "--walk-ins",
        "0",
    )
    lines = " ".join(page.split())
    assert "Code Name Mag je op de foto? In Out r2 Bo Aerts r1 Ans de Vries no r3" in lines


def test_each_session_has_a_list_of_its_own(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks", "--title", "Reeks", "--capacity", "9")
    netwerk.done(
        "session",
        "add",
        "reeks",
        "dag-1",
        "--title",
        "Eerste dag",
        "--starts",
        "5 maart 2024 10u",
        "--duration",
        "3u",
    )
    netwerk.done("session", "add", "reeks", "dag-2", "--starts", "12 maart 2024 10u", "--duration", "3u")
    for name, session in (("An", "dag-1"), ("Bo", "dag-2")):
        netwerk.done(
            "registration",
            "add",
            "reeks",
            "--name",
            name,
            "--email",
            f"{name}@example.org",
            "--session",
            session,
        )
    whole = printed(netwerk, "sign-in-sheet", "reeks")
    assert [("An" in page, "Bo" in page) for page in whole] == [(True, True)]
    assert whole[0].split("\n")[:3] == [
        "Reeks",
        "Eerste dag: Tuesday 5 March 2024, 10:00 to 13:00",
        "dag-2: Tuesday 12 March 2024, 10:00 to 13:00",
    ]
    apart = printed(netwerk, "sign-in-sheet", "reeks", "--session", "dag-2,dag-1")
    assert [page.split("\n")[:2] for page in apart] == [
        ["Reeks: Eerste dag", "Tuesday 5 March 2024, 10:00 to 13:00"],
        ["Reeks: dag-2", "Tuesday 12 March 2024, 10:00 to 13:00"],
    ]
    assert [("An" in page, "Bo" in page) for page in apart] == [(True, False), (False, True)]


def test_a_list_may_be_of_lines_for_who_walks_in_only(kickoff: Netwerk) -> None:
    assert len(printed(kickoff, "sign-in-sheet", "kickoff", "--walk-ins", "40")) == 2
    ended = kickoff("export", "sign-in-sheet", "kickoff", "--walk-ins", "0")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("Error: There is nobody to print for 'kickoff'; nothing was written.\n")


# ------------------------------------------------------------------ what is off
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param(
            ["badges", "kickoff", "--sheet", "A4"],
            2,
            "--sheet: there is no sheet 'A4'; choose from L4785",
            id="sheet",
        ),
        pytest.param(
            ["badges", "kickoff", "--status", "waiting"],
            3,
            "There is nobody to print for 'kickoff'",
            id="nobody",
        ),
        pytest.param(
            ["badges", "kickoff", "--session", "x"], 3, "'kickoff' has no session 'x'", id="session"
        ),
        pytest.param(
            ["sign-in-sheet", "kickoff", "--session", "x"], 3, "'kickoff' has no session 'x'", id="list"
        ),
        pytest.param(["sign-in-sheet", "kickof"], 3, "There is no event 'kickof'", id="event"),
        pytest.param(["badges", "kickoff", "--fields", "maat"], 2, "There is no field 'maat'", id="field"),
        pytest.param(["sign-in-sheet", "kickoff", "--walk-ins", "-1"], 2, "--walk-ins:", id="lines"),
        pytest.param(
            ["sign-in-sheet", "kickoff", "--walk-ins", "501"], 2, "--walk-ins:", id="too many lines"
        ),
    ],
)
def test_what_cannot_be_printed_writes_no_file(desk: Netwerk, words: list[str], code: int, told: str) -> None:
    before = desk.files()
    ended = desk("export", *words, "-o", str(desk.folder / "papier.pdf"))
    assert (ended.code, ended.out, desk.files()) == (code, "", before)
    assert ended.err.startswith(f"Error: {told}")


def test_a_pdf_is_not_for_a_screen(desk: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    ended = desk("export", "badges", "kickoff")
    assert (ended.code, ended.out) == (2, "")
    assert "a PDF is not for a screen; name a file" in ended.err


def test_without_the_extra_one_sentence_says_how_to_install_it(desk: Netwerk) -> None:
    script = "import sys; sys.modules['typst'] = None; from netwerk_cli.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "export", "badges", "kickoff"],
        env=desk.environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines()[-2:] == [
        "Error: The library for writing PDF is not installed.",
        "Install it with: pip install 'netwerk-cli[pdf]'.",
    ]
