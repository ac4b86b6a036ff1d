"""What somebody wrote, as the text in it: plain text, web pages, Word documents, e-mail messages and PDF.

What a file is, its first bytes say, not its name. `read` loads only the reader that it needs.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from netwerk_cli.errors.files import BadFile
from netwerk_cli.exchange import decoding
from netwerk_cli.wording import Wording

LARGEST = 20_000_000
"""Bytes of a document; what is longer is no announcement."""

_MAIL = re.compile(r"\A(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_HEADERS = re.compile(
    r"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|X-[A-Za-z-]+|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|article|h1|table|br|ul)\b[^<>]{0,500}>", re.IGNORECASE
)
_LOOKS = 4000  # characters in which a page shows that it is one


class Document(NamedTuple):
    """The text of a document, and the day on which it was sent where it says that."""

    text: str
    sent_on: date | None = None


def read(data: bytes, *, source: str) -> Document | None:
    """Return what a document says; None for bytes that are no text at all.

    Raises:
        BadFile: it is too large, or a document of a known kind that is damaged.
        ExtraMissing: it is a PDF, and the library that reads those is not installed.
    """
    if len(data) > LARGEST:
        raise BadFile(path=source, why=Wording("it has more than {count} MB", count=LARGEST // 1_000_000))
    if data[:5] == b"%PDF-":
        from netwerk_cli.exchange.documents import portable

        return Document(portable.text_of(data, source))
    if data[:4] == b"PK\x03\x04":
        from netwerk_cli.exchange.documents import word

        return Document(word.text_of(data, source))
    found = decoding.text_of(data)
    return None if found is None else _of_text(found[0], data)


def _of_text(text: str, data: bytes) -> Document:
    begin = text[:_LOOKS].replace("\r\n", "\n")
    if _MAIL.match(begin) and _HEADERS.search(begin):
        from netwerk_cli.exchange.documents import mail

        return Document(*mail.text_of(data))
    if _HTML.search(begin):
        from netwerk_cli.exchange.documents import web

        return Document(web.text_of(text))
    return Document(text)
