"""What a change comes to in the database: rows put and taken out, all in one statement; and the whole of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice

from netwerk_cli.domain.people import same_address
from netwerk_cli.store import changes
from netwerk_cli.store.documents import Document
from netwerk_cli.store.file.layout import Tables
from netwerk_cli.store.postgres import tables
from netwerk_cli.store.postgres.link import Link
from netwerk_cli.store.seam import CHANGES, EVENT, GROUP, MEMBERSHIPS, META, REGISTRATIONS, RETIRED

Pending = Mapping[str, Mapping[int, Document | None]]
Statement = tuple[str, list[object]]
_PORTION = 2000
_PEOPLE = (
    "insert into netwerk.person (owner, number, address, document)"
    " select * from unnest(%s::text[], %s::bigint[], %s::text[], %s::json[])"
    " on conflict (owner, number) do update set document = excluded.document, address = excluded.address"
)
_OWNER = (
    "insert into netwerk.owner (kind, slug, number, document) values (%s, %s, %s, %s)"
    " on conflict (kind, slug) do update set document = excluded.document, number = excluded.number"
)
_OTHER = (
    "insert into netwerk.other (name, number, document) values (%s, %s, %s)"
    " on conflict (name, number) do update set document = excluded.document"
)
_CHANGE = (
    "insert into netwerk.change (number, token, document) values (%s, %s, %s)"
    " on conflict (number) do update set document = excluded.document"
)
"""Of one that is there already the token stays: it says who made it."""
_OUTLIVED = (
    "delete from netwerk.change where number in"
    " (select number from netwerk.change order by number desc offset %s for update skip locked)"
)
"""Somebody else may be letting go of the same ones: nobody waits for that."""
_KINDS = {EVENT: "event", GROUP: "group"}


def write(link: Link, pending: Pending, token: str) -> None:
    """Write what is pending; the record of the change bears `token`, by which it is known again."""
    statements = list(_statements(pending, token))
    texts = ";".join(text for text, _ in statements)
    link.ask(texts, *(value for _, values in statements for value in values))


def _statements(pending: Pending, token: str) -> Iterator[Statement]:
    for table, documents in pending.items():
        kind, colon, slug = table.partition(":")
        kept = {number: document for number, document in documents.items() if document is not None}
        put = {number: text(document) for number, document in kept.items()}
        gone = [number for number, document in documents.items() if document is None]
        if gone:
            yield _gone(kind + colon, slug, table, gone)
        if put and kind + colon in (REGISTRATIONS, MEMBERSHIPS):
            yield _PEOPLE, [[slug] * len(put), [*put], [*map(_address, kept.values())], [*put.values()]]
        elif put:
            yield from _put(kind + colon, slug, table, put, token)


def _gone(kind: str, slug: str, table: str, numbers: list[int]) -> Statement:
    if kind in (REGISTRATIONS, MEMBERSHIPS):
        return "delete from netwerk.person where owner = %s and number = any(%s)", [slug, numbers]
    if kind in _KINDS:
        return "delete from netwerk.owner where kind = %s and slug = %s", [_KINDS[kind], slug]
    if table == RETIRED:
        return "delete from netwerk.owner where kind = 'retired' and number = any(%s)", [numbers]
    return "delete from netwerk.other where name = %s and number = any(%s)", [table, numbers]


def _put(kind: str, slug: str, table: str, put: Mapping[int, str], token: str) -> Iterator[Statement]:
    for number, one in put.items():
        if kind in _KINDS:
            yield _OWNER, [_KINDS[kind], slug, number, one]
        elif table == RETIRED:
            yield _OWNER, ["retired", json.loads(one)["slug"], number, one]
        elif kind == CHANGES:
            yield _CHANGE, [number, token, one]
            yield _OUTLIVED, [changes.KEPT]
        elif table == META:
            yield "update netwerk.meta set document = %s", [one]
        else:
            yield _OTHER, [table, number, one]


def text(document: Document) -> str:
    """Return a document as it is kept; what is no text, such as a strange name of a file, is escaped in it."""
    said = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    try:
        said.encode()
    except UnicodeEncodeError:
        return json.dumps(document, separators=(",", ":"))
    return said


def _address(document: Document) -> str:
    """Return the address of somebody as they are looked up by it."""
    return same_address(str(document.get("email") or ""))


def replace(link: Link, whole: Tables, number: int, token: str) -> None:
    """Make `whole` all that is kept; `number` is that of the change that did it, which bears `token`."""
    link.ask(tables.EMPTY)
    people: list[tuple[str, int, str, str]] = []
    for table in whole:
        documents = {int(n): document for n, document in whole[table].items()}
        kind, colon, slug = table.partition(":")
        if kind + colon in (REGISTRATIONS, MEMBERSHIPS):
            people += [(slug, n, _address(document), text(document)) for n, document in documents.items()]
        elif kind + colon == CHANGES:
            earlier = {n: text(document) for n, document in documents.items()}
            link.ask(
                "insert into netwerk.change (number, token, document)"
                " select n, case when n = %s then %s::uuid else gen_random_uuid() end, d"
                " from unnest(%s::bigint[], %s::json[]) as kept (n, d)",
                number,
                token,
                [*earlier],
                [*earlier.values()],
            )
        elif documents:
            write(link, {table: documents}, token)
    rows = iter(people)
    while portion := list(islice(rows, _PORTION)):
        link.ask(_PEOPLE, *map(list, zip(*portion, strict=True)))
    link.ask("select setval('netwerk.change_number', greatest(%s, 1))", number)
