"""What a record declares is all that the store has to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime
from typing import Any

import pytest

from netwerk_cli.domain.events import Event, Session, WhenFull
from netwerk_cli.domain.moments import Moment, ZoneName
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.domain.told import Told, ToldSession
from netwerk_cli.records import record
from netwerk_cli.store import codec
from netwerk_cli.store.documents import KEY, shape
from netwerk_cli.store.file.layout import Tables, parse
from tests.store.records import AT, DAY, RECORDS, filled, hints


@record
class Part:
    """A record within another one."""

    id: Slug
    seats: int = 0


@record
class Everything:
    """A record of which nobody told the store, with a field of every type that a record may have."""

    text: str
    slug: Slug | None = None
    zone: ZoneName = "Europe/Brussels"
    flag: bool = False
    count: int | None = None
    at: datetime | None = None
    on: date | None = None
    starts_at: Moment | None = None
    state: WhenFull = WhenFull.CLOSE
    parts: tuple[Part, ...] = ()
    names: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[Slug, datetime] = field(default_factory=dict)
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)


FULL = Everything(
    text="é",
    slug="a-b",
    zone="Asia/Tokyo",
    flag=True,
    count=0,
    at=AT,
    on=DAY,
    starts_at=DAY,
    state=WhenFull.WAITING_LIST,
    parts=(Part(id="a", seats=2), Part(id="b")),
    names=("x", "y"),
    answers={"diet": "vegan"},
    since={"d1": AT},
    levels={"a": ("b",)},
)


@pytest.mark.parametrize("kind", RECORDS)
def test_no_field_of_a_record_is_lost(kind: type[Any]) -> None:
    record = filled(kind)
    document = codec.encode(record)
    assert list(document) == [name for name in hints(kind) if name != KEY]
    (read,) = parse(Tables({"t": {"1": document}}).to_bytes())["t"].values()
    assert codec.decode(kind, read, getattr(record, KEY, None)) == record


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_refuses_what_is_not_of_its_type(kind: type[Any]) -> None:
    record = filled(kind)
    document = codec.encode(record)
    for name in document:
        wrong: object
        for wrong in (None, 1.5, -1, [None], {"": None}, [[]]):
            with pytest.raises((KeyError, TypeError, ValueError)):
                codec.decode(kind, document | {name: wrong}, getattr(record, KEY, None))


def test_a_new_field_of_any_type_needs_no_word_to_the_store() -> None:
    assert codec.decode(Everything, codec.encode(FULL)) == FULL
    assert codec.encode(Everything(text="")) == {"text": ""}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("slug", "A b"),
        ("zone", "Mars/Olympus"),
        ("zone", "../UTC"),
        ("flag", 1),
        ("count", True),
        ("count", 10**12),
        ("at", "2024-01-26"),
        ("at", "2024-01-26T09:30:00"),
        ("on", "2024-01-26T09:30:00+01:00"),
        ("starts_at", "9999-12-31"),
        ("state", "wait"),
        ("parts", [{"id": "a"}, {"id": "a"}]),
        ("parts", {"id": "a"}),
        ("names", "x"),
        ("answers", [["diet", "vegan"]]),
        ("answers", {"diet": 5}),
        ("since", {"D 1": AT.isoformat()}),
        ("since", {"d1": "soon"}),
        ("levels", {"a": "b"}),
        ("text", "\ud800"),
        ("colour", "red"),
    ],
)
def test_what_a_type_does_not_allow_is_refused(name: str, wrong: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        codec.decode(Everything, codec.encode(FULL) | {name: wrong})


def test_a_record_that_could_not_be_read_back_is_never_written() -> None:
    with pytest.raises(ValueError, match="two parts of one name"):
        codec.encode(replace(FULL, parts=(Part(id="a"), Part(id="a"))))


def test_a_type_that_has_no_reader_is_a_mistake_and_no_damage() -> None:
    @record
    class Odd:
        weight: float

    with pytest.raises(NotImplementedError):
        codec.encode(Odd(weight=1.5))


# The order of the fields is that of the documents, so it is a promise, too.
def test_what_is_read_once_is_read_again_where_a_type_differs() -> None:
    read = shape(Told).readers["sessions"]
    first, second = read([{"id": "main", "sequence": 1}]), read([{"id": "main", "sequence": 1}])
    assert first == (ToldSession(id="main", sequence=1),)
    assert first[0] is second[0]
    for wrong in (
        {"id": "main", "sequence": True},
        {"id": "main", "sequence": [1]},
        {"id": ["main"]},
        "main",
    ):
        with pytest.raises((TypeError, ValueError)):
            read([wrong])


def test_documents_keep_the_order_of_their_fields() -> None:
    assert list(shape(Registration).defaults)[:6] == [
        "status",
        "no_seat",
        "name",
        "email",
        "received_at",
        "turn",
    ]
    assert list(shape(Event).defaults)[-5:] == [
        "closed_at",
        "closed_by",
        "cancelled_at",
        "sessions",
        "history",
    ]
    assert list(shape(Session).defaults)[:4] == ["id", "title", "starts_at", "ends_at"]


def test_a_list_is_counted_without_reading_it() -> None:
    table = Tables({"t": {"1": codec.encode(filled(Registration))}}).to_bytes()
    counted = codec.tally(table.partition(b": ")[2])
    assert counted is not None
    assert counted.total() == 1
