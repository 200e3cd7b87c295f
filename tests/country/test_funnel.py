"""The funnel against published tables, and what of a hidden count it says where a municipality lies."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.base.database import Database, open_database

GOLDEN = Path(__file__).parent.parent / "golden" / "published"
Z = {"2s0025": 1.959963984540054, "3s0001": 3.090232306167813}
PLACED = {
    "High (0.001)": "over_998",
    "High (0.025)": "over_95",
    "Not significant": "inden_for",
    "Low (0.025)": "under_95",
    "Low (0.001)": "under_998",
}


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def database():
    """The country's tables, empty, with the funnel."""
    with open_database() as opened:
        opened.attach_memory("ud")
        opened.run_file("country", "tabeller")
        opened.use("ud")
        opened.run_file("country", "tragt")
        opened.run_file("country", "visninger", "tragten")
        yield opened


def test_the_limits_are_those_of_the_published_table(database: Database):
    """PHEindicatormethods' own test figures (ukhsa-collaboration), 95 and 99.8 %, to six decimals."""
    golden = rows("funnel_proportion_outputs")
    assert len(golden) > 90
    for row in golden:
        for name, z in Z.items():
            asked = {"p": float(row["Baseline"]) / 100, "n": int(row["Population"]), "z": z}
            lower = database.value("select tragt_nedre($p, $n, $z)", **asked)
            upper = database.value("select tragt_oevre($p, $n, $z)", **asked)
            assert lower == pytest.approx(float(row[f"Lower{name}limit"]), abs=2e-6)
            assert upper == pytest.approx(float(row[f"Upper{name}limit"]), abs=2e-6)


def test_areas_lie_where_the_published_table_has_them(database: Database):
    """The same source's significance of each area against the share of them all."""
    golden = rows("funnel_proportion_inputs")
    share = sum(float(r["numerator"]) for r in golden) / sum(float(r["denominator"]) for r in golden)
    placed = {
        row["Area"]: database.value(
            "select tragt_placering($procent, $p, $n)",
            procent=100 * float(row["numerator"]) / float(row["denominator"]),
            p=share,
            n=float(row["denominator"]),
        )
        for row in golden
    }
    assert placed == {row["Area"]: PLACED[row["significance"]] for row in golden}
    assert len({*placed.values()}) == 5


def result(kommune_id: str, antal: int | None, least: int | None, most: int | None) -> dict[str, object]:
    same = least == most
    return {
        "kommune_id": kommune_id, "plan_id": "p", "indikator_id": "1", "definition": "d", "kilde": "dubu",
        "antal": antal, "opfyldt": least if same else None, "opfyldt_mindst": least, "opfyldt_hoejst": most,
        "skjult": not same,
    }  # fmt: skip


def funnel(database: Database, *results: dict[str, object], retning: str = "stigende") -> dict[str, str]:
    database.insert(
        "indikator",
        [
            {
                "plan_id": "p", "indikator_id": "1", "definition": "d", "plan": "P", "titel": "T",
                "vaerditype": "andel", "vaerdienhed": "procent", "retning": retning, "taeller_tekst": "",
                "naevner_tekst": "", "orden": 1,
            }
        ],
    )  # fmt: skip
    database.insert("resultat", results)
    return {row["kommune_id"]: row["placering"] for row in database.fetch("from tragten")}


def test_a_small_municipality_is_not_called_worst_by_chance(database: Database):
    """4 of 10 beside a country of 80 %: outside 95 %; the same 40 % of a thousand is outside all."""
    big = result("stor", 20_000, 16_000, 16_000)
    placed = funnel(database, big, result("lille", 10, 5, 5), result("anden", 1000, 400, 400))
    assert placed["lille"] == "under_95"
    assert placed["anden"] == "under_998"


@pytest.mark.parametrize(
    ("antal", "least", "most", "placed"),
    [
        (40, 36, 39, "over_95"),  # "alle på nær under 5": both ends over, the nearer one says it
        (40, 1, 4, "under_998"),
        (10, 6, 9, "inden_for"),
        (16, 12, 15, "kan_ikke_siges"),
    ],
)
def test_a_hidden_count_lies_where_every_count_it_can_be_lies(
    database: Database, antal: int, least: int, most: int, placed: str
):
    """Told only where it is the same whatever the count is; the country is 70 %."""
    found = funnel(database, result("landet", 200_000, 140_000, 140_000), result("lille", antal, least, most))
    assert found["lille"] == placed


def test_what_has_no_count_lies_nowhere(database: Database):
    """Hidden altogether, or nothing to measure: no row."""
    placed = funnel(
        database, result("a", 100, 50, 50), result("b", None, None, None), result("c", 0, None, None)
    )
    assert set(placed) == {"a"}
