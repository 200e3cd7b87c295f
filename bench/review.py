"""Case review: what 10,000 draws do, and how long one takes; a printout to read, not a test.

python -m bench.review               frames of 12, 40 and 400 objects in four teams
python -m bench.review --trukket N   another number of draws
"""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np

from pipeline.definitions.plan_review import Tema
from pipeline.review.draw import Wanted, draw
from pipeline.review.frame import Eligible, Frame, Window
from pipeline.review.intervals import limits
from pipeline.review.sampling import Key, allocate, half_width

DAY = date(2021, 6, 30)
FRAMES = ((12, 5), (40, 10), (400, 20))
PARTS = (4, 3, 2, 1)
"""How the teams' shares of a frame are to each other."""
THEME = Tema(
    id="proeve", titel="Prøve", genstand="sager_lukkede", maalepunkter=("M",), hyppighed="kvartal",
    foerste_periode="2021-K1", enhed="genstand", tilbage_maaneder=3, laeser="leder",
)  # fmt: skip


def frame_of(size: int) -> Frame:
    """A frame of so many objects, shared between four teams."""
    sizes = [part * size // sum(PARTS) for part in PARTS]
    sizes[0] += size - sum(sizes)
    teams = [f"T{number}" for number, count in enumerate(sizes, start=1) for _ in range(count)]
    objects = tuple(
        Eligible("sag", f"S{number}", f"S{number}", DAY, team, None) for number, team in enumerate(teams)
    )
    return Frame(Window("p", "2021-K2", DAY, DAY), objects, 0, 0, ("T1", "T2"))


def inclusion(frame: Frame, count: int, draws: int) -> None:
    """How often each object is drawn, against what the design says; the largest |z| of all objects."""
    sizes = Counter(item.team_id for item in frame.objects)
    share = {
        team: drawn / sizes[team] for team, drawn in allocate(count, dict(sorted(sizes.items()))).items()
    }
    seen: Counter[Key] = Counter()
    start = time.perf_counter()
    for seed in range(draws):
        for stratum in draw(frame, THEME, Wanted("tilfaeldig", count, seed, False, 0)):
            seen.update(item.key for item in stratum.objects[: stratum.drawn])
    seconds = time.perf_counter() - start
    z = [
        abs(seen[item.key] / draws - share[item.team_id])
        / math.sqrt(share[item.team_id] * (1 - share[item.team_id]) / draws or math.inf)
        for item in frame.objects
    ]
    by_chance = math.sqrt(2 * math.log(2 * len(z)))
    told = f"of {len(z)} objects (about {by_chance:.1f} by chance)"
    print(f"    inclusion              {max(z):7.2f} largest |z| {told}")
    print(f"    one draw               {1000 * seconds / draws:7.2f} ms")


def coverage(size: int, read: int, draws: int) -> None:
    """How often the stated exact limits hold the truth: the worst truth there is, and the average one."""
    stated = np.array([limits(yes, read, size) for yes in range(read + 1)])
    random = np.random.default_rng(1)
    held = [_held(stated, true, size, read, draws, random) for true in range(size + 1)]
    print(
        f"    coverage               {min(held):7.2%} at worst, {np.mean(held):.2%} on average; at least 95 %"
    )
    print(f"    half width, p = 1/2    {half_width(read, size):7.1f} percentage points")


def _held(
    stated: np.ndarray, true: int, size: int, read: int, draws: int, random: np.random.Generator
) -> float:
    yes = random.hypergeometric(true, size - true, read, draws)
    return float(np.mean((stated[yes, 0] <= true) & (true <= stated[yes, 1])))


def main(words: Sequence[str] | None = None) -> None:
    """Measure, smallest first."""
    reads = argparse.ArgumentParser(prog="python -m bench.review", description=__doc__)
    reads.add_argument("--trukket", type=int, default=10_000, help="draws per frame")
    draws = reads.parse_args(words).trukket
    for size, read in FRAMES:
        print(f"{read} of {size}, {draws} draws")
        inclusion(frame_of(size), read, draws)
        coverage(size, read, draws)


if __name__ == "__main__":
    main()
