"""The event indicators on the register's rows: one function per row of the contract's table, quoting it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.frist import underretninger
from tests.oracle.kalender import EN_DAG, Periode, er_fyldt, plus_maaneder
from tests.oracle.raekke import (
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
from tests.oracle.register import FEMTI_TO, Moede, Raekke, Register, foldet, moeder


@dataclass(frozen=True)
class Haendelse:
    """'a unit belongs to the period that contains its date, if that is not after opgjort_pr'."""

    enhed_id: str
    sag_id: str | None
    dato: date
    doemt: Callable[[date], Dom]
    """The judgement as known on opgjort_pr."""
    underretning: Raekke | None = None


Haendelser = Callable[[Register], Iterator[Haendelse]]


def _fast(dom: Dom) -> Callable[[date], Dom]:
    """A judgement that nothing after the event can change."""
    return lambda opgjort: dom


def _ja_nej(vaerdi: object) -> Dom:
    """A bool: missing 'is not documented', no is 'documented, but not what is required'."""
    return ja_ellers(vaerdi is True, MANGLER if vaerdi is None else INDHOLD)


def _samtale(register: Register, sag_id: str, fra: date, til: date) -> Dom:
    """'a boernesamtale § 48 afholdt for the case in [fra, til]'.

    'else undladt_begrundet there, or a child unborn' on the last day: 'undtaget'.
    """
    udfald = register.samtaler48(sag_id, fra, til)
    if "afholdt" in udfald:
        return Dom(OPFYLDT)
    if "undladt_begrundet" in udfald or register.ufoedt(sag_id, til):
        return Dom(UNDTAGET)
    return Dom(IKKE_OPFYLDT, INDHOLD if udfald else MANGLER)


def _afsluttede(register: Register) -> Iterator[tuple[Raekke, date]]:
    """'BFU, at afsluttet_dato'; 'A BFU that ended afbrudt ... is in none of 3.1, 6.1-6.4'."""
    for b in register.alle("undersoegelser"):
        if b.get("afsluttet_dato") is not None and b.get("afslutning") != "afbrudt":
            yield b, b["afsluttet_dato"]


def i_3_1(register: Register) -> Iterator[Haendelse]:
    """'a boernesamtale § 48 afholdt for the case in [startet, afsluttet]'."""
    for b, dag in _afsluttede(register):
        dom = _samtale(register, b["sag_id"], b["startet_dato"], dag)
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, _fast(dom))


def _moede(m: Moede, dom: Dom) -> Haendelse:
    return Haendelse(m.enhed_id, m.sag_id, m.dato, _fast(dom))


def _paa_moedet(m: Moede, kolonne: str) -> Dom:
    return ja_ellers(m.sandt(kolonne), INDHOLD if m.dokumenteret(kolonne) else MANGLER)


def i_3_2(register: Register) -> Iterator[Haendelse]:
    """'meeting; child 8 full years or more that day': 'barn_deltog; else barn_undtaget: undtaget'."""
    for m in moeder(register):
        if er_fyldt(register.foedselsdato(m.sag_id), 8, m.dato):
            dom = _paa_moedet(m, "barn_deltog")
            if dom.udfald != OPFYLDT and m.sandt("barn_undtaget"):
                dom = Dom(UNDTAGET)
            yield _moede(m, dom)


def i_3_3(register: Register) -> Iterator[Haendelse]:
    """'meeting': 'privat_netvaerk_deltog and professionelt_netvaerk_deltog'."""
    kolonner = ("privat_netvaerk_deltog", "professionelt_netvaerk_deltog")
    for m in moeder(register):
        dokumenteret = all(m.dokumenteret(k) for k in kolonner)
        yield _moede(m, ja_ellers(all(m.sandt(k) for k in kolonner), INDHOLD if dokumenteret else MANGLER))


def i_3_5(register: Register) -> Iterator[Haendelse]:
    """'52 at afgoerelse_dato': 'a boernesamtale § 48 afholdt in [that day - 6 months, that day]'."""
    for i in register.alle("indsatser"):
        dag = i.get("afgoerelse_dato")
        if i["kategori"] in FEMTI_TO and dag is not None:
            dom = _samtale(register, i["sag_id"], plus_maaneder(dag, -6), dag)
            yield Haendelse(i["indsats_id"], i["sag_id"], dag, _fast(dom))


def _begrundet(register: Register, kolonne: str, dage: int) -> Iterator[Haendelse]:
    """The value; 'else the general undtaget (closed from modtaget to that day)'."""
    for u, modtaget in underretninger(register):
        dag = modtaget + timedelta(days=dage)
        dom = _ja_nej(u.get(kolonne))
        if dom.udfald != OPFYLDT and register.lukket_undtagende(u.get("sag_id"), modtaget, dag):
            dom = Dom(UNDTAGET)
        yield Haendelse(u["underretning_id"], u.get("sag_id"), dag, _fast(dom), u)


def i_5_5(register: Register) -> Iterator[Haendelse]:
    """'as 5.1, at the day after modtaget (5.4's F)': 'vurdering_24t_begrundet'."""
    return _begrundet(register, "vurdering_24t_begrundet", 1)


def i_5_6(register: Register) -> Iterator[Haendelse]:
    """'as 5.1, at 5.2's F': 'samtale_begrundelse'."""
    return _begrundet(register, "samtale_begrundelse", 28)


def i_5_7(register: Register) -> Iterator[Haendelse]:
    """'as 5.1, fagperson, at partshoering_dato, when not before modtaget': 'underretter_inddraget'."""
    for u, modtaget in underretninger(register):
        dag = u.get("partshoering_dato")
        if u["underretter_type"] == "fagperson" and dag is not None and dag >= modtaget:
            dom = _ja_nej(u.get("underretter_inddraget"))
            yield Haendelse(u["underretning_id"], u.get("sag_id"), dag, _fast(dom), u)


def i_6_1(register: Register) -> Iterator[Haendelse]:
    """'undersoegelsesplan_dato <= afsluttet_dato'; a later one is documented once dated by opgjort_pr."""
    for b, dag in _afsluttede(register):
        plan: date | None = b.get("undersoegelsesplan_dato")

        def doemt(opgjort: date, plan: date | None = plan, dag: date = dag) -> Dom:
            kendt = plan is not None and plan <= opgjort
            return ja_ellers(plan is not None and plan <= dag, INDHOLD if kendt else MANGLER)

        yield Haendelse(b["bfu_id"], b["sag_id"], dag, doemt)


def i_6_2(register: Register) -> Iterator[Haendelse]:
    """'an aktivitet undertype netvaerksmoede for the case in [startet, afsluttet]'."""
    for b, dag in _afsluttede(register):
        holdt = any(
            foldet(a.get("undertype") or "") == "netvaerksmoede" and b["startet_dato"] <= a["dato"] <= dag
            for a in register.for_sag("aktiviteter", b["sag_id"])
        )
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, _fast(ja_ellers(holdt, MANGLER)))


def _vaerdi_blandt(vaerdi: object, gode: tuple[object, ...]) -> Dom:
    return ja_ellers(vaerdi in gode, MANGLER if vaerdi is None else INDHOLD)


def i_6_3(register: Register) -> Iterator[Haendelse]:
    """'partshoering_form mundtlig'."""
    for b, dag in _afsluttede(register):
        dom = _vaerdi_blandt(b.get("partshoering_form"), ("mundtlig",))
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, _fast(dom))


def i_6_4(register: Register) -> Iterator[Haendelse]:
    """'antal_fokuspunkter 1 or 2'."""
    for b, dag in _afsluttede(register):
        dom = _vaerdi_blandt(b.get("antal_fokuspunkter"), (1, 2))
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, _fast(dom))


def i_7_1(register: Register) -> Iterator[Haendelse]:
    """'52 at afgoerelse_dato (also one after opgjort_pr: the unit waits for it); without one, at start_dato'.

    'a handleplan barn of the case with oprettet_dato <= afgoerelse_dato, not afsluttet before it;
    without afgoerelse_dato: ikke_opfyldt'.
    """
    for i in register.alle("indsatser"):
        afgoerelse = i.get("afgoerelse_dato")
        dag = i.get("start_dato") if afgoerelse is None else afgoerelse
        if i["kategori"] in FEMTI_TO and dag is not None:
            har_plan = afgoerelse is not None and register.barneplan_i_kraft(i["sag_id"], afgoerelse)
            yield Haendelse(i["indsats_id"], i["sag_id"], dag, _fast(ja_ellers(har_plan, MANGLER)))


def i_7_2(register: Register) -> Iterator[Haendelse]:
    """'handleplan barn, at oprettet_dato': 'antal_maal 3, 4 or 5'."""
    for h in register.alle("handleplaner"):
        if h["type"] == "barn" and h.get("oprettet_dato") is not None:
            dom = _vaerdi_blandt(h.get("antal_maal"), (3, 4, 5))
            yield Haendelse(h["handleplan_id"], h["sag_id"], h["oprettet_dato"], _fast(dom))


def i_7_3(register: Register) -> Iterator[Haendelse]:
    """'meeting of a case with a handleplan barn in force': 'maalopfoelgning_udfyldt'."""
    for m in moeder(register):
        if register.barneplan_i_kraft(m.sag_id, m.dato):
            yield _moede(m, _paa_moedet(m, "maalopfoelgning_udfyldt"))


def _angaar_anbringelse(register: Register, m: Moede) -> bool:
    """Whether the meeting 'concerns an anbringelse'.

    'its indsats_id is one, or it has none and the case has one active that day: start <= day, no slut or
    slut >= day'; 'an opfoelgning belongs to the indsats it names'.
    """
    aktiv = any(
        i["kategori"] == "anbringelse"
        and i.get("start_dato") is not None
        and i["start_dato"] <= m.dato
        and (i.get("slut_dato") is None or i["slut_dato"] >= m.dato)
        for i in register.for_sag("indsatser", m.sag_id)
    )
    naevnte = [o.get("indsats_id") for o in m.opfoelgninger]
    return any(aktiv if n is None else register.indsatser[n]["kategori"] == "anbringelse" for n in naevnte)


def i_7_8(register: Register) -> Iterator[Haendelse]:
    """'tilsyn_paa_anbringelsessted, or a besoeg of the case with it that day or in the 14 days before'."""
    for m in moeder(register):
        if not _angaar_anbringelse(register, m):
            continue
        besoegt = any(
            o["form"] == "besoeg"
            and o.get("tilsyn_paa_anbringelsessted") is True
            and m.dato - 14 * EN_DAG <= o["dato"] <= m.dato
            for o in register.for_sag("opfoelgninger", m.sag_id)
        )
        yield _moede(m, Dom(OPFYLDT) if besoegt else _paa_moedet(m, "tilsyn_paa_anbringelsessted"))


HAENDELSER: dict[str, Haendelser] = {
    "3.1": i_3_1,
    "3.2": i_3_2,
    "3.3": i_3_3,
    "3.5": i_3_5,
    "5.5": i_5_5,
    "5.6": i_5_6,
    "5.7": i_5_7,
    "6.1": i_6_1,
    "6.2": i_6_2,
    "6.3": i_6_3,
    "6.4": i_6_4,
    "7.1": i_7_1,
    "7.2": i_7_2,
    "7.3": i_7_3,
    "7.8": i_7_8,
}


def raekker(register: Register, perioder: list[Periode]) -> Iterator[Enhedsraekke]:
    """Every event in every period that contains its date, by opgjort_pr."""
    for indikator_id, haendelser in HAENDELSER.items():
        for h in haendelser(register):
            for periode in perioder:
                if periode.indeholder(h.dato) and h.dato <= periode.opgjort_pr:
                    yield lav_raekke(
                        indikator_id,
                        "dubu",
                        periode,
                        h.enhed_id,
                        h.sag_id,
                        register.holder(h.sag_id, h.dato, h.underretning),
                        h.dato,
                        h.doemt(periode.opgjort_pr),
                        haendelsesdato=h.dato,
                    )
