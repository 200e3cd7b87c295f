"""What case review (tilsynssvar) and surveys (spoergeskemasvar) say, as events of their own."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle.kalender import Periode
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
from tests.oracle.register import UKENDT, Holder, Raekke, Register, foldet

TILSYN = frozenset({"1.1", "1.2", "2.1", "6.5", "6.6", "6.7", "6.9", "6.10", "7.9", "7.10"})
"""The indicators whose main source is case review."""

SPOERGSMAAL = {"1.3": "tydelig_ledelse", "3.4": "loeft"}
"""The indicators whose main source is the survey, and their question."""

TILSYNSDOM = {
    "ja": Dom(OPFYLDT),
    "ikke_relevant": Dom(UNDTAGET),
    "nej": Dom(IKKE_OPFYLDT, INDHOLD),
    "delvist": Dom(IKKE_OPFYLDT, INDHOLD),
    "kan_ikke_ses": Dom(IKKE_OPFYLDT, MANGLER),
}
"""'ja: opfyldt; ikke_relevant: undtaget; nej, delvist, kan_ikke_ses: ikke_opfyldt'."""


def tilsynsraekker(
    register: Register, perioder: list[Periode], indikatorer: set[str]
) -> Iterator[Enhedsraekke]:
    """'any indicator that has tilsynssvar under its own id as maalepunkt', whatever its main source."""
    ved_navn = {foldet(i): i for i in indikatorer}
    for s in register.alle("tilsynssvar"):
        indikator_id = ved_navn.get(foldet(s["maalepunkt"]))
        if indikator_id is not None:
            yield from _raekker(
                indikator_id, "tilsyn", perioder, s, "gennemgaaet_dato", s["tilsyn_id"], TILSYNSDOM[s["svar"]]
            )


def spoergeskemaraekker(register: Register, perioder: list[Periode]) -> Iterator[Enhedsraekke]:
    """1.3 and 3.4: 'score >= 4 (a)'."""
    for indikator_id, spoergsmaal in SPOERGSMAAL.items():
        for s in register.alle("spoergeskemasvar"):
            if foldet(s["spoergsmaal"]) == spoergsmaal:
                dom = ja_ellers(int(s["score"]) >= 4, INDHOLD)
                yield from _raekker(
                    indikator_id, "spoergeskema", perioder, s, "besvaret_dato", s["svar_id"], dom
                )


def _raekker(
    indikator_id: str,
    kilde: str,
    perioder: list[Periode],
    svar: Raekke,
    datokolonne: str,
    enhed_id: str,
    dom: Dom,
) -> Iterator[Enhedsraekke]:
    """'Tilsynssvar and spoergeskemasvar carry their own team_id'."""
    dato = svar[datokolonne]
    holder = Holder(svar.get("team_id") or UKENDT, svar.get("raadgiver_id"))
    for periode in perioder:
        if periode.indeholder(dato) and dato <= periode.opgjort_pr:
            yield lav_raekke(
                indikator_id,
                kilde,
                periode,
                enhed_id,
                svar.get("sag_id"),
                holder,
                dato,
                dom,
                haendelsesdato=dato,
                vis_team=kilde != "spoergeskema",
            )
