"""The one-sentence conclusion and the verdict, one test per form."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.words.values import value_of
from pipeline.reports.words.verdicts import Tone, assess, conclusion

UNDERRETNINGER = "underretninger blev partshørt inden for 14 dage"


@pytest.fixture
def sig(file, plan):
    """Publish one result of a team and give its sentence and its verdict."""

    def sig(indikator_id: str, k: int, n: int, source: str | None = None, **more: int) -> tuple[str, str]:
        file.result(indikator_id, "T1", k, n, source=source, **more)
        facts = file.facts()
        indicator = plan.indicator(indikator_id)
        run, value = facts.run, value_of(indicator, source or indicator.kilde)
        result = facts.result("T1", indikator_id, source or indicator.kilde, run.periode)
        v = assess(value, result)
        sentence = conclusion(value, result, run.periode, run.opgoerelse.opgjort_pr)
        return sentence.replace(HARD_SPACE, " "), f"{v.sign} {v.words} {v.elaboration}".strip()

    return sig


def test_reached(file, sig):
    """Reached: k of n, the percent and the milestone by name."""
    file.calculate("2021-09")
    sentence, word = sig("5.1", 15, 16)
    assert sentence == f"15 af 16 {UNDERRETNINGER} (94 %); milepælen på 50 % er nået."
    assert word == "✓ Nået"


def test_next_milestone_also_reached(sig):
    """Ahead: both the milestone in force and the next are named, with the next one's date."""
    sentence, word = sig("5.1", 12, 16)
    assert sentence == (
        f"12 af 16 {UNDERRETNINGER} (75 %); "
        "både milepælen på 25 % og den næste på 50 % (31. august 2021) er nået."
    )
    assert word == "▲ Foran planen også næste milepæl er nået"


def test_not_reached(file, sig):
    """Not reached: how many percentage points are missing."""
    file.calculate("2021-09")
    sentence, word = sig("5.1", 3, 16)
    assert (
        sentence
        == f"3 af 16 {UNDERRETNINGER} (19 %); milepælen på 50 % er ikke nået, der mangler 31 procentpoint."
    )
    assert word == "✗ Ikke nået"


def test_fewer_than_five_is_too_few_even_when_all_are_met(sig):
    """Three of three is too few to conclude from, said before reached or not, and without a percent."""
    sentence, word = sig("5.1", 3, 3)
    assert (
        sentence == f"3 af 3 {UNDERRETNINGER}; det er over milepælen på 25 %, men for få til at konkludere."
    )
    assert word == "? For få til at konkludere 3 af 3"


def test_five_or_more_can_be_too_few_and_the_interval_says_why(file, sig):
    """When the milestone lies inside the interval the interval is shown."""
    file.calculate("2021-09")
    sentence, _ = sig("5.1", 4, 10)
    assert sentence == (
        f"4 af 10 {UNDERRETNINGER} (40 %); det er under milepælen på 50 %, men for få til at konkludere "
        "(usikkerheden er 16–69 %)."
    )


def test_exactly_on_the_milestone_is_said_so(file, sig):
    """Neither over nor under when the two are equal."""
    file.calculate("2021-09")
    assert "det er på milepælen på 50 %" in sig("5.1", 5, 10)[0]


def test_a_single_unit_is_singular(sig):
    """One of one takes the singular noun."""
    assert sig("5.1", 1, 1)[0].startswith("1 af 1 underretning blev partshørt inden for 14 dage; ")


def test_none_met_is_zero_and_not_a_gap(sig):
    """None of sixteen is 0 %."""
    sentence, word = sig("5.1", 0, 16)
    assert sentence.startswith("0 af 16 underretninger")
    assert "(0 %)" in sentence
    assert word == "✗ Ikke nået"


def test_no_cases_is_no_data_and_never_zero_percent(sig):
    """A period without a case has no percent; what waits or is exempt is said, and the milestone."""
    sentence, word = sig("5.1", 0, 0, afventer=2, undtaget=1)
    assert (
        sentence == "Ingen underretninger at opgøre i april 2021 (2 afventer, 1 undtaget); milepælen er 25 %."
    )
    assert word == "○ Ingen data"


def test_no_cases_in_stock_names_the_day(file, sig):
    """Stock is counted on a day: the one the period was made up on."""
    file.calculate("2021-04", date(2021, 4, 12))
    assert sig("7.11", 0, 0)[0].endswith("at opgøre pr. 12. april 2021.")


def test_before_the_first_milestone(sig):
    """Before the first milestone the sentence says which comes and when."""
    sentence, word = sig("3.2", 6, 10)
    assert sentence.endswith("(60 %); den første milepæl er 30 % den 31. august 2021.")
    assert word == "– Ingen milepæl endnu"


def test_no_milestone_in_the_plan(sig):
    """What the plan leaves open is said to be not fixed, never 0."""
    sentence, word = sig("4.2", 6, 10)
    assert sentence.endswith("(60 %); planen har ikke fastsat en milepæl.")
    assert word == "– Milepæl ikke fastsat"


def test_rounding_does_not_contradict_the_verdict(file, sig):
    """49.96 % against 50 % shows its decimals, and the missing distance is not 0."""
    file.calculate("2021-09")
    sentence, _ = sig("5.1", 1249, 2500)
    assert "(49,96 %)" in sentence
    assert "under milepælen på 50 %" in sentence


def test_case_review_beside_a_register_speaks_of_reviewed_cases(sig):
    """The second source has its own units."""
    assert sig("6.1", 4, 6, source="tilsyn")[0].startswith(
        "4 af 6 gennemgåede sager levede op til kravet (67 %)"
    )


def test_every_tone_has_a_sign_and_words(file, sig):
    """Colour never stands alone: the verdicts that mean different things differ in sign and in words."""
    file.calculate("2021-09")
    verdicts = {
        sig(id_, k, n)[1] for id_, k, n in [("5.1", 16, 16), ("5.2", 0, 16), ("6.1", 1, 2), ("4.2", 1, 2)]
    }
    assert len({d.split()[0] for d in verdicts}) == len(verdicts) == len(Tone)
