"""Dossiers: TOML files that describe one event, series or group; bytes ↔ descriptions with line numbers.

`parse` reads one and says everything that is off in its form, `formatted` writes one, `rewritten` changes one and
keeps the comments and the order of who wrote it. What the values mean is for the services to say.
"""

from netwerk_cli.exchange.dossiers.parsing import Dossier, Fault, Given, Table, parse
from netwerk_cli.exchange.dossiers.words import FIELD_OF, PART_FIELDS, key_of
from netwerk_cli.exchange.dossiers.writing import formatted, rewritten

__all__ = [
    "FIELD_OF", "PART_FIELDS", "Dossier", "Fault", "Given", "Table", "formatted", "key_of", "parse", "rewritten",
]  # fmt: skip
