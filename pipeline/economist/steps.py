"""The steps from a unit's dates to its outcome, as Danish sentences; one set per kind of indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.base.text import amount
from pipeline.definitions.plans import Indicator

REASON = {
    "for_sent": "det er gjort for sent",
    "mangler": "det, der kræves, ikke var dokumenteret pr. {dag}",
    "indhold": "det, der var dokumenteret pr. {dag}, ikke er som krævet",
}
EXEMPTING = {
    "fraflyttet": "barnet flyttede fra kommunen",
    "fyldt_18": "den unge fyldte 18 år",
    "doed": "barnet døde",
}
"""The reasons for closing a case that exempt a unit whose time had not run out."""


@dataclass(frozen=True)
class Row:
    """One unit in one period it counts in, with the names a reader needs."""

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
    vaerdi: float | None
    kategori: str | None
    gruppe: str | None

    @property
    def base(self) -> str:
        """The id without the day that a chain's links carry."""
        return self.enhed_id.rpartition("@")[0] or self.enhed_id


def day(dato: date) -> str:
    """A day as Danes write it."""
    return f"{dato:%d-%m-%Y}"


def days(count: int) -> str:
    """A number of days."""
    return f"{count} dag" if count == 1 else f"{count} dage"


def step(indicator: Indicator, sag: Mapping[str, Any], r: Row) -> Iterator[str]:
    """From the unit's dates to its outcome, and who answers for it; a case review is always an event."""
    kind = indicator.art if r.kilde == indicator.kilde else "haendelse"
    yield from STEPS[kind](r)
    if r.kilde == indicator.kilde:
        yield from _measured(indicator, r)
    yield f"Udfald: {_udfald(sag, r, kind)}."
    yield _periode(r, kind)
    yield _responsible(r)


def _frist(r: Row) -> Iterator[str]:
    if r.startdato and r.frist_dato:
        yield f"Fristen løber fra {day(r.startdato)} og er {day(r.frist_dato)}."
    if r.haendelsesdato is None or r.frist_dato is None:
        return
    for_sent = (r.haendelsesdato - r.frist_dato).days
    if for_sent > 0:
        yield f"Det er gjort {day(r.haendelsesdato)}, {days(for_sent)} efter fristen."
    elif r.aarsag == "for_sent":
        yield f"Det er gjort {day(r.haendelsesdato)}, men efter det klokkeslæt, fristen udløb."
    else:
        yield f"Det er gjort {day(r.haendelsesdato)}, inden fristen udløb."


def _event(r: Row) -> Iterator[str]:
    yield f"Datoen er {day(r.haendelsesdato or r.referencedato)}."


def _beholdning(r: Row) -> Iterator[str]:
    yield f"Er i gang på opgørelsesdagen {day(r.opgjort_pr)}."
    if r.startdato:
        yield f"Begyndte {day(r.startdato)}."
    if r.frist_dato:
        latest = f"Det seneste møde var {day(r.haendelsesdato)}" if r.haendelsesdato else "Intet møde endnu"
        yield f"{latest}; det næste skal holdes senest {day(r.frist_dato)}."


def _kadence(r: Row) -> Iterator[str]:
    """One link of a chain: from the last follow-up, or the chain's first day, to the next."""
    if r.startdato is None or r.frist_dato is None:
        return
    yield f"Der skal følges op senest {day(r.frist_dato)}, regnet fra {day(r.startdato)}."
    if r.haendelsesdato is None:
        yield f"Der er ikke dokumenteret en opfølgning siden pr. {day(r.opgjort_pr)}."
    elif (sent := (r.haendelsesdato - r.frist_dato).days) > 0:
        yield f"Den næste opfølgning var {day(r.haendelsesdato)}, {days(sent)} efter fristen."
    else:
        yield f"Den næste opfølgning var {day(r.haendelsesdato)}, inden fristen udløb."


STEPS = {"frist": _frist, "haendelse": _event, "beholdning": _beholdning, "kadence": _kadence}
"""What is told of a unit's dates, by kind of indicator."""


def _measured(indicator: Indicator, r: Row) -> Iterator[str]:
    """What was measured of the unit, where it is no mere yes or no, and the group it is told in."""
    if r.vaerdi is not None and indicator.vaerdienhed and indicator.vaerditype != "rate":
        yield f"Målt til {amount(r.vaerdi)} {indicator.vaerdienhed}."
    if r.kategori is not None:
        yield f"Kategori: {(indicator.kategorier or {}).get(r.kategori, r.kategori)}."
    if r.gruppe is not None and indicator.grupper:
        yield f"{indicator.grupper.titel}: {indicator.grupper.name(r.gruppe)}."


def _udfald(sag: Mapping[str, Any], r: Row, kind: str) -> str:
    if r.udfald == "opfyldt":
        return "opfyldt"
    if r.udfald == "opgjort":
        return "tæller med; her måles eller tælles, uden at den enkelte bedømmes"
    if r.udfald == "afventer":
        return "afventer; fristen er endnu ikke kommet, så enheden tæller ikke med i værdien"
    if r.udfald == "undtaget":
        return f"undtaget, {_exception(sag, r)}; tæller ikke med i værdien"
    if kind == "beholdning" and r.frist_dato:
        return "ikke opfyldt, fordi datoen for det næste møde er passeret"
    return f"ikke opfyldt, fordi {REASON[r.aarsag or 'mangler'].format(dag=day(r.opgjort_pr))}"


def _exception(sag: Mapping[str, Any], r: Row) -> str:
    if r.kilde == "tilsyn":  # its only exemption, whatever became of the case
        return "fordi sagsgennemgangen svarede »ikke relevant«"
    latest = r.frist_dato or r.haendelsesdato or r.opgjort_pr
    if sag["lukket_aarsag"] in EXEMPTING and sag["lukket_dato"] and sag["lukket_dato"] <= latest:
        return f"fordi sagen blev lukket {day(sag['lukket_dato'])}, da {EXEMPTING[sag['lukket_aarsag']]}"
    return "efter indikatorens egen undtagelse (den står i definitionen og i SQL-filen)"


def _periode(r: Row, kind: str) -> str:
    why = {
        "frist": "fristen ligger i perioden",
        "haendelse": "datoen ligger i perioden",
        "beholdning": "den var i gang på periodens opgørelsesdag",
        "kadence": "fristen ligger i perioden",
    }[kind]
    if r.udfald == "afventer":
        why = "den var åben på periodens opgørelsesdag"
    return f"Vises i {r.periode}, fordi {why}."


def _responsible(r: Row) -> str:
    if r.team_id == "UKENDT":
        return "Det kan ikke ses, hvilket team der har ansvaret; enheden står under UKENDT."
    raadgiver = f" og rådgiver {r.raadgiver_id}" if r.raadgiver_id else ""
    page = f", som overtog sagen {day(r.team_siden)}" if r.team_siden else ""
    return f"Ansvaret har {r.team_navn} ({r.team_id}){raadgiver} pr. {day(r.referencedato)}{page}."
