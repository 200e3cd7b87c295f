"""Changes since a baseline, by each value kind, on paper."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle import Oracle
from tests.oracle.drawn import aimed, cell, d, municipality, plans_for_children


def against(baseline: str, drawn: dict[str, Any], indikator_id: str = "7.2", **more: Any) -> Oracle:
    """An indicator held against a baseline month."""
    target = aimed(indikator_id, maaltype="baseline", baseline=baseline, **more)
    return municipality(period="2021-12", indicators=[target], **drawn)


def test_which_period_a_baseline_is() -> None:
    """Its own type where one ends with the month, the rolling year for years; before it nothing is stated."""
    made = plans_for_children(5, 5, "2021-03-15")["handleplaner"]
    made += [r for m in range(4, 13) for r in plans_for_children(9, 1, f"2021-{m:02}-01")["handleplaner"]]
    made += plans_for_children(1, 1, "2021-02-01")["handleplaner"]
    o = against("2021-03", {"handleplaner": made})
    status = {
        (r["periodetype"], r["periode"]): (r["status"], r["baseline_periode"])
        for r in o.resultat
        if r["team_id"] == "ALLE"
    }
    assert status["maaned", "2020-12"] == ("ingen_data", None)
    assert status["maaned", "2021-02"] == ("foer_baseline", None)
    assert status["maaned", "2021-03"] == ("baseline", None)
    assert status["maaned", "2021-04"] == ("ikke_til_at_skelne", "2021-03")
    assert status["kvartal", "2021-K2"] == ("bedre", "2021-K1")
    assert status["tertial", "2021-T1"] == ("baseline_mangler", None)
    assert status["aar", "2021"] == ("bedre", "2021-03")
    assert status["rullende12", "2021-12"] == ("bedre", "2021-03")
    assert {s for (kind, _), (s, _) in status.items() if kind == "tertial"} == {"baseline_mangler"}
    falling = against("2021-03", {"handleplaner": made}, rising=False)
    assert cell(falling, "7.2", "kvartal", "2021-K2")["status"] == "daarligere"


def test_the_change_of_a_share_is_in_points() -> None:
    """8 of 10 against 5 of 10: 30 points, Newcombe's limits -10.1 to 60.0, and none to tell."""
    made = plans_for_children(5, 5, "2021-03-15")["handleplaner"] + plans_for_children(8, 2)["handleplaner"]
    row = cell(against("2021-03", {"handleplaner": made}), "7.2", "maaned", "2021-05")
    # Wilson: 8/10 0.4902 to 0.9433; 5/10 0.2366 to 0.7634.
    # 0.3 - sqrt(0.3098^2 + 0.2634^2) = -0.1067; 0.3 + sqrt(0.1433^2 + 0.2634^2) = 0.5999.
    assert (row["forskel"], row["baseline_vaerdi"], row["baseline_naevner"]) == (pytest.approx(30), 50, 10)
    assert (row["forskel_nedre"], row["forskel_oevre"]) == pytest.approx((-10.67, 59.99), abs=0.02)
    assert row["usikker"] is True


def missed(**months: int) -> dict[str, Any]:
    """7.13: so many no-shows in each month of 2021, each on a day of its own."""
    return {
        "opfoelgninger": [
            {"opfoelgning_id": f"{m}{n}", "dato": f"2021-{m[1:]}-{n + 1:02}", "form": "udeblevet"}
            for m, count in months.items()
            for n in range(count)
        ]
    }


def test_the_change_of_a_count_is_a_ratio_of_counts_per_day() -> None:
    """20 in 31 days of March and 4 in 30 of April: (4/30) / (20/31) - 1 = -79.3 %; 0 before: no ratio."""
    o = against("2021-03", missed(m03=20, m04=4, m05=20), "7.13", rising=False)
    april = cell(o, "7.13", "maaned", "2021-04")
    assert april["forskel"] == pytest.approx(100 * (4 / 30 * 31 / 20 - 1))
    assert (april["status"], april["usikker"]) == ("bedre", True)
    may = cell(o, "7.13", "maaned", "2021-05")
    assert (may["forskel"], may["status"]) == (pytest.approx(0), "ikke_til_at_skelne")
    assert may["baseline_naevner"] is None
    zero = cell(against("2021-02", missed(m03=9), "7.13"), "7.13", "maaned", "2021-03")
    assert (zero["status"], zero["forskel"], zero["baseline_vaerdi"]) == ("ikke_til_at_skelne", None, 0)


def lasted(day: str, *days: int) -> list[dict[str, Any]]:
    """4.6: measures of so many days that ended on a day."""
    ended = d(day)
    return [
        {
            "indsats_id": f"{day}{n}",
            "kategori": "forebyggende_11_3",
            "start_dato": ended.fromordinal(ended.toordinal() - length).isoformat(),
            "slut_dato": day,
        }
        for n, length in enumerate(days)
    ]


def test_the_change_of_a_mean_is_welchs() -> None:
    """Means 10 and 20, variances 4 and 4 of five each: 10 ± 2.306 * sqrt(1.6) = 7.083 to 12.917."""
    base = lasted("2021-03-31", 8, 8, 10, 12, 12)
    o = against("2021-03", {"indsatser": base + lasted("2021-04-30", 18, 18, 20, 22, 22)}, "4.6")
    row = cell(o, "4.6", "maaned", "2021-04")
    assert (row["forskel"], row["status"], row["usikker"]) == (10, "bedre", False)
    assert (row["forskel_nedre"], row["forskel_oevre"]) == pytest.approx((7.083, 12.917), abs=1e-3)
    equal = against(
        "2021-03", {"indsatser": lasted("2021-03-31", 9, 9) + lasted("2021-04-30", 12, 12)}, "4.6"
    )
    row = cell(equal, "4.6", "maaned", "2021-04")
    assert (row["forskel"], row["forskel_nedre"], row["status"]) == (3, None, "ikke_til_at_skelne")


def answered(day: str, *waits: int) -> list[dict[str, Any]]:
    """5.8: notifications answered on a day after so many days."""
    told = d(day)
    return [
        {
            "underretning_id": f"{day}{n}",
            "underretter_type": "fagperson",
            "modtaget_tidspunkt": told.fromordinal(told.toordinal() - wait).isoformat(),
            "tilbagemelding_dato": day,
        }
        for n, wait in enumerate(waits)
    ]


def test_the_change_of_a_median_is_told_when_the_limits_do_not_touch() -> None:
    """Six a side: the limits are the least and the largest."""
    base = answered("2021-03-31", 5, 6, 7, 8, 9, 10)
    for waits, status in (
        ((1, 2, 2, 3, 4, 4), "bedre"),
        ((1, 2, 2, 3, 4, 5), "ikke_til_at_skelne"),
        ((1, 1, 1, 1, 1), "ikke_til_at_skelne"),
        ((11, 12, 13, 14, 15, 16), "daarligere"),
    ):
        notes = {"underretninger": base + answered("2021-04-30", *waits)}
        row = cell(against("2021-03", notes, "5.8", rising=False), "5.8", "maaned", "2021-04")
        assert (row["status"], row["forskel_nedre"]) == (status, None), waits


def test_the_change_of_a_distribution_has_no_verdict() -> None:
    """Beside uden_vurdering stands how many there were, and no number of change."""
    sag = {"team_id": "A", "raadgiver_id": "a", "oprettet_dato": "2021-01-01"}
    raadgivere = [{"raadgiver_id": "a", "team_id": "A"}]
    o = against("2021-03", {"sager": [sag], "raadgivere": raadgivere}, "4.8")
    row = cell(o, "4.8", "maaned", "2021-04")
    assert (row["status"], row["baseline_naevner"], row["forskel"]) == ("uden_vurdering", 1, None)
    assert row["usikker"] is True
