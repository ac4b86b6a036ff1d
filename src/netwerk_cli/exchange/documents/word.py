"""Word documents (.docx, ECMA-376) as text: a line for each paragraph, a tab between cells, a bullet for each item."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from netwerk_cli.errors.files import BadFile
from netwerk_cli.wording import Wording

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 50_000_000  # bytes of XML
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, EOFError, OSError, ValueError, RuntimeError,
           ElementTree.ParseError)  # fmt: skip
_OTHER = Wording("it is no document that can be read; save it as .docx, PDF or text")


def text_of(data: bytes, source: str) -> str:
    """Return what a document says. Raises `BadFile`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            about = packed.getinfo("word/document.xml")
            if about.file_size > _LARGEST:
                raise BadFile(path=source, why=_OTHER)
            with packed.open(about) as part:
                xml = part.read(_LARGEST + 1)
        if len(xml) > _LARGEST or b"<!DOCTYPE" in xml[:2000] or b"<!ENTITY" in xml:
            raise BadFile(path=source, why=_OTHER)
        root = ElementTree.fromstring(xml)  # noqa: S314 (see above)
    except _BROKEN as err:
        raise BadFile(path=source, why=_OTHER) from err
    body = root.find(f"{_W}body")
    return "".join(f"{line}\n" for line in _lines(root if body is None else body))


def _lines(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tr":
            yield "\t".join(" ".join(_lines(cell)).strip() for cell in child.iter(f"{_W}tc"))
        elif child.tag in (f"{_W}tbl", f"{_W}sdt", f"{_W}sdtContent"):
            yield from _lines(child)


def _paragraph(paragraph: Element) -> Iterator[str]:
    """Yield the lines of a paragraph; a heading has an empty line above and below it."""
    about = paragraph.find(f"{_W}pPr")
    style = None if about is None else about.find(f"{_W}pStyle")
    named = "" if style is None else style.get(f"{_W}val", "").casefold()
    listed = about is not None and about.find(f"{_W}numPr") is not None
    heading = named.startswith(("heading", "kop", "title", "titel"))
    text = "".join(_text(paragraph))
    yield from [""] * heading
    yield f"• {text}" if listed and text.strip() else text
    yield from [""] * (heading or not listed)


def _text(element: Element) -> Iterator[str]:
    for part in element.iter():
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag == f"{_W}tab":
            yield "\t"
        elif part.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif part.tag == f"{_W}noBreakHyphen":
            yield "-"
