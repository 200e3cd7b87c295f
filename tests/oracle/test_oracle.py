"""Hand-drawn cases for the oracle itself: what confirms the SQL must first be right on paper."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.tegnet import d, forloeb, kommune

BFU = {"bfu_id": "B", "startet_dato": "2021-01-31"}


@pytest.mark.parametrize(
    ("bfu", "sag", "ventet"),
    [
        ({"afsluttet_dato": "2021-05-31"}, {}, {"01": "afventer", "05": "opfyldt"}),
        ({"afsluttet_dato": "2021-02-01"}, {}, {"01": "afventer", "05": "opfyldt"}),
        ({"afsluttet_dato": "2021-06-01"}, {}, {"01": "afventer", "05": "ikke_opfyldt"}),
        ({}, {}, {"01": "afventer", "05": "ikke_opfyldt"}),
        (
            {"afsluttet_dato": "2021-02-10", "afslutning": "afbrudt"},
            {},
            {"01": "afventer", "05": "undtaget"},
        ),
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
def test_a_deadline_is_judged_in_its_own_month(bfu: Any, sag: Any, ventet: dict[str, str]) -> None:
    """Done early: still F's period; closed after the start: undtaget, and not afventer before."""
    maaneder = forloeb(kommune(sager=[sag], undersoegelser=[BFU | bfu]), "6.8")
    start, frist = min(ventet), max(ventet)
    ender = {m: u for m, u in maaneder.items() if m in {f"2021-{start}", f"2021-{frist}"}}
    assert ender == {f"2021-{m}": u for m, u in ventet.items()}


def test_afventer_lasts_exactly_while_the_unit_is_open() -> None:
    """Afventer in every period whose opgjort_pr falls between start and deed, both before F."""
    o = kommune(undersoegelser=[BFU | {"afsluttet_dato": "2021-04-01"}])
    assert forloeb(o, "6.8") == {
        "2021-01": "afventer",
        "2021-02": "afventer",
        "2021-03": "afventer",
        "2021-05": "opfyldt",
    }
    assert forloeb(o, "6.8", "referencedato")["2021-02"] == d("2021-02-28")
    assert forloeb(o, "6.8", "referencedato")["2021-05"] == d("2021-04-01")
    assert set(forloeb(o, "6.8", "frist_dato").values()) == {d("2021-05-31")}


def test_a_preliminary_period_is_not_flattered_by_its_coming_days() -> None:
    """A deed done early for a deadline after opgjort_pr is not counted yet; an open one is afventer."""
    gjort = {"underretning_id": "U1", "modtaget_tidspunkt": "2021-04-02", "partshoering_dato": "2021-04-03"}
    aaben = {"underretning_id": "U2", "modtaget_tidspunkt": "2021-04-02"}
    u = [{"underretter_type": "privat"} | r for r in (gjort, aaben)]
    o = kommune(udtraek=d("2021-04-15"), periode="2021-04", underretninger=u)
    april = [r for r in o.raekker if r["indikator_id"] == "5.1" and r["periode"] == "2021-04"]
    assert [(r["enhed_id"], r["periodetype"], r["udfald"]) for r in april] == [
        ("U2", "maaned", "afventer"),
        ("U2", "rullende12", "afventer"),
    ]
    alle = [r for r in o.resultater if r["indikator_id"] == "5.1" and r["periode"] == "2021-04"]
    assert {r["foreloebig"] for r in alle} == {True}


@pytest.mark.parametrize(
    ("modtaget", "vurderet", "ventet"),
    [
        ("2021-02-28T10:00", "2021-03-01T10:00:00", ("opfyldt", None)),
        ("2021-02-28T10:00", "2021-03-01T10:00:01", ("ikke_opfyldt", "for_sent")),
        ("2021-02-28T10:00", "2021-02-28T09:59", ("ikke_opfyldt", "mangler")),
        ("2021-02-28", "2021-03-01T23:59", ("opfyldt", None)),
        ("2021-02-28T10:00", "2021-03-01", ("opfyldt", None)),
        ("2021-02-28T10:00", "2021-03-02", ("ikke_opfyldt", "for_sent")),
        ("2021-02-28T00:00", "2021-02-28", ("opfyldt", None)),
    ],
)
def test_24_hours_by_the_clock_where_both_are_known_else_by_date(
    modtaget: str, vurderet: str, ventet: Any
) -> None:
    """5.4: F is the day after either way."""
    u = {"underretning_id": "U", "underretter_type": "privat", "modtaget_tidspunkt": modtaget}
    o = kommune(underretninger=[u | {"vurderet_24t_tidspunkt": vurderet}])
    marts = [r for r in o.raekker if r["indikator_id"] == "5.4" and r["periode"] == "2021-03"]
    assert {(r["udfald"], r["aarsag"]) for r in marts} == {ventet}
    assert {r["frist_dato"] for r in marts} == {d("2021-03-01")}


@pytest.mark.parametrize(
    ("indsats", "bfu", "ventet_41", "ventet_44"),
    [
        # The BFU comes first, even where the measure ended in time; 4.4 counts it.
        ({"slut_dato": "2021-05-01"}, "2021-05-01", "undtaget", "ikke_opfyldt"),
        # A BFU after the measure's end is not 4.1's.
        ({"slut_dato": "2021-05-01"}, "2021-05-02", "opfyldt", "ikke_opfyldt"),
        # On the start day: in neither window.
        ({"slut_dato": "2021-05-01"}, "2021-02-28", "opfyldt", "opfyldt"),
        # On the last day of 4.4's window (1 May + 6 months), and the day after.
        ({"slut_dato": "2021-05-01"}, "2021-11-01", "opfyldt", "ikke_opfyldt"),
        ({"slut_dato": "2021-05-01"}, "2021-11-02", "opfyldt", "opfyldt"),
        # 28 Feb + 6 months = 28 Aug.
        ({}, "2021-08-28", "undtaget", None),
        ({}, "2021-08-29", "ikke_opfyldt", None),
        ({"slut_dato": "2021-08-28"}, None, "opfyldt", "opfyldt"),
        ({"slut_dato": "2021-08-29"}, None, "ikke_opfyldt", "opfyldt"),
        ({"bortfaldet_dato": "2021-08-28"}, None, "undtaget", None),
    ],
)
def test_early_help_and_the_bfu_that_follows(indsats: Any, bfu: Any, ventet_41: Any, ventet_44: Any) -> None:
    """4.1: a BFU within the measure is undtaget; 4.4: one within six months after its end is not kept."""
    i = {"indsats_id": "I", "kategori": "forebyggende_11_3", "leverandoer_type": "privat"}
    bfuer = [] if bfu is None else [{"bfu_id": "B", "startet_dato": bfu}]
    o = kommune(indsatser=[i | {"start_dato": "2021-02-28"} | indsats], undersoegelser=bfuer)
    assert forloeb(o, "4.1")["2021-08"] == ventet_41
    assert forloeb(o, "4.5") == forloeb(o, "4.1")
    assert forloeb(o, "4.2") == {}
    endeligt = {u for u in forloeb(o, "4.4").values() if u != "afventer"}
    assert endeligt == (set() if ventet_44 is None else {ventet_44})


def test_4_4_waits_until_its_deadline_whatever_happens() -> None:
    """4.4 is 'decided only at F (until then afventer, also when a BFU has started)'."""
    i = {
        "indsats_id": "I",
        "kategori": "forebyggende_11_3",
        "start_dato": "2021-01-01",
        "slut_dato": "2021-02-01",
    }
    o = kommune(indsatser=[i], undersoegelser=[{"bfu_id": "B", "startet_dato": "2021-02-05"}])
    maaneder = [f"2021-{m:02}" for m in range(2, 8)]
    assert forloeb(o, "4.4") == dict.fromkeys(maaneder, "afventer") | {"2021-08": "ikke_opfyldt"}
    assert set(forloeb(o, "4.4", "referencedato").values()) == {d("2021-02-01")}


def test_7_6_is_decided_only_at_its_deadline_and_knows_no_undtaget() -> None:
    """An answer without a date waits for F; a closed case waits and is judged all the same."""
    plan = {"handleplan_id": "H", "type": "foraeldre", "tilbudt_dato": "2021-03-20", "foraeldre_svar": "ja"}
    lukket = {"lukket_dato": "2021-03-25", "lukket_aarsag": "doed"}
    for svar, ventet in (("ja", "opfyldt"), ("nej", "ikke_opfyldt"), (None, "ikke_opfyldt")):
        o = kommune(sager=[lukket], handleplaner=[plan | {"foraeldre_svar": svar}])
        assert forloeb(o, "7.6") == {"2021-03": "afventer", "2021-04": ventet}


def test_7_7_is_a_jour_until_its_due() -> None:
    """The first meeting is due after the smaller of m and 3 months, the next m months after the last."""
    i = {"indsats_id": "I", "kategori": "aflastning", "start_dato": "2021-01-31", "opfoelgning_maaneder": 4}
    moede = {"opfoelgning_id": "O", "dato": "2021-05-31", "form": "moede"}
    o = kommune(indsatser=[i], opfoelgninger=[moede], periode="2021-10")
    udfald = forloeb(o, "7.7")
    assert udfald == {
        "2021-01": "afventer",
        "2021-02": "afventer",
        "2021-03": "afventer",
        "2021-04": "afventer",
        "2021-05": "opfyldt",
        "2021-06": "opfyldt",
        "2021-07": "opfyldt",
        "2021-08": "opfyldt",
        "2021-09": "opfyldt",
        "2021-10": "ikke_opfyldt",
    }
    frister = forloeb(o, "7.7", "frist_dato")
    assert (frister["2021-01"], frister["2021-05"]) == (d("2021-04-30"), d("2021-09-30"))
    linje = next(f for f in o.fristliste if f["indikator_id"] == "7.7")
    assert (linje["tilstand"], linje["dage"]) == ("overskredet", 31)


def test_the_last_to_hold_a_case_answers_for_it() -> None:
    """Sagsfordeling by the reference date, even past its end; else own team, first row, the case's team."""
    fordeling = [
        {"fra_dato": "2021-01-01", "til_dato": "2021-01-05", "team_id": "A", "raadgiver_id": "a"},
        {"fra_dato": "2021-02-10", "team_id": "B"},
    ]
    u = {"underretning_id": "U", "underretter_type": "privat", "vurderet_24t_tidspunkt": "2021-02-10"}
    for modtaget, egen, raekker, ventet in (
        ("2021-02-10", None, fordeling, ("B", None, d("2021-02-10"))),
        ("2021-02-08", None, fordeling, ("A", "a", d("2021-01-01"))),
        ("2020-12-01", "C", fordeling, ("C", "c", None)),
        ("2020-12-01", None, fordeling, ("A", "a", d("2021-01-01"))),
        ("2020-12-01", None, [], ("D", "d", None)),
    ):
        raekke = u | {"modtaget_tidspunkt": modtaget, "team_id": egen, "raadgiver_id": "c"}
        sag = {"team_id": "D", "raadgiver_id": "d"}
        o = kommune(sager=[sag], sagsfordeling=raekker, underretninger=[raekke], teams=[])
        svar = {
            (r["team_id"], r["raadgiver_id"], r["team_siden"])
            for r in o.raekker
            if r["indikator_id"] == "5.5"
        }
        assert svar == {ventet}
    uden = kommune(underretninger=[u | {"sag_id": None, "modtaget_tidspunkt": "2021-02-10"}])
    assert {r["team_id"] for r in uden.raekker} == {"UKENDT"}


def test_the_deadline_list_holds_what_is_open_whatever_period_it_fell_in() -> None:
    """On the deadline day itself it is overskredet with 0 days; a case closed for any reason is left out."""
    u = {"underretning_id": "U", "underretter_type": "privat", "modtaget_tidspunkt": "2021-04-01"}
    o = kommune(udtraek=d("2021-04-15"), periode="2021-04", underretninger=[u])
    linjer = {f["indikator_id"]: (f["tilstand"], f["dage"]) for f in o.fristliste}
    assert linjer == {"5.1": ("overskredet", 0), "5.2": ("kommende", 14), "5.4": ("overskredet", 13)}
    lukket = {"lukket_dato": "2021-04-15", "lukket_aarsag": "afsluttet"}
    assert (
        kommune(udtraek=d("2021-04-15"), periode="2021-04", sager=[lukket], underretninger=[u]).fristliste
        == []
    )
    sent_gjort = [u | {"partshoering_dato": "2022-01-01", "faglig_vurdering_dato": "2022-12-31"}]
    assert {f["indikator_id"] for f in kommune(underretninger=sent_gjort).fristliste} == {"5.4"}


def test_a_meeting_is_all_the_follow_ups_of_a_case_and_day() -> None:
    """A bool is true when true on any; the child must be 8 that day; a missing birth date is not in it."""
    to = [
        {"opfoelgning_id": "1", "dato": "2021-03-01", "form": "moede", "barn_deltog": False},
        {"opfoelgning_id": "2", "dato": "2021-03-01", "form": "moede", "barn_deltog": True},
        {"opfoelgning_id": "3", "dato": "2021-03-01", "form": "besoeg", "barn_undtaget": True},
    ]
    for foedt, ventet in (("2013-03-01", {"2021-03": "opfyldt"}), ("2013-03-02", {}), (None, {})):
        o = kommune(sager=[{"foedselsdato": foedt}], opfoelgninger=to)
        assert forloeb(o, "3.2") == ventet
        assert forloeb(o, "3.3", "aarsag") == {"2021-03": "mangler"}
        assert set(forloeb(o, "3.3", "enhed_id").values()) == {"S@2021-03-01"}
