"""Where a text comes from, the Netherlands or Flanders: by its towns, institutions, addresses and turns of phrase."""

from __future__ import annotations

import re

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.towns import FLANDERS, NETHERLANDS, TWO_WORDS, town

_CUES: tuple[tuple[str, int, str], ...] = (
    (FLANDERS, 5, r"\.be\b|\.vlaanderen\b|\.brussels\b"),
    (NETHERLANDS, 5, r"\.nl\b"),
    (FLANDERS, 5, r"\bvlaa(?:nderen|ms)\w*\b|\bbelgi(?:ë|sche?)\b|\b(?:oost|west)-vlaanderen\b|\bbrusselse?\b"),
    (NETHERLANDS, 3, r"\bnederland\b|\bnoord-holland\b|\bzuid-holland\b|\bgelderland\b|\bfriesland\b|\bdrenthe\b"
    r"|\boverijssel\b|\bzeeland\b|\bnoord-brabant\b|\bflevoland\b"),
    (NETHERLANDS, 1, r"\bnederlandse?\b"),
    (FLANDERS, 4, r"\b(?:ocmw|clb|vdab|vlor|go!|kbc|syntra|thomas more|vub|ku ?leuven|ugent|uantwerpen"
    r"|uhasselt|opgroeien|vvsg|gezinsbond|kind (?:en|&) gezin|huis van het kind"
    r"|huizen van het kind|odisee|hogent|howest|ucll|vives|lop)\w{0,3}\b"),
    (NETHERLANDS, 3, r"\b(?:vng|ocw|vws|nji|ggd|cao|mbo|vmbo|havo|vwo|hbo|szw|jenv|rvo|uwv|wmo|avg|po-raad"
    r"|vo-raad|poraad|ggz|sbo|vso|roc|kvk|pabo|aoc|jgz|ivo|swv|avs|aob|ib'er)\b"),
    (FLANDERS, 3, r"\b(?:schepen(?:en|college)?|burgemeester en schepenen|gemeenteraadszaal|secundair"
    r"|kleuteronderwijs|leerlingenbegeleid\w+|lagere school|basiseducatie|welzijnsschakel\w*"
    r"|dienstencentrum|cultuurcentrum|gemeenschapscentrum|jeugdhuis|vormingscentrum)\b"),
    (NETHERLANDS, 3, r"\b(?:wethouder\w*|samenwerkingsverband\w*|burgemeester en wethouders|college van b"
    r"|gemeentesecretaris|intern begeleid\w+|peuterspeelzaal|voortgezet onderwijs|leerplicht\w*"
    r"|rijksoverheid|tweede kamer|provinciehuis|ouderbijdrage|passend onderwijs|btw|basisscholen"
    r"|buurthuis|wijkteam\w*)\b"),
    (FLANDERS, 2, r"\b(?:onthaal|alvast|gelieve|uitzonderlijk|nadien|namiddag|voormiddag|brood(?:jes)?maaltijd"
    r"|vrijwilligersvergoeding|ten laatste|kostprijs|inkom|lidgeld|deelnameprijs|vormingsavond"
    r"|vorming|navorming|nascholing|studiedag|infoavond|infomoment|verwittig|zetel|jeugdraad"
    r"|jeugdbeleid|verenigingen|onkostenvergoeding|ledenprijs|bijhorende|omwille|opstart)\b"),
    (NETHERLANDS, 2, r"\b(?:inloop|aanmelden|gemeentehuis|toegang gratis|entree|ontvangst|deelname|opgeven"
    r"|bijeenkomst|trefdag|werkconferentie|kennissessie|kennismiddag|jaarcongres"
    r"|themabijeenkomst)\b"),
    (FLANDERS, 2, r"\b\d{1,2}u(?:\d\d)?\b(?!ur)|\bvan \d{1,2} tot \d{1,2}u\b|\bt\.e\.m\."),
    (NETHERLANDS, 2, r"\b\d{4}\s?[A-Z]{2}\b|\b0[1-7]\d-\d{6,7}\b|\+31\b"),
    (FLANDERS, 3, r"\b[BE]-\d{4}\b|\+32\b"),
)  # fmt: skip
"""What speaks for a region, how strongly, and the words that do; the more of them, the more it counts."""

_COMPILED = tuple((zone, weight, re.compile(pattern, re.IGNORECASE)) for zone, weight, pattern in _CUES)
_WORD = re.compile(r"[A-ZÀ-Þ'][^\W\d_]*(?:-[^\W\d_]+)*")
_MOST = 3  # times that one cue counts
_TOWN = 5


def zone(page: Page) -> Found[str]:
    """Return the time zone of the region a text comes from; unsure where nothing or both speak for one."""
    scores = {FLANDERS: 0, NETHERLANDS: 0}
    text = page.text[:20_000]
    for region, weight, pattern in _COMPILED:
        found = {match[0].casefold() for match in pattern.finditer(text)}
        scores[region] += weight * min(len(found), _MOST)
    for match in _WORD.finditer(text):
        if (home := town(match[0])) is not None:
            scores[home] += _TOWN
    for name, region in TWO_WORDS.items():
        scores[region] += _TOWN * (name in text.casefold())
    ahead = scores[NETHERLANDS] - scores[FLANDERS]
    return Found(NETHERLANDS if ahead >= 0 else FLANDERS, 0, 0, sure=abs(ahead) > 2)
