"""What an indicator asks, whatever plan it stands in: by this two plans are known to ask the same.

Decided from the plans as data, the unit file with its parameters, never from names of plans or ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.definitions.plan_models import Indicator, Plan

FIRST_DAY = "fra_dato"
"""The day a unit file measures from. Two plans ask the same of a unit that begins after both their days, so
it is no part of the question; whether the days make a difference to a figure is for the figures to say."""


@dataclass(frozen=True)
class Question:
    """One unit file with its parameters, read from one source and told as one kind of value."""

    file: Path
    parameters: tuple[tuple[str, str], ...]
    kilde: str
    art: str
    vaerditype: str


def question(plan: Plan, indicator: Indicator) -> Question:
    """What an indicator of a plan asks.

    Raises:
        InternalError: the plan has no such unit file; a plan read from its file has been checked for it.
    """
    given = indicator.beregning.parametre
    return Question(
        file=plan.unit_file(indicator),
        parameters=tuple(sorted((name, repr(given[name])) for name in given if name != FIRST_DAY)),
        kilde=indicator.kilde,
        art=indicator.art,
        vaerditype=indicator.vaerditype,
    )
