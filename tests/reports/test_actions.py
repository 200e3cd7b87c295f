"""The action list: what pulls a percent down, what is overdue now, what is coming."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reports.facts import hent_grundlag
from pipeline.reports.page.actions import byg_handleliste, byg_uden_hold


@pytest.fixture
def liste(fil, plan):
    """A team's list; without a team, what the department's report holds."""

    def liste(team_id: str | None = "T1"):
        grundlag = hent_grundlag(fil.database)
        return byg_handleliste(grundlag, plan, team_id) if team_id else byg_uden_hold(grundlag, plan)

    return liste


def raekker(tabel):
    return [dict(zip((k.navn for k in tabel.kolonner), raekke, strict=True)) for raekke in tabel.raekker]


def test_overdue_is_oldest_first_across_indicators(fil, liste):
    """One list, oldest deadline first, whatever indicator or period it belongs to."""
    fil.frist("5.2", "T1", "U2", date(2021, 3, 1), sag_id="S2", raadgiver_id="R2")
    fil.frist("5.1", "T1", "U1", date(2020, 11, 1))
    fil.frist("5.1", "T1", "U3", date(2021, 4, 30), sag_id=None, raadgiver_id=None)
    assert [tuple(r.values()) for r in raekker(liste().overskredet)] == [
        ("01-11-2020", "180", "5.1 Partshøring inden for 14 dage", "S1", "U1", "R1"),
        ("01-03-2021", "60", "5.2 Faglig vurdering inden for 4 uger", "S2", "U2", "R2"),
        ("30-04-2021", "0", "5.1 Partshøring inden for 14 dage", "–", "U3", "–"),
    ]
    kolonner = [k.navn for k in liste().overskredet.kolonner]
    assert kolonner == ["Frist", "Dage over", "Indikator", "Sag", "Enhed", "Rådgiver"]


def test_coming_deadlines_are_split_at_fourteen_days(fil, liste):
    """All coming deadlines are listed, the next fourteen days apart from the later ones."""
    fil.frist("5.1", "T1", "U1", date(2021, 5, 14))
    fil.frist("5.1", "T1", "U2", date(2021, 5, 15))
    assert [r["Enhed"] for r in raekker(liste().snart)] == ["U1"]
    assert [(r["Enhed"], r["Dage til"]) for r in raekker(liste().senere)] == [("U2", "15")]


def test_each_unmet_unit_of_the_period_with_its_reason(fil, liste):
    """By indicator in the plan's order, oldest first within it, with reason and how late."""
    fil.mangel("6.1", "T1", "B1", dag=date(2021, 4, 9), aarsag="indhold")
    fil.mangel("5.1", "T1", "U2", frist=date(2021, 4, 20))
    fil.mangel("5.1", "T1", "U1", frist=date(2021, 4, 10), dag=date(2021, 4, 15), aarsag="for_sent")
    fil.mangel("5.1", "T1", "U3", frist=date(2021, 4, 11), udfald="opfyldt")
    partshoering, plan_ = liste().traekker_ned
    assert (partshoering.titel, plan_.titel) == (
        "5.1 Partshøring inden for 14 dage",
        "6.1 Skriftlig undersøgelsesplan",
    )
    assert [(r["Frist"], r["Dage over"], r["Årsag"], r["Enhed"]) for r in raekker(partshoering)] == [
        ("10-04-2021", "5", "For sent", "U1"),
        ("20-04-2021", "10", "Mangler", "U2"),
    ]
    assert [(r["Dato"], r["Årsag"]) for r in raekker(plan_)] == [("09-04-2021", "Indhold")]


def test_stock_that_is_late_counts_from_its_due_day(fil, liste):
    """7.7: the last meeting lies before the due day, so the days run to the day of the count."""
    fil.mangel("7.7", "T1", "I1", frist=date(2021, 4, 1), dag=date(2020, 10, 1), aarsag="for_sent")
    assert raekker(liste().traekker_ned[0])[0]["Dage over"] == "29"


def test_a_deadline_missed_by_content_has_no_days(fil, liste):
    """4.4: what went wrong is not that it came late."""
    fil.mangel("4.4", "T1", "I1", frist=date(2021, 4, 1), dag=date(2021, 1, 1), aarsag="indhold")
    assert raekker(liste().traekker_ned[0])[0]["Dage over"] == "–"


def test_case_review_is_marked_and_surveys_are_left_out(fil, liste):
    """What a review saw stands apart from what the register says; survey answers belong to no case."""
    fil.mangel("6.1", "T1", "TS1", kilde="tilsyn", dag=date(2021, 4, 9))
    fil.mangel("6.1", "T1", "B1", dag=date(2021, 4, 9))
    fil.mangel("1.1", "T1", "TS2", dag=date(2021, 4, 9))
    fil.mangel("1.3", None, "SV1", sag_id=None, dag=date(2021, 4, 9))
    assert [(t.titel, raekker(t)[0]["Enhed"]) for t in liste().traekker_ned] == [
        ("1.1 ICS anvendt i sagen", "TS2"),
        ("6.1 Skriftlig undersøgelsesplan", "B1"),
        ("6.1 Skriftlig undersøgelsesplan, sagsgennemgang", "TS1"),
    ]


def test_units_are_named_only_where_they_are_not_the_case_itself(fil, liste):
    """A meeting shows its date, a case is not repeated."""
    fil.mangel("3.3", "T1", "S1@2021-04-07", dag=date(2021, 4, 7))
    fil.mangel("7.11", "T1", "S1")
    moede, sag = liste().traekker_ned
    assert raekker(moede)[0]["Enhed"] == "Møde 07-04-2021"
    assert raekker(sag)[0]["Enhed"] == "–"


def test_the_department_holds_what_no_report_holds(fil, liste):
    """Cases of UKENDT, and of a team without a report of its own, stand in the department's list alone."""
    fil.resultat("5.1", "T1", 1, 1)
    fil.resultat("5.1", "UKENDT", 1, 1)
    for team_id in ("T1", "UKENDT", "T-lukket"):
        fil.frist("5.1", team_id, f"U-{team_id}", date(2021, 4, 1))
        fil.mangel("5.1", team_id, f"M-{team_id}", frist=date(2021, 4, 1))
    assert {r["Enhed"] for r in raekker(liste(None).overskredet)} == {"U-UKENDT", "U-T-lukket"}
    assert {r["Enhed"] for r in raekker(liste(None).traekker_ned[0])} == {"M-UKENDT", "M-T-lukket"}


def test_an_empty_list_says_so(liste):
    """Nothing to do is a sentence, not an empty table."""
    tom = liste()
    assert tom.overskredet.tom == "Ingen åbne frister er overskredet."
    assert tom.tom == "Ingen enheder trækker procenterne ned i april 2021."
    assert not tom.traekker_ned
