"""The questions that an event asks of who registers, and what counts as an answer.

An answer is kept as one text: that of a choice as the question writes it, of several choices with semicolons between
them, in the order of the question; `yes` or `no`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from netwerk_cli.domain.history import Change, Entry
from netwerk_cli.domain.matching import folded
from netwerk_cli.domain.slugs import Slug, check_slug
from netwerk_cli.domain.texts import line, text
from netwerk_cli.errors import BadValue, NotAChoice, quoted
from netwerk_cli.errors.lookup import QuestionNotFound
from netwerk_cli.records import record, replace
from netwerk_cli.wording import Wording, closest, nearest, offered

MOST = 100
"""How many questions an event can ask."""
HIDDEN = "…"
"""What stands for a special answer where it was not asked for by name."""
BETWEEN = "; "
"""What stands between several choices in one answer."""


class QuestionKind(StrEnum):
    """What an answer can be: any text, one of the choices, any of them, or yes or no."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes-no"


class YesNo(StrEnum):
    """What can be answered to a question of that kind."""

    YES = "yes"
    NO = "no"


WAYS: Mapping[YesNo, frozenset[str]] = {
    YesNo.YES: frozenset({"yes", "ja", "y", "j", "true", "waar", "1", "x", "ok", "akkoord"}),
    YesNo.NO: frozenset({"no", "nee", "neen", "n", "false", "onwaar", "0", "niet akkoord"}),
}
"""How yes and no are written, folded."""
_CHOSEN = (QuestionKind.CHOICE, QuestionKind.CHOICES)


@record
class Question:
    """One question. The answers to a `special` one, such as health, are shown only when asked for by name."""

    id: Slug
    text: str
    kind: QuestionKind = QuestionKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False
    special: bool = False

    def __str__(self) -> str:
        """Return it as it can be typed."""
        kind = f"{self.kind}: {' | '.join(self.choices)}" if self.choices else str(self.kind)
        marks = [word for word in ("required", "special") if getattr(self, word)]
        return BETWEEN.join((f"{self.id}={self.text}", kind, *marks))


Questions = Sequence[Question]
Answers = Mapping[str, str]
"""What somebody answered, by the id of the question."""


def check(questions: Questions) -> None:
    """Refuse what cannot be asked. Raises `BadValue`."""
    if len(questions) > MOST:
        raise BadValue(field="--question", why=Wording("an event asks at most {most} questions", most=MOST))
    texts: dict[str, str] = {}
    for one in questions:
        check_slug(one.id, field="--question")
        line(one.text, field="--question")
        _check_choices(one)
        other = texts.setdefault(folded(one.text), one.id)
        if other != one.id:
            why = Wording("'{question}' and '{other}' ask the same", question=other, other=one.id)
            raise BadValue(field="--question", why=why)


def _check_choices(one: Question) -> None:
    def refuse(why: str, **facts: object) -> BadValue:
        return BadValue(field="--question", why=Wording(why, question=one.id, **facts))

    if (one.kind in _CHOSEN) is not bool(one.choices):
        if one.choices:
            raise refuse("'{question}' has choices, so its kind is choice or choices")
        raise refuse("'{question}' lacks its choices; write them as choice: A | B")
    seen: set[str] = set()
    for choice in one.choices:
        if ";" in choice or "|" in choice or not choice.strip():
            raise refuse("a choice of '{question}' is empty, or holds ; or |")
        if folded(choice) in seen:
            raise refuse("'{question}' has a choice twice: {choice}", choice=choice)
        seen.add(folded(choice))


def find(questions: Questions, named: str, *, event: str) -> Question:
    """Return the question of an id, or with that text. Raises `QuestionNotFound`, with the nearest."""
    key = folded(named)
    found = next((one for one in questions if key in (one.id, folded(one.text))), None)
    if found is None:
        typed, ids = named.strip(), [one.id for one in questions]
        near_it = nearest(typed.lower(), ids)
        raise QuestionNotFound(
            event=event, question=quoted(typed[:60], name=True), nearest=near_it, known=", ".join(ids) or "-"
        )
    return found


# ------------------------------------------------------------------- answering
def answer(question: Question, typed: str) -> str | None:
    """Return an answer as it is kept; None for nothing.

    Raises:
        NotAChoice: it is none of the choices; the nearest is suggested.
        BadValue: it is too long, or neither yes nor no.
    """
    field = f"--answer {question.id}"
    found = text(typed, field=field)
    if not folded(found):
        return None
    match question.kind:
        case QuestionKind.TEXT:
            return found
        case QuestionKind.YES_NO:
            key = folded(found).strip(".!, ")
            meant = next((one for one, ways in WAYS.items() if key in ways), None)
            if meant is None:
                raise BadValue(field=field, why=Wording("the answer is yes or no"))
            return str(meant)
        case QuestionKind.CHOICE:
            return _choice(question, found)
        case QuestionKind.CHOICES:
            chosen = {_choice(question, one) for one in _parts(question, found)}
            return BETWEEN.join(one for one in question.choices if one in chosen) or None


def _choice(question: Question, typed: str) -> str:
    found = next((one for one in question.choices if folded(one) == folded(typed)), None)
    if found is not None:
        return found
    # What somebody said of their health is not said again, not even by what is near it.
    match = None if question.special else near(question, typed)
    raise NotAChoice(question=question.id, choices=", ".join(question.choices), nearest=offered(match))


def near(question: Question, typed: str) -> str | None:
    """Return the choice that was probably meant; None where none is like what was typed."""
    keys = {folded(one): one for one in question.choices}
    match = closest(folded(typed), keys)
    return None if match is None else keys[match]


_SIGNS = r"[;\n|]"


def _parts(question: Question, typed: str) -> list[str]:
    """Return the choices in one answer: with semicolons, lines or bars between them, else with commas."""
    if re.search(_SIGNS, typed):
        return [part for part in re.split(_SIGNS, typed) if part.strip()]
    known, rest, found = {folded(one) for one in question.choices}, typed.split(","), list[str]()
    while rest:  # a choice may have commas of its own: the longest that is one goes first
        whole = (size for size in range(len(rest), 1, -1) if folded(",".join(rest[:size])) in known)
        size = next(whole, 1)
        found.append(",".join(rest[:size]))
        rest = rest[size:]
    return [part for part in found if part.strip()]


def missing(questions: Questions, answers: Answers) -> list[Question]:
    """Return the required questions that are not answered."""
    return [one for one in questions if one.required and one.id not in answers]


def unfit(questions: Questions, answers: Answers) -> list[str]:
    """Return the questions whose answer is none that could be given now."""
    found = []
    for one in questions:
        try:
            fits = one.id not in answers or answer(one, answers[one.id]) == answers[one.id]
        except (BadValue, NotAChoice):
            fits = False
        if not fits:
            found.append(one.id)
    return found


def kept(questions: Questions, answers: Answers) -> dict[str, str]:
    """Return the answers to questions that are asked."""
    known = {one.id for one in questions}
    return {id: said for id, said in answers.items() if id in known}


# ------------------------------------------------------------------- showing
def shown(questions: Questions, answers: Answers) -> dict[str, str | None]:
    """Return what was answered to each question, None for nothing, without what is special."""
    return {one.id: answers.get(one.id) for one in questions if not one.special}


def told(questions: Questions, entry: Entry) -> Entry:
    """Return a line of somebody's history with each answer apart.

    Where the question is special, or is no longer asked so that nobody knows, only that there was an answer shows.
    """
    if "answers" not in entry.changes:
        return entry
    changes: dict[str, Change] = {}
    for name, pair in entry.changes.items():
        if name == "answers":
            changes |= differing(questions, *(as_mapping(side) for side in pair))
        else:
            changes[name] = pair
    return replace(entry, changes=changes)


def differing(questions: Questions, before: Answers, after: Answers) -> dict[str, Change]:
    """Return the answers that differ as they may be shown, by `answers.ID`."""
    plain = {one.id for one in questions if not one.special}
    return {
        f"answers.{id}": (_seen(before.get(id), id in plain), _seen(after.get(id), id in plain))
        for id in dict.fromkeys((*before, *after))
        if before.get(id) != after.get(id)
    }


def _seen(said: str | None, plain: bool) -> str | None:
    return said if said is None or plain else HIDDEN


def as_mapping(side: object) -> dict[str, str]:
    """Return answers from the pairs that a history holds."""
    return {str(id): str(said) for id, said in side} if isinstance(side, (list, tuple)) else {}


def changes(before: Questions, after: Questions) -> Iterator[tuple[str, Change]]:
    """Yield what differs between two sets of questions, by `questions.ID.field`, as a history has it."""
    old, new = ({one.id: one for one in questions} for questions in (before, after))
    for id in old | new:
        for name, field in Question.__dataclass_fields__.items():
            pair = getattr(old.get(id), name, None), getattr(new.get(id), name, None)
            unsaid = None in pair and field.default in pair  # it comes or goes, and says nothing there
            if name != "id" and pair[0] != pair[1] and not unsaid:
                yield f"questions.{id}.{name}", pair


def former(entries: Iterable[Entry], id: str) -> Iterator[str | None]:
    """Yield what somebody had answered to a question before each change of their answers."""
    for entry in entries:
        if "answers" in entry.changes:
            yield as_mapping(entry.changes["answers"][0]).get(id)
