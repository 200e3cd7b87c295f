"""The monthly job and its steps: which stages, in which order, with the workspace to themselves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pipeline.call import Koersel, Leverance, Resultat
from pipeline.definitions.plans import laes_plan
from pipeline.delivery.account import naeste_skridt, udbakkens_linjer
from pipeline.intake.ingest import Indlaesning
from pipeline.periods import laes_periode
from pipeline.resources import ressource
from pipeline.settings import FILNAVN, laes_indstillinger
from pipeline.stages import check, ingest, mails, publish, report
from pipeline.stages.computed import opgjort
from pipeline.stages.released import kraev_frigivet


def koer(koersel: Koersel, leverance: Leverance, periode: str | None = None) -> Resultat:
    """The monthly job: ingest, check, report, publish, and the mails to the outbox; nothing is sent."""
    oensket = laes_periode(periode) if periode else None
    laes_plan(koersel.plan_id)  # a wrong period or plan is said before the work begins
    rapporteret = ingest.periode_for(koersel, leverance, oensket)
    with koersel.mappe.laast():
        indlaesning = ingest.indlaes(koersel, leverance)
        check.opgoer(koersel, rapporteret)
        rapporter = report.laes(koersel)
        byggede = report.byg(koersel, rapporter)
        aendringer = publish.aendringer(koersel)
        publish.udgiv(koersel)
        rapportmappe = report.frigiv(koersel, byggede)
        udbakke = mails.skriv_mails(koersel, rapporter)
    linjer = (*ingest.nyere_leverance(koersel, indlaesning), *udbakkens_linjer(udbakke), *aendringer)
    return Resultat(
        rapporteret.periode,
        indlaesning,
        koersel.mappe.publiceret,
        rapportmappe,
        koersel.mappe.udbakke / rapporteret.periode,
        linjer,
        naeste_skridt(udbakke, rapporteret.periode, koersel.kommando),
    )


def demo(koersel: Koersel) -> Resultat:
    """Take in every sample delivery and run the monthly job on the last one."""
    *foerste, sidste = sorted(sti for sti in ressource("data_samples").iterdir() if sti.is_dir())
    if not (egne := koersel.mappe.rod / FILNAVN).exists():
        koersel.mappe.opret()
        shutil.copyfile(ressource("data_samples", FILNAVN), egne)
        egne.chmod(0o600)
    koersel = replace(koersel, indstillinger=laes_indstillinger(egne))
    for proeve in foerste:
        indlaes(koersel, Leverance(proeve))
    return koer(koersel, Leverance(sidste))


def indlaes(koersel: Koersel, leverance: Leverance, *, kun_kontrol: bool = False) -> Indlaesning:
    """Take a delivery in, or with `kun_kontrol` only say whether it would be accepted."""
    with koersel.mappe.laast():
        return ingest.indlaes(koersel, leverance, kun_kontrol=kun_kontrol)


def opgoer(koersel: Koersel, periode: str | None = None) -> str:
    """Compute every indicator of the delivery in force; the reported period's name."""
    oensket = laes_periode(periode) if periode else None
    with _paa_det_indlaeste(koersel):
        return check.opgoer(koersel, oensket).periode


def rapporter(koersel: Koersel, periode: str | None = None, plan_id: str | None = None) -> Path:
    """Write the reports of what was last computed; their folder.

    Raises:
        ForkertBrug: nothing has been computed, or another period or plan than is named.
    """
    with _paa_det_indlaeste(koersel):
        opgjort(koersel.mappe, periode, plan_id)
        return report.frigiv(koersel, report.byg(koersel, report.laes(koersel)))


def udgiv(koersel: Koersel, periode: str | None = None) -> Path:
    """Publish what was last computed, and write its mails to the outbox; the published file.

    Raises:
        ForkertBrug: nothing has been computed, another period than is named, or the reports are of
            something else; nothing is published then.
    """
    with _paa_det_indlaeste(koersel):
        opgjort(koersel.mappe, periode)
        kraev_frigivet(koersel.mappe)
        rapporter = report.laes(koersel)
        publish.udgiv(koersel)
        mails.skriv_mails(koersel, rapporter)
    return koersel.mappe.publiceret


@contextmanager
def _paa_det_indlaeste(koersel: Koersel) -> Iterator[None]:
    """The workspace to itself, for a step that takes nothing in but needs the key of what was."""
    with koersel.mappe.laast():
        ingest.kend_noeglen(koersel)
        yield
