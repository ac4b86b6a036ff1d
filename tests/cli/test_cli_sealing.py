"""Encrypted backups at the command line: no passphrase is ever typed there, or shown."""

from __future__ import annotations

import json
import sys

import pytest

from tests.cli.calling import Netwerk
from tests.cli.terminal import needs_terminals, on_terminal

pyrage = pytest.importorskip("pyrage", exc_type=ImportError)
SECRET = "drie woorden lang"


@pytest.fixture
def full(kickoff: Netwerk) -> Netwerk:
    return kickoff.register("Ans")


def test_a_backup_with_a_passphrase_is_put_back(full: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERK_PASSPHRASE", SECRET)
    path = full.folder / "b.age"
    made = full("backup", str(path), "--encrypt", "--json")
    said = json.loads(made.out)
    assert (said["path"], said["size"]) == (str(path), path.stat().st_size)
    assert SECRET not in made.out
    assert b"ans@example.org" not in path.read_bytes()
    full.done("registration", "cancel", "kickoff", "r1")
    assert full("restore", str(path), "--yes").code == 0
    assert full.statuses() == {"r1": "confirmed"}


def test_one_for_a_key_is_put_back_with_the_secret_key(full: Netwerk) -> None:
    one = pyrage.x25519.Identity.generate()
    path, secret = full.folder / "b.age", full.folder / "key.txt"
    secret.write_text(f"# test\n{one}\n", encoding="utf-8")
    full.done("backup", str(path), "--encrypt", "--recipient", str(one.to_public()))
    refused = full("restore", str(path), "--yes")
    assert (refused.code, refused.out) == (2, "")
    assert (
        refused.err
        == f"Error: {path} is encrypted for a key.\nName the file with the secret key: --identity FILE.\n"
    )
    assert full("restore", str(path), "--yes", "--identity", str(secret)).code == 0


def test_its_name_says_that_it_is_encrypted(full: Netwerk) -> None:
    key = full.folder / "public.txt"
    key.write_text(f"{pyrage.x25519.Identity.generate().to_public()}\n", encoding="utf-8")
    full.done("backup", "--encrypt", "--recipient", str(key))
    called = "netwerk" if full.database is None else full.database.name
    assert [path.name for path in full.folder.glob("netwerk*.age")] == [f"{called}-20240110-090000.json.age"]


def test_a_wrong_passphrase_and_a_cut_off_file_change_nothing(
    full: Netwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWERK_PASSPHRASE", SECRET)
    path = full.folder / "b.age"
    full.done("backup", str(path), "--encrypt")
    before = full.files()
    monkeypatch.setenv("NETWERK_PASSPHRASE", "iets anders")
    wrong = full("restore", str(path), "--yes")
    assert wrong.err == (
        f"Error: {path} cannot be opened with that passphrase or key.\n"
        "Nothing was changed; try again with the one it was made with.\n"
    )
    assert full.files() == before
    path.write_bytes(path.read_bytes()[:-10])
    monkeypatch.setenv("NETWERK_PASSPHRASE", SECRET)
    cut = full("restore", str(path), "--yes")
    assert (cut.code, cut.err.splitlines()[0]) == (
        2,
        f"Error: '{path}' is not a usable backup: it is encrypted, and cut off or changed since.",
    )


def test_where_nobody_can_be_asked_it_says_where_to_put_the_passphrase(full: Netwerk) -> None:
    ended = full("backup", "--encrypt")
    assert (ended.code, ended.err) == (
        2,
        "Error: This takes a passphrase, and there is no terminal to ask for it on.\n"
        "Put it into the environment, as NETWERK_PASSPHRASE.\n",
    )


def test_without_the_extra_it_says_how_to_get_it(full: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERK_PASSPHRASE", SECRET)
    monkeypatch.setitem(sys.modules, "pyrage", None)
    ended = full("backup", "--encrypt")
    assert ended.err == (
        "Error: The library for encrypted backups is not installed.\n"
        "Install it with: pip install 'netwerk-cli[encrypt]'.\n"
    )


def test_options_go_together(full: Netwerk) -> None:
    assert full("backup", "--recipient", "age1xx").err.startswith(
        "Error: --recipient: it goes with --encrypt."
    )
    assert full("backup", "--list", "--encrypt").code == 2
    secret = str(pyrage.x25519.Identity.generate())
    typed = full("backup", "--encrypt", "--recipient", secret)
    assert typed.err.startswith("Error: --recipient: that is a secret key; give the public one, age1….\n")
    assert secret not in typed.err


@needs_terminals
def test_a_passphrase_is_asked_for_twice_and_not_shown(full: Netwerk) -> None:
    path = full.folder / "b.age"
    keys = f"{SECRET}\n{SECRET}\n".encode()
    shown = on_terminal(full, "backup", str(path), "--encrypt", columns=80, hidden=keys)
    assert shown.code == 0
    assert SECRET not in shown.screen
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    again = on_terminal(full, "backup", str(path) + "2", "--encrypt", columns=80, hidden=b"een\ntwee\n")
    assert "it was typed otherwise the second time" in again.screen
    assert not (full.folder / "b.age2").exists()
