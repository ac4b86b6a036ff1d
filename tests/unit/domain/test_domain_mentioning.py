"""Where a text mentions somebody, and where it does not."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.domain.mentioning import Mentions, terms_of, walked

DINA = Mentions(terms_of(["Zoë van den Nep"], ["zoe.nep@example.org"]))


@pytest.mark.parametrize(
    "text",
    [
        "zoe.nep@example.org",
        "<ZOE.NEP@EXAMPLE.ORG>,",
        "mailto:zoe.nep@example.org.",
        "Zoë van den Nep",
        "ZOË VAN DEN NEP",
        pytest.param(unicodedata.normalize("NFD", "Zoë van den Nep"), id="decomposed"),
        pytest.param("Zoë\u00a0van den\r\n Nep", id="other blanks"),
        pytest.param("Nep; Zoë van den", id="the other way round"),
        pytest.param("Nep, Zoë van den", id="with a comma"),
        pytest.param("Ｚｏë van den Nep", id="wide letters"),
    ],
)
def test_somebody_is_found_however_they_are_written(text: str) -> None:
    assert DINA.within(f"komt {text} ook?")


@pytest.mark.parametrize(
    "text",
    [
        "azoe.nep@example.org",
        "x.zoe.nep@example.org",
        "zoe.nep@example.org.be",
        "zoe.nep@example.orgs",
        "Zoë van den Nepper",
        "Zoë en van den Nep",
    ],
)
def test_somebody_else_is_not_taken_for_them(text: str) -> None:
    assert not DINA.within(text)


def test_a_mention_is_struck_and_the_rest_stays() -> None:
    said = "Met ZOË VAN DEN NEP (zoe.nep@example.org) en Zoë Proef."
    assert DINA.struck(said) == "Met … (…) en Zoë Proef."


def test_a_text_without_a_mention_stays_as_it_is() -> None:
    said = unicodedata.normalize("NFD", "Zoë Proef")
    assert DINA.struck(said) == said


def test_letters_that_fold_to_several_are_struck_whole() -> None:
    assert Mentions(terms_of(["Jan Strauß"], [])).struck("aß Jan STRAUSS ßb") == "aß … ßb"


def test_texts_are_changed_wherever_they_stand_in_a_value() -> None:
    value = {"a": ["Zoë van den Nep", 1, None], "zoe.nep@example.org": {"b": "ja"}}
    assert walked(value, DINA.struck) == {"a": ["…", 1, None], "…": {"b": "ja"}}


def test_nothing_to_look_for_is_nowhere() -> None:
    assert not Mentions(()).within("Zoë")


NAMES = st.sampled_from(
    [
        "Zoë van den Nep",
        "Jan Strauß",
        "Åsa Ḱ",
        "d'Hondt",
        'Jo "Bo" Nep',
        "★",
        "Ana\u0303",
        "Ǆ Vos",
        "İpek Proef",
        "한국 nep",
    ]
)
SIGNS = st.sampled_from([*'"\\/\n\t\x0b\x7f\u0303\u0338 -,;@.', "\u00a0", "\u2028", "n", "t", "ﬁ", "\u1161"])
OTHER = st.lists(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=3).map("".join)
WRITTEN = st.sampled_from(
    [str, str.upper, str.lower, lambda t: unicodedata.normalize("NFD", t), lambda t: t.replace(" ", "\n")]
)


@given(
    name=NAMES,
    written=WRITTEN,
    before=OTHER,
    after=OTHER,
    email=st.sampled_from(["zoë@nep.example", '"z\\"@nep.example']),
)
def test_no_mention_is_missed_in_what_was_not_read_yet(
    name: str, written: Callable[[str], str], before: str, after: str, email: str
) -> None:
    for text in (written(name), written(email)):
        mentions = Mentions(terms_of([name], [email]))
        said = f"{before}{text}{after}"
        stored = json.dumps({"1": {"note": said}}, ensure_ascii=False)
        letters = not any(one in stored for one in ("\\u", "\\/"))
        assert not letters or not mentions.within(said) or mentions.may_be_in(stored)
