"""What was last computed is the only thing that can be reported and published."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.database import aabn
from pipeline.errors import ForkertBrug
from pipeline.stages.computed import Opgjort, opgjort
from pipeline.workspace import Arbejdsmappe


@pytest.fixture
def mappe(tmp_path: Path) -> Arbejdsmappe:
    """A workspace in which April 2021 has been computed after the plan `den_ene`."""
    mappe = Arbejdsmappe(tmp_path)
    mappe.opret()
    with aabn([tmp_path]) as database:
        database.tilknyt(mappe.kandidat, "ud", skrivbar=True)
        database.koer("create table ud.opgoerelse as select '2021-04' as periode, 'den_ene' as plan_id")
        database.frakobl("ud")
    return mappe


@pytest.mark.parametrize(("periode", "plan_id"), [(None, None), ("2021-04", None), ("2021-04", "den_ene")])
def test_what_was_last_computed_is_told(mappe: Arbejdsmappe, periode: str | None, plan_id: str | None):
    """Named or not, it is the same."""
    assert opgjort(mappe, periode, plan_id) == Opgjort("2021-04", "den_ene")


@pytest.mark.parametrize(
    ("periode", "plan_id", "ventet"),
    [
        ("2021-K2", None, "Det er 2021-04, .* check --periode 2021-K2"),
        ("2021-13", None, "Perioden '2021-13' kendes ikke"),
        (None, "den_anden", "planen den_ene"),
    ],
)
def test_something_else_is_refused(
    mappe: Arbejdsmappe, periode: str | None, plan_id: str | None, ventet: str
):
    """Reports of one plan's figures are never written in another plan's words."""
    with pytest.raises(ForkertBrug, match=ventet):
        opgjort(mappe, periode, plan_id)


def test_nothing_computed_is_told(tmp_path: Path):
    """With the command that computes."""
    with pytest.raises(ForkertBrug, match="kør først check"):
        opgjort(Arbejdsmappe(tmp_path))
