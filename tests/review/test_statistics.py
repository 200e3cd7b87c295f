"""What a reading of some says of all: agreement of two readers, weighted shares, the register put right."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from pipeline.review.agreement import agreement
from pipeline.review.weighted import Stratum, register_corrected, weighted_share

GOLDEN = Path(__file__).parent.parent / "golden" / "published" / "gwet_ac1.csv"

# two readers -----------------------------------------------------------------------------------------


def published() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", published(), ids=lambda row: f"{row['categories']} answers")
def test_ac1_is_what_irrcac_publishes(row):
    """Every pair of the published table as often as it says."""
    answers = [str(number) for number in range(int(row["categories"]))]
    cells = map(int, row["cells"].split())
    pairs = [pair for pair, count in zip(product(answers, answers), cells, strict=True) for _ in range(count)]
    assert agreement(pairs, answers).ac1 == pytest.approx(float(row["ac1"]), abs=0.0005)


@pytest.mark.parametrize(
    ("pairs", "answers", "percent", "ac1"),
    [
        ("", "ja nej", None, None),
        ("ja-ja", "ja nej", 100, 1),
        ("ja-ja ja-ja ja-ja ja-ja", "ja nej kan_ikke_ses", 100, 1),
        ("ja-nej", "ja nej", 0, -1),
        ("ja-ja nej-nej ja-nej nej-ja", "ja nej", 50, 0),
        ("ja-ja ja-ja ja-ja ja-nej", "ja nej", 75, (0.75 - 7 / 32) / (1 - 7 / 32)),
        ("ja-ja ja-ja ja-ja ja-nej", "ja nej delvist", 75, (0.75 - 7 / 64) / (1 - 7 / 64)),
    ],
)
def test_agreement_of_drawn_pairs(pairs, answers, percent, ac1):
    """Alike in percent, and less what chance gives over all answers of the list, given or not."""
    found = agreement([tuple(pair.split("-")) for pair in pairs.split()], answers.split())
    assert found.percent == percent
    assert found.ac1 == (ac1 if ac1 is None else pytest.approx(ac1))


def test_high_agreement_on_a_rare_no_is_not_turned_into_none():
    """Where kappa is below zero: 98 of 100 alike, nearly all yes."""
    pairs = [("ja", "ja")] * 98 + [("ja", "nej"), ("nej", "ja")]
    assert agreement(pairs, ("ja", "nej")).ac1 == pytest.approx(0.979, abs=0.001)


@pytest.mark.parametrize(
    ("pairs", "answers"), [([("ja", "måske")], ("ja", "nej")), ([("ja", "ja")], ("ja",))]
)
def test_an_answer_outside_the_list_is_no_answer(pairs, answers):
    """Nor is there chance where only one answer can be given."""
    with pytest.raises(ValueError, match="answers"):
        agreement(pairs, answers)


# one case per caseworker -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strata", "share", "half"),
    [
        ([(30, 2, 2), (2, 2, 0)], 93.75, 0),
        ([(30, 2, 1), (10, 2, 2)], 62.5, 196 * (0.75**2 * (1 - 2 / 30) * 0.25) ** 0.5),
        ([(10, 5, 4)], 80, 196 * (0.5 * 0.16 / 4) ** 0.5),
        ([(4, 4, 3), (8, 8, 4)], 100 * 7 / 12, 0),
    ],
)  # fmt: skip
def test_a_weighted_share_by_hand(strata, share, half):
    """Each stratum counts by its objects in the frame; one read whole adds no doubt."""
    found = weighted_share([Stratum(*one) for one in strata])
    assert found.share == pytest.approx(share)
    assert found.lower == pytest.approx(max(0, share - half), abs=0.01)
    assert found.upper == pytest.approx(min(100, share + half), abs=0.01)


@pytest.mark.parametrize("strata", [[], [(30, 1, 1)], [(30, 5, 5), (8, 1, 1)], [(30, 5, 5), (8, 0, 0)]])
def test_no_weighted_share_where_a_stratum_has_fewer_than_two(strata):
    """One case per caseworker tells of caseworkers, and of no share of cases."""
    assert weighted_share([Stratum(*one) for one in strata]) is None


def test_weighted_shares_hit_the_frame_where_the_plain_one_misses():
    """Three read of each: the large stratum is half as good, and 2,000 draws hit the truth on the mean."""
    dice, frames, good = np.random.default_rng(20210430), (60, 6), (30, 6)
    drawn = [dice.hypergeometric(yes, n - yes, 3, 2000) for n, yes in zip(frames, good, strict=True)]
    shares = [
        weighted_share([Stratum(n, 3, int(yes)) for n, yes in zip(frames, pair, strict=True)]).share
        for pair in zip(*drawn, strict=True)
    ]
    assert np.mean(shares) == pytest.approx(100 * 36 / 66, abs=2)
    assert 100 * np.mean([pair[0] + pair[1] for pair in zip(*drawn, strict=True)]) / 6 > 70


# the register put right ------------------------------------------------------------------------------


def test_what_the_register_says_is_parted_into_not_registered_and_not_done():
    """60 of 100 registered; of 10 read there 9 were seen, of 10 of the others 4: 54 + 16 of 100."""
    found = register_corrected(Stratum(60, 10, 9), Stratum(40, 10, 4))
    assert (found.register, found.corrected.share) == pytest.approx((60, 70))
    assert (found.not_registered, found.not_done, found.not_found) == pytest.approx((16, 24, 6))
    variance = 0.6**2 * (1 - 10 / 60) * 0.09 / 9 + 0.4**2 * (1 - 10 / 40) * 0.24 / 9
    assert found.corrected.upper == pytest.approx(70 + 195.9964 * variance**0.5, abs=0.001)
    assert found.corrected.lower == pytest.approx(70 - 195.9964 * variance**0.5, abs=0.001)


@pytest.mark.parametrize(
    ("met", "missed", "shown"),
    [
        ((60, 10, 9), (40, 9, 4), False),
        ((60, 9, 9), (40, 10, 4), False),
        ((8, 8, 8), (40, 10, 4), False),
        ((60, 10, 9), (0, 0, 0), True),
        ((0, 0, 0), (40, 10, 4), True),
        ((0, 0, 0), (0, 0, 0), False),
    ],
)
def test_it_is_shown_only_where_ten_were_read_on_either_side(met, missed, shown):
    """A side without any object is no side; one that is read whole with eight is too few all the same."""
    assert (register_corrected(Stratum(*met), Stratum(*missed)) is not None) == shown


def test_reading_them_all_leaves_no_doubt():
    """The corrected share is then what was seen."""
    found = register_corrected(Stratum(20, 20, 18), Stratum(12, 12, 3))
    assert (found.corrected.lower, found.corrected.share, found.corrected.upper) == pytest.approx(
        (65.625, 65.625, 65.625)
    )
