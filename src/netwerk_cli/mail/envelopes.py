"""A message as one file: text, HTML and calendar (RFC 5322, RFC 2046, RFC 6047).

Outlook and Gmail take a calendar for an invitation where it is a third way to read the message, with the method
in its type; the attachment is for all others. They look at one only, so of several each is an attachment.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email import base64mime, quoprimime
from email.utils import format_datetime
from typing import NamedTuple

from netwerk_cli.domain.senders import Sender
from netwerk_cli.mail import headers
from netwerk_cli.mail.letters import Letter

_Header = tuple[str, str]
_VERSION = ("MIME-Version", "1.0")


class Calendar(NamedTuple):
    """A calendar file that goes along, its method, and what it is called as an attachment."""

    file: str
    method: str
    data: bytes


class Envelope(NamedTuple):
    """Whom a message goes to, from whom, and as which of how many to them: `id` is as `kickoff.r17.2@store`."""

    email: str
    name: str
    sender: Sender | None
    at: datetime
    id: str
    first: str
    language: str


def enclosed(envelope: Envelope, letter: Letter, calendars: list[Calendar]) -> bytes:
    """Return a message as a file; without a sender it is a draft, which a mail program fills in."""
    ways = [_part(letter.text, "plain"), _part(letter.html, "html")]
    if len(calendars) == 1:
        ways.append(_invitation(calendars[0]))
    addressed = [*_address(envelope, letter.subject)]
    if not calendars:
        return _holding("alternative", envelope.id, 0, addressed, ways)
    body = _holding("alternative", envelope.id, 1, [], ways)
    return _holding("mixed", envelope.id, 0, addressed, [body, *map(_attached, calendars)])


def _address(envelope: Envelope, subject: str) -> Iterable[_Header]:
    """Yield who, to whom, about what. A mail server that answers by itself is asked not to (RFC 3834 §5)."""
    sender = envelope.sender
    if sender is not None:
        yield "From", headers.address(sender.email, sender.name, used=6)
    else:
        yield "X-Unsent", "1"  # Outlook opens it as a draft
    yield "To", headers.address(envelope.email, envelope.name, used=4)
    yield "Subject", headers.text(subject, used=9)
    yield "Date", format_datetime(envelope.at)
    yield "Message-ID", f"<{envelope.id}>"
    if envelope.first != envelope.id:
        yield "In-Reply-To", f"<{envelope.first}>"
        yield "References", f"<{envelope.first}>"
    yield "Content-Language", envelope.language
    yield "Auto-Submitted", "auto-generated"
    yield "X-Auto-Response-Suppress", "OOF, DR, RN, NRN"
    yield _VERSION


# --------------------------------------------------------------------- parts
def _holding(kind: str, id: str, depth: int, more: Iterable[_Header], parts: Iterable[bytes]) -> bytes:
    """Return a part that holds others (RFC 2046 §5.1.1).

    Chance has no place in its border, which is its own: the same is the same bytes.
    """
    border = f"=_{depth}_{id.partition('@')[0]}"[:69]
    dashes = f"--{border}".encode()
    held = b"".join(b"%b\r\n%b\r\n" % (dashes, part) for part in parts)
    return _headed(
        [("Content-Type", f'multipart/{kind}; boundary="{border}"'), *more], b"%b%b--\r\n" % (held, dashes)
    )


def _headed(lines: Iterable[_Header], content: bytes) -> bytes:
    """Return a part with its headers. An address that is more than ASCII is written as UTF-8 (RFC 6532)."""
    return "".join([*(f"{name}: {value}\r\n" for name, value in lines), "\r\n"]).encode() + content


def _part(text: str, kind: str) -> bytes:
    encoded = quoprimime.body_encode(
        text.encode().decode("latin-1"), eol="\r\n"
    )  # it takes octets as characters
    return _headed(
        [
            ("Content-Type", f'text/{kind}; charset="utf-8"'),
            _VERSION,
            ("Content-Transfer-Encoding", "quoted-printable"),
        ],
        encoded.encode(),
    )


def _invitation(calendar: Calendar) -> bytes:
    return _headed(
        [
            _VERSION,
            ("Content-Type", f"text/calendar; charset=utf-8; method={calendar.method.upper()}"),
            ("Content-Transfer-Encoding", "base64"),
        ],
        _base64(calendar.data),
    )


def _attached(calendar: Calendar) -> bytes:
    return _headed(
        [
            ("Content-Type", f'application/ics; name="{calendar.file}"'),
            ("Content-Disposition", f'attachment; filename="{calendar.file}"'),
            ("Content-Transfer-Encoding", "base64"),
        ],
        _base64(calendar.data),
    )


def _base64(data: bytes) -> bytes:
    return base64mime.body_encode(data, eol="\r\n").encode()
