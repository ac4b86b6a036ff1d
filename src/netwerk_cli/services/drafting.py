"""Announcements: what one says, as a dossier to look at and apply; nothing is changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from netwerk_cli import announce
from netwerk_cli.announce import Announcement, Found, Kind, Session, Warning, quote
from netwerk_cli.domain.events import WhenFull
from netwerk_cli.domain.groups import Access
from netwerk_cli.domain.moments import Moment
from netwerk_cli.exchange import documents
from netwerk_cli.exchange.dossiers.drafting import Proposal, Proposed, written
from netwerk_cli.wording import Wording

Say = Callable[[Wording], str]
"""Words a sentence in the reader's language."""

LANGUAGE = "nl"
_LONGEST_SLUG = 60
_SMALL = frozenset({
    "de", "het", "een", "en", "van", "voor", "op", "in", "met", "over", "om", "te", "aan", "bij", "naar",
    "uit", "der", "den", "tot", "of",
})  # fmt: skip


class Draft(NamedTuple):
    """What was read: the facts, what the text is called, and whether all of it was read."""

    facts: Announcement
    source: str
    whole: bool = True
    readable: bool = True


def read(data: bytes, source: str, *, published: date | None = None) -> Draft:
    """Return what a document announces; `published` is when it came out, where somebody says so.

    Raises:
        BadFile, ExtraMissing: as `documents.read` does.
    """
    document = documents.read(data, source=source)
    if document is None:
        return Draft(announce.read(""), source, readable=False)
    facts = announce.read(document.text, published_on=published or document.sent_on)
    return Draft(facts, source, whole=len(document.text) <= announce.LONGEST)


# --------------------------------------------------------------------- dossier
def dossier(draft: Draft, say: Say) -> bytes:
    """Return the dossier that is proposed; for a text without an announcement one that holds nothing."""
    facts = draft.facts
    if facts.empty:
        return written([say(nothing(draft))], [])
    tables = [_group(facts, say) if _is_group(facts) else _event(facts, say)]
    if len(facts.sessions) > 1 and not _is_group(facts):
        tables += [_session(facts, number, one, say) for number, one in enumerate(facts.sessions, 1)]
    tables += _materials(facts, say)
    return written([say(one) for one in _above(draft)], tables)


def nothing(draft: Draft) -> Wording:
    """Return why nothing is proposed."""
    if not draft.readable:
        return Wording("{source} is no text that can be read; nothing is proposed.", source=draft.source)
    return Wording("{source} has no announcement in Dutch; nothing is proposed.", source=draft.source)


def _above(draft: Draft) -> Iterator[Wording]:
    yield Wording("Proposed from {source}: look at it, then 'netwerk apply' it.", source=draft.source)
    if draft.facts.kind is Kind.DOCUMENT:
        yield Wording(
            "The text is a document, not a meeting: here it is material of a group of its own. Copy the [[material]] "
            "to the dossier of the event or group that it belongs to."
        )
    for warning in draft.facts.warnings:
        yield CAUTIONS[warning]
    for one in draft.facts.notes:
        said = quote(draft.facts.text, one.start, one.end)
        if said is not None:
            yield Wording("Check, line {line}: {words}", **said._asdict())


CAUTIONS = {
    Warning.WEEKDAY_MISMATCH: Wording("Check: the text names a weekday that is not that of the date."),
    Warning.YEAR_MISSING: Wording("Check: the text does not state the year of a date."),
    Warning.END_MISSING: Wording("Check: the text does not state when it ends."),
    Warning.TIME_MISSING: Wording("Check: the text states a day without a time."),
    Warning.DATE_MISSING: Wording("Check: the text states no date."),
}
"""What to look at, for each warning."""


def _is_group(facts: Announcement) -> bool:
    return facts.kind in (Kind.GROUP, Kind.DOCUMENT)


def _event(facts: Announcement, say: Say) -> Proposed:
    keys = [*_named(facts, say)]
    if len(facts.sessions) == 1:
        keys += _times(facts, facts.sessions[0], say)
    keys += _of(facts, "location", facts.location, say)
    keys += _of(facts, "capacity", facts.capacity, say)
    if facts.closes is not None and isinstance(facts.closes.value, datetime):
        keys += _of(
            facts, "closes", Found(facts.closes.value.replace(tzinfo=None), *_span(facts.closes)), say
        )
    if facts.closes_when_full is not None:
        keys += _of(facts, "when-full", Found(str(WhenFull.CLOSE), *_span(facts.closes_when_full)), say)
    keys += _lists(facts, say)
    keys += _of(facts, "cost", facts.cost, say)
    absent = _absent(keys, several=len(facts.sessions) > 1)
    below = [say(Wording("Not in the text: {keys}.", keys=", ".join(absent)))] if absent else []
    if facts.online is not None and facts.online.value:
        below.append(say(Wording('One can take part online: add the link with online = "https://…".')))
    return Proposed("[event]", keys, below=tuple(below))


def _group(facts: Announcement, say: Say) -> Proposed:
    keys = [*_named(facts, say)]
    policy = facts.access
    if facts.kind is Kind.DOCUMENT:
        policy = Found(Access.CLOSED, 0, 0)
    if policy is not None:
        keys += _of(facts, "access", Found(str(policy.value), *_span(policy)), say)
    keys += _lists(facts, say)
    below = []
    for session in facts.sessions:
        if (said := quote(facts.text, *session.at)) is not None:
            below.append(
                say(
                    Wording(
                        "A meeting of the group is an event of its own; line {line}: {words}",
                        **said._asdict(),
                    )
                )
            )
    if policy is None:
        below.append(say(Wording("The text does not state how one joins: access is semi-open.")))
    return Proposed("[group]", keys, below=tuple(below))


def _session(facts: Announcement, number: int, session: Session, say: Say) -> Proposed:
    keys = [Proposal("id", f"sessie-{number}")]
    if session.title:
        keys.append(Proposal("title", session.title))
    return Proposed("[[session]]", [*keys, *_times(facts, session, say)])


def _materials(facts: Announcement, say: Say) -> list[Proposed]:
    tables = []
    for one in facts.materials:
        keys = [Proposal("title", one.value.title, _remarks(facts, one, say))]
        keys.append(Proposal("kind", str(one.value.kind)))
        if one.value.url:
            keys.append(Proposal("url", one.value.url))
        if facts.kind is Kind.DOCUMENT and facts.published is not None and one.value.url is None:
            keys.append(Proposal("on", facts.published.value, _remarks(facts, facts.published, say)))
        tables.append(Proposed("[[material]]", keys))
    return tables


# ------------------------------------------------------------------------ keys
def _named(facts: Announcement, say: Say) -> Iterator[Proposal]:
    title = facts.title
    yield Proposal("slug", slug_of(facts))
    if title is not None:
        yield Proposal("title", title.value, _remarks(facts, title, say), title.sure)
    yield Proposal("language", LANGUAGE)
    unsure = say(Wording("Check: the text does not show whether it is from the Netherlands or Flanders."))
    yield Proposal("timezone", facts.timezone.value, () if facts.timezone.sure else (unsure,))


def _times(facts: Announcement, session: Session, say: Say) -> Iterator[Proposal]:
    remarks = list(_quoted(facts, *session.at, say))
    if session.weekday_differs:
        remarks.append(say(CAUTIONS[Warning.WEEKDAY_MISMATCH]))
    if session.year_inferred:
        remarks.append(say(CAUTIONS[Warning.YEAR_MISSING]))
    yield Proposal("starts", _local(session.start), tuple(remarks))
    if session.end is not None:
        yield Proposal("ends", _local(session.end))


def _lists(facts: Announcement, say: Say) -> Iterator[Proposal]:
    for key, found in (("audiences", facts.audiences), ("organisers", facts.organisers)):
        if found:
            start, end = min(one.start for one in found), max(one.end for one in found)
            yield Proposal(
                key, [*dict.fromkeys(one.value for one in found)], tuple(_quoted(facts, start, end, say))
            )


def _of(facts: Announcement, key: str, found: Found[Any] | None, say: Say) -> Iterator[Proposal]:
    if found is not None:
        yield Proposal(key, found.value, _remarks(facts, found, say), found.sure)


def _span(found: Found[Any]) -> tuple[int, int, bool]:
    return found.start, found.end, found.sure


def _remarks(facts: Announcement, found: Found[Any], say: Say) -> tuple[str, ...]:
    unsure = () if found.sure else (say(Wording("Unsure; take the # away if it is right.")),)
    return (*unsure, *_quoted(facts, found.start, found.end, say))


def _quoted(facts: Announcement, start: int, end: int, say: Say) -> Iterator[str]:
    said = quote(facts.text, start, end)
    if said is not None:
        yield say(Wording("line {line}: {words}", **said._asdict()))


_WANTED = ("starts", "ends", "location", "capacity", "closes", "audiences", "organisers", "cost")


def _absent(keys: Sequence[Proposal], *, several: bool) -> list[str]:
    """Return what an event usually says and this one does not; of several sessions each has its own times."""
    given = {one.key for one in keys} | ({"starts", "ends"} if several else set())
    return [key for key in _WANTED if key not in given]


def _local(moment: Moment) -> Moment:
    """Return a moment as the clocks where it is show it, which is how a dossier has it."""
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment


def slug_of(facts: Announcement) -> str:
    """Return a name for what is announced: the words of its title, and the year in which it begins."""
    plain = unicodedata.normalize("NFKD", facts.title.value if facts.title else "")
    folded = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = [word for word in re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", folded)) if word not in _SMALL]
    slug = ""
    for word in words:
        if len(slug) + 1 + len(word) > _LONGEST_SLUG - 5:
            break
        slug = f"{slug}-{word}".strip("-")
    year = str(facts.sessions[0].start.year) if facts.sessions and not _is_group(facts) else ""
    slug = slug or "aankondiging"
    return slug if not year or year in slug.split("-") else f"{slug}-{year}"
