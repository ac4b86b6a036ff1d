"""Every template that a person can be shown, collected from the source: what the Dutch catalogue has to hold."""

from __future__ import annotations

import ast
import importlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import netwerk_cli
from docs.reference import every_error
from netwerk_cli import terms
from netwerk_cli.cli import helping, listings, privacy_record
from netwerk_cli.cli.app import build, root
from netwerk_cli.cli.changes import _RECORDED
from netwerk_cli.cli.dashboard import _ATTENTION
from netwerk_cli.cli.languages import nl
from netwerk_cli.cli.registry import NOUNS, TOP
from netwerk_cli.dates import REASONS
from netwerk_cli.domain import events, registrations
from netwerk_cli.domain.attendee_lists import By, Difference, OnFull, Split
from netwerk_cli.domain.personal_data import Erased, Ground, Place, Purpose
from netwerk_cli.exchange.shapes import event_shape
from netwerk_cli.services.planning import ACTIONS

_UNCHANGING = ("slug", "id", "duration", "to-be-announced")
"""Keys of dossiers that no change is told of."""

_AS_THEY_ARE = {"ID", "RRULE", "SHELL", "URL"}
"""What stands for a value in every language."""

TABLES = (
    terms.EVENT, terms.SESSION, terms.QUESTION, terms.REGISTRATION, terms.ATTENDANCE, terms.CERTIFICATE,
    terms.GROUP, terms.MEMBERSHIP, terms.MATERIAL,
    terms.MILESTONE, terms.REPORT, listings.DUE.known, listings.MESSAGES.known,
)  # fmt: skip

SOURCE = Path(netwerk_cli.__file__).parent

SINKS: dict[str, tuple[int, ...]] = {
    "say": (0,),  # what is said
    "warn": (0,),
    "words": (0,),
    "translated": (0,),
    "confirm": (0,),
    "advise": (0,),  # what to do about an error
    "Wording": (0,),
    "Malformed": (0,),
    "entry": (0,),  # what history says was done
    "amended": (2,),
    "_Step": (0,),  # what the demo tells
    "tell_event_change": (3, 4),  # what became of an event
}
"""Calls that take a template, or a word that a person is shown, at these positions."""
KEYWORDS = {"nothing", "sentence", "what"}
OF_A_CALL = {"Setting": {"source"}}  # where a setting comes from
CLAUSES = {"why", "problem", "hint"}
"""Facts that are clauses of ours: they are `Wording`, or a plain text that came from outside."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def collected() -> dict[str, set[str]]:
    """Return every template with the places it comes from."""
    found: dict[str, set[str]] = defaultdict(set)
    for place, template in _all():
        if template:
            found[template].add(place)
    return found


def _all() -> Iterator[tuple[str, str]]:
    for error in every_error():
        for part in ("sentence", "hint"):
            yield f"errors.{error.__name__}", getattr(error, part)
    yield from (("dates.REASONS", template) for template in REASONS.values())
    kinds = {term.choices for table in TABLES for term in table if term.choices} | {
        By,
        OnFull,
        Difference,
        Split,
    }
    kinds |= {Purpose, Ground, Erased, Place}
    for kind in kinds:
        yield from ((kind.__name__, member.value) for member in kind)
    yield from (("word", key) for key in nl.TEXTS if _is_word_of_one_kind(key, kinds))
    called = (*privacy_record.RECORDS.values(), *privacy_record.FIELDS.values(), *_RECORDED.values())
    yield from (("records", text) for text in called)
    yield from (("plan", action) for action in ACTIONS)
    yield from (("attention", name) for name in _ATTENTION)
    yield from (("kind", event_shape(event, registrations.Tally(), _NOW)["kind"]) for event in _KINDS)
    yield from (("terms", text) for table in TABLES for text in terms.headings(table).values())
    yield from (("terms", term.heading) for table in TABLES for term in table if term.key not in _UNCHANGING)
    yield from _of_help()
    for path in sorted(SOURCE.rglob("*.py")):
        yield from Module(path).templates()


def _is_word_of_one_kind(key: str, kinds: Iterable[type[StrEnum]]) -> bool:
    """Whether a text is that of a word of ours which has another text elsewhere."""
    about, _, word = key.partition(": ")
    return any(word in {*kind} and kind.__module__.endswith(f".{about}") for kind in kinds)


def _of_help() -> Iterator[tuple[str, str]]:
    """Yield what `--help` says of the program, of every noun and of every command, and the words for values."""
    pages = [("netwerk", root()), *((name, build(name, one)) for name, one in TOP.items())]
    pages += [
        (f"{noun} {verb}", build(verb, c)) for noun, (_, verbs) in NOUNS.items() for verb, c in verbs.items()
    ]
    for name, command in pages:
        yield f"{name} --help", str(command.short_help)
        yield from ((f"{name} --help", text) for text in helping.told(command)[1])
        pieces = [
            parameter.metavar or ""
            for parameter in command.params
            if not getattr(parameter, "is_flag", False)
        ]
        context = command.context_class(command, info_name="netwerk")
        for piece in (*pieces, *command.collect_usage_pieces(context)):
            yield from ((f"{name} --help", word) for word in helping.words(piece) if word not in _AS_THEY_ARE)
        yield from ((f"{name} --help", str(parameter.help)) for parameter in command.params)  # type: ignore[attr-defined]
        yield from ((f"{name} --help", heading) for heading, _ in helping.sections(command, name, "en"))
    yield from (("netwerk --help", sentence) for sentence, _ in NOUNS.values())


class Module:
    """One source file, and where in it a person is told something."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(SOURCE).with_suffix("").as_posix()
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.within: dict[ast.AST, Function | None] = {}
        self._walk(self.tree, None)

    def _walk(self, node: ast.AST, function: Function | None) -> None:
        for child in ast.iter_child_nodes(node):
            self.within[child] = function
            self._walk(child, child if isinstance(child, Function) else function)

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                called = node.func
                yield str(getattr(called, "attr", None) or getattr(called, "id", "")), node

    def templates(self) -> Iterator[tuple[str, str]]:
        for name, call in self.calls():
            texts: set[str] = set()
            if name == "columns" and self.name != "terms":
                texts = self._columns(call)
            else:
                given = [call.args[at] for at in SINKS.get(name, ()) if at < len(call.args)]
                texts = {text for expression in given for text in self.texts(expression)}
            for keyword in call.keywords:
                if keyword.arg in KEYWORDS | OF_A_CALL.get(name, set()):
                    texts |= self.texts(keyword.value)
            yield from ((f"{self.name}:{call.lineno}", text) for text in texts)

    def _columns(self, call: ast.Call) -> set[str]:
        given = {str(k.arg): self.texts(k.value) for k in call.keywords}
        named = {
            text
            for one in call.args
            for text in self.texts(one.value if isinstance(one, ast.Starred) else one)
        }
        return {name.replace("_", " ") for name in named - given.keys()}.union(*given.values())

    def plain_clauses(self) -> Iterator[str]:
        """Yield where a clause of ours is passed on as a plain text, so that no catalogue can find it."""
        for _, call in self.calls():
            for keyword in call.keywords:
                if keyword.arg in CLAUSES and isinstance(keyword.value, ast.Constant | ast.JoinedStr):
                    yield f"{self.name}:{keyword.value.lineno}"

    # ------------------------------------------------ what an expression can be
    def texts(self, expression: ast.expr, seen: frozenset[str] = frozenset()) -> set[str]:
        """Return the constant texts that an expression stands for."""
        match expression:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.Name(id=name):
                return set() if name in seen else self._named(expression, seen)
            case ast.Call(func=ast.Name(id=name)) if name not in seen:
                return {text for part in self._returned(name) for text in self.texts(part, seen | {name})}
            case ast.JoinedStr() | ast.BinOp(op=ast.Mod()):
                raise AssertionError(f"{self.name}:{expression.lineno}: a template is one constant text")
        return {text for part in _parts(expression) for text in self.texts(part, seen)}

    def _returned(self, name: str) -> Iterator[ast.expr]:
        """Yield what a function of this file returns."""
        for node in ast.walk(self.tree):
            function = self.within.get(node)
            if isinstance(node, ast.Return) and node.value and function and function.name == name:
                yield node.value

    def _named(self, name: ast.Name, seen: frozenset[str]) -> set[str]:
        function = self.within[name]
        found = self._local(function, name.id, seen | {name.id}) if function else None
        return _constants(getattr(self.loaded(), name.id, None)) if found is None else found

    def _local(self, function: Function, name: str, seen: frozenset[str]) -> set[str] | None:
        """Return what a name within a function can be; None when the function does not set it."""
        sources: list[ast.expr] = []
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                    sources.append(value)
                case (
                    ast.For(target=ast.Name(id=target), iter=value)
                    | ast.comprehension(target=ast.Name(id=target), iter=value)
                ) if target == name:
                    sources.append(value)
        parameters = [a.arg for a in (*function.args.args, *function.args.kwonlyargs)]
        if name in parameters:
            sources += self._passed(function, name, parameters)
        elif not sources:
            return None
        return {text for source in sources for text in self.texts(source, seen)}

    def _passed(self, function: Function, name: str, parameters: list[str]) -> Iterator[ast.expr]:
        """Yield what callers in this file pass for a parameter, and its default."""
        position = parameters.index(name) - (parameters[:1] == ["self"])
        defaulted = parameters[: len(function.args.args)][-len(function.args.defaults) or None :]
        yield from (d for p, d in zip(defaulted, function.args.defaults, strict=False) if p == name)
        for called, call in self.calls():
            if called == function.name:
                yield from (k.value for k in call.keywords if k.arg == name)
                if 0 <= position < len(call.args):
                    yield call.args[position]

    def loaded(self) -> ModuleType:
        return importlib.import_module(f"netwerk_cli.{self.name.replace('/', '.')}".removesuffix(".__init__"))


def _parts(expression: ast.expr) -> list[ast.expr]:
    """Return what an expression is put together from."""
    match expression:
        case ast.IfExp(body=first, orelse=second) | ast.BinOp(left=first, right=second):
            return [first, second]
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.BoolOp(values=parts) | ast.Dict(values=parts):
            return parts
        case ast.Starred(value=inner) | ast.Subscript(value=inner):
            return [inner]
    return []


def _constants(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        value = tuple(value.values())
    return {part for part in value if isinstance(part, str)} if isinstance(value, tuple) else set()


_NOW = datetime(2024, 1, 10, 12, tzinfo=UTC)
_KINDS = (
    events.Event(slug="a", title="A"),
    events.Event(slug="b", title="B", sessions=(events.Session(id="x"), events.Session(id="y"))),
)
