"""What stands above columns, and what it means."""

from __future__ import annotations

import pytest

from netwerk_cli.exchange.headings import meaning

HEADINGS = {
    "email": "E-mailadres werk|E-mail (werk)|E-mail *|Je e-mail|Op welk e-mailadres wil je de bevestiging ontvangen?|"
    "What is your e-mail?|e-mail_adres|E-mailadres deelnemer|mail. Wat is je e-mailadres?",
    "name": "Naam *|Naam van deelnemer|Naam leerkracht|Naam + voornaam|Naam, voornaam|Voornaam + naam|Hoe heet je?|"
    "Voornaam en familienaam|First and last name|Wie ben je?|Naam en achternaam|Wat is je volledige naam?",
    "given_name": "Voornaam *|Wat is je voornaam?|Naam (Voornaam)|first_name|Attendee first name",
    "family_name": "Achternaam *|Naam (Achternaam)|And your last name?|Familienaam deelnemer",
    "name_prefix": "Tussenvoegsel(s)|Tussenv.|Naam (Tussenvoegsel)|Name (Middle)",
    "organisation": "Organisatie/School|Bedrijfsnaam|Voor welke organisatie werk je?|Organisatie *|Bestuur",
    "role": "Functie binnen de organisatie|Functietitel|Wat is je functie?|Job title",
    "audience": "Doelgroep|Tot welke doelgroep behoor je?",
    "note": "Heb je nog opmerkingen?|Bijkomende info|Any comments?",
    "received_at": "Tijdstip van indienen|Aangemeld op|Datum aanmelding|Datum/tijd|Completion time (UTC)|Invoerdatum|"
    "Registratiedatum|Submitted on|Registration time|Entry Date|Inschrijftijdstip|submitdate. Date submitted|"
    "Besteldatum en -tijd|Voltooid|created",
    "status": "Deelnemersstatus|Attendee Status|Inschrijvingsstatus|RSVP",
    "is_cancelled": "Geannuleerd|Cancelled at|Afgemeld op",
    "is_draft": "In draft|Is concept|in_draft",
}


@pytest.mark.parametrize(
    ("heading", "means"), [(one, means) for means, several in HEADINGS.items() for one in several.split("|")]
)
def test_headings_are_known_by_what_they_mean(heading: str, means: str) -> None:
    assert meaning(heading) == means


OTHERS = (
    "Naam van je leidinggevende|E-mail van je directeur|Aantal deelnemers|Geboortedatum|Datum van de workshop|"
    "Factuur naam|Voornaam koper|Naam op je badge|Naam (Voorvoegsel)|Name (Suffix)|Startdatum|"
    "Datum laatste wijziging|Laatste wijziging van je inschrijving|Naam noodcontact|Telefoon"
)


@pytest.mark.parametrize("heading", OTHERS.split("|"))
def test_what_is_about_somebody_or_something_else_means_nothing(heading: str) -> None:
    assert meaning(heading) is None
