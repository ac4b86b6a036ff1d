"""Dossiers: the plan of applying them, and what can be off with them."""

from __future__ import annotations

# fmt: off
TEXTS: dict[str, str] = {
    # the plan
    "action": "wat",
    "field": "veld",
    "old": "oud",
    "new": "nieuw",
    "changed": "gewijzigd",
    "unchanged": "ongewijzigd",
    "{created} created, {changed} changed, {unchanged} unchanged.":
        "{created} aangemaakt, {changed} gewijzigd, {unchanged} ongewijzigd.",
    "'{text}' will mean another day later; write the year.":
        "'{text}' betekent later een andere dag; schrijf het jaar erbij.",
    "{name}: {old} → {new}": "{name}: {old} → {new}",
    "(nothing)": "(niets)",
    "yes": "ja",
    "no": "nee",
    "set aside": "voorbehouden",
    "organisation limit": "maximum per organisatie",
    "within": "binnen",
    "access": "toegang",
    "{field}: {old} → {new}, without {gone}. Go on?": "{field}: {old} → {new}, zonder {gone}. Doorgaan?",
    "Careful: seats are set aside for '{audience}', which is not an audience of the event.":
        "Let op: er zijn plaatsen voorbehouden aan '{audience}', en dat is geen doelgroep van de bijeenkomst.",
    "Careful: this makes '{slug}', and there is '{near}'.":
        "Let op: dit maakt '{slug}' aan, en er is al '{near}'.",
    "it is not one of {known}": "het staat niet in {known}",
    "an empty list": "een lege lijst",
    # what was changed since an export
    "{path}: {slug} {field}: {current} → {dossier}; changed since.":
        "{path}: {slug} {field}: {current} → {dossier}; sindsdien gewijzigd.",
    "Apply all the same, and lose {count:value|values}?":
        "Toch toepassen, en {count:waarde|waarden} kwijtraken?",
    "{count:value|values} changed since the dossier was exported would be lost, so nothing was done.":
        "{count:waarde|waarden}, gewijzigd nadat het dossier was geëxporteerd, gaan dan verloren; er is niets gedaan.",
    "See how it is now with 'netwerk export dossier {slug}' and edit that, or go ahead with --yes.":
        "Zie hoe het nu is met 'netwerk export dossier {slug}' en bewerk dat, of ga door met --yes.",
    "{count:session of another event lies|sessions of other events lie} within '{event}': {sessions}.":
        "{count:sessie van een andere bijeenkomst valt|sessies van andere bijeenkomsten vallen} binnen '{event}': "
        "{sessions}.",
    "Take that back first: 'netwerk session edit {first} --within \"\"'.":
        "Neem dat eerst terug: 'netwerk session edit {first} --within \"\"'.",
    # faults
    "{count:fault was|faults were} found in the dossiers, so nothing was changed.":
        "{count:fout|fouten} gevonden in de dossiers, dus er is niets gewijzigd.",
    "Mend the lines named above; 'netwerk apply --dry-run FILE' looks again and touches nothing.":
        "Verbeter de genoemde regels; 'netwerk apply --dry-run FILE' kijkt opnieuw en wijzigt niets.",
    "This is not TOML: {problem}.": "Dit is geen TOML: {problem}.",
    "This is too much for one dossier: {why}.": "Dit is te veel voor één dossier: {why}.",
    "Describe less in it, or divide it over several events.":
        "Beschrijf er minder in, of verdeel het over meer bijeenkomsten.",
    "a dossier has at most {most} bytes": "een dossier heeft hooguit {most} bytes",
    "a key has at most {most} parts": "een sleutel heeft hooguit {most} delen",
    "a dossier has at most {most} sessions, materials and milestones":
        "een dossier heeft hooguit {most} sessies, materialen en mijlpalen",
    "See docs/dossiers.md for an example.": "Zie docs/dossiers.md voor een voorbeeld.",
    "See docs/dossiers.md for the keys.": "Zie docs/dossiers.md voor de sleutels.",
    "A dossier describes one thing, in [event] or in [group].":
        "Een dossier beschrijft één ding, in [event] of in [group].",
    "There is no key '{key}' in {within}{nearest}.": "Er is geen sleutel '{key}' in {within}{nearest}.",
    "; the nearest is '{match}'": "; wat er het meest op lijkt is '{match}'",
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
        "De naam '{slug}' staat voor iets anders, of stond dat ooit; namen worden nooit hergebruikt.",
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
        "Een semi-open werkgroep: je vraagt een lidmaatschap aan, en wie haar leidt beslist.",
    "A project with a report and its recommendations; its plan was due in autumn 2021.":
        "Een project met een rapport en zijn adviezen; het stappenplan moest er in het najaar van 2021 zijn.",
    "Its dossier, as it is now; applying that changes nothing.":
        "Het dossier zoals het nu is; dat toepassen verandert niets.",
    "A webinar for three audiences, without a cap.": "Een webinar voor drie doelgroepen, zonder maximum.",
    # a file that would be overwritten
    "{path} is not a dossier of '{slug}', and is not overwritten.":
        "{path} is geen dossier van '{slug}' en wordt niet overschreven.",
    "Choose another file, or take that one away first.": "Kies een ander bestand, of haal dat eerst weg.",
}
