"""The pages behind `--help`, in the reader's language; loaded, and translated, only when one is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from netwerk_cli.cli.language import Language, say, translated, word
from netwerk_cli.cli.registry import NOUNS
from netwerk_cli.cli.vocabulary import choices

Rows = list[tuple[str, str]]
_UNBROKEN = "\N{NON-BREAKING HYPHEN}"
_WORD = re.compile(r"[A-Z]{2,}|none")


def page(context: Any, language: Language) -> str:
    """Return what `--help` shows of a command, a noun or the program: usage, examples, arguments, options."""
    command, out = context.command, context.make_formatter()
    pieces = command.collect_usage_pieces(context)
    usage = " ".join(metavar(piece, language) for piece in pieces)
    out.write_usage(context.command_path, usage, prefix=f"{translated('Usage', language)}: ")
    _paragraph(out, translated(command.short_help, language))
    examples, paragraphs = told(command)
    if examples:
        with out.section(translated("Examples", language)):
            for example in examples:
                out.write(f"  {example}\n")
    for paragraph in paragraphs:
        _paragraph(out, translated(paragraph, language))
    for heading, rows in sections(command, context.command_path.partition(" ")[2], language):
        with out.section(translated(heading, language)):
            out.write_dl([(typed, _whole(text)) for typed, text in rows])
    if context.parent is not None:
        _paragraph(out, translated("The options of every command are in 'netwerk --help'.", language))
    return str(out.getvalue()).rstrip("\n").replace(_UNBROKEN, "-")


def _paragraph(out: Any, text: str) -> None:
    out.write_paragraph()
    with out.indentation():
        out.write_text(_whole(text))


def _whole(text: str) -> str:
    """Return a text in which no option, key or other word is broken at a hyphen."""
    return text.replace("-", _UNBROKEN)


def told(command: Any) -> tuple[list[str], list[str]]:
    """Return the examples of a command and what more is said of it, a paragraph each."""
    examples, paragraphs = list[str](), list[str]()
    for block in (command.help or "").split("\n\n"):
        if block.startswith("$ "):
            examples += [line.removeprefix("$ ") for line in block.splitlines()]
        elif block.strip():
            paragraphs.append(" ".join(block.split()))
    return examples, paragraphs


def metavar(name: str, language: Language) -> str:
    """Return what stands for a value, such as `N|none` or `WHEN`, with its words in the reader's language."""
    return _WORD.sub(lambda word: translated(word[0], language), name)


def words(name: str) -> list[str]:
    """Return the words in what stands for a value."""
    return _WORD.findall(name)


def sections(command: Any, name: str, language: Language) -> Iterator[tuple[str, Rows]]:
    """Yield the tables of the page of a command of this `name` that have something in them, each with its heading."""
    shown = [one for one in command.params if not one.hidden]
    for heading, kind in (("Arguments", "argument"), ("Options", "option")):
        if rows := [record(one, name, language) for one in shown if one.param_type_name == kind]:
            yield heading, rows
    if known := getattr(command, "known", None):
        yield "Commands", [(name, translated(_sentence(name, one), language)) for name, one in known.items()]
    if command.name in _MORE:
        yield from _MORE[command.name]()


def _sentence(name: str, command: Any) -> str:
    return NOUNS[name][0] if isinstance(command, str) else str(command.help)


def record(parameter: Any, command: str, language: Language) -> tuple[str, str]:
    """Return an argument or option as it is typed, and what it is for."""
    typed = metavar(parameter.metavar or "", language)
    known = choices(command, parameter.opts[-1]) if "|" in typed else None
    if known:
        typed = "|".join(word(one, language) for one in known)
    if parameter.param_type_name == "option":
        names = [", ".join(sorted(some, key=len)) for some in (parameter.opts, parameter.secondary_opts)]
        typed = " / ".join(filter(None, names)) + ("" if parameter.is_flag else f" {typed}")
    more = translated("[required]", language) if parameter.required else ""
    if isinstance(usual := parameter.default, str) and usual:
        more = say("[default: {default}]", language, {"default": word(usual, language) if known else usual})
    return typed, "  ".join(filter(None, (translated(parameter.help, language), more)))


def _keys() -> Iterator[tuple[str, Rows]]:
    """Yield the keys that each table of a dossier can have."""
    from netwerk_cli.exchange.dossiers import keys

    tables = {f"[{name}]": known for name, known in keys.HEADS.items()}
    tables |= {f"[[{name}]]": known for name, known in keys.PARTS.items()}
    tables["[[event.set-aside]]"] = keys.SET_ASIDE
    yield "Keys of a dossier", [(name, ", ".join(known)) for name, known in tables.items()]


_MORE: Mapping[str, Callable[[], Iterator[tuple[str, Rows]]]] = {"apply": _keys}
"""What a page has besides, by command."""
