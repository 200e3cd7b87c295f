"""The made-up municipality looks like the one it is said to be; read from the samples alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from pipeline.base.periods import add_months
from tests.tools.synthetic.reading import SAMPLES, day_of, good, time_of

DECEMBER, AUGUST = SAMPLES / "2021-12-31", SAMPLES / "2021-08-31"
LAST = date(2021, 12, 31)


def extract(name: str, folder=DECEMBER):
    return good(folder / f"{name}.csv")


def underretninger(year: int):
    return [r for r in extract("underretninger") if day_of(r["modtaget_tidspunkt"]).year == year]


def percent(truths) -> float:
    truths = list(truths)
    return 100 * sum(truths) / len(truths)


@pytest.mark.parametrize("year", [2020, 2021])
def test_about_2300_notifications_a_year_17_for_each_child(year):
    """2,300 notifications a year, 1.7 for each child notified."""
    of_year = underretninger(year)
    children = {r["sag_id"] or r["barn_id"] for r in of_year}
    assert 2200 <= len(of_year) <= 2400
    assert 1.6 <= len(of_year) / len(children) <= 1.8


def test_who_notifies():
    """21 % school, 20 % health, 12 % police: seen in the municipality's own words alone."""
    words = Counter(r["underretter_type"] for r in extract("underretninger", AUGUST))
    for expected, name in ((21, "Skole"), (20, "Sundhedspleje"), (12, "Politi")):
        assert expected - 2 <= 100 * words[name] / words.total() <= expected + 2, name
    codes = Counter(r["underretter_type"] for r in extract("underretninger"))
    assert set(codes) == {"fagperson", "privat", "anonym", "myndighed"}


def test_mondays_are_busy_weekends_and_july_quiet():
    """Most on Mondays, few on weekends, July the quietest month by far."""
    days = [day_of(r["modtaget_tidspunkt"]) for r in extract("underretninger")]
    weekday, month = Counter(d.weekday() for d in days), Counter(d.month for d in days)
    assert weekday[0] > 1.15 * max(weekday[n] for n in range(1, 7))
    assert weekday[5] + weekday[6] < weekday[1]
    assert month[7] < 0.6 * (sum(month.values()) - month[7]) / 11


def test_siblings_are_notified_together():
    """Children of one family often share a notification: the same minute, the same kind of person."""
    familie = {r["sag_id"]: r["familie_id"] for r in extract("sager")}
    same_time = defaultdict(list)
    for r in underretninger(2021):
        if r["sag_id"]:
            same_time[familie[r["sag_id"]], r["modtaget_tidspunkt"]].append(r)
    several = [g for g in same_time.values() if len(g) > 1]
    assert len(several) > 100
    assert all(len({r["underretter_type"] for r in g}) == 1 for g in several)


def test_some_notifications_lead_to_no_case():
    """A quarter to a half carry a child alone."""
    assert 25 <= percent(not r["sag_id"] for r in underretninger(2021)) <= 50


def test_about_450_examinations_a_year():
    """450 examinations begun a year: 20 either way over two years, 50 in each."""
    year = Counter(day_of(r["startet_dato"]).year for r in extract("undersoegelser"))
    assert 430 <= (year[2020] + year[2021]) / 2 <= 470
    assert all(400 <= year[n] <= 500 for n in (2020, 2021))


def test_about_190_children_are_placed():
    """Cases with a placement running on the delivery's day."""
    closed = {r["sag_id"] for r in extract("sager") if r["lukket_dato"]}
    placed = {
        r["sag_id"]
        for r in extract("indsatser")
        if r["kategori"] == "anbringelse" and r["start_dato"] and not r["slut_dato"]
    }
    assert 175 <= len(placed - closed) <= 205


def test_nine_of_ten_are_assessed_within_24_hours():
    """About 90 % of a year's notifications."""
    in_time = [
        bool(v) and time_of(v) - time_of(r["modtaget_tidspunkt"]) <= timedelta(hours=24)
        for r in underretninger(2021)
        for v in [r["vurderet_24t_tidspunkt"]]
    ]
    assert 88 <= percent(in_time) <= 94


def frister(start: date, end: date):
    """Examinations whose four months ran out in a stretch of days, and whether each was finished by then."""
    for r in extract("undersoegelser"):
        frist = add_months(day_of(r["opmaerksom_dato"] or r["startet_dato"]), 4)
        if start <= frist <= end and r["afslutning"] != "afbrudt":
            yield bool(r["afsluttet_dato"]) and day_of(r["afsluttet_dato"]) <= frist


def test_about_half_of_the_examinations_are_in_time_and_rising():
    """About 55 % over the plan's first year, from well below at its start to above at its end."""
    assert 50 <= percent(frister(date(2021, 1, 1), LAST)) <= 60
    assert percent(frister(date(2020, 10, 1), date(2020, 12, 31))) <= 45
    assert percent(frister(date(2021, 10, 1), LAST)) >= 55


def heard_in_time(start: date, end: date, team: str | None = None) -> float:
    def replies():
        for r in extract("underretninger"):
            frist = day_of(r["modtaget_tidspunkt"]) + timedelta(days=14)
            if start <= frist <= end and team in (None, r["team_id"]):
                yield bool(r["partshoering_dato"]) and day_of(r["partshoering_dato"]) <= frist

    return percent(replies())


def test_hearing_in_time_rises_from_20_to_60_per_cent():
    """The series of 5.1: about 20 % in the baseline quarter, about 60 % in December 2021."""
    assert 12 <= heard_in_time(date(2020, 10, 1), date(2020, 12, 31)) <= 28
    assert 52 <= heard_in_time(date(2021, 12, 1), LAST) <= 70


def test_one_team_is_ahead_and_one_behind():
    """Team T02 does better than all together, T03 clearly worse."""
    year = (date(2021, 1, 1), LAST)
    assert heard_in_time(*year, "T02") > heard_in_time(*year) + 3
    assert heard_in_time(*year, "T03") < heard_in_time(*year) - 6


def test_one_team_has_closed_and_one_is_new():
    """Five teams at any time; T05 is taken over by T06 on 1 July 2021, first told in August."""
    teams = {r["team_id"]: r for r in extract("teams")}
    assert len(teams) == 6
    assert (teams["T05"]["aktiv_til"], teams["T05"]["afloest_af"]) == ("2021-06-30", "T06")
    assert teams["T06"]["aktiv_fra"] == "2021-07-01"
    april = extract("teams", SAMPLES / "2021-04-30")
    assert {r["team_id"] for r in april} == set(teams) - {"T06"}
    assert not any(r["aktiv_til"] for r in april)


def test_cases_move_between_teams_and_close_for_every_reason():
    """Hand-overs are common; every lukket_aarsag occurs; a few cases have no holder at all."""
    teams_of = defaultdict(set)
    for r in extract("sagsfordeling"):
        teams_of[r["sag_id"]].add(r["team_id"])
    assert sum(len(h) > 1 for h in teams_of.values()) > 300
    reasons = {r["lukket_aarsag"] for r in extract("sager") if r["lukket_dato"]}
    assert reasons == {"afsluttet", "fraflyttet", "fyldt_18", "doed", "andet"}
    without = [r for r in extract("sager") if r["sag_id"] not in teams_of]
    assert {bool(r["team_id"]) for r in without} == {True, False}


def test_meetings_concern_one_or_several_measures():
    """Some meetings name no measure, some stand once for each of several."""
    meetings = [r for r in extract("opfoelgninger") if r["form"] == "moede"]
    assert sum(not r["indsats_id"] for r in meetings) > 100
    several = Counter((r["sag_id"], r["dato"]) for r in meetings)
    assert sum(n > 1 for n in several.values()) > 10


def test_review_takes_one_case_for_each_caseworker_a_month():
    """From March 2021; every question of the plan, some the register answers too, and other plans'."""
    replies = extract("tilsynssvar")
    assert min(day_of(r["gennemgaaet_dato"]) for r in replies).replace(day=1) == date(2021, 3, 1)
    by_lot = [r for r in replies if r["udvaelgelse"] in ("", "tilfaeldig") and r["genlaesning"] != "true"]
    sager = Counter({(r["raadgiver_id"], r["gennemgaaet_dato"][:7], r["tilsyn_id"]) for r in by_lot})
    per_raadgiver = Counter((raadgiver, month) for raadgiver, month, _ in sager)
    assert set(per_raadgiver.values()) == {1}
    tilsyn = {
        "1.1", "1.2", "2.1", "5.9", "5.10", "6.5", "6.6", "6.7", "6.9", "6.10", "6.12", "7.9", "7.10",
        "7.14", "7.15", "7.16", "7.17",
    }  # fmt: skip
    of_others = {"S17", "S18", "V18", "V19", "V20", "V21", "V22"}
    assert {r["maalepunkt"] for r in replies} == tilsyn | {"3.1", "5.1", "6.1", "7.1"} | of_others
    assert {r["svar"] for r in replies} == {"ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses"}
