"""What `check` computed last: the candidate, of which period and which plan."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.database import aabn_fil
from pipeline.errors import ForkertBrug
from pipeline.periods import laes_periode
from pipeline.workspace import Arbejdsmappe


@dataclass(frozen=True)
class Opgjort:
    """The period and the plan that the candidate is of."""

    periode: str
    plan_id: str


def opgjort(mappe: Arbejdsmappe, periode: str | None = None, plan_id: str | None = None) -> Opgjort:
    """What was last computed; where a period or a plan is named, it has to be that one.

    Raises:
        ForkertBrug: nothing has been computed, or something else.
    """
    if not mappe.kandidat.is_file():
        raise ForkertBrug(f"{mappe.rod}: der er ikke opgjort noget endnu; kør først check.")
    oensket = laes_periode(periode).periode if periode else None
    with aabn_fil(mappe.kandidat) as database:
        (raekke,) = database.hent("select periode, plan_id from opgoerelse")
    fundet = Opgjort(**raekke)
    if oensket not in {None, fundet.periode}:
        raise ForkertBrug(
            f"Det er {fundet.periode}, der sidst blev opgjort; kør først check --periode {oensket}."
        )
    if plan_id not in {None, fundet.plan_id}:
        raise ForkertBrug(
            f"Det er efter planen {fundet.plan_id}, der sidst blev opgjort; kør først check --plan med en "
            "anden plan."
        )
    return fundet
