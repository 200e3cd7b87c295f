"""The one-sentence conclusion and the verdict, one test per form."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.danish import HAARDT_MELLEMRUM
from pipeline.reports.facts import hent_grundlag
from pipeline.reports.page.model import Tone
from pipeline.reports.page.verdict import konklusion, vurder

UNDERRETNINGER = "underretninger blev partshørt inden for 14 dage"


@pytest.fixture
def sig(fil, plan):
    """Publish one result of a team and give its sentence and its verdict."""

    def sig(indikator_id: str, k: int, n: int, kilde: str | None = None, **mere: int) -> tuple[str, str]:
        fil.resultat(indikator_id, "T1", k, n, kilde=kilde, **mere)
        grundlag = hent_grundlag(fil.database)
        indikator = plan.indikator(indikator_id)
        resultat = grundlag.resultat("T1", indikator_id, kilde or indikator.kilde, grundlag.periode)
        v = vurder(resultat)
        saetning = konklusion(indikator, resultat, grundlag.periode, grundlag.opgoerelse.opgjort_pr)
        return saetning.replace(HAARDT_MELLEMRUM, " "), f"{v.tegn} {v.ord} {v.uddybning}".strip()

    return sig


def test_reached(fil, sig):
    """Reached: k of n, the percent and the milestone by name."""
    fil.opgoer("2021-09")
    saetning, ord_ = sig("5.1", 15, 16)
    assert saetning == f"15 af 16 {UNDERRETNINGER} (94 %); milepælen på 50 % er nået."
    assert ord_ == "✓ Nået"


def test_next_milestone_also_reached(sig):
    """Ahead: both the milestone in force and the next are named, with the next one's date."""
    saetning, ord_ = sig("5.1", 12, 16)
    assert saetning == (
        f"12 af 16 {UNDERRETNINGER} (75 %); "
        "både milepælen på 25 % og den næste på 50 % (31. august 2021) er nået."
    )
    assert ord_ == "▲ Foran planen også næste milepæl er nået"


def test_not_reached(fil, sig):
    """Not reached: how many percentage points are missing."""
    fil.opgoer("2021-09")
    saetning, ord_ = sig("5.1", 3, 16)
    assert (
        saetning
        == f"3 af 16 {UNDERRETNINGER} (19 %); milepælen på 50 % er ikke nået, der mangler 31 procentpoint."
    )
    assert ord_ == "✗ Ikke nået"


def test_fewer_than_five_is_too_few_even_when_all_are_met(sig):
    """Three of three is too few to conclude from, said before reached or not, and without a percent."""
    saetning, ord_ = sig("5.1", 3, 3)
    assert (
        saetning == f"3 af 3 {UNDERRETNINGER}; det er over milepælen på 25 %, men for få til at konkludere."
    )
    assert ord_ == "? For få til at konkludere 3 af 3"


def test_five_or_more_can_be_too_few_and_the_interval_says_why(fil, sig):
    """When the milestone lies inside the interval the interval is shown."""
    fil.opgoer("2021-09")
    saetning, _ = sig("5.1", 4, 10)
    assert saetning == (
        f"4 af 10 {UNDERRETNINGER} (40 %); det er under milepælen på 50 %, men for få til at konkludere "
        "(usikkerheden er 16–69 %)."
    )


def test_exactly_on_the_milestone_is_said_so(fil, sig):
    """Neither over nor under when the two are equal."""
    fil.opgoer("2021-09")
    assert "det er på milepælen på 50 %" in sig("5.1", 5, 10)[0]


def test_a_single_unit_is_singular(sig):
    """One of one takes the singular noun."""
    assert sig("5.1", 1, 1)[0].startswith("1 af 1 underretning blev partshørt inden for 14 dage; ")


def test_none_met_is_zero_and_not_a_gap(sig):
    """None of sixteen is 0 %."""
    saetning, ord_ = sig("5.1", 0, 16)
    assert saetning.startswith("0 af 16 underretninger")
    assert "(0 %)" in saetning
    assert ord_ == "✗ Ikke nået"


def test_no_cases_is_no_data_and_never_zero_percent(sig):
    """A period without a case has no percent; what waits or is exempt is said, and the milestone."""
    saetning, ord_ = sig("5.1", 0, 0, afventer=2, undtaget=1)
    assert (
        saetning == "Ingen underretninger at opgøre i april 2021 (2 afventer, 1 undtaget); milepælen er 25 %."
    )
    assert ord_ == "○ Ingen data"


def test_no_cases_in_stock_names_the_day(fil, sig):
    """Stock is counted on a day: the one the period was made up on."""
    fil.opgoer("2021-04", date(2021, 4, 12))
    assert sig("7.11", 0, 0)[0].endswith("at opgøre pr. 12. april 2021.")


def test_before_the_first_milestone(sig):
    """Before the first milestone the sentence says which comes and when."""
    saetning, ord_ = sig("3.2", 6, 10)
    assert saetning.endswith("(60 %); den første milepæl er 30 % den 31. august 2021.")
    assert ord_ == "– Ingen milepæl endnu"


def test_no_milestone_in_the_plan(sig):
    """What the plan leaves open is said to be not fixed, never 0."""
    saetning, ord_ = sig("4.2", 6, 10)
    assert saetning.endswith("(60 %); planen har ikke fastsat en milepæl.")
    assert ord_ == "– Milepæl ikke fastsat"


def test_rounding_does_not_contradict_the_verdict(fil, sig):
    """49.96 % against 50 % shows its decimals, and the missing distance is not 0."""
    fil.opgoer("2021-09")
    saetning, _ = sig("5.1", 1249, 2500)
    assert "(49,96 %)" in saetning
    assert "under milepælen på 50 %" in saetning


def test_case_review_beside_a_register_speaks_of_reviewed_cases(sig):
    """The second source has its own units."""
    assert sig("6.1", 4, 6, kilde="tilsyn")[0].startswith(
        "4 af 6 gennemgåede sager levede op til kravet (67 %)"
    )


def test_every_tone_has_a_sign_and_words(fil, sig):
    """Colour never stands alone: the verdicts that mean different things differ in sign and in words."""
    fil.opgoer("2021-09")
    domme = {
        sig(id_, k, n)[1] for id_, k, n in [("5.1", 16, 16), ("5.2", 0, 16), ("6.1", 1, 2), ("4.2", 1, 2)]
    }
    assert len({d.split()[0] for d in domme}) == len(domme) == len(Tone)
