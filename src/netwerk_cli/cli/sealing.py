"""Passphrases and keys of encrypted backups: asked for at the terminal or found in the environment, never typed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.screen import note
from netwerk_cli.errors import BadValue, Interrupted
from netwerk_cli.errors.stores import KeyNeeded, PassphraseNeeded
from netwerk_cli.store import sealing
from netwerk_cli.wording import Wording

VARIABLE = "NETWERK_PASSPHRASE"


def closing(call: Call, recipients: Sequence[str]) -> Callable[[bytes], bytes]:
    """Return what encrypts a backup: for the keys of `recipients`, or files of them, else with a passphrase.

    Raises:
        PassphraseNeeded: there is nobody to ask. BadValue: it is empty, or was typed otherwise the second time.
    """
    keys = [key for one in recipients for key in _public(call, one)]
    if recipients:
        return lambda data: sealing.for_recipients(data, keys)
    passphrase = _new_passphrase(call)
    return lambda data: sealing.with_passphrase(data, passphrase)


def _public(call: Call, typed: str) -> list[str]:
    """Return the public key that was typed, or those of a file."""
    if typed.lower().startswith(
        ("age1", "ssh-", "age-secret-key-")
    ):  # which is refused without being repeated
        return [typed]
    found = sealing.public_keys(call.input(typed).decode("utf-8-sig", "replace"))
    if not found:
        raise BadValue(field="--recipient", why=Wording("the file holds no public key"))
    return found


def opening(call: Call, identities: Sequence[str]) -> Callable[[Path, bytes], bytes]:
    """Return what takes a backup out of its encryption; one that is not encrypted stays as it is.

    What was opened once is not asked for again.
    """
    texts = tuple(call.input(one).decode("utf-8-sig", "replace") for one in identities)
    known: dict[bytes, bytes] = {}

    def opened(path: Path, data: bytes) -> bytes:
        if not sealing.is_sealed(data):
            return data
        if data not in known:
            known[data] = sealing.opened(data, _keys(call, path, data, texts), path=str(path))
        return known[data]

    return opened


def _keys(call: Call, path: Path, data: bytes, identities: tuple[str, ...]) -> sealing.Keys:
    if sealing.takes_passphrase(data):
        return sealing.Keys(
            passphrase=_known() or _asked(call, call.words("Passphrase of {path}:", path=str(path)))
        )
    if not identities and sealing.takes_key(data):
        raise KeyNeeded(path=str(path))
    return sealing.Keys(identities=identities)


def _new_passphrase(call: Call) -> str:
    known = _known()
    if known is not None:
        return known
    first = _asked(call, call.words("A passphrase for the backup:"))
    if not first:
        raise BadValue(field=VARIABLE, why=Wording("it is empty"))
    if _asked(call, call.words("The same once more:")) != first:
        raise BadValue(field=VARIABLE, why=Wording("it was typed otherwise the second time"))
    return first


def _known() -> str | None:
    """Return the passphrase of the environment; an empty variable is as none."""
    return os.environ.get(VARIABLE) or None


def _asked(call: Call, question: str) -> str:
    """Return what is typed at the terminal, which does not show it. Raises `PassphraseNeeded`, `Interrupted`."""
    if not call.asks:
        raise PassphraseNeeded
    import getpass

    try:
        return getpass.getpass(f"{question} ", stream=sys.stderr)
    except (KeyboardInterrupt, EOFError) as err:
        note("")
        raise Interrupted from err
