"""What is off in the form of a dossier is said with its line, all at once."""

from __future__ import annotations

import pytest

from netwerk_cli.exchange.dossiers import parse

NO_VALUE = "a value is missing, or a text without quotes"


def faults(text: str | bytes) -> list[tuple[int, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(fault.line, str(fault.problem)) for fault in parse("a.toml", data)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [(1, "A dossier describes one thing, in [event] or in [group].")], id="nothing"),
        pytest.param(
            '[event]\nslug = "a"\n[group]\nslug = "a"\n',
            [(3, "A dossier describes one thing, in [event] or in [group].")],
            id="two things",
        ),
        pytest.param("[[event]]\n", [(1, "'event' should be one table.")], id="an array of events"),
        pytest.param("[event]\n", [(1, "[event] needs the key 'slug'.")], id="no name"),
        pytest.param(
            '[event]\nslug = "a"\n\ntitel = "x"\n',
            [(4, "There is no key 'titel' in [event]; the nearest is 'title'.")],
            id="an unknown key",
        ),
        pytest.param(
            '[event]\nslug = "a"\nxyzzy = 1\n', [(3, "There is no key 'xyzzy' in [event].")], id="nothing near"
        ),
        pytest.param(
            '[group]\nslug = "a"\n[[session]]\nid = "x"\n',
            [(3, "There is no key 'session' in a dossier.")],
            id="a group has no sessions",
        ),
        pytest.param(
            '[event]\nslug = "a"\n[[sessions]]\n',
            [(3, "There is no key 'sessions' in a dossier; the nearest is 'session'.")],
            id="an unknown table",
        ),
        pytest.param(
            '[event]\nslug = 1\ncapacity = 2.5\napproval = "ja"\naudiences = "a"\nstarts = 10:00:00\n',
            [
                (2, "'slug' should be a text."),
                (3, "'capacity' should be a whole number, or the text none."),
                (4, "'approval' should be true or false."),
                (5, "'audiences' should be a list of texts."),
                (6, "'starts' should be a date, a time with its date, or a text that says so."),
            ],
            id="wrong types",
        ),
        pytest.param(
            '[event]\nslug = "a"\ncapacity = true\naudiences = ["a",\n 2]\nset-aside = "x"\nsession = 3\n',
            [
                (3, "'capacity' should be a whole number, or the text none."),
                (4, "'audiences' should be a list of texts."),
                (6, "'set-aside' should be a list of tables."),
                (7, "There is no key 'session' in [event]; the nearest is 'sessions'."),
            ],
            id="more wrong types",
        ),
        pytest.param(
            'session = 3\nmaterial = ["a"]\n[event]\nslug = "a"\n',
            [(1, "'session' should be a list of tables."), (2, "'material' should be a list of tables.")],
            id="parts that are no tables",
        ),
        pytest.param(
            '[event]\nslug = "a"\n[[event.set-aside]]\nseats = "x"\naudiense = "a"\n',
            [
                (3, "[event.set-aside] needs the key 'audience'."),
                (3, "[event.set-aside] needs the key 'until'."),
                (5, "There is no key 'audiense' in [event.set-aside]; the nearest is 'audience'."),
            ],
            id="seats set aside",
        ),
        pytest.param("[event]\nslug = a\n", [(2, f"This is not TOML: {NO_VALUE}.")], id="no TOML"),
        pytest.param("[event]\nslug =", [(2, f"This is not TOML: {NO_VALUE}.")], id="cut short"),
        pytest.param(b"[event]\n# caf\xe9\n", [(2, "This is not TOML: it is not UTF-8 text.")], id="Latin-1"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(text: str | bytes, expected: list[tuple[int, str]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 3000 + "]" * 3000], ids=["digits", "levels"])
def test_what_is_too_much_for_a_reader_of_toml_is_a_fault(value: str) -> None:
    assert len(faults(f"[event]\nslug = {value}\n")) == 1


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    dossier, found = parse("a.toml", b'\xef\xbb\xbf[event]\r\nslug = "a"\r\ntitel = "x"\r\n')
    assert dossier is not None
    assert dossier.head.given["slug"].value == "a"
    assert [fault.line for fault in found] == [3]
