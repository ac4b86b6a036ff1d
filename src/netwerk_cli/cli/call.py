"""One call of the program: its settings, what it was asked to print, and what it has to say.

Data is collected and written to standard output in one piece at the end, so that a failing command leaves
standard output empty; everything else goes to standard error at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, MutableMapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from netwerk_cli.cli import clocks, language, settings
from netwerk_cli.cli.cautions import warning
from netwerk_cli.cli.languages import ENGLISH, LANGUAGES, speech
from netwerk_cli.cli.plain import field_lines, tab_lines, whole_number
from netwerk_cli.cli.screen import note, note_raw, read_by_somebody, require_reader, wrapped
from netwerk_cli.cli.visible import visible
from netwerk_cli.domain import moments
from netwerk_cli.errors import AnswerNeeded, Declined, FileMissing, InputOutput, Interrupted, NetwerkError
from netwerk_cli.records import replace
from netwerk_cli.services.caller import Caller
from netwerk_cli.store import Store, store_at
from netwerk_cli.terms import Terms, names
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.cli.cells import Reader
    from netwerk_cli.cli.listings import Listing

_TOGETHER = 500
"""How many lines of a listing are put on standard output at a time: together they can be many."""
Options = MutableMapping[str, Any]
Row = dict[str, Any]


class Call:
    """Everything a command needs that is not its own options."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.settings = settings.resolve(options)
        self.language = options["language"] = self.settings["lang"].value
        self.zone = clocks.go_by(self.settings["timezone"].value)
        fixed = clocks.fixed(self.zone)
        self.fixed = fixed is not None
        self.now = fixed or datetime.now(UTC)
        if fixed is not None:
            note_raw(f"NETWERK_NOW: {fixed.isoformat()}")
        self._store: Store | None = None
        self.warnings: list[Row] = []
        self.data: list[bytes] = options.setdefault("data", [])

    # ---------------------------------------------------------- what comes in
    @property
    def json(self) -> bool:
        """Whether the answer is JSON."""
        return bool(self.options.get("json"))

    @property
    def dry_run(self) -> bool:
        """Whether nothing may be touched."""
        return bool(self.options.get("dry_run"))

    @property
    def terminal(self) -> bool:
        """Whether a person reads standard output."""
        return read_by_somebody(sys.stdout)

    def store(self) -> Store:
        """Return the data file of this call."""
        if self._store is None:
            timeout_s = settings.seconds(self.settings["lock_timeout"].value)
            self.options["call"] = self
            clock = None if self.fixed else partial(datetime.now, UTC)
            place = settings.typed_store(self.settings["db"].value)
            self._store = self.options["store"] = store_at(place, lock_timeout_s=timeout_s, clock=clock)
        return self._store

    def caller(self, *, trial: bool = False) -> Caller:
        """Return who calls, for the services; in a `trial` nothing is touched."""
        if self.json:
            require_reader()
        return Caller(
            store=self.store(),
            now=self.now,
            by=self.store().user or settings.user(),
            zone=self.zone,
            dry_run=trial or self.dry_run,
            config=settings.config_path(),
        )

    def input(self, source: str, most: int = -1) -> bytes:
        """Return the bytes of an input file, or of standard input for `-`; `most` of them where that is said.

        Raises `FileMissing`, `InputOutput`.
        """
        try:
            if source == "-":
                return sys.stdin.buffer.read(most) if sys.stdin is not None else b""
            with settings.typed_path(source).open("rb") as file:
                return file.read(most)
        except FileNotFoundError as err:
            raise FileMissing(path=source) from err
        except OSError as err:
            from netwerk_cli import causes

            raise InputOutput(path=source, problem=causes.system(err)) from err

    def remember_written(self) -> None:
        """Note in the data file where this command wrote results, so that an erasure can name them."""
        wrote = [] if self._store is None or self.dry_run else self._store.wrote
        if wrote:
            from netwerk_cli.services.written import remember

            kind = str(self.options.get("command", "")).removeprefix("netwerk ")
            try:
                remember(self.caller(), wrote, kind)
            except (NetwerkError, OSError):
                self.say("It could not be noted that this was written; keep in mind where it is.")

    # --------------------------------------------------------- what goes out
    def say(self, template: str, **facts: object) -> None:
        """Tell the person, on standard error, what was done; silent with --quiet and --json."""
        if not (self.options.get("quiet") or self.json):
            note(self.words(template, **facts))

    def warn(self, template: str, **facts: object) -> None:
        """Say what may not be meant; a script finds it among the `warnings` of the result object."""
        self.say(template, **facts)
        self.warnings.append(warning(language.say(template, ENGLISH, facts)))

    def words(self, template: str, **facts: object) -> str:
        """Return a sentence in the reader's language."""
        return language.say(template, self.language, facts)

    def write(self, data: bytes) -> None:
        """Put bytes on standard output, at the end."""
        self.data.append(data)

    def tell(self, text: str) -> None:
        """Put a line of words on standard output: fit to be seen where a person reads it."""
        self.print(wrapped(visible(text), hang=2) if self.terminal else text)

    def page(self, text: str) -> None:
        """Put what may be longer than the screen on standard output, at the end."""
        self.options["pages"] = True
        self.print(text)

    def print(self, text: str) -> None:
        """Put a line on standard output, at the end."""
        self.data.append(f"{text}\n".encode(errors="backslashreplace"))

    def put(self, value: object) -> None:
        """Put a JSON value on standard output, on one line."""
        self.print(json.dumps(value, ensure_ascii=False))

    def result(self, action: str, *, changed: bool, **more: object) -> None:
        """Put the result object of a change on standard output, with --json."""
        self.options["changed"] = changed and not self.dry_run
        if changed and not self.json:
            from netwerk_cli.cli.untold_telling import tell_untold

            tell_untold(self)
        if self.json:
            told = {"action": action, "changed": changed, "dry_run": self.dry_run, **more}
            self.put({**told, "warnings": self.warnings, "change": self.change_code()})
        elif self.dry_run:
            self.say("This was a dry run: nothing was changed.")

    def change_code(self) -> str | None:
        """Return the code of the change that was made, if any was."""
        number = self._store.change_number if self._store else None
        return None if number is None or self.dry_run else f"c{number}"

    def rows(
        self,
        rows: Iterable[Row],
        listing: Listing,
        *,
        nothing: str,
        newest: bool = False,
        zone: str | None = None,
        more: Terms = (),
    ) -> None:
        """Put a listing on standard output: a table for a person, tab-separated in a pipe, or JSON.

        What it shows is that of the listing, unless --fields asks for other columns; all that is usual where nothing
        is said of screens. `nothing` is said to a person when there are no rows. Where the `newest` row comes
        last, the limit keeps those. Rows of people have a `zone`, to order names by. `more` is there when asked for.
        """
        columns, whole = names(listing.known), (*listing.known, *more)
        fields, by = self._asked(whole)
        chosen = rows if by is None else self._ordered([*rows], by, names(whole), zone)
        most = self.options.get("limit")
        limit = None if most is None else whole_number(most, field="--limit")
        if limit is not None:  # all is read, whatever is shown of it
            chosen = [*chosen][-limit:] if newest and by is None and limit else [*chosen][:limit]
        if self.json:
            self.put([{f: row[f] for f in fields or columns} for row in chosen])
        elif not self.terminal:
            lines = tab_lines(chosen, fields or listing.usual)
            while some := [*islice(lines, _TOGETHER)]:
                self.print("\n".join(some))
        elif drawn := [*chosen]:
            from netwerk_cli.cli import cells

            kind = replace(listing, known=whole)
            self.page(cells.drawn(drawn, kind, fields, self.reader(whole), color=self.color))
        elif limit != 0:
            self.say(nothing)

    def columns(self, listing: Listing) -> Sequence[str] | None:
        """Return what `rows` looks at of a listing, None for all: what nobody sees need not be worked out."""
        all_ = self.json or self.terminal or self.options.get("fields") or self.options.get("sort")
        return None if all_ else listing.usual

    def _asked(self, known: Terms) -> tuple[list[str], str | None]:
        """Return the columns that were asked for, and in what order. Raises `UnknownField`."""
        fields, by = self.options.get("fields"), self.options.get("sort")
        if fields is None and by is None:
            return [], None
        from netwerk_cli.cli import vocabulary

        return vocabulary.columns(fields, known, self.language), vocabulary.order(by, known, self.language)

    def _ordered(self, rows: Sequence[Row], by: str, known: Sequence[str], zone: str | None) -> Sequence[Row]:
        from netwerk_cli.domain.family_names import names_of
        from netwerk_cli.services.sorting import sort

        setting = self.settings["sort_names"].value
        return sort(rows, by, known, names=names_of(setting, zone) if zone else None)

    def card(self, shape: Row, known: Terms) -> None:
        """Put one thing on standard output: a line for each field, on a screen for each that says something."""
        if not self.terminal:
            for line in field_lines(shape):
                self.print(line)
            return
        from netwerk_cli.cli import cards

        self.page(cards.drawn(shape, self.reader(known), color=self.color))

    def reader(self, known: Terms) -> Reader:
        """Return who reads about what is `known`."""
        from netwerk_cli.cli.cells import Reader

        return Reader(self.language, moments.in_zone(self.now, self.zone).year, known)

    @property
    def color(self) -> bool:
        """Whether to colour standard output."""
        wanted = self.settings["color"].value
        return wanted == "always" or (wanted == "auto" and self.terminal and os.environ.get("TERM") != "dumb")

    # ------------------------------------------------------------- questions
    @property
    def asks(self) -> bool:
        """Whether there is somebody at a terminal who may be asked something."""
        if self.options.get("no_input") or sys.stdin is None or sys.stderr is None:
            return False
        return sys.stdin.isatty() and sys.stderr.isatty()

    def confirm(self, template: str, **facts: object) -> None:
        """Ask before something that cannot simply be undone.

        Raises:
            Declined: the answer was no, or there was none.
            AnswerNeeded: there is no terminal to ask on, and no --yes.
        """
        if self.options.get("yes") or self.dry_run:
            return
        if not self.asks:
            raise AnswerNeeded(question=Wording(template, **facts))
        asked, choice = self.words(template, **facts), speech(self.language).choice
        try:
            sys.stderr.write(wrapped(f"{visible(asked, lines=True)} [{choice}]") + " ")
            sys.stderr.flush()
            answer = sys.stdin.readline()
        except KeyboardInterrupt as err:
            note("")
            raise Interrupted from err
        if not any(answer.strip().casefold() in speech(one).yes for one in LANGUAGES):
            raise Declined
