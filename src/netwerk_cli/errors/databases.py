"""What keeps a database from being a store, or from answering."""

from __future__ import annotations

from netwerk_cli.errors import StoreBusy, StoreFault
from netwerk_cli.errors.stores import StoreDamaged, StoreExists, StoreForbidden, StoreMissing, StoreNewer


class DatabaseExists(StoreExists):
    """netwerk made its tables in the database before."""

    sentence = "netwerk was set up in the database {path} already."
    hint = "Use it as it is, or choose another with --db."


class DatabaseMissing(StoreMissing):
    """There is a database, and nothing of netwerk in it."""

    sentence = "There is nothing of netwerk in the database {path} yet."
    hint = "Begin there with 'netwerk init', or put a backup there with 'netwerk restore FILE'."


class DatabaseDamaged(StoreDamaged):
    """A row of the database is not what netwerk writes."""

    sentence = "The database {path} is damaged: {problem}."
    hint = "Put a backup back with 'netwerk restore FILE'; 'netwerk doctor' names what else is damaged."


class DatabaseNewer(StoreNewer):
    """A later version of netwerk changed the database."""

    sentence = "The database {path} was changed by a newer netwerk (schema {found}; this one knows {known})."
    hint = "Update netwerk; nothing was changed."


class DatabaseForbidden(StoreForbidden):
    """The server does not let us in, or not do that."""

    sentence = "The database {path} may not be used so: {problem}."
    hint = "Nothing was changed. Ask who keeps the server; a password is kept in ~/.pgpass or PGPASSWORD."


class BadStoreAddress(StoreFault):
    """What names the database cannot be read; it is not quoted, as it may hold a password."""

    code = "store_address"
    sentence = "The address of the database cannot be read: {why}."
    hint = "It looks like postgresql://ans@db.example.org/netwerk; a password is kept in ~/.pgpass or PGPASSWORD."


class DriverMissing(StoreFault):
    """What speaks to PostgreSQL is not installed."""

    code = "store_driver"
    sentence = "What netwerk needs to speak to PostgreSQL is not installed."
    hint = "Install it: pip install 'netwerk-cli[postgresql]'."


class StoreUnreachable(StoreFault):
    """The server of the database cannot be used."""

    code = "store_unreachable"
    sentence = "The database {path} cannot be used: {problem}."
    hint = "Nothing was changed. Check the address, or ask who keeps the server."


class ConnectionLost(StoreFault):
    """The connection to the database broke before anything was changed."""

    code = "connection_lost"
    sentence = "The connection to {path} was lost."
    hint = "Nothing was changed: do it again once the server answers."


class OutcomeUnknown(StoreFault):
    """The connection to the database broke while a change was being made last, and nobody can say whether it was."""

    code = "outcome_unknown"
    sentence = "The connection to {path} was lost, and whether the change was made cannot be found out now."
    hint = "Look with 'netwerk log' once the server answers, before you do it again."


class DoneAndLost(StoreFault):
    """The connection to the database broke after a change was made, before its answer was worked out."""

    code = "answer_lost"
    sentence = (
        "The change was made, but the connection to {path} was lost before all of the answer was known."
    )
    hint = "Look at the result with a read command before you repeat this one."


class ClockDiffers(StoreFault):
    """This machine's clock decides what is in time, and it is not right."""

    code = "clock_differs"
    sentence = "The clock of this machine is {seconds} s away from that of {path}."
    hint = "Nothing was changed. Set the clock: it decides what is in time."


class ServerBusy(StoreBusy):
    """The server of the database cannot take us now."""

    code = "server_busy"
    sentence = "The database {path} cannot be used now: {problem}."
    hint = "Try again in a moment; nothing was changed."
