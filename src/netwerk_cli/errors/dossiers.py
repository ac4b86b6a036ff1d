"""What is wrong with a dossier."""

from __future__ import annotations

from netwerk_cli.errors import Conflict, Refused, Usage


class BadDossiers(Usage):
    """Dossiers with faults; `faults` has the path, the line and the problem of each."""

    sentence = "{count:fault was|faults were} found in the dossiers, so nothing was changed."
    hint = "Mend the lines named above; 'netwerk apply --dry-run FILE' looks again and touches nothing."


class NotToml(Usage):
    """A dossier that is no TOML at all; `problem` is what the reader of TOML said."""

    sentence = "This is not TOML: {problem}."
    hint = "See docs/dossiers.md for an example."


class DossierTooLarge(Usage):
    """A dossier that holds more than an event or group has."""

    sentence = "This is too much for one dossier: {why}."
    hint = "Describe less in it, or divide it over several events."


class OneThing(Usage):
    """A dossier that describes nothing, or more than one thing."""

    sentence = "A dossier describes one thing, in [event] or in [group]."
    hint = "See docs/dossiers.md for an example."


class UnknownKey(Usage):
    """A key that a table of a dossier does not have; `nearest` is a clause that names a close one, or empty."""

    sentence = "There is no key '{key}' in {within}{nearest}."
    hint = "See docs/dossiers.md for the keys."


class KeyMissing(Usage):
    """A table of a dossier without a key that it needs."""

    sentence = "[{table}] needs the key '{key}'."
    hint = "See docs/dossiers.md for the keys."


class WrongType(Usage):
    """A value of a dossier that is not of the type that its key holds; `wanted` says which that is."""

    sentence = "'{key}' should be {wanted}."
    hint = "See docs/dossiers.md for the keys."


class NamedTwice(Usage):
    """Two parts of one dossier, or two dossiers of one run, under one name."""

    sentence = "'{name}' is there twice: first on line {first} of {path}."
    hint = "Give one of them another name."


class TimesTwice(Usage):
    """A dossier that gives a time for the whole event, and sessions as well."""

    sentence = "'{key}' cannot go with [[session]]: the sessions say when."
    hint = "Move the time to a session."


class OtherThing(Usage):
    """A dossier for a name that stands for something else."""

    sentence = "The name '{slug}' stands for something else, or did once; names are never reused."
    hint = "Choose another name."


class NotThatDossier(Conflict):
    """A file that an export would overwrite, and that is not a dossier of the same thing."""

    code = "target_exists"
    sentence = "{path} is not a dossier of '{slug}', and is not overwritten."
    hint = "Choose another file, or take that one away first."


class DossierOutdated(Refused):
    """A dossier that would set back what was changed since it was exported; `lost` has every such value."""

    code = "dossier_outdated"
    sentence = (
        "{count:value|values} changed since the dossier was exported would be lost, so nothing was done."
    )
    hint = "See how it is now with 'netwerk export dossier {slug}' and edit that, or go ahead with --yes."
