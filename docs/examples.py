"""The small store for which the examples in the pages of `--help` are written, and how to make it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

NOW = "2024-01-10T12:00:00+01:00"
STORE = """\
netwerk init
netwerk event add kickoff --title "Kick-off" --starts "26 januari van 9u30 tot 16u" --capacity 2
netwerk registration add kickoff --name "An Schaap" --email an@example.org
netwerk registration add kickoff --name "Bo Linde" --email bo@example.org
netwerk registration add kickoff --name "Cas Berg" --email cas@example.org
netwerk material add kickoff --title "Verslag" --url https://example.org/oud
netwerk milestone add kickoff --title "Verslag" --due "1 februari"
netwerk milestone add kickoff --title "Uitnodiging" --due "5 januari 2024"
netwerk milestone done kickoff m2
netwerk event add studiedag --title "Studiedag" --starts "8 maart 13u" --approval
netwerk registration add studiedag --name "Dina Vos" --email dina@example.org
netwerk registration add studiedag --name "Els Klein" --email els@example.org
netwerk registration add studiedag --name "Fien Maat" --email fien@example.org
netwerk registration cancel studiedag r3 --reason ziek
netwerk material add studiedag --kind question --title "Wie kent een zaal?"
netwerk event close studiedag
netwerk event add lezing --title "Lezing" --starts "20 februari 20u" --capacity 1 --promote manual
netwerk registration add lezing --name "Hans Beek" --email hans@example.org
netwerk registration add lezing --name "Ida Kuil" --email ida@example.org
netwerk registration cancel lezing r1
netwerk event add overleg --title "Overleg" --starts "6 februari 10u"
netwerk event add reeks --title "Reeks" --capacity none
netwerk session add reeks dag-1 --starts "5 maart 10u" --duration 3u
netwerk session add reeks dag-2 --starts "19 maart 10u" --duration 3u --capacity 20
netwerk session add reeks dag-3 --starts "2 april 10u" --duration 3u
netwerk session cancel reeks dag-3
netwerk registration add reeks --name "Gijs Ros" --email gijs@example.org --session dag-1 --session dag-2
netwerk attendance record reeks r1 --session dag-1
netwerk event add zomerschool --title "Zomerschool" --draft
netwerk group add netwerk-gent --title "Netwerk Gent" --access semi-open
netwerk group admit netwerk-gent --name "Ada Bos" --email ada@example.org
netwerk group request netwerk-gent --name "Bob Dam" --email bob@example.org
netwerk backup veilig.json
"""
"""What is typed to make it, on the clock of `NOW`."""

FILES = {
    "config.toml": 'mail_from = "Netwerk <netwerk@example.org>"\nmail_host = "smtp.example.org"\n',
    "terug/melding.eml": "Subject: Undelivered Mail Returned to Sender\n\nThe mail system\n",
    "intervisie.toml": '[event]\nslug = "intervisie"\nstarts = 2024-05-21T14:00:00\nduration = "2u"\ncapacity = 8\n',
    "agenda.ics": """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//agenda//NL
BEGIN:VEVENT
UID:1@example.org
SUMMARY:Intervisie
DTSTART;TZID=Europe/Brussels:20240312T140000
DTEND;TZID=Europe/Brussels:20240312T160000
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT
END:VCALENDAR
""",
    "aanwezigheid.csv": "naam;aanwezig\nAn Schaap;ja\nBo Linde;nee\n",
    "formulier.csv": "name,email,organisatie\nIne Mol,ine@example.org,CLB Gent\n",
    "aankondiging.txt": """\
Lezing: veilig leren fietsen

Datum: dinsdag 20 februari 2024, 20 uur
Waar: bibliotheek, Gent
Kosten: gratis

Er is plaats voor 30 deelnemers. Aanmelden kan tot en met 15 februari.
""",
}
"""What lies beside it: settings, mail that came back, a dossier, requests, who was there, an announcement."""


def made(folder: Path, run: Callable[[list[str]], int]) -> None:
    """Make the store and its files in `folder`, which is where `run` runs. Raises `ValueError` where that fails."""
    for command in STORE.splitlines():
        if run(shlex.split(command)[1:]) != 0:
            raise ValueError(command)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
