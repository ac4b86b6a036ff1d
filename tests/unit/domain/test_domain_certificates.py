"""Who is certified to have been there, for how many hours, and whom a code means."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from netwerk_cli.domain import attending, lifecycle
from netwerk_cli.domain.attendance import State
from netwerk_cli.domain.attending import Said
from netwerk_cli.domain.certificates import Certificate, certificate, code, is_of, meant, read
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.net_hours import net_minutes
from netwerk_cli.errors import BadValue
from tests.builders import STARTS_AT, Desk, a_session, act, an_event, hours

KEY = "0123456789abcdef0123456789abcdef"


def day(id: str, number: int, **fields: object) -> Session:
    start = STARTS_AT + timedelta(days=number)
    return a_session(id, **({"starts_at": start, "ends_at": start + hours(3)} | fields))


def desk(**fields: object) -> Desk:
    return Desk(an_event(**fields)).fill("Ans", "Bo")


def present(found: Desk, number: int, session: str = "main", minutes: int | None = None) -> Desk:
    where = next(one for one in found.event.sessions if one.id == session)
    found.keep_one(
        attending.record(found.event, found[number], where, Said(State.PRESENT, minutes), found.act())
    )
    return found


def certified(found: Desk, number: int = 1, only: str | None = None) -> Certificate | None:
    return certificate(found.event, found[number], only)


def said(found: Desk, number: int = 1, only: str | None = None) -> tuple[list[str], int | None, bool]:
    """Return of which sessions somebody has a certificate, for how many minutes, and whether it is of all."""
    one = certified(found, number, only)
    assert one is not None
    return [attended.session.id for attended in one.attended], one.minutes, one.whole


# ------------------------------------------------------------------------ hours
@pytest.mark.parametrize(
    ("event", "session", "minutes"),
    [
        pytest.param({}, {}, 390, id="no breaks"),
        pytest.param({"break_minutes": 60}, {}, 330, id="those of the event"),
        pytest.param({"break_minutes": 60}, {"break_minutes": 45}, 345, id="those of the session"),
        pytest.param({"break_minutes": 60}, {"break_minutes": 0}, 390, id="none in this session"),
        pytest.param({}, {"ends_at": None}, None, id="no end"),
        pytest.param({}, {"starts_at": date(2024, 1, 26), "ends_at": None}, None, id="a day"),
        pytest.param({}, {"starts_at": None, "ends_at": None}, None, id="no date"),
    ],
)
def test_breaks_are_no_hours(
    event: dict[str, object], session: dict[str, object], minutes: int | None
) -> None:
    one = a_session("main", **session)
    assert net_minutes(an_event(sessions=(one,), **event), one) == minutes


def test_a_night_in_which_the_clocks_go_forward_is_an_hour_shorter() -> None:
    start = datetime.fromisoformat("2024-03-30T23:00:00+01:00")
    night = a_session(starts_at=start, ends_at=datetime.fromisoformat("2024-03-31T04:00:00+02:00"))
    assert net_minutes(an_event(sessions=(night,)), night) == 240


@pytest.mark.parametrize("minutes", [390, 391])
def test_breaks_leave_something_of_a_session(minutes: int) -> None:
    with pytest.raises(BadValue, match="the breaks are as long as session 'main'"):
        lifecycle.check(an_event(break_minutes=minutes))
    lifecycle.check(an_event(break_minutes=389))


@pytest.mark.parametrize(("there", "counted"), [(None, 330), (200, 200), (330, 330), (380, 330)])
def test_nobody_gets_more_hours_than_they_were_there(there: int | None, counted: int) -> None:
    assert said(present(desk(break_minutes=60), 1, minutes=there)) == (["main"], counted, True)


# ------------------------------------------------------------------ who and what
def test_who_was_not_there_has_none() -> None:
    found = present(desk(), 1)
    assert [certified(found, number) is not None for number in (1, 2)] == [True, False]


def test_who_was_in_every_session_they_have_a_seat_in_has_all_of_it() -> None:
    found = desk(sessions=(day("een", 0), day("twee", 7)))
    assert said(present(found, 1, "een")) == (["een"], 180, False)
    assert said(present(found, 1, "twee")) == (["een", "twee"], 360, True)
    assert said(found, only="twee") == (["twee"], 180, False)


def test_a_session_that_somebody_did_not_choose_or_that_was_cancelled_lacks_nothing() -> None:
    off = day("drie", 14, cancelled_at=STARTS_AT)
    found = Desk(an_event(sessions=(day("een", 0), day("twee", 7), off)))
    found.register("Ans", sessions=("een",))
    found.register("Bo")
    assert said(present(found, 1, "een")) == (["een"], 180, True)
    assert said(present(present(found, 2, "een"), 2, "twee"), 2) == (["een", "twee"], 360, True)


def test_hours_that_are_not_known_are_not_stated() -> None:
    assert said(present(desk(sessions=(a_session(ends_at=None),)), 1)) == (["main"], None, True)


def test_nothing_is_certified_of_what_was_cancelled() -> None:
    found = present(desk(), 1)
    assert certificate(lifecycle.cancel(found.event, act()), found[1]) is None
    found.cancel(1)
    assert certified(found) is None


# ------------------------------------------------------------------------ codes
def test_each_has_a_code_of_their_own_that_means_them() -> None:
    found = desk()
    codes = [code(KEY, one) for one in found.list.values()]
    assert codes == [code(KEY, one) for one in found.list.values()]
    assert len({*codes}) == 2
    assert [one.split("-")[0] for one in codes] == [codes[0][:4]] * 2
    assert [meant(KEY, found.list, read(one) or "") for one in codes] == [(found[1], None), (found[2], None)]


def test_another_secret_makes_other_codes() -> None:
    found, other = desk(), KEY[::-1]
    signs = read(code(KEY, found[1])) or ""
    assert (is_of(KEY, signs), is_of(other, signs), meant(other, found.list, signs)) == (True, False, None)


@pytest.mark.parametrize("change", [str.lower, lambda one: one.replace("-", " "), lambda one: f" {one}\n"])
def test_a_code_may_be_typed_as_people_type(change: object) -> None:
    one = code(KEY, desk()[1])
    assert read(change(one)) == one.replace("-", "")  # type: ignore[operator]


def test_letters_that_look_like_digits_are_those() -> None:
    assert read("oOiI-lL00-1111-2222") == "0011110011112222"


@pytest.mark.parametrize(
    "typed", ["", "7Q2M", "7Q2M-X0KD-93TB-5FW", "7Q2M-X0KD-93TB-5FWAA", "7Q2M-X0KD-93TB-5FWU", "é" * 16]
)
def test_what_is_no_code_means_nobody(typed: str) -> None:
    assert read(typed) is None


def test_a_code_holds_when_an_address_is_corrected_and_not_when_the_seat_goes_to_somebody_else() -> None:
    found = desk()
    signs = read(code(KEY, found[1])) or ""
    found.edit(1, email="anna@example.org")
    assert meant(KEY, found.list, signs) == (found[1], None)
    found.substitute(1, "Cas")
    assert meant(KEY, found.list, signs) == (found[1], found[1].history[-1])
    found.edit(1, email="casper@example.org")
    assert meant(KEY, found.list, signs) == (found[1], found[1].history[-2])
    assert meant(KEY, found.list, read(code(KEY, found[1])) or "") == (found[1], None)


def test_no_history_tells_the_secret() -> None:
    event: Event = lifecycle.amend(desk().event, act(), what="certificates made", certificate_key=KEY)
    assert (event.history[-1].what, dict(event.history[-1].changes)) == ("certificates made", {})
    assert lifecycle.amend(event, act(), what="certificates made", certificate_key=KEY) is event
