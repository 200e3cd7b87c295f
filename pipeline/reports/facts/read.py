"""Read everything the reports need out of the candidate, the delivery and the last publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from pipeline.database import Database
from pipeline.errors import InternFejl
from pipeline.periods import Periode, laeg_maaneder_til, laes_periode, sidste_i_maaneden
from pipeline.reports.facts.grundlag import Grundlag, rullende_til
from pipeline.reports.facts.rows import (
    Aktivitetsstatus,
    Frist,
    Fund,
    Hold,
    Kommentar,
    Mangel,
    Opgoerelse,
    Resultat,
    Revision,
    Sagstal,
    Svar,
    Trin,
)

LEVERANCE = "lev"
TIDLIGERE = "tidligere"
"""Names the delivery's file and the last publication's results are attached under, where there are any."""

_T = TypeVar("_T")


def _som(type_: type[_T], raekker: Iterable[Mapping[str, Any]]) -> list[_T]:
    navne = [felt.name for felt in fields(type_)]  # type: ignore[arg-type]
    return [type_(**{navn: raekke[navn] for navn in navne}) for raekke in raekker]


def hent_grundlag(database: Database) -> Grundlag:
    """Read everything the reports need; the delivery and the last publication where they are attached.

    Raises:
        InternFejl: the published file does not hold exactly one run.

    """
    opgoerelser = _som(Opgoerelse, database.raekker("reports", "opgoerelse"))
    if len(opgoerelser) != 1:
        raise InternFejl(f"Tabellen opgoerelse har {len(opgoerelser)} rækker; der skal være netop én.")
    run = opgoerelser[0]
    periode = laes_periode(run.periode)
    valgt = {"plan_id": run.plan_id, "periodetype": run.periodetype, "periode": run.periode}
    aar = rullende_til(periode).periode
    tilknyttede = {
        str(r["navn"]) for r in database.hent("select database_name as navn from duckdb_databases()")
    }
    return Grundlag(
        opgoerelse=run,
        bemaerkninger=tuple(r["tekst"] for r in database.raekker("reports", "bemaerkninger")),
        hold=_alle(Hold, database, "hold", periodetype=run.periodetype, periode=run.periode),
        resultater={
            (r.team_id, r.indikator_id, r.kilde, r.periodetype, r.periode): r
            for r in _alle(Resultat, database, "resultater", **valgt, maaned=aar)
        },
        milepaele=_milepaele(database, run),
        mangler=_alle(Mangel, database, "mangler", **valgt),
        frister=_alle(Frist, database, "frister", plan_id=run.plan_id),
        aktiviteter={
            a.milepael_id: a
            for a in _alle(Aktivitetsstatus, database, "aktiviteter", plan_id=run.plan_id, dag=run.opgjort_pr)
        },
        revisioner=_alle(Revision, database, "revisioner", **valgt) if TIDLIGERE in tilknyttede else (),
        trappe=_alle(Trin, database, "trappe", nu=run.opgjort_pr, foer=_et_kvartal_foer(run.opgjort_pr)),
        sagstal=_alle(Sagstal, database, "sagstal"),
        **(_fra_leverancen(database, run, periode) if LEVERANCE in tilknyttede else {}),
    )


def _alle(type_: type[_T], database: Database, fil: str, **parametre: object) -> tuple[_T, ...]:
    return tuple(_som(type_, database.raekker("reports", fil, **parametre)))


def _et_kvartal_foer(dag: date) -> date:
    """Three months before; from a month's last day to a month's last day."""
    foer = laeg_maaneder_til(dag, -3)
    return sidste_i_maaneden(foer) if dag == sidste_i_maaneden(dag) else foer


def _fra_leverancen(database: Database, run: Opgoerelse, periode: Periode) -> dict[str, Any]:
    """What is read from the delivery because it is never published, or is about its own faults."""
    database.koer_fil("reports", "ansvar", dag=run.opgjort_pr)
    advarsler = [
        fund
        for extract in _extracts_med_advarsler(database)
        for fund in _alle(
            Fund,
            database,
            "advarsler_paa_sager"
            if "sag_id" in database.kolonner(f"{LEVERANCE}.raa.{extract}")
            else "advarsler",
            extract=extract,
            raa=f"{LEVERANCE}.raa.{extract}",
        )
    ]
    return {
        "kommentarer": _alle(Kommentar, database, "kommentarer", plan_id=run.plan_id),
        "svar": _alle(Svar, database, "svar", fra=periode.foerste, til=run.opgjort_pr),
        "raadgivernavne": {
            str(r["raadgiver_id"]): str(r["navn"]) for r in database.raekker("reports", "raadgivernavne")
        },
        "fund": (*_alle(Fund, database, "registrering", dag=run.opgjort_pr), *advarsler),
    }


def _extracts_med_advarsler(database: Database) -> list[str]:
    return [str(r["extract"]) for r in database.raekker("reports", "extracts_med_advarsler")]


def _milepaele(database: Database, run: Opgoerelse) -> dict[str, tuple[tuple[date, float], ...]]:
    fundne: dict[str, tuple[tuple[date, float], ...]] = {}
    for r in database.raekker("reports", "milepaele", plan_id=run.plan_id, dag=run.sidste_dag):
        fundne[r["indikator_id"]] = (*fundne.get(r["indikator_id"], ()), (r["dato"], float(r["procent"])))
    return fundne
