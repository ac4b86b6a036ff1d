"""What commands about groups say, and why they refuse."""

from __future__ import annotations

# fmt: off
TEXTS: dict[str, str] = {
    # what was done
    "Created group '{group}': {title}.": "De groep '{group}' is aangemaakt: {title}.",
    "Changed group '{group}'.": "De groep '{group}' is gewijzigd.",
    "Whoever asks is a member at once.": "Wie erom vraagt, is meteen lid.",
    "Whoever asks awaits approval.": "Wie erom vraagt, wacht op goedkeuring.",
    "Nobody can ask to join; people are added.": "Lid worden kan niet op aanvraag; leden worden toegevoegd.",
    "{members:member|members}; {requested:request awaits|requests await} approval.":
        "{members:lid|leden}; {requested:aanvraag wacht|aanvragen wachten} op goedkeuring.",
    "No groups. Create one with 'netwerk group add'.": "Geen groepen. Maak er een met 'netwerk group add'.",
    "{name} ({membership}) is a member of '{group}'.": "{name} ({membership}) is lid van '{group}'.",
    "{name} ({membership}) asked to join '{group}' and awaits approval.":
        "{name} ({membership}) wil lid worden van '{group}' en wacht op goedkeuring.",
    "{name} ({membership}) is declined for '{group}'.": "{name} ({membership}) is afgewezen voor '{group}'.",
    "{name} ({membership}) withdrew the request to join '{group}'.":
        "{name} ({membership}) heeft de aanvraag voor '{group}' ingetrokken.",
    "{name} ({membership}) left '{group}'.": "{name} ({membership}) is geen lid meer van '{group}'.",
    "{name} ({membership}) is a moderator of '{group}'.": "{name} ({membership}) is moderator van '{group}'.",
    "{name} ({membership}) is not a moderator of '{group}'.":
        "{name} ({membership}) is geen moderator van '{group}'.",
    "Nothing changed: {by} approved {name} ({membership}) on {since}.":
        "Er is niets veranderd: {by} heeft {name} ({membership}) goedgekeurd op {since}.",
    "Nothing changed: {by} added {name} ({membership}) on {since}.":
        "Er is niets veranderd: {by} heeft {name} ({membership}) toegevoegd op {since}.",
    "Nothing changed: {name} ({membership}) became a member on {since}.":
        "Er is niets veranderd: {name} ({membership}) is lid geworden op {since}.",
    "Nothing changed: {by} declined {name} ({membership}) on {since}.":
        "Er is niets veranderd: {by} heeft {name} ({membership}) afgewezen op {since}.",
    "Nothing changed: {name} ({membership}) withdrew on {since}.":
        "Er is niets veranderd: {name} ({membership}) heeft de aanvraag ingetrokken op {since}.",
    "Nothing changed: {name} ({membership}) left on {since}.":
        "Er is niets veranderd: {name} ({membership}) is vertrokken op {since}.",
    "{person}: {message}": "{person}: {message}",
    "{count} changed, {skipped} skipped.": "{count} gewijzigd, {skipped} overgeslagen.",
    "Nobody awaits approval.": "Niemand wacht op goedkeuring.",
    # refusals
    "There is no group '{group}'.": "Er is geen groep '{group}'.",
    "{nearest}List them with 'netwerk group list'.": "{nearest}Toon ze allemaal met 'netwerk group list'.",
    "Nobody with that code or e-mail address is on the list of '{group}'.":
        "Niemand met die code of dat e-mailadres staat op de lijst van '{group}'.",
    "List them with 'netwerk group members {group}'.": "Toon de leden met 'netwerk group members {group}'.",
    "There is a group '{group}' already, and a name stands for one thing only.":
        "Er is al een groep '{group}', en een naam kan maar bij één ding horen.",
    "Choose another name, or change that group with 'netwerk group edit {group}'.":
        "Kies een andere naam, of wijzig die groep met 'netwerk group edit {group}'.",
    "This person is a member of '{group}' already, as {membership}.":
        "Deze persoon is al lid van '{group}', als {membership}.",
    "See 'netwerk group members {group}'.": "Zie 'netwerk group members {group}'.",
    "This person asked to join '{group}' already, as {membership}, and awaits approval.":
        "Deze persoon heeft al gevraagd om lid te worden van '{group}', als {membership}, en wacht op goedkeuring.",
    "Decide with 'netwerk group approve {group} {membership}' or 'netwerk group decline {group} {membership}'.":
        "Beslis met 'netwerk group approve {group} {membership}' of 'netwerk group decline {group} {membership}'.",
    "'{event}' is for members of '{group}' only, and the substitute is not one of them.":
        "'{event}' is alleen voor leden van '{group}', en de vervanger is dat niet.",
    "Add the person to the group first: netwerk group admit {group} --name NAME --email EMAIL.":
        "Voeg de persoon eerst toe aan de groep: netwerk group admit {group} --name NAME --email EMAIL.",
    "'{group}' is a closed group: nobody can ask to join it.":
        "'{group}' is een gesloten groep: lid worden kan niet op aanvraag.",
    "Whoever leads it adds people: netwerk group admit {group} --name NAME --email EMAIL.":
        "Wie de groep leidt, voegt leden toe: netwerk group admit {group} --name NAME --email EMAIL.",
    "{membership} of '{group}' does not await approval: the state is {status}.":
        "{membership} van '{group}' wacht niet op goedkeuring (status: {status}).",
    "See 'netwerk group members {group} --status requested'.":
        "Zie 'netwerk group members {group} --status requested'.",
    "{membership} is not a member of '{group}': the state is {status}.":
        "{membership} is geen lid van '{group}' (status: {status}).",
    "See 'netwerk group members {group} --status member'.": "Zie 'netwerk group members {group} --status member'.",
    "{membership} is not a moderator of '{group}', and cannot decide who joins.":
        "{membership} is geen moderator van '{group}' en kan niet beslissen wie lid wordt.",
    "Name a moderator with --by, or leave it out to decide as the organiser.":
        "Noem een moderator met --by, of laat het weg om als organisator te beslissen.",
    "{membership} of '{group}' cannot decide on a request of their own.":
        "{membership} van '{group}' kan niet over de eigen aanvraag beslissen.",
    "Let another moderator decide with --by, or leave it out to decide as the organiser.":
        "Laat een andere moderator beslissen met --by, of laat het weg om als organisator te beslissen.",
    "{skipped} of {count:person was|people were} skipped; {changed} changed.":
        "{skipped} van de {count:persoon is|personen zijn} overgeslagen; {changed} gewijzigd.",
    "Each line above says why; decide on those one by one.":
        "Hierboven staat per persoon waarom; beslis daar een voor een over.",
    "name one or more people, or give --all": "noem een of meer personen, of gebruik --all",
    "a group under another group's name": "een groep staat onder de naam van een andere",
    # explanations and findings
    "Only members of '{group}' can register; what follows is about one of them.":
        "Alleen leden van '{group}' kunnen zich inschrijven; wat volgt, gaat over een van hen.",
    "It is for members of '{group}', a group that is not there.":
        "Dit is voor leden van '{group}', een groep die er niet is.",
    "Name another: netwerk event edit {event} --members-of GROUP.":
        "Noem een andere: netwerk event edit {event} --members-of GROUP.",
    "Let all but one go: netwerk group leave {group} {membership}.":
        "Laat er één over: netwerk group leave {group} {membership}.",
    "See the list: netwerk group members {group}.": "Bekijk de lijst: netwerk group members {group}.",
    "A moderator who is not a member.": "Een moderator die geen lid is.",
    "These memberships belong to a group that is not there.":
        "Deze lidmaatschappen horen bij een groep die er niet is.",
    # states, what history says was done, headings
    "semi-open": "halfopen",
    "requested": "aangevraagd",
    "member": "lid",
    "withdrawn": "ingetrokken",
    "left": "vertrokken",
    "joined": "lid geworden",
    "admitted": "toegevoegd",
    "appointed": "moderator gemaakt",
    "dismissed": "geen moderator meer",
    "group": "groep",
    "access": "toegang",
    "materials": "materialen",
    "milestones": "mijlpalen",
    "members": "leden",
    "to approve": "goed te keuren",
    "membership": "lidmaatschap",
    "moderator": "moderator",
    "since": "sinds",
    "reason": "reden",
}
