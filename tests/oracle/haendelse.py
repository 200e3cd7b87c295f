"""The event indicators on the register's rows: one function per row of the contract's table, quoting it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tests.oracle.frist import underretninger
from tests.oracle.haendelsesenhed import Haendelse, Haendelser, fast
from tests.oracle.kalender import Periode, plus_maaneder
from tests.oracle.moeder import i_3_2, i_3_3, i_7_3, i_7_8
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
from tests.oracle.register import FEMTI_TO, Raekke, Register, foldet


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
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, fast(dom))


def i_3_5(register: Register) -> Iterator[Haendelse]:
    """'52 at afgoerelse_dato': 'a boernesamtale § 48 afholdt in [that day - 6 months, that day]'."""
    for i in register.alle("indsatser"):
        dag = i.get("afgoerelse_dato")
        if i["kategori"] in FEMTI_TO and dag is not None:
            dom = _samtale(register, i["sag_id"], plus_maaneder(dag, -6), dag)
            yield Haendelse(i["indsats_id"], i["sag_id"], dag, fast(dom))


def _begrundet(register: Register, kolonne: str, dage: int) -> Iterator[Haendelse]:
    """The value; 'else the general undtaget (closed from modtaget to that day)'."""
    for u, modtaget in underretninger(register):
        dag = modtaget + timedelta(days=dage)
        dom = _ja_nej(u.get(kolonne))
        if dom.udfald != OPFYLDT and register.lukket_undtagende(u.get("sag_id"), modtaget, dag):
            dom = Dom(UNDTAGET)
        yield Haendelse(u["underretning_id"], u.get("sag_id"), dag, fast(dom), u)


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
            yield Haendelse(u["underretning_id"], u.get("sag_id"), dag, fast(dom), u)


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
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, fast(ja_ellers(holdt, MANGLER)))


def _vaerdi_blandt(vaerdi: object, gode: tuple[object, ...]) -> Dom:
    return ja_ellers(vaerdi in gode, MANGLER if vaerdi is None else INDHOLD)


def i_6_3(register: Register) -> Iterator[Haendelse]:
    """'partshoering_form mundtlig'."""
    for b, dag in _afsluttede(register):
        dom = _vaerdi_blandt(b.get("partshoering_form"), ("mundtlig",))
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, fast(dom))


def i_6_4(register: Register) -> Iterator[Haendelse]:
    """'antal_fokuspunkter 1 or 2'."""
    for b, dag in _afsluttede(register):
        dom = _vaerdi_blandt(b.get("antal_fokuspunkter"), (1, 2))
        yield Haendelse(b["bfu_id"], b["sag_id"], dag, fast(dom))


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
            yield Haendelse(i["indsats_id"], i["sag_id"], dag, fast(ja_ellers(har_plan, MANGLER)))


def i_7_2(register: Register) -> Iterator[Haendelse]:
    """'handleplan barn, at oprettet_dato': 'antal_maal 3, 4 or 5'."""
    for h in register.alle("handleplaner"):
        if h["type"] == "barn" and h.get("oprettet_dato") is not None:
            dom = _vaerdi_blandt(h.get("antal_maal"), (3, 4, 5))
            yield Haendelse(h["handleplan_id"], h["sag_id"], h["oprettet_dato"], fast(dom))


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
