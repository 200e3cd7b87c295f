"""From every month a country ever got, and every paper of the committee, nothing kept back is worked out."""

from __future__ import annotations

import random

import pytest

from pipeline.base.periods import read_periode
from pipeline.country.results import Row, publishable
from tests.reports.conftest import file as file
from tests.reports.conftest import plan as plan
from tests.reports.own_plan import database as database
from tests.reports.papers_kept import MONTHS, Committee, Truth, neighbours, random_editions, random_sums

SINGLE = {f"2021-{month:02}": range(month, month + 1) for month in range(1, 13)}


class Citizen(Committee):
    """Keeps what the country is told, and the papers of the municipality's own committee."""

    def hears(self, periode: str, truth: Truth) -> dict[str, Row]:
        """What the country is told of a period, by indicator."""
        self.lay(periode, truth)
        told, self.memory = publishable([self.file.facts()], self.memory)
        for row in told.resultat:
            self._keep(periode, row)
        return {row["indikator_id"]: row for row in told.resultat}

    def _keep(self, periode: str, row: Row) -> None:
        key, count, met = (row["indikator_id"], periode), row["antal"], row["opfyldt"]
        if count == 0:
            self.outsider.exact.setdefault(key, []).append((0, 0))
        elif count is None:
            self.outsider.withheld.add(key)
        elif met is not None:
            self.outsider.exact.setdefault(key, []).append((met, count))
        else:
            few = f"under 5 af {count}"
            self.outsider.few[key] = few if row["opfyldt_mindst"] == 1 else f"alle på nær {few}"
        if row["vaerdi"] is not None:
            self.outsider.points.setdefault(key, set()).add(row["vaerdi"])


@pytest.fixture
def citizen(file) -> Citizen:
    return Citizen(file)


def told(rows: dict[str, Row], indikator_id: str = "5.1") -> tuple[int | None, int | None]:
    return rows[indikator_id]["opfyldt"], rows[indikator_id]["antal"]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ((20, 40), (21, 40), (20, 40)),
        ((20, 40), (26, 40), (26, 40)),
        ((20, 40), (30, 52), (20, 40)),
        ((3, 40), (5, 40), (None, 40)),
    ],
)
def test_a_month_told_again_stays_as_told_until_five_persons_move(citizen, before, after, shown) -> None:
    """The smaller move would be known to whoever kept the earlier file."""
    citizen.hears("2021-04", {("5.1", "2021-04"): before})
    assert told(citizen.hears("2021-04", {("5.1", "2021-04"): after})) == shown


def test_a_month_is_not_told_that_a_paper_and_the_months_beside_it_would_leave(citizen) -> None:
    """The quarter of 42 in the committee's paper, two months of 20 and 19: the third is three."""
    truth: Truth = {("5.1", "2021-01"): (10, 20), ("5.1", "2021-02"): (9, 19), ("5.1", "2021-03"): (1, 3)}
    quarter: Truth = {("5.1", "2021-K1"): (20, 42)}
    citizen.gets("2021-K1", quarter)
    assert told(citizen.hears("2021-01", truth)) == (10, 20)
    row = citizen.hears("2021-02", truth)["5.1"]
    hidden = (
        "antal",
        "opfyldt",
        "opfyldt_mindst",
        "opfyldt_hoejst",
        "vaerdi",
        "ki_nedre",
        "status",
        "usikker",
    )
    assert {row[name] for name in hidden} == {None}
    assert row["skjult"]
    assert told(citizen.hears("2021-03", truth)) == (None, None)
    assert not list(citizen.outsider.worked_out("5.1", MONTHS | SINGLE))


def test_a_paper_does_not_tell_what_the_months_have_left(citizen) -> None:
    """The other way round: the months first, one of them hidden, and then their quarter."""
    truth: Truth = {("5.1", "2021-01"): (10, 20), ("5.1", "2021-02"): (9, 19), ("5.1", "2021-03"): (1, 3)}
    for month in ("2021-01", "2021-02", "2021-03"):
        citizen.hears(month, truth)
    citizen.gets("2021-K1", {("5.1", "2021-K1"): (20, 42)})
    assert ("5.1", "2021-K1") in citizen.outsider.withheld
    assert not list(citizen.outsider.worked_out("5.1", MONTHS | SINGLE))


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_worked_out_from_the_months_together(citizen, seed: int) -> None:
    """Random months near each other, revised at random before each is told, some told anew."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for month, truth in random_editions(
        chance, smallest=8, perioder=["2021-02", "2021-03", "2021-04", "2021-05"]
    ):
        citizen.hears(month, truth)
    assert len(citizen.outsider.exact) > 8
    assert not list(citizen.outsider.small_differences(*neighbours(citizen.file.plan)))
    assert not list(citizen.outsider.told_elsewhere(citizen.truths))


@pytest.mark.parametrize("seed", range(3))
def test_nor_from_the_months_and_the_committees_papers(citizen, seed: int) -> None:
    """The same months as they are, and their sums, in any order: a solver finds none of what is kept back."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for periode, truth in random_sums(chance, MONTHS | SINGLE):
        month = read_periode(periode).periodetype == "maaned"
        (citizen.hears if month else citizen.gets)(periode, truth)
    assert citizen.outsider.exact
    assert not list(citizen.outsider.worked_out("5.1", MONTHS | SINGLE))
