"""What typer complains about, as errors of ours: sentences that can be translated, and a hint."""

from __future__ import annotations

from typing import Any

from netwerk_cli.errors import UnknownOption, Usage
from netwerk_cli.wording import Wording, listed, nearest

_EXTRA = "Got unexpected extra argument(s) ("


def usage(err: Any, command: str) -> Usage:
    """Return typer's complaint about a command as one of ours; typer does not export the class that tells it."""
    context = getattr(err, "ctx", None)
    command = context.command_path if context is not None else command
    if type(err).__name__ == "NoSuchOption":
        known = () if context is None else context.command.get_params(context)
        options = [o for p in known for o in (*p.opts, *p.secondary_opts) if o.startswith("--")]
        offered = nearest(f"--{err.option_name.lstrip('-')}", options)
        return UnknownOption(typed=err.option_name[:60], command=command, nearest=offered)
    return Usage(problem=_problem(err), command=command)


def _problem(err: Any) -> str:
    match type(err).__name__:
        case "MissingParameter" if err.param is not None:
            if err.param.param_type_name == "option":
                return Wording("Missing option {name}.", name=err.param.get_error_hint(err.ctx))
            metavar = str(err.param.metavar).removesuffix("...")
            return Wording("Missing argument '{name}'.", name=listed(map(Wording, metavar.split("|")), "|"))
        case "BadOptionUsage" if "does not take" in err.message:
            return Wording("Option '{option}' does not take a value.", option=err.option_name)
        case "BadOptionUsage":
            return Wording("Option '{option}' needs a value.", option=err.option_name)
        case "UsageError" if err.message.startswith(_EXTRA):
            return Wording("There are more words than the command takes.")
        case "UsageError" if err.message == "Missing command.":
            return Wording("Missing command.")
    problem = str(err.format_message()).strip().replace("\n", " ")
    return problem if problem.endswith((".", "!", "?", ")")) else f"{problem}."
