"""Hand-drawn cases of the other plans' own rules."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle import herning, roskilde, sverigesmodellen, varige_spor
from tests.oracle.drawn import cell, course, d, note, of_plan


def test_a_rate_is_per_hundred_cases_on_the_months_last_days() -> None:
    """R10: 2 units; 1 case in January, 2 in February and March: naevner 5/3 over the quarter."""
    young = {"foedselsdato": "2015-06-01", "oprettet_dato": "2018-12-01"}
    sager: list[dict[str, Any]] = [young, young | {"sag_id": "T", "oprettet_dato": "2019-02-10"}]
    sager += [
        {"sag_id": "OLD", "foedselsdato": "2011-01-01"},
        {"sag_id": "OUT", "projekt_undtaget": True} | young,
    ]
    notes = [
        note(modtaget_tidspunkt="2019-01-15T10:00"),
        note(underretning_id="V", modtaget_tidspunkt="2019-02-10T10:00", sag_id="T"),
        note(underretning_id="W", modtaget_tidspunkt="2019-03-31T10:00", sag_id="T"),
        note(underretning_id="X", modtaget_tidspunkt="2019-03-31T10:00", sag_id="OLD"),
    ]
    o = of_plan(roskilde.PLAN_ID, "R10", "2019-03", sager=sager, underretninger=notes)
    quarter = cell(o, "R10", "kvartal", "2019-K1")
    assert (quarter["taeller"], quarter["naevner"]) == (2, pytest.approx(5 / 3))
    assert quarter["vaerdi"] == pytest.approx(120)
    assert quarter["usikker"] is True
    # The rolling year reaches back to April 2018: nine months more with 0, but for December's 1.
    assert cell(o, "R10", "rullende12", "2019-03")["naevner"] == pytest.approx(6 / 12)
    assert course(o, "R10", "vaerdi") == {"2019-01": 1, "2019-03": 1}


def test_expenses_of_placements_sum_and_average() -> None:
    """R12 sums the bookings, R13 averages case-months; none at all is 0, and missing is nothing to say."""
    young = {"foedselsdato": "2015-06-01", "oprettet_dato": "2018-01-01"}
    i = {"indsats_id": "I", "kategori": "anbringelse"}
    other = {"indsats_id": "J", "kategori": "aflastning"}
    rows = [
        {"postering_id": str(n), "indsats_id": indsats, "maaned": month, "beloeb": amount}
        for n, (indsats, month, amount) in enumerate(
            [("I", "2019-01", 100), ("I", "2019-01", 50), ("I", "2019-02", 250), ("J", "2019-02", 999)]
        )
    ]
    drawn = {"sager": [young], "indsatser": [i, other]}
    total = of_plan(roskilde.PLAN_ID, "R12", "2019-03", udgifter=rows, **drawn)
    quarter = cell(total, "R12", "kvartal", "2019-K1")
    assert (quarter["vaerdi"], quarter["naevner"], quarter["taeller"]) == (400, 3, None)
    assert cell(total, "R12", "maaned", "2019-03")["vaerdi"] == 0
    assert cell(of_plan(roskilde.PLAN_ID, "R12", "2019-03", **drawn), "R12", "maaned", "2019-03")[
        "status"
    ] == ("ingen_data")
    mean = of_plan(roskilde.PLAN_ID, "R13", "2019-03", udgifter=rows, **drawn)
    assert course(mean, "R13", "enhed_id") == {"2019-01": "S@2019-01", "2019-02": "S@2019-02"}
    assert cell(mean, "R13", "kvartal", "2019-K1")["vaerdi"] == 200


def test_a_child_grows_out_of_the_project() -> None:
    """R2: seven years old on the counting day is out; unborn is in; no birth date is out."""
    for born, kind, counted in (
        ("2012-03-31", "barn", False),
        ("2012-04-01", "barn", True),
        (None, "ufoedt", True),
        (None, "barn", False),
    ):
        sag = {"foedselsdato": born, "sagstype": kind}
        o = of_plan(roskilde.PLAN_ID, "R2", "2019-03", sager=[sag])
        assert ("2019-03" in course(o, "R2")) == counted


def test_caseworkers_chains_run_from_the_plans_first_day() -> None:
    """R16: 56 days from 1 April 2019; the leader has none; the team is the caseworker's own."""
    raadgivere = [
        {"raadgiver_id": "a", "team_id": "A", "ansat_fra": "2010-01-01"},
        {"raadgiver_id": "b", "team_id": "A", "rolle": "leder"},
        {"raadgiver_id": "c", "team_id": "A", "ansat_til": "2019-05-27"},
    ]
    walk = {"aktivitet_id": "1", "dato": "2019-05-27", "type": "moede", "undertype": "Sagsgennemgang"}
    o = of_plan(
        roskilde.PLAN_ID,
        "R16",
        "2019-05",
        delivery=d("2019-05-31"),
        raadgivere=raadgivere,
        aktiviteter=[walk | {"raadgiver_id": "a"}],
    )
    judged = {(r["enhed_id"], r["udfald"], r["team_id"]) for r in o.raekke if r["periode"] == "2019-05"}
    assert judged == {("a@2019-04-01", "opfyldt", "A"), ("a@2019-05-27", "afventer", "A")}
    assert [(f["enhed_id"], f["sag_id"], f["frist_dato"]) for f in o.fristliste] == [
        ("a", None, d("2019-07-22"))
    ]


def test_a_placement_soon_followed_by_another_is_a_change_of_place() -> None:
    """S16: within 7 days no unit; until F + 12 months a breach; after it, or never, kept."""
    first = {
        "indsats_id": "I",
        "kategori": "anbringelse",
        "start_dato": "2020-01-01",
        "slut_dato": "2021-01-31",
    }
    for again, expected in (
        ("2021-01-31", None),
        ("2021-02-07", None),
        ("2021-02-08", "ikke_opfyldt"),
        ("2022-01-31", "ikke_opfyldt"),
        ("2022-02-01", "opfyldt"),
    ):
        rows = [first, first | {"indsats_id": "J", "start_dato": again, "slut_dato": None}]
        o = of_plan(sverigesmodellen.PLAN_ID, "S16", "2022-01", indsatser=rows)
        assert course(o, "S16").get("2022-01") == expected
        assert o.fristliste == []


def test_where_a_step_goes() -> None:
    """S15: the highest step of what is active on the day and three months before."""
    for before, after, expected in ((1, 2, "op"), (2, 1, "ned"), (3, 3, "samme"), (None, 3, None)):
        rows = [
            {
                "indsats_id": "I",
                "kategori": "aflastning",
                "start_dato": "2021-01-01",
                "slut_dato": "2021-05-01",
            }
            | {"indsatstrin": before},
            {"indsats_id": "J", "kategori": "aflastning", "start_dato": "2021-05-01", "indsatstrin": after},
        ]
        o = of_plan(sverigesmodellen.PLAN_ID, "S15", "2021-06", indsatser=rows)
        assert course(o, "S15", "kategori").get("2021-06") == expected


def test_a_deadline_of_a_measure_lives_while_the_measure_runs() -> None:
    """V10: 45 days from the begin; ended on the day, there is no unit; a day later, there is one to judge."""
    i = {"indsats_id": "I", "kategori": "aflastning", "start_dato": "2021-01-01"}
    for more, expected in (
        ({}, {"2021-01": "afventer", "2021-02": "ikke_opfyldt"}),
        ({"slut_dato": "2021-02-15"}, {"2021-01": "afventer"}),
        ({"slut_dato": "2021-02-16"}, {"2021-01": "afventer", "2021-02": "ikke_opfyldt"}),
        ({"tilbud": "Friplads"}, {}),
    ):
        o = of_plan(varige_spor.PLAN_ID, "V10", "2021-06", indsatser=[i | more])
        assert course(o, "V10") == expected
        assert len(o.fristliste) == (1 if not more else 0)


def test_a_concern_may_be_written_before_the_day() -> None:
    """V4: from 14 days before the investigation's end; V3 only from the day the case was opened."""
    bfu = {"bfu_id": "B", "startet_dato": "2021-01-01", "afsluttet_dato": "2021-03-15"}
    for day, in_v4 in (
        ("2021-02-28", "mangler"),
        ("2021-03-01", None),
        ("2021-04-12", None),
        ("2021-04-13", "for_sent"),
    ):
        a = {"aktivitet_id": "1", "dato": day, "type": "dokument", "undertype": "Bekymringsgrundlag"}
        o = of_plan(varige_spor.PLAN_ID, "V4", "2021-12", undersoegelser=[bfu], aktiviteter=[a])
        assert course(o, "V4", "aarsag")["2021-04"] == in_v4
        sag = {"oprettet_dato": "2021-03-15"}
        o = of_plan(varige_spor.PLAN_ID, "V3", "2021-12", sager=[sag], aktiviteter=[a])
        expected = "mangler" if day < "2021-03-15" else in_v4
        assert course(o, "V3", "aarsag")["2021-04"] == expected


def test_the_next_network_meeting_within_eight_weeks() -> None:
    """H7: one per case and day; the last of a chain waits; a case closed by F is not in it."""
    held = [
        {"aktivitet_id": day, "dato": day, "type": "moede", "undertype": "netvaerksmoede"}
        for day in ("2015-01-05", "2015-03-02", "2015-04-28")
    ]
    early = {"oprettet_dato": "2014-01-01"}
    o = of_plan(herning.PLAN_ID, "H7", "2015-12", aktiviteter=held, sager=[early])
    assert {
        r["enhed_id"]: (r["periode"], r["udfald"], r["aarsag"]) for r in o.raekke if r["udfald"] != "afventer"
    } == {
        "S@2015-01-05": ("2015-03", "opfyldt", None),
        "S@2015-03-02": ("2015-04", "ikke_opfyldt", "for_sent"),
        "S@2015-04-28": ("2015-06", "ikke_opfyldt", "mangler"),
    }
    closed = of_plan(
        herning.PLAN_ID, "H7", "2015-12", aktiviteter=held, sager=[early | {"lukket_dato": "2015-04-27"}]
    )
    assert {r["enhed_id"] for r in closed.raekke if r["udfald"] != "afventer"} == {"S@2015-01-05"}


def test_who_received_the_notification_leads_the_investigation() -> None:
    """H14: the latest notification's caseworker against the case's on the day it started."""
    bfu = {"bfu_id": "B", "startet_dato": "2015-05-31"}
    allocation = [{"fra_dato": "2015-01-01", "team_id": "A", "raadgiver_id": "a"}]
    for who, received, expected in (
        ("a", "2015-01-31", "opfyldt"),
        ("b", "2015-01-31", "ikke_opfyldt"),
        ("a", "2015-01-30", None),
        (None, "2015-05-31", None),
    ):
        u = note(modtaget_tidspunkt=received, raadgiver_id=who)
        o = of_plan(
            herning.PLAN_ID,
            "H14",
            "2015-12",
            undersoegelser=[bfu],
            sagsfordeling=allocation,
            underretninger=[u],
        )
        assert course(o, "H14").get("2015-05") == expected
