"""`plan check`: every fault at once, then what the examples showed and what the delivery has no data for."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.errors import DefinitionsError, UsageFault
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.commands.outcomes import show_checked_plan, show_plans
from tests.intake.delivery import FACTS, OPENED_GATES, Delivery

EXAMPLE = """\
eksempler:
  - titel: Hjælp til tiden
    periode: AAR-03
    ind:
      indsatser: |
        indsats_id | kategori        | afgoerelse_dato | start_dato
        I1         | forebyggende_52 | AAR-03-02      | AAR-03-03
    ud: |
      enhed_id | udfald
      I1       | opfyldt
"""


FILLED = {"afgoerelse_dato": "01-01-2021", "bortfaldet_dato": "01-02-2021", "slut_dato": "01-03-2021"}
"""Of a measure, all that the plan's indicator reads."""


def begun(root: Path) -> Call:
    """A workspace with a plan of its own, begun from scratch."""
    call = Call(Workspace(root / "tilsyn"), OPENED_GATES, environment={})
    run.new_plan(call, "naerved")
    return call


@pytest.fixture
def call(tmp_path: Path) -> Call:
    return begun(tmp_path)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Call:
    """The workspace with a delivery whose measure has no decision; only looked at."""
    call = begun(tmp_path_factory.mktemp("bar"))
    take_in(call)
    return call


@pytest.fixture(scope="module")
def filled(bare: Call, tmp_path_factory: pytest.TempPathFactory) -> Call:
    """And after it one that fills all the plan's indicator reads; only looked at."""
    root = tmp_path_factory.mktemp("udfyldt") / "tilsyn"
    call = replace(bare, folder=Workspace(Path(shutil.copytree(bare.folder.root, root))))
    take_in(call, **FILLED)
    return call


def take_in(call: Call, **measure: str) -> None:
    """A small delivery with one measure, of which these columns too are filled."""
    made = Delivery(call.folder.root.parent).rows("indsatser", [{**FACTS["indsatser"][0], **measure}])
    run.take_in(call, Leverance(made.write()))


def checked(call: Call, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is shown of the plan."""
    show_checked_plan(run.check_plan(call.folder, Path("naerved")))
    return capsys.readouterr().out.splitlines()


def test_without_a_delivery_and_examples_that_is_said(call: Call, capsys):
    """The plan is in order all the same."""
    assert checked(call, capsys) == [
        "naerved.yaml: i orden (1 indikator, 2 milepæle).",
        "Eksempler: ingen. De lægges i eksempler/<indikator>.yaml ved siden af planfilen.",
        "Data: arbejdsmappen har ingen leverance endnu, så det kan ikke siges, om planens data er der.",
    ]


def test_columns_that_no_row_fills_are_told_by_indicator(bare: Call, capsys):
    """A measure without a decision gives NA1 nothing to measure; what NA1 does not read is not told."""
    *_, heading, line = checked(bare, capsys)
    assert heading == "Data: leverancen af 30-04-2021 udfylder ikke alt, indikatorerne læser:"
    assert line.startswith("  NA1: indsatser.afgoerelse_dato")
    assert "slut_aarsag" not in line
    assert "start_dato" not in line


def test_the_latest_delivery_is_the_one_that_is_told_of(filled: Call, capsys):
    """What it fills is no longer missing."""
    assert (
        checked(filled, capsys)[-1]
        == "Data: leverancen af 30-04-2021 udfylder alle de kolonner, indikatorerne læser."
    )


def test_an_extract_without_rows_is_told_alone(call: Call, capsys):
    """Not every column of it."""
    made = Delivery(call.folder.root.parent).rows("indsatser", [])
    run.take_in(call, Leverance(made.write()))
    assert checked(call, capsys)[-1] == "  NA1: indsatser"


def test_indicators_that_lack_the_same_are_told_together(filled: Call, capsys):
    """Else a plan of one project would be told one thing twenty times."""
    show_checked_plan(run.check_plan(filled.folder, Path("plans/roskilde_2019.yaml")))
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("  R18, R19, R20 og R21: tilsynssvar") for line in lines)


def test_faults_of_sql_and_of_examples_are_told_at_once(call: Call):
    """Whoever writes a plan corrects them all before trying again."""
    plan = call.folder.plans / "naerved.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("sql: afgoerelse_igangsat", "sql: egen"), encoding="utf-8")
    for folder in ("sql", "eksempler"):
        (call.folder.plans / folder).mkdir()
    (call.folder.plans / "sql" / "egen.sql").write_text(
        "-- one row per unit\nselect $dage from findes_ikke\n", encoding="utf-8"
    )
    (call.folder.plans / "eksempler" / "NA1.yaml").write_text("eksempler: []\n", encoding="utf-8")
    with pytest.raises(DefinitionsError) as caught:
        run.check_plan(call.folder, Path("naerved"))
    sql, example = caught.value.lines
    assert sql.startswith("naerved.yaml: NA1: egen.sql: Catalog Error")
    assert example == "eksempler/NA1.yaml, linje 1: eksempler: skal have mindst én"


def test_an_example_that_comes_out_otherwise_refuses_the_plan(call: Call, capsys):
    """Each difference is a line; when it is corrected, the count is told."""
    plan = (call.folder.plans / "naerved.yaml").read_text(encoding="utf-8")
    year = plan.partition("foerste_periode: ")[2][:4]
    (call.folder.plans / "eksempler").mkdir()
    file = call.folder.plans / "eksempler" / "NA1.yaml"
    text = EXAMPLE.replace("AAR", year)
    file.write_text(text.replace(f"{year}-03-03", f"{year}-03-31"), encoding="utf-8")
    with pytest.raises(DefinitionsError) as caught:
        run.check_plan(call.folder, Path("naerved"))
    where = "eksempler/NA1.yaml, eksempel 1 „Hjælp til tiden“: række 1 (I1): "
    assert list(caught.value.lines) == [
        f"{where}udfald er ventet opfyldt, men fundet ikke_opfyldt",
        f"{where}aarsag er ventet tom, men fundet for_sent",
    ]
    file.write_text(text, encoding="utf-8")
    assert checked(call, capsys)[1] == "Eksempler: 1 er kørt og kom ud som ventet."


def test_a_new_plan_bears_the_municipalitys_name(tmp_path: Path):
    """As the settings say it; a taken id is refused."""
    settings = OPENED_GATES.model_copy(
        update={"kommune": OPENED_GATES.kommune.model_copy(update={"navn": "Nærved Kommune"})}
    )
    call = Call(Workspace(tmp_path), settings, environment={})
    run.new_plan(call, "naerved", "herning_2015")
    assert {plan.organisation for plan in run.plans(call.folder) if plan.plan_id == "naerved"} == {
        "Nærved Kommune"
    }
    with pytest.raises(UsageFault, match="er taget af"):
        run.new_plan(call, "naerved")


def test_the_workspaces_plans_are_told_apart_from_those_that_come_along(call: Call, capsys):
    """Its own first, under their folder; a copy under a shipped id is the workspace's."""
    shipped = (Path("plans") / "herning_2015.yaml").read_text(encoding="utf-8")
    (call.folder.plans / "herning_2015.yaml").write_text(shipped, encoding="utf-8")
    show_plans(run.plans(call.folder), call.folder.plans)
    lines = capsys.readouterr().out.splitlines()
    own, along = lines.index(f"Arbejdsmappens egne ({call.folder.plans}):"), lines.index("Følger med:")
    assert [line.partition(":")[0] for line in lines[own + 1 : along]] == ["  herning_2015", "  naerved"]
    names = [line.partition(":")[0].strip() for line in lines[along + 1 :]]
    assert "slagelse_2021_2023" in names
    assert "herning_2015" not in names
