"""A template and what stands in it become a PDF; the only importer of typst, which comes with the extra `pdf`.

What people wrote goes in as JSON and never as markup. The PDF is tagged (PDF/UA-1, ISO 14289-1), which typst checks
while it works, and the same in every run: its date is given, and the only fonts are our own and those of one folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from netwerk_cli import causes
from netwerk_cli.errors import FileMissing, InputOutput
from netwerk_cli.errors.files import BadFile, ExtraMissing
from netwerk_cli.pdf.glyphs import NotAFont, Printable, signs
from netwerk_cli.wording import Wording

EXTRA = "pdf"
_LIBRARIES = ("typst", "segno")
_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
_TEMPLATES = _HERE / "templates"
_FAMILIES = ("Fira Sans", "Noto Sans Arabic", "Heebo")
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def require() -> None:
    """Refuse to begin where the libraries are not installed. Raises `ExtraMissing`."""
    if any(find_spec(name) is None for name in _LIBRARIES):
        raise ExtraMissing(wanted=Wording("writing PDF"), extra=EXTRA)


class Typesetter:
    """What sets pages in our own fonts and in those of a `folder`, where there is one."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look at the fonts.

        Raises:
            ExtraMissing. FileMissing, InputOutput, BadFile: of the folder, or of a file in it.
        """
        require()
        import typst

        self._folder = folder
        found = [] if folder is None else _fonts_in(folder)
        places = [str(_FONTS), *([str(folder)] if folder is not None else [])]
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=places,
        )
        self._families = [*_FAMILIES, *sorted({*self._fonts.families()} - {*_FAMILIES})]
        own = (path for path in sorted(_FONTS.glob("*-Regular.ttf")))
        self.printable = Printable(_signs(path) for path in (*own, *found))

    def pages(self, template: str, said: Mapping[str, Any], *, at: datetime) -> bytes:
        """Return a PDF of what is `said`, made by its own account at a moment.

        Raises:
            BadFile: a font of the folder is not what it seemed.
        """
        import typst

        data = json.dumps({**said, "fonts": self._families}, ensure_ascii=False)
        compiler = typst.Compiler(
            input=str(_TEMPLATES / f"{template}.typ"),
            root=str(_TEMPLATES),
            font_paths=self._fonts,
            sys_inputs={"data": data},
        )
        try:
            made = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=int(at.timestamp()))
        except typst.TypstError as err:
            if self._folder is None:
                raise
            why = Wording("a font in it does not have what its table of signs says")
            raise BadFile(path=str(self._folder), why=why) from err
        assert isinstance(made, bytes)  # noqa: S101 (a PDF is one file)
        return made


def _fonts_in(folder: Path) -> list[Path]:
    """Return the files of fonts in a folder, in order."""
    if not folder.is_dir():
        raise FileMissing(path=str(folder))
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    if not found:
        raise BadFile(path=str(folder), why=Wording("it holds no fonts (.ttf, .otf, .ttc, .otc)"))
    return found


def _signs(path: Path) -> set[int]:
    try:
        return signs(path.read_bytes())
    except OSError as err:
        raise InputOutput(path=str(path), problem=causes.system(err)) from err
    except NotAFont as err:
        raise BadFile(path=str(path), why=Wording("it is no font that can be read")) from err
