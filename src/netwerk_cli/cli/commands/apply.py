"""`netwerk apply`: make the data file say what dossiers say."""

from __future__ import annotations

from typing import Annotated, Any, cast

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cautions import warning
from netwerk_cli.cli.changes import confirm_losing, told
from netwerk_cli.cli.faults import tell_fault, telling_faults
from netwerk_cli.cli.language import say
from netwerk_cli.cli.languages import ENGLISH
from netwerk_cli.cli.listings import PLAN
from netwerk_cli.cli.screen import note
from netwerk_cli.cli.telling import tell_promoted
from netwerk_cli.errors import AnswerNeeded
from netwerk_cli.errors.dossiers import DossierOutdated
from netwerk_cli.errors.planning import QuestionAnswered
from netwerk_cli.exchange.dossiers import Fault
from netwerk_cli.exchange.shapes import registration_shape
from netwerk_cli.services import dossiers
from netwerk_cli.services.dossier_reading import Source
from netwerk_cli.services.dossiers import Applied, Override
from netwerk_cli.services.outdated import Lost
from netwerk_cli.services.planning import ACTIONS, Change, Planned


def apply(
    ctx: typer.Context,
    file: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Dossiers (TOML); - for standard input.")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Allow a cap below the seats held; needs --reason.")
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="Why; kept in the history.")] = None,
) -> None:
    """
    $ netwerk apply intervisie.toml --dry-run
    $ netwerk apply intervisie.toml
    $ netwerk apply intervisie.toml --force --reason "kleinere zaal"

    All files are read first: with a fault in any of them, nothing is changed. A second run changes nothing. What is no
    part of a dossier (people, closings, cancellations, history) stays as it is. What was changed since a dossier was
    exported is not set back without a yes.
    """
    call = Call(ctx.obj)
    sources = [Source(path, call.input(path)) for path in file]
    override = Override(force, reason, None if call.options.get("yes") else ())
    with telling_faults(call):
        done = _applied(call, sources, override)
    _tell(call, done)


def _applied(call: Call, sources: list[Source], override: Override) -> Applied:
    """Apply; where that would lose answers, or what was changed since an export, only after a yes to exactly that."""
    try:
        return dossiers.apply(call.caller(), sources, override)
    except QuestionAnswered as err:
        confirm_losing(call, err)
        return _applied(call, sources, override._replace(dropping=True))
    except DossierOutdated as err:
        lost = [Lost(**one) for one in cast("list[dict[str, Any]]", err.facts["lost"])]
        _tell_lost(call, lost)
        try:
            call.confirm("Apply all the same, and lose {count:value|values}?", count=len(lost))
        except AnswerNeeded:
            raise err from None
        return dossiers.apply(call.caller(), sources, override._replace(losing=lost))


def _tell_lost(call: Call, lost: list[Lost]) -> None:
    """Say which values would be set back, also with --quiet: it may be why nothing was done."""
    for one in lost if not call.json else ():
        said = told(call, Change(one.field, one.current, one.dossier))
        call_it = {"field": said["name"], "current": said["old"], "dossier": said["new"]}
        note(
            call.words(
                "{path}: {slug} {field}: {current} → {dossier}; changed since.", **one._asdict() | call_it
            )
        )


def _tell(call: Call, done: Applied) -> None:
    """Print the plan, unless nobody wants to hear of it, then say what looks odd and who moved up."""
    rows = [row for planned in done.plan for row in _rows(call, planned)]
    call.warnings += [warning(_english(one), path=one.path, line=one.line) for one in done.warnings]
    if not call.json and not call.options.get("quiet"):
        call.rows(rows, PLAN, nothing="Nothing changed.")
        for one in done.warnings:
            tell_fault(call, one)
    if call.dry_run:
        _tell_lost(call, done.lost)
    for event, registration in done.promoted:
        tell_promoted(call, event, [registration])
    count = {action: sum(one.action == action for one in done.plan) for action in ACTIONS}
    call.say("{created} created, {changed} changed, {unchanged} unchanged.", **count)
    call.result(
        "apply",
        changed=done.changed,
        plan=[_shape(planned) for planned in done.plan],
        lost=[one._asdict() for one in done.lost],
        promoted=[registration_shape(event, registration, None) for event, registration in done.promoted],
    )


def _english(warning: Fault) -> str:
    return say("{problem}", ENGLISH, {"problem": warning.problem})


def _rows(call: Call, planned: Planned) -> list[dict[str, Any]]:
    """Return a row for each key that changes, or one for a thing that is made or stays; in words to a person."""
    same = {"action": planned.action, "kind": planned.kind, "slug": planned.record.slug}
    if not planned.changes:
        title = planned.record.title if planned.action == "created" else None
        field = call.words("title") if call.terminal else "title"
        return [{**same, "field": title and field, "old": None, "new": title}]
    if not call.terminal:
        return [{**same, **change._asdict()} for change in planned.changes]
    found = [told(call, change, whole=True) for change in planned.changes]
    return [{**same, "field": one["name"], "old": one["old"], "new": one["new"]} for one in found]


def _shape(planned: Planned) -> dict[str, Any]:
    return {
        "action": planned.action,
        "kind": planned.kind,
        "slug": planned.record.slug,
        "changes": [change._asdict() for change in planned.changes],
    }
