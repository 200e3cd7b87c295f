"""Hold two versions of a computed table against each other, cell by cell."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

CELL = ("plan_id", "indikator_id", "kilde", "periodetype", "periode")
KEYS: dict[str, tuple[str, ...]] = {
    "indikator_raekke": (*CELL, "enhed_id"),
    "indikator_resultat": (*CELL, "team_id"),
    "indikator_fordeling": (*CELL, "team_id", "kategori"),
    "indikator_gruppe": (*CELL, "team_id", "gruppe"),
    "fristliste": ("plan_id", "indikator_id", "enhed_id"),
}
"""What names a row in each computed table."""

LIMITS = frozenset({"ki_nedre", "ki_oevre", "forskel_nedre", "forskel_oevre"})
"""Columns that rest on quantiles: 'agreement to 1e-6 relative is asked for'."""

Table = Sequence[Mapping[str, object]]


def differences(table: str, measured: Table, expected: Table, at_most: int = 12) -> list[str]:
    """The first differences between the rows measured and those expected, as lines; none: they agree.

    A row is named by its key, a differing cell by its column. Columns the measured table has beyond the
    expected ones are not compared.
    """
    lines: list[str] = []
    ours, theirs = _by_key(table, measured, lines), _by_key(table, expected, lines)
    for key in sorted(ours.keys() | theirs.keys(), key=str):
        if key not in theirs:
            lines.append(f"{table} {key}: not expected, but measured {dict(ours[key])}")
        elif key not in ours:
            lines.append(f"{table} {key}: missing, expected {dict(theirs[key])}")
        else:
            lines += _cells(f"{table} {key}", ours[key], theirs[key])
    return lines[:at_most] + ([f"... and {len(lines) - at_most} more"] if len(lines) > at_most else [])


def _cells(where: str, measured: Mapping[str, object], expected: Mapping[str, object]) -> list[str]:
    return [
        f"{where} {column}: measured {measured.get(column, '(no such column)')!r}, expected {value!r}"
        for column, value in expected.items()
        if column not in measured or not same(column, measured[column], value)
    ]


def _by_key(table: str, rows: Table, lines: list[str]) -> dict[tuple[object, ...], Mapping[str, object]]:
    found: dict[tuple[object, ...], Mapping[str, object]] = {}
    for row in rows:
        key = tuple(row[column] for column in KEYS[table])
        if key in found:
            lines.append(f"{table} {key}: stands twice")
        found[key] = row
    return found


def same(column: str, measured: object, expected: object) -> bool:
    """Equal; numbers to the precision that two orders of the same arithmetic can keep."""
    if type(measured) is type(expected) and measured == expected:
        return True
    if isinstance(measured, (float, Decimal)) or isinstance(expected, float):
        if not isinstance(measured, (int, float, Decimal)) or not isinstance(expected, (int, float)):
            return False
        relative = 1e-6 if column in LIMITS else 1e-12
        return math.isclose(float(measured), float(expected), rel_tol=relative, abs_tol=1e-9)
    return False
