"""What the leaders' reading says, for a team or all: by round, beside the register, and what is open.

A team sees its own answers, its own cases and what its leader has still to read; nobody's page tells of a
reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.base.text import days, number, short_dato
from pipeline.reports.blocks.views import Line, Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.facts.reading import Aftale, AgainstRegister, Answers, Coverage, Round
from pipeline.reports.words.reading import (
    ANSWER_WORDS,
    corrected_text,
    coverage_text,
    question_name,
    reservation,
    round_name,
    rounds_of_year,
    rounds_told,
    share_text,
    uncertainty_text,
)

NOTHING = "–"


@dataclass(frozen=True)
class RoundTold:
    """One round: what was read, what it can show, and the answers."""

    title: str
    coverage: str
    reservation: str
    table: Table


@dataclass(frozen=True)
class ReadingSection:
    """All that a page says of the reading; `nothing` stands in its place where there is nothing yet."""

    rounds: tuple[RoundTold, ...]
    registers: tuple[Line, ...]
    tables: tuple[Table, ...]
    nothing: str


def build_reading(facts: Facts, team_id: str) -> ReadingSection | None:
    """The section of a team, or of the department (`ALL`); None where the plan has nothing read."""
    if not facts.plan.tilsyn:
        return None
    rounds = tuple(filter(None, (build_round(facts, one, team_id) for one in rounds_told(facts))))
    registers = _registers(facts) if team_id == ALL else ()
    tables = [
        *((build_register_table(facts),) if team_id == ALL else (_differences(facts, team_id),)),
        build_missing(facts, team_id),
        build_aftaler(facts, team_id),
    ]
    filled = tuple(table for table in tables if table.rows)
    nothing = "" if rounds or filled else "Der er ikke læst nogen sager endnu i denne periode."
    return ReadingSection(rounds, registers, filled, nothing)


# the answers of a round ------------------------------------------------------------------------------


def build_round(facts: Facts, one: Round, team_id: str) -> RoundTold | None:
    """One round as a team's page tells it, or the department's; None where it holds nothing of the team."""
    coverage = find_coverage(facts, one, team_id)
    if coverage is None or not coverage.trukket:
        return None
    answers = tuple(
        a for a in facts.reading.answers if (a.traekning_id, a.team_id) == (one.traekning_id, team_id)
    )
    return RoundTold(
        title=round_name(facts, one),
        coverage=coverage_text(one, coverage),
        reservation=reservation(one, coverage, answers),
        table=_answer_table(facts, one, answers),
    )


def find_coverage(facts: Facts, one: Round, team_id: str) -> Coverage | None:
    """What came of a round for a team, or for all."""
    key = (one.traekning_id, team_id)
    return next((c for c in facts.reading.coverage if (c.traekning_id, c.team_id) == key), None)


def _answer_table(facts: Facts, one: Round, answers: Sequence[Answers]) -> Table:
    """A row per question in the plan's order; a column that would stand empty is left out."""
    with_interval = any(uncertainty_text(a) for a in answers)
    columns = [TableColumn("Målepunkt", wide=True), TableColumn("Ja", numeric=True)]
    columns += [TableColumn("Usikkerhed", numeric=True)] if with_interval else []
    columns += [TableColumn(ANSWER_WORDS[name], numeric=True) for name in _BESIDE]
    return Table(
        title="Svarene",
        columns=tuple(columns),
        rows=tuple(
            (
                question_name(facts.plan, a.maalepunkt_id, one.til_dato),
                share_text(a),
                *((uncertainty_text(a) or NOTHING,) if with_interval else ()),
                *(number(getattr(a, name)) for name in _BESIDE),
            )
            for a in sorted(answers, key=lambda a: question_order(facts, one, a.maalepunkt_id))
        ),
        empty="Ingen svar endnu.",
    )


_BESIDE = ("delvist", "nej", "kan_ikke_ses", "ikke_relevant")


def question_order(facts: Facts, one: Round, maalepunkt_id: str) -> tuple[int, str]:
    """Where a question stands on the form; one the plan no longer has comes last."""
    asked = next((theme.maalepunkter for theme in facts.plan.tilsyn if theme.id == one.tema_id), ())
    return (asked.index(maalepunkt_id) if maalepunkt_id in asked else len(asked), maalepunkt_id)


# beside the register ---------------------------------------------------------------------------------


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
    )


def _in_plans_order(facts: Facts, found: dict[str, AgainstRegister]) -> list[tuple[str, AgainstRegister]]:
    order = {indicator.id: place for place, indicator in enumerate(facts.plan.indikatorer)}
    return sorted(found.items(), key=lambda pair: order.get(pair[0], len(order)))


def _registers(facts: Facts) -> tuple[Line, ...]:
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


def _differences(facts: Facts, team_id: str) -> Table:
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
                NOTHING if d.genstand_id == d.sag_id else d.genstand_id,
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


# what is open ----------------------------------------------------------------------------------------


def build_missing(facts: Facts, team_id: str) -> Table:
    """Forms that a team's leader has not returned; the department's page names every team."""
    rounds = {one.traekning_id: one for one in facts.reading.rounds}
    return Table(
        title="Skemaer, der ikke er kommet tilbage",
        columns=(
            TableColumn("Læsende leder"),
            TableColumn("Runde", wide=True),
            TableColumn("Ikke læst", numeric=True),
            TableColumn("Siden udtrækket", numeric=True),
        ),
        rows=tuple(
            (
                facts.run.team_name(m.team_id),
                round_name(facts, rounds[m.traekning_id]),
                number(m.antal),
                days(m.dage),
            )
            for m in facts.reading.missing
            if team_id in (ALL, m.team_id) and m.traekning_id in rounds
        ),
    )


def build_aftaler(facts: Facts, team_id: str) -> Table:
    """A team's open agreed actions, the first due first; the department sees how many each team has."""
    own = [a for a in facts.reading.aftaler if team_id in (ALL, a.team_id)]
    if team_id == ALL:
        return _aftaler_by_team(facts, own)
    return Table(
        title="Åbne aftaler fra læsningen",
        columns=(
            TableColumn("Sag"),
            TableColumn("Rådgiver"),
            TableColumn("Aftale", wide=True),
            TableColumn("Frist"),
            TableColumn("Alder", numeric=True),
        ),
        rows=tuple(
            (a.sag_id, facts.run.raadgiver(a.raadgiver_id) or NOTHING, *aftale_fields(facts, a)) for a in own
        ),
        explanation="En aftale bliver stående, til den er lukket i arbejdsbogen.",
    )


def aftale_fields(facts: Facts, a: Aftale) -> tuple[str, str, str]:
    """What is agreed, by when, and how long ago."""
    now = facts.run.opgoerelse.opgjort_pr
    late = f" (overskredet med {days((now - a.frist).days)})" if a.frist and a.frist < now else ""
    due = short_dato(a.frist) if a.frist else "ingen"
    return f"{a.tekst} ({a.maalepunkt_id})", f"{due}{late}", days((now - a.oprettet_dato).days)


def _aftaler_by_team(facts: Facts, aftaler: Sequence[Aftale]) -> Table:
    now = facts.run.opgoerelse.opgjort_pr
    rows = []
    for team_id in dict.fromkeys(a.team_id for a in aftaler):
        own = [a for a in aftaler if a.team_id == team_id]
        late = sum(a.frist is not None and a.frist < now for a in own)
        oldest = max((now - a.oprettet_dato).days for a in own)
        rows.append((facts.run.team_name(team_id), number(len(own)), number(late), days(oldest)))
    return Table(
        title="Åbne aftaler fra læsningen",
        columns=(
            TableColumn("Team"),
            TableColumn("Åbne", numeric=True),
            TableColumn("Frist overskredet", numeric=True),
            TableColumn("Ældste", numeric=True),
        ),
        rows=tuple(sorted(rows)),
        explanation="Aftalerne selv står i teamenes egne rapporter.",
    )
