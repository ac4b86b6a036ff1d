"""`netwerk export sign-in-sheet`, `badges` and `certificates`: what is printed."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.delivering import deliver
from netwerk_cli.cli.list_options import Blank, Fields, Profile, Sort, Text, Typed
from netwerk_cli.cli.options import Event
from netwerk_cli.cli.plain import parts, whole_number
from netwerk_cli.cli.settings import typed_path
from netwerk_cli.errors import BadValue
from netwerk_cli.pdf import labels
from netwerk_cli.pdf.papers import Paper, Speech
from netwerk_cli.services import papers, registrations
from netwerk_cli.services.choosing import Which
from netwerk_cli.services.exports import Wanted
from netwerk_cli.terms import REGISTRATION
from netwerk_cli.wording import Wording

Output = Annotated[
    Text, typer.Option("-o", "--output", metavar="FILE.pdf|-", help="Where to; default: standard output.")
]
Status = Annotated[
    list[str] | None,
    typer.Option("--status", help="Which states (confirmed); repeatable, or with commas."),
]
Session = Annotated[Text, typer.Option("--session", metavar="S", help="Only who has a seat in this session.")]
_CONFIRMED = ("confirmed",)
_MOST_NAMED, _MOST_LINES = 20, 500


def sign_in_sheet(
    ctx: typer.Context,
    event: Event,
    output: Output = None,
    session: Annotated[
        list[str] | None,
        typer.Option(
            "--session", metavar="S", help="A list of this session, on pages of its own; repeatable."
        ),
    ] = None,
    fields: Fields = None,
    sort: Sort = None,
    blank: Blank = None,
    status: Status = None,
    walk_ins: Annotated[
        str, typer.Option("--walk-ins", metavar="N", help="How many empty lines for who walks in.")
    ] = "8",
    profile: Profile = None,
) -> None:
    """
    $ netwerk export sign-in-sheet kickoff -o tekenlijst.pdf
    $ netwerk export sign-in-sheet reeks --session dag-1 -o dag-1.pdf

    By family name, with a column to sign in. --blank gives others instead, --fields other columns, questions of the
    event too: what is asked about special matters only when it is named.
    """
    call = Call(ctx.obj)
    typed = Typed(None, False, fields, sort, blank or (), status or ()).with_profile(profile)
    sessions = parts(session) or tuple(filter(None, (typed.session,)))
    which = Which(status=tuple(typed.status) or _CONFIRMED)
    lines = whole_number(walk_ins, field="--walk-ins")
    if lines > _MOST_LINES:
        raise BadValue(field="--walk-ins", why=Wording("at most {most} lines", most=_MOST_LINES))
    made = papers.sign_in_sheet(
        call.caller(), event, _wanted(call, event, typed), which, sessions, _speech(call, event), lines
    )
    _deliver(call, made, output)


def badges(
    ctx: typer.Context,
    event: Event,
    output: Output = None,
    session: Session = None,
    sheet: Annotated[
        str,
        typer.Option(
            "--sheet",
            metavar="NAME|WxH+X+Y/DXxDY",
            help="The labels: L4785, C32011, 32015 or L7165, or sizes in mm.",
        ),
    ] = labels.USUAL,
    offset: Annotated[
        Text,
        typer.Option(
            "--offset", metavar="X,Y", help="Print so many mm to the right and down; printers shift."
        ),
    ] = None,
    border: Annotated[bool, typer.Option("--border", help="Draw a line around each, to cut along.")] = False,
    fields: Fields = None,
    sort: Sort = None,
    status: Status = None,
    profile: Profile = None,
) -> None:
    """
    $ netwerk export badges kickoff -o badges.pdf
    $ netwerk export badges kickoff --sheet L7165 --fields name,role -o badges.pdf
    $ netwerk export badges kickoff --sheet 90x55+10+10/95x57 -o badges.pdf

    Each has a code that 'netwerk attendance check-in' reads, scanned or typed. The first column stands large; one that
    asks for the name on the badge may be it, and who left it empty gets their name. Sizes: label, where the first
    begins from the left and the top, from one to the next.
    """
    call = Call(ctx.obj)
    typed = Typed(None, False, fields, sort, (), status or (), session).with_profile(profile)
    which = Which(status=tuple(typed.status) or _CONFIRMED, session=typed.session)
    on = papers.Labels(sheet, offset, border)
    made = papers.badges(call.caller(), event, _wanted(call, event, typed), which, on, _speech(call, event))
    _deliver(call, made, output)


def certificates(
    ctx: typer.Context,
    event: Event,
    output: Output = None,
    session: Annotated[
        Text, typer.Option("--session", metavar="S", help="Of who was in this session, for its hours only.")
    ] = None,
    person: Annotated[
        Text,
        typer.Option(
            "--for", metavar="PERSON", help="Of one person: a code, an address or (part of) a name."
        ),
    ] = None,
) -> None:
    """
    $ netwerk export certificates reeks -o attesten.pdf
    $ netwerk export certificates reeks --for r1 --session dag-1 -o attest.pdf

    A page for each who is recorded as present: the hours without breaks, the accreditations of the event, and a code
    that 'netwerk certificate check' answers. Points are stated for who was in all of it. The first time, the event gets
    a secret that its codes are made with: a change, and to undo it is to take the certificates back.
    """
    from netwerk_cli.services import certificates as service

    call = Call(ctx.obj)
    asked = service.Asked(session, person, call.settings["sort_names"].value)
    made = service.make(call.caller(), event, asked, _speech(call, event), lambda: secrets.token_hex(16))
    _deliver(call, made.paper, output)
    if made.partly:
        call.say(
            "{count:person was|people were} not in all of it: hours are stated, and no points.",
            count=made.partly,
        )


def _wanted(call: Call, event: str, typed: Typed) -> Wanted:
    """Return what is asked of a paper, in columns that may be questions of the event."""
    known = (*REGISTRATION, *registrations.asked(call.caller(), event))
    return typed.wanted(call, known, "")


def _speech(call: Call, event: str) -> Speech:
    """Return how a paper speaks, in the language of who asks and on the clocks of the event."""
    speak_of(call.caller().read().event(event).timezone)
    folder = call.settings["fonts"].value
    return Speech(call.language, call.words, typed_path(folder) if folder else None)


def _deliver(call: Call, made: Paper, output: Text) -> None:
    """Write a paper, and name those of whom something could not be printed."""
    deliver(call, made.data, output, binary=True)
    call.say("{count:person is|people are} on it.", count=made.people)
    if not made.unprinted:
        return
    call.warn(
        "No font has all that is to be printed of {count:person|people}; a line is left to write the name on, and a "
        "box stands for any other sign.",
        count=len(made.unprinted),
    )
    for code, name in list(made.unprinted.items())[:_MOST_NAMED]:
        call.say("{code}  {name}", code=code, name=name)
    if len(made.unprinted) > _MOST_NAMED:
        call.say("… and {count} more.", count=len(made.unprinted) - _MOST_NAMED)
    call.say("The setting 'fonts' names a folder of fonts that have more, such as Noto Sans CJK.")
