"""The list at the door says who does not want to be in a picture."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk


@pytest.fixture
def door(kickoff: Netwerk) -> Netwerk:
    """An may be in a picture, Bo may not, Cas did not say."""
    kickoff.done("event", "edit", "kickoff", "--question", "foto=Mag er een foto van u op onze site?; ja/nee")
    kickoff.register("An", "Bo", "Cas")
    kickoff.done("registration", "edit", "kickoff", "r1", "--answer", "foto=ja")
    return kickoff.done("registration", "edit", "kickoff", "r2", "--answer", "foto=nee")


def test_the_list_has_a_column_for_it(door: Netwerk) -> None:
    rows = door("attendance", "list", "kickoff").lines
    assert [(row[0], row[-1]) for row in rows] == [("r1", "yes"), ("r2", "no"), ("r3", "no")]
    assert [one["pictures"] for one in door("attendance", "list", "kickoff", "--json").json] == [
        "yes",
        "no",
        "no",
    ]


def test_where_the_event_does_not_ask_there_is_none(kickoff: Netwerk) -> None:
    kickoff.register("An")
    assert len(kickoff("attendance", "list", "kickoff").lines[0]) == 7
    assert kickoff("attendance", "list", "kickoff", "--json").json[0]["pictures"] is None


def test_whoever_checks_people_in_is_told(door: Netwerk) -> None:
    ended = door("attendance", "check-in", "kickoff", stdin="r1\nr2\n")
    assert [line for line in ended.err.splitlines() if "ictures" in line] == ["No pictures of Bo Voorbeeld."]
    assert [row[-1] for row in ended.lines] == ["yes", "no"]
    dutch = door("attendance", "record", "kickoff", "r3", "--lang", "nl").err
    assert "Geen foto's van Cas Voorbeeld.\n" in dutch
