"""What a folder of the agenda remembers: which files in it are ours, of which data file, and how it is to look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

FILE = ".netwerk-agenda.json"
_NAME = re.compile(r"[a-z0-9-]{1,90}_?\.(?:html|ics|atom)")
"""What our files are called: nothing else is taken away, whatever the list says."""


class Ours(NamedTuple):
    """The files that we wrote, the data file they were made from, and what was said of the site; None: nothing."""

    store_id: str
    files: frozenset[str] = frozenset()
    name: str | None = None
    address: str | None = None
    language: str | None = None

    def with_files(self, names: Iterable[str]) -> Ours:
        """Return the same with these files."""
        return self._replace(files=frozenset(names))

    def written(self) -> bytes:
        """Return it as the bytes of its file."""
        said = {**self._asdict(), "files": sorted(self.files)}
        return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes) -> Ours | None:
    """Return what a folder remembers; None where these bytes are nothing of ours."""
    try:
        said = json.loads(data)
        files = frozenset(name for name in said["files"] if _NAME.fullmatch(name))
        looks = [said[key] for key in ("name", "address", "language")]
        store_id = said["store_id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(store_id, str) or not all(isinstance(one, str | None) for one in looks):
        return None
    return Ours(store_id, files, *looks)
