"""The sentences in Dutch, by their English templates. Every fact of the one stands in the other."""

from __future__ import annotations

from netwerk_cli.cli.dutch import clauses, dossiers, groups, messages, refusals, sessions, words

DUTCH: dict[str, str] = {
    **refusals.TEXTS,
    **clauses.TEXTS,
    **messages.TEXTS,
    **sessions.TEXTS,
    **words.TEXTS,
    **groups.TEXTS,
    **dossiers.TEXTS,
}
