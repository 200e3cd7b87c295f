"""Numbers and dates as a Danish reader expects them, and never at odds with a verdict."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import danish
from pipeline.periods import laes_periode
from pipeline.reports.facts import rullende_til

NBSP = danish.HAARDT_MELLEMRUM


def som_tal(vist: str) -> float:
    return float(vist.removesuffix(f"{NBSP}%").replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("taeller", "naevner", "graenser", "vist"),
    [
        (12, 16, (50,), "75 %"),
        (5, 8, (), "63 %"),  # a half is rounded up, as readers do
        (1, 3, (), "33 %"),
        (1249, 2500, (50,), "49,96 %"),  # 50 % would say that the milestone is reached
        (1251, 2500, (50,), "50,04 %"),
        (1, 2, (50,), "50 %"),
        (249, 250, (), "99,6 %"),  # not all
        (1, 1000, (), "0,1 %"),  # not none
        (0, 7, (100,), "0 %"),
        (7, 7, (100,), "100 %"),
        (1, 8, (12.5,), "12,5 %"),
    ],
)
def test_percent_is_short_but_never_contradicts_a_comparison(taeller, naevner, graenser, vist):
    """Without decimals, unless they are needed to stand on the right side of a milestone, of 0 and of 100."""
    assert str(danish.Procent(taeller, naevner, graenser)) == vist.replace(" ", NBSP)


@given(st.integers(1, 3000), st.data(), st.floats(0, 100).map(lambda g: round(g, 1)))
def test_shown_percent_and_milestone_compare_as_the_true_ones(naevner, data, milepael):
    """The shown percent is over, under or on the milestone exactly when the share is."""
    taeller = data.draw(st.integers(0, naevner))
    procent = danish.Procent(taeller, naevner, (milepael,))
    sand = 1000 * taeller - round(milepael * 10) * naevner
    vist = som_tal(str(procent)) - milepael
    assert (sand > 0, sand < 0) == (vist > 1e-9, vist < -1e-9)
    assert procent.stilling(milepael) == ("over" if sand > 0 else "under" if sand < 0 else "på")


@pytest.mark.parametrize(
    ("taeller", "naevner", "milepael", "afstand", "forskel"),
    [
        (12, 16, 50, "25 procentpoint", "+25"),
        (3, 8, 50, "12 procentpoint", "−12"),  # 38 % is shown, so the reader's 50 - 38 is shown too
        (1249, 2500, 50, "0,04 procentpoint", "−0,04"),
        (1, 2, 12.5, "37,5 procentpoint", "+37,5"),
        (1, 2, 50, "0 procentpoint", "0"),
    ],
)
def test_distance_is_the_difference_of_what_is_shown(taeller, naevner, milepael, afstand, forskel):
    """Subtracting the milestone from the shown percent gives the shown distance."""
    procent = danish.Procent(taeller, naevner, (milepael,))
    assert (procent.afstand(milepael), procent.forskel(milepael)) == (afstand, forskel)


def test_dates_and_months_are_danish():
    """Months have their Danish names, dates in tables are of equal width."""
    dag = date(2021, 3, 5)
    assert danish.dato(dag) == "5. marts 2021"
    assert danish.kort_dato(dag) == "05-03-2021"
    assert danish.kort_maaned(dag) == "mar 21"


@pytest.mark.parametrize(
    ("periode", "tekst", "kort"),
    [("2021-04", "april 2021", "apr 21"), ("2021-K2", "2. kvartal 2021", "2. kv. 21")],
)
def test_periods_have_names(periode, tekst, kort):
    """A month and a quarter are named as people say them."""
    assert danish.periode_tekst(laes_periode(periode)) == tekst
    assert danish.kort_periode(laes_periode(periode)) == kort


def test_the_rolling_year_is_named_by_its_last_month():
    """The twelve months beside a quarter end with the quarter's last month."""
    assert danish.periode_tekst(rullende_til(laes_periode("2021-K2"))) == "12 måneder til juni 2021"


@pytest.mark.parametrize(
    ("n", "tekst"), [(0, "0 frister"), (1, "1 frist"), (2, "2 frister"), (1234, "1.234 frister")]
)
def test_counts_agree_with_their_noun(n, tekst):
    """One is singular, none and many are plural, thousands have a point."""
    assert danish.antal(n, "frist", "frister") == tekst


@pytest.mark.parametrize(
    ("led", "tekst"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_lists_read_as_danish(led, tekst):
    """The last of a list is joined by "og"."""
    assert danish.opremsning(led) == tekst
