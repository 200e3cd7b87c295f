"""What is to be done while a deadline of an indicator is open, as a plan says it to a leader."""

from __future__ import annotations

from typing import get_args

from pipeline.base.strict import Strict
from pipeline.definitions.plan_fields import Acts, Severity, Text

SEVERITIES: tuple[str, ...] = get_args(Severity)
"""The gravest first."""


class Action(Strict):
    """`goer` says it as a call ("Partshør"), `hvem` who acts.

    `alvor`: `barnets_sikkerhed` is a deadline of hours or days on a child's safety and comes before all
    others, `retssikkerhed` one by law or promise to a family, `forloeb` what keeps a case on its way.
    `mangler` is what is said of the units whose deadline has passed ("mangler 24-timers vurdering").
    `hvis_gammel` is asked of one so old that it is rather done and not registered.
    """

    alvor: Severity
    goer: Text
    hvem: Acts
    mangler: Text | None = None
    hvis_gammel: Text = "Er det gjort, men ikke skrevet ind?"

    @property
    def rank(self) -> int:
        """Its place among the severities, 0 for the gravest."""
        return SEVERITIES.index(self.alvor)
