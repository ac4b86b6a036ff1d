"""`netwerk status`, `explain` and `log`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.telling import EVENT_HEADINGS, EVENT_KEYS
from netwerk_cli.exchange.shapes import entry_shape, event_shape, step_shape
from netwerk_cli.services import insight

Text = str | None
EventArgument = Annotated[Text, typer.Argument(metavar="[EVENT]", help="Only this event.")]
PersonArgument = Annotated[
    Text, typer.Argument(metavar="[PERSON]", help="A code such as r17, or an e-mail address.")
]


def status(ctx: typer.Context) -> None:
    """Show what needs attention: seats, what closes within a week, full, waiting, pending."""
    call = Call(ctx.obj)
    rows = [
        {**event_shape(one.event, one.tally, call.now), "attention": list(one.attention)}
        for one in insight.status(call.caller())
    ]
    if call.terminal and not call.json and not call.options.get("fields"):
        from netwerk_cli.cli.dashboard import show

        show(call, rows)
        return
    call.rows(
        rows,
        (*EVENT_KEYS, "attention"),
        ("slug", "status", "seats_held", "capacity", "waiting", "pending", "closes_at", "attention"),
        headings=EVENT_HEADINGS,
        nothing="No events.",
    )


def explain(
    ctx: typer.Context,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event's name.")],
    person: PersonArgument = None,
) -> None:
    """Say why: seats, closing, queue, and what would change it.

    Without a person: what somebody who asks now would get.
    """
    call = Call(ctx.obj)
    found, subject, verdict, steps = insight.explain(call.caller(), event, person)
    sentences = [call.words(step.sentence, **step.facts) for step in steps]
    if call.json:
        call.put(
            {
                "event": found.slug,
                "registration": subject.code if subject else None,
                "verdict": verdict,
                "steps": [step_shape(step, text) for step, text in zip(steps, sentences, strict=True)],
            }
        )
        return
    for step, text in zip(steps, sentences, strict=True):
        call.print(f"{'+' if step.passed else '-'} {text}")


def log(ctx: typer.Context, event: EventArgument = None, person: PersonArgument = None) -> None:
    """Show what happened: when, who, what, why."""
    call = Call(ctx.obj)
    rows = [entry_shape(*line) for line in insight.log(call.caller(), event, person)]
    call.rows(
        rows,
        ("at", "by", "event", "registration", "what", "why", "changes"),
        ("at", "by", "event", "registration", "what", "why"),
        nothing="Nothing happened yet.",
    )
