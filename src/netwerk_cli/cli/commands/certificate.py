"""`netwerk certificate …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.exchange.shapes import certificate_shape
from netwerk_cli.services import certificates
from netwerk_cli.terms import CERTIFICATE


def check(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code on the certificate.")],
) -> None:
    """
    $ netwerk certificate check 7Q2M-X0KD-93TB-5FWA
    $ netwerk certificate check 7q2mx0kd93tb5fwa --json

    Whose it is and what it stands for now: compare that with the paper. Exit 3: there is no such certificate; exit 5:
    it no longer holds, and why. Capitals, blanks and hyphens do not matter, nor does O for 0 or I for 1.
    """
    call = Call(ctx.obj)
    found = certificates.check(call.caller(), code)
    speak_of(found.event.timezone)
    shape = certificate_shape(found.event, found.code, found.certificate)
    if call.json:
        call.put(shape)
    else:
        call.card(shape, CERTIFICATE)
