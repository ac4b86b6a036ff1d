"""Text and addresses as they go into a property."""

import re
from urllib.parse import quote

from icalendar import vCalAddress, vText, vUri

_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # controls; halves of a surrogate pair
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:\S+")  # a scheme of one letter is a Windows drive
_URI_CHARACTERS = ":/?#[]@!$&'()*+,;=%"  # RFC 3986 §2.2, and escapes that are there already


def plain(text: str) -> str:
    """Return `text` with every line break as a newline and without the characters a TEXT may not hold.

    RFC 5545 §3.1 bars control characters, tabs apart; some readers end a line at any line break of Unicode.
    """
    return _UNWANTED.sub("", _BREAK.sub("\n", text))


class Text(vText):
    r"""A TEXT value (RFC 5545 §3.3.11) that reads back as it was written; control characters are dropped.

    The library takes a backslash and an N in a text for a line break, and `C:\Nieuw` would be torn in two.
    """

    __slots__ = ()

    def to_ical(self) -> bytes:
        """Return the value with backslash, semicolon, comma and newline escaped."""
        escaped = re.sub(r"[\\;,]", r"\\\g<0>", plain(self)).replace("\n", r"\n")
        return escaped.encode()


def uri(text: str) -> vUri | None:
    """Return `text` as a URI value (RFC 5545 §3.3.13), escaped where needed; None when it is no address."""
    address = plain(text).strip()
    if not _ADDRESS.fullmatch(address):
        return None
    return vUri(quote(address, safe=_URI_CHARACTERS), params={"VALUE": "URI"})


def address(email: str, name: str | None, **parameters: str) -> vCalAddress:
    """Return somebody's address (RFC 5545 §3.3.3) with the name that calendars show, and more parameters."""
    named = {"CN": plain(name).replace("\n", " ")} if name else {}
    return vCalAddress(f"mailto:{plain(email)}", params={**named, **parameters})
