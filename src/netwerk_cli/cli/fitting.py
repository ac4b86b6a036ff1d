"""Which columns of a listing a screen has room for, and how wide they are; nothing else knows about room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

Narrowing = Literal["never", "cut", "fold", "hide"]
"""What is done to values for which a column is too narrow: nothing, as it never is; their end becomes an ellipsis;
they go on below; or an ellipsis stands in their place, because half an address is worse than none."""

GAP = 2
DESIGN = 80
"""From so many columns on, a row is a line: what has no room is left out. On less, it becomes a block."""
MATTERS, IN_BLOCK = 3, 5
"""The highest ranks of what titles are cut for, and of what is in a block."""


class Floor(NamedTuple):
    """How narrow values may become: so many columns for a title, and for addresses room for this share of them."""

    title: int
    addresses: float


_AMPLE, _COMFORT, _LEAST = Floor(45, 0.9), Floor(20, 0.9), Floor(10, 0.5)
"""What is done for the sake of columns that hardly matter, of those in a block, and of those that do matter."""
_SMALL = Floor(20, 1)
"""What is done on a small screen, before rows become blocks."""
_WORDS = Floor(0, 1)


class Size(NamedTuple):
    """A column to find room for: its rank, its heading, how wide its values are, and their longest word."""

    rank: int
    heading: str
    values: Sequence[int]
    word: int = 0
    narrowing: Narrowing = "never"

    def at_best(self) -> int:
        """Return how wide it is with its heading on one line."""
        return max(len(self.heading), *self.values)

    def whole(self) -> int:
        """Return how wide it is with its heading on two lines and its values whole."""
        return max(_folded(self.heading), *self.values)

    def narrowed(self, floor: Floor) -> int:
        """Return how wide it is with its values as narrow as they may become."""
        return max(self._narrowed(floor), _folded(self.heading))

    def _narrowed(self, floor: Floor) -> int:
        widest = max(self.values)
        match self.narrowing:
            case "never":
                return widest
            case "cut":
                return min(widest, floor.title)
            case "fold":
                return max(self.word, min(widest, floor.title))
            case "hide":
                filled = sorted(filter(None, self.values))
                return filled[int(floor.addresses * (len(filled) - 1))]


def _folded(heading: str) -> int:
    """Return how wide a heading is on two lines at most."""
    words = heading.split(" ")
    lines = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words))]
    return min(max(map(len, pair)) for pair in lines)


def fit(sizes: Sequence[Size], room: int) -> dict[int, int] | None:
    """Return how wide each column becomes that there is room for, by its place; None where rows become blocks."""
    for floor in (_COMFORT, _LEAST) if room >= DESIGN else (_SMALL,):
        kept = _kept(sizes, room, floor)
        whole = all(at in kept for at, size in enumerate(sizes) if size.rank <= MATTERS)
        if kept and (whole or floor is _LEAST):
            return _narrowed(kept, floor, room)
    return None


def _kept(sizes: Sequence[Size], room: int, floor: Floor) -> dict[int, Size]:
    """Return the columns there is room for, the first ranks first; nothing where those of rank 1 have none."""
    kept: dict[int, Size] = {at: size for at, size in enumerate(sizes) if size.rank == 1}
    if _across(size.narrowed(floor) for size in kept.values()) > room:
        return {}
    for at in sorted(range(len(sizes)), key=lambda at: sizes[at].rank):
        tried = {**kept, at: sizes[at]}
        rank = sizes[at].rank
        down_to = floor if rank <= MATTERS else _COMFORT if rank <= IN_BLOCK else _AMPLE
        if _across(size.narrowed(down_to) for size in tried.values()) <= room:
            kept = tried
    return dict(sorted(kept.items()))


def has_room(sizes: Sequence[Size], room: int) -> bool:
    """Whether nothing has to be narrowed but headings."""
    return _across(size.whole() for size in sizes) <= room


def fit_all(sizes: Sequence[Size], room: int) -> dict[int, int] | None:
    """Return how wide the columns become when none is left out; None where there is too little room for that."""
    every = dict(enumerate(sizes))
    return _narrowed(every, _WORDS, room) if _across(s.narrowed(_WORDS) for s in sizes) <= room else None


def _narrowed(kept: Mapping[int, Size], floor: Floor, room: int) -> dict[int, int]:
    """Return widths that fit: headings are folded first, then titles cut, then addresses hidden."""
    widths = {at: size.at_best() for at, size in kept.items()}
    whole = {at: size.whole() for at, size in kept.items()}
    titles = {
        at: s.narrowed(_COMFORT) if s.narrowing in ("cut", "fold") else whole[at] for at, s in kept.items()
    }
    least = {at: size.narrowed(floor) for at, size in kept.items()}
    for floors in (whole, titles, least):
        while _across(widths.values()) > room:
            spare = [at for at in widths if widths[at] > floors[at]]
            if not spare:
                break
            widths[max(spare, key=lambda at: widths[at] - floors[at])] -= 1
    return widths


def _across(widths: Iterable[int]) -> int:
    every = list(widths)
    return sum(every) + GAP * (len(every) - 1)
