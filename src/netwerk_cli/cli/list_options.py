"""The options of every export of a list, what a profile of the settings says of them, and where the bytes go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

import typer

from netwerk_cli.cli import settings, vocabulary
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.delivering import deliver
from netwerk_cli.cli.language import word
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.attendee_lists import Difference
from netwerk_cli.domain.events import Status as EventStatus
from netwerk_cli.domain.groups import Access, MemberStatus
from netwerk_cli.domain.questions import YesNo
from netwerk_cli.domain.registrations import Mark, Status
from netwerk_cli.exchange.listed import FORMATS, Spoken
from netwerk_cli.services.exports import Wanted
from netwerk_cli.terms import Terms, columns, headings

Text = str | None
Format = Annotated[
    Text,
    typer.Option("--format", metavar="|".join(FORMATS), help="The format. Default: csv.", show_default=False),
]
Excel = Annotated[bool, typer.Option("--excel", help="CSV for a double click in Dutch or Belgian Excel.")]
Fields = Annotated[Text, typer.Option("--fields", metavar="A,B", help="Which columns, in this order.")]
Sort = Annotated[
    Text,
    typer.Option("--sort", metavar="FIELD", help="Order by columns, family_name too; -FIELD the other way."),
]
Blank = Annotated[
    list[str] | None,
    typer.Option(
        "--blank", metavar="TITLE", help="An empty column to write in, with this title; repeatable."
    ),
]
Profile = Annotated[
    Text,
    typer.Option("--profile", metavar="NAME", help="The options that this profile of your settings has."),
]

_KEYS = ("fields", "sort", "format", "excel", "blank", "status", "session")
"""What a profile can say."""


class Typed(NamedTuple):
    """What was typed of a list, or said by a profile where nothing was."""

    format: Text = None
    excel: bool = False
    fields: Text = None
    sort: Text = None
    blank: Sequence[str] = ()
    status: Sequence[str] = ()
    session: Text = None

    def with_profile(self, name: Text) -> Typed:
        """Return it with what a profile says of the options that were not typed. Raises `BadValue`, `BadConfig`."""
        if name is None:
            return self
        said = settings.profile(name, _KEYS)
        return self._replace(
            format=self.format or _one(said, "format"),
            excel=self.excel or (self.format is None and _one(said, "excel") == "True"),
            fields=self.fields or _one(said, "fields"),
            sort=self.sort or _one(said, "sort"),
            blank=self.blank or said.get("blank", ()),
            status=self.status or said.get("status", ()),
            session=self.session or _one(said, "session"),
        )

    def wanted(self, call: Call, known: Terms, sheet: str) -> Wanted:
        """Return what is asked of a list of what is `known`, in the language of who asks."""
        more = (*known, *columns("change"))
        return Wanted(
            format=self.format or "csv",
            excel=self.excel,
            sort=vocabulary.order(self.sort, known, call.language),
            names=call.settings["sort_names"].value,
            fields=tuple(vocabulary.columns(self.fields, known, call.language)),
            blanks=tuple(self.blank),
            spoken=Spoken(
                headings={column: _capital(call.words(said)) for column, said in headings(more).items()},
                words=_words(call, known),
                sheet=sheet,
                language=call.language,
            ),
        )


def _one(said: Mapping[str, Sequence[str]], key: str) -> Text:
    """Return what a profile says of one option, the values of a list with commas between them."""
    return ",".join(said[key]) if key in said else None


def _words(call: Call, known: Terms) -> dict[str, str]:
    """Return the words of ours that stand in a list, in the language of who asks."""
    of_people = (*Status, *Mark, *State) if "marks" in {term.column for term in known} else ()
    every = (*EventStatus, *Access, *MemberStatus, *Difference, *of_people, *YesNo)
    return {one.value: word(one, call.language) for one in every}


def put(call: Call, data: bytes, output: Text, wanted: Wanted) -> None:
    """Write a list to a file or to standard output."""
    deliver(call, data, output, binary=FORMATS[wanted.format].binary)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
