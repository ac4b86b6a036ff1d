"""The address of a database: what it may say, and how it is shown to people, without a password."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from netwerk_cli.errors.databases import BadStoreAddress
from netwerk_cli.wording import Wording

_SCHEMES = ("postgresql://", "postgres://")
_OPTIONS = frozenset(
    {"connect_timeout", "host", "port", "sslcert", "sslcrl", "sslkey", "sslmode", "sslrootcert"}
    | {
        "application_name",
        "channel_binding",
        "gssencmode",
        "passfile",
        "require_auth",
        "target_session_attrs",
    }
)
_LOOPBACK = re.compile(r"127(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}", re.ASCII)
_MISSHAPEN = Wording("something in it is missing or out of place")


class Address(NamedTuple):
    """Where a database is, what it is called, and what else there is to say to who connects.

    `named` is the whole of it as people see it. `user` is None where the system's user is meant.
    """

    named: str
    database: str
    user: str | None
    parameters: dict[str, str]


def read(text: str) -> Address:
    """Read an address.

    Raises:
        BadStoreAddress: it is none. It is not quoted: what cannot be read may hold a password.
    """
    if not text.startswith(_SCHEMES):
        raise BadStoreAddress(why=_MISSHAPEN)
    try:
        found = urlsplit(text)
        host, port = found.hostname or "", found.port
    except ValueError:
        raise BadStoreAddress(why=_MISSHAPEN) from None  # what it complains of may be in a password
    if found.netloc.count("@") > 1 or "@" in found.path + found.query + found.fragment or found.fragment:
        raise BadStoreAddress(why=Wording("write / as %2F, @ as %40, ? as %3F and # as %23 in a password"))
    database = unquote(found.path.removeprefix("/"))
    if not database or "/" in database or "\0" in unquote(text):
        raise BadStoreAddress(why=_MISSHAPEN)
    more = dict(parse_qsl(found.query, keep_blank_values=True))
    unknown = sorted(more.keys() - _OPTIONS)
    if unknown:
        why = Wording("netwerk passes on {known}, and nothing else", known=", ".join(sorted(_OPTIONS)))
        raise BadStoreAddress(why=why)
    user = unquote(found.username) if found.username else None
    given = {
        "dbname": database,
        "user": user or "",
        "password": unquote(found.password) if found.password else "",
        "host": unquote(host),
        "port": str(port) if port else "",
    }
    parameters = {**{name: value for name, value in given.items() if value}, **more}
    return Address(_shown(user, host, port, database), database, user, _guarded(parameters))


def _shown(user: str | None, host: str, port: int | None, database: str) -> str:
    who = f"{quote(user, safe='')}@" if user else ""
    where = f"[{host}]" if ":" in host else host
    return f"postgresql://{who}{where}{f':{port}' if port else ''}/{quote(database, safe='')}"


def is_here(parameters: dict[str, str]) -> bool:
    """Whether the server is on this machine, so that nobody can listen in or pretend to be it."""
    host = parameters.get("host") or os.environ.get("PGHOST", "")
    if "PGHOSTADDR" in os.environ or ("PGSERVICE" in os.environ and not parameters.get("host")):
        return False
    return all(
        one.startswith(("/", "@")) or one in ("", "localhost") or _loops(one) for one in host.split(",")
    )


def _loops(host: str) -> bool:
    """Whether an address leads back to this machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3)."""
    return host == "::1" or bool(_LOOPBACK.fullmatch(host))


def is_checked(parameters: dict[str, str]) -> bool:
    """Whether the server has to show the certificate of its own name."""
    return parameters.get("sslmode", os.environ.get("PGSSLMODE")) == "verify-full"


def _guarded(parameters: dict[str, str]) -> dict[str, str]:
    """Ask for a certificate of the very server, unless it is on this machine or somebody says otherwise.

    Who keeps no certificates of their own trusts those that the system trusts. Within this machine nothing is
    encrypted unless the server insists: nobody listens in there, and it is half of what connecting costs.
    """
    if "PGSSLMODE" in os.environ:
        return parameters
    if is_here(parameters):
        return {"sslmode": "allow", **parameters}
    found = {"sslmode": "verify-full", **parameters}
    if is_checked(found) and not any(map(os.path.exists, _own_roots())) and "PGSSLROOTCERT" not in os.environ:
        found.setdefault("sslrootcert", next(filter(os.path.exists, _system_roots()), "system"))
    return found


def _own_roots() -> Iterator[str]:
    """Yield where libpq looks for certificates that somebody trusts."""
    yield os.path.expanduser("~/.postgresql/root.crt")  # noqa: PTH111 (Path's raises where there is no home)
    if "APPDATA" in os.environ:
        yield os.path.join(os.environ["APPDATA"], "postgresql", "root.crt")  # noqa: PTH118 (as the others)


def _system_roots() -> Iterator[str]:
    """Yield where systems keep the certificates that they trust: a libpq from a wheel does not know."""
    yield os.environ.get("SSL_CERT_FILE", "")
    yield "/etc/ssl/certs/ca-certificates.crt"  # Debian, Ubuntu, Arch
    yield "/etc/pki/tls/certs/ca-bundle.crt"  # Fedora, Red Hat
    yield "/etc/ssl/ca-bundle.pem"  # SUSE
    yield "/etc/ssl/cert.pem"  # macOS, Alpine, BSD
