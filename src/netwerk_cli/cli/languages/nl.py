"""Dutch, for the Netherlands and Flanders. Every fact of an English sentence stands in the Dutch one."""

from __future__ import annotations

from netwerk_cli.cli.languages import Speech
from netwerk_cli.dates import DUTCH

# fmt: off
TEXTS: dict[str, str] = {
    # --- What `netwerk` answers when it does not do what was asked, and what to do about it
    # 1: failed
    "{path} could not be read or written: {problem}.": "{path} kon niet worden gelezen of geschreven: {problem}.",
    "Check the path, free space and permissions; nothing was changed.":
        "Controleer het pad, de vrije ruimte en de rechten; er is niets gewijzigd.",
    "{path} was changed, but the system could not confirm that it is safely on disk: {problem}.":
        "{path} is gewijzigd, maar het systeem kon niet bevestigen dat het veilig op schijf staat: {problem}.",
    "The change was made, but the answer could not be written to standard output: {problem}.":
        "De wijziging is doorgevoerd, maar het antwoord kon niet naar de standaarduitvoer worden geschreven: "
        "{problem}.",
    "Look at the result with a read command before you repeat this one.":
        "Bekijk het resultaat met een opdracht die niets wijzigt, voordat je deze herhaalt.",
    "standard output": "de standaarduitvoer",
    "Nothing was changed: the answer was no.": "Er is niets gewijzigd: het antwoord was nee.",
    "Add --yes to go ahead without a question.": "Gebruik --yes om zonder vraag door te gaan.",
    "netwerk made a mistake ({kind}).": "netwerk heeft zelf een fout gemaakt ({kind}).",
    "Run the command again with --debug and report what it prints.":
        "Voer de opdracht opnieuw uit met --debug en meld wat er verschijnt.",
    "The demo stopped: '{command}' ended with exit code {code} instead of {expected}.":
        "De demo is gestopt: '{command}' eindigde met exitcode {code} in plaats van {expected}.",
    "Report this, with what is printed above.": "Meld dit, samen met wat hierboven staat.",
    # 2: usage
    "Try '{command} --help'.": "Probeer '{command} --help'.",
    "'{text}' is not a usable date or time: {why}.": "'{text}' is geen bruikbare datum of tijd: {why}.",
    "Write it as 2024-01-16 16:00 or 'dinsdag 16 januari 2024 om 16 uur'.":
        "Schrijf bijvoorbeeld 2024-01-16 16:00 of 'dinsdag 16 januari 2024 om 16 uur'.",
    "See '{field}' in the help of this command.": "Zie '{field}' in de hulp bij deze opdracht.",
    "'{zone}' is not a time zone.": "'{zone}' is geen tijdzone.",
    "Use an IANA name such as Europe/Brussels or Europe/Amsterdam.":
        "Gebruik een IANA-naam zoals Europe/Brussels of Europe/Amsterdam.",
    "--force needs a reason.": "Bij --force hoort een reden.",
    "Add --reason 'why this rule is set aside'.": "Voeg --reason 'waarom hier een uitzondering geldt' toe.",
    "The request cannot have been received in the future ({received_at}).":
        "De aanvraag kan niet in de toekomst ontvangen zijn ({received_at}).",
    "Check --received-at and the clock of this machine.": "Controleer --received-at en de klok van deze computer.",
    "The end ({ends_at}) is not after the start ({starts_at}).":
        "Het einde ({ends_at}) valt niet na het begin ({starts_at}).",
    "Check --starts, --ends and --duration.": "Controleer --starts, --ends en --duration.",
    "Registration would close ({closes_at}) before it opens ({opens_at}).":
        "De inschrijving zou sluiten ({closes_at}) nog voordat die opengaat ({opens_at}).",
    "Check --opens and --closes.": "Controleer --opens en --closes.",
    "There is no field '{field}'.": "Er is geen veld '{field}'.",
    "Choose from: {known}.": "Kies uit: {known}.",
    "There is no command '{typed}'.": "Er is geen opdracht '{typed}'.",
    "There is no option '{typed}'.": "Er is geen optie '{typed}'.",
    "{nearest}See '{command} --help'.": "{nearest}Zie '{command} --help'.",
    "Did you mean '{match}'? ": "Bedoel je '{match}'? ",
    "Did you mean {codes}? ": "Bedoel je {codes}? ",
    "This needs a confirmation, and there is no terminal to ask on: {question}":
        "Hier is een bevestiging nodig, maar er is geen terminal om die te vragen: {question}",
    "Add --yes to go ahead, or --dry-run to see what would happen.":
        "Gebruik --yes om door te gaan, of --dry-run om te zien wat er zou gebeuren.",
    "The closing time of '{event}' has passed ({closes_at}).":
        "Het sluitingsmoment van '{event}' is al voorbij ({closes_at}).",
    "Give a new one with --closes.": "Geef een nieuw moment met --closes.",
    "'{event}' has {count:session|sessions}, so its time cannot be set as a whole.":
        "'{event}' heeft {count:sessie|sessies}, dus één tijd voor het geheel kan niet.",
    "Change one session: netwerk session edit {event} SESSION --starts WHEN.":
        "Wijzig één sessie: netwerk session edit {event} SESSIE --starts WANNEER.",
    "The config file {path} cannot be used: {why}.": "Het configuratiebestand {path} is niet bruikbaar: {why}.",
    "It has lines such as db = '/path/to/netwerk.json' or lang = 'nl'.":
        "Het bevat regels zoals db = '/pad/naar/netwerk.json' of lang = 'nl'.",
    "Write it as 2024-01-16 or 'dinsdag 16 januari 2024'.":
        "Schrijf bijvoorbeeld 2024-01-16 of 'dinsdag 16 januari 2024'.",
    "{path}, line {line}: {why}.": "{path}, regel {line}: {why}.",
    "Nothing was changed; mend the line and run the command again.":
        "Er is niets gewijzigd; verbeter de regel en voer de opdracht opnieuw uit.",
    "{path} cannot be read: {why}.": "{path} kan niet worden gelezen: {why}.",
    "Nothing was changed; mend the file and run the command again.":
        "Er is niets gewijzigd; verbeter het bestand en voer de opdracht opnieuw uit.",
    "{path} has no column that holds '{field}'; it has: {known}.":
        "{path} heeft geen kolom met '{field}'; wel: {known}.",
    "Say which one does: --map 'COLUMN={field}'.": "Zeg welke kolom dat is: --map 'KOLOM={field}'.",
    "{path} has no column '{column}'; it has: {known}.": "{path} heeft geen kolom '{column}'; wel: {known}.",
    "Name a column as it is written above the list: --map 'COLUMN=FIELD'.":
        "Noem een kolom zoals die boven de lijst staat: --map 'KOLOM=VELD'.",
    "{path}, row {line}: the dates under '{column}' can be read with the day or the month first.":
        "{path}, rij {line}: bij de datums onder '{column}' kan zowel de dag als de maand voorop staan.",
    "Say which comes first: --map '{column}=received_at day-first', or month-first.":
        "Zeg wat voorop staat: --map '{column}=received_at day-first', of month-first.",
    "{path}: under '{column}' the day comes first in row {day_first}, and the month in row {month_first}.":
        "{path}: onder '{column}' staat in rij {day_first} de dag voorop, en in rij {month_first} de maand.",
    "Write all of them as 2024-01-16 16:00 and run the command again; nothing was changed.":
        "Schrijf ze allemaal als 2024-01-16 16:00 en voer de opdracht opnieuw uit; er is niets gewijzigd.",
    "There is no e-mail address.": "Er is geen e-mailadres.",
    "Add the address and read the row again.": "Vul het adres aan en lees de rij opnieuw in.",
    "It was not handed in.": "Dit is nog niet ingediend.",
    "It counts once the form says that it is complete.": "Dit telt mee zodra het formulier zegt dat het volledig is.",
    "'{path}' is not a usable backup: {why}.": "'{path}' is geen bruikbare back-up: {why}.",
    "List the usable ones with 'netwerk backup --list'.": "Toon de bruikbare met 'netwerk backup --list'.",
    "Missing option {name}.": "De optie {name} ontbreekt.",
    "Missing argument '{name}'.": "Het argument '{name}' ontbreekt.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Option '{option}' does not take a value.": "De optie '{option}' krijgt geen waarde.",
    "Option '{option}' needs a value.": "De optie '{option}' heeft een waarde nodig.",
    "There are more words than the command takes.": "Er staan meer woorden dan de opdracht aanneemt.",
    # 3: not found
    "There is no event '{event}'.": "Er is geen bijeenkomst '{event}'.",
    "{nearest}List them with 'netwerk event list --all'.":
        "{nearest}Toon ze allemaal met 'netwerk event list --all'.",
    "Nobody with that code, e-mail address or name is registered for '{event}'.":
        "Niemand met die code, dat e-mailadres of die naam is ingeschreven voor '{event}'.",
    "{nearest}List them with 'netwerk registration list {event}'.":
        "{nearest}Toon de inschrijvingen met 'netwerk registration list {event}'.",
    "'{event}' has no session '{session}'.": "'{event}' heeft geen sessie '{session}'.",
    "It has: {known}.": "Wel: {known}.",
    "There is no event or group '{owner}'.": "Er is geen bijeenkomst of groep '{owner}'.",
    "{nearest}List them with 'netwerk event list --all' and 'netwerk group list'.":
        "{nearest}Toon ze met 'netwerk event list --all' en 'netwerk group list'.",
    "'{owner}' has no material '{id}'.": "'{owner}' heeft geen materiaal '{id}'.",
    "{known}Add one with 'netwerk material add {owner}'.":
        "{known}Voeg er een toe met 'netwerk material add {owner}'.",
    "'{owner}' has no milestone '{id}'.": "'{owner}' heeft geen mijlpaal '{id}'.",
    "{known}Add one with 'netwerk milestone add {owner}'.":
        "{known}Voeg er een toe met 'netwerk milestone add {owner}'.",
    "It has {known}. ": "Wel: {known}. ",
    "There is no session with a date to put in a calendar.":
        "Er is geen sessie met een datum om in een agenda te zetten.",
    "Give the event a date with 'netwerk event edit EVENT --starts WHEN'.":
        "Geef de bijeenkomst een datum met 'netwerk event edit BIJEENKOMST --starts WANNEER'.",
    "{registration} of '{event}' is {status}: there is nothing to invite to.":
        "{registration} van '{event}' kan geen uitnodiging krijgen (status: {status}).",
    "'--method cancel' writes what takes the event out of a calendar.":
        "'--method cancel' schrijft wat de bijeenkomst uit een agenda haalt.",
    "{registration} of '{event}' has nothing in the calendar that is to be taken out.":
        "Van {registration} bij '{event}' staat er niets in de agenda dat eruit moet.",
    "Withdraw them first with 'netwerk registration cancel {event} {registration}', or use '--method request'.":
        "Schrijf de persoon eerst uit met 'netwerk registration cancel {event} {registration}', of gebruik '--method "
        "request'.",
    "Write calendars: to publish, or to invite somebody.":
        "Schrijf agendabestanden: om te publiceren, of om iemand uit te nodigen.",
    "RFC 5545, one entry a session; entries keep their identity, so that a later file updates an earlier one. "
    "What is off stays for four weeks as cancelled. The setting mail_from is the ORGANIZER, which answers go "
    "to.":
        "RFC 5545, één afspraak per sessie; afspraken houden hun kenmerk, zodat een later bestand een eerder bestand "
        "bijwerkt. Wat niet doorgaat, blijft vier weken staan als geannuleerd. De instelling mail_from is de "
        "ORGANIZER: daar gaan antwoorden naartoe.",
    "A feed is written only when its content changed. What is for one person is one file a session: where there"
    " are several, -o is a folder. --method cancel takes out what somebody has no place in any more.":
        "Een feed wordt alleen geschreven als de inhoud is veranderd. Voor één persoon is er één bestand per sessie; "
        "zijn het er meer, dan is -o een map. --method cancel haalt uit de agenda waar iemand geen plaats meer voor "
        "heeft.",
    "The published events for members of a group.": "De gepubliceerde bijeenkomsten voor leden van een groep.",
    "With --all or --group: drafts too.": "Met --all of --group: ook concepten.",
    "What it is for; with --for: request.": "Waarvoor het dient; met --for: request.",
    "A file for everybody with a seat and each session.": "Een bestand per persoon met een plaats en per sessie.",
    "When registration closes, too.": "Ook wanneer de inschrijving sluit.",
    "What is to be delivered by a day, too.": "Ook wat op een bepaalde dag af moet zijn.",
    "A calendar to subscribe to.": "Een agenda om je op te abonneren.",
    "What the feed is called.": "Hoe de feed heet.",
    "Its colour (teal).": "De kleur ervan (teal).",
    "How often calendars look again (12h).": "Hoe vaak agenda's opnieuw kijken (12h).",
    "{count:message|messages} in {path}, of which {written} new or changed.":
        "{count:bericht|berichten} in {path}, waarvan {written} nieuw of gewijzigd.",
    "name one or more events, or give --all or --group":
        "noem een of meer bijeenkomsten, of gebruik --all of --group",
    "it is a folder by itself, for --method request or cancel":
        "dit is zelf een map, voor --method request of cancel",
    "Registration closes: {title}": "Inschrijving sluit: {title}",
    "it is for a calendar that is published, not for one that is sent to somebody":
        "dit is voor een agenda die gepubliceerd wordt, niet voor een die naar iemand gaat",
    "these are {count} messages, a file each; name a folder":
        "dit zijn {count} berichten, elk een bestand; noem een map",
    "Meetings": "Bijeenkomsten",
    "it goes with --all or --group": "dit hoort bij --all of --group",
    "give either --for or --all-attendees": "gebruik --for of --all-attendees, niet allebei",
    "say whom it is for with --for or --all-attendees": "zeg voor wie het is met --for of --all-attendees",
    "it goes with --feed": "dit hoort bij --feed",
    "{path} says this already; it was left as it is.": "In {path} staat dit al; er is niets gewijzigd.",
    "it lies between 15m and 31d": "dit ligt tussen 15m en 31d",
    "There is no file '{path}'.": "Er is geen bestand '{path}'.",
    "Check the path.": "Controleer het pad.",
    "Generation {generation} is not kept.": "Versie {generation} is niet bewaard.",
    "List the kept ones with 'netwerk backup --list'.": "Toon de bewaarde versies met 'netwerk backup --list'.",
    # 4: conflict
    "'{event}' exists already.": "'{event}' bestaat al.",
    "There was an event '{event}', which was taken out; names are never reused.":
        "Er was een bijeenkomst '{event}', die verwijderd is; een naam wordt nooit opnieuw gebruikt.",
    "Choose another name, or change that event with 'netwerk event edit {event}'.":
        "Kies een andere naam, of wijzig die bijeenkomst met 'netwerk event edit {event}'.",
    "The same person stands in row {row}.": "Dezelfde persoon staat in rij {row}.",
    "The row that was handed in first counts.": "De rij die het eerst is ingediend, telt.",
    "{membership} of '{group}' has the same address and another name.":
        "{membership} van '{group}' heeft hetzelfde adres en een andere naam.",
    "For somebody else: give an own address.": "Voor iemand anders: geef een eigen adres op.",
    "{membership} of '{group}': {status} since {since}; an older row changes nothing.":
        "{membership} van '{group}' heeft sinds {since} de status '{status}'; een oudere rij verandert niets.",
    "'netwerk group admit {group}' takes the person in all the same.":
        "'netwerk group admit {group}' neemt de persoon toch op.",
    "{registration} of '{event}' has the same address and another name.":
        "{registration} van '{event}' heeft hetzelfde adres en een andere naam.",
    "For somebody else: give an own address, or 'netwerk event edit {event} --shared-addresses'; "
    "else 'netwerk registration edit {event} {registration} --name NAME'.":
        "Voor iemand anders: geef een eigen adres op, of gebruik 'netwerk event edit {event} --shared-addresses'; "
        "anders 'netwerk registration edit {event} {registration} --name NAAM'.",
    "{registration} of '{event}' is for other sessions; a list changes those of newcomers only.":
        "{registration} van '{event}' is voor andere sessies; een lijst bepaalt die alleen van wie nieuw is.",
    "Change them with 'netwerk registration choose {event} {registration} --session SESSION'.":
        "Wijzig ze met 'netwerk registration choose {event} {registration} --session SESSIE'.",
    "This person is already registered for '{event}' as {registration} ({status}).":
        "Deze persoon is al ingeschreven voor '{event}' als {registration} ({status}).",
    "See 'netwerk registration show {event} {registration}'.":
        "Zie 'netwerk registration show {event} {registration}'.",
    "That fits several registrations of '{event}': {matches}.":
        "Dat past bij meer dan één inschrijving voor '{event}': {matches}.",
    "That fits {count:person|people}: {matches}.": "Dat past bij {count:persoon|personen}: {matches}.",
    "Name one by e-mail address, or give more of the name.": "Geef het e-mailadres, of meer van de naam.",
    "Nobody with that e-mail address or name is on any list.":
        "Niemand met dat e-mailadres of die naam staat op een lijst.",
    "{nearest}Part of a name is enough; 'netwerk registration list EVENT --all' lists everybody of an event.":
        "{nearest}Een deel van een naam is genoeg; 'netwerk registration list BIJEENKOMST --all' toont iedereen van "
        "een bijeenkomst.",
    "That fits several people in '{group}': {matches}.": "Dat past bij meer dan één persoon in '{group}': {matches}.",
    "Name one by its code.": "Kies er een met de code.",
    "{path} is {what}, and nothing else is written there.": "{path} is {what}; daar wordt niets anders geschreven.",
    "There is a file at {path} already.": "Op {path} staat al een bestand.",
    "Use it as it is, or choose another place with --db FILE.":
        "Gebruik het zoals het is, of kies een andere plek met --db BESTAND.",
    "Choose another name.": "Kies een andere naam.",
    "Choose an empty folder: netwerk demo --keep DIR.": "Kies een lege map: netwerk demo --keep MAP.",
    "the folder for temporary files": "de map voor tijdelijke bestanden",
    # 5: refused
    "'{event}' is full: {seats_held} of {capacity:seat is|seats are} held.":
        "'{event}' is vol: {capacity:plaats|plaatsen}, {seats_held} bezet.",
    "Wait for a seat, raise the cap, or overrule with --force --reason.":
        "Wacht op een plaats, verhoog het maximum, of maak een uitzondering met --force --reason.",
    "Let people wait with 'netwerk event edit {event} --when-full waiting-list', raise the cap, or overrule with "
    "--force --reason.":
        "Laat mensen wachten met 'netwerk event edit {event} --when-full wachtlijst', verhoog het maximum, of "
        "maak een uitzondering met --force --reason.",
    "The free seats of '{event}' are for the {waiting:person who waits|people who wait} for them.":
        "De vrije plaatsen van '{event}' zijn voor de {waiting:persoon die erop wacht|personen die erop wachten}.",
    "Promote them with 'netwerk waitlist promote {event}', or overrule with --force --reason.":
        "Laat hen doorschuiven met 'netwerk waitlist promote {event}', of maak een uitzondering met --force "
        "--reason.",
    "Session '{session}' of '{event}' is full: {seats_held} of {capacity:seat is|seats are} held.":
        "Sessie '{session}' van '{event}' is vol: {capacity:plaats|plaatsen}, {seats_held} bezet.",
    "Choose other sessions, wait for a seat, or overrule with --force --reason.":
        "Kies andere sessies, wacht op een plaats, of maak een uitzondering met --force --reason.",
    "Registration for '{event}' closed on {closes_at}.":
        "De inschrijving voor '{event}' is afgesloten op {closes_at}.",
    "Reopen it with 'netwerk event reopen {event}', or overrule with --force --reason.":
        "Heropen met 'netwerk event reopen {event}', of maak een uitzondering met --force --reason.",
    "Registration for '{event}' opens on {opens_at}.": "De inschrijving voor '{event}' gaat open op {opens_at}.",
    "Open it now with 'netwerk event open {event}', or overrule with --force --reason.":
        "Open nu met 'netwerk event open {event}', of maak een uitzondering met --force --reason.",
    "'{event}' is a draft: registration is not open yet.":
        "'{event}' is een concept: de inschrijving is nog niet open.",
    "Publish it with 'netwerk event open {event}', or overrule with --force --reason.":
        "Publiceer met 'netwerk event open {event}', of maak een uitzondering met --force --reason.",
    "'{event}' was cancelled on {cancelled_at}.": "'{event}' is geannuleerd op {cancelled_at}.",
    "Nothing can be registered or promoted; 'netwerk event reopen {event}' puts it back on.":
        "Inschrijven of doorschuiven kan niet meer; met 'netwerk event reopen {event}' gaat de bijeenkomst weer door.",
    "'{event}' started on {starts_at}; the waiting list no longer moves.":
        "'{event}' is begonnen op {starts_at}; de wachtlijst schuift niet meer door.",
    "'{event}' is for members of '{group}' only.": "'{event}' is alleen voor leden van '{group}'.",
    "Add the person to the group, or overrule with --force --reason.":
        "Voeg de persoon toe aan de groep, of maak een uitzondering met --force --reason.",
    "{seats_held:seat is|seats are} held at '{event}', more than the new cap of {capacity}.":
        "{seats_held:plaats is|plaatsen zijn} bezet bij '{event}', meer dan het nieuwe maximum van {capacity}.",
    "{seats_held:seat is|seats are} held in '{session}' of '{event}', more than its cap of {capacity}.":
        "{seats_held:plaats is|plaatsen zijn} bezet in '{session}' van '{event}', meer dan het maximum van {capacity}.",
    "Choose other sessions for people first, or overrule with --force --reason: everybody keeps the seat.":
        "Kies voor mensen eerst andere sessies, of maak een uitzondering met --force --reason: dan verliest niemand "
        "een plaats.",
    "{registration} of '{event}' was handed to somebody else on {at}.":
        "{registration} van '{event}' is op {at} aan iemand anders overgedragen.",
    "See 'netwerk registration show {event} {registration}'; --revive registers the person all the same.":
        "Zie 'netwerk registration show {event} {registration}'; met --revive schrijf je toch opnieuw in.",
    "{registration} of '{event}' is {status} since {since}; an older request changes nothing.":
        "{registration} van '{event}' heeft sinds {since} de status '{status}'; een oudere aanvraag verandert niets.",
    "{registration} of '{event}' is {status}: there is nothing to take back.":
        "Bij {registration} van '{event}' valt niets terug te draaien (status: {status}).",
    "Session '{session}' of '{event}' started on {starts_at}; no seat in it is given any more.":
        "Sessie '{session}' van '{event}' is begonnen op {starts_at}; er worden geen plaatsen meer gegeven.",
    "See who waited: netwerk waitlist list {event}.":
        "Kijk wie er wachtte: netwerk waitlist list {event}.",
    "Make room first, then take it back: 'netwerk undo {change}'.":
        "Maak eerst plaats, en dan de wijziging ongedaan: 'netwerk undo {change}'.",
    "Cancel registrations first, or overrule with --force --reason: everybody keeps the seat.":
        "Schrijf eerst mensen uit, of maak een uitzondering met --force --reason: dan verliest niemand "
        "een plaats.",
    "{registration} of '{event}' does not await approval: it is {status}.":
        "{registration} van '{event}' wacht niet op goedkeuring (status: {status}).",
    "See 'netwerk registration list {event} --status pending'.":
        "Zie 'netwerk registration list {event} --status pending'.",
    "{registration} of '{event}' is not on the waiting list: it is {status}.":
        "{registration} van '{event}' staat niet op de wachtlijst (status: {status}).",
    "See 'netwerk waitlist list {event}'.": "Zie 'netwerk waitlist list {event}'.",
    "{registration} of '{event}' is {status}.": "{registration} van '{event}' is {status}.",
    "Register the person again with 'netwerk registration add {event}'.":
        "Schrijf de persoon opnieuw in met 'netwerk registration add {event}'.",
    "{registration} is number {position} on the waiting list of '{event}'; {ahead} asked earlier.":
        "{registration} is nummer {position} op de wachtlijst van '{event}'; {ahead:persoon was|personen "
        "waren} eerder.",
    "Promote in order with --count, or overrule with --force --reason.":
        "Laat op volgorde doorschuiven met --count, of maak een uitzondering met --force --reason.",
    "'{event}' has {count:registration|registrations}, which would be lost.":
        "'{event}' heeft {count:inschrijving die verloren zou gaan|inschrijvingen die verloren zouden gaan}.",
    "Cancel it with 'netwerk event cancel {event}': the record stays.":
        "Annuleer met 'netwerk event cancel {event}': dan blijft alles bewaard.",
    # 6: the data file; 7, 8 and signals
    "There is no data file at {path}.": "Er is geen gegevensbestand op {path}.",
    "Create one with 'netwerk init', or name another with --db FILE.":
        "Maak er een met 'netwerk init', of kies een ander met --db BESTAND.",
    "The data file {path} is damaged: {problem}.": "Het gegevensbestand {path} is beschadigd: {problem}.",
    "Put an earlier state back with 'netwerk restore'; see 'netwerk backup --list'.":
        "Zet een eerdere versie terug met 'netwerk restore'; zie 'netwerk backup --list'.",
    "The data file {path} was written by a newer netwerk (schema {found}; this one knows {known}).":
        "Het gegevensbestand {path} is geschreven door een nieuwere versie van netwerk (schema {found}; deze kent "
        "{known}).",
    "Update netwerk; the file was not touched.": "Werk netwerk bij; het bestand is niet aangeraakt.",
    "The data file {path} may not be read or written: {problem}.":
        "Het gegevensbestand {path} mag niet worden gelezen of geschreven: {problem}.",
    "netwerk was set up in the database {path} already.": "netwerk is al ingericht in de database {path}.",
    "Use it as it is, or choose another with --db.": "Gebruik ze zoals ze is, of kies een andere met --db.",
    "There is nothing of netwerk in the database {path} yet.":
        "Er staat nog niets van netwerk in de database {path}.",
    "Begin there with 'netwerk init', or put a backup there with 'netwerk restore FILE'.":
        "Begin er met 'netwerk init', of zet er een back-up terug met 'netwerk restore BESTAND'.",
    "The database {path} may not be used so: {problem}.": "De database {path} mag zo niet gebruikt worden: {problem}.",
    "Nothing was changed. Ask who keeps the server; a password is kept in ~/.pgpass or PGPASSWORD.":
        "Er is niets gewijzigd. Vraag het aan wie de server beheert; een wachtwoord staat in ~/.pgpass of PGPASSWORD.",
    "The address of the database cannot be read: {why}.": "Het adres van de database is niet te lezen: {why}.",
    "It looks like postgresql://ans@db.example.org/netwerk; a password is kept in ~/.pgpass or PGPASSWORD.":
        "Het ziet eruit als postgresql://ans@db.example.org/netwerk; een wachtwoord staat in ~/.pgpass of PGPASSWORD.",
    "something in it is missing or out of place": "er ontbreekt iets, of iets staat niet op zijn plaats",
    "write / as %2F, @ as %40, ? as %3F and # as %23 in a password":
        "schrijf in een wachtwoord / als %2F, @ als %40, ? als %3F en # als %23",
    "netwerk passes on {known}, and nothing else": "netwerk geeft {known} door, en niets anders",
    "What netwerk needs to speak to PostgreSQL is not installed.":
        "Wat netwerk nodig heeft om met PostgreSQL te spreken, is niet geïnstalleerd.",
    "Install it: pip install 'netwerk-cli[postgresql]'.": "Installeer het: pip install 'netwerk-cli[postgresql]'.",
    "The database {path} cannot be used: {problem}.": "De database {path} is niet te gebruiken: {problem}.",
    "Nothing was changed. Check the address, or ask who keeps the server.":
        "Er is niets gewijzigd. Controleer het adres, of vraag het aan wie de server beheert.",
    "The database {path} cannot be used now: {problem}.": "De database {path} is nu niet te gebruiken: {problem}.",
    "Try again in a moment; nothing was changed.": "Probeer het zo dadelijk opnieuw; er is niets gewijzigd.",
    "The connection to {path} was lost.": "De verbinding met {path} is verbroken.",
    "Nothing was changed: do it again once the server answers.":
        "Er is niets gewijzigd: doe het opnieuw zodra de server antwoordt.",
    "The connection to {path} was lost, and whether the change was made cannot be found out now.":
        "De verbinding met {path} is verbroken, en of de wijziging is gebeurd, is nu niet na te gaan.",
    "Look with 'netwerk log' once the server answers, before you do it again.":
        "Kijk met 'netwerk log' zodra de server antwoordt, voor je het opnieuw doet.",
    "The change was made, but the connection to {path} was lost before all of the answer was known.":
        "De wijziging is gebeurd, maar de verbinding met {path} is verbroken voor het hele antwoord bekend was.",
    "The clock of this machine is {seconds} s away from that of {path}.":
        "De klok van deze machine loopt {seconds} s uit de pas met die van {path}.",
    "Nothing was changed. Set the clock: it decides what is in time.":
        "Er is niets gewijzigd. Zet de klok gelijk: ze beslist wat op tijd is.",
    "the user or the password is not right": "de gebruiker of het wachtwoord klopt niet",
    "there is no such user": "die gebruiker bestaat niet",
    "this user may not log in": "deze gebruiker mag niet aanmelden",
    "this user may not connect to the database": "deze gebruiker mag geen verbinding maken met de database",
    "the server lets nobody in from here": "de server laat van hier niemand toe",
    "there is no such database": "die database bestaat niet",
    "the server is starting or stopping": "de server is aan het starten of aan het stoppen",
    "the server has no room for one more": "de server heeft geen plaats voor nog iemand",
    "there is no such host": "die machine bestaat niet",
    "the server has no certificate, and it is not this machine":
        "de server heeft geen certificaat, en het is niet deze machine",
    "the root certificate is not there": "het basiscertificaat is er niet",
    "the certificate is not that of the server, or nobody known signed it":
        "het certificaat is niet dat van de server, of is door niemand bekend ondertekend",
    "it does not answer": "er komt geen antwoord",
    "no server listens there": "er luistert daar geen server",
    "the server is a copy that only reads": "de server is een kopie die alleen leest",
    "it does not answer as a PostgreSQL server does": "het antwoord is niet dat van een PostgreSQL-server",
    "this user may not do that": "deze gebruiker mag dat niet",
    "the server only reads": "de server leest alleen",
    "the disk of the server is full": "de schijf van de server is vol",
    "the server has no memory left": "de server heeft geen geheugen meer",
    "the disk of the server fails": "de schijf van de server hapert",
    "the server or its database is damaged; its log says more":
        "de server of de database is beschadigd; het logboek ervan zegt meer",
    "the server refuses; its log says why": "de server weigert; het logboek ervan zegt waarom",
    "the server broke it off": "de server heeft het afgebroken",
    "the server has no room left for it": "de server heeft er geen plaats voor",
    "The database {path} is damaged: {problem}.": "De database {path} is beschadigd: {problem}.",
    "Put a backup back with 'netwerk restore FILE'; 'netwerk doctor' names what else is damaged.":
        "Zet een back-up terug met 'netwerk restore BESTAND'; 'netwerk doctor' noemt wat nog meer beschadigd is.",
    "The database {path} was changed by a newer netwerk (schema {found}; this one knows {known}).":
        "De database {path} is gewijzigd door een nieuwere netwerk (schema {found}; deze kent {known}).",
    "Update netwerk; nothing was changed.": "Werk netwerk bij; er is niets gewijzigd.",
    "its server is older than PostgreSQL {version}": "de server ervan is ouder dan PostgreSQL {version}",
    "it does not keep texts in UTF-8": "de teksten erin staan niet in UTF-8",
    "Somebody on the way may read along, or pretend to be the server.":
        "Iemand onderweg kan meelezen, of zich voordoen als de server.",
    "Leave sslmode out of the address: then the certificate is checked.":
        "Laat sslmode uit het adres: dan wordt het certificaat nagekeken.",
    "Check who owns the file and its folder, or name another with --db FILE.":
        "Controleer wie eigenaar is van het bestand en de map, of kies een ander met --db BESTAND.",
    "Another netwerk was busy with {path} for more than {seconds} s.":
        "Een ander netwerk-proces was langer dan {seconds} s bezig met {path}.",
    "Try again, or wait longer with --lock-timeout SECONDS.":
        "Probeer het opnieuw, of wacht langer met --lock-timeout SECONDEN.",
    "{count:finding|findings}.": "{count:bevinding|bevindingen}.",
    "Each line says what to do about it.": "Bij elke regel staat wat eraan te doen is.",
    "{rejected} of {count:line was|lines were} rejected, {taken} taken.":
        "{count:regel|regels} gelezen: {rejected} geweigerd, {taken} ingeschreven.",
    "Each line above says why; mend those and run them again.":
        "Hierboven staat per regel waarom; verbeter die regels en bied ze opnieuw aan.",
    "The lock of {path} was taken away during this change, so nothing was changed.":
        "Het slot van {path} is tijdens deze wijziging weggehaald, dus er is niets gewijzigd.",
    "Try again, and leave {lock} where it is: removing it frees nothing.":
        "Probeer het opnieuw, en laat {lock} staan: weghalen maakt niets vrij.",
    "Interrupted; nothing was changed.": "Onderbroken; er is niets gewijzigd.",
    "Run the command again when you are ready.": "Voer de opdracht opnieuw uit als je zover bent.",
    "The free seats of '{event}' are set aside for {audiences} until {until}.":
        "De vrije plaatsen van '{event}' zijn tot {until} voorbehouden aan {audiences}.",
    "Wait for a seat, name the audience with --audience, or overrule with --force --reason.":
        "Wacht op een plaats, geef de doelgroep op met --audience, of maak een uitzondering met --force --reason.",
    "Session '{session}' of '{event}' was cancelled on {cancelled_at}.":
        "Sessie '{session}' van '{event}' is geannuleerd op {cancelled_at}.",
    "Choose other sessions: netwerk session list {event}.":
        "Kies andere sessies: netwerk session list {event}.",
    "Who registers for '{event}' chooses sessions: {known}.":
        "Wie zich inschrijft voor '{event}', kiest sessies: {known}.",
    "Name each with --session, or let naming none mean all: netwerk event edit {event} --sessions all.":
        "Noem elke sessie met --session, of laat wie niet kiest in alle sessies toe: netwerk event edit {event} "
        "--sessions all.",
    "Who registers chooses sessions: {known}.": "Wie zich inschrijft, kiest sessies: {known}.",
    "Sessions of '{event}' take place at the same time, so who registers has to choose; "
    "'netwerk event edit {event} --sessions all' lets naming none mean all.":
        "Sessies van '{event}' overlappen elkaar, dus wie zich inschrijft, moet kiezen; met 'netwerk event edit "
        "{event} --sessions all' zit wie niet kiest in alle sessies.",
    "Sessions '{session}' and '{other}' of '{event}' take place at the same time.":
        "De sessies '{session}' en '{other}' van '{event}' overlappen elkaar.",
    "Choose one of the two.": "Kies een van de twee.",
    "That organisation has {count:registration|registrations} for '{event}' already; the limit is {limit}.":
        "Die organisatie heeft al {count:inschrijving|inschrijvingen} voor '{event}'; het maximum is {limit}.",
    "Register somebody from another organisation, or overrule with --force --reason.":
        "Schrijf iemand van een andere organisatie in, of maak een uitzondering met --force --reason.",
    # --- The clauses within refusals: why a value, a typed date, a line of a file or the data file is not accepted
    # values
    "it is empty": "dit is leeg",
    "it has {count} characters; {limit} fit": "dit telt {count:teken|tekens}; het maximum is {limit}",
    "it holds bytes that are not text in UTF-8": "hier zitten bytes in die geen UTF-8-tekst zijn",
    "it is not an address such as name@example.org": "dit is geen adres zoals naam@example.org",
    "it is not a link such as https://example.org/room": "dit is geen link zoals https://example.org/zaal",
    "a link needs an address": "een link heeft een adres nodig",
    "a name has only a-z, 0-9 and single hyphens, at most 80 characters":
        "een naam bestaat uit a-z, 0-9 en losse koppeltekens, hoogstens 80 tekens",
    "a cap lies between 0 and {most}, or is none": "een maximum ligt tussen 0 en {most}, of is 'geen'",
    "'{text}' is not a whole number from 0, or none": "'{text}' is geen geheel getal vanaf 0 en ook niet 'geen'",
    "it is a whole number from 0": "dit moet een geheel getal vanaf 0 zijn",
    "it is a number of seconds from 0 to 86400": "dit moet een aantal seconden van 0 tot 86400 zijn",
    "it is not a moment such as 2024-01-16T15:59:59+01:00": "dit is geen moment zoals 2024-01-16T15:59:59+01:00",
    "'{text}' is not a length of time such as 3h, 3u, 90m or 1u30":
        "'{text}' is geen tijdsduur zoals 3h, 3u, 90m of 1u30",
    "the length must be more than nothing": "de duur moet meer dan nul zijn",
    "give start and end both a time, or neither": "geef begin en einde allebei een tijd, of geen van beide",
    "give either --ends or --duration": "geef --ends of --duration, niet allebei",
    "it states an end already; leave --ends and --duration out":
        "hierin staat al een einde; laat --ends en --duration weg",
    "a length needs a start with a time": "een duur kan alleen bij een begin met een tijd",
    "an end needs a start": "een einde kan niet zonder begin",
    "choose from {known}": "kies uit {known}",
    "{at} lies in the future": "{at} ligt in de toekomst",
    "both are needed": "allebei zijn verplicht",
    "the lines say who registers; leave the other options out":
        "de regels zeggen al wie zich inschrijft; laat de andere opties weg",
    "a workbook is not for a screen; name a file": "een werkmap past niet op een scherm; noem een bestand",
    "it goes with --format csv": "dit kan alleen met --format csv",
    "it goes without a file": "dit kan alleen zonder bestand",
    "it goes without a person": "dit kan alleen zonder persoon",
    "at least one person moves up": "minstens één persoon moet doorschuiven",
    "there is no such folder": "die map bestaat niet",
    "there is no setting '{key}'": "er is geen instelling '{key}'",
    "it cannot be read as TOML ({problem})": "dit is niet te lezen als TOML ({problem})",
    "line {line} cannot be read as TOML ({problem})": "regel {line} is niet te lezen als TOML ({problem})",
    # what the system, or a reader of Python's, complains of
    "it is not there": "dit bestaat niet",
    "access is denied": "de toegang is geweigerd",
    "that is not permitted": "dat mag niet",
    "it is there already": "dit bestaat al",
    "it is a folder": "dit is een map",
    "part of its path is not a folder": "een deel van het pad is geen map",
    "the folder is not empty": "de map is niet leeg",
    "its name is too long": "de naam is te lang",
    "its path is a link that leads in a circle, or one that is not followed":
        "het pad is een koppeling die in een kring leidt, of een die niet wordt gevolgd",
    "the disk is full": "de schijf is vol",
    "your share of the disk is full": "jouw deel van de schijf is vol",
    "the file would grow too large": "het bestand zou te groot worden",
    "it lies where nothing can be written": "dit staat waar niets geschreven kan worden",
    "it lies on another disk": "dit staat op een andere schijf",
    "the device failed": "het apparaat liet het afweten",
    "there is no such device": "dat apparaat bestaat niet",
    "nobody is at the other end": "er is niemand aan de andere kant",
    "something else is using it": "iets anders gebruikt dit nu",
    "somebody else changed it meanwhile": "iemand anders heeft dit intussen gewijzigd",
    "it did not answer in time": "er kwam niet op tijd antwoord",
    "too many files are open": "er staan te veel bestanden open",
    "it has too many names": "dit heeft te veel namen",
    "there is no memory left": "het geheugen is op",
    "that cannot be done there": "dat kan daar niet",
    "behind a key stands no =": "achter een sleutel staat geen =",
    "a value is missing, or a text without quotes": "een waarde ontbreekt, of een tekst zonder aanhalingstekens",
    "a line begins with a key or with [": "een regel begint met een sleutel of met [",
    "a key is missing, or begins with a sign that no key has":
        "een sleutel ontbreekt, of begint met een teken dat geen sleutel heeft",
    "a line goes on behind its value": "een regel gaat door achter de waarde",
    "a table is there twice": "een tabel staat er twee keer",
    "a key is there twice": "een sleutel staat er twee keer",
    "a closing ] is missing": "er ontbreekt een ]",
    "a closing brace is missing": "er ontbreekt een sluitende accolade",
    "a text has no closing quote": "een tekst heeft geen sluitend aanhalingsteken",
    "a text holds a sign that cannot stand there": "in een tekst staat een teken dat daar niet kan",
    "a backslash in a text is written twice": "een backslash in een tekst schrijf je dubbel",
    "the code behind a backslash is that of no sign": "de code achter een backslash is die van geen enkel teken",
    "there is no such date or time": "die datum of tijd bestaat niet",
    "a value is too long": "een waarde is te lang",
    "it holds a sign that no text has": "hier staat een teken in dat in geen tekst hoort",
    "a line ends within a value": "een regel eindigt midden in een waarde",
    # lines of a file
    "it cannot be read as CSV ({problem})": "dit is niet te lezen als CSV ({problem})",
    "it has more values than the heading has names": "hier staan meer waarden dan er namen in de kopregel zijn",
    # the data file
    "it is closed": "die is gesloten",
    "the data file": "het gegevensbestand",
    "the lock of the data file": "het slot van het gegevensbestand",
    "the place of its earlier states": "de plek van de eerdere versies",
    "its next state": "de volgende toestand van het gegevensbestand",
    "the file with your settings": "het bestand met jouw instellingen",
    "somebody else put it there, in a folder where others may write":
        "iemand anders heeft het daar gezet, in een map waar anderen mogen schrijven",
    "it goes without '-'": "dit kan alleen zonder '-'",
    "it is not a file": "dit is geen bestand",
    "it is not UTF-8 text": "dit is geen UTF-8-tekst",
    "it is not a JSON object": "dit is geen JSON-object",
    "it is not valid JSON near character {position}": "dit is geen geldige JSON rond teken {position}",
    "it is nested too deeply": "dit is te diep genest",
    "a table is not a JSON object": "een tabel is geen JSON-object",
    "a table holds something other than numbered documents": "een tabel bevat iets anders dan genummerde documenten",
    "a name occurs twice in one JSON object": "een naam komt twee keer voor in één JSON-object",
    "it counts fewer changes than it holds": "het telt minder wijzigingen dan het bevat",
    "{name} is not a JSON value": "{name} is geen JSON-waarde",
    "a number in it is too large": "er staat een te groot getal in",
    "table {table} does not hold one record": "tabel {table} bevat niet precies één record",
    "{problem} (table {table})": "{problem} (tabel {table})",
    "it does not say which version of the data file it is":
        "er staat niet in welke versie van het gegevensbestand dit is",
    "it does not say which store it is": "er staat niet in van welke opslag dit is",
    "an event under another event's name": "een bijeenkomst staat onder de naam van een andere",
    "a record is incomplete or malformed": "een record is onvolledig of misvormd",
    # typed dates
    "nothing was given": "er is niets opgegeven",
    "it is longer than {limit} characters": "dit is langer dan {limit} tekens",
    "it is still to be announced; leave it out until it is known":
        "dit is nog te bepalen; laat het weg tot het bekend is",
    "'{piece}' is not understood here": "'{piece}' is hier niet te begrijpen",
    "it stops short after '{piece}'": "na '{piece}' ontbreekt er nog iets",
    "'{piece}' can be an hour, a day or a year; write the time as 16:00 and the year in full":
        "'{piece}' kan een uur, een dag of een jaar zijn; schrijf de tijd als 16:00 en het jaar voluit",
    "one moment is needed, not a span": "hier hoort één moment, geen periode",
    "it is only a year; give the day and the month too": "dit is alleen een jaar; geef ook de dag en de maand",
    "the day of the month is missing": "de dag van de maand ontbreekt",
    "it is only a time; give the day too": "dit is alleen een tijd; geef ook de dag",
    "a time is needed too, as in 16:00": "er is ook een tijd nodig, zoals 16:00",
    "'{piece}' begins a span, but no end follows": "met '{piece}' begint een periode, maar er volgt geen einde",
    "'{piece}' can be a date or two hours; add the year or write the month as a word":
        "'{piece}' kan een datum of twee uren zijn; voeg het jaar toe of schrijf de maand als woord",
    "a time zone needs a time before it": "vóór een tijdzone hoort een tijd te staan",
    "there is no month {number}": "er is geen maand {number}",
    "there is no month {number}; the day comes before the month":
        "er is geen maand {number}; de dag komt vóór de maand",
    "{month_name} {year} has {days} days": "{month_name} {year} heeft {days} dagen",
    "{month_name} never has more than {days} days, and the first is 1":
        "{month_name} heeft nooit meer dan {days} dagen, en de eerste is 1",
    "{date} is a {weekday}, not a {typed}": "{date} is een {weekday}, geen {typed}",
    "that is {weekday} {date} at {clock}, which has passed; add the year if you mean it":
        "dat is {weekday} {date} om {clock}, en dat is voorbij; voeg het jaar toe als je dat bedoelt",
    "that is {weekday} {date} at {clock}, after the start; add the year if you mean it":
        "dat is {weekday} {date} om {clock}, na het begin; voeg het jaar toe als je dat bedoelt",
    "there is no such day": "die dag bestaat niet",
    "the year must lie between {first} and {last}": "het jaar moet tussen {first} en {last} liggen",
    "'{piece}' can be a day or a year; write the day before the month, or add the year":
        "'{piece}' kan een dag of een jaar zijn; schrijf de dag vóór de maand, of voeg het jaar toe",
    "'{piece}' can be more than one day; write the date": "'{piece}' kan meer dan één dag zijn; schrijf de datum",
    "'{piece}' does not say which day; add the weekday": "'{piece}' zegt niet welke dag; voeg de dag van de week toe",
    "'{piece}' is not counted in days or weeks; write the date":
        "'{piece}' telt niet in dagen of weken; schrijf de datum",
    "a winter lasts from one year into the next; write both, as in winter 2021-2022":
        "een winter loopt van het ene jaar in het volgende; schrijf ze allebei, zoals winter 2021-2022",
    "a day is needed, without a time": "hier hoort een dag, zonder tijd",
    "'{piece}' is not a time of the day": "'{piece}' is geen bestaande tijd",
    "'{piece}' can be in the afternoon or at night; write it in figures, as in 16.30":
        "'{piece}' kan 's middags of 's nachts zijn; schrijf de tijd in cijfers, zoals 16.30",
    "'{piece}' is not exact; write the time in figures on the 24-hour clock, as in 16.30":
        "'{piece}' is niet precies genoeg; schrijf de tijd in cijfers op de 24-uursklok, zoals 16.30",
    "write am or pm with both times, or with neither": "schrijf am of pm bij beide tijden, of bij geen van beide",
    "'{zone}' is not a time zone known here; write the offset, as in +01:00":
        "'{zone}' is hier geen bekende tijdzone; schrijf het verschil met UTC, zoals +01:00",
    "'{piece}' is not an offset from UTC": "'{piece}' is geen verschil met UTC",
    "'{piece}' can be an offset or the end of a span; write the offset after a T time, as in "
    "2024-01-16T16:00-05:00, or put spaces around the dash":
        "'{piece}' kan een verschil met UTC of het einde van een periode zijn; schrijf het verschil na een "
        "tijd met T, zoals 2024-01-16T16:00-05:00, of zet spaties rond het streepje",
    "the clocks are on {used} on that day, not {typed_zone}; leave the zone out or write the offset":
        "de klok staat die dag op {used}, niet op {typed_zone}; laat de zone weg of schrijf het verschil met UTC",
    "the clocks skip that time in {zone}": "de klok slaat die tijd over in {zone}",
    "the clocks show that time twice in {zone}; add the offset, as in {earlier} or {later}":
        "de klok geeft die tijd twee keer aan in {zone}; voeg het verschil met UTC toe, zoals {earlier} of {later}",
    "the end ({ends}) is not after the start ({starts})": "het einde ({ends}) valt niet na het begin ({starts})",
    "write both days of the span as dates": "schrijf beide dagen van de periode als datum",
    "give a time with both days of the span, or with neither":
        "geef bij beide dagen van de periode een tijd, of bij geen van beide",
    "counting back from a start is only for when registration opens or closes":
        "terugtellen vanaf het begin kan alleen voor het openen of sluiten van de inschrijving",
    "it counts back from a start that is not known": "dit telt terug vanaf een begin dat niet bekend is",
    "the start has no time to count back from; add one, as in '7 days before 16:00'":
        "het begin heeft geen tijd om van terug te tellen; voeg er een toe, zoals in '7 dagen vooraf 16:00'",
    "hours before the start leave no room for another time; write one of the two":
        "uren vóór het begin laten geen ruimte voor nog een tijd; schrijf een van de twee",
    # --- What commands say of what they did, what they ask, why somebody has a seat or waits, and what `doctor` finds
    # events
    "Created '{event}': {title}.": "'{event}' is aangemaakt: {title}.",
    "Created '{event}' as a draft, after '{model}'.":
        "'{event}' is aangemaakt als concept, naar het voorbeeld van '{model}'.",
    "Changed '{event}'.": "'{event}' is gewijzigd.",
    "'{event}' was like that already.": "'{event}' was al zo ingesteld.",
    "Opened registration for '{event}'.": "De inschrijving voor '{event}' is geopend.",
    "Registration for '{event}' was open already.": "De inschrijving voor '{event}' was al open.",
    "'{event}' is published already, but closed; open it again with 'netwerk event reopen {event}'.":
        "'{event}' is al gepubliceerd, maar afgesloten; heropen met 'netwerk event reopen {event}'.",
    "Closed registration for '{event}'.": "De inschrijving voor '{event}' is afgesloten.",
    "Registration for '{event}' was closed already.": "De inschrijving voor '{event}' was al afgesloten.",
    "Reopened '{event}'.": "'{event}' is heropend.",
    "'{event}' was not closed.": "'{event}' was niet afgesloten.",
    "Called '{event}' off.": "'{event}' is geannuleerd.",
    "'{event}' was off already.": "'{event}' was al geannuleerd.",
    "{count:person holds a seat or waits|people hold a seat or wait}. Call '{event}' off?":
        "{count:persoon heeft een plaats of wacht|personen hebben een plaats of wachten}. '{event}' annuleren?",
    "Take '{event}' out for good?": "'{event}' voorgoed verwijderen?",
    "{count:person|people} cancelled, and will be forgotten. Take '{event}' out for good?":
        "{count:uitgeschreven persoon wordt|uitgeschreven personen worden} dan vergeten. '{event}' voorgoed "
        "verwijderen?",
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
    "Registration closed on {closes_at}, at the start: no closing was given.":
        "De inschrijving is afgesloten op {closes_at}, bij het begin: er is geen sluitingsmoment opgegeven.",
    "Careful: {count:person sits|people sit} in '{session}' and '{other}' at the same time: {people}.":
        "Let op: {count:persoon zit|personen zitten} tegelijk in '{session}' en '{other}': {people}.",
    "{count:person has|people have} session '{session}': {people}.":
        "{count:persoon heeft|personen hebben} sessie '{session}': {people}.",
    "Session '{session}' is off; {count:person|people} had chosen it: {people}.":
        "Sessie '{session}' gaat niet door; {count:persoon had die|personen hadden die} gekozen: {people}.",
    "Session '{session}' is off; nobody had chosen it.":
        "Sessie '{session}' gaat niet door; niemand had die gekozen.",
    "Careful: registration closes on {closes_at}, after the start on {starts_at}.":
        "Let op: de inschrijving sluit op {closes_at}, na het begin op {starts_at}.",
    "counted back from the start": "teruggeteld vanaf het begin",
    "opens": "gaat open",
    "closes": "sluit",
    "{count:minute|minutes} before the start": "{count:minuut|minuten} vóór het begin",
    "{count:day|days} before the start": "{count:dag|dagen} vóór het begin",
    "Registration closed on {closes_at}.": "De inschrijving is afgesloten op {closes_at}.",
    "Registration for '{event}' closed on {closes_at}; {confirmed} confirmed.":
        "De inschrijving voor '{event}' is afgesloten op {closes_at}; {confirmed} bevestigd.",
    "'{event}' has no session yet, so it is a draft.": "'{event}' heeft nog geen sessie en is dus een concept.",
    "It is a draft: publish it with 'netwerk event open {event}'.":
        "Dit is een concept: publiceer met 'netwerk event open {event}'.",
    "It was cancelled on {cancelled_at}.": "De bijeenkomst is geannuleerd op {cancelled_at}.",
    "It is over.": "De bijeenkomst is voorbij.",
    "{held} of {capacity:seat is|seats are} held; {free} free, {waiting} waiting.":
        "{capacity:plaats|plaatsen}: {held} bezet, {free} vrij; {waiting:persoon wacht|personen wachten|niemand "
        "wacht}.",
    "{held:seat is|seats are} held under a cap of {capacity}: {over} over.":
        "{held:plaats is|plaatsen zijn} bezet bij een maximum van {capacity}: {over} te veel.",
    # registrations
    "{count:person has|people have} answered '{question}'; that goes with the question. Go on?":
        "{count:persoon heeft|personen hebben} '{question}' beantwoord; dat verdwijnt met de vraag. Doorgaan?",
    "Careful: {count:person has|people have} answered '{question}' otherwise than it can be now.":
        "Let op: {count:persoon heeft|personen hebben} '{question}' anders beantwoord dan nu kan.",
    "Not shown: {questions}; --fields shows them.": "Niet getoond: {questions}; --fields toont ze.",
    "Kept as questions: {questions}.": "Als vraag bewaard: {questions}.",
    "Careful: no column answers '{question}', which has to be answered.":
        "Let op: geen kolom beantwoordt '{question}', wat verplicht is.",
    "Careful: '{question}' has to be answered, and was not.":
        "Let op: '{question}' moet beantwoord worden, en is dat niet.",
    "'{question}' and '{other}' ask the same": "'{question}' en '{other}' vragen hetzelfde",
    "an event asks at most {most} questions": "een bijeenkomst stelt hoogstens {most} vragen",
    "'{question}' has choices, so its kind is choice or choices":
        "'{question}' heeft keuzes, dus de soort is choice of choices",
    "'{question}' lacks its choices; write them as choice: A | B":
        "de keuzes van '{question}' ontbreken; schrijf ze als keuze: A | B",
    "'{question}' has a choice twice: {choice}": "'{question}' heeft een keuze dubbel: {choice}",
    "a choice of '{question}' is empty, or holds ; or |": "een keuze van '{question}' is leeg, of bevat ; of |",
    "the answer is yes or no": "het antwoord is ja of nee",
    "write it as ID=TEXT; KIND; required; special": "schrijf het als NAAM=TEKST; SOORT; verplicht; bijzonder",
    "'{part}' is not one of {known}": "'{part}' is niet een van {known}",
    "'{question}' is the name of a field; name the question otherwise":
        "'{question}' is de naam van een veld; noem de vraag anders",
    "'{question}' is answered twice": "'{question}' is dubbel beantwoord",
    "write it as ID=ANSWER": "schrijf het als NAAM=ANTWOORD",
    "'{event}' asks '{text}', which has to be answered.": "'{event}' vraagt '{text}', en dat moet beantwoord worden.",
    "Answer it with --answer '{question}=…', or overrule with --force --reason.":
        "Beantwoord het met --answer '{question}=…', of maak een uitzondering met --force --reason.",
    "The answer to '{question}' is none of its choices: {choices}.":
        "Het antwoord op '{question}' is geen van de keuzes: {choices}.",
    "{nearest}Choose one of them, or give the question other choices or another kind.":
        "{nearest}Kies er een van, of geef de vraag andere keuzes of een andere soort.",
    "{count:person has|people have} answered '{question}' of '{event}'; without the question that is gone.":
        "{count:persoon heeft|personen hebben} '{question}' van '{event}' beantwoord; zonder de vraag is dat weg.",
    "To go on all the same: 'netwerk event edit {event} --remove-question {first} --yes'.":
        "Toch doorgaan: 'netwerk event edit {event} --remove-question {first} --yes'.",
    "The answers of {count:person|people} to '{question}' go.":
        "De antwoorden van {count:persoon|personen} op '{question}' verdwijnen.",
    "'{event}' asks no question '{question}'.": "'{event}' stelt geen vraag '{question}'.",
    "{nearest}It asks: {known}.": "{nearest}Er wordt gevraagd: {known}.",
    "{name} ({registration}) is on the list of '{event}' and takes no seat.":
        "{name} ({registration}) staat op de lijst van '{event}' en neemt geen plaats in.",
    "{count:person is|people are} on the list without taking a seat.":
        "{count:persoon staat|personen staan} op de lijst zonder een plaats in te nemen.",
    "{name} ({registration}) has a seat at '{event}'.": "{name} ({registration}) heeft een plaats bij '{event}'.",
    "{name} ({registration}) holds a seat at '{event}' and awaits approval.":
        "{name} ({registration}) heeft een plaats bij '{event}' en wacht op goedkeuring.",
    "{name} ({registration}) is number {position} on the waiting list of '{event}'.":
        "{name} ({registration}) is nummer {position} op de wachtlijst van '{event}'.",
    "{name} ({registration}) is cancelled for '{event}'.": "{name} ({registration}) is uitgeschreven voor '{event}'.",
    "That is late: it had started.": "Dat is laat: het was al begonnen.",
    "{name} ({registration}) is declined for '{event}'.": "{name} ({registration}) is afgewezen voor '{event}'.",
    "{name} ({registration}) moved up from the waiting list.":
        "{name} ({registration}) is doorgeschoven van de wachtlijst.",
    "A rule was set aside: {reason}": "Er is een uitzondering gemaakt: {reason}",
    "{free:seat is|seats are} free.": "{free:plaats is nog vrij|plaatsen zijn nog vrij|Er is geen plaats meer vrij}.",
    "That was the last seat: registration is closed.": "Dat was de laatste plaats: de inschrijving is afgesloten.",
    "{count:line|lines} read: {seated} with a seat, {waiting} waiting, {unchanged} unchanged.":
        "{count:regel|regels} gelezen: {seated} met een plaats, {waiting} op de wachtlijst, {unchanged} ongewijzigd.",
    "Not in what is full: {sessions}.": "Niet in wat vol is: {sessions}.",
    "{registration} was declined on {declined_at}, and asked again.":
        "{registration} is op {declined_at} afgewezen en heeft het daarna opnieuw gevraagd.",
    "{count:person|people} can move up; 'netwerk close-due' or the next change does it.":
        "{count:persoon kan|personen kunnen} doorschuiven; dat doet 'netwerk close-due' of de volgende wijziging.",
    "{name} comes in place of {before}.": "{name} komt in de plaats van {before}.",
    "Sessions: {sessions}.": "Sessies: {sessions}.",
    "{free:seat is|seats are} free; registration stays closed. Reopen with 'netwerk event reopen {event}'.":
        "{free:plaats is|plaatsen zijn} vrij; de inschrijving blijft afgesloten. Heropen met "
        "'netwerk event reopen {event}'.",
    "the event is not for a group; name one": "de bijeenkomst is niet voor een groep; noem er een",
    "the group says who registers; leave the other options out":
        "de groep zegt wie zich inschrijft; laat de andere opties weg",
    "Nobody is registered with this address.": "Niemand is ingeschreven met dit adres.",
    "{registration} has nearly this address.": "{registration} heeft bijna hetzelfde adres.",
    "The person is not a member of '{group}'.": "De persoon is geen lid van '{group}'.",
    "The person is a member of '{group}', as {membership}.": "De persoon is lid van '{group}', als {membership}.",
    "The person is not a member of '{group}' yet: {membership} awaits approval.":
        "De persoon is nog geen lid van '{group}': {membership} wacht op goedkeuring.",
    "{registration} has a seat in: {sessions}.": "{registration} heeft een plaats in: {sessions}.",
    "{registration} has a seat in no session.": "{registration} heeft in geen sessie een plaats.",
    "{registration} was to come to sessions that are off: {sessions}.":
        "{registration} zou komen naar sessies die niet doorgaan: {sessions}.",
    "Line {line} ({name}): {message}": "Regel {line} ({name}): {message}",
    "{rejected} of {count:line|lines} would be rejected, {taken} taken.":
        "{count:regel|regels} gelezen. Dat zou geven: {rejected} geweigerd, {taken} ingeschreven.",
    "{count:line|lines} read: {seated} would have a seat, {waiting} would wait, {unchanged} stay as they are.":
        "{count:regel|regels} gelezen. Dat zou geven: {seated} met een plaats, {waiting} op de wachtlijst, "
        "{unchanged} ongewijzigd.",
    "Line {line}: {message}": "Regel {line}: {message}",
    "Nothing changed.": "Er is niets veranderd.",
    "Nobody.": "Niemand.",
    "Nobody waits.": "Niemand wacht.",
    "'{group}' has no moderator any more; appoint one with 'netwerk group moderator {group} PERSON'.":
        "'{group}' heeft geen moderator meer; stel er een aan met 'netwerk group moderator {group} PERSOON'.",
    "{name} is still on the list of '{event}' for its members, as {registration}.":
        "{name} staat nog als {registration} op de lijst van '{event}', die alleen voor leden is.",
    "It is for members of '{group}', which this person left.":
        "De bijeenkomst is voor leden van '{group}', waar deze persoon niet meer bij is.",
    "To free the place: netwerk registration cancel {event} {registration}.":
        "Om de plaats vrij te maken: netwerk registration cancel {event} {registration}.",
    # materials and milestones
    "Added material {id} to '{owner}': {title}.": "Materiaal {id} is toegevoegd aan '{owner}': {title}.",
    "Added milestone {id} to '{owner}': {title}.": "Mijlpaal {id} is toegevoegd aan '{owner}': {title}.",
    "Changed material {id} of '{owner}': {title}.": "Materiaal {id} van '{owner}' is gewijzigd: {title}.",
    "Changed milestone {id} of '{owner}': {title}.": "Mijlpaal {id} van '{owner}' is gewijzigd: {title}.",
    "Material {id} of '{owner}' was like that already.": "Materiaal {id} van '{owner}' was al zo ingesteld.",
    "Milestone {id} of '{owner}' was like that already.": "Mijlpaal {id} van '{owner}' was al zo ingesteld.",
    "Took material {id} of '{owner}' out: {title}.": "Materiaal {id} van '{owner}' is verwijderd: {title}.",
    "Took milestone {id} of '{owner}' out: {title}.": "Mijlpaal {id} van '{owner}' is verwijderd: {title}.",
    "No materials. Add one with 'netwerk material add'.":
        "Geen materialen. Voeg er een toe met 'netwerk material add'.",
    "Milestone {id} of '{owner}' is done: {title}.": "Mijlpaal {id} van '{owner}' is gehaald: {title}.",
    "Milestone {id} of '{owner}' was done already.": "Mijlpaal {id} van '{owner}' was al gehaald.",
    "Reopened milestone {id} of '{owner}': {title}.": "Mijlpaal {id} van '{owner}' is heropend: {title}.",
    "Milestone {id} of '{owner}' was not done.": "Mijlpaal {id} van '{owner}' was nog niet gehaald.",
    "It is due by {due_on}.": "Dit moet uiterlijk op {due_on} af zijn.",
    "It is late: it was due by {due_on}.": "Dit is te laat: het moest uiterlijk op {due_on} af zijn.",
    "No milestones. Add one with 'netwerk milestone add'.":
        "Geen mijlpalen. Voeg er een toe met 'netwerk milestone add'.",
    # the rest
    "This was a dry run: nothing was changed.": "Proefdraaien: er is niets gewijzigd.",
    "Nothing happened yet.": "Er is nog niets gebeurd.",
    "Wrote {path}.": "{path} is geschreven.",
    "Wrote {path} ({size:byte|bytes}).": "{path} is geschreven ({size:byte|bytes}).",
    "Created {path}.": "{path} is aangemaakt.",
    "No findings.": "Geen bevindingen.",
    "No earlier states are kept yet.": "Er zijn nog geen eerdere versies bewaard.",
    "generation {generation}": "versie {generation}",
    "Put all that is kept back to {source}?": "Alles wat er bewaard is vervangen door {source}?",
    "Put back {source}: {events:event|events}, {registrations:registration|registrations}.":
        "{source} is teruggezet: {events:bijeenkomst|bijeenkomsten}, {registrations:inschrijving|inschrijvingen}.",
    "What was there is kept as generation {generation}.": "Wat er stond, is bewaard als versie {generation}.",
    "{late:milestone|milestones} late": "{late:mijlpaal|mijlpalen} te laat",
    "{due:milestone|milestones} due soon": "{due:mijlpaal|mijlpalen} binnen 30 dagen",
    "{undated:session|sessions} without a date": "{undated:sessie|sessies} zonder datum",
    "{questions:open question|open questions}": "{questions:open vraag|open vragen}",
    "Answered material {id} of '{owner}': {title}.": "Materiaal {id} van '{owner}' is beantwoord: {title}.",
    "Material {id} of '{owner}' is open again: {title}.": "Materiaal {id} van '{owner}' staat weer open: {title}.",
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
        "Iemand zegt af: eerst proefdraaien, dan echt, en kijk wie doorschuift.",
    "A second before the closing time, and at it.": "Een seconde vóór het sluitingsmoment, en precies erop.",
    "Cron records the closing and writes the final list.": "Cron legt het afsluiten vast en schrijft de eindlijst.",
    "The attendee list for Excel, and the event for calendars.":
        "De deelnemerslijst voor Excel, en de bijeenkomst voor agenda's.",
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
        "Er is geen maximum; {seats_held:plaats is bezet|plaatsen zijn bezet|er is geen plaats bezet} ({confirmed} "
        "bevestigd, {pending} goed te keuren).",
    "{seats_held} of {capacity:seat is|seats are} held ({confirmed} confirmed, {pending} pending); {free} free.":
        "{capacity:plaats|plaatsen}: {seats_held} bezet ({confirmed} bevestigd, {pending} goed te keuren), "
        "{free} vrij.",
    "{seats_held:seat is|seats are} held under a cap of {capacity}: {over} over; nobody is promoted.":
        "{seats_held:plaats is|plaatsen zijn} bezet bij een maximum van {capacity}: {over} te veel; niemand "
        "schuift door.",
    "Session {session}: {seats_held} of {capacity:seat is|seats are} held.":
        "Sessie {session}: {capacity:plaats|plaatsen}, {seats_held} bezet.",
    "{waiting:person waits|people wait}; the waiting list no longer moves.":
        "{waiting:persoon wacht|personen wachten|Niemand wacht}; de wachtlijst schuift niet meer door.",
    "{waiting:person waits|people wait}; they move up when the organiser promotes them.":
        "{waiting:persoon wacht|personen wachten|Niemand wacht}; de organisator beslist wie doorschuift.",
    "{waiting:person waits|people wait}; they move up by themselves, in the order in which they asked.":
        "{waiting:persoon wacht|personen wachten|Niemand wacht}; doorschuiven gaat vanzelf, in volgorde van aanvraag.",
    "Somebody who asks now waits, as number {position}.":
        "Wie zich nu inschrijft, komt als nummer {position} op de wachtlijst.",
    "Somebody who asks now gets a seat.": "Wie zich nu inschrijft, krijgt een plaats.",
    "Somebody who asks now gets a seat and awaits approval.":
        "Wie zich nu inschrijft, krijgt een plaats en wacht op goedkeuring.",
    "{registration} was received on {received_at}.": "{registration} is ontvangen op {received_at}.",
    "A rule was set aside for {registration}: {reason}.":
        "Voor {registration} is een uitzondering gemaakt: {reason}.",
    "{registration} is on the list since {since}, and takes no seat.":
        "{registration} staat op de lijst sinds {since}, en neemt geen plaats in.",
    "{registration} holds a seat, since {since}.": "{registration} heeft een plaats sinds {since}.",
    "{registration} holds a seat and awaits approval, since {since}.":
        "{registration} heeft een plaats en wacht op goedkeuring sinds {since}.",
    "{registration} was declined on {since}.": "{registration} is afgewezen op {since}.",
    "{registration} was cancelled on {since}.": "{registration} is uitgeschreven op {since}.",
    "{registration} is number {position} of {waiting} on the waiting list.":
        "{registration} is nummer {position} van {waiting} op de wachtlijst.",
    "The waiting list no longer moves.": "De wachtlijst schuift niet meer door.",
    "To move up: an organiser runs 'netwerk waitlist promote {event} --count {position}'.":
        "Om door te schuiven: een organisator voert 'netwerk waitlist promote {event} --count {position}' uit.",
    "To move up: {seats:seat|seats} must free, or the cap rise to {capacity}.":
        "Om door te schuiven: {seats:plaats moet|plaatsen moeten} vrijkomen, of het maximum moet naar {capacity}.",
    "To move up: the free seats are for {audiences} until {until}.":
        "Om door te schuiven: tot {until} zijn de vrije plaatsen voor {audiences}.",
    "To move up: {seats:seat|seats} must free in session {session}.":
        "Om door te schuiven: {seats:plaats moet|plaatsen moeten} vrijkomen in sessie {session}.",
    "To move up: those who asked earlier go first.": "Om door te schuiven: wie eerder vroeg, gaat voor.",
    # findings
    "The closing of registration is recorded without its moment or without its cause.":
        "Het afsluiten van de inschrijving is vastgelegd zonder moment of zonder oorzaak.",
    "Record it anew: netwerk event reopen {event} --closes WHEN.":
        "Leg het opnieuw vast: netwerk event reopen {event} --closes WANNEER.",
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
        "Schrijf alle andere uit: netwerk registration cancel {event} {registration}.",
    "These requests have the same turn, so their order in the queue is not certain.":
        "Deze aanvragen hebben dezelfde beurt, dus hun volgorde op de wachtlijst staat niet vast.",
    "Was the file edited by hand? Put an earlier state back with 'netwerk restore'.":
        "Is het bestand met de hand bewerkt? Zet een eerdere versie terug met 'netwerk restore'.",
    "See its history: netwerk registration show {event} {registration}.":
        "Bekijk de geschiedenis: netwerk registration show {event} {registration}.",
    "Its state is not the last one in its history.": "De status is niet de laatste uit de geschiedenis.",
    "The request was received after it was recorded.": "De aanvraag is later ontvangen dan vastgelegd.",
    "Choose anew: netwerk registration choose {event} {registration}{sessions}.":
        "Kies opnieuw: netwerk registration choose {event} {registration}{sessions}.",
    "It takes no seat, and waits for one or for approval.":
        "Deze inschrijving neemt geen plaats in, en wacht op een plaats of op goedkeuring.",
    "It answers a question that the event does not ask: {questions}.":
        "Deze inschrijving beantwoordt een vraag die de bijeenkomst niet stelt: {questions}.",
    "An answer is none that could be given now: {questions}.":
        "Een antwoord is er geen dat nu gegeven kan worden: {questions}.",
    "See what is asked: netwerk event show {event}. Answer anew: netwerk registration edit {event} {registration} "
    "--answer {question}=….":
        "Bekijk wat er gevraagd wordt: netwerk event show {event}. Antwoord opnieuw: netwerk registration edit {event} "
        "{registration} --answer {question}=….",
    "A chosen session does not exist: {sessions}.": "Een gekozen sessie bestaat niet: {sessions}.",
    "Findings": "Bevindingen",
    "Notes": "Opmerkingen",
    "It waits for a session that does not exist: {sessions}.":
        "Deze inschrijving wacht op een sessie die niet bestaat: {sessions}.",
    "A session is chosen more than once.": "Een sessie is meer dan eens gekozen.",
    "The name is empty or holds what no name can hold.":
        "De naam is leeg of bevat wat in geen naam kan staan.",
    "The e-mail address is none.": "Het e-mailadres is geen geldig adres.",
    "Its title is empty or holds what no title can hold.":
        "De titel is leeg of bevat wat in geen titel kan staan.",
    "Give it another: netwerk {noun} edit {slug} --title ….":
        "Geef een andere: netwerk {noun} edit {slug} --title ….",
    "Registration closes before it opens.": "De inschrijving sluit voordat die opengaat.",
    "Set both: netwerk event edit {event} --opens WHEN --closes WHEN.":
        "Stel beide in: netwerk event edit {event} --opens WANNEER --closes WANNEER.",
    "More seats are set aside than there are.": "Er zijn meer plaatsen voorbehouden dan er zijn.",
    "Set both: netwerk event edit {event} --capacity N --set-aside ….":
        "Stel beide in: netwerk event edit {event} --capacity N --set-aside ….",
    "It ends before it starts.": "Dit eindigt voordat het begint.",
    "Set both: netwerk session edit {event} {session} --starts WHEN --ends WHEN.":
        "Stel beide in: netwerk session edit {event} {session} --starts WANNEER --ends WANNEER.",
    "It takes place within '{within}', an event that is not there.":
        "Dit vindt plaats binnen '{within}', een bijeenkomst die er niet is.",
    "Name another: netwerk session edit {event} {session} --within EVENT.":
        "Noem een andere: netwerk session edit {event} {session} --within BIJEENKOMST.",
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
        "Een ander programma heeft het bestand anders ingedeeld; daardoor gaat lezen trager.",
    "Nothing to do: the next change lays it out again.": "Niets te doen: de volgende wijziging deelt het opnieuw in.",
    "Others on this machine have rights to this file of personal data (mode {mode}).":
        "Anderen op deze computer hebben rechten op dit bestand met persoonsgegevens (modus {mode}).",
    "Take them away: chmod 600 '{path}'.": "Trek die in: chmod 600 '{path}'.",
    "Take them away: chmod 600 '{path}'; chmod -R go= '{folder}'.":
        "Trek die in: chmod 600 '{path}'; chmod -R go= '{folder}'.",
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
        "Verplaats het terwijl er geen netwerk-proces loopt; de volgende wijziging maakt een nieuw.",
    "Its own record holds what netwerk does not know: {names}.":
        "In de eigen gegevens van het bestand staat wat netwerk niet kent: {names}.",
    "A write was broken off before it counted.": "Een schrijfactie is afgebroken voordat die telde.",
    "Nothing to do: the next change takes it away.": "Niets te doen: de volgende wijziging ruimt dit op.",
    "Ask its owner to take it away: it is personal data.":
        "Vraag de eigenaar om het weg te halen: het zijn persoonsgegevens.",
    "This is not an earlier state of the data file.": "Dit is geen eerdere versie van het gegevensbestand.",
    "{extra:earlier state is|earlier states are} kept longer than planned.":
        "{extra:eerdere versie is|eerdere versies zijn} langer bewaard dan de bedoeling is.",
    "Lost with it: {what} ({records}), {change}, by {by} on {at}.":
        "Daarmee gaat verloren: {what} ({records}), {change}, door {by} op {at}.",
    "And {count:change|changes} before those.": "En {count:wijziging|wijzigingen} daarvoor.",
    "Nothing to do: the next change takes them away.": "Niets te doen: de volgende wijziging ruimt ze op.",
    "Earlier states are not kept: {missing}.": "Eerdere versies zijn niet bewaard: {missing}.",
    "Was the data file moved without them? The next changes keep their own.":
        "Is het gegevensbestand zonder die versies verplaatst? De volgende wijzigingen bewaren hun eigen versies.",
    "{count:person sits|people sit} in both at the same time.":
        "{count:persoon zit|personen zitten} tegelijk in beide.",
    "See who: netwerk registration list {event} --session {session}.":
        "Zie wie: netwerk registration list {event} --session {session}.",
    "Registration would close after the event is over, and nobody registers for that.":
        "De inschrijving zou sluiten als de bijeenkomst al voorbij is, en daarvoor schrijft niemand zich in.",
    "Set it: netwerk event edit {event} --closes WHEN.": "Stel dat in: netwerk event edit {event} --closes WANNEER.",
    # --- Sessions, series and what limits their seats
    # refusals
    "'{event}' has a session '{session}' already.": "'{event}' heeft al een sessie '{session}'.",
    "Choose another name, or change it with 'netwerk session edit {event} {session}'.":
        "Kies een andere naam, of wijzig de sessie met 'netwerk session edit {event} {session}'.",
    "{count:person has|people have} chosen session '{session}' of '{event}'.":
        "{count:persoon heeft|personen hebben} sessie '{session}' van '{event}' gekozen.",
    "Cancel it with 'netwerk session cancel {event} {session}': the record stays.":
        "Annuleer de sessie met 'netwerk session cancel {event} {session}': de gegevens blijven.",
    # headings
    "session": "sessie",
    "within": "tijdens",
    # what was done
    "No sessions. Add one with 'netwerk session add'.": "Geen sessies. Voeg er een toe met 'netwerk session add'.",
    "Called session '{session}' of '{event}' off.": "Sessie '{session}' van '{event}' is geannuleerd.",
    "Session '{session}' of '{event}' is on again.": "Sessie '{session}' van '{event}' gaat weer door.",
    "Added session '{session}' to '{event}'.": "Sessie '{session}' is toegevoegd aan '{event}'.",
    "Changed session '{session}' of '{event}'.": "Sessie '{session}' van '{event}' is gewijzigd.",
    "Took session '{session}' out of '{event}'.": "Sessie '{session}' is verwijderd uit '{event}'.",
    "{session}: {starts_at}": "{session}: {starts_at}",
    "… and {count} more": "… en nog {count}",
    "'{event}' has {count:session|sessions} now.": "'{event}' heeft nu {count:sessie|sessies}.",
    "It starts on {starts_at}.": "De sessie begint op {starts_at}.",
    "Careful: its cap of {capacity} is above the event's {most}.":
        "Let op: het maximum van deze sessie ({capacity}) ligt boven dat van de bijeenkomst ({most}).",
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
    "a time of the day needs a start with a time": "een tijd kan alleen bij een begin met een tijd",
    "no session would be left; cancel the registration instead":
        "er zou geen sessie overblijven; schrijf de persoon dan uit",
    "give either --every or --rule": "geef --every of --rule, een van de twee",
    "it goes without a time": "dit kan alleen zonder tijd",
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
    "session restored": "sessie gaat weer door",
    "session removed": "sessie verwijderd",
    # --- What commands about groups say, and why they refuse
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
    "Corrected {name} ({membership}) of '{group}'.":
        "De gegevens van {name} ({membership}) in '{group}' zijn verbeterd.",
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
    "Nobody with that code, e-mail address or name is on the list of '{group}'.":
        "Niemand met die code, dat e-mailadres of die naam staat op de lijst van '{group}'.",
    "{nearest}List them with 'netwerk group members {group}'.":
        "{nearest}Toon de leden met 'netwerk group members {group}'.",
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
        "Voeg de persoon eerst toe aan de groep: netwerk group admit {group} --name NAAM --email E-MAIL.",
    "'{group}' is a closed group: nobody can ask to join it.":
        "'{group}' is een gesloten groep: lid worden kan niet op aanvraag.",
    "Whoever leads it adds people: netwerk group admit {group} --name NAME --email EMAIL.":
        "Wie de groep leidt, voegt leden toe: netwerk group admit {group} --name NAAM --email E-MAIL.",
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
        "Noem een moderator met --by, of laat die optie weg om als organisator te beslissen.",
    "{membership} of '{group}' cannot decide on a request of their own.":
        "{membership} van '{group}' kan niet over de eigen aanvraag beslissen.",
    "Let another moderator decide with --by, or leave it out to decide as the organiser.":
        "Laat een andere moderator beslissen met --by, of laat die optie weg om als organisator te beslissen.",
    "{skipped} of {count:person was|people were} skipped; {changed} changed.":
        "{count:persoon|personen}: {skipped} overgeslagen, {changed} gewijzigd.",
    "Would not be taken: {rejected} of {read:row|rows}.":
        "Zou niet worden overgenomen: {rejected} van {read:rij|rijen}.",
    "Not taken: {rejected} of {read:row|rows}.": "Niet overgenomen: {rejected} van {read:rij|rijen}.",
    "Each line above says why; --rejects FILE writes those rows, to be mended and read again.":
        "Hierboven staat per rij waarom; --rejects BESTAND schrijft die rijen weg, om te verbeteren en opnieuw in te "
        "lezen.",
    "Not taken, or not whole: {rejected} of {count:file|files}.":
        "Niet of niet helemaal overgenomen: {rejected} van {count:bestand|bestanden}.",
    "The .txt beside each of them says why.": "Het .txt-bestand ernaast zegt waarom.",
    # lists that are read in
    "Columns: {columns}.": "Kolommen: {columns}.",
    "Not read: {columns}.": "Niet gelezen: {columns}.",
    "Sheet: {sheet}.": "Werkblad: {sheet}.",
    "No column says when somebody asked: whoever is new asks now, in the order of the rows.":
        "Geen kolom zegt wanneer iemand zich inschreef: wie nieuw is, doet dat nu, in de volgorde van de rijen.",
    "Received from {first} to {last}, in {zone}.": "Ontvangen van {first} tot {last}, in {zone}.",
    "Row {row} ({name}): {message}": "Rij {row} ({name}): {message}",
    "The list says that it is cancelled.": "Volgens de lijst is deze inschrijving geannuleerd.",
    "Perhaps {address} is meant.": "Misschien is {address} bedoeld.",
    "{done} of {total:row|rows}": "{done} van de {total:rij|rijen}",
    "{read:row|rows} read: {parts}.": "{read:rij|rijen} gelezen: {parts}.",
    "{count} with a seat": "{count} met een plaats",
    "{count} awaiting approval": "{count} goed te keuren",
    "{count} on the waiting list": "{count} op de wachtlijst",
    "{count} without a seat": "{count} zonder plaats",
    "{count} corrected": "{count} verbeterd",
    "{count} unchanged": "{count} ongewijzigd",
    "{count} cancelled": "{count} uitgeschreven",
    "{count} too late": "{count} te laat",
    "{count} there before": "{count} dubbel",
    "{count} with another name on the same address": "{count} met een andere naam op hetzelfde adres",
    "{count} without an address": "{count} zonder adres",
    "{count} with a wrong address": "{count} met een fout adres",
    "{count} refused": "{count} geweigerd",
    "given name": "voornaam",
    "name prefix": "tussenvoegsel",
    "day received": "dag van ontvangst",
    "time received": "tijd van ontvangst",
    "cancelled or not": "geannuleerd of niet",
    "draft or not": "concept of niet",
    "standard input": "de standaardinvoer",
    "a name stands in it twice": "er staat een naam twee keer in",
    "give either a file or --watch DIR": "geef een bestand of --watch DIR",
    "name a file": "noem een bestand",
    "it goes with a file": "dit hoort bij een bestand",
    "it has more than {count:row|rows}": "er staan meer dan {count:rij|rijen} in",
    "it has more than {count} MB": "het is groter dan {count} MB",
    "it is a workbook that cannot be read; save it anew as .xlsx or CSV":
        "het is een werkmap die niet te lezen is; sla die opnieuw op als .xlsx of CSV",
    "it is an old workbook (.xls); save it as .xlsx or CSV":
        "het is een oude werkmap (.xls); sla die op als .xlsx of CSV",
    "it is larger than a workbook of a form can be; save the list alone as .xlsx or CSV":
        "het is groter dan een werkmap van een formulier kan zijn; sla alleen de lijst op als .xlsx of CSV",
    "it is a mail that cannot be read": "het is een mail die niet te lezen is",
    "it is a mail without lines such as 'Name: Value'": "het is een mail zonder regels als 'Naam: Waarde'",
    "it is locked with a password; save it without one":
        "het is met een wachtwoord vergrendeld; sla het zonder wachtwoord op",
    "it is neither a text nor a workbook": "het is geen tekst en geen werkmap",
    "it is a web page and no list, perhaps one that asks to sign in":
        "het is een webpagina en geen lijst, misschien een die vraagt om aan te melden",
    "there is no row under its heading": "onder de kop staat geen enkele rij",
    "there is no such day when the month comes first": "die dag bestaat niet als de maand voorop staat",
    "two columns are called '{column}'": "twee kolommen heten '{column}'",
    "write it as COLUMN=FIELD": "schrijf het als KOLOM=VELD",
    "'{column}' can be one of {known}": "'{column}' kan een van deze zijn: {known}",
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
        "Noem een andere: netwerk event edit {event} --members-of GROEP.",
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
    "to be announced": "nog aan te kondigen",
    "membership": "lidmaatschap",
    "moderator": "moderator",
    "since": "sinds",
    "reason": "reden",
    # --- Dossiers: the plan of applying them, and what can be off with them
    # the plan
    "action": "wat",
    "field": "veld",
    "old": "oud",
    "new": "nieuw",
    "changed": "gewijzigd",
    "material": "materiaal",
    "unchanged": "ongewijzigd",
    "{created} created, {changed} changed, {unchanged} unchanged.":
        "{created} aangemaakt, {changed} gewijzigd, {unchanged} ongewijzigd.",
    "'{text}' will mean another day later; write the year.":
        "'{text}' betekent later een andere dag; schrijf het jaar erbij.",
    "{name}: {old} → {new}": "{name}: {old} → {new}",
    "(nothing)": "(niets)",
    "yes": "ja",
    "no": "nee",
    "{field}: {old} → {new}, without {gone}. Go on?": "{field}: {old} → {new}, zonder {gone}. Doorgaan?",
    "Careful: seats are set aside for '{audience}', which is not an audience of the event.":
        "Let op: er zijn plaatsen voorbehouden aan '{audience}', en dat is geen doelgroep van de bijeenkomst.",
    "Careful: this looks like {person}: the same name, another address.":
        "Let op: dit lijkt op {person}: dezelfde naam, een ander adres.",
    "Careful: this looks like {person}: an address one letter off.":
        "Let op: dit lijkt op {person}: een adres dat één letter scheelt.",
    "The organisation is written as on the list: '{text}'.": "De organisatie staat er nu zoals op de lijst: '{text}'.",
    "Careful: the organisation looks like '{text}', which is on the list.":
        "Let op: de organisatie lijkt op '{text}', die al op de lijst staat.",
    "Careful: '{text}' is no audience of this event, which has: {known}.":
        "Let op: '{text}' is geen doelgroep van deze bijeenkomst; die heeft: {known}.",
    "The audience is written as the event has it: '{text}'.":
        "De doelgroep staat er nu zoals bij de bijeenkomst: '{text}'.",
    "They have one name under two addresses.": "Ze hebben dezelfde naam, met twee adressen.",
    "{count} more look like somebody on the list.": "Nog {count:persoon lijkt|personen lijken} op iemand op de lijst.",
    "See who: netwerk registration list {event} --sort family_name.":
        "Bekijk wie: netwerk registration list {event} --sort family_name.",
    "Their addresses are one letter apart.": "Hun adressen schelen één letter.",
    "The same person? Cancel one: netwerk registration cancel {event} {registration}.":
        "Dezelfde persoon? Schrijf er een uit: netwerk registration cancel {event} {registration}.",
    "One organisation is written in several ways: {texts}.":
        "Eén organisatie is op verschillende manieren geschreven: {texts}.",
    "Choose one: netwerk registration edit {event} {registration} --organisation ….":
        "Kies er een: netwerk registration edit {event} {registration} --organisation ….",
    "The event has no such audience: {texts}.": "Die doelgroep heeft de bijeenkomst niet: {texts}.",
    "Correct it, or add it: netwerk event edit {event} --add-audience ….":
        "Verbeter die, of voeg die toe: netwerk event edit {event} --add-audience ….",
    "Careful: this makes '{slug}', and there is '{near}'.":
        "Let op: dit maakt '{slug}' aan, en er is al '{near}'.",
    "it is not one of {known}": "dit staat niet in {known}",
    "an empty list": "een lege lijst",
    # what was changed since an export
    "{path}: {slug} {field}: {current} → {dossier}; changed since.":
        "{path}: {slug} {field}: {current} → {dossier}; sindsdien gewijzigd.",
    "Apply all the same, and lose {count:value|values}?":
        "Toch toepassen, en {count:waarde|waarden} kwijtraken?",
    "{count:value|values} changed since the dossier was exported would be lost, so nothing was done.":
        "{count:waarde is|waarden zijn} gewijzigd sinds het dossier werd geëxporteerd, en dat zou verloren gaan; er "
        "is niets gedaan.",
    "See how it is now with 'netwerk export dossier {slug}' and edit that, or go ahead with --yes.":
        "Zie hoe het nu is met 'netwerk export dossier {slug}' en bewerk dat, of ga door met --yes.",
    "{count:session of another event lies|sessions of other events lie} within '{event}': {sessions}.":
        "{count:sessie van een andere bijeenkomst valt|sessies van andere bijeenkomsten vallen} binnen '{event}': "
        "{sessions}.",
    "Take that back first: 'netwerk session edit {first} --within \"\"'.":
        "Maak dat eerst ongedaan: 'netwerk session edit {first} --within \"\"'.",
    # faults
    "{count:fault was|faults were} found in the dossiers, so nothing was changed.":
        "{count:fout|fouten} gevonden in de dossiers, dus er is niets gewijzigd.",
    "Mend the lines named above; 'netwerk apply --dry-run FILE' looks again and touches nothing.":
        "Verbeter de genoemde regels; 'netwerk apply --dry-run BESTAND' kijkt opnieuw en wijzigt niets.",
    "This is not TOML: {problem}.": "Dit is geen TOML: {problem}.",
    "This is too much for one dossier: {why}.": "Dit is te veel voor één dossier: {why}.",
    "Describe less in it, or divide it over several events.":
        "Beschrijf er minder in, of verdeel het over meerdere bijeenkomsten.",
    "a dossier has at most {most} bytes": "een dossier heeft hoogstens {most} bytes",
    "a key has at most {most} parts": "een sleutel heeft hoogstens {most} delen",
    "a dossier has at most {most} sessions, questions, materials and milestones":
        "een dossier heeft hoogstens {most} sessies, vragen, materialen en mijlpalen",
    "See docs/dossiers.md for an example.": "Zie docs/dossiers.md voor een voorbeeld.",
    "See docs/dossiers.md for the keys.": "Zie docs/dossiers.md voor de sleutels.",
    "A dossier describes one thing, in [event] or in [group].":
        "Een dossier beschrijft één ding, in [event] of in [group].",
    "There is no key '{key}' in {within}{nearest}.": "Er is geen sleutel '{key}' in {within}{nearest}.",
    "; the nearest is '{match}'": "; het meest lijkt daarop '{match}'",
    "a dossier": "een dossier",
    "[{table}] needs the key '{key}'.": "In [{table}] ontbreekt de sleutel '{key}'.",
    "'{key}' should be {wanted}.": "'{key}' moet {wanted} zijn.",
    "a text": "een tekst",
    "a whole number, or the text none": "een geheel getal of de tekst none",
    "true or false": "true of false",
    "a list of texts": "een lijst van teksten",
    "a date, a time with its date, or a text that says so":
        "een datum, een tijd met de datum erbij, of een tekst die dat zegt",
    "true, false, or the moment at which it was done": "true, false of het moment waarop het gehaald is",
    "a list of tables": "een lijst van tabellen",
    "one table": "één tabel",
    "'{name}' is there twice: first on line {first} of {path}.":
        "'{name}' staat er twee keer: eerst op regel {first} van {path}.",
    "Give one of them another name.": "Geef een van de twee een andere naam.",
    "'{key}' cannot go with [[session]]: the sessions say when.":
        "'{key}' gaat niet samen met [[session]]: de sessies zeggen wanneer.",
    "Move the time to a session.": "Verplaats de tijd naar een sessie.",
    "give a start, or to-be-announced = true": "geef een begin, of to-be-announced = true",
    "The name '{slug}' stands for something else, or did once; names are never reused.":
        "De naam '{slug}' staat voor iets anders, of deed dat ooit; namen worden nooit hergebruikt.",
    # the demo
    "A data file, and dossiers that describe what was announced.":
        "Een gegevensbestand, en dossiers die beschrijven wat er is aangekondigd.",
    "Again: what is like that already is left alone.": "Nog een keer: wat al zo is, blijft zoals het is.",
    "A series: three sessions online, two within a symposium, and some to be announced.":
        "Een reeks: drie sessies online, twee binnen een symposium, en enkele die nog worden aangekondigd.",
    "Suppose that the first session seats two.": "Stel dat de eerste sessie twee plaatsen heeft.",
    "The first is full now: wait for it, and take the second.":
        "De eerste is nu vol: wacht daarop, en neem de tweede.",
    "One person is excused from the first, and somebody moves up in it.":
        "Iemand meldt zich af voor de eerste, en daarin schuift iemand door.",
    "A semi-open working group: people ask to join, and whoever leads it decides.":
        "Een halfopen werkgroep: je vraagt een lidmaatschap aan, en wie de groep leidt, beslist.",
    "A project with a report and its recommendations; its plan was due in autumn 2021.":
        "Een project met een rapport en zijn adviezen; het stappenplan moest er in het najaar van 2021 zijn.",
    "Its dossier, as it is now; applying that changes nothing.":
        "Het dossier zoals het nu is; dat toepassen verandert niets.",
    "A webinar for three audiences, without a cap.": "Een webinar voor drie doelgroepen, zonder maximum.",
    # a file that would be overwritten
    "{path} was not written by netwerk, and is not overwritten; nothing was written.":
        "{path} is niet door netwerk geschreven en wordt niet overschreven; er is niets geschreven.",
    "Choose another folder, or take that file away first.": "Kies een andere map, of haal dat bestand eerst weg.",
    "{path} holds the agenda of another data file or database; nothing was written.":
        "In {path} staat de agenda van een ander gegevensbestand of een andere database; er is niets geschreven.",
    "Choose another folder, or empty that one first.": "Kies een andere map, of maak deze eerst leeg.",
    "{path} is not a dossier of '{slug}', and is not overwritten.":
        "{path} is geen dossier van '{slug}' en wordt niet overschreven.",
    "Choose another file, or take that one away first.": "Kies een ander bestand, of haal dat eerst weg.",
    # --- States, the verbs of history, and the headings of tables and cards
    # states of events and registrations, and how an event was closed
    "Error": "Fout",
    "draft": "concept",
    "upcoming": "nog niet open",
    "open": "open",
    "full": "vol",
    "closed": "afgesloten",
    "final list written": "eindlijst geschreven",
    "cancelled": "geannuleerd",
    "registrations: cancelled": "uitgeschreven",
    "past": "voorbij",
    "confirmed": "bevestigd",
    "pending": "goed te keuren",
    "waiting": "wachtlijst",
    "declined": "afgewezen",
    "cancelled late": "laat uitgeschreven",
    "removed": "verwijderd",
    "asked-again": "opnieuw gevraagd",
    "marks": "bijzonder",
    "organiser": "organisator",
    "due": "sluitingsmoment",
    # what history says was done
    "created": "aangemaakt",
    "edited": "gewijzigd",
    "opened": "geopend",
    "reopened": "heropend",
    "restored": "hersteld",
    "registered": "ingeschreven",
    "moved": "andere sessies gekozen",
    "revived": "opnieuw ingeschreven",
    "approved": "goedgekeurd",
    "promoted": "doorgeschoven",
    "told: cancelled": "afgezegd",
    "confirmation": "bevestiging",
    "reminder": "herinnering",
    "position": "wachtnummer",
    "told: place": "plaats",
    "untold": "nog niet verwittigd",
    "mail": "mail",
    "hand": "zelf",
    "told": "verwittigd",
    "mailed": "gemaild",
    "mail refused": "mail geweigerd",
    "mail bounced": "mail teruggekomen",
    "sent": "verstuurd",
    "uncertain": "onzeker",
    "deferred": "uitgesteld",
    "refused": "geweigerd",
    "bounced": "teruggekomen",
    "substituted": "vervangen",
    "reinstated": "teruggezet",
    # what needs attention; kinds of event; where a setting comes from
    "over": "boven het maximum",
    "milestone-late": "mijlpaal te laat",
    "milestone-due": "mijlpaal binnenkort",
    "open-questions": "open vragen",
    "undated": "sessie zonder datum",
    "Session '{session}' of '{event}' takes place within it.":
        "Sessie '{session}' van '{event}' vindt binnen deze bijeenkomst plaats.",
    "Its members can register for: {events}.": "Bijeenkomsten voor de leden: {events}.",
    "closes-soon": "sluit binnenkort",
    "series": "reeks",
    "option": "optie",
    "environment": "omgeving",
    "config": "configuratiebestand",
    "default": "standaard",
    "material added": "materiaal toegevoegd",
    "material edited": "materiaal gewijzigd",
    "material removed": "materiaal verwijderd",
    "milestone added": "mijlpaal toegevoegd",
    "milestone edited": "mijlpaal gewijzigd",
    "milestone done": "mijlpaal gehaald",
    "milestone reopened": "mijlpaal heropend",
    "milestone removed": "mijlpaal verwijderd",
    # kinds of material; states of milestones
    "document": "document",
    "link": "link",
    "practice-example": "praktijkvoorbeeld",
    "question": "vraag",
    "late": "te laat",
    "done": "gehaald",
    # headings
    "Attendees": "Deelnemers",
    "session {id}": "sessie {id}",
    "question {id}": "vraag {id}",
    "material {id}": "materiaal {id}",
    "milestone {id}": "mijlpaal {id}",
    "belongs to": "hoort bij",
    "id": "id",
    "address": "adres",
    "contributor": "gedeeld door",
    "answer": "antwoord",
    "answered by": "beantwoord door",
    "dated": "van",
    "text": "tekst",
    "due by": "uiterlijk",
    "period": "periode",
    "addressed to": "gericht aan",
    "done at": "gehaald op",
    "event": "bijeenkomst",
    "title": "titel",
    "kind": "soort",
    "status": "status",
    "starts": "begint",
    "ends": "eindigt",
    "timezone": "tijdzone",
    "location": "locatie",
    "online": "online",
    "capacity": "maximum",
    "seats held": "bezet",
    "without a seat": "zonder plaats",
    "free": "vrij",
    "registration from": "inschrijven vanaf",
    "registration until": "inschrijven tot",
    "closed at": "afgesloten op",
    "file": "bestand",
    "closed by": "afgesloten door",
    "cancelled at": "geannuleerd op",
    "when full": "als het vol is",
    "session choice": "keuze van sessies",
    "promote": "doorschuiven",
    "approval": "goedkeuring nodig",
    "members of": "voor leden van",
    "shared addresses": "gedeelde adressen",
    "audiences": "doelgroepen",
    "organisers": "organisatoren",
    "cost": "kosten",
    "theme": "thema",
    "language": "taal",
    "description": "beschrijving",
    "questions": "vragen",
    "answers": "antwoorden",
    "choice": "keuze",
    "choices": "keuzes",
    "questions: choices": "meerkeuze",
    "yes-no": "ja/nee",
    "required": "verplicht",
    "special": "bijzonder",
    "sessions": "sessies",
    "code": "code",
    "registration": "inschrijving",
    "name": "naam",
    "family name": "achternaam",
    "e-mail": "e-mail",
    "organisation": "organisatie",
    "role": "functie",
    "audience": "doelgroep",
    "place": "wachtnummer",
    "message": "bericht",
    "what is new": "wat is nieuw",
    "last told": "laatst verwittigd",
    "last attempt": "laatste poging",
    "outcome": "uitkomst",
    "what the server said": "wat de server zei",
    "how": "hoe",
    "received": "ontvangen",
    "no seat": "zonder plaats",
    "note": "opmerking",
    "exception": "uitzondering",
    "attention": "aandacht",
    "needs attention": "aandacht nodig",
    "at": "wanneer",
    "by": "door",
    "what": "wat",
    "why": "waarom",
    "changes": "wijzigingen",
    "setting": "instelling",
    "value": "waarde",
    "source": "bron",
    "generation": "versie",
    "written at": "geschreven op",
    "size": "grootte",
    "path": "pad",
    # --- Attendance: who was there
    "{registration} of '{event}' has no place in session '{session}' ({status}).":
        "{registration} van '{event}' heeft geen plaats in sessie '{session}' ({status}).",
    "Whoever came all the same is let in with 'netwerk attendance record {event} --walk-in'.":
        "Wie toch gekomen is, laat je binnen met 'netwerk attendance record {event} --walk-in'.",
    "{path} is a report of {report_on}; session '{session}' of '{event}' is on {session_on}.":
        "{path} is een verslag van {report_on}; sessie '{session}' van '{event}' is op {session_on}.",
    "Nothing was recorded; name the event or session that the report is of.":
        "Er is niets genoteerd; noem de bijeenkomst of sessie waar het verslag van is.",
    "{path} has nobody between {starts_at} and {ends_at}, when session '{session}' of '{event}' is.":
        "{path} heeft niemand tussen {starts_at} en {ends_at}, de tijd van sessie '{session}' van '{event}'.",
    "Nothing was recorded; check the time zone of the report, or name the session that it is of.":
        "Er is niets genoteerd; controleer de tijdzone van het verslag, of noem de sessie waar het van is.",
    "None of the {count:person|people} in {path} has a place in session '{session}' of '{event}'.":
        "Niemand van de {count:persoon|personen} in {path} heeft een plaats in sessie '{session}' van '{event}'.",
    "'{event}' has several sessions, and it is not clear which one is meant.":
        "'{event}' heeft meer dan één sessie, en het is niet duidelijk welke bedoeld is.",
    "Name one with --session; it has: {known}.": "Noem er een met --session; dit zijn ze: {known}.",
    "present": "aanwezig",
    "absent": "afwezig",
    "excused": "verontschuldigd",
    "unknown": "niet genoteerd",
    "attendance: hand": "met de hand",
    "check-in": "aan de deur",
    "attendance": "aanwezigheid",
    "minutes": "minuten",
    "no-show": "niet komen opdagen",
    "state": "aanwezigheid",
    "recorded from": "genoteerd uit",
    "recorded at": "genoteerd op",
    "recorded by": "genoteerd door",
    "attendance taken back": "aanwezigheid weggehaald",
    "{name} ({code}) is present.": "{name} ({code}) is aanwezig.",
    "{name} ({code}) is absent.": "{name} ({code}) is afwezig.",
    "{name} ({code}) is excused.": "{name} ({code}) is verontschuldigd.",
    "Of {name} ({code}) nothing is recorded.": "Van {name} ({code}) is niets genoteerd.",
    "{name} ({code}) was recorded as present before.": "{name} ({code}) stond al als aanwezig genoteerd.",
    "{name} ({code}) was recorded as absent before.": "{name} ({code}) stond al als afwezig genoteerd.",
    "{name} ({code}) was excused before.": "{name} ({code}) was al verontschuldigd.",
    "Of {name} ({code}) nothing was recorded.": "Van {name} ({code}) was niets genoteerd.",
    "Session '{session}': {present} present, {absent} absent, {excused} excused, {unknown} still to come.":
        "Sessie '{session}': {present} aanwezig, {absent} afwezig, {excused} verontschuldigd, {unknown} nog niet.",
    "Session '{session}': {present} present, {absent} absent, {excused} excused; {changed} changed.":
        "Sessie '{session}': {present} aanwezig, {absent} afwezig, {excused} verontschuldigd; {changed} gewijzigd.",
    "{count:person stays|people stay} excused.": "{count:persoon blijft|personen blijven} verontschuldigd.",
    "{count:person is|people are|Nobody is} still to come.":
        "{count:persoon komt|personen komen|Niemand komt} nog.",
    "… and {count} more.": "… en nog {count}.",
    "A code, an address or (part of) a name; empty: who is still to come; Ctrl-D ends.":
        "Een code, een adres of (een deel van) een naam; leeg: wie nog komt; Ctrl-D: klaar.",
    "Session '{session}' starts on {starts_at}.": "Sessie '{session}' begint op {starts_at}.",
    "it goes with --as present": "dat hoort bij --as aanwezig",
    "the other options say who walks in; it is needed with them":
        "de andere opties zeggen wie er binnenloopt; daar hoort deze bij",
    "name one or more people, or give --all-but": "noem een of meer personen, of gebruik --all-but",
    "it takes --name and --email of one person who is present":
        "daarbij horen --name en --email van één persoon die aanwezig is",
    "the session has {count:minute|minutes}": "de sessie duurt {count:minuut|minuten}",
    "the badge is of another event": "de badge is van een andere bijeenkomst",
    "nobody stands in it": "er staat niemand in",
    "it is at most 100%": "het is hoogstens 100%",
    "the session has no date yet": "de sessie heeft nog geen datum",
    "the session has no end; give minutes, as in 60m": "de sessie heeft geen einde; geef minuten, zoals 60m",
    "Present is who was in the session for {count:minute|minutes} or more (--present-from).":
        "Aanwezig is wie minstens {count:minuut|minuten} in de sessie was (--present-from).",
    "No row says when somebody was there: the day of the report is not checked.":
        "Geen regel zegt wanneer iemand er was: de dag van het verslag is niet gecontroleerd.",
    "The headings are in a language that is not known: what stands in the columns says what they hold.":
        "De kopjes zijn in een onbekende taal: wat in de kolommen staat, zegt wat erin hoort.",
    "The report has only the first and the last moment of each person, and how long they were there.":
        "Het verslag heeft van iedereen alleen het eerste en het laatste moment, en hoe lang iemand er was.",
    "{count:person|people} had not left when the report was made: they count until {until}.":
        "{count:persoon was|personen waren} nog niet weg toen het verslag werd gemaakt: dat telt tot {until}.",
    "The month comes before the day.": "De maand staat voor de dag.",
    "The day comes before the month.": "De dag staat voor de maand.",
    "A telephone number": "Een telefoonnummer",
    "{name} was there without a place in the session: {code} is {status}.":
        "{name} was er zonder plaats in de sessie: {code} is {status}.",
    "{name} was there, and is not registered ({minutes:minute|minutes}).":
        "{name} was er, en is niet ingeschreven ({minutes:minuut|minuten}).",
    "{registration} was recorded in session {session} as {state}, from {source}.":
        "{registration} is in sessie {session} genoteerd als {state}, uit {source}.",
    "{registration} was recorded in session {session} as {state} ({minutes:minute|minutes}), from {source}.":
        "{registration} is in sessie {session} genoteerd als {state} ({minutes:minuut|minuten}), uit {source}.",
    "{registration} is a no-show in session {session}: a seat, not excused and not present.":
        "{registration} kwam in sessie {session} niet opdagen: een plaats, niet verontschuldigd en niet aanwezig.",
    "Attendance: who was there.": "Aanwezigheid: wie er was.",
    "Record who was there, who was not and who is excused.":
        "Noteer wie er was, wie niet en wie verontschuldigd is.",
    "Of several people each gets an answer, in one step, and exit 8 says that some could not be recorded. It changes "
    "no seat. --walk-in lets in who has none: registration need not be open, but where there is no free seat, or "
    "others wait for it, it takes a --reason, which stays visible.":
        "Bij meerdere personen krijgt elk een antwoord, in één stap, en exitcode 8 zegt dat het bij sommigen niet "
        "kon. Aan plaatsen verandert niets. --walk-in laat binnen wie er geen heeft: de inschrijving hoeft niet open "
        "te zijn, maar waar geen plaats vrij is, of anderen erop wachten, is een --reason nodig, die zichtbaar blijft.",
    "Which session. Default: the only one, or that of today.":
        "Welke sessie. Standaard: de enige, of die van vandaag.",
    "What they were (present); unknown takes it back.": "Wat ze waren (aanwezig); 'niet genoteerd' haalt het weg.",
    "Everybody expected but these; who is excused stays so.":
        "Iedereen die verwacht is, behalve deze; wie verontschuldigd is, blijft dat.",
    "Also the people of a file, one a line.": "Ook de mensen van een bestand, een per regel.",
    "How many minutes they were in the session.": "Hoeveel minuten ze in de sessie waren.",
    "Register who came all the same: --name and --email.": "Schrijf in wie toch gekomen is: --name en --email.",
    "Check people in at the door, a line each.": "Noteer aan de deur wie er binnenkomt, een per regel.",
    "A line is a code, the badge of somebody (kickoff/r17), an address, or (part of) a name. Each is a change of its "
    "own, kept at once. At a terminal it asks for the next until Ctrl-D, and an empty line shows who is still to come; "
    "in a pipe exit 8 says that some could not be checked in.":
        "Een regel is een code, iemands badge (kickoff/r17), een adres, of (een deel van) een naam. Elke regel is een "
        "wijziging op zich, die meteen bewaard wordt. In een terminal vraagt het naar de volgende tot Ctrl-D, en een "
        "lege regel toont wie nog komt; in een pipe zegt exitcode 8 dat het bij sommigen niet kon.",
    "List who was there, who was not and who is still to come.": "Toon wie er was, wie niet en wie nog komt.",
    "Who has a seat, who is on the list without one, and of whom anything was recorded. A no-show had a seat, was not "
    "excused and was not there, once attendance was recorded. Where the event asks whether somebody may be in a "
    "picture (a question with the id foto), the last column says so; no answer is no.":
        "Wie een plaats heeft, wie zonder plaats op de lijst staat, en van wie iets genoteerd is. Niet komen opdagen: "
        "een plaats, niet verontschuldigd en er niet, zodra er aanwezigheid genoteerd is. Waar de bijeenkomst vraagt "
        "of iemand op de foto mag (een vraag met de id foto), staat dat in de laatste kolom; geen antwoord is nee.",
    "pictures": "foto's",
    "No pictures of {name}.": "Geen foto's van {name}.",
    "no pictures": "geen foto's",
    "Only this session.": "Alleen deze sessie.",
    "Only who was this; repeatable. unknown: nothing recorded.":
        "Alleen wie dit was; herhaalbaar. 'niet genoteerd': niets genoteerd.",
    "Record who stands in a report of Teams or Zoom, or a list.":
        "Noteer wie er in een verslag van Teams of Zoom staat, of in een lijst.",
    "Reports of Teams and Zoom as they are downloaded, and lists by hand (CSV or XLSX) of names, addresses or codes, "
    "with a column 'aanwezig' or without. Matched by address, then by a name that fits exactly one person. Who has a "
    "seat and is not in it, or too short, is recorded as absent; who is in it without a seat is named, never added. "
    "What was recorded as present otherwise stays so, and so does who is excused. The same report again changes "
    "nothing.":
        "Verslagen van Teams en Zoom zoals ze worden gedownload, en lijsten met de hand (CSV of XLSX) van namen, "
        "adressen of codes, met een kolom 'aanwezig' of zonder. Gekoppeld op adres, dan op een naam die bij één "
        "persoon past. Wie een plaats heeft en er niet in staat, of te kort, wordt als afwezig genoteerd; wie er "
        "zonder plaats in staat, wordt genoemd, nooit toegevoegd. Wat anders als aanwezig is genoteerd, blijft zo, en "
        "wie verontschuldigd is ook. Hetzelfde verslag nog eens wijzigt niets.",
    "The report or list; - is standard input.": "Het verslag of de lijst; - is de standaardinvoer.",
    "Of which session. Default: the one of its day.": "Van welke sessie. Standaard: die van zijn dag.",
    "From what part of the session, or how long in it, somebody was there (50%).":
        "Vanaf welk deel van de sessie, of hoe lang erin, iemand er was (50%).",
    "Imports: lists of people who register, of members, of who was there, and calendars.":
        "Inlezen: lijsten van wie zich inschrijft, van leden, van wie er was, en agenda's.",
    # --- Lists that leave
    "Nothing changed in '{event}' since {since}.": "Er is in '{event}' niets veranderd sinds {since}.",
    "No list was written; without --since it has everybody.":
        "Er is geen lijst geschreven; zonder --since staat iedereen erop.",
    "Names, codes and phone numbers come out as they went in; --excel guards what Excel would take for a formula. "
    "--since adds a column 'change'; 'last' is the last time that it was asked for so, with the same --profile.":
        "Namen, codes en telefoonnummers komen eruit zoals ze erin gingen; --excel beschermt wat Excel voor een "
        "formule zou houden. --since geeft een kolom 'wijziging'; 'last' is de vorige keer dat er zo naar gevraagd "
        "is, met hetzelfde --profile.",
    "TITLE": "TITEL",
    "Where to; default: standard output. With --split a folder.":
        "Waarheen; standaard: de standaarduitvoer. Met --split een map.",
    "The format. Default: csv.": "Het bestandsformaat. Standaard: csv.",
    "Only who was added, changed or cancelled since; exit 9: nobody.":
        "Alleen wie sindsdien erbij kwam, gewijzigd of uitgeschreven is; exitcode 9: niemand.",
    "A file for each of these, in the folder of -o.": "Een bestand voor elk hiervan, in de map van -o.",
    "An empty column to write in, with this title; repeatable.":
        "Een lege kolom om in te schrijven, met deze titel; herhaalbaar.",
    "The options that this profile of your settings has.": "De opties die dit profiel van je instellingen heeft.",
    "Write a list to sign at the door, as PDF.": "Schrijf een tekenlijst voor aan de deur, als PDF.",
    "By family name, with a column to sign in. --blank gives others instead, --fields other columns, questions of the "
    "event too: what is asked about special matters only when it is named.":
        "Op achternaam, met een kolom om te tekenen. --blank geeft andere in de plaats, --fields andere kolommen, ook "
        "vragen van de bijeenkomst: een bijzondere vraag alleen als die genoemd wordt.",
    "A list of this session, on pages of its own; repeatable.":
        "Een lijst van deze sessie, op eigen bladzijden; herhaalbaar.",
    "How many empty lines for who walks in.": "Hoeveel lege regels voor wie binnenloopt.",
    "There is no certificate with that code.": "Er is geen attest met die code.",
    "Type it as it is printed, such as 7Q2M-X0KD-93TB-5FWA; the data file or database that it was made with knows it.":
        "Typ de code zoals die is afgedrukt, zoals 7Q2M-X0KD-93TB-5FWA; het gegevensbestand of de database waarmee die "
        "is gemaakt, kent die.",
    "That certificate of '{event}' no longer holds: {why}, on {at}.":
        "Dat attest van '{event}' geldt niet meer: {why}, op {at}.",
    "Who is recorded now: netwerk attendance list {event}.":
        "Wie er nu genoteerd is: netwerk attendance list {event}.",
    "Nobody that was asked for is recorded as present at '{event}', so there is no certificate to make.":
        "Niemand voor wie je een attest vraagt, is genoteerd als aanwezig bij '{event}'; er valt niets te maken.",
    "Say who was there: netwerk attendance record {event} PERSON.":
        "Zeg wie er was: netwerk attendance record {event} PERSOON.",
    "Say what the certificate of a code stands for.": "Zeg waarvoor het attest met een code staat.",
    "Whose it is and what it stands for now: compare that with the paper. Exit 3: there is no such certificate; exit "
    "5: it no longer holds, and why. Capitals, blanks and hyphens do not matter, nor does O for 0 or I for 1.":
        "Van wie het is en waarvoor het nu staat: vergelijk dat met het papier. Exitcode 3: zo'n attest is er niet; "
        "exitcode 5: het geldt niet meer, en waarom. Hoofdletters, spaties en streepjes doen er niet toe, en ook niet "
        "O voor 0 of I voor 1.",
    "CODE": "CODE",
    "The code on the certificate.": "De code op het attest.",
    "Write a certificate for each who was there, as PDF.": "Schrijf een attest voor ieder die er was, als PDF.",
    "A page for each who is recorded as present: the hours without breaks, the accreditations of the event, and a code "
    "that 'netwerk certificate check' answers. Points are stated for who was in all of it. The first time, the event "
    "gets a secret that its codes are made with: a change, and to undo it is to take the certificates back.":
        "Een bladzijde voor ieder die als aanwezig genoteerd is: de uren zonder pauzes, de accreditaties van de "
        "bijeenkomst, en een code waarop 'netwerk certificate check' antwoordt. Punten staan er voor wie alles volgde. "
        "De eerste keer krijgt de bijeenkomst een geheim waarmee de codes worden gemaakt: dat is een wijziging, en wie "
        "die ongedaan maakt, trekt de attesten in.",
    "Of who was in this session, for its hours only.": "Van wie in deze sessie was, alleen voor de uren daarvan.",
    "Of one person: a code, an address or (part of) a name.":
        "Van één persoon: een code, een adres of (een deel van) een naam.",
    "Certificates: what was printed, and whether it holds.": "Attesten: wat er is afgedrukt, en of het geldt.",
    "{count:person was|people were} not in all of it: hours are stated, and no points.":
        "{count:persoon volgde|personen volgden} niet alles: de uren staan vermeld, en geen punten.",
    "Certificates: {title}": "Attesten: {title}",
    "Certificate of attendance": "Bewijs van deelname",
    "attended": "nam deel aan",
    "Net, without breaks:": "Netto, zonder pauzes:",
    "Accredited by": "Geaccrediteerd door",
    "Number": "Nummer",
    "Points": "Punten",
    "Organised by": "Georganiseerd door",
    "Whether this certificate is genuine, the organiser can say by its code:":
        "Of dit bewijs echt is, kan de organisator zeggen met de code:",
    "it is no longer recorded that this person was there":
        "er is niet langer genoteerd dat deze persoon er was",
    "the registration was cancelled": "de inschrijving is geannuleerd",
    "certificates made": "attesten gemaakt",
    "{count:hour|hours}": "{count:uur|uur}",
    "{count:minute|minutes}": "{count:minuut|minuten}",
    "the seat went to somebody else": "de plaats ging naar iemand anders",
    "the event was cancelled": "de bijeenkomst is geannuleerd",
    "valid": "geldig",
    "net minutes": "nettominuten",
    "net hours": "netto-uren",
    "all of it": "alles gevolgd",
    "accreditations": "accreditaties",
    "break minutes": "minuten pauze",
    "ACCREDITATION": "ACCREDITATIE",
    "'BODY=NUMBER; 3 points', as certificates state it; repeatable.":
        "'INSTANTIE=NUMMER; 3 punten', zoals het op attesten staat; herhaalbaar.",
    "Minutes of breaks in each session; certificates state hours without them.":
        "Minuten pauze in elke sessie; attesten vermelden de uren zonder pauzes.",
    "Minutes of breaks in this session, where not those of the event.":
        "Minuten pauze in deze sessie, als het niet die van de bijeenkomst zijn.",
    "points: {points}": "punten: {points}",
    "write it as BODY=NUMBER; 3 points": "schrijf het als INSTANTIE=NUMMER; 3 punten",
    "an accreditation is named twice": "een accreditatie staat er twee keer",
    "an event has at most {most} accreditations": "een bijeenkomst heeft hoogstens {most} accreditaties",
    "the breaks are as long as session '{session}'": "de pauzes duren even lang als sessie '{session}'",
    "Write badges with a code to check in by, as PDF.": "Schrijf badges met een code voor aan de deur, als PDF.",
    "Each has a code that 'netwerk attendance check-in' reads, scanned or typed. The first column stands large; one "
    "that asks for the name on the badge may be it, and who left it empty gets their name. Sizes: label, where the "
    "first begins from the left and the top, from one to the next.":
        "Op elke badge staat een code die 'netwerk attendance check-in' leest, gescand of getypt. De eerste kolom "
        "staat groot; dat kan een vraag naar de naam op de badge zijn, en wie die leeg liet krijgt de eigen naam. "
        "Maten: etiket, waar het eerste begint van links en van boven, van het ene tot het volgende.",
    "DX": "DX",
    "DY": "DY",
    "The labels: L4785, C32011, 32015 or L7165, or sizes in mm.":
        "De etiketten: L4785, C32011, 32015 of L7165, of maten in mm.",
    "Print so many mm to the right and down; printers shift.":
        "Druk alles zoveel mm meer naar rechts en naar onder af; printers verschuiven.",
    "Draw a line around each, to cut along.": "Trek een lijn rond elke badge, om langs te knippen.",
    "No font has all that is to be printed of {count:person|people}; a line is left to write the name on, and a box "
    "stands for any other sign.":
        "Geen lettertype heeft alles wat er van {count:persoon|personen} afgedrukt moet worden; voor de naam staat er "
        "een schrijflijn, en een vakje staat voor elk ander teken.",
    "The setting 'fonts' names a folder of fonts that have more, such as Noto Sans CJK.":
        "De instelling 'fonts' noemt een map met lettertypes die meer hebben, zoals Noto Sans CJK.",
    "a PDF is not for a screen; name a file": "een PDF past niet op een scherm; noem een bestand",
    "{count:person is|people are} on it.": "{count:persoon staat|personen staan} erop.",
    "Badges: {title}": "Badges: {title}",
    "a label of {width}x{height} mm is too small to read; the least is {least} mm":
        "een etiket van {width}x{height} mm is te klein om te lezen; het kleinste is {least} mm",
    "write it as X,Y: at most {most} mm to the right and down":
        "schrijf het als X,Y: hoogstens {most} mm naar rechts en naar onder",
    "there is no sheet '{name}'; choose from {known}, or give sizes in mm as WxH+X+Y/DXxDY: label, where the first "
    "begins, from one to the next":
        "er is geen vel '{name}'; kies uit {known}, of geef maten in mm als WxH+X+Y/DXxDY: etiket, waar het eerste "
        "begint, van het ene tot het volgende",
    "the labels would lie over each other: the next one begins before one ends":
        "de etiketten zouden over elkaar liggen: het volgende begint voor het vorige eindigt",
    "no label fits on a page of {page} mm": "er past geen etiket op een blad van {page} mm",
    "Sign-in sheet: {title}": "Tekenlijst: {title}",
    "page": "bladzijde",
    "{title}; as the list was on {at}": "{title}; zoals de lijst was op {at}",
    "it holds no fonts (.ttf, .otf, .ttc, .otc)": "er zitten geen lettertypes in (.ttf, .otf, .ttc, .otc)",
    "writing PDF": "PDF schrijven",
    "a font in it does not have what its table of signs says":
        "een lettertype erin heeft niet wat zijn tekentabel zegt",
    "it is no font that can be read": "het is geen leesbaar lettertype",
    "date to be announced": "datum volgt",
    "at most {most} lines": "hoogstens {most} regels",
    "Signature": "Handtekening",
    "There is nobody to print for '{event}'; nothing was written.":
        "Bij '{event}' is er niemand om af te drukken; er is niets geschreven.",
    "Who there is: netwerk registration list {event}.": "Wie er wel is: netwerk registration list {event}.",
    "Write the waiting list of an event.": "Schrijf de wachtlijst van een bijeenkomst.",
    "In the order in which they move up.": "In de volgorde van doorschuiven.",
    "Write the list of the members of a group.": "Schrijf de lijst van de leden van een groep.",
    "Which states (who is a member, or asked to be); repeatable, or with commas.":
        "Met welke status (wie lid is of dat wil worden); herhaalbaar, of met komma's.",
    "Write a list of events.": "Schrijf een lijst van bijeenkomsten.",
    "Exports: lists of people and of events, the agenda, calendars, dossiers.":
        "Exports: lijsten van mensen en van bijeenkomsten, de agenda, agendabestanden, dossiers.",
    "Write the agenda as pages for the web, with calendars.":
        "Schrijf de agenda als pagina's voor het web, met agendabestanden.",
    "index.html, a page and a calendar for each event that is published, agenda.ics to subscribe to, agenda.atom for "
    "news. No name of who registered, no link to take part; the pages fetch nothing from anywhere.":
        "index.html, een pagina en een agendabestand voor elke gepubliceerde bijeenkomst, agenda.ics om je op te "
        "abonneren, agenda.atom voor nieuws. Zonder namen van wie zich inschreef en zonder link om deel te nemen; de "
        "pagina's halen nergens iets op.",
    "Only what changed is written, and what was written of an event that is gone is taken away: cron can run it. A "
    "file of somebody else is never touched. The folder remembers --name, --url and --lang.":
        "Alleen wat gewijzigd is, wordt geschreven, en wat van een verdwenen bijeenkomst geschreven was, gaat weg: "
        "cron kan dit doen. Een bestand van iemand anders blijft altijd staan. De map onthoudt --name, --url en "
        "--lang.",
    "What the agenda is called, from now on.": "Hoe de agenda heet, van nu af aan.",
    "Where the folder will be on the web, from now on.": "Waar de map op het web staat, van nu af aan.",
    "{count:file|files} in {path}, of which {written} new or changed; {removed} taken away.":
        "{count:bestand|bestanden} in {path}, waarvan {written} nieuw of gewijzigd; {removed} weggehaald.",
    "an address begins with http:// or https://": "een adres begint met http:// of https://",
    "Members": "Leden",
    "Waiting list": "Wachtlijst",
    "Events": "Bijeenkomsten",
    "added": "erbij",
    "name a folder": "noem een map",
    "no organisation": "zonder organisatie",
    "the last time": "de vorige keer",
    "there is no profile '{name}'; the settings have: {known}":
        "er is geen profiel '{name}'; de instellingen hebben: {known}",
    "a profile is a table with {known}": "een profiel is een tabel met {known}",
    "changes exported": "wijzigingen geëxporteerd",
    # --- changes, undo and the log
    "{change} cannot be taken back: what it did was changed again since, by {later}.":
        "{change} kan niet ongedaan worden gemaakt: wat daarin gebeurde, is sindsdien weer gewijzigd, door {later}.",
    "Take back {last} first, with 'netwerk undo {last}', or look with 'netwerk undo --list'.":
        "Maak eerst {last} ongedaan, met 'netwerk undo {last}', of kijk met 'netwerk undo --list'.",
    "Group '{group}' cannot be taken out: '{event}' is for its members.":
        "De groep '{group}' kan niet worden verwijderd: '{event}' is voor de leden ervan.",
    "Change that first, with 'netwerk event edit {event} --members-of none'.":
        "Wijzig dat eerst, met 'netwerk event edit {event} --members-of none'.",
    "There is no change '{change}' that can be taken back.":
        "Er is geen wijziging '{change}' die ongedaan kan worden gemaakt.",
    "The last {kept} are kept; see them with 'netwerk undo --list'.":
        "De laatste {kept} worden bewaard; bekijk ze met 'netwerk undo --list'.",
    "There is no change of yours that is not taken back yet.":
        "Er is geen wijziging van jou die nog niet ongedaan is gemaakt.",
    "Name one of somebody else's; see them with 'netwerk undo --list'.":
        "Noem er een van iemand anders; bekijk ze met 'netwerk undo --list'.",
    "it goes with --list": "dat hoort bij --list",
    "it goes without a change": "dit kan alleen zonder wijziging",
    "it is named already": "die is al genoemd",
    "No change is kept yet.": "Er is nog geen wijziging bewaard.",
    "Nothing changed: {change} was taken back already, by {by} with {undo}.":
        "Er is niets gewijzigd: {change} was al ongedaan gemaakt, door {by} met {undo}.",
    "Took back {change}: {what} ({records}), by {by} on {at}.":
        "{change} is ongedaan gemaakt: {what} ({records}), door {by} op {at}.",
    "'{slug}' is no more.": "'{slug}' is er niet meer.",
    "{slug} {code} ({name}) is out.": "{slug} {code} ({name}) is eruit.",
    "undone": "ongedaan gemaakt",
    "change": "wijziging",
    "about": "over",
    "details": "bijzonderheden",
    "people": "wie",
    "records": "betreft",
    "undone by": "ongedaan door",
    "events": "bijeenkomsten",
    "registrations": "inschrijvingen",
    # --- The pages of --help
    # the page itself
    "Usage": "Gebruik",
    "Examples": "Voorbeelden",
    "Arguments": "Argumenten",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Keys of a dossier": "Sleutels van een dossier",
    "[required]": "[verplicht]",
    "[default: {default}]": "[standaard: {default}]",
    "The options of every command are in 'netwerk --help'.": "De algemene opties staan in 'netwerk --help'.",
    # what stands for a value
    "OPTIONS": "OPTIES",
    "COMMAND": "OPDRACHT",
    "ARGS": "ARGUMENTEN",
    "TEXT": "TEKST",
    "WHEN": "WANNEER",
    "DATE": "DATUM",
    "LENGTH": "DUUR",
    "SECONDS": "SECONDEN",
    "RHYTHM": "RITME",
    "ZONE": "ZONE",
    "FILE": "BESTAND",
    "DIR": "MAP",
    "GENERATION": "VERSIE",
    "FIELD": "VELD",
    "SLUG": "NAAM",
    "NEW": "NIEUW",
    "EVENT": "BIJEENKOMST",
    "SESSION": "SESSIE",
    "PERSON": "PERSOON",
    "EMAIL": "E-MAIL",
    "GROUP": "GROEP",
    "OWNER": "EIGENAAR",
    "CHANGE": "WIJZIGING",
    "NAME": "NAAM",
    "WORD": "WOORD",
    "WHO": "WIE",
    "KIND": "SOORT",
    "SEATS": "PLAATSEN",
    "none": "geen",
    # choices
    "waiting-list": "wachtlijst",
    "close": "sluiten",
    "auto": "vanzelf",
    "manual": "handmatig",
    "groups: closed": "dicht",
    "all": "alle",
    "choose": "kiezen",
    # the program and its nouns
    "Administer network meetings: seats, waiting lists, closing times, calendars.":
        "Beheer netwerkbijeenkomsten: plaatsen, wachtlijsten, sluitingsmomenten, agenda's.",
    "'netwerk event --help' lists what can be done with events, 'netwerk event add --help' explains one command.":
        "'netwerk event --help' toont wat er met bijeenkomsten kan, 'netwerk event add --help' legt één opdracht "
        "uit.",
    "Events: what people register for.": "Bijeenkomsten: waarvoor mensen zich inschrijven.",
    "Sessions: the blocks of time of an event.": "Sessies: de tijdsblokken van een bijeenkomst.",
    "Registrations: who has a seat, who waits.": "Inschrijvingen: wie heeft een plaats, wie wacht.",
    "Waiting lists: who is next.": "Wachtlijsten: wie is aan de beurt.",
    "Groups: who works together between events, and who decides about it.":
        "Groepen: wie werkt er samen tussen bijeenkomsten, en wie beslist daarover.",
    "Materials: documents, links, practice examples and questions.":
        "Materialen: documenten, links, praktijkvoorbeelden en vragen.",
    "Milestones: what has to be delivered by when.": "Mijlpalen: wat moet wanneer af zijn.",
    # options that many commands share
    "The data file, or postgresql://… (NETWERK_DB).": "Het gegevensbestand, of postgresql://… (NETWERK_DB).",
    "The language of texts (NETWERK_LANG; default: the locale).":
        "De taal van de teksten (NETWERK_LANG; standaard: die van je systeem).",
    "Never show a long list in a pager (NETWERK_PAGER, PAGER).":
        "Toon een lange lijst nooit in een pager (NETWERK_PAGER, PAGER).",
    "Never ask; fail where a question would be asked.": "Vraag niets; stop waar een vraag zou komen.",
    "How long to wait for another netwerk (10).": "Hoelang op een ander netwerk-proces wordt gewacht (10).",
    "Colours (NO_COLOR, FORCE_COLOR).": "Kleuren: vanzelf, altijd of nooit (NO_COLOR, FORCE_COLOR).",
    "Show where an error came from.": "Toon waar een fout vandaan kwam.",
    "Print the version.": "Toon de versie.",
    "Show this message and exit.": "Toon deze hulp.",
    "Show what would happen; touch nothing.": "Toon wat er zou gebeuren; wijzig niets.",
    "Answer in JSON.": "Antwoord in JSON.",
    "Do not say what was done.": "Zeg niet wat er is gedaan.",
    "Go ahead without a question.": "Ga door zonder vraag.",
    "Which columns, in this order.": "Welke kolommen, in deze volgorde.",
    "Order by a column; -FIELD for the other way round.": "Sorteer op een kolom; -VELD voor andersom.",
    "Order by columns, family_name too; -FIELD the other way.":
        "Sorteer op kolommen, ook op achternaam; -VELD voor andersom.",
    "At most N rows.": "Hoogstens N rijen.",
    "Why; kept in the history.": "Waarom; wordt bewaard in de geschiedenis.",
    "Overrule a rule; needs --reason.": "Maak een uitzondering; vraagt --reason.",
    "Allow a cap below the seats held; needs --reason.":
        "Sta een maximum onder het aantal bezette plaatsen toe; vraagt --reason.",
    "Only in this state; repeatable, or with commas.": "Alleen met deze status; herhaalbaar, of met komma's.",
    "Where to; default: standard output.": "Waarheen; standaard: de standaarduitvoer.",
    "An empty value takes a field away: --location ''.": "Een lege waarde maakt een veld leeg: --location ''.",
    "An empty value takes a field away: --note ''. With --no-seat a seat is given up, with --seat somebody who takes "
    "none gets one, as if they asked for it now.":
        "Een lege waarde maakt een veld leeg: --note ''. Met --no-seat wordt een plaats opgegeven, met --seat krijgt "
        "iemand zonder plaats er een, alsof die er nu om vraagt.",
    "The answer to a question of the event; repeatable.": "Het antwoord op een vraag van de bijeenkomst; herhaalbaar.",
    "Only these, such as the answer to a special question.":
        "Alleen deze, zoals het antwoord op een bijzondere vraag.",
    "Answers to special questions, such as on health, are shown where --fields asks for them by name.":
        "Antwoorden op bijzondere vragen, zoals over gezondheid, worden getoond als --fields er met name om vraagt.",
    "Make questions of the columns that nothing else is read from.":
        "Maak vragen van de kolommen waar verder niets uit gelezen wordt.",
    "An empty value takes a field away: --contributor ''.":
        "Een lege waarde maakt een veld leeg: --contributor ''.",
    "An empty value takes a field away: --due ''.": "Een lege waarde maakt een veld leeg: --due ''.",
    # commands without a noun
    "Create the data file, or begin in a database.": "Maak het gegevensbestand aan, of begin in een database.",
    "It is readable by you only (mode 600). Exit 4 when there is one already.":
        "Alleen jij kunt het lezen (modus 600). Exitcode 4 als er al een is.",
    "Walk through the main jobs in a throw-away data file.":
        "Loop door het gewone werk, in een gegevensbestand dat daarna weg mag.",
    "From five dossiers to what becomes of them: a series with a full session, a working group to join, a project "
    "with a plan that is late, a webinar, and a kick-off with 250 places: fill it, see it close, let people wait, "
    "cancel somebody, close on time, export. Prints each command as it runs it.":
        "Van vijf dossiers tot wat ervan komt: een reeks met een volle sessie, een werkgroep om lid van te worden, "
        "een project met een plan dat te laat is, een webinar, en een kick-off met 250 plaatsen: vol laten lopen, "
        "zien sluiten, mensen laten wachten, iemand uitschrijven, op tijd sluiten, exporteren. Elke opdracht "
        "verschijnt terwijl die wordt uitgevoerd.",
    "Leave the data file and the exports there.": "Laat het gegevensbestand en de exports daar staan.",
    "Make what is kept say what dossiers say, and print what that changes.":
        "Pas dossiers toe op wat er bewaard is, en toon wat dat verandert.",
    "All files are read first: with a fault in any of them, nothing is changed. A second run changes nothing. What "
    "is no part of a dossier (people, closings, cancellations, history) stays as it is. What was changed since a "
    "dossier was exported is not set back without a yes.":
        "Eerst worden alle bestanden gelezen: zit er ergens een fout in, dan verandert er niets. Een tweede keer "
        "verandert niets. Wat niet in een dossier hoort (mensen, sluitingen, annuleringen, geschiedenis), blijft "
        "zoals het is. Wat is gewijzigd sinds een dossier werd geëxporteerd, wordt niet zonder ja teruggezet.",
    "Dossiers (TOML); - for standard input.": "Dossiers (TOML); - voor de standaardinvoer.",
    "Show what needs attention.": "Toon wat aandacht vraagt.",
    "Seats, what closes within a week, what is full, who waits or awaits approval. A milestone is shown when it is "
    "late or due within 30 days, and with it the group or past event it belongs to; so is a group with an open "
    "question, and what holds something of people that is past its term within 30 days, which 'netwerk privacy purge' "
    "takes away.":
        "Plaatsen, wat binnen een week sluit, wat vol is, wie wacht of goed te keuren is. Een mijlpaal verschijnt als "
        "die te laat is of binnen 30 dagen af moet zijn, met de groep of de voorbije bijeenkomst waar die bij hoort; "
        "zo ook een groep met een open vraag, en alles waarvan binnen 30 dagen iets van mensen over de termijn is, "
        "wat 'netwerk privacy purge' weghaalt.",
    "Record every closing that is due (for cron).": "Leg vast wat intussen gesloten hoort te zijn (voor cron).",
    "Silent with exit 0 when nothing was due. Nobody gets in late when this runs late: the closing time itself "
    "decides. A final list is written once for every event that is closed, however it closed; it never replaces one "
    "that differs. Of the agenda only what changed is written, in silence; its name, address and language are those of "
    "'export agenda'.":
        "Zwijgt, met exitcode 0, als er niets te sluiten was. Draait dit te laat, dan komt er toch niemand te laat "
        "binnen: het sluitingsmoment zelf beslist. Van elke afgesloten bijeenkomst, hoe die ook is afgesloten, wordt "
        "één keer de eindlijst geschreven; een lijst die afwijkt, wordt nooit vervangen. Van de agenda wordt alleen "
        "geschreven wat gewijzigd is, zonder iets te zeggen; naam, adres en taal zijn die van 'export agenda'.",
    "Write the pages of the agenda there, as 'export agenda' does.":
        "Schrijf daar de pagina's van de agenda, zoals 'export agenda' doet.",
    "Write the final attendee list of each event that is closed there, once.":
        "Schrijf daar, één keer, de eindlijst van elke afgesloten bijeenkomst.",
    "Say why: seats, closing, queue, and what would change it.":
        "Zeg waarom: plaatsen, sluiting, wachtlijst, en wat er iets aan zou veranderen.",
    "Without a person: what somebody who asks now would get.":
        "Zonder persoon: wat iemand krijgt die zich nu inschrijft.",
    "A code such as r17, an e-mail address, or (part of) a name.":
        "Een code zoals r17, een e-mailadres, of (een deel van) een naam.",
    "Show everything about one person, over all events and groups.":
        "Toon alles over één persoon, uit alle bijeenkomsten en groepen.",
    "Registrations and memberships in every state. A name that fits several people is refused with the list "
    "(exit 4).":
        "Inschrijvingen en lidmaatschappen, wat hun status ook is. Een naam die bij meer dan één persoon past, wordt "
        "geweigerd, met de lijst van wie het kan zijn (exitcode 4).",
    "An e-mail address, or (part of) a name.": "Een e-mailadres, of (een deel van) een naam.",
    "Also what happened, line by line.": "Ook wat er is gebeurd, regel voor regel.",
    "Show what happened: when, who, what, why.": "Toon wat er is gebeurd: wanneer, wie, wat, waarom.",
    "Only this event or group.": "Alleen deze bijeenkomst of groep.",
    "Check what is kept, and the rules; exit 8 on findings.":
        "Controleer wat er bewaard is, en de regels; exitcode 8 bij bevindingen.",
    "Looks at the structure of the file or the tables, terms that contradict each other, who holds seats, people "
    "registered twice, and who can read what lies beside the file, or along the line to the server. Changes nothing.":
        "Kijkt naar de opbouw van het bestand of de tabellen, voorwaarden die elkaar tegenspreken, wie een plaats "
        "heeft, wie twee keer is ingeschreven, en wie kan lezen wat naast het bestand ligt, of naar de server gaat. "
        "Wijzigt niets.",
    "Copy all that is kept, or list the kept generations.":
        "Kopieer alles wat er bewaard is, of toon de bewaarde versies.",
    "netwerk keeps the last five states of a file by itself, and for two weeks the last one of each day; of a "
    "database, what the last five restores replaced. A backup is a copy to put elsewhere, and the same of both: it "
    "can be put back in either. It never overwrites a file, and gets a name of its own in a folder. - is standard "
    "output. --encrypt asks for a passphrase, or takes that of NETWERK_PASSPHRASE; with --recipient it needs none, "
    "and only who has the secret key can open it. It needs the extra 'encrypt'.":
        "Van een bestand bewaart netwerk zelf de laatste vijf versies, en twee weken lang de laatste van elke dag; van "
        "een database wat er stond voor de laatste vijf keer dat er iets werd teruggezet. Een back-up is een kopie om "
        "elders neer te zetten, dezelfde van beide: hij kan in elk van de twee worden teruggezet. Een bestand wordt "
        "nooit overschreven; in een map krijgt de kopie een eigen naam. - is de standaarduitvoer. --encrypt vraagt om "
        "een wachtwoordzin, of neemt die van NETWERK_PASSPHRASE; met --recipient is er geen nodig, en kan alleen wie "
        "de geheime sleutel heeft de kopie openen. Daarvoor is de extra 'encrypt' nodig.",
    "Where to; default: beside the data file, or here.": "Waarheen; standaard: naast het gegevensbestand, of hier.",
    "List the kept generations instead.": "Toon in plaats daarvan de bewaarde versies.",
    "Put an earlier state back.": "Zet een eerdere versie terug.",
    "The present state is kept as a generation first, so that a restore can be undone. Codes and names go on where "
    "they were: none is given to another. The log says who put it back. What was changed since is named before you are "
    "asked. An encrypted backup asks for its passphrase, or takes that of NETWERK_PASSPHRASE.":
        "Eerst wordt wat er nu staat als versie bewaard, zodat terugzetten ongedaan te maken is. Codes en namen "
        "tellen door waar ze waren: geen ervan gaat naar iets anders. In het logboek staat wie het deed. Wat sindsdien "
        "is gewijzigd, wordt genoemd voordat de vraag komt. Bij een versleutelde back-up wordt om de wachtwoordzin "
        "gevraagd, of die van NETWERK_PASSPHRASE gebruikt.",
    "A backup, or a number of 'backup --list'.": "Een back-up, of een nummer uit 'backup --list'.",
    "Show the settings in force and where each comes from.":
        "Toon de instellingen die gelden, en waar elk vandaan komt.",
    "The config file holds lines such as db = \"/path/to/netwerk.json\" or lang = \"nl\"."
    " The password in the address of a database is not shown.":
        "In het configuratiebestand staan regels zoals db = \"/pad/naar/netwerk.json\" of lang = \"nl\"."
        " Het wachtwoord in het adres van een database wordt niet getoond.",
    "Print the completion script of a shell.": "Toon het script waarmee een shell opdrachten aanvult.",
    "Nothing is installed: the first line of the script says where to put it.":
        "Er wordt niets geïnstalleerd: de eerste regel van het script zegt waar het hoort.",
    "bash, zsh, fish or powershell.": "bash, zsh, fish of powershell.",
    "Take a change back, whatever others did since.": "Maak een wijziging ongedaan, wat anderen sindsdien ook deden.",
    "Mail: who does not know yet what is true of them.": "Mail: wie nog niet weet wat er nu voor hen geldt.",
    "List who is to be told what.": "Toon wie nog wat moet horen.",
    "Whoever was last told something else than what is so now, whatever changed it; of what is over, nobody. Of a "
    "group its members, where something is new or was answered. 'netwerk mail told' records that they heard by other "
    "means.":
        "Wie het laatst iets anders te horen kreeg dan wat nu waar is, wat het ook veranderde; van wat voorbij is, "
        "niemand. Van een groep de leden, als er iets nieuws is of een vraag beantwoord werd. 'netwerk mail told' legt "
        "vast dat ze het langs een andere weg weten.",
    "The name of the event or group.": "De naam van de bijeenkomst of groep.",
    "Only messages of this kind, such as waiting or changed.":
        "Alleen berichten van deze soort, zoals wachtlijst of gewijzigd.",
    "Only their addresses, on one line.": "Alleen hun adressen, op één regel.",
    "Record that people were told by other means.": "Leg vast dat mensen het op een andere manier hoorden.",
    "Without a person: everybody of the event who is to hear something. Recording it twice changes nothing.":
        "Zonder persoon: iedereen van de bijeenkomst die nog iets moet horen. Het twee keer vastleggen "
        "verandert niets.",
    "List who was told what, when and how.": "Toon wie wat gehoord heeft, wanneer en hoe.",
    "Mend the template, or take it away to have the message in netwerk's own words.":
        "Verbeter de sjabloon, of haal die weg om het bericht in de woorden van netwerk te krijgen.",
    "Write a message to each who is to be told something, as files.":
        "Schrijf een bericht aan ieder die nog iets moet horen, als bestanden.",
    "A file EVENT.CODE.eml each, as text and HTML, with what changes in their calendar. A mail program opens it"
    " as a draft; nothing is recorded, so say 'netwerk mail told' when they are sent. Templates of your own: "
    "docs/mail.md.":
        "Telkens een bestand EVENT.CODE.eml, als tekst en HTML, met wat er in hun agenda verandert. Een "
        "mailprogramma opent het als concept; er wordt niets vastgelegd, dus gebruik 'netwerk mail told' als ze"
        " verstuurd zijn. Eigen sjablonen: docs/mail.md.",
    "The folder; it is made where it is not there.": "De map; die wordt gemaakt als ze er niet is.",
    "Show the first message, and write none.": "Toon het eerste bericht, en schrijf er geen.",
    "{count:message|messages} in {path}.": "{count:bericht|berichten} in {path}.",
    "No address to send them from is known: set mail_from = 'Naam <naam@example.org>' in {path}.":
        "Er is geen adres bekend om ze vanaf te versturen: zet mail_from = 'Naam <naam@example.org>' in {path}.",
    "The first of {count:message|messages}.": "Het eerste van {count:bericht|berichten}.",
    "give one of -o, --preview and --bcc-list": "gebruik een van -o, --preview en --bcc-list",
    "{problem}; there are {known}": "{problem}; er zijn {known}",
    "it is longer than {most} bytes": "dit is langer dan {most} bytes",
    "By which means: mail, or by hand, as 'netwerk mail told' recorded.":
        "Hoe: met een mail, of zelf, zoals 'netwerk mail told' heeft vastgelegd.",
    "When to remind people: '2 days before', '2 days before 12:00'; or none.":
        "Wanneer er een herinnering gaat: '2 dagen voor', '2 dagen voor 12u'; of geen.",
    "Everybody has been told.": "Iedereen is op de hoogte.",
    "Nobody was told anything yet.": "Er is nog niemand iets verteld.",
    "{count:person counts|people count} as told now.": "{count:persoon geldt|personen gelden} nu als verwittigd.",
    "They had been told already.": "Ze waren al op de hoogte.",
    "{untold} to be told": "{untold} te verwittigen",
    "{unsure:mail|mails} uncertain": "{unsure:mail|mails} onzeker",
    "Send a message to each who is to be told something.": "Stuur een bericht aan ieder die nog iets moet horen.",
    "To everybody who is to be told something, a message each, over the server that the settings name: docs/mail.md. "
    "On a terminal it asks first. What was sent is recorded, and is never sent twice by itself; 'netwerk undo' does "
    "not take it back. Exit 8 says that some did not go. An address that was refused, or gave mail back, is left out "
    "until it is corrected or its person is named.":
        "Aan iedereen die nog iets moet horen, elk een bericht, over de server uit de instellingen: docs/mail.md. In "
        "een terminal wordt het eerst gevraagd. Wat verstuurd is, wordt vastgelegd en gaat nooit vanzelf een tweede "
        "keer; 'netwerk undo' haalt het niet terug. Exitcode 8 zegt dat een deel niet weg is. Een adres dat geweigerd "
        "werd, of waarvan mail terugkwam, wordt overgeslagen tot het verbeterd is of je de persoon noemt.",
    "At most N messages, the first that are due.": "Hoogstens N berichten, de eerste die aan de beurt zijn.",
    "Send again what may not have arrived.": "Stuur opnieuw wat misschien niet is aangekomen.",
    "What was on its way when netwerk was killed, or the connection broke: 'netwerk mail list' calls it uncertain. "
    "Some of them may have arrived. If you know that they did, say 'netwerk mail told' instead.":
        "Wat onderweg was toen netwerk werd afgebroken of de verbinding wegviel: 'netwerk mail list' noemt het "
        "onzeker. Een deel kan aangekomen zijn. Weet je dat het aankwam, gebruik dan 'netwerk mail told'.",
    "{count:message|messages} may not have arrived.":
        "{count:bericht is|berichten zijn} misschien niet aangekomen.",
    "Send them again: netwerk mail retry {event}; or say that they heard: netwerk mail told {event}.":
        "Stuur ze opnieuw: netwerk mail retry {event}; of zeg dat ze het hoorden: netwerk mail told {event}.",
    "Mail to this address was refused, or came back.": "Mail naar dit adres werd geweigerd, of kwam terug.",
    "Correct it: netwerk group correct {group} {membership} --email ADDRESS.":
        "Verbeter het: netwerk group correct {group} {membership} --email ADRES.",
    "Correct it: netwerk registration edit {event} {registration} --email ADDRESS.":
        "Verbeter het: netwerk registration edit {event} {registration} --email ADRES.",
    "Read which messages came back.": "Lees welke berichten terugkwamen.",
    "Save what your mailbox got back as files (.eml, mbox) and name them here, again and again. Of a message that came "
    "back, its person is to be told anew, which waits until you correct the address.":
        "Bewaar wat je mailbox terugkreeg als bestanden (.eml, mbox) en noem ze hier, zo vaak je wilt. Wie het "
        "bericht niet kreeg, moet het opnieuw horen; dat wacht tot je het adres verbetert.",
    "Messages as files, or folders of them; - is standard input.":
        "Berichten als bestanden, of mappen ermee; - is de standaardinvoer.",
    "{event} {code}: came back ({reply}).": "{event} {code}: teruggekomen ({reply}).",
    "{event} {code}: came back, which was known.": "{event} {code}: teruggekomen, dat was al bekend.",
    "{event} {code}: did not come back; the server only says how it stands.":
        "{event} {code}: niet teruggekomen; de server zegt alleen hoe het ermee staat.",
    "{file}: not about a message of ours.": "{file}: gaat niet over een bericht van ons.",
    "There is nothing to read.": "Er is niets te lezen.",
    "{count:message|messages} sent.": "{count:bericht|berichten} verstuurd.",
    "There is nothing to send.": "Er is niets te versturen.",
    "Send {count:message|messages} over {host}?": "{count:bericht|berichten} versturen over {host}?",
    "{count:message waits|messages wait} for another time (--limit).":
        "{count:bericht wacht|berichten wachten} op een volgende keer (--limit).",
    "{count:person is|people are} left out, as mail to the address failed: {codes}. Correct the address, or name the "
    "person to try again.":
        "{count:persoon wordt|personen worden} overgeslagen, omdat mail naar het adres mislukte: {codes}. Verbeter het "
        "adres, of noem de persoon om het opnieuw te proberen.",
    "Stopping after this message.": "Stopt na dit bericht.",
    "{event} {code}: the address was refused ({reply}).": "{event} {code}: het adres werd geweigerd ({reply}).",
    "{event} {code}: uncertain, the connection broke before the server answered. 'netwerk mail retry' sends it again.":
        "{event} {code}: onzeker, de verbinding viel weg voordat de server antwoordde. 'netwerk mail retry' stuurt het "
        "opnieuw.",
    "{event} {code}: not now ({reply}); it goes with the next sending.":
        "{event} {code}: nu niet ({reply}); het gaat mee met de volgende verzending.",
    "{count:more|more} like these: netwerk mail list": "nog {count:ander|andere} zoals deze: netwerk mail list",
    "{done} of {total:message|messages}": "{done} van {total:bericht|berichten}",
    "give one of mail_password_command and mail_token_command":
        "geef een van mail_password_command en mail_token_command",
    "without encryption only a server on this machine is used: localhost":
        "zonder versleuteling kan alleen met een server op deze computer: localhost",
    "it is a number from 1 to 65535": "het is een getal van 1 tot 65535",
    "no password is kept here; set {key}_command instead of {key}":
        "hier wordt geen wachtwoord bewaard; gebruik {key}_command in plaats van {key}",
    "it takes no address with such letters: no SMTPUTF8": "die neemt geen adres met zulke letters: geen SMTPUTF8",
    "it offers no encryption (STARTTLS)": "die biedt geen versleuteling aan (STARTTLS)",
    "it broke off the connection": "die verbrak de verbinding",
    "it does not speak the encryption that was asked for ({problem})":
        "die spreekt niet de gevraagde versleuteling ({problem})",
    "it does not speak SMTP as it should": "die spreekt geen SMTP zoals het hoort",
    "it offers no way to log in that we know": "die biedt geen manier om in te loggen die netwerk kent",
    "the command for it ended with exit code {code}": "de opdracht ervoor eindigde met exitcode {code}",
    "the command for it printed nothing": "de opdracht ervoor gaf niets",
    "the command for it cannot be run ({problem})": "de opdracht ervoor kan niet worden uitgevoerd ({problem})",
    "the command for it has a quotation mark that is not closed":
        "in de opdracht ervoor ontbreekt een aanhalingsteken",
    "the command for it did not end": "de opdracht ervoor kwam niet tot een einde",
    "the keyring cannot be read ({problem})": "de sleutelbos kan niet worden gelezen ({problem})",
    "the keyring has none under 'netwerk {host}'": "de sleutelbos heeft er geen onder 'netwerk {host}'",
    "passwords in the keyring": "wachtwoorden in de sleutelbos",
    "the lock of who sends mail": "het slot van wie mail verstuurt",
    "The certificate of {host}:{port} cannot be trusted: {problem}.":
        "Het certificaat van {host}:{port} is niet te vertrouwen: {problem}.",
    "Check mail_host; for a server with a certificate of your own, name its file in SSL_CERT_FILE.":
        "Controleer mail_host; noem voor een server met een eigen certificaat het bestand ervan in SSL_CERT_FILE.",
    "Logging in at {host} did not work: {problem}.": "Inloggen bij {host} lukte niet: {problem}.",
    "Check mail_user, and mail_password_command or mail_token_command.":
        "Controleer mail_user, en mail_password_command of mail_token_command.",
    "Nothing says how to send mail: {setting} is not set.":
        "Nergens staat hoe mail verstuurd wordt: {setting} is niet ingesteld.",
    "Write {example} in {path}; docs/mail.md has what common providers want.":
        "Schrijf {example} in {path}; in docs/mail.md staat wat bekende aanbieders willen.",
    "{change} sent mail, and that cannot be taken back.":
        "{change} heeft mail verstuurd, en die is niet terug te halen.",
    "See 'netwerk mail list' for what was sent, and 'netwerk undo --list' for another change.":
        "Zie 'netwerk mail list' voor wat verstuurd is, en 'netwerk undo --list' voor een andere wijziging.",
    "Another netwerk is sending mail about {path}, and was not done within {seconds} s.":
        "Een ander netwerk-proces verstuurt mail over {path}, en was niet klaar binnen {seconds} s.",
    "Wait until it is done, or wait longer with --lock-timeout SECONDS; nothing was sent by this one.":
        "Wacht tot die klaar is, of wacht langer met --lock-timeout SECONDEN; deze heeft niets verstuurd.",
    "Interrupted; {count:message was|messages were} sent before.":
        "Afgebroken; {count:bericht was|berichten waren} al verstuurd.",
    "'netwerk mail list' has what was sent; what did not go is still due.":
        "In 'netwerk mail list' staat wat verstuurd is; wat niet weg is, moet nog.",
    "The mail server {host} takes no messages from us: {problem}.":
        "De mailserver {host} neemt geen berichten van ons aan: {problem}.",
    "See what it says, and try again later; what did not go is still due.":
        "Lees wat die zegt, en probeer het later opnieuw; wat niet weg is, moet nog.",
    "The mail server {host}:{port} cannot be used: {problem}.":
        "De mailserver {host}:{port} is niet te gebruiken: {problem}.",
    "Check mail_host, mail_port and mail_security; what did not go is still due.":
        "Controleer mail_host, mail_port en mail_security; wat niet weg is, moet nog.",
    "{failed} of {count:message|messages} did not go for certain.":
        "Niet zeker verstuurd: {failed} van {count:bericht|berichten}.",
    "Each line above says why; 'netwerk mail due' has who does not know yet.":
        "Elke regel hierboven zegt waarom; in 'netwerk mail due' staat wie het nog niet weet.",
    "{count:person doesn't|people don't} know yet: netwerk mail due {event}":
        "{count:persoon weet|personen weten} het nog niet: netwerk mail due {event}",
    "write it as '2 days before', or '2 days before 12:00'": "schrijf het als '2 dagen voor', of '2 dagen voor 12u'",
    "Everything that the change did is as it was before: whoever moved up waits again, what was taken out is there "
    "again. Where something that it changed was changed since, nothing happens, and the answer says what has to be "
    "taken back first. Taking back is a change too, and can be taken back. The last thousand changes are kept.":
        "Alles wat de wijziging deed, is weer zoals het was: wie doorschoof, wacht weer; wat verwijderd was, is er "
        "weer. Is iets daarvan sindsdien gewijzigd, dan gebeurt er niets, en het antwoord zegt wat eerst ongedaan "
        "moet worden gemaakt. Ongedaan maken is zelf ook een wijziging, en kan dus ook ongedaan worden gemaakt. De "
        "laatste duizend wijzigingen worden bewaard.",
    "A code such as c123. Default: the last change of yours.":
        "Een code zoals c123. Standaard: jouw laatste wijziging.",
    "List the changes that are kept instead.": "Toon in plaats daarvan de bewaarde wijzigingen.",
    "The newest comes last, and --limit shows the newest. On a terminal each change is a line: its code, which "
    "'netwerk undo' takes, and what it did to whom. What was taken out stays in it.":
        "Het nieuwste staat onderaan, en --limit toont het nieuwste. Op een scherm is elke wijziging een regel: de "
        "code, die 'netwerk undo' aanneemt, en wat er met wie gebeurde. Wat verwijderd is, blijft erin staan.",
    "Only from then on.": "Alleen vanaf dat moment.",
    "Only what this user did.": "Alleen wat deze gebruiker deed.",
    "Only this, such as cancelled or removed.": "Alleen dit, zoals geannuleerd of verwijderd.",
    # events
    "The event's name.": "De naam van de bijeenkomst.",
    "The event's name, such as kickoff-2024.": "De naam van de bijeenkomst, zoals kickoff-2024.",
    "The new event's name.": "De naam van de nieuwe bijeenkomst.",
    "Events by name.": "Namen van bijeenkomsten.",
    "Create an event.": "Maak een bijeenkomst aan.",
    "Without a session it is a draft. Times are local to the event. Dates are read day first: '16/01/2024 16u00', "
    "'dinsdag 16 januari om 16 uur', '2024-01-16 16:00'.":
        "Zonder sessie is het een concept. Tijden gelden in de tijdzone van de bijeenkomst. De dag komt vóór de "
        "maand: '16/01/2024 16u00', 'dinsdag 16 januari om 16 uur', '2024-01-16 16:00'.",
    "A question has a name, what is asked, its kind (text, choice: A | B, choices: A | B, yes/no), and whether it is "
    "required and special. Answers to a special one, such as on health, are shown only when asked for by name.":
        "Een vraag heeft een naam, wat er gevraagd wordt, een soort (tekst, keuze: A | B, meerkeuze: A | B, ja/nee), "
        "en of ze verplicht en bijzonder is. Antwoorden op een bijzondere, zoals over gezondheid, worden alleen "
        "getoond als er met name om gevraagd wordt.",
    "'ID=TEXT; KIND; required; special': what to ask; repeatable.":
        "'NAAM=TEKST; SOORT; verplicht; bijzonder': wat er gevraagd wordt; herhaalbaar.",
    "A question that is no longer asked; repeatable.": "Een vraag die niet meer gesteld wordt; herhaalbaar.",
    "What it is called.": "Hoe het heet.",
    "Start, local to the event; may state the end.": "Begin, in de tijdzone van de bijeenkomst; het einde mag erbij.",
    "End.": "Einde.",
    "Length instead of an end: 3h, 3u, 90m.": "Duur in plaats van een einde: 3h, 3u, 90m.",
    "IANA time zone (Europe/Brussels).": "IANA-tijdzone (Europe/Brussels).",
    "Where it takes place.": "Waar het plaatsvindt.",
    "Link to take part online.": "Link om online deel te nemen.",
    "Most seats; none: no cap.": "Maximumaantal plaatsen; geen: zonder maximum.",
    "When registration opens.": "Wanneer de inschrijving opengaat.",
    "When registration closes; '7 days before 16:00' works. Default: the start.":
        "Wanneer de inschrijving sluit; '7 dagen vooraf 16:00' kan ook. Standaard: het begin.",
    "What happens when full.": "Wat er gebeurt als het vol is.",
    "Who moves people up.": "Hoe mensen doorschuiven.",
    "Each registration awaits approval.": "Elke inschrijving wacht op goedkeuring.",
    "Only members of this group can register.": "Alleen leden van deze groep kunnen zich inschrijven.",
    "Most registrations of one organisation.": "Maximumaantal inschrijvingen van één organisatie.",
    "'AUDIENCE=20 until WHEN': seats kept for it; repeatable.":
        "'DOELGROEP=20 tot WANNEER': plaatsen die daarvoor vrij blijven; herhaalbaar.",
    "Several people may register on one e-mail address.":
        "Meerdere mensen mogen zich met hetzelfde e-mailadres inschrijven.",
    "Who it is for; repeatable.": "Voor wie; herhaalbaar.",
    "Who it is for as well; repeatable.": "Voor wie ook nog; herhaalbaar.",
    "Who it is no longer for; repeatable.": "Voor wie niet langer; herhaalbaar.",
    "Who organises it; repeatable.": "Wie het organiseert; herhaalbaar.",
    "Who organises it as well; repeatable.": "Wie het ook nog organiseert; herhaalbaar.",
    "Who no longer organises it; repeatable.": "Wie het niet langer organiseert; herhaalbaar.",
    "What it costs, in words; free.": "Wat het kost, in eigen woorden.",
    "What it is about, for filtering.": "Waar het over gaat, om op te filteren.",
    "The language it is held in.": "De voertaal.",
    "What it is about, in full.": "Waar het over gaat, voluit.",
    "Not announced yet: nobody can register.": "Nog niet gepubliceerd: niemand kan zich inschrijven.",
    "List events that are not over.": "Toon de bijeenkomsten die nog niet voorbij zijn.",
    "Only what is not over by then.": "Alleen wat dan nog niet voorbij is.",
    "Only what starts by then.": "Alleen wat dan al begonnen is.",
    "Only on this theme.": "Alleen met dit thema.",
    "Past and cancelled events too.": "Ook voorbije en geannuleerde bijeenkomsten.",
    "Show one event, its terms and its seats.": "Toon één bijeenkomst, met voorwaarden en plaatsen.",
    "Change an event's terms, time or place.": "Wijzig voorwaarden, tijd of locatie van een bijeenkomst.",
    "An empty value takes a field away: --location ''. Raising the cap moves people up from the waiting list. "
    "--question with the name of one that there is changes what it says of it, and leaves the rest as it is.":
        "Een lege waarde maakt een veld leeg: --location ''. Met een hoger maximum schuiven mensen door van de "
        "wachtlijst. --question met de naam van een vraag die er is, verandert wat erover gezegd wordt en laat de rest "
        "zoals die is.",
    "Create an event with another's terms, without its people.":
        "Maak een bijeenkomst naar het voorbeeld van een andere, zonder de mensen.",
    "The copy is a draft. Every time moves along with the start, in calendar days; without --starts it has no "
    "dates.":
        "De kopie is een concept. Elke tijd schuift mee met het begin, in kalenderdagen; zonder --starts zijn er "
        "geen datums.",
    "The new first start; the rest moves along.": "Het nieuwe eerste begin; de rest schuift mee.",
    "Publish a draft, or open registration now.": "Publiceer een concept, of open de inschrijving nu.",
    "A draft keeps a later opening that was planned; a second 'open' brings it forward to now.":
        "Een concept houdt de latere opening die gepland was; een tweede 'open' vervroegt die tot nu.",
    "Close registration now.": "Sluit de inschrijving nu af.",
    "Open registration again, or put a cancelled event back on.":
        "Heropen de inschrijving, of laat een geannuleerde bijeenkomst toch doorgaan.",
    "Call an event off; its record stays.": "Annuleer een bijeenkomst; de gegevens blijven.",
    "Take out an event nobody is registered for.":
        "Verwijder een bijeenkomst waarvoor niemand is ingeschreven.",
    "Its name is never used again, and the log keeps that it was there. Who cancelled goes with it; an event with "
    "people on its list is cancelled instead.":
        "De naam wordt nooit opnieuw gebruikt, en in het logboek blijft staan dat die er was. Wie was uitgeschreven, "
        "verdwijnt mee; een bijeenkomst met mensen op de lijst annuleer je.",
    "What naming none means: all, or choose. Default: choose where they overlap.":
        "Wie geen sessie noemt, zit in alle of moet kiezen. Standaard: kiezen als sessies overlappen.",
    # sessions
    "Add a session to an event.": "Voeg een sessie toe aan een bijeenkomst.",
    "Times are local to the event. A session may have seats of its own, and take place within another event.":
        "Tijden gelden in de tijdzone van de bijeenkomst. Een sessie kan eigen plaatsen hebben, en tijdens een andere "
        "bijeenkomst vallen.",
    "The session's name within the event, such as day-1.":
        "De naam van de sessie binnen de bijeenkomst, zoals dag-1.",
    "Where, if not where the event is.": "Waar, als dat niet de locatie van de bijeenkomst is.",
    "Most seats of this session.": "Maximumaantal plaatsen van deze sessie.",
    "The event during which it takes place.": "De bijeenkomst waarbinnen de sessie valt.",
    "What it is about.": "Waar het over gaat.",
    "Its date is not known yet.": "De datum is nog niet bekend.",
    "List the sessions of an event and their seats.": "Toon de sessies van een bijeenkomst en hun plaatsen.",
    "Change a session; give one its date.": "Wijzig een sessie; geef een sessie een datum.",
    "Call one session off; its record stays.": "Annuleer één sessie; de gegevens blijven.",
    "Put a cancelled session back on.": "Laat een geannuleerde sessie toch doorgaan.",
    "Also with more people than seats; needs --reason.": "Ook met meer mensen dan plaatsen; vraagt --reason.",
    "Take out a session nobody chose.": "Verwijder een sessie die niemand heeft gekozen.",
    "Add sessions by a recurrence rule.": "Voeg sessies toe volgens een herhaling.",
    "Weekly at 10:00 stays 10:00 across a clock change. Every session stands by itself afterwards. --dry-run lists "
    "them without making them.":
        "Wekelijks om 10:00 blijft 10:00 als de klok verzet wordt. Daarna staat elke sessie op zichzelf. --dry-run "
        "toont ze zonder ze te maken.",
    "week, 2 weeks, day, month.": "week, 2 weken, dag, maand.",
    "A rule of RFC 5545: FREQ=WEEKLY;BYDAY=TU.": "Een regel volgens RFC 5545: FREQ=WEEKLY;BYDAY=TU.",
    "How many sessions.": "Hoeveel sessies.",
    "The last day one may start on.": "De laatste dag waarop er een mag beginnen.",
    "They are called PREFIX-1, PREFIX-2, …": "Ze heten PREFIX-1, PREFIX-2, …",
    # registrations and waiting lists
    "Register somebody for an event.": "Schrijf iemand in voor een bijeenkomst.",
    "Exit 0 with a seat or a place on the waiting list, 4 when already registered, 5 when a rule says no. A request "
    "that is older than the cancellation, refusal or substitution of that person changes nothing. With --from, "
    "every line is one request, all are taken in one step, each gets one line of answer, and exit 8 says that some "
    "were rejected; a line that was read before changes nothing, and so does one about somebody who was cancelled "
    "since. --member takes name, address, organisation and role from the membership; --members does so for "
    "everybody in a group, in one step: whoever is on the list stays as they are, and whoever was cancelled stays so.":
        "Exitcode 0 met een plaats of een nummer op de wachtlijst, 4 als de persoon al is ingeschreven, 5 als een "
        "regel het niet toelaat. Een aanvraag die ouder is dan de uitschrijving, afwijzing of vervanging van die "
        "persoon, verandert niets. Met --from is elke regel één aanvraag; ze worden samen verwerkt, elk krijgt één "
        "regel antwoord, en exitcode 8 zegt dat er aanvragen zijn geweigerd. Een regel die al eens gelezen is, "
        "verandert niets, en een regel over wie sindsdien is uitgeschreven evenmin. --member neemt naam, adres, "
        "organisatie en functie over van het lidmaatschap; --members doet dat in één keer voor iedereen uit een "
        "groep: wie op de lijst staat, blijft zoals die is, en wie is uitgeschreven, blijft dat.",
    "Somebody in the group that the event is for.": "Iemand uit de groep waar de bijeenkomst voor is.",
    "Everybody in a group; without a name, in the group that the event is for.":
        "Iedereen uit een groep; zonder naam uit de groep waar de bijeenkomst voor is.",
    "Name, exactly as it is written.": "Naam, precies zoals die geschreven wordt.",
    "E-mail address.": "E-mailadres.",
    "Organisation.": "Organisatie.",
    "Role or function.": "Functie.",
    "Which of the event's audiences.": "Welke doelgroep van de bijeenkomst.",
    "On the lists without taking a seat: speakers, staff, press.":
        "Op de lijsten zonder een plaats in te nemen: sprekers, medewerkers, pers.",
    "They take no seat: a list of speakers, staff or press.":
        "Ze nemen geen plaats in: een lijst van sprekers, medewerkers of pers.",
    "Anything else.": "Wat er verder te zeggen is.",
    "Only this session; repeatable, or with commas.": "Alleen deze sessie; herhaalbaar, of met komma's.",
    "When the request reached you. Default: now.": "Wanneer de aanvraag binnenkwam. Standaard: nu.",
    "Refuse rather than wait.": "Weiger in plaats van te laten wachten.",
    "Take the chosen sessions that are free; wait for the rest.":
        "Neem de gekozen sessies waar nog plaats is; wacht op de rest.",
    "Count a request that is older than the person's cancellation.":
        "Laat ook een aanvraag tellen die ouder is dan de uitschrijving.",
    "One person a line: any list that 'netwerk import registrations' reads.":
        "Eén persoon per regel: elke lijst die 'netwerk import registrations' leest.",
    "List the registrations of an event.": "Toon de inschrijvingen voor een bijeenkomst.",
    "Only who has or waits for a seat in this session.":
        "Alleen wie in deze sessie een plaats heeft of daarop wacht.",
    "Only from this organisation.": "Alleen van deze organisatie.",
    "Only of this audience.": "Alleen van deze doelgroep.",
    "Only with this text in name, address, organisation, role or note.":
        "Alleen met deze tekst in naam, adres, organisatie, functie of opmerking.",
    "Case, accents and kinds of apostrophe do not matter to what is looked for.":
        "Hoofdletters, accenten en soorten apostrof maken voor het zoeken niet uit.",
    "Only who has a seat in this session.": "Alleen wie in deze sessie een plaats heeft.",
    "Codes such as r17, e-mail addresses, or (parts of) names.":
        "Codes zoals r17, e-mailadressen, of (delen van) namen.",
    "As the list was at that moment.": "Zoals de lijst op dat moment was.",
    "Also who was cancelled or declined.": "Ook wie is uitgeschreven of afgewezen.",
    "Show one registration and its history.": "Toon één inschrijving en de geschiedenis ervan.",
    "Correct somebody's particulars.": "Verbeter iemands gegevens.",
    "Withdraw people and see who moves up.": "Schrijf mensen uit en zie wie doorschuift.",
    "Of several people each gets an answer, in one step, and exit 8 says that some could not be withdrawn.":
        "Elke persoon krijgt een eigen antwoord, in één stap; exitcode 8 zegt dat niet iedereen uitgeschreven kon "
        "worden.",
    "Take somebody's cancellation or refusal back.": "Maak iemands uitschrijving of afwijzing ongedaan.",
    "Everything is as it was, the place in the queue included. Where the seat went to somebody else, it takes "
    "--force.":
        "Alles is weer zoals het was, ook het nummer op de wachtlijst. Is de plaats intussen van een ander, dan is "
        "--force nodig.",
    "Choose other sessions for somebody.": "Kies andere sessies voor iemand.",
    "Seats in sessions that stay are kept; those left free move the waiting list up. A full session is refused.":
        "Wie in een sessie blijft, houdt daar de plaats; waar een plaats vrijkomt, schuift de wachtlijst door. Een "
        "volle sessie wordt geweigerd.",
    "A session; repeatable, or with commas. None: the whole event.":
        "Een sessie; herhaalbaar, of met komma's. Zonder: de hele bijeenkomst.",
    "Wait for the sessions that are full.": "Wacht op de sessies die vol zijn.",
    "Excuse somebody from a session, which frees that seat only.":
        "Meld iemand af voor een sessie; alleen die plaats komt vrij.",
    "The session to be excused from; repeatable, or with commas.":
        "De sessie om voor af te melden; herhaalbaar, of met komma's.",
    "Approve registrations that await approval.": "Keur inschrijvingen goed die op goedkeuring wachten.",
    "Of several people each gets an answer, in one step, and exit 8 says that some could not be approved.":
        "Elke persoon krijgt een eigen antwoord, in één stap; exitcode 8 zegt dat niet iedereen goedgekeurd kon "
        "worden.",
    "Everybody who awaits approval.": "Iedereen die op goedkeuring wacht.",
    "Decline registrations that await approval or wait.":
        "Wijs inschrijvingen af die op goedkeuring of op een plaats wachten.",
    "Answers and exit codes are as for 'netwerk registration approve'.":
        "Antwoorden en exitcodes zijn die van 'netwerk registration approve'.",
    "Hand somebody's seat to somebody else.": "Geef iemands plaats aan een ander.",
    "The seat, or the place in the queue, stays; both names stay in the history. Organisation and audience stay "
    "unless others are given.":
        "De plaats of het nummer op de wachtlijst blijft; beide namen blijven in de geschiedenis. Organisatie en "
        "doelgroep blijven, tenzij je andere opgeeft.",
    "List who waits, in the order in which they move up.": "Toon wie wacht, in de volgorde van doorschuiven.",
    "Move people up by hand.": "Laat mensen handmatig doorschuiven.",
    "Needs free seats, and goes in the order of the queue, unless forced.":
        "Er moeten plaatsen vrij zijn, en het gaat op volgorde, tenzij je een uitzondering maakt.",
    "One person; default: the first who wait.": "Eén persoon; standaard: wie het langst wacht.",
    "How many of the first who wait (1).": "Hoeveel mensen van bovenaan de wachtlijst (1).",
    "Past the queue or the cap; needs --reason.": "Voorbij de wachtlijst of het maximum; vraagt --reason.",
    # lists that are read in
    "Make drafts of the events in a calendar file.":
        "Maak concepten van de bijeenkomsten in een agendabestand.",
    "Calendar files (.ics) of Outlook, Google, Apple and others. Each event in it becomes a draft, for which "
    "nobody can register until 'netwerk event open' publishes it; one that repeats becomes one event with a "
    "session for each time, 200 at most and without an end those of a year. Nobody who is invited in it is "
    "registered. An event that was read before changes nothing; what the file says otherwise since is taken "
    "over by a draft that was not touched here, and else only told. Exit 8 says that something in it could "
    "not be read.":
        "Agendabestanden (.ics) van Outlook, Google, Apple en andere. Elke bijeenkomst erin wordt een concept, "
        "waarvoor niemand zich kan inschrijven tot 'netwerk event open' het publiceert; wat zich herhaalt, wordt één "
        "bijeenkomst met een sessie voor elke keer, hoogstens 200 en zonder einde die van een jaar. Wie erin is "
        "uitgenodigd, wordt niet ingeschreven. Een bijeenkomst die al eens gelezen is, verandert niets; wat het "
        "bestand sindsdien anders zegt, neemt een concept over waar hier niets aan is gedaan, en anders wordt het "
        "alleen gemeld. Exitcode 8 zegt dat iets erin niet te lezen was.",
    "The calendar file; - is standard input.": "Het agendabestand; - is de standaardinvoer.",
    "{read:event|events} read: {parts}.": "{read:bijeenkomst|bijeenkomsten} gelezen: {parts}.",
    "{count:draft|drafts} made": "{count:concept|concepten} gemaakt",
    "{count} told otherwise": "{count} anders dan hier",
    "Publish a draft with 'netwerk event open EVENT'.": "Publiceer een concept met 'netwerk event open BIJEENKOMST'.",
    "The calendar says that it is off.": "Volgens de agenda gaat dit niet door.",
    "'{event}': {title}, {count:session|sessions} from {starts}.":
        "'{event}': {title}, {count:sessie|sessies} vanaf {starts}.",
    "It goes on: of more than {most} sessions, or without an end, those until {last} were made.":
        "Het gaat verder: van meer dan {most} sessies, of zonder einde, zijn die tot en met {last} gemaakt.",
    "{count:person is|people are} invited in it; nobody is registered by that.":
        "{count:persoon is|personen zijn} erin uitgenodigd; niemand is daarmee ingeschreven.",
    "Event {number} ({name}): {message}": "Bijeenkomst {number} ({name}): {message}",
    "'{event}' is as the calendar has it now.": "'{event}' is nu zoals in de agenda.",
    "nothing of it takes place": "er gaat niets van door",
    "the time zone '{zone}' is not known": "de tijdzone '{zone}' is niet bekend",
    "it is no calendar (.ics)": "het is geen agenda (.ics)",
    "it has more than {count} entries": "er staan meer dan {count} afspraken in",
    "it breaks off before its end": "het breekt af vóór het einde",
    "there is no event in it": "er staat geen bijeenkomst in",
    "it repeats by several rules": "het herhaalt zich volgens meer dan één regel",
    "it is a calendar that cannot be read": "het is een agenda die niet te lezen is",
    "it has no title": "de titel ontbreekt",
    "it has no start": "het begin ontbreekt",
    "it ends before it starts": "het eindigt voordat het begint",
    "it lies too far away": "het ligt te ver weg",
    "it cannot be read": "het is niet te lezen",
    "calendar read again": "agenda opnieuw gelezen",
    "The calendar says that it is off: 'netwerk event cancel {event}'.":
        "Volgens de agenda gaat dit niet door: 'netwerk event cancel {event}'.",
    "It was changed or announced here since: nothing is taken over.":
        "Dit is hier sindsdien gewijzigd of gepubliceerd: er is niets overgenomen.",
    "'{event}' was removed here and is not made again.":
        "'{event}' is hier verwijderd en wordt niet opnieuw gemaakt.",
    "Take who stands in a list into a group, again and again.":
        "Neem wie in een lijst staat op in een groep, telkens opnieuw.",
    "The lists are those of 'netwerk import registrations'. Whoever is listed is added, whatever the group's access, "
    "and a request that they made is granted; with --requests each row is a request: a membership in an open group, "
    "one to approve in a semi-open one, refused by a closed one. A row that was read before changes nothing, and one "
    "that was corrected corrects. Who left or was declined stays so, unless the row says that they asked later. Exit "
    "8 says that some rows were not taken.":
        "De lijsten zijn die van 'netwerk import registrations'. Wie erin staat, wordt toegevoegd, hoe de toegang tot "
        "de groep ook is, en een aanvraag van die persoon is daarmee goedgekeurd; met --requests is elke rij een "
        "aanvraag: een lidmaatschap in een open groep, goed te keuren in een halfopen, geweigerd door een gesloten "
        "groep. Een rij die al eens gelezen is, verandert niets, en een verbeterde rij verbetert. Wie vertrokken of "
        "afgewezen is, blijft dat, tenzij de rij zegt dat de aanvraag later kwam. Exitcode 8 zegt dat er rijen niet "
        "zijn overgenomen.",
    "The moderator who adds. Default: you, the organiser.":
        "De moderator die toevoegt. Standaard: jij, de organisator.",
    "They ask to join; nobody has decided yet.": "Ze vragen om lid te worden; er is nog niet beslist.",
    "of requests nobody has decided yet": "over aanvragen is nog niet beslist",
    "{count} taken in": "{count} opgenomen",
    "{count} to approve": "{count} goed te keuren",
    "Register who stands in the export of a form, again and again.":
        "Schrijf in wie in de export van een formulier staat, telkens opnieuw.",
    "CSV and XLSX of Microsoft Forms, Google Forms, Eventbrite, pretix and others, lists kept by hand, and what "
    "netwerk itself writes. Encoding, delimiter, heading, sheet and columns are found; the first line of answer says "
    "which column is read as what. Who asked first goes first. A row that was read before changes nothing, one that "
    "was corrected corrects, one that the form cancelled cancels; whoever was cancelled or replaced here stays so. "
    "Exit 8 says that some rows were not taken.":
        "CSV en XLSX van Microsoft Forms, Google Forms, Eventbrite, pretix en andere, lijsten die iemand zelf "
        "bijhoudt, en wat netwerk zelf schrijft. Tekenset, scheidingsteken, kopregel, werkblad en kolommen worden "
        "gevonden; de eerste regel van het antwoord zegt welke kolom als wat gelezen is. Wie zich het eerst "
        "inschreef, gaat voor. Een rij die al eens gelezen is, verandert niets, een verbeterde rij verbetert, een rij "
        "die in het formulier is geannuleerd, schrijft uit; wie hier is uitgeschreven of vervangen, blijft dat. "
        "Exitcode 8 zegt dat er rijen niet zijn overgenomen.",
    "The list; - is standard input.": "De lijst; - is de standaardinvoer.",
    "QUESTION": "VRAAG",
    "VALUE": "WAARDE",
    "COLUMN": "KOLOM",
    "Which field a column holds; repeatable, kept for the next file. Of dates also the order and the zone: "
    "'Sent=received_at day-first UTC'. 'ignore' leaves a column out.":
        "Welk veld een kolom bevat; herhaalbaar, en onthouden voor het volgende bestand. Bij datums ook de volgorde en "
        "de tijdzone: 'Sent=received_at day-first UTC'. 'ignore' laat een kolom weg.",
    "What becomes of rows without a seat: wait (default, as the event's terms are) or reject.":
        "Wat er met rijen zonder plaats gebeurt: wachten (standaard, zoals bij de bijeenkomst is ingesteld) of "
        "weigeren.",
    "wait": "wachten",
    "reject": "weigeren",
    "Write the rows that were not taken there.": "Schrijf daar de rijen die niet zijn overgenomen.",
    "Read every file in DIR and move it to its folder verwerkt or geweigerd.":
        "Lees elk bestand in MAP en verplaats het naar de map verwerkt of geweigerd daarin.",
    # groups
    "The group's name.": "De naam van de groep.",
    "The group's name, such as opdc-werkgroep.": "De naam van de groep, zoals opdc-werkgroep.",
    "Create a working group.": "Maak een werkgroep aan.",
    "Open: whoever asks is a member at once. Semi-open, the default: a moderator or you approve. Closed: people are "
    "added with 'netwerk group admit'. Events and groups share their names.":
        "Open: wie erom vraagt, is meteen lid. Halfopen, de standaard: een moderator of jij keurt goed. Dicht: "
        "leden worden toegevoegd met 'netwerk group admit'. Een naam is die van een bijeenkomst of van een groep, "
        "niet van allebei.",
    "How one joins: ask, be approved, be added.":
        "Hoe je lid wordt: vragen, goedgekeurd worden, toegevoegd worden.",
    "What it is about, in a word.": "Waar het over gaat, in één woord.",
    "List groups.": "Toon de groepen.",
    "Show one group, its members, materials and milestones.":
        "Toon één groep, met leden, materialen en mijlpalen.",
    "Who asked to join is listed too; who left, withdrew or was declined is not.":
        "Ook wie lid wil worden, staat erbij; wie vertrok, zich terugtrok of werd afgewezen niet.",
    "Change a group.": "Wijzig een groep.",
    "An empty value takes a field away: --theme ''. Requests that await approval stay so, whatever the access "
    "becomes.":
        "Een lege waarde maakt een veld leeg: --theme ''. Aanvragen die op goedkeuring wachten blijven dat doen, "
        "wat de toegang ook wordt.",
    "Ask to join a group on somebody's behalf.": "Vraag voor iemand een lidmaatschap aan.",
    "In an open group the person is a member at once, in a semi-open one the request awaits approval. Whoever was "
    "declined, withdrew or left may ask again.":
        "In een open groep is de persoon meteen lid, in een halfopen groep wacht de aanvraag op goedkeuring. Wie werd "
        "afgewezen, zich terugtrok of vertrok, mag het opnieuw vragen.",
    "Approve requests to join a group.": "Keur aanvragen om lid te worden goed.",
    "One person who cannot be approved is refused (exit 5). Of several, each gets an answer, and exit 8 says that "
    "some could not be decided on. A moderator named with --by cannot decide on their own request.":
        "Kan één persoon niet worden goedgekeurd, dan volgt een weigering (exitcode 5). Bij meerdere personen krijgt "
        "elk een antwoord, en exitcode 8 zegt dat over sommigen niet te beslissen was. Een moderator, genoemd met "
        "--by, beslist niet over de eigen aanvraag.",
    "A code such as m3, an e-mail address, or (part of) a name.":
        "Een code zoals m3, een e-mailadres, of (een deel van) een naam.",
    "Codes such as m3, e-mail addresses, or (parts of) names.":
        "Codes zoals m3, e-mailadressen, of (delen van) namen.",
    "Every request that awaits approval.": "Elke aanvraag die op goedkeuring wacht.",
    "The moderator who decides. Default: you, the organiser.":
        "De moderator die beslist. Standaard: jij, de organisator.",
    "Decline requests to join a group.": "Wijs aanvragen om lid te worden af.",
    "Answers and exit codes are as for 'netwerk group approve'. Whoever was declined may ask again.":
        "Antwoorden en exitcodes zijn die van 'netwerk group approve'. Wie werd afgewezen, mag het opnieuw vragen.",
    "Add somebody to a group, also to a closed one.": "Voeg iemand toe aan een groep, ook als die dicht is.",
    "A request that the person made is granted with it.": "Een aanvraag van die persoon is daarmee goedgekeurd.",
    "Take a request to join back.": "Trek een aanvraag om lid te worden in.",
    "End somebody's membership.": "Beëindig iemands lidmaatschap.",
    "Registrations for events, also for those that are for members only, stay as they are.":
        "Inschrijvingen voor bijeenkomsten blijven zoals ze zijn, ook waar alleen leden welkom zijn.",
    "Correct the particulars of somebody in a group.": "Verbeter de gegevens van iemand in een groep.",
    "An empty value takes a field away: --role ''. Mail that did not arrive at the old address is due at the new one. "
    "Registrations for events keep what they say: 'netwerk registration edit' corrects those.":
        "Een lege waarde haalt een veld weg: --role ''. Mail die op het oude adres niet aankwam, gaat naar het nieuwe. "
        "Inschrijvingen voor bijeenkomsten blijven zoals ze zijn: die verbetert 'netwerk registration edit'.",
    "Make a member a moderator, who decides on requests.":
        "Maak een lid moderator: die beslist over aanvragen.",
    "No longer a moderator.": "Niet langer moderator.",
    "List the members of a group and who asked to join.": "Toon de leden van een groep en wie lid wil worden.",
    "Who left, withdrew or was declined is listed with --status.":
        "Wie vertrok, zich terugtrok of werd afgewezen, verschijnt met --status.",
    # materials and milestones
    "The name of the event or group it belongs to.": "De naam van de bijeenkomst of groep waar het bij hoort.",
    "Only of this event or group.": "Alleen van deze bijeenkomst of groep.",
    "Its id there, such as m1.": "Het nummer daar, zoals m1.",
    "Its id is never given to another one.": "Het nummer gaat nooit naar een ander.",
    "Add a document, link, practice example or question to an event or group.":
        "Voeg een document, link, praktijkvoorbeeld of vraag toe aan een bijeenkomst of groep.",
    "document (default), link, practice-example or question.":
        "document (standaard), link, praktijkvoorbeeld of vraag.",
    "Where it is found; http or https.": "Waar het te vinden is; http of https.",
    "What it says or asks, in full.": "Wat er staat of gevraagd wordt, voluit.",
    "Who shared it.": "Wie het heeft gedeeld.",
    "The day it dates from.": "Van welke dag het is.",
    "List the materials of an event or group, or all there are.":
        "Toon de materialen van een bijeenkomst of groep, of alle die er zijn.",
    "Change a material.": "Wijzig een materiaal.",
    "Answer a question, or take the answer away.": "Beantwoord een vraag, of haal het antwoord weg.",
    "The answer to a question.": "Het antwoord op een vraag.",
    "Who answered it.": "Wie antwoordde.",
    "Until then 'netwerk status' counts it as an open question. An empty value takes the answer away: --text ''.":
        "Tot dan telt 'netwerk status' die als open vraag. Een lege waarde haalt het antwoord weg: --text ''.",
    "only a question has an answer": "alleen een vraag heeft een antwoord",
    "there is no answer": "er is geen antwoord",
    "Take a material out; the history keeps what it was.":
        "Verwijder een materiaal; de geschiedenis bewaart wat het was.",
    "Add something to deliver, or a recommendation, to an event or group.":
        "Voeg iets toe dat af moet, of een advies, aan een bijeenkomst of groep.",
    "A season is the meteorological one: 'najaar 2021' is due on 30 November 2021, 'winter 2021-2022' on 28 "
    "February.":
        "Een seizoen is het meteorologische: 'najaar 2021' loopt tot en met 30 november 2021, 'winter 2021-2022' tot "
        "en met 28 februari.",
    "What has to be delivered, or is recommended.": "Wat er af moet, of geadviseerd wordt.",
    "Its last day, or a period: 'najaar 2021', 'Q3 2021', 'eind 2021'.":
        "De laatste dag, of een periode: 'najaar 2021', 'Q3 2021', 'eind 2021'.",
    "The party a recommendation is addressed to.": "Aan wie een advies gericht is.",
    "List milestones, the first that is due first.": "Toon mijlpalen, met bovenaan wat het eerst af moet.",
    "Only open, late or done ones; repeatable, or with commas.":
        "Alleen wat open, te-laat of gehaald is; herhaalbaar, of met komma's.",
    "Change a milestone.": "Wijzig een mijlpaal.",
    "Record that a milestone was delivered.": "Leg vast dat een mijlpaal gehaald is.",
    "Record that a milestone has to be delivered after all.": "Leg vast dat een mijlpaal toch nog af moet.",
    "Take a milestone out; the history keeps what it was.":
        "Verwijder een mijlpaal; de geschiedenis bewaart wat het was.",
    # exports
    "Write the attendee list of an event.": "Schrijf de deelnemerslijst van een bijeenkomst.",
    "CSV for a double click in Dutch or Belgian Excel.":
        "CSV voor een dubbelklik in Nederlandse of Belgische Excel.",
    "Which states (confirmed); repeatable, or with commas.":
        "Met welke status (bevestigd); herhaalbaar, of met komma's.",
    "All events that are published.": "Alle gepubliceerde bijeenkomsten.",
    "Write dossiers of events and groups.": "Schrijf dossiers van bijeenkomsten en groepen.",
    "The names of events and groups.": "De namen van bijeenkomsten en groepen.",
    "Where to; default: standard output. Of several a folder.":
        "Waarheen; standaard: de standaarduitvoer. Van meer dan een: een map.",
    "All events and groups.": "Alle bijeenkomsten en groepen.",
    "name one or more events and groups, or give --all":
        "noem een of meer bijeenkomsten en groepen, of gebruik --all",
    "'netwerk apply' after it changes nothing. A file that is a dossier of the same thing keeps its comments and "
    "order. In a folder each is called after its event or group, as in kickoff.toml.":
        "'netwerk apply' verandert daarna niets. Is er al een bestand met datzelfde dossier, dan blijven "
        "opmerkingen en volgorde staan. In een map heet elk naar de bijeenkomst of groep, zoals kickoff.toml.",
    # --- Announcements that are read into a dossier
    "Read an announcement and propose a dossier of it; changes nothing.":
        "Lees een aankondiging en stel er een dossier van voor; verandert niets.",
    "The text is Dutch, as it is copied from a web page. Each key has the words that it came from above it; what is "
    "unsure is a comment, and what the text does not state is left out. On a screen a summary names the lines. With "
    "--update the dossier is that of the event as it is with what the text says otherwise.":
        "De tekst is Nederlands, zoals je die van een webpagina kopieert. Boven elke sleutel staan de woorden waar die "
        "uit komt; wat onzeker is, is een opmerking, en wat de tekst niet noemt, blijft weg. Op een scherm noemt een "
        "samenvatting de regels. Met --update is het dossier dat van de bijeenkomst zoals die is, met wat de tekst "
        "anders zegt.",
    "Text, HTML, .docx, .eml or PDF; - is standard input.": "Tekst, HTML, .docx, .eml of PDF; - is de standaardinvoer.",
    "The day it came out; settles a missing year.": "De dag van verschijnen; bepaalt een ontbrekend jaartal.",
    "Compare it with this event or group as it is.": "Vergelijk met deze bijeenkomst of groep zoals die is.",
    "The library for {wanted} is not installed.": "De bibliotheek voor {wanted} is niet geïnstalleerd.",
    "Install it with: pip install 'netwerk-cli[{extra}]'.": "Installeer die met: pip install 'netwerk-cli[{extra}]'.",
    "reading PDF": "het lezen van PDF",
    "it is a PDF that cannot be read; save it anew, or copy its text into a file":
        "het is een PDF die niet te lezen is; sla hem opnieuw op, of kopieer de tekst naar een bestand",
    "it is no document that can be read; save it as .docx, PDF or text":
        "het is geen document dat te lezen is; sla het op als .docx, PDF of tekst",
    "{source} has no announcement in Dutch; nothing is proposed.":
        "{source} heeft geen aankondiging in het Nederlands; er is geen voorstel.",
    "{source} is no text that can be read; nothing is proposed.":
        "{source} is geen leesbare tekst; er is geen voorstel.",
    "Only the first {most} characters were read.": "Alleen de eerste {most} tekens zijn gelezen.",
    "Proposed from {source}: look at it, then 'netwerk apply' it.":
        "Voorstel uit {source}: kijk het na, en voer het dan uit met 'netwerk apply'.",
    "The text is a document, not a meeting: here it is material of a group of its own. Copy the [[material]] to the "
    "dossier of the event or group that it belongs to.":
        "De tekst is een document, geen bijeenkomst: hier is het materiaal van een eigen groep. Kopieer [[material]] "
        "naar het dossier van de bijeenkomst of groep waar het bij hoort.",
    "line {line}: {words}": "regel {line}: {words}",
    "Check, line {line}: {words}": "Kijk na, regel {line}: {words}",
    "Check: the text names a weekday that is not that of the date.":
        "Kijk na: de tekst noemt een andere weekdag dan die van de datum.",
    "Check: the text does not state the year of a date.": "Kijk na: de tekst noemt het jaar van een datum niet.",
    "Check: the text does not state when it ends.": "Kijk na: de tekst noemt geen einde.",
    "Check: the text states a day without a time.": "Kijk na: de tekst noemt een dag zonder tijd.",
    "Check: the text states no date.": "Kijk na: de tekst noemt geen datum.",
    "Check: the text does not show whether it is from the Netherlands or Flanders.":
        "Kijk na: uit de tekst blijkt niet of die uit Nederland of Vlaanderen komt.",
    "Unsure; take the # away if it is right.": "Onzeker; haal de # weg als het klopt.",
    "Not in the text: {keys}.": "Niet in de tekst: {keys}.",
    "One can take part online: add the link with online = \"https://…\".":
        "Online meedoen kan: voeg de link toe met online = \"https://…\".",
    "The text does not state how one joins: access is semi-open.":
        "De tekst zegt niet hoe je lid wordt: de toegang is halfopen.",
    "A meeting of the group is an event of its own; line {line}: {words}":
        "Een bijeenkomst van de groep is een bijeenkomst op zich; regel {line}: {words}",
    "'{slug}' says what the text says.": "'{slug}' zegt wat de tekst zegt.",
    "Unsure, not taken over: {name}: {old} → {new}{words}": "Onzeker, niet overgenomen: {name}: {old} → {new}{words}",
    # looking for somebody
    "Not found, but {count:place|places} could not be looked into.":
        "Niet gevonden, maar op {count:plaats|plaatsen} kon niet worden gekeken.",
    "Each line above says why; look into those by hand.":
        "Elke regel hierboven zegt waarom; kijk daar zelf.",
    "Found in {count:place|places}.": "Gevonden op {count:plaats|plaatsen}.",
    "Each line above says where; what it is in is for you to clean or remove.":
        "Elke regel hierboven zegt waar; het is aan jou om dat op te schonen of te verwijderen.",
    "Look for somebody in files and in all that netwerk keeps.":
        "Zoek iemand in bestanden en in alles wat netwerk bewaart.",
    "Default: all that netwerk keeps.": "Standaard: alles wat netwerk bewaart.",
    "An e-mail address, or a name.": "Een e-mailadres of een naam.",
    "Not found; looked into {count:file|files}.": "Niet gevonden; in {count:bestand|bestanden} gekeken.",
    "{path}: could not be looked into: {why}.": "{path}: hier kon niet worden gekeken: {why}.",
    "{place}, {table}: {what}, {count:time|times}.": "{place}, {table}: {what}, {count:keer|keer}.",
    "{place}, line {line}: {what}, {count:time|times}.": "{place}, regel {line}: {what}, {count:keer|keer}.",
    "{place}: {what}, in its name.": "{place}: {what}, in de bestandsnaam.",
    "{change} erased somebody, which cannot be taken back.":
        "Met {change} is iemand gewist; dat kan niet ongedaan worden gemaakt.",
    "Register them again, or take back another change; see 'netwerk undo --list'.":
        "Schrijf die persoon opnieuw in, of maak een andere wijziging ongedaan; zie 'netwerk undo --list'.",
    "Erase a person from everything, or from one event.": "Wis een persoon overal, of uit één bijeenkomst.",
    "An e-mail address, or (part of) a name; a code with --event.":
        "Een e-mailadres of (een deel van) een naam; een code met --event.",
    "From this event only.": "Alleen uit deze bijeenkomst.",
    "Erase {name} <{email}> for good, from {count:list|lists}?":
        "{name} <{email}> voorgoed wissen, uit {count:lijst|lijsten}?",
    "Erased from {count:list|lists}, and from all that was kept of it.":
        "Gewist uit {count:lijst|lijsten}, en uit alles wat daarvan werd bewaard.",
    "{path}: cannot be read, so it may still hold them; remove it.":
        "{path}: is niet te lezen, en kan de persoon dus nog bevatten; verwijder het.",
    "Withdrawn from '{owner}' first: {code}.": "Eerst uitgeschreven bij '{owner}': {code}.",
    "erased": "gewist",
    "Somebody was erased, and the earlier states may still hold them: it was broken off.":
        "Iemand is gewist, maar kan nog in de eerdere versies staan: het is afgebroken.",
    "Nothing to do: the next change finishes it.": "Niets te doen: de volgende wijziging maakt het af.",
    "Erased, but {count:place|places} could not be looked into.":
        "Gewist, maar op {count:plaats|plaatsen} kon niet worden gekeken.",
    "Withdraws them first from what is not over, and says who moves up. What is over keeps its counts and figures. "
    "They go from every list, history, change record and earlier state, so that no undo and no restore brings them "
    "back; the log says that somebody was erased, not who. Then names the backups, exports, calendars and messages "
    "that netwerk wrote and that still hold them; exit 8 where one cannot be looked into. They may register again. "
    "A name that fits several people is refused with the list (exit 4).":
        "Schrijft de persoon eerst uit bij wat nog niet voorbij is, en zegt wie doorschuift. Wat voorbij is, houdt "
        "zijn aantallen en cijfers. De persoon verdwijnt uit elke lijst, geschiedenis, wijziging en eerdere "
        "versie, zodat geen undo en geen restore die terugbrengt; het logboek zegt dat iemand is gewist, niet "
        "wie. Noemt daarna de back-ups, exports, agenda's en berichten die netwerk schreef en waar de "
        "persoon nog in staat; exitcode 8 als ergens niet gekeken kan worden. Opnieuw inschrijven mag. Een naam "
        "die bij meer dan één persoon past, wordt geweigerd met de lijst (exitcode 4).",
    "Looks in any encoding, and into zip, xlsx, docx, gz, e-mail, calendars and PDF. Without a file: in the data "
    "file or database, its earlier states, and the backups, exports, calendars and messages that netwerk wrote. Says "
    "in which file and where, and nothing of what else stands there. Exit 8 where somebody was found, or something "
    "could not be looked into.":
        "Kijkt in elke codering, en in zip, xlsx, docx, gz, e-mail, agenda's en PDF. Zonder bestand: in het "
        "gegevensbestand of de database, de eerdere versies, en de back-ups, exports, agenda's en berichten "
        "die netwerk schreef. Zegt in welk bestand en waar, en niets van wat er verder staat. Exitcode 8 als iemand is "
        "gevonden, of als ergens niet gekeken kon worden.",
    "Still in {path}, written by '{kind}' on {at}: remove it, or take them out.":
        "Staat nog in {path}, op {at} geschreven door '{kind}': verwijder het, of haal de persoon eruit.",
    "Not looked into: {path}, written by '{kind}' on {at}: {why}.":
        "Niet in gekeken: {path}, op {at} geschreven door '{kind}': {why}.",
    "it is not there any more": "het is er niet meer",
    "its list of what was written elsewhere": "de lijst van wat elders is geschreven",
    "it is encrypted": "het is versleuteld",
    "it is an archive of a kind that netwerk does not open": "het is een archief van een soort die netwerk niet opent",
    "it lies too deep in other files": "het zit te diep in andere bestanden",
    "it is too large to be looked into": "het is te groot om in te kijken",
    "it is damaged": "het is beschadigd",
    "it unpacks to far more than it is": "het wordt uitgepakt veel groter dan het is",
    "it is a link to what is not there": "het is een koppeling naar iets dat er niet is",
    "a name or an address is wanted": "er is een naam of een adres nodig",
    # headings
    "read": "gelezen",
    "line": "regel",
    "words": "woorden",
    "look at": "nakijken",
    "when": "wanneer",
    # --- Encrypted backups
    "{path} cannot be opened with that passphrase or key.":
        "{path} kan met die wachtwoordzin of sleutel niet worden geopend.",
    "Nothing was changed; try again with the one it was made with.":
        "Er is niets gewijzigd; probeer het opnieuw met die waarmee het is gemaakt.",
    "{path} is encrypted for a key.": "{path} is versleuteld voor een sleutel.",
    "Name the file with the secret key: --identity FILE.":
        "Noem het bestand met de geheime sleutel: --identity BESTAND.",
    "This takes a passphrase, and there is no terminal to ask for it on.":
        "Hiervoor is een wachtwoordzin nodig, maar er is geen terminal om die te vragen.",
    "Put it into the environment, as NETWERK_PASSPHRASE.": "Zet die in de omgeving, als NETWERK_PASSPHRASE.",
    "Encrypt it (age): with a passphrase, or for --recipient.":
        "Versleutel het (age): met een wachtwoordzin, of voor --recipient.",
    "Who can open it: a public key (age1…, ssh-ed25519 …), or a file of them; repeatable.":
        "Wie het kan openen: een publieke sleutel (age1…, ssh-ed25519 …), of een bestand ermee; herhaalbaar.",
    "The secret key of an encrypted backup; repeatable.":
        "De geheime sleutel van een versleutelde back-up; herhaalbaar.",
    "KEY": "SLEUTEL",
    "it goes with --encrypt": "die hoort bij --encrypt",
    "A passphrase for the backup:": "Een wachtwoordzin voor de back-up:",
    "The same once more:": "Dezelfde nog een keer:",
    "the file holds no public key": "in het bestand staat geen publieke sleutel",
    "it was typed otherwise the second time": "de tweede keer is iets anders getypt",
    "Passphrase of {path}:": "Wachtwoordzin van {path}:",
    "it is encrypted, and cut off or changed since": "het is versleuteld, en sindsdien afgebroken of gewijzigd",
    "encrypted backups": "versleutelde back-ups",
    "it is no public key of age or ssh": "dat is geen publieke sleutel van age of ssh",
    "that is a secret key; give the public one, age1…": "dat is een geheime sleutel; geef de publieke, age1…",
    "the file holds no secret key of age or ssh": "in het bestand staat geen geheime sleutel van age of ssh",
    # --- Personal data
    "Personal data: what is kept of people, why, and how long.":
        "Persoonsgegevens: wat er van mensen wordt bewaard, waarom, en hoe lang.",
    "Show all that is kept of one person, for that person.":
        "Toon alles wat van één persoon wordt bewaard, voor die persoon.",
    "All that is kept of one person, over all events and groups, with what happened, what was told and sent, and until "
    "when it is kept: what article 15 of the GDPR lets everybody ask for. Answers to special questions are in it. A "
    "name that fits several people is refused with the list (exit 4).":
        "Alles wat van één persoon wordt bewaard, over alle bijeenkomsten en groepen heen, met wat er gebeurde, wat er "
        "is verteld en verstuurd, en tot wanneer het wordt bewaard: waar iedereen volgens artikel 15 van de AVG om mag "
        "vragen. Antwoorden op bijzondere vragen staan erbij. Een naam die bij meer dan één persoon past, wordt "
        "geweigerd met de lijst (exitcode 4).",
    "Write all that is kept of one person, to hand over.":
        "Schrijf alles wat van één persoon wordt bewaard, om te overhandigen.",
    "The same as 'privacy report', to hand to the person: as JSON for another program (article 20 of the GDPR), or in "
    "words, as text or Markdown. What you write holds personal data: take it away once it was handed over.":
        "Hetzelfde als 'privacy report', om aan de persoon te geven: als JSON voor een ander programma (artikel 20 van "
        "de AVG), of in woorden, als tekst of Markdown. Wat je schrijft bevat persoonsgegevens: haal het weg zodra het "
        "is overhandigd.",
    "Default: by the name of the file, else json.": "Standaard: naar de naam van het bestand, anders json.",
    "last told: {status}": "laatst verteld: {status}",
    "{what}, by {by}": "{what}, door {by}",
    "What is kept of {who}": "Wat er wordt bewaard van {who}",
    "What you can ask for": "Wat je kunt vragen",
    "made on": "gemaakt op",
    "why, and how long": "waarom, en hoe lang",
    "as the record of processing says; the dates below are those on which terms end":
        "zoals in het register van verwerkingsactiviteiten staat; op de data hieronder eindigen de termijnen",
    "What happened": "Wat er gebeurde",
    "{event}, since handed to somebody else": "{event}, sindsdien aan iemand anders overgedragen",
    "Shared or answered": "Gedeeld of beantwoord",
    "Named as an organiser of": "Genoemd als organisator van",
    "What was told and sent": "Wat er is verteld en verstuurd",
    "Kept until": "Bewaard tot",
    "You can have this corrected or erased, object to its use, take a consent back, and complain to the supervisory "
    "authority. Ask whoever gave you this.":
        "Je kunt dit laten verbeteren of wissen, bezwaar maken tegen het gebruik, een toestemming intrekken, en een "
        "klacht indienen bij de toezichthoudende autoriteit. Vraag het aan wie je dit gaf.",
    "for as long as it lasts": "zolang het duurt",
    "Take away what is past its term (for cron).": "Haal weg wat over de termijn is (voor cron).",
    "Exit 0 when nothing is due, which only a terminal is told. Terms count from the end of the last session; where "
    "there is no date, from the last change. What is past its term goes from lists, histories, changes that can be "
    "undone and earlier states, all in one change, which cannot be taken back; counts, and the figures of 'report', "
    "stay. The terms are in the settings, see 'netwerk privacy record'. At a terminal it asks first.":
        "Exitcode 0 als van niets de termijn voorbij is; dat staat er alleen in een terminal bij. Termijnen tellen "
        "vanaf het einde van de laatste sessie; als er geen datum is, vanaf de laatste wijziging. Wat over de termijn "
        "is, verdwijnt uit lijsten, geschiedenis, wijzigingen die ongedaan kunnen worden gemaakt en eerdere versies, "
        "alles in één wijziging, die niet ongedaan te maken is; aantallen, en de cijfers van 'report', blijven. De "
        "termijnen staan in de instellingen, zie 'netwerk privacy record'. In een terminal komt eerst een vraag.",
    "This cannot be taken back. Go on?": "Dit kan niet ongedaan worden gemaakt. Doorgaan?",
    "{path}: cannot be read, so it may still hold what is past its term; remove it.":
        "{path}: niet leesbaar, dus er kan nog in staan wat over de termijn is; verwijder het.",
    "personal data of {past_term:person|people} past its term within a month":
        "persoonsgegevens van {past_term:persoon|personen} binnen een maand over de termijn",
    "Past its term in the log and in changes: {fields}.":
        "Over de termijn in het logboek en in wijzigingen: {fields}.",
    "Nothing is past its term.": "Er is niets waarvan de termijn voorbij is.",
    "Past its term in '{owner}': {fields}.": "Over de termijn in '{owner}': {fields}.",
    "purged": "opgeschoond",
    "personal-data": "persoonsgegevens",
    "Print the record of processing: what is kept, why, how long.":
        "Toon het register van verwerkingsactiviteiten: wat er wordt bewaard, waarom, hoe lang.",
    "The record of processing of article 30 of the GDPR: of each field what it is for, on what ground it is kept, how "
    "long, in which exports it goes along and how it is erased. Who answers for it, and other terms, are in the "
    "settings: [privacy] in the config file.":
        "Het register van verwerkingsactiviteiten (artikel 30 van de AVG): van elk veld waar het voor dient, op welke "
        "grond het wordt bewaard, hoe lang, in welke exports het meegaat en hoe het wordt gewist. Wie ervoor "
        "verantwoordelijk is, en andere termijnen, staan in de instellingen: [privacy] in het configuratiebestand.",
    "How to write it (text); --json is json.": "Hoe het wordt geschreven (text); --json is json.",
    "it goes without --format md": "die gaat niet samen met --format md",
    "giving seats and keeping the list": "plaatsen toekennen en de lijst bijhouden",
    "telling people what is true of them": "mensen vertellen wat er voor hen geldt",
    "meeting needs on the day": "op de dag zelf met behoeften rekening houden",
    "recording who was there": "vastleggen wie er was",
    "showing what was done, by whom and why": "kunnen tonen wat er is gedaan, door wie en waarom",
    "working together in groups": "samenwerken in groepen",
    "announcing what takes place": "aankondigen wat er plaatsvindt",
    "reporting figures": "cijfers rapporteren",
    "legitimate interest, article 6(1)(f)": "gerechtvaardigd belang, artikel 6, lid 1, f)",
    "explicit consent, articles 6(1)(a) and 9(2)(a)":
        "uitdrukkelijke toestemming, artikel 6, lid 1, a) en artikel 9, lid 2, a)",
    "accountability, articles 5(2) and 6(1)(c)": "verantwoordingsplicht, artikel 5, lid 2 en artikel 6, lid 1, c)",
    "dropped": "weggehaald",
    "replaced": "vervangen",
    "kept as a count": "alleen nog geteld",
    "stays without the name": "blijft zonder de naam",
    "part by part": "onderdeel per onderdeel",
    "mentions taken out": "vermeldingen eruit gehaald",
    "data file": "gegevensbestand",
    "database": "database",
    "change records": "wijzigingen die ongedaan kunnen worden gemaakt",
    "kept states": "bewaarde versies",
    "backups": "back-ups",
    "messages written": "geschreven berichten",
    "exports": "exports",
    "calendars": "agenda's",
    "lists that were read": "ingelezen lijsten",
    "what somebody was told": "wat iemand te horen kreeg",
    "sessions that somebody was told of": "sessies waarover iemand iets te horen kreeg",
    "messages sent": "verstuurde berichten",
    "members of groups": "leden van groepen",
    "history": "geschiedenis",
    "changes that can be undone": "wijzigingen die ongedaan kunnen worden gemaakt",
    "who was erased, which nobody can read": "wie is gewist, wat niemand kan lezen",
    "files written elsewhere": "bestanden die elders zijn geschreven",
    "It could not be noted that this was written; keep in mind where it is.":
        "Er kon niet worden genoteerd dat dit is geschreven; onthoud waar het staat.",
    "erasures under way": "wissingen die bezig zijn",
    "digests": "controlegetallen",
    "names and addresses": "namen en adressen",
    "names that share an address": "namen die een adres delen",
    "figures of events": "cijfers van bijeenkomsten",
    "groups": "groepen",
    "waits since": "wacht sinds",
    "turn": "beurt",
    "what was erased": "wat er is gewist",
    "what was told": "wat er is verteld",
    "answer of the mail server": "antwoord van de mailserver",
    "what was known before": "wat daarvoor bekend was",
    "version": "versie",
    "waits": "wacht",
    "what was changed": "wat er is gewijzigd",
    "undoes": "maakt ongedaan",
    "kept as": "bewaard als",
    "what it was before": "wat het daarvoor was",
    "figures": "cijfers",
    "counts": "aantallen",
    "not said; see [privacy] in the settings": "niet opgegeven; zie [privacy] in de instellingen",
    "{field} (special)": "{field} (bijzonder)",
    "Record of processing": "Register van verwerkingsactiviteiten",
    "Where it lies, and what erasing does there": "Waar het ligt, en wat wissen daar doet",
    "controller": "verwerkingsverantwoordelijke",
    "contact": "contact",
    "data protection officer": "functionaris voor gegevensbescherming",
    "whose data": "van wie",
    "of who registers, belongs to a group, organises or contributes":
        "van wie zich inschrijft, bij een groep hoort, organiseert of bijdraagt",
    "who gets it": "wie het krijgt",
    "whom you hand an export or a message; nobody else, in no country":
        "wie je een export of een bericht geeft; verder niemand, in geen enkel land",
    "security": "beveiliging",
    "the database and its earlier states are for those whom its server lets in":
        "de database en de eerdere versies zijn voor wie de server toelaat",
    "the data file and its earlier states are for their owner only (mode 600)":
        "het gegevensbestand en de eerdere versies zijn alleen voor de eigenaar (rechten 600)",
    "terms": "termijnen",
    "count from the end of the last session, or from the last change where there is no date":
        "tellen vanaf het einde van de laatste sessie, of vanaf de laatste wijziging als er geen datum is",
    "{term} after the end": "{term} na het einde",
    "{term} after the end, then {erased}": "{term} na het einde, daarna {erased}",
    "cleaned": "wordt opgeschoond",
    "named, as far as known: out of reach": "wordt genoemd, voor zover bekend: buiten bereik",
    "Questions that are asked": "Vragen die worden gesteld",
    "none named": "geen genoemd",
    "kept": "bewaard",
    "in the exports": "in de exports",
    "as long as its parts": "zo lang als de onderdelen",
    "for ever, as it was published": "voor altijd, zoals het is gepubliceerd",
    "for ever, as a count": "voor altijd, als aantal",
    "it has a table for each event": "dat heeft een tabel per bijeenkomst",
    "it is a table of terms": "dat is een tabel met termijnen",
    "'{key}' is a table: [{key}]": "'{key}' is een tabel: [{key}]",
    "{count:day|days}": "{count:dag|dagen}",
    "{count:week|weeks}": "{count:week|weken}",
    "{count:month|months}": "{count:maand|maanden}",
    "{count:year|years}": "{count:jaar|jaar}",
    "write a term as 7 days, 4 weeks, 6 months or 1 year":
        "schrijf een termijn als 7 dagen, 4 weken, 6 maanden of 1 jaar",
    "nothing is kept for more than {years} years": "niets wordt langer dan {years} jaar bewaard",
    "a term is of: {known}": "een termijn is van: {known}",
    # --- Reports
    "per": "per",
    "day": "dag",
    "days before closing": "dagen voor sluiting",
    "different people": "verschillende personen",
    "registered in all": "ooit ingeschreven",
    "to be approved": "wacht op goedkeuring",
    "waiting now": "wacht nu",
    "ever waited": "ooit op de wachtlijst",
    "moved up": "doorgeschoven",
    "no-show rate": "aandeel niet opgedaagd",
    "on the list": "op de lijst",
    "total": "totaal",
    "Total": "Totaal",
    "last edition": "vorige editie",
    "edition": "editie",
    "closing": "sluiting",
    "Report": "Rapport",
    "Report: {event}": "Rapport: {event}",
    "Report of {count:event|events}": "Rapport over {count:bijeenkomst|bijeenkomsten}",
    "Made on {now}.": "Gemaakt op {now}.",
    "Start: {starts}.": "Begin: {starts}.",
    "Closing: {closes}.": "Sluiting: {closes}.",
    "Figures": "Cijfers",
    "Over time": "In de tijd",
    "Registrations over time": "Inschrijvingen in de tijd",
    "Registrations over time: {event}": "Inschrijvingen in de tijd: {event}",
    "{registered} had registered by {on}, {on_list} were on the list then.":
        "Ingeschreven tot en met {on}: {registered}; toen op de lijst: {on_list}.",
    "{count} on the list": "{count} op de lijst",
    "{count:day|days} to go": "nog {count:dag|dagen}",
    "{registered} registered, {on_list} on the list": "{registered} ingeschreven, {on_list} op de lijst",
    "cap {count}": "maximum {count}",
    "and {count} more": "en nog {count}",
    "dark: with a seat; light: registered": "donker: met een plaats; licht: ingeschreven",
    "dark: on the list; light: registered": "donker: op de lijst; licht: ingeschreven",
    "Seats and caps": "Plaatsen en maxima",
    "Beside the last edition": "Naast de vorige editie",
    "Beside the last edition, both {count:day|days} before their closing":
        "Naast de vorige editie, beide {count:dag|dagen} voor de sluiting",
    "Beside the last edition, both at their closing": "Naast de vorige editie, beide bij de sluiting",
    "(not said)": "(niet opgegeven)",
    "By audience": "Per doelgroep",
    "By organisation": "Per organisatie",
    "By role": "Per functie",
    "By session": "Per sessie",
    "There are too few people to tell groups apart.": "Er zijn te weinig mensen om groepen te onderscheiden.",
    "Groups of fewer than {least} people are hidden, and so is what they would follow from.":
        "Groepen van minder dan {least} mensen zijn verborgen, net als de cijfers waaruit ze zouden volgen.",
    "Report in figures: seats, who came, per group, over time.":
        "Rapporteer in cijfers: plaatsen, wie er kwam, per groep, in de tijd.",
    "Seats, who waited and moved up, who cancelled, who came; per group, over time against the cap and the closing, "
    "and beside the last edition as long before its closing: the event whose name differs in its number only, as "
    "kickoff-2023 does from kickoff-2024, or else an earlier one that is named before it.":
        "Plaatsen, wie wachtte en doorschoof, wie zich uitschreef, wie er kwam; per groep, in de tijd naast het "
        "maximum en de sluiting, en naast de vorige editie even lang voor de sluiting daarvan: de bijeenkomst "
        "waarvan de naam alleen in het getal verschilt, zoals kickoff-2023 van kickoff-2024, of anders een eerdere die "
        "ervoor genoemd is.",
    "What you read here (on a screen, in a pipe, with --json) has every number. A file is for others: groups of fewer "
    "than five people are '< 5' in it, and so many others are hidden that none can be worked out. Answers to special "
    "questions are counted only when the question is named.":
        "Wat je hier leest (op een scherm, in een pipe, met --json) heeft alle cijfers. Een bestand is voor anderen: "
        "groepen van minder dan vijf mensen zijn daarin '< 5', en er zijn zoveel andere verborgen dat er geen te "
        "berekenen is. Antwoorden op bijzondere vragen worden alleen geteld als de vraag genoemd is.",
    "The names of one or more events.": "De namen van een of meer bijeenkomsten.",
    "What people are counted by; repeatable. Default: all that tells them apart.":
        "Waarop mensen geteld worden; herhaalbaar. Standaard: alles wat hen onderscheidt.",
    "The format. Default: that of -o, or text.": "Het formaat. Standaard: dat van -o, of text.",
    "Hide groups of fewer people, and what they would follow from (files: 5; here: 1, none).":
        "Verberg groepen van minder mensen, en waar ze uit zouden volgen (bestanden: 5; hier: 1, geen).",
    "it is 1, which hides nothing, or 3 or more: '< 2' would say that it is one":
        "het is 1, wat niets verbergt, of 3 of meer: '< 2' zou zeggen dat het er een is",
    "--json says another format": "--json zegt een ander formaat",
    "name the question, as in question:diet": "noem de vraag, zoals in vraag:dieet",
    "only a question has a name behind it": "alleen achter een vraag staat een naam",
}
# fmt: on

SPEECH = Speech(
    texts=TEXTS,
    days=DUTCH.days,
    months=DUTCH.months,
    days_short=DUTCH.days_short,
    months_short=DUTCH.months_short,
    at="om",
    units=(("dag", "dagen"), ("uur", "uur"), ("minuut", "minuten")),
    moment="minder dan een minuut",
    decimal=",",
    yes=("j", "ja"),
    choice="j/N",
)
