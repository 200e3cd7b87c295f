"""What is not as it was: old and new, side by side, in the words the mails show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.base.mailbody import Correction, ShownFigure
from pipeline.delivery.figures import Told

NOT_SHOWN = "ikke vist"
_COUNT = re.compile(r"\b\d[\d.]* af \d[\d.]*")


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
