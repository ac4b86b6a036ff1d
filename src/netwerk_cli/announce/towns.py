"""Towns by which a text is told to be from the Netherlands or Flanders, and a place to be one: general knowledge."""

from __future__ import annotations

from collections.abc import Mapping

from netwerk_cli.announce.word_tables import word_table

FLANDERS, NETHERLANDS = "Europe/Brussels", "Europe/Amsterdam"

_FLEMISH = word_table(
    """
    aalst aalter aarschot antwerpen beveren bilzen blankenberge boom borgerhout bornem brasschaat bree brugge
    brussel damme deinze dendermonde diest diksmuide dilbeek eeklo evergem genk gent geraardsbergen grimbergen
    haacht halle hamme harelbeke hasselt heist-op-den-berg herentals heusden-zolder hoogstraten houthalen
    houthalen-helchteren ieper izegem kapellen kasterlee knokke knokke-heist koksijde kortrijk lanaken landen
    leopoldsburg leuven lier lokeren lommel londerzeel maaseik maasmechelen machelen mechelen
    mechelen-aan-de-maas menen merelbeke mol mortsel nieuwpoort ninove oostende oud-turnhout oudenaarde overijse
    peer pelt poperinge roeselare ronse schaarbeek schoten sint-niklaas sint-pieters-leeuw sint-truiden temse
    tervuren tessenderlo tielt tienen tongeren torhout turnhout veurne vilvoorde waregem westerlo wetteren
    wevelgem willebroek wilrijk zaventem zedelgem zele zelzate zemst zottegem zwevegem
    """
)
_DUTCH = word_table(
    """
    aalsmeer alkmaar almelo almere alphen amersfoort amstelveen amsterdam apeldoorn appingedam arnhem assen
    barendrecht barneveld bergen bergschenhoek beverwijk bilthoven boxtel breda bunnik bussum capelle coevorden
    culemborg delft delfzijl deventer doetinchem doorn dordrecht drachten driebergen dronten ede eindhoven
    elburg emmeloord emmen enkhuizen enschede epe ermelo etten-leur franeker geldrop geleen goes gorinchem gouda
    groningen haarlem hardenberg harderwijk harlingen heemskerk heemstede heerde heerenveen heerhugowaard
    heerlen hellevoetsluis helmond hengelo hilversum hoofddorp hoogeveen hoogezand hoorn houten huizen ijmuiden
    ijsselstein kampen katwijk kerkrade leerdam leeuwarden leiden lelystad leusden lunteren maarn maarssen
    maastricht meppel middelburg middelharnis naaldwijk nieuwegein nijkerk nijmegen nijverdal nunspeet oldenzaal
    oosterhout oss papendrecht purmerend putten raalte ridderkerk rijssen rijswijk roermond roosendaal rotterdam
    schagen schiedam sittard sliedrecht sneek soest spijkenisse stadskanaal steenwijk terneuzen tiel tilburg
    uden uithoorn utrecht valkenswaard veendam veenendaal veghel veldhoven velsen venlo venray vlaardingen
    vleuten vlissingen voorburg voorschoten vught waalwijk waddinxveen wageningen wassenaar weert weesp wezep
    wijchen winschoten winterswijk woerden zaandam zaanstad zeist zevenaar zoetermeer zundert zutphen
    zwijndrecht zwolle
    """
)

TWO_WORDS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "den haag",
            "'s-gravenhage",
            "den bosch",
            "'s-hertogenbosch",
            "den helder",
            "bergen op zoom",
            "de bilt",
            "krimpen aan den ijssel",
            "alphen aan den rijn",
            "capelle aan den ijssel",
            "wijk bij duurstede",
        ),
        NETHERLANDS,
    ),
    **dict.fromkeys(("sint-niklaas", "de panne", "sint-truiden", "de haan", "heist-op-den-berg"), FLANDERS),
}
"""Towns whose names are more than one word."""


def town(word: str) -> str | None:
    """Return the zone of the town of this name."""
    folded = word.casefold()
    if folded in _FLEMISH:
        return FLANDERS
    return NETHERLANDS if folded in _DUTCH else TWO_WORDS.get(folded)
