"""Every key, table and element of a TOML text is found on its line, whatever strings and brackets stand around it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.exchange.dossiers.positions import Path, lines_of

TRICKY = '''# a comment with [brackets] and "quotes"
[event] # of its own
slug = "a" # x = 1
audiences = [ # [
  "a]",
  'b"#', """c
[[not a table]]""",
]
"quoted key"."b.c" = 1
description = """
[[not a table]]
\\"""x""\\
key = 1"""
literal = \'\'\'
it's # text
\'\'\'
when = 2024-01-16T16:00:00+01:00
set-aside = [{audience = "q}", seats = 3}, { audience = 'z' }]
nested = [[1, 2], [3]]

[[session]]
id = "x"
[[session]]
  id = "y"
[[session.part]]
z = 1
'''


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the path of everything that `tomllib` found."""
    match value:
        case dict():
            for key, one in value.items():
                yield (*path, key)
                yield from paths(one, (*path, key))
        case list():
            for number, one in enumerate(value):
                yield (*path, number)
                yield from paths(one, (*path, number))


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        (("event",), "[event]"),
        (("event", "slug"), "slug"),
        (("event", "audiences", 0), '"a]"'),
        (("event", "audiences", 2), '"""c'),
        (("event", "quoted key", "b.c"), '"quoted key"'),
        (("event", "literal"), "literal ="),
        (("event", "when"), "when"),
        (("event", "set-aside", 1, "audience"), "set-aside"),
        (("event", "nested", 1, 0), "nested"),
        (("session", 0, "id"), 'id = "x"'),
        (("session", 1, "id"), 'id = "y"'),
        (("session", 1, "part", 0, "z"), "z = 1"),
    ],
)
def test_a_key_is_found_on_its_line(path: Path, piece: str) -> None:
    assert lines_of(TRICKY)[path] == line_of(TRICKY, piece)


def lacking(text: str) -> set[Path]:
    """Return what `tomllib` found and the scanner did not, or the other way round; arrays of tables have no line."""
    found, scanned = set(paths(tomllib.loads(text))), set(lines_of(text))
    return {path for path in found ^ scanned if not any(path == other[: len(path)] for other in scanned)}


def test_what_is_found_is_what_tomllib_finds() -> None:
    assert lacking(TRICKY) == set()


TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
VALUES = st.recursive(
    TEXTS | st.integers(-5, 5) | st.booleans() | st.datetimes().map(lambda moment: moment.replace(fold=0)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_any_document_has_a_line_for_everything_in_it(document: dict[str, object]) -> None:
    text = tomlkit.dumps(document)
    assert lacking(text) == set()
    assert all(1 <= line <= text.count("\n") + 1 for line in lines_of(text).values())
