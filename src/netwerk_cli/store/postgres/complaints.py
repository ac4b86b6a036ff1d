"""What a server, or the way to it, complains of: each as the answer a person gets, without a word of the data."""

from __future__ import annotations

import re

from netwerk_cli.errors import NetwerkError, StoreBusy
from netwerk_cli.errors.databases import DatabaseForbidden, DatabaseMissing, ServerBusy, StoreUnreachable
from netwerk_cli.wording import Wording

_AT_THE_DOOR: tuple[tuple[str, type[NetwerkError], Wording | None], ...] = (
    (
        r"password authentication failed|no password supplied|authentication failed",
        DatabaseForbidden,
        Wording("the user or the password is not right"),
    ),
    (r"role .* does not exist", DatabaseForbidden, Wording("there is no such user")),
    (r"role .* is not permitted to log in", DatabaseForbidden, Wording("this user may not log in")),
    (
        r"permission denied for database",
        DatabaseForbidden,
        Wording("this user may not connect to the database"),
    ),
    (
        r"no pg_hba.conf entry|pg_hba.conf rejects",
        DatabaseForbidden,
        Wording("the server lets nobody in from here"),
    ),
    (r"database .* does not exist", StoreUnreachable, Wording("there is no such database")),
    (
        r"starting up|shutting down|in recovery mode|not yet accepting",
        ServerBusy,
        Wording("the server is starting or stopping"),
    ),
    (
        r"too many (clients|connections)|remaining connection slots",
        ServerBusy,
        Wording("the server has no room for one more"),
    ),
    (
        r"could not translate host name|Name or service not known",
        StoreUnreachable,
        Wording("there is no such host"),
    ),
    (
        r"root certificate file .* does not exist",
        StoreUnreachable,
        Wording("the root certificate is not there"),
    ),
    (
        r"certificate|SSL error|server common name|tlsv1",
        StoreUnreachable,
        Wording("the certificate is not that of the server, or nobody known signed it"),
    ),
    (r"timeout expired|timed out", StoreUnreachable, Wording("it does not answer")),
    (
        r"[Cc]onnection refused|No such file or directory|Network is unreachable|No route",
        StoreUnreachable,
        Wording("no server listens there"),
    ),
    (
        r"session is read-only|server is in hot standby",
        StoreUnreachable,
        Wording("the server is a copy that only reads"),
    ),
    (r"(?:^|: )[A-ZÀ-Þ]{4,}:", StoreUnreachable, Wording("the server refuses; its log says why")),
    (
        r"does not support SSL",
        StoreUnreachable,
        Wording("the server has no certificate, and it is not this machine"),
    ),
)
"""By what the server or its driver says, which has no code before somebody is let in."""

_CODES: tuple[tuple[str, type[NetwerkError], Wording | None], ...] = (
    ("42P01", DatabaseMissing, None),
    ("3F000", DatabaseMissing, None),
    ("42501", DatabaseForbidden, Wording("this user may not do that")),
    ("0A000", DatabaseForbidden, Wording("the server only reads")),  # READ WRITE on a standby
    ("25006", DatabaseForbidden, Wording("the server only reads")),
    ("40001", ServerBusy, Wording("the server broke it off")),  # on a standby that has to catch up
    ("53100", StoreUnreachable, Wording("the disk of the server is full")),
    ("53200", StoreUnreachable, Wording("the server has no memory left")),
    ("53300", ServerBusy, Wording("the server has no room for one more")),
    ("53", StoreUnreachable, Wording("the server has no room left for it")),
    ("57014", ServerBusy, Wording("the server broke it off")),
    ("57P03", ServerBusy, Wording("the server is starting or stopping")),
    ("58", StoreUnreachable, Wording("the disk of the server fails")),
    ("XX", StoreUnreachable, Wording("the server or its database is damaged; its log says more")),
)
LOCKED = ("55P03", "40P01")
CUT = ("57P01", "57P02", "25P03")
"""Somebody ended the connection: the server that stops, its keeper, or the time that one may sit idle."""


def at_the_door(named: str, said: str) -> NetwerkError:
    """Return the answer to what was said when nobody was let in."""
    for pattern, kind, problem in _AT_THE_DOOR:
        if re.search(pattern, said):
            return kind(path=named, problem=problem)
    return StoreUnreachable(path=named, problem=Wording("it does not answer as a PostgreSQL server does"))


def inside(named: str, code: str | None, timeout_s: float) -> NetwerkError | None:
    """Return the answer to an SQLSTATE (PostgreSQL, appendix A); None for what should not happen."""
    if code in LOCKED:
        return StoreBusy(path=named, seconds=f"{timeout_s:g}")
    for begin, kind, problem in _CODES:
        if code is not None and code.startswith(begin):
            return kind(path=named, problem=problem) if problem else kind(path=named)
    return None
