"""The made-up municipality looks like the one it is said to be; read from the samples alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from pipeline.periods import laeg_maaneder_til
from tests.synthetic.laesning import PROEVER, dato, gode, tid

DECEMBER, AUGUST = PROEVER / "2021-12-31", PROEVER / "2021-08-31"
SIDST = date(2021, 12, 31)


def extract(navn: str, mappe=DECEMBER):
    return gode(mappe / f"{navn}.csv")


def underretninger(aar: int):
    return [r for r in extract("underretninger") if dato(r["modtaget_tidspunkt"]).year == aar]


def andel(sande) -> float:
    sande = list(sande)
    return 100 * sum(sande) / len(sande)


@pytest.mark.parametrize("aar", [2020, 2021])
def test_about_2300_notifications_a_year_17_for_each_child(aar):
    """2,300 notifications a year, 1.7 for each child notified."""
    aarets = underretninger(aar)
    boern = {r["sag_id"] or r["barn_id"] for r in aarets}
    assert 2200 <= len(aarets) <= 2400
    assert 1.6 <= len(aarets) / len(boern) <= 1.8


def test_who_notifies():
    """21 % school, 20 % health, 12 % police: seen in the municipality's own words alone."""
    ord_ = Counter(r["underretter_type"] for r in extract("underretninger", AUGUST))
    for ventet, navn in ((21, "Skole"), (20, "Sundhedspleje"), (12, "Politi")):
        assert ventet - 2 <= 100 * ord_[navn] / ord_.total() <= ventet + 2, navn
    koder = Counter(r["underretter_type"] for r in extract("underretninger"))
    assert set(koder) == {"fagperson", "privat", "anonym", "myndighed"}


def test_mondays_are_busy_weekends_and_july_quiet():
    """Most on Mondays, few on weekends, July the quietest month by far."""
    dage = [dato(r["modtaget_tidspunkt"]) for r in extract("underretninger")]
    ugedag, maaned = Counter(d.weekday() for d in dage), Counter(d.month for d in dage)
    assert ugedag[0] > 1.15 * max(ugedag[n] for n in range(1, 7))
    assert ugedag[5] + ugedag[6] < ugedag[1]
    assert maaned[7] < 0.6 * (sum(maaned.values()) - maaned[7]) / 11


def test_siblings_are_notified_together():
    """Children of one family often share a notification: the same minute, the same kind of person."""
    familie = {r["sag_id"]: r["familie_id"] for r in extract("sager")}
    samtidige = defaultdict(list)
    for r in underretninger(2021):
        if r["sag_id"]:
            samtidige[familie[r["sag_id"]], r["modtaget_tidspunkt"]].append(r)
    flere = [g for g in samtidige.values() if len(g) > 1]
    assert len(flere) > 100
    assert all(len({r["underretter_type"] for r in g}) == 1 for g in flere)


def test_some_notifications_lead_to_no_case():
    """A quarter to a half carry a child alone."""
    assert 25 <= andel(not r["sag_id"] for r in underretninger(2021)) <= 50


def test_about_450_examinations_a_year():
    """450 examinations begun a year: 20 either way over two years, 50 in each."""
    aar = Counter(dato(r["startet_dato"]).year for r in extract("undersoegelser"))
    assert 430 <= (aar[2020] + aar[2021]) / 2 <= 470
    assert all(400 <= aar[n] <= 500 for n in (2020, 2021))


def test_about_190_children_are_placed():
    """Cases with a placement running on the delivery's day."""
    lukket = {r["sag_id"] for r in extract("sager") if r["lukket_dato"]}
    anbragt = {
        r["sag_id"]
        for r in extract("indsatser")
        if r["kategori"] == "anbringelse" and r["start_dato"] and not r["slut_dato"]
    }
    assert 175 <= len(anbragt - lukket) <= 205


def test_nine_of_ten_are_assessed_within_24_hours():
    """About 90 % of a year's notifications."""
    i_tide = [
        bool(v) and tid(v) - tid(r["modtaget_tidspunkt"]) <= timedelta(hours=24)
        for r in underretninger(2021)
        for v in [r["vurderet_24t_tidspunkt"]]
    ]
    assert 88 <= andel(i_tide) <= 94


def frister(fra: date, til: date):
    """Examinations whose four months ran out in a stretch of days, and whether each was finished by then."""
    for r in extract("undersoegelser"):
        frist = laeg_maaneder_til(dato(r["opmaerksom_dato"] or r["startet_dato"]), 4)
        if fra <= frist <= til and r["afslutning"] != "afbrudt":
            yield bool(r["afsluttet_dato"]) and dato(r["afsluttet_dato"]) <= frist


def test_about_half_of_the_examinations_are_in_time_and_rising():
    """About 55 % over the plan's first year, from well below at its start to above at its end."""
    assert 50 <= andel(frister(date(2021, 1, 1), SIDST)) <= 60
    assert andel(frister(date(2020, 10, 1), date(2020, 12, 31))) <= 45
    assert andel(frister(date(2021, 10, 1), SIDST)) >= 55


def hoert_i_tide(fra: date, til: date, team: str | None = None) -> float:
    def svar():
        for r in extract("underretninger"):
            frist = dato(r["modtaget_tidspunkt"]) + timedelta(days=14)
            if fra <= frist <= til and team in (None, r["team_id"]):
                yield bool(r["partshoering_dato"]) and dato(r["partshoering_dato"]) <= frist

    return andel(svar())


def test_hearing_in_time_rises_from_20_to_60_per_cent():
    """The series of 5.1: about 20 % in the baseline quarter, about 60 % in December 2021."""
    assert 12 <= hoert_i_tide(date(2020, 10, 1), date(2020, 12, 31)) <= 28
    assert 52 <= hoert_i_tide(date(2021, 12, 1), SIDST) <= 70


def test_one_team_is_ahead_and_one_behind():
    """Team T02 does better than all together, T03 clearly worse."""
    aar = (date(2021, 1, 1), SIDST)
    assert hoert_i_tide(*aar, "T02") > hoert_i_tide(*aar) + 3
    assert hoert_i_tide(*aar, "T03") < hoert_i_tide(*aar) - 6


def test_one_team_has_closed_and_one_is_new():
    """Five teams at any time; T05 is taken over by T06 on 1 July 2021, first told in August."""
    teams = {r["team_id"]: r for r in extract("teams")}
    assert len(teams) == 6
    assert (teams["T05"]["aktiv_til"], teams["T05"]["afloest_af"]) == ("2021-06-30", "T06")
    assert teams["T06"]["aktiv_fra"] == "2021-07-01"
    april = extract("teams", PROEVER / "2021-04-30")
    assert {r["team_id"] for r in april} == set(teams) - {"T06"}
    assert not any(r["aktiv_til"] for r in april)


def test_cases_move_between_teams_and_close_for_every_reason():
    """Hand-overs are common; every lukket_aarsag occurs; a few cases have no holder at all."""
    hold = defaultdict(set)
    for r in extract("sagsfordeling"):
        hold[r["sag_id"]].add(r["team_id"])
    assert sum(len(h) > 1 for h in hold.values()) > 300
    aarsager = {r["lukket_aarsag"] for r in extract("sager") if r["lukket_dato"]}
    assert aarsager == {"afsluttet", "fraflyttet", "fyldt_18", "doed", "andet"}
    uden = [r for r in extract("sager") if r["sag_id"] not in hold]
    assert {bool(r["team_id"]) for r in uden} == {True, False}


def test_meetings_concern_one_or_several_measures():
    """Some meetings name no measure, some stand once for each of several."""
    moeder = [r for r in extract("opfoelgninger") if r["form"] == "moede"]
    assert sum(not r["indsats_id"] for r in moeder) > 100
    flere = Counter((r["sag_id"], r["dato"]) for r in moeder)
    assert sum(n > 1 for n in flere.values()) > 10


def test_review_takes_one_case_for_each_caseworker_a_month():
    """From March 2021; every question of the plan, and some the register answers too."""
    svar = extract("tilsynssvar")
    assert min(dato(r["gennemgaaet_dato"]) for r in svar).replace(day=1) == date(2021, 3, 1)
    sager = Counter({(r["raadgiver_id"], r["gennemgaaet_dato"][:7], r["tilsyn_id"]) for r in svar})
    pr_raadgiver = Counter((raadgiver, maaned) for raadgiver, maaned, _ in sager)
    assert set(pr_raadgiver.values()) == {1}
    tilsyn = {"1.1", "1.2", "2.1", "6.5", "6.6", "6.7", "6.9", "6.10", "7.9", "7.10"}
    assert {r["maalepunkt"] for r in svar} == tilsyn | {"3.1", "5.1", "6.1", "7.1"}
    assert {r["svar"] for r in svar} == {"ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses"}
