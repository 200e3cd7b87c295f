"""The register corrected by the reading: how much is not done, and how much only not registered.

The register judges every object of the frame and is cheap and wrong; the reading judges a few and is dear and
right. Read a random number of those the register says yes and of those it says no, and the whole frame can be
put right: two-phase sampling with the register's word as the strata (Neyman 1938; Cochran 1977, chapter 12).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.review.weighted import Estimate, Stratum, stratified

FEWEST = 10
"""Below this many read in a stratum nothing is shown: the normal approximation would promise too much."""


@dataclass(frozen=True)
class Corrected:
    """Percents of the frame, each object in one of four.

    `register` is what the register says, `corrected` what the reading makes of it. `not_registered`: the
    reading saw it and the register does not know; `not_done`: neither; `not_found`: the register says so, and
    the reading did not see it.
    """

    register: float
    corrected: Estimate
    not_registered: float
    not_done: float
    not_found: float


def register_corrected(met: Stratum, missed: Stratum) -> Corrected | None:
    """Put the register right by what was read of those it says are met, and of those it says are not.

    A stratum without an object is none. None where any other has fewer than ten read.
    """
    strata = [one for one in (met, missed) if one.frame]
    estimate = stratified(strata, FEWEST)
    if estimate is None:
        return None
    whole = met.frame + missed.frame
    seen, unseen = _share(met, met.yes), _share(met, met.read - met.yes)
    found, not_done = _share(missed, missed.yes), _share(missed, missed.read - missed.yes)
    return Corrected(
        register=100 * met.frame / whole,
        corrected=Estimate(100 * (seen + found) / whole, estimate.lower, estimate.upper),
        not_registered=100 * found / whole,
        not_done=100 * not_done / whole,
        not_found=100 * unseen / whole,
    )


def _share(one: Stratum, counted: int) -> float:
    """How many of the stratum's objects those read stand for."""
    return one.frame * counted / one.read if one.read else 0.0
