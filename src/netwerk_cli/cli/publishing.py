"""What commands that publish the agenda share: how it is to look, and what became of it as JSON."""

from __future__ import annotations

from typing import Any

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.settings import sender
from netwerk_cli.services.publishing import Look, Published


def agenda_look(call: Call, name: str | None = None, url: str | None = None) -> Look:
    """Return how the agenda is to look: the language of the locale counts only where the folder knows of no other."""
    setting = call.settings["lang"]
    return Look(
        language=call.language,
        chosen=None if setting.source == "default" else setting.value,
        name=_said(name),
        address=_said(url),
        sender=sender(call.settings["mail_from"]),
    )


def _said(typed: str | None) -> str | None:
    """Return what was typed; `none` takes it away."""
    return typed if typed is None or typed.strip().lower() != "none" else ""


def published_shape(done: Published) -> dict[str, Any]:
    """Return what became of the agenda as scripts see it."""
    return {
        "path": str(done.folder),
        "files": done.files,
        "written": done.written,
        "removed": done.removed,
    }
