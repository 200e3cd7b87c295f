"""What can be asked of a workspace beside the month: what was known on a day, and what is to be taken out."""

from __future__ import annotations

from datetime import date

from pipeline.base.errors import UsageFault
from pipeline.base.periods import read_periode
from pipeline.call import Call
from pipeline.stages import forget as forgetting
from pipeline.stages import purge as purges
from pipeline.stages import report
from pipeline.stages.alone import alone
from pipeline.stages.as_known import AsKnown, as_known
from pipeline.stages.forget import Forgotten
from pipeline.stages.purge import Purge
from pipeline.stages.verify import Verified
from pipeline.stages.verify import verify as look_through


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


def find_old(call: Call, day: date, months: int | None = None) -> Purge:
    """What is older on a day than so many months, else than the settings say; nothing is deleted."""
    with call.folder.locked():
        return purges.find(call, day, months)


def purge(call: Call, day: date, months: int | None = None) -> Purge:
    """Delete what `find_old` finds; what went is written in the audit trail."""
    with alone(call, "purge", key=True) as entry:
        found = purges.find(call, day, months)
        purges.purge(call, found)
        for part in found.parts:
            if part.counts:
                entry.say(str(part).strip())
    return found


def forget(call: Call, sag_id: str) -> Forgotten:
    """Take a case out of everything the workspace keeps; the audit trail does not say which.

    Raises:
        UsageFault: nothing in the workspace has such a case.
    """
    with alone(call, "forget", key=True) as entry:
        gone = forgetting.forget(call, sag_id.strip())
        entry.say("; ".join(gone.counts))
    return gone


def verify(call: Call) -> Verified:
    """Look the workspace through from end to end: what is whole, and what to do about what is not.

    Raises:
        UsageFault: there is none, or it has no delivery.
    """
    if not call.folder.root.is_dir():
        raise UsageFault(f"{call.folder.root}: arbejdsmappen findes ikke.")
    with call.locked():
        return look_through(call)
