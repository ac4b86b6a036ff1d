"""What can be said of an event, a session, a person, a group…: each term once.

From these tables come the options of the commands and what reads them, the keys of dossiers, the keys of JSON, the
columns of listings and files with what stands above them, and what TAB offers. A new term is a field of its record
in `domain`, a line here, and a word in each language.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from typing import Any

from netwerk_cli.domain import events, questions, registrations
from netwerk_cli.domain.attendance import Source, State
from netwerk_cli.domain.events import Promotion, SessionChoice, WhenFull
from netwerk_cli.domain.groups import Access, MemberStatus
from netwerk_cli.domain.materials import MaterialKind, MilestoneStatus
from netwerk_cli.records import record, replace


class Kind(Enum):
    """How a term is typed and written. Those of the last line are read by who knows the record they belong to."""

    DERIVED = auto()  # worked out, never typed
    NAME, LINE, TEXT, TEXTS, EMAIL, LINK, ZONE, COUNT, FLAG, CHOICE = (auto() for _ in range(10))
    START, END, LENGTH, UNDATED, MOMENT, DAY, DUE, DONE, ASIDES, HOST, LEAD, ASKED, ANSWER, ACCREDITED = (
        auto() for _ in range(14)
    )


@record
class Term:
    """One thing that can be said.

    `field` is that of the record, `option` what is typed behind `--`, `typed` the same as Python writes it, `key`
    that of a dossier, `column` that of JSON, listings and files; empty where there is none. One without `help` has no
    option of its own making. `heading` is what a person reads above the column or beside the value. `choices` are the
    words of ours of which its value is one. `more` says what adding to a list and taking from it means. What is
    `needed` cannot be taken away. What `stays` belongs to a seat, and goes to a substitute with it.
    """

    field: str
    kind: Kind
    help: str
    option: str
    typed: str
    key: str
    column: str
    heading: str
    metavar: str | None
    choices: type[StrEnum] | None
    more: tuple[str, str] | None
    needed: bool
    stays: bool

    @property
    def flag(self) -> str:
        """The option as it is typed, which is what messages call the term."""
        return f"--{self.option}"


Terms = tuple[Term, ...]
Given = Mapping[str, Any]
"""What was typed, by `Term.typed`. What is not in it was not given; empty or `none` takes a value away."""


def _term(
    field: str,
    kind: Kind = Kind.DERIVED,
    help: str = "",
    *,
    option: str | None = None,
    key: str | None = None,
    column: str | None = None,
    heading: str = "",
    metavar: str | None = None,
    choices: type[StrEnum] | None = None,
    more: tuple[str, str] | None = None,
    needed: bool = False,
    stays: bool = False,
) -> Term:
    """Return a term. Its names follow from the field where nothing else is said; one without help has no option."""
    named = field.replace("_", "-")
    option = (named if help else "") if option is None else option
    key = ("" if kind is Kind.DERIVED else option or named) if key is None else key
    column = field if column is None else column
    return Term(
        field=field,
        kind=kind,
        help=help,
        option=option,
        typed=option.replace("-", "_"),
        key=key,
        column=column,
        heading=heading or (column or field).replace("_", " "),
        metavar=metavar or "|".join(choices or ()) or None,
        choices=choices,
        more=more,
        needed=needed,
        stays=stays,
    )


def columns(*names: str, **headings: str) -> Terms:
    """Return terms that are only shown, each with its heading where that is not its name."""
    return tuple(_term(name, heading=headings.get(name, "")) for name in names)


def only(terms: Terms, *fields: str) -> Terms:
    """Return the terms of some fields, in the order of the table."""
    return tuple(term for term in terms if term.field in fields)


def names(terms: Terms) -> tuple[str, ...]:
    """Return the columns of some terms, in order."""
    return tuple(term.column for term in terms if term.column)


def headings(terms: Terms) -> dict[str, str]:
    """Return what a person reads above each column."""
    return {term.column: term.heading for term in terms if term.column}


_STARTS = _term(
    "starts_at", Kind.START, "Start, local to the event; may state the end.", option="starts", heading="starts",
    metavar="WHEN",
)  # fmt: skip
_ENDS = _term("ends_at", Kind.END, "End.", option="ends", heading="ends", metavar="WHEN")
_LENGTH = _term(
    "duration", Kind.LENGTH, "Length instead of an end: 3h, 3u, 90m.", column="", metavar="LENGTH"
)
_ONLINE = _term(
    "online_url", Kind.LINK, "Link to take part online.", option="online", heading="online", metavar="URL"
)
_AUDIENCES = _term(
    "audiences", Kind.TEXTS, "Who it is for; repeatable.", option="audience", key="audiences",
    more=("Who it is for as well; repeatable.", "Who it is no longer for; repeatable."),
)  # fmt: skip
_ORGANISERS = _term(
    "organisers", Kind.TEXTS, "Who organises it; repeatable.", option="organiser", key="organisers",
    more=("Who organises it as well; repeatable.", "Who no longer organises it; repeatable."),
)  # fmt: skip
_ZONE = _term("timezone", Kind.ZONE, "IANA time zone (Europe/Brussels).", metavar="ZONE")
_LANGUAGE = _term("language", Kind.LINE, "The language it is held in.")
_PARTS = columns("materials", "milestones")

EVENT: Terms = (
    _term("slug", Kind.NAME, heading="event"),
    _term("title", Kind.LINE, "What it is called.", needed=True),
    *columns("kind"),
    _term("status", choices=events.Status),
    _term("draft", Kind.FLAG, option="draft", column=""),
    _STARTS,
    _ENDS,
    _LENGTH,
    _ZONE,
    _term("location", Kind.LINE, "Where it takes place."),
    _ONLINE,
    _term("capacity", Kind.COUNT, "Most seats; none: no cap.", metavar="N|none"),
    *columns("seats_held", "confirmed", "pending", "waiting", "no_seat", "free", no_seat="without a seat"),
    _term(
        "opens_at", Kind.MOMENT, "When registration opens.", option="opens", heading="registration from",
        metavar="WHEN",
    ),
    _term(
        "closes_at", Kind.MOMENT, "When registration closes; '7 days before 16:00' works. Default: the start.",
        option="closes", heading="registration until", metavar="WHEN",
    ),
    *columns("opens_before", "closes_before", opens_before="opens", closes_before="closes"),
    *columns("closed_at"),
    _term("closed_by", choices=events.ClosedBy),
    *columns("cancelled_at"),
    _term("when_full", Kind.CHOICE, "What happens when full.", choices=WhenFull),
    _term(
        "promotion", Kind.CHOICE, "Who moves people up.", option="promote", column="promote", choices=Promotion
    ),
    _term(
        "session_choice", Kind.CHOICE, "What naming none means: all, or choose. Default: choose where they overlap.",
        option="sessions", choices=SessionChoice,
    ),
    _term("approval", Kind.FLAG, "Each registration awaits approval."),
    _term("members_of", Kind.NAME, "Only members of this group can register.", metavar="GROUP|none"),
    _term("organisation_limit", Kind.COUNT, "Most registrations of one organisation.", metavar="N|none"),
    _term(
        "set_asides", Kind.ASIDES, "'AUDIENCE=20 until WHEN': seats kept for it; repeatable.",
        option="set-aside", metavar="SEATS",
    ),
    _term(
        "remind_before", Kind.LEAD, "When to remind people: '2 days before', '2 days before 12:00'; or none.",
        option="remind", heading="reminder", metavar="WHEN",
    ),
    _term("shared_addresses", Kind.FLAG, "Several people may register on one e-mail address."),
    _AUDIENCES,
    _ORGANISERS,
    _term("cost", Kind.LINE, "What it costs, in words; free."),
    _term(
        "accreditations", Kind.ACCREDITED, "'BODY=NUMBER; 3 points', as certificates state it; repeatable.",
        option="accreditation", key="accreditations", metavar="ACCREDITATION",
    ),
    _term(
        "break_minutes", Kind.COUNT, "Minutes of breaks in each session; certificates state hours without them.",
        metavar="N|none",
    ),
    _term("theme", Kind.LINE, "What it is about, for filtering."),
    _LANGUAGE,
    _term("description", Kind.TEXT, "What it is about, in full."),
    *columns("sessions"),
    _term(
        "questions", Kind.ASKED, "'ID=TEXT; KIND; required; special': what to ask; repeatable.", option="question",
        key="", metavar="QUESTION", more=("", "A question that is no longer asked; repeatable."),
    ),
    *_PARTS,
)  # fmt: skip

SESSION: Terms = (
    _term("id", Kind.NAME, heading="session"),
    _term("title", Kind.LINE, "What it is called."),
    _STARTS,
    _ENDS,
    _LENGTH,
    _term("to_be_announced", Kind.UNDATED, option="to-be-announced", column=""),
    _term("location", Kind.LINE, "Where, if not where the event is."),
    _ONLINE,
    _term("capacity", Kind.COUNT, "Most seats of this session.", metavar="N|none"),
    *columns("seats_held", "waiting", "free"),
    _term("within", Kind.HOST, "The event during which it takes place.", metavar="EVENT"),
    _term("description", Kind.TEXT, "What it is about."),
    _term("cancelled_at", Kind.FLAG, key="cancelled", heading="cancelled"),
    _term(
        "break_minutes",
        Kind.COUNT,
        "Minutes of breaks in this session, where not those of the event.",
        metavar="N|none",
    ),
)

QUESTION: Terms = (
    _term("id", Kind.NAME),
    _term("text", Kind.LINE, "What is asked.", needed=True),
    _term("kind", Kind.CHOICE, "text (default), choice, choices or yes-no.", choices=questions.QuestionKind),
    _term("choices", Kind.TEXTS, "What can be chosen."),
    _term("required", Kind.FLAG, "Has to be answered."),
    _term("special", Kind.FLAG, "Health and the like: shown only when asked for by name."),
)

_NAME = _term("name", Kind.LINE, "Name, exactly as it is written.", needed=True)
_EMAIL = _term("email", Kind.EMAIL, "E-mail address.", heading="e-mail", needed=True)
_ORGANISATION = _term("organisation", Kind.LINE, "Organisation.", stays=True)
_ROLE = _term("role", Kind.LINE, "Role or function.")
_NOTE = _term("note", Kind.TEXT, "Anything else.")

REGISTRATION: Terms = (
    *columns("code", "event"),
    _NAME,
    _EMAIL,
    _ORGANISATION,
    _ROLE,
    _term("audience", Kind.LINE, "Which of the event's audiences.", stays=True),
    _term("status", choices=registrations.Status),
    _term("no_seat", Kind.FLAG, "On the lists without taking a seat: speakers, staff, press.", stays=True),
    *columns("position", "sessions", "without", "waits_for", "received_at", position="place",
             received_at="received"),
    _NOTE,
    *columns("answers", "override", override="exception"),
    _term("marks", choices=registrations.Mark),
    _term("attendance", choices=State),
    *columns("minutes", "no_show", no_show="no-show"),
)  # fmt: skip


def asked(event: events.Event) -> Terms:
    """Return a column for each question of an event, under its id; `help` is what is asked."""
    ways = {questions.QuestionKind.YES_NO: questions.YesNo}
    return tuple(
        _term(one.id, Kind.ANSWER, one.text, option="", key="", heading=one.id, choices=ways.get(one.kind))
        for one in event.questions
    )


FAMILY_NAME = "family_name"
"""What lists of people can be ordered by, beside their columns."""

PERSON: Terms = tuple(term for term in REGISTRATION if term.option)
"""What can be typed about somebody who registers."""

ATTENDANCE: Terms = (
    *columns("event", "code"),
    *(replace(term, help="", option="", key="") for term in (_NAME, _EMAIL, _ORGANISATION)),
    *columns("session"),
    _term("state", choices=State),
    *columns("minutes"),
    _term("source", heading="recorded from", choices=Source),
    *columns("at", "by", "no_show", at="recorded at", by="recorded by", no_show="no-show"),
    _term("pictures", choices=questions.YesNo),
)  # fmt: skip
"""What attendance lists say of one person in one session."""

CERTIFICATE: Terms = columns(
    "code", "valid", "event", "title", "starts_at", "ends_at", "registration", "name", "organisation", "sessions",
    "minutes", "hours", "whole", "accreditations",
    starts_at="starts", ends_at="ends", minutes="net minutes", hours="net hours", whole="all of it",
)  # fmt: skip
"""What a certificate stands for, as whoever checks it is told."""

GROUP: Terms = (
    _term("slug", Kind.NAME, heading="group"),
    _term("title", Kind.LINE, "What it is called.", needed=True),
    *columns("kind"),
    _term("access", Kind.CHOICE, "How one joins: ask, be approved, be added.", choices=Access),
    *columns("members", "requested", requested="to approve"),
    _ZONE,
    _AUDIENCES,
    _ORGANISERS,
    _term("theme", Kind.LINE, "What it is about, in a word."),
    _LANGUAGE,
    _term("description", Kind.TEXT, "What it is about, in full."),
    *_PARTS,
)

MEMBERSHIP: Terms = (
    *columns("code", "group"),
    _NAME,
    _EMAIL,
    _ORGANISATION,
    _ROLE,
    _term("status", choices=MemberStatus),
    *columns("moderator", "received_at", "since", "by", "reason", received_at="received"),
    _NOTE,
)

MATERIAL: Terms = (
    _term("id", Kind.NAME),
    *columns("owner", owner="belongs to"),
    _term(
        "kind", Kind.CHOICE, "document (default), link, practice-example or question.", choices=MaterialKind,
        metavar="KIND",
    ),
    _term("title", Kind.LINE, "What it is called.", needed=True),
    _term("url", Kind.LINK, "Where it is found; http or https.", heading="address", metavar="URL"),
    _term("text", Kind.TEXT, "What it says or asks, in full."),
    _term("contributor", Kind.LINE, "Who shared it."),
    _term("on", Kind.DAY, "The day it dates from.", heading="dated", metavar="DATE"),
    _term("answer", Kind.TEXT, "The answer to a question."),
    _term("answered_by", Kind.LINE, "Who answered it.", metavar="WHO"),
)  # fmt: skip

MILESTONE: Terms = (
    _term("id", Kind.NAME),
    *columns("owner", owner="belongs to"),
    _term("title", Kind.LINE, "What has to be delivered, or is recommended.", needed=True),
    _term("status", choices=MilestoneStatus),
    _term(
        "due_on", Kind.DUE, "Its last day, or a period: 'najaar 2021', 'Q3 2021', 'eind 2021'.", option="due",
        heading="due by", metavar="WHEN",
    ),
    _term("season", Kind.LINE, key="season", heading="period"),
    _term("addressed_to", Kind.LINE, "The party a recommendation is addressed to.", metavar="WHO"),
    _term("done_at", Kind.DONE, key="done"),
)  # fmt: skip

FIGURES: Terms = columns(
    "people", "capacity", "registered", "confirmed", "pending", "seats_held", "waiting", "waited", "moved_up",
    "declined", "cancelled", "present", "excused", "no_show", "no_show_rate",
    people="different people", registered="registered in all", pending="to be approved", waiting="waiting now",
    waited="ever waited", no_show="no-show", no_show_rate="no-show rate",
)  # fmt: skip
"""What a report counts."""

REPORT: Terms = (
    *columns("by", "event", "group", "title", "day", "days_before_closing", by="per"),
    *FIGURES,
    *columns("on_list", on_list="on the list"),
)

WORDS = frozenset(
    {
        "action",
        "status",
        "access",
        "kind",
        "closed_by",
        "what",
        "attention",
        "source",
        "marks",
        "state",
        "attendance",
    }
)
"""Columns whose values are words of ours, which a person reads in their own language; scripts get them as they are."""
