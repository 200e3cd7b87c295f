"""Only what was last computed can be reported and published, by the plans it was computed by."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.base.database import open_database
from pipeline.base.errors import UsageFault
from pipeline.base.resources import resource
from pipeline.base.workspace import Workspace
from pipeline.definitions.plans import Plan, read_plan
from pipeline.stages.candidate import mark_plans, read_candidate, unmark_plans

PLAN = "sverigesmodellen"
"""The plan with the fewest indicators: what is tried holds for any."""


def own_plan(folder: Workspace, plan_id: str = PLAN) -> Plan:
    """A copy of a shipped plan among the workspace's own, under an id of its own."""
    folder.plans.mkdir(exist_ok=True)
    text = resource("plans", f"{PLAN}.yaml").read_text(encoding="utf-8")
    file = folder.plans / f"{plan_id}.yaml"
    file.write_text(text.replace(f"plan_id: {PLAN}", f"plan_id: {plan_id}", 1), encoding="utf-8")
    return read_plan(plan_id, (folder.plans,))


@pytest.fixture
def folder(tmp_path: Path) -> Workspace:
    """A workspace in which April 2021 has been computed after the plan `egen` and the shipped one."""
    folder = Workspace(tmp_path)
    folder.create()
    with open_database([tmp_path]) as database:
        database.attach(folder.candidate, "ud", writable=True)
        database.run("create table ud.opgoerelse as select '2021-04' as periode, 'L1' as leverance_id")
        database.detach("ud")
    mark_plans(folder, [own_plan(folder, "egen"), read_plan(PLAN)])
    return folder


@pytest.mark.parametrize(
    ("periode", "plan_ids"),
    [(None, ()), ("2021-04", ()), ("2021-04", ("egen", PLAN)), (None, ("egen", PLAN))],
)
def test_what_was_last_computed_is_told(folder: Workspace, periode: str | None, plan_ids: tuple[str, ...]):
    """Named or not, it is the same; the leading plan first."""
    candidate = read_candidate(folder, periode, plan_ids)
    assert candidate.periode.periode == "2021-04"
    assert [plan.plan_id for plan in candidate.plans] == ["egen", PLAN]


@pytest.mark.parametrize(
    ("periode", "plan_ids", "outcome"),
    [
        ("2021-K2", (), "Det er 2021-04, .* check --periode 2021-K2"),
        ("2021-13", (), "Perioden '2021-13' kendes ikke"),
        (None, (PLAN,), f"efter egen og {PLAN}, der .* kør først check --plan {PLAN}"),
        (None, (PLAN, "egen"), f"efter egen og {PLAN}, der .* check --plan {PLAN} --plan egen"),
    ],
)
def test_something_else_is_refused(
    folder: Workspace, periode: str | None, plan_ids: tuple[str, ...], outcome: str
):
    """Reports of one plan's figures are never written in another plan's words, nor in another order."""
    with pytest.raises(UsageFault, match=outcome):
        read_candidate(folder, periode, plan_ids)


def test_nothing_computed_is_told(tmp_path: Path):
    """With the command that computes."""
    with pytest.raises(UsageFault, match="kør først check"):
        read_candidate(Workspace(tmp_path))


def test_a_plan_changed_since_is_refused(folder: Workspace):
    """Its words would be other than those the figures were computed by; put back, it is the same again."""
    file = folder.plans / "egen.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("organisation: ", "organisation: Ny ", 1), encoding="utf-8")
    with pytest.raises(UsageFault, match=r"^Planen egen er ændret, siden .* kør check igen\.$"):
        read_candidate(folder)
    file.write_text(text, encoding="utf-8")
    assert read_candidate(folder)


def test_a_plan_whose_sql_changed_since_is_refused(folder: Workspace):
    """The figures would come out otherwise, with not a word of the plan changed."""
    own = folder.plans / "sql"
    own.mkdir()
    shutil.copy(resource("sql", "units", "indsats_kadence.sql"), own)
    assert read_candidate(folder), "the same SQL in the plan's own folder is the same"
    with (own / "indsats_kadence.sql").open("a", encoding="utf-8") as file:
        file.write("-- nyt\n")
    with pytest.raises(UsageFault, match="Planen egen er ændret"):
        read_candidate(folder)


def test_a_plan_that_is_gone_is_told(folder: Workspace):
    """As any plan that is not known."""
    (folder.plans / "egen.yaml").unlink()
    with pytest.raises(UsageFault, match="Planen 'egen' kendes ikke"):
        read_candidate(folder)


def test_a_computation_cut_short_is_no_candidate(folder: Workspace):
    """The mark is taken away before the candidate is replaced: what is in between is of no known plan."""
    unmark_plans(folder)
    with pytest.raises(UsageFault, match="blev afbrudt eller er fra en tidligere version; kør check igen"):
        read_candidate(folder)


def test_the_mark_is_closed_to_others(folder: Workspace):
    """It lies where the candidate lies."""
    (mark,) = folder.computation.glob("planer*")
    assert mark.stat().st_mode & 0o777 == 0o600
