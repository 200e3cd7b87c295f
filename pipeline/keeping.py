"""What can be asked of a workspace beside the month: what was known on a day, and what is to be taken out."""

from __future__ import annotations

from datetime import date

from pipeline.base.periods import read_periode
from pipeline.call import Call
from pipeline.stages import report
from pipeline.stages.alone import alone
from pipeline.stages.as_known import AsKnown, as_known


def run_as_known(call: Call, day: date, periode: str | None = None) -> AsKnown:
    """Compute and report a period by the deliveries known on a day; nothing published is changed.

    Raises:
        UsageFault: the day has not come, or no delivery known then reaches the period.
    """
    report.get_ready()
    with alone(call, f"run --som-af {day}", periode, key=True) as entry:
        made = as_known(call, day, read_periode(periode) if periode else None)
        entry.say(f"leverance {made.leverance_id}", made.periode)
    return made
