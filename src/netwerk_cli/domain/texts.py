"""What a field of text may hold: a line, several lines, a signature, an e-mail address; kept as given, trimmed."""

from __future__ import annotations

import unicodedata

from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording

MAX_LINE = 500
MAX_TEXT = 20_000


def line(text: str, *, field: str) -> str:
    """Return one line of text as given, trimmed; control characters are taken out.

    Raises:
        BadValue: empty, longer than 500 characters, or not valid text.
    """
    cleaned = _clean(text, field=field, keep="").strip()
    if not _visible(cleaned):
        raise BadValue(field=field, why=Wording("it is empty"))
    if len(cleaned) > MAX_LINE:
        raise BadValue(
            field=field,
            why=Wording("it has {count} characters; {limit} fit", count=len(cleaned), limit=MAX_LINE),
        )
    return cleaned


def signature(name: str) -> str:
    """Return who signs, as one line; a name that the system gives is never refused, only made to fit."""
    whole = name.encode("utf-8", "replace").decode()
    cleaned = _clean(whole, field="", keep="").strip()[:MAX_LINE]
    return cleaned if _visible(cleaned) else "unknown"


def _visible(value: str) -> bool:
    """Whether a person sees anything of it: blanks, zero-width signs and fillers show nothing."""
    return any(unicodedata.category(c)[0] not in "ZCM" and c not in _FILLERS for c in value)


_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"


def text(value: str, *, field: str) -> str:
    """Return a text of several lines as given, trimmed; control characters but tab and line feed are taken out."""
    cleaned = _clean(value, field=field, keep="\t\n").strip()
    if len(cleaned) > MAX_TEXT:
        raise BadValue(
            field=field,
            why=Wording("it has {count} characters; {limit} fit", count=len(cleaned), limit=MAX_TEXT),
        )
    return cleaned


def _clean(value: str, *, field: str, keep: str) -> str:
    if value.isprintable():  # nothing below would find anything
        return value
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise BadValue(field=field, why=Wording("it holds bytes that are not text in UTF-8"))
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if not keep:
        value = value.replace("\n", " ").replace("\t", " ")
    return "".join(c for c in value if c in keep or unicodedata.category(c) != "Cc")


_ODD = frozenset(' <>()[],;:"\\@')
"""What may be printed (no other blank may), and stands in no address."""


def email(value: str, *, field: str = "--email") -> str:
    """Return an e-mail address as given, trimmed.

    Raises:
        BadValue: not one address of the form name@domain.tld (the practical subset of RFC 5322 §3.4.1).
    """
    address = value.strip().strip("\u200b\ufeff").strip()
    local, _, domain = address.rpartition("@")
    odd = not address.isprintable() or not _ODD.isdisjoint(local + domain)
    labels = domain.split(".")
    if not local or odd or len(labels) < 2 or not all(labels) or len(address) > 254 or len(local) > 64:
        raise BadValue(field=field, why=Wording("it is not an address such as name@example.org"))
    if local.startswith(".") or local.endswith(".") or ".." in local:
        raise BadValue(field=field, why=Wording("it is not an address such as name@example.org"))
    return address
