"""JSON as a table: the keys of its objects are the heading."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from netwerk_cli.errors.files import BadFile, BadInput
from netwerk_cli.exchange.tables import Dialect, Row, Table
from netwerk_cli.wording import Wording


def read(text: str, source: str) -> Table:
    """Return the table of an array of objects, or of one a line. Raises `BadFile`, `BadInput`."""
    objects = list(_objects(text, source))
    heading = tuple(dict.fromkeys(name for _, found in objects for name in found))
    if not objects:
        raise BadFile(path=source, why=Wording("it is empty"))
    rows = [
        Row(number, number, tuple(_cell(found.get(name)) for name in heading)) for number, found in objects
    ]
    return Table(source, heading, rows, Dialect(kind="json"))


def _objects(text: str, source: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of an array, or one a line, each with its number."""
    if text.lstrip().startswith("["):
        found = _parsed(text, source, 1)
        several: list[tuple[int, Any]] = list(enumerate(found, 1))
    else:
        try:
            several = [(1, json.loads(text, object_pairs_hook=_once(source, 1)))]
        except (ValueError, RecursionError):
            lines = enumerate(text.split("\n"), 1)
            several = [(number, _parsed(line, source, number)) for number, line in lines if line.strip()]
    for number, one in several:
        if not isinstance(one, dict):
            raise BadInput(path=source, line=number, why=Wording("it is not a JSON object"))
        yield number, {**one, **_answers(one)}


def _answers(one: dict[str, Any]) -> dict[str, Any]:
    """Return the answers in a registration as netwerk writes it, each as a key of its own."""
    found = one.get("answers")
    return {id: said for id, said in found.items() if id not in one} if isinstance(found, dict) else {}


def _parsed(text: str, source: str, number: int) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once(source, number))
    except (ValueError, RecursionError) as err:
        raise BadInput(path=source, line=number, why=Wording("it is not a JSON object")) from err


def _once(source: str, number: int) -> Callable[[list[tuple[str, object]]], dict[str, object]]:
    """Return what makes an object, and refuses a key that stands twice: which of the two is meant?"""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise BadInput(path=source, line=number, why=Wording("a name stands in it twice"))
        return found

    return once


def _cell(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)
