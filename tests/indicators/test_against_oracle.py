"""The SQL against a second, slow and literal computation, cell by cell, over generated deliveries.

The oracle in `tests/oracle` was written from the contract's words alone. Some deliveries go the whole
way from CSV files through the intake; more of them are laid straight into typed tables, so that many
seeds reach the rare edges.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.database import Database, aabn
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plan_models import Milepael
from pipeline.definitions.plans import Plan, kendte_maalepunkter, laes_plan
from pipeline.indicators.calculate import opgoer as opgoer_med_sql
from pipeline.intake.ingest import indlaes
from pipeline.periods import laes_periode
from pipeline.settings import Indstillinger
from tests.indicators.opstilling import opgjort
from tests.oracle import opgoer as opgoer_med_oraklet
from tests.oracle.csv_writer import skriv_leverance
from tests.oracle.generator import generer
from tests.oracle.generator_forloeb import Data
from tests.oracle.register import foldet
from tests.oracle.sammenligning import forskelle

REVIDERET = {
    "5.1": Milepael(dato=date(2021, 8, 31), procent=30, vedtaget=date(2021, 6, 30)),
    "6.1": Milepael(dato=date(2021, 4, 30), procent=45, vedtaget=date(2021, 5, 1)),
}
"""Adopted on a month's last day, and after the milestone itself."""

FOERSTE = {"7.4": Milepael(dato=date(2021, 4, 30), procent=50, vedtaget=date(2021, 7, 31))}
"""The first milestone of an indicator that the plan gave none, adopted on the way."""


@dataclass(frozen=True)
class Leverance:
    """A delivery as files, and the database the intake made of it."""

    dato: date
    data: Data
    fil: Path


def revideret(nye: dict[str, Milepael]) -> Plan:
    """The plan of Slagelse with one more milestone for some indicators."""
    slagelse = laes_plan("slagelse_2021_2023")
    indikatorer = tuple(
        i.model_copy(update={"milepaele": (*i.milepaele, nye[i.id])}) if i.id in nye else i
        for i in slagelse.indikatorer
    )
    return slagelse.model_copy(update={"indikatorer": indikatorer})


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The plan with a few milestones revised on the way."""
    return revideret(REVIDERET)


def sammenlign(database: Database, plan: Plan, data: Data, dato: date, periode: str) -> None:
    """Fail with the first differing rows and columns, by key."""
    milepaele = [(i.id, m.dato, float(m.procent), m.vedtaget) for i in plan.indikatorer for m in i.milepaele]
    oracle = opgoer_med_oraklet(data, dato, periode, milepaele)
    linjer: list[str] = []
    for tabel, ventet in (
        ("indikator_raekke", oracle.raekker),
        ("indikator_resultat", oracle.resultater),
        ("fristliste", oracle.fristliste),
    ):
        assert ventet, f"{tabel} is empty: there is nothing to compare"
        linjer += forskelle(tabel, database.hent(f"from ud.{tabel}"), ventet)
    assert not linjer, "\n".join(linjer)


@pytest.fixture(
    scope="module",
    params=[(101, date(2021, 9, 15), False), (102, date(2021, 8, 31), False), (103, date(2022, 2, 10), True)],
    ids=["mid_month", "month_end", "without_sagsfordeling"],
)
def leverance(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Leverance:
    """A generated delivery that went through files and intake, which must refuse none of its rows."""
    froe, dato, uden_fordeling = request.param
    mappe = tmp_path_factory.mktemp("leverance")
    data = generer(froe, dato, uden_fordeling=uden_fordeling)
    skriv_leverance(mappe / "udtraek", data)
    indlaesning = indlaes(
        mappe / "udtraek",
        dato,
        mappe / "tilsyn",
        Indstillinger(),
        bytes(range(32)),
        kendte_maalepunkter(),
    )
    tal = {f.extract: (f.accepteret, f.dubletter, f.karantaene) for f in indlaesning.filer}
    assert tal == {navn: (len(raekker), 0, 0) for navn, raekker in data.items()}
    assert indlaesning.database is not None
    return Leverance(dato, data, indlaesning.database)


PERIODER = {
    date(2021, 9, 15): ("2021-09", "2021-K3", "2021-08"),
    date(2021, 8, 31): ("2021-08", "2021-K3", "2021-K2"),
    date(2022, 2, 10): ("2022-02", "2022-K1", "2021-12"),
}
"""Preliminary months, quarters in their middle, and whole ones."""


@pytest.mark.parametrize("nr", range(3))
def test_from_csv_to_results_every_cell_agrees(
    leverance: Leverance, plan: Plan, nr: int, tmp_path: Path
) -> None:
    """What the files say, read by the intake and judged in SQL, is what the contract says of them."""
    periode = PERIODER[leverance.dato][nr]
    with aabn([leverance.fil.parent, tmp_path]) as database:
        database.tilknyt(leverance.fil, "lev")
        database.tilknyt(tmp_path / "ud.duckdb", "ud", skrivbar=True)
        database.brug("lev", "data")
        opgoer_med_sql(database, plan, laes_periode(periode), leverance.dato)
        sammenlign(database, plan, leverance.data, leverance.dato, periode)


def foldede(data: Data) -> Data:
    """The rows as the intake stores them: free text that compares as codes do is kept folded."""
    foldes = {
        navn: {k for k, kolonne in e.kolonner.items() if kolonne.foldes}
        for navn, e in laes_extracts().items()
    }

    def vaerdi(extract: str, kolonne: str, raa: Any) -> Any:
        return foldet(raa) if kolonne in foldes[extract] and raa is not None else raa

    return {
        navn: [{kolonne: vaerdi(navn, kolonne, raa) for kolonne, raa in raekke.items()} for raekke in raekker]
        for navn, raekker in data.items()
    }


@pytest.mark.parametrize(
    ("dato", "periode", "froe"),
    [(date(2021, 9, 15), "2021-K3", froe) for froe in range(8)]
    + [(date(2021, 5, 31), "2021-K2", froe) for froe in range(8, 12)]
    + [(date(2021, 8, 28), "2021-08", froe) for froe in range(12, 16)]
    + [
        (date(2021, 6, 1), "2021-06", 16),
        (date(2021, 2, 28), "2021-02", 17),
        (date(2022, 2, 28), "2022-01", 18),
    ],
)
def test_on_typed_rows_every_cell_agrees(
    dato: date, periode: str, froe: int, plan: Plan, tmp_path: Path
) -> None:
    """Many seeds, so that a changed comparison anywhere in the rules would show."""
    data = generer(froe, dato, uden_fordeling=froe % 7 == 5)
    with opgjort(foldede(data), dato, periode, tmp_path, plan) as database:
        sammenlign(database, plan, data, dato, periode)


def test_a_milestone_adopted_later_does_not_exist_before(tmp_path: Path) -> None:
    """Before an indicator's only milestone is adopted, its status is uden_milepael."""
    dato, plan = date(2021, 9, 15), revideret(FOERSTE)
    data = generer(3, dato)
    with opgjort(foldede(data), dato, "2021-K3", tmp_path, plan) as database:
        sammenlign(database, plan, data, dato, "2021-K3")
