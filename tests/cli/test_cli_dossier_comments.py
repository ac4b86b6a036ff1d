"""Rewriting a dossier: comments stay with their table, and what does not differ keeps its bytes."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk

HEAD = '[event]\nslug = "ev"\ntitle = "Reeks"\n'
SERIES = (
    HEAD
    + """
# eerste avond
[[session]]
id = "a"
starts = 2024-01-26T09:00:00

# tweede avond
[[session]]
id = "b"
starts = 2024-01-27T09:00:00

# derde avond: hier komt Fictia spreken
[[session]]
id = "c"
starts = 2024-01-28T09:00:00

# om te lezen
[[material]]
id = "m1"
title = "Rapport"

# te doen
[[milestone]]
id = "m1"
title = "Verslag"
"""
)


def applied(netwerk: Netwerk, text: str) -> Netwerk:
    (netwerk.folder / "x.toml").write_bytes(text.encode())
    return netwerk.done("apply", str(netwerk.folder / "x.toml"))


def exported(netwerk: Netwerk) -> str:
    """Return the file after an export onto it, without the state; applying it changes nothing."""
    path = netwerk.folder / "x.toml"
    netwerk.done("export", "dossier", "ev", "-o", str(path))
    assert netwerk("apply", str(path)).out == "unchanged\tevent\tev\t\t\t\n"
    text = path.read_bytes().decode()
    netwerk.done("export", "dossier", "ev", "-o", str(path))
    assert path.read_bytes().decode() == text
    first, _, rest = text.partition("\n")
    assert first.lstrip("\ufeff").startswith("# netwerk: state ")
    return ("\ufeff" if first.startswith("\ufeff") else "") + rest


def without(text: str, begin: str, end: str) -> str:
    start = text.index(begin)
    return text[:start] + text[text.index(end) :]


def test_a_session_that_goes_takes_its_own_comment_and_no_other(netwerk: Netwerk) -> None:
    applied(netwerk, SERIES).done("session", "remove", "ev", "b", "--yes")
    assert exported(netwerk) == without(SERIES, "# tweede", "# derde")


def test_the_last_of_a_kind_leaves_the_comment_of_the_next_table(netwerk: Netwerk) -> None:
    applied(netwerk, SERIES).done("material", "remove", "ev", "m1")
    assert exported(netwerk) == without(SERIES, "# om te lezen", "# te doen")
    netwerk.done("milestone", "remove", "ev", "m1")
    assert exported(netwerk) == SERIES[: SERIES.index("\n# om te lezen")]


def test_a_new_session_does_not_come_between_a_comment_and_its_table(netwerk: Netwerk) -> None:
    applied(netwerk, SERIES).done("session", "add", "ev", "d", "--starts", "2024-01-29 9:00")
    new = '[[session]]\nid = "d"\nstarts = 2024-01-29T09:00:00\n\n'
    assert exported(netwerk) == SERIES.replace("# om te lezen", new + "# om te lezen")


def test_seats_set_aside_in_tables_go_without_the_comment_of_the_next_one(netwerk: Netwerk) -> None:
    aside = '\n[[event.set-aside]]\naudience = "CLB"\nseats = 2\nuntil = 2024-01-12T12:00:00\n'
    text = SERIES.replace(HEAD, f'{HEAD}audiences = ["CLB"]\n{aside}')
    applied(netwerk, text).done("event", "edit", "ev", "--set-aside", "CLB=3 until 2024-01-12 12:00")
    inline = 'set-aside = [\n    {audience = "CLB", seats = 3, until = 2024-01-12T12:00:00},\n]\n'
    assert exported(netwerk) == SERIES.replace(HEAD, f'{HEAD}audiences = ["CLB"]\n{inline}')


INTERLEAVED = """\
[event]
slug = "ev"

[[milestone]]
id = "m1"
title = "x"
# stuk 1
[[material]]
id = "m1"
title = "een"
# nog een taak
[[milestone]]
id = "m2"
title = "y"
# stuk 2
[[material]]
id = "m2"
title = "twee"
"""


@pytest.mark.parametrize(
    "text",
    [INTERLEAVED, "\ufeff" + INTERLEAVED, INTERLEAVED.replace("\n", "\r\n"), INTERLEAVED.rstrip(), SERIES],
    ids=["tables of two kinds in turn", "byte order mark", "CRLF", "no last line end", "series"],
)
def test_a_file_that_says_it_already_keeps_every_byte(netwerk: Netwerk, text: str) -> None:
    applied(netwerk, text).done("export", "dossier", "ev", "-o", str(netwerk.folder / "x.toml"))
    assert (netwerk.folder / "x.toml").read_bytes() == text.encode()


def test_new_lines_end_as_those_of_the_file_do(netwerk: Netwerk) -> None:
    crlf = "\ufeff" + SERIES.replace("\n", "\r\n")
    applied(netwerk, crlf).done(
        "event", "edit", "ev", "--location", "Gent", "--description", "Regel 1\nRegel 2"
    ).done("session", "add", "ev", "d", "--starts", "2024-01-29 9:00").done("material", "remove", "ev", "m1")
    text = exported(netwerk)
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    assert '\r\nlocation = "Gent"\r\n' in text


def test_tables_between_braces_and_dotted_keys_are_rewritten_too(netwerk: Netwerk) -> None:
    text = (
        'session = [\n  {id = "a", starts = 2024-01-26T09:00:00},\n]\n'
        'event.slug = "ev" # blijft\nevent.title = "Reeks"\n'
    )
    applied(netwerk, text).done("event", "edit", "ev", "--location", "Gent")
    netwerk.done("session", "add", "ev", "b", "--starts", "2024-01-29 9:00")
    found = exported(netwerk)
    assert 'event.slug = "ev" # blijft\nevent.title = "Reeks"\nevent.location = "Gent"\n' in found
    assert '{id = "b", starts = 2024-01-29T09:00:00}' in found


def test_a_lone_session_in_a_table_of_its_own_stays_there(netwerk: Netwerk) -> None:
    text = HEAD + '\n# de dag\n[[session]]\nid = "main"\nstarts = 2024-01-26T09:00:00\n'
    applied(netwerk, text).done("event", "edit", "ev", "--starts", "2024-01-27 9:00")
    assert exported(netwerk) == text.replace("01-26", "01-27")
