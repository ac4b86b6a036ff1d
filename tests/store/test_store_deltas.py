"""What a change did to a document is kept small, and gives back what was there."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.store.deltas import delta, taken_back

PARTS = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from("abcd")}, optional={"title": st.sampled_from("xyz")}),
    max_size=4,
    unique_by=lambda part: part["id"],
)
VALUES = st.text(max_size=3) | st.integers(0, 3) | st.booleans() | st.lists(st.text(max_size=2), max_size=2)
DOCUMENTS = st.dictionaries(st.sampled_from(("title", "cost", "waits_since")), VALUES).flatmap(
    lambda found: st.fixed_dictionaries({}, optional={"sessions": PARTS.filter(bool)}).map(
        lambda more: found | more
    )
)


@given(before=st.none() | DOCUMENTS, after=DOCUMENTS)
def test_what_a_change_did_gives_back_what_was_there(
    before: dict[str, Any] | None, after: dict[str, Any]
) -> None:
    change = json.loads(json.dumps(delta(before, after)))
    assert taken_back(after, change) == before


@given(before=DOCUMENTS)
def test_what_was_taken_out_is_kept_whole(before: dict[str, Any]) -> None:
    assert taken_back(None, delta(before, None)) == before


def test_of_many_sessions_only_those_that_differ_are_kept() -> None:
    sessions = [{"id": f"s-{number}", "title": "x"} for number in range(5000)]
    moved = [{**one, "title": "y"} if one["id"] == "s-7" else one for one in sessions]
    assert delta({"sessions": sessions}, {"sessions": moved}) == {
        "set": {},
        "parts": {"sessions": [{"s-7": {"id": "s-7", "title": "x"}}]},
    }


def test_a_history_is_never_cut() -> None:
    before, after = {"title": "x", "history": [1]}, {"title": "y", "history": [1, 2]}
    assert delta(before, after) == {"set": {"title": "x"}}
    assert taken_back(after, delta(before, after)) == {"title": "x", "history": [1, 2]}
