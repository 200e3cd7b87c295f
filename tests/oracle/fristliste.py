"""fristliste: what is open at the reported period's opgjort_pr, past its deadline or coming."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.beholdning import opfoelgninger_7_7
from tests.oracle.frist import FRISTER
from tests.oracle.raekke import PLAN_ID
from tests.oracle.register import Holder, Register


def fristliste(register: Register, opgjort: date) -> Iterator[dict[str, object]]:
    """'for every deadline indicator but 4.4, and 7.7 with its due'.

    'overskredet when F <= opgjort_pr (7.7: due < opgjort_pr), else kommende'; 'team and caseworker are
    those who hold the case at opgjort_pr'.
    """
    for indikator_id, enheder in FRISTER.items():
        if indikator_id == "4.4":
            continue
        for e in enheder(register):
            if e.aaben(register, opgjort):
                holder = register.holder(e.sag_id, opgjort, e.underretning)
                yield _linje(
                    indikator_id, e.enhed_id, e.sag_id, holder, e.start, e.frist, e.frist <= opgjort, opgjort
                )
    for o in opfoelgninger_7_7(register, opgjort):
        holder = register.holder(o.sag_id, opgjort)
        yield _linje("7.7", o.enhed_id, o.sag_id, holder, o.start, o.frist, o.frist < opgjort, opgjort)


def _linje(
    indikator_id: str,
    enhed_id: str,
    sag_id: str | None,
    holder: Holder,
    start: date,
    frist: date,
    overskredet: bool,
    opgjort: date,
) -> dict[str, object]:
    return {
        "plan_id": PLAN_ID,
        "indikator_id": indikator_id,
        "enhed_id": enhed_id,
        "sag_id": sag_id,
        "team_id": holder.team_id,
        "raadgiver_id": holder.raadgiver_id,
        "startdato": start,
        "frist_dato": frist,
        "tilstand": "overskredet" if overskredet else "kommende",
        "dage": abs((frist - opgjort).days),
    }
