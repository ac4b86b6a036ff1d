"""Reading a PDF with others' programs: what it says, and the codes on it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import zxingcpp


def pages(path: Path) -> list[str]:
    """Return what each page says."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def codes(path: Path) -> list[str]:
    """Return what the QR codes say, page by page."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    found: list[str] = []
    try:
        for page in document:
            image = page.render(scale=3, grayscale=True)
            seen = memoryview(bytes(image.buffer)).cast("B", (image.height, image.stride))
            found += [one.text for one in zxingcpp.read_barcodes(seen)]
    finally:
        document.close()
    return found
