"""The leaders' paper, the themes they chose as later reports follow them, and agreements until closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.followed import build_followed, build_followed_for_committee
from pipeline.reports.blocks.suppression import show_together
from pipeline.reports.facts.reading import Doubt, Followed, Readers
from pipeline.reports.papers import papers
from pipeline.reports.papers.feedback import build_feedback, raadgivere
from pipeline.reports.papers.meeting import PAPERS, build_meeting
from pipeline.reports.pictures import Painter
from pipeline.reports.render import Writer
from pipeline.reports.words.series import leading
from tests.reports.read_rounds import (
    against,
    agreement,
    answers,
    coverage,
    difference,
    round_,
    with_reading,
)

APRIL, PICKED = round_(), round_("2021-04", nr=2, udvaelgelse="kriterier")


@pytest.fixture
def facts(file):
    """A month with a round, two readers, a register beside it and an agreement."""
    file.leverance().raadgiver("R1", "Rita Prøvesen")
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 1, 1)
    return with_reading(
        file.facts(),
        agreement(),
        rounds=(APRIL,),
        coverage=(coverage(APRIL), coverage(APRIL, "T1")),
        answers=(answers(APRIL, 7, 8), answers(APRIL, 2, 8, "6.2")),
        readers=(Readers("6.1", 6, 5, 83.3, 0.786), Readers("6.2", 2, 2, 100.0, 1.0)),
        doubts=(Doubt(APRIL.traekning_id, "6.1", "undersoegelse", "B1", "S1", "ja", "nej"),),
        register=(against(APRIL, (3, 2, 0, 3)),),
        differences=(difference(APRIL),),
    )


def tables(page):
    return {t.title: t.rows for chapter in page.chapters for t in chapter.tables}


def test_the_paper_gathers_what_the_leaders_read(facts):
    """Coverage, answers, two readers, the register, what is open; AC1 where five were read twice."""
    found = tables(build_meeting([facts], facts))
    assert found["Runderne"] == (
        ("Undersøgelser, april 2021", "undersøgelser", "10", "8", "1", "1", "7 af 9 medarbejdere"),
    )
    shares = [row[1].replace(HARD_SPACE, " ") for row in found["Svarene"]]
    assert shares == ["7 af 8 (88 %)", "2 af 8 (25 %)"]
    assert [row[1:] for row in found["Enighed mellem to læsere, de seneste 12 måneder"]] == [
        ("6", "5", "0,79"),
        ("2", "2", "–"),
    ]
    assert found["Til drøftelse: de to læsere svarede forskelligt"] == (
        ("S1", "6.1 Spørgsmål 6.1?", "Ja", "Nej"),
    )
    assert found["Læsning og register, de seneste 12 måneder"] == (
        ("6.1 Spørgsmål 6.1?", "3", "2", "0", "3"),
    )
    assert found["Aftaler, der ikke er lukket"] == (
        ("Team Nord", "S1", "Hold et møde (6.1)", "ingen", "56 dage"),
    )


def test_it_names_no_caseworker_and_no_reader(facts):
    """Answers of a caseworker lie with the caseworker's own leader."""
    with Painter() as painter:
        html = Writer(painter).page("ledermoede.html.j2", build_meeting([facts], facts))
    assert "S1" in html
    assert "R1" not in html
    assert "Prøvesen" not in html
    assert "Sæt kryds ved de to eller tre" in html
    assert html.count("☐") == len(build_meeting([facts], facts).proposals) + 2


def test_it_lies_in_a_folder_of_its_own_where_a_plan_has_its_leaders_read(facts):
    """And nowhere for a plan without; the first that has it leads."""
    (paper,) = PAPERS
    assert paper in papers()
    without = replace(facts, plan=facts.plan.model_copy(update={"tilsyn": ()}))
    other = replace(facts, plan=facts.plan.model_copy(update={"plan_id": "plan_2"}))
    assert [name for name, _ in paper.files([without], "ALLE")] == []
    assert [name for name, _ in paper.files([without, facts, other], "ALLE")] == [
        "rapport.html",
        "plan_2.html",
    ]


# themes chosen ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ([("2021-03", "5.1")], ["Valgt om marts 2021. Fra 20 af 100 (20 %) til 40 af 100 (40 %): nået."]),
        ([("2021-04", "5.1")], ["Valgt om april 2021. 40 af 100 (40 %): nået."]),
        ([("2021-05", "5.1")], []),
        ([("2021-02", "5.2"), ("2021-03", "5.1")],
         ["Valgt om marts 2021. Fra 20 af 100 (20 %) til 40 af 100 (40 %): nået."]),
        ([("2021-03", "5.2")], ["Valgt om marts 2021. Ingen at opgøre i perioden."]),
        ([("2021-03", "9.9")], []),
    ],
)  # fmt: skip
def test_the_newest_choice_is_followed_until_there_is_another(file, chosen, told):
    """From the period it was made on; a theme the plan no longer has is left."""
    file.result("5.1", "ALLE", 20, 100, periode="2021-03")
    file.result("5.1", "ALLE", 40, 100)
    facts = with_reading(file.facts(), followed=tuple(Followed(id_, p) for p, id_ in chosen))
    assert [line.text.replace(HARD_SPACE, " ") for line in build_followed(facts, "ALLE")] == told


def test_a_theme_tells_what_was_read_too(file):
    """The two newest rounds that ask about it."""
    march = round_("2021-03")
    facts = with_reading(
        file.facts(),
        followed=(Followed("6.1", "2021-03"),),
        rounds=(march, APRIL),
        answers=(answers(march, 5, 10), answers(APRIL, 7, 8)),
    )
    (line,) = build_followed(facts, "ALLE")
    text = "Læst: 5 af 10 (50 %) i marts 2021, 7 af 8 (88 %) i april 2021."
    assert line.text.replace(HARD_SPACE, " ").endswith(text)


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (((APRIL, 2),), "Læst: 2 af 8 (25 %) i april 2021."),
        ((), "Ingen har læst efter det endnu."),
    ],
)
def test_a_question_that_counts_in_no_indicator_is_followed_as_it_is_read(file, read, told):
    """Without a figure of its own; the committee is told that it is followed, and no counts."""
    facts = with_reading(
        file.facts(),
        followed=(Followed("L1", "2021-03"),),
        rounds=(APRIL,),
        answers=tuple(answers(one, yes, 8, "L1") for one, yes in read),
    )
    alone = facts.plan.maalepunkter[0].model_copy(update={"id": "L1", "indikator": None})
    facts = replace(
        facts, plan=facts.plan.model_copy(update={"maalepunkter": (*facts.plan.maalepunkter, alone)})
    )
    ((own,), (public,)) = build_followed(facts, "ALLE"), build_followed_for_committee(facts, {})
    assert own.label == public.label == f"L1 {alone.ordlyd}"
    assert own.text.replace(HARD_SPACE, " ") == f"Valgt om marts 2021. {told}"
    assert public.text == "Valgt om marts 2021. Det følges, når lederne læser sager."


@pytest.mark.parametrize(
    ("k", "n", "told"),
    [
        (30, 40, "Valgt om 2. kvartal 2021. Fra 25 % til 75 %: nået."),
        (3, 40, "Valgt om 2. kvartal 2021. Ikke nået."),
        (3, 4, "Valgt om 2. kvartal 2021. For få til at konkludere."),
        (0, 0, "Valgt om 2. kvartal 2021. Ingen at opgøre i perioden."),
    ],
)
def test_the_committee_is_told_no_count_of_few(file, k, n, told):
    """Figures only where both may be told; nothing of what was read."""
    file.result("5.1", "ALLE", 10, 40, periode="2021-K2")
    file.calculate("2021-K3")
    file.result("5.1", "ALLE", k, n)
    facts = with_reading(
        file.facts(),
        followed=(Followed("5.1", "2021-K2"),),
        rounds=(APRIL,),
        answers=(answers(APRIL, 7, 8, "5.1"),),
    )
    series = leading(facts, facts.plan.indicator("5.1"), "ALLE")
    shown = {id_: s for (_, id_), s in show_together([series]).items()}
    (line,) = build_followed_for_committee(facts, shown)
    assert line.text.replace(HARD_SPACE, " ") == told


# the caseworker's page -------------------------------------------------------------------------------


def test_an_agreement_comes_back_until_it_is_closed(facts):
    """On the page of the caseworker it was made with, with its age; that page is made for its sake."""
    assert raadgivere(facts.run, "T1") == ("R1",)
    page = build_feedback([facts], "T1", "R1")
    (chapter,) = (c for c in page.chapters if c.title == "Det, I har aftalt")
    assert chapter.tables[0].rows == (("S1", "Hold et møde (6.1)", "ingen", "56 dage"),)
    assert "Det, I har aftalt" not in {c.title for c in build_feedback([facts], "T1", "R2").chapters}


def test_days_over_are_said(facts):
    """From the day after the deadline."""
    late = with_reading(facts, agreement(frist=date(2021, 4, 29)))
    page = build_feedback([late], "T1", "R1")
    assert "29-04-2021 (overskredet med 1 dag)" in repr(page)
