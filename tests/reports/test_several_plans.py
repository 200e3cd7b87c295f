"""Plans of one run that ask the same: a figure told once, a duty listed once, each plan's verdict its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.database import Database
from pipeline.base.mailbody import MailFrame
from pipeline.base.periods import read_periode
from pipeline.definitions.plan_models import Computation, Indicator, Milepael, Plan
from pipeline.reports import Reports
from pipeline.reports.facts import ALL, Facts, fetch_facts
from pipeline.reports.papers.feedback import build_feedback
from pipeline.reports.papers.input_book import build_input
from pipeline.reports.papers.report import build_page
from pipeline.reports.papers.workbook import build_sheets
from tests.reports.own_plan import plain, publish

FRAME = MailFrame("Prøve Kommune", "rapporter")
LOW = (Milepael(dato=date(2021, 4, 30), procent=20),)


def twin(own: Plan, **changes: object) -> Plan:
    """Another plan with the same three indicators under other ids; Q1 promises 20 % where P1 promises 75."""

    def copied(indicator: Indicator) -> Indicator:
        given: dict[str, object] = {"id": indicator.id.replace("P", "Q")}
        if indicator.id == "P1":
            given["milepaele"] = LOW
        given |= dict(changes.get(indicator.id, {}))  # type: ignore[call-overload]
        return indicator.model_copy(update=given)

    return own.model_copy(
        update={
            "plan_id": "tvilling",
            "titel": "Tvillingen",
            "indikatorer": tuple(copied(i) for i in own.indikatorer),
            "spor": (),
            "aktiviteter": (),
        }
    ).lying_in(own.folder or Path())


def since(day: date) -> Computation:
    """P2's computation from another first day."""
    return Computation(sql="underretning_tilbagemeldingstid", parametre={"fra_dato": day})


def run(database: Database, plans: list[Plan]) -> tuple[Facts, ...]:
    publish(database, plans, read_periode("2021-K2"), date(2021, 6, 30))
    return fetch_facts(database, plans)


@pytest.fixture
def both(database: Database, own: Plan) -> tuple[list[Plan], tuple[Facts, ...]]:
    """The plan and its twin, computed together."""
    plans = [own, twin(own)]
    return plans, run(database, plans)


ASKED = [
    pytest.param({}, {"Q1": "P1", "Q2": "P2", "Q3": "P3"}, id="the same file, parameters and figures"),
    pytest.param(
        {"P2": {"beregning": since(date(2020, 6, 1))}},
        {"Q1": "P1", "Q2": "P2", "Q3": "P3"},
        id="an earlier first day that makes no difference",
    ),
    pytest.param(
        {"P2": {"beregning": since(date(2021, 5, 1))}},
        {"Q1": "P1", "Q3": "P3"},
        id="a later first day that leaves some out of the twelve months",
    ),
    pytest.param(
        {"P2": {"vaerditype": "gennemsnit"}}, {"Q1": "P1", "Q3": "P3"}, id="a mean is not the median"
    ),
]


@pytest.mark.parametrize(("changes", "repeats"), ASKED)
def test_what_is_the_same_figure(database: Database, own: Plan, changes: dict, repeats: dict[str, str]):
    """Decided by what is asked and what came of it; never by ids or names of plans."""
    first, second = run(database, [own, twin(own, **changes)])
    assert first.repeats == {}
    assert {id_: same for id_, (_, same) in second.repeats.items()} == repeats
    assert {plan_id for plan_id, _ in second.repeats.values()} == {"proeveplan"}


def test_the_order_of_the_run_says_who_tells_it(database: Database, own: Plan):
    """The plan that leads; its ids stand in the other's lines."""
    first, second = run(database, [twin(own), own])
    assert first.repeats == {}
    assert second.repeats["P1"] == ("tvilling", "Q1")


def test_a_figure_with_a_review_of_its_own_is_told_in_full(database: Database, own: Plan):
    """What the review saw under its id stands nowhere else."""
    plans = [own, twin(own)]
    publish(database, plans, read_periode("2021-K2"), date(2021, 6, 30))
    database.run(
        "insert into indikator_resultat by name from indikator_resultat select * replace ('tilsyn' as kilde) "
        "where indikator_id = 'Q1' and team_id = 'ALLE'"
    )
    assert "Q1" not in fetch_facts(database, plans)[1].repeats


def test_the_others_report_has_one_line_with_a_link_and_its_own_verdict(database: Database, both):
    """The figure itself stands in the leading plan's report alone."""
    plans, _ = both
    reports = Reports(database, plans)
    (section,), (leading,) = reports.page("T1", "tvilling").section, reports.page("T1").section
    assert [block.id for block in leading.blocks] == ["P1", "P2", "P3"]
    assert section.blocks == ()
    line = section.repeated[0]
    assert line.link == "P1 Opfølgning til tiden i rapporten for Tættere på familierne"
    assert line.address == "rapport.html#i-P1"
    assert line.verdict != leading.blocks[0].verdict
    assert "ilepælen på 20" in line.text
    assert [r.verdict is None for r in section.repeated] == [False, False, True]


def test_the_others_comments_tell_the_verdicts_alone(both):
    """Where it has a target of its own; without one there is nothing to comment on again."""
    _, facts = both
    comments, *_ = build_input(facts, "ALLE")
    own = [row for row in comments.rows if not isinstance(row, str) and row["plan_id"] == "tvilling"]
    assert [(row["indikator_id"], row["resultat"]) for row in own] == [
        ("Q1", "samme tal som P1"),
        ("Q2", "samme tal som P2"),
    ]
    assert all(row["vurdering"] for row in own)


def test_a_deadline_two_plans_set_is_one_row_everywhere(database: Database, own: Plan, both):
    """In lists, workbook and the caseworkers' pages: the first plan's, naming the other's indicator."""
    plans, facts = both
    (alone,) = fetch_facts_of(database, [own])
    assert [f.enhed_id for f in facts[0].run.frister] == [f.enhed_id for f in alone.run.frister]
    assert {f.ogsaa for f in facts[0].run.frister} == {("Q1",)}
    assert len(facts[0].run.shortfalls) == len(alone.run.shortfalls)
    reports = Reports(database, plans)
    first, second = (reports.page("T1", plan.plan_id).action_list for plan in plans)
    for list_ in (second.overdue, second.soon, second.later, second.pulls_down):
        assert list_.groups == ()
    assert "mere står i den rapport, der nævner dem først" in second.elsewhere
    assert any(
        "P1 Opfølgning til tiden (også Q1)" in point
        for group in first.overdue.groups
        for task in group.tasks
        for point in task.points
    )
    _, *by_deadline = build_sheets(facts, "T1")
    for sheet in by_deadline:
        assert len({row[2:] for row in sheet.rows}) == len(sheet.rows)
    over = by_deadline[0]
    assert over.rows
    assert {row[over.columns.index("Også")] for row in over.rows} == {"Q1"}
    frister = build_feedback(facts, "T1", over.rows[0][over.columns.index("Rådgiver")]).chapters[1]
    assert [row[3] for table in frister.tables for row in table.rows][:1] == [
        "P1 Opfølgning til tiden (Tættere på familierne og Q1)"
    ]


def fetch_facts_of(database: Database, plans: Sequence[Plan]) -> tuple[Facts, ...]:
    """The facts of some of the plans that were computed."""
    ids = ", ".join(f"'{plan.plan_id}'" for plan in plans)
    for table in ("fristliste", "indikator_raekke", "plan", "periode"):
        database.run(f"create or replace temp view {table} as from ud.{table} where plan_id in ({ids})")
    found = fetch_facts(database, plans)
    for table in ("fristliste", "indikator_raekke", "plan", "periode"):
        database.run(f"drop view temp.{table}")
    return found


def test_mail_and_committee_lead_there_too(database: Database, both, tmp_path):
    """The mail has the plan's own verdicts and no figure again; the committee's paper a link."""
    plans, _ = both
    reports = Reports(database, plans)
    with reports.mails() as body:
        text = " ".join(body("T1", FRAME).text.split())
    mail = text[text.index("TVILLINGEN") :]
    assert "1 af 1 milepæl er nået, og ingen er med sikkerhed misset." in mail
    assert "1 af 1 tal er bedre end ved start." in mail
    assert "24 af 30" not in mail
    reports.write(tmp_path)
    html = (tmp_path / "udvalg" / "tvilling.html").read_text(encoding="utf-8")
    assert '<a href="rapport.html">se P1 i orienteringen om Tættere på familierne</a>' in html
    assert "24 af 30" not in plain(html)
    assert "24 af 30" in plain((tmp_path / "udvalg" / "rapport.html").read_text(encoding="utf-8"))


def test_what_the_first_report_tells_is_no_row_of_zeros_in_the_next(database: Database, own: Plan):
    """A chapter whose figures another report tells says so; the table of deadlines stands there alone."""
    facts = run(database, [own, twin(own)])
    first, second = (build_page(facts, one, ALL) for one in facts)
    assert first.teams is not None
    assert second.teams is None
    told = [section.told for section in second.section if section.repeated and not section.blocks]
    assert told
    assert all(text.endswith(" med samme tal som i den anden rapport") for text in told)
    assert second.behind is None
