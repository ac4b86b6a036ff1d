"""Messages by a template of the organiser; the only importer of `jinja2`, which is loaded when there is a template.

A template is `KIND.txt` or `KIND.html`, of one language `KIND.nl.txt`, in the folder of templates; one that holds for a
single event lies in a folder of its name there. The most particular one counts. A text begins with the subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from netwerk_cli import causes
from netwerk_cli.errors import InputOutput
from netwerk_cli.errors.mail import BadTemplate
from netwerk_cli.mail.letters import Facts, Letter, letter, page
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_SUBJECT = "subject:"
_MOST = 200_000
"""Bytes of a template."""


class Templates:
    """The templates in a folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[Path, str | None] = {}
        self._made: dict[bool, SandboxedEnvironment] = {}

    def letter(self, said: Facts, language: str) -> Letter:
        """Return a message by the templates there are for it, else in our own words.

        Raises:
            BadTemplate: a template names what there is not, or is none. InputOutput: it cannot be read.
        """
        ours = letter(said, language)
        found = self._filled(said, language, "txt", ours)
        subject, text = (ours.subject, ours.text) if found is None else _parted(found, ours.subject)
        html = self._filled(said, language, "html", ours)
        return Letter(subject, text, page(text, language) if html is None else html)

    def _filled(self, said: Facts, language: str, kind: str, ours: Letter) -> str | None:
        for path in self._candidates(said, language, kind):
            source = self._source(path)
            if source is not None:
                return self._rendered(path, source, said, ours)
        return None

    def _candidates(self, said: Facts, language: str, kind: str) -> Iterator[Path]:
        for folder in (self.folder / said.slug, self.folder):
            yield folder / f"{said.kind}.{language}.{kind}"
            yield folder / f"{said.kind}.{kind}"

    def _source(self, path: Path) -> str | None:
        """Return what a template says, read once; None where there is none."""
        if path not in self._read:
            try:
                with path.open("rb") as file:
                    self._read[path] = _text(path, file.read(_MOST + 1))
            except (FileNotFoundError, NotADirectoryError):
                self._read[path] = None
            except OSError as err:
                raise InputOutput(path=str(path), problem=causes.system(err)) from err
        return self._read[path]

    def _rendered(self, path: Path, source: str, said: Facts, ours: Letter) -> str:
        from jinja2 import TemplateSyntaxError, UndefinedError
        from jinja2.exceptions import SecurityError

        known = {**said._asdict(), "text": ours.text}
        environment = self._environment(html=path.suffix == ".html")
        try:
            code = environment.compile(source, filename=str(path))
            template = environment.template_class.from_code(environment, code, {})
            return str(template.render(known))
        except TemplateSyntaxError as err:
            raise _bad(path, err.lineno, str(err.message)) from err
        except UndefinedError as err:
            raise _bad(path, _line(path, err), f"{err.message}", known=", ".join(known)) from err
        except SecurityError as err:
            raise _bad(path, _line(path, err), str(err)) from err
        except Exception as err:  # whatever an expression in it comes to
            raise _bad(path, _line(path, err), f"{type(err).__name__}: {err}") from err

    def _environment(self, *, html: bool) -> SandboxedEnvironment:
        if html not in self._made:
            from jinja2 import StrictUndefined
            from jinja2.sandbox import ImmutableSandboxedEnvironment

            self._made[html] = ImmutableSandboxedEnvironment(
                autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
            )
        return self._made[html]


def _text(path: Path, data: bytes) -> str:
    if len(data) > _MOST:
        raise BadTemplate(path=str(path), line=1, why=Wording("it is longer than {most} bytes", most=_MOST))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as err:
        line = data[: err.start].count(b"\n") + 1
        raise BadTemplate(path=str(path), line=line, why=Wording("it is not UTF-8 text")) from err


def _bad(path: Path, line: int, problem: str, known: str | None = None) -> BadTemplate:
    """Return the refusal of a template; what jinja2 says is in English."""
    said = problem.rstrip(".")
    why = Wording("{problem}", problem=said)
    if known is not None:
        why = Wording("{problem}; there are {known}", problem=said, known=known)
    return BadTemplate(path=str(path), line=line, why=why)


def _line(path: Path, err: BaseException) -> int:
    """Return the line of the template that an error comes from: the last step in it."""
    found, step = 1, err.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == str(path):
            found = step.tb_lineno
        step = step.tb_next
    return found


def _parted(text: str, subject: str) -> tuple[str, str]:
    """Return the subject that a text begins with, if it does, and the rest."""
    first, _, rest = text.lstrip("\n").partition("\n")
    if not first.lower().startswith((_SUBJECT, "onderwerp:")):
        return subject, text.strip()
    return first.partition(":")[2].strip() or subject, rest.strip()
