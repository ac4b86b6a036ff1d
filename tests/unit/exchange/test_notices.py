"""The mail that a form sends for each answer."""

from __future__ import annotations

from datetime import datetime

import pytest

from netwerk_cli.errors.files import BadFile
from netwerk_cli.exchange import answers, columns, tables

NOW = datetime.fromisoformat("2024-06-20T12:00:00+02:00")
HEAD = (
    "From: formulier@example.org\r\nTo: wij@example.org\r\nSubject: Nieuwe inzending\r\n"
    "Date: Mon, 3 Jun 2024 09:15:20 +0200\r\n"
)
PLAIN = f"{HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n"


def read(text: str) -> answers.Answer:
    table = tables.read(text.encode(), source="mail")
    found = columns.choose(table, {}, typed={}, zone="Europe/Brussels", now=NOW)
    (answer,) = answers.read(table, found, now=NOW)
    return answer


@pytest.mark.parametrize(
    "body",
    [
        "Een inzending.\r\n\r\nNaam: Ans Voorbeeldé\r\nE-mailadres: ans@example.org\r\nOpmerking: eerste\r\nregel\r\n",
        "*Naam:* Ans Voorbeeldé\r\n- E-mailadres: ans@example.org\r\n- Opmerking:\r\n  eerste\r\n  regel\r\n",
    ],
    ids=["lines", "bullets"],
)
def test_lines_of_a_mail_are_the_answer_and_its_date_the_moment(body: str) -> None:
    answer = read(PLAIN + body)
    assert answer.fields == {"name": "Ans Voorbeeldé", "email": "ans@example.org", "note": "eerste\nregel"}
    assert answer.received is not None
    assert answer.received.at == datetime.fromisoformat("2024-06-03T09:15:20+02:00")


def test_mail_in_html_only_is_read_as_it_is_seen() -> None:
    body = (
        "<table><tr><td>Naam:</td><td> Ans &amp; Co</td></tr>"
        "<tr><td>E-mail: </td><td>ans@example.org</td></tr></table>"
    )
    assert read(f"{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n{body}").fields == {
        "name": "Ans & Co",
        "email": "ans@example.org",
    }


@pytest.mark.parametrize(
    "text", [f"{PLAIN}Dag!\r\n", f"{HEAD}Content-Type: text/plain; charset=onzin\r\n\r\nNaam: Ans\r\n"]
)
def test_mail_without_an_answer_is_refused(text: str) -> None:
    with pytest.raises(BadFile):
        read(text)
