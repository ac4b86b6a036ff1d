"""`netwerk event …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.listings import EVENTS
from netwerk_cli.cli.options import Reason, Text, takes
from netwerk_cli.domain.registrations import Status
from netwerk_cli.exchange.shapes import event_shape
from netwerk_cli.services import agenda
from netwerk_cli.terms import EVENT, Given, only

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The event's name, such as kickoff-2024.")]

Draft = Annotated[
    bool | None, typer.Option("--draft/--no-draft", help="Not announced yet: nobody can register.")
]


@takes(EVENT)
def add(
    ctx: typer.Context,
    slug: Slug,
    given: Given,
    draft: Draft = None,
) -> None:
    """
    $ netwerk event add najaar --title "Najaarsdag" --starts "24 oktober 9u30"
    $ netwerk event add webinar --starts "14 mei van 16 tot 17u30" --capacity none
    $ netwerk event add klein --starts "3 juni 14u" --capacity 12 --when-full close

    Without a session it is a draft. Times are local to the event. Dates are read day first: '16/01/2024 16u00',
    'dinsdag 16 januari om 16 uur', '2024-01-16 16:00'.

    A question has a name, what is asked, its kind (text, choice: A | B, choices: A | B, yes/no), and whether it is
    required and special. Answers to a special one, such as on health, are shown only when asked for by name.
    """
    from netwerk_cli.cli.event_telling import tell_event_change
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    result = events.add(call.caller(), slug, given if draft is None else {**given, "draft": draft})
    tell_event_change(call, "event.add", result, "Created '{event}': {title}.")


@takes(EVENT, editing=True)
def edit(
    ctx: typer.Context,
    slug: Slug,
    given: Given,
    draft: Draft = None,
    force: Annotated[
        bool, typer.Option("--force", help="Allow a cap below the seats held; needs --reason.")
    ] = False,
    reason: Reason = None,
) -> None:
    """
    $ netwerk event edit kickoff --location "Leuven" --capacity 3 --add-audience CLB
    $ netwerk event edit kickoff --closes "7 dagen vooraf 16:00"
    $ netwerk event edit kickoff --question "dieet=Dieetwensen?; special"

    An empty value takes a field away: --location ''. Raising the cap moves people up from the waiting list. --question
    with the name of one that there is changes what it says of it, and leaves the rest as it is.
    """
    from netwerk_cli.cli.changes import ask_before_losing, confirm_losing
    from netwerk_cli.cli.event_telling import tell_event_change
    from netwerk_cli.errors.planning import QuestionAnswered
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    given = given if draft is None else {**given, "draft": draft}
    if call.asks and given.keys() & {"audience", "organiser", "set_aside", "accreditation"}:
        dry = call.caller(trial=True)
        trial = events.edit(dry, slug, given, force=force, reason=reason, losing=True)
        ask_before_losing(call, trial.before, trial.event)
    try:
        result = events.edit(call.caller(), slug, given, force=force, reason=reason)
    except QuestionAnswered as refusal:
        confirm_losing(call, refusal)
        result = events.edit(call.caller(), slug, given, force=force, reason=reason, losing=True)
    done = "Changed '{event}'."
    if "timezone" in given:
        done = "Changed '{event}'. Its times stay as they are on the clock, now that of {timezone}."
    tell_event_change(call, "event.edit", result, done, timezone=result.event.timezone)


def list_(
    ctx: typer.Context,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only in this state; repeatable, or with commas.")
    ] = None,
    since: Annotated[
        Text, typer.Option("--from", metavar="WHEN", help="Only what is not over by then.")
    ] = None,
    until: Annotated[Text, typer.Option("--to", metavar="WHEN", help="Only what starts by then.")] = None,
    theme: Annotated[Text, typer.Option("--theme", help="Only on this theme.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Past and cancelled events too.")] = False,
) -> None:
    """
    $ netwerk event list
    $ netwerk event list --status open --sort starts_at
    $ netwerk event list --all --theme jeugdzorg
    """

    call = Call(ctx.obj)
    selection = agenda.Selection(status=tuple(status or ()), since=since, until=until, theme=theme, all=every)
    only = call.columns(EVENTS)
    found = agenda.listing(call.caller(), selection)
    rows = [event_shape(event, tally, call.now, only) for event, tally in found]
    call.rows(
        rows,
        EVENTS,
        nothing="No events. Create one with 'netwerk event add', or list old ones with --all.",
    )


def show(ctx: typer.Context, slug: Slug) -> None:
    """
    $ netwerk event show kickoff
    $ netwerk event show kickoff --json
    """
    call = Call(ctx.obj)
    event, tally = agenda.show(call.caller(), slug)
    shape = event_shape(event, tally, call.now)
    if call.json:
        call.put(shape)
    else:
        call.card(shape, EVENT)
        if call.terminal:
            from netwerk_cli.cli.telling import tell_event

            tell_event(call, event, tally)
            _tell_hosted(call, slug)


def _tell_hosted(call: Call, slug: str) -> None:
    """Say which sessions of other events take place within an event."""
    for other, session in agenda.hosted(call.caller(), slug):
        call.say(
            "Session '{session}' of '{event}' takes place within it.", session=session.id, event=other.slug
        )


@takes(only(EVENT, "title"))
def copy(
    ctx: typer.Context,
    slug: Slug,
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new event's name.")],
    given: Given,
    starts: Annotated[
        Text, typer.Option("--starts", metavar="WHEN", help="The new first start; the rest moves along.")
    ] = None,
) -> None:
    """
    $ netwerk event copy kickoff kickoff-2 --starts "24 januari 2025 9u30"
    $ netwerk event copy kickoff kickoff-2 --title "Kick-off in Gent"

    The copy is a draft. Every time moves along with the start, in calendar days; without --starts it has no dates.
    """
    from netwerk_cli.cli.event_telling import tell_event_change
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    result = events.copy(call.caller(), slug, new, given, starts=starts)
    tell_event_change(
        call, "event.copy", result, "Created '{event}' as a draft, after '{model}'.", model=slug
    )


def open_(ctx: typer.Context, slug: Slug) -> None:
    """
    $ netwerk event open zomerschool
    $ netwerk event open zomerschool --dry-run

    A draft keeps a later opening that was planned; a second 'open' brings it forward to now.
    """
    from netwerk_cli.cli.event_telling import tell_event_change
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    result = events.open_(call.caller(), slug)
    closing = result.event.closing
    if not result.changed and closing is not None and closing <= call.now:
        tell_event_change(
            call,
            "event.open",
            result,
            "Opened registration for '{event}'.",
            "'{event}' is published already, but closed; open it again with 'netwerk event reopen {event}'.",
        )
        return
    opens_at = result.event.opens_at
    later = opens_at is not None and opens_at > call.now
    tell_event_change(
        call,
        "event.open",
        result,
        "Published '{event}'." if later else "Opened registration for '{event}'.",
        "Registration for '{event}' was open already.",
    )


def close(ctx: typer.Context, slug: Slug, reason: Reason = None) -> None:
    """
    $ netwerk event close kickoff
    $ netwerk event close kickoff --reason "de zaal is vol"
    """
    from netwerk_cli.cli.event_telling import tell_event_change
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    tell_event_change(
        call,
        "event.close",
        events.close(call.caller(), slug, reason=reason),
        "Closed registration for '{event}'.",
        "Registration for '{event}' was closed already.",
    )


@takes(only(EVENT, "closes_at"))
def reopen(ctx: typer.Context, slug: Slug, given: Given, reason: Reason = None) -> None:
    """
    $ netwerk event reopen studiedag --closes "2 maart 16:00"
    $ netwerk event reopen studiedag --reason "grotere zaal"
    """
    from netwerk_cli.cli.event_telling import tell_event_change
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    result = events.reopen(call.caller(), slug, given, reason=reason)
    tell_event_change(call, "event.reopen", result, "Reopened '{event}'.", "'{event}' was not closed.")


def cancel(ctx: typer.Context, slug: Slug, reason: Reason = None) -> None:
    """
    $ netwerk event cancel kickoff --reason "ijzel" --dry-run
    $ netwerk event cancel kickoff --reason "ijzel" --yes
    """
    from netwerk_cli.cli.event_telling import tell_event_change
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    count = events.affected(call.caller(), slug)
    if count:
        call.confirm(
            "{count:person holds a seat or waits|people hold a seat or wait}. Call '{event}' off?",
            count=count,
            event=slug,
        )
    tell_event_change(
        call,
        "event.cancel",
        events.cancel(call.caller(), slug, reason=reason),
        "Called '{event}' off.",
        "'{event}' was off already.",
    )


def remove(ctx: typer.Context, slug: Slug) -> None:
    """
    $ netwerk event remove zomerschool --yes
    $ netwerk event remove zomerschool --dry-run

    Its name is never used again, and the log keeps that it was there. Who cancelled goes with it; an event with
    people on its list is cancelled instead.
    """
    from netwerk_cli.services import events

    call = Call(ctx.obj)
    view = call.caller().read()
    events.refuse_removal(view, slug)
    count = view.tally(slug).get(Status.CANCELLED, 0)
    question = "Take '{event}' out for good?"
    if count:
        question = "{count:person|people} cancelled, and will be forgotten. Take '{event}' out for good?"
    call.confirm(question, count=count, event=slug)
    result = events.remove(call.caller(), slug)
    call.say("Took '{event}' out.", event=slug)
    call.result(
        "event.remove",
        changed=result.changed,
        event=event_shape(result.event, result.tally, call.now),
        promoted=[],
    )
