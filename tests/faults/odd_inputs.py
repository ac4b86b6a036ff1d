"""Inputs that nobody would type, as strategies: command lines, data files, dates, requests, settings and clocks."""

from __future__ import annotations

import json
import os
from datetime import datetime
from functools import cache
from typing import Any

from hypothesis import strategies as st

from netwerk_cli.cli.app import build
from netwerk_cli.cli.registry import NOUNS, TOP, Command
from tests.faults.scenes import at

NOW = at(6)


def typed(text: str) -> str:
    """Return `text` as the system hands it over in an argument or a variable: bytes without NUL."""
    try:
        data = os.fsencode(text)
    except UnicodeEncodeError:  # half a surrogate pair, which no bytes stand for
        data = text.encode("utf-8", "surrogatepass")
    return os.fsdecode(data.replace(b"\0", b""))


def _name(text: str) -> str:
    """Return `text` as an argument can be: without NUL; without `/` and `~`, so that it stays in its folder."""
    return typed(text).replace("/", "").replace("~", "")


WORDS = (
    "kickoff", "talk", "due-0", "nope", "r1", "r12", "r999999999999", "early1@example.org", "EARLY1@EXAMPLE.ORG",
    "new", "0", "1", "-1", "3", "none", "999999999", "99999999999999999999", "1e9", "٣", "", " ", "-", "--", ".",
    "..", "out", "list.csv", "lines.json", "good.json", "netwerk.json", "missing.json", "~nobody-of-that-name",
    "nl", "en", "auto", "never", "csv", "xlsx", "json", "name,email", "status", "-name", "open", "confirmed",
    "Europe/Brussels", "Mars/Phobos", "../../etc/passwd", "3h", "90m", "99999d", "main", "docenten", "http://x",
    "x" * 300, "[/x]", ":smile:", "%s{}", "=1+1", "\x1b[31m", "\u202e", "é", "e\u0301", "\ud800", "\n", "a\tb",
)  # fmt: skip
DATES = (
    "2024-01-16", "16/01/2024", "16u00", "16:00", "16.30", "24.00 uur", "dinsdag", "di", "16 januari", "jan.", "om",
    "morgen", "over 2 weken", "7 days before", "van 9 tot 11 uur", "29 februari 2023", "half vijf", "n.t.b.", "T",
    "p.m.", "CET", "+01:00", "Z", "2024", "9999-12-31", "0001-01-01", "12 april", "10.30-11.30 uur", "99", " ", ",",
    "-", "–", "\u00a0", "2024-03-31 02:30", "2024-10-27 02:30", "over 99999999 weken", "W02", "/", "noon", "٣",
    "99999999 days before 16:00", "2024-01-16T16:00:00+23:59", "26/01/9998 9u30", "31 december 9998 24.00 uur",
)  # fmt: skip
garbage = st.one_of(
    st.text(max_size=12).map(_name),
    st.binary(max_size=12).map(lambda data: _name(data.decode("utf-8", "surrogateescape"))),
    st.sampled_from(WORDS).map(typed),
)
FORMS = (
    "%Y-%m-%d %H:%M", "%d/%m/%Y %Hu%M", "%d-%m-%Y %H.%M", "%d/%m/%y %H:%M",
    "%Y-%m-%dT%H:%M:%S+01:00", "%Y/%m/%d %I:%M %p",
    "%Y-%m-%d", "%d/%m/%Y", "%d/%m/%Y van 9 tot 11 uur", "over %d weken %Hu", "morgen %H uur", "%d days before %H:%M",
)  # fmt: skip
pieces = st.lists(
    st.one_of(st.sampled_from(DATES), st.text("0123456789/-:.uh ", max_size=6)), max_size=6
).flatmap(lambda parts: st.sampled_from(("", " ")).map(lambda glue: glue.join(parts)))
written = st.tuples(st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)), st.sampled_from(FORMS)).map(  # noqa: DTZ001
    lambda pair: pair[0].strftime(pair[1])
)
near = st.tuples(st.datetimes(datetime(2023, 1, 1), datetime(2031, 1, 1)), st.sampled_from(FORMS)).map(  # noqa: DTZ001
    lambda pair: pair[0].strftime(pair[1])
)
dates = st.one_of(near, written, pieces, st.tuples(near, pieces).map("".join))
odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(WORDS),
    dates,
    st.just([]),
    st.just({}),
    st.lists(st.integers(), max_size=3),
)


@cache
def grammar() -> dict[tuple[str, ...], list[tuple[str, bool]]]:
    """Return every command with its options, and which of them are flags; `demo` calls the others, and is left out."""
    known: dict[tuple[str, ...], Command] = {(n,): c for n, c in TOP.items() if n != "demo"}
    known |= {(noun, verb): c for noun, (_, verbs) in NOUNS.items() for verb, c in verbs.items()}
    found = {}
    for words, command in known.items():
        options = [p for p in build(words[-1], command).params if p.param_type_name == "option"]
        found[words] = [
            (o, bool(getattr(p, "is_flag", False))) for p in options for o in (*p.opts, *p.secondary_opts)
        ]
    return found


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """Make a command of the real grammar with values good and bad, and now and then something that is none."""
    words, options = draw(st.sampled_from(sorted(grammar().items())))
    arguments = list(words)
    arguments += draw(st.lists(st.one_of(st.sampled_from(WORDS[:8]), garbage), max_size=2))
    for option, flag in draw(st.lists(st.sampled_from(options), max_size=5)):
        value = [] if flag else [draw(st.one_of(garbage, dates.map(typed)))]
        joined = draw(st.booleans())
        arguments += [f"{option}={value[0]}"] if value and joined else [option, *value]
    for word in draw(st.lists(garbage, max_size=1)):
        arguments.insert(draw(st.integers(0, len(arguments))), word)
    return arguments


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """Make a data file that something happened to: to its bytes, or to values within it."""
    if draw(st.booleans()):
        return _spoilt_values(draw, data)
    for _ in range(draw(st.integers(1, 5))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 40)))
        other = draw(st.integers(0, len(data)))
        put = draw(
            st.one_of(
                st.binary(max_size=8), st.sampled_from((b'"', b"{", b"}", b"\n", b",\n", b'":{', b"null"))
            )
        )
        put = draw(st.sampled_from((put, data[begin:end] * 2, data[other : other + end - begin], b"")))
        data = data[:begin] + put + data[end:]
    return data


def _spoilt_values(draw: st.DrawFn, data: bytes) -> bytes:
    tree = json.loads(data)
    for _ in range(draw(st.integers(1, 4))):
        at_: Any = tree
        while True:
            keys = list(at_) if isinstance(at_, dict) else list(range(len(at_)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at_[key], (dict, list)) and draw(st.integers(0, 4)):
                at_ = at_[key]
                continue
            match draw(st.integers(0, 5)):
                case 0:
                    del at_[key]
                case 1 if isinstance(at_, dict):
                    at_[draw(st.sampled_from((*WORDS, *keys)))] = at_.pop(key)
                case _:
                    at_[key] = draw(odd_values)
            break
    lines = ",\n".join(f"{json.dumps(n)}: {json.dumps(t, separators=(',', ':'))}" for n, t in tree.items())
    return f"{{\n{lines}\n}}\n".encode() if draw(st.booleans()) else json.dumps(tree).encode()


def requests() -> st.SearchStrategy[bytes]:
    """Make lines of requests: CSV, JSON, and what looks like them."""
    fields = st.sampled_from(
        ("name", "email", "organisation", "role", "note", "received_at", "sessions", "audience", "x")
    )
    values = st.one_of(st.sampled_from(("An", "an@example.org", "main", NOW)), garbage, dates)
    rows = st.dictionaries(fields, st.one_of(values, odd_values), max_size=6).map(
        lambda r: {"name": "An", "email": "a@b.be", **r}
    )
    as_json = st.lists(rows, max_size=4).map(lambda rs: "\n".join(json.dumps(r) for r in rs).encode())
    cells = st.lists(st.one_of(values, st.sampled_from(('"', '""', ",", "a,b"))), max_size=5).map(",".join)
    as_csv = st.tuples(st.lists(fields, max_size=5, unique=True), st.lists(cells, max_size=4)).map(
        lambda table: "\n".join(
            [",".join(("name", "email", *(f for f in table[0] if f not in ("name", "email")))), *table[1]]
        )
    )
    as_bytes = as_csv.map(lambda text: text.encode(errors="surrogatepass"))
    broken = st.tuples(st.one_of(as_json, as_bytes), st.integers(0, 200), st.binary(max_size=4)).map(
        lambda t: t[0][: t[1]] + t[2] + t[0][t[1] :]
    )
    return st.one_of(as_json, as_bytes, broken, st.binary(max_size=60))


def settings_files() -> st.SearchStrategy[bytes]:
    """Make config files."""
    keys = st.sampled_from(("db", "lang", "color", "lock_timeout", "timezone", "colour", "", "a.b"))
    values = st.one_of(
        odd_values.map(lambda v: json.dumps(v)),
        st.sampled_from(('"nl"', '"a\\u0000b"', "inf", "nan", "1979-05-27")),
    )
    good = st.sampled_from(
        ('lang = "nl"', 'color = "never"', "lock_timeout = 2", 'timezone = "Asia/Tokyo"', "")
    )
    pairs = st.lists(st.tuples(keys, values).map(" = ".join), max_size=2)
    lines = st.tuples(st.lists(good, unique=True), pairs).map(
        lambda some: "\n".join(some[0] + some[1]).encode()
    )
    return st.one_of(lines, st.binary(max_size=40), st.just(b"[" * 5000), st.just(b"lang = " + b"[" * 5000))


clocks = st.one_of(
    dates,
    garbage,
    st.datetimes().map(str),
    st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat()),
)
