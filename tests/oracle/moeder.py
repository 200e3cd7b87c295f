"""Meetings, and the indicators whose unit is one: 3.2, 3.3, 7.3 and 7.8."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.haendelsesenhed import Haendelse, fast
from tests.oracle.kalender import EN_DAG, er_fyldt
from tests.oracle.raekke import INDHOLD, MANGLER, OPFYLDT, UNDTAGET, Dom, ja_ellers
from tests.oracle.register import Raekke, Register


@dataclass(frozen=True)
class Moede:
    """'the opfoelgninger of one sag_id and dato with form moede, taken together'."""

    sag_id: str
    dato: date
    opfoelgninger: tuple[Raekke, ...]

    @property
    def enhed_id(self) -> str:
        """'its enhed_id is `sag_id@yyyy-mm-dd`'."""
        return f"{self.sag_id}@{self.dato.isoformat()}"

    def sandt(self, kolonne: str) -> bool:
        """'a bool is true when true on any of them'."""
        return any(o.get(kolonne) is True for o in self.opfoelgninger)

    def dokumenteret(self, kolonne: str) -> bool:
        """Whether any of them says yes or no."""
        return any(o.get(kolonne) is not None for o in self.opfoelgninger)


def moeder(register: Register) -> Iterable[Moede]:
    """Every meeting of the delivery."""
    samlet: dict[tuple[str, date], list[Raekke]] = defaultdict(list)
    for o in register.alle("opfoelgninger"):
        if o["form"] == "moede":
            samlet[o["sag_id"], o["dato"]].append(o)
    for (sag_id, dato), opfoelgninger in samlet.items():
        yield Moede(sag_id, dato, tuple(opfoelgninger))


def _moede(m: Moede, dom: Dom) -> Haendelse:
    return Haendelse(m.enhed_id, m.sag_id, m.dato, fast(dom))


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
