"""What a day is named for: the meeting, the end of registration, its opening, something past, something else.

Each cue is one line: what stands right before the day, and what the sentence has to say as well.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.word_tables import any_of


class Role(Enum):
    """What a day is named for."""

    SESSION, CLOSING, OPENING, REPLACED, PAST, OTHER, PUBLISHED = (auto() for _ in range(7))


SIGNING_UP = any_of(
    r"""
    aan\s?meld
    meld\w* (?:je|u|jullie|uw|jezelf|uzelf|jouw)
    inschrij
    schrijf\w* (?:je|u|in|jullie|nu|snel)
    ingeschreven
    opga(?:ve|ven)
    opgeven
    geef (?:je|u)
    registre
    registratie
    reserve
    rsvp
    aangemeld
    ticket
    laat\b.{0,80}\bweten
    bevestig
    reageer
    deadline
    toegangskaart
    kaarten
    zeg\b.{0,40}\btoe\b
    \bmail (?:dan|ons|naar|vóór|voor|uiterlijk|tot)\b
    \bstuur\b.{0,60}\be?-?mail
    """
)
"""Words of a sentence about registering."""

_NOT_SIGNING_UP = (
    r"annule|afmeld|afgemeld|meld\w* (?:je|u) af|voorstel|indien|abstract|subsidie|aanvra"
    r"|bezwaar|kosteloos wijzig"
    r"|factu|betal|restitu|terugbeta|inzend|call for|nomin|vroegboek|early ?bird"
)
"""Words of a sentence about another deadline."""

_PAST = (
    r"\b(?:vond(?:en)?\b.{0,60}\bplaats|plaatsvond(?:en)?|plaatsgevonden|werd(?:en)?"
    r"|bezocht(?:en)?|kwam(?:en)?|hield(?:en)?"
    r"|organiseerde(?:n)?|jl|jongstleden|afgelopen|vorige?|waren|was|gingen|ging|gehouden"
    r"|vierde(?:n)?|opende(?:n)?|startte(?:n)?|sprak(?:en)?"
    r"|verzamelden|luisterden|deelden|presenteerden?|ontmoetten|trok(?:ken)?)\b"
)
_AHEAD = (
    r"\b(?:zal|zullen|wordt|worden|vindt|vinden|organiseert|organiseren|nodig\w*|gaan|gaat|komt"
    r"|komen|volgt|volgen|kunt|kan)\b"
)


class _Cue(NamedTuple):
    """A role, what stands right before the day, and what the sentence has to say or must not say."""

    role: Role
    before: re.Pattern[str]
    says: re.Pattern[str] | None = None
    lacks: re.Pattern[str] | None = None


def _cue(role: Role, before: str, says: str | None = None, lacks: str | None = None) -> _Cue:
    return _Cue(
        role,
        re.compile(rf"(?:{before})[\s:]*$", re.IGNORECASE),
        None if says is None else re.compile(says, re.IGNORECASE),
        None if lacks is None else re.compile(lacks, re.IGNORECASE),
    )


UNTIL = (
    r"(?:uiterlijk|tot en met|t/m|t\.?e\.?m\.?|tot|v(?:oo|óó|òò|o)r|deadline(?: is)?|sluit\w*"
    r"|eindigt|ten laatste|laatste dag is|te weten)"
)
_ARTICLE = r"(?:\s*:)?(?:\s+(?:op|om|dag|en met|uiterlijk|de|is|liefst))*"

_CUES = (
    _cue(Role.OTHER, rf"\b{UNTIL}{_ARTICLE}", says=_NOT_SIGNING_UP, lacks=r"aanmeld|inschrij"),
    _cue(Role.CLOSING, rf"\b{UNTIL}{_ARTICLE}", says=SIGNING_UP, lacks=_NOT_SIGNING_UP),
    _cue(Role.CLOSING, rf"\b{UNTIL}{_ARTICLE}", says=SIGNING_UP),
    _cue(Role.OPENING, r"\b(?:vanaf|per|open(?:t|en)?(?: op)?|met ingang van|sinds|start\w*(?: op)?)", says=SIGNING_UP),
    _cue(Role.OTHER, r"\b(?:sinds|per|met ingang van|na|tot(?: en met)?|t/m|geldig|vóór|gewijzigd op"
    r"|bijgewerkt op|versie(?: van)?|d\.d\.?)"),
    _cue(Role.PUBLISHED, r"\b(?:gepubliceerd|geplaatst|gepost|publicatiedatum|bericht van|geschreven)(?: op"
    r"| door [^.]{1,40})?"),
    _cue(Role.REPLACED, r"\b(?:in plaats van|i\.?p\.?v\.?|oorspronkelijk\w*(?: datum| gepland| op){0,3}"
    r"|eerst gepland(?: op)?"
         r"|was eerst(?: gepland)?(?: op)?|eerder gepland(?: op)?|niet(?: meer)?(?: op)?"
    r"|zou(?:den)?(?: eerst)?(?: op)?|verplaatst van|verzet van|verschoven van)"),
    _cue(Role.REPLACED, r"\bvan", says=r"(?:verplaatst|verzet|verschoven|verschuift|verhuist) naar|verplaatsen we"),
    _cue(Role.OTHER, r"", says=_NOT_SIGNING_UP, lacks=r"organise|vindt|plaats|bijeenkomst|studiedag|symposium|avond"),
    _cue(Role.PAST, r"", says=_PAST, lacks=_AHEAD),
)  # fmt: skip
"""The first cue that fits decides; a day without one is that of a meeting."""

_SIGNING_UP = re.compile(SIGNING_UP, re.IGNORECASE)


def role_of(before: str, after: str, meanings: tuple[Meaning, ...], *, is_span: bool) -> Role:
    """Return what a day is named for, from its sentence before and after it and the label that it stands behind."""
    if Meaning.PUBLISHED in meanings:
        return Role.PUBLISHED
    if Meaning.DEADLINE in meanings:
        return Role.CLOSING
    sentence = f"{before} {after}"
    if Meaning.WHEN in meanings and not _SIGNING_UP.search(sentence):
        return Role.SESSION
    if Meaning.SIGNUP in meanings:
        sentence = f"aanmelden {sentence}"
    if is_span and _about_registering(before):
        return Role.CLOSING
    for cue in _CUES:
        fits = cue.before.search(before[-80:]) is not None
        if fits and _says(cue, sentence):
            return cue.role
    return Role.SESSION


def _about_registering(before: str) -> bool:
    found = _SIGNING_UP.search(before[-60:])
    return found is not None


def _says(cue: _Cue, sentence: str) -> bool:
    if cue.says is not None and not cue.says.search(sentence):
        return False
    return cue.lacks is None or not cue.lacks.search(sentence)
