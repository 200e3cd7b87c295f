"""Mixes the faulty rows, and lines that are no rows at all, into an extract as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tools.synthetic.writing.dialect import Dialect
from tools.synthetic.writing.faults import FAULTS, AfterDelivery, Effect, Fault

_BLANK_LINES_IN = "sager"
_ISO_DATE = len("2021-01-01")


def _field(value: str | AfterDelivery, dialect: Dialect, delivered: date) -> str:
    """A field of a faulty row; a real date in the delivery's own form, everything else as it stands."""
    if isinstance(value, AfterDelivery):
        return dialect.date(delivered + timedelta(days=value.days))
    try:
        return dialect.date(date.fromisoformat(value)) if len(value) == _ISO_DATE else dialect.quoted(value)
    except ValueError:
        return dialect.quoted(value)


def _row(
    fault: Fault, columns: Sequence[str], good: Sequence[str], dialect: Dialect, delivered: date
) -> list[str]:
    changes = dict(zip(columns, good, strict=True))
    changes |= {name: _field(value, dialect, delivered) for name, value in fault.changes.items()}
    row = list(changes.values())
    if fault.surplus < 0:
        return row[: fault.surplus]
    return row + ["ekstra"] * fault.surplus


def add(
    extract: str, columns: Sequence[str], rows: Sequence[Sequence[str]], dialect: Dialect, delivered: date
) -> list[str]:
    """The extract's lines with its faulty rows spread evenly among the good ones.

    A faulty row is a copy of the good row before it, a duplicate an exact one. A file with few rows gets no
    more rows for quarantine than leave four fifths of it fit for use: one with more would be refused whole.
    """
    own = [f for f in FAULTS if f.extract == extract]
    unfit = [f for f in own if f.effect is Effect.KARANTAENE][len(rows) // 4 :]
    faults = [f for f in own if f not in unfit]
    lines = [dialect.separator.join(r) for r in rows]
    for nr in range(len(faults) if rows else 0, 0, -1):
        place = nr * len(rows) // (len(faults) + 1)
        new = _row(faults[nr - 1], columns, rows[place - 1], dialect, delivered)
        lines.insert(place, dialect.separator.join(new))
    if extract == _BLANK_LINES_IN and rows:
        lines[10:10] = ["", dialect.separator * (len(columns) - 1)]
    return lines
