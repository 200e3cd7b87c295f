"""What the leaders' reading says, for a team or all: by round, beside the register, and what is open.

A team sees its own answers, its own cases and what its leader has still to read; nobody's page tells of a
reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.base.text import number
from pipeline.reports.blocks.followed import build_followed
from pipeline.reports.blocks.reading_open import NOTHING, build_agreements, build_missing
from pipeline.reports.blocks.reading_register import (
    build_corrected,
    build_differences,
    build_register_table,
)
from pipeline.reports.blocks.views import Line, Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.facts.reading import Answers, Coverage, Round
from pipeline.reports.words.reading import (
    ANSWER_WORDS,
    coverage_text,
    question_name,
    reservation,
    round_name,
    rounds_told,
    share_text,
    uncertainty_text,
)


@dataclass(frozen=True)
class RoundTold:
    """One round: what was read, what it can show, and the answers."""

    title: str
    coverage: str
    reservation: str
    table: Table


@dataclass(frozen=True)
class ReadingSection:
    """All that a page says of the reading: themes chosen, rounds, the register put right, what is open."""

    followed: tuple[Line, ...]
    rounds: tuple[RoundTold, ...]
    corrected: tuple[Line, ...]
    tables: tuple[Table, ...]


def build_reading(facts: Facts, team_id: str) -> ReadingSection | None:
    """The section of a team, or of the department (`ALL`); None where there is nothing to say."""
    whole = team_id == ALL
    rounds = tuple(filter(None, (build_round(facts, one, team_id) for one in rounds_told(facts))))
    followed, corrected = build_followed(facts, team_id), build_corrected(facts) if whole else ()
    beside = build_register_table(facts) if whole else build_differences(facts, team_id)
    tables = (beside, build_missing(facts, team_id), build_agreements(facts, team_id))
    filled = tuple(table for table in tables if table.rows)
    if not (rounds or followed or filled):
        return None
    return ReadingSection(followed, rounds, corrected, filled)


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
