"""What every change ends with: how many people do not know yet what is so now."""

from __future__ import annotations

from netwerk_cli.cli.call import Call
from netwerk_cli.errors import StoreFault
from netwerk_cli.services.untold import waiting_to_hear


def tell_untold(call: Call) -> None:
    """Say of each event that was changed how many people are to hear of it, and what shows who."""
    changed = call.store().changed
    if changed is None:
        return
    try:
        waiting = waiting_to_hear(call.caller(), changed, changed.touched())
    except StoreFault:  # a server that went away: the change was made all the same, and is told
        return
    for event, count in waiting.items():
        call.say(
            "{count:person doesn't|people don't} know yet: netwerk mail due {event}", count=count, event=event
        )
