"""What was written elsewhere, noted in the database; it is no change, and holds nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable

from netwerk_cli.records import replace
from netwerk_cli.store import codec
from netwerk_cli.store.postgres import writing
from netwerk_cli.store.postgres.link import Link
from netwerk_cli.store.written import KEPT, Written

_NOTE = (
    "rollback; insert into netwerk.other (name, number, document)"
    " select 'written', coalesce(max(number), 0) + 1, %s::json from netwerk.other where name = 'written'"
    " on conflict (name, number) do nothing returning number"
)
_OUTLIVED = "delete from netwerk.other where name = 'written' and number <= %s"


def note(link: Link, written: Iterable[Written]) -> None:
    """Note what was written, each as soon as its number is free: who notes something meanwhile goes first."""
    for one in written:
        path = os.fsencode(one.path).decode("utf-8", "replace")  # a name of a file need not be text
        document = writing.text(codec.encode(replace(one, path=path)))
        while not (found := link.begin(_NOTE, document)):
            pass
        if (number := int(found[0][0])) > KEPT:
            link.ask(_OUTLIVED, number - KEPT)
