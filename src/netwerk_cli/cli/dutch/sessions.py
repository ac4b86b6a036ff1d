"""Sessions, series and what limits their seats."""

from __future__ import annotations

# fmt: off
TEXTS: dict[str, str] = {
    # refusals
    "'{event}' has a session '{session}' already.": "'{event}' heeft al een sessie '{session}'.",
    "Choose another name, or change it with 'netwerk session edit {event} {session}'.":
        "Kies een andere naam, of wijzig haar met 'netwerk session edit {event} {session}'.",
    "{count:person has|people have} chosen session '{session}' of '{event}'.":
        "{count:persoon heeft|personen hebben} sessie '{session}' van '{event}' gekozen.",
    "Cancel it with 'netwerk session cancel {event} {session}': the record stays.":
        "Annuleer haar met 'netwerk session cancel {event} {session}': de gegevens blijven.",
    # headings
    "session": "sessie",
    "within": "tijdens",
    # what was done
    "No sessions. Add one with 'netwerk session add'.": "Geen sessies. Voeg er een toe met 'netwerk session add'.",
    "Called session '{session}' of '{event}' off.": "Sessie '{session}' van '{event}' is geannuleerd.",
    "Session '{session}' of '{event}' is on again.": "Sessie '{session}' van '{event}' gaat weer door.",
    "Added session '{session}' to '{event}'.": "Sessie '{session}' is toegevoegd aan '{event}'.",
    "Changed session '{session}' of '{event}'.": "Sessie '{session}' van '{event}' is gewijzigd.",
    "Took session '{session}' out of '{event}'.": "Sessie '{session}' is uit '{event}' gehaald.",
    "'{event}' has {count:session|sessions} now.": "'{event}' heeft nu {count:sessie|sessies}.",
    "It starts on {starts_at}.": "Ze begint op {starts_at}.",
    "Careful: its cap of {capacity} is above the event's {most}.":
        "Let op: haar maximum van {capacity} ligt boven dat van de bijeenkomst ({most}).",
    "{name} waits for a seat in: {sessions}.": "{name} wacht op een plaats in: {sessions}.",
    # clauses
    "an audience is named twice": "een doelgroep staat er twee keer",
    "more seats are set aside than there are": "er zijn meer plaatsen voorbehouden dan er zijn",
    "'{text}' is not a rhythm such as week, 2 weeks or month": "'{text}' is geen ritme zoals week, 2 weken of maand",
    "a repetition needs the first start": "een herhaling heeft een eerste begin nodig",
    "it makes {count:session|sessions}; 1 to {most} fit": "dit geeft {count:sessie|sessies}; 1 tot {most} passen er",
    "say how often with --count, or until when with --until":
        "zeg hoe vaak met --count, of tot wanneer met --until",
    "'{text}' is not a recurrence rule of RFC 5545": "'{text}' is geen herhalingsregel volgens RFC 5545",
    "sessions repeat daily at most": "sessies herhalen zich hoogstens dagelijks",
    "a rule ends once: after a number of sessions, or on a day":
        "een regel eindigt één keer: na een aantal sessies, of op een dag",
    "the last session starts within {years} years": "de laatste sessie begint binnen {years} jaar",
    "a time of the day needs a start with a time": "een uur van de dag vraagt een begin met een uur",
    "no session would be left; cancel the registration instead":
        "er zou geen sessie overblijven; annuleer dan de inschrijving",
    "give either --every or --rule": "geef --every of --rule, een van de twee",
    "it goes without a time": "dit gaat zonder tijd",
    "give a start, or --to-be-announced": "geef een begin op, of --to-be-announced",
    "write it as AUDIENCE=SEATS until WHEN": "schrijf het als DOELGROEP=PLAATSEN tot WANNEER",
    "people on the list share an address": "mensen op de lijst delen een adres",
    # headings
    "organisation limit": "maximum per organisatie",
    "set asides": "voorbehouden",
    "without": "zonder",
    "{seats:seat|seats} for {audience} until {until}": "{seats:plaats|plaatsen} voor {audience} tot {until}",
    "waits for": "wacht op",
    "{seats:seat is|seats are} for {audience} until {until}; {free} free for others.":
        "{seats:plaats is|plaatsen zijn} tot {until} voor {audience}; {free} vrij voor anderen.",
    "{registration} waits for a seat in: {sessions}.": "{registration} wacht op een plaats in: {sessions}.",
    # what history says was done
    "session added": "sessie toegevoegd",
    "session cancelled": "sessie geannuleerd",
    "session restored": "sessie hersteld",
    "session removed": "sessie verwijderd",
}
