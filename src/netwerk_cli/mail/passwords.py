"""What to log in with at a mail server: said by a command, or by the keyring of the system; never kept by us.

The only importer of `keyring`, an extra, and of `subprocess` in this package.
"""

from __future__ import annotations

import shlex
import sys

from netwerk_cli import causes
from netwerk_cli.errors.files import ExtraMissing
from netwerk_cli.records import record
from netwerk_cli.wording import Wording

_PATIENCE_S = 120
"""How long a command may take: it may ask its user something."""


class NoSecret(Exception):
    """It cannot be had; `problem` says why, without a word of what the command printed."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@record
class Secret:
    """Where a password, or a token for XOAUTH2, comes from: a command, else the keyring."""

    command: str | None = None
    is_token: bool = False
    asks: bool = True

    def read(self, host: str, user: str) -> str:
        """Return it. Raises `NoSecret`, and `ExtraMissing` where a keyring is wanted that is not installed."""
        return _printed(self.command, asks=self.asks) if self.command else _kept(host, user)


def _printed(command: str, *, asks: bool) -> str:
    """Return the first line that a command prints. It is run without a shell; its complaints are shown as they are."""
    import subprocess

    try:
        words = command if sys.platform == "win32" else shlex.split(command)
        done = subprocess.run(  # noqa: S603 (the user's own command, from the user's own settings)
            words,
            stdin=None if asks else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            timeout=_PATIENCE_S,
            check=False,
        )
    except OSError as err:
        raise NoSecret(
            Wording("the command for it cannot be run ({problem})", problem=causes.system(err))
        ) from None
    except ValueError:
        raise NoSecret(Wording("the command for it has a quotation mark that is not closed")) from None
    except subprocess.TimeoutExpired:
        raise NoSecret(Wording("the command for it did not end")) from None
    if done.returncode:
        raise NoSecret(Wording("the command for it ended with exit code {code}", code=done.returncode))
    lines = done.stdout.decode(errors="replace").splitlines()
    if not lines or not lines[0]:
        raise NoSecret(Wording("the command for it printed nothing"))
    return lines[0]


def _kept(host: str, user: str) -> str:
    try:
        import keyring
    except ImportError:
        raise ExtraMissing(wanted=Wording("passwords in the keyring"), extra="keyring") from None
    try:
        found = keyring.get_password(f"netwerk {host}", user)
    except Exception as err:  # each keyring has errors of its own
        problem = Wording("the keyring cannot be read ({problem})", problem=type(err).__name__)
        raise NoSecret(problem) from None
    if not found:
        raise NoSecret(Wording("the keyring has none under 'netwerk {host}'", host=host))
    return str(found)
