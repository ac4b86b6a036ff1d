"""An announcement, Dutch prose as it is copied from a web page, read into facts; pure functions from text to facts.

`read` makes a `Page` (labels, lines and sentences, without what the site puts around them), finds the days and hours in
it, and asks each fact's own module. Each fact says where in the text it was found; what is not stated stays empty.
"""

from netwerk_cli.announce.facts import Announcement, Found, Kind, Material, Note, Session, Warning
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.reading import LONGEST, read
from netwerk_cli.announce.shape import Quote, quote, shape

__all__ = [
    "LONGEST",
    "Announcement",
    "Found",
    "Kind",
    "Material",
    "Note",
    "Page",
    "Quote",
    "Session",
    "Warning",
    "quote",
    "read",
    "shape",
]
