"""What `netwerk` answers when it does not do what was asked, and what to do about it."""

from __future__ import annotations

# fmt: off
TEXTS: dict[str, str] = {
    # 1: failed
    "{path} could not be read or written: {problem}.": "{path} kon niet worden gelezen of geschreven: {problem}.",
    "Check free space and permissions; nothing was changed.":
        "Controleer de vrije ruimte en de rechten; er is niets gewijzigd.",
    "{path} was changed, but the system could not confirm that it is safely on disk: {problem}.":
        "{path} is gewijzigd, maar het systeem kon niet bevestigen dat het veilig op schijf staat: {problem}.",
    "The change was made, but the answer could not be written to standard output: {problem}.":
        "De wijziging is gemaakt, maar het antwoord kon niet naar de standaarduitvoer worden geschreven: {problem}.",
    "Look at the result with a read command before you repeat this one.":
        "Bekijk het resultaat met een leesopdracht voordat je deze opdracht herhaalt.",
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
        "De inschrijving zou sluiten ({closes_at}) nog voor ze opengaat ({opens_at}).",
    "Check --opens and --closes.": "Controleer --opens en --closes.",
    "There is no field '{field}'.": "Er is geen veld '{field}'.",
    "Choose from: {known}.": "Kies uit: {known}.",
    "There is no command '{typed}'.": "Er is geen opdracht '{typed}'.",
    "There is no option '{typed}'.": "Er is geen optie '{typed}'.",
    "{nearest}See '{command} --help'.": "{nearest}Zie '{command} --help'.",
    "Did you mean '{match}'? ": "Bedoel je '{match}'? ",
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
        "Wijzig één sessie: netwerk session edit {event} SESSION --starts WHEN.",
    "The config file {path} cannot be used: {why}.": "Het configuratiebestand {path} is niet bruikbaar: {why}.",
    "It has lines such as db = '/path/to/netwerk.json' or lang = 'nl'.":
        "Het bevat regels zoals db = '/pad/naar/netwerk.json' of lang = 'nl'.",
    "Write it as 2024-01-16 or 'dinsdag 16 januari 2024'.":
        "Schrijf bijvoorbeeld 2024-01-16 of 'dinsdag 16 januari 2024'.",
    "{path}, line {line}: {why}.": "{path}, regel {line}: {why}.",
    "Nothing was changed; mend the line and run the command again.":
        "Er is niets gewijzigd; verbeter de regel en voer de opdracht opnieuw uit.",
    "'{path}' is not a usable backup: {why}.": "'{path}' is geen bruikbare back-up: {why}.",
    "List the usable ones with 'netwerk backup --list'.": "Toon de bruikbare met 'netwerk backup --list'.",
    "Missing option {name}.": "De optie {name} ontbreekt.",
    "Missing argument {name}.": "Het argument {name} ontbreekt.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Option '{option}' does not take a value.": "De optie '{option}' krijgt geen waarde.",
    "Option '{option}' needs a value.": "De optie '{option}' heeft een waarde nodig.",
    "There are more words than the command takes.": "Er staan meer woorden dan het commando aanneemt.",
    # 3: not found
    "There is no event '{event}'.": "Er is geen bijeenkomst '{event}'.",
    "{nearest}List them with 'netwerk event list --all'.":
        "{nearest}Toon ze allemaal met 'netwerk event list --all'.",
    "Nobody with that code or e-mail address is registered for '{event}'.":
        "Niemand met die code of dat e-mailadres is ingeschreven voor '{event}'.",
    "List them with 'netwerk registration list {event}'.":
        "Toon de inschrijvingen met 'netwerk registration list {event}'.",
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
        "Er is geen sessie met een datum om in een kalender te zetten.",
    "Give the event a date with 'netwerk event edit EVENT --starts WHEN'.":
        "Geef de bijeenkomst een datum met 'netwerk event edit EVENT --starts WHEN'.",
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
    "This person is already registered for '{event}' as {registration} ({status}).":
        "Deze persoon is al ingeschreven voor '{event}' als {registration} ({status}).",
    "See 'netwerk registration show {event} {registration}'.":
        "Zie 'netwerk registration show {event} {registration}'.",
    "That address belongs to several registrations of '{event}': {matches}.":
        "Dat adres hoort bij meer dan één inschrijving voor '{event}': {matches}.",
    "Name one by its code.": "Kies er een met de code.",
    "{path} is {what}, and nothing else is written there.": "{path} is {what}; iets anders komt daar niet.",
    "There is a file at {path} already.": "Op {path} staat al een bestand.",
    "Use it as it is, or choose another place with --db FILE.":
        "Gebruik het zoals het is, of kies een andere plek met --db FILE.",
    "Choose another name.": "Kies een andere naam.",
    "Choose an empty folder: netwerk demo --keep DIR.": "Kies een lege map: netwerk demo --keep MAP.",
    "the folder for temporary files": "de map voor tijdelijke bestanden",
    # 5: refused
    "'{event}' is full: {seats_held} of {capacity:seat is|seats are} held.":
        "'{event}' is vol: {seats_held} van de {capacity:plaats is|plaatsen zijn} bezet.",
    "Wait for a seat (when-full waiting-list), raise the cap, or overrule with --force --reason.":
        "Laat wachten op een plaats (when-full waiting-list), verhoog het maximum, of maak een uitzondering "
        "met --force --reason.",
    "The free seats of '{event}' are for the {waiting:person who waits|people who wait} for them.":
        "De vrije plaatsen van '{event}' zijn voor de {waiting:persoon die erop wacht|personen die erop wachten}.",
    "Promote them with 'netwerk waitlist promote {event}', or overrule with --force --reason.":
        "Laat hen doorschuiven met 'netwerk waitlist promote {event}', of maak een uitzondering met --force "
        "--reason.",
    "Session '{session}' of '{event}' is full: {seats_held} of {capacity:seat is|seats are} held.":
        "Sessie '{session}' van '{event}' is vol: {seats_held} van de {capacity:plaats is|plaatsen zijn} bezet.",
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
        "Inschrijven of doorschuiven kan niet meer; met 'netwerk event reopen {event}' gaat de bijeenkomst "
        "toch door.",
    "'{event}' started on {starts_at}; the waiting list no longer moves.":
        "'{event}' is begonnen op {starts_at}; de wachtlijst schuift niet meer door.",
    "'{event}' is for members of '{group}' only.": "'{event}' is alleen voor leden van '{group}'.",
    "Add the person to the group, or overrule with --force --reason.":
        "Voeg de persoon toe aan de groep, of maak een uitzondering met --force --reason.",
    "{seats_held:seat is|seats are} held at '{event}', more than the new cap of {capacity}.":
        "Bij '{event}' {seats_held:plaats is|plaatsen zijn} bezet, meer dan het nieuwe maximum van {capacity}.",
    "{seats_held:seat is|seats are} held in '{session}' of '{event}', more than its cap of {capacity}.":
        "In '{session}' van '{event}' {seats_held:plaats is|plaatsen zijn} bezet, meer dan het maximum van {capacity}.",
    "Choose other sessions for people first, or overrule with --force --reason: everybody keeps the seat.":
        "Kies eerst andere sessies voor mensen, of gebruik --force --reason: iedereen houdt de plaats.",
    "{registration} of '{event}' was handed to somebody else on {at}.":
        "{registration} van '{event}' is op {at} aan iemand anders overgedragen.",
    "See 'netwerk registration show {event} {registration}'; --revive registers the person all the same.":
        "Zie 'netwerk registration show {event} {registration}'; met --revive schrijf je toch opnieuw in.",
    "{registration} of '{event}' is {status} since {since}; an older request changes nothing.":
        "{registration} van '{event}' is {status} sinds {since}; een oudere aanvraag verandert niets.",
    "{registration} of '{event}' is {status}: there is nothing to take back.":
        "{registration} van '{event}' is {status}: er is niets terug te draaien.",
    "Session '{session}' of '{event}' started on {starts_at}; no seat in it is given any more.":
        "Sessie '{session}' van '{event}' begon op {starts_at}; er komt geen plaats meer vrij.",
    "See who waited: netwerk waitlist list {event}.":
        "Kijk wie er wachtte: netwerk waitlist list {event}.",
    "Cancel registrations first, or overrule with --force --reason: everybody keeps the seat.":
        "Annuleer eerst inschrijvingen, of maak een uitzondering met --force --reason: dan verliest niemand "
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
        "Maak er een met 'netwerk init', of kies een ander met --db FILE.",
    "The data file {path} is damaged: {problem}.": "Het gegevensbestand {path} is beschadigd: {problem}.",
    "Put an earlier state back with 'netwerk restore'; see 'netwerk backup --list'.":
        "Zet een eerdere versie terug met 'netwerk restore'; zie 'netwerk backup --list'.",
    "The data file {path} was written by a newer netwerk (schema {found}; this one knows {known}).":
        "Het gegevensbestand {path} is geschreven door een nieuwere netwerk (schema {found}; deze kent {known}).",
    "Update netwerk; the file was not touched.": "Werk netwerk bij; het bestand is niet aangeraakt.",
    "The data file {path} may not be read or written: {problem}.":
        "Het gegevensbestand {path} mag niet worden gelezen of geschreven: {problem}.",
    "Check who owns the file and its folder, or name another with --db FILE.":
        "Controleer wie eigenaar is van het bestand en de map, of kies een ander met --db FILE.",
    "Another netwerk was busy with {path} for more than {seconds} s.":
        "Een andere netwerk was langer dan {seconds} s bezig met {path}.",
    "Try again, or wait longer with --lock-timeout SECONDS.":
        "Probeer het opnieuw, of wacht langer met --lock-timeout SECONDS.",
    "{count:finding|findings}.": "{count:bevinding|bevindingen}.",
    "Each line says what to do about it.": "Bij elke regel staat wat eraan te doen is.",
    "{rejected} of {count:line was|lines were} rejected, {taken} taken.":
        "{rejected} van de {count:regel is|regels zijn} geweigerd, {taken} ingeschreven.",
    "Each line above says why; mend those and run them again.":
        "Hierboven staat per regel waarom; verbeter die regels en bied ze opnieuw aan.",
    "Interrupted; nothing was changed.": "Onderbroken; er is niets gewijzigd.",
    "Run the command again when you are ready.": "Voer de opdracht opnieuw uit wanneer het past.",
    "The free seats of '{event}' are set aside for {audiences} until {until}.":
        "De vrije plaatsen van '{event}' zijn tot {until} voorbehouden voor {audiences}.",
    "Wait for a seat, name the audience with --audience, or overrule with --force --reason.":
        "Wacht op een plaats, geef de doelgroep op met --audience, of maak een uitzondering met --force --reason.",
    "Session '{session}' of '{event}' was cancelled on {cancelled_at}.":
        "Sessie '{session}' van '{event}' is geannuleerd op {cancelled_at}.",
    "Choose other sessions: netwerk session list {event}.":
        "Kies andere sessies: netwerk session list {event}.",
    "Sessions '{session}' and '{other}' of '{event}' take place at the same time.":
        "De sessies '{session}' en '{other}' van '{event}' vallen samen.",
    "Choose one of the two.": "Kies een van de twee.",
    "That organisation has {count:registration|registrations} for '{event}' already; {limit} are allowed.":
        "Die organisatie heeft al {count:inschrijving|inschrijvingen} voor '{event}'; het maximum is {limit}.",
    "Register somebody from another organisation, or overrule with --force --reason.":
        "Schrijf iemand van een andere organisatie in, of maak een uitzondering met --force --reason.",
}
