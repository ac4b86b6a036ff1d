"""A dossier that is absurdly large is refused with the limit, before anybody has to wait for it."""

from __future__ import annotations

import pytest

from netwerk_cli.exchange.dossiers import limits, parse
from netwerk_cli.store import FileStore
from tests.cli.calling import Netwerk

HEAD = '[event]\nslug = "ev"\n'


@pytest.mark.parametrize(
    ("text", "line", "limit"),
    [
        ("#" * (limits.MOST_BYTES + 1), 1, "a dossier has at most 5000000 bytes"),
        (f"{HEAD}{'.'.join('a' * 100_000)} = 1\n", 3, "a key has at most 20 parts"),
        (HEAD + "[" + '"a" . ' * 100_000 + "a]\n", 3, "a key has at most 20 parts"),
        (f"{HEAD}x = {{{'.'.join('a' * 100_000)} = 1}}\n", 3, "a key has at most 20 parts"),
        (
            HEAD + '[[material]]\ntitle = "x"\n' * 10_001, 1,
            "a dossier has at most 10000 sessions, questions, materials and milestones",
        ),
    ],
    ids=["bytes", "dotted key", "quoted heading", "between braces", "tables"],
)  # fmt: skip
def test_too_much_is_refused_with_the_limit(netwerk: Netwerk, text: str, line: int, limit: str) -> None:
    ended = netwerk("apply", "-", stdin=text)
    assert ended.code == 2
    assert ended.err.splitlines()[0] == f"-:{line}: This is too much for one dossier: {limit}."


@pytest.mark.parametrize(
    "value", ['"a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a"', "'''\na" + ".a" * 30 + "'''"]
)
def test_dots_in_a_text_or_a_comment_are_no_key(value: str) -> None:
    dossier, faults = parse("x.toml", f"{HEAD}description = {value} # {'a.' * 40}\n".encode())
    assert (dossier is not None, faults) == (True, [])


def test_what_is_off_with_a_dossier_is_said_without_waiting_for_the_lock(netwerk: Netwerk) -> None:
    with FileStore(netwerk.db).lock():
        assert netwerk("apply", "-", "--lock-timeout", "0", stdin="[event]\n").code == 2
        assert netwerk("apply", "-", "--lock-timeout", "0", stdin=HEAD).code == 7


def test_thousands_of_materials_and_sessions_are_one_dossier(netwerk: Netwerk) -> None:
    parts = "".join(
        f'[[material]]\ntitle = "Stuk {n}"\n[[session]]\nid = "s-{n}"\nto-be-announced = true\n'
        for n in range(2000)
    )
    assert netwerk("apply", "-", "-q", stdin=HEAD + parts).code == 0
    shown = netwerk("event", "show", "ev", "--json").json
    assert [one["id"] for one in shown["materials"][::999]] == ["m1", "m1000", "m1999"]
    assert len(shown["sessions"]) == 2000
