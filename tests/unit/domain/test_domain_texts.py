"""Rule 21: names and addresses as given."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from netwerk_cli.domain import texts
from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording
from tests.builders import refused

COMPOSED, DECOMPOSED = (unicodedata.normalize(form, "Zoë@example.org") for form in ("NFC", "NFD"))


NAMES = [
    "An van den Voorbeeld",
    "'t Voorbeeld",
    "de Voorbeeld-Proef",
    "AN VOORBEELD",
    "an",
    "Zoë",
    "Ğ ẞ ł",
    "李雷",
]
ODD_NAMES = ["=SUM(A1)", "+32 2 000", "a\u00a0b", "Ann\u0301"]


@pytest.mark.parametrize("name", [*NAMES, *ODD_NAMES])
def test_name_is_kept_exactly_as_given(name: str) -> None:
    assert texts.line(name, field="--name") == name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("  An  ", "An", id="blanks around it"),
        pytest.param("\u00a0An\u202f", "An", id="no-break spaces around it"),
        pytest.param("An\r\nVoorbeeld", "An Voorbeeld", id="a line end of Windows"),
        pytest.param("An\rVoorbeeld\n", "An Voorbeeld", id="other line ends"),
        pytest.param("An\tVoorbeeld", "An Voorbeeld", id="a tab"),
        pytest.param("A\x00n\x1b[31m\x07\x7f\x85", "An[31m", id="control characters"),
        pytest.param("An  Voorbeeld", "An  Voorbeeld", id="blanks inside stay"),
    ],
)
def test_line_is_trimmed_and_freed_of_control_characters(given: str, kept: str) -> None:
    assert texts.line(given, field="--name") == kept


@pytest.mark.parametrize("nothing", ["", " ", "\n", "\t\r\n", "\u00a0", "\x00\x1b"])
def test_line_of_nothing_is_refused(nothing: str) -> None:
    with pytest.raises(BadValue) as caught:
        texts.line(nothing, field="--name")
    assert caught.value.facts == {"field": "--name", "why": "it is empty"}


@pytest.mark.parametrize("read", [texts.line, texts.text])
def test_bytes_that_are_no_text_are_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(BadValue) as caught:
        read("An \udcff", field="--name")
    assert caught.value.facts == {"field": "--name", "why": "it holds bytes that are not text in UTF-8"}


def test_longest_line_fits() -> None:
    assert texts.line(" " + "a" * texts.MAX_LINE, field="--name") == "a" * texts.MAX_LINE


def test_longer_line_is_refused() -> None:
    with pytest.raises(BadValue):
        texts.line("a" * (texts.MAX_LINE + 1), field="--name")


def test_text_keeps_its_lines() -> None:
    assert texts.text(" a\r\nb\r\tc\x00 \n", field="--note") == "a\nb\n\tc"


def test_text_may_be_nothing() -> None:
    assert texts.text(" \n", field="--note") == ""


def test_longest_text_fits_and_a_longer_one_is_refused() -> None:
    assert len(texts.text("a" * texts.MAX_TEXT, field="--note")) == texts.MAX_TEXT
    with pytest.raises(BadValue):
        texts.text("a" * (texts.MAX_TEXT + 1), field="--note")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("an@example.org", "an@example.org"),
        (" An@Example.ORG\n", "An@Example.ORG"),
        ("\ufeffan@example.org\u200b", "an@example.org"),
        ("\u00a0an@example.org\u00a0", "an@example.org"),
        ("an+forum@example.org", "an+forum@example.org"),
        ("o'an_x-y.z@mail.example.org", "o'an_x-y.z@mail.example.org"),
        ("zoë@voorbeeld.example", "zoë@voorbeeld.example"),
        ("a" * 64 + "@example.org", "a" * 64 + "@example.org"),
    ],
)
def test_address_is_kept_as_given_but_trimmed(given: str, kept: str) -> None:
    assert texts.email(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        "an",
        "@",
        "an@",
        "@example.org",
        "an@example",
        "an@.org",
        "an@example.",
        "an@example..org",
        ".an@example.org",
        "an.@example.org",
        "a..n@example.org",
        "an@bo@example.org",
        "an example@example.org",
        "an@exam ple.org",
        "an@example.org, bo@example.org",
        "an@example.org;bo@example.org",
        "An <an@example.org>",
        "mailto:an@example.org",
        '"an"@example.org',
        "an\\@example.org",
        "an@[127.0.0.1]",
        "an\n@example.org",
        "an\x00@example.org",
        "a\u200bn@example.org",
        "an\u202e@example.org",
        "an@example.org\udcff",
        "a" * 65 + "@example.org",
        "an@" + "x" * 250 + ".example.org",
    ],
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(BadValue) as caught:
        texts.email(given)
    assert caught.value.facts == {"field": "--email", "why": "it is not an address such as name@example.org"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("an", "an", id="a name"),
        pytest.param(" An\tVoorbeeld\n", "An Voorbeeld", id="one line of it"),
        pytest.param("x" * 501, "x" * 500, id="as much as fits"),
        pytest.param("\udcff", "?", id="bytes that are no text"),
        pytest.param("", "unknown", id="nothing"),
        pytest.param("\u200b", "unknown", id="nothing that shows"),
    ],
)
def test_whoever_signs_is_never_refused(given: str, expected: str) -> None:
    assert texts.signature(given) == expected


@pytest.mark.parametrize("nothing", ["\u2800", "\u3164", "\u200b\u00a0", "\u0301", "\u2028"])
def test_a_name_that_shows_nothing_is_none(nothing: str) -> None:
    assert refused(lambda: texts.line(nothing, field="--name")) == (
        BadValue,
        {"field": "--name", "why": Wording("it is empty")},
    )


@pytest.mark.parametrize("half", [chr(0xD800), chr(0xDFFF)])
def test_half_a_sign_is_refused(half: str) -> None:
    why = Wording("it holds bytes that are not text in UTF-8")
    found = refused(lambda: texts.line(f"Ans{half}", field="--name"))
    assert found == (BadValue, {"field": "--name", "why": why})


@pytest.mark.parametrize(("read", "most"), [(texts.line, 500), (texts.text, 20_000)])
def test_what_is_too_long_is_told_with_its_length(read: Callable[..., str], most: int) -> None:
    why = Wording("it has {count} characters; {limit} fit", count=most + 1, limit=most)
    assert refused(lambda: read("x" * (most + 1), field="--note")) == (
        BadValue,
        {"field": "--note", "why": why},
    )


@pytest.mark.parametrize(
    "address", ["\u200b an@example.org \ufeff", " \ufeffan@example.org", "an@example.org\u200b "]
)
def test_an_address_is_freed_of_signs_that_show_nothing(address: str) -> None:
    assert texts.email(address) == "an@example.org"


def test_the_longest_address_fits_and_a_longer_one_is_refused() -> None:
    domain = ".".join(["x" * 61] * 3)
    longest = f"{'a' * 64}@{domain}.org"
    assert (len(longest), texts.email(longest)) == (254, longest)
    with pytest.raises(BadValue):
        texts.email(f"{'a' * 64}@{domain}x.org")
