"""What is said of reports of mail that came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netwerk_cli.cli.call import Call
from netwerk_cli.services.bounces import Comes, Read

_COMES = {
    Comes.BOUNCED: "{event} {code}: came back ({reply}).",
    Comes.KNOWN: "{event} {code}: came back, which was known.",
    Comes.UNDER_WAY: "{event} {code}: did not come back; the server only says how it stands.",
    Comes.OTHER: "{file}: not about a message of ours.",
}


def tell(call: Call, found: Sequence[Read]) -> None:
    """Tell what each report comes to, and answer."""
    for one in found:
        about = {} if one.owner is None or one.person is None else {
            "event": one.owner.slug, "code": one.person.code,
        }  # fmt: skip
        call.say(_COMES[one.comes], file=one.file, reply=one.reply or "-", **about)
    counts = Counter(one.comes for one in found)
    if not found:
        call.say("There is nothing to read.")
    rows = [
        {
            "file": one.file,
            "outcome": str(one.comes),
            "event": None if one.owner is None else one.owner.slug,
            "code": None if one.person is None else one.person.code,
            "reply": one.reply,
        }
        for one in found
    ]
    call.result(
        "mail.bounced",
        changed=counts[Comes.BOUNCED] > 0,
        read=len(found),
        counts={str(comes): counts[comes] for comes in Comes},
        bounced=rows,
    )
