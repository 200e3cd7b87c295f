"""Numbers and dates as a Danish reader expects them, and never at odds with a verdict."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base import text as danish
from pipeline.base.periods import read_periode, rolling_to

NBSP = danish.HARD_SPACE


def som_tal(shown: str) -> float:
    return float(shown.removesuffix(f"{NBSP}%").replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("taeller", "naevner", "limits", "shown"),
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
def test_percent_is_short_but_never_contradicts_a_comparison(taeller, naevner, limits, shown):
    """Without decimals, unless they are needed to stand on the right side of a milestone, of 0 and of 100."""
    assert str(danish.Percent(taeller, naevner, limits)) == shown.replace(" ", NBSP)


@given(st.integers(1, 3000), st.data(), st.floats(0, 100).map(lambda g: round(g, 1)))
def test_shown_percent_and_milestone_compare_as_the_true_ones(naevner, data, milepael):
    """The shown percent is over, under or on the milestone exactly when the share is."""
    taeller = data.draw(st.integers(0, naevner))
    percent = danish.Percent(taeller, naevner, (milepael,))
    true = 1000 * taeller - round(milepael * 10) * naevner
    shown = som_tal(str(percent)) - milepael
    assert (true > 0, true < 0) == (shown > 1e-9, shown < -1e-9)
    assert percent.position(milepael) == ("over" if true > 0 else "under" if true < 0 else "på")


@pytest.mark.parametrize(
    ("taeller", "naevner", "milepael", "distance", "difference"),
    [
        (12, 16, 50, "25 procentpoint", "+25"),
        (3, 8, 50, "12 procentpoint", "−12"),  # 38 % is shown, so the reader's 50 - 38 is shown too
        (1249, 2500, 50, "0,04 procentpoint", "−0,04"),
        (1, 2, 12.5, "37,5 procentpoint", "+37,5"),
        (1, 2, 50, "0 procentpoint", "0"),
    ],
)
def test_distance_is_the_difference_of_what_is_shown(taeller, naevner, milepael, distance, difference):
    """Subtracting the milestone from the shown percent gives the shown distance."""
    percent = danish.Percent(taeller, naevner, (milepael,))
    assert (percent.distance(milepael), percent.difference(milepael)) == (distance, difference)


def test_dates_and_months_are_danish():
    """Months have their Danish names, dates in tables are of equal width."""
    day = date(2021, 3, 5)
    assert danish.dato(day) == "5. marts 2021"
    assert danish.short_date(day) == "05-03-2021"
    assert danish.short_month(day) == "mar 21"


@pytest.mark.parametrize(
    ("periode", "text", "short"),
    [
        ("2021-04", "april 2021", "apr 21"),
        ("2021-K2", "2. kvartal 2021", "2. kv. 21"),
        ("2021-T3", "3. tertial 2021", "3. tert. 21"),
        ("2021", "2021", "2021"),
    ],
)
def test_periods_have_names(periode, text, short):
    """A period of each kind is named as people say it."""
    assert danish.periode_text(read_periode(periode)) == text
    assert danish.short_periode(read_periode(periode)) == short


@pytest.mark.parametrize(
    ("value", "limits", "shown"),
    [
        (183.4, (), "183"),
        (1886.4, (), "1.886"),
        (23.25, (), "23,3"),
        (12.0, (), "12"),
        (30.04, (30.0,), "30,04"),
        (7.96, (8.0,), "7,96"),
        (8.0, (8.0,), "8"),
        (199.6, (200.0,), "199,6"),
    ],
)
def test_an_amount_is_short_but_never_contradicts_a_comparison(value, limits, shown):
    """Whole from a hundred up, else one decimal; as many more as a comparison takes."""
    assert danish.amount(value, limits) == shown


def test_the_rolling_year_is_named_by_its_last_month():
    """The twelve months beside a quarter end with the quarter's last month."""
    assert danish.periode_text(rolling_to(read_periode("2021-K2"))) == "12 måneder til juni 2021"


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0 frister"), (1, "1 frist"), (2, "2 frister"), (1234, "1.234 frister")]
)
def test_counts_agree_with_their_noun(n, text):
    """One is singular, none and many are plural, thousands have a point."""
    assert danish.count_of(n, "frist", "frister") == text


@pytest.mark.parametrize(
    ("part", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_lists_read_as_danish(part, text):
    """The last of a list is joined by "og"."""
    assert danish.enumeration(part) == text
