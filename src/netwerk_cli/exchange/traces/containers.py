"""Files that hold other files: workbooks and other zip archives, messages, compressed files, PDF.

What a file is, its first bytes say. What unpacks to far more than it is, lies too deep or cannot be opened is named.
"""

from __future__ import annotations

import bz2
import email
import gzip
import io
import lzma
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, cast

from netwerk_cli import causes
from netwerk_cli.domain.mentioning import Mentions
from netwerk_cli.errors import NetwerkError
from netwerk_cli.exchange.traces.found import INSIDE, Looked, Unread
from netwerk_cli.exchange.traces.scanning import scan
from netwerk_cli.wording import Wording

_DEEPEST = 5
_MOST_MEMBERS = 10_000
_IN_MEMORY = 64_000_000
"""Bytes of what has to be in memory as a whole: a message, a PDF, an archive within another."""
_ROOM, _RATIO, _MOST = 4_000_000, 100, 2_000_000_000
"""A file may unpack to so many bytes, and to so many times what it is, up to so many."""
_HEAD = 4096
_HEADERS = re.compile(rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_SHUT: Mapping[bytes, Wording] = {
    b"age-encryption.org/": Wording("it is encrypted"),
    b"-----BEGIN AGE ENCRYPTED": Wording("it is encrypted"),
    b"-----BEGIN PGP MESSAGE": Wording("it is encrypted"),
    b"7z\xbc\xaf\x27\x1c": Wording("it is an archive of a kind that netwerk does not open"),
    b"Rar!\x1a\x07": Wording("it is an archive of a kind that netwerk does not open"),
    b"\x28\xb5\x2f\xfd": Wording("it is an archive of a kind that netwerk does not open"),
}
"""How files begin that cannot be looked into, and why not."""
_PACKED: Mapping[bytes, Callable[[IO[bytes]], IO[bytes]]] = {
    b"\x1f\x8b": lambda file: cast("IO[bytes]", gzip.GzipFile(fileobj=file)),
    b"BZh": lambda file: cast("IO[bytes]", bz2.BZ2File(file)),
    b"\xfd7zXZ\x00": lambda file: cast("IO[bytes]", lzma.LZMAFile(file)),  # noqa: SIM115 (who reads it to its end lets go of it)
}
_BROKEN = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError)


class _Full(Exception):
    """More was unpacked than a file may hold."""


class _Budget:
    """How many bytes may still be unpacked."""

    def __init__(self, size: int) -> None:
        self.left = min(_MOST, _ROOM + _RATIO * size)

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise _Full


class _Counted:
    """A stream whose bytes count on a budget."""

    def __init__(self, stream: IO[bytes], budget: _Budget, head: bytes) -> None:
        self._stream, self._budget, self._head = stream, budget, head

    def read(self, count: int) -> bytes:
        """Return so many bytes."""
        data, self._head = self._head[:count], self._head[count:]
        data += self._stream.read(count - len(data))
        self._budget.take(len(data))
        return data


class _Looking:
    """Looks into one file and what lies in it."""

    def __init__(self, path: str, mentions: Mentions, looked: Looked, size: int) -> None:
        self.path, self.mentions, self.looked = path, mentions, looked
        self.budget = _Budget(size)

    def unread(self, inside: str, why: Wording) -> None:
        self.looked.unread.append(Unread(self.path, inside, why))

    def named(self, name: str, inside: str) -> None:
        """Look at the name of a file, which can be somebody's."""
        found = [*self.mentions.found_in(name), *self.mentions.found_in(Path(name).stem)]
        for kind in dict.fromkeys("address" if term.is_address else "name" for term, _ in found):
            self.looked.add(self.path, inside, {(None, kind): (None, 1)})

    def stream(self, stream: IO[bytes], inside: str, depth: int, *, file: IO[bytes] | None = None) -> None:
        """Look into what is read from a stream; `file` is the same where it can be read from any place."""
        head = stream.read(_HEAD)
        for magic, why in _SHUT.items():
            if head.startswith(magic):
                self.unread(inside, why)
                return
        if depth >= _DEEPEST and self._holds(head):
            self.unread(inside, Wording("it lies too deep in other files"))
            return
        counted = _Counted(stream, self.budget, head)
        packed = next((unpack for magic, unpack in _PACKED.items() if head.startswith(magic)), None)
        if packed is not None:
            self._guarded(inside, lambda: self.stream(packed(cast("IO[bytes]", counted)), inside, depth + 1))
        elif head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            self._whole(
                counted, inside, lambda data: self._zip(file or io.BytesIO(data), inside, depth), file
            )
        elif head.startswith(b"%PDF-"):
            self._whole(counted, inside, lambda data: self._pdf(data, inside))
        elif _HEADERS.match(head.replace(b"\r\n", b"\n")):
            self._whole(counted, inside, lambda data: self._message(data, inside, depth))
        else:
            self._scan(cast("IO[bytes]", counted), inside)

    @staticmethod
    def _holds(head: bytes) -> bool:
        return head.startswith((b"PK\x03\x04", *_PACKED))

    def _scan(self, stream: IO[bytes], inside: str) -> None:
        self.looked.add(self.path, inside, scan(stream, self.mentions))

    def _guarded(self, inside: str, work: Callable[[], None]) -> None:
        try:
            work()
        except _Full:
            raise
        except RuntimeError:  # what zipfile says of a password
            self.unread(inside, Wording("it is encrypted"))
        except _BROKEN:
            self.unread(inside, Wording("it is damaged"))

    def _whole(
        self, stream: _Counted, inside: str, work: Callable[[bytes], None], file: IO[bytes] | None = None
    ) -> None:
        """Do something with all that a stream holds; with a `file` that can be read anywhere, nothing is read first."""
        if file is not None:
            self._guarded(inside, lambda: work(b""))
            return
        data = stream.read(_IN_MEMORY + 1)
        if len(data) > _IN_MEMORY:
            self.unread(inside, Wording("it is too large to be looked into"))
        self._guarded(inside, lambda: work(data))

    def _zip(self, file: IO[bytes], inside: str, depth: int) -> None:
        with zipfile.ZipFile(file) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if len(members) > _MOST_MEMBERS or sum(one.file_size for one in members) > self.budget.left:
                raise _Full
            self.looked.add(self.path, inside, scan(io.BytesIO(archive.comment), self.mentions))
            for member in members:
                within = f"{inside}{INSIDE}{member.filename}" if inside else member.filename
                self.named(member.filename, within)
                self._guarded(within, lambda one=member, at=within: self._member(archive, one, at, depth))  # type: ignore[misc]

    def _member(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, within: str, depth: int) -> None:
        with archive.open(member) as stream:
            self.stream(stream, within, depth + 1)

    def _pdf(self, data: bytes, inside: str) -> None:
        from netwerk_cli.exchange.documents import portable

        self._scan(io.BytesIO(data), inside)
        try:
            for number, text in enumerate(portable.whole(data, self.path)):
                part = f"page {number}" if number else "properties"
                hits = scan(io.BytesIO(text.encode("utf-8", "replace")), self.mentions)
                self.looked.add(self.path, f"{inside}{INSIDE}{part}" if inside else part, hits)
        except NetwerkError as err:
            self.unread(inside, Wording(err.sentence, **err.facts))

    def _message(self, data: bytes, inside: str, depth: int) -> None:
        self._scan(io.BytesIO(data), inside)
        for part in email.message_from_bytes(data).walk():
            if part.is_multipart() or not isinstance(held := part.get_payload(decode=True), bytes):
                continue
            name = str(part.get_filename() or part.get_content_type())
            if held.startswith((b"PK\x03\x04", b"%PDF-", *_PACKED, *_SHUT)):
                self.stream(io.BytesIO(held), f"{inside}{INSIDE}{name}" if inside else name, depth + 1)


def look(path: Path, mentions: Mentions, looked: Looked) -> None:
    """Look into a file, or all that lies in a folder, for what is mentioned; links to folders are not followed."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            _folder(path, mentions, looked)
        elif stat.S_ISREG(mode):
            _file(path, mentions, looked)
        else:
            looked.unread.append(Unread(str(path), "", Wording("it is not a file")))
    except OSError as err:
        looked.unread.append(Unread(str(path), "", causes.system(err)))


def look_at(name: str, data: bytes, mentions: Mentions, looked: Looked) -> None:
    """Look into what is kept where there is no file; `name` says where."""
    looked.files += 1
    looked.add(name, "", scan(io.BytesIO(data), mentions))


def _folder(path: Path, mentions: Mentions, looked: Looked) -> None:
    with os.scandir(path) as found:
        entries = sorted(found, key=lambda one: one.name)
    for one in entries:
        if one.is_dir(follow_symlinks=False) or one.is_file():
            look(Path(one.path), mentions, looked)
        elif one.is_symlink() and not one.is_dir():
            looked.unread.append(Unread(one.path, "", Wording("it is a link to what is not there")))


def _file(path: Path, mentions: Mentions, looked: Looked) -> None:
    looking = _Looking(str(path), mentions, looked, path.stat().st_size)
    looking.named(path.name, "")
    looked.files += 1
    with path.open("rb") as file:
        budget = looking.budget
        budget.left += path.stat().st_size  # its own bytes are not unpacked
        try:
            looking.stream(file, "", 0, file=file)
        except _Full:
            looking.unread("", Wording("it unpacks to far more than it is"))
