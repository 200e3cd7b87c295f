"""Intervals against test figures that other programs have published (see tests/golden/published)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.values.world import World

PUBLISHED = Path(__file__).parent.parent / "golden" / "published"


def published(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def filled(row: dict[str, str], *columns: str) -> bool:
    return all(row[column] for column in columns)


def limits(macros, kind: str, **arguments: float) -> tuple[float, float]:
    names = ", ".join(f"${name}::double" for name in arguments)
    query = f"select {kind}_nedre({names}) as nedre, {kind}_oevre({names}) as oevre"
    (row,) = macros.fetch(query, **arguments)
    return row["nedre"], row["oevre"]


def test_wilson_and_byar_agree_with_phe_indicator_methods(macros):
    """Nine digits; Byar's below ten is not what we use there."""
    rows = [row for row in published("byar_wilson") if row["confidence"] == "95%" and row["lowercl"]]
    assert {row["method"] for row in rows} == {"Byars", "Wilson"}
    for row in rows:
        expected = float(row["lowercl"]), float(row["uppercl"])
        if row["method"] == "Wilson":
            low, high = limits(macros, "wilson", k=float(row["x"]), n=float(row["n"]))
            assert (low / 100, high / 100) == pytest.approx(expected, rel=1e-9)
        elif float(row["x"]) >= 10:
            assert limits(macros, "poisson", o=float(row["x"])) == pytest.approx(expected, rel=1e-9)


def test_shares_agree_with_phe_indicator_methods(macros):
    """Also for millions, where rounding would show."""
    rows = [row for row in published("proportion_wilson") if filled(row, "value", "lower95_0cl")]
    assert len(rows) == 16
    for row in rows:
        low, high = limits(macros, "wilson", k=float(row["Numerator"]), n=float(row["Denominator"]))
        scale = float(row["multiplier"]) / 100
        expected = float(row["lower95_0cl"]), float(row["upper95_0cl"])
        assert (low * scale, high * scale) == pytest.approx(expected, rel=1e-9)


def test_counts_agree_with_phe_indicator_methods(macros):
    """Exact below ten, Byar's from ten on, as theirs."""
    rows = [row for row in published("rate_poisson") if filled(row, "value", "lower95_0cl")]
    assert {row["method"] for row in rows} == {"Exact", "Byars"}
    for row in rows:
        low, high = limits(macros, "poisson", o=float(row["Numerator"]))
        scale = float(row["multiplier"]) / float(row["Denominator"])
        expected = float(row["lower95_0cl"]), float(row["upper95_0cl"])
        assert (low * scale, high * scale) == pytest.approx(expected, rel=1e-9)


def test_wilson_agrees_with_r(macros):
    """Also at both ends."""
    for row in published("binomial_r"):
        k, n = float(row["k"]), float(row["n"])
        low, high = limits(macros, "wilson", k=k, n=n)
        expected = float(row["wilson_low"]), float(row["wilson_upp"])
        assert (low / 100, high / 100) == pytest.approx(expected, rel=1e-6)


def test_means_agree_with_phe_indicator_methods():
    """The two areas as two teams, and all values together as the department."""
    values = published("mean_values")
    drawing = "periode | udfald | team | vaerdi\n" + "\n".join(
        f"2021-12 | opgjort | {row['area']} | {row['values']}" for row in values
    )
    world = World(vaerditype="gennemsnit", rows=drawing)
    for row in published("mean_t_interval"):
        team = "ALLE" if row["area"] == "No grouping" else row["area"]
        found = world.figures("naevner vaerdi ki_nedre ki_oevre", team_id=team)
        names = ("value_count", "value", "lower95_0cl", "upper95_0cl")
        assert found == pytest.approx(tuple(float(row[name]) for name in names), rel=1e-9)
