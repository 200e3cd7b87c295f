"""The candidate -> the reports, in a folder of their own until they are released."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.call import Koersel
from pipeline.definitions.plans import laes_plan
from pipeline.reports.build import byg_rapporter
from pipeline.stages.computed import opgjort
from pipeline.stages.report_sources import rapportgrundlag
from pipeline.workspace import erstat_mappe


def byg(koersel: Koersel) -> Path:
    """Build the reports where nobody looks yet, so that half a set never stands where people do."""
    hvad = opgjort(koersel.mappe)
    nye = koersel.mappe.beregning / "rapporter"
    shutil.rmtree(nye, ignore_errors=True)
    nye.mkdir(mode=0o700)
    with (
        rapportgrundlag(koersel.mappe) as database,
        koersel.trin("rapporter", f"Skriver rapporter for {hvad.periode}"),
    ):
        byg_rapporter(database, laes_plan(hvad.plan_id), nye, koersel.fremdrift)
    return nye


def frigiv(koersel: Koersel, nye: Path) -> Path:
    """Put the reports just built in the place of their period's; where they stand now."""
    maal = koersel.mappe.rapporter / opgjort(koersel.mappe).periode
    erstat_mappe(nye, maal, koersel.indstillinger.rettigheder)
    return maal
