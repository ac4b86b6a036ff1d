"""What `doctor` says about the data file itself: whether it can be read whole, and what lies around it."""

from __future__ import annotations

from collections.abc import Iterator

from netwerk_cli.domain.findings import Finding
from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.stores import StoreMissing
from netwerk_cli.store.checking import from_error, tables
from netwerk_cli.store.file import files
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.file.store import FileStore
from netwerk_cli.store.file.surroundings import around
from netwerk_cli.store.views import View
from netwerk_cli.wording import Wording


def structure(store: FileStore) -> list[Finding]:
    """Return what is wrong with the file, its tables and its generations. Reads only, and takes no lock.

    Raises:
        StoreMissing: there is no file to look at.
    """
    findings: list[Finding] = []
    view = None
    try:
        documents = store.documents()
        view = View(documents)
        findings += [*tables(view), *_layout(documents)]
    except StoreMissing:
        raise
    except NetwerkError as err:
        findings.append(from_error(str(store.path), err))
    with files.translated(store.path):
        return [*findings, *around(store.path, view.generation if view else None)]


def _layout(documents: FileDocuments) -> Iterator[Finding]:
    if not documents.tables.lines:
        yield Finding(
            code="layout_foreign",
            where=documents.named,
            note=True,
            hint=Wording("Nothing to do: the next change lays it out again."),
            problem=Wording("Another program laid the file out, which makes reading slower."),
        )
