"""Lists by family name, the Dutch way and the Flemish way."""

from __future__ import annotations

import pytest

from netwerk_cli.domain.family_names import Names, family_key, names_of, split


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("jan proef", ("jan", "", "proef")),
        ("jan willem proef", ("jan willem", "", "proef")),
        ("jan de proef", ("jan", "de", "proef")),
        ("jan van den proef", ("jan", "van den", "proef")),
        ("jan van 't proef", ("jan", "van 't", "proef")),
        ("jan in 't proef", ("jan", "in 't", "proef")),
        ("jan op de proef", ("jan", "op de", "proef")),
        ("jan d'proef", ("jan", "d'", "proef")),
        ("jan de proef van mock", ("jan", "de", "proef van mock")),
        ("jan mock-de proef", ("jan", "", "mock-de proef")),
        ("de proef", ("", "de", "proef")),
        ("proef", ("", "", "proef")),
        ("proef, jan", ("jan", "", "proef")),
        ("de proef, jan", ("jan", "de", "proef")),
        ("proef, jan van der", ("jan", "van der", "proef")),
        ("proef,", ("", "", "proef")),
        ("van de", ("", "", "van de")),
        ("", ("", "", "")),
    ],
)
def test_a_name_falls_into_first_name_prefix_and_family_name(name: str, parts: tuple[str, str, str]) -> None:
    assert split(name) == parts


NAMES = ["Zoë Aap", "Jan de Vries", "An De Vries", "Bo Devos", "Cas van Aap", "Vries, Els", "Émile d’Aap"]


def test_the_dutch_find_de_vries_under_v() -> None:
    assert sorted(NAMES, key=lambda name: family_key(name, Names.DUTCH)) == [
        "Zoë Aap", "Émile d’Aap", "Cas van Aap", "Bo Devos", "Vries, Els", "An De Vries", "Jan de Vries",
    ]  # fmt: skip


def test_the_flemish_find_de_vries_under_d() -> None:
    assert sorted(NAMES, key=lambda name: family_key(name, Names.FLEMISH)) == [
        "Zoë Aap", "Émile d’Aap", "An De Vries", "Jan de Vries", "Bo Devos", "Cas van Aap", "Vries, Els",
    ]  # fmt: skip


def test_the_flemish_find_t_hooft_under_t() -> None:
    names = ["Dirk 't Hooft", "Anna de Vries", "Bo d'Hondt", "Cas Nepstra", "Eva Voorbeeld"]
    assert sorted(names, key=lambda name: family_key(name, Names.FLEMISH)) == [
        "Bo d'Hondt", "Anna de Vries", "Cas Nepstra", "Dirk 't Hooft", "Eva Voorbeeld",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("setting", "zone", "way"),
    [
        ("auto", "Europe/Brussels", Names.FLEMISH),
        ("auto", "Europe/Amsterdam", Names.DUTCH),
        ("auto", "UTC", Names.DUTCH),
        ("nl", "Europe/Brussels", Names.DUTCH),
        ("be", "Europe/Amsterdam", Names.FLEMISH),
    ],
)
def test_the_time_zone_says_which_way_unless_a_setting_does(setting: str, zone: str, way: Names) -> None:
    assert names_of(setting, zone) is way
