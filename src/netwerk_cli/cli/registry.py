"""Every command, its sentence and its kind: what `--help`, completion and the documentation list.

Command modules are imported only when one of their commands runs, so this table is all that start-up pays for.
The function of `NOUN VERB` is `VERB` in `commands/NOUN.py` (with `_` behind a word that Python has for itself);
that of a top-level command, and of what is chosen, decided or done about members, is in the module named here.
What more there is to say of a command is its docstring: examples, each behind a `$`, then paragraphs.
"""

from __future__ import annotations

from typing import Literal

from netwerk_cli.records import record

Kind = Literal["change", "list", "either", "show", "write"]
"""`change` takes --dry-run, --json, --quiet, --yes; `list` --json, --fields, --sort, --limit; `either` all of them,
those of a list with --list; `show` --json."""


@record
class Command:
    """One command: the sentence that says what it does, its kind, its module, and the kind of its first argument."""

    help: str
    kind: Kind
    module: str
    thing: str | None = None


def _command(help: str, kind: Kind, module: str, thing: str | None = None) -> Command:
    return Command(help=help, kind=kind, module=module, thing=thing)


def _noun(module: str, **verbs: tuple[str, Kind]) -> dict[str, Command]:
    thing = {"membership": "group"}.get(module, module)
    thing = thing if thing in ("group", "material", "milestone") else "event"
    return {
        verb: _command(help_, kind, module, None if verb == "add" and module in ("event", "group") else thing)
        for verb, (help_, kind) in verbs.items()
    }


NOUNS: dict[str, tuple[str, dict[str, Command]]] = {
    "event": (
        "Events: what people register for.",
        _noun(
            "event",
            add=("Create an event.", "change"),
            list=("List events that are not over.", "list"),
            show=("Show one event, its terms and its seats.", "show"),
            edit=("Change an event's terms, time or place.", "change"),
            copy=("Create an event with another's terms, without its people.", "change"),
            open=("Publish a draft, or open registration now.", "change"),
            close=("Close registration now.", "change"),
            reopen=("Open registration again, or put a cancelled event back on.", "change"),
            cancel=("Call an event off; its record stays.", "change"),
            remove=("Take out an event nobody is registered for.", "change"),
        ),
    ),
    "session": (
        "Sessions: the blocks of time of an event.",
        _noun(
            "session",
            add=("Add a session to an event.", "change"),
            list=("List the sessions of an event and their seats.", "list"),
            edit=("Change a session; give one its date.", "change"),
            cancel=("Call one session off; its record stays.", "change"),
            reopen=("Put a cancelled session back on.", "change"),
            remove=("Take out a session nobody chose.", "change"),
            repeat=("Add sessions by a recurrence rule.", "change"),
        ),
    ),
    "registration": (
        "Registrations: who has a seat, who waits.",
        {
            **_noun(
                "registration",
                add=("Register somebody for an event.", "change"),
                list=("List the registrations of an event.", "list"),
                show=("Show one registration and its history.", "show"),
                edit=("Correct somebody's particulars.", "change"),
                cancel=("Withdraw people and see who moves up.", "change"),
                reinstate=("Take somebody's cancellation or refusal back.", "change"),
            ),
            **_noun(
                "choosing",
                choose=("Choose other sessions for somebody.", "change"),
                excuse=("Excuse somebody from a session, which frees that seat only.", "change"),
            ),
            **_noun(
                "deciding",
                approve=("Approve registrations that await approval.", "change"),
                decline=("Decline registrations that await approval or wait.", "change"),
            ),
            **_noun("registration", substitute=("Hand somebody's seat to somebody else.", "change")),
        },
    ),
    "waitlist": (
        "Waiting lists: who is next.",
        _noun(
            "waitlist",
            list=("List who waits, in the order in which they move up.", "list"),
            promote=("Move people up by hand.", "change"),
        ),
    ),
    "attendance": (
        "Attendance: who was there.",
        {
            **_noun("attendance", record=("Record who was there, who was not and who is excused.", "change")),
            "check-in": _command(
                "Check people in at the door, a line each.", "change", "attendance", "event"
            ),
            **_noun("attendance", list=("List who was there, who was not and who is still to come.", "list")),
        },
    ),
    "certificate": (
        "Certificates: what was printed, and whether it holds.",
        {"check": _command("Say what the certificate of a code stands for.", "show", "certificate")},
    ),
    "group": (
        "Groups: who works together between events, and who decides about it.",
        {
            **_noun(
                "group",
                add=("Create a working group.", "change"),
                list=("List groups.", "list"),
                show=("Show one group, its members, materials and milestones.", "show"),
                edit=("Change a group.", "change"),
            ),
            **_noun(
                "membership",
                request=("Ask to join a group on somebody's behalf.", "change"),
                approve=("Approve requests to join a group.", "change"),
                decline=("Decline requests to join a group.", "change"),
                admit=("Add somebody to a group, also to a closed one.", "change"),
                withdraw=("Take a request to join back.", "change"),
                leave=("End somebody's membership.", "change"),
                correct=("Correct the particulars of somebody in a group.", "change"),
                moderator=("Make a member a moderator, who decides on requests.", "change"),
                members=("List the members of a group and who asked to join.", "list"),
            ),
        },
    ),
    "material": (
        "Materials: documents, links, practice examples and questions.",
        _noun(
            "material",
            add=("Add a document, link, practice example or question to an event or group.", "change"),
            list=("List the materials of an event or group, or all there are.", "list"),
            edit=("Change a material.", "change"),
            answer=("Answer a question, or take the answer away.", "change"),
            remove=("Take a material out; the history keeps what it was.", "change"),
        ),
    ),
    "milestone": (
        "Milestones: what has to be delivered by when.",
        _noun(
            "milestone",
            add=("Add something to deliver, or a recommendation, to an event or group.", "change"),
            list=("List milestones, the first that is due first.", "list"),
            edit=("Change a milestone.", "change"),
            done=("Record that a milestone was delivered.", "change"),
            reopen=("Record that a milestone has to be delivered after all.", "change"),
            remove=("Take a milestone out; the history keeps what it was.", "change"),
        ),
    ),
    "import": (
        "Imports: lists of people who register, of members, of who was there, and calendars.",
        {
            **_noun(
                "import_",
                registrations=("Register who stands in the export of a form, again and again.", "change"),
            ),
            "members": _command(
                "Take who stands in a list into a group, again and again.", "change", "import_", "group"
            ),
            "events": _command("Make drafts of the events in a calendar file.", "change", "import_"),
            **_noun(
                "import_", attendance=("Record who stands in a report of Teams or Zoom, or a list.", "change")
            ),
        },
    ),
    "mail": (
        "Mail: who does not know yet what is true of them.",
        {
            **_noun(
                "mail",
                due=("List who is to be told what.", "list"),
                told=("Record that people were told by other means.", "change"),
                list=("List who was told what, when and how.", "list"),
                write=("Write a message to each who is to be told something, as files.", "change"),
            ),
            **_noun(
                "mailing",
                send=("Send a message to each who is to be told something.", "change"),
                retry=("Send again what may not have arrived.", "change"),
            ),
            "bounced": _command("Read which messages came back.", "change", "mailing", None),
        },
    ),
    "privacy": (
        "Personal data: what is kept of people, why, and how long.",
        {
            "report": _command("Show all that is kept of one person, for that person.", "show", "privacy"),
            "export": _command("Write all that is kept of one person, to hand over.", "write", "privacy"),
            "purge": _command("Take away what is past its term (for cron).", "change", "privacy"),
            "record": _command(
                "Print the record of processing: what is kept, why, how long.", "show", "privacy"
            ),
            "erase": _command("Erase a person from everything, or from one event.", "change", "erasing"),
            "check": _command("Look for somebody in files and in all that netwerk keeps.", "show", "erasing"),
        },
    ),
    "export": (
        "Exports: lists of people and of events, the agenda, calendars, dossiers.",
        {
            **_noun("export", attendees=("Write the attendee list of an event.", "write")),
            "waiting-list": _command("Write the waiting list of an event.", "write", "export", "event"),
            "members": _command("Write the list of the members of a group.", "write", "export", "group"),
            "events": _command("Write a list of events.", "write", "export"),
            "agenda": _command(
                "Write the agenda as pages for the web, with calendars.", "change", "publishing"
            ),
            "sign-in-sheet": _command(
                "Write a list to sign at the door, as PDF.", "write", "papers", "event"
            ),
            "certificates": _command(
                "Write a certificate for each who was there, as PDF.", "write", "papers", "event"
            ),
            "badges": _command(
                "Write badges with a code to check in by, as PDF.", "write", "papers", "event"
            ),
            **_noun("calendars", ics=("Write calendars: to publish, or to invite somebody.", "write")),
            **_noun("export", dossier=("Write dossiers of events and groups.", "write")),
        },
    ),
}

TOP: dict[str, Command] = {
    "init": _command("Create the data file, or begin in a database.", "change", "upkeep"),
    "demo": _command("Walk through the main jobs in a throw-away data file.", "write", "demo"),
    "draft": _command("Read an announcement and propose a dossier of it; changes nothing.", "show", "draft"),
    "apply": _command(
        "Make what is kept say what dossiers say, and print what that changes.", "change", "apply"
    ),
    "status": _command("Show what needs attention.", "list", "insight"),
    "close-due": _command("Record every closing that is due (for cron).", "change", "closing"),
    "explain": _command(
        "Say why: seats, closing, queue, and what would change it.", "show", "insight", "event"
    ),
    "undo": _command("Take a change back, whatever others did since.", "either", "undo"),
    "person": _command("Show everything about one person, over all events and groups.", "show", "person"),
    "report": _command(
        "Report in figures: seats, who came, per group, over time.", "show", "report", "event"
    ),
    "log": _command("Show what happened: when, who, what, why.", "list", "insight", "event"),
    "doctor": _command("Check what is kept, and the rules; exit 8 on findings.", "show", "upkeep"),
    "backup": _command("Copy all that is kept, or list the kept generations.", "either", "upkeep"),
    "restore": _command("Put an earlier state back.", "change", "upkeep"),
    "config": _command("Show the settings in force and where each comes from.", "list", "config"),
    "completion": _command("Print the completion script of a shell.", "write", "completion"),
}
