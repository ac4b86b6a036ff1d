"""Members of groups who are to hear of something new: who, recording that they did, and messages to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli.domain import memberships, news
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.news import News
from netwerk_cli.domain.senders import Sender, sender_of
from netwerk_cli.domain.told import How, Message, MessageKind
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.mail import Wanted
from netwerk_cli.services.values import choice
from netwerk_cli.store import View

if TYPE_CHECKING:
    from netwerk_cli import mail as messages
    from netwerk_cli.services.letters import Office


class Written(NamedTuple):
    """One message as a file; `sender` None says that it is a draft which somebody else has to address."""

    group: Group
    news: News
    sender: Sender | None
    letter: messages.Letter
    file: str
    data: bytes


class ToldResult(NamedTuple):
    """Whom an organiser told about a group."""

    group: Group
    told: list[News]


def of_a_group(caller: Caller, slug: str | None) -> bool:
    """Whether a name is that of a group."""
    return slug is not None and slug in caller.read().group_slugs()


def due(caller: Caller, wanted: Wanted) -> list[tuple[Group, News]]:
    """Return which members are to hear what, group by group; of an event, nobody.

    Raises:
        MemberNotFound, AmbiguousMember: a person of the group that was named. BadValue: there is no such kind.
    """
    view = caller.read()
    if wanted.slug is None:
        groups = view.groups() if not wanted.persons else []
    else:
        groups = [view.group(wanted.slug)] if wanted.slug in view.group_slugs() else []
    return [(group, one) for group in groups for one in _of(group, view, wanted)]


def _of(group: Group, view: View, wanted: Wanted) -> list[News]:
    people = view.memberships(group.slug)
    found = news.due(group, people)
    if (
        wanted.kind is not None
        and choice(wanted.kind, MessageKind, field="--kind") is not MessageKind.MATERIAL
    ):
        return []
    if not wanted.persons:
        return found
    numbers = {memberships.find(people, person, group=group.slug).number for person in wanted.persons}
    return [one for one in found if one.membership.number in numbers]


def told(caller: Caller, wanted: Wanted) -> ToldResult:
    """Record that members know now what there is; who knows it already is left as they are. Raises as `due`."""
    with caller.change() as transaction:
        group = transaction.group(str(wanted.slug))
        found = _of(group, transaction, wanted)
        if found:
            transaction.keep_group(group, [*news.tell(group, found, caller.act(group), How.HAND)])
    return ToldResult(group, found)


def listing(caller: Caller, slug: str | None = None) -> list[tuple[Group, Membership, Message]]:
    """Return every message to members, of one group or of all; of an event, none."""
    view = caller.read()
    slugs = [one for one in view.group_slugs() if slug in (None, one)]
    return [
        (view.group(one), m, message)
        for one in slugs
        for m in view.memberships(one).values()
        for message in m.messages
    ]


def written(caller: Caller, wanted: Wanted, office: Office) -> list[Written]:
    """Return a message for each who is to hear of something new. Nothing is recorded.

    Raises:
        BadTemplate: a template cannot be used; the rest as `due`.
    """
    from netwerk_cli import mail as messages

    found = due(caller, wanted)
    store_id, templates = caller.read().store_id, messages.Templates(office.templates)
    done = []
    for group, one in found:
        m, sender, language = one.membership, sender_of(group, office.sender), office.language(group)
        letter = templates.letter(messages.news_facts(group, one, sender, language), language)
        ids = [f"{group.slug}.{m.code}.{n}@{store_id}" for n in range(1, len(m.messages) + 2)]
        envelope = messages.Envelope(
            email=m.email,
            name=m.name,
            sender=sender,
            at=caller.act(group).at,
            id=ids[-1],
            first=ids[0],
            language=language,
        )
        file = f"{group.slug}.{m.code}.eml"
        done.append(Written(group, one, sender, letter, file, messages.enclosed(envelope, letter, [])))
    return done
