"""What the commands say that change an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.cli.telling import tell_event, tell_promoted
from netwerk_cli.domain.set_asides import strangers
from netwerk_cli.exchange.shapes import event_shape, registration_shape

if TYPE_CHECKING:
    from netwerk_cli.domain.events import Event
    from netwerk_cli.services.events import EventResult


def tell_event_change(
    call: Call,
    action: str,
    result: EventResult,
    done: str,
    idle: str = "'{event}' was like that already.",
    **facts: object,
) -> None:
    """Say what became of an event, what an edit changed, and who moved up; with --json the result object."""
    event, more = result.event, dict[str, object]()
    speak_of(event.timezone)
    call.say(done if result.changed else idle, event=event.slug, title=event.title, **facts)
    if action == "event.edit":
        from netwerk_cli.cli.changes import tell_changes

        more["changes"] = tell_changes(call, result.before, event)
    if action in ("event.add", "event.edit") and (
        result.before is None or _aside(result.before) != _aside(event)
    ):
        _warn_of_set_asides(call, event)
    tell_cautions(call, result)
    if result.changed:
        tell_promoted(call, event, [placed.registration for placed in result.promoted])
        tell_event(call, event, result.tally)
    call.result(
        action,
        changed=result.changed,
        event=event_shape(event, result.tally, call.now),
        promoted=[registration_shape(event, p.registration, p.position) for p in result.promoted],
        **more,
    )


def tell_cautions(call: Call, result: EventResult) -> None:
    """Say what looks odd after a change."""
    for caution in result.cautions:
        facts: dict[str, Any] = dict(caution.facts)
        call.warn(caution.template, **facts)


def _aside(event: Event) -> tuple[object, ...]:
    return event.audiences, event.set_asides


def _warn_of_set_asides(call: Call, event: Event) -> None:
    """Say for whom seats are kept though the event is not for them: a mistyped audience keeps them from all."""
    for audience in strangers(event.set_asides, event.audiences):
        call.warn(
            "Careful: seats are set aside for '{audience}', which is not an audience of the event.",
            audience=audience,
        )
