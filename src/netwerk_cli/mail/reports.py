"""What mail servers say of a message that came back (RFC 3464), or of one that is still under way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

_ID = re.compile(r"<?([a-z0-9-]+)\.([rm][0-9]{1,9})\.([0-9]{1,9})@([^\s<>@]+)>?")
_LONGEST = 200


class Named(NamedTuple):
    """A message of ours by its id: of an event or group, to whom by code, its number among theirs, in which file."""

    owner: str
    code: str
    number: int
    store_id: str


class Report(NamedTuple):
    """What became of a message: whether it failed for good, and what was said of that; None for what is not ours."""

    about: Named | None
    failed: bool
    reply: str | None


def messages(data: bytes) -> list[bytes]:
    """Return the messages in a file: the one that it is, or those of an mbox."""
    if not data.startswith(b"From "):
        return [data]
    return [one for one in re.split(rb"(?m)^From .*\r?\n", data) if one.strip()]


def read(data: bytes) -> Report | None:
    """Return what a message reports of another one; None where it is no such report."""
    from email import message_from_bytes

    whole = message_from_bytes(data)
    groups = [group for part in whole.walk() for group in _groups(part)]
    if not groups:
        return None
    failed = next((group for group in groups if _value(group, "action").lower() == "failed"), None)
    found = (match for text in _ids(whole) if (match := _ID.search(text)))
    match = next(found, None)
    about = None if match is None else Named(match[1], match[2], int(match[3]), match[4])
    return Report(about, failed is not None, None if failed is None else _reply(failed))


def _groups(part: Message) -> Iterator[Message]:
    """Yield what a part of a report says of each address."""
    if part.get_content_type() == "message/delivery-status" and part.is_multipart():
        groups = [group for group in part.walk() if group is not part]
        yield from (group for group in groups if "action" in group)


def _ids(whole: Message) -> Iterator[str]:
    """Yield the texts in which the id of the message can stand that a report is about, the best first."""
    for part in whole.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822" and part.is_multipart():
            yield _value(part.get_payload(0), "message-id")  # type: ignore[arg-type]
        elif kind == "text/rfc822-headers":
            from email import message_from_bytes

            headers = part.get_payload(decode=True)
            yield _value(message_from_bytes(headers), "message-id") if isinstance(headers, bytes) else ""
    yield _value(whole, "in-reply-to")
    yield _value(whole, "references").rpartition(" ")[2]


def _reply(group: Message) -> str | None:
    said = _value(group, "diagnostic-code").partition(";")[2].strip() or _value(group, "status")
    return "".join(c if c.isprintable() else " " for c in said)[:_LONGEST] or None


def _value(message: Message, name: str) -> str:
    """Return a header on one line; empty where it is not there."""
    return " ".join(str(message.get(name, "")).split())
