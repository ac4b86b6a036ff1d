"""The page and the pictures of a report stay the same bytes, and are read back as the XML and HTML they have to be."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from netwerk_cli.cli.language import say
from netwerk_cli.domain.questions import Question, QuestionKind
from netwerk_cli.domain.reports import Report, report
from netwerk_cli.exchange.listed import Spoken
from netwerk_cli.exchange.reports import page
from netwerk_cli.exchange.reports.speaking import Speaker
from tests.builders import CLOSES_AT, NOW, Desk, an_event, hours

FILES = Path(__file__).parent / "files" / "reports"
HARD = 'Kick-off «één» & <b>"twee"</b> ]]> 2024'
DIET = Question(id="dieet", text="Dieet?", kind=QuestionKind.CHOICES, choices=("vegan", "halal & vis"))


def desk(slug: str, count: int, title: str) -> Desk:
    """Return an event of eight seats for which people of three organisations register, some twice a day."""
    found = Desk(an_event(slug=slug, title=title, capacity=8, questions=(DIET,)))
    for number in range(count):
        organisation = "Gemeente <Nep>" if number % 7 == 0 else "CLB" if number % 2 else "Hogeschool"
        answers = {"dieet": "vegan; halal & vis"} if number < 6 else {}
        found.register(f"{slug}x{number}", organisation=organisation, answers=answers)
        found.now += hours(11)
    found.now = NOW + timedelta(days=5)
    found.cancel(2)
    return found


def made() -> Report:
    this, before = desk("dag-2024", 12, HARD), desk("dag-2023", 9, "Dag 2023")
    listed = {"dag-2024": (before.event, before.list)}
    return report([(this.event, this.list)], listed, None, now=CLOSES_AT, least=5)


SPEAKER = Speaker(lambda template, **facts: say(template, "nl", facts), Spoken(language="nl"))


def written(name: str) -> bytes:
    if name.endswith("svg"):
        return page.to_svg(made(), SPEAKER)
    return page.to_html(made(), CLOSES_AT, SPEAKER)


@pytest.mark.parametrize("name", ["report.html", "report.svg"])
def test_the_bytes_stay(name: str) -> None:
    assert written(name) == (FILES / name).read_bytes()


def test_the_picture_is_xml_with_the_title_as_it_is() -> None:
    picture = ElementTree.fromstring(written("report.svg"))  # noqa: S314 (our own)
    title = picture.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == f"Rapport: {HARD}"


def test_the_page_has_its_tags_in_pairs_and_asks_for_nothing() -> None:
    reader = Reader()
    reader.feed(written("report.html").decode())
    assert reader.open == []
    assert reader.asked == []
    assert HARD in "".join(reader.said)


class Reader(HTMLParser):
    """Reads which tags are open, what is asked for, and what is said."""

    def __init__(self) -> None:
        super().__init__()
        self.open, self.asked, self.said = list[str](), list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.asked += [name for name, _ in attrs if name in ("href", "src", "xlink:href", "action")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)
