"""Messages over a line to a mail server (RFC 5321, RFC 6531).

Each step of a message is one of ours, so that it is known how far one came when the line breaks: before the content
went, it was not sent; behind its last dot, nobody knows until the server answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain.told import Outcome
from netwerk_cli.mail.connecting import CONTENT_S, Account, broken, connected, hang_up, patience, said
from netwerk_cli.mail.headers import mailbox
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    import smtplib

_UTF8 = ("SMTPUTF8", "BODY=8BITMIME")


class Answer(NamedTuple):
    """What became of a message: an outcome, None where it was not sent at all; and what the server said.

    `general` says that it was not about this address, `gone` that there is no line any more.
    """

    outcome: Outcome | None
    reply: str | None = None
    general: bool = False
    gone: bool = False


class Line:
    """A line to a server, made when it is needed. `begun`: the content of a message is on its way."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.begun = False
        self._smtp: smtplib.SMTP | None = None
        self._password: str | None = None

    def open(self) -> None:
        """Connect and log in, where that is not so already. Raises as `connecting.connected`."""
        if self._smtp is None:
            self._smtp = connected(self.account, self._secret)

    def close(self) -> None:
        """Say goodbye."""
        smtp, self._smtp = self._smtp, None
        hang_up(smtp)

    def _secret(self, user: str) -> str:
        """Return the password, which is asked for once; a token does not last, so it is asked for each time."""
        secret = self._password or self.account.secret.read(self.account.host, user)
        if not self.account.secret.is_token:
            self._password = secret
        return secret

    # ----------------------------------------------------------------- one message
    def send(self, sender: str, recipient: str, data: bytes) -> Answer:
        """Send one message to one address. Raises as `open`, where there was no line."""
        self.open()
        smtp = self._smtp
        assert smtp is not None  # noqa: S101 (it is open)
        self.begun = False
        try:
            return self._steps(smtp, mailbox(sender), mailbox(recipient), data)
        except OSError as err:
            self.close()
            outcome = Outcome.UNCERTAIN if self.begun else None
            return Answer(outcome, broken(err), general=True, gone=True)
        except BaseException:
            self._smtp = None  # broken off: what is left of the conversation fits nothing
            smtp.close()
            raise

    def _steps(self, smtp: smtplib.SMTP, sender: str, recipient: str, data: bytes) -> Answer:
        letters = not (sender + recipient).isascii()
        if letters and not smtp.has_extn("smtputf8"):
            return Answer(Outcome.REFUSED, Wording("it takes no address with such letters: no SMTPUTF8"))
        options = [f"size={len(data)}"] if smtp.has_extn("size") else []
        code, reply = smtp.mail(sender, [*options, *(_UTF8 if letters else ())])
        if code // 100 != 2:
            return self._no(smtp, code, reply, general=True)
        code, reply = smtp.rcpt(recipient)
        if code // 100 != 2:
            return self._no(smtp, code, reply, general=_is_general(code, reply))
        code, reply = smtp.docmd("DATA")
        if code != 354:
            return self._no(smtp, code, reply, general=True)
        code, reply = self._content(smtp, data)
        if code // 100 == 2:
            return Answer(Outcome.SENT)
        return self._no(smtp, code, reply, general=not _enhanced(reply).startswith(b"5.1."))

    def _content(self, smtp: smtplib.SMTP, data: bytes) -> tuple[int, bytes]:
        """Send what a message says; return what the server says to that."""
        self.begun = True
        patience(smtp, CONTENT_S)
        smtp.send(_dotted(data))
        answer = smtp.getreply()
        self.begun = False
        patience(smtp)
        return answer

    def _no(self, smtp: smtplib.SMTP, code: int, reply: bytes, *, general: bool) -> Answer:
        """Return what it means that a server says no: for good only where it says so of the address."""
        gone = code in (421, -1)
        try:
            if not gone:
                smtp.rset()
        except OSError:
            gone = True
        if gone:
            self.close()
        for_good = code // 100 == 5 and not general
        outcome = Outcome.REFUSED if for_good else Outcome.DEFERRED
        return Answer(outcome, said(code, reply), general=general or gone, gone=gone)


# --------------------------------------------------------------------- replies
def _enhanced(reply: bytes) -> bytes:
    """Return the code of three numbers that a reply begins with (RFC 3463); empty where it has none."""
    found = re.match(rb"[245]\.\d{1,3}\.\d{1,3}\b", reply)
    return found[0] if found else b""


def _is_general(code: int, reply: bytes) -> bool:
    """Whether a server that refuses an address says no to us: what it may not pass on, or who is not logged in."""
    return code in (421, 503, 530, 535, 538) or _enhanced(reply).startswith(b"5.7.")


def _dotted(data: bytes) -> bytes:
    """Return the content of a message with its end, as it goes over the line (RFC 5321 §4.5.2)."""
    whole = data if data.endswith(b"\r\n") else data + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", whole) + b".\r\n"
