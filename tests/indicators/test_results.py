"""Results: counts, interval, milestones, status, and which cells of the grid there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from pipeline.definitions.drawn import typed
from pipeline.definitions.plans import Milepael, read_plan
from tests.indicators.setup import PLAN, calculated

SENT = date(2022, 12, 31)


def review(
    maalepunkt: str, maaned: str, met: int, naevner: int, team: str = "A", **others: int
) -> list[dict]:
    """Review answers of one month: `met` of `naevner` met, and others by their answer."""
    count = {"ja": met, "nej": naevner - met, **others}
    return [
        {
            "tilsyn_id": f"{maalepunkt}/{maaned}/{team}/{reply}/{number}",
            "maalepunkt": maalepunkt,
            "team_id": team,
            "gennemgaaet_dato": date.fromisoformat(f"{maaned}-15"),
            "svar": reply,
        }
        for reply, n in count.items()
        for number in range(n)
    ]


def survey(maaned: str, question: str, **members: int) -> list[dict]:
    """That many survey answers of full score from each team."""
    return [
        {
            "svar_id": f"{question}/{maaned}/{team}/{number}",
            "team_id": team,
            "spoergsmaal": question,
            "besvaret_dato": date.fromisoformat(f"{maaned}-15"),
            "score": 5,
        }
        for team, n in members.items()
        for number in range(n)
    ]


@pytest.fixture
def results(tmp_path_factory):
    """Results up to a period, those with the given values."""

    def fetch(extracts, until="2022-12", /, *, extract=SENT, plan=None, **place_of):
        folder = tmp_path_factory.mktemp("resultater")
        with calculated(extracts, extract, until, folder, plan) as database:
            rows = database.fetch("select * from ud.indikator_resultat")
        return [r for r in rows if all(r[k] == v for k, v in place_of.items())]

    return fetch


def revised(indikator_id: str, *milepaele: Milepael):
    """The plan with an indicator's milestones replaced."""
    plan = read_plan(PLAN)
    new = [
        i.model_copy(update={"milepaele": milepaele}) if i.id == indikator_id else i for i in plan.indikatorer
    ]
    return plan.model_copy(update={"indikatorer": tuple(new)})


def keyed(rows: Iterable[dict], *keys: str) -> dict:
    return {tuple(r[n] for n in keys) if len(keys) > 1 else r[keys[0]]: r for r in rows}


def test_counts_share_and_interval(results):
    """A share is opfyldt of (opfyldt + ikke_opfyldt) in percent, its interval Wilson's; undtaget beside."""
    reply = review("6.5", "2021-04", 65, 100, ikke_relevant=7) + review("6.5", "2021-05", 1045, 5000)
    maaneder = keyed(
        results({"tilsynssvar": reply}, "2021-05", indikator_id="6.5", team_id="ALLE", periodetype="maaned"),
        "periode",
    )
    april, may = maaneder["2021-04"], maaneder["2021-05"]
    assert (april["taeller"], april["naevner"], april["undtaget"], april["afventer"]) == (65, 100, 7, 0)
    assert april["vaerdi"] == 65
    assert [round(april[k], 4) for k in ("ki_nedre", "ki_oevre")] == [55.2544, 73.6358]
    assert may["vaerdi"] == pytest.approx(20.9, abs=1e-12)
    assert [round(may[k], 4) for k in ("ki_nedre", "ki_oevre")] == [19.7955, 22.0491]


def test_the_interval_is_exact_at_both_ends(results):
    """Limits are exactly 0 at taeller 0 and exactly 100 at taeller = naevner."""
    reply = [
        r for n in range(1, 10) for r in review("1.1", f"2021-0{n}", 0, n) + review("1.2", f"2021-0{n}", n, n)
    ]
    found = results({"tilsynssvar": reply}, "2021-09", team_id="ALLE", periodetype="maaned")
    none = [r for r in found if r["indikator_id"] == "1.1" and r["naevner"]]
    all_ = [r for r in found if r["indikator_id"] == "1.2" and r["naevner"]]
    assert len(none) == len(all_) == 9
    assert {(r["vaerdi"], r["ki_nedre"]) for r in none} == {(0.0, 0.0)}
    assert all(0 < r["ki_oevre"] < 100 for r in none)
    assert {(r["vaerdi"], r["ki_oevre"]) for r in all_} == {(100.0, 100.0)}
    assert all(0 < r["ki_nedre"] < 100 for r in all_)


def test_without_a_denominator_there_is_no_value(results):
    """Only exempt units: no vaerdi, no interval, no distance, ingen_data and never usikker."""
    reply = review("6.9", "2021-12", 0, 0, ikke_relevant=2)
    (r,) = results(
        {"tilsynssvar": reply},
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


def test_status_against_the_milestone_in_force_and_the_next(results):
    """Foran from the next, naaet from the one in force, else ikke_naaet; unrounded: 19.98 is not 20."""
    reply = [r for maaned, k, n, *_ in STATUS for r in review("6.9", maaned, k, n)]
    maaneder = keyed(
        results({"tilsynssvar": reply}, indikator_id="6.9", team_id="ALLE", periodetype="maaned"), "periode"
    )
    fields = ("taeller", "naevner", "status", "milepael_procent", "naeste_procent")
    assert [(maaned, *(maaneder[maaned][f] for f in fields)) for maaned, *_ in STATUS] == [*STATUS]
    august = maaneder["2021-08"]
    assert (august["milepael_dato"], august["naeste_dato"]) == (date(2021, 8, 31), date(2021, 12, 31))
    assert august["afstand_pp"] == 0
    assert maaneder["2021-07"]["afstand_pp"] is None
    assert maaneder["2022-04"]["afstand_pp"] == pytest.approx(-1)
    assert maaneder["2022-01"]["status"] == "ingen_data"


def test_an_indicator_without_milestones_says_so(results):
    """No milestones: uden_milepael, nothing in force, nothing next, no distance, never usikker."""
    (r,) = results(
        {"tilsynssvar": review("1.1", "2021-04", 1, 2)},
        "2021-04", indikator_id="1.1", team_id="ALLE", periodetype="maaned", periode="2021-04",
    )  # fmt: skip
    assert (r["status"], r["usikker"]) == ("uden_milepael", False)
    assert {
        r[k] for k in ("milepael_procent", "milepael_dato", "naeste_procent", "naeste_dato", "afstand_pp")
    } == {None}


def test_a_quarter_is_judged_by_its_own_last_day(results):
    """In force is the last milestone dated by the period's last day, for quarter and rolling year too."""
    found = results(
        {"tilsynssvar": review("6.9", "2021-08", 1, 2)}, "2021-K4", indikator_id="6.9", team_id="ALLE"
    )
    target = {(r["periodetype"], r["periode"]): r["milepael_procent"] for r in found}
    assert [target["kvartal", k] for k in ("2021-K2", "2021-K3", "2021-K4")] == [None, 20, 45]
    assert [target["rullende12", m] for m in ("2021-07", "2021-08", "2021-12")] == [None, 20, 45]


UNCERTAIN = (
    # month, met of judged, usikker, with 45 % in force from 31-12-2021, 100 % from 31-12-2022
    ("2021-07", 1, 2, False),  # nothing in force
    ("2022-01", 0, 4, True),  # fewer than five, though the interval would do
    ("2022-02", 0, 5, False),  # 0 to 43.4 lies below 45
    ("2022-03", 5, 10, True),  # 23.7 to 76.3 holds 45
    ("2022-12", 4, 4, True),  # fewer than five
    ("2022-11", 900, 1000, False),  # 88.0 to 91.7 lies above 80
)


def test_too_few_to_tell(results):
    """usikker: fewer than five judged, or the milestone strictly inside the interval."""
    plan = revised(
        "6.9",
        Milepael(dato=date(2021, 12, 31), procent=45),
        Milepael(dato=date(2022, 8, 31), procent=80),
        Milepael(dato=date(2022, 12, 31), procent=100),
    )
    reply = [r for maaned, k, n, _ in UNCERTAIN for r in review("6.9", maaned, k, n)]
    maaneder = keyed(
        results({"tilsynssvar": reply}, plan=plan, indikator_id="6.9", team_id="ALLE", periodetype="maaned"),
        "periode",
    )
    assert [(m, k, n, maaneder[m]["usikker"]) for m, k, n, _ in UNCERTAIN] == [*UNCERTAIN]


@pytest.mark.parametrize(("percent", "met"), [(0, 0), (100, 10)])
def test_a_milestone_on_the_limit_is_not_inside(results, percent, met):
    """0 of 10 against 0 %, and 10 of 10 against 100 %, are certain: strictly inside is what counts."""
    (r,) = results(
        {"tilsynssvar": review("6.9", "2021-12", met, 10)}, "2021-12",
        plan=revised("6.9", Milepael(dato=date(2021, 12, 31), procent=percent)),
        indikator_id="6.9", team_id="ALLE", periode="2021-12", periodetype="maaned",
    )  # fmt: skip
    assert (r["usikker"], r["status"]) == (False, "naaet")


def test_a_period_is_judged_by_what_was_adopted_by_its_last_day(results):
    """One adopted later judges no earlier period; from its adoption it replaces the one of its date."""
    plan = revised(
        "6.9",
        Milepael(dato=date(2021, 4, 30), procent=50),
        Milepael(dato=date(2021, 4, 30), procent=30, vedtaget=date(2021, 6, 30)),
        Milepael(dato=date(2021, 9, 30), procent=90, vedtaget=date(2021, 8, 1)),
    )
    maaneder = keyed(
        results({}, "2021-10", plan=plan, indikator_id="6.9", team_id="ALLE", periodetype="maaned"),
        "periode",
    )
    outcome = {
        "03": (None, 50), "04": (50, None), "05": (50, None), "06": (30, None),
        "07": (30, None), "08": (30, 90), "09": (90, None), "10": (90, None),
    }  # fmt: skip
    found = {
        m: (maaneder[f"2021-{m}"]["milepael_procent"], maaneder[f"2021-{m}"]["naeste_procent"])
        for m in outcome
    }
    assert found == outcome


def test_a_period_the_delivery_did_not_reach_the_end_of_is_preliminary(results):
    """foreloebig: the delivery was drawn before the period's last day."""
    found = results({}, "2021-K2", extract=date(2021, 5, 30), indikator_id="5.1", team_id="ALLE")
    preliminary = {(r["periodetype"], r["periode"]) for r in found if r["foreloebig"]}
    assert preliminary == {("maaned", "2021-05"), ("rullende12", "2021-05"), ("kvartal", "2021-K2")}
    assert ("maaned", "2021-06") not in {(r["periodetype"], r["periode"]) for r in found}
    assert not [r for r in results({}, "2021-05", extract=date(2021, 5, 31)) if r["foreloebig"]]


def test_rolling_twelve_months(results):
    """The twelve months that end with the one it is named by, reaching back before October 2020."""
    bfu = "bfu_id | startet_dato | afsluttet_dato | partshoering_form\n" + "\n".join(
        f"B{number} | 2019-01-01 | {day} | mundtlig"
        for number, day in enumerate(["2019-10-31", "2019-11-01", "2020-10-31", "2020-11-01", "2021-09-30"])
    )
    found = results(typed({"undersoegelser": bfu}), "2021-10", indikator_id="6.3", team_id="ALLE")
    count = {(r["periodetype"], r["periode"]): r["naevner"] for r in found if r["naevner"]}
    assert count["rullende12", "2020-10"] == 2
    assert count["rullende12", "2020-11"] == 2
    assert count["rullende12", "2021-09"] == 3
    assert count["rullende12", "2021-10"] == 2
    assert {k: v for k, v in count.items() if k[0] != "rullende12"} == {
        ("maaned", "2020-10"): 1, ("maaned", "2020-11"): 1, ("maaned", "2021-09"): 1,
        ("kvartal", "2020-K4"): 2, ("kvartal", "2021-K3"): 1,
    }  # fmt: skip


def test_rolling_months_of_a_stock_equal_the_month(results):
    """A stock has no year: its rolling period is the month's own day."""
    indsatser = """
        indsats_id | sag_id | kategori    | start_dato | slut_dato
        I1         | S1     | anbringelse | 2021-01-15 | 2021-03-15
        I2         | S2     | anbringelse | 2021-03-01 |
    """
    found = results(typed({"indsatser": indsatser}), "2021-04", indikator_id="7.5", team_id="ALLE")
    count = {(r["periodetype"], r["periode"]): r["naevner"] for r in found}
    for maaned, n in {"2020-12": 0, "2021-01": 1, "2021-02": 1, "2021-03": 1, "2021-04": 1}.items():
        assert (count["maaned", maaned], count["rullende12", maaned]) == (n, n)


def test_waiting_in_a_rolling_year_is_what_waits_on_its_last_day(results):
    """Afventer in every period whose opgjort_pr falls while it is open: year and quarter too."""
    u = "underretning_id | modtaget_tidspunkt | partshoering_dato\nU1 | 2021-03-25 10:00 | 2021-04-20"
    found = results(typed({"underretninger": u}), "2021-04", indikator_id="5.1", team_id="ALLE")
    afventer = {(r["periodetype"], r["periode"]) for r in found if r["afventer"]}
    assert afventer == {("maaned", "2021-03"), ("kvartal", "2021-K1"), ("rullende12", "2021-03")}


TEAM = """
    team_id | navn | aktiv_fra  | aktiv_til
    A       | A    |            |
    LUKKET  | L    |            | 2021-01-01
    NY      | N    | 2021-03-31 |
"""


def test_every_active_team_has_every_result(results):
    """Active: aktiv_fra missing or <= the last day, aktiv_til missing or >= the first; and ALLE always."""
    found = results(typed({"teams": TEAM}), "2021-04", kilde="dubu", periodetype="maaned")
    ids = {i.id for i in read_plan(PLAN).indikatorer if i.kilde == "dubu"}
    members = {m: {r["team_id"] for r in found if r["periode"] == m} for m in {r["periode"] for r in found}}
    assert members["2020-12"] == members["2021-01"] == {"A", "LUKKET", "ALLE"}
    assert members["2021-02"] == {"A", "ALLE"}
    assert members["2021-03"] == members["2021-04"] == {"A", "NY", "ALLE"}
    assert len(found) == len(ids) * sum(len(h) for h in members.values())
    # a count has no naevner
    assert {r["naevner"] for r in found} == {0, None}


def test_a_team_with_units_is_shown_though_it_is_closed_and_ukendt_only_where_rows_exist(results):
    """The grid is the active teams and any other with units; UKENDT is no team of its own."""
    extracts = typed(
        {
            "teams": TEAM,
            "sager": "sag_id | team_id\nS1 | LUKKET\nS2 |",
            "undersoegelser": """
                bfu_id | sag_id | startet_dato | afsluttet_dato | partshoering_form
                B1     | S1     | 2021-01-01   | 2021-04-12     | mundtlig
                B2     | S2     | 2021-01-01   | 2021-03-12     | mundtlig
            """,
        }
    )
    found = results(extracts, "2021-04", indikator_id="6.3", periodetype="maaned")
    keys = keyed(found, "periode", "team_id")
    assert keys["2021-04", "LUKKET"]["naevner"] == 1
    assert keys["2021-04", "ALLE"]["naevner"] == 1
    assert ("2021-03", "LUKKET") not in keys
    assert keys["2021-03", "UKENDT"]["naevner"] == 1
    assert [m for m, members in keys if members == "UKENDT"] == ["2021-03"]


def test_the_case_review_beside_the_register_only_where_it_answered(results):
    """An indicator with tilsynssvar under its own id has a second result; its grid is the rows there are."""
    extracts = typed({"teams": TEAM}) | {"tilsynssvar": review("5.1", "2021-04", 2, 3, ikke_relevant=1)}
    found = results(extracts, "2021-05", indikator_id="5.1", periodetype="maaned")
    tilsyn = keyed((r for r in found if r["kilde"] == "tilsyn"), "periode", "team_id")
    assert set(tilsyn) == {("2021-04", "A"), ("2021-04", "ALLE")}
    all_ = tilsyn["2021-04", "ALLE"]
    assert (all_["taeller"], all_["naevner"], all_["undtaget"], all_["milepael_procent"]) == (2, 3, 1, 25)
    assert {r["team_id"] for r in found if r["kilde"] == "dubu" and r["periode"] == "2021-05"} == {
        "A",
        "NY",
        "ALLE",
    }


def test_all_teams_together_are_the_sum_of_the_teams(results):
    """ALLE counts every unit, whichever team it belongs to."""
    reply = review("1.1", "2021-04", 3, 5) + review("1.1", "2021-04", 1, 4, team="B", ikke_relevant=2)
    members = keyed(
        results(
            {"tilsynssvar": reply}, "2021-04", indikator_id="1.1", periode="2021-04", periodetype="maaned"
        ),
        "team_id",
    )
    assert {t: (r["taeller"], r["naevner"], r["undtaget"]) for t, r in members.items()} == {
        "A": (3, 5, 0),
        "B": (1, 4, 2),
        "ALLE": (4, 9, 2),
    }


SURVEY = (
    # month, answers by team, the teams shown beside ALLE
    ("2021-04", {"A": 5, "B": 6}, {"A", "B", "C"}),
    ("2021-05", {"A": 5, "B": 4}, set()),
    ("2021-06", {"A": 1}, set()),
    ("2021-07", {}, {"A", "B", "C"}),
    ("2021-08", {"B": 5}, {"A", "B", "C"}),
)


def test_a_survey_shows_teams_only_where_each_that_answered_has_five(results):
    """Team rows only where every team that answered has 5 answers, or none answered; else ALLE alone."""
    reply = [r for maaned, members, _ in SURVEY for r in survey(maaned, "loeft", **members)]
    reply += survey("2021-05", "tydelig_ledelse", A=5)
    extracts = typed({"teams": "team_id | navn\nA | A\nB | B\nC | C"}) | {"spoergeskemasvar": reply}
    found = results(extracts, "2021-08", kilde="spoergeskema")
    keys = keyed(found, "indikator_id", "periodetype", "periode", "team_id")
    for maaned, members, shown in SURVEY:
        cells = {t for i, p, m, t in keys if (i, p, m) == ("3.4", "maaned", maaned)}
        assert cells == shown | {"ALLE"}, maaned
        assert keys["3.4", "maaned", maaned, "ALLE"]["naevner"] == sum(members.values())
    assert {t for i, p, m, t in keys if (i, p, m) == ("1.3", "maaned", "2021-05")} == {
        "A",
        "B",
        "C",
        "ALLE",
    }
    # the months together may show what one month may not: by the end of May A has 10 answers and B 10
    assert {t for i, p, m, t in keys if (i, p, m) == ("3.4", "rullende12", "2021-05")} == {
        "A",
        "B",
        "C",
        "ALLE",
    }
    assert {t for i, p, m, t in keys if (i, p, m) == ("3.4", "kvartal", "2021-K2")} == {
        "A",
        "B",
        "C",
        "ALLE",
    }


def test_what_is_dated_after_the_periods_day_has_not_happened(results):
    """A deed after a month's last day does not count in that month, though the delivery knows of it."""
    bfu = """
        bfu_id | startet_dato | afsluttet_dato
        B1     | 2020-12-31   | 2021-05-01
        B2     | 2020-12-31   | 2021-04-30
        B3     | 2021-01-31   | 2021-05-31
    """
    found = results(typed({"undersoegelser": bfu}), "2021-06", indikator_id="6.8", team_id="ALLE")
    figures = {
        r["periode"]: (r["taeller"], r["naevner"], r["afventer"])
        for r in found
        if r["periodetype"] == "maaned"
    }
    assert figures["2021-03"] == (0, 0, 3)
    assert figures["2021-04"] == (1, 2, 1)
    assert figures["2021-05"] == (1, 1, 0)


def test_months_before_the_baseline_have_no_result(results):
    """Every period from October 2020 on, and none whose last day is after the reported one's."""
    found = results({}, "2021-K1", indikator_id="6.8", team_id="ALLE")
    perioder = {
        t: sorted(r["periode"] for r in found if r["periodetype"] == t)
        for t in {r["periodetype"] for r in found}
    }
    maaneder = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03"]
    assert perioder == {"maaned": maaneder, "rullende12": maaneder, "kvartal": ["2020-K4", "2021-K1"]}
