"""The committed sample deliveries."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.synthetic import PROEVER as DATOER
from pipeline.synthetic import PROEVER_EGNE_BETEGNELSER, skriv_leverancer
from tests.synthetic.laesning import EXTRACTS, KRAEVEDE, PROEVER, raekker

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def friske(tmp_path_factory) -> Path:
    rod = tmp_path_factory.mktemp("friske")
    skriv_leverancer(rod, datoer=DATOER, egne_betegnelser=PROEVER_EGNE_BETEGNELSER)
    return rod


def test_the_committed_samples_are_a_fresh_generation_byte_for_byte(friske):
    """The samples cannot drift from the generator."""
    fundne = {f.relative_to(PROEVER) for f in PROEVER.glob("*/*")}
    assert fundne == {f.relative_to(friske) for f in friske.glob("*/*")}
    assert [f for f in sorted(fundne) if (PROEVER / f).read_bytes() != (friske / f).read_bytes()] == []


@pytest.mark.parametrize("dato", DATOER)
def test_a_delivery_holds_every_extract(dato):
    """All 18 extracts, the optional ones included."""
    assert {f.stem for f in (PROEVER / f"{dato}").iterdir()} == set(EXTRACTS)


def test_required_files_never_shrink():
    """No required file has fewer rows than in the delivery before, let alone under 80 %."""
    for foer, efter in pairwise(DATOER):
        for extract in KRAEVEDE:
            antal = [len(raekker(PROEVER / f"{d}" / f"{extract}.csv")) for d in (foer, efter)]
            assert antal[0] <= antal[1], extract


def test_the_samples_stay_small():
    """All samples together are less than 25 MB."""
    assert sum(f.stat().st_size for f in PROEVER.rglob("*.csv")) < 25 * MEGABYTE
