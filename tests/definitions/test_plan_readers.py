"""Who reads of a plan: the papers it asks for, and what a note may follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.definitions.plans import read_plan, read_plan_file
from tests.definitions.plan_file import PLAN, error_in, write

TARGET = PLAN[PLAN.index("    maaltype: milepaele") : PLAN.index("aktiviteter:")]
BASELINE = (TARGET, "    maaltype: baseline\n    baseline: 2021-01\n")
USE = "udviklingspunkter:\n"


def use(extra: str) -> tuple[str, str]:
    """One use with these keys more."""
    return USE, f"anvendelser:\n  - {{modtager: M, hyppighed: H, formaal: F{extra}}}\n{USE}"


def test_a_note_follows_what_it_names(folder: Path):
    """Indicators and activities of the plan itself."""
    told = ", notat: kvartal, indikatorer: ['1.1'], aktiviteter: [A1.01]"
    (found,) = read_plan_file(write(folder, use(told), BASELINE)).anvendelser
    assert (found.notat, found.indikatorer, found.aktiviteter) == ("kvartal", ("1.1",), ("A1.01",))


@pytest.mark.parametrize(
    ("extra", "changes", "fault"),
    [
        (", notat: uge", (BASELINE,), "notat"),
        (", notat: kvartal", (), "kræver en indikator med maaltype baseline at følge"),
        (", notat: kvartal, indikatorer: ['9.9']", (BASELINE,), "9.9 findes ikke i planen"),
        (", indikatorer: ['1.1']", (BASELINE,), "bruges kun sammen med notat"),
        (", aktiviteter: [A1.01]", (BASELINE,), "bruges kun sammen med notat"),
    ],
)
def test_a_use_that_no_paper_could_follow_is_refused(folder: Path, extra: str, changes, fault: str):
    """With its place, so that nobody waits for a note that never comes."""
    lines = error_in(folder, use(extra), *changes)
    assert any(fault in line and "anvendelser" in line for line in lines), lines


@pytest.mark.parametrize(
    ("plan_id", "told", "notes"),
    [
        ("slagelse_2021_2023", True, []),
        ("roskilde_2019", False, ["kvartal", "aar"]),
        ("barnets_lov_2024", True, []),
    ],
)
def test_the_papers_of_the_plans_that_come_along(plan_id: str, told: bool, notes: list[str]):
    """A plan that names its readers names the committee among them, or it has no paper."""
    plan = read_plan(plan_id)
    assert plan.told_to_committee is told
    assert [u.notat for u in plan.anvendelser if u.notat] == notes
