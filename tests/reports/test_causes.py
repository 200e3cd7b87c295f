"""What carries a share's change: drawn as counts of met and judged, before and now."""

from __future__ import annotations

import pytest

from pipeline.reports.words.causes import (
    Counts,
    Move,
    by_late_registration,
    carries,
    is_large,
    is_to_explain,
    newcomers_carry,
    part_that_carries,
    with_the_same_mix,
)


def move(k0, n0, k, n):
    return Move(Counts(k0, n0), Counts(k, n))


@pytest.mark.parametrize(
    ("drawn", "large", "beyond_chance"),
    [
        ((80, 100, 60, 100), True, True),
        ((60, 100, 80, 100), True, True),
        ((70, 100, 60, 100), True, False),  # ten points of a hundred may be chance
        ((700, 1000, 655, 1000), False, False),  # beyond chance, but too small to tell a story of
        ((4, 4, 0, 100), False, False),  # four give no percent
    ],
)
def test_a_change_is_explained_when_it_is_five_points_and_more_than_chance(drawn, large, beyond_chance):
    """Small changes and chance have no cause to tell."""
    assert (is_large(move(*drawn)), is_to_explain(move(*drawn))) == (large, beyond_chance)


@pytest.mark.parametrize(
    ("whole", "left", "said"), [(30, 10, True), (30, -10, True), (30, 11, False), (-6, -2, True)]
)
def test_a_cause_carries_a_change_when_at_most_a_third_is_left_without_it(whole, left, said):
    """Whichever way what is left goes."""
    assert carries(whole, left) is said


@pytest.mark.parametrize(
    ("shown_then", "drawn", "said"),
    [
        ((60, 100), (80, 100, 82, 100), True),  # 60 was shown, it was 80: now is 82
        ((60, 100), (70, 100, 82, 100), False),  # half of it is real
        ((78, 100), (80, 100, 82, 100), False),  # four points are not told of
        ((2, 4), (80, 100, 82, 100), False),  # no percent was shown of four
    ],
)
def test_late_registration_carries_when_the_period_before_was_put_right(shown_then, drawn, said):
    """What was shown then, against what is shown now."""
    assert by_late_registration(Counts(*shown_then), move(*drawn)) is said


WHOLE = move(80, 100, 60, 100)


@pytest.mark.parametrize(
    ("what", "parts", "named"),
    [
        ("one fell, the others stood", {"A": (24, 30, 5, 30), "B": (56, 70, 55, 70)}, "A"),
        ("both fell alike", {"A": (40, 50, 30, 50), "B": (40, 50, 30, 50)}, None),
        ("one fell, the others half as much", {"A": (24, 30, 12, 30), "B": (56, 70, 48, 70)}, None),
        ("the one that fell has four now", {"A": (20, 20, 0, 4), "B": (60, 80, 60, 96)}, None),
        ("the others are too few", {"A": (77, 96, 57, 96), "B": (3, 4, 3, 4)}, None),
    ],
)
def test_one_part_is_named_when_the_others_hardly_moved(what, parts, named):
    """A part of fewer than five, or one whose others are, is never named."""
    found = part_that_carries(WHOLE, {key: move(*drawn) for key, drawn in parts.items()})
    assert (found.key if found else None) == named, what


def test_a_part_that_moved_the_other_way_is_not_what_carries():
    """It grew, and did better: that the whole fell is not its doing, whatever is left without it."""
    parts = {"A": move(0, 10, 20, 60), "B": move(80, 90, 40, 40)}
    assert part_that_carries(WHOLE, parts) is None


@pytest.mark.parametrize(
    ("parts", "share"),
    [
        # each part as it was, but more of the weak one
        ([(72, 80, 36, 40), (8, 20, 24, 60)], 80.0),
        # the same weights, each part worse
        ([(64, 80, 48, 80), (16, 20, 12, 20)], None),
        # one part is everything: there is no mix
        ([(80, 100, 60, 100)], None),
        # a part of four is told with what is left, which is nothing here
        ([(78, 96, 58, 96), (2, 4, 2, 4)], None),
    ],
)
def test_the_mix_carries_when_each_part_weighed_as_before_would_stand_still(parts, share):
    """Standardised to the weights of the period before."""
    found = with_the_same_mix(WHOLE, [move(*drawn) for drawn in parts])
    assert found == (pytest.approx(share) if share is not None else None)


def test_cases_taken_over_need_not_have_been_there_before():
    """Twenty came and none was met; the eighty others are as they were."""
    rest = newcomers_carry(WHOLE, move(0, 0, 0, 24))
    assert rest == move(80, 100, 60, 76)
    assert newcomers_carry(WHOLE, move(0, 0, 0, 4)) is None
