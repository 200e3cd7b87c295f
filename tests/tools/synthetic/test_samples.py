"""The committed sample deliveries."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.tools.synthetic.reading import EXTRACTS, REQUIRED, SAMPLES, rows
from tools.synthetic import SAMPLES as DATES
from tools.synthetic import SAMPLES_IN_OWN_WORDS, write_leverancer

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("friske")
    write_leverancer(root, dates=DATES, own_words=SAMPLES_IN_OWN_WORDS)
    return root


def test_the_committed_samples_are_a_fresh_generation_byte_for_byte(fresh):
    """The samples cannot drift from the generator."""
    found = {f.relative_to(SAMPLES) for f in SAMPLES.glob("*/*")}
    assert found == {f.relative_to(fresh) for f in fresh.glob("*/*")}
    assert [f for f in sorted(found) if (SAMPLES / f).read_bytes() != (fresh / f).read_bytes()] == []


@pytest.mark.parametrize("when", DATES)
def test_a_delivery_holds_every_extract(when):
    """All 18 extracts, the optional ones included."""
    assert {f.stem for f in (SAMPLES / f"{when}").iterdir()} == set(EXTRACTS)


def test_required_files_never_shrink():
    """No required file has fewer rows than in the delivery before, let alone under 80 %."""
    for before, after in pairwise(DATES):
        for extract in REQUIRED:
            count = [len(rows(SAMPLES / f"{d}" / f"{extract}.csv")) for d in (before, after)]
            assert count[0] <= count[1], extract


def test_the_samples_stay_small():
    """All samples together are less than 25 MB."""
    assert sum(f.stat().st_size for f in SAMPLES.rglob("*.csv")) < 25 * MEGABYTE
