"""What keeps a data file, or an earlier state of it, from being read or written."""

from __future__ import annotations

from netwerk_cli.errors import Conflict, Failed, NotFound, StoreBusy, StoreFault, Usage


class NotDurable(Failed):
    """The new state is in place, but the system did not confirm that it would survive a power cut."""

    code = "io"
    sentence = "{path} was changed, but the system could not confirm that it is safely on disk: {problem}."
    hint = "Look at the result with a read command before you repeat this one."


class DemoFailed(Failed):
    """A step of the demo ended otherwise than it should."""

    code = "internal"
    sentence = "The demo stopped: '{command}' ended with exit code {code} instead of {expected}."
    hint = "Report this, with what is printed above."


class PassphraseNeeded(Usage):
    """Something that takes a passphrase where nobody can be asked for it."""

    sentence = "This takes a passphrase, and there is no terminal to ask for it on."
    hint = "Put it into the environment, as NETWERK_PASSPHRASE."


class KeyNeeded(Usage):
    """An encrypted backup that a key opens, and none was given."""

    sentence = "{path} is encrypted for a key."
    hint = "Name the file with the secret key: --identity FILE."


class CannotOpen(Usage):
    """An encrypted backup and another passphrase or key than the one that opens it."""

    sentence = "{path} cannot be opened with that passphrase or key."
    hint = "Nothing was changed; try again with the one it was made with."


class BadBackup(Usage):
    """A file that is not a data file of netwerk."""

    sentence = "'{path}' is not a usable backup: {why}."
    hint = "List the usable ones with 'netwerk backup --list'."


class GenerationMissing(NotFound):
    """No kept generation has this number."""

    sentence = "Generation {generation} is not kept."
    hint = "List the kept ones with 'netwerk backup --list'."


class StoreExists(Conflict):
    """`init` on a place that holds a file already."""

    code = "store_exists"
    sentence = "There is a file at {path} already."
    hint = "Use it as it is, or choose another place with --db FILE."


class DemoExists(Conflict):
    """A folder for what the demo makes that holds a file of one of its names."""

    code = "target_exists"
    sentence = "There is a file at {path} already."
    hint = "Choose an empty folder: netwerk demo --keep DIR."


class StoreMissing(StoreFault):
    """There is no data file."""

    code = "store_missing"
    sentence = "There is no data file at {path}."
    hint = "Create one with 'netwerk init', or name another with --db FILE."


class StoreDamaged(StoreFault):
    """The data file is not what netwerk writes."""

    code = "store_damaged"
    sentence = "The data file {path} is damaged: {problem}."
    hint = "Put an earlier state back with 'netwerk restore'; see 'netwerk backup --list'."


class StoreNewer(StoreFault):
    """A later version of netwerk wrote the file."""

    code = "store_newer"
    sentence = "The data file {path} was written by a newer netwerk (schema {found}; this one knows {known})."
    hint = "Update netwerk; the file was not touched."


class StoreForbidden(StoreFault):
    """The system does not let us read or write the data file."""

    code = "store_not_permitted"
    sentence = "The data file {path} may not be read or written: {problem}."
    hint = "Check who owns the file and its folder, or name another with --db FILE."


class LockLost(StoreBusy):
    """The lock file was removed or replaced while we held it, so another process may have changed the data file."""

    code = "lock_lost"
    sentence = "The lock of {path} was taken away during this change, so nothing was changed."
    hint = "Try again, and leave {lock} where it is: removing it frees nothing."


class SenderBusy(StoreBusy):
    """Another process is sending mail about this data file."""

    code = "sender_busy"
    sentence = "Another netwerk is sending mail about {path}, and was not done within {seconds} s."
    hint = "Wait until it is done, or wait longer with --lock-timeout SECONDS; nothing was sent by this one."
