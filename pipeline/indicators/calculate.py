"""Run a plan's indicators: one SQL file each states its units, one per kind judges them.

The caller gives a database whose unqualified names mean the typed extracts, with the database to be
published attached, writable, as `ud`. No loop runs over months, teams or rows: every period is
computed at once.
"""

from __future__ import annotations

from datetime import date

from pipeline.database import Database, sql_fil
from pipeline.definitions.plans import Indikator, Plan
from pipeline.periods import Periode, perioder

Z_95 = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval (contract, section 2)."""


def opgoer(database: Database, plan: Plan, rapporteret: Periode, udtraeksdato: date) -> None:
    """Fill `ud` with plan, indikator, milepael, periode, indikator_raekke, indikator_resultat, fristliste.

    Raises:
        ForkertBrug: the reported period cannot be computed from a delivery of that date.
    """
    alle = perioder(rapporteret, udtraeksdato)
    database.koer_fil("results", "tabeller")
    _indsaet_plan(database, plan)
    database.indsaet("ud.periode", [_periode(p, udtraeksdato) for p in alle])
    database.koer_fil("results", "kalender")
    forbered(database)
    for indikator in plan.indikatorer:
        saml_enheder(database, indikator)
    bedoem(database, plan.plan_id)
    database.koer_fil("results", "optalt")
    database.koer_fil("results", "gitter")
    database.koer_fil("results", "milepaele")
    database.koer_fil("results", "resultater", plan_id=plan.plan_id, z=Z_95)
    database.koer_fil(
        "results", "fristliste", plan_id=plan.plan_id, opgjort_pr=rapporteret.opgjort_pr(udtraeksdato)
    )


def forbered(database: Database) -> None:
    """Make the shared rules and the empty tables that units are gathered in."""
    for fil in ("regler", "enheder", "bedoemmelse"):
        database.koer_fil("kinds", fil)


def saml_enheder(database: Database, indikator: Indikator) -> None:
    """Gather an indicator's units, and those of its case review where another source is the main one."""
    database.saet_variabel("indikator_id", indikator.id)
    database.saet_variabel("kilde", indikator.kilde)
    database.koer_sti(sql_fil("indicators", indikator.beregning.sql), indikator.beregning.parametre)
    if indikator.kilde != "tilsyn":
        database.saet_variabel("kilde", "tilsyn")
        database.koer_fil("indicators", "tilsynssvar", maalepunkt=indikator.id)


def bedoem(database: Database, plan_id: str) -> None:
    """Judge the gathered units and write `indikator_raekke`."""
    for art in ("frist", "haendelse", "beholdning"):
        database.koer_fil("kinds", art)
    database.koer_fil("results", "raekker", plan_id=plan_id)


def _indsaet_plan(database: Database, plan: Plan) -> None:
    felter = ("plan_id", "titel", "organisation", "start_dato", "slut_dato")
    database.indsaet("ud.plan", [{felt: getattr(plan, felt) for felt in felter}])
    database.indsaet("ud.indikator", [_indikator(plan.plan_id, i) for i in plan.indikatorer])
    database.indsaet(
        "ud.milepael",
        [
            {"plan_id": plan.plan_id, "indikator_id": i.id, **m.model_dump()}
            for i in plan.indikatorer
            for m in i.milepaele
        ],
    )


def _indikator(plan_id: str, indikator: Indikator) -> dict[str, object]:
    felter = (
        "udviklingspunkt", "titel", "spoergsmaal", "kilde", "planens_maaling", "art", "vaerditype",
        "enhed", "retning", "taeller_tekst", "naevner_tekst", "lovgrundlag", "antagelse",
    )  # fmt: skip
    return {
        "plan_id": plan_id,
        "indikator_id": indikator.id,
        **{felt: getattr(indikator, felt) for felt in felter},
    }


def _periode(periode: Periode, udtraeksdato: date) -> dict[str, object]:
    return {
        "periodetype": periode.periodetype,
        "periode": periode.periode,
        "foerste_dag": periode.foerste,
        "sidste_dag": periode.sidste,
        "opgjort_pr": periode.opgjort_pr(udtraeksdato),
        "foreloebig": periode.foreloebig(udtraeksdato),
    }
