"""Better, worse or not to be told from chance, against the period that ends with a month."""

from __future__ import annotations

from datetime import date
from functools import cache
from math import sqrt

import pytest
from scipy.stats import t, ttest_ind

from tests.values.test_gennemsnit import values
from tests.values.world import World

BASE = "baseline_periode baseline_vaerdi baseline_naevner"
CHANGE = "forskel forskel_nedre forskel_oevre"
NOTHING = (None, None, None)


@cache
def world(vaerditype: str, rows: str, **settings: object) -> World:
    """June and December; the baseline is the period that ends with June."""
    usual = {"maaltype": "baseline", "baseline": "2021-06"}
    return World(vaerditype, rows=rows, **(usual | settings))


def share(yes0: int, no0: int, yes: int, no: int) -> str:
    return f"""
        periode | udfald       | antal
        2021-06 | opfyldt      | {yes0}
        2021-06 | ikke_opfyldt | {no0}
        2021-12 | opfyldt      | {yes}
        2021-12 | ikke_opfyldt | {no}
    """


def counts(before: int, now: int) -> str:
    return f"periode | udfald | antal\n2021-06 | opgjort | {before}\n2021-12 | opgjort | {now}"


def numbers(before: tuple[float, ...], now: tuple[float, ...]) -> str:
    return values(*before, periode="2021-06") + "\n" + values(*now).partition("\n")[2]


@pytest.mark.parametrize(
    ("periodetype", "periode", "status", "base"),
    [
        ("maaned", "2021-05", "foer_baseline", None),
        ("maaned", "2021-06", "baseline", None),
        ("maaned", "2021-12", "ikke_til_at_skelne", "2021-06"),
        ("kvartal", "2021-K1", "foer_baseline", None),
        ("kvartal", "2021-K2", "baseline", None),
        ("kvartal", "2021-K4", "ikke_til_at_skelne", "2021-K2"),
        ("tertial", "2021-T1", "foer_baseline", None),
        # No four months end with June.
        ("tertial", "2021-T3", "baseline_mangler", None),
        # A year is held against the twelve months that end with the baseline's month.
        ("aar", "2021", "ikke_til_at_skelne", "2021-06"),
        ("rullende12", "2021-05", "foer_baseline", None),
        ("rullende12", "2021-06", "baseline", None),
        ("rullende12", "2021-12", "ikke_til_at_skelne", "2021-06"),
    ],
)
def test_each_period_type_has_its_own_baseline(periodetype, periode, status, base):
    """Month, quarter and four months by their own type, year and rolling year by the rolling year."""
    rows = "periode\n" + "\n".join(f"2021-{month:02}" for month in range(1, 13))
    found = world("andel", rows).figures("status baseline_periode", periodetype=periodetype, periode=periode)
    assert found == (status, base)


def test_a_baseline_that_is_not_computed_or_has_nothing_measured_is_missing():
    """Then there is nothing to compare with, and no verdict."""
    assert world("andel", share(9, 9, 9, 9), first="2021-07").result()["status"] == "baseline_mangler"
    assert world("andel", share(0, 0, 9, 9)).result()["status"] == "baseline_mangler"


def test_nothing_measured_now_is_no_data_also_in_the_baseline_itself():
    """ingen_data goes before every other status."""
    drawn = world("andel", share(9, 9, 0, 0))
    for periode in ("2021-05", "2021-12"):
        assert drawn.figures("status usikker " + BASE, periode=periode) == ("ingen_data", False, *NOTHING)


@pytest.mark.parametrize("periode", ["2021-05", "2021-06"])
def test_no_change_and_no_doubt_is_stated_before_and_in_the_baseline(periode):
    """A mean of one would be in doubt anywhere else."""
    drawn = world("gennemsnit", f"periode | udfald | vaerdi\n{periode} | opgjort | 7")
    assert drawn.figures(f"usikker {BASE} {CHANGE}", periode=periode) == (False, *NOTHING, *NOTHING)


@pytest.mark.parametrize(
    ("now", "before", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_a_shares_change_has_newcombes_interval(now, before, lower, upper):
    """The examples of Newcombe (1998), table II, method 10."""
    drawn = world("andel", share(before[0], before[1] - before[0], now[0], now[1] - now[0]))
    change, *limits = drawn.figures(CHANGE)
    assert change == pytest.approx(100 * (now[0] / now[1] - before[0] / before[1]))
    assert limits == pytest.approx([100 * lower, 100 * upper], abs=0.0051)
    assert drawn.figures(BASE) == ("2021-06", pytest.approx(100 * before[0] / before[1]), before[1])


@pytest.mark.parametrize(
    ("rows", "retning", "status"),
    [
        (share(48, 32, 56, 14), "stigende", "bedre"),
        (share(48, 32, 56, 14), "faldende", "daarligere"),
        (share(56, 14, 48, 32), "stigende", "daarligere"),
        (share(56, 14, 48, 32), "faldende", "bedre"),
        (share(50, 50, 52, 48), "stigende", "ikke_til_at_skelne"),
    ],
)
def test_which_way_is_better_is_the_indicators(rows, retning, status):
    """The same change is better where figures should rise and worse where they should fall."""
    found = world("andel", rows, retning=retning).figures("status usikker")
    assert found == (status, status == "ikke_til_at_skelne")


@pytest.mark.parametrize(("before", "now"), [((0, 4), (90, 0)), ((0, 90), (4, 0))])
def test_few_units_on_either_side_are_in_doubt(before, now):
    """Fewer than five then or now, however clear the change."""
    assert world("andel", share(*before, *now)).figures("status usikker") == ("bedre", True)


def ratio_limits(a: int, x: float, b: int, y: float) -> list[float]:
    """From the words: the Wilson limits of a among a + b, as a ratio."""
    z, n, p = 1.959963984540054, a + b, a / (a + b)
    middle, width = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    limits = [(middle - width) / (1 + z * z / n), (middle + width) / (1 + z * z / n)]
    return [100 * (q / (1 - q) * y / x - 1) for q in limits]


@pytest.mark.parametrize(
    ("before", "now", "status", "usikker"),
    [
        (20, 50, "bedre", False),
        (50, 20, "daarligere", False),
        (20, 25, "ikke_til_at_skelne", True),
        (4, 40, "bedre", True),
        (40, 4, "daarligere", True),
    ],
)
def test_counts_are_compared_per_day(before, now, status, usikker):
    """June has 30 days and December 31."""
    found = world("antal", counts(before, now)).figures(f"status usikker {BASE} {CHANGE}")
    assert found[:5] == (status, usikker, "2021-06", before, None)
    assert found[5] == pytest.approx(100 * ((now / 31) / (before / 30) - 1))
    assert list(found[6:]) == pytest.approx(ratio_limits(now, 31, before, 30))


def test_a_preliminary_period_is_compared_by_the_days_that_have_come():
    """10 in ten days is the pace of 30 in thirty."""
    drawn = world("antal", counts(30, 10), delivery=date(2021, 12, 10))
    assert drawn.figures("status forskel") == ("ikke_til_at_skelne", pytest.approx(0))


def test_the_days_do_not_count_for_what_stands_on_one():
    """A stock of 30 is 30 on the tenth of the month too."""
    rows = "periode | udfald | ved_slut | antal\n2021-06 | opgjort | true | 30\n2021-12 | opgjort | true | 30"
    drawn = world("antal", rows, art="beholdning", delivery=date(2021, 12, 10))
    assert drawn.figures("status forskel") == ("ikke_til_at_skelne", 0.0)


def test_none_before_gives_no_ratio():
    """Nothing can be divided by nought, so no change is claimed."""
    found = world("antal", counts(0, 50)).figures("status usikker baseline_vaerdi " + CHANGE)
    assert found == ("ikke_til_at_skelne", True, 0.0, *NOTHING)


def test_none_now_is_a_fall_of_a_hundred_percent():
    """The ratio is nought, and so is its lower limit."""
    found = world("antal", counts(50, 0), retning="faldende").figures("status usikker forskel forskel_nedre")
    assert found == ("bedre", True, -100.0, -100.0)


def test_rates_are_compared_by_exposure_and_days():
    """The exposure of each period times the days of it."""
    exposure = "periode | team | antal\n2021-06 | T1 | 200\n2021-12 | T1 | 100"
    found = world("rate", counts(40, 40), eksponering=exposure).figures(f"status {BASE} {CHANGE}")
    assert found[:4] == ("bedre", "2021-06", 20.0, 200.0)
    assert found[4] == pytest.approx(100 * ((40 / 3100) / (40 / 6000) - 1))
    assert list(found[5:]) == pytest.approx(ratio_limits(40, 3100, 40, 6000))


def test_a_rate_without_exposure_at_the_baseline_has_none():
    """Units without anybody exposed make no rate to compare with."""
    exposure = "periode | team | antal\n2021-12 | T1 | 100"
    assert world("rate", counts(40, 40), eksponering=exposure).result()["status"] == "baseline_mangler"


FIRST = (27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4)
SECOND = (27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4)
UNEVEN = (17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8)
WIDE = (21.5, 22.8, 21.0, 23.0, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8, 20.7, 21.7, 21.5, 22.5, 23.6, 21.5, 22.5)


@pytest.mark.parametrize(
    ("before", "now"), [(FIRST, SECOND), (UNEVEN, WIDE), (WIDE, UNEVEN), ((1, 2), (9, 4))]
)
def test_means_are_compared_by_welch(before, now):
    """Against scipy, whose degrees of freedom are not rounded down: ours are never narrower."""
    found = world("gennemsnit", numbers(before, now)).figures(f"{BASE} {CHANGE}")
    published = ttest_ind(now, before, equal_var=False)
    change = sum(now) / len(now) - sum(before) / len(before)
    assert found[:4] == (
        "2021-06",
        pytest.approx(sum(before) / len(before)),
        len(before),
        pytest.approx(change),
    )
    half = (found[5] - found[4]) / 2
    error = change / published.statistic
    assert half == pytest.approx(t.ppf(0.975, max(int(published.df + 1e-9), 1)) * error)


@pytest.mark.parametrize(
    ("before", "now", "status", "change"),
    [
        ((5, 6, 7, 8, 9), (15, 16, 17, 18, 19), "bedre", True),
        ((5, 6, 7, 8, 9), (6, 7, 8, 9, 10), "ikke_til_at_skelne", True),
        ((5,), (15, 16, 17, 18, 19), "ikke_til_at_skelne", False),
        ((5, 6, 7, 8, 9), (15,), "ikke_til_at_skelne", False),
        # Two equal values prove no change.
        ((5, 5, 5, 5, 5), (15, 15, 15, 15, 15), "ikke_til_at_skelne", False),
        ((0.1, 0.1, 0.1), (0.7, 0.7, 0.7), "ikke_til_at_skelne", False),
        ((5, 5, 5, 5, 5), (15, 15, 15, 15, 16), "bedre", True),
    ],
)
def test_a_mean_without_variance_to_compare_by_has_a_change_without_limits(before, now, status, change):
    """Fewer than two on a side, or no variance on both."""
    found = world("gennemsnit", numbers(before, now)).figures("status " + CHANGE)
    assert found[0] == status
    assert found[1] == pytest.approx(sum(now) / len(now) - sum(before) / len(before))
    assert (found[2] is not None, found[3] is not None) == (change, change)


@pytest.mark.parametrize(
    ("before", "now", "status"),
    [
        (range(1, 7), range(7, 13), "bedre"),
        (range(7, 13), range(1, 7), "daarligere"),
        # The intervals are 1 to 6 and 6 to 11: they touch.
        (range(1, 7), range(6, 12), "ikke_til_at_skelne"),
        (range(6, 12), range(1, 7), "ikke_til_at_skelne"),
        # Five units have no interval.
        (range(1, 6), range(70, 130), "ikke_til_at_skelne"),
    ],
)
def test_medians_differ_when_their_intervals_do_not_touch(before, now, status):
    """The change itself has no interval."""
    found = world("median", numbers(tuple(before), tuple(now))).figures("status " + CHANGE)
    middle = (sum(now) / len(now)) - (sum(before) / len(before))
    assert found == (status, middle, None, None)


def test_money_has_its_change_alone():
    """A sum has no sampling error, so nothing is judged."""
    rows = "periode | udfald | vaerdi | antal\n2021-06 | opgjort | 100 | 5\n2021-12 | opgjort | 90 | 5"
    found = world("sum", rows).figures(f"status usikker {BASE} {CHANGE}")
    assert found == ("uden_vurdering", False, "2021-06", 500.0, 5.0, -50.0, None, None)


def test_money_has_no_change_while_the_period_is_preliminary():
    """Half a period's bills say nothing of the whole."""
    rows = "periode | udfald | vaerdi | antal\n2021-06 | opgjort | 100 | 5\n2021-12 | opgjort | 90 | 4"
    found = world("sum", rows, delivery=date(2021, 12, 30)).figures("status usikker baseline_vaerdi forskel")
    assert found == ("uden_vurdering", True, 500.0, None)


def test_a_distribution_has_no_better_end():
    """It is shown beside its baseline without a verdict."""
    found = world("fordeling", counts(4, 9)).figures(f"status usikker {BASE} {CHANGE}")
    assert found == ("uden_vurdering", True, "2021-06", None, 4.0, *NOTHING)


def test_each_team_is_held_against_its_own_baseline():
    """A team without one is not held against the department's."""
    rows = """
        periode | udfald  | team | antal
        2021-06 | opgjort | T1   | 10
        2021-06 | opgjort | T2   | 90
        2021-12 | opgjort | T1   | 40
        2021-12 | opgjort | T3   | 40
    """
    drawn = world("antal", rows)
    assert drawn.figures("status baseline_vaerdi", team_id="T1") == ("bedre", 10.0)
    assert drawn.figures("status baseline_vaerdi", team_id="T3") == ("baseline_mangler", None)
    assert drawn.figures("baseline_vaerdi") == (100.0,)
