"""Encrypted backups in the format of age (age-encryption.org/v1): the only importer of pyrage, loaded when needed.

With a passphrase, or for the keys of who may open them; whoever made the backup need not be one of these.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from netwerk_cli.errors import BadValue
from netwerk_cli.errors.files import ExtraMissing
from netwerk_cli.errors.stores import BadBackup, CannotOpen
from netwerk_cli.wording import Wording

_INTRO = b"age-encryption.org/v1\n"
_ARMOR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_STANZA, _BY_PASSPHRASE = b"-> ", b"-> scrypt "
_BROKEN = Wording("it is encrypted, and cut off or changed since")
_WRONG = frozenset({"Decryption failed", "No matching keys found"})
"""How pyrage says that it was another passphrase or key; whatever else it says is about the file."""
_RECIPIENT, _IDENTITY = "--recipient", "--identity"


class Keys(NamedTuple):
    """What opens a backup: a passphrase, or the texts of files with secret keys."""

    passphrase: str | None = None
    identities: tuple[str, ...] = ()


def _pyrage() -> Any:
    try:
        import pyrage
    except ImportError as err:
        raise ExtraMissing(wanted=Wording("encrypted backups"), extra="encrypt") from err
    return pyrage


# ------------------------------------------------------------------------ closing
def with_passphrase(data: bytes, passphrase: str) -> bytes:
    """Return data that this passphrase opens. Raises `ExtraMissing`."""
    sealed: bytes = _pyrage().passphrase.encrypt(data, passphrase)
    return sealed


def for_recipients(data: bytes, recipients: Sequence[str]) -> bytes:
    """Return data that the secret key of any of the `recipients` (`age1…`, `ssh-ed25519 …`) opens.

    Raises:
        ExtraMissing. BadValue: one of them is no public key.
    """
    pyrage = _pyrage()
    sealed: bytes = pyrage.encrypt(data, [_recipient(pyrage, one) for one in recipients])
    return sealed


def _recipient(pyrage: Any, text: str) -> Any:
    kind = pyrage.ssh if text.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(text)
    except (pyrage.RecipientError, ValueError) as err:
        secret = text.upper().startswith("AGE-SECRET-KEY-")
        why = (
            "that is a secret key; give the public one, age1…"
            if secret
            else "it is no public key of age or ssh"
        )
        raise BadValue(field=_RECIPIENT, why=Wording(why)) from err


def public_keys(text: str) -> list[str]:
    """Return the keys in a file of them: one a line, without blank lines and those that begin with `#`."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


# ------------------------------------------------------------------------ opening
def is_sealed(data: bytes) -> bool:
    """Whether these are the bytes of an encrypted file."""
    return data.startswith(_INTRO) or data.lstrip().startswith(_ARMOR)


def takes_passphrase(data: bytes) -> bool:
    """Whether it is a passphrase that opens an encrypted file, and no key."""
    return _header(data).startswith(_BY_PASSPHRASE)


def takes_key(data: bytes) -> bool:
    """Whether it is a secret key that opens it; neither, where not even its beginning is whole."""
    return _header(data).startswith(_STANZA) and not takes_passphrase(data)


def _header(data: bytes) -> bytes:
    """Return the line that says what opens it first; nothing where that is not whole."""
    if not data.startswith(_INTRO):
        lines = data.lstrip()[:2000].splitlines()[1:5]
        try:
            data = base64.b64decode(b"".join(lines))
        except (binascii.Error, ValueError):
            return b""
    first, whole, _ = data[len(_INTRO) : len(_INTRO) + 1000].partition(b"\n")
    return first if whole else b""


def opened(data: bytes, keys: Keys, *, path: str) -> bytes:
    """Return what is in an encrypted file.

    Raises:
        CannotOpen: it was closed with another passphrase, or for another key.
        BadBackup: it is cut off or was changed. ExtraMissing. BadValue: a file of secret keys holds none.
    """
    pyrage = _pyrage()
    if not _header(data).startswith(_STANZA):
        raise BadBackup(path=path, why=_BROKEN)
    try:
        if takes_passphrase(data):
            found: bytes = pyrage.passphrase.decrypt(data, keys.passphrase or "")
        else:
            found = pyrage.decrypt(data, [*_identities(pyrage, keys.identities)])
    except pyrage.DecryptError as err:
        if str(err) in _WRONG:
            raise CannotOpen(path=path) from err
        raise BadBackup(path=path, why=_BROKEN) from err
    return found


def _identities(pyrage: Any, texts: Iterable[str]) -> Iterable[Any]:
    for text in texts:
        try:
            if "OPENSSH PRIVATE KEY" in text:
                yield pyrage.ssh.Identity.from_buffer(text.encode())
            else:
                yield from [pyrage.x25519.Identity.from_str(line) for line in _secret_keys(text)]
        except (pyrage.IdentityError, ValueError) as err:
            raise BadValue(
                field=_IDENTITY, why=Wording("the file holds no secret key of age or ssh")
            ) from err


def _secret_keys(text: str) -> list[str]:
    found = public_keys(text)
    if not found:
        raise ValueError
    return found
