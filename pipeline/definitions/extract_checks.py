"""What the extracts must agree on between them, and inside one between its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.definitions.extract_models import HAR_KLOKKESLAET, OPTAGNE_NAVNE, Extract, Henvisning

TIDSTYPER = frozenset({"dato", "tidspunkt"})


def tjek_extracts(extracts: Sequence[Extract]) -> list[str]:
    """Every fault found, one Danish line each, naming file and place."""
    kendte = {extract.extract: extract for extract in extracts}
    fejl: list[str] = []
    set_foer: dict[int, str] = {}
    for extract in extracts:
        if (anden := set_foer.setdefault(extract.orden, extract.extract)) != extract.extract:
            fejl.append(f"{extract.extract}.yaml: orden {extract.orden} er også {anden}s")
        fund = [*_kolonner(extract), *_henvisninger(extract, kendte), *_regler(extract, kendte)]
        fejl += [f"{extract.extract}.yaml: {linje}" for linje in fund]
    return fejl


def _kolonner(extract: Extract) -> Iterator[str]:
    if not extract.noegle:
        yield "mindst én kolonne skal være noegle"
    for navn in extract.kolonner:
        if navn in OPTAGNE_NAVNE or (navn.endswith(HAR_KLOKKESLAET)):
            yield f"kolonner.{navn}: navnet er optaget"


def _henvisninger(extract: Extract, kendte: dict[str, Extract]) -> Iterator[str]:
    for navn, kolonne in extract.kolonner.items():
        if (henvisning := kolonne.henviser) is None:
            continue
        sted = f"kolonner.{navn}.henviser"
        maal = kendte.get(henvisning.extract)
        if maal is None or maal.noegle != (henvisning.kolonne,):
            yield f"{sted}: {henvisning.til} er ikke nøglen i et kendt udtræk"
            continue
        if henvisning.ukendt != "tilladt" and maal.orden >= extract.orden:
            yield f"{sted}: {maal.extract} skal have en lavere orden"
        if henvisning.deler and not {henvisning.deler} <= extract.kolonner.keys() & maal.kolonner.keys():
            yield f"{sted}.deler: kolonnen {henvisning.deler} findes ikke i begge udtræk"


def _regler(extract: Extract, kendte: dict[str, Extract]) -> Iterator[str]:
    for orden in extract.tidsorden:
        yield from _tider(extract, "tidsorden", (orden.foerst, orden.sidst))
    for gerning in extract.gerninger:
        yield from _tider(extract, "gerninger", (gerning.gerning,))
        for sti in gerning.begyndt:
            yield from _begyndt(extract, kendte, sti)
    for krav in extract.kraever:
        yield from _findes(extract, "kraever", (*krav.en_af, *krav.naar))
        for navn, koder in krav.naar.items():
            if navn in extract.kolonner and not set(koder) <= extract.kolonner[navn].koder.keys():
                yield f"kraever.naar.{navn}: en af koderne kendes ikke"
    for begge in extract.ikke_begge:
        yield from _findes(extract, "ikke_begge", begge.kolonner)
    yield from _undvaeres(extract, kendte)


def _undvaeres(extract: Extract, kendte: dict[str, Extract]) -> Iterator[str]:
    if undvaeres := extract.kan_undvaeres:
        andet = kendte.get(undvaeres.extract)
        if andet is None or undvaeres.kolonne not in andet.kolonner:
            yield f"kan_undvaeres.med: {undvaeres.med} er ikke en kolonne i et kendt udtræk"
        if not any(k.henviser and k.henviser.extract == undvaeres.extract for k in extract.kolonner.values()):
            yield f"kan_undvaeres.med: ingen kolonne henviser til {undvaeres.extract}"


def _begyndt(extract: Extract, kendte: dict[str, Extract], sti: str) -> Iterator[str]:
    """`kolonne`, or `henvisning.kolonne` for a column of the row referred to."""
    via, punktum, navn = sti.rpartition(".")
    if not punktum:
        yield from _tider(extract, "gerninger", (navn,))
        return
    henvisning: Henvisning | None = extract.kolonner[via].henviser if via in extract.kolonner else None
    if henvisning is None or henvisning.extract not in kendte:
        yield f"gerninger: {via} er ikke en henvisning"
        return
    yield from _tider(kendte[henvisning.extract], f"gerninger.{via}", (navn,))


def _findes(extract: Extract, sted: str, navne: Sequence[str]) -> Iterator[str]:
    for navn in navne:
        if navn not in extract.kolonner:
            yield f"{sted}: kolonnen {navn} findes ikke"


def _tider(extract: Extract, sted: str, navne: Sequence[str]) -> Iterator[str]:
    yield from _findes(extract, sted, navne)
    for navn in navne:
        if navn in extract.kolonner and extract.kolonner[navn].type not in TIDSTYPER:
            yield f"{sted}: kolonnen {navn} skal være en dato eller et tidspunkt"
