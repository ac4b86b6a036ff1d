"""Send every message of a folder with smtplib, one after the other over one line: PORT FOLDER [bytes].

The messages are made ready first; printed is how many seconds sending them took, from before the line is there.
"""

from __future__ import annotations

import email.policy
import smtplib
import sys
import time
from pathlib import Path

FROM = "netwerk@example.org"


def main(port: str, folder: str, how: str = "messages") -> None:
    """Send ready messages as objects, or as the bytes they are."""
    ready = [path.read_bytes() for path in sorted(Path(folder).iterdir())]
    messages = [email.message_from_bytes(data, policy=email.policy.SMTP) for data in ready]
    addresses = [str(message["To"]) for message in messages]  # parsed here, and not while it counts
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", int(port)) as line:
        for address, message, data in zip(addresses, messages, ready, strict=True):
            if how == "bytes":
                line.sendmail(FROM, [address], data)
            else:
                line.send_message(message)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])
