"""The clauses within refusals: why a value, a typed date, a line of a file or the data file is not accepted."""

from __future__ import annotations

# fmt: off
TEXTS: dict[str, str] = {
    # values
    "it is empty": "dit is leeg",
    "it has {count} characters; {limit} fit": "dit telt {count:teken|tekens}; er passen er {limit}",
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
    "both are needed": "allebei zijn ze nodig",
    "the lines say who registers; leave the other options out":
        "de regels zeggen al wie zich inschrijft; laat de andere opties weg",
    "name one or more events, or give --all": "noem een of meer bijeenkomsten, of gebruik --all",
    "a workbook is not for a screen; name a file": "een werkmap past niet op een scherm; noem een bestand",
    "it goes with --format csv": "dit kan alleen met --format csv",
    "it goes without a file": "dit gaat zonder bestand",
    "it goes without a person": "dit gaat zonder persoon",
    "at least one person moves up": "minstens één persoon moet doorschuiven",
    "there is no such folder": "die map is er niet",
    "there is no setting '{key}'": "er is geen instelling '{key}'",
    "it cannot be read as TOML ({problem})": "dit is niet te lezen als TOML ({problem})",
    # lines of a file
    "it cannot be read as CSV ({problem})": "dit is niet te lezen als CSV ({problem})",
    "it has more values than the heading has names": "hier staan meer waarden dan er namen in de kopregel zijn",
    "'{field}' is not one of {known}, once": "'{field}' hoort niet bij {known}, of staat er meer dan eens",
    "'{field}' is missing": "'{field}' ontbreekt",
    "'{field}' is not a text": "'{field}' is geen tekst",
    # the data file
    "it is closed": "die is gesloten",
    "the data file": "het gegevensbestand",
    "the lock of the data file": "het slot van het gegevensbestand",
    "the place of its earlier states": "de plaats van de eerdere toestanden",
    "its next state": "de volgende toestand van het gegevensbestand",
    "the file with your settings": "het bestand met uw instellingen",
    "somebody else put it there, in a folder where others may write":
        "iemand anders heeft het daar gezet, in een map waar anderen mogen schrijven",
    "it goes with --all": "dit hoort bij --all",
    "it goes without '-'": "dit gaat zonder '-'",
    "it is not a file": "dit is geen bestand",
    "it is not UTF-8 text": "dit is geen UTF-8-tekst",
    "it is not a JSON object": "dit is geen JSON-object",
    "it is not valid JSON near character {position}": "dit is geen geldige JSON rond teken {position}",
    "it is nested too deeply": "dit zit te diep in elkaar genest",
    "a table is not a JSON object": "een tabel is geen JSON-object",
    "a table holds something other than numbered documents": "een tabel bevat iets anders dan genummerde documenten",
    "a name occurs twice in one JSON object": "een naam komt twee keer voor in één JSON-object",
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
    "the year must lie between {first} and {last}": "het jaar moet tussen {first} en {last} liggen",
    "'{piece}' can be a day or a year; write the day before the month, or add the year":
        "'{piece}' kan een dag of een jaar zijn; schrijf de dag vóór de maand, of voeg het jaar toe",
    "'{piece}' can be more than one day; write the date": "'{piece}' kan meer dan één dag zijn; schrijf de datum",
    "'{piece}' does not say which day; add the weekday": "'{piece}' zegt niet welke dag; voeg de weekdag toe",
    "'{piece}' is not counted in days or weeks; write the date":
        "'{piece}' telt niet in dagen of weken; schrijf de datum",
    "a winter lasts from one year into the next; write both, as in winter 2021-2022":
        "een winter loopt van het ene jaar in het andere; schrijf ze allebei, zoals winter 2021-2022",
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
        "het begin heeft geen tijd om vanaf te tellen; voeg er een toe, zoals in '7 dagen vooraf 16:00'",
    "hours before the start leave no room for another time; write one of the two":
        "uren vóór het begin laten geen ruimte voor nog een tijd; schrijf een van de twee",
}
