"""Write `sql/results/fraktiler.sql`: the quantiles that have no closed form, made once by scipy.

Run as ``python -m tools.quantiles``; the program itself never imports scipy. Before writing, what the SQL
leaves to formulas is held against scipy: Student's t above the table, and the rank of a median's limit.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from scipy.stats import binom, chi2, norm, t

from pipeline.base.resources import resource

TABLE_TO_DF = 50
"""Student's t is tabled to here; above, the expansion is right to 2e-9 relative."""

EXACT_BELOW = 10
"""Counts below this have exact Poisson limits."""

RANKS_TO = 1_000_000
"""The rank of a median's lower limit is verified for every n up to here."""

Z = float(norm.ppf(0.975))


def text() -> str:
    """The whole file."""
    lower = [0.0, *(chi2.ppf(0.025, 2 * o) / 2 for o in range(1, EXACT_BELOW))]
    upper = [chi2.ppf(0.975, 2 * o + 2) / 2 for o in range(EXACT_BELOW)]
    students = [t.ppf(0.975, df) for df in range(1, TABLE_TO_DF + 1)]
    return "\n".join(
        [
            "-- one macro per quantile without a closed form; made by tools/quantiles.py",
            "",
            "-- the standard normal, 0.975",
            f"create temp macro z_fraktil() as ({Z!r}e0);",
            "",
            f"-- exact Poisson limits of 0 to {EXACT_BELOW - 1}: chi2(0.025, 2 o) / 2 and",
            "-- chi2(0.975, 2 o + 2) / 2",
            _macro("poisson_eksakt_nedre", "o", "(o + 1)::bigint", lower),
            "",
            _macro("poisson_eksakt_oevre", "o", "(o + 1)::bigint", upper),
            "",
            f"-- Student's t, 0.975, of 1 to {TABLE_TO_DF} degrees of freedom",
            _macro("t_tabel", "df", "df::bigint", students),
            "",
        ]
    )


def _macro(name: str, argument: str, position: str, values: list[float]) -> str:
    items = ",\n".join(f"        {float(value)!r}e0" for value in values)
    return f"create temp macro {name}({argument}) as (\n    [\n{items}\n    ][{position}]\n);"


def verify() -> None:
    """Hold the formulas of `sql/results/intervaller.sql` against scipy.

    Raises:
        SystemExit: one of them is further off than that file says.
    """
    df = np.arange(TABLE_TO_DF + 1, 10_000)
    if np.max(np.abs(expansion(df) / t.ppf(0.975, df) - 1)) > 2e-9:
        sys.exit("Student's t: the expansion is further off than 2e-9")
    n = np.arange(6, RANKS_TO + 1)
    # No tail of a fair coin is exactly 1/40, so the quantile is the largest rank allowed.
    if not np.array_equal(rank(n), binom.ppf(0.025, n, 0.5).astype(int)):
        sys.exit("The median's rank is not the exact one")


def expansion(df: np.ndarray) -> np.ndarray:
    """Abramowitz and Stegun 26.7.5, to the fourth power of 1/df."""
    z, v = Z, df.astype(float)
    terms = (
        z,
        (z**3 + z) / (4 * v),
        (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2),
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3),
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * v**4),
    )
    return np.asarray(sum(terms))


def rank(n: np.ndarray) -> np.ndarray:
    """Cornish and Fisher's quantile of the binomial to the order 1/n, rounded down."""
    lower: np.ndarray = np.floor((n + 1 - Z * np.sqrt(n) * (1 - (Z * Z - 1) / (12 * n))) / 2)
    return lower.astype(int)


def path() -> Path:
    """Where the file lies."""
    return resource("sql", "results", "fraktiler.sql")


if __name__ == "__main__":
    verify()
    path().write_text(text(), encoding="utf-8")
