"""The quantiles that SQL holds in a table or leaves to a formula, against scipy and whole numbers."""

from __future__ import annotations

import subprocess
import sys
from math import comb

import pytest
from scipy.stats import chi2, norm, t

from tools import quantiles


def test_the_file_is_what_the_tool_writes():
    """Nobody edits a quantile by hand."""
    assert quantiles.path().read_text(encoding="utf-8") == quantiles.text()


def test_the_normal_quantile(macros):
    """The z of every interval."""
    assert macros.value("select z_fraktil()") == pytest.approx(norm.ppf(0.975), rel=1e-15)


def test_students_t_is_right_for_every_number_of_degrees_of_freedom(macros):
    """By table to 50, by the expansion above; 1e-6 relative is what is asked for."""
    rows = macros.fetch("select df, t_fraktil(df) as t from range(1, 3001) r(df)")
    rows += macros.fetch("select df, t_fraktil(df) as t from (values (100000), (10000000)) r(df)")
    assert [row["t"] for row in rows] == pytest.approx([t.ppf(0.975, row["df"]) for row in rows], rel=2e-9)


def test_welchs_degrees_of_freedom_are_whole_where_they_are_whole(macros):
    """Two samples alike have 2n - 2; in floating point some come out a hair below and must not lose one."""
    rows = macros.fetch(
        "select n, welch_df(v / 7, n::double, v / 7, n::double) as df "
        "from range(2, 60) r(n), range(1, 60) s(v)"
    )
    assert all(row["df"] == 2 * row["n"] - 2 for row in rows)


def test_poisson_limits_are_exact_below_ten(macros):
    """Garwood's, from chi squared."""
    rows = macros.fetch("select o, poisson_nedre(o) as l, poisson_oevre(o) as u from range(10) r(o)")
    assert [row["l"] for row in rows] == pytest.approx(
        [0.0] + [chi2.ppf(0.025, 2 * o) / 2 for o in range(1, 10)], rel=1e-12
    )
    assert [row["u"] for row in rows] == pytest.approx(
        [chi2.ppf(0.975, 2 * o + 2) / 2 for o in range(10)], rel=1e-12
    )


def test_from_ten_on_the_poisson_limits_are_byars(macros):
    """Exact for 10 would be 4.795 and 18.390 (Garwood); Byar's are 4.787 and 18.391."""
    (row,) = macros.fetch("select poisson_nedre(10) as l, poisson_oevre(10) as u")
    assert (row["l"], row["u"]) == pytest.approx((4.78745, 18.39123), abs=5e-4)


def test_the_medians_rank_is_the_largest_allowed(macros):
    """In whole numbers: k - 1 heads or fewer in at most one of forty of the 2^n throws, k in more."""
    ranks = macros.fetch(
        "select n, median_rang(n) as k from range(1, 2001) r(n) where n <= 300 or n % 97 = 0"
    )
    for n, k in ((row["n"], row["k"]) for row in ranks):
        if n < 6:
            assert k is None
            continue
        up_to_lower = sum(comb(n, i) for i in range(k))
        assert 40 * up_to_lower <= 2**n < 40 * (up_to_lower + comb(n, k)), n


def test_sql_and_tool_have_the_same_formulas(macros):
    """What the tool verifies to a million is what the SQL computes."""
    quantiles.verify()
    rows = macros.fetch("select n, median_rang(n) as k from range(6, 1000001, 331) r(n) order by n")
    found = quantiles.rank(quantiles.np.array([row["n"] for row in rows]))
    assert [row["k"] for row in rows] == found.tolist()


def test_the_program_does_not_need_scipy():
    """Only the tool that wrote the table does."""
    program = (
        "import sys; sys.modules['scipy'] = None\n"
        "from pipeline.indicators import results\n"
        "from tests.values.world import World\n"
        "assert World(vaerditype='gennemsnit').result()['status'] == 'ingen_data'"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
