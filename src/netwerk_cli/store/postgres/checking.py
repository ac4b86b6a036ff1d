"""What `doctor` says about a database: whether its rows can be read, and who might listen on the way to them."""

from __future__ import annotations

from netwerk_cli.domain.findings import Finding
from netwerk_cli.errors.stores import StoreDamaged, StoreNewer
from netwerk_cli.store.checking import from_error, tables
from netwerk_cli.store.postgres.addresses import is_checked, is_here
from netwerk_cli.store.postgres.store import PostgresStore
from netwerk_cli.wording import Wording


def structure(store: PostgresStore) -> list[Finding]:
    """Return what is wrong with the rows, and with the way to them. Reads only.

    Raises:
        DatabaseMissing, StoreUnreachable, DatabaseForbidden: there is nothing to look at.
    """
    findings: list[Finding] = []
    try:
        findings += tables(store.read())
    except (StoreDamaged, StoreNewer) as err:
        findings.append(from_error(store.named, err))
    parameters = store.address.parameters
    if not is_here(parameters) and not is_checked(parameters):
        findings.append(
            Finding(
                code="connection_open",
                where=store.named,
                problem=Wording("Somebody on the way may read along, or pretend to be the server."),
                hint=Wording("Leave sslmode out of the address: then the certificate is checked."),
            )
        )
    return findings
