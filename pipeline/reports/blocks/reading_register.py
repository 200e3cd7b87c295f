"""The reading beside the register: how good the registration is, and which objects the two differ on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.base.text import number
from pipeline.reports.blocks.actions import unit_name
from pipeline.reports.blocks.views import Line, Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.facts.reading import AgainstRegister, Round
from pipeline.reports.words.reading import (
    ANSWER_WORDS,
    corrected_text,
    question_name,
    register_note,
    round_name,
    rounds_of_year,
)
from pipeline.reports.words.series import Series

NOTHING = "–"


def register_of_year(facts: Facts, team_id: str) -> dict[str, AgainstRegister]:
    """By question: the objects of the last twelve months' rounds that both read and register judge."""
    rounds = {one.traekning_id for one in rounds_of_year(facts)}
    own = [r for r in facts.reading.register if r.team_id == team_id and r.traekning_id in rounds]
    return {id_: _summed([r for r in own if r.maalepunkt_id == id_]) for id_ in sorted(_questions(own))}


def _questions(rows: Iterable[AgainstRegister]) -> set[str]:
    return {r.maalepunkt_id for r in rows}


def _summed(rows: Sequence[AgainstRegister]) -> AgainstRegister:
    """The counts of several rounds; what is put right is one round's, and none of them together's."""
    first = rows[0]
    counts = {name: sum(getattr(r, name) for r in rows) for name in _COUNTED}
    return AgainstRegister(first.traekning_id, first.maalepunkt_id, first.team_id, **counts)


_COUNTED = ("begge_ja", "begge_nej", "kun_register", "kun_laesning")


def build_register_table(facts: Facts) -> Table:
    """The quality of registration: the four ways reading and register can meet, question by question."""
    found = register_of_year(facts, ALL)
    return Table(
        title="Læsning og register, de seneste 12 måneder",
        columns=(
            TableColumn("Målepunkt", wide=True),
            TableColumn("Begge ja", numeric=True),
            TableColumn("Begge nej", numeric=True),
            TableColumn("Kun registret", numeric=True),
            TableColumn("Kun læsningen", numeric=True),
        ),
        rows=tuple(
            (
                question_name(facts.plan, id_, facts.run.periode.last),
                *(number(getattr(r, name)) for name in _COUNTED),
            )
            for id_, r in _in_plans_order(facts, found)
        ),
        explanation=(
            "Kun læsningen: det står i sagen, men er ikke registreret. Kun registret: det er registreret, "
            "men læsningen svarede ikke ja. Registret er, som det ser ud nu."
        ),
        empty="Intet målepunkt har svar fra begge.",
    )


def _in_plans_order(facts: Facts, found: dict[str, AgainstRegister]) -> list[tuple[str, AgainstRegister]]:
    order = {indicator.id: place for place, indicator in enumerate(facts.plan.indikatorer)}
    return sorted(found.items(), key=lambda pair: order.get(pair[0], len(order)))


def build_corrected(facts: Facts) -> tuple[Line, ...]:
    """The newest round of each question that puts the register right."""
    newest: dict[str, tuple[Round, AgainstRegister]] = {}
    for one in rounds_of_year(facts):
        for r in facts.reading.register:
            if (r.traekning_id, r.team_id) == (one.traekning_id, ALL) and r.rettet_andel is not None:
                newest[r.maalepunkt_id] = (one, r)
    return tuple(
        Line(question_name(facts.plan, id_, one.til_dato), f"{corrected_text(r)} ({round_name(facts, one)}.)")
        for id_, (one, r) in newest.items()
    )


def build_differences(facts: Facts, team_id: str) -> Table:
    """The team's own cases where the reading saw otherwise than the register says."""
    rounds = {one.traekning_id: one for one in rounds_of_year(facts)}
    return Table(
        title="Læsning og register er uenige",
        columns=(
            TableColumn("Sag"),
            TableColumn("Enhed"),
            TableColumn("Rådgiver"),
            TableColumn("Målepunkt", wide=True),
            TableColumn("Registret"),
            TableColumn("Læsningen"),
        ),
        rows=tuple(
            (
                d.sag_id,
                unit_name(d),
                facts.run.raadgiver(d.raadgiver_id) or NOTHING,
                question_name(facts.plan, d.maalepunkt_id, rounds[d.traekning_id].til_dato),
                "Ja" if d.register_ja else "Nej",
                ANSWER_WORDS[d.svar],
            )
            for d in facts.reading.differences
            if d.team_id == team_id and d.traekning_id in rounds
        ),
        explanation=(
            "Ret registreringen, hvor læsningen har ret; se sagen igen, hvor registret har. Det forsvinder "
            "her, når de to er enige."
        ),
    )


# beside a figure -------------------------------------------------------------------------------------


def register_mark(series: Series) -> str:
    """A few words beside a figure whose register the reading does not bear out; empty where it does."""
    r = register_of_year(series.facts, series.team_id).get(series.indicator.id)
    return f"læsning uenig i {number(r.differing)} af {number(r.compared)}" if r and r.differing else ""


def build_register_notes(series: Series) -> tuple[str, ...]:
    """The same in plain sentences."""
    r = register_of_year(series.facts, series.team_id).get(series.indicator.id)
    note = register_note(r) if r else ""
    return (note,) if note else ()
