"""What looks like somebody or something that is on the list already. Nothing is refused for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, Protocol

from netwerk_cli.domain.matching import Named, folded, one_off
from netwerk_cli.domain.near_addresses import NearAddresses
from netwerk_cli.domain.people import same_address
from netwerk_cli.wording import Wording

_LONG = 5
"""How long a text has to be for one that is a letter off to be a slip: shorter ones are often somebody else's."""
_DIGITS, _SIGNS, _PARTS = r"\d", r"[\W_]+", r"[._+-]"


class Listed(Named, Protocol):
    """Somebody on a list, and of which organisation."""

    @property
    def organisation(self) -> str | None: ...  # noqa: D102


class Likeness(NamedTuple):
    """Something that may not be meant, or that was written as the list has it."""

    code: str
    text: Wording


def slip(one: str, other: str) -> bool:
    """Whether two addresses differ as by a slip of the fingers: one letter, and no number or initial."""
    if abs(len(one) - len(other)) > 1:  # so do most
        return False
    (name, _, domain), (other_name, _, other_domain) = one.rpartition("@"), other.rpartition("@")
    if name == other_name:
        return one_off(domain, other_domain)
    return domain == other_domain and _slipped(name, other_name) and not _initials(name, other_name)


def _slipped(one: str, other: str) -> bool:
    if max(len(one), len(other)) < _LONG or not one_off(one, other):
        return False
    return re.sub(_DIGITS, "", one) != re.sub(_DIGITS, "", other)


def _initials(one: str, other: str) -> bool:
    """Whether two addresses differ in a letter that stands alone: `j.proef` and `p.proef`."""
    parts, others = re.split(_PARTS, one), re.split(_PARTS, other)
    pairs = zip(parts, others, strict=False)
    return len(parts) == len(others) and any(a != b and len(a) == len(b) == 1 for a, b in pairs)


class Familiar:
    """The people on one list by what they look like, kept as more are put in; with them the audiences it is for.

    Where `many` are to be compared they are indexed first; a single one is compared with each.
    """

    def __init__(
        self, people: Iterable[Listed], audiences: Iterable[str] = (), *, many: bool = False
    ) -> None:
        self._audiences = {folded(text): text for text in audiences}
        self._people: list[Listed] = []
        self._names: defaultdict[str, list[Listed]] = defaultdict(list)
        self._addresses = NearAddresses[Listed]()
        self._many = many
        for one in people:
            self.put(one)

    def put(self, one: Listed) -> None:
        """Take in somebody who is on the list; who left it looks like nobody."""
        if not one.active:
            return
        self._people.append(one)
        if one.organisation and "_organisations" in self.__dict__:
            self._organisations.setdefault(folded(one.organisation), one.organisation)
        if self._many:
            self._names[folded(one.name)].append(one)
            self._addresses.put(same_address(one.email), one)

    @cached_property
    def _organisations(self) -> dict[str, str]:
        """The organisations by how they are folded, each as it was first written."""
        written = dict.fromkeys(one.organisation for one in self._people if one.organisation)
        return {folded(text): text for text in reversed(written)}

    # ------------------------------------------------------------ one spelling
    def audience(self, text: str) -> str:
        """Return an audience as the event writes it; as typed where it has none like it."""
        return self._audiences.get(folded(text), text)

    def organisation(self, text: str) -> str:
        """Return an organisation as it was first written on the list; as typed where none is like it."""
        return self._organisations.get(folded(text), text)

    def adopted(self, typed: Mapping[str, object]) -> dict[str, object]:
        """Return particulars with organisation and audience as they are written here."""
        ways = {"organisation": self.organisation, "audience": self.audience}
        return {name: ways[name](str(v)) if v and name in ways else v for name, v in typed.items()}

    # -------------------------------------------------------------- likenesses
    def namesakes(self, name: str, email: str) -> list[Listed]:
        """Return who has the same name under another address."""
        address, key = same_address(email), folded(name)
        people = self._names.get(key, ()) if self._many else self._people
        return [one for one in people if folded(one.name) == key and same_address(one.email) != address]

    def near(self, name: str, email: str) -> list[Listed]:
        """Return whose address is a slip away, under another name."""
        address, own = same_address(email), folded(name)
        people: Iterable[Listed] = self._people
        if self._many:
            people = {one.code: one for one in self._addresses.beside(address)}.values()
        return [o for o in people if slip(same_address(o.email), address) and folded(o.name) != own]

    def person(self, name: str, email: str) -> Iterator[Likeness]:
        """Yield whom somebody looks like."""
        for one in self.namesakes(name, email):
            same = "Careful: this looks like {person}: the same name, another address."
            yield Likeness("name_twice", Wording(same, person=one.code))
        for one in self.near(name, email):
            near = "Careful: this looks like {person}: an address one letter off."
            yield Likeness("address_near", Wording(near, person=one.code))

    def terms(self, typed: Mapping[str, object]) -> Iterator[Likeness]:
        """Yield what is odd about an organisation or an audience as typed, or was written otherwise."""
        if organisation := typed.get("organisation"):
            yield from self._organisation(str(organisation))
        if (audience := typed.get("audience")) and self._audiences:
            yield from self._audience(str(audience))

    def _organisation(self, typed: str) -> Iterator[Likeness]:
        written = self.organisation(typed)
        if written != typed:
            text = Wording("The organisation is written as on the list: '{text}'.", text=written)
            yield Likeness("organisation_written", text)
        if folded(typed) in self._organisations:
            return
        near = next((text for key, text in self._organisations.items() if _alike(key, folded(typed))), None)
        if near is not None:
            text = Wording("Careful: the organisation looks like '{text}', which is on the list.", text=near)
            yield Likeness("organisation_near", text)

    def _audience(self, typed: str) -> Iterator[Likeness]:
        written = self.audience(typed)
        if folded(typed) not in self._audiences:
            known = ", ".join(self._audiences.values())
            text = Wording(
                "Careful: '{text}' is no audience of this event, which has: {known}.", text=typed, known=known
            )
            yield Likeness("audience_unknown", text)
        elif written != typed:
            text = Wording("The audience is written as the event has it: '{text}'.", text=written)
            yield Likeness("audience_written", text)


def _alike(one: str, other: str) -> bool:
    return re.sub(_SIGNS, "", one) == re.sub(_SIGNS, "", other) or _slipped(one, other)
