"""Slagelse 2021-2023: every row of the contract's table, in the plan's order."""

from __future__ import annotations

from tests.oracle.registry import Entry
from tests.oracle.slagelse import early_help, followups, investigations, measures, notifications, talks

PLAN_ID = "slagelse_2021_2023"


def _order(indicator_id: str) -> tuple[int, ...]:
    return tuple(int(part) for part in indicator_id.split("."))


_CHAPTERS = (talks, early_help, notifications, investigations, measures, followups)
_ALL = {i: entry for chapter in _CHAPTERS for i, entry in chapter.ENTRIES.items()}
ENTRIES: dict[str, Entry] = {i: _ALL[i] for i in sorted(_ALL, key=_order)}
