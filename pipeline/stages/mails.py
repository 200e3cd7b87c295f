"""The candidate -> the mails that tell of it, in the outbox and the ledger; nothing is sent."""

from __future__ import annotations

from pipeline.call import Koersel
from pipeline.database import aabn_fil
from pipeline.definitions.plans import laes_plan
from pipeline.delivery import outbox
from pipeline.reports import mappenavn, sammenfatter
from pipeline.stages.computed import opgjort


def skriv_mails(koersel: Koersel) -> outbox.Udbakke:
    """Write the mails of what was last computed."""
    mappe, hvad = koersel.mappe, opgjort(koersel.mappe)
    plan = laes_plan(hvad.plan_id)
    with koersel.trin("mails", "Skriver mails til udbakken"), aabn_fil(mappe.kandidat) as database:
        return outbox.skriv_mails(
            outbox.Grundlag(
                database,
                mappe.nyeste_leverance(),
                plan,
                sammenfatter(database, plan),
                mappenavn,
            ),
            mappe.udbakke / hvad.periode,
            mappe.postbog,
            koersel.indstillinger,
        )
