# ruff: noqa: E501 - mistakes and what is said of them stand in one line each
"""The questions and themes of a plan's case review, and that every plan asks what it measures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from pipeline.definitions.plans import Plan, all_plans, kendte_maalepunkter, read_plan, read_plan_file
from tests.definitions.plan_file import PLAN, error_in, write

REVIEW = """\
maalepunkter:
  - {id: M1, gyldig_fra: 2021-01-01, tema: T, ordlyd: Er det?, vejledning: V, genstand_type: sag, indikator: null}
  - {id: M2, gyldig_fra: 2021-01-01, tema: T, ordlyd: Var det?, vejledning: V, genstand_type: indsats, indikator: null}
tilsyn:
  - id: beslutninger
    titel: Beslutninger
    genstand: afgoerelser
    parametre: {paragraffer: null}
    maalepunkter: [M2, M1]
    hyppighed: kvartal
    foerste_periode: 2021-K2
    enhed: genstand
    tilbage_maaneder: 3
    laeser: leder
"""
END = PLAN.splitlines(keepends=True)[-1]
WITH_REVIEW = (END, END + REVIEW)
M1, M2 = (line for line in REVIEW.splitlines() if "{id: M" in line)


def plan(folder: Path, *changes: tuple[str, str]) -> Plan:
    return read_plan_file(write(folder, WITH_REVIEW, *changes))


def test_a_plan_says_what_is_asked_and_drawn(folder: Path):
    """In the theme's order; an unknown theme is told with those there are."""
    found = plan(folder)
    theme = found.theme("beslutninger")
    assert [q.id for q in found.questions(theme, date(2021, 6, 30))] == ["M2", "M1"]
    assert [span.name for span in theme.rounds(date(2021, 10, 1))] == ["2021-K2", "2021-K3", "2021-K4"]
    with pytest.raises(UsageFault, match="Temaet 'andet' findes ikke i proeve: vælg et af beslutninger"):
        found.theme("andet")


def test_a_question_may_change_its_wording(folder: Path):
    """One entry per wording; each round asks as it is worded that day, and what has ended is asked no more."""
    new = M1.replace("gyldig_fra: 2021-01-01", "gyldig_fra: 2021-07-01").replace("Er det?", "Er det nu?")
    old = M1.replace("gyldig_fra: 2021-01-01", "gyldig_fra: 2021-01-01, gyldig_til: 2021-06-30")
    ended = M2.replace("gyldig_fra: 2021-01-01", "gyldig_fra: 2021-01-01, gyldig_til: 2021-06-30")
    found = plan(folder, (M1, f"{old}\n{new}"), (M2, ended))
    theme = found.theme("beslutninger")
    for day, asked in {date(2021, 6, 30): ["Var det?", "Er det?"], date(2021, 7, 1): ["Er det nu?"]}.items():
        assert [q.ordlyd for q in found.questions(theme, day)] == asked


MISTAKES = [
    ([("ordlyd: Er det?", "ordlid: Er det?")], ["maalepunkter M1 ordlyd: mangler", "ordlid: er en ukendt nøgle"]),
    ([("laeser: leder", "laeser: alle")], ["tilsyn beslutninger laeser: skal være en af: leder, paa_tvaers"]),
    ([("laeser: leder", "leser: leder")], ["tilsyn beslutninger laeser: mangler", "leser: er en ukendt nøgle"]),
    ([("indikator: null", "indikator: '1.2'")], ["M1 indikator: skal have samme id", "1.2 findes ikke i planen"]),
    ([("{id: M1", "{id: '1.1'"), ("M2, M1", "M2")], ["1.1 indikator: skal være 1.1: svarene tæller med dér"]),
    ([("{id: M1", "{id: M2"), ("M2, M1", "M2")], ["M2 id: M2 står to gange for de samme dage"]),
    ([(M1, M1.replace("tema: T", "gyldig_til: 2020-12-31, tema: T"))], ["M1 gyldig_til: ligger før gyldig_fra"]),
    ([("[M2, M1]", "[M2, M3, M2]")], ["M3 findes ikke i planen", "M2 står to gange"]),
    ([("foerste_periode: 2021-K2", "foerste_periode: 2021-04")], ["skal være et kvartal (åååå-K1), når hyppighed er"]),
    ([("foerste_periode: 2021-K2", "foerste_periode: 2022-K1")], ["foerste_periode: ligger uden for planens periode"]),
    ([("genstand: afgoerelser", "genstand: findes_ikke")], ["findes_ikke.sql findes ikke i sql/review/rammer"]),
    ([("{paragraffer: null}", "{andet: 1}")], ["afgoerelser.sql spørger også efter paragraffer", "bruger ikke andet"]),
    ([("genstand: afgoerelser", "genstand: moeder"), ("{paragraffer: null}", "{}")],
     ["M2 spørger til indsats, men moeder.sql trækker opfoelgning"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "told"), MISTAKES, ids=[told[0] for _, told in MISTAKES])
def test_a_mistake_is_named_with_its_place(folder: Path, changes: list[tuple[str, str]], told: list[str]):
    """Each once, with line and entry; an unknown key never passes unseen."""
    lines = error_in(folder, WITH_REVIEW, *changes)
    assert len(lines) == len(told)
    for text in told:
        assert sum(text in line for line in lines) == 1, lines
    assert all(line.startswith("proeve.yaml, linje ") for line in lines)


def test_every_mistake_is_named_at_once(folder: Path):
    """Of questions and of themes."""
    changes = [
        ("[M2, M1]", "[M2, M9]"),
        ("genstand: afgoerelser", "genstand: nej"),
        ("hyppighed: kvartal", "hyppighed: uge"),
    ]
    lines = error_in(folder, WITH_REVIEW, *changes)
    assert len(lines) == 2  # a theme that does not hold of its own is not held against the rest
    assert "M9 findes ikke" in "".join(lines)
    assert "hyppighed: skal være en af: maaned, kvartal" in "".join(lines)


def test_a_plans_own_frame_goes_before_a_shipped_one(folder: Path):
    """In `sql/rammer` beside the plan."""
    own = folder / "sql" / "rammer" / "afgoerelser.sql"
    own.parent.mkdir()
    own.write_text(
        "-- one row\nselect 'indsats' as genstand_type, $paragraffer, $fra_dato\n", encoding="utf-8"
    )
    found = plan(folder)
    assert found.theme("beslutninger").frame_file(found.folder) == own


@pytest.mark.parametrize("shipped", all_plans(), ids=lambda plan: plan.plan_id)
def test_everything_a_plan_measures_by_reading_is_asked(shipped: Plan):
    """Each indicator of case review has a question of its id, in use from the plan's first day, in a theme."""
    asked = {id_ for theme in shipped.tilsyn for id_ in theme.maalepunkter}
    questions = {q.id: q for q in shipped.maalepunkter}
    led = {i.id for i in shipped.indikatorer if i.tilsyn_foerer}
    assert led <= questions.keys() & asked
    assert questions.keys() == asked
    assert all(q.holds_on(shipped.start_dato) for q in shipped.maalepunkter)


def test_slagelse_reads_as_its_document_says():
    """Monthly one of each caseworker's in visitation from week 9 of 2021; each quarter by object."""
    plan = read_plan("slagelse_2021_2023")
    rounds = {
        theme.id: (theme.hyppighed, theme.foerste_periode, theme.enhed, theme.antal, theme.omraade)
        for theme in plan.tilsyn
    }
    assert rounds.pop("underretninger") == ("maaned", "2021-03", "raadgiver", 1, "visitation")
    assert set(rounds.values()) == {("kvartal", "2021-K1", "genstand", None, None)}
    assert plan.theme("underretninger").parametre["modtaget_fra"] == date(2020, 10, 1)


def test_a_reviews_questions_may_be_answered_in_the_delivery_too():
    """An id that is no indicator's is known to the intake."""
    assert {"L1", "B19", "6.5"} <= kendte_maalepunkter()
