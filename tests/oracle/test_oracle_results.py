"""The oracle's grid, milestones, limits, calendar and periods on paper."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.kalender import er_fyldt, perioder, plus_maaneder
from tests.oracle.resultat import inden_i_wilson, maal_for, wilson
from tests.oracle.tegnet import d, kommune


def test_the_grid_states_teams_without_cases_and_hides_small_surveys() -> None:
    """Active teams stand with no naevner; second sources only where rows exist; fewer than 5: ALLE."""
    teams = [
        {"team_id": "A"},
        {"team_id": "B", "aktiv_til": "2021-03-31"},
        {"team_id": "C", "aktiv_fra": "2021-04-30"},
    ]
    svar = [
        {"svar_id": f"{team}{nr}", "team_id": team, "spoergsmaal": "Løft", "besvaret_dato": dag, "score": 4}
        for team, dag, antal in (("A", "2021-03-02", 5), ("A", "2021-04-02", 5), ("B", "2021-04-02", 4))
        for nr in range(antal)
    ]
    tilsyn = {
        "tilsyn_id": "L",
        "maalepunkt": "5.1",
        "team_id": "B",
        "gennemgaaet_dato": "2021-04-01",
        "svar": "ja",
    }
    o = kommune(periode="2021-04", teams=teams, spoergeskemasvar=svar, tilsynssvar=[tilsyn])

    def gitter(indikator_id: str, kilde: str, periode: str) -> dict[Any, Any]:
        return {
            r["team_id"]: r["naevner"]
            for r in o.resultater
            if (r["indikator_id"], r["kilde"], r["periode"], r["periodetype"])
            == (indikator_id, kilde, periode, "maaned")
        }

    assert gitter("5.1", "dubu", "2021-03") == {"A": 0, "B": 0, "ALLE": 0}
    assert gitter("5.1", "dubu", "2021-04") == {"A": 0, "C": 0, "ALLE": 0}
    assert gitter("5.1", "tilsyn", "2021-03") == {}
    assert gitter("5.1", "tilsyn", "2021-04") == {"B": 1, "ALLE": 1}
    assert gitter("3.4", "spoergeskema", "2021-02") == {"A": 0, "B": 0, "ALLE": 0}
    assert gitter("3.4", "spoergeskema", "2021-03") == {"A": 5, "B": 0, "ALLE": 5}
    assert gitter("3.4", "spoergeskema", "2021-04") == {"ALLE": 9}
    assert {r["team_id"] for r in o.raekker if r["indikator_id"] == "3.4"} == {None}


MILEPAELE = [
    ("x", d("2021-04-30"), 25.0, None),
    ("x", d("2021-08-31"), 50.0, None),
    ("x", d("2021-08-31"), 40.0, d("2021-06-01")),
    ("x", d("2021-12-31"), 99.0, d("2021-12-01")),
]


def test_a_period_is_judged_by_what_was_adopted_by_its_last_day() -> None:
    """Per date the latest entry adopted by then; one adopted later does not exist."""

    def set_fra(dag: str) -> tuple[Any, Any]:
        maal = maal_for(MILEPAELE, "x", d(dag))
        return maal.gaeldende and maal.gaeldende[1], maal.naeste and maal.naeste[1]

    assert set_fra("2021-03-31") == (None, 25)
    assert set_fra("2021-04-30") == (25, 50)
    assert set_fra("2021-06-30") == (25, 40)
    assert set_fra("2021-08-31") == (40, None)
    assert set_fra("2021-12-31") == (99, None)
    assert not maal_for(MILEPAELE, "y", d("2021-12-31")).findes


def test_wilson_limits_and_the_exact_test_of_lying_inside_agree() -> None:
    """Limits exactly 0 and 100 at the ends; strictly inside, so neither end lies in its own interval."""
    assert wilson(0, 3)[0] == 0.0
    assert wilson(3, 3)[1] == 100.0
    # Printed examples of the method (Newcombe 1998, table I, method 3), to four decimals of a share.
    assert wilson(81, 263) == pytest.approx((25.53, 36.62), abs=0.006)
    assert wilson(15, 148) == pytest.approx((6.24, 16.05), abs=0.006)
    assert wilson(1, 29) == pytest.approx((0.61, 17.18), abs=0.006)
    for naevner in range(1, 12):
        for taeller in range(naevner + 1):
            nedre, oevre = wilson(taeller, naevner)
            for procent in range(0, 101, 5):
                assert inden_i_wilson(taeller, naevner, Fraction(procent)) == (nedre < procent < oevre)


def test_the_calendar_clamps_months_and_counts_years() -> None:
    """31 August + 6 months is 28 February; a child of 29 February 2012 is 9 on 28 February 2021."""
    assert plus_maaneder(d("2020-08-31"), 6) == d("2021-02-28")
    assert plus_maaneder(d("2021-08-31"), -6) == d("2021-02-28")
    assert plus_maaneder(d("2020-02-29"), 12) == d("2021-02-28")
    assert er_fyldt(d("2012-02-29"), 8, d("2020-02-29"))
    assert not er_fyldt(d("2012-02-29"), 8, d("2020-02-28"))
    assert er_fyldt(d("2012-02-29"), 9, d("2021-02-28"))


def test_the_periods_of_a_quarter_reported_in_its_middle() -> None:
    """The months begun by the delivery, their rolling years and the quarter itself; nothing to come."""
    navne = [(p.periodetype, p.periode) for p in perioder("2021-K1", d("2021-02-10"))]
    assert navne == [
        ("maaned", "2020-10"),
        ("rullende12", "2020-10"),
        ("kvartal", "2020-K4"),
        ("maaned", "2020-11"),
        ("rullende12", "2020-11"),
        ("maaned", "2020-12"),
        ("rullende12", "2020-12"),
        ("maaned", "2021-01"),
        ("rullende12", "2021-01"),
        ("kvartal", "2021-K1"),
        ("maaned", "2021-02"),
        ("rullende12", "2021-02"),
    ]
    with pytest.raises(ValueError, match="begins after the delivery"):
        perioder("2021-03", d("2021-02-28"))
