"""Example cases beside a plan: which are a plan's, and what is said of a file that cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError
from pipeline.definitions.examples import read_examples
from pipeline.definitions.new_plan import write_new_plan
from pipeline.definitions.plans import Plan, read_plan_file

EXAMPLE = """\
eksempler:
  - titel: Hjælp til tiden
    periode: 2026-04
    ind:
      indsatser: |
        indsats_id | afgoerelse_dato
        I1         | 2026-03-04
    ud: |
      enhed_id | udfald
      I1       | opfyldt
"""


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """A plan that begins in 2026 with the indicator NA1."""
    file = write_new_plan("naerved", tmp_path, "Nærved")
    text = file.read_text(encoding="utf-8")
    year = text.partition("start_dato: ")[2][:4]
    for old, new in ((str(int(year) + 2), "2028"), (year, "2026")):
        text = text.replace(f"{old}-", f"{new}-")
    file.write_text(text, encoding="utf-8")
    (tmp_path / "eksempler").mkdir()
    return read_plan_file(file)


def write(plan: Plan, name: str, *changes: tuple[str, str]) -> None:
    """An example file; each text that is replaced must stand in it."""
    text = EXAMPLE
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    assert plan.folder
    (plan.folder / "eksempler" / f"{name}.yaml").write_text(text, encoding="utf-8")


def lines(plan: Plan) -> list[str]:
    with pytest.raises(DefinitionsError) as caught:
        read_examples(plan)
    return list(caught.value.lines)


def test_an_example_is_read_with_what_it_leaves_out(plan: Plan):
    """The columns that always count are empty; the delivery was drawn a year after the month."""
    write(plan, "NA1")
    (named,) = read_examples(plan)
    assert str(named) == "eksempler/NA1.yaml, eksempel 1 „Hjælp til tiden“"
    assert named.example.rows == [{"enhed_id": "I1", "udfald": "opfyldt", "aarsag": ""}]
    assert named.example.drawn_on == date(2027, 4, 30)
    assert not named.example.all_months


def test_a_plan_without_a_folder_of_examples_has_none(plan: Plan):
    """The plans that come along have their drawings elsewhere."""
    assert read_examples(plan) == []
    assert plan.folder
    (plan.folder / "eksempler").rmdir()
    assert read_examples(plan) == []


def test_an_example_may_be_of_one_of_two_plans_with_the_indicator(plan: Plan, tmp_path: Path):
    """plan_id says which; without it, it is of both."""
    other = read_plan_file(write_new_plan("naer", tmp_path, "Nærved", "naerved"))
    write(plan, "NA1", ("    periode", "    plan_id: naer\n    periode"))
    assert read_examples(plan) == []
    assert len(read_examples(other)) == 1
    write(plan, "NA1")
    assert len(read_examples(plan)) == len(read_examples(other)) == 1


def test_a_file_of_no_indicator_is_a_fault_unless_a_neighbour_has_it(plan: Plan, tmp_path: Path):
    """A slip of the finger in the file's name would else go unseen."""
    write(plan, "NA2")
    assert lines(plan) == ["eksempler/NA2.yaml: ingen plan i mappen har indikatoren NA2"]
    text = (tmp_path / "naerved.yaml").read_text(encoding="utf-8")
    other = text.replace("plan_id: naerved", "plan_id: anden").replace("id: NA1", "id: NA2")
    (tmp_path / "anden.yaml").write_text(other, encoding="utf-8")
    assert read_examples(plan) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("titel: Hjælp til tiden", "titel: ''"), "titel: må ikke være tom"),
        (("    ud: |", "    uds: |"), "eksempler Hjælp til tiden uds: er en ukendt nøgle"),
        (("periode: 2026-04", "periode: 2026-K2"), "periode: skal være en måned"),
        (("periode: 2026-04", "periode: 2025-12"), "periode: ligger før 2026-01, planens foerste_periode"),
        (("    ind", "    trukket: 2026-03-31\n    ind"), "trukket ligger før perioden"),
        (("udfald\n", "udfad\n"), "ud: kolonnen udfad kendes ikke: vælg blandt aarsag, enhed_id"),
        (("      I1       | opfyldt", "      | opfyldt"), "ud: enhed_id skal være udfyldt"),
        (("afgoerelse_dato", "afgoerelsesdato"), "indsatser: kolonnen afgoerelsesdato findes ikke"),
        (("eksempler:\n", "eksempler: []\nx:\n"), "x: er en ukendt nøgle"),
    ],
)
def test_a_faulty_example_is_told_with_file_line_and_place(plan: Plan, change: tuple[str, str], told: str):
    """As the faults of a plan are."""
    write(plan, "NA1", change)
    found = lines(plan)
    assert all(line.startswith("eksempler/NA1.yaml, linje ") for line in found)
    assert any(told in line for line in found), found
