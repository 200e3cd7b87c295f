"""Hand-drawn cases for the oracle itself: what confirms the SQL must first be right on paper."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.drawn import cell, course, d, municipality

BFU = {"bfu_id": "B", "startet_dato": "2021-01-31"}


@pytest.mark.parametrize(
    ("bfu", "sag", "expected"),
    [
        ({"afsluttet_dato": "2021-05-31"}, {}, {"01": "afventer", "05": "opfyldt"}),
        ({"afsluttet_dato": "2021-02-01"}, {}, {"01": "afventer", "05": "opfyldt"}),
        ({"afsluttet_dato": "2021-06-01"}, {}, {"01": "afventer", "05": "ikke_opfyldt"}),
        ({}, {}, {"01": "afventer", "05": "ikke_opfyldt"}),
        ({"afsluttet_dato": "2021-02-10", "afslutning": "afbrudt"}, {}, {"01": "afventer", "05": "undtaget"}),
        (
            {"afsluttet_dato": "2021-06-01", "afslutning": "afbrudt"},
            {},
            {"01": "afventer", "05": "ikke_opfyldt"},
        ),
        ({}, {"lukket_dato": "2021-03-01", "lukket_aarsag": "doed"}, {"01": "afventer", "05": "undtaget"}),
        ({}, {"lukket_dato": "2021-01-31", "lukket_aarsag": "doed"}, {"05": "undtaget"}),
        (
            {},
            {"lukket_dato": "2021-01-30", "lukket_aarsag": "doed"},
            {"01": "afventer", "05": "ikke_opfyldt"},
        ),
        (
            {},
            {"lukket_dato": "2021-03-01", "lukket_aarsag": "andet"},
            {"01": "afventer", "05": "ikke_opfyldt"},
        ),
        (
            {"opmaerksom_dato": "2021-02-28", "afsluttet_dato": "2021-06-28"},
            {},
            {"02": "afventer", "06": "opfyldt"},
        ),
        (
            {"opmaerksom_dato": "2021-02-28", "afsluttet_dato": "2021-02-27"},
            {},
            {"02": "afventer", "06": "ikke_opfyldt"},
        ),
    ],
)
def test_a_deadline_is_judged_in_its_own_month(bfu: Any, sag: Any, expected: dict[str, str]) -> None:
    """Done early: still F's period; closed after the start: undtaget, and not afventer before."""
    months = course(municipality(sager=[sag], undersoegelser=[BFU | bfu]), "6.8")
    start, frist = min(expected), max(expected)
    ends = {m: u for m, u in months.items() if m in {f"2021-{start}", f"2021-{frist}"}}
    assert ends == {f"2021-{m}": u for m, u in expected.items()}


def test_afventer_lasts_exactly_while_the_unit_is_open() -> None:
    """Afventer in every month whose opgjort_pr falls between start and deed, both before F."""
    o = municipality(undersoegelser=[BFU | {"afsluttet_dato": "2021-04-01"}])
    assert course(o, "6.8") == {
        "2021-01": "afventer",
        "2021-02": "afventer",
        "2021-03": "afventer",
        "2021-05": "opfyldt",
    }
    assert course(o, "6.8", "referencedato")["2021-02"] == d("2021-02-28")
    assert course(o, "6.8", "referencedato")["2021-05"] == d("2021-04-01")
    assert set(course(o, "6.8", "frist_dato").values()) == {d("2021-05-31")}


def test_a_preliminary_period_is_not_flattered_by_its_coming_days() -> None:
    """A deed done early for a deadline after opgjort_pr is not counted yet; an open one is afventer."""
    done = {"underretning_id": "U1", "modtaget_tidspunkt": "2021-04-02", "partshoering_dato": "2021-04-03"}
    still = {"underretning_id": "U2", "modtaget_tidspunkt": "2021-04-02"}
    u = [{"underretter_type": "privat"} | r for r in (done, still)]
    o = municipality(delivery=d("2021-04-15"), period="2021-04", underretninger=u)
    april = [r for r in o.raekke if r["indikator_id"] == "5.1" and r["periode"] == "2021-04"]
    assert [(r["enhed_id"], r["udfald"]) for r in april] == [("U2", "afventer")]
    for periodetype in ("maaned", "rullende12"):
        row = cell(o, "5.1", periodetype, "2021-04")
        assert (row["naevner"], row["afventer"], row["status"]) == (0, 1, "ingen_data")
        assert row["foreloebig"] is True


def test_7_6_is_decided_only_at_its_deadline_and_knows_no_undtaget() -> None:
    """An answer without a date waits for F; a closed case waits and is judged all the same."""
    plan = {"handleplan_id": "H", "type": "foraeldre", "tilbudt_dato": "2021-03-20"}
    closed = {"lukket_dato": "2021-03-25", "lukket_aarsag": "doed"}
    for answer, expected in (("ja", "opfyldt"), ("nej", "ikke_opfyldt"), (None, "ikke_opfyldt")):
        o = municipality(sager=[closed], handleplaner=[plan | {"foraeldre_svar": answer}])
        assert course(o, "7.6") == {"2021-03": "afventer", "2021-04": expected}


def test_a_plan_made_after_the_decision_came_too_late() -> None:
    """6.1 and 7.1: for_sent when the dated deed came after the day asked for and by opgjort_pr."""
    bfu = {"bfu_id": "B", "startet_dato": "2021-01-01", "afsluttet_dato": "2021-03-10"}
    i = {"indsats_id": "I", "kategori": "aflastning", "afgoerelse_dato": "2021-03-10"}
    for made, expected in (
        ("2021-03-10", None),
        ("2021-03-11", "for_sent"),
        ("2021-03-31", "for_sent"),
        ("2021-04-01", "mangler"),
    ):
        plan = {"handleplan_id": "H", "type": "barn", "oprettet_dato": made}
        o = municipality(
            undersoegelser=[bfu | {"undersoegelsesplan_dato": made}], indsatser=[i], handleplaner=[plan]
        )
        assert course(o, "6.1", "aarsag") == {"2021-03": expected}
        assert course(o, "7.1", "aarsag") == {"2021-03": expected}
    moved_in = municipality(sager=[{"oprettet_dato": "2021-03-11"}], indsatser=[i])
    assert course(moved_in, "7.1") == course(moved_in, "7.4") == course(moved_in, "3.5") == {}


def test_the_last_to_hold_a_case_answers_for_it() -> None:
    """Sagsfordeling by the reference date, even past its end; else own team, first row, the case's team."""
    allocation = [
        {"fra_dato": "2021-01-01", "til_dato": "2021-01-05", "team_id": "A", "raadgiver_id": "a"},
        {"fra_dato": "2021-02-10", "team_id": "B"},
    ]
    u = {"underretning_id": "U", "underretter_type": "privat", "vurderet_24t_tidspunkt": "2021-02-10"}
    for received, own, rows, expected in (
        ("2021-02-10", None, allocation, ("B", None, d("2021-02-10"))),
        ("2021-02-08", None, allocation, ("A", "a", d("2021-01-01"))),
        ("2020-12-01", "C", allocation, ("C", "c", None)),
        ("2020-12-01", None, allocation, ("A", "a", d("2021-01-01"))),
        ("2020-12-01", None, [], ("D", "d", None)),
    ):
        note = u | {"modtaget_tidspunkt": received, "team_id": own, "raadgiver_id": "c"}
        sag = {"team_id": "D", "raadgiver_id": "d"}
        o = municipality(sager=[sag], sagsfordeling=rows, underretninger=[note], teams=[])
        holders = {
            (r["team_id"], r["raadgiver_id"], r["team_siden"]) for r in o.raekke if r["indikator_id"] == "5.5"
        }
        assert holders == {expected}


def test_a_caseworker_answers_for_the_open_cases_the_team_rule_gives() -> None:
    """4.8: no leader, no closed case; an unknown caseworker is a unit of UKENDT; the team of raadgivere."""
    sager = [{"sag_id": f"S{n}", "raadgiver_id": "a", "team_id": "B"} for n in range(15)]
    sager += [{"sag_id": "L", "raadgiver_id": "leder"}, {"sag_id": "Z", "raadgiver_id": "z", "team_id": "B"}]
    sager += [{"sag_id": "C", "raadgiver_id": "a", "team_id": "B", "lukket_dato": "2021-03-31"}]
    sager += [{"sag_id": "N", "raadgiver_id": "n", "oprettet_dato": "2021-04-01", "team_id": "B"}]
    raadgivere = [{"raadgiver_id": "a", "team_id": "A"}, {"raadgiver_id": "n", "team_id": "A"}]
    raadgivere += [{"raadgiver_id": "leder", "team_id": "A", "rolle": "leder"}]
    o = municipality(sager=sager, raadgivere=raadgivere, teams=[{"team_id": "A"}], period="2021-03")
    march = [r for r in o.raekke if r["indikator_id"] == "4.8" and r["periode"] == "2021-03"]
    shown = {(r["enhed_id"], r["team_id"], r["kategori"], r["sag_id"], r["raadgiver_id"]) for r in march}
    assert shown == {("a", "A", "15-19", None, "a"), ("z", "UKENDT", "1-14", None, "z")}
    levels = {
        f["kategori"]: (f["antal"], f["andel"])
        for f in o.fordeling
        if (f["periodetype"], f["periode"], f["team_id"]) == ("rullende12", "2021-03", "ALLE")
    }
    assert levels == {
        "1-14": (1, 50),
        "15-19": (1, 50),
        "20-25": (0, 0),
        "26-30": (0, 0),
        "over 30": (0, 0),
    }


def test_the_deadline_list_holds_what_is_open_whatever_period_it_fell_in() -> None:
    """On the deadline day itself it is overskredet with 0 days; a case closed for any reason is left out."""
    u = {"underretning_id": "U", "underretter_type": "privat", "modtaget_tidspunkt": "2021-04-01"}
    o = municipality(delivery=d("2021-04-15"), period="2021-04", underretninger=[u])
    lines = {f["indikator_id"]: (f["tilstand"], f["dage"]) for f in o.fristliste}
    assert lines == {"5.1": ("overskredet", 0), "5.2": ("kommende", 14), "5.4": ("overskredet", 13)}
    closed = {"lukket_dato": "2021-04-15", "lukket_aarsag": "afsluttet"}
    shut = municipality(delivery=d("2021-04-15"), period="2021-04", sager=[closed], underretninger=[u])
    assert shut.fristliste == []
    done_late = [u | {"partshoering_dato": "2022-01-01", "faglig_vurdering_dato": "2022-12-31"}]
    assert {f["indikator_id"] for f in municipality(underretninger=done_late).fristliste} == {"5.4"}


def test_a_meeting_is_all_the_follow_ups_of_a_case_and_day() -> None:
    """A bool is true when true on any; the child must be 8 that day; a missing birth date is not in it."""
    both = [
        {"opfoelgning_id": "1", "dato": "2021-03-01", "form": "moede", "barn_deltog": False},
        {"opfoelgning_id": "2", "dato": "2021-03-01", "form": "moede", "barn_deltog": True},
        {"opfoelgning_id": "3", "dato": "2021-03-01", "form": "besoeg", "barn_undtaget": True},
        {"opfoelgning_id": "4", "dato": "2021-03-01", "form": "udeblevet"},
        {"opfoelgning_id": "5", "dato": "2021-03-01", "form": "udeblevet"},
    ]
    for born, expected in (("2013-03-01", {"2021-03": "opfyldt"}), ("2013-03-02", {}), (None, {})):
        o = municipality(sager=[{"foedselsdato": born}], opfoelgninger=both)
        assert course(o, "3.2") == expected
        assert course(o, "3.3", "aarsag") == {"2021-03": "mangler"}
        assert set(course(o, "3.3", "enhed_id").values()) == {"S@2021-03-01"}
        assert course(o, "7.13", "vaerdi") == {"2021-03": 1}
        year = cell(o, "7.13", "aar", "2021")
        assert (year["taeller"], year["naevner"], year["vaerdi"]) == (1, None, 1)
        assert (year["ki_nedre"], year["ki_oevre"]) == pytest.approx((0.0253, 5.5716), abs=1e-4)


def test_two_supervised_talks_a_year() -> None:
    """7.11: two days in the last twelve months, both asked for on one and the same follow-up."""
    i = {"indsats_id": "I", "kategori": "anbringelse", "start_dato": "2020-03-31"}
    seen = {"form": "besoeg", "tilsyn_paa_anbringelsessted": True, "talt_med_barnet": True}
    for first, second, expected in (
        ("2020-04-01", "2021-03-31", "opfyldt"),
        ("2020-03-31", "2021-03-31", "ikke_opfyldt"),
        ("2021-03-31", "2021-03-31", "ikke_opfyldt"),
    ):
        rows = [seen | {"opfoelgning_id": "1", "dato": first}, seen | {"opfoelgning_id": "2", "dato": second}]
        o = municipality(indsatser=[i], opfoelgninger=rows, period="2021-03")
        assert course(o, "7.11") == {"2021-03": expected}
    moved_in = municipality(sager=[{"oprettet_dato": "2020-04-01"}], indsatser=[i], period="2021-04")
    assert course(moved_in, "7.11") == {"2021-04": "ikke_opfyldt"}
