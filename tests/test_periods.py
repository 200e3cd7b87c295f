"""Months, quarters and rolling years: edges, and what holds for every date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.errors import ForkertBrug
from pipeline.periods import (
    FOERSTE_MAANED,
    kvartal,
    laeg_maaneder_til,
    laes_periode,
    maaned,
    perioder,
    rullende12,
    seneste_hele_maaned,
    sidste_i_maaneden,
)

EN_DAG = timedelta(days=1)
DAGE = st.dates(date(1990, 1, 1), date(2090, 12, 31))
uden_ur = settings(deadline=None)


@pytest.mark.parametrize(
    ("dag", "antal", "ventet"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 10, 31), 6, date(2021, 4, 30)),
        (date(2021, 8, 31), -6, date(2021, 2, 28)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 2, 29), 48, date(2024, 2, 29)),
        (date(2021, 12, 15), 1, date(2022, 1, 15)),
        (date(2021, 1, 15), -1, date(2020, 12, 15)),
        (date(2021, 4, 30), 1, date(2021, 5, 30)),
    ],
)
def test_months_clamp_to_the_last_day(dag: date, antal: int, ventet: date):
    """Calendar months, clamped to the month's last day; the 30th does not become the 31st again."""
    assert laeg_maaneder_til(dag, antal) == ventet


@uden_ur
@given(DAGE, st.integers(-300, 300))
def test_adding_months_lands_in_that_month(dag: date, antal: int):
    """The month is exactly so many months away, on the same day or the month's last."""
    ny = laeg_maaneder_til(dag, antal)
    assert (ny.year * 12 + ny.month) - (dag.year * 12 + dag.month) == antal
    assert ny.day == min(dag.day, sidste_i_maaneden(ny).day)


@uden_ur
@given(DAGE)
def test_the_last_day_of_a_month_is_followed_by_a_first(dag: date):
    """Leap years and the century rule included."""
    sidste = sidste_i_maaneden(dag)
    assert (sidste.year, sidste.month) == (dag.year, dag.month)
    assert (sidste + EN_DAG).day == 1


@pytest.mark.parametrize(
    ("tekst", "periodetype", "navn", "foerste", "sidste"),
    [
        ("2021-04", "maaned", "2021-04", date(2021, 4, 1), date(2021, 4, 30)),
        ("2020-02", "maaned", "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-12", "maaned", "2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("2021-K1", "kvartal", "2021-K1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2021-K4", "kvartal", "2021-K4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-k2", "kvartal", "2021-K2", date(2021, 4, 1), date(2021, 6, 30)),
    ],
)
def test_a_period_is_read_by_its_name(tekst: str, periodetype: str, navn: str, foerste: date, sidste: date):
    """Month 2021-04 and quarter 2021-K2, both ends included."""
    p = laes_periode(tekst)
    assert (p.periodetype, p.periode, p.foerste, p.sidste) == (periodetype, navn, foerste, sidste)


FORKERTE = (
    "", "2021", "2021-4", "2021-00", "2021-13", "2021-K0", "2021-K5", "21-04", "2021-04 ", "2021-04\n",
    "2021/04", "2021-04-01", "April 2021", "٢٠٢١-٠٤", "0000-01", "0000-K1",
)  # fmt: skip


@pytest.mark.parametrize("tekst", FORKERTE)
def test_anything_else_is_no_period(tekst: str):
    """Wrong use (exit 2), with both forms shown; also years and digits that only look right."""
    with pytest.raises(ForkertBrug, match=r"2021-04.*2021-K2"):
        laes_periode(tekst)


@uden_ur
@given(DAGE)
def test_a_period_has_the_name_it_is_read_by(dag: date):
    """Reading a period's name gives the period."""
    assert laes_periode(maaned(dag.replace(day=1)).periode) == maaned(dag.replace(day=1))
    foerste = dag.replace(day=1, month=(dag.month - 1) // 3 * 3 + 1)
    assert laes_periode(kvartal(foerste).periode) == kvartal(foerste)


@uden_ur
@given(DAGE)
def test_a_rolling_year_is_twelve_whole_months(dag: date):
    """It ends with its month, and the year before ends the day before it begins."""
    p = rullende12(dag.replace(day=1))
    assert p.periode == f"{dag:%Y-%m}"
    assert p.sidste == sidste_i_maaneden(dag)
    assert p.foerste.day == 1
    assert laeg_maaneder_til(p.foerste, 11) == dag.replace(day=1)


def test_the_day_a_period_is_made_up_on():
    """The period's last day, or the delivery's date if earlier: then it is preliminary."""
    april = laes_periode("2021-04")
    for udtraek, pr, foreloebig in (
        (date(2021, 4, 29), date(2021, 4, 29), True),
        (date(2021, 4, 30), date(2021, 4, 30), False),
        (date(2021, 5, 1), date(2021, 4, 30), False),
    ):
        assert (april.opgjort_pr(udtraek), april.foreloebig(udtraek)) == (pr, foreloebig)


@pytest.mark.parametrize(
    ("udtraek", "ventet"),
    [
        (date(2021, 4, 30), "2021-04"),
        (date(2021, 4, 29), "2021-03"),
        (date(2021, 5, 1), "2021-04"),
        (date(2021, 1, 30), "2020-12"),
        (date(2020, 2, 28), "2020-01"),
        (date(2020, 2, 29), "2020-02"),
    ],
)
def test_the_last_whole_month_up_to_a_delivery(udtraek: date, ventet: str):
    """A delivery of the month's last day holds the whole month."""
    assert seneste_hele_maaned(udtraek).periode == ventet


def test_the_periods_of_a_reported_month():
    """Months, rolling years and ended quarters from the baseline quarter on."""
    fundne = perioder(laes_periode("2021-04"), date(2021, 4, 30))
    maaneder = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03", "2021-04"]
    assert [p.periode for p in fundne if p.periodetype == "maaned"] == maaneder
    assert [p.periode for p in fundne if p.periodetype == "rullende12"] == maaneder
    assert [p.periode for p in fundne if p.periodetype == "kvartal"] == ["2020-K4", "2021-K1"]


def test_the_periods_of_a_quarter_under_way():
    """The quarter itself, and its months so far; a month that has not begun is not computed."""
    fundne = perioder(laes_periode("2021-K2"), date(2021, 5, 1))
    navne = {(p.periodetype, p.periode) for p in fundne}
    assert ("kvartal", "2021-K2") in navne
    assert {n for t, n in navne if t == "maaned" and n >= "2021-04"} == {"2021-04", "2021-05"}
    assert ("rullende12", "2021-06") not in navne


@uden_ur
@given(
    st.dates(date(2020, 10, 1), date(2026, 12, 31)),
    st.booleans(),
    st.dates(date(2020, 10, 1), date(2026, 12, 31)),
)
def test_every_period_computed_may_be_computed(dag: date, som_kvartal: bool, udtraek: date):
    """Each once; begun by the delivery; ended by the reported period's end; and the reported one is there."""
    rapporteret = (
        kvartal(dag.replace(day=1, month=(dag.month - 1) // 3 * 3 + 1))
        if som_kvartal
        else maaned(dag.replace(day=1))
    )
    assume(rapporteret.foerste <= udtraek)
    fundne = perioder(rapporteret, udtraek)
    assert rapporteret in fundne
    assert len({(p.periodetype, p.periode) for p in fundne}) == len(fundne)
    for p in fundne:
        assert p.sidste <= rapporteret.sidste
        assert (p.sidste.replace(day=1) if p.periodetype == "rullende12" else p.foerste) <= udtraek
        assert p.periodetype == "rullende12" or p.foerste >= FOERSTE_MAANED
    maaneder = sum(p.periodetype == "maaned" for p in fundne)
    til = min(rapporteret.sidste, udtraek)
    assert maaneder == (til.year - 2020) * 12 + til.month - 9
    assert maaneder == sum(p.periodetype == "rullende12" for p in fundne)


@pytest.mark.parametrize(
    ("navn", "udtraek", "ord_"),
    [
        ("2021-05", date(2021, 4, 30), "30-04-2021"),
        ("2021-K3", date(2021, 6, 30), "30-06-2021"),
        ("2020-09", date(2021, 4, 30), "oktober 2020"),
        ("2020-K3", date(2021, 4, 30), "oktober 2020"),
    ],
)
def test_a_period_that_cannot_be_computed_is_wrong_use(navn: str, udtraek: date, ord_: str):
    """Begun after the delivery, or before October 2020: exit 2, naming the period."""
    with pytest.raises(ForkertBrug, match=f"{navn}.*{ord_}"):
        perioder(laes_periode(navn), udtraek)
