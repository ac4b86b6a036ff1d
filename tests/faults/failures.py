"""System calls that fail: each one of a command with every error that is likely, and the ones that a write rests on."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.faults.calling_forked import Ended, Place
from tests.faults.calling_forked import ended as end_of
from tests.faults.disks import NOW, changes, filled
from tests.faults.injection import Fault
from tests.faults.scenes import Tally, scene, well

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EMFILE, errno.EROFS, errno.EDQUOT, errno.EINTR)
ANSWERS: dict[int, set[str]] = {1: {"io"}, 6: {"store_not_permitted"}}

CHANGED = b"netwerk.json was changed, but the system could not confirm"


class Step(NamedTuple):
    """A step of a write, what the system says, and what then is answered; `kept`: the change was made."""

    step: str
    errno: int
    code: int
    error: str = ""
    kept: bool = False


STEPS = (
    Step("open lock", errno.EACCES, 6, "store_not_permitted"),
    Step("open lock", errno.EMFILE, 1, "io"),
    Step("flock lock", errno.ENOLCK, 1, "io"),
    Step("open staged", errno.ENOSPC, 1, "io"),
    Step("open staged", errno.EACCES, 6, "store_not_permitted"),
    Step("open staged", errno.EROFS, 6, "store_not_permitted"),
    Step("write staged", errno.ENOSPC, 1, "io"),
    Step("write staged", errno.EDQUOT, 1, "io"),
    Step("write staged", errno.EIO, 1, "io"),
    Step("fsync staged", errno.EIO, 1, "io"),
    Step("link file", errno.ENOSPC, 1, "io"),
    Step("link file", errno.EACCES, 6, "store_not_permitted"),
    Step("link file", errno.EPERM, 0, kept=True),
    Step("replace staged", errno.EIO, 1, "io"),
    Step("replace staged", errno.EACCES, 6, "store_not_permitted"),
    Step("fsync folder", errno.EIO, 1, "io", kept=True),
    Step("fsync folder", errno.EINVAL, 0, kept=True),
    Step("unlink generation", errno.EIO, 0, kept=True),
    Step("io.open file", errno.EIO, 1, "io"),
    Step("io.open file", errno.EACCES, 6, "store_not_permitted"),
)
"""What is documented. A file system without hard links gets copies; one that does not flush folders is no failure."""

STORE = (
    "registration add",
    "registration cancel",
    "registration add --from",
    "event edit",
    "close-due",
    "restore",
)


def documented(folder: Path, names: Iterable[str] = STORE, *, afresh: bool = False) -> Tally:
    """Let each step of a write fail, and require the documented answer; `afresh` in interpreters started for it."""
    tally = Tally("documented failures")
    model = scene(folder / "model")
    for name in names:
        for step in STEPS:
            place = model.copy(folder / "place")
            command, before = filled(changes(place)[name], place), place.data()
            fault = Fault("fail", 0, errno=step.errno, only=step.step)
            if afresh:
                ended = end_of(place.start(*command, now=NOW, fault=fault))
            else:
                ended = place.call(*command, now=NOW, fault=fault)
            tally.tried[step.step] += 1
            facts = (name, step)
            tally.sound(ended, *facts)
            tally.require(
                (ended.code, ended.error) == (step.code, step.error), "another answer", *facts, ended
            )
            tally.require((place.data() != before) is step.kept, "not the right state", *facts, ended)
            tally.require((CHANGED in ended.err) is (step.kept and step.code > 0), "not said", *facts, ended)
            tally.require(not place.leftovers(), "left over", place.leftovers(), *facts)
            well(place, tally, "next", NOW, *facts)
    return tally


def every_call(
    folder: Path, names: Iterable[str], errors: Iterable[int] = ERRORS, *, every: int = 1
) -> Tally:
    """Let every system call of a command fail once with every error; `every` thins the calls out."""
    tally = Tally("every failure")
    model = scene(folder / "model")
    for name in names:
        place = model.copy(folder / "place")
        command = filled(changes(place)[name], place)
        steps = place.steps(*command, now=NOW)
        twin = place.copy(folder / "twin")
        after = twin.data() if twin.call(*command, now=NOW).code == 0 else b""
        for number, step in list(enumerate(steps))[::every]:
            for error in errors:
                place = model.copy(folder / "place")
                changes(place)
                _one(tally, place, (name, step, number, errno.errorcode[error]), command, after, error)
    return tally


def _one(
    tally: Tally,
    place: Place,
    facts: tuple[str, str, int, str],
    command: tuple[str, ...],
    after: bytes,
    error: int,
) -> None:
    _, step, number, _ = facts
    before = place.data()
    moment = (
        "after" if step.startswith("close") else "before"
    )  # a descriptor is gone even when closing it fails
    ended = place.call(*command, now=NOW, fault=Fault("fail", number, moment, errno=error))
    tally.tried[step] += 1
    tally.tried["(no matter)" if ended.code == 0 else "(answered with an error)"] += 1
    if not tally.sound(ended, *facts):
        return
    if ended.code == 0:
        tally.require(place.data() == after, "said to be done, and not the new state", *facts, ended)
    elif CHANGED in ended.err:
        tally.require(place.data() == after, "said to be changed, and not the new state", *facts, ended)
    else:
        tally.require(place.data() == before, "changed, and not said", *facts, ended)
    _answered(tally, ended, facts)
    if not step.startswith("unlink"):
        left = place.leftovers()
        tally.require(not left, "left over", left, *facts, ended)
    well(place, tally, "next", NOW, *facts)


def _answered(tally: Tally, ended: Ended, facts: tuple[str, str, int, str]) -> None:
    if ended.code == 0:
        return
    config = facts[1:3] == ("io.open other", 0)
    answers = {2: {"usage"}} if config else ANSWERS
    tally.require(ended.code in answers, "another exit code", *facts, ended)
    if ended.error:
        tally.require(ended.error in answers.get(ended.code, ()), "another error code", *facts, ended)
