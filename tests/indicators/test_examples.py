"""A plan's examples are run by the program's own calculation, and every difference is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.definitions.examples import read_examples
from pipeline.definitions.plans import Plan, read_plan_file
from pipeline.indicators.examples import differences
from tests.reports.own_plan import OWN

EXAMPLES = """\
eksempler:
  - titel: Svaret tæller i dage
    periode: 2021-02
    ind:
      underretninger: |
        underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
        U1              | fagperson        | 2021-02-01 10:00   | 2021-02-11
        U2              | fagperson        | 2021-02-01 10:00   | 2021-03-01
    ud: |
      enhed_id | udfald  | vaerdi | gruppe
      U1       | opgjort | 10     | genvurdering
  - titel: I alle måneder, når perioden er tegnet
    periode: 2021-03
    ind:
      underretninger: |
        underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
        U1              | fagperson        | 2021-02-01 10:00   | 2021-02-11
        U2              | fagperson        | 2021-02-01 10:00   | 2021-03-01
        U3              | privat           | 2021-02-01 10:00   | 2021-03-01
    ud: |
      periode | enhed_id | udfald  | vaerdi
      2021-02 | U1       | opgjort | 10
      2021-03 | U2       | opgjort | 28
  - titel: Ingen rækker er også et svar
    periode: 2021-02
    trukket: 2021-02-10
    ind:
      underretninger: |
        underretning_id | underretter_type | modtaget_tidspunkt | tilbagemelding_dato
        U1              | fagperson        | 2021-02-01 10:00   | 2021-02-11
    ud: enhed_id | udfald
"""


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """A plan with a median by group, and with SQL of its own."""
    (tmp_path / "eksempler").mkdir()
    (tmp_path / "sql").mkdir()
    for file in (OWN, *(OWN.parent / "sql").iterdir()):
        target = tmp_path / file.relative_to(OWN.parent)
        target.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return read_plan_file(tmp_path / OWN.name)


def told(plan: Plan, indikator_id: str, text: str) -> list[str]:
    """The differences, each without the name of its file."""
    assert plan.folder
    file = plan.folder / "eksempler" / f"{indikator_id}.yaml"
    file.write_text(text, encoding="utf-8")
    return [line.removeprefix(f"eksempler/{file.name}, ") for line in differences(plan, read_examples(plan))]


def test_examples_that_come_out_as_drawn_have_no_differences(plan: Plan):
    """Also two with the same ids, and one drawn at another day: none sees the others' rows."""
    assert told(plan, "P2", EXAMPLES) == []


def test_every_difference_is_told_with_row_column_expected_and_found(plan: Plan):
    """Another value, a row too many, a row too few; in the order of the examples."""
    text = EXAMPLES
    for before, after in (
        ("| 10     | genvurdering", "| 11 |"),
        ("      2021-02 | U1       | opgjort | 10\n", ""),
        ("ud: enhed_id | udfald", "ud: |\n      enhed_id | udfald\n      U1 | opgjort"),
    ):
        assert before in text
        text = text.replace(before, after)
    assert told(plan, "P2", text) == [
        "eksempel 1 „Svaret tæller i dage“: række 1 (U1): vaerdi er ventet 11, men fundet 10",
        "eksempel 1 „Svaret tæller i dage“: række 1 (U1): gruppe er ventet tom, men fundet genvurdering",
        (
            "eksempel 2 „I alle måneder, når perioden er tegnet“: en række for 2021-02 U1 er fundet, men "
            "ikke ventet (enhed_id U1, udfald opgjort, periode 2021-02, vaerdi 10)"
        ),
        "eksempel 3 „Ingen rækker er også et svar“: række 1 (U1) er ventet, men ikke fundet",
    ]


def test_a_unit_that_is_named_otherwise_than_by_an_id_is_found(plan: Plan):
    """Own SQL may write what it likes before the id."""
    assert plan.folder
    sql = plan.folder / "sql" / "proeve_kontakter.sql"
    before = sql.read_text(encoding="utf-8")
    assert "sager.sag_id as enhed_id" in before
    after = before.replace("sager.sag_id as enhed_id", "'sag ' || sager.sag_id as enhed_id")
    sql.write_text(after, encoding="utf-8")
    text = (
        "eksempler:\n  - titel: En sag\n    periode: 2021-02\n    ind:\n      aktiviteter: |\n"
        "        aktivitet_id | type    | dato\n        A1 | kontakt | 2021-02-01\n"
        "    ud: |\n      enhed_id | udfald  | kategori\n      sag S | opgjort | en\n"
    )
    assert told(plan, "P3", text) == []


def test_sql_that_fails_on_the_rows_is_told_of_its_example(plan: Plan):
    """On empty tables it ran."""
    assert plan.folder
    sql = plan.folder / "sql" / "proeve_kontakter.sql"
    before = sql.read_text(encoding="utf-8")
    assert "when 0 then 'ingen'" in before
    after = before.replace("when 0 then 'ingen'", "when 0 then sager.sag_id::integer::varchar")
    sql.write_text(after, encoding="utf-8")
    text = (
        "eksempler:\n  - titel: En sag\n    periode: 2021-02\n    ind:\n      sager: |\n"
        "        sag_id\n        S1\n    ud: |\n      enhed_id | udfald\n      S1 | opgjort\n"
    )
    (line,) = told(plan, "P3", text)
    assert line.startswith(
        "eksempel 1 „En sag“: kan ikke beregnes: proeveplan.yaml: P3: proeve_kontakter.sql: en værdi"
    )
