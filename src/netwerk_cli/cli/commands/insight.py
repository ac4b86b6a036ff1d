"""`netwerk status`, `explain` and `log`."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from netwerk_cli.cli.call import Call, Row
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.listings import CHANGES, LOG, STATUS
from netwerk_cli.cli.options import WHO, Text
from netwerk_cli.cli.options import Event as EventName
from netwerk_cli.cli.retention_settings import retention
from netwerk_cli.cli.vocabulary import meant
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.materials import unanswered
from netwerk_cli.domain.registrations import Status
from netwerk_cli.errors import BadValue
from netwerk_cli.exchange.shapes import entry_shape, event_shape, group_shape, milestone_shape, step_shape
from netwerk_cli.records import replace
from netwerk_cli.services import insight
from netwerk_cli.terms import EVENT, names
from netwerk_cli.wording import Wording

EventArgument = Annotated[Text, typer.Argument(metavar="[EVENT]", help="Only this event or group.")]
PersonArgument = Annotated[Text, typer.Argument(metavar="[PERSON]", help=WHO)]


def status(ctx: typer.Context) -> None:
    """
    $ netwerk status
    $ netwerk status --fields slug,free,closes_at
    $ netwerk status --json

    Seats, what closes within a week, what is full, who waits or awaits approval. A milestone is shown when it is late
    or due within 30 days, and with it the group or past event it belongs to; so is a group with an open question, and
    what holds something of people that is past its term within 30 days, which 'netwerk privacy purge' takes away.
    """
    call = Call(ctx.obj)
    rows = [_row(one, call) for one in insight.status(call.caller(), retention())]
    if call.terminal and not call.json and not call.options.get("fields"):
        from netwerk_cli.cli.dashboard import show

        show(call, rows)
        return
    call.rows(
        rows,
        STATUS,
        nothing="No events.",
    )


def _row(one: insight.Overview, call: Call) -> Row:
    """Return an event on the dashboard; a group has the same keys, empty where it has nothing to say.

    Behind the keys that scripts see, it has the milestones that press, and how many people do not know yet what is so,
    questions are open, and sessions have no date.
    """
    if isinstance(one.owner, Event):
        shape = event_shape(one.owner, one.tally, call.now)
    else:
        group = group_shape(one.owner, {}, call.now)
        shape = {key: group.get(key) for key in names(EVENT)} | {"pending": one.tally.get(Status.PENDING)}
    pressing = [milestone_shape(one.owner, milestone, call.now) for milestone in one.pressing]
    more = {"pressing": pressing, "open_questions": len(unanswered(one.owner))}
    more |= {"untold": one.untold, "unsure": one.unsure, "past_term": one.past_term}
    more["undated"] = len(insight.undated(one.owner)) if isinstance(one.owner, Event) else 0
    return {**shape, "attention": list(one.attention), **more}


def explain(
    ctx: typer.Context,
    event: EventName,
    person: PersonArgument = None,
) -> None:
    """
    $ netwerk explain kickoff
    $ netwerk explain kickoff r3
    $ netwerk explain kickoff cas@example.org

    Without a person: what somebody who asks now would get.
    """
    call = Call(ctx.obj)
    found, subject, verdict, steps = insight.explain(call.caller(), event, person)
    speak_of(found.timezone)
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
        call.tell(f"{'+' if step.passed else '-'} {text}")


_MANY = 3


def log(
    ctx: typer.Context,
    event: EventArgument = None,
    person: PersonArgument = None,
    only: Annotated[Text, typer.Option("--event", metavar="EVENT", help="Only this event or group.")] = None,
    since: Annotated[Text, typer.Option("--since", metavar="WHEN", help="Only from then on.")] = None,
    by: Annotated[Text, typer.Option("--by", metavar="NAME", help="Only what this user did.")] = None,
    what: Annotated[
        Text, typer.Option("--what", metavar="WORD", help="Only this, such as cancelled or removed.")
    ] = None,
) -> None:
    """
    $ netwerk log
    $ netwerk log kickoff --since "gisteren 9u"
    $ netwerk log --what cancelled --limit 10

    The newest comes last, and --limit shows the newest. On a terminal each change is a line: its code, which 'netwerk
    undo' takes, and what it did to whom. What was taken out stays in it.
    """
    call = Call(ctx.obj)
    if event is not None and only is not None:
        raise BadValue(field="--event", why=Wording("it is named already"))
    wanted = insight.Wanted(since=since, by=by, what=None if what is None else meant(what, call.language))
    rows = [entry_shape(*line) for line in insight.log(call.caller(), event or only, person, wanted)]
    if call.terminal and not call.json and not call.options.get("fields"):
        told = [
            _told(call, list(lines)) for _, lines in groupby(rows, key=lambda row: row["change"] or id(row))
        ]
        call.rows(told, CHANGES, nothing="Nothing happened yet.", newest=True)
        return
    usual = (*LOG.usual, *(("group", "membership") if any(row["group"] for row in rows) else ()))
    call.rows(rows, replace(LOG, usual=usual), nothing="Nothing happened yet.", newest=True)


def _told(call: Call, lines: list[Row]) -> Row:
    """Return one change as a line: what it did first, to whom, and what that says now."""
    from netwerk_cli.cli.changes import entry_text

    first = next((line for line in lines if line["what"] not in ("promoted", "closed")), lines[0])
    owner = first["event"] or first["group"]
    people = [line["registration"] or line["membership"] for line in lines]
    codes = list(dict.fromkeys(code for code in people if code))
    more = [f"+{len(codes) - _MANY}"] if len(codes) > _MANY else []
    details = [first["why"]] if first["why"] else []
    details += (
        [entry_text(call, first["changes"])] if len(codes) <= 1 or first["what"] != "registered" else []
    )
    return {
        **{name: first[name] for name in ("change", "at", "by", "what", "registration")},
        "about": owner,
        "people": " ".join((*codes[:_MANY], *more)),
        "details": "; ".join(filter(None, details)),
    }
