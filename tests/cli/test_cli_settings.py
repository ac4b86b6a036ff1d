"""Settings from the environment and the config file: an empty one is not there, a wrong one is named as what it is."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk

DUTCH = "Er is geen"


@pytest.fixture
def config(netwerk: Netwerk, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    monkeypatch.setenv("NETWERK_CONFIG", str(netwerk.folder / "c.toml"))
    monkeypatch.setenv("NETWERK_LANG", "")
    return netwerk


def write(netwerk: Netwerk, text: str) -> None:
    (netwerk.folder / "c.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("text", ['\ufefflang = "nl"\n', 'lang = "nl_BE.UTF-8"\n'])
def test_a_byte_order_mark_or_a_locale_stops_no_command(config: Netwerk, text: str) -> None:
    write(config, text)
    assert DUTCH in config("event", "show", "weg").err


def test_a_locale_in_the_environment_is_a_language(config: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERK_LANG", "nl_BE.UTF-8")
    assert DUTCH in config("event", "show", "weg").err


def test_a_wrong_setting_is_not_called_an_option(config: Netwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    write(config, 'lang = "fr"\n')
    assert config("event", "list").err.startswith("Error: lang: ")
    monkeypatch.setenv("NETWERK_LANG", "fr")
    assert config("event", "list").err.startswith("Error: NETWERK_LANG: ")
    assert config("event", "list", "--lang", "fr").err.startswith("Error: --lang: ")


def test_an_empty_data_file_is_as_if_it_were_not_given(kickoff: Netwerk) -> None:
    assert kickoff("event", "list", "--db", "").out == kickoff("event", "list").out != ""


@pytest.mark.parametrize("value", ["--json", "--debug", "--lang=nl"])
def test_the_value_of_an_option_is_not_taken_for_an_option(kickoff: Netwerk, value: str) -> None:
    for words in (("event", "edit", "weg", "--location", value), ("event", "edit", "--location", value)):
        ended = kickoff(*words)
        assert ended.code != 0
        assert ended.err.startswith("Error: ")


def test_an_error_of_the_parser_is_json_where_that_is_asked_for(kickoff: Netwerk) -> None:
    assert kickoff("event", "list", "--unknown", "--json").err.startswith('{"error"')
    assert kickoff("event", "edit", "--location", "x", "--json").err.startswith('{"error"')
