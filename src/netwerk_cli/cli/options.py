"""The options and arguments of commands: those that many share, and those that come from the tables of terms."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any, get_type_hints

import typer

from netwerk_cli.terms import Kind, Term, Terms

Text = str | None
Event = Annotated[str, typer.Argument(metavar="EVENT", help="The event's name.")]
Group = Annotated[str, typer.Argument(metavar="GROUP", help="The group's name.")]
Owner = Annotated[str, typer.Argument(metavar="OWNER", help="The name of the event or group it belongs to.")]
WHO = "A code such as r17, an e-mail address, or (part of) a name."
Who = Annotated[str, typer.Argument(metavar="PERSON", help=WHO)]
WHOM = "Codes such as r17, e-mail addresses, or (parts of) names."
Whom = Annotated[list[str], typer.Argument(metavar="PERSON...", help=WHOM)]
WhomOrAll = Annotated[list[str] | None, typer.Argument(metavar="[PERSON]...", help=WHOM)]
Reason = Annotated[Text, typer.Option("--reason", help="Why; kept in the history.")]
Force = Annotated[bool, typer.Option("--force", help="Overrule a rule; needs --reason.")]
ReceivedAt = Annotated[
    Text, typer.Option("--received-at", metavar="WHEN", help="When the request reached you. Default: now.")
]
Answers = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="ID=VALUE", help="The answer to a question of the event; repeatable."),
]

_SEVERAL = (Kind.TEXTS, Kind.ASIDES, Kind.ASKED, Kind.ACCREDITED)


Command = Callable[..., None]
_TAKEN: dict[Command, Callable[[], Command]] = {}


def takes(
    known: Terms, *, editing: bool = False, needs: tuple[str, ...] = ()
) -> Callable[[Command], Command]:
    """Give a command the options of some terms; it gets what was typed as `given`, by `Term.typed`.

    Where it is about `editing`, lists can be added to and taken from. `needs` are fields without which it does not go.
    """

    def give(command: Command) -> Command:
        _TAKEN[command] = partial(_taking, command, known, editing, needs)
        return command

    return give


def whole(command: Command) -> Command:
    """Return a command with the options that it `takes`; they are made for the one command that runs.

    Its annotations are read once: they are texts, which typer would read several times.
    """
    if command in _TAKEN:
        return _TAKEN[command]()
    command.__annotations__ = get_type_hints(command, include_extras=True)
    return command


def _taking(command: Command, known: Terms, editing: bool, needs: tuple[str, ...]) -> Command:
    options = [option for term in known if term.help for option in _options(term, editing, needs)]

    def taking(**typed: Any) -> None:
        given = {option.name: typed.pop(option.name) for option in options}
        command(**typed, given={name: value for name, value in given.items() if value not in (None, [])})

    hints = get_type_hints(command, include_extras=True)
    own = [
        one.replace(annotation=hints[one.name], kind=inspect.Parameter.KEYWORD_ONLY)
        for one in inspect.signature(command).parameters.values()
        if one.name != "given"
    ]
    first = [one for one in own if one.default is one.empty]
    parameters = [*first, *options, *(one for one in own if one not in first)]
    taking.__doc__, taking.__name__ = command.__doc__, command.__name__
    taking.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    taking.__annotations__ = {one.name: one.annotation for one in parameters}
    return taking


def _options(term: Term, editing: bool, needs: tuple[str, ...]) -> Iterator[inspect.Parameter]:
    """Yield the options of a term."""
    if term.kind is Kind.FLAG:
        other = term.option.removeprefix("no-") if term.option.startswith("no-") else f"no-{term.option}"
        yield _option(term.typed, f"{term.flag}/--{other}", bool | None, term.help)
    elif term.kind in _SEVERAL:
        yield _option(term.typed, term.flag, list[str] | None, term.help, term.metavar)
    elif term.field in needs:
        yield _option(term.typed, term.flag, str, term.help, term.metavar, default=inspect.Parameter.empty)
    else:
        yield _option(term.typed, term.flag, Text, term.help, term.metavar)
    for how, help in zip(("add", "remove"), (term.more or ()) if editing else (), strict=False):
        if not help:  # who is asked one more question changes the others by name
            continue
        yield _option(f"{how}_{term.typed}", f"--{how}-{term.option}", list[str] | None, help)


def _option(
    name: str, typed: str, kind: Any, help: str, metavar: str | None = None, default: Any = None
) -> inspect.Parameter:
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, typer.Option(typed, metavar=metavar, help=help)],
    )
