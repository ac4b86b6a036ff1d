"""The mail that a form sends for each answer, as a table of one row: its lines `label: value`, and when it was sent."""

from __future__ import annotations

import html
import re

from netwerk_cli.errors.files import BadFile
from netwerk_cli.exchange import headings
from netwerk_cli.exchange.tables import Dialect, Row, Table
from netwerk_cli.wording import Wording

_HEAD = re.compile(
    rb"(?:received|return-path|delivered-to|from|to|date|subject|message-id|mime-version|content-type|x-[\w-]+|"
    rb"dkim-signature|arc-[\w-]+): ",
    re.IGNORECASE,
)
_FROM = re.compile(rb"^from: .*?^subject:|^subject: .*?^from:", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"\W{0,3}([^\W\d][^:\n]{0,120}):\*{0,2}(?:\s+(.*)|$)")
_TAGS = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^>]*>", re.IGNORECASE)


def is_notice(data: bytes) -> bool:
    """Whether this is a mail, by its first lines."""
    head = re.split(rb"\r?\n\r?\n", data[:65_536], maxsplit=1)[0]
    return bool(_HEAD.match(head) and _FROM.search(head))


def read(data: bytes, source: str) -> Table:
    """Return the answer in a mail. Raises `BadFile` where it holds none."""
    from email import message_from_bytes, policy

    try:
        mail = message_from_bytes(data, policy=policy.default)
        body = mail.get_body(("plain", "html"))
        text = "" if body is None else str(body.get_content())
        sent = mail["date"].datetime if mail["date"] is not None else None
        plain = body is None or body.get_content_subtype() == "plain"
    except (LookupError, ValueError, AttributeError, TypeError) as err:
        raise BadFile(path=source, why=Wording("it is a mail that cannot be read")) from err
    found = _lines(text if plain else html.unescape(re.sub(r"<[^>]*>", "", _TAGS.sub("\n", text))))
    if not found:
        raise BadFile(path=source, why=Wording("it is a mail without lines such as 'Name: Value'"))
    if sent is not None and not any(headings.meaning(label) == "received_at" for label in found):
        found["received_at"] = sent.isoformat()
    return Table(source, tuple(found), [Row(1, 1, tuple(found.values()))], Dialect(kind="json"))


def _lines(text: str) -> dict[str, str]:
    """Return the values by label; lines without a label go on with the value above."""
    found: dict[str, str] = {}
    label = ""
    for line in text.splitlines():
        match = _LINE.match(line.strip())
        if match and (match[1].strip() not in found):
            label = match[1].strip().strip("*")
            found[label] = (match[2] or "").strip()
        elif label and line.strip():
            found[label] = f"{found[label]}\n{line.strip()}".strip()
        elif not line.strip() and found.get(label):
            label = ""
    return found
