"""The options and arguments that describe an event, for the commands that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from netwerk_cli.services.terms import Typed

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The event's name, such as kickoff-2024.")]
Text = str | None
Reason = Annotated[Text, typer.Option("--reason", help="Why; kept in the history.")]

Title = Annotated[Text, typer.Option("--title", help="What it is called.")]
Starts = Annotated[
    Text, typer.Option("--starts", metavar="WHEN", help="Start, local to the event; may state the end.")
]
Ends = Annotated[Text, typer.Option("--ends", metavar="WHEN", help="End.")]
Duration = Annotated[
    Text, typer.Option("--duration", metavar="LENGTH", help="Length instead of an end: 3h, 3u, 90m.")
]
Location = Annotated[Text, typer.Option("--location", help="Where it takes place.")]
Online = Annotated[Text, typer.Option("--online", metavar="URL", help="Link to take part online.")]
Capacity = Annotated[Text, typer.Option("--capacity", metavar="N|none", help="Most seats; none: no cap.")]
Opens = Annotated[Text, typer.Option("--opens", metavar="WHEN", help="When registration opens.")]
Closes = Annotated[
    Text,
    typer.Option(
        "--closes",
        metavar="WHEN",
        help="When registration closes; '7 days before 16:00' works. Default: the start.",
    ),
]
WhenFull = Annotated[
    Text, typer.Option("--when-full", metavar="waiting-list|close", help="What happens when full.")
]
Promote = Annotated[Text, typer.Option("--promote", metavar="auto|manual", help="Who moves people up.")]
Approval = Annotated[
    bool | None, typer.Option("--approval/--no-approval", help="Each registration awaits approval.")
]
Shared = Annotated[
    bool | None,
    typer.Option(
        "--shared-addresses/--no-shared-addresses", help="Several people may register on one e-mail address."
    ),
]
Limit = Annotated[
    Text,
    typer.Option("--organisation-limit", metavar="N|none", help="Most registrations of one organisation."),
]
Aside = Annotated[
    list[str] | None,
    typer.Option(
        "--set-aside", metavar="SEATS", help="'AUDIENCE=20 until WHEN': seats kept for it; repeatable."
    ),
]
MembersOf = Annotated[
    Text, typer.Option("--members-of", metavar="GROUP|none", help="Only members of this group can register.")
]
Audience = Annotated[list[str] | None, typer.Option("--audience", help="Who it is for; repeatable.")]
Organiser = Annotated[list[str] | None, typer.Option("--organiser", help="Who organises it; repeatable.")]
AddAudience = Annotated[
    list[str] | None, typer.Option("--add-audience", help="Who it is for as well; repeatable.")
]
RemoveAudience = Annotated[
    list[str] | None, typer.Option("--remove-audience", help="Who it is no longer for; repeatable.")
]
AddOrganiser = Annotated[
    list[str] | None, typer.Option("--add-organiser", help="Who organises it as well; repeatable.")
]
RemoveOrganiser = Annotated[
    list[str] | None, typer.Option("--remove-organiser", help="Who no longer organises it; repeatable.")
]
Cost = Annotated[Text, typer.Option("--cost", help="What it costs, in words; free.")]
Theme = Annotated[Text, typer.Option("--theme", help="What it is about, for filtering.")]
Tongue = Annotated[Text, typer.Option("--language", help="The language it is held in.")]
Zone = Annotated[Text, typer.Option("--timezone", metavar="ZONE", help="IANA time zone (Europe/Brussels).")]
Description = Annotated[Text, typer.Option("--description", help="What it is about, in full.")]


def typed(options: dict[str, Any]) -> Typed:
    """Return the options of `add` and `edit` that describe an event."""
    from netwerk_cli.services.terms import Typed

    given = {name: options[name] for name in Typed._fields if name in options}
    lists = (name for name, usual in Typed._field_defaults.items() if usual == ())
    return Typed(**given | {name: tuple(given.get(name) or ()) for name in lists})
