"""Who may do what with a file: what lies beside a file, or takes its place, is for the same people (POSIX)."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Rights = Callable[[int], int]
_ACL, _VERSION = "system.posix_acl_access", (2).to_bytes(4, "little")
_OWNER, _GROUP, _MASK, _OTHERS = 0x01, 0x04, 0x10, 0x20
_NOBODY = 0xFFFF_FFFF
_Entry = tuple[int, int, int]
"""Of an access control list: for whom (acl(5)), the three bits, and the number of a named user or group."""


def of_folder(bits: int) -> int:
    """Return the rights to a folder of somebody with these rights to a file: who may read may enter."""
    return bits | (bits & 4) >> 2


def take_after(
    descriptor: int, like: Path, rights: Rights | None = None, *, owner: int | None = None
) -> None:
    """Give an open file or folder of ours the rights and, where allowed, the owner of `like` (POSIX).

    So that a file which several people share, or which root wrote once, stays usable for all of them. What is meant
    for another group or for named people goes to nobody else: the group gets no more than it had. `rights` says what
    becomes of each three bits; `owner`, what the owner gets in any case.
    """
    if sys.platform == "win32":
        return
    mine, found = os.fstat(descriptor), like.stat()
    same_group = True
    if (mine.st_uid, mine.st_gid) != (found.st_uid, found.st_gid):
        try:
            os.chown(descriptor, found.st_uid if os.geteuid() == 0 else -1, found.st_gid)
        except OSError:
            same_group = False
    entries = []
    for whom, bits, number in _entries(like, stat.S_IMODE(found.st_mode)):
        bits = rights(bits) if rights is not None else bits
        bits = owner if whom == _OWNER and owner is not None else bits
        entries.append((whom, 0 if whom == _GROUP and not same_group else bits, number))
    _allow(descriptor, entries)


def _entries(path: Path, mode: int) -> list[_Entry]:
    """Return who may do what: the access control list where there is one (Linux), else what the mode says."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            data = os.getxattr(path, _ACL)
            return [_unpacked(data[at : at + 8]) for at in range(len(_VERSION), len(data), 8)]
    return [(_OWNER, mode >> 6 & 7, _NOBODY), (_GROUP, mode >> 3 & 7, _NOBODY), (_OTHERS, mode & 7, _NOBODY)]


def _unpacked(data: bytes) -> _Entry:
    whom, bits, number = (int.from_bytes(data[a:b], "little") for a, b in ((0, 2), (2, 4), (4, 8)))
    return whom, bits, number


def _packed(entry: _Entry) -> bytes:
    whom, bits, number = entry
    return whom.to_bytes(2, "little") + bits.to_bytes(2, "little") + number.to_bytes(4, "little")


def _allow(descriptor: int, entries: Sequence[_Entry]) -> None:
    """Set these rights; where named people cannot be kept, they and nobody else lose theirs."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            if len(entries) > 3:
                os.setxattr(descriptor, _ACL, _VERSION + b"".join(map(_packed, entries)))
                return
        with contextlib.suppress(OSError):  # the folder's default would let others in
            os.removexattr(descriptor, _ACL)
    bits = {whom: bits for whom, bits, _ in entries}
    group = bits[_GROUP] & bits.get(_MASK, 7)
    mode = bits[_OWNER] << 6 | group << 3 | bits[_OTHERS]
    if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
        os.chmod(descriptor, mode)
