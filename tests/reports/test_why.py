"""Why a share has moved, in one sentence where one cause carries it: every form of it, drawn in counts."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports.blocks.why import why, why_of_all
from pipeline.reports.words.series import leading

MARCH = "2021-03"


def plain(text):
    return text.replace(HARD_SPACE, " ")


@pytest.fixture
def said(file, plan):
    """The sentence on 5.1 of a team, or of the department."""

    def said(team_id="ALLE"):
        return plain(why(leading(file.facts(), plan.indicator("5.1"), team_id)))

    return said


@pytest.fixture
def teams(file):
    """Results by team in March and April, and the department's, which are their sums."""
    file.team("T1", "Nord")
    file.team("T2", "Syd")

    def teams(**counts):
        whole = [0, 0, 0, 0]
        for team_id, (k0, n0, k, n) in counts.items():
            file.result("5.1", team_id, k0, n0, periode=MARCH)
            file.result("5.1", team_id, k, n)
            whole = [a + b for a, b in zip(whole, (k0, n0, k, n), strict=True)]
        file.result("5.1", "ALLE", *whole[:2], periode=MARCH)
        file.result("5.1", "ALLE", *whole[2:])

    return teams


def groups(file, team_id, periode, **counts):
    for name, (k, n) in counts.items():
        file.set_(
            "indikator_gruppe", plan_id=file.plan.plan_id, indikator_id="5.1", kilde="dubu",
            periodetype="maaned", periode=periode, team_id=team_id, gruppe=name, taeller=k, naevner=n,
            undtaget=0, afventer=0, vaerdi=100 * k / n,
        )  # fmt: skip


def test_one_team_carries_a_fall(teams, said):
    """Its own move, and that of all the others."""
    teams(T1=(24, 30, 5, 30), T2=(56, 70, 56, 70))
    assert said() == (
        "Faldet fra 80 % til 61 % siden marts 2021 ligger mest i ét team: Nord gik fra 80 % til 17 %; "
        "de øvrige er uændret 80 %."
    )


def test_one_team_carries_a_rise(teams, said):
    """A rise is told the same way."""
    teams(T1=(5, 30, 27, 30), T2=(56, 70, 53, 70))
    assert said() == (
        "Stigningen fra 61 % til 80 % siden marts 2021 ligger mest i ét team: Nord gik fra 17 % til 90 %; "
        "de øvrige gik fra 80 % til 76 %."
    )


def test_a_team_is_never_told_of_another(teams, said):
    """On a team's own page its figure is not parted by team."""
    teams(T1=(24, 30, 5, 30), T2=(56, 70, 56, 70))
    assert said("T1") == ""


def test_nothing_is_said_where_all_fell_alike(teams, said):
    """No one team carries it."""
    teams(T1=(40, 50, 30, 50), T2=(40, 50, 28, 50))
    assert said() == ""


def test_nothing_is_said_of_what_may_be_chance(teams, said):
    """Four of ten may be chance."""
    teams(T1=(8, 10, 4, 10), T2=(16, 20, 16, 20))
    assert said() == ""


def test_units_that_are_shared_otherwise_among_the_teams(teams, said):
    """Each team does as it did, but the one that is late has got most of them."""
    teams(T1=(72, 80, 36, 40), T2=(8, 20, 24, 60))
    assert said() == (
        "Faldet fra 80 % til 60 % siden marts 2021 skyldes mest, at underretninger fordeler sig anderledes "
        "på teamene: fordelt som i marts 2021 var det 80 %."
    )


def test_teams_that_do_not_add_up_are_not_parted_by(file, teams, said):
    """A figure that is not known for every team says nothing of one."""
    teams(T1=(24, 30, 5, 30), T2=(56, 70, 56, 70))
    file.database.run("delete from indikator_resultat where team_id = 'T2' and periode = '2021-03'")
    assert said() == ""


def test_one_group_carries_it(file, teams, said):
    """A team is told of the groups its plan tells apart."""
    teams(T1=(80, 100, 61, 100))
    groups(file, "T1", MARCH, ny=(24, 30), genvurdering=(56, 70))
    groups(file, "T1", "2021-04", ny=(5, 30), genvurdering=(56, 70))
    assert said("T1") == (
        "Faldet fra 80 % til 61 % siden marts 2021 ligger mest i én gruppe: „Nye sager“ gik fra 80 % til "
        "17 %; resten er uændret 80 %."
    )


def test_units_that_are_shared_otherwise_among_the_groups(file, teams, said):
    """Each group did as before, but there are more of the late ones."""
    teams(T1=(80, 100, 60, 100))
    groups(file, "T1", MARCH, ny=(72, 80), genvurdering=(8, 20))
    groups(file, "T1", "2021-04", ny=(36, 40), genvurdering=(24, 60))
    assert said("T1").endswith("fordeler sig anderledes på grupperne: fordelt som i marts 2021 var det 80 %.")


def test_late_registration_is_said_before_everything_else(file, teams, said):
    """March was shown as 20 of 100; it is 80 now, and April is 82: nothing has happened in April."""
    file.calculate(MARCH)
    file.result("5.1", "ALLE", 20, 100)
    file.publish_earlier()
    file.database.run("delete from indikator_resultat")
    file.calculate("2021-04")
    teams(T1=(24, 30, 5, 30), T2=(56, 70, 77, 70 + 10))
    assert said() == (
        "Forskellen fra det, der sidst blev vist (20 %), er mest sen registrering: marts 2021 er siden "
        "steget til 80 %."
    )


def taken_over(file, number, count, met):
    """Units of the month that came from another team a week before their deadline."""
    day = date(2021, 4, 20)
    for i in range(count):
        file.sag(f"S{number}{i}", "T9")
        file.distribute(f"S{number}{i}", "T1", date(2021, 4, 13))
        file.shortfall(
            "5.1", "T1", f"U{number}{i}", sag_id=f"S{number}{i}", frist=day, team_siden=date(2021, 4, 13),
            udfald="opfyldt" if i < met else "ikke_opfyldt",
        )  # fmt: skip


def test_cases_that_changed_team_at_the_last_moment(file, teams, said):
    """Told to the team that took them over, and to the department."""
    teams(T1=(80, 100, 61, 100))
    taken_over(file, 1, count=24, met=2)
    expected = (
        "Faldet fra 80 % til 61 % siden marts 2021 ligger mest i det, der skiftede team i fristens sidste "
        "14 dage (2 af 24 opfyldt); resten gik fra 80 % til 78 %."
    )
    assert (said("T1"), said()) == (expected, expected)


def test_few_cases_taken_over_are_no_reason(file, teams, said):
    """Four give no percent, and are nobody's reason."""
    teams(T1=(80, 100, 76, 100))
    taken_over(file, 1, count=4, met=0)
    assert said("T1") == ""


def test_the_department_hears_of_the_largest_changes_first(file, teams, plan):
    """By points, whichever way."""
    teams(T1=(24, 30, 5, 30), T2=(56, 70, 56, 70))
    for k0, n0, team_id in ((24, 30, "T1"), (56, 70, "T2"), (80, 100, "ALLE")):
        file.result("5.2", team_id, k0, n0, periode=MARCH)
        file.result("5.2", team_id, k0 - (24 if team_id != "T2" else 0), n0)
    facts = file.facts()
    told = plain(why_of_all([leading(facts, plan.indicator(id_), "ALLE") for id_ in ("5.1", "5.2")]))
    assert told.startswith("5.2 Faglig vurdering inden for 4 uger: faldet fra 80 % til 56 %")
    assert "5.1 Partshøring inden for 14 dage: faldet fra 80 % til 61 %" in told
