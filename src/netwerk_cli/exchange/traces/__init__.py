"""Traces of a person in files: an address or a name, in any encoding and inside whatever holds other files.

`look` reads a file in portions, so what it needs of memory does not grow with the file; what unpacks to far more than
it is, is refused. Nothing of what else stands in a file is returned.
"""

from __future__ import annotations

from netwerk_cli.exchange.traces.containers import look as look
from netwerk_cli.exchange.traces.containers import look_at as look_at
from netwerk_cli.exchange.traces.found import INSIDE as INSIDE
from netwerk_cli.exchange.traces.found import Looked as Looked
from netwerk_cli.exchange.traces.found import Trace as Trace
from netwerk_cli.exchange.traces.found import Unread as Unread

__all__ = ["INSIDE", "Looked", "Trace", "Unread", "look", "look_at"]
