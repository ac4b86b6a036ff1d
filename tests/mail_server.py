# ruff: noqa: ARG002 (what aiosmtpd asks gets more than it needs)
"""A real mail server on this machine, that takes messages, or does what a mail server can do instead."""

from __future__ import annotations

import asyncio
import base64
import email
import email.policy
import ssl
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from functools import partial
from typing import Any, NamedTuple

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Got(NamedTuple):
    """A message that the server took: from whom, to whom, and how it came."""

    sender: str
    recipient: str
    data: bytes

    @property
    def message(self) -> EmailMessage:
        """The message as a mail program reads it."""
        found = email.message_from_bytes(self.data, policy=email.policy.default)
        assert isinstance(found, EmailMessage)
        return found


class Postbox:
    """What the server took, and how it answers.

    `refuse` is what it says to an address, `afterwards` what it says to the content for an address; `drop` says of an
    address when it breaks the connection off: "before" the content, "unseen" or "taken" after it. `only` is how many
    messages it takes over one connection.
    """

    def __init__(self, passwords: Mapping[str, str] | None = None) -> None:
        self.got: list[Got] = []
        self.refuse: dict[str, str] = {}
        self.afterwards: dict[str, str] = {}
        self.drop: dict[str, str] = {}
        self.slow_s = 0.0
        self.sender_reply = "250 OK"
        self.passwords = dict(passwords or {})
        self.tokens: dict[str, str] = {}
        self.connections = 0
        self.options: list[list[str]] = []

    @property
    def count(self) -> dict[str, int]:
        """How many messages each address has."""
        found: dict[str, int] = defaultdict(int)
        for one in self.got:
            found[one.recipient] += 1
        return dict(found)

    # ------------------------------------------------ what aiosmtpd asks
    async def handle_EHLO(  # noqa: N802 (the name that is asked for)
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if (self.passwords or self.tokens) and not session.authenticated:
            return "530 5.7.0 Authentication required"
        if self.sender_reply.startswith("250"):
            envelope.mail_from = address
            envelope.mail_options.extend(options)
            self.options.append(options)
        return self.sender_reply

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.drop.get(address) == "before":
            server.transport.abort()
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        (recipient,) = envelope.rcpt_tos
        await asyncio.sleep(self.slow_s)
        if recipient in self.afterwards:
            return self.afterwards[recipient]
        way = self.drop.pop(recipient, None)
        if way != "unseen":
            self.got.append(Got(envelope.mail_from, recipient, envelope.content))
        if way is not None:
            server.transport.abort()
        return "250 OK"

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        known = self.passwords.get(data.login.decode())
        return AuthResult(success=known is not None and known.encode() == data.password, handled=False)

    async def auth_XOAUTH2(self, server: Any, args: list[str]) -> AuthResult:  # noqa: N802
        said = base64.b64decode(args[1]).decode().split("\x01")
        user, token = said[0].removeprefix("user="), said[1].removeprefix("auth=Bearer ")
        if self.tokens.get(user) == token:
            return AuthResult(success=True, handled=False)
        await server.challenge_auth(base64.b64encode(b'{"status":"401"}').decode(), encode_to_b64=False)
        return AuthResult(success=False, handled=False)


class MailServer:
    """A server in a thread of this process, for as long as the `with` lasts; `port` is where.

    With `tls` it encrypts after the first words, or from the start where that is said.
    """

    def __init__(
        self,
        postbox: Postbox,
        *,
        tls: ssl.SSLContext | None = None,
        from_the_start: bool = False,
        letters: bool = True,
        ways: Sequence[str] = (),
    ) -> None:
        """`letters` says that it takes addresses beyond ASCII; `ways` are those to log in, none for all of them."""
        kinds: dict[str, Any] = {"enable_SMTPUTF8": letters, "hostname": "localhost"}
        if postbox.passwords or postbox.tokens:
            kinds |= {"authenticator": postbox.authenticate, "auth_require_tls": False}
        if ways:
            kinds["auth_exclude_mechanism"] = {"PLAIN", "LOGIN"} - {*ways}
        if tls is not None and not from_the_start:
            kinds |= {"tls_context": tls, "require_starttls": True}
        self._make = partial(SMTP, postbox, **kinds)
        self._tls = tls if from_the_start else None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._server: asyncio.Server
        self.port = 0

    def __enter__(self) -> MailServer:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(10)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def _open(self) -> asyncio.Server:
        made = lambda: self._make(loop=self._loop)  # noqa: E731
        return await self._loop.create_server(made, "127.0.0.1", 0, ssl=self._tls)

    async def _end(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
