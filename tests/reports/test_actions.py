"""The action list: what pulls a percent down, what is overdue now, what is coming; by caseworker and unit."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reports.facts import hent_grundlag
from pipeline.reports.page.actions import UFOLDET_HOEJST, byg_ark, byg_handleliste, byg_uden_hold


@pytest.fixture
def liste(fil, plan):
    """A team's list; without a team, what the department's report holds."""

    def liste(team_id: str | None = "T1"):
        grundlag = hent_grundlag(fil.database)
        return byg_handleliste(grundlag, plan, team_id) if team_id else byg_uden_hold(grundlag, plan)

    return liste


@pytest.fixture
def ark(fil, plan):
    """A team's sheets by name, as dictionaries by column."""

    def ark(team_id: str = "T1"):
        return {
            et.navn: [dict(zip(et.kolonner, raekke, strict=True)) for raekke in et.raekker]
            for et in byg_ark(hent_grundlag(fil.database), plan, {team_id})
        }

    return ark


def enheder(opgaver):
    return [(g.navn, o.sag, o.enhed, o.punkter) for g in opgaver.grupper for o in g.opgaver]


def test_a_unit_is_one_row_with_everything_that_is_missing(fil, liste):
    """However many deadlines a unit has missed it is one row, under its caseworker, oldest first."""
    fil.frist("5.2", "T1", "U1", date(2021, 3, 1))
    fil.frist("5.1", "T1", "U1", date(2020, 11, 1))
    fil.frist("5.1", "T1", "U2", date(2021, 4, 30), sag_id="S2", raadgiver_id="R0")
    fil.frist("5.1", "T1", "U3", date(2021, 4, 29), sag_id=None, raadgiver_id=None)
    over = liste().overskredet
    assert enheder(over) == [
        ("R0", "S2", "U2", ("5.1 Partshøring inden for 14 dage: udløbet samme dag (frist 30-04-2021)",)),
        ("R1", "S1", "U1", (
            "5.1 Partshøring inden for 14 dage: 180 dage over (frist 01-11-2020)",
            "5.2 Faglig vurdering inden for 4 uger: 60 dage over (frist 01-03-2021)",
        )),
        ("Uden kendt rådgiver", "–", "U3", (
            "5.1 Partshøring inden for 14 dage: 1 dag over (frist 29-04-2021)",
        )),
    ]  # fmt: skip
    assert over.antal == "3 enheder, 4 frister"


def test_a_caseworkers_heading_says_how_many_and_how_old(fil, liste):
    """A leader sees whom to talk to first before opening anything."""
    fil.frist("5.1", "T1", "U1", date(2020, 11, 1))
    fil.frist("5.1", "T1", "U2", date(2021, 4, 1))
    fil.frist("5.1", "T1", "U3", date(2021, 4, 2), raadgiver_id="R2")
    assert [g.antal for g in liste().overskredet.grupper] == [
        "2 enheder, den første 1. november 2020",
        "1 enhed, fra 2. april 2021",
    ]


def test_a_long_list_is_folded(fil, liste):
    """A short list stands open on the screen, a long one by caseworker only."""
    for nr in range(UFOLDET_HOEJST):
        fil.frist("5.1", "T1", f"U{nr:02}", date(2021, 4, 1))
    assert liste().overskredet.kort
    fil.frist("5.1", "T1", "U-sidste", date(2021, 4, 1))
    assert not liste().overskredet.kort


def test_coming_deadlines_are_split_at_fourteen_days(fil, liste):
    """All coming deadlines are listed, the next fourteen days apart from the later ones."""
    fil.frist("5.1", "T1", "U1", date(2021, 5, 14))
    fil.frist("5.1", "T1", "U2", date(2021, 5, 15))
    assert [e[2] for e in enheder(liste().snart)] == ["U1"]
    ((_, _, enhed, punkter),) = enheder(liste().senere)
    assert (enhed, punkter) == (
        "U2",
        ("5.1 Partshøring inden for 14 dage: 15 dage tilbage (frist 15-05-2021)",),
    )


def test_each_unmet_unit_of_the_period_with_its_reason(fil, liste):
    """Oldest first, with reason and how late; what was met is not in it."""
    fil.mangel("6.1", "T1", "B1", dag=date(2021, 4, 9), aarsag="indhold")
    fil.mangel("5.1", "T1", "U2", frist=date(2021, 4, 20))
    fil.mangel("5.1", "T1", "U1", frist=date(2021, 4, 10), dag=date(2021, 4, 15), aarsag="for_sent")
    fil.mangel("5.1", "T1", "U3", frist=date(2021, 4, 11), udfald="opfyldt")
    assert [(e[2], e[3]) for e in enheder(liste().traekker_ned)] == [
        ("B1", ("6.1 Skriftlig undersøgelsesplan: indhold (09-04-2021)",)),
        ("U1", ("5.1 Partshøring inden for 14 dage: for sent, 5 dage over (frist 10-04-2021)",)),
        ("U2", ("5.1 Partshøring inden for 14 dage: mangler, 10 dage over (frist 20-04-2021)",)),
    ]
    assert liste().traekker_ned.antal == "3 enheder, 3 mangler"


def test_stock_that_is_late_counts_from_its_due_day(fil, ark):
    """7.7: the last meeting lies before the due day, so the days run to the day of the count."""
    fil.mangel("7.7", "T1", "I1", frist=date(2021, 4, 1), dag=date(2020, 10, 1), aarsag="for_sent")
    assert ark()["Trækker ned"][0]["Dage over"] == 29


def test_a_deadline_missed_by_content_has_no_days(fil, ark):
    """4.4: what went wrong is not that it came late."""
    fil.mangel("4.4", "T1", "I1", frist=date(2021, 4, 1), dag=date(2021, 1, 1), aarsag="indhold")
    assert ark()["Trækker ned"][0]["Dage over"] is None


def test_case_review_is_marked_and_surveys_are_left_out(fil, liste, ark):
    """What a review saw is told apart from what the register says; survey answers belong to no case."""
    fil.mangel("6.1", "T1", "TS1", kilde="tilsyn", dag=date(2021, 4, 9))
    fil.mangel("6.1", "T1", "B1", dag=date(2021, 4, 9))
    fil.mangel("1.1", "T1", "TS2", dag=date(2021, 4, 9))
    fil.mangel("1.3", None, "SV1", sag_id=None, dag=date(2021, 4, 9))
    punkter = {e[2]: e[3][0] for e in enheder(liste().traekker_ned)}
    assert punkter.keys() == {"TS1", "B1", "TS2"}
    assert [enhed for enhed, punkt in punkter.items() if punkt.endswith(", sagsgennemgang")] == ["TS1"]
    assert {r["Enhed"]: r["Kilde"] for r in ark()["Trækker ned"]} == {
        "TS1": "Sagsgennemgang", "TS2": "Sagsgennemgang", "B1": "Register",
    }  # fmt: skip


def test_units_are_named_only_where_they_are_not_the_case_itself(fil, liste):
    """A meeting shows its date, a case is not repeated."""
    fil.mangel("3.3", "T1", "S1@2021-04-07", dag=date(2021, 4, 7))
    fil.mangel("7.11", "T1", "S1")
    assert {e[2] for e in enheder(liste().traekker_ned)} == {"Møde 07-04-2021", "Sagen"}


def test_the_department_holds_what_no_report_holds(fil, liste):
    """Cases of UKENDT, and of a team without a report of its own, stand in the department's list alone."""
    fil.resultat("5.1", "T1", 1, 1)
    fil.resultat("5.1", "UKENDT", 1, 1)
    for team_id in ("T1", "UKENDT", "T-lukket"):
        fil.frist("5.1", team_id, f"U-{team_id}", date(2021, 4, 1))
        fil.mangel("5.1", team_id, f"M-{team_id}", frist=date(2021, 4, 1))
    assert {e[2] for e in enheder(liste(None).overskredet)} == {"U-UKENDT", "U-T-lukket"}
    assert {e[2] for e in enheder(liste(None).traekker_ned)} == {"M-UKENDT", "M-T-lukket"}


def test_an_empty_list_says_so(liste):
    """Nothing to do is a sentence, not an empty table."""
    tom = liste()
    assert tom.overskredet.tom == "Ingen åbne frister er overskredet."
    assert tom.traekker_ned.tom == "Ingen enheder trækker procenterne ned i april 2021."
    assert not tom.traekker_ned.grupper


def test_the_sheets_hold_real_dates_and_every_row(fil, ark):
    """Dates are dates and days numbers, one row per deadline, so that a leader can sort and filter."""
    fil.frist("5.1", "T1", "U1", date(2021, 4, 1))
    fil.frist("5.2", "T1", "U1", date(2021, 5, 9))
    fil.frist("5.1", "T1", "U2", date(2021, 8, 1))
    fil.frist("5.1", "T2", "U3", date(2021, 8, 1))
    alle = ark()
    assert list(alle) == ["Overskredet", "Kommende", "Trækker ned"]
    (over,) = alle["Overskredet"]
    assert (over["Frist"], over["Dage"], over["Indikator"], over["Enhed"]) == (
        date(2021, 4, 1),
        29,
        "5.1",
        "U1",
    )
    assert [r["Enhed"] for r in alle["Kommende"]] == ["U1", "U2"]
