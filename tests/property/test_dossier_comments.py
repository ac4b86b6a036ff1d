"""Whatever order the tables stand in and wherever comments lie: no comment is lost, and none changes its table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.exchange.dossiers import parse
from netwerk_cli.exchange.dossiers.rewriting import rewritten
from netwerk_cli.services.describing import described

KINDS = ("session", "question", "material", "milestone")
ACT = Act(at=datetime(2024, 1, 10, tzinfo=UTC), by="ans")
BODIES = {
    "session": "to-be-announced = true",
    "question": 'text = "Vraag {n}"',
    "material": 'title = "Stuk {n}"',
    "milestone": 'title = "Taak {n}"',
}


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a dossier with tables of four kinds in any order, each with a comment of its own and blanks around."""
    lines = ["# over het dossier", "[event] # kop", 'slug = "ev"', "# bij de kop", ""]
    for number, kind in enumerate(draw(st.lists(st.sampled_from(KINDS), max_size=7))):
        lines += [""] * draw(st.integers(0, 2))
        if draw(st.booleans()):
            lines += ["", f"# los {number}", ""]
        lines += [f"# boven {number}", f"[[{kind}]] # naast {number}", f'id = "p{number}" # id {number}']
        lines += [f"# midden {number}"] * draw(st.integers(0, 1))
        lines += [BODIES[kind].format(n=number)] + ["# onder", ""] * draw(st.integers(0, 1))
    end = draw(st.sampled_from(("\n", "\r\n")))
    return end.join(lines) + draw(st.sampled_from(("", end)))


def read(text: str) -> Event:
    dossier, faults = parse("x.toml", text.encode())
    assert dossier is not None
    found = described(dossier, None, ACT)
    assert (faults, found.faults) == ([], [])
    assert isinstance(found.record, Event)
    return found.record


def comments(text: str, *, without: str = "") -> list[str]:
    """Return every comment in its order, without those of one table and the state."""
    found = [line[line.index("#") :].strip() for line in text.splitlines() if "#" in line]
    own = {f"# {word} {without}" for word in ("boven", "naast", "id", "midden")}
    return [one for one in found if one not in own and not one.startswith("# netwerk") and one != "# onder"]


@given(files(), st.sampled_from(("", "\ufeff")))
def test_what_says_it_already_keeps_every_byte(text: str, mark: str) -> None:
    record, data = read(text), (mark + text).encode()
    assert rewritten(data, record, record) == data


@given(files(), st.data())
def test_a_table_that_goes_takes_only_its_own_comments(text: str, data: st.DataObject) -> None:
    record = read(text)
    parts = [(kind, part.id) for kind in KINDS for part in getattr(record, f"{kind}s")]
    if not parts:
        return
    kind, gone = data.draw(st.sampled_from(parts))
    left = tuple(part for part in getattr(record, f"{kind}s") if part.id != gone)
    after = replace(record, **{f"{kind}s": left})  # type: ignore[arg-type]
    found = rewritten(text.encode(), record, after).decode()
    assert read(found) == after
    assert comments(found) == comments(text, without=gone.removeprefix("p"))


@given(files(), st.sampled_from(("Brussel", None)))
def test_what_is_new_leaves_every_comment_where_it_was(text: str, location: str | None) -> None:
    record = read(text)
    new = Material(id="nieuw", title="Nieuw", kind=MaterialKind.DOCUMENT)
    after = replace(record, materials=(*record.materials, new), location=location)
    found = rewritten(text.encode(), record, after).decode()
    assert read(found) == after
    assert comments(found) == comments(text)
    if "\r\n" in text:
        assert found.count("\n") == found.count("\r\n")


@given(files())
def test_another_order_takes_the_comments_along(text: str) -> None:
    record = read(text)
    turned = replace(record, materials=record.materials[::-1])
    found = rewritten(text.encode(), record, turned).decode()
    assert read(found) == turned
    lines = found.splitlines()
    for part in record.materials:
        number = part.id.removeprefix("p")
        at = lines.index(f"[[material]] # naast {number}")
        assert lines[at - 1 : at + 2 : 2] == [f"# boven {number}", f'id = "{part.id}" # id {number}']
