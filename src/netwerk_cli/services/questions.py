"""Questions and answers as an organiser types them, and questions that the columns of a list become."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netwerk_cli import terms
from netwerk_cli.domain import questions as rules
from netwerk_cli.domain import texts
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.likeness import Likeness
from netwerk_cli.domain.questions import Question, QuestionKind
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.errors import BadValue
from netwerk_cli.records import replace
from netwerk_cli.services.values import Fields
from netwerk_cli.terms import FAMILY_NAME, Given
from netwerk_cli.wording import Wording

FLAG = "--question"
_OWN = frozenset({*terms.names(terms.REGISTRATION), FAMILY_NAME})
_KINDS: Mapping[str, QuestionKind] = {
    "text": QuestionKind.TEXT,
    "tekst": QuestionKind.TEXT,
    "choice": QuestionKind.CHOICE,
    "keuze": QuestionKind.CHOICE,
    "choices": QuestionKind.CHOICES,
    "keuzes": QuestionKind.CHOICES,
    "meerkeuze": QuestionKind.CHOICES,
    "yes-no": QuestionKind.YES_NO,
    "yes/no": QuestionKind.YES_NO,
    "ja/nee": QuestionKind.YES_NO,
    "ja-nee": QuestionKind.YES_NO,
}
_MARKS: Mapping[str, tuple[str, bool]] = {
    "required": ("required", True),
    "verplicht": ("required", True),
    "optional": ("required", False),
    "not required": ("required", False),
    "niet verplicht": ("required", False),
    "special": ("special", True),
    "bijzonder": ("special", True),
    "not special": ("special", False),
    "niet bijzonder": ("special", False),
}
"""What stands behind the text of a question, in English and Dutch."""
_SYNTAX = Wording("write it as ID=TEXT; KIND; required; special")


# -------------------------------------------------------------------- asking
def fields(given: Given, event: Event) -> Fields:
    """Return the questions of an event with those that are asked, changed and taken out.

    Of a question that there is, what is not said stays. Raises `BadValue`, `QuestionNotFound`.
    """
    asked, gone = given.get("question") or (), given.get("remove_question") or ()
    if not asked and not gone:
        return {}
    found = {one.id: one for one in event.questions}
    for text in asked:
        one = read(text, found)
        found[one.id] = one
    for named in gone:
        found.pop(rules.find(tuple(found.values()), named, event=event.slug).id)
    return {"questions": tuple(found.values())}


def read(text: str, known: Mapping[str, Question]) -> Question:
    """Read a question: `dieet=Heeft u dieetwensen?; text; special`. Raises `BadValue`."""
    named, sign, rest = text.partition("=")
    if not sign:
        raise BadValue(field=FLAG, why=_SYNTAX)
    id = named.strip()
    before = known.get(id)
    said, *parts = rest.split(";")
    found: dict[str, Any] = {}
    for part in filter(None, map(str.strip, parts)):
        found |= _part(part)
    if found.get("kind", None) in (QuestionKind.TEXT, QuestionKind.YES_NO):
        found["choices"] = ()
    if said.strip() or before is None:
        found["text"] = texts.line(said, field=FLAG)
    return replace(before, **found) if before else Question(id=free(check_slug(id, field=FLAG)), **found)


def _part(part: str) -> dict[str, Any]:
    """Return what one word behind the text says; choices stand behind their kind."""
    word, colon, rest = part.partition(":")
    key = " ".join(word.lower().split())
    if key in _KINDS and not colon:
        return {"kind": _KINDS[key]}
    if key in _KINDS and _KINDS[key] in (QuestionKind.CHOICE, QuestionKind.CHOICES):
        choices = (texts.line(one, field=FLAG) for one in rest.split("|"))
        return {"kind": _KINDS[key], "choices": tuple(choices)}
    if key in _MARKS and not colon:
        name, holds = _MARKS[key]
        return {name: holds}
    known = "text, choice: A | B, choices: A | B, yes/no, required, special"
    why = Wording("'{part}' is not one of {known}", part=part[:60], known=known)
    raise BadValue(field=FLAG, why=why)


def kind(text: str) -> QuestionKind:
    """Return the kind of a question as it stands in a dossier. Raises `BadValue`."""
    found = _KINDS.get(text.strip().lower())
    if found is None:
        raise BadValue(field="--kind", why=Wording("choose from {known}", known=", ".join(QuestionKind)))
    return found


def free(id: str) -> str:
    """Return the name of a question that is not that of a field, in lists that leave or come in. Raises `BadValue`."""
    from netwerk_cli.exchange import headings  # all that may stand above a column, for a question that is new

    if id.replace("-", "_") in _OWN or headings.is_known(id):
        why = Wording("'{question}' is the name of a field; name the question otherwise", question=id)
        raise BadValue(field=FLAG, why=why)
    return id


# ------------------------------------------------------------------ answering
def answers(event: Event, typed: Sequence[str]) -> dict[str, str | None]:
    """Return what was answered, each as `ID=VALUE`; None takes an answer away.

    Several choices stand in one answer, or in as many.

    Raises:
        QuestionNotFound, NotAChoice, BadValue.
    """
    said: dict[str, list[str]] = {}
    for text in typed:
        named, sign, value = text.partition("=")
        if not sign:
            raise BadValue(field="--answer", why=Wording("write it as ID=ANSWER"))
        question = rules.find(event.questions, named, event=event.slug)
        if question.id in said and question.kind is not QuestionKind.CHOICES:
            why = Wording("'{question}' is answered twice", question=question.id)
            raise BadValue(field="--answer", why=why)
        said.setdefault(question.id, []).append(value)
    known = {one.id: one for one in event.questions}
    return {id: rules.answer(known[id], rules.BETWEEN.join(values)) for id, values in said.items()}


def merged(present: Mapping[str, str], said: Mapping[str, str | None]) -> dict[str, str]:
    """Return the answers that somebody has afterwards."""
    both = {**present, **said}
    return {id: text for id, text in both.items() if text is not None}


def left_open(question: Question) -> Likeness:
    """Return what to say of a question that has to be answered and was not."""
    text = Wording("Careful: '{question}' has to be answered, and was not.", question=question.id)
    return Likeness("answer_missing", text)


# ---------------------------------------------------------- columns of a list
def of_columns(event: Event, columns: Iterable[str]) -> dict[str, Question]:
    """Return a question for each heading of a list that is to be kept, by heading.

    What asks after health is special.
    """
    from netwerk_cli.exchange import headings

    taken = {one.id for one in event.questions}
    found = {}
    for heading in columns:
        text = texts.line(heading, field=FLAG)
        special = headings.is_special(heading)
        found[heading] = Question(id=_fresh(text, taken), text=text, special=special)
        taken.add(found[heading].id)
    return found


def _fresh(text: str, taken: set[str]) -> str:
    """Return a short name after the first words of a text, which no question and no field has."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall("[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    name = "-".join(words)[:40].rsplit("-", 1)[0] if len("-".join(words)) > 40 else "-".join(words)
    name = name or "vraag"
    for candidate in (name, *(f"{name}-{number}" for number in range(2, rules.MOST + 2))):
        if candidate not in taken and _is_free(candidate):
            return candidate
    raise AssertionError("more questions than there can be")


def _is_free(id: str) -> bool:
    try:
        return bool(free(id))
    except BadValue:
        return False
