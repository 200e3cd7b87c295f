"""The stock indicators 7.5, 7.7 and 7.11: units active at opgjort_pr."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.kalender import Periode, er_fyldt, plus_maaneder
from tests.oracle.raekke import (
    AFVENTER,
    FOR_SENT,
    IKKE_OPFYLDT,
    INDHOLD,
    MANGLER,
    OPFYLDT,
    UNDTAGET,
    Dom,
    Enhedsraekke,
    ja_ellers,
    lav_raekke,
)
from tests.oracle.register import FEMTI_TO, Raekke, Register


def _aktive_anbringelser(register: Register, sag_id: str, opgjort: date) -> list[Raekke]:
    return [
        i
        for i in register.for_sag("indsatser", sag_id)
        if i["kategori"] == "anbringelse" and register.aktiv_pr(i, opgjort)
    ]


def anbragte_sager(register: Register, opgjort: date) -> list[str]:
    """7.5: 'case with an active anbringelse'."""
    return [sag_id for sag_id in register.sager if _aktive_anbringelser(register, sag_id, opgjort)]


def dom_7_5(register: Register, sag_id: str, opgjort: date) -> Dom:
    """Whether the parents of a placed child have a plan.

    'a handleplan foraeldre with afgoerelse_stoette_dato <= oprettet_dato <= opgjort_pr, not afsluttet by
    opgjort_pr; else foraeldre_svar nej on one tilbudt by opgjort_pr, or the child 18 or more: undtaget'.
    """
    planer = [h for h in register.for_sag("handleplaner", sag_id) if h["type"] == "foraeldre"]
    gaeldende = [
        h
        for h in planer
        if h.get("oprettet_dato") is not None
        and h["oprettet_dato"] <= opgjort
        and (h.get("afsluttet_dato") is None or h["afsluttet_dato"] > opgjort)
    ]
    stoette = [(h.get("afgoerelse_stoette_dato"), h["oprettet_dato"]) for h in gaeldende]
    if any(s is not None and s <= oprettet for s, oprettet in stoette):
        return Dom(OPFYLDT)
    tilbudt = [h for h in planer if h.get("tilbudt_dato") is not None and h["tilbudt_dato"] <= opgjort]
    if any(h.get("foraeldre_svar") == "nej" for h in tilbudt):
        return Dom(UNDTAGET)
    if er_fyldt(register.foedselsdato(sag_id), 18, opgjort):
        return Dom(UNDTAGET)
    dokumenteret = any(s is not None and s <= opgjort for s, _ in stoette)
    return Dom(IKKE_OPFYLDT, INDHOLD if dokumenteret else MANGLER)


def tilset_sager(register: Register, opgjort: date) -> list[str]:
    """7.11: 'case with an active anbringelse with start_dato + 6 months <= opgjort_pr'."""
    return [
        sag_id
        for sag_id in register.sager
        if any(
            plus_maaneder(i["start_dato"], 6) <= opgjort
            for i in _aktive_anbringelser(register, sag_id, opgjort)
        )
    ]


def dom_7_11(register: Register, sag_id: str, opgjort: date) -> Dom:
    """'an opfoelgning with tilsyn_paa_anbringelsessted after opgjort_pr - 6 months and by opgjort_pr'."""
    efter = plus_maaneder(opgjort, -6)
    set_til = any(
        o.get("tilsyn_paa_anbringelsessted") is True and efter < o["dato"] <= opgjort
        for o in register.for_sag("opfoelgninger", sag_id)
    )
    return ja_ellers(set_til, MANGLER)


@dataclass(frozen=True)
class Opfoelgning:
    """One unit of 7.7: an active 52, its last meeting and the day the next is due."""

    enhed_id: str
    sag_id: str
    start: date
    seneste: date | None
    frist: date

    def dom(self, opgjort: date) -> Dom:
        """'opgjort_pr <= due: opfyldt (afventer where there is none yet); later: ikke_opfyldt' (for_sent)."""
        if opgjort > self.frist:
            return Dom(IKKE_OPFYLDT, FOR_SENT)
        return Dom(AFVENTER if self.seneste is None else OPFYLDT)


def opfoelgninger_7_7(register: Register, opgjort: date) -> Iterator[Opfoelgning]:
    """7.7: 'active 52', each with its due.

    'due = last opfoelgning form moede of the indsats (or of the case without indsats_id) in [start,
    opgjort_pr] + m months, m = opfoelgning_maaneder where that is 1 to 6, else 6; none yet: start + the
    smaller of m and 3 months'.
    """
    for i in register.alle("indsatser"):
        if i["kategori"] not in FEMTI_TO or not register.aktiv_pr(i, opgjort):
            continue
        angivet = i.get("opfoelgning_maaneder")
        m = angivet if angivet is not None and 1 <= angivet <= 6 else 6
        start: date = i["start_dato"]
        dage = [
            o["dato"]
            for o in register.alle("opfoelgninger")
            if o["form"] == "moede" and start <= o["dato"] <= opgjort and _hoerer_til(o, i)
        ]
        seneste = max(dage, default=None)
        frist = plus_maaneder(start, min(m, 3)) if seneste is None else plus_maaneder(seneste, m)
        yield Opfoelgning(i["indsats_id"], i["sag_id"], start, seneste, frist)


def _hoerer_til(opfoelgning: Raekke, indsats: Raekke) -> bool:
    """'an opfoelgning belongs to the indsats it names, whichever sag_id it carries'."""
    if opfoelgning.get("indsats_id") is None:
        return bool(opfoelgning["sag_id"] == indsats["sag_id"])
    return bool(opfoelgning["indsats_id"] == indsats["indsats_id"])


def raekker(register: Register, perioder: list[Periode]) -> Iterator[Enhedsraekke]:
    """Every stock unit at every period's opgjort_pr."""
    for periode in perioder:
        opgjort = periode.opgjort_pr
        for sag_id in anbragte_sager(register, opgjort):
            yield _sagsraekke(register, "7.5", periode, sag_id, dom_7_5(register, sag_id, opgjort))
        for sag_id in tilset_sager(register, opgjort):
            yield _sagsraekke(register, "7.11", periode, sag_id, dom_7_11(register, sag_id, opgjort))
        for o in opfoelgninger_7_7(register, opgjort):
            yield lav_raekke(
                "7.7",
                "dubu",
                periode,
                o.enhed_id,
                o.sag_id,
                register.holder(o.sag_id, opgjort),
                opgjort,
                o.dom(opgjort),
                startdato=o.start,
                frist_dato=o.frist,
                haendelsesdato=o.seneste,
            )


def _sagsraekke(
    register: Register, indikator_id: str, periode: Periode, sag_id: str, dom: Dom
) -> Enhedsraekke:
    opgjort = periode.opgjort_pr
    return lav_raekke(
        indikator_id, "dubu", periode, sag_id, sag_id, register.holder(sag_id, opgjort), opgjort, dom
    )
