"""A week's lists from a light delivery: the month stands as it was, and the list is the month's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.errors import DataRefused, UsageFault
from pipeline.base.periods import read_periode
from pipeline.call import Call, Leverance
from pipeline.delivery.ledger import Postbog
from pipeline.stages import check, report
from tests.stages.small_month import leverance

WEEK = "2021-U18"
"""Of 30 April 2021, a Friday: the list reaches to the Sunday of the week after."""


def contents(folder: Path) -> dict[Path, bytes]:
    return {f: f.read_bytes() for f in folder.rglob("*") if f.is_file()} if folder.is_dir() else {}


def light(tmp_path: Path) -> Leverance:
    """The small delivery without what neither cases nor notifications need."""
    whole = leverance(tmp_path / "let")
    for name in ("undersoegelser", "boernesamtaler", "aktiviteter", "indsatser", "opfoelgninger"):
        (whole.folder / f"{name}.csv").unlink(missing_ok=True)
    return whole


def test_a_week_leaves_the_month_as_it_is(done: Call, tmp_path: Path):
    """Nothing published, computed or in force is touched; of its own place the quarantine alone is left."""
    kept = (done.folder.published.parent, done.folder.computation, done.folder.leverancer)
    before = [contents(folder) for folder in kept]
    written = run.week(done, light(tmp_path))
    assert [contents(folder) for folder in kept] == before
    assert written.name == WEEK
    assert {path.name for path in (done.folder.root / "uge").iterdir()} <= {"karantaene"}
    pages = {path.parent.name for path in (done.folder.reports / WEEK).glob("*/uge.html")}
    assert pages
    assert {path.stem for path in (done.folder.outbox / WEEK).glob("*.eml")} == pages


def test_a_month_refuses_what_a_week_takes(done: Call, tmp_path: Path):
    """A missing file is said to be missing; without teams no week can be told either."""
    delivery = light(tmp_path)
    with pytest.raises(DataRefused, match="filen mangler"):
        run.take_in(done, delivery)
    (delivery.folder / "teams.csv").unlink()
    with pytest.raises(DataRefused, match=r"teams\.csv: filen mangler"):
        run.week(done, delivery)


def test_the_mails_wait_for_the_same_release_as_the_months(done: Call, tmp_path: Path):
    """Not released, not sent; released by the week's name; written anew, released anew where they differ."""
    with pytest.raises(UsageFault, match=f"ingen mails for {WEEK} i udbakken; kør først .*week --leverance"):
        run.approve(done, WEEK)
    run.week(done, light(tmp_path))
    with pytest.raises(UsageFault, match="ikke godkendt"):
        run.send(done, WEEK)
    told = run.approve(done, WEEK.lower(), "Anne Andersen").lines
    assert f"send --periode {WEEK}" in told[-1]
    assert "godkendt" in run.postbog(done, WEEK).lines[0]


def test_the_list_is_the_months_own(done: Call, tmp_path: Path):
    """From a whole delivery the same figures as of a month reported as of that day: a follow-up is due."""
    whole = leverance(tmp_path, **{"01-02-2021": "05-04-2021"})
    run.week(done, whole)
    run.take_in(done, whole)
    periode = read_periode("2021-04")
    reports = report.read(done, check.make_candidate(done, done.plans_for(periode), periode))
    with Postbog(done.folder.postbog) as book:
        rows = book.dispatches(done.plans()[0].plan_id, WEEK)
    assert any(json.loads(row.tal) for row in rows)
    for row in rows:
        assert json.loads(row.tal) == [list(vars(f).values()) for f in reports.week_figures(row.team_id)]
