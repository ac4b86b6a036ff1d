"""Each fact of an announcement: the words that state it, and those that seem to."""

from __future__ import annotations

import pytest

from netwerk_cli import announce
from netwerk_cli.announce import Announcement, Found

DAY = "Studiedag taal\n\nOp 14 maart 2023 van 9 tot 12 uur organiseren we een studiedag.\n\n"
"""An announcement to which a sentence is added."""


def read(more: str = "", text: str = DAY) -> Announcement:
    return announce.read(f"{text}{more}\n")


def value(found: Found[object] | None) -> object:
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("De plaatsen zijn beperkt tot 40.", 40),
        ("Er kunnen maximaal vijfentwintig deelnemers mee.", 25),
        ("Er is plaats voor 12 tot 14 cursisten.", 14),
        ("Aantal plaatsen: 30", 30),
        ("Max. 1.200 bezoekers.", 1200),
        ("Het aantal plaatsen is beperkt, vol is vol.", None),
        ("Bij minder dan tien deelnemers gaat het niet door.", None),
        ("Vorig jaar kwamen er 80 mensen.", None),
        ("Maximaal 2 personen per organisatie.", None),
        ("Minimaal 8 deelnemers.", None),
    ],
)
def test_only_a_stated_maximum_is_the_capacity(said: str, most: int | None) -> None:
    assert value(read(said).capacity) == most


@pytest.mark.parametrize(
    ("said", "price"),
    [
        ("Deelname is gratis.", "free"),
        ("Kosten: geen", "free"),
        ("Deelname kost € 95 p.p. excl. btw.", "€ 95 p.p. excl. btw"),
        (
            "Leden komen gratis binnen, niet-leden betalen 15 euro.",
            "Leden komen gratis binnen, niet-leden betalen 15 euro",
        ),
        ("Parkeren is gratis.", None),
        ("De minister investeert 1,6 miljoen euro.", None),
        ("Er is een gratis buffet.", None),
    ],
)
def test_the_cost_is_what_one_pays_to_take_part(said: str, price: str | None) -> None:
    assert value(read(said).cost) == price


@pytest.mark.parametrize(
    ("said", "closing"),
    [
        ("Aanmelden kan tot en met 7 maart.", "2023-03-07T23:59:59+01:00"),
        ("Meld je uiterlijk dinsdag 7 maart 12.00 uur aan.", "2023-03-07T12:00:00+01:00"),
        ("Schrijf je in vóór 7 maart.", "2023-03-06T23:59:59+01:00"),
        ("De inschrijving loopt van 1 februari t/m 7 maart.", "2023-03-07T23:59:59+01:00"),
        ("Inschrijven kan vanaf 1 februari.", None),
        ("Annuleren kan kosteloos tot 1 maart.", None),
        ("Voorstellen voor workshops kunt u indienen tot 1 februari.", None),
        ("De inschrijvingen zijn afgesloten.", None),
    ],
)
def test_a_deadline_is_that_of_registration(said: str, closing: str | None) -> None:
    found = value(read(said).closes)
    assert (None if found is None else str(found).replace(" ", "T")) == closing


def test_until_a_day_without_an_hour_is_unsure() -> None:
    found = read("Inschrijven kan tot 7 maart.").closes
    assert found is not None
    assert (str(found.value), found.sure) == ("2023-03-06 23:59:59+01:00", False)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Waar: Dorpshuis De Linde, Kerkplein 1, Epe", "Dorpshuis De Linde, Kerkplein 1, Epe"),
        ("Locatie: online via Teams", "Online"),
        ("De dag vindt plaats in Kasteel Rivierzicht in Gouda.", "Kasteel Rivierzicht in Gouda"),
        ("Locatie: volgt", None),
        ("We praten over onderwijs in Nederland.", None),
    ],
)
def test_the_place_is_where_one_goes(said: str, place: str | None) -> None:
    assert value(read(said).location) == place


@pytest.mark.parametrize(
    ("said", "online"),
    [
        ("U kunt ook online deelnemen.", True),
        ("Aanmelden gaat via het online formulier.", False),
        ("De dag wordt niet online uitgezonden.", False),
        ("Het gaat over online pesten.", False),
    ],
)
def test_it_is_online_where_one_can_take_part_so(said: str, online: bool) -> None:
    assert value(read(said).online) is online


@pytest.mark.parametrize(
    ("said", "people"),
    [
        (
            "Deze dag is bedoeld voor leraren, ouders en schoolleiders van basisscholen.",
            ["leraren", "ouders", "schoolleiders van basisscholen"],
        ),
        (
            "Voor wie?\n- leraren\n- leden van de oudervereniging en het bestuur",
            ["leraren", "leden van de oudervereniging en het bestuur"],
        ),
        ("Doelgroep: onderwijs- en welzijnskoepels, CLB's", ["onderwijs- en welzijnskoepels", "CLB's"]),
        ("We nodigen alle leraren en directeuren uit.", ["leraren", "directeuren"]),
        ("Het programma is bedoeld voor meer begrip.", []),
    ],
)
def test_audiences_are_who_is_called(said: str, people: list[str]) -> None:
    assert [one.value for one in read(said).audiences] == people


@pytest.mark.parametrize(
    ("said", "organisations"),
    [
        ("Organisatie: Stichting Taal, gemeente Epe", ["Stichting Taal", "gemeente Epe"]),
        ("De dag wordt georganiseerd door Stichting Taal en de Leesbond.", ["Stichting Taal", "Leesbond"]),
        (
            "Op 14 maart organiseren de Leesbond, het Taalhuis en de gemeente Epe een studiedag.",
            ["Leesbond", "Taalhuis", "gemeente Epe"],
        ),
        (
            "De Vereniging voor Lezen en Schrijven organiseert een studiedag.",
            ["Vereniging voor Lezen en Schrijven"],
        ),
        ("Wij organiseren deze studiedag voor u.", []),
        ("De raad bestaat uit ouders en vergadert elke maand op een avond.", []),
    ],
)
def test_who_organises_it_is_the_subject_of_organising(said: str, organisations: list[str]) -> None:
    assert [one.value for one in read(said).organisers] == organisations


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (DAY, "event"),
        ("Lezingen\n\n- 4 maart 2023, 20 uur\n- 11 maart 2023, 20 uur\n", "series"),
        ("Tweedaags congres taal\n\n4 en 5 maart 2023\n", "event"),
        ("Werkgroep taal\n\nWord lid van onze werkgroep: we delen wat we weten.\n", "group"),
        ("Verslag van de studiedag\n\nOp 4 maart 2023 kwamen tachtig leraren bijeen.\n", "document"),
        ("Leesclub\n\nTwintig lezers kwamen bijeen. De volgende bijeenkomst is op 4 mei 2023.\n", "document"),
        ("Oproep voor projecten\n\nScholen kunnen tot 4 mei 2023 een voorstel indienen.\n", "document"),
    ],
)
def test_what_is_announced_has_a_kind(text: str, kind: str) -> None:
    assert announce.read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Infoavond\n\nKom op 4 maart 2023 naar het gemeentehuis van Mechelen.\n", "Europe/Brussels"),
        ("Infoavond\n\nKom op 4 maart 2023 naar het gemeentehuis van Zwolle.\n", "Europe/Amsterdam"),
    ],
)
def test_the_zone_is_that_of_the_region(text: str, zone: str) -> None:
    assert announce.read(text).timezone.value == zone


@pytest.mark.parametrize(
    ("said", "policy"),
    [
        ("Dit is een semi-open werkgroep.", "semi-open"),
        ("Dit is een besloten netwerk.", "closed"),
        ("Iedereen kan lid worden.", "open"),
        ("", None),
    ],
)
def test_a_group_is_joined_as_the_text_says(said: str, policy: str | None) -> None:
    text = "Werkgroep taal\n\nWord lid van onze werkgroep: we delen wat we weten.\n\n"
    assert value(read(said, text).access) == policy


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("We werken in een vaste groep van hooguit acht teamleiders.", 8),
        ("De groep telt maximaal 12 mensen.", 12),
        ("Met 25 deelnemers zit de zaal vol.", 25),
        ("De werkgroep bestaat uit ruim 12 mensen.", None),
    ],
)
def test_the_most_of_a_group_is_a_capacity(said: str, most: int | None) -> None:
    assert value(read(said).capacity) == most


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("De dag wordt getrokken door het Kenniscentrum Taal.", ["Kenniscentrum Taal"]),
        ("De organisatie is in handen van Stichting Leesland.", ["Stichting Leesland"]),
        (
            "Dit is een samenwerking tussen Bibliotheek Noord en Hogeschool Zuid.",
            ["Bibliotheek Noord", "Hogeschool Zuid"],
        ),
        ("De kar wordt getrokken door vrijwilligers.", []),
    ],
)
def test_who_carries_it_organises_it(said: str, names: list[str]) -> None:
    assert [one.value for one in read(said).organisers] == names


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        ("De dag brengt leerkrachten en logopedisten samen.", ["leerkrachten", "logopedisten"]),
        ("Leerkrachten en ouders kunnen gratis deelnemen.", ["Leerkrachten", "ouders"]),
        ("We zijn op zoek naar ouders en leerkrachten die willen meedenken.", ["ouders", "leerkrachten"]),
        ("We zijn op zoek naar vrijwilligers die koffie schenken.", []),
        ("Iedereen die van taal houdt is welkom.", ["Iedereen die van taal houdt"]),
        ("We brengen de resultaten samen in een verslag.", []),
    ],
)
def test_those_who_are_brought_together_or_may_come_are_the_audience(said: str, groups: list[str]) -> None:
    assert [one.value for one in read(said).audiences] == groups


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("STUDIEDAG\nTaal in de klas\n\n14 maart 2023 van 9 tot 12 uur\n", "Taal in de klas"),
        ("vzw De Brug nodigt uit\nTaal in de klas\n\n14 maart 2023 van 9 tot 12 uur\n", "Taal in de klas"),
        ("Studiedag\n\n14 maart 2023 van 9 tot 12 uur\n", "Studiedag"),
    ],
)
def test_a_kind_of_meeting_is_a_title_only_where_nothing_else_is(text: str, name: str) -> None:
    assert value(announce.read(text).title) == name


def test_prices_that_follow_each_other_belong_together() -> None:
    assert (
        value(read("Deelname kost 50 euro. Leden betalen 25 euro.").cost) == "50 euro. Leden betalen 25 euro"
    )


def test_the_place_is_where_something_is_held_and_not_what() -> None:
    assert (
        value(read("Kom naar onze infoavond in CC De Schakel in Lokeren.").location)
        == "CC De Schakel in Lokeren"
    )
    assert value(read("De plek is steeds het Groene Huis in Nijmegen.").location) == "Groene Huis in Nijmegen"


def test_a_mail_before_a_day_is_a_deadline() -> None:
    assert (
        str(value(read("Mail dan voor 1 maart 2023 naar taal@example.org.").closes))
        == "2023-02-28 23:59:59+01:00"
    )


def test_the_hours_of_an_office_are_not_those_of_a_meeting() -> None:
    text = (
        "Avond\n\nOp 3 en 6 november 2025. We starten om 19.30 uur.\n\nBel op werkdagen van 9 tot 17 uur.\n"
    )
    assert {str(one.start)[11:16] for one in announce.read(text).sessions} == {"19:30"}


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        ("docenten in de zorg en studenten", ["docenten in de zorg", "studenten"]),
        ("ouders van peuters en kleuters", ["ouders van peuters en kleuters"]),
        ("medewerkers in zorg en welzijn", ["medewerkers in zorg en welzijn"]),
        (
            "iedereen die schrijft: dichters en journalisten",
            ["iedereen die schrijft", "dichters", "journalisten"],
        ),
    ],
)
def test_and_parts_people_but_not_what_they_have_to_do_with(said: str, groups: list[str]) -> None:
    assert [one.value for one in read(f"De dag is bedoeld voor {said}.").audiences] == groups


@pytest.mark.parametrize(
    "said",
    [
        "Stichting Zorg & Welzijn en gemeente Wezep slaan de handen in elkaar.",
        "Voor deze dag slaan Stichting Zorg & Welzijn en gemeente Wezep de handen ineen.",
    ],
)
def test_those_who_join_hands_organise_it(said: str) -> None:
    assert [one.value for one in read(said, "Taal\n\n14 maart 2023\n\n").organisers] == [
        "Stichting Zorg & Welzijn",
        "gemeente Wezep",
    ]


def test_a_place_behind_a_list_of_days_is_that_of_them_all() -> None:
    text = "Congres taal\n12 & 13 april 2018 | Schouwburg De Kade, Zwolle\n"
    assert value(announce.read(text).location) == "Schouwburg De Kade, Zwolle"


def test_whoever_is_named_at_the_end_organises_it_too() -> None:
    said = (
        "Stichting Leesland organiseert op 14 maart 2023 een studiedag in samenwerking met Hogeschool Zuid."
    )
    assert [one.value for one in read(said, "Taal\n\n").organisers] == [
        "Stichting Leesland",
        "Hogeschool Zuid",
    ]


def test_prices_on_lines_of_their_own_belong_together() -> None:
    assert (
        value(read("Prijs leden: 15 euro\nPrijs niet-leden: 30 euro").cost)
        == "15 euro Prijs niet-leden: 30 euro"
    )


def test_where_one_is_a_guest_is_the_place() -> None:
    assert value(read("We zijn te gast bij Basisschool De Vuurvlinder in Terneuzen.").location) == (
        "Basisschool De Vuurvlinder in Terneuzen"
    )
