"""A plan of a municipality's own, one YAML and one SQL file, from typed extracts to report and mail."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.mailbody import MailFrame
from pipeline.base.periods import read_periode
from pipeline.base.text import HARD_SPACE
from pipeline.definitions.plans import read_plan
from pipeline.reports import Reports, folder_name
from tests.reports.own_plan import plain, publish


@pytest.fixture
def reports(database, own) -> Reports:
    """The second quarter's reports of the plan alone."""
    publish(database, [own], read_periode("2021-K2"), date(2021, 6, 30))
    return Reports(database, [own])


def test_every_kind_of_value_is_told_in_its_own_words(reports, tmp_path):
    """A share of a cadence, a median in days against its start, and a distribution by category."""
    reports.write(tmp_path)
    words = plain((tmp_path / "afdeling" / "rapport.html").read_text(encoding="utf-8"))
    assert "18 af 24 frister for opfølgning blev holdt" not in words
    assert "Medianen er 10,5 dage fra modtagelse til svar (12 underretninger med svar)" in words
    assert "8 åbne sager: 2 i „Ingen kontakter“ og 6 i „Én kontakt“" in words
    assert "i 1. kvartal 2021 var det 41,5 dage" in words
    assert "Bedre end ved start" in words
    assert "udviklingsplan" not in words.casefold()


def test_groups_stand_under_the_indicator_with_the_plans_names(reports):
    """In the plan's order, those with units alone; where all are of one group there is nothing to part."""
    (section,) = reports.page("ALLE").section
    blocks = {block.id: block for block in section.blocks}
    (groups,) = blocks["P1"].tables
    assert (groups.title, [row[0] for row in groups.rows]) == (
        "Foranstaltning",
        ["Aflastning", "Anbringelse"],
    )
    assert blocks["P2"].tables == ()


def test_a_distribution_has_bars_and_a_table_with_every_category(reports):
    """Also the category that nobody is in."""
    (section,) = reports.page("ALLE").section
    block = next(block for block in section.blocks if block.id == "P3")
    (table,) = block.tables
    assert [row[:2] for row in table.rows] == [
        ("Ingen kontakter", "2"),
        ("Én kontakt", "6"),
        ("To eller flere", "0"),
    ]
    assert [bar[:2] for bar in block.curve.bars] == [
        ("Ingen kontakter", 2),
        ("Én kontakt", 6),
        ("To eller flere", 0),
    ]
    assert block.verdict.words == "Milepæl ikke fastsat"


def test_a_chain_without_follow_up_stands_in_the_action_list_with_its_due_day(reports):
    """The two cases nobody has followed up are overdue since the first month, by their measure."""
    over = [
        task
        for team in ("T1", "T2")
        for group in reports.page(team).action_list.overdue.groups
        for task in group.tasks
    ]
    assert {(task.sag, task.unit) for task in over} >= {("S7", "I7"), ("S8", "I8")}
    assert any(
        "P1 Opfølgning til tiden: 146 dage over (skulle være sket senest 04-02-2021)" in task.points
        for task in over
    )


def test_the_activities_nobody_reported_are_not_overdue(reports):
    """A recurring one tells its last times; one with a date that nobody has told of is its own state."""
    (section,) = reports.page("ALLE").section
    told = {a.id: a.verdict for a in section.activities}
    assert told["A1"].words == "Ikke oplyst"
    assert told["A1"].elaboration == (
        "2021-06 ikke oplyst, 2021-05 opfyldt og 2021-04 opfyldt; 4 af 6 gange er ikke oplyst"
    )
    assert told["A2"].words == "Ikke oplyst"


def test_the_committee_is_addressed_by_the_plans_word_and_no_few_are_told(reports, tmp_path):
    """The tracks say what the plan's figures do; a category of two is "under 5" and the sum is kept back."""
    reports.write(tmp_path)
    words = plain((tmp_path / "udvalg" / "rapport.html").read_text(encoding="utf-8"))
    assert "Orientering til Familieudvalget" in words
    assert "P3 Kontakter pr. sag: 6 i „Én kontakt“ og under 5 i hver af de øvrige." in words
    assert "1 af sporets aktiviteter er forfaldet: 1 ikke oplyst." in words
    assert "Kan ikke ses i registrene; forvaltningen orienterer selv om sporet." in words
    assert "8 åbne sager" not in words


def test_two_plans_give_two_pages_that_name_each_other_and_one_mail(database, own, tmp_path):
    """The leading plan's report is rapport.html, the other's is named by its id; the mail tells of both."""
    slagelse = read_plan("slagelse_2021_2023")
    publish(database, [slagelse, own], read_periode("2021-05"), date(2021, 5, 31))
    reports = Reports(database, [slagelse, own])
    reports.write(tmp_path)
    for folder in ("T1", "ALLE"):
        first = (tmp_path / folder_name(folder) / "rapport.html").read_text(encoding="utf-8")
        second = (tmp_path / folder_name(folder) / "proeveplan.html").read_text(encoding="utf-8")
        assert '<a href="proeveplan.html">Rapporten for Tættere på familierne</a>' in first
        assert '<a href="rapport.html">Rapporten for Udviklingsplan 2021-2023</a>' in second
        assert "P2 Tid til svar" not in plain(first)
    with reports.mails() as body:
        mail = body("T1", MailFrame("Prøve Kommune", "rapporter"))
    for part in (plain(mail.html), mail.text):
        assert "Udviklingsplan 2021-2023" in part
        assert "tættere på familierne" in part.casefold()


def test_what_a_mail_shows_is_told_by_keys_that_stay(reports):
    """Every result by plan, indicator, source and period; the same words in every run."""
    shown = {figure.key: figure for figure in reports.shown_figures("ALLE")}
    median = shown["resultat/proeveplan/P2/dubu/kvartal/2021-K2"]
    assert median.label == "P2 Tid til svar (DUBU, 2. kvartal 2021)"
    assert median.value.replace(HARD_SPACE, " ").startswith(
        "10,5 dage (12 underretninger med svar), bedre end ved start"
    )
    assert shown["resultat/proeveplan/P3/dubu/kvartal/2021-K2"].value.startswith("8 åbne sager: 2 i")
    assert shown["frist/proeveplan/P1/overskredet"].label == "P1 Opfølgning til tiden (overskredne frister)"
    assert len(shown) == len(reports.shown_figures("ALLE"))


def test_a_sum_that_another_plan_tells_is_kept_back_too(database, own, tmp_path):
    """The committee reads all plans: where one tells of eight cases, the other's few could be worked out."""
    (distribution,) = (i for i in own.indikatorer if i.id == "P3")
    twin = distribution.model_copy(update={"enhed": "sag", "enhed_flertal": "sager"})
    other = own.model_copy(
        update={"plan_id": "tvilling", "indikatorer": (twin,), "spor": (), "aktiviteter": ()}
    )
    publish(database, [own, other], read_periode("2021-K2"), date(2021, 6, 30))
    database.run("update indikator_fordeling set antal = 6 where plan_id = 'tvilling' and antal > 0")
    database.run("update indikator_resultat set naevner = 13 where plan_id = 'tvilling'")
    Reports(database, [own, other]).write(tmp_path)
    for name, shown in (("rapport", "under 5 i hver af de øvrige"), ("tvilling", "6 i „Ingen kontakter“")):
        assert shown in plain((tmp_path / "udvalg" / f"{name}.html").read_text(encoding="utf-8"))
    database.run("update indikator_fordeling set antal = 5 where plan_id = 'tvilling' and kategori = 'ingen'")
    database.run("update indikator_resultat set naevner = 11 where plan_id = 'tvilling'")
    Reports(database, [own, other]).write(tmp_path)
    told = plain((tmp_path / "udvalg" / "tvilling.html").read_text(encoding="utf-8"))
    assert "vises ikke af hensyn til anonymitet" in told
