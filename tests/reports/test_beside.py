"""What stands beside a figure: groups, published figures, where deadlines start, picked cases."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.indicator import build_block
from pipeline.reports.blocks.views import Block


@pytest.fixture
def block(file, plan):
    """An indicator's block on a team's page, or on the department's."""

    def block(indikator_id: str, team_id: str = "ALLE") -> Block:
        return build_block(file.facts(), plan.indicator(indikator_id), team_id, ())

    return block


def group(file, indikator_id: str, gruppe: str, k: int, n: int) -> None:
    """One group of the reported period, of the department."""
    p = file.periode
    file.set_(
        "indikator_gruppe", plan_id=file.plan.plan_id, indikator_id=indikator_id, kilde="dubu",
        periodetype=p.periodetype, periode=p.periode, team_id="ALLE", gruppe=gruppe, taeller=k, naevner=n,
        undtaget=1, afventer=0, vaerdi=100 * k / n,
    )  # fmt: skip


def test_groups_are_a_small_table_with_the_plans_names(file, block):
    """In the plan's order; fewer than five without a percent."""
    file.result("5.1", "ALLE", 12, 20)
    group(file, "5.1", "ny", 1, 4)
    group(file, "5.1", "genvurdering", 11, 16)
    (table,) = block("5.1").tables
    assert table.title == "Ny sag eller genvurdering"
    assert [tuple(field.replace(HARD_SPACE, " ") for field in row) for row in table.rows] == [
        ("Nye sager", "–", "1 af 4", "1", "–"),
        ("Genvurderinger og sager, der allerede var åbne", "69 %", "11 af 16", "1", "–"),
    ]


def test_a_published_figure_is_a_line_and_a_sentence_and_no_verdict(file, block):
    """With its source and why it is not quite the same."""
    file.value("4.6", "ALLE", 126.0, 15, ki_nedre=86.0, ki_oevre=165.0)
    found = block("4.6")
    assert found.curve.references == ((183.0, "Planens ca. 6 måneder"),)
    assert found.curve.axis.top == 200
    (note,) = (note for note in found.notes if note.startswith("Til sammenligning"))
    assert note == (
        "Til sammenligning: Planens ca. 6 måneder: 183 dage (Planens eget dokument, "
        "Udviklingsplan 2021-2023, "
        "1. januar 2021). Planen skriver gns. ca. 6 måneder; de 183 dage, et halvt år, er vores omregning."
    )
    assert found.verdict.words == "Milepæl ikke fastsat"


def test_where_the_deadlines_were_counted_from(file, block):
    """6.8 starts at one of three days: how many at each is said."""
    file.calculate("2021-K2")
    file.result("6.8", "ALLE", 12, 20)
    p = file.periode
    for start, count in (("opmaerksom_dato", 12), ("startet_dato", 8)):
        file.set_(
            "indikator_start", plan_id=file.plan.plan_id, indikator_id="6.8", periodetype=p.periodetype,
            periode=p.periode, start_fra=start, antal=count,
        )  # fmt: skip
    assert (
        "I hele afdelingen er fristen regnet fra dagen, kommunen blev opmærksom (12) og dagen, "
        "undersøgelsen startede (8)."
    ) in block("6.8").notes


def answer(file, number: int, svar: str, **fields: object) -> None:
    """One answer of a review of cases picked by criteria."""
    file.set_(
        "tilsynssvar",
        **{
            "tilsyn_id": f"G{number}", "maalepunkt": "6.1", "team_id": "T1", "udvaelgelse": "kriterier",
            "gennemgaaet_dato": date(2021, 4, 9), "svar": svar, **fields,
        },
    )  # fmt: skip


def test_picked_cases_are_counts_alone(file, block):
    """No percent, no verdict; a second reader, a random case and what was not relevant are not counted."""
    file.result("6.1", "T1", 20, 40)
    for number, svar in enumerate(("ja", "ja", "delvist", "kan_ikke_ses", "ikke_relevant")):
        answer(file, number, svar)
    answer(file, 7, "nej", genlaesning=True)
    answer(file, 8, "nej", udvaelgelse="tilfaeldig")
    answer(file, 9, "nej", gennemgaaet_dato=date(2021, 3, 31))
    answer(file, 10, "nej", plan_id="en_anden")
    for team_id in ("T1", "ALLE"):
        (note,) = (n for n in block("6.1", team_id).notes if "udvalgt efter kriterier" in n)
        assert note.startswith("I sager udvalgt efter kriterier levede 2 af 4 op til kravet.")
    assert "2 af 4" not in block("6.1", "T1").conclusion
    assert not [n for n in block("6.1", "T2").notes if "kriterier" in n]


def test_a_distribution_tells_every_category(file, block):
    """Bars and a table; the sentence names those with units."""
    file.value("4.8", "ALLE", None, 20)
    p = file.periode
    for category, count in (("1-14", 4), ("15-19", 0), ("over 30", 16)):
        file.set_(
            "indikator_fordeling", plan_id=file.plan.plan_id, indikator_id="4.8", kilde="dubu",
            periodetype=p.periodetype, periode=p.periode, team_id="ALLE", kategori=category, antal=count,
            andel=5.0 * count, ki_nedre=0.0, ki_oevre=99.2,
        )  # fmt: skip
    found = block("4.8")
    assert "20 rådgivere med sager: 4 i „1-14“ og 16 i „over 30“" in found.conclusion
    assert [bar[1] for bar in found.curve.bars] == [4, 0, 16]
    (table,) = found.tables
    assert [row[1].replace(HARD_SPACE, " ") for row in table.rows] == ["4", "0", "16"]
    assert [row[2].replace(HARD_SPACE, " ") for row in table.rows] == ["20 %", "0 %", "80 %"]
