"""The reports -> the mails that tell of them, in the outbox and the ledger; nothing is sent."""

from __future__ import annotations

from pipeline.call import Koersel
from pipeline.database import aabn_fil
from pipeline.delivery import outbox
from pipeline.reports import Rapporter, mappenavn
from pipeline.stages.computed import opgjort


def skriv_mails(koersel: Koersel, rapporter: Rapporter) -> outbox.Udbakke:
    """Write the mails of what was last computed, in the words of its reports."""
    mappe = koersel.mappe
    with (
        koersel.trin("mails", "Skriver mails til udbakken"),
        aabn_fil(mappe.kandidat) as database,
        rapporter.mails() as krop,
    ):
        return outbox.skriv_mails(
            outbox.Grundlag(database, mappe.nyeste_leverance(), krop, rapporter.noegletal, mappenavn),
            mappe.udbakke / opgjort(mappe).periode,
            mappe.postbog,
            koersel.indstillinger,
        )
