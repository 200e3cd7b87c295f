"""The department's matrix: what is empty, what moved, where a cell leads, and what has no row or column."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports import Reports
from pipeline.reports.blocks.matrix import build_matrix
from pipeline.reports.blocks.team_table import build_team_table
from pipeline.reports.words.values import value_of
from pipeline.reports.words.verdicts import Tone
from tests.reports.test_values import indicator, result


@pytest.fixture
def matrix(file):
    """The department's matrix of April."""
    for team_id, name in (("T1", "Nord"), ("T2", "Syd"), ("T3", "Vest")):
        file.team(team_id, name)

    def matrix():
        return build_matrix(file.facts(), "rapport.html")

    return matrix


def row(matrix, indikator_id):
    (found,) = (r for g in matrix.groups for r in g.rows if r.name.startswith(f"{indikator_id} "))
    return found


def test_what_there_is_nothing_of_is_empty_and_a_team_without_figures_has_no_column(file, matrix):
    """Two indicators of the plan have figures; the others are named below, and so is the team."""
    file.result("5.1", "ALLE", 12, 16)
    file.result("5.1", "T1", 12, 16)
    file.result("5.2", "ALLE", 3, 16)
    file.result("5.2", "T2", 3, 16)
    file.result("5.1", "T2", 0, 0)
    file.result("5.1", "T3", 0, 0)
    found = matrix()
    assert [name for name, _ in found.teams] == ["Nord", "Syd"]
    assert [cell.told for cell in row(found, "5.1").cells] == [True, True, False]
    assert [r.name.partition(" ")[0] for g in found.groups for r in g.rows] == ["5.1", "5.2"]
    without, teams = found.empty
    assert "5.3 Tilbagemelding til faglig underretter" in without
    assert "5.1 Partshøring" not in without
    assert teams == "Team uden tal i perioden: Vest."


def test_a_row_names_its_source_and_the_other_ones_count(file, matrix):
    """5 of 27 reviewed never stands unnamed among register figures; a team none read is lent none."""
    for team_id in ("T1", "T2", "ALLE"):
        file.result("6.1", team_id, 20, 40, leads=False)
        file.result("5.1", team_id, 12, 16)
    for team_id in ("T1", "ALLE"):
        file.result("6.1", team_id, 5, 27, source="tilsyn", leads=True)
    found = matrix()
    reviewed, register = row(found, "6.1"), row(found, "5.1")
    assert (reviewed.source, register.source) == ("sagsgennemgang", "")
    assert reviewed.other.replace(HARD_SPACE, " ") == "register: 20 af 40 (50 %)"
    assert register.other == ""
    assert [cell.count for cell in reviewed.cells] == ["5 af 27", "5 af 27", ""]
    assert (reviewed.cells[-1].figure, reviewed.cells[-1].verdict.words) == ("", "Ingen data")


def test_a_team_behind_leads_to_its_report(file, matrix):
    """Only one that is behind; the unknown team has no report to lead to."""
    for team_id, met in (("ALLE", 0), ("T1", 0), ("T2", 16), ("UKENDT", 0)):
        file.result("5.1", team_id, met, 16)
    found = matrix()
    assert found.teams == (("Nord", "../T1/rapport.html"), ("Syd", "../T2/rapport.html"), ("Ukendt team", ""))
    assert [cell.address for cell in row(found, "5.1").cells] == [
        "#i-5-1", "../T1/rapport.html#i-5-1", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("met", "sign", "tone"),
    [
        ([20] * 6 + [60] * 6, "↗", Tone.GOOD),
        ([60] * 6 + [20] * 6, "↘", Tone.MISSING),
        ([40, 60] * 6, None, None),  # up and down: chance
        ([20] * 4 + [60] * 4, None, None),  # eight months say nothing
    ],
)
def test_an_arrow_says_what_has_become_better_or_worse(file, matrix, met, sign, tone):
    """By the same rule as on the team's own page; a figure that is as it was has none."""
    climb(file, "ALLE", met)
    arrow = row(matrix(), "5.1").cells[0].arrow
    assert (arrow.sign, arrow.tone) == (sign, tone) if sign else arrow is None


def climb(file, team_id, met):
    """Shares of a hundred, month by month up to September 2021."""
    file.calculate("2021-09")
    for month, k in zip(file.months()[-len(met) :], met, strict=True):
        file.result("5.1", team_id, k, 100, periode=month.periode)


def test_the_signs_are_explained_and_read_aloud(file, matrix, report):
    """What stands as a sign alone has its words beside it for those who hear the page."""
    climb(file, "ALLE", [60] * 6 + [20] * 6)
    file.result("5.1", "T1", 5, 100)
    html = report("ALLE")
    signs = re.findall(
        r'<span class="tegn (\w+)" title="([^"]+)"><span aria-hidden="true">(.)</span>'
        r'<span class="skjult">([^<]+)<',
        html,
    )
    assert ("mangler", "Ikke nået", "✗", "Ikke nået") in signs
    assert ("mangler", "dårligere på et år.", "↘", "dårligere på et år.") in signs
    assert len(signs) == html.count('class="tegn ')
    (legend,) = matrix().legend
    assert legend == (
        "✗ ikke nået. ↗ bedre og ↘ dårligere på et år, med mere end tilfældet giver (måned for måned, "
        "mindst 10 måneder). Et tomt felt: ingen at opgøre."
    )


def test_every_address_of_the_departments_page_is_a_written_file(file, plan, tmp_path):
    """A relative one leads to a paper of the same run, and to a place in it."""
    file.team("T1", "Nord")
    for team_id in ("ALLE", "T1"):
        file.result("5.1", team_id, 0, 16)
    Reports(file.database, [plan]).write(tmp_path)
    home = tmp_path / "afdeling"
    html = (home / "rapport.html").read_text(encoding="utf-8")
    addresses = re.findall(r'<a [^>]*href="([^"#][^"]*)"', html)
    assert "../T1/rapport.html#i-5-1" in addresses
    for address in addresses:
        name, _, place = address.partition("#")
        target = Path(home / name).resolve()
        assert target.is_relative_to(tmp_path)
        assert target.is_file()
        assert not place or f'id="{place}"' in target.read_text(encoding="utf-8")


def cases(file, team_id, count, first=0):
    for number in range(first, first + count):
        file.sag(f"{team_id}-{number}", team_id)


def test_overdue_deadlines_are_held_against_open_cases(file, matrix):
    """Three of six cases is more than four of forty; of four cases no rate is told."""
    for team_id, count, overdue in (("T1", 40, 4), ("T2", 6, 3), ("T3", 4, 4)):
        cases(file, team_id, count)
        file.result("5.1", team_id, 1, 16)
        for number in range(overdue):
            file.frist("5.1", team_id, f"U{team_id}{number}", date(2021, 4, 1), sag_id=f"{team_id}-{number}")
    file.sag("LUKKET", "T2", lukket_dato=date(2021, 4, 30))
    file.sag("SENERE", "T2", oprettet_dato=date(2021, 5, 1))
    table = build_team_table(file.facts(), "rapport.html")
    assert [c.name for c in table.columns[:4]] == [
        "Team",
        "Åbne sager",
        "Overskredet nu",
        "Pr. 100 åbne sager",
    ]
    assert [row[:4] for row in table.rows] == [
        ("Syd", "6", "3", "50"), ("Nord", "40", "4", "10"), ("Vest", "4", "4", "–"),
    ]  # fmt: skip


def test_the_last_to_take_a_case_over_has_it(file):
    """By the day made up on; before anybody had it, the first to do so later."""
    file.sag("S1", "T1")
    file.distribute("S1", "T2", date(2021, 4, 30))
    file.distribute("S1", "T3", date(2021, 5, 1))
    file.set_("sager", sag_id="S2", oprettet_dato=date(2021, 1, 1))
    file.distribute("S2", "T3", date(2021, 6, 1))
    file.set_("sager", sag_id="S3", oprettet_dato=date(2021, 1, 1), team_id="T1")
    file.set_("sager", sag_id="S4", oprettet_dato=date(2021, 1, 1))
    assert file.facts().run.open_cases == {"T2": 1, "T3": 1, "T1": 1, "UKENDT": 1}


@pytest.mark.parametrize(
    ("unit", "figure", "then"),
    [("dage", "38,1 dage", "12 dage"), ("kr.", "38,1 kr.", "12 kr."), ("underretninger", "38,1", "12")],
)
def test_a_narrow_cell_keeps_the_units_that_measure(unit, figure, then):
    """Days and kroner; what only names the things counted stands in the title."""
    one = value_of(indicator("median", vaerdienhed=unit, vaerdi_ord="i alt"), "dubu")
    assert (one.narrow(result(38.1, 30)), one.narrow_about(12.0)) == (figure, then)
