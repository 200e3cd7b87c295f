"""Hand-drawn cases for the oracle itself: what confirms the SQL must first be right on paper."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle import Oracle, opgoer
from tests.oracle.kalender import er_fyldt, perioder, plus_maaneder
from tests.oracle.resultat import inden_i_wilson, maal_for, wilson

SENT = date(2022, 12, 31)


def d(tekst: str) -> date:
    """A date written as in the drawn tables."""
    return date.fromisoformat(tekst)


def typet(raekke: dict[str, Any]) -> dict[str, Any]:
    """A drawn row with its dates and timestamps typed; a timestamp without a clock is known to the day."""
    ud: dict[str, Any] = {}
    for kolonne, vaerdi in raekke.items():
        ud[kolonne] = vaerdi
        if kolonne.endswith("_tidspunkt"):
            ud[kolonne] = datetime.fromisoformat(vaerdi)
            ud[f"{kolonne}_har_klokkeslaet"] = "T" in vaerdi
        elif kolonne.endswith(("dato", "aktiv_fra", "aktiv_til")) and isinstance(vaerdi, str):
            ud[kolonne] = d(vaerdi)
    return ud


def kommune(
    *, udtraek: date = SENT, periode: str = "2022-12", milepaele: Any = (), **extracts: Any
) -> Oracle:
    """Compute a municipality of one case S (barn, born 2010-01-01) unless `sager` says otherwise."""
    sag = {"sag_id": "S", "sagstype": "barn", "foedselsdato": "2010-01-01", "oprettet_dato": "2019-01-01"}
    extracts.setdefault("sager", [sag])
    extracts["sager"] = [sag | s for s in extracts["sager"]]
    typede = {
        navn: [typet(({} if navn == "teams" else {"sag_id": "S"}) | r) for r in raekker]
        for navn, raekker in extracts.items()
    }
    return opgoer(typede, udtraek, periode, list(milepaele))


def forloeb(oracle: Oracle, indikator_id: str, kolonne: str = "udfald") -> dict[str, Any]:
    """One unit's months, period by value."""
    return {
        str(r["periode"]): r[kolonne]
        for r in oracle.raekker
        if r["indikator_id"] == indikator_id and r["periodetype"] == "maaned"
    }


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


def test_the_grid_states_teams_without_cases_and_hides_small_surveys() -> None:
    """Active teams stand with no naevner; second sources only where rows exist; fewer than 5: ALLE."""
    teams = [
        {"team_id": "A"},
        {"team_id": "B", "aktiv_til": "2021-03-31"},
        {"team_id": "C", "aktiv_fra": "2021-04-30"},
    ]
    svar = [
        {"svar_id": f"{team}{nr}", "team_id": team, "spoergsmaal": "Løft", "besvaret_dato": dag, "score": 4}
        for team, dag, antal in (("A", "2021-03-02", 5), ("A", "2021-04-02", 5), ("B", "2021-04-02", 4))
        for nr in range(antal)
    ]
    tilsyn = {
        "tilsyn_id": "L",
        "maalepunkt": "5.1",
        "team_id": "B",
        "gennemgaaet_dato": "2021-04-01",
        "svar": "ja",
    }
    o = kommune(periode="2021-04", teams=teams, spoergeskemasvar=svar, tilsynssvar=[tilsyn])

    def gitter(indikator_id: str, kilde: str, periode: str) -> dict[Any, Any]:
        return {
            r["team_id"]: r["naevner"]
            for r in o.resultater
            if (r["indikator_id"], r["kilde"], r["periode"], r["periodetype"])
            == (indikator_id, kilde, periode, "maaned")
        }

    assert gitter("5.1", "dubu", "2021-03") == {"A": 0, "B": 0, "ALLE": 0}
    assert gitter("5.1", "dubu", "2021-04") == {"A": 0, "C": 0, "ALLE": 0}
    assert gitter("5.1", "tilsyn", "2021-03") == {}
    assert gitter("5.1", "tilsyn", "2021-04") == {"B": 1, "ALLE": 1}
    assert gitter("3.4", "spoergeskema", "2021-02") == {"A": 0, "B": 0, "ALLE": 0}
    assert gitter("3.4", "spoergeskema", "2021-03") == {"A": 5, "B": 0, "ALLE": 5}
    assert gitter("3.4", "spoergeskema", "2021-04") == {"ALLE": 9}
    assert {r["team_id"] for r in o.raekker if r["indikator_id"] == "3.4"} == {None}


MILEPAELE = [
    ("x", d("2021-04-30"), 25.0, None),
    ("x", d("2021-08-31"), 50.0, None),
    ("x", d("2021-08-31"), 40.0, d("2021-06-01")),
    ("x", d("2021-12-31"), 99.0, d("2021-12-01")),
]


def test_a_period_is_judged_by_what_was_adopted_by_its_last_day() -> None:
    """Per date the latest entry adopted by then; one adopted later does not exist."""

    def set_fra(dag: str) -> tuple[Any, Any]:
        maal = maal_for(MILEPAELE, "x", d(dag))
        return maal.gaeldende and maal.gaeldende[1], maal.naeste and maal.naeste[1]

    assert set_fra("2021-03-31") == (None, 25)
    assert set_fra("2021-04-30") == (25, 50)
    assert set_fra("2021-06-30") == (25, 40)
    assert set_fra("2021-08-31") == (40, None)
    assert set_fra("2021-12-31") == (99, None)
    assert not maal_for(MILEPAELE, "y", d("2021-12-31")).findes


def test_wilson_limits_and_the_exact_test_of_lying_inside_agree() -> None:
    """Limits exactly 0 and 100 at the ends; strictly inside, so neither end lies in its own interval."""
    assert wilson(0, 3)[0] == 0.0
    assert wilson(3, 3)[1] == 100.0
    # Printed examples of the method (Newcombe 1998, table I, method 3), to four decimals of a share.
    assert wilson(81, 263) == pytest.approx((25.53, 36.62), abs=0.006)
    assert wilson(15, 148) == pytest.approx((6.24, 16.05), abs=0.006)
    assert wilson(1, 29) == pytest.approx((0.61, 17.18), abs=0.006)
    for naevner in range(1, 12):
        for taeller in range(naevner + 1):
            nedre, oevre = wilson(taeller, naevner)
            for procent in range(0, 101, 5):
                assert inden_i_wilson(taeller, naevner, Fraction(procent)) == (nedre < procent < oevre)


def test_the_calendar_clamps_months_and_counts_years() -> None:
    """31 August + 6 months is 28 February; a child of 29 February 2012 is 9 on 28 February 2021."""
    assert plus_maaneder(d("2020-08-31"), 6) == d("2021-02-28")
    assert plus_maaneder(d("2021-08-31"), -6) == d("2021-02-28")
    assert plus_maaneder(d("2020-02-29"), 12) == d("2021-02-28")
    assert er_fyldt(d("2012-02-29"), 8, d("2020-02-29"))
    assert not er_fyldt(d("2012-02-29"), 8, d("2020-02-28"))
    assert er_fyldt(d("2012-02-29"), 9, d("2021-02-28"))


def test_the_periods_of_a_quarter_reported_in_its_middle() -> None:
    """The months begun by the delivery, their rolling years and the quarter itself; nothing to come."""
    navne = [(p.periodetype, p.periode) for p in perioder("2021-K1", d("2021-02-10"))]
    assert navne == [
        ("maaned", "2020-10"),
        ("rullende12", "2020-10"),
        ("kvartal", "2020-K4"),
        ("maaned", "2020-11"),
        ("rullende12", "2020-11"),
        ("maaned", "2020-12"),
        ("rullende12", "2020-12"),
        ("maaned", "2021-01"),
        ("rullende12", "2021-01"),
        ("kvartal", "2021-K1"),
        ("maaned", "2021-02"),
        ("rullende12", "2021-02"),
    ]
    with pytest.raises(ValueError, match="begins after the delivery"):
        perioder("2021-03", d("2021-02-28"))
