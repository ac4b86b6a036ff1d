"""A message as one file: text, HTML and calendar (RFC 5322, RFC 2046, RFC 6047).

Outlook and Gmail take a calendar for an invitation where it is a third way to read the message, with the method
in its type; the attachment is for all others. They look at one only, so of several each is an attachment.
"""

from __future__ import annotations

from datetime import datetime
from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.message import Message
from email.utils import format_datetime
from io import BytesIO
from typing import NamedTuple

from netwerk_cli.domain.senders import Sender
from netwerk_cli.mail import headers
from netwerk_cli.mail.letters import Letter

_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP


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
    body = Message()
    body["Content-Type"] = "multipart/alternative"
    ways: list[Message | str] = [_part(letter.text, "plain"), _part(letter.html, "html")]
    if len(calendars) == 1:
        ways.append(_invitation(calendars[0]))
    body.set_payload(ways)
    whole = body
    if calendars:
        whole = Message()
        whole["Content-Type"] = "multipart/mixed"
        whole.set_payload([body, *map(_attached, calendars)])
    _address(whole, envelope, letter.subject)
    _bound(whole, envelope.id)
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(whole, linesep="\r\n")
    return out.getvalue()


def _address(message: Message, envelope: Envelope, subject: str) -> None:
    """Add who, to whom, about what. A mail server that answers by itself is asked not to (RFC 3834 §5)."""
    sender = envelope.sender
    if sender is not None:
        message["From"] = _raw(headers.address(sender.email, sender.name, used=6))
    else:
        message["X-Unsent"] = "1"  # Outlook opens it as a draft
    message["To"] = _raw(headers.address(envelope.email, envelope.name, used=4))
    message["Subject"] = headers.text(subject, used=9)
    message["Date"] = format_datetime(envelope.at)
    message["Message-ID"] = f"<{envelope.id}>"
    if envelope.first != envelope.id:
        message["In-Reply-To"] = message["References"] = f"<{envelope.first}>"
    message["Content-Language"] = envelope.language
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "OOF, DR, RN, NRN"
    message["MIME-Version"] = "1.0"


def _raw(value: str) -> str:
    """Return an address so that the generator writes it as UTF-8 (RFC 6532), where it is more than ASCII."""
    return value if value.isascii() else value.encode().decode("ascii", "surrogateescape")


def _bound(message: Message, id: str, depth: int = 0) -> None:
    """Give each part that holds others a border of its own: chance has no place in it, the same is the same bytes."""
    if message.is_multipart():
        message.set_boundary(f"=_{depth}_{id.partition('@')[0]}"[:69])
        for part in message.get_payload():
            _bound(part, id, depth + 1)  # type: ignore[arg-type]


def _part(text: str, kind: str) -> Message:
    part = Message()
    part["Content-Type"] = f'text/{kind}; charset="utf-8"'
    part.set_payload(text, _UTF8)
    return part


def _invitation(calendar: Calendar) -> Message:
    part = Message()
    part.set_payload(calendar.data, Charset("utf-8"))
    part.replace_header("Content-Type", f"text/calendar; charset=utf-8; method={calendar.method.upper()}")
    return part


def _attached(calendar: Calendar) -> Message:
    part = Message()
    part["Content-Type"] = f'application/ics; name="{calendar.file}"'
    part["Content-Disposition"] = f'attachment; filename="{calendar.file}"'
    part["Content-Transfer-Encoding"] = "base64"
    from email.base64mime import body_encode

    part.set_payload(body_encode(calendar.data))
    return part
