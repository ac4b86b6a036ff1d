"""The connection to a database: opened when it is wanted, one statement a call; the only importer of psycopg2."""

from __future__ import annotations

import math
import select
import sys
import time
from typing import Any, cast

from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.databases import ConnectionLost, DoneAndLost, DriverMissing
from netwerk_cli.store.postgres import complaints
from netwerk_cli.store.postgres.addresses import Address

_SPARED = "ssl"
"""The driver asks for it for threads with an OpenSSL before 1.1, and does as well without what that loads."""
_spares = _SPARED not in sys.modules
if _spares:
    sys.modules[_SPARED] = None  # type: ignore[assignment]
try:
    import psycopg2
    import psycopg2.extensions
except ImportError as err:
    raise DriverMissing from err
finally:
    if _spares:
        del sys.modules[_SPARED]

Rows = list[tuple[Any, ...]]

_SETTINGS = {
    "application_name": "netwerk",
    "client_encoding": "UTF8",
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
    "options": "-c search_path=pg_catalog -c datestyle=ISO -c client_min_messages=error"
    " -c idle_in_transaction_session_timeout=600000",
}
"""Who goes home in the middle of a change lets go of it within ten minutes."""


class _Connection(psycopg2.extensions.connection):
    """A connection that is given up when it does not come about in time, which libpq does not see to here."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        self.until: float | None = time.monotonic() + _timeout_s(str(arguments[0]))
        super().__init__(*arguments, **more)
        self.until = None


def _timeout_s(dsn: str) -> float:
    """Return how long to wait for a connection, in seconds; 0 is for ever (libpq, connect_timeout)."""
    said = psycopg2.extensions.parse_dsn(dsn).get("connect_timeout", "")
    return float(said) if said.isdigit() and int(said) else math.inf


def _wait(connection: Any) -> None:
    """Wait for the server, and hear Ctrl-C meanwhile, which libpq does not. Raises `TimeoutError`."""
    while (state := connection.poll()) != psycopg2.extensions.POLL_OK:
        read, write = ([connection], []) if state == psycopg2.extensions.POLL_READ else ([], [connection])
        until = getattr(connection, "until", None)  # not every connection in this process is one of ours
        left = None if until is None else max(0.0, until - time.monotonic())
        if not any(select.select(read, write, [], None if left == math.inf else left)):
            raise TimeoutError


psycopg2.extensions.set_wait_callback(_wait)


class Link:
    """A connection that is made when it is first asked something. Transactions begin and end in what is asked.

    `done` says that a change was made, so that what is lost from then on is no more than its answer.
    """

    def __init__(self, address: Address, timeout_s: float) -> None:
        self.address, self.timeout_s = address, timeout_s
        self.done = False
        self._connection: Any = None

    def ask(self, statement: str, *values: object) -> Rows:
        """Run one or more statements in one round trip, and return the rows of the last one.

        Raises:
            ConnectionLost: there is nobody at the other end any more. The rest as `complaints` says.
            DoneAndLost: any of these, after a change was made.
        """
        connection = self._opened()
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, values or None)
                return cast("Rows", cursor.fetchall()) if cursor.description else []
        except psycopg2.Error as err:
            lost = bool(connection.closed) or err.pgcode in complaints.CUT
            code = err.pgcode
            self.close()
            if self.done:
                raise DoneAndLost(path=self.address.named) from err
            if lost or code is None:
                raise ConnectionLost(path=self.address.named) from err
            answer = complaints.inside(self.address.named, code, self.timeout_s)
            if answer is None:
                raise
            raise answer from err
        except BaseException:
            self.close()  # where it stands is not known any more
            raise

    def begin(self, statement: str, *values: object) -> Rows:
        """Run what ends one transaction and begins another; where the server was started anew meanwhile, once more."""
        known = self._connection is not None
        try:
            return self.ask(statement, *values)
        except (ConnectionLost, DoneAndLost):
            if not known:
                raise
        return self.ask(statement, *values)

    @property
    def user(self) -> str:
        """Who the server knows us as."""
        return str(self._opened().info.user)

    def _opened(self) -> Any:
        if self._connection is None:
            try:
                self._connection = self._connected()
            except NetwerkError as err:
                if self.done:
                    raise DoneAndLost(path=self.address.named) from err
                raise
        return self._connection

    def _connected(self) -> Any:
        try:
            parameters: dict[str, Any] = {**_SETTINGS, **self.address.parameters}
            connection = psycopg2.connect(**parameters, connection_factory=_Connection)
            connection.autocommit = True  # transactions begin and end in the statements
        except TimeoutError as err:
            raise complaints.at_the_door(self.address.named, "timeout expired") from err
        except psycopg2.Error as err:
            raise complaints.at_the_door(self.address.named, str(err)) from err
        except UnicodeDecodeError as err:  # a complaint in the encoding of a server's language
            raise complaints.at_the_door(self.address.named, "") from err
        return connection

    def close(self) -> None:
        """Let go of the connection, and of all that was not committed."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            try:
                connection.close()
            except psycopg2.Error:
                return
