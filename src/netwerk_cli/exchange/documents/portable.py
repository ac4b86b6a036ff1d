"""PDF as text; the only importer of pypdfium2, which comes with the extra `pdf-in`.

A PDF has lines and no sentences: a line that ends within one is joined to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from netwerk_cli.errors.files import BadFile, ExtraMissing
from netwerk_cli.wording import Wording

_MOST_PAGES = 200
_DAMAGED = Wording("it is a PDF that cannot be read; save it anew, or copy its text into a file")
_LEAST = 35  # characters of a line that may end within a sentence


def text_of(data: bytes, source: str) -> str:
    """Return what a PDF says. Raises `BadFile`, `ExtraMissing`."""
    try:
        import pypdfium2
    except ImportError as err:
        raise ExtraMissing(wanted=Wording("reading PDF"), extra="pdf-in") from err
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [_page(document[number]) for number in range(min(len(document), _MOST_PAGES))]
        finally:
            document.close()
    except pypdfium2.PdfiumError as err:
        raise BadFile(path=source, why=_DAMAGED) from err
    return joined("\n\n".join(pages))


def whole(data: bytes, source: str) -> Iterator[str]:
    """Yield what each page of a PDF says, and what it says of itself. Raises as `text_of`."""
    try:
        import pypdfium2
    except ImportError as err:
        raise ExtraMissing(wanted=Wording("reading PDF"), extra="pdf-in") from err
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            yield "\n".join(map(str, document.get_metadata_dict().values()))
            for number in range(len(document)):
                yield _page(document[number])
        finally:
            document.close()
    except pypdfium2.PdfiumError as err:
        raise BadFile(path=source, why=_DAMAGED) from err


def _page(page: Any) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()


def joined(text: str) -> str:
    """Return a text with the lines of a sentence on one line."""
    out: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\ufffe", "-").split("\n"):
        said = line.strip()
        before = out[-1] if out else ""
        if before and said and _goes_on(before, said):
            out[-1] = f"{before[:-1]}{said}" if re.search(r"[a-zà-ÿ]-$", before) else f"{before} {said}"
        else:
            out.append(said)
    return "\n".join(out) + "\n"


def _goes_on(line: str, following: str) -> bool:
    if re.match(r"[•\-–*·]\s|\d{1,2}[.)]\s", following):
        return False
    if re.search(r"[a-zà-ÿ]-$", line):
        return following[0].islower()
    return len(line) >= _LEAST and line[-1] not in ".!?:;" and following[0].islower()
