"""How many of each stratum, in which order, and that chance is fair: the rules, drawn; then 10,000 draws."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest

from pipeline.review.sampling import (
    Key,
    allocate,
    half_width,
    in_random_order,
    new_seed,
    read_twice,
)

DRAWS = 10_000

ALLOCATED = {
    "Ligeligt i forhold til størrelsen": (10, {"A": 50, "B": 30, "C": 20}, {"A": 5, "B": 3, "C": 2}),
    "Resten går til de største rester": (10, {"A": 46, "B": 34, "C": 20}, {"A": 5, "B": 3, "C": 2}),
    "Ved lige rester får den første den": (3, {"A": 10, "B": 10}, {"A": 2, "B": 1}),
    "Ingen gruppe går tom": (8, {"A": 2, "B": 155, "C": 2}, {"A": 1, "B": 6, "C": 1}),
    "Også når der er flere grupper end genstande": (1, {"A": 9, "B": 1}, {"A": 1, "B": 1}),
    "Aldrig flere, end der er": (50, {"A": 3, "B": 4}, {"A": 3, "B": 4}),
    "Præcis én hver": (3, {"A": 7, "B": 7, "C": 7}, {"A": 1, "B": 1, "C": 1}),
}


@pytest.mark.parametrize("rule", ALLOCATED)
def test_objects_are_allocated_to_strata(rule: str):
    """In proportion, by largest remainder, no stratum empty."""
    count, sizes, expected = ALLOCATED[rule]
    assert allocate(count, sizes) == expected


def test_an_allocation_adds_up_whatever_the_sizes():
    """As many as asked for, but at least one of each stratum and never more than it has."""
    random = np.random.default_rng(1)
    for _ in range(500):
        sizes = {str(n): int(size) for n, size in enumerate(random.integers(1, 60, random.integers(1, 9)))}
        count = int(random.integers(1, 80))
        found = allocate(count, sizes)
        assert all(1 <= found[name] <= sizes[name] for name in sizes)
        assert sum(found.values()) == min(max(count, len(sizes)), sum(sizes.values()))


def test_the_order_is_the_seeds_alone():
    """The same seed gives the same order, in whatever order the objects come; another seed another."""
    objects = [Key("sag", f"S{n}") for n in range(40)]
    order = in_random_order(7, objects)
    assert order == in_random_order(7, reversed(objects))
    assert order != in_random_order(8, objects) != objects
    assert [key.genstand_id for key in order[:4]] == [
        "S1",
        "S22",
        "S29",
        "S28",
    ]  # on every machine, ever after


def test_ids_that_could_be_run_together_are_kept_apart():
    """Two objects never draw one lot because their parts join to the same text."""
    first, second = Key("sag", "1/2"), Key("sag/1", "2")
    assert len({tuple(in_random_order(seed, [first, second])) for seed in range(20)}) == 2


def test_a_seed_is_the_systems_chance():
    """Two draws do not share one."""
    assert len({new_seed() for _ in range(100)}) == 100


def test_every_object_is_drawn_as_often_as_the_design_says():
    """Over 10,000 draws each object's frequency is its stratum's share, within Monte Carlo error.

    With 20 objects, |z| > 4.5 for one of them has a chance of about one in ten thousand; seeds are fixed.
    """
    strata = {"A": 12, "B": 5, "C": 3}
    counts = allocate(7, strata)
    for name, size in strata.items():
        objects = [Key("sag", f"{name}{n}") for n in range(size)]
        seen = Counter(key for seed in range(DRAWS) for key in in_random_order(seed, objects)[: counts[name]])
        share = counts[name] / size
        error = math.sqrt(share * (1 - share) / DRAWS)
        assert max(abs(seen[key] / DRAWS - share) for key in objects) < 4.5 * error


def test_the_two_pass_design_reads_each_drawn_object_twice_as_often_as_another():
    """Which are read twice depends neither on the order they were drawn in nor on their id."""
    objects = [Key("sag", f"S{n}") for n in range(10)]
    seen = Counter(key for seed in range(DRAWS) for key in read_twice(seed, objects, 0.1))
    error = math.sqrt(0.1 * 0.9 / DRAWS)
    assert max(abs(seen[key] / DRAWS - 0.1) for key in objects) < 4.5 * error
    first = sum(in_random_order(seed, objects)[0] in read_twice(seed, objects, 0.1) for seed in range(2_000))
    assert abs(first / 2_000 - 0.1) < 0.04


@pytest.mark.parametrize(
    ("share", "drawn", "expected"),
    [(0.1, 10, 1), (0.1, 4, 1), (0.1, 25, 3), (0, 10, 0), (0.1, 0, 0), (1, 3, 3)],
)
def test_a_tenth_is_read_twice_and_at_least_one(share: float, drawn: int, expected: int):
    """Rounded to the nearest; none only where the setting says so."""
    assert len(read_twice(1, [Key("sag", str(n)) for n in range(drawn)], share)) == expected


@pytest.mark.parametrize(("frame", "half"), [(40, 0.25), (400, 0.10), (12, 0.30), (5000, 0.05)])
def test_precision_and_size_are_each_others_inverse(frame: int, half: float):
    """So many objects as a precision asks for (statistics.md) give at least that, one fewer does not."""
    spread = 1.959963984540054**2 / 4
    count = math.ceil(frame * spread / ((frame - 1) * half**2 + spread))
    assert half_width(count, frame) <= 100 * half + 1e-9
    assert half_width(count - 1, frame) > 100 * half


def test_precision_of_the_whole_frame():
    """What is read whole has no uncertainty."""
    assert half_width(12, 12) == half_width(20, 12) == 0
    assert round(half_width(20, 400), 1) == 21.4
