"""The answer about several people: one each, and exit 8 where somebody was refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netwerk_cli.cli.call import Call
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.outcomes import SomeSkipped
from netwerk_cli.wording import Wording

Answer = dict[str, Any]
"""What became of one person: `person`, `changed`, `error`, `message`, and what the command is about."""


def require_list(call: Call) -> None:
    """Refuse what is said of a list where none was asked for. Raises `BadValue`."""
    for name in ("fields", "sort", "limit"):
        if call.options.get(name) is not None:
            raise BadValue(field=f"--{name}", why=Wording("it goes with --list"))


def require_people(persons: Sequence[str], *, every: bool) -> None:
    """Refuse a call that names nobody without --all, or both."""
    if every == bool(persons):
        raise BadValue(field="PERSON", why=Wording("name one or more people, or give --all"))


def answer(call: Call, action: str, results: Sequence[Answer], **more: object) -> None:
    """Give the result object about several people. Raises `SomeSkipped` where somebody was refused."""
    changed = sum(one["changed"] for one in results)
    skipped = len(results) - changed
    if any(one["error"] for one in results):
        call.options["changed"] = changed > 0 and not call.dry_run
        if call.dry_run:
            call.say("This was a dry run: nothing was changed.")
        facts = {**more, "count": len(results), "changed": changed, "skipped": skipped}
        raise SomeSkipped(**facts, results=list(results))
    if len(results) > 1:
        call.say("{count} changed, {skipped} skipped.", count=changed, skipped=skipped)
    call.result(
        action,
        changed=changed > 0,
        changed_count=changed,
        skipped_count=skipped,
        **more,
        results=list(results),
    )
