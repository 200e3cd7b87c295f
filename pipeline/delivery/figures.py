"""The figures a mail shows, as the ledger keeps them, also those that an earlier version kept otherwise.

The reports hand them over as they are shown. An earlier version kept results, deadlines and other figures of
one plan apart, as counts and codes; of those, the counts of results can still be told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

from pipeline.base.mailbody import ShownFigure


@dataclass(frozen=True)
class OldResult:
    """A result as an earlier version's mail told it; what it is called may since mean something else."""

    key: str
    title: str
    value: str


@dataclass(frozen=True)
class Told:
    """What one edition of a mail told; `older` is empty but where an earlier version sent it."""

    figures: tuple[ShownFigure, ...] = ()
    older: tuple[OldResult, ...] | None = None


def as_json(figures: Sequence[ShownFigure]) -> str:
    """As the ledger keeps them."""
    return json.dumps([astuple(figure) for figure in figures], ensure_ascii=False)


def fingerprint(figures: Sequence[ShownFigure]) -> str:
    """Fingerprint of the figures alone: another wording of what they are figures of is no correction."""
    pairs = sorted((figure.key, figure.value) for figure in figures)
    return hashlib.sha256(json.dumps(pairs).encode()).hexdigest()


def read_told(text: str, plan_id: str) -> Told:
    """What `as_json` wrote, or what an earlier version wrote of this plan."""
    kept: list[list[str]] | dict[str, list[dict[str, Any]]] = json.loads(text)
    if isinstance(kept, dict):
        return Told(older=tuple(_old_result(r, plan_id) for r in kept["resultater"]))
    return Told(tuple(ShownFigure(*figure) for figure in kept))


def _old_result(r: dict[str, Any], plan_id: str) -> OldResult:
    parts = ("resultat", plan_id, r["indikator_id"], r["kilde"], r["periodetype"], r["periode"])
    return OldResult("/".join(parts), r["titel"], f"{r['taeller']} af {r['naevner']}")
