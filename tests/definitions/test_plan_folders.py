"""Where plans and their SQL are found: in folders the caller names first, then among the shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError, UsageFault
from pipeline.definitions import plans
from pipeline.definitions.plans import all_plans, kendte_maalepunkter, read_plan, read_plan_file
from pipeline.definitions.sql_files import unit_folder
from tests.definitions.plan_file import PLAN, SQL, write


def test_a_plan_in_a_named_folder_is_found_and_wins_over_a_shipped_one(folder: Path):
    """A municipality's copy with milestones of its own is the plan; the shipped one is no longer used."""
    write(folder)
    copy = PLAN.replace("plan_id: proeve", "plan_id: slagelse_2021_2023").replace("Prøveplan", "Vores egen")
    (folder / "slagelse_2021_2023.yaml").write_text(copy, encoding="utf-8")
    assert read_plan("proeve", [folder]).titel == "Prøveplan"
    assert read_plan("slagelse_2021_2023", [folder]).titel == "Vores egen"
    assert read_plan("slagelse_2021_2023").titel == "Udviklingsplan 2021-2023"
    found = [p.plan_id for p in all_plans([folder])]
    assert found == sorted({"proeve", *(p.plan_id for p in all_plans())})


def test_of_two_named_folders_the_first_wins(folder: Path, tmp_path_factory: pytest.TempPathFactory):
    """The order in which folders are named is the order in which they are searched."""
    other = tmp_path_factory.mktemp("anden")
    write(folder)
    (other / "proeve.yaml").write_text("plan_id: 1\n", encoding="utf-8")
    assert read_plan("proeve", [folder, other]).plan_id == "proeve"
    with pytest.raises(DefinitionsError):
        read_plan("proeve", [other, folder])


def test_a_plan_that_is_changed_is_read_again(folder: Path):
    """Only shipped plans are kept in memory."""
    write(folder)
    read_plan("proeve", [folder])
    write(folder, ("Prøveplan", "En anden titel"))
    assert read_plan("proeve", [folder]).titel == "En anden titel"


def test_a_plans_own_sql_is_found_before_the_shipped(folder: Path):
    """Only for the plan beside it: the shipped plans keep the shipped file."""
    own = folder / "sql" / "bfu_rettidig.sql"
    own.write_text(SQL, encoding="utf-8")
    plan = read_plan_file(write(folder, ("sql: til_tiden", "sql: bfu_rettidig")))
    assert plan.unit_file(plan.indikatorer[0]) == own
    slagelse = read_plan("slagelse_2021_2023", [folder])
    assert slagelse.unit_file(slagelse.indicator("6.8")) == unit_folder() / "bfu_rettidig.sql"


def test_a_plans_measures_are_known_with_the_shipped_ones(folder: Path):
    """A review may answer under any indicator of any plan that is found."""
    write(folder, ('id: "1.1"', 'id: "P1"'))
    assert kendte_maalepunkter([folder]) == kendte_maalepunkter() | {"P1"}


@pytest.mark.parametrize("plan_id", ["ukendt", "../plans/slagelse_2021_2023", ""])
def test_an_unknown_plan_is_wrong_use_and_names_the_known(plan_id: str):
    """An id is looked up among the shipped plans; it is never a path."""
    with pytest.raises(UsageFault, match=r"vælg en af .*slagelse_2021_2023"):
        read_plan(plan_id)


def test_an_unknown_indicator_is_wrong_use_and_names_the_known():
    """`explain` with a slip of the finger says what there is."""
    with pytest.raises(UsageFault, match=r"vælg en af 1\.1, 1\.2"):
        read_plan("slagelse_2021_2023").indicator("8.1")


def test_faults_of_every_file_are_named_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Two faulty plans are told in one run."""
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text("plan_id: 1\n", encoding="utf-8")
    monkeypatch.setattr(plans, "resource", lambda *_: folder)
    with pytest.raises(DefinitionsError) as caught:
        all_plans()
    assert {line.split(",")[0] for line in caught.value.lines} == {"a.yaml", "b.yaml"}


def test_the_measures_a_review_may_name_are_all_plans_indicators():
    """The contract's table has 57 indicators; a review may answer under any of them."""
    count = {1: 3, 2: 1, 3: 6, 4: 8, 5: 10, 6: 12, 7: 17}
    assert {
        f"{point}.{number}" for point, n in count.items() for number in range(1, n + 1)
    } <= kendte_maalepunkter()
