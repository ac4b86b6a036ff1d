"""Encrypted backups: who has the passphrase or the key gets the bytes back, nobody else, and no part of them."""

from __future__ import annotations

import sys

import pytest

from netwerk_cli.errors import BadValue
from netwerk_cli.errors.files import ExtraMissing
from netwerk_cli.errors.stores import BadBackup, CannotOpen
from netwerk_cli.store import sealing
from netwerk_cli.store.sealing import Keys
from tests.builders import refused

pyrage = pytest.importorskip("pyrage", exc_type=ImportError)
DATA = b'{"naam":"Zo\xc3\xab Proef"}\n' * 5000


@pytest.fixture(scope="module")
def locked() -> bytes:
    """What the passphrase opens: it takes a second to make, for whoever guesses too."""
    return sealing.with_passphrase(DATA, "drie woorden lang")


@pytest.fixture(scope="module")
def pair() -> tuple[str, str]:
    """A public and a secret key."""
    one = pyrage.x25519.Identity.generate()
    return str(one.to_public()), str(one)


def test_a_passphrase_opens_what_it_closed(locked: bytes) -> None:
    assert sealing.is_sealed(locked)
    assert (sealing.takes_passphrase(locked), sealing.takes_key(locked)) == (True, False)
    assert b"Proef" not in locked
    assert sealing.opened(locked, Keys("drie woorden lang"), path="b.age") == DATA


def test_another_passphrase_opens_nothing(locked: bytes) -> None:
    for wrong in ("drie woorden", None):
        found = refused(lambda wrong=wrong: sealing.opened(locked, Keys(wrong), path="b.age"))  # type: ignore[misc]
        assert found == (CannotOpen, {"path": "b.age"})


def test_a_secret_key_opens_what_its_public_key_closed(pair: tuple[str, str]) -> None:
    public, secret = pair
    other = pyrage.x25519.Identity.generate()
    closed = sealing.for_recipients(DATA, [str(other.to_public()), public])
    assert (sealing.takes_passphrase(closed), sealing.takes_key(closed)) == (False, True)
    text = f"# made for a test\n\n{secret}\n"
    assert sealing.opened(closed, Keys(identities=(text,)), path="b.age") == DATA


def test_another_key_opens_nothing(pair: tuple[str, str]) -> None:
    closed = sealing.for_recipients(DATA, [pair[0]])
    other = str(pyrage.x25519.Identity.generate())
    found = refused(lambda: sealing.opened(closed, Keys(identities=(other,)), path="b.age"))
    assert found == (CannotOpen, {"path": "b.age"})


def test_an_armoured_file_is_opened_as_well(pair: tuple[str, str]) -> None:
    recipient = pyrage.x25519.Recipient.from_str(pair[0])
    closed = pyrage.encrypt(DATA, [recipient], armored=True)
    assert sealing.is_sealed(closed)
    assert sealing.takes_key(closed)
    assert sealing.opened(closed, Keys(identities=(pair[1],)), path="b.age") == DATA


@pytest.mark.parametrize("left", [22, 30, 60, 120, 200, 5000, -1], ids=str)
def test_a_file_that_is_cut_off_is_no_backup(pair: tuple[str, str], left: int) -> None:
    cut = sealing.for_recipients(DATA, [pair[0]])[:left]
    found, facts = refused(lambda: sealing.opened(cut, Keys(identities=(pair[1],)), path="b.age"))
    assert (found, facts["why"]) == (BadBackup, "it is encrypted, and cut off or changed since")


def test_a_file_in_which_a_byte_was_changed_is_no_backup(pair: tuple[str, str]) -> None:
    closed = bytearray(sealing.for_recipients(DATA, [pair[0]]))
    closed[-5] ^= 1
    found, _ = refused(lambda: sealing.opened(bytes(closed), Keys(identities=(pair[1],)), path="b.age"))
    assert found is BadBackup


def test_what_is_no_key_is_refused_without_being_repeated(pair: tuple[str, str]) -> None:
    for given in ("age1xx", "ssh-ed25519 AAAA", pair[1]):
        found, facts = refused(lambda given=given: sealing.for_recipients(DATA, [given]))  # type: ignore[misc]
        assert (found, facts["field"]) == (BadValue, "--recipient")
        assert given not in str(facts)
    closed = sealing.for_recipients(DATA, [pair[0]])
    for text in ("", "# nothing", pair[0]):
        keys = Keys(identities=(text,))
        found, facts = refused(lambda keys=keys: sealing.opened(closed, keys, path="b.age"))  # type: ignore[misc]
        assert (found, facts["field"]) == (BadValue, "--identity")


def test_without_the_library_it_says_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    found, facts = refused(lambda: sealing.with_passphrase(DATA, "x"))
    assert (found, facts["extra"]) == (ExtraMissing, "encrypt")


@pytest.mark.parametrize("data", [b"", b"{\n", b"age-encryption.org/v2\n"])
def test_anything_else_is_not_encrypted(data: bytes) -> None:
    assert not sealing.is_sealed(data)
