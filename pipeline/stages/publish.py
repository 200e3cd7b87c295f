"""The candidate -> the published file, and what that changes."""

from __future__ import annotations

from pipeline.call import Koersel
from pipeline.database import aabn
from pipeline.definitions.plans import laes_plan
from pipeline.delivery import changes
from pipeline.stages.computed import opgjort
from pipeline.stages.report_sources import gem_tidligere, udgivet
from pipeline.workspace import erstat_fil


def udgiv(koersel: Koersel) -> None:
    """Put the candidate in the published file's place; what the reports compare with is kept."""
    with koersel.trin("udgivelse", "Udgiver databasen"):
        gem_tidligere(koersel.mappe)
        erstat_fil(koersel.mappe.kandidat, koersel.mappe.publiceret, koersel.indstillinger.rettigheder)


def aendringer(koersel: Koersel) -> tuple[str, ...]:
    """What `udgiv` is about to change, told while the file published so far still stands."""
    with aabn([koersel.mappe.rod]) as database:
        database.tilknyt(koersel.mappe.kandidat.resolve(), "nu")
        if tidligere := udgivet(koersel.mappe):
            database.tilknyt(tidligere.resolve(), "tidligere")
        database.brug("nu")
        plan = laes_plan(opgjort(koersel.mappe).plan_id)
        foerer = [i.id for i in plan.indikatorer if i.tilsyn_foerer]
        return changes.aendringer(database, foerer, har_tidligere=tidligere is not None)
