"""The team's first screen: what matters most, milestones worst first with their way, marks on the figures."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipeline.base.periods import read_periode, shifted
from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.first import build_first
from pipeline.reports.blocks.marks import build_marks
from pipeline.reports.blocks.milestones import build_milestones
from pipeline.reports.words.series import leading

DECEMBER = "2021-12"


@pytest.fixture
def december(file):
    """December 2021: two missed (one far behind), one too uncertain, one reached, one of few, one of none."""
    file.calculate(DECEMBER)
    file.team("T1", "Team Nord")
    for id_, k, n in (("5.1", 30, 40), ("5.3", 4, 40), ("5.2", 14, 20), ("6.1", 40, 40), ("3.3", 1, 3)):
        file.result(id_, "T1", k, n)
    file.result("6.2", "T1", 0, 0)
    file.result("1.1", "T1", 9, 9)
    return file


def rows(file):
    return build_milestones(file.facts(), "T1").rows


def first_screen(file):
    facts = file.facts()
    return build_first([facts], facts, "T1")


def test_the_worst_stands_first(december):
    """Missed ones by how far behind, then the uncertain, then the reached."""
    assert [(row.id, row.verdict.short) for row in rows(december)] == [
        ("5.3", "Ikke nået"), ("5.1", "Ikke nået"), ("5.2", "For få"), ("6.1", "Nået"),
    ]  # fmt: skip


def test_every_figure_of_a_row_is_the_published_one(december):
    """Figure, count and milestone are those of the published result, shown as everywhere."""
    published = {
        r["indikator_id"]: r
        for r in december.database.fetch("from indikator_resultat")
        if r["periode"] == DECEMBER and r["team_id"] == "T1"
    }
    for row in rows(december):
        r = published[row.id]
        percent = round(100 * r["taeller"] / r["naevner"])
        assert row.figure.replace(HARD_SPACE, " ") == f"{percent} %"
        assert row.count == f"{r['taeller']} af {r['naevner']:.0f}"
        assert row.target.replace(HARD_SPACE, " ") == f"{r['milepael_procent']:.0f} %"


def test_what_has_none_too_few_or_nothing_folds_into_one_line(december):
    """Counted by why; each stands in the fold, so nothing of the plan is left out."""
    found, plan = build_milestones(december.facts(), "T1"), december.plan
    assert re.fullmatch(r"\d+ uden sager, 1 med for få sager og 1 uden milepæl", found.folded)
    assert {row.name.split()[0] for row in found.rest} | {row.id for row in found.rows} == {
        i.id for i in plan.indikatorer
    }


def test_a_milestone_just_come_into_force_explains_why_it_is_missed(december):
    """5.1 and 5.3 rose to 100 % on the last day of December."""
    first = first_screen(december)
    assert first.lead == "2 af 4 milepæle er ikke nået; alle gælder fra den 31. december 2021."
    assert first.more == "Ingen frister forfalder til og med søndag 9/1."


def test_a_figure_held_against_the_start_is_no_milestone(december):
    """Counted by itself; in its row stands what it was, without the unit the title names."""
    december.value("4.6", "T1", 20.0, 12, status="daarligere", baseline_vaerdi=10.5, baseline_naevner=9)
    first = first_screen(december)
    assert "2 af 4 milepæle er ikke nået" in first.lead
    assert first.lead.endswith(" 1 af 1 tal er dårligere end ved start.")
    (row,) = (row for row in first.milestones.rows if row.since_start)
    assert (row.id, row.figure, row.target) == ("4.6", "20 dage", "ved start 10,5 dage")


def test_only_milestones_to_come_make_a_column(december):
    """The column of the next milestone stands where one of the rows has one."""
    december.result("6.4", "T1", 10, 20)
    assert build_milestones(december.facts(), "T1").has_next
    december.database.run("update indikator_resultat set naeste_procent = null, naeste_dato = null")
    assert not build_milestones(december.facts(), "T1").has_next


def test_the_first_sentence_is_a_childs_safety(december):
    """Before what falls this week, and before the milestones."""
    december.frist("5.4", "T1", "U1", date(2021, 12, 28))
    december.frist("5.4", "T1", "U2", date(2021, 12, 30))
    december.frist("5.1", "T1", "U3", date(2022, 1, 4))
    first = first_screen(december)
    assert first.lead == "2 underretninger mangler 24-timers vurdering."
    assert first.more.startswith("1 frist forfalder til og med søndag 9/1. 2 af 4 milepæle")
    assert first.subject == "2 mangler 24-timers vurdering · 1 frist til og med uge 1"


NEW = "1 underretning mangler 24-timers vurdering"
OLD = [date(2021, 10, day) for day in (1, 12)]
"""Days more than a month before the December that is reported."""


def lay(file, team_id, days, indikator_id="5.4"):
    for day in days:
        file.frist(indikator_id, team_id, f"{team_id}-{indikator_id}-{day}", day)


@pytest.mark.parametrize(
    ("new", "old", "lead", "subject"),
    [
        (1, 2, f"{NEW}; 2 ældre 24-timers vurderinger er", "1 mangler 24-timers vurdering · 2 ældre"),
        (0, 2, "2 ældre 24-timers vurderinger er", "2 ældre 24-timers vurderinger"),
        (0, 1, "1 ældre 24-timers vurdering er", "1 ældre 24-timers vurdering"),
    ],
)
def test_old_deadlines_on_a_childs_safety_are_a_clause_of_their_own(december, new, old, lead, subject):
    """Apart from the month's own, in the headline and in the mail's subject."""
    lay(december, "T1", [date(2021, 12, 28)][:new] + OLD[:old])
    first = first_screen(december)
    assert (first.lead, first.subject) == (f"{lead} ikke registreret.", f"{subject} ikke registreret")


def test_an_old_one_of_which_the_plan_names_no_deed_says_what_it_lacks(december, monkeypatch):
    """The plan's words for a passed deadline, marked as old."""
    monkeypatch.setitem(december.plan.indicator("5.4").handling.__dict__, "gerning", None)
    lay(december, "T1", OLD)
    assert first_screen(december).lead == "2 ældre underretninger mangler 24-timers vurdering."


def test_several_kinds_of_old_deeds_share_a_clause(december, monkeypatch):
    """Each with its number in the headline; a subject has room for their sum."""
    hearing = december.plan.indicator("5.1").handling
    monkeypatch.setitem(hearing.__dict__, "alvor", "barnets_sikkerhed")
    monkeypatch.setitem(hearing.__dict__, "gerning", ("partshøring", "partshøringer"))
    lay(december, "T1", OLD)
    lay(december, "T1", OLD[:1], "5.1")
    first = first_screen(december)
    told = "1 ældre partshøring og 2 ældre 24-timers vurderinger er ikke registreret."
    assert (first.lead, first.subject) == (told, "3 ældre ikke registreret")


def test_the_department_hears_of_every_teams(december):
    """Its headline counts all teams; its subject ends with the milestones, for it has no week's list."""
    december.team("T2", "Team Syd")
    december.result("5.1", "ALLE", 30, 40)
    lay(december, "T1", [date(2021, 12, 28), OLD[0]])
    lay(december, "T2", [OLD[1]])
    facts = december.facts()
    first = build_first([facts], facts, "ALLE")
    assert first.week is None
    assert first.lead == f"{NEW}; 2 ældre 24-timers vurderinger er ikke registreret."
    assert first.more.startswith("1 af 1 milepæl er ikke nået;")
    assert first.subject == (
        "1 mangler 24-timers vurdering · 2 ældre ikke registreret · 1 af 1 milepæl ikke nået"
    )


def test_level_and_way_stand_side_by_side(december):
    """Missed and better is no contradiction: the milestone rose faster than the figure."""
    climb = (8, 9, 8, 12, 14, 15, 18, 22, 24, 23, 26, 28)
    for back, k in enumerate(reversed(climb), start=1):
        december.result("5.1", "T1", k, 40, periode=shifted(read_periode(DECEMBER), -back).periode)
    (row,) = (row for row in rows(december) if row.id == "5.1")
    assert (row.verdict.short, row.way.words) == ("Ikke nået", "bedre på et år")
    assert row.way.told == (
        f"Steget fra 20{HARD_SPACE}% i december 2020 til 75{HARD_SPACE}% i december 2021."
    )


def test_what_is_not_registered_is_marked_on_the_figures_it_touches(december):
    """An underretning without a time of day touches 5.4, which is judged by the clock, and not 5.1."""
    december.leverance().sag("S1", "T1")
    december.set_(
        "underretninger", underretning_id="U1", sag_id="S1", modtaget_tidspunkt=date(2021, 12, 1),
        modtaget_tidspunkt_har_klokkeslaet=False,
    )  # fmt: skip
    facts = december.facts()
    marks = {
        id_: [
            (m.sign, m.text, m.address) for m in build_marks(leading(facts, facts.plan.indicator(id_), "T1"))
        ]
        for id_ in ("5.1", "5.4")
    }
    assert marks == {"5.1": [], "5.4": [("□", "1 mangler nok i registret", "registrering.html")]}


def test_a_period_that_is_not_over_and_sources_that_disagree_are_marked(december):
    """The other source judges otherwise, with enough to judge by; and the extract is of the 20th."""
    december.result("5.1", "T1", 40, 40, source="tilsyn", leads=False)
    december.database.run("update opgoerelse set foreloebig = true")
    facts = december.facts()
    marks = build_marks(leading(facts, facts.plan.indicator("5.1"), "T1"))
    assert [(m.sign, m.text.replace(HARD_SPACE, " ")) for m in marks] == [
        ("≠", "sagsgennemgang: 100 %, nået"), ("◔", "foreløbigt"),
    ]  # fmt: skip


def test_a_row_leads_to_its_indicator_its_cases_and_the_papers_beside(december, report):
    """Every link inside the page has its place, and the cases lead to workbook and registration list."""
    december.frist("5.1", "T1", "U3", date(2022, 1, 4))
    html = report("T1")
    inside = set(re.findall(r'href="#([^"]+)"', html))
    assert {"i-5-1", "milepaele", "uge", "handlingsliste"} <= inside
    assert inside <= set(re.findall(r'\bid="([^"]+)"', html))
    block = html[html.index('aria-labelledby="i-5-1"') :]
    block = block[: block.index("</article>")]
    assert '<table class="raekker" id="s-i-5-1">' in block
    assert 'href="handlingsliste.xlsx"' in block
    assert 'href="feedback/R1.html"' in block
