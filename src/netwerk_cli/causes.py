"""Why the system, or a reader of Python's, could not do something, in words of ours; what is not known stays theirs."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping

from netwerk_cli.wording import Wording

_SYSTEM: Mapping[str, str] = {
    "ENOENT": "it is not there",
    "EACCES": "access is denied",
    "EPERM": "that is not permitted",
    "EEXIST": "it is there already",
    "EISDIR": "it is a folder",
    "ENOTDIR": "part of its path is not a folder",
    "ENOTEMPTY": "the folder is not empty",
    "ENAMETOOLONG": "its name is too long",
    "ELOOP": "its path is a link that leads in a circle, or one that is not followed",
    "ENOSPC": "the disk is full",
    "EDQUOT": "your share of the disk is full",
    "EFBIG": "the file would grow too large",
    "EROFS": "it lies where nothing can be written",
    "EXDEV": "it lies on another disk",
    "EIO": "the device failed",
    "ENODEV": "there is no such device",
    "ENXIO": "nobody is at the other end",
    "EBUSY": "something else is using it",
    "ETXTBSY": "something else is using it",
    "ESTALE": "somebody else changed it meanwhile",
    "ETIMEDOUT": "it did not answer in time",
    "EMFILE": "too many files are open",
    "ENFILE": "too many files are open",
    "EMLINK": "it has too many names",
    "ENOMEM": "there is no memory left",
    "ENOTSUP": "that cannot be done there",
    "EOPNOTSUPP": "that cannot be done there",
}
"""Problems of the system by the name of their number, which differs from system to system."""

_TOML: Mapping[str, str] = {
    "Expected '=' after a key": "behind a key stands no =",
    "Invalid value": "a value is missing, or a text without quotes",
    "Invalid statement": "a line begins with a key or with [",
    "Invalid initial character for a key": "a key is missing, or begins with a sign that no key has",
    "Expected newline or end of document": "a line goes on behind its value",
    "Cannot declare": "a table is there twice",
    "Cannot redefine": "a table is there twice",
    "Cannot mutate": "a table is there twice",
    "Cannot overwrite a value": "a key is there twice",
    "Duplicate inline table key": "a key is there twice",
    "Expected ']": "a closing ] is missing",
    "Unclosed array": "a closing ] is missing",
    "Unclosed inline table": "a closing brace is missing",
    "Unterminated string": "a text has no closing quote",
    "Expected \"'": "a text has no closing quote",
    "Illegal character": "a text holds a sign that cannot stand there",
    "Found invalid character": "a text holds a sign that cannot stand there",
    "Unescaped": "a backslash in a text is written twice",
    "Invalid hex value": "the code behind a backslash is that of no sign",
    "Escaped character": "the code behind a backslash is that of no sign",
    "Invalid date or datetime": "there is no such date or time",
    "Exceeds the limit": "a number in it is too large",
    "maximum recursion depth": "it is nested too deeply",
}
"""Complaints of tomllib by how they begin."""

_CSV: Mapping[str, str] = {
    "field larger than": "a value is too long",
    "line contains NUL": "it holds a sign that no text has",
    "new-line character seen": "a line ends within a value",
    "unexpected end of data": "a text has no closing quote",
}
"""Complaints of Python's reader of CSV by how they begin."""

_NAMES = {getattr(errno, name): name for name in _SYSTEM if hasattr(errno, name)}
_AT = r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)$"


def system(err: OSError) -> str:
    """Return why the system could not do something."""
    if err.errno in _NAMES:
        return Wording(_SYSTEM[_NAMES[err.errno]])
    return err.strerror or type(err).__name__


def toml(err: Exception) -> tuple[str, int | None]:
    """Return why a text is not TOML, and the line where that shows; None for the last."""
    found = re.match(_AT, str(err), re.DOTALL)
    return _begun(found[1] if found else str(err), _TOML), int(found[2]) if found and found[2] else None


def csv(err: Exception) -> str:
    """Return why a text is not CSV."""
    return _begun(str(err), _CSV)


def _begun(said: str, known: Mapping[str, str]) -> str:
    begin = next((begin for begin in known if said.startswith(begin)), None)
    return said if begin is None else Wording(known[begin])
