"""What one municipality may tell the country: the whole department, the reported period, few persons hidden.

The rules are those by which its own committee is told (`reports/blocks/suppression.py`, `over_time.py`): a
count of 1 to 4 stands nowhere, and neither does what it could be worked out from, also together with what was
told of other months, of the same month before, and to the committee. Only the source that leads is told, and
neither the exempt nor the waiting. A share with few above or below the line keeps its bounds, so that a small
municipality, or one that nearly always does as promised, is not left out of the picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pipeline.definitions.plans import Plan
from pipeline.reports.blocks.over_time import for_country
from pipeline.reports.blocks.suppression import LIMIT, Shown, are_few, show_together
from pipeline.reports.facts import ALL, Facts, Result
from pipeline.reports.facts.told import Memory
from pipeline.reports.words.series import Series, leading

Row = Mapping[str, Any]
RESULTAT = {
    "plan_id": "string", "indikator_id": "string", "definition": "string", "kilde": "string",
    "antal": "int64", "opfyldt": "int64", "opfyldt_mindst": "int64", "opfyldt_hoejst": "int64",
    "vaerdi": "double", "ki_nedre": "double", "ki_oevre": "double", "milepael_procent": "double",
    "status": "string", "usikker": "bool", "skjult": "bool", "grund": "string",
}  # fmt: skip
INDIKATOR = {
    "plan_id": "string", "indikator_id": "string", "definition": "string", "plan": "string",
    "titel": "string", "vaerditype": "string", "vaerdienhed": "string", "retning": "string",
    "taeller_tekst": "string", "naevner_tekst": "string", "orden": "int32",
}  # fmt: skip
"""Columns and Arrow types of the two tables that leave the municipality."""
_WITHOUT_VERDICT = frozenset({"ingen_data", "uden_milepael", "foer_foerste_milepael", "uden_vurdering"})
"""What a result is whatever was counted."""


@dataclass(frozen=True)
class Publishable:
    """Rows of `resultat` and of `indikator` (`sql/country/tabeller.sql`), but for the municipality's id."""

    resultat: tuple[Row, ...]
    indikator: tuple[Row, ...]


def publishable(told: Sequence[Facts], memory: Memory) -> tuple[Publishable, Memory]:
    """What may be told of a run's plans, all looked at together, and what outsiders have then been told.

    A figure that is told as it was in an earlier edition is that edition's throughout, its status too.
    """
    facts, memory = for_country(told, memory)
    series = [leading(one, indicator, ALL) for one in facts for indicator in one.plan.indikatorer]
    shown = show_together(series)
    made = Publishable(
        tuple(_result(one, one.now, shown[_id(one)]) for one in series if one.now),
        tuple(row for one in facts for row in _indicators(one.plan)),
    )
    return made, memory


def _id(series: Series) -> tuple[str, str]:
    return series.facts.plan.plan_id, series.indicator.id


def _result(series: Series, r: Result, shown: Shown) -> Row:
    """One row; columns as `sql/country/tabeller.sql` says."""
    plan_id, indikator_id = _id(series)
    count, met = shown.counts
    hidden = r.measured and count is None
    least, most = _bounds(series, r, shown)
    return {
        "plan_id": plan_id,
        "indikator_id": indikator_id,
        "definition": definition(series.facts.plan, indikator_id),
        "kilde": r.kilde,
        "antal": count if r.measured else 0,
        "opfyldt": met,
        "opfyldt_mindst": least,
        "opfyldt_hoejst": most,
        "vaerdi": _as_shown(r.vaerdi, shown),
        "ki_nedre": _as_shown(r.ki_nedre, shown),
        "ki_oevre": _as_shown(r.ki_oevre, shown),
        "milepael_procent": r.milepael_procent,
        "status": None if hidden else _status(series, r, least, most),
        "usikker": None if least != most or hidden else r.usikker,
        "skjult": hidden or least != most,
        "grund": r.grund,
    }


def _as_shown(value: float | None, shown: Shown) -> float | None:
    """A value exact where its counts tell it anyway, else as papers round it: decimals could tell a sum."""
    if not shown.figure or value is None:
        return None
    return value if shown.counts[1] is not None else round(value, 1)


def _bounds(series: Series, r: Result, shown: Shown) -> tuple[int | None, int | None]:
    """Between which counts those who met it lie, as far as the words "under 5" tell."""
    count, met = shown.counts
    if count is None or not series.value.counts_met:
        return None, None
    if met is not None:
        return met, met
    return (1, LIMIT - 1) if are_few(r.met) else (count - LIMIT + 1, count - 1)


def _status(series: Series, r: Result, least: int | None, most: int | None) -> str | None:
    """The status, where it says no more of a hidden count than its bounds: 2 of 8 is told by 25 % reached."""
    if least is None or most is None or least == most or r.status in _WITHOUT_VERDICT:
        return r.status
    if r.milepael_procent is None:
        return None
    both = [_against(series, r, 100 * met / r.units) for met in (least, most)]
    reached = all(status != "ikke_naaet" for status in both)
    return both[0] if both[0] == both[1] else "naaet" if reached else None


def _against(series: Series, r: Result, percent: float) -> str:
    """The status a percent would give: against the milestone in force, and the next."""
    passed = [
        target is not None and (percent <= target if series.value.falling else percent >= target)
        for target in (r.milepael_procent, r.naeste_procent)
    ]
    return "foran" if passed[1] else "naaet" if passed[0] else "ikke_naaet"


def _indicators(plan: Plan) -> Iterator[Row]:
    for order, indicator in enumerate(plan.indikatorer, start=1):
        yield {
            "plan_id": plan.plan_id,
            "indikator_id": indicator.id,
            "definition": definition(plan, indicator.id),
            "plan": plan.titel,
            "titel": indicator.titel,
            "vaerditype": indicator.vaerditype,
            "vaerdienhed": indicator.vaerdienhed or ("procent" if indicator.vaerditype == "andel" else None),
            "retning": indicator.retning,
            "taeller_tekst": indicator.taeller_tekst,
            "naevner_tekst": indicator.naevner_tekst,
            "orden": order,
        }


def definition(plan: Plan, indikator_id: str) -> str:
    """By which a measure is known wherever it is taken: what it counts, and its SQL; not its milestones."""
    indicator = plan.indicator(indikator_id)
    said = indicator.model_dump_json(
        include={"art", "vaerditype", "kilde", "retning", "taeller_tekst", "naevner_tekst", "beregning"}
    )
    sha = hashlib.sha256(said.encode())
    sha.update(plan.unit_file(indicator).read_bytes())
    return sha.hexdigest()[:12]


def parquet(rows: Sequence[Row], columns: Mapping[str, str]) -> bytes:
    """Rows as the bytes of a Parquet file: plain, so that whoever wants to see what travels can."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns.items()])
    out = BytesIO()
    pq.write_table(pa.Table.from_pylist([dict(row) for row in rows], schema), out, compression="none")
    return out.getvalue()
