"""The candidate -> the published file, and what that changes."""

from __future__ import annotations

from pipeline.call import Koersel
from pipeline.database import aabn
from pipeline.delivery import changes
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
        return changes.aendringer(database, har_tidligere=tidligere is not None)
