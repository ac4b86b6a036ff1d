"""Bytes that may be a text, into that text: UTF-8, UTF-16, else Windows-1252."""

from __future__ import annotations


def text_of(data: bytes) -> tuple[str, str] | None:
    """Return the text, without a byte order mark, and in which encoding it was; None where it is no text."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else (text.removeprefix("\ufeff"), encoding)
    return None


def _encodings(data: bytes) -> tuple[str, ...]:
    if data[:3] == b"\xef\xbb\xbf":
        return ("utf-8-sig",)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    few = data[:200]
    if few[1::2].count(0) > len(few) // 3:
        return ("utf-16-le",)
    if few[::2].count(0) > len(few) // 3:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
