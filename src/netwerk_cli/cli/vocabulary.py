"""What a person may type for a word of ours, a state or a column, in their own language; services know English only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from netwerk_cli import terms
from netwerk_cli.cli.language import Language, translated, word
from netwerk_cli.cli.languages import speech
from netwerk_cli.cli.listings import DUE, MESSAGES, STATUS
from netwerk_cli.domain import registrations
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.told import MessageKind
from netwerk_cli.errors import UnknownField
from netwerk_cli.terms import FAMILY_NAME, Kind, Terms
from netwerk_cli.wording import Called, listed

LISTED: Mapping[str, Terms] = {
    "event list": terms.EVENT,
    "status": STATUS.known,
    "session list": terms.SESSION,
    "registration list": terms.REGISTRATION,
    "waitlist list": terms.REGISTRATION,
    "attendance list": terms.ATTENDANCE,
    "group list": terms.GROUP,
    "group members": terms.MEMBERSHIP,
    "material list": terms.MATERIAL,
    "milestone list": terms.MILESTONE,
    "export attendees": terms.REGISTRATION,
    "export sign-in-sheet": terms.REGISTRATION,
    "export badges": terms.REGISTRATION,
    "export waiting-list": terms.REGISTRATION,
    "export members": terms.MEMBERSHIP,
    "export events": terms.EVENT,
    "mail due": DUE.known,
    "mail list": MESSAGES.known,
}
"""What each command lists, and so which columns and states can be asked for."""


def choices(command: str, option: str) -> type[StrEnum] | None:
    """Return the words of ours of which one can stand behind an option of a command."""
    if option == "--status":
        return next((term.choices for term in LISTED.get(command, ()) if term.column == "status"), None)
    if command.startswith("mail ") and option == "--kind":
        return MessageKind
    if option in ("--on-full", "--method", "--as", "--split") or (command, option) == ("report", "--by"):
        return _of_a_list(option)
    known = (term for term in (*terms.EVENT, *terms.GROUP, *terms.MATERIAL) if term.choices and term.option)
    return next((term.choices for term in known if term.flag == option), None)


def _of_a_list(option: str) -> type[StrEnum]:
    from netwerk_cli.domain.attendee_lists import By, OnFull, Split
    from netwerk_cli.domain.invitations import Method

    return {"--on-full": OnFull, "--method": Method, "--as": State, "--split": Split, "--by": By}[option]


def understood(typed: str, known: Iterable[StrEnum], language: Language) -> str:
    """Return the word that was typed in English or in `language`; what is none of ours stays as it is."""
    said = {_folded(word(one, language)): one.value for one in known} | {
        _folded(one): one.value for one in known
    }
    return said.get(_folded(typed), typed)


def meant(typed: str, language: Language) -> tuple[str, ...]:
    """Return the words of ours that something typed in `language` can stand for, as it was typed among them."""
    texts = speech(language).texts
    return (
        typed,
        *(key.rpartition(": ")[2] for key, said in texts.items() if _folded(said) == _folded(typed)),
    )


def column(typed: str, known: Terms, language: Language) -> str:
    """Return the column that was typed as scripts know it, or as it is headed. Raises `UnknownField`."""
    headed = {column: translated(said, language) for column, said in terms.headings(known).items()}
    asked = {_folded(term.help): term.column for term in known if term.kind is Kind.ANSWER}
    said = {_folded(name): column for column, name in headed.items()} | asked
    said |= {_folded(name): name for name in headed}
    if _folded(typed) not in said:
        raise UnknownField(field=typed[:40], known=listed(Called(*one) for one in headed.items()))
    return said[_folded(typed)]


def columns(typed: str | None, known: Terms, language: Language) -> list[str]:
    """Return the columns that were typed behind `--fields`. Raises `UnknownField`."""
    return [column(one.strip(), known, language) for one in typed.split(",")] if typed else []


def order(typed: str | None, known: Terms, language: Language) -> str | None:
    """Return what was typed behind `--sort` with the columns as scripts know them. Raises `UnknownField`."""
    parts = [one.strip() for one in typed.split(",")] if typed is not None else []
    known = sortable(known)
    found = [one[: one.startswith("-")] + column(one.removeprefix("-"), known, language) for one in parts]
    return ",".join(found) or None


def sortable(known: Terms) -> Terms:
    """Return what a listing can be ordered by: its columns, and for people their family name."""
    return (*known, *terms.columns(FAMILY_NAME)) if "email" in terms.names(known) else known


def words_of(name: str, row: Mapping[str, Any], known: Terms) -> type[StrEnum] | None:
    """Return of which words the value of a column is one, where one English word is two in another language."""
    if name == "what" and row.get("registration"):
        return registrations.Status
    return next((term.choices for term in known if term.column == name), None)


def _folded(text: str) -> str:
    return text.strip().casefold().replace("-", " ").replace("_", " ")
