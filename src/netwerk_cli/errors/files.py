"""What is wrong with a list, a report or another file that is read, or with the place of one that is written."""

from __future__ import annotations

from netwerk_cli.errors import Conflict, Refused, Usage


class BadInput(Usage):
    """A line of an input file that cannot be read."""

    sentence = "{path}, line {line}: {why}."
    hint = "Nothing was changed; mend the line and run the command again."


class BadFile(Usage):
    """A list that cannot be read as a whole."""

    sentence = "{path} cannot be read: {why}."
    hint = "Nothing was changed; mend the file and run the command again."


class ExtraMissing(Usage):
    """Something that needs a library which is not installed; `extra` is what brings it."""

    sentence = "The library for {wanted} is not installed."
    hint = "Install it with: pip install 'netwerk-cli[{extra}]'."


class ColumnMissing(Usage):
    """A list without a column that it needs; `field` is what such a column is called with --map."""

    sentence = "{path} has no column that holds '{field}'; it has: {known}."
    hint = "Say which one does: --map 'COLUMN={field}'."


class NoSuchColumn(Usage):
    """A column that was named and is not in the list."""

    sentence = "{path} has no column '{column}'; it has: {known}."
    hint = "Name a column as it is written above the list: --map 'COLUMN=FIELD'."


class DaysUndecided(Usage):
    """A column of dates of which nothing says whether the day or the month comes first."""

    sentence = "{path}, row {line}: the dates under '{column}' can be read with the day or the month first."
    hint = "Say which comes first: --map '{column}=received_at day-first', or month-first."


class TwoNotations(Usage):
    """A column of dates in which the day comes first in one row and the month in another."""

    sentence = (
        "{path}: under '{column}' the day comes first in row {day_first}, and the month in row {month_first}."
    )
    hint = "Write all of them as 2024-01-16 16:00 and run the command again; nothing was changed."


class NoAddress(Usage):
    """A row without an e-mail address."""

    sentence = "There is no e-mail address."
    hint = "Add the address and read the row again."


class Unfinished(Usage):
    """A row that somebody has not handed in: a draft, or an answer that stopped halfway."""

    sentence = "It was not handed in."
    hint = "It counts once the form says that it is complete."


class NotOfTheAgenda(Conflict):
    """A file that the agenda would be written over, and that we did not write."""

    code = "target_exists"
    sentence = "{path} was not written by netwerk, and is not overwritten; nothing was written."
    hint = "Choose another folder, or take that file away first."


class OtherAgenda(Conflict):
    """A folder that holds the agenda of another data file."""

    code = "other_agenda"
    sentence = "{path} holds the agenda of another data file or database; nothing was written."
    hint = "Choose another folder, or empty that one first."


class ReportOfAnotherDay(Refused):
    """An attendance report of which no moment lies on the day of the session."""

    code = "report_of_another_day"
    sentence = "{path} is a report of {report_on}; session '{session}' of '{event}' is on {session_on}."
    hint = "Nothing was recorded; name the event or session that the report is of."


class ReportOfAnotherTime(Refused):
    """An attendance report of the right day, in which nobody was there at any moment of the session."""

    code = "report_of_another_time"
    sentence = (
        "{path} has nobody between {starts_at} and {ends_at}, when session '{session}' of '{event}' is."
    )
    hint = "Nothing was recorded; check the time zone of the report, or name the session that it is of."


class ReportOfNobody(Refused):
    """An attendance report in which nobody stands who has a place in the session."""

    code = "report_of_nobody"
    sentence = "None of the {count:person|people} in {path} has a place in session '{session}' of '{event}'."
    hint = "Nothing was recorded; name the event or session that the report is of."
