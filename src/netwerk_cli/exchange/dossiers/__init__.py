"""Dossiers: TOML files that describe one event, series or group; bytes ↔ descriptions with line numbers.

`parse` reads one and says everything that is off in its form; what the values mean is for the services to say.
`writing`, which loads a library of its own, writes one, or changes one and keeps the comments of who wrote it.
"""

from netwerk_cli.exchange.dossiers.keys import PART_FIELDS, key_of
from netwerk_cli.exchange.dossiers.marks import Mark
from netwerk_cli.exchange.dossiers.parsing import Dossier, Fault, Given, Table, parse

__all__ = ["PART_FIELDS", "Dossier", "Fault", "Given", "Mark", "Table", "key_of", "parse"]
