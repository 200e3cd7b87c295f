"""How sure a change since the baseline is, in plain words: from the results' own status and limits."""

from __future__ import annotations

from pipeline.base.text import MINUS, amount
from pipeline.reports.facts import Result
from pipeline.reports.words.value import Value, signed
from pipeline.reports.words.verdicts import closed

SURE = frozenset({"bedre", "daarligere"})
_FEWEST_RANKED = 6
"""A median of fewer has no interval (statistics: value kinds)."""
_NONE = (0.0,)
"""What a limit is compared with: one that is not zero is never shown as zero."""


def has_risen(r: Result) -> bool | None:
    """Whether a figure has risen by more than chance, fallen (False), or neither can be told (None)."""
    if r.status not in SURE or r.usikker or not r.forskel:
        return None
    return r.forskel > 0


def certainty(value: Value, r: Result) -> str:
    """The interval of the change; where there is none, why; empty where no change is told."""
    if r.forskel is None or r.status == "uden_vurdering":
        return ""
    return closed(_told(value, r))


def _told(value: Value, r: Result) -> str:
    if r.forskel_nedre is None and r.forskel_oevre is None:
        return _without_interval(value, r)
    if has_risen(r) is None:
        return _either_way(value, r)
    noun = "Stigningen" if has_risen(r) else "Faldet"
    sizes = sorted(abs(limit) for limit in (r.forskel_nedre, r.forskel_oevre) if limit is not None)
    if len(sizes) == 1:
        return f"{noun} er med 95 % sikkerhed mindst {_plain(value, sizes[0])}"
    return f"{noun} ligger med 95 % sikkerhed mellem {amount(sizes[0], _NONE)} og {_plain(value, sizes[1])}"


def _either_way(value: Value, r: Result) -> str:
    lower = "" if r.forskel_nedre is None else signed(r.forskel_nedre, amount(abs(r.forskel_nedre), _NONE))
    if r.forskel_oevre is None:
        return f"Ændringen er med 95 % sikkerhed over {lower}; opad kan den ikke afgrænses"
    upper = value.moved(r.forskel_oevre)
    return f"Ændringen ligger med 95 % sikkerhed mellem {lower} og {upper}"


def _without_interval(value: Value, r: Result) -> str:
    """A median's change has no interval: the two medians' own are compared."""
    if value.compares_intervals and r.ki_nedre is not None and (r.baseline_naevner or 0) >= _FEWEST_RANKED:
        apart = "overlapper ikke" if has_risen(r) is not None else "overlapper"
        return f"De to medianers 95 %-intervaller {apart}"
    return "Der er for få til at sige, hvor sikker ændringen er"


def _plain(value: Value, size: float) -> str:
    """A size with its unit, without a sign."""
    return value.moved(size).lstrip(f"+{MINUS}")
