"""The note against the baseline: figures under the way they went, with how sure that is, in words."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.periods import read_periode
from pipeline.base.text import HARD_SPACE
from pipeline.definitions.plan_models import Plan, Use
from pipeline.reports import Reports
from pipeline.reports.words.change import certainty, has_risen
from pipeline.reports.words.values import value_of
from tests.reports.own_plan import plain, publish
from tests.reports.test_values import DAYS, KR, MET, indicator, result

NOTE = Use(modtager="Styregruppen", hyppighed="Kvartalsvis", formaal="Opfølgning.", notat="kvartal")


def noted(own: Plan, **changes: object) -> Plan:
    return own.model_copy(update={"anvendelser": (*own.anvendelser, NOTE.model_copy(update=changes))})


@pytest.fixture
def written(database, own, tmp_path):
    """The pages of the second quarter's reports with a note, by name."""

    def written(plan: Plan, periode: str = "2021-K2") -> dict[str, str]:
        publish(database, [plan], read_periode(periode), date(2021, 6, 30))
        Reports(database, [plan]).write(tmp_path)
        pages = tmp_path.rglob("*.html")
        return {str(f.relative_to(tmp_path)): f.read_text(encoding="utf-8") for f in pages}

    return written


def test_a_figure_stands_under_the_way_it_went(written, own):
    """The median fell, which is better; the published figures and no others."""
    pages = written(noted(own))
    words = plain(pages["afdeling/notat.html"])
    assert "Kvartalsnotat til Styregruppen · Prøve Kommune" in words
    assert words.index("Faldet (1)") < words.index("P2 Tid til svar")
    assert "Bedre end ved start" in words
    assert (
        "Medianen er 10,5 dage fra modtagelse til svar (12 underretninger med svar); "
        "i 1. kvartal 2021 var det 41,5 dage, ændringen er −31 dage." in words
    )
    assert "De to medianers 95 %-intervaller overlapper ikke." in words
    assert "P1" not in words
    assert '<a href="notat.html">Kvartalsnotat til Styregruppen</a>' in pages["afdeling/rapport.html"]
    assert "notat.html" not in pages["T1/rapport.html"]


def test_the_plan_says_which_figures_and_activities(written, own):
    """In its own order; one without a baseline is followed beside the others."""
    words = plain(written(noted(own, indikatorer=("P3", "P2"), aktiviteter=("A2",)))["afdeling/notat.html"])
    assert words.index("P2 Tid til svar") < words.index("Følges uden udgangspunkt (1)")
    assert words.index("Følges uden udgangspunkt (1)") < words.index("P3 Kontakter pr. sag")
    assert "A2 Venteværelset er sat i stand" in words
    assert "A1 Fagmøde" not in words


@pytest.mark.parametrize(
    ("uses", "periode", "note", "committee"),
    [
        pytest.param((NOTE,), "2021-K2", True, False, id="readers without the committee: a note alone"),
        pytest.param((NOTE,), "2021-06", False, False, id="a month has no note each quarter"),
        pytest.param((), "2021-K2", False, True, id="no readers named: the committee is told"),
    ],
)
def test_the_papers_follow_what_the_plan_says_of_its_readers(written, own, uses, periode, note, committee):
    """And the kind of the reported period."""
    pages = written(own.model_copy(update={"anvendelser": uses, "spor": ()}), periode)
    assert ("afdeling/notat.html" in pages) is note
    assert ("udvalg/rapport.html" in pages) is committee


FALLING = {"retning": "faldende", "maaltype": "baseline", "baseline": "2019-03"}
SURE = "Ændringen ligger med 95 % sikkerhed mellem"
UNSURE = "ikke_til_at_skelne"
OPEN = "Ændringen er med 95 % sikkerhed over −12; opad kan den ikke afgrænses."
CHANGES = [
    ("andel", MET, 12.0, 3.0, 20.96, "bedre",
     "Stigningen ligger med 95 % sikkerhed mellem 3 og 21 procentpoint."),
    ("andel", MET, -12.0, -20.0, -0.04, "daarligere",
     "Faldet ligger med 95 % sikkerhed mellem 0,04 og 20 procentpoint."),
    ("andel", MET, 4.2, -32.4, 34.1, UNSURE, f"{SURE} −32,4 og +34,1 procentpoint."),
    ("antal", MET, 102.0, 41.1, None, "daarligere", "Stigningen er med 95 % sikkerhed mindst 41 %."),
    ("antal", MET, 5.0, -12.0, None, UNSURE, OPEN),
    ("gennemsnit", KR, 1202.0, -2162.0, 4566.0, UNSURE, f"{SURE} −2.162 og +4.566 kr."),
    ("median", DAYS, -31.0, None, None, "bedre", "De to medianers 95 %-intervaller overlapper ikke."),
    ("gennemsnit", DAYS, 3.0, None, None, UNSURE, "Der er for få til at sige, hvor sikker ændringen er."),
    ("sum", KR, -5000.0, None, None, "uden_vurdering", ""),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words", "change", "lower", "upper", "status", "told"), CHANGES)
def test_how_sure_a_change_is(kind, words, change, lower, upper, status, told):
    """Its interval without signs where the way is sure, with them where it is not; none is never invented."""
    one = indicator(kind, **words, **FALLING)
    r = result(
        30.0, 12, 6, forskel=change, forskel_nedre=lower, forskel_oevre=upper, status=status, ki_nedre=20.0,
        ki_oevre=40.0, baseline_periode="2021-K1", baseline_vaerdi=20.0, baseline_naevner=12.0,
        usikker=status == "ikke_til_at_skelne",
    )  # fmt: skip
    assert certainty(value_of(one, "dubu"), r).replace(HARD_SPACE, " ") == told


def test_too_few_on_a_side_is_neither_risen_nor_fallen():
    """Whatever the status says of the change, its usikker speaks first."""
    r = result(30.0, 4, status="bedre", usikker=True, forskel=-5.0)
    assert has_risen(r) is None
