"""Results: counts, interval, milestones, status, and which cells of the grid there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from pipeline.definitions.plans import Milepael, laes_plan
from tests.indicators.opstilling import PLAN, opgjort
from tests.indicators.tegning import typede

SENT = date(2022, 12, 31)


def review(
    maalepunkt: str, maaned: str, opfyldt: int, naevner: int, team: str = "A", **andre: int
) -> list[dict]:
    """Review answers of one month: `opfyldt` of `naevner` met, and others by their answer."""
    antal = {"ja": opfyldt, "nej": naevner - opfyldt, **andre}
    return [
        {
            "tilsyn_id": f"{maalepunkt}/{maaned}/{team}/{svar}/{nr}",
            "maalepunkt": maalepunkt,
            "team_id": team,
            "gennemgaaet_dato": date.fromisoformat(f"{maaned}-15"),
            "svar": svar,
        }
        for svar, n in antal.items()
        for nr in range(n)
    ]


def survey(maaned: str, spoergsmaal: str, **hold: int) -> list[dict]:
    """That many survey answers of full score from each team."""
    return [
        {
            "svar_id": f"{spoergsmaal}/{maaned}/{team}/{nr}",
            "team_id": team,
            "spoergsmaal": spoergsmaal,
            "besvaret_dato": date.fromisoformat(f"{maaned}-15"),
            "score": 5,
        }
        for team, n in hold.items()
        for nr in range(n)
    ]


@pytest.fixture
def resultater(tmp_path_factory):
    """Results up to a period, those with the given values."""

    def hent(extracts, til="2022-12", /, *, udtraek=SENT, plan=None, **hvor):
        mappe = tmp_path_factory.mktemp("resultater")
        with opgjort(extracts, udtraek, til, mappe, plan) as database:
            raekker = database.hent("select * from ud.indikator_resultat")
        return [r for r in raekker if all(r[k] == v for k, v in hvor.items())]

    return hent


def revideret(indikator_id: str, *milepaele: Milepael):
    """The plan with an indicator's milestones replaced."""
    plan = laes_plan(PLAN)
    nye = [
        i.model_copy(update={"milepaele": milepaele}) if i.id == indikator_id else i for i in plan.indikatorer
    ]
    return plan.model_copy(update={"indikatorer": tuple(nye)})


def noeglet(raekker: Iterable[dict], *noegler: str) -> dict:
    return {tuple(r[n] for n in noegler) if len(noegler) > 1 else r[noegler[0]]: r for r in raekker}


def test_counts_share_and_interval(resultater):
    """A share is opfyldt of (opfyldt + ikke_opfyldt) in percent, its interval Wilson's; undtaget beside."""
    svar = review("6.5", "2021-04", 65, 100, ikke_relevant=7) + review("6.5", "2021-05", 1045, 5000)
    maaneder = noeglet(
        resultater(
            {"tilsynssvar": svar}, "2021-05", indikator_id="6.5", team_id="ALLE", periodetype="maaned"
        ),
        "periode",
    )
    april, maj = maaneder["2021-04"], maaneder["2021-05"]
    assert (april["taeller"], april["naevner"], april["undtaget"], april["afventer"]) == (65, 100, 7, 0)
    assert april["vaerdi"] == 65
    assert [round(april[k], 4) for k in ("ki_nedre", "ki_oevre")] == [55.2544, 73.6358]
    assert maj["vaerdi"] == pytest.approx(20.9, abs=1e-12)
    assert [round(maj[k], 4) for k in ("ki_nedre", "ki_oevre")] == [19.7955, 22.0491]


def test_the_interval_is_exact_at_both_ends(resultater):
    """Limits are exactly 0 at taeller 0 and exactly 100 at taeller = naevner."""
    svar = [
        r for n in range(1, 10) for r in review("1.1", f"2021-0{n}", 0, n) + review("1.2", f"2021-0{n}", n, n)
    ]
    fundne = resultater({"tilsynssvar": svar}, "2021-09", team_id="ALLE", periodetype="maaned")
    ingen = [r for r in fundne if r["indikator_id"] == "1.1" and r["naevner"]]
    alle = [r for r in fundne if r["indikator_id"] == "1.2" and r["naevner"]]
    assert len(ingen) == len(alle) == 9
    assert {(r["vaerdi"], r["ki_nedre"]) for r in ingen} == {(0.0, 0.0)}
    assert all(0 < r["ki_oevre"] < 100 for r in ingen)
    assert {(r["vaerdi"], r["ki_oevre"]) for r in alle} == {(100.0, 100.0)}
    assert all(0 < r["ki_nedre"] < 100 for r in alle)


def test_without_a_denominator_there_is_no_value(resultater):
    """Only exempt units: no vaerdi, no interval, no distance, ingen_data and never usikker."""
    svar = review("6.9", "2021-12", 0, 0, ikke_relevant=2)
    (r,) = resultater(
        {"tilsynssvar": svar},
        "2021-12",
        indikator_id="6.9",
        team_id="ALLE",
        periode="2021-12",
        periodetype="maaned",
    )
    assert (r["taeller"], r["naevner"], r["undtaget"]) == (0, 0, 2)
    assert {r[k] for k in ("vaerdi", "ki_nedre", "ki_oevre", "afstand_pp")} == {None}
    assert (r["status"], r["usikker"], r["milepael_procent"]) == ("ingen_data", False, 45)


STATUS = (
    # month, met of judged, status, in force, next (6.9: 20 % from 31-08-2021, 45 % from 31-12-2021 ... 100 %)
    ("2021-07", 9, 10, "foer_foerste_milepael", None, 20),
    ("2021-08", 1, 5, "naaet", 20, 45),
    ("2021-09", 199, 996, "ikke_naaet", 20, 45),
    ("2021-10", 449, 1000, "naaet", 20, 45),
    ("2021-11", 9, 20, "foran", 20, 45),
    ("2021-12", 9, 20, "naaet", 45, 60),
    ("2022-04", 59, 100, "ikke_naaet", 60, 80),
    ("2022-12", 10, 10, "naaet", 100, None),
)


def test_status_against_the_milestone_in_force_and_the_next(resultater):
    """Foran from the next, naaet from the one in force, else ikke_naaet; unrounded: 19.98 is not 20."""
    svar = [r for maaned, k, n, *_ in STATUS for r in review("6.9", maaned, k, n)]
    maaneder = noeglet(
        resultater({"tilsynssvar": svar}, indikator_id="6.9", team_id="ALLE", periodetype="maaned"), "periode"
    )
    felter = ("taeller", "naevner", "status", "milepael_procent", "naeste_procent")
    assert [(maaned, *(maaneder[maaned][f] for f in felter)) for maaned, *_ in STATUS] == [*STATUS]
    august = maaneder["2021-08"]
    assert (august["milepael_dato"], august["naeste_dato"]) == (date(2021, 8, 31), date(2021, 12, 31))
    assert august["afstand_pp"] == 0
    assert maaneder["2021-07"]["afstand_pp"] is None
    assert maaneder["2022-04"]["afstand_pp"] == pytest.approx(-1)
    assert maaneder["2022-01"]["status"] == "ingen_data"


def test_an_indicator_without_milestones_says_so(resultater):
    """No milestones: uden_milepael, nothing in force, nothing next, no distance, never usikker."""
    (r,) = resultater(
        {"tilsynssvar": review("1.1", "2021-04", 1, 2)},
        "2021-04", indikator_id="1.1", team_id="ALLE", periodetype="maaned", periode="2021-04",
    )  # fmt: skip
    assert (r["status"], r["usikker"]) == ("uden_milepael", False)
    assert {
        r[k] for k in ("milepael_procent", "milepael_dato", "naeste_procent", "naeste_dato", "afstand_pp")
    } == {None}


def test_a_quarter_is_judged_by_its_own_last_day(resultater):
    """In force is the last milestone dated by the period's last day, for quarter and rolling year too."""
    fundne = resultater(
        {"tilsynssvar": review("6.9", "2021-08", 1, 2)}, "2021-K4", indikator_id="6.9", team_id="ALLE"
    )
    maal = {(r["periodetype"], r["periode"]): r["milepael_procent"] for r in fundne}
    assert [maal["kvartal", k] for k in ("2021-K2", "2021-K3", "2021-K4")] == [None, 20, 45]
    assert [maal["rullende12", m] for m in ("2021-07", "2021-08", "2021-12")] == [None, 20, 45]


USIKKER = (
    # month, met of judged, usikker, with 45 % in force from 31-12-2021, 100 % from 31-12-2022
    ("2021-07", 1, 2, False),  # nothing in force
    ("2022-01", 0, 4, True),  # fewer than five, though the interval would do
    ("2022-02", 0, 5, False),  # 0 to 43.4 lies below 45
    ("2022-03", 5, 10, True),  # 23.7 to 76.3 holds 45
    ("2022-12", 4, 4, True),  # fewer than five
    ("2022-11", 900, 1000, False),  # 88.0 to 91.7 lies above 80
)


def test_too_few_to_tell(resultater):
    """usikker: fewer than five judged, or the milestone strictly inside the interval."""
    plan = revideret(
        "6.9",
        Milepael(dato=date(2021, 12, 31), procent=45),
        Milepael(dato=date(2022, 8, 31), procent=80),
        Milepael(dato=date(2022, 12, 31), procent=100),
    )
    svar = [r for maaned, k, n, _ in USIKKER for r in review("6.9", maaned, k, n)]
    maaneder = noeglet(
        resultater(
            {"tilsynssvar": svar}, plan=plan, indikator_id="6.9", team_id="ALLE", periodetype="maaned"
        ),
        "periode",
    )
    assert [(m, k, n, maaneder[m]["usikker"]) for m, k, n, _ in USIKKER] == [*USIKKER]


@pytest.mark.parametrize(("procent", "opfyldt"), [(0, 0), (100, 10)])
def test_a_milestone_on_the_limit_is_not_inside(resultater, procent, opfyldt):
    """0 of 10 against 0 %, and 10 of 10 against 100 %, are certain: strictly inside is what counts."""
    (r,) = resultater(
        {"tilsynssvar": review("6.9", "2021-12", opfyldt, 10)}, "2021-12",
        plan=revideret("6.9", Milepael(dato=date(2021, 12, 31), procent=procent)),
        indikator_id="6.9", team_id="ALLE", periode="2021-12", periodetype="maaned",
    )  # fmt: skip
    assert (r["usikker"], r["status"]) == (False, "naaet")


def test_a_period_is_judged_by_what_was_adopted_by_its_last_day(resultater):
    """One adopted later judges no earlier period; from its adoption it replaces the one of its date."""
    plan = revideret(
        "6.9",
        Milepael(dato=date(2021, 4, 30), procent=50),
        Milepael(dato=date(2021, 4, 30), procent=30, vedtaget=date(2021, 6, 30)),
        Milepael(dato=date(2021, 9, 30), procent=90, vedtaget=date(2021, 8, 1)),
    )
    maaneder = noeglet(
        resultater({}, "2021-10", plan=plan, indikator_id="6.9", team_id="ALLE", periodetype="maaned"),
        "periode",
    )
    ventet = {
        "03": (None, 50), "04": (50, None), "05": (50, None), "06": (30, None),
        "07": (30, None), "08": (30, 90), "09": (90, None), "10": (90, None),
    }  # fmt: skip
    fundet = {
        m: (maaneder[f"2021-{m}"]["milepael_procent"], maaneder[f"2021-{m}"]["naeste_procent"])
        for m in ventet
    }
    assert fundet == ventet


def test_a_period_the_delivery_did_not_reach_the_end_of_is_preliminary(resultater):
    """foreloebig: the delivery was drawn before the period's last day."""
    fundne = resultater({}, "2021-K2", udtraek=date(2021, 5, 30), indikator_id="5.1", team_id="ALLE")
    foreloebige = {(r["periodetype"], r["periode"]) for r in fundne if r["foreloebig"]}
    assert foreloebige == {("maaned", "2021-05"), ("rullende12", "2021-05"), ("kvartal", "2021-K2")}
    assert ("maaned", "2021-06") not in {(r["periodetype"], r["periode"]) for r in fundne}
    assert not [r for r in resultater({}, "2021-05", udtraek=date(2021, 5, 31)) if r["foreloebig"]]


def test_rolling_twelve_months(resultater):
    """The twelve months that end with the one it is named by, reaching back before October 2020."""
    bfu = "bfu_id | startet_dato | afsluttet_dato | partshoering_form\n" + "\n".join(
        f"B{nr} | 2019-01-01 | {dag} | mundtlig"
        for nr, dag in enumerate(["2019-10-31", "2019-11-01", "2020-10-31", "2020-11-01", "2021-09-30"])
    )
    fundne = resultater(typede({"undersoegelser": bfu}), "2021-10", indikator_id="6.3", team_id="ALLE")
    antal = {(r["periodetype"], r["periode"]): r["naevner"] for r in fundne if r["naevner"]}
    assert antal["rullende12", "2020-10"] == 2
    assert antal["rullende12", "2020-11"] == 2
    assert antal["rullende12", "2021-09"] == 3
    assert antal["rullende12", "2021-10"] == 2
    assert {k: v for k, v in antal.items() if k[0] != "rullende12"} == {
        ("maaned", "2020-10"): 1, ("maaned", "2020-11"): 1, ("maaned", "2021-09"): 1,
        ("kvartal", "2020-K4"): 2, ("kvartal", "2021-K3"): 1,
    }  # fmt: skip


def test_rolling_months_of_a_stock_equal_the_month(resultater):
    """A stock has no year: its rolling period is the month's own day."""
    indsatser = """
        indsats_id | sag_id | kategori    | start_dato | slut_dato
        I1         | S1     | anbringelse | 2021-01-15 | 2021-03-15
        I2         | S2     | anbringelse | 2021-03-01 |
    """
    fundne = resultater(typede({"indsatser": indsatser}), "2021-04", indikator_id="7.5", team_id="ALLE")
    antal = {(r["periodetype"], r["periode"]): r["naevner"] for r in fundne}
    for maaned, n in {"2020-12": 0, "2021-01": 1, "2021-02": 1, "2021-03": 1, "2021-04": 1}.items():
        assert (antal["maaned", maaned], antal["rullende12", maaned]) == (n, n)


def test_waiting_in_a_rolling_year_is_what_waits_on_its_last_day(resultater):
    """Afventer in every period whose opgjort_pr falls while it is open: year and quarter too."""
    u = "underretning_id | modtaget_tidspunkt | partshoering_dato\nU1 | 2021-03-25 10:00 | 2021-04-20"
    fundne = resultater(typede({"underretninger": u}), "2021-04", indikator_id="5.1", team_id="ALLE")
    afventer = {(r["periodetype"], r["periode"]) for r in fundne if r["afventer"]}
    assert afventer == {("maaned", "2021-03"), ("kvartal", "2021-K1"), ("rullende12", "2021-03")}


HOLD = """
    team_id | navn | aktiv_fra  | aktiv_til
    A       | A    |            |
    LUKKET  | L    |            | 2021-01-01
    NY      | N    | 2021-03-31 |
"""


def test_every_active_team_has_every_result(resultater):
    """Active: aktiv_fra missing or <= the last day, aktiv_til missing or >= the first; and ALLE always."""
    fundne = resultater(typede({"teams": HOLD}), "2021-04", kilde="dubu", periodetype="maaned")
    ids = {i.id for i in laes_plan(PLAN).indikatorer if i.kilde == "dubu"}
    hold = {m: {r["team_id"] for r in fundne if r["periode"] == m} for m in {r["periode"] for r in fundne}}
    assert hold["2020-12"] == hold["2021-01"] == {"A", "LUKKET", "ALLE"}
    assert hold["2021-02"] == {"A", "ALLE"}
    assert hold["2021-03"] == hold["2021-04"] == {"A", "NY", "ALLE"}
    assert len(fundne) == len(ids) * sum(len(h) for h in hold.values())
    assert {r["naevner"] for r in fundne} == {0}


def test_a_team_with_units_is_shown_though_it_is_closed_and_ukendt_only_where_rows_exist(resultater):
    """The grid is the active teams and any other with units; UKENDT is no team of its own."""
    extracts = typede(
        {
            "teams": HOLD,
            "sager": "sag_id | team_id\nS1 | LUKKET\nS2 |",
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | partshoering_form
                B1     | S1     | 2021-01-01   | 2021-04-12     | mundtlig
                B2     | S2     | 2021-01-01   | 2021-03-12     | mundtlig
            """,
        }
    )
    fundne = resultater(extracts, "2021-04", indikator_id="6.3", periodetype="maaned")
    noegler = noeglet(fundne, "periode", "team_id")
    assert noegler["2021-04", "LUKKET"]["naevner"] == 1
    assert noegler["2021-04", "ALLE"]["naevner"] == 1
    assert ("2021-03", "LUKKET") not in noegler
    assert noegler["2021-03", "UKENDT"]["naevner"] == 1
    assert [m for m, hold in noegler if hold == "UKENDT"] == ["2021-03"]


def test_the_case_review_beside_the_register_only_where_it_answered(resultater):
    """An indicator with tilsynssvar under its own id has a second result; its grid is the rows there are."""
    extracts = typede({"teams": HOLD}) | {"tilsynssvar": review("5.1", "2021-04", 2, 3, ikke_relevant=1)}
    fundne = resultater(extracts, "2021-05", indikator_id="5.1", periodetype="maaned")
    tilsyn = noeglet((r for r in fundne if r["kilde"] == "tilsyn"), "periode", "team_id")
    assert set(tilsyn) == {("2021-04", "A"), ("2021-04", "ALLE")}
    alle = tilsyn["2021-04", "ALLE"]
    assert (alle["taeller"], alle["naevner"], alle["undtaget"], alle["milepael_procent"]) == (2, 3, 1, 25)
    assert {r["team_id"] for r in fundne if r["kilde"] == "dubu" and r["periode"] == "2021-05"} == {
        "A",
        "NY",
        "ALLE",
    }


def test_all_teams_together_are_the_sum_of_the_teams(resultater):
    """ALLE counts every unit, whichever team it belongs to."""
    svar = review("1.1", "2021-04", 3, 5) + review("1.1", "2021-04", 1, 4, team="B", ikke_relevant=2)
    hold = noeglet(
        resultater(
            {"tilsynssvar": svar}, "2021-04", indikator_id="1.1", periode="2021-04", periodetype="maaned"
        ),
        "team_id",
    )
    assert {t: (r["taeller"], r["naevner"], r["undtaget"]) for t, r in hold.items()} == {
        "A": (3, 5, 0),
        "B": (1, 4, 2),
        "ALLE": (4, 9, 2),
    }


SPOERGESKEMA = (
    # month, answers by team, the teams shown beside ALLE
    ("2021-04", {"A": 5, "B": 6}, {"A", "B", "C"}),
    ("2021-05", {"A": 5, "B": 4}, set()),
    ("2021-06", {"A": 1}, set()),
    ("2021-07", {}, {"A", "B", "C"}),
    ("2021-08", {"B": 5}, {"A", "B", "C"}),
)


def test_a_survey_shows_teams_only_where_each_that_answered_has_five(resultater):
    """Team rows only where every team that answered has 5 answers, or none answered; else ALLE alone."""
    svar = [r for maaned, hold, _ in SPOERGESKEMA for r in survey(maaned, "loeft", **hold)]
    svar += survey("2021-05", "tydelig_ledelse", A=5)
    extracts = typede({"teams": "team_id | navn\nA | A\nB | B\nC | C"}) | {"spoergeskemasvar": svar}
    fundne = resultater(extracts, "2021-08", kilde="spoergeskema")
    noegler = noeglet(fundne, "indikator_id", "periodetype", "periode", "team_id")
    for maaned, hold, vist in SPOERGESKEMA:
        cellerne = {t for i, p, m, t in noegler if (i, p, m) == ("3.4", "maaned", maaned)}
        assert cellerne == vist | {"ALLE"}, maaned
        assert noegler["3.4", "maaned", maaned, "ALLE"]["naevner"] == sum(hold.values())
    assert {t for i, p, m, t in noegler if (i, p, m) == ("1.3", "maaned", "2021-05")} == {
        "A",
        "B",
        "C",
        "ALLE",
    }
    # the months together may show what one month may not: by the end of May A has 10 answers and B 10
    assert {t for i, p, m, t in noegler if (i, p, m) == ("3.4", "rullende12", "2021-05")} == {
        "A",
        "B",
        "C",
        "ALLE",
    }
    assert {t for i, p, m, t in noegler if (i, p, m) == ("3.4", "kvartal", "2021-K2")} == {
        "A",
        "B",
        "C",
        "ALLE",
    }


def test_what_is_dated_after_the_periods_day_has_not_happened(resultater):
    """A deed after a month's last day does not count in that month, though the delivery knows of it."""
    bfu = """
        bfu_id | startet_dato | afsluttet_dato
        B1     | 2020-12-31   | 2021-05-01
        B2     | 2020-12-31   | 2021-04-30
        B3     | 2021-01-31   | 2021-05-31
    """
    fundne = resultater(typede({"undersoegelser": bfu}), "2021-06", indikator_id="6.8", team_id="ALLE")
    tal = {
        r["periode"]: (r["taeller"], r["naevner"], r["afventer"])
        for r in fundne
        if r["periodetype"] == "maaned"
    }
    assert tal["2021-03"] == (0, 0, 3)
    assert tal["2021-04"] == (1, 2, 1)
    assert tal["2021-05"] == (1, 1, 0)


def test_months_before_the_baseline_have_no_result(resultater):
    """Every period from October 2020 on, and none whose last day is after the reported one's."""
    fundne = resultater({}, "2021-K1", indikator_id="6.8", team_id="ALLE")
    perioder = {
        t: sorted(r["periode"] for r in fundne if r["periodetype"] == t)
        for t in {r["periodetype"] for r in fundne}
    }
    maaneder = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03"]
    assert perioder == {"maaned": maaneder, "rullende12": maaneder, "kvartal": ["2020-K4", "2021-K1"]}
