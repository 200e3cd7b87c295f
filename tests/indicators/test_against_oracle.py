"""The SQL against a second, slow and literal computation, cell by cell, over generated deliveries.

The oracle in `tests/oracle` was written from the contract's words alone. Some deliveries go the whole
way from CSV files through the intake; more of them are laid straight into typed tables, so that many
seeds reach the rare edges. Every run computes several plans together.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.base.database import Database, open_database
from pipeline.base.periods import read_periode
from pipeline.base.settings import Settings
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plan_models import Milepael
from pipeline.definitions.plans import Indicator, Plan, all_plans, kendte_maalepunkter, read_plan
from pipeline.indicators.calculate import calculate
from pipeline.indicators.laid import lay
from pipeline.indicators.unmeasured import Lacking, uncounted
from pipeline.intake.ingest import take_in
from tests.oracle import PLANS
from tests.oracle import calculate as calculate_slowly
from tests.oracle.comparison import differences
from tests.oracle.csv_writer import write_delivery
from tests.oracle.generator import OPTIONAL, generate
from tests.oracle.generator_cases import Data
from tests.oracle.plan import from_model
from tests.oracle.register import folded

SEEDS = int(os.environ.get("ORACLE_SEEDS", "1"))
"""How many times as many generated deliveries as every change is held against: `make seeds` takes more."""

SLAGELSE = "slagelse_2021_2023"

REVISED = {
    "5.1": Milepael(dato=date(2021, 8, 31), procent=30, vedtaget=date(2021, 6, 30)),
    "6.1": Milepael(dato=date(2021, 4, 30), procent=45, vedtaget=date(2021, 5, 1)),
}
"""Adopted on a month's last day, and after the milestone itself."""

FIRST = {"7.4": Milepael(dato=date(2021, 4, 30), procent=50, vedtaget=date(2021, 7, 31))}
"""The first milestone of an indicator that the plan gave none, adopted on the way."""

IN_UNITS = (Milepael(dato=date(2021, 2, 28), procent=14), Milepael(dato=date(2021, 8, 31), procent=7))
"""Milestones in days or in a number of units, which fall."""


@dataclass(frozen=True)
class Delivery:
    """A delivery as files, and the database the intake made of it."""

    day: date
    data: Data
    file: Path


def revised(new: dict[str, Milepael]) -> Plan:
    """The plan of Slagelse with one more milestone for some indicators."""
    plan = read_plan(SLAGELSE)
    return plan.model_copy(update={"indikatorer": tuple(_one_more(i, new) for i in plan.indikatorer)})


def _one_more(indikator: Indicator, new: dict[str, Milepael]) -> Indicator:
    if indikator.id not in new:
        return indikator
    marks = (*indikator.milepaele, new[indikator.id])
    return indikator.model_copy(update={"maaltype": "milepaele", "milepaele": marks})


def against_a_baseline() -> Plan:
    """Another plan of the same indicators, some of them falling, each held against one of two months."""
    plan = read_plan(SLAGELSE)
    changed = [
        {
            "maaltype": "baseline",
            "milepaele": (),
            "baseline": ("2021-03", "2021-04")[nr % 2],
            "retning": ("faldende", "stigende", "stigende")[nr % 3],
        }
        for nr in range(len(plan.indikatorer))
    ]
    return _changed(plan, "en_anden_plan", "2020-12", changed)


def in_units() -> Plan:
    """A third plan: numbers and counts have falling milestones in their own unit, shares none."""
    plan = read_plan(SLAGELSE)
    falling = {"maaltype": "milepaele", "milepaele": IN_UNITS, "retning": "faldende"}
    without = {"maaltype": "ingen", "milepaele": ()}
    of_numbers = [i.vaerditype in ("antal", "gennemsnit", "median") for i in plan.indikatorer]
    return _changed(plan, "i_enheder", "2021-01", [falling if n else without for n in of_numbers])


def _changed(plan: Plan, plan_id: str, first: str, changes: Sequence[dict[str, Any]]) -> Plan:
    indikatorer = tuple(
        i.model_copy(update=change) for i, change in zip(plan.indikatorer, changes, strict=True)
    )
    return plan.model_copy(update={"plan_id": plan_id, "foerste_periode": first, "indikatorer": indikatorer})


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    """The document's plan with a few milestones revised on the way, and two more of the same indicators."""
    return [revised(REVISED), against_a_baseline(), in_units()]


def compute(database: Database, plans: Sequence[Plan], period: str, day: date, data: Data) -> None:
    """What the program makes of the delivery that lies in the database."""
    lacking = Lacking({name for name in OPTIONAL if name not in data}, {})
    calculate(database, plans, read_periode(period), day, uncounted(plans, lacking))


def compare(database: Database, plans: Sequence[Plan], data: Data, day: date, period: str) -> None:
    """Fail with the first differing rows and columns; no table is empty that has anything to say."""
    has = {
        "indikator_gruppe": any(i.grupper for plan in plans for i in plan.indikatorer),
        "indikator_fordeling": any(i.kategorier for plan in plans for i in plan.indikatorer),
    }
    oracle = calculate_slowly(data, [from_model(plan) for plan in plans], period, day)
    lines: list[str] = []
    for table, expected in oracle.tables().items():
        assert expected or not has.get(table, True), f"{table} is empty: there is nothing to compare"
        lines += differences(table, database.fetch(f"from ud.{table}"), expected)
    assert not lines, "\n".join(lines)


SHIPPED = [plan.plan_id for plan in all_plans()]


@pytest.mark.parametrize("plan_id", SHIPPED)
def test_the_plan_says_what_the_table_says(plan_id: str) -> None:
    """Kinds, source, categories, groups, who leads, order and first month are the contract's."""
    plan = from_model(read_plan(plan_id))
    foerste_periode, first_day, entries = PLANS[plan_id]
    assert (plan.foerste_periode, plan.first_day) == (foerste_periode, first_day)
    assert {
        i.id: (i.art, i.vaerditype, i.kilde, i.grupper, i.kategorier, i.tilsyn_foerer)
        for i in plan.indicators
    } == {
        i: (e.art, e.vaerditype, e.kilde, e.grupper, e.kategorier, e.tilsyn_foerer)
        for i, e in entries.items()
    }
    assert [i.id for i in plan.indicators] == list(entries)


@pytest.fixture(
    scope="module",
    params=[(101, date(2021, 9, 15), False), (102, date(2021, 8, 31), False), (103, date(2022, 2, 10), True)],
    ids=["mid_month", "month_end", "without_sagsfordeling"],
)
def delivery(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    """A generated delivery that went through files and intake, which must refuse none of its rows."""
    seed, day, without_allocation = request.param
    folder = tmp_path_factory.mktemp("leverance")
    data = generate(seed, day, without_allocation=without_allocation)
    write_delivery(folder / "udtraek", data)
    taken_in = take_in(
        folder / "udtraek", day, folder / "tilsyn", Settings(), bytes(range(32)), kendte_maalepunkter()
    )
    counts = {f.extract: (f.accepteret, f.dubletter, f.karantaene) for f in taken_in.files}
    assert counts == {name: (len(rows), 0, 0) for name, rows in data.items()}
    assert taken_in.database is not None
    return Delivery(day, data, taken_in.database)


PERIODS = {
    date(2021, 9, 15): ("2021-09", "2021-K3", "2021-08"),
    date(2021, 8, 31): ("2021-08", "2021-T2", "2021-K2"),
    date(2022, 2, 10): ("2022-02", "2022-K1", "2021"),
}
"""Preliminary months, longer periods in their middle, and whole ones."""


@pytest.mark.parametrize("nr", range(3))
def test_from_csv_to_results_every_cell_agrees(
    delivery: Delivery, plans: list[Plan], nr: int, tmp_path: Path
) -> None:
    """What the files say, read by the intake and judged in SQL, is what the contract says of them."""
    period = PERIODS[delivery.day][nr]
    with open_database([delivery.file.parent, tmp_path]) as database:
        database.attach(delivery.file, "lev")
        database.attach(tmp_path / "ud.duckdb", "ud", writable=True)
        database.use("lev", "data")
        compute(database, plans, period, delivery.day, delivery.data)
        compare(database, plans, delivery.data, delivery.day, period)


def as_stored(data: Data) -> Data:
    """The rows as the intake stores them: free text that compares as codes do is kept folded."""
    folds = {
        name: {k for k, column in e.kolonner.items() if column.foldes} for name, e in read_extracts().items()
    }

    def stored(extract: str, column: str, raw: Any) -> Any:
        return folded(raw) if column in folds[extract] and raw is not None else raw

    return {
        name: [{column: stored(name, column, raw) for column, raw in row.items()} for row in rows]
        for name, rows in data.items()
    }


@contextmanager
def computed(data: Data, day: date, period: str, folder: Path, plans: Sequence[Plan]) -> Iterator[Database]:
    """A database with typed rows in it and the computed tables in `ud`."""
    with open_database([folder]) as database:
        database.run("attach ':memory:' as lev")
        database.run("create schema lev.data")
        database.use("lev", "data")
        lay(database, as_stored(data))
        database.attach(folder / "ud.duckdb", "ud", writable=True)
        compute(database, plans, period, day, data)
        yield database


@pytest.mark.parametrize(
    ("day", "period", "seed"),
    [(date(2021, 9, 15), "2021-K3", seed) for seed in range(4 * SEEDS)]
    + [(date(2021, 5, 31), "2021-T2", seed) for seed in range(8, 8 + 2 * SEEDS)]
    + [(date(2021, 8, 28), "2021-08", seed) for seed in range(12, 12 + 2 * SEEDS)]
    + [
        (date(2021, 6, 1), "2021-06", 16),
        (date(2021, 2, 28), "2021-02", 17),
        (date(2022, 2, 28), "2022-01", 18),
        (date(2022, 1, 31), "2021", 19),
    ],
)
def test_on_typed_rows_every_cell_agrees(
    day: date, period: str, seed: int, plans: list[Plan], tmp_path: Path
) -> None:
    """Many seeds, so that a changed comparison anywhere in the rules would show."""
    data = generate(seed, day, without_allocation=seed % 7 == 5)
    with computed(data, day, period, tmp_path, plans) as database:
        compare(database, plans, data, day, period)


def test_a_milestone_adopted_later_does_not_exist_before(tmp_path: Path) -> None:
    """Before an indicator's only milestone is adopted, its status is uden_milepael."""
    day, plans = date(2021, 9, 15), [revised(FIRST)]
    data = generate(3, day)
    with computed(data, day, "2021-K3", tmp_path, plans) as database:
        compare(database, plans, data, day, "2021-K3")


DAYS = {
    "roskilde_2019": [(date(2019, 9, 15), "2019-K3"), (date(2020, 12, 31), "2020")],
    "sverigesmodellen": [(date(2021, 9, 15), "2021-K3"), (date(2022, 2, 28), "2021")],
    "varige_spor": [(date(2021, 9, 15), "2021-K3"), (date(2022, 2, 28), "2022-01")],
    "herning_2015": [(date(2016, 2, 10), "2016-K1"), (date(2016, 12, 31), "2016")],
    "barnets_lov_2024": [(date(2024, 9, 15), "2024-K3"), (date(2025, 2, 28), "2025-02")],
}
"""Deliveries that lie within each of the other documents' plans."""


@pytest.mark.parametrize("plan_id", [plan_id for plan_id in SHIPPED if plan_id != SLAGELSE])
@pytest.mark.parametrize("seed", range(2 * SEEDS))
def test_every_other_shipped_plan_agrees(plan_id: str, seed: int, tmp_path: Path) -> None:
    """The plan with its own targets, alone in the run."""
    day, period = DAYS[plan_id][seed % 2]
    data = generate(seed, day, without_allocation=seed % 7 == 5, plan_ids=[plan_id])
    plan = read_plan(plan_id)
    with computed(data, day, period, tmp_path, [plan]) as database:
        compare(database, [plan], data, day, period)


def test_all_shipped_plans_in_one_run(tmp_path: Path) -> None:
    """What one plan says is not moved by another beside it."""
    day, plans = date(2025, 2, 28), [read_plan(plan_id) for plan_id in SHIPPED]
    data = generate(7, day, plan_ids=SHIPPED)
    with computed(data, day, "2025-01", tmp_path, plans) as database:
        compare(database, plans, data, day, "2025-01")
