"""Subjects and names come out of three readers as they went in."""

from __future__ import annotations

import base64
import re
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from netwerk_cli.mail import headers

WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\xa0\u202f"),
    max_size=90,
)
DUTCH = st.lists(
    st.sampled_from(["Welzijn", "–", "één", "'s-Gravenhage", "=?utf-8?q?x?=", "a" * 80, "🎉", "vóór", "&", "«ja»"]),
    min_size=1, max_size=14,
).map(" ".join)  # fmt: skip


def parsed(name: str, value: str, rule: Any) -> Any:
    return message_from_bytes(f"{name}: {value}\r\n\r\n".encode(), policy=rule)[name]


def by_the_book(value: str) -> str:
    """Decode encoded words as RFC 2047 §6.2 says, with nothing of the standard library's reader."""
    line = re.sub(r"(\?=)[ \t\r\n]+(?==\?)", r"\1", value).replace("\r\n", "")
    return re.sub(r"=\?utf-8\?b\?([^?]*)\?=", lambda m: base64.b64decode(m[1]).decode(), line)


@given(st.one_of(WORDS, DUTCH))
@example("Welzijn – één, en nog een lange staart van woorden die over de regel gaat – één")
def test_a_subject_is_read_back_by_three_readers(typed: str) -> None:
    wanted = " ".join(typed.split())
    value = headers.text(typed, used=9)
    assert all(len(line) <= 78 for line in f"Subject: {value}".split("\r\n"))
    assert value.isascii()
    assert by_the_book(value) == wanted
    assert str(make_header(decode_header(value.replace("\r\n", "")))) == wanted
    assert str(parsed("Subject", value, policy.SMTP)).strip() == wanted


@given(st.one_of(WORDS, DUTCH))
@example('Jan "de" Bakker, (jr) \\ x')
@example("Ans Voorbeeld")
def test_a_name_is_read_back_and_cannot_bring_in_an_address(typed: str) -> None:
    wanted = " ".join(typed.split())
    value = headers.address("ans@example.org", typed, used=4)
    assert all(len(line) <= 78 for line in f"To: {value}".split("\r\n"))
    (one,) = parsed(
        "To", value, policy.SMTP
    ).addresses  # its reader of names keeps blanks between encoded words
    assert one.addr_spec == "ans@example.org"
    phrase, _, _ = value.replace("\r\n", "").rpartition("<")
    name = re.sub(r"\\(.)", r"\1", phrase.strip()[1:-1]) if phrase.startswith('"') else phrase.strip()
    assert by_the_book(name) == wanted
    assert str(make_header(decode_header(name))) == wanted


@given(WORDS)
def test_no_text_begins_a_header_of_its_own(typed: str) -> None:
    value = headers.text(f"x\r\nBcc: mallory@example.org\r\n{typed}", used=9)
    assert all(line.startswith(" ") for line in value.split("\r\n")[1:])
