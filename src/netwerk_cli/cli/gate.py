"""The one way in and out: run a command, turn every ending into an exit code, one sentence and one hint."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from netwerk_cli.cli import language, settings
from netwerk_cli.cli.app import root
from netwerk_cli.cli.languages import spoken_in
from netwerk_cli.cli.screen import fitted, note, note_raw, read_by_somebody
from netwerk_cli.cli.visible import visible
from netwerk_cli.errors import AnswerLost, InputOutput, Internal, Interrupted, NetwerkError, UnknownCommand
from netwerk_cli.wording import Wording

CLOSED_PIPE = 141
_LISTED = 20


def run(arguments: Sequence[str]) -> int:
    """Run one call of the program and return its exit code."""
    arguments = list(arguments) or ["--help"]
    options: dict[str, Any] = {"json": False, "debug": False}
    try:
        _answer(arguments, options)
        return 0
    except NetwerkError as err:
        _report(err, options)
        return err.exit_code
    except BrokenPipeError:
        _discard_output()
        return CLOSED_PIPE
    except (KeyboardInterrupt, EOFError):
        _report(Interrupted(), options)
        return Interrupted.exit_code
    except Exception as err:
        if options["debug"]:
            import traceback

            note(traceback.format_exc())
        _report(Internal(kind=type(err).__name__), options)
        return Internal.exit_code
    finally:
        if "store" in options:
            options["store"].close()


def _answer(arguments: Sequence[str], options: dict[str, Any]) -> None:
    from typer.exceptions import Abort, TyperException

    try:
        code = root().main(args=list(arguments), prog_name="netwerk", standalone_mode=False, obj=options)
    except TyperException as err:
        from netwerk_cli.cli.usage import usage

        _glean(arguments, options, getattr(err, "ctx", None))
        raise usage(err, options.get("command", "netwerk")) from err
    except UnknownCommand:
        _glean(arguments, options, None)
        raise
    except Abort as err:
        raise Interrupted from err
    finally:
        if (call := options.get("call")) is not None:
            call.remember_written()
    if code == Interrupted.exit_code:
        raise Interrupted
    if "help" in options:
        _help(arguments, options)
    flush(options)


def _help(arguments: Sequence[str], options: dict[str, Any]) -> None:
    """Answer with the page that was asked for."""
    from netwerk_cli.cli.helping import page

    _glean(arguments, options, options["help"])
    text = page(options["help"], _guess(options))
    options["data"] = [f"{text}\n".encode(errors="backslashreplace")]


def flush(options: Mapping[str, Any]) -> None:
    """Write what the command collected, in one piece. Raises `InputOutput`, `AnswerLost`, `BrokenPipeError`."""
    data = b"".join(options.get("data", ()))
    if not data:
        return
    if sys.stdout is None:
        raise InputOutput(path=Wording("standard output"), problem=Wording("it is closed"))
    if options.get("pages") and _paged(data, options):
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as err:
        from netwerk_cli import causes

        _discard_output()
        problem = causes.system(err)
        if options.get("changed"):
            raise AnswerLost(problem=problem) from err
        raise InputOutput(path=Wording("standard output"), problem=problem) from err


def _paged(data: bytes, options: Mapping[str, Any]) -> bool:
    from netwerk_cli.cli.pager import paged

    return paged(data, options)


def _discard_output() -> None:
    """Keep the interpreter from flushing into a closed pipe once more at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def _report(err: NetwerkError, options: dict[str, Any]) -> None:
    """Say what went wrong, on standard error: a sentence and a hint, or one line of JSON."""
    if options["debug"] and err.__cause__ is not None:
        import traceback

        note("".join(traceback.format_exception(err)))
    spoken = options.get("language") or _guess(options)
    if options["json"]:
        body = {
            "code": err.code,
            "exit_code": err.exit_code,
            "message": language.sentence(err, spoken),
            "hint": language.hint(err, spoken),
            "details": {k: _plain(v) for k, v in err.facts.items()},
        }
        note_raw(json.dumps({"error": body}, ensure_ascii=False))
        return
    label = language.translated("Error", spoken)
    lines = (language.sentence(err, spoken), *_listed(err), language.hint(err, spoken))
    said = fitted(f"{label}: {visible(chr(10).join(lines), lines=True)}", sys.stderr)
    if _coloured(options):
        said = f"\x1b[31m{label}\x1b[0m{said.removeprefix(label)}"
    note_raw(said)


def _listed(err: NetwerkError) -> list[str]:
    """Return whom to choose from, a line each, where a person looks on; what goes to a file or a mail has no names."""
    if not read_by_somebody(sys.stderr):
        return []
    listed = [f"  {code}  {visible(name)}" for code, name in err.people.items()]
    return listed if len(listed) <= _LISTED else [*listed[:_LISTED], "  …"]


def _coloured(options: dict[str, Any]) -> bool:
    """Whether to colour the word in front of a complaint: on a terminal, unless asked not to."""
    if not read_by_somebody(sys.stderr) or os.environ.get("TERM") == "dumb":
        return False
    return options.get("color") != "never" and not os.environ.get("NO_COLOR")


def _glean(arguments: Sequence[str], options: dict[str, Any], context: Any) -> None:
    """Note how to complain about words that the parser did not get through; the value of an option is no option."""
    known = (context.command if context is not None else root()).params
    valued = {
        name for one in known if not getattr(one, "is_flag", True) for name in one.opts if name[0] == "-"
    }
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            return
        if word in ("--json", "--debug"):
            options[word[2:]] = True
        elif name in valued:
            value = value if equals else next(words, "")
            if name == "--lang":
                options["lang"] = value


def _guess(options: dict[str, Any]) -> str:
    """Return the language to complain in when the call did not get far enough to know it."""
    asked = options.get("lang") if options.get("lang") in settings.CHOICES["lang"] else None
    try:
        return settings.resolve({"lang": asked})["lang"].value
    except NetwerkError:
        spoken = asked or os.environ.get("NETWERK_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG")
        return spoken_in(str(spoken))


def _plain(value: object) -> object:
    if isinstance(value, date):  # datetime included
        return value.isoformat()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value if isinstance(value, (int, float, bool)) or value is None else str(value)
