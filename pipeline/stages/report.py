"""The candidate -> the reports, in a folder of their own until they are released."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.call import Koersel
from pipeline.definitions.plans import Plan, laes_plan
from pipeline.reports import Rapporter
from pipeline.settings import Kommune
from pipeline.stages.computed import opgjort
from pipeline.stages.released import maerket
from pipeline.stages.report_sources import rapportgrundlag
from pipeline.workspace import erstat_mappe


def laes(koersel: Koersel) -> Rapporter:
    """What the reports are made from, read once for the pages and the mails."""
    hvad = opgjort(koersel.mappe)
    with rapportgrundlag(koersel.mappe) as database:
        return Rapporter(database, _i_kommunens_navn(laes_plan(hvad.plan_id), koersel.indstillinger.kommune))


def _i_kommunens_navn(plan: Plan, kommune: Kommune) -> Plan:
    """The plan as the municipality's own that follows it: reports never speak in another one's name."""
    egen = kommune.navn != Kommune().navn
    return plan.model_copy(update={"organisation": kommune.navn}) if egen else plan


def byg(koersel: Koersel, rapporter: Rapporter) -> Path:
    """Build the reports where nobody looks yet, so that half a set never stands where people do."""
    nye = koersel.mappe.beregning / "rapporter"
    shutil.rmtree(nye, ignore_errors=True)
    nye.mkdir(mode=0o700)
    with koersel.trin("rapporter", f"Skriver rapporter for {opgjort(koersel.mappe).periode}"):
        rapporter.skriv(nye, koersel.fremdrift)
    return nye


def frigiv(koersel: Koersel, nye: Path) -> Path:
    """Put the reports just built in the place of their period's; where they stand now."""
    maal = koersel.mappe.rapporter / opgjort(koersel.mappe).periode
    with maerket(koersel.mappe):
        erstat_mappe(nye, maal, koersel.indstillinger.rettigheder)
    return maal
