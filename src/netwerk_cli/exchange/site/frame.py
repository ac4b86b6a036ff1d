"""What all pages share: their head, their look on a screen, in the dark and on paper, and that they ask for nothing."""

from __future__ import annotations

from typing import NamedTuple

from netwerk_cli.exchange.site.markup import Content, Markup, escaped, joined, tag
from netwerk_cli.exchange.site.meetings import Agenda

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may fetch for a page: nothing (Content Security Policy 3); its icon is said to be empty."""
_LONGEST = 70
"""How many characters of a title search engines and tabs show."""

_STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1f;--soft:#55575f;--line:#c9ccd4;--paper:#fff;--card:#f5f6f8;--link:#0b4f8a;
--good:#0f5c2e;--bad:#8c1c13}
@media (prefers-color-scheme:dark){:root{--ink:#ececf0;--soft:#b4b7c0;--line:#4a4d57;--paper:#16171b;--card:#20222a;
--link:#8ec5ff;--good:#7fd6a0;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
body>*{max-width:46rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.25rem}
main{padding-bottom:2rem}
h1{font-size:1.8rem;line-height:1.2;margin:.6em 0 .5em}
h2{font-size:1.25rem;margin:1.8em 0 .6em}
h3{font-size:1.1rem;margin:.1em 0}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
ul.list{list-style:none;margin:0;padding:0}
ul.list>li{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.7rem 1rem;margin:0 0 .8rem}
ul.list p{margin:.1em 0}
.soft{color:var(--soft)}
.mark{font-weight:600}
.open{color:var(--good)}
.waiting,.full,.cancelled{color:var(--bad)}
.off{text-decoration:line-through}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.4rem 1.2rem;margin:1.2rem 0}
dt{font-weight:600}
dd{margin:0}
dd p{margin:0}
footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem}
footer ul{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;list-style:none;margin:0;padding:0}
@media (max-width:30rem){dl{display:block}dd{margin:0 0 .7rem}}
@media print{:root{--ink:#000;--soft:#000;--line:#999;--paper:#fff;--card:#fff;--link:#000;--good:#000;--bad:#000}
@page{margin:15mm}body{font-size:10.5pt}body>*{max-width:none}footer,nav,.skip{display:none}
ul.list>li,dl{break-inside:avoid}h2,h3{break-after:avoid}}
"""


class Page(NamedTuple):
    """One page: its file, its title, a line about it, what stands in it, what is above that, and data for programs."""

    file: str
    title: str
    about: str
    body: Markup
    above: Markup = Markup("")
    linked: Markup | None = None


def page(agenda: Agenda, one: Page) -> bytes:
    """Return a page as UTF-8."""
    texts = agenda.texts
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content="netwerk"),
        tag("meta", name="description", content=one.about) if one.about else None,
        tag("title", _short(one.title, agenda.title)),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="canonical", href=agenda.link(one.file)) if agenda.address else None,
        tag("link", rel="alternate", type="application/atom+xml", href="agenda.atom", title=agenda.title),
        tag("style", Markup(_STYLE)),
        None if one.linked is None else tag("script", one.linked, type="application/ld+json"),
    ]
    body = [
        tag("a", texts.skip, class_="skip", href="#main"),
        tag("header", one.above) if one.above else None,
        tag("main", Markup("\n"), one.body, id="main"),
        tag("footer", Markup("\n"), _ways(agenda)),
    ]
    parts = tag("head", Markup("\n"), *head), tag("body", Markup("\n"), *body)
    whole = tag("html", Markup("\n"), *parts, lang=texts.language)
    return f"<!DOCTYPE html>\n{whole}".encode()


def _short(title: str, site: str) -> str:
    """Return what stands above the page, no longer than that as it is written: with the site, where there is room."""
    whole = title if title == site else f"{title} – {site}"
    if len(escaped(whole)) <= _LONGEST:
        return whole
    size = len(title)
    while len(escaped(title[:size])) > _LONGEST - (size < len(title)):
        size -= 1
    return title[:size] + "…" * (size < len(title))


def _ways(agenda: Agenda) -> Markup:
    """Return how one can follow the agenda."""
    ways: list[Content] = [
        tag("li", tag("a", agenda.texts.subscribe, href="agenda.ics")),
        tag("li", tag("a", agenda.texts.feed, href="agenda.atom")),
    ]
    return tag("ul", joined(ways))
