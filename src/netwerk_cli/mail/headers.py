"""Subjects and names as they go into a header (RFC 5322 §2.2, RFC 2047).

The encoder of the standard library loses blanks at the border of two encoded words in some of its versions, so
this one encodes a text that needs it whole, blanks included: between encoded words nothing counts.
"""

import base64
import re

_LINE = 76
"""The most characters on a line (RFC 2047 §2)."""
_WORD = 39
"""The most bytes in one encoded word: 52 characters of base64, beside `=?utf-8?b?` and `?=`, behind `Subject: `."""
_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")


def text(value: str, *, used: int) -> str:
    """Return an unstructured value, such as a subject, folded; `used` columns of its first line are taken."""
    line = " ".join(value.split())
    if line.isascii() and line.isprintable() and "=?" not in line and _fits(line, used):
        return _folded(line.split(" "), used)
    return _folded(_encoded(line), used)


def address(email: str, name: str | None, *, used: int) -> str:
    """Return a mailbox (RFC 5322 §3.4): the name as atoms, quoted or encoded, and the address in brackets."""
    where = mailbox(email)
    said = " ".join((name or "").split())
    if not said:
        return where
    quoted = '"' + re.sub(r'(["\\])', r"\\\1", said) + '"'
    if said.isascii() and said.isprintable() and "=?" not in said and len(quoted) < _LINE - used:
        words = said.split(" ") if _ATOM.fullmatch(said) else [quoted]
    else:
        words = _encoded(said)
    return _folded([*words, f"<{where}>"], used)


def mailbox(email: str) -> str:
    """Return an address as mail servers know it: its domain in ASCII (RFC 5890), what stands before it as it is."""
    local, _, domain = email.rpartition("@")
    return f"{local}@{_domain(domain)}"


def _fits(line: str, used: int) -> bool:
    """Whether no word is longer than a line can be."""
    return all(len(word) < _LINE - used for word in line.split(" "))


def _domain(domain: str) -> str:
    """Return a domain as mail servers know it; one that has no such form stays as it is."""
    try:
        return domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def _encoded(value: str) -> list[str]:
    """Return a text as encoded words, each of whole characters."""
    words, part = list[str](), b""
    for character in value:
        octets = character.encode("utf-8", "replace")
        if len(part) + len(octets) > _WORD:
            words.append(_word(part))
            part = b""
        part += octets
    return [*words, _word(part)]


def _word(octets: bytes) -> str:
    return f"=?utf-8?b?{base64.b64encode(octets).decode('ascii')}?="


def _folded(words: list[str], used: int) -> str:
    """Return words with a blank between them, or the end of a line and a blank where the line would be too long."""
    found, column = words[0], used + len(words[0])
    for word in words[1:]:
        if column + 1 + len(word) > _LINE:
            found, column = f"{found}\r\n {word}", 1 + len(word)
        else:
            found, column = f"{found} {word}", column + 1 + len(word)
    return found
