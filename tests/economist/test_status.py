"""`status` gives the published results as they stand, told apart by plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.database import open_database
from pipeline.base.errors import UsageFault
from pipeline.economist.published import open_publication
from pipeline.publication.status import fetch_status, published_periods
from tests.economist.publication_made import PLANS

LEADING, SECOND = (plan.plan_id for plan in PLANS)


def test_every_plan_is_given_in_the_order_of_the_run(several: Path):
    """And within it the indicators in the plan's order, each indicator's main source first."""
    status = fetch_status(several, "2021-T2", None)
    order = [(plan.plan_id, i.id) for plan in PLANS for i in plan.indikatorer]
    main = {(plan.plan_id, i.id): i.kilde for plan in PLANS for i in plan.indikatorer}
    keys = [(r["plan_id"], r["indikator_id"], r["kilde"]) for r in status.rows]
    assert [*status.plans] == [LEADING, SECOND]
    assert keys == sorted(keys, key=lambda k: (order.index(k[:2]), k[2] != main[k[:2]], k[2]))
    assert len({k[:2] for k in keys}) == len(order) < len(keys)


def test_one_plan_is_given_alone(several: Path):
    """What it holds is what the whole holds of it."""
    whole, part = fetch_status(several, None, "T1"), fetch_status(several, None, "T1", SECOND)
    assert [*part.rows] == [r for r in whole.rows if r["plan_id"] == SECOND]
    assert part.rows
    assert [*part.plans] == [SECOND]


def test_rows_are_those_of_the_results(several: Path):
    """Every column of indikator_resultat with its number; a count without decimals; what the value is in."""
    status = fetch_status(several, "2021-K2", "T1")
    with open_publication(several) as database:
        columns = database.columns("indikator_resultat")
        results = database.fetch(
            "from indikator_resultat where periode = '2021-K2' and periodetype = 'kvartal' and team_id = 'T1'"
        )
    key = ("plan_id", "indikator_id", "kilde")
    published = {tuple(r[k] for k in key): r for r in results}
    assert len(published) == len(status.rows) > 0
    for row in status.rows:
        assert {c: row[c] for c in columns} == published[tuple(row[k] for k in key)]
        assert isinstance(row["naevner"], int | None)
    assert (status.periodetype, status.foreloebig) == ("kvartal", False)


@pytest.mark.parametrize("periode", ["2021-05", "2021-K2", "2021-T1"])
def test_any_published_period_is_known_by_its_name(several: Path, periode: str):
    """Months, quarters and periods of four months; rolling years share the months' names and stay out."""
    rows = fetch_status(several, periode, None).rows
    assert {r["periode"] for r in rows} == {periode}
    assert {r["periodetype"] for r in rows} == {{"0": "maaned", "K": "kvartal", "T": "tertial"}[periode[5]]}


def test_a_single_period_is_no_span(tmp_path: Path):
    """The first month of a plan: the quarter it lies in, and not from it to itself."""
    with open_database() as database:
        database.create_empty("periode", dict.fromkeys(("plan_id", "periodetype", "periode"), "varchar"))
        database.insert("periode", [
            {"plan_id": "p", "periodetype": "maaned", "periode": "2021-01"},
            {"plan_id": "p", "periodetype": "maaned", "periode": "2021-02"},
            {"plan_id": "p", "periodetype": "kvartal", "periode": "2021-K1"},
        ])  # fmt: skip
        told = published_periods(database, None)
    assert told == "det er månederne 2021-01 til 2021-02 og kvartalet 2021-K1"


@pytest.mark.parametrize(
    ("periode", "team", "plan", "message"),
    [
        ("2019-01", None, None, r"månederne 2020-10 til 2021-09, .*kvartalerne .* og tertialerne"),
        ("2020-11", None, SECOND, "månederne 2021-02 til 2021-09"),
        (None, "T99", None, "T99"),
        (None, None, "findes_ikke", f"{LEADING} og {SECOND}"),
    ],
)
def test_what_is_not_published_is_refused(
    several: Path, periode: str | None, team: str | None, plan: str | None, message: str
):
    """The message names what there is."""
    with pytest.raises(UsageFault, match=message):
        fetch_status(several, periode, team, plan)
