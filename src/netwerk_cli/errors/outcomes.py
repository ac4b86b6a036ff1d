"""What was done in part, or found: the answer is a list."""

from __future__ import annotations

from netwerk_cli.errors import Findings


class TracesFound(Findings):
    """Somebody was found where they were looked for; `traces` says where, `unread` what could not be looked into."""

    code = "traces_found"
    sentence = "Found in {count:place|places}."
    hint = "Each line above says where; what it is in is for you to clean or remove."


class PlacesUnread(Findings):
    """Nothing was found, but not all could be looked into; facts as of `TracesFound`."""

    code = "places_unread"
    sentence = "Not found, but {count:place|places} could not be looked into."
    hint = "Each line above says why; look into those by hand."


class ErasedButUnread(Findings):
    """Somebody was erased, but something may still hold them that cannot be read; facts as of the result."""

    code = "places_unread"
    sentence = "Erased, but {count:place|places} could not be looked into."
    hint = "Each line above says why; look into those by hand."


class SomeRejected(Findings):
    """Some lines of an input were taken, others were not; `results` has one result a line."""

    code = "rows_rejected"
    sentence = "{rejected} of {count:line was|lines were} rejected, {taken} taken."
    hint = "Each line above says why; mend those and run them again."


class SomeWouldBeRejected(SomeRejected):
    """What `SomeRejected` says of a dry run."""

    sentence = "{rejected} of {count:line|lines} would be rejected, {taken} taken."


class RowsRejected(Findings):
    """Some rows of a list were not taken; the facts are those of the result."""

    code = "rows_rejected"
    sentence = "Not taken: {rejected} of {read:row|rows}."
    hint = "Each line above says why; --rejects FILE writes those rows, to be mended and read again."


class RowsWouldBeRejected(RowsRejected):
    """As `RowsRejected`, where nothing was done."""

    sentence = "Would not be taken: {rejected} of {read:row|rows}."


class FilesRejected(Findings):
    """Some files of a folder were not taken, or not whole; `files` has what each came to."""

    code = "files_rejected"
    sentence = "Not taken, or not whole: {rejected} of {count:file|files}."
    hint = "The .txt beside each of them says why."


class SomeSkipped(Findings):
    """Some of several people were decided on, others were not; `results` has one result a person."""

    code = "people_skipped"
    sentence = "{skipped} of {count:person was|people were} skipped; {changed} changed."
    hint = "Each line above says why; decide on those one by one."
