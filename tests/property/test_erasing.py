"""Whatever was done with somebody, erasing them leaves nothing of them, and what is over as it was."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.calling import Netwerk

HISTORIES = int(os.environ.get("NETWERK_TEST_HISTORIES", "6"))
ZOE = ("--name", "Zoë van den Nep", "--email", "zoe.nep@example.org")
TERMS = ("zoe.nep@example.org", "Zoë van den Nep")
ABOUT = "met Zoë van den Nep, zoe.nep@example.org"
SAID = ("--note", ABOUT, "--organisation", "Praktijk Zoë van den Nep", "--answer", f"dieet={ABOUT}")


def other(number: int) -> tuple[str, ...]:
    return ("--name", f"Ans Voorbeeld {number}", "--email", f"ans{number}@example.org")


def person(number: int) -> str:
    """Return the address of Zoë for an even number, of somebody else for an odd one."""
    return "zoe.nep@example.org" if number % 2 == 0 else f"ans{number}@example.org"


def who(number: int) -> tuple[str, ...]:
    return ZOE if number % 2 == 0 else other(number)


def event(number: int) -> str:
    return ("vol", "oud", "samen")[number % 3]


Deed = Callable[[int, int], tuple[str, ...]]
DEEDS: dict[str, Deed] = {
    "register": lambda n, m: ("registration", "add", event(m), *who(n), *SAID),
    "cancel": lambda n, m: ("registration", "cancel", event(m), person(n), "--reason", ABOUT),
    "reinstate": lambda n, m: ("registration", "reinstate", event(m), person(n)),
    "substitute": lambda n, m: ("registration", "substitute", event(m), person(n), *who(n + 1), "--reason", ABOUT),
    "edit": lambda n, m: ("registration", "edit", event(m), person(n), "--note", f"{ABOUT} {n}", "--role", f"rol {n}"),
    "ask": lambda n, _: ("group", "request", "kring", *who(n), "--note", ABOUT),
    "leave": lambda n, _: ("group", "leave", "kring", person(n), "--reason", ABOUT),
    "told": lambda _, m: ("mail", "told", event(m)),
    "attend": lambda n, m: ("attendance", "record", event(m), person(n), "--session", "main"),
    "organise": lambda n, m: ("event", "edit", event(m), "--add-organiser", TERMS[1], "--title", f"{n} {ABOUT}"),
    "material": lambda _, m: ("material", "add", event(m), "--title", ABOUT, "--contributor", "Zoë van den Nep"),
    "describe": lambda n, m: ("event", "edit", event(m), "--description", f"{n}\n{TERMS[n % 2]}\nen anderen"),
    "cap": lambda n, m: ("event", "edit", event(m), "--capacity", str(1 + n % 3), "--force", "--reason", ABOUT),
    "undo": lambda n, _: ("undo", *([] if n % 3 else [f"c{n}"])),
    "restore": lambda n, _: ("restore", str(n + 1), "--yes"),
}  # fmt: skip

deeds = st.lists(
    st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 9), st.integers(0, 2)), min_size=3, max_size=25
)


def begun(netwerk: Netwerk) -> None:
    netwerk.done("init")
    netwerk.done(
        "event", "add", "vol", "--starts", "2024-03-01 9:00", "--ends", "2024-03-01 12:00", "--capacity", "1"
    )
    netwerk.done("event", "add", "oud", "--starts", "2024-01-11 9:00", "--ends", "2024-01-11 12:00")
    netwerk.done(
        "event",
        "add",
        "samen",
        "--starts",
        "2024-02-01 9:00",
        "--ends",
        "2024-02-01 12:00",
        "--shared-addresses",
    )
    for name in ("vol", "oud", "samen"):
        netwerk.done("event", "edit", name, "--question", "dieet=Dieet?; special")
    netwerk.done("group", "add", "kring", "--access", "open")
    netwerk.done("registration", "add", "oud", *ZOE, *SAID)


def nowhere(netwerk: Netwerk) -> None:
    for term in TERMS:
        ended = netwerk("privacy", "check", "--for", term)
        assert ended.code == 0, ended.err


def counts(netwerk: Netwerk) -> dict[str, object]:
    shown = netwerk("event", "show", "oud", "--json").json
    return {name: shown[name] for name in ("confirmed", "pending", "waiting", "no_seat", "seats_held")}


@settings(max_examples=HISTORIES)
@given(done=deeds, after=deeds)
def test_nothing_is_left_of_somebody_after_any_history_nor_comes_back(
    done: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        netwerk = Netwerk(Path(folder), patch)
        begun(netwerk)
        for number, (what, n, m) in enumerate(done):
            netwerk.at(f"2024-01-10T10:{number:02}:00+01:00")(*DEEDS[what](n, m))
        netwerk.at("2024-01-12T09:00:00+01:00")
        over = counts(netwerk)
        ended = netwerk("privacy", "erase", "zoe.nep@example.org", "--yes")
        if ended.code == 3:  # taken back, and nobody was left
            return
        assert ended.code == 0, ended.err
        nowhere(netwerk)
        assert netwerk("doctor").code == 0, netwerk("doctor").err
        assert counts(netwerk) == over
        for number, (what, n, m) in enumerate(after):
            if what in ("undo", "restore", "told", "cap"):
                netwerk.at(f"2024-01-12T10:{number:02}:00+01:00")(
                    *(word.replace(ABOUT, "x") for word in DEEDS[what](n + number, m))
                )
                nowhere(netwerk)
