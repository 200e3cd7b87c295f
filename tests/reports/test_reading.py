"""What the pages say of the reading: what it can show, the register beside it, and what is open."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.proposals import build_proposals
from pipeline.reports.blocks.reading import build_reading
from pipeline.reports.blocks.reading_register import build_register_notes, register_mark
from pipeline.reports.facts.reading import Missing
from pipeline.reports.words.reading import (
    corrected_text,
    coverage_text,
    register_note,
    reservation,
    share_text,
    uncertainty_text,
)
from pipeline.reports.words.series import Series
from tests.reports.read_rounds import (
    against,
    agreement,
    answers,
    coverage,
    difference,
    round_,
    with_reading,
)

APRIL = round_()


def plain(text: str) -> str:
    return text.replace(HARD_SPACE, " ")


# what was read, and what it can show -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "enhed", "text"),
    [
        ({}, "genstand", "8 af 10 trukne undersøgelser er læst, 1 er udgået, og 1 mangler."),
        ({"laest": 9}, "genstand", "9 af 10 trukne undersøgelser er læst, og 1 er udgået."),
        ({"trukket": 1, "laest": 1, "udgaaet": 0}, "genstand", "1 af 1 trukket undersøgelse er læst."),
        ({"udgaaet": 0, "paabegyndt": 1}, "genstand",
         "8 af 10 trukne undersøgelser er læst, og 2 mangler (heraf 1 påbegyndt)."),
        ({"laest": 9}, "raadgiver",
         ("9 af 10 trukne undersøgelser er læst, og 1 er udgået. 7 af 9 medarbejdere har fået læst "
          "mindst én.")),
    ],
)  # fmt: skip
def test_what_came_of_what_was_drawn(counts, enhed, text):
    """Drawn = read + eliminated + missing."""
    assert coverage_text(round_(enhed=enhed), coverage(APRIL, **counts)) == text


@pytest.mark.parametrize(
    ("fields", "share", "uncertainty"),
    [
        ({}, "7 af 8 (88 %)", "20–60 %"),
        ({"grundlag": "medarbejdere", "andel": None, "ki_nedre": None}, "7 af 8 medarbejdere", ""),
        ({"grundlag": "vejet", "andel": 62.4}, "62 % vejet (7 af 8)", "20–60 %"),
        ({"grundlag": "alle", "ki_nedre": 87.5, "ki_oevre": 87.5}, "7 af 8 (88 %)", "hele rammen"),
        ({"grundlag": "udvalgt", "andel": None, "ki_nedre": None}, "7 af 8", ""),
        ({"grundlag": "skaev", "andel": None, "ki_nedre": None}, "7 af 8", ""),
    ],
)
def test_a_share_says_no_more_than_its_draw_can_show(fields, share, uncertainty):
    """One per caseworker is told in caseworkers; what was picked is counted and nothing more."""
    a = answers(APRIL, 7, 8, **fields)
    assert (plain(share_text(a)), plain(uncertainty_text(a))) == (share, uncertainty)


def test_of_fewer_than_five_only_the_count_is_told():
    """One more would turn the percent over; of none there is nothing to tell."""
    few = answers(APRIL, 2, 4)
    assert (plain(share_text(few)), uncertainty_text(few)) == ("2 af 4", "")
    assert share_text(answers(APRIL, 0, 0)) == "–"


@pytest.mark.parametrize(
    ("grundlag", "words", "not_words"),
    [
        ("genstande", "om sager uden for rammen siger læsningen intet", "medarbejder"),
        ("medarbejdere", "ikke hvor stor en del af sagerne", "Usikkerheden"),
        ("vejet", "usikkerheden er tilnærmet", "tilfældigt"),
        ("alle", "Tallet er hele rammens, når de sidste er læst", "kan være anderledes"),
        ("udvalgt", "siger intet om andre sager", "Usikkerheden"),
        ("skaev", "lodtrækningen faldt skævt", "Usikkerheden"),
    ],
)
def test_each_draw_says_what_it_can_and_cannot_show(grundlag, words, not_words):
    """In words beside the answers."""
    text = reservation(APRIL, coverage(APRIL), (answers(APRIL, 7, 8, grundlag=grundlag),))
    assert words in text
    assert not_words not in text


def test_a_team_is_told_of_its_own_answers_and_the_newest_round(file):
    """Of each theme the newest round that was answered in the period; nothing where nothing was drawn."""
    march, april = round_("2021-03"), round_()
    late = round_("2021-02", senest_laest=date(2021, 4, 2), tema_id="andet")
    facts = with_reading(
        file.facts(),
        rounds=(late, march, april),
        coverage=(*(coverage(r, t) for r in (late, march, april) for t in ("ALLE", "T1")),
                  coverage(april, "T2", trukket=0)),
        answers=(answers(april, 7, 8), answers(april, 3, 5, "6.2", "T1"), answers(april, 2, 6, "6.1", "T1")),
    )  # fmt: skip
    section = build_reading(facts, "T1")
    assert [r.title for r in section.rounds] == ["andet, februar 2021", "Undersøgelser, april 2021"]
    assert [plain(row[1]) for row in section.rounds[1].table.rows] == ["2 af 6 (33 %)", "3 af 5 (60 %)"]
    assert section.rounds[1].table.rows[0][0] == "6.1 Spørgsmål 6.1?"
    assert build_reading(facts, "T2") is None


# the register beside it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "seen", "meaning"),
    [
        ((5, 5, 0, 3), "et ja i 3 af de 8 læste, hvor registret siger nej", "kan være for lavt"),
        ((5, 5, 1, 0), "intet ja i 1 af de 6 læste, hvor registret siger ja", "kan være for højt"),
        (
            (5, 5, 1, 3),
            (
                "et ja i 3 af de 8 læste, hvor registret siger nej, og intet ja i 1 af de 6 læste, hvor "
                "registret siger ja"
            ),
            "både for højt og for lavt",
        ),
    ],
)
def test_a_figure_carries_what_the_reading_makes_of_it(counts, seen, meaning):
    """A plain sentence; none where the two say the same."""
    note = register_note(against(APRIL, counts))
    assert note.startswith(f"Læsningen så det seneste år {seen}. ")
    assert note.endswith(f"{meaning}.")
    assert register_note(against(APRIL, (5, 5, 0, 0))) == ""


def test_the_mark_stands_beside_the_teams_own_figure(file):
    """The rounds of twelve months together; what was read longer ago is not told."""
    old = round_("2020-03", senest_laest=date(2020, 4, 30))
    march = round_("2021-03")
    facts = with_reading(
        file.facts(),
        rounds=(old, march, APRIL),
        register=(
            against(old, (0, 0, 9, 9), team_id="T1"), against(march, (1, 1, 0, 1), team_id="T1"),
            against(APRIL, (2, 0, 1, 0), team_id="T1"), against(APRIL, (3, 3, 0, 0)),
        ),
    )  # fmt: skip
    indicator = facts.plan.indicator("6.1")
    own, whole = (Series(facts, indicator, team, "dubu") for team in ("T1", "ALLE"))
    assert register_mark(own) == "læsning uenig i 2 af 6"
    assert "et ja i 1 af de 2 læste" in build_register_notes(own)[0]
    assert (register_mark(whole), build_register_notes(whole)) == ("", ())


def test_the_register_put_right_parts_not_registered_from_not_done():
    """Only where enough was read; what there is none of is not named."""
    right = {
        "register_andel": 60.0, "rettet_andel": 70.0, "rettet_nedre": 51.2, "rettet_oevre": 88.8,
        "ikke_registreret": 16.0, "ikke_gjort": 24.0, "ikke_fundet": 0.0,
    }  # fmt: skip
    assert plain(corrected_text(against(APRIL, (9, 6, 1, 4), **right))) == (
        "Registret siger 60 %; rettet efter læsningen er det 70 % (51–89 %). 16 % er gjort, men ikke "
        "registreret, og 24 % er ikke gjort."
    )
    assert corrected_text(against(APRIL, (9, 6, 1, 4))) == ""


# what is open ----------------------------------------------------------------------------------------


def test_a_team_sees_its_own_cases_forms_and_agreements(file):
    """With caseworker and age; the department sees counts."""
    facts = with_reading(
        file.facts(),
        agreement(frist=date(2021, 4, 20)),
        agreement("T2"),
        rounds=(APRIL,),
        differences=(difference(APRIL), difference(APRIL, "T2", sag_id="S2")),
        missing=(Missing(APRIL.traekning_id, "T1", 2, 30), Missing(APRIL.traekning_id, "T2", 1, 30)),
    )
    tables = {t.title: t.rows for t in build_reading(facts, "T1").tables}
    assert tables == {
        "Læsning og register er uenige": (("S1", "B1", "R1", "6.1 Spørgsmål 6.1?", "Nej", "Ja"),),
        "Skemaer, der ikke er kommet tilbage": (("T1", "Undersøgelser, april 2021", "2", "30 dage"),),
        "Åbne aftaler fra læsningen": (
            ("S1", "R1", "Hold et møde (6.1)", "20-04-2021 (overskredet med 10 dage)", "56 dage"),
        ),
    }
    whole = {t.title: t.rows for t in build_reading(facts, "ALLE").tables}
    assert whole["Åbne aftaler fra læsningen"] == (("T1", "1", "1", "56 dage"), ("T2", "1", "0", "56 dage"))
    assert [row[0] for row in whole["Skemaer, der ikke er kommet tilbage"]] == ["T1", "T2"]


# themes ----------------------------------------------------------------------------------------------


def proposed(facts):
    return [(p.maalepunkt_id, plain(p.reason)) for p in build_proposals(facts)]


def test_themes_are_proposed_in_turn_by_share_fall_and_gap(file):
    """At most five, each question once, by all that was read in twelve months."""
    march = round_("2021-03")
    facts = with_reading(
        file.facts(),
        rounds=(march, APRIL),
        answers=(
            answers(march, 9, 10), answers(APRIL, 4, 10), answers(APRIL, 1, 10, "6.2"),
            answers(APRIL, 3, 10, "6.3"), answers(APRIL, 10, 10, "6.4"), answers(APRIL, 5, 10, "6.5"),
            answers(APRIL, 4, 10, "6.6"), answers(APRIL, 0, 4, "6.7"),
        ),
        register=(against(APRIL, (4, 2, 1, 3), "6.5"), against(APRIL, (0, 0, 2, 2), "6.7")),
    )  # fmt: skip
    assert proposed(facts) == [
        ("6.2", "Lav andel ja: 1 af 10 (10 %) i de seneste 12 måneders runder."),
        ("6.1", "Faldet fra 9 af 10 (90 %) i marts 2021 til 4 af 10 (40 %) i april 2021."),
        ("6.5", "Læsning og register er uenige i 4 af 10."),
        ("6.3", "Lav andel ja: 3 af 10 (30 %) i de seneste 12 måneders runder."),
        ("6.6", "Lav andel ja: 4 af 10 (40 %) i de seneste 12 måneders runder."),
    ]


def test_what_was_picked_or_is_too_little_is_no_reason(file):
    """Nor a fall of less than ten points, nor a question everybody answers yes."""
    march, picked = round_("2021-03"), round_("2021-04", nr=2, udvaelgelse="kriterier")
    facts = with_reading(
        file.facts(),
        rounds=(march, APRIL, picked),
        answers=(
            answers(march, 20, 20), answers(APRIL, 20, 20), answers(picked, 0, 20, grundlag="udvalgt"),
            answers(APRIL, 0, 4, "6.2"),
        ),
    )  # fmt: skip
    assert proposed(facts) == []
