"""Several plans in one run: which, in which order, and what each step does with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.database import open_file
from pipeline.base.errors import DefinitionsError, UsageFault
from pipeline.base.periods import read_periode
from pipeline.base.settings import Mail
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.definitions.plans import standard_plan_id
from tests.intake.delivery import OPENED_GATES
from tests.stages.small_month import MAANED, leverance
from tests.stages.test_candidate import PLAN, own_plan


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """A workspace with two plans of its own: `egen`, and `senere` that begins after March."""
    folder = Workspace(tmp_path / "tilsyn")
    folder.create()
    own_plan(folder, "egen")
    file = folder.plans / "senere.yaml"
    own_plan(folder, "senere")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("foerste_periode: 2021-01", "foerste_periode: 2021-04"), encoding="utf-8")
    return Call(folder, OPENED_GATES, environment={})


def named(call: Call) -> list[str]:
    return [plan.plan_id for plan in call.plans()]


def test_the_calls_plans_go_before_the_settings_and_those_before_the_standard(call: Call):
    """In the order they are named; the first one leads."""
    assert named(call) == [standard_plan_id()]
    by_settings = replace(call, settings=OPENED_GATES.model_copy(update={"planer": ("egen", PLAN)}))
    assert named(by_settings) == ["egen", PLAN]
    assert named(replace(by_settings, plan_ids=(PLAN,))) == [PLAN]


def test_a_plan_named_twice_or_unknown_is_refused(call: Call):
    """One line that names it."""
    with pytest.raises(UsageFault, match="Planen egen er nævnt to gange"):
        replace(call, plan_ids=("egen", "egen")).plans()
    with pytest.raises(UsageFault, match=r"Planen 'ukendt' kendes ikke: vælg en af .*egen"):
        replace(call, plan_ids=("ukendt",)).plans()


def test_a_plan_that_begins_later_is_left_out_with_a_word(call: Call):
    """Unless it leads: then the period is wrong."""
    both, march, april = (
        replace(call, plan_ids=("egen", "senere")),
        read_periode(MAANED),
        read_periode("2021-04"),
    )
    assert [plan.plan_id for plan in both.plans_for(march)] == ["egen"]
    assert both.plans_left_out(march) == ("Planen senere opgøres først fra 2021-04 og er ikke med.",)
    assert len(both.plans_for(april)) == 2
    assert both.plans_left_out(april) == ()
    with pytest.raises(
        UsageFault, match=r"Perioden 2021-03 ligger før 2021-04, .* planen senere opgøres for"
    ):
        replace(call, plan_ids=("senere", "egen")).plans_for(read_periode(MAANED))


def test_a_run_of_two_plans_publishes_both_and_writes_one_mail_each(call: Call, tmp_path: Path):
    """Said once that the third begins later; steps alone then go on with the plans that were computed."""
    mail = Mail(afdelingens_laesere=("chef@kommune.example",))
    settings = OPENED_GATES.model_copy(update={"mail": mail})
    plans = ("egen", PLAN, "senere")
    outcome = run.run(replace(call, plan_ids=plans, settings=settings), leverance(tmp_path), MAANED)
    assert sum("Planen senere opgøres først fra 2021-04" in line for line in outcome.lines) == 1
    with open_file(call.folder.published) as database:
        assert database.value("select plan_id from opgoerelse") == "egen"
        assert database.fetch("select plan_id from plan order by orden") == [
            {"plan_id": "egen"},
            {"plan_id": PLAN},
        ]
        assert database.value("select count(distinct plan_id) from indikator_resultat") == 2
    mails = sorted(file.name for file in outcome.outbox.glob("*.eml"))
    assert [name.partition(".")[0] for name in mails] == ["T1", "T2", "afdeling"]
    alone = replace(call, settings=settings)
    run.publish_latest(alone)
    with pytest.raises(UsageFault, match=f"efter egen og {PLAN}, der sidst blev opgjort"):
        run.reports(replace(alone, plan_ids=(PLAN,)))


def test_the_workspaces_plans_are_listed_and_checked_by_name(call: Call, tmp_path: Path):
    """With or without the ending; a file by its path; of what is neither, where it was looked for."""
    assert {"egen", "senere", PLAN} <= {plan.plan_id for plan in run.plans(call.folder)}
    file = call.folder.plans / "egen.yaml"
    for written in ("egen", "egen.yaml", str(file)):
        checked = run.check_plan(call.folder, Path(written))
        assert (checked.file, checked.plan.plan_id) == (file, "egen")
    with pytest.raises(UsageFault, match=r"^ukendt: planfilen findes ikke, heller ikke i .*planer\.$"):
        run.check_plan(call.folder, Path("ukendt"))


def test_a_plan_of_the_workspace_is_dry_run_with_its_own_sql(call: Call):
    """SQL in `planer/sql` goes before what comes along, and its faults are told."""
    (call.folder.plans / "sql").mkdir()
    own = call.folder.plans / "sql" / "sag_raadgivere.sql"
    own.write_text("insert into findes_ikke select 1;\n", encoding="utf-8")
    with pytest.raises(DefinitionsError, match=r"egen\.yaml: .*sag_raadgivere\.sql: .*findes_ikke"):
        run.check_plan(call.folder, Path("egen"))
