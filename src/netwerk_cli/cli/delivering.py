"""Where a result goes: to a file, or to standard output."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.errors import BadValue
from netwerk_cli.services import exports
from netwerk_cli.wording import Wording

Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE|-", help="Where to; default: standard output.")
]


def deliver(call: Call, data: bytes, output: str | None, *, binary: bool = False) -> None:
    """Write `data` to a file or to standard output; a workbook or a PDF is not for a screen."""
    if output in (None, "-"):
        if binary and call.terminal:
            why = Wording("a workbook is not for a screen; name a file")
            if data.startswith(b"%PDF"):
                why = Wording("a PDF is not for a screen; name a file")
            raise BadValue(field="--output", why=why)
        call.write(data)
        return
    exports.put(call.caller(), typed_path(str(output)), data)
    call.say("Wrote {path} ({size:byte|bytes}).", path=output, size=len(data))


def deliver_changed(call: Call, data: bytes, output: str | None) -> None:
    """Write `data` where it differs from what the file holds, so that who looks at its date sees what is new."""
    if output in (None, "-"):
        call.write(data)
    elif exports.put_changed(call.caller(), typed_path(str(output)), data):
        call.say("Wrote {path} ({size:byte|bytes}).", path=output, size=len(data))
    else:
        call.say("{path} says this already; it was left as it is.", path=output)
