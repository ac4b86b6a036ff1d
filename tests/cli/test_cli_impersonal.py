"""A natural mistake never puts a person's name or address into an error, nor into its details."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk

PERSON = ("janssen",)
ADDRESS = "jan.janssen@example.org"


@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.parametrize(
    "arguments",
    [
        ("registration", "show", ADDRESS, "kickoff"),
        ("registration", "cancel", ADDRESS, "kickoff"),
        ("event", "show", "Jan Janssen"),
        ("event", "show", "Janssen"),
        ("group", "show", ADDRESS),
        ("material", "list", ADDRESS),
        ("session", "show", "kickoff", ADDRESS),
        ("registration", "add", "kickoff", "--name", "Y", "--email", "y@example.org", "--session", ADDRESS),
        ("event", "edit", "kickoff", "--starts", ADDRESS),
        ("event", "edit", "kickoff", "--timezone", ADDRESS),
        ("event", "edit", "kickoff", "--capacity", ADDRESS),
        ("event", "list", "--fields", ADDRESS),
        ("event", "list", "--sort", ADDRESS),
        ("event", "list", "--lang", ADDRESS),
        ("event", ADDRESS),
        ("event", "list", f"--{ADDRESS}"),
        ("event", "list", ADDRESS),
    ],
)
def test_a_swapped_argument_is_not_quoted(
    kickoff: Netwerk, arguments: tuple[str, ...], json: tuple[str, ...]
) -> None:
    if json and arguments[:2] == ("event", ADDRESS):
        json = ()
    ended = kickoff(*arguments, *json)
    assert ended.code != 0
    assert not [word for word in PERSON if word in ended.err.lower()]


@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.parametrize(
    "text",
    [
        f"name,email,sessions\nX,x@example.org,{ADDRESS}\n",
        "name,email,sessions\nX,x@example.org,Jan Janssen\n",
        f"name,email,received_at\nX,x@example.org,{ADDRESS}\n",
        "name,email,received_at\nX,x@example.org,Jan Janssen\n",
        f'{{"{ADDRESS}": 1}}\n',
    ],
)
def test_a_shifted_list_is_not_quoted(kickoff: Netwerk, text: str, json: tuple[str, ...]) -> None:
    ended = kickoff("registration", "add", "kickoff", "--from", "-", *json, stdin=text)
    assert ended.code != 0
    assert not [word for word in PERSON if word in ended.err.lower()]
