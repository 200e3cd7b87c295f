"""The steps from a unit's dates to its outcome, as Danish sentences; one set per kind of indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.definitions.plans import Indikator

AARSAG = {
    "for_sent": "det er gjort for sent",
    "mangler": "det, der kræves, ikke var dokumenteret pr. {dag}",
    "indhold": "det, der var dokumenteret pr. {dag}, ikke er som krævet",
}
UNDTAGENDE = {
    "fraflyttet": "barnet flyttede fra kommunen",
    "fyldt_18": "den unge fyldte 18 år",
    "doed": "barnet døde",
}
"""The reasons for closing a case that exempt a unit whose time had not run out."""


@dataclass(frozen=True)
class Raekke:
    """One row of `indikator_raekke` with the names a reader needs."""

    enhed_id: str
    kilde: str
    periodetype: str
    periode: str
    opgjort_pr: date
    team_id: str | None
    team_navn: str | None
    raadgiver_id: str | None
    team_siden: date | None
    startdato: date | None
    referencedato: date
    frist_dato: date | None
    haendelsesdato: date | None
    udfald: str
    aarsag: str | None


def dag(dato: date) -> str:
    """A day as Danes write it."""
    return f"{dato:%d-%m-%Y}"


def dage(antal: int) -> str:
    """A number of days."""
    return f"{antal} dag" if antal == 1 else f"{antal} dage"


def trin(indikator: Indikator, sag: Mapping[str, Any], r: Raekke) -> Iterator[str]:
    """From the unit's dates to its outcome, and who answers for it; a case review is always an event."""
    art = indikator.art if r.kilde == indikator.kilde else "haendelse"
    yield from {"frist": _frist, "haendelse": _haendelse, "beholdning": _beholdning}[art](r)
    yield f"Udfald: {_udfald(sag, r, art)}."
    yield _periode(r, art)
    yield _ansvar(r)


def _frist(r: Raekke) -> Iterator[str]:
    if r.startdato and r.frist_dato:
        yield f"Fristen løber fra {dag(r.startdato)} og er {dag(r.frist_dato)}."
    if r.haendelsesdato is None or r.frist_dato is None:
        return
    for_sent = (r.haendelsesdato - r.frist_dato).days
    if for_sent > 0:
        yield f"Det er gjort {dag(r.haendelsesdato)}, {dage(for_sent)} efter fristen."
    elif r.aarsag == "for_sent":
        yield f"Det er gjort {dag(r.haendelsesdato)}, men efter det klokkeslæt, fristen udløb."
    else:
        yield f"Det er gjort {dag(r.haendelsesdato)}, inden fristen udløb."


def _haendelse(r: Raekke) -> Iterator[str]:
    yield f"Datoen er {dag(r.haendelsesdato or r.referencedato)}."


def _beholdning(r: Raekke) -> Iterator[str]:
    yield f"Er i gang på opgørelsesdagen {dag(r.opgjort_pr)}."
    if r.startdato:
        yield f"Begyndte {dag(r.startdato)}."
    if r.frist_dato:
        seneste = f"Det seneste møde var {dag(r.haendelsesdato)}" if r.haendelsesdato else "Intet møde endnu"
        yield f"{seneste}; det næste skal holdes senest {dag(r.frist_dato)}."


def _udfald(sag: Mapping[str, Any], r: Raekke, art: str) -> str:
    if r.udfald == "opfyldt":
        return "opfyldt"
    if r.udfald == "afventer":
        return "afventer; fristen er endnu ikke kommet, så enheden tæller ikke med i værdien"
    if r.udfald == "undtaget":
        return f"undtaget, {_undtagelse(sag, r)}; tæller ikke med i værdien"
    if art == "beholdning" and r.frist_dato:
        return "ikke opfyldt, fordi datoen for det næste møde er passeret"
    return f"ikke opfyldt, fordi {AARSAG[r.aarsag or 'mangler'].format(dag=dag(r.opgjort_pr))}"


def _undtagelse(sag: Mapping[str, Any], r: Raekke) -> str:
    if r.kilde == "tilsyn":  # its only exemption, whatever became of the case
        return "fordi sagsgennemgangen svarede »ikke relevant«"
    senest = r.frist_dato or r.haendelsesdato or r.opgjort_pr
    if sag["lukket_aarsag"] in UNDTAGENDE and sag["lukket_dato"] and sag["lukket_dato"] <= senest:
        return f"fordi sagen blev lukket {dag(sag['lukket_dato'])}, da {UNDTAGENDE[sag['lukket_aarsag']]}"
    return "efter indikatorens egen undtagelse (den står i definitionen og i SQL-filen)"


def _periode(r: Raekke, art: str) -> str:
    hvorfor = {
        "frist": "fristen ligger i perioden",
        "haendelse": "datoen ligger i perioden",
        "beholdning": "den var i gang på periodens opgørelsesdag",
    }[art]
    if r.udfald == "afventer":
        hvorfor = "den var åben på periodens opgørelsesdag"
    return f"Vises i {r.periode}, fordi {hvorfor}."


def _ansvar(r: Raekke) -> str:
    if r.team_id == "UKENDT":
        return "Det kan ikke ses, hvilket team der har ansvaret; enheden står under UKENDT."
    raadgiver = f" og rådgiver {r.raadgiver_id}" if r.raadgiver_id else ""
    siden = f", som overtog sagen {dag(r.team_siden)}" if r.team_siden else ""
    return f"Ansvaret har {r.team_navn} ({r.team_id}){raadgiver} pr. {dag(r.referencedato)}{siden}."
