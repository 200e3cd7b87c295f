"""The delivery in force -> the candidate: every indicator computed, and all that a publication holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.call import Koersel
from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import Plan, laes_plan
from pipeline.delivery.publish import kommenter, kopier_extracts, kopier_leverancer
from pipeline.economist.views import opret_visninger
from pipeline.indicators.calculate import opgoer as beregn
from pipeline.periods import Periode, seneste_hele_maaned
from pipeline.workspace import udtraeksdato


def opgoer(koersel: Koersel, oensket: Periode | None = None) -> Periode:
    """Make the candidate anew for a period, else for the last whole month; the period it is of.

    Raises:
        ForkertBrug: no delivery is there, or the period cannot be computed from it.
    """
    leverance = koersel.mappe.nyeste_leverance()
    dato = udtraeksdato(leverance)
    periode, plan = oensket or seneste_hele_maaned(dato), laes_plan(koersel.plan_id)
    with (
        koersel.trin("indikatorer", f"Opgør indikatorerne for {periode.periode}"),
        _ny_kandidat(koersel, leverance) as database,
    ):
        beregn(database, plan, periode, dato)
        with koersel.trin("udgivelse_bygges", "Samler det, der skal udgives"):
            saml_udgivelse(database, koersel.mappe.leverancefiler(), plan, periode, dato)
    return periode


@contextmanager
def _ny_kandidat(koersel: Koersel, leverance: Path) -> Iterator[Database]:
    """The delivery as unqualified names, and an empty `ud` that becomes the candidate if all goes well."""
    mappe = koersel.mappe
    ny = mappe.beregning / "ny.duckdb"
    ny.unlink(missing_ok=True)
    with aabn([mappe.rod], midlertidig=mappe.beregning / "spild") as database:
        database.tilknyt(leverance, "lev")
        database.tilknyt(ny, "ud", skrivbar=True)
        ny.chmod(0o600)
        database.brug("lev", "data")
        yield database
        database.brug("memory")
        database.frakobl("ud")
    ny.replace(mappe.kandidat)


def saml_udgivelse(
    database: Database, leverancer: Sequence[Path], plan: Plan, periode: Periode, dato: date
) -> None:
    """What the economist opens beside the results: extracts, bookkeeping, comments and views.

    `database` has the typed extracts as its unqualified names and the results in `ud`; `leverancer` are
    the deliveries taken in, oldest first, and `dato` the day the one in force was drawn.
    """
    extracts = laes_extracts()
    kopier_extracts(database, extracts)
    kopier_leverancer(database, leverancer)
    database.koer_fil("published", "opgoerelse", **_opgoerelse(plan, periode, dato))
    kommenter(database, extracts)
    opret_visninger(database)


def _opgoerelse(plan: Plan, periode: Periode, dato: date) -> dict[str, Any]:
    return {
        "plan_id": plan.plan_id,
        "periode": periode.periode,
        "periodetype": periode.periodetype,
        "foerste_dag": periode.foerste,
        "sidste_dag": periode.sidste,
        "opgjort_pr": periode.opgjort_pr(dato),
        "foreloebig": periode.foreloebig(dato),
        "program_version": __version__,
    }
