"""Each kind of value in its own words: short, with its count, in a sentence, against milestone and start."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.periods import read_periode
from pipeline.base.text import HARD_SPACE
from pipeline.definitions.plan_fields import ValueType
from pipeline.definitions.plan_models import Indicator
from pipeline.reports.facts import Result, Share
from pipeline.reports.words.axis import round_axis
from pipeline.reports.words.values import KINDS, value_of
from pipeline.reports.words.verdicts import assess, conclusion

Q2 = read_periode("2021-K2")
DAYS = {"vaerdienhed": "dage", "vaerdi_ord": "fra modtagelse til svar"}
KR = {"vaerdienhed": "kr.", "vaerdi_ord": "til anbringelser"}
MET = {"opfyldt_ord": "blev besvaret"}


def indicator(kind: str, **fields: object) -> Indicator:
    """An indicator of this kind; what is not named is as in any plan."""
    given = {
        "id": "X1",
        "udviklingspunkt": 1,
        "titel": "Titel",
        "spoergsmaal": "Hvad?",
        "kilde": "dubu",
        "planens_maaling": "DUBU.",
        "planens_ordlyd": "Ord.",
        "tilsyn_foerer": False,
        "art": "haendelse",
        "vaerditype": kind,
        "enhed": "underretning",
        "enhed_flertal": "underretninger",
        "retning": "stigende",
        "taeller_tekst": "T.",
        "naevner_tekst": "N.",
        "lovgrundlag": "Ingen.",
        "ansvarlig": "A",
        "beregning": {"sql": "tilsynssvar"},
        "maaltype": "ingen",
    }
    return Indicator.model_validate({**given, **fields})


def result(vaerdi: float | None, n: float | None, k: int | None = None, **fields: object) -> Result:
    """A result of the second quarter."""
    names = Result.__dataclass_fields__
    given = {
        **dict.fromkeys(names),
        "indikator_id": "X1",
        "kilde": "dubu",
        "team_id": "T1",
        "periodetype": "kvartal",
        "periode": "2021-K2",
        "taeller": k,
        "naevner": n,
        "undtaget": 0,
        "afventer": 0,
        "vaerdi": vaerdi,
        "status": "uden_milepael",
        "usikker": False,
        "foerer": True,
        "shares": (),
    }
    return Result(**{**given, **fields})


def told(one: Indicator, r: Result) -> tuple[str, str, str]:
    """Short, full, and the whole sentence."""
    value = value_of(one, r.kilde)
    texts = value.short(r), value.full(r), conclusion(value, r, Q2, Q2.last)
    return tuple(text.replace(HARD_SPACE, " ") for text in texts)  # type: ignore[return-value]


OPEN = "planen har ikke fastsat en milepæl."
SHARES = (
    Share("Højst 14", 3, 30.0, 10.0, 60.0),
    Share("15 og flere", 7, 70.0, 40.0, 90.0),
    Share("Ingen", 0, 0.0, 0.0, 28.0),
)


@pytest.mark.parametrize(
    ("one", "r", "expected"),
    [
        (
            indicator("andel", **MET),
            result(75.0, 16, 12),
            ("75 %", "12 af 16 (75 %)", f"12 af 16 underretninger blev besvaret (75 %); {OPEN}"),
        ),
        (
            indicator("antal", **MET),
            result(1, None, 1),
            ("1", "1 underretning", f"1 underretning blev besvaret; {OPEN}"),
        ),
        (
            indicator("rate", vaerdienhed="pr. 100 børn", vaerdi_ord="i målgruppen"),
            result(4.25, 282.4, 12),
            (
                "4,3 pr. 100 børn",
                "4,3 pr. 100 børn (12 underretninger)",
                f"4,3 pr. 100 børn i målgruppen (12 underretninger); {OPEN}",
            ),
        ),
        (
            indicator("sum", **KR),
            result(1886.4, 2),
            (
                "1.886 kr.",
                "1.886 kr. (2 underretninger)",
                f"I alt 1.886 kr. til anbringelser (2 underretninger); {OPEN}",
            ),
        ),
        (
            indicator("gennemsnit", **DAYS),
            result(12.0, 16),
            (
                "12 dage",
                "12 dage (16 underretninger)",
                f"I gennemsnit 12 dage fra modtagelse til svar (16 underretninger); {OPEN}",
            ),
        ),
        (
            indicator("median", **DAYS),
            result(1.0, 16),
            (
                "1 dag",
                "1 dag (16 underretninger)",
                f"Medianen er 1 dag fra modtagelse til svar (16 underretninger); {OPEN}",
            ),
        ),
        (
            indicator("fordeling", kategorier={"a": "A"}),
            result(None, 10, shares=SHARES),
            (
                "10 underretninger",
                "10 underretninger",
                f"10 underretninger: 3 i „Højst 14“ og 7 i „15 og flere“; {OPEN}",
            ),
        ),
    ],
    ids=list(KINDS),
)
def test_each_kind_is_told_in_its_own_words(one, r, expected):
    """Short, with its count, and in a sentence that names unit and value as the plan does."""
    assert told(one, r) == expected


def test_every_kind_a_plan_may_use_has_its_class():
    """The registry is complete, and a class is found by the name it carries."""
    from typing import get_args

    assert set(KINDS) == set(get_args(ValueType))
    assert {name: kind.vaerditype for name, kind in KINDS.items()} == {name: name for name in KINDS}


@pytest.mark.parametrize(
    ("kind", "words"),
    [("gennemsnit", "for få til at regne et gennemsnit"), ("median", "for få til at regne en median")],
)
def test_a_mean_of_fewer_than_five_is_not_shown(kind, words):
    """One unit more would move it: the count stands alone, and it is said why."""
    short, full, sentence = told(indicator(kind, **DAYS), result(12.0, 4, usikker=True))
    assert (short, full) == ("4 underretninger", "4 underretninger")
    assert sentence == f"4 underretninger, {words}; {OPEN}"
    assert "12" not in sentence


def test_a_sum_and_a_count_are_what_they_are_however_few():
    """Two bills are a sum, and no absence is 0."""
    assert told(indicator("sum", **KR), result(900.5, 1))[0] == "901 kr."
    assert told(indicator("antal", **MET), result(0, None, 0))[2].startswith("0 underretninger blev besvaret")


FALLING = {
    **DAYS,
    "retning": "faldende",
    "maaltype": "milepaele",
    "milepaele": [{"dato": "2021-04", "procent": 30}],
}


@pytest.mark.parametrize(
    ("vaerdi", "status", "usikker", "end"),
    [
        (28.0, "naaet", False, "; milepælen på højst 30 dage er nået."),
        (34.0, "ikke_naaet", False, "; milepælen på højst 30 dage er ikke nået, det er 4 dage for meget."),
        (
            31.0,
            "ikke_naaet",
            True,
            "over milepælen på højst 30 dage, men for få til at konkludere (usikkerheden er 25–40 dage).",
        ),
    ],
)
def test_a_falling_milestone_is_mirrored_and_in_its_unit(vaerdi, status, usikker, end):
    """At most so many days; what is too much is said in days."""
    r = result(
        vaerdi,
        16,
        status=status,
        usikker=usikker,
        milepael_procent=30.0,
        milepael_dato=date(2021, 4, 30),
        ki_nedre=25.4,
        ki_oevre=39.2,
        afstand_pp=vaerdi - 30,
    )
    assert told(indicator("median", **FALLING), r)[2].endswith(end)


def test_a_number_never_contradicts_its_milestone():
    """30.04 days is not shown as the 30 it has not come down to."""
    r = result(30.04, 16, status="ikke_naaet", milepael_procent=30.0, milepael_dato=date(2021, 4, 30))
    assert told(indicator("median", **FALLING), r)[0] == "30,04 dage"


@pytest.mark.parametrize(
    ("status", "words", "end"),
    [
        (
            "bedre",
            "Bedre end ved start",
            "var det 40 dage, ændringen er −12 dage: bedre end ved start.",
        ),
        ("daarligere", "Dårligere end ved start", "dårligere end ved start."),
        (
            "ikke_til_at_skelne",
            "Kan ikke skelnes fra tilfældig variation",
            "kan ikke skelnes fra tilfældig variation.",
        ),
        ("baseline", "Udgangspunktet", "det er udgangspunktet, som de senere perioder holdes op mod."),
        ("foer_baseline", "Før udgangspunktet", "perioden ligger før udgangspunktet."),
        ("baseline_mangler", "Udgangspunktet mangler", "der er intet udgangspunkt at holde det op mod."),
        ("uden_vurdering", "Vurderes ikke", "ændringen er −12 dage."),
    ],
)
def test_against_its_start_by_status_alone(status, words, end):
    """The verdict is the results' own; the sentence says what it was then and how far it has moved."""
    compared = status in {"bedre", "daarligere", "ikke_til_at_skelne", "uden_vurdering"}
    then = {
        "baseline_periode": "2021-K1",
        "baseline_vaerdi": 40.0,
        "baseline_naevner": 20.0,
        "forskel": -12.0,
    }
    r = result(28.0, 16, status=status, usikker=status == "ikke_til_at_skelne", **(then if compared else {}))
    one = indicator("median", **DAYS, maaltype="baseline", baseline="2021-03")
    assert assess(value_of(one, "dubu"), r).words == words
    assert told(one, r)[2].endswith(end)


def test_better_on_too_few_is_too_few():
    """Four on either side prove nothing, whatever the interval says."""
    one = indicator("median", **DAYS, maaltype="baseline", baseline="2021-03")
    assert assess(value_of(one, "dubu"), result(28.0, 4, status="bedre", usikker=True)).short == "For få"


def test_a_year_is_held_against_the_twelve_months_of_its_start():
    """The baseline of a year is named by the month its twelve months end with."""
    one = indicator("sum", **KR, maaltype="baseline", baseline="2021-03")
    r = result(
        900.0,
        9,
        periodetype="aar",
        periode="2022",
        status="uden_vurdering",
        baseline_periode="2021-03",
        baseline_vaerdi=1000.0,
        forskel=-100.0,
    )
    assert "i de 12 måneder til marts 2021 var det 1.000 kr., ændringen er −100 kr." in told(one, r)[2]


def test_case_review_beside_any_kind_is_a_share():
    """The second source has units of its own and no unit of days."""
    r = result(50.0, 6, 3, kilde="tilsyn")
    assert told(indicator("median", **DAYS), r)[0] == "50 %"
    assert told(indicator("median", **DAYS), r)[2].startswith("3 af 6 gennemgåede sager levede op til kravet")


@pytest.mark.parametrize(
    ("most", "top"), [(0, 1), (3, 4), (7.2, 8), (37, 40), (183, 200), (1886, 2000), (70, 80)]
)
def test_an_axis_ends_at_a_round_number_above_its_values(most, top):
    """From 0, with half the height named too."""
    axis = round_axis([None, most], str)
    assert (axis.top, axis.ticks) == (top, ((0.0, "0.0"), (top / 2, str(top / 2)), (top, str(float(top)))))


def test_how_far_behind_is_comparable_across_kinds():
    """Percentage points of a share, percent of the milestone of what has a unit; the falling one mirrored."""
    share = value_of(indicator("andel", **MET), "dubu")
    days = value_of(indicator("median", **FALLING), "dubu")
    assert share.behind_by(result(40.0, 10, 4, milepael_procent=50.0)) == 10
    assert days.behind_by(result(33.0, 10, milepael_procent=30.0)) == pytest.approx(10)
    assert days.gained(result(40.0, 10), result(30.0, 10)) == pytest.approx(25)


@pytest.mark.parametrize("kind", ["antal", "rate"])
def test_a_count_moves_in_percent_of_what_it_was(kind):
    """Twelve percent fewer, whatever the unit."""
    fields = MET if kind == "antal" else {"vaerdienhed": "pr. 100 børn", "vaerdi_ord": "i målgruppen"}
    value = value_of(indicator(kind, **fields), "dubu")
    assert value.moved(-12.3).replace(HARD_SPACE, " ") == "−12 %"
    assert value_of(indicator("andel", **MET), "dubu").moved(4.5) == "+4,5 procentpoint"
