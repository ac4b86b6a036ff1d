"""Connecting to a mail server and logging in there (RFC 3207, RFC 4954, RFC 8314); the only importer of `smtplib`."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from netwerk_cli import causes
from netwerk_cli.errors.mail import BadCertificate, LoginRefused, ServerUnreachable
from netwerk_cli.mail.passwords import NoSecret, Secret
from netwerk_cli.records import record
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    import smtplib
    import ssl

_CONNECT_S, _COMMAND_S, CONTENT_S = 30.0, 120.0, 600.0
"""How long we wait (RFC 5321 §4.5.3.2): a server that took a message may need ten minutes to say so."""
_LONGEST = 200


class Security(StrEnum):
    """How a line is kept from being read: encrypted from the start, or after the first words; or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@record
class Account:
    """A mail server, and as whom to log in there; `user` None: not at all."""

    host: str
    port: int
    security: Security
    user: str | None = None
    secret: Secret


def connected(account: Account, secret: Callable[[str], str]) -> smtplib.SMTP:
    """Return a line to a server, logged in there; `secret` gives what a user logs in with.

    Raises:
        ServerUnreachable, BadCertificate, LoginRefused; ExtraMissing without the keyring that is wanted.
    """
    import smtplib
    import ssl

    where = {"host": account.host, "port": account.port}
    smtp: smtplib.SMTP | None = None
    try:
        smtp = _dialled(account)
        _log_in(smtp, account, secret)
        return smtp
    except ssl.SSLCertVerificationError as err:
        hang_up(smtp)
        raise BadCertificate(**where, problem=err.verify_message) from err
    except smtplib.SMTPResponseException as err:
        hang_up(smtp)
        raise ServerUnreachable(**where, problem=said(err.smtp_code, err.smtp_error)) from err
    except OSError as err:  # those of smtplib and ssl are, too
        hang_up(smtp)
        raise ServerUnreachable(**where, problem=broken(err)) from err
    except BaseException:
        hang_up(smtp)
        raise


def patience(smtp: smtplib.SMTP, seconds: float = _COMMAND_S) -> None:
    """Wait so long for the next answer."""
    if smtp.sock is not None:
        smtp.sock.settimeout(seconds)


def _dialled(account: Account) -> smtplib.SMTP:
    import smtplib

    if account.security is Security.TLS:
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            account.host, account.port, timeout=_CONNECT_S, context=_trust()
        )
    else:
        smtp = smtplib.SMTP(account.host, account.port, timeout=_CONNECT_S)
    try:
        smtp.ehlo_or_helo_if_needed()
        if account.security is Security.STARTTLS:
            _encrypt(smtp, account)
    except BaseException:
        hang_up(smtp)
        raise
    patience(smtp)
    return smtp


def _encrypt(smtp: smtplib.SMTP, account: Account) -> None:
    if not smtp.has_extn("starttls"):
        problem = Wording("it offers no encryption (STARTTLS)")
        raise ServerUnreachable(host=account.host, port=account.port, problem=problem)
    code, reply = smtp.starttls(context=_trust())
    if code != 220:
        raise ServerUnreachable(host=account.host, port=account.port, problem=said(code, reply))
    smtp.ehlo()


def _trust() -> ssl.SSLContext:
    """Return what checks a certificate: who vouches for it, and that it is that of this host."""
    import ssl

    return ssl.create_default_context()


def hang_up(smtp: smtplib.SMTP | None) -> None:
    """Say goodbye, where there is a line."""
    if smtp is not None:
        if smtp.sock is not None:
            with suppress(OSError):
                smtp.sock.settimeout(5)
                smtp.quit()
        smtp.close()


# ------------------------------------------------------------------ logging in
def _log_in(smtp: smtplib.SMTP, account: Account, secret: Callable[[str], str]) -> None:
    if account.user is None:
        return
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    way = next((way for way in _ways(account) if way in offered), None)
    if way is None:
        raise _refused(account, Wording("it offers no way to log in that we know"))
    try:
        secretly = secret(account.user)
    except NoSecret as err:
        raise _refused(account, err.problem) from None
    code, reply = _WAYS[way](smtp, account.user, secretly)
    if code not in (235, 503):  # 503: it knows us already
        raise _refused(account, said(code, reply, secretly))


def _refused(account: Account, problem: str) -> LoginRefused:
    return LoginRefused(host=account.host, port=account.port, problem=problem)


def _ways(account: Account) -> tuple[str, ...]:
    return ("XOAUTH2",) if account.secret.is_token else ("PLAIN", "LOGIN")


def _plain(smtp: smtplib.SMTP, user: str, secret: str) -> tuple[int, bytes]:
    """Log in with a password in one step (RFC 4616); it is UTF-8, which smtplib refuses."""
    return smtp.docmd("AUTH", f"PLAIN {_coded(f'{chr(0)}{user}{chr(0)}{secret}')}")


def _in_steps(smtp: smtplib.SMTP, user: str, secret: str) -> tuple[int, bytes]:
    """Log in as servers want it that know no `PLAIN`."""
    code, reply = smtp.docmd("AUTH", "LOGIN")
    for word in (user, secret):
        if code != 334:
            break
        code, reply = smtp.docmd(_coded(word))
    return code, reply


def _with_token(smtp: smtplib.SMTP, user: str, secret: str) -> tuple[int, bytes]:
    """Log in with a token, as Google and Microsoft want it; a refusal is a challenge, to be answered with nothing."""
    code, reply = smtp.docmd(
        "AUTH", f"XOAUTH2 {_coded(f'user={user}{chr(1)}auth=Bearer {secret}{chr(1)}{chr(1)}')}"
    )
    return smtp.docmd("") if code == 334 else (code, reply)


_WAYS = {"PLAIN": _plain, "LOGIN": _in_steps, "XOAUTH2": _with_token}


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")


# --------------------------------------------------------------------- replies
def said(code: int, reply: bytes | str, secret: str = "") -> str:
    """Return a reply on one line, without anything that was said in secret."""
    text = reply if isinstance(reply, str) else reply.decode(errors="replace")
    for hidden in filter(None, (secret, _coded(secret) if secret else "")):
        text = text.replace(hidden, "…")
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"{code} {line}".strip()[:_LONGEST]


def broken(err: OSError) -> str:
    """Return why there is no line."""
    import smtplib
    import ssl

    if isinstance(err, TimeoutError):
        return Wording("it did not answer in time")
    if isinstance(err, smtplib.SMTPServerDisconnected | ConnectionError) and err.errno is None:
        return Wording("it broke off the connection")
    if isinstance(err, ssl.SSLError):
        return Wording(
            "it does not speak the encryption that was asked for ({problem})", problem=str(err.reason)
        )
    if isinstance(err, smtplib.SMTPException):
        return Wording("it does not speak SMTP as it should")
    return causes.system(err)
