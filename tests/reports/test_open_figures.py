"""What is copied for whoever may see no rows tells nothing that the committee's papers keep back."""

from __future__ import annotations

import random

import pytest

from pipeline.reports.facts import Facts
from pipeline.reports.facts.told import Memory
from pipeline.reports.open_figures import open_figures
from tests.reports.papers_kept import (
    MONTHS,
    Committee,
    Truth,
    neighbours,
    random_editions,
    random_sums,
)

Row = dict[str, object]


class Reader(Committee):
    """Gets the papers, and an open copy after each; keeps it all."""

    def gets(self, periode: str, truth: Truth) -> list[Row]:
        """The copy after the paper."""
        super().gets(periode, truth)
        return self._copied(self.known)

    def copy(self) -> list[Row]:
        """What may be copied now."""
        return self._copied(self.file.facts())

    def _copied(self, facts: Facts) -> list[Row]:
        rows = [dict(r) for r in open_figures(facts.run.opgoerelse, [facts.plan], self.memory)]
        self.outsider.read_open(rows)
        return rows


@pytest.fixture
def reader(file) -> Reader:
    return Reader(file)


def told(rows: list[Row], indikator_id: str = "5.1", periode: str = "2021-K2") -> tuple[object, ...]:
    (row,) = (r for r in rows if (r["indikator_id"], r["periode"]) == (indikator_id, periode))
    return tuple(
        row[name] for name in ("antal", "opfyldt", "vaerdi", "vist", "fortalt", "tilstand", "status")
    )


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ((20, 40), (40, 20, 50.0, "50 %", "20 af 40", "vises", "foran")),
        ((3, 40), (40, None, None, None, "under 5 af 40", "under_5", None)),
        ((38, 40), (40, None, None, None, "alle på nær under 5 af 40", "under_5", None)),
        ((2, 3), (None, None, None, None, "under 5", "under_5", None)),
        ((0, 0), (None, None, None, None, "ingen", "ingen", None)),
    ],
)
def test_a_figure_is_told_as_the_paper_tells_it(reader, counted, expected) -> None:
    """A count of 1 to 4 is in no column, and neither is a value or a status it would follow from."""
    found = told(reader.gets("2021-K2", {("5.1", "2021-K2"): counted}))
    assert tuple(str(v).replace("\xa0", " ") if isinstance(v, str) else v for v in found) == expected


def test_what_a_paper_withholds_is_hidden(reader) -> None:
    """Two more than its neighbour counts: those two would be known."""
    rows = reader.gets("2021-K1", {("5.1", "2021-K1"): (20, 40), ("5.2", "2021-K1"): (30, 42)})
    assert told(rows, "5.1", "2021-K1")[:2] == (40, 20)
    assert told(rows, "5.2", "2021-K1")[:3] == (None, None, None)
    assert told(rows, "5.2", "2021-K1")[5:] == ("skjult", None)


def test_what_no_paper_has_told_is_not_copied(reader) -> None:
    """A month, a team and a quarter not yet reported; before the first paper there is nothing at all."""
    assert reader.copy() == []
    reader.gets("2021-K1", {("5.1", "2021-K1"): (20, 40)})
    reader.file.calculate("2021-06")
    reader.file.result("5.1", "ALLE", 6, 12)
    reader.file.result("5.1", "T1", 6, 12, periode="2021-K1")
    assert {(r["indikator_id"], r["periode"]) for r in reader.copy()} == {("5.1", "2021-K1")}


def test_another_plans_figures_are_left_out(reader) -> None:
    """A plan that is no longer followed."""
    reader.gets("2021-K1", {("5.1", "2021-K1"): (20, 40)})
    assert not list(open_figures(reader.file.facts().run.opgoerelse, [], reader.memory))
    assert not list(open_figures(reader.file.facts().run.opgoerelse, [reader.file.plan], Memory()))


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_worked_out_from_all_papers_and_copies_together(reader, seed: int) -> None:
    """Random quarters near each other, revised at random before each paper, a copy taken after each."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for quarter, truth in random_editions(chance, smallest=5):
        reader.gets(quarter, truth)
    outsider = reader.outsider
    assert len(outsider.exact) > 8
    assert not list(outsider.small_differences(*neighbours(reader.file.plan)))
    assert not list(outsider.told_elsewhere(reader.truths))


@pytest.mark.parametrize("seed", range(4))
def test_no_month_is_worked_out_from_the_copies(reader, seed: int) -> None:
    """Quarters, tertials and the year in any order: the solver finds no small count, and none kept back."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for periode, truth in random_sums(chance):
        reader.gets(periode, truth)
    assert reader.outsider.exact or reader.outsider.withheld
    assert not list(reader.outsider.worked_out("5.1", MONTHS))
