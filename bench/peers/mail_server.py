"""A mail server on this machine (aiosmtpd).

It prints its port, and for each line that it reads how many messages came since the last.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from aiosmtpd.smtp import SMTP


class Counter:
    """Takes every message, and counts them."""

    taken = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: ARG002, N802
        """Take one; aiosmtpd asks for this name."""
        self.taken += 1
        return "250 OK"


async def main() -> None:
    """Serve until there is nothing more to read."""
    loop, counter = asyncio.get_running_loop(), Counter()
    server = await loop.create_server(
        lambda: SMTP(counter, hostname="localhost", enable_SMTPUTF8=True), "127.0.0.1", 0
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(counter.taken, flush=True)
        counter.taken = 0


if __name__ == "__main__":
    asyncio.run(main())
