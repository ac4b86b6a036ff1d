"""The settings of mail: over which server, as whom, how fast. A password is none of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from netwerk_cli.cli.plain import whole_number
from netwerk_cli.cli.settings import Setting, config_path
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.mail import MailNotSet
from netwerk_cli.wording import Wording, listed

if TYPE_CHECKING:
    from netwerk_cli.mail.connecting import Account, Security

_LOCAL = ("localhost", "127.0.0.1", "::1")


def account(settings: Mapping[str, Setting], *, asks: bool) -> Account:
    """Return over which server to send, and as whom; `asks` says that a command for the password can ask something.

    Raises:
        MailNotSet: there is no server. BadValue: a setting cannot be.
    """
    from netwerk_cli.mail.connecting import Account
    from netwerk_cli.mail.passwords import Secret

    said = {key: settings[f"mail_{key}"].value.strip() for key in ("host", "user")}
    if not said["host"]:
        raise MailNotSet(
            setting="mail_host", example="mail_host = 'smtp.example.org'", path=str(config_path())
        )
    token, password = (settings[f"mail_{key}_command"].value.strip() for key in ("token", "password"))
    if token and password:
        why = Wording("give one of mail_password_command and mail_token_command")
        raise BadValue(field="mail_token_command", why=why)
    security = _security(
        settings["mail_security"].value.strip().lower(), settings["mail_port"].value, said["host"]
    )
    return Account(
        host=said["host"],
        port=_port(settings["mail_port"].value.strip(), security),
        security=security,
        user=said["user"] or None,
        secret=Secret(command=token or password or None, is_token=bool(token), asks=asks),
    )


def _security(typed: str, port: str, host: str) -> Security:
    from netwerk_cli.mail.connecting import Security

    if not typed:
        return Security.TLS if port.strip() == "465" else Security.STARTTLS
    if typed not in {*Security}:
        raise BadValue(field="mail_security", why=Wording("choose from {known}", known=listed(Security)))
    if typed == Security.NONE and host.lower() not in _LOCAL:
        why = Wording("without encryption only a server on this machine is used: localhost")
        raise BadValue(field="mail_security", why=why)
    return Security(typed)


def _port(typed: str, security: Security) -> int:
    if not typed:
        return {"tls": 465, "starttls": 587, "none": 25}[security.value]
    number = whole_number(typed, field="mail_port")
    if not 0 < number < 65_536:
        raise BadValue(field="mail_port", why=Wording("it is a number from 1 to 65535"))
    return number


def per_minute(settings: Mapping[str, Setting]) -> int:
    """Return how many messages may go in a minute; 0: as many as there are. Raises `BadValue`."""
    return whole_number(settings["mail_per_minute"].value, field="mail_per_minute")
