"""What the config file says of personal data: who answers for it, and how long it is kept.

[privacy]
controller = "CLB-netwerk Voorbeeld, Kerkstraat 1, Gent"
special = "7 days"
"answers.foto" = "2 years"

[privacy.events.kickoff]
people = "2 years"
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netwerk_cli.cli.settings import PRIVACY, config_path, table
from netwerk_cli.domain.retention import Length, Retention, check_key, length
from netwerk_cli.errors import BadConfig, BadValue
from netwerk_cli.wording import Wording

_EVENTS = "events"


class Responsible(NamedTuple):
    """Who answers for what is kept (article 30(1)(a) of the GDPR); None for what the settings do not say."""

    controller: str | None = None
    contact: str | None = None
    officer: str | None = None


def responsible() -> Responsible:
    """Return who answers for what is kept. Raises `BadConfig`."""
    found = table(PRIVACY)
    given = {name: str(found[name]).strip() or None for name in Responsible._fields if name in found}
    return Responsible(**given)


def retention() -> Retention:
    """Return the terms in force. Raises `BadConfig` on one that cannot be."""
    found = table(PRIVACY)
    events = found.get(_EVENTS, {})
    own = {key: value for key, value in found.items() if key not in (*Responsible._fields, _EVENTS)}
    try:
        return Retention(
            general=_terms(own, PRIVACY),
            events={slug: _terms(terms, f"{PRIVACY}.{_EVENTS}.{slug}") for slug, terms in _tables(events)},
        )
    except BadValue as err:
        why = Wording("{field}: {why}", **err.facts)
        raise BadConfig(path=str(config_path()), why=why) from err


def _tables(events: object) -> list[tuple[str, object]]:
    if not isinstance(events, Mapping):
        raise BadValue(field=f"{PRIVACY}.{_EVENTS}", why=Wording("it has a table for each event"))
    return [*events.items()]


def _terms(found: object, where: str) -> dict[str, Length]:
    if not isinstance(found, Mapping):
        raise BadValue(field=where, why=Wording("it is a table of terms"))
    for key in found:
        check_key(key, name=f"{where}.{key}")
    return {key: length(str(text), name=f"{where}.{key}") for key, text in found.items()}
