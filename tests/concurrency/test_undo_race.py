"""Eight offices change one file while two take changes back: nothing is lost, nothing is oversold."""

from __future__ import annotations

from pathlib import Path

from netwerk_cli.domain.findings import audit
from netwerk_cli.store.file.checking import structure
from tests.builders import NOW
from tests.concurrency.processes import an_empty_event, go, registered, start
from tests.store.samples import rename

TAKERS, EACH = 2, 15


def test_what_is_on_the_list_is_what_was_done_and_not_taken_back(tmp_path: Path) -> None:
    store = an_empty_event(tmp_path / "netwerk.json", 30)
    for number in range(TAKERS * EACH):  # so many can be taken back, and the event is still there
        rename(store, f"Titel {number}")
    workers = [start("register", store, f"w{number}-", "12") for number in range(8)]
    takers = [start("undo", store, str(EACH)) for _ in range(TAKERS)]
    for one in (*workers, *takers):
        go(one)
    told = {email for worker in workers for email in registered(worker.communicate(timeout=120)[0])}
    taken = [
        line.split()[1]
        for taker in takers
        for line in taker.communicate(timeout=120)[0].splitlines()
        if line.startswith("undone")
    ]
    view = store.read()
    changes, people = view.changes(), view.registrations("kickoff")
    assert [change.number for change in changes] == list(range(1, view.last_change() + 1)), (
        "a change is missing"
    )
    undone = {change.undoes for change in changes if change.undoes}
    assert taken
    assert sorted(taken) == sorted(f"c{number}" for number in undone)
    assert len(taken) == len(set(taken)), "one change was taken back twice"
    made = {
        int(number)
        for change in changes
        if change.what == "registered" and change.number not in undone
        for number, before in change.records["registrations:kickoff"].items()
        if before is None
    }
    assert set(people) == made
    assert {r.email for r in people.values()} <= told
    assert len(told) == len(people) + sum(one.what == "registered" for one in changes if one.number in undone)
    assert sum(r.seated for r in people.values()) <= 30
    assert structure(store) == []
    assert [f for f in audit(view.event("kickoff"), people, NOW) if not f.note] == []
