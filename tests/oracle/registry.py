"""What an indicator is, as the contract's table says it: its kinds and the function of its units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.oracle.plan import Indicator, Plan
from tests.oracle.register import Register
from tests.oracle.units import Units


@dataclass(frozen=True)
class Entry:
    """One row of a plan's table.

    `listed` is false for what 'every deadline indicator but 4.4, S16 and H7' leaves out; `extract` is the
    optional extract without which there is nothing to count; `exposure` is a rate's naevner of a day, per
    team; `tilsyn_foerer` is the contract's list of what 'the plan itself says case review' of.
    """

    units: Units
    art: str
    vaerditype: str = "andel"
    kilde: str = "dubu"
    grupper: bool = False
    kategorier: tuple[str, ...] = ()
    listed: bool = True
    tilsyn_foerer: bool = False
    extract: str | None = None
    exposure: Callable[[Register, Plan, date], Counter[str]] | None = None


def plain_indicator(indicator_id: str, entry: Entry) -> Indicator:
    """The indicator as the table says it, without a target."""
    return Indicator(
        indicator_id,
        entry.kilde,
        entry.art,
        entry.vaerditype,
        kategorier=entry.kategorier,
        tilsyn_foerer=entry.tilsyn_foerer,
        grupper=entry.grupper,
    )
