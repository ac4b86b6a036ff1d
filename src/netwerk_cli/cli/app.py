"""The command tree: nouns and verbs, built for the one command that runs, and the options that all of them share."""

from __future__ import annotations

import importlib
import keyword
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command_from_info
from typer.models import CommandInfo

from netwerk_cli import __version__
from netwerk_cli.cli import settings
from netwerk_cli.cli.options import whole
from netwerk_cli.cli.plain import parts
from netwerk_cli.cli.registry import NOUNS, TOP, Command, Kind
from netwerk_cli.errors import UnknownCommand
from netwerk_cli.wording import nearest

BARE = "--members"
"""The option whose value may be left out."""
_SETTINGS: dict[str, Any] = {"help_option_names": []}  # ours stands among the global options


def _keep(ctx: Any, param: Any, value: Any) -> Any:
    """Note a shared option in the object that all levels of the command share; the innermost one given counts."""
    if value not in (None, False):
        ctx.obj[param.name] = value
    return value


def _version(ctx: Any, param: Any, value: bool) -> None:  # noqa: ARG001 (a callback's shape)
    if value:
        ctx.obj["data"] = [f"{__version__}\n".encode()]
        raise typer.Exit


def _help(ctx: Any, param: Any, value: bool) -> None:  # noqa: ARG001 (a callback's shape)
    if value:
        ctx.obj["help"] = ctx  # the gate answers: --lang may stand behind --help
        raise typer.Exit


def _option(
    *names: str,
    help: str,
    flag: bool = False,
    metavar: str | None = None,
    callback: Callable[[Any, Any, Any], Any] = _keep,
    eager: bool = False,
) -> TyperOption:
    return TyperOption(
        param_decls=list(names),
        help=help,
        is_flag=flag or None,
        default=False if flag else None,
        metavar=metavar,
        expose_value=False,
        callback=callback,
        is_eager=eager,
    )


def _global_options(*, hidden: bool = True) -> list[TyperOption]:
    """Return the options that work everywhere; only the help of the whole program shows them."""
    options = [
        _option("--db", metavar="FILE|URL", help="The data file, or postgresql://… (NETWERK_DB)."),
        _option("--lang", metavar="nl|en", help="The language of texts (NETWERK_LANG; default: the locale)."),
        _option("--no-input", flag=True, help="Never ask; fail where a question would be asked."),
        _option("--no-pager", flag=True, help="Never show a long list in a pager (NETWERK_PAGER, PAGER)."),
        _option("--lock-timeout", metavar="SECONDS", help="How long to wait for another netwerk (10)."),
        _option("--color", metavar="auto|always|never", help="Colours (NO_COLOR, FORCE_COLOR)."),
        _option("--debug", flag=True, help="Show where an error came from."),
        _option("-V", "--version", flag=True, help="Print the version.", callback=_version, eager=True),
        _option("-h", "--help", flag=True, help="Show this message and exit.", callback=_help, eager=True),
    ]
    for option in options:
        option.hidden = hidden
    return options


def _kind_options(kind: Kind) -> list[TyperOption]:
    options = [_option("--json", flag=True, help="Answer in JSON.")] if kind != "write" else []
    if kind in ("change", "either"):
        options = [
            _option("-n", "--dry-run", flag=True, help="Show what would happen; touch nothing."),
            *options,
            _option("-q", "--quiet", flag=True, help="Do not say what was done."),
            _option("-y", "--yes", flag=True, help="Go ahead without a question."),
        ]
    if kind in ("list", "either"):
        options += [
            _option("--fields", metavar="A,B", help="Which columns, in this order."),
            _option("--sort", metavar="FIELD", help="Order by a column; -FIELD for the other way round."),
            _option("--limit", metavar="N", help="At most N rows."),
        ]
    return options


class _Command(TyperCommand):
    """A command whose usage line names its arguments as the documentation does."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the pieces of the usage line; typer puts what is required in braces."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; `--members` without a group means that of the event."""
        return super().parse_args(ctx, [*_valued(args)])

    def invoke(self, ctx: Any) -> Any:
        """Run the command with the words of ours that were typed as services know them."""
        command = ctx.command_path.partition(" ")[2]
        for parameter in self.params:
            if typed := ctx.params.get(str(parameter.name)):
                option = parameter.opts[-1]
                ctx.params[str(parameter.name)] = _english(typed, command, option, ctx.obj)
        return super().invoke(ctx)


def _valued(args: Sequence[str]) -> Iterator[str]:
    """Yield what was typed, with an empty value behind an option that can do without one."""
    for word, after in zip(args, (*args[1:], "--"), strict=False):
        yield f"{word}=" if word == BARE and after.startswith("-") else word


def _english(typed: Any, command: str, option: str, options: Mapping[str, object]) -> Any:
    """Return what was typed behind an option; where it is of words of ours, those of the reader's language as ours."""
    from netwerk_cli.cli.vocabulary import choices, understood

    if (known := choices(command, option)) is None:
        return typed
    words = [typed] if isinstance(typed, str) else [*parts(typed)]
    if not {*words} <= {*known}:
        language = settings.resolve(options)["lang"].value
        words = [understood(one, known, language) for one in words]
    return words[0] if isinstance(typed, str) else words


class _Group(TyperGroup):
    """A group that knows its commands from the registry and imports a command only when it runs."""

    def __init__(self, name: str, sentence: str, commands: dict[str, Command | str], more: str = "") -> None:
        super().__init__(
            name=name,
            short_help=sentence,
            help=more,
            context_settings=_SETTINGS,
            params=list(_global_options(hidden=name in NOUNS)),
            rich_markup_mode=None,
            no_args_is_help=False,
        )
        self.known = commands

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (typer's shape)
        """Return the command names, in the order of the registry."""
        return list(self.known)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, imported now. Raises `UnknownCommand` with the nearest name."""
        found = self.known.get(cmd_name)
        if ctx.obj is not None and found is not None:
            ctx.obj["command"] = f"{ctx.command_path} {cmd_name}"
        if found is None:
            raise UnknownCommand(
                typed=_shown(cmd_name), command=ctx.command_path, nearest=nearest(cmd_name, self.known)
            )
        if isinstance(found, str):
            sentence, commands = NOUNS[cmd_name]
            return _Group(cmd_name, sentence, dict(commands))
        return build(cmd_name, found)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that `args` begins with."""
        return args[0], self.get_command(ctx, args[0]), args[1:]


def _shown(typed: str) -> str:
    """Return a word that was meant as a command; anything else could be somebody's address."""
    return typed[:60] if typed.isascii() and typed.replace("-", "").isalpha() else "…"


def build(name: str, command: Command) -> TyperCommand:
    """Return one command from the function of its name, with the options of its kind and the global ones."""
    module = importlib.import_module(f"netwerk_cli.cli.commands.{command.module}")
    verb = name.replace("-", "_")
    function = getattr(module, f"{verb}_" if keyword.iskeyword(verb) or verb in ("list", "open") else verb)
    info = CommandInfo(
        name=name, cls=_Command, callback=whole(function), context_settings=_SETTINGS, short_help=command.help
    )
    built = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
    for parameter in built.params:
        parameter.metavar = parameter.metavar or "TEXT"  # flags show none
    built.params += [*_kind_options(command.kind), *_global_options()]
    return built  # type: ignore[return-value]


def root() -> _Group:
    """Return the whole tree."""
    nouns: dict[str, Command | str] = {name: name for name in NOUNS}
    return _Group(
        "netwerk",
        "Administer network meetings: seats, waiting lists, closing times, calendars.",
        {**nouns, **TOP},
        "$ netwerk demo\n$ netwerk init\n"
        '$ netwerk event add startdag --title "Startdag" --starts "26 januari 9u30"\n\n'
        "'netwerk event --help' lists what can be done with events, 'netwerk event add --help' explains one command.",
    )
