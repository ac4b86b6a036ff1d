"""What it costs: the words of a price, or `free`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.page import Page, Span

FREE = "free"

_AMOUNT = r"(?:(?:€|\beuro?s?)\s?\d[\d.]{0,8}(?:,\d\d|,-)?|\b\d[\d.]{0,8}(?:,\d\d|,-)?\s?(?:€|euro?s?\b))"
_PRICE = re.compile(rf"{_AMOUNT}(?!\s?(?:miljoen|mln|miljard|duizend))", re.IGNORECASE)
_FREE = re.compile(
    r"\b(?:gratis|kosteloos|kosteloze|geen kosten|kost(?:en)? niets|vrije toegang"
    r"|toegang (?:is )?vrij|zonder kosten|vrije inkom"
    r"|geen (?:deelname)?kosten|geen bijdrage)\b",
    re.IGNORECASE,
)  # fmt: skip
_NOT_THE_EVENT = re.compile(
    r"\b(?:gratis|kosteloos|kosteloze?)\s+(?:\w+\s)?(?:parke\w*|koffie|thee|buffet|lunch\w*"
    r"|drankje|hapje|wifi|consumptie|materiaal|download\w*"
    r"|boek\w*|annule\w+|proefabonnement|nieuwsbrief|goodie\w*|broodjes?|soep|maaltijd|exemplaar"
    r"|advies|te (?:downloaden|bestellen|annuleren|parkeren))"
    r"|parke\w+ (?:is )?gratis|gratis parke\w+|(?:annule\w+|wijzig\w+"
    r"|afmeld\w+)\b[^.]{0,60}\b(?:gratis|kosteloos)|(?:gratis|kosteloos)\b[^.]{0,20}\bannule",
    re.IGNORECASE,
)  # fmt: skip
"""What is free without the meeting being so."""

_PAYING = re.compile(
    r"\b(?:kost(?:en|prijs)?|prij(?:s|zen)|bijdrage\w*|deelname\w*|deelnemen|inschrijvingsgeld"
    r"|inschrijfgeld|entree|toegang\w*|betaal\w*|betalen|tarief|tarieven"
    r"|per persoon|p\.?\s?p\.?|leden|niet-leden|inkom|ticket\w*|kaart\w*|cursusgeld|bedraagt"
    r"|vragen we|excl|incl|btw|student\w*)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a sentence that says what one pays."""

_OTHER_MONEY = re.compile(
    r"\b(?:subsidie\w*|budget\w*|begroting|investe\w+|boete|no-?show|annule\w+|opbrengst|winst"
    r"|fonds|prijs van)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\s*(?:geen|niets|nihil)\b", re.IGNORECASE)
_STOP = re.compile(r"\.\s+(?=[A-Z])|\.$|\n")
_NEAR = 140


def cost(page: Page) -> Found[str] | None:
    """Return what taking part costs, in the words of the text."""
    found = next(_labelled(page), None) or next(_said(page), None)
    return found


def _labelled(page: Page) -> Iterator[Found[str]]:
    for labelled in page.announced(Meaning.COST):
        text = page.text[labelled.start : labelled.end]
        if _NOTHING.match(text):
            yield Found(FREE, labelled.start, labelled.end)
        elif _PRICE.search(text) or _FREE.search(text):
            yield _worded(_of_prices(text, labelled.start), labelled=True)


def _of_prices(text: str, start: int) -> Span:
    """Return the lines of a value that state a price, up to the end of the last such sentence."""
    stated = [*_PRICE.finditer(text), *_FREE.finditer(text)]
    last = max(match.end() for match in stated)
    stop = _STOP.search(text, last)
    end = stop.start() if stop else len(text)
    begin = text.rfind("\n", 0, min(match.start() for match in stated)) + 1
    return Span(start + begin, start + end, text[begin:end].strip())


def _said(page: Page) -> Iterator[Found[str]]:
    """Yield sentences that state a price, then those that say that it is free."""
    prices = [one for one in page.sentences if _PRICE.search(one.text) and _PAYING.search(one.text)]
    prices = [one for one in prices if not _OTHER_MONEY.search(one.text)]
    if prices:
        yield _worded(_one_after_another(page, prices))
    for one in page.sentences:
        if _FREE.search(_NOT_THE_EVENT.sub(lambda found: " " * len(found[0]), one.text)):
            yield _worded(one)


def _one_after_another(page: Page, prices: list[Span]) -> Span:
    """Return the first sentence that states a price, with those right behind it that go on with prices."""
    start, end = prices[0].start, prices[0].start + len(prices[0].text)
    for one in prices[1:]:
        between = page.text[end : one.start]
        if between.strip(" .\n") or between.count("\n") > 1 or end - start > _NEAR:
            break
        end = one.start + len(one.text)
    return Span(start, end, page.text[start:end])


def _worded(said: Span, *, labelled: bool = False) -> Found[str]:
    """Return the clause of a price; the whole of a short label, `free` where nothing is asked."""
    prices = list(_PRICE.finditer(said.text))
    if not prices:
        return Found(FREE, said.start, said.start + len(said.text))
    if labelled and len(said.text) <= _NEAR and "\n\n" not in said.text:
        return Found(" ".join(said.text.split()), said.start, said.start + len(said.text))
    begin, end = prices[0].start(), prices[-1].end()
    if free := _FREE.search(said.text):
        begin, end = min(begin, free.start()), max(end, free.end())
        begin = _clause_start(said.text, begin)
    tail = re.match(
        r"(?:\s?(?:p\.?\s?p\.?|per \w+|\(?(?:excl|incl)\w*\.?(?: btw| \w+)?\)?|voor \w+(?: \w+)?)){0,3}",
        said.text[end:],
    )
    end += tail.end() if tail else 0
    return Found(" ".join(said.text[begin:end].split()), said.start + begin, said.start + end)


def _clause_start(text: str, place: int) -> int:
    start = max(text.rfind(sign, 0, place) for sign in (". ", "; ", ": ", "("))
    start = start + 1 if start >= 0 else 0
    return start + len(text[start:]) - len(text[start:].lstrip())
