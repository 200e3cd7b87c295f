"""Arrays of whole numbers, what stands in them for never and missing, and entries made of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Entries = TypeVar("Entries", bound="DataclassInstance")
"""A dataclass of arrays of one length: one entry per case, measure, .."""
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEVER = 1 << 40
"""A day or minute that never comes; written as an empty field."""
MISSING = -1
"""A missing code, number or yes/no; written as an empty field."""


def only_if(condition: Bools, values: Ints | int, otherwise: int = NEVER) -> Ints:
    """The value where the condition holds, else never."""
    return np.where(condition, values, otherwise).astype(np.int64)


def joined(parts: Sequence[Entries]) -> Entries:
    """The entries of several as one."""
    names = [f.name for f in fields(parts[0])]
    return type(parts[0])(**{n: np.concatenate([getattr(d, n) for d in parts]) for n in names})


def chosen(entries: Entries, which: Bools | Ints) -> Entries:
    """The chosen entries, by condition or by position."""
    return type(entries)(**{f.name: getattr(entries, f.name)[which] for f in fields(entries)})


def matches(left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Places of every pair of a `left` and a `right` with the same number; in the order of `left`."""
    order = np.argsort(right, kind="stable").astype(np.int64)
    ordered = right[order]
    first, last = np.searchsorted(ordered, left, side="left"), np.searchsorted(ordered, left, side="right")
    count = last - first
    at = np.repeat(np.arange(len(left), dtype=np.int64), count)
    turn = np.arange(len(at), dtype=np.int64) - np.repeat(np.cumsum(count) - count, count)
    return at, order[np.repeat(first, count) + turn]


def ints(values: Bools | Ints) -> Ints:
    """Yes as 1 and no as 0."""
    return np.asarray(values, dtype=np.int64)
