"""The figures a mail shows, as the ledger keeps them, and what is not as it was: old and new, side by side.

The reports hand the figures over as they are shown, so a correction is in the words the mails show. An
earlier version kept results, deadlines and other figures of one plan apart, as counts and codes; of those,
the counts of results can still be told.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Any

from pipeline.base.mailbody import Correction, ShownFigure

NOT_SHOWN = "ikke vist"
_COUNT = re.compile(r"\b\d[\d.]* af \d[\d.]*")


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


def corrections(before: Told, now: Sequence[ShownFigure]) -> tuple[Correction, ...]:
    """Every figure that differs, in the order of now, then those no longer shown.

    Of what an earlier version told only counts that are shown now too can be held against them.
    """
    return tuple(_of_older(before, now) if before.older is not None else _difference(before.figures, now))


def _difference(before: Sequence[ShownFigure], now: Sequence[ShownFigure]) -> Iterator[Correction]:
    old, new = ({figure.key: figure for figure in figures} for figures in (before, now))
    for key in dict.fromkeys([*new, *old]):
        was, is_ = (side[key].value if key in side else NOT_SHOWN for side in (old, new))
        if was != is_:
            yield Correction((new.get(key) or old[key]).label, *_moved(was, is_))


def _moved(was: str, is_: str) -> tuple[str, str]:
    """The figure itself, and of what is said after it, with commas between, what moved."""
    old, new = was.split(", "), is_.split(", ")
    if len(old) != len(new):
        return was, is_
    told = [pair for place, pair in enumerate(zip(old, new, strict=True)) if not place or len({*pair}) > 1]
    return ", ".join(before for before, _ in told), ", ".join(now for _, now in told)


def _of_older(before: Told, now: Sequence[ShownFigure]) -> Iterator[Correction]:
    new = {figure.key: figure for figure in now}
    for old in before.older or ():
        figure = new.get(old.key)
        # By its title too: an id may have been given to another measure since.
        if figure is None or old.title not in figure.label:
            continue
        count = _COUNT.search(figure.value)
        if count and count[0].replace(".", "") != old.value:
            yield Correction(figure.label, old.value, figure.value)


def collected_corrections(earlier: Sequence[Told], now: Sequence[ShownFigure]) -> tuple[Correction, ...]:
    """What differs from any of several earlier editions, of which the recipient may have either."""
    collected: dict[str, list[Correction]] = {}
    for before in earlier:
        for correction in corrections(before, now):
            collected.setdefault(correction.what, []).append(correction)
    return tuple(
        Correction(
            what, " eller ".join(dict.fromkeys(r.before for r in found)), max((r.now for r in found), key=len)
        )
        for what, found in collected.items()
    )


def correction_text(earlier: str, count: int, *, new_rules: bool = False) -> str:
    """Why the reader gets this mail again, from the moments the earlier ones were sent.

    With `new_rules` an earlier version of the program made one of those: not all can be compared.
    """
    many = "ét tal" if count == 1 else f"{count} tal"
    place = "før og nu står længere nede"
    if not new_rules:
        why = f"Tallene er gjort op på ny, og {many} er ændret; {place}."
    elif count:
        why = f"Tallene er opgjort efter nye regler. Af dem, der kan sammenlignes, er {many} ændret; {place}."
    else:
        why = "Tallene er opgjort efter nye regler og kan ikke stilles op mod dem, du fik."
    return f"Denne mail erstatter den fra {earlier}. {why}"


def clock(moment: str) -> str:
    """A moment out of the ledger as people write it: `05-03-2021 kl. 14.07`."""
    return f"{datetime.fromisoformat(moment):%d-%m-%Y kl. %H.%M}"
