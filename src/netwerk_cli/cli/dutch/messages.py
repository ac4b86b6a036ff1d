"""What commands say of what they did, what they ask, why somebody has a seat or waits, and what `doctor` finds."""

from __future__ import annotations

# fmt: off
TEXTS: dict[str, str] = {
    # events
    "Created '{event}': {title}.": "'{event}' is aangemaakt: {title}.",
    "Created '{event}' as a draft, after '{model}'.":
        "'{event}' is aangemaakt als concept, naar het voorbeeld van '{model}'.",
    "Changed '{event}'.": "'{event}' is gewijzigd.",
    "'{event}' was like that already.": "'{event}' was al zo.",
    "Opened registration for '{event}'.": "De inschrijving voor '{event}' is geopend.",
    "Registration for '{event}' was open already.": "De inschrijving voor '{event}' was al open.",
    "'{event}' is published already, but closed; open it again with 'netwerk event reopen {event}'.":
        "'{event}' is al aangekondigd, maar afgesloten; heropen met 'netwerk event reopen {event}'.",
    "Closed registration for '{event}'.": "De inschrijving voor '{event}' is afgesloten.",
    "Registration for '{event}' was closed already.": "De inschrijving voor '{event}' was al afgesloten.",
    "Reopened '{event}'.": "'{event}' is heropend.",
    "'{event}' was not closed.": "'{event}' was niet afgesloten.",
    "Called '{event}' off.": "'{event}' is geannuleerd.",
    "'{event}' was off already.": "'{event}' was al geannuleerd.",
    "{count:person holds a seat or waits|people hold a seat or wait}. Call '{event}' off?":
        "{count:persoon heeft een plaats of wacht|personen hebben een plaats of wachten}. '{event}' annuleren?",
    "Take '{event}' out for good?": "'{event}' voorgoed verwijderen?",
    "Took '{event}' out.": "'{event}' is verwijderd.",
    "No events. Create one with 'netwerk event add', or list old ones with --all.":
        "Geen bijeenkomsten. Maak er een met 'netwerk event add', of toon de oude met --all.",
    "No events.": "Geen bijeenkomsten.",
    "Registration is open until {closes_at} ({left} left).": "Inschrijven kan tot {closes_at} (nog {left}).",
    "Registration is open; it has no closing time.": "Inschrijven kan; er is geen sluitingsmoment.",
    "Registration opens on {opens_at}.": "De inschrijving gaat open op {opens_at}.",
    "Published '{event}'.": "'{event}' is gepubliceerd.",
    "Changed '{event}'. Its times stay as they are on the clock, now that of {timezone}.":
        "'{event}' is gewijzigd. De tijden blijven zoals ze op de klok staan, nu die van {timezone}.",
    "Registration closed on {closes_at}.": "De inschrijving is afgesloten op {closes_at}.",
    "Registration for '{event}' closed on {closes_at}; {confirmed} confirmed.":
        "De inschrijving voor '{event}' is afgesloten op {closes_at}; {confirmed} bevestigd.",
    "It is a draft: publish it with 'netwerk event open {event}'.":
        "Dit is een concept: publiceer met 'netwerk event open {event}'.",
    "It was cancelled on {cancelled_at}.": "De bijeenkomst is geannuleerd op {cancelled_at}.",
    "It is over.": "De bijeenkomst is voorbij.",
    "{held} of {capacity:seat is|seats are} held; {free} free, {waiting} waiting.":
        "{held} van de {capacity:plaats is|plaatsen zijn} bezet; {free} vrij, {waiting} op de wachtlijst.",
    "{held:seat is|seats are} held under a cap of {capacity}: {over} over.":
        "{held:plaats is|plaatsen zijn} bezet bij een maximum van {capacity}: {over} te veel.",
    # registrations
    "{name} ({registration}) has a seat at '{event}'.": "{name} ({registration}) heeft een plaats bij '{event}'.",
    "{name} ({registration}) holds a seat at '{event}' and awaits approval.":
        "{name} ({registration}) heeft een plaats bij '{event}' en wacht op goedkeuring.",
    "{name} ({registration}) is number {position} on the waiting list of '{event}'.":
        "{name} ({registration}) is nummer {position} op de wachtlijst van '{event}'.",
    "{name} ({registration}) is cancelled for '{event}'.": "{name} ({registration}) is uitgeschreven voor '{event}'.",
    "{name} ({registration}) is declined for '{event}'.": "{name} ({registration}) is afgewezen voor '{event}'.",
    "{name} ({registration}) moved up from the waiting list.":
        "{name} ({registration}) is doorgeschoven van de wachtlijst.",
    "A rule was set aside: {reason}": "Er is een uitzondering gemaakt: {reason}",
    "{free:seat is|seats are} free.": "{free:plaats is|plaatsen zijn} nog vrij.",
    "That was the last seat: registration is closed.": "Dat was de laatste plaats: de inschrijving is afgesloten.",
    "{count:line|lines} read: {seated} with a seat, {waiting} waiting, {unchanged} unchanged.":
        "{count:regel|regels} gelezen: {seated} met een plaats, {waiting} op de wachtlijst, {unchanged} ongewijzigd.",
    "Not in what is full: {sessions}.": "Niet in wat vol is: {sessions}.",
    "{registration} was declined on {declined_at}, and asked again.":
        "{registration} is op {declined_at} afgewezen en vroeg het daarna opnieuw.",
    "{count:person|people} can move up; 'netwerk close-due' or the next change does it.":
        "{count:persoon|personen} kunnen doorschuiven; dat doet 'netwerk close-due' of de volgende wijziging.",
    "Line {line}: {message}": "Regel {line}: {message}",
    "Nothing changed.": "Er is niets veranderd.",
    "Nobody.": "Niemand.",
    "Nobody waits.": "Niemand wacht.",
    # materials and milestones
    "Added {id} to '{owner}': {title}.": "{id} is toegevoegd aan '{owner}': {title}.",
    "Changed {id} of '{owner}': {title}.": "{id} van '{owner}' is gewijzigd: {title}.",
    "{id} of '{owner}' was like that already.": "{id} van '{owner}' was al zo.",
    "Took {id} of '{owner}' out: {title}.": "{id} van '{owner}' is verwijderd: {title}.",
    "No materials. Add one with 'netwerk material add'.":
        "Geen materialen. Voeg er een toe met 'netwerk material add'.",
    "{id} of '{owner}' is done: {title}.": "{id} van '{owner}' is gehaald: {title}.",
    "{id} of '{owner}' was done already.": "{id} van '{owner}' was al gehaald.",
    "Reopened {id} of '{owner}': {title}.": "{id} van '{owner}' is heropend: {title}.",
    "{id} of '{owner}' was not done.": "{id} van '{owner}' was nog niet gehaald.",
    "It is due by {due_on}.": "Dit moet af zijn op {due_on}.",
    "It is late: it was due by {due_on}.": "Dit is te laat: het moest af zijn op {due_on}.",
    "No milestones. Add one with 'netwerk milestone add'.":
        "Geen mijlpalen. Voeg er een toe met 'netwerk milestone add'.",
    # the rest
    "This was a dry run: nothing was changed.": "Dit was een proef: er is niets gewijzigd.",
    "Nothing happened yet.": "Er is nog niets gebeurd.",
    "Wrote {path}.": "{path} is geschreven.",
    "Wrote {path} ({size:byte|bytes}).": "{path} is geschreven ({size:byte|bytes}).",
    "Created {path}.": "{path} is aangemaakt.",
    "No findings.": "Geen bevindingen.",
    "No earlier states are kept yet.": "Er zijn nog geen eerdere versies bewaard.",
    "Put the data file back to {source}?": "Het gegevensbestand terugzetten naar {source}?",
    "Put back {source}: {events:event|events}, {registrations:registration|registrations}.":
        "{source} is teruggezet: {events:bijeenkomst|bijeenkomsten}, {registrations:inschrijving|inschrijvingen}.",
    "What was there is kept as generation {generation}.": "Wat er stond, is bewaard als versie {generation}.",
    "{late:milestone|milestones} late": "{late:mijlpaal|mijlpalen} te laat",
    "{due:milestone|milestones} due soon": "{due:mijlpaal|mijlpalen} binnen 30 dagen",
    "over its cap": "boven het maximum",
    "closes within a week": "sluit binnen een week",
    "{waiting} waiting": "{waiting} op de wachtlijst",
    "{pending} to approve": "{pending} goed te keuren",
    # the demo
    "A kick-off with 250 places, which closes when they are taken.":
        "Een kick-off met 250 plaatsen, waarvoor de inschrijving sluit als die bezet zijn.",
    "248 requests come in, one a line, and each gets a seat.":
        "Er komen 248 aanvragen binnen, één per regel, en elk krijgt een plaats.",
    "The last two seats.": "De laatste twee plaatsen.",
    "The 251st: the last seat closed registration.": "De 251e: met de laatste plaats is de inschrijving afgesloten.",
    "Why?": "Waarom?",
    "Let people wait instead, and open it again.": "Laat mensen voortaan wachten, en heropen de inschrijving.",
    "Somebody cancels: try it first, then do it, and see who moves up.":
        "Iemand zegt af: eerst een proef, dan echt, en kijk wie doorschuift.",
    "A second before the closing time, and at it.": "Een seconde voor het sluitingsmoment, en precies erop.",
    "Cron records the closing and writes the final list.":
        "Cron legt het afsluiten vast en schrijft de definitieve lijst.",
    "The attendee list for Excel, and the event for calendars.":
        "De deelnemerslijst voor Excel, en de bijeenkomst voor kalenders.",
    "And is the file in order?": "En is het bestand in orde?",
    "The data file and the exports are in {path}.": "Het gegevensbestand en de exports staan in {path}.",
    # explanations
    "The event was cancelled on {cancelled_at}.": "De bijeenkomst is geannuleerd op {cancelled_at}.",
    "The event is a draft: registration is not open yet.":
        "De bijeenkomst is een concept: de inschrijving is nog niet open.",
    "Registration opened on {opens_at}.": "De inschrijving is geopend op {opens_at}.",
    "Registration has no closing time.": "De inschrijving heeft geen sluitingsmoment.",
    "Registration is open until {closes_at}.": "Inschrijven kan tot {closes_at}.",
    "Registration was closed by the organiser on {closes_at}.":
        "De organisator heeft de inschrijving afgesloten op {closes_at}.",
    "Registration closed itself when the last seat was taken, on {closes_at}.":
        "De inschrijving is vanzelf afgesloten toen de laatste plaats bezet was, op {closes_at}.",
    "Registration closed at its closing time, {closes_at}.":
        "De inschrijving is afgesloten op het sluitingsmoment, {closes_at}.",
    "There is no cap; {seats_held:seat is|seats are} held ({confirmed} confirmed, {pending} pending).":
        "Er is geen maximum; {seats_held:plaats is|plaatsen zijn} bezet ({confirmed} bevestigd, {pending} "
        "goed te keuren).",
    "{seats_held} of {capacity:seat is|seats are} held ({confirmed} confirmed, {pending} pending); {free} free.":
        "{seats_held} van de {capacity:plaats is|plaatsen zijn} bezet ({confirmed} bevestigd, {pending} goed "
        "te keuren); {free} vrij.",
    "{seats_held:seat is|seats are} held under a cap of {capacity}: {over} over; nobody is promoted.":
        "{seats_held:plaats is|plaatsen zijn} bezet bij een maximum van {capacity}: {over} te veel; niemand "
        "schuift door.",
    "Session {session}: {seats_held} of {capacity:seat is|seats are} held.":
        "Sessie {session}: {seats_held} van de {capacity:plaats is|plaatsen zijn} bezet.",
    "{waiting:person waits|people wait}; the waiting list no longer moves.":
        "{waiting:persoon wacht|personen wachten}; de wachtlijst schuift niet meer door.",
    "{waiting:person waits|people wait}; they move up when the organiser promotes them.":
        "{waiting:persoon wacht|personen wachten}; de organisator beslist wie doorschuift.",
    "{waiting:person waits|people wait}; they move up by themselves, in the order in which they asked.":
        "{waiting:persoon wacht|personen wachten}; doorschuiven gaat vanzelf, in volgorde van aanvraag.",
    "Somebody who asks now waits, as number {position}.":
        "Wie zich nu inschrijft, komt als nummer {position} op de wachtlijst.",
    "Somebody who asks now gets a seat.": "Wie zich nu inschrijft, krijgt een plaats.",
    "Somebody who asks now gets a seat and awaits approval.":
        "Wie zich nu inschrijft, krijgt een plaats en wacht op goedkeuring.",
    "{registration} was received on {received_at}.": "{registration} is ontvangen op {received_at}.",
    "A rule was set aside for {registration}: {reason}.":
        "Voor {registration} is een uitzondering gemaakt: {reason}.",
    "{registration} holds a seat, since {since}.": "{registration} heeft een plaats sinds {since}.",
    "{registration} holds a seat and awaits approval, since {since}.":
        "{registration} heeft een plaats en wacht op goedkeuring sinds {since}.",
    "{registration} was declined on {since}.": "{registration} is afgewezen op {since}.",
    "{registration} was cancelled on {since}.": "{registration} is geannuleerd op {since}.",
    "{registration} is number {position} of {waiting} on the waiting list.":
        "{registration} is nummer {position} van {waiting} op de wachtlijst.",
    "The waiting list no longer moves.": "De wachtlijst schuift niet meer door.",
    "To move up: an organiser runs 'netwerk waitlist promote {event} --count {position}'.":
        "Om door te schuiven: een organisator voert 'netwerk waitlist promote {event} --count {position}' uit.",
    "To move up: {seats:seat|seats} must free, or the cap rise to {capacity}.":
        "Om door te schuiven: {seats:plaats moet|plaatsen moeten} vrijkomen, of het maximum moet naar {capacity}.",
    "To move up: the free seats are for {audiences} until {until}.":
        "Om door te schuiven: de vrije plaatsen zijn voor {audiences} tot {until}.",
    "To move up: {seats:seat|seats} must free in session {session}.":
        "Om door te schuiven: {seats:plaats moet|plaatsen moeten} vrijkomen in sessie {session}.",
    "To move up: those who asked earlier go first.": "Om door te schuiven: wie eerder vroeg, gaat voor.",
    # findings
    "The closing of registration is recorded without its moment or without its cause.":
        "Het afsluiten van de inschrijving is vastgelegd zonder moment of zonder oorzaak.",
    "Record it anew: netwerk event reopen {event} --closes WHEN.":
        "Leg het opnieuw vast: netwerk event reopen {event} --closes WHEN.",
    "{held:seat is|seats are} held of {cap}, and no override says why.":
        "{held:plaats is|plaatsen zijn} bezet bij een maximum van {cap}, en geen uitzondering zegt waarom.",
    "See who holds one: netwerk registration list {event} --status confirmed.":
        "Bekijk wie er een heeft: netwerk registration list {event} --status confirmed.",
    "{count} of the waiting list could have a seat that is free.":
        "{count:persoon van de wachtlijst kan|personen van de wachtlijst kunnen} een vrije plaats krijgen.",
    "Promote them: netwerk waitlist promote {event} --count {count}.":
        "Laat hen doorschuiven: netwerk waitlist promote {event} --count {count}.",
    "The same person is on the list more than once.": "Dezelfde persoon staat meer dan eens op de lijst.",
    "Cancel all but one: netwerk registration cancel {event} {registration}.":
        "Annuleer ze op één na: netwerk registration cancel {event} {registration}.",
    "These requests have the same turn, so their order in the queue is not certain.":
        "Deze aanvragen hebben dezelfde beurt, dus hun volgorde op de wachtlijst staat niet vast.",
    "Was the file edited by hand? Put an earlier state back with 'netwerk restore'.":
        "Is het bestand met de hand bewerkt? Zet een eerdere versie terug met 'netwerk restore'.",
    "See its history: netwerk registration show {event} {registration}.":
        "Bekijk de geschiedenis: netwerk registration show {event} {registration}.",
    "Its state is not the last one in its history.": "De status is niet de laatste uit de geschiedenis.",
    "The request was received after it was recorded.": "De aanvraag is later ontvangen dan vastgelegd.",
    "A chosen session does not exist: {sessions}.": "Een gekozen sessie bestaat niet: {sessions}.",
    "Findings": "Bevindingen",
    "Notes": "Opmerkingen",
    "It waits for a session that does not exist: {sessions}.":
        "Dit wacht op een sessie die niet bestaat: {sessions}.",
    "A session is chosen more than once.": "Een sessie is meer dan eens gekozen.",
    "The name is empty or holds what no name can hold.":
        "De naam is leeg of bevat wat in geen naam kan staan.",
    "The e-mail address is none.": "Het e-mailadres is er geen.",
    "Its title is empty or holds what no title can hold.":
        "De titel is leeg of bevat wat in geen titel kan staan.",
    "Give it another: netwerk {noun} edit {slug} --title ….":
        "Geef een andere: netwerk {noun} edit {slug} --title ….",
    "Registration closes before it opens.": "De inschrijving sluit voordat ze opent.",
    "Set both: netwerk event edit {event} --opens WHEN --closes WHEN.":
        "Stel beide in: netwerk event edit {event} --opens WHEN --closes WHEN.",
    "More seats are set aside than there are.": "Er zijn meer plaatsen voorbehouden dan er zijn.",
    "Set both: netwerk event edit {event} --capacity N --set-aside ….":
        "Stel beide in: netwerk event edit {event} --capacity N --set-aside ….",
    "It ends before it starts.": "Dit eindigt voordat het begint.",
    "Set both: netwerk session edit {event} {session} --starts WHEN --ends WHEN.":
        "Stel beide in: netwerk session edit {event} {session} --starts WHEN --ends WHEN.",
    "It takes place within '{within}', an event that is not there.":
        "Dit vindt plaats binnen '{within}', een bijeenkomst die er niet is.",
    "Name another: netwerk session edit {event} {session} --within EVENT.":
        "Noem een andere: netwerk session edit {event} {session} --within EVENT.",
    "An event and a group have this name.": "Een bijeenkomst en een groep hebben deze naam.",
    "This name is in use, and kept as that of an event that was removed.":
        "Deze naam is in gebruik, en bewaard als die van een verwijderde bijeenkomst.",
    "a number in it is so high that none can follow":
        "er staat een getal in dat zo hoog is dat er geen op kan volgen",
    "It cannot be read: {problem}.": "Dit is niet te lezen: {problem}.",
    "These registrations belong to an event that is not there.":
        "Deze inschrijvingen horen bij een bijeenkomst die er niet is.",
    "This table is not one of netwerk's.": "Deze tabel is niet van netwerk.",
    "Look whether you put it there; netwerk leaves it alone.":
        "Ga na of je dit zelf hier hebt gezet; netwerk blijft eraf.",
    "Another program laid the file out, which makes reading slower.":
        "Een ander programma heeft het bestand ingedeeld; daardoor gaat lezen trager.",
    "Nothing to do: the next change lays it out again.": "Niets te doen: de volgende wijziging deelt het opnieuw in.",
    "Others on this machine have rights to this file of personal data (mode {mode}).":
        "Anderen op deze computer hebben rechten op dit bestand met persoonsgegevens (modus {mode}).",
    "Take them away: chmod 600 '{path}'.": "Neem die weg: chmod 600 '{path}'.",
    "Take them away: chmod 600 '{path}'; chmod -R go= '{folder}'.":
        "Neem die weg: chmod 600 '{path}'; chmod -R go= '{folder}'.",
    "Others on this machine have rights to earlier states, which hold personal data.":
        "Anderen op deze computer hebben rechten op eerdere versies, met persoonsgegevens.",
    "It belongs to another user than the data file.":
        "Dit is van een andere gebruiker dan het gegevensbestand.",
    "Earlier states are kept somewhere else, behind a symbolic link.":
        "Eerdere versies worden elders bewaard, achter een symbolische link.",
    "Put a folder in its place; the next change makes one where there is none.":
        "Zet er een map voor in de plaats; de volgende wijziging maakt er een waar er geen is.",
    "The data file has another name (a hard link), which the next change leaves behind.":
        "Het gegevensbestand heeft nog een naam (een harde link), die bij de volgende wijziging achterblijft.",
    "Keep one name: find the other with find -samefile, and remove it.":
        "Houd één naam over: zoek de andere met find -samefile en verwijder die.",
    "The lock cannot be opened, so nothing can be changed.":
        "Het slot is niet te openen, dus er is niets te wijzigen.",
    "While no netwerk runs, move it away; the next change makes another.":
        "Zet het weg terwijl er geen netwerk loopt; de volgende wijziging maakt een ander.",
    "Its own record holds what netwerk does not know: {names}.":
        "In de eigen gegevens van het bestand staat wat netwerk niet kent: {names}.",
    "A write was broken off before it counted.": "Een schrijfactie is afgebroken voordat ze telde.",
    "Nothing to do: the next change takes it away.": "Niets te doen: de volgende wijziging ruimt dit op.",
    "Ask its owner to take it away: it is personal data.":
        "Vraag de eigenaar om het weg te halen: het zijn persoonsgegevens.",
    "This is not an earlier state of the data file.": "Dit is geen eerdere versie van het gegevensbestand.",
    "{extra:earlier state|earlier states} more than {limit} are kept.":
        "Er zijn meer dan {limit} eerdere versies bewaard: {extra} te veel.",
    "Nothing to do: the next change takes them away.": "Niets te doen: de volgende wijziging ruimt ze op.",
    "Earlier states are not kept: {missing}.": "Eerdere versies zijn niet bewaard: {missing}.",
    "Was the data file moved without them? The next changes keep their own.":
        "Is het gegevensbestand zonder die versies verplaatst? De volgende wijzigingen bewaren hun eigen versies.",
}
