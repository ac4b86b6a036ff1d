"""Text that a person reads: what would steer a terminal, or turn the reading order, is shown as an escape."""

from __future__ import annotations

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_UNSEEN = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_LINE = {ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}
_ESCAPES = {c: f"\\x{c:02x}" for c in _CONTROLS} | {c: f"\\u{c:04x}" for c in _UNSEEN} | _LINE
_ESCAPES_IN_LINES = {c: escape for c, escape in _ESCAPES.items() if c != ord("\n")}


def visible(text: str, *, lines: bool = False) -> str:
    """Return `text` with controls and signs of direction as `\\x1b` or `\\u202e`; with `lines` it may have lines."""
    return text.translate(_ESCAPES_IN_LINES if lines else _ESCAPES)
