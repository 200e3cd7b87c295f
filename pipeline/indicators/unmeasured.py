"""Which indicators cannot be computed without some extracts or columns: what was not delivered is not undone.

A deadline and an event may be exempt by how a case was closed, whichever indicator they are of: so these
columns of `sager` count as read by every such indicator.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.base.text import enumeration
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Plan
from pipeline.definitions.sql_files import names_in, unit_folder
from pipeline.indicators.calculate import Uncounted
from pipeline.indicators.dry_run import columns_read

REVIEWS = "tilsynssvar"
_CLOSING = frozenset({"lukket_dato", "lukket_aarsag"})
_EXEMPT_BY_CLOSING = {"frist": "enhed_frist", "haendelse": "startdato"}
"""The word of a unit file by which its units are exempt when a case closes."""
_WHOSE = "raadgiver_id as egen_raadgiver_id"
"""Where a file uses the caseworker for this alone, no team's figure hangs on it."""


@dataclass(frozen=True)
class Lacking:
    """What a delivery lacks: whole extracts, and by extract the columns without a value that had some."""

    extracts: Collection[str] = ()
    columns: Mapping[str, Collection[str]] = field(default_factory=dict)


def uncounted(plans: Sequence[Plan], lacking: Lacking) -> Uncounted:
    """What of the plans cannot be computed."""
    reasons = {plan.plan_id: unmeasured(plan, lacking) for plan in plans}
    lost = set(lacking.columns.get(REVIEWS, ())) - {"raadgiver_id"}
    return Uncounted(reasons, reviews=bool(lost & names_in(unit_folder() / f"{REVIEWS}.sql")))


Read = Sequence[tuple[str, Mapping[str, Collection[str]]]]
"""Columns by extract, by indicator id."""


def unmeasured(plan: Plan, lacking: Lacking, read: Read | None = None) -> dict[str, str]:
    """Why each indicator of the plan that cannot be computed cannot, by its id.

    `read` are the `columns_that_matter`, where the caller has them already.
    """
    extracts = set(lacking.extracts) & set(read_extracts())
    found = {
        indicator.id: _without_extracts(gone)
        for indicator in plan.indikatorer
        if (gone := sorted(extracts & names_in(plan.unit_file(indicator))))
    }
    if any(lacking.columns.values()):
        for indicator_id, columns in read or columns_that_matter(plan):
            if gone := _lost(columns, lacking.columns):
                found.setdefault(indicator_id, _without_columns(gone))
    return found


def columns_that_matter(plan: Plan) -> Read:
    """The columns that decide the figure of each indicator of a plan; asking takes a second."""
    return list(_columns_that_matter(plan))


def _columns_that_matter(plan: Plan) -> Iterator[tuple[str, Mapping[str, Collection[str]]]]:
    read = columns_read(plan)
    for indicator in plan.indikatorer:
        file = plan.unit_file(indicator)
        words, text = names_in(file), file.read_text(encoding="utf-8")
        own: dict[str, set[str]] = {extract: set(columns) for extract, columns in read[indicator.id].items()}
        if _EXEMPT_BY_CLOSING.get(indicator.art) in words and "kan_undtages" not in words:
            own.setdefault("sager", set()).update(_CLOSING)
        if not re.search(r"\braadgiver_id\b", text.replace(_WHOSE, "")):
            for columns in own.values():
                columns.discard("raadgiver_id")
        yield indicator.id, own


def _lost(read: Mapping[str, Collection[str]], lost: Mapping[str, Collection[str]]) -> list[str]:
    return [
        f"{column} i {extract}"
        for extract, columns in lost.items()
        for column in columns
        if column in read.get(extract, ())
    ]


def _without_extracts(names: list[str]) -> str:
    return f"{enumeration([f'{name}.csv' for name in names])} er ikke i leverancen"


def _without_columns(columns: list[str]) -> str:
    one = len(columns) == 1
    return f"{'kolonnen' if one else 'kolonnerne'} {enumeration(columns)} har ingen værdier i leverancen"
