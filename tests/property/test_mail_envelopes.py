"""A message is the bytes that the standard library writes of the same parts."""

from __future__ import annotations

from datetime import datetime
from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.message import Message
from io import BytesIO

from hypothesis import example, given
from hypothesis import strategies as st

from netwerk_cli.domain.senders import Sender
from netwerk_cli.mail import Calendar, Envelope, Letter, enclosed, headers

WORDS = st.lists(
    st.sampled_from(
        ["Welzijn", " ", "–", "één", "\n", "\n\n", "\r\n", "\t", "a" * 80, ".", "From ", "=20", "\x85", "🎉"]
    ),
    max_size=20,
).map("".join)
AT = datetime.fromisoformat("2024-01-10T12:00:00+01:00")


def envelope(name: str, sender: Sender | None, first: str) -> Envelope:
    id = "kickoff.r17.2@store"
    return Envelope("ans@example.org", name, sender, AT, id, first or id, "nl")


def by_the_library(to: Envelope, letter: Letter, calendars: list[Calendar]) -> bytes:
    """Return the same message as the generator of the standard library puts it together."""
    body = Message()
    body["Content-Type"] = f'multipart/alternative; boundary="=_{int(bool(calendars))}_kickoff.r17.2"'
    ways: list[Message | str] = [text(letter.text, "plain"), text(letter.html, "html")]
    if len(calendars) == 1:
        way = Message()
        way.set_payload(calendars[0].data, Charset("utf-8"))
        way.replace_header(
            "Content-Type", f"text/calendar; charset=utf-8; method={calendars[0].method.upper()}"
        )
        ways.append(way)
    body.set_payload(ways)
    whole = body
    if calendars:
        whole = Message()
        whole["Content-Type"] = 'multipart/mixed; boundary="=_0_kickoff.r17.2"'
        whole.set_payload([body, *map(file, calendars)])
    for name, value in addressed(to, letter.subject).items():
        whole[name] = value
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(whole, linesep="\r\n")
    return out.getvalue()


def addressed(to: Envelope, subject: str) -> dict[str, str]:
    sender = to.sender
    who = (
        {"X-Unsent": "1"} if sender is None else {"From": headers.address(sender.email, sender.name, used=6)}
    )
    earlier = dict.fromkeys(("In-Reply-To", "References"), f"<{to.first}>") if to.first != to.id else {}
    return {
        **who,
        "To": headers.address(to.email, to.name, used=4),
        "Subject": headers.text(subject, used=9),
        "Date": "Wed, 10 Jan 2024 12:00:00 +0100",
        "Message-ID": f"<{to.id}>",
        **earlier,
        "Content-Language": "nl",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, DR, RN, NRN",
        "MIME-Version": "1.0",
    }


def text(said: str, kind: str) -> Message:
    quoted = Charset("utf-8")
    quoted.body_encoding = QP
    part = Message()
    part["Content-Type"] = f'text/{kind}; charset="utf-8"'
    part.set_payload(said, quoted)
    return part


def file(calendar: Calendar) -> Message:
    part = Message()
    part.set_payload(calendar.data, Charset("utf-8"))
    encoded = part.get_payload()
    named = Message()
    named["Content-Type"] = f'application/ics; name="{calendar.file}"'
    named["Content-Disposition"] = f'attachment; filename="{calendar.file}"'
    named["Content-Transfer-Encoding"] = "base64"
    named.set_payload(encoded)
    return named


@given(
    said=WORDS,
    name=WORDS,
    sender=st.one_of(
        st.none(), st.builds(Sender, email=st.just("n@example.org"), name=st.one_of(st.none(), WORDS))
    ),
    first=st.sampled_from(["", "kickoff.r17.1@store"]),
    calendars=st.lists(
        st.builds(
            Calendar,
            st.just("kickoff.main.ics"),
            st.sampled_from(["request", "cancel"]),
            WORDS.map(str.encode),
        ),
        max_size=2,
    ),
)
@example("", "", None, "", [])
def test_a_message_is_what_the_standard_library_writes(
    said: str, name: str, sender: Sender | None, first: str, calendars: list[Calendar]
) -> None:
    letter, to = Letter(said, said, f"<p>{said}</p>\n"), envelope(name, sender, first)
    assert enclosed(to, letter, calendars) == by_the_library(to, letter, calendars)
