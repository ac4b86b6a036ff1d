"""Why nothing is printed or certified."""

from __future__ import annotations

from netwerk_cli.errors import NotFound, Refused


class NobodyToPrint(NotFound):
    """A paper of people, and there is nobody to be on it."""

    sentence = "There is nobody to print for '{event}'; nothing was written."
    hint = "Who there is: netwerk registration list {event}."


class NobodyAttended(NotFound):
    """Certificates of who was there, and nobody is recorded as present."""

    sentence = (
        "Nobody that was asked for is recorded as present at '{event}', so there is no certificate to make."
    )
    hint = "Say who was there: netwerk attendance record {event} PERSON."


class CertificateNotFound(NotFound):
    """No certificate has this code."""

    sentence = "There is no certificate with that code."
    hint = (
        "Type it as it is printed, such as 7Q2M-X0KD-93TB-5FWA;"
        " the data file or database that it was made with knows it."
    )


class CertificateVoid(Refused):
    """A certificate that was made, and no longer holds since `at`; `why` is a clause."""

    code = "certificate_void"
    sentence = "That certificate of '{event}' no longer holds: {why}, on {at}."
    hint = "Who is recorded now: netwerk attendance list {event}."
