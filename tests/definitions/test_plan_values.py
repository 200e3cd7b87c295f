"""What each kind of value in a plan file comes with: words, unit, categories, groups, references."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.definitions.plans import read_plan_file
from tests.definitions.plan_file import PLAN, SQL, error_in, write

WORDS = PLAN[PLAN.index("    opfyldt_ord:") : PLAN.index("    retning:")]
NUMBER = "    vaerdienhed: dage\n    vaerdi_ord: fra start til slut\n"
CATEGORIES = '    kategorier: {"1-14": 1-14 sager, over 14: Over 14 sager}\n'


def as_kind(
    kind: str, value_type: str, words: str, direction: str = "stigende"
) -> tuple[tuple[str, str], ...]:
    """The change of the plan's one indicator into another kind of value."""
    return (
        ("art: frist\n    vaerditype: andel", f"art: {kind}\n    vaerditype: {value_type}"),
        (WORDS, words),
        ("retning: stigende", f"retning: {direction}"),
    )


FALLING = (
    ("{dato: 2021-04, procent: 25}", "{dato: 2021-04, procent: 250.5}"),
    ("procent: 100,", "procent: 183,"),
)


@pytest.mark.parametrize("value_type", ["rate", "sum", "gennemsnit", "median"])
def test_milestones_of_a_number_are_in_its_own_unit_and_may_fall(folder: Path, value_type: str):
    """From 250.5 days to 183: only a share is bound to 0-100, and a falling goal falls."""
    plan = read_plan_file(write(folder, *as_kind("haendelse", value_type, NUMBER, "faldende"), *FALLING))
    assert [m.procent for m in plan.indikatorer[0].milepaele] == [250.5, 183.0]
    assert plan.indikatorer[0].met_for(2) == ""


def test_a_count_may_have_milestones_beyond_100(folder: Path):
    """A count is said with the predicate of shares, and its milestones are counts."""
    count = as_kind("haendelse", "antal", "    opfyldt_ord: blev holdt\n")
    plan = read_plan_file(write(folder, *count, ("procent: 100,", "procent: 150,")))
    assert plan.indikatorer[0].milepaele[-1].procent == 150
    assert plan.indikatorer[0].met_for(1) == "blev holdt"


def test_a_distribution_names_its_categories_in_order(folder: Path):
    """They are shown in the order of the file, also those nobody falls in."""
    target = PLAN[PLAN.index("maaltype: milepaele") : PLAN.index("aktiviteter:")]
    distribution = as_kind("beholdning", "fordeling", CATEGORIES)
    plan = read_plan_file(write(folder, *distribution, (target, "maaltype: ingen\n")))
    assert list((plan.indikatorer[0].kategorier or {}).items()) == [
        ("1-14", "1-14 sager"),
        ("over 14", "Over 14 sager"),
    ]


@pytest.mark.parametrize(
    ("value_type", "words", "outcome"),
    [
        (
            "median",
            "",
            [
                "vaerdienhed: mangler, når vaerditype er median",
                "vaerdi_ord: mangler, når vaerditype er median",
            ],
        ),
        ("antal", "", ["opfyldt_ord: mangler, når vaerditype er antal"]),
        ("antal", WORDS + "    vaerdienhed: dage\n", ["vaerdienhed: bruges ikke, når vaerditype er antal"]),
        (
            "median",
            NUMBER + "    opfyldt_ord: holdt\n",
            ["opfyldt_ord: bruges ikke, når vaerditype er median"],
        ),
        ("median", NUMBER + "    opfyldt_ord_ental: holdt\n", ["opfyldt_ord_ental: kræver opfyldt_ord"]),
        ("fordeling", CATEGORIES, ["maaltype: en fordeling har ikke én værdi og kan ikke have milepaele"]),
        (
            "fordeling",
            "",
            [
                "kategorier: mangler, når vaerditype er fordeling",
                "maaltype: en fordeling har ikke én værdi og kan ikke have milepaele",
            ],
        ),
        ("fordeling", "    kategorier: {}\n", ["kategorier: skal have mindst én"]),
        ("fordeling", "    kategorier: {a: A, 15: B}\n", ["kategorier 15: skal være tekst"]),
    ],
)
def test_a_value_comes_with_its_words_and_no_others(
    folder: Path, value_type: str, words: str, outcome: list[str]
):
    """A report needs the words to say a value, and would never say any others."""
    lines = error_in(folder, *as_kind("haendelse", value_type, words))
    assert sorted(line.split("indikatorer 1.1 ")[1] for line in lines) == sorted(outcome)


@pytest.mark.parametrize(
    ("kind", "value_type", "source", "outcome"),
    [
        ("beholdning", "rate", "dubu", "rate kan kun opgøres for en haendelse"),
        ("haendelse", "median", "tilsyn", "svar i ledelsestilsynet kan kun opgøres som andel"),
    ],
)
def test_a_kind_of_value_that_a_measure_cannot_have_is_refused(
    folder: Path, kind: str, value_type: str, source: str, outcome: str
):
    """Exposure is counted for events alone, and an answer is yes or no."""
    tilsyn = (
        [("kilde: dubu", "kilde: tilsyn"), ("tilsyn_foerer: false", "tilsyn_foerer: true")]
        if source == "tilsyn"
        else []
    )
    (line,) = error_in(folder, *as_kind(kind, value_type, NUMBER), *tilsyn)
    assert line.endswith(f"indikatorer 1.1 vaerditype: {outcome}")


def test_groups_are_named_where_the_units_carry_one(folder: Path):
    """A missing group is told as not stated; one the plan forgot keeps its code, so that it is seen."""
    (folder / "sql" / "til_tiden.sql").write_text(SQL.replace("$slags", "$slags as gruppe"), encoding="utf-8")
    (line,) = error_in(folder)
    assert line.endswith("indikatorer 1.1 grupper: mangler: til_tiden.sql deler enhederne i grupper")
    groups = "grupper: {titel: Slags, navne: {ny: Nye sager}}\n    retning: stigende"
    found = read_plan_file(write(folder, ("retning: stigende", groups))).indikatorer[0].grupper
    assert found is not None
    assert [found.name(g) for g in ("ny", "ukendt", "gammel")] == ["Nye sager", "Ikke oplyst", "gammel"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("[a, b]", ["a", "b"]),
        ("[1, 2.5]", [1, 2.5]),
        ("true", True),
        ("null", None),
        ("2020-10-01", date(2020, 10, 1)),
    ],
)
def test_a_parameter_may_be_what_sql_can_take(folder: Path, written: str, value: object):
    """Texts, numbers, dates, true and false, nothing, and lists of texts or of numbers."""
    plan = read_plan_file(write(folder, ("slags: null", f"slags: {written}")))
    assert plan.indikatorer[0].beregning.parametre["slags"] == value


def test_a_reference_may_be_words_alone(folder: Path):
    """A source that prints "i de fleste" has no number to draw; the key says so, it is not forgotten."""
    text = (
        "referencer: [{vaerdi: null, dato: 2014, tekst: I de fleste, kilde: K, forbehold: F}]\n    maaltype: "
    )
    beside = (("maaltype: milepaele", text.replace("2014", "2014-12") + "milepaele"),)
    (found,) = read_plan_file(write(folder, *beside)).indikatorer[0].referencer
    assert (found.vaerdi, found.dato, found.tekst) == (None, date(2014, 12, 31), "I de fleste")


ACTION = "    handling: {alvor: retssikkerhed, goer: Partshør, hvem: raadgiver}\n    beregning:"


def test_a_deadline_says_what_is_to_be_done(folder: Path):
    """The call, who acts and how grave it is stand in the plan; what to ask of an old one may be left out."""
    (found,) = read_plan_file(write(folder, ("    beregning:", ACTION))).indikatorer
    assert found.handling is not None
    assert (found.handling.rank, found.handling.goer) == (1, "Partshør")
    assert found.handling.hvis_gammel == "Er det gjort, men ikke skrevet ind?"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("alvor: retssikkerhed", "alvor: 1", "alvor"),
        ("goer: Partshør, ", "", "goer"),
        ("hvem: raadgiver", "hvem: alle", "hvem"),
        ("hvem: raadgiver", "hvem: raadgiver, gerning: [partshøring]", "gerning"),
    ],
)
def test_an_action_is_whole_and_in_known_words(folder: Path, before: str, after: str, fault: str):
    """Half an action would put a deadline in the wrong place, or tell nobody what to do."""
    (line,) = error_in(folder, ("    beregning:", ACTION.replace(before, after)))
    assert f"handling {fault}" in line


def test_what_has_no_deadline_has_nothing_to_act_on_in_time(folder: Path):
    """An action that no list would ever show is refused."""
    (line,) = error_in(folder, ("art: frist", "art: haendelse"), ("    beregning:", ACTION))
    assert line.endswith("bruges ikke, når art er haendelse: den har ingen frister")
