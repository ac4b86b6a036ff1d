"""In which ways bytes can be read as text, and text as other text: encodings, escapes, folded lines.

Each reading is made only where its signs are there. What is written in two ways at once, such as a name in HTML in a
message in quoted-printable, is found because all of them are undone after one another, too.
"""

from __future__ import annotations

import binascii
import html
import re
from collections.abc import Callable, Iterator

_FOLDED = re.compile(rb"\r?\n[ \t]")
_MARKED = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def of_bytes(data: bytes) -> Iterator[str]:
    """Yield what bytes may say: UTF-8, Windows-1252, UTF-16 both ways, each with lines unfolded too (RFC 5545 §3.1)."""
    yield from _plain(data)
    if _FOLDED.search(data):  # before decoding: a line may be folded within a letter
        yield from _plain(_FOLDED.sub(b"", data))
    if b"\0" in data or data[:2] in (mark for mark, _ in _MARKED):
        for encoding in ("utf-16-le", "utf-16-be"):
            for start in (0, 1):
                yield data[start:].decode(encoding, "replace")


def _plain(data: bytes) -> Iterator[str]:
    if data.isascii():
        yield data.decode("ascii")
        return
    try:
        yield data.decode("utf-8")
    except UnicodeDecodeError:
        yield data.decode("utf-8", "replace")
        yield data.decode("cp1252", "replace")


def of_text(text: str, least: int) -> Iterator[str]:
    """Yield a text and what else it may say; `least` is how many bytes what is looked for has."""
    yield text
    combined = text
    for undo in _UNDONE:
        if (one := undo(text)) != text:
            yield one
        combined = undo(combined)
    for undo in _UNDONE:  # what was hidden in one another
        combined = undo(combined)
    if combined != text:
        yield combined
    for source in dict.fromkeys((text, combined)):
        yield from _of_base64(source, least)


# ------------------------------------------------------------------ escapes
_JSON = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|x([0-9a-fA-F]{2})|(.))", re.DOTALL
)
_CONTROLS = {"n": "\n", "N": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}


def _json(text: str) -> str:
    r"""Undo `\u00e9`, `\n`, `\,` and the like: JSON, source text, iCalendar (RFC 5545 §3.3.11)."""
    return _JSON.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    unit, second, byte, sign = match.groups()
    if sign is not None:
        return _CONTROLS.get(sign, sign)
    code = int(unit or byte, 16)
    if second is not None and 0xD800 <= code < 0xDC00:
        return chr(0x10000 + ((code - 0xD800) << 10) + (int(second, 16) - 0xDC00))
    return chr(code) + (chr(int(second, 16)) if second else "")


_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")


def _percent(text: str) -> str:
    """Undo percent-encoding (RFC 3986 §2.1), a plus for a blank too."""
    if "%" not in text or not _PERCENT.search(text):
        return text
    return _PERCENT.sub(lambda m: _decoded(binascii.unhexlify(m[0].replace("%", ""))), text).replace("+", " ")


_SOFT = re.compile(r"=[ \t]*\r?\n")
_QUOTED = re.compile(r"(?:=[0-9a-fA-F]{2})+")


def _quoted_printable(text: str) -> str:
    """Undo quoted-printable (RFC 2045 §6.7)."""
    if "=" not in text:
        return text
    return _QUOTED.sub(lambda m: _decoded(binascii.unhexlify(m[0].replace("=", ""))), _SOFT.sub("", text))


_WORDS = re.compile(r"=\?([\w.:-]+)(?:\*[\w-]+)?\?([bBqQ])\?([^?\s]*)\?=")
_BETWEEN_WORDS = re.compile(r"(?<=\?=)\s+(?==\?)")


def _encoded_words(text: str) -> str:
    """Undo encoded words of headers (RFC 2047); those beside each other are one, parted within a letter or not."""
    if "=?" not in text:
        return text
    joined = re.sub(
        r"(=\?[^?\s]+\?[bB]\?)([^?\s]*)\?=\1(?=[^?\s]*\?=)", r"\1\2", _BETWEEN_WORDS.sub("", text)
    )
    return _WORDS.sub(_word, re.sub(r"(=\?[^?\s]+\?[qQ]\?)([^?\s]*)\?=\1", r"\1\2", joined))


def _word(match: re.Match[str]) -> str:
    charset, how, said = match.groups()
    if how in "qQ":
        data = _QUOTED.sub(
            lambda m: binascii.unhexlify(m[0].replace("=", "")).decode("latin-1"), said.replace("_", " ")
        ).encode("latin-1", "replace")
    else:
        data = _bytes(said)
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return _decoded(data)


_TAG = re.compile(r"<[^<>]{0,2000}>")


def _html(text: str) -> str:
    """Undo the entities of HTML and XML."""
    return html.unescape(text) if "&" in text else text


def _tags(text: str) -> str:
    """Take the tags out of HTML and XML, where a name may stand in cells beside each other."""
    return _TAG.sub(" ", text) if "<" in text else text


def _joined(text: str) -> str:
    """Take the tags out of what stands within a word, as in a cell with two fonts."""
    return _TAG.sub("", text) if "<" in text else text


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


_UNDONE: tuple[Callable[[str], str], ...] = (
    _encoded_words, _quoted_printable, _json, _percent, _html, _tags, _joined,
)  # fmt: skip

# ------------------------------------------------------------------- base64
_ALPHABET = r"A-Za-z0-9+/_-"
_SPAN = re.compile(rf"[{_ALPHABET}]+(?:=*(?:[ \t]*\r?\n[ \t]*)[{_ALPHABET}]+)*")
_URL = str.maketrans("-_", "+/")


def _of_base64(text: str, least: int) -> Iterator[str]:
    """Yield what base64 in a text says (RFC 4648), wherever in its groups of four it begins.

    What is decoded of all spans is put in one text, with line feeds between: looking into one is sooner than into many.
    """
    spans = [
        re.sub(r"[\s=]+", "", m[0]) for m in _SPAN.finditer(text) if m.end() - m.start() >= least * 4 // 3
    ]
    if not spans:
        return
    for start in range(4):
        yield from _plain(b"\n".join(_bytes(span[start:]) for span in spans))
    wide = [_bytes(span[start:]) for span in spans for start in range(4)]
    for data in (one for one in wide if one.count(0) * 4 > len(one)):
        for encoding in ("utf-16-le", "utf-16-be"):
            yield data.decode(encoding, "replace")


def _bytes(said: str) -> bytes:
    """Return the bytes of base64 as far as they are whole."""
    plain = said.translate(_URL).rstrip("=")
    try:
        return binascii.a2b_base64(plain[: len(plain) - (len(plain) % 4 == 1)] + "==")
    except (binascii.Error, ValueError):
        return b""
