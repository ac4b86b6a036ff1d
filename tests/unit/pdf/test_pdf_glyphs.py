"""What fonts can print, and what stands for a sign that none has."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from netwerk_cli import pdf
from netwerk_cli.pdf.glyphs import NotAFont, Printable, signs

FONTS = Path(pdf.__file__).parent / "fonts"


@pytest.fixture(scope="module")
def printable() -> Printable:
    return Printable(signs(path.read_bytes()) for path in sorted(FONTS.glob("*-Regular.ttf")))


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Proef'tje",
        "Łukasz Żółć-Ğ\u0131şşi",
        "Tèo Nguyễn Thị Ánh",
        "Αλέξανδρος Παπαδόπουλος",
        "Фёкла Проба",
        "محمد الخوارزمي",
        "یاسمین پروین",
        "יעל לוי",
        "\u200f\u05d9\u200b\u00ad",
        "«» „Nep” – €",
    ],
)
def test_names_in_these_scripts_are_printed_as_they_are(printable: Printable, name: str) -> None:
    assert printable.text(name) == (name, True)


def test_accents_are_joined_to_their_letters(printable: Printable) -> None:
    assert printable.text("Zoe\u0308") == ("Zoë", True)


def test_a_blank_and_a_hyphen_that_do_not_break_are_printed_as_others(printable: Printable) -> None:
    assert printable.text("a\u202fb\u2011c") == ("a\u00a0b-c", True)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("王小明 Wang", "▯▯▯ Wang", id="Chinese"),
        pytest.param("Zoë 🎉", "Zoë ▯", id="picture"),
        pytest.param("Zoë\u20e3", "Zo▯", id="no accent of the font of the letter"),
    ],
)
def test_a_box_stands_for_what_no_font_has(printable: Printable, text: str, printed: str) -> None:
    assert printable.text(text) == (printed, False)


def test_bold_has_every_sign_that_regular_has() -> None:
    for regular in FONTS.glob("*-Regular.ttf"):
        bold = regular.with_name(regular.name.replace("Regular", "Bold"))
        assert signs(regular.read_bytes()) == signs(bold.read_bytes())


def test_each_font_has_its_licence_beside_it() -> None:
    families = {path.name.partition("-")[0] for path in FONTS.glob("*.ttf")}
    assert {path.stem.removeprefix("OFL-") for path in FONTS.glob("OFL-*.txt")} == families


@pytest.mark.parametrize("size", [0, 4, 11, 40, 300])
def test_half_a_font_is_none(size: int) -> None:
    with pytest.raises(NotAFont):
        signs((FONTS / "Heebo-Regular.ttf").read_bytes()[:size])


def test_fonts_of_a_collection_are_all_looked_at() -> None:
    one = (FONTS / "Heebo-Regular.ttf").read_bytes()
    head = struct.pack(">4sHHII", b"ttcf", 1, 0, 1, 16)
    (count,) = struct.unpack_from(">H", one, 4)
    moved = bytearray(one)
    for at in range(12, 12 + 16 * count, 16):  # where the tables lie is counted from the start of the file
        (begin,) = struct.unpack_from(">I", one, at + 8)
        struct.pack_into(">I", moved, at + 8, begin + len(head))
    assert signs(head + bytes(moved)) == signs(one)
