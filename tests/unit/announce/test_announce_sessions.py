"""Which days are those of the meeting, in which year, and from when to when."""

from __future__ import annotations

from datetime import date

import pytest

from netwerk_cli import announce


def held(text: str, *, published: date | None = None) -> list[tuple[str, str | None]]:
    found = announce.read(text, published_on=published)
    return [(str(one.start), None if one.end is None else str(one.end)) for one in found.sessions]


def warned(text: str) -> list[str]:
    return [str(one) for one in announce.read(text).warnings]


def test_inflow_sets_no_start_and_a_drink_no_end() -> None:
    text = "Infoavond\n\nOp 4 maart 2023. Inloop vanaf 19.00 uur, start 19.30 uur. Om 21.30 uur is er een borrel.\n"
    assert held(text) == [("2023-03-04 19:30:00+01:00", "2023-03-04 21:30:00+01:00")]


def test_the_programme_decides_where_no_span_is_stated() -> None:
    parts = "9.00 uur Ontvangst\n9.30 uur Opening\n11.00 uur Workshops\n12.30 uur Lunch\n"
    assert held(f"Studiedag\n\nDatum: 4 maart 2023\n\n{parts}") == [
        ("2023-03-04 09:30:00+01:00", "2023-03-04 12:30:00+01:00")
    ]


def test_a_span_for_the_whole_is_used_as_it_is() -> None:
    parts = "9.00 uur Ontvangst\n9.30 uur Opening\n11.00 uur Workshops\n12.30 uur Lunch\n"
    assert held(f"Studiedag\n\nDatum: 4 maart 2023 van 9 tot 13 uur\n\n{parts}") == [
        ("2023-03-04 09:00:00+01:00", "2023-03-04 13:00:00+01:00")
    ]


def test_summer_time_is_decided_for_each_meeting() -> None:
    assert held("Lezingen\n\n- 25 maart 2023, 20 uur\n- 1 april 2023, 20 uur\n") == [
        ("2023-03-25 20:00:00+01:00", None),
        ("2023-04-01 20:00:00+02:00", None),
    ]


def test_so_many_weekly_evenings_are_so_many_meetings() -> None:
    text = "Cursus\n\nOp 25 oktober 2023 begint de cursus van drie wekelijkse avonden, van 19 tot 21 uur.\n"
    assert held(text) == [
        ("2023-10-25 19:00:00+02:00", "2023-10-25 21:00:00+02:00"),
        ("2023-11-01 19:00:00+01:00", "2023-11-01 21:00:00+01:00"),
        ("2023-11-08 19:00:00+01:00", "2023-11-08 21:00:00+01:00"),
    ]


def test_a_date_that_was_replaced_is_no_meeting() -> None:
    text = "Studiedag\n\nDe studiedag vindt niet op 4 maart 2023 maar op 8 april 2023 plaats, van 9 tot 12 uur.\n"
    assert held(text) == [("2023-04-08 09:00:00+02:00", "2023-04-08 12:00:00+02:00")]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Studiedag\n\nOp 4 maart. Wij zien u graag op zaterdag 4 maart 2023.\n", "2023-03-04"),
        ("Studiedagen in schooljaar 2022-2023\n\n- 4 maart\n", "2023-03-04"),
        ("Studiedag\n\n12 december 2022\n\nKom op 4 maart naar de studiedag.\n", "2023-03-04"),
        ("Studiedag\n\nKom op zaterdag 4 maart naar de studiedag over het plan van 2022.\n", "2023-03-04"),
    ],
    ids=["said elsewhere", "school year", "after it came out", "by the weekday"],
)
def test_a_year_is_found_where_the_text_has_one(text: str, start: str) -> None:
    assert [one for one, _ in held(text)] == [start]


def test_the_current_year_is_never_assumed() -> None:
    text = "Studiedag\n\nKom op 4 maart naar de studiedag.\n"
    assert (held(text), warned(text)) == ([], ["year-missing"])


def test_the_day_of_publication_that_is_given_counts() -> None:
    text = "Studiedag\n\nKom op 4 maart naar de studiedag.\n"
    assert held(text, published=date(2022, 12, 12)) == [("2023-03-04", None)]


def test_a_wrong_weekday_is_said_and_the_date_wins() -> None:
    text = "Studiedag\n\nOp vrijdag 4 maart 2023 van 9 tot 12 uur is er een studiedag.\n"
    assert held(text) == [("2023-03-04 09:00:00+01:00", "2023-03-04 12:00:00+01:00")]
    assert warned(text) == ["weekday-mismatch"]


def test_other_articles_of_the_site_are_passed_over() -> None:
    about = "We praten over taal. " * 5
    text = f"Studiedag\n\nDatum: 4 maart 2023\n\n{about}\n\nMeer nieuws\nFeest op 9 mei 2024, 20 uur\n"
    assert held(text) == [("2023-03-04", None)]


@pytest.mark.parametrize(
    "text",
    [
        "van 12 mei 2025 10.00 uur tot 13 mei 2025 16.00 uur",
        "12 mei 2025 om 10:00 - 13 mei 2025 om 16:00",
        "12/05/2025 - 10:00 - 13/05/2025 - 16:00",
        "Startdatum: 12 mei 2025 om 10:00 uur\nEinddatum: 13 mei 2025 om 16:00 uur",
    ],
)
def test_a_span_with_a_time_at_both_its_ends_is_one_meeting(text: str) -> None:
    assert held(f"Zomerkamp\n\n{text}\n") == [("2025-05-12 10:00:00+02:00", "2025-05-13 16:00:00+02:00")]


def test_the_first_monday_of_each_month_is_read_between_two_months() -> None:
    text = "Elke eerste maandag van de maand, van 19 tot 21 uur, van december 2025 tot en met februari 2026."
    assert held(f"Leeskring\n\n{text}\n") == [
        ("2025-12-01 19:00:00+01:00", "2025-12-01 21:00:00+01:00"),
        ("2026-01-05 19:00:00+01:00", "2026-01-05 21:00:00+01:00"),
        ("2026-02-02 19:00:00+01:00", "2026-02-02 21:00:00+01:00"),
    ]


def test_each_wednesday_is_read_between_two_days() -> None:
    text = "Elke woensdagavond van 3 september tot en met 17 september 2025, van 19 tot 21 uur."
    assert held(f"Cursus\n\n{text}\n") == [
        (f"2025-09-{day} 19:00:00+02:00", f"2025-09-{day} 21:00:00+02:00") for day in ("03", "10", "17")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We komen elke eerste maandag van de maand bijeen, van 19 tot 21 uur.",
        "We komen elke eerste maandag van de maand bijeen, van mei tot en met juli.",
        "We komen elke laatste vrijdag van de maand bijeen, van mei tot en met juli 2025, behalve in juni.",
    ],
)
def test_a_rule_without_bounds_a_year_or_with_exceptions_gives_no_meetings(text: str) -> None:
    assert held(f"Leeskring\n\n{text}\n") == []


def test_each_day_of_a_congress_has_the_hours_of_its_own_programme() -> None:
    first = "Dag 1 – donderdag 12 juni 2025\n9.30 uur Inloop\n10.00 uur Lezing\n12.00 uur Workshop\n17.00 uur Borrel\n"
    second = "Dag 2 – vrijdag 13 juni 2025\n9.00 uur Lezing\n11.00 uur Werkbezoek\n15.30 uur Einde\n"
    assert held(f"Congres wonen\n\n{first}\n{second}") == [
        ("2025-06-12 10:00:00+02:00", "2025-06-12 17:00:00+02:00"),
        ("2025-06-13 09:00:00+02:00", "2025-06-13 15:30:00+02:00"),
    ]
