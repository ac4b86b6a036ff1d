"""`netwerk material …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.parts import MATERIAL_HEADINGS, MATERIAL_USUAL
from netwerk_cli.exchange.shapes import MATERIAL_KEYS, material_shape
from netwerk_cli.services import materials
from netwerk_cli.services.materials import MaterialResult, Typed

Text = str | None
Owner = Annotated[str, typer.Argument(metavar="OWNER", help="The name of the event or group it belongs to.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Its id there, such as m1.")]
Title = Annotated[Text, typer.Option("--title", help="What it is called.")]
Kind = Annotated[
    Text,
    typer.Option("--kind", metavar="KIND", help="document (default), link, practice-example or question."),
]
Url = Annotated[Text, typer.Option("--url", metavar="URL", help="Where it is found; http or https.")]
Body = Annotated[Text, typer.Option("--text", help="What it says or asks, in full.")]
Contributor = Annotated[Text, typer.Option("--contributor", help="Who shared it.")]
On = Annotated[Text, typer.Option("--on", metavar="DATE", help="The day it dates from.")]


def add(
    ctx: typer.Context,
    owner: Owner,
    title: Annotated[str, typer.Option("--title", help="What it is called.")],
    kind: Kind = None,
    url: Url = None,
    text: Body = None,
    contributor: Contributor = None,
    on: On = None,
) -> None:
    """Add a document, link, practice example or question to an event or group."""
    call = Call(ctx.obj)
    typed = Typed(title=title, kind=kind, url=url, text=text, contributor=contributor, on=on)
    _tell(
        call, "material.add", materials.add(call.caller(), owner, typed), "Added {id} to '{owner}': {title}."
    )


def list_(
    ctx: typer.Context,
    owner: Annotated[Text, typer.Argument(metavar="[OWNER]", help="Only of this event or group.")] = None,
) -> None:
    """List the materials of an event or group, or all there are."""
    call = Call(ctx.obj)
    rows = [material_shape(*found) for found in materials.listing(call.caller(), owner)]
    call.rows(
        rows,
        MATERIAL_KEYS,
        MATERIAL_USUAL,
        headings=MATERIAL_HEADINGS,
        nothing="No materials. Add one with 'netwerk material add'.",
    )


def edit(
    ctx: typer.Context,
    owner: Owner,
    id: Id,
    title: Title = None,
    kind: Kind = None,
    url: Url = None,
    text: Body = None,
    contributor: Contributor = None,
    on: On = None,
) -> None:
    """Change a material.

    An empty value takes a field away: --contributor ''.
    """
    call = Call(ctx.obj)
    typed = Typed(title=title, kind=kind, url=url, text=text, contributor=contributor, on=on)
    result = materials.edit(call.caller(), owner, id, typed)
    _tell(call, "material.edit", result, "Changed {id} of '{owner}': {title}.")


def remove(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """Take a material out; the history keeps what it was.

    Its id is never given to another one.
    """
    call = Call(ctx.obj)
    result = materials.remove(call.caller(), owner, id)
    _tell(call, "material.remove", result, "Took {id} of '{owner}' out: {title}.")


def _tell(call: Call, action: str, result: MaterialResult, done: str) -> None:
    """Say what became of a material; with --json the result object."""
    found = result.material
    call.say(
        done if result.changed else "{id} of '{owner}' was like that already.",
        id=found.id,
        owner=result.owner.slug,
        title=found.title,
    )
    call.result(action, changed=result.changed, material=material_shape(result.owner, found))
