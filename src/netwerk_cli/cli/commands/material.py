"""`netwerk material …`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.listings import MATERIALS
from netwerk_cli.cli.options import Owner, Text, takes
from netwerk_cli.exchange.shapes import material_shape
from netwerk_cli.services import materials
from netwerk_cli.services.materials import MaterialResult
from netwerk_cli.terms import MATERIAL, Given

Id = Annotated[str, typer.Argument(metavar="ID", help="Its id there, such as m1.")]


@takes(MATERIAL, needs=("title",))
def add(ctx: typer.Context, owner: Owner, given: Given) -> None:
    """
    $ netwerk material add kickoff --title Slides --url https://example.org/s
    $ netwerk material add kickoff --kind question --title "Wie kent een zaal?"
    """
    call = Call(ctx.obj)
    _tell(
        call,
        "material.add",
        materials.add(call.caller(), owner, given),
        "Added material {id} to '{owner}': {title}.",
    )


def list_(
    ctx: typer.Context,
    owner: Annotated[Text, typer.Argument(metavar="[OWNER]", help="Only of this event or group.")] = None,
) -> None:
    """
    $ netwerk material list
    $ netwerk material list kickoff
    """
    call = Call(ctx.obj)
    rows = [material_shape(*found) for found in materials.listing(call.caller(), owner)]
    call.rows(
        rows,
        MATERIALS,
        nothing="No materials. Add one with 'netwerk material add'.",
    )


@takes(MATERIAL)
def edit(ctx: typer.Context, owner: Owner, id: Id, given: Given) -> None:
    """
    $ netwerk material edit kickoff m1 --contributor "An Schaap"
    $ netwerk material edit kickoff m1 --url https://example.org/verslag

    An empty value takes a field away: --contributor ''.
    """
    call = Call(ctx.obj)
    result = materials.edit(call.caller(), owner, id, given)
    _tell(call, "material.edit", result, "Changed material {id} of '{owner}': {title}.")


def answer(
    ctx: typer.Context,
    owner: Owner,
    id: Id,
    text: Annotated[str, typer.Option("--text", help="The answer to a question.")],
    contributor: Annotated[
        Text, typer.Option("--contributor", metavar="WHO", help="Who answered it.")
    ] = None,
) -> None:
    """
    $ netwerk material answer studiedag m1 --text "In de bibliotheek"
    $ netwerk material answer studiedag m1 --text "Bij ons" --contributor Dina

    Until then 'netwerk status' counts it as an open question. An empty value takes the answer away: --text ''.
    """
    call = Call(ctx.obj)
    result = materials.answer(call.caller(), owner, id, text, contributor)
    if result.material.answer:
        _tell(call, "material.answer", result, "Answered material {id} of '{owner}': {title}.")
    else:
        _tell(call, "material.answer", result, "Material {id} of '{owner}' is open again: {title}.")


def remove(ctx: typer.Context, owner: Owner, id: Id) -> None:
    """
    $ netwerk material remove kickoff m1
    $ netwerk material remove kickoff m1 --dry-run

    Its id is never given to another one.
    """
    call = Call(ctx.obj)
    result = materials.remove(call.caller(), owner, id)
    _tell(call, "material.remove", result, "Took material {id} of '{owner}' out: {title}.")


def _tell(call: Call, action: str, result: MaterialResult, done: str) -> None:
    """Say what became of a material; with --json the result object."""
    found = result.material
    call.say(
        done if result.changed else "Material {id} of '{owner}' was like that already.",
        id=found.id,
        owner=result.owner.slug,
        title=found.title,
    )
    more: dict[str, object] = {}
    if action in ("material.edit", "material.answer"):
        from netwerk_cli.cli.changes import tell_changes

        more["changes"] = tell_changes(call, result.before, result.owner)
    call.result(action, changed=result.changed, material=material_shape(result.owner, found), **more)
