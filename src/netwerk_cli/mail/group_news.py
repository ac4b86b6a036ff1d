"""What a member of a group is told: materials that are new, and questions that were answered."""

from __future__ import annotations

from collections.abc import Iterator

from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.domain.news import News
from netwerk_cli.domain.senders import Sender
from netwerk_cli.domain.told import MessageKind
from netwerk_cli.mail.letters import Facts
from netwerk_cli.mail.wording import TEXTS, Texts


def news_facts(group: Group, news: News, sender: Sender | None, language: str) -> Facts:
    """Return what one member is to hear, in one of `wording.TEXTS`; `event` and `slug` are those of the group."""
    texts, kind = TEXTS[language], str(MessageKind.MATERIAL)
    member, told = news.membership, {"title": group.title}
    return Facts(
        name=member.name,
        email=member.email,
        event=group.title,
        slug=group.slug,
        kind=kind,
        status=str(member.status),
        position=None,
        sessions=[],
        gone=[],
        organiser=(sender.name if sender else None) or ", ".join(group.organisers),
        subject=texts.subjects[kind].format(**told),
        body="\n\n".join([texts.leads[kind].format(**told), *_blocks(news.materials, texts)]),
    )


def _blocks(materials: tuple[Material, ...], texts: Texts) -> Iterator[str]:
    """Yield the materials as a list, then each question with its answer."""
    new = [one for one in materials if one.kind is not MaterialKind.QUESTION]
    if new:
        yield "\n".join(f"- {_named(one, texts)}" for one in new)
    for one in materials:
        if one.answer is not None:
            yield texts.answered.format(question=one.title, answer=one.answer)


def _named(one: Material, texts: Texts) -> str:
    named = texts.materials[str(one.kind)].format(title=one.title)
    return f"{named}, {one.url}" if one.url else named
