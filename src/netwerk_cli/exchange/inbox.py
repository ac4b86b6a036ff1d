"""A folder that files are put in to be read: what lies there whole, and where each goes afterwards."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from netwerk_cli import causes
from netwerk_cli.errors import InputOutput
from netwerk_cli.exchange import results
from netwerk_cli.exchange.results import Guard

DONE, REFUSED = "verwerkt", "geweigerd"
_PASSED_OVER = (".", "~")
"""How names of files begin that programs keep for themselves."""
_PARTIAL = (".part", ".tmp", ".crdownload", ".download", ".partial", ".swp")
_FRESH_S, _PAUSE_S = 5.0, 0.3


def ready(folder: Path) -> list[Path]:
    """Return the files in `folder` in the order of their names, but for those that are still being written.

    One that was written just now is looked at twice. Raises `InputOutput`.
    """
    results.require_folder(folder)
    try:
        found = {
            path: _stand(path)
            for path in sorted(folder.iterdir())
            if path.is_file()
            and not path.name.startswith(_PASSED_OVER)
            and path.suffix.lower() not in _PARTIAL
        }
        if any(time.time() - changed < _FRESH_S for _, changed in found.values()):
            time.sleep(_PAUSE_S)
        return [path for path, stand in found.items() if path.exists() and _stand(path) == stand]
    except OSError as err:
        raise InputOutput(path=str(folder), problem=causes.system(err)) from err


def _stand(path: Path) -> tuple[int, float]:
    found = path.stat()
    return found.st_size, found.st_mtime


def put_away(path: Path, where: str, why: str, guard: Guard) -> Path | None:
    """Move a file to a folder beside it, and return where it lies; `why` is written beside it, where there is one.

    The reason comes first, so that a file which was moved never lacks it. None where somebody else moved it before.
    """
    folder = path.parent / where
    try:
        folder.mkdir(exist_ok=True)
        target = next(place for place in _names(folder, path) if not place.exists())
        if why:
            results.write(target.with_name(f"{target.name}.txt"), why.encode(), guard)
        path.rename(target)
    except FileNotFoundError:
        return None
    except OSError as err:
        raise InputOutput(path=str(path), problem=causes.system(err)) from err
    return target


def _names(folder: Path, path: Path) -> Iterator[Path]:
    yield folder / path.name
    yield from (folder / f"{path.stem}-{number}{path.suffix}" for number in count(2))
