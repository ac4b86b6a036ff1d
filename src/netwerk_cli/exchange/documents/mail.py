"""E-mail messages (.eml, RFC 5322) as text: the subject above the body; the date is the day they were sent."""

from __future__ import annotations

import email
import re
from datetime import date
from email import policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from netwerk_cli.exchange.documents import web

_FORWARDED = re.compile(r"^(?:fwd?|fw|doorst|re|antw|tr)\s*:\s*", re.IGNORECASE)


def text_of(data: bytes) -> tuple[str, date | None]:
    """Return the subject and the body of a message, and the day on which it was sent."""
    message = email.message_from_bytes(data, policy=policy.default)
    subject = " ".join(str(message.get("Subject", "")).split())
    while _FORWARDED.match(subject):
        subject = _FORWARDED.sub("", subject)
    return f"{subject}\n\n{_body(message)}", _sent_on(message)


def _body(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    try:
        text = body.get_content()
    except (LookupError, UnicodeError, AttributeError):  # an encoding that nobody knows
        payload = body.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return web.text_of(text) if body.get_content_subtype() == "html" else str(text)


def _sent_on(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date() if message["Date"] else None
    except ValueError:
        return None
