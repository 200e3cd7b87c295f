"""From every paper the committee ever got nothing can be worked out that each of them keeps back."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.sums import contradicts, implied, sums_betray
from pipeline.reports.facts.told import Memory, read_memory, write_memory
from pipeline.reports.papers.committee import UdvalgPage
from tests.reports.papers_kept import (
    MONTHS,
    QUARTERS,
    Committee,
    Truth,
    neighbours,
    random_editions,
    random_sums,
)


@pytest.fixture
def committee(file) -> Committee:
    return Committee(file)


def told(page: UdvalgPage, indikator_id: str) -> str:
    (row,) = (r for p in page.points for r in p.rows if r.name.startswith(f"{indikator_id} "))
    return row.count.replace(HARD_SPACE, " ")


def curve(page: UdvalgPage, indikator_id: str) -> list[float | None]:
    found = [c for p in page.points if p.sheet for c in p.sheet.curves if c.name.split()[0] == indikator_id]
    return [v if v is None else round(v, 1) for v in found[0].values] if found else []


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ((20, 40), (20, 40), "20 af 40"),
        ((20, 40), (21, 40), "20 af 40"),
        ((20, 40), (24, 44), "20 af 40"),
        ((20, 40), (25, 45), "25 af 45"),
        ((20, 40), (30, 55), "30 af 55"),
        ((20, 40), (30, 52), "20 af 40"),
        ((20, 40), (25, 43), "20 af 40"),
        ((20, 40), (26, 40), "26 af 40"),
        ((3, 40), (5, 40), "under 5 af 40"),
        ((3, 40), (9, 51), "9 af 51"),
    ],
)
def test_a_figure_stays_as_told_until_five_persons_move(committee, before, after, shown) -> None:
    """In how many there are, how many did and how many did not: the smaller move would be known."""
    committee.gets("2021-K2", {("5.1", "2021-K2"): before})
    assert told(committee.gets("2021-K2", {("5.1", "2021-K2"): after}), "5.1") == shown


def test_small_changes_add_up_until_they_are_told(committee) -> None:
    """It is held against what was told, not against the day before."""
    pages = [committee.gets("2021-K2", {("5.1", "2021-K2"): (k, 40)}) for k in (20, 22, 24, 26)]
    assert [told(page, "5.1") for page in pages] == ["20 af 40"] * 3 + ["26 af 40"]


def test_a_later_curve_draws_what_was_told(committee) -> None:
    """The revised quarter as its own paper had it; one withheld there is no point."""
    truth: Truth = {("5.1", "2021-K1"): (20, 40), ("5.2", "2021-K1"): (30, 42)}
    assert told(committee.gets("2021-K1", truth), "5.2").startswith("vises ikke")
    truth |= {("5.1", "2021-K1"): (22, 41), ("5.1", "2021-K2"): (9, 30), ("5.2", "2021-K2"): (15, 50)}
    page = committee.gets("2021-K2", truth)
    assert curve(page, "5.1")[-2:] == [50.0, 30.0]
    assert curve(page, "5.2")[-2:] == [None, 30.0]


def test_a_curve_draws_no_quarter_that_its_own_paper_would_have_withheld(committee) -> None:
    """Also where there never was one: the first paper tells of the quarters before it."""
    truth: Truth = {("5.1", "2021-K1"): (20, 40), ("5.2", "2021-K1"): (30, 42)}
    truth |= {("5.1", "2021-K2"): (9, 30), ("5.2", "2021-K2"): (15, 50)}
    page = committee.gets("2021-K2", truth)
    assert curve(page, "5.1")[-2:] == [50.0, 30.0]
    assert curve(page, "5.2")[-2:] == [None, 30.0]


def test_a_revision_that_would_give_another_figure_away_is_not_told(committee) -> None:
    """Six more, but then two fewer than the neighbour, which stands in an earlier paper."""
    committee.gets("2021-K1", {("5.1", "2021-K1"): (20, 40), ("5.2", "2021-K1"): (30, 48)})
    page = committee.gets("2021-K1", {("5.1", "2021-K1"): (20, 46), ("5.2", "2021-K1"): (30, 48)})
    assert told(page, "5.1") == "20 af 40"


def test_the_verdict_is_that_of_the_figure_that_is_told(committee) -> None:
    """One person more would have reached the milestone: no word tells that person."""
    truth: Truth = {("6.2", "2021-K3"): (24, 100)}
    verdict = committee.gets("2021-K3", truth).points[5].rows[1].verdict
    again = committee.gets("2021-K3", {("6.2", "2021-K3"): (25, 100)}).points[5].rows[1]
    assert (again.count.replace(HARD_SPACE, " "), again.verdict) == ("24 af 100", verdict)


def test_a_year_does_not_tell_its_hidden_quarter(committee) -> None:
    """Three quarters of thirty and a year of ninety-three would leave three."""
    quarters: Truth = {("5.1", f"2021-K{n}"): (15, 30) for n in (1, 2, 3)} | {("5.1", "2021-K4"): (1, 3)}
    for periode in QUARTERS[:4]:
        committee.gets(periode, quarters)
    assert told(committee.gets("2021", {("5.1", "2021"): (46, 93)}), "5.1").startswith("vises ikke")
    assert not list(committee.outsider.worked_out("5.1", MONTHS))


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_worked_out_from_all_papers_together(committee, seed: int) -> None:
    """Random quarters near each other, revised at random before each paper, some papers made anew."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for quarter, truth in random_editions(chance, smallest=8):
        committee.gets(quarter, truth)
    outsider = committee.outsider
    assert len(outsider.exact) > 8
    assert not list(outsider.small_differences(*neighbours(committee.file.plan)))
    assert not list(outsider.told_elsewhere(committee.truths))


@pytest.mark.parametrize("seed", range(4))
def test_no_month_is_worked_out_from_quarters_tertials_and_the_year(committee, seed: int) -> None:
    """Sums of the same months: the solver finds no small count that they leave, and none kept back."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for periode, truth in random_sums(chance):
        committee.gets(periode, truth)
    assert committee.outsider.exact or committee.outsider.withheld
    assert not list(committee.outsider.worked_out("5.1", MONTHS))


@pytest.mark.parametrize(
    ("told", "kept_back", "betray"),
    [
        ({(1, 3): 30, (4, 6): 30}, [], False),
        ({(1, 4): 33, (1, 3): 30}, [], True),
        ({(1, 4): 36, (1, 3): 30}, [], False),
        ({(1, 12): 93, (1, 3): 30, (4, 6): 30, (7, 9): 30}, [(10, 12)], True),
        ({(1, 12): 68, (1, 3): 30, (4, 6): 30}, [(7, 9), (10, 12)], True),
        ({(1, 12): 69, (1, 3): 30, (4, 6): 30}, [(7, 9), (10, 12)], False),
        ({(1, 4): 40, (4, 6): 30, (1, 3): 38}, [], True),
        ({(1, 3): 0, (1, 12): 8, (4, 6): 0}, [(7, 9), (10, 12)], True),  # none is told as that
        ({(1, 1): 20, (2, 2): 19, (1, 3): 42}, [], True),
        ({(1, 1): 20, (2, 2): 19, (1, 3): 45}, [], False),
        ({(1, 3): 30, (4, 6): 30, (1, 4): 40, (5, 5): 17}, [], True),  # June is left: 30 + 30 - 40 - 17
    ],
)
def test_sums_betray_what_is_left_of_them(told, kept_back, betray) -> None:
    """Spans by first and last month; two quarters kept back that make eight are four each."""

    def months(span):
        return frozenset(range(span[0], span[1] + 1))

    assert sums_betray({months(s): n for s, n in told.items()}, map(months, kept_back)) is betray
    others = {months((1, 1)): 20, months((2, 3)): 25}
    assert [contradicts(others, months((1, 3)), count) for count in (45, 43, 49, 50)] == [
        False,
        True,
        True,
        False,
    ]
    assert implied({months((1, 4)): 9, months((1, 3)): 7})[months((4, 4))] == 2


def test_what_was_told_is_kept_whole(committee, tmp_path: Path) -> None:
    """For its owner alone, in the same words; a damaged file is no empty one."""
    committee.gets("2021-K1", {("5.1", "2021-K1"): (20, 40), ("5.2", "2021-K1"): (30, 42)})
    file = tmp_path / "fortalt.jsonl"
    write_memory(committee.memory, file)
    assert oct(file.stat().st_mode & 0o777) == "0o600"
    assert read_memory(file).told == committee.memory.told
    assert read_memory(tmp_path / "ingen") == Memory()
    file.write_text(file.read_text("utf-8")[:-20], "utf-8")
    with pytest.raises(UsageFault, match="sikkerhedskopi"):
        read_memory(file)
