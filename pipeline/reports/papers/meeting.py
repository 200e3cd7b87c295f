"""The paper for the leaders' monthly meeting: what the reading says together, and what to learn from next.

It lies in a folder of its own, so that rights can be set: it names cases, but no caseworker and no reader.
It is written where a plan has its leaders read cases, and for no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.base.text import FEWEST, dato, number, periode_text, ratio
from pipeline.reports.blocks.followed import build_followed
from pipeline.reports.blocks.proposals import RULE, Proposal, build_proposals
from pipeline.reports.blocks.reading import build_round, find_coverage
from pipeline.reports.blocks.reading_open import NOTHING, agreement_fields, build_missing
from pipeline.reports.blocks.reading_register import build_register_table
from pipeline.reports.blocks.views import Chapter, Document, Line, Table, TableColumn
from pipeline.reports.facts import ALL, Facts
from pipeline.reports.folders import LEADERS_FOLDER
from pipeline.reports.papers import Audience, Paper, other_reports, report_name
from pipeline.reports.words.reading import (
    ANSWER_WORDS,
    OBJECTS,
    caseworkers_text,
    question_name,
    round_name,
    rounds_of_period,
    rounds_of_year,
    rounds_told,
)

NOTE = "Fortroligt: siden er til ledermødet og rummer sagsnumre."
INTRODUCTION = (
    "Siden samler det, lederne har læst i sagerne, til fælles drøftelse. Den nævner hverken rådgivere eller "
    "læsere: den enkelte rådgivers svar ligger hos rådgiverens egen leder."
)
AC1 = (
    "AC1 er enigheden ud over den, et tilfælde ville give: 1 er fuld enighed, 0 er ikke bedre end "
    f"lodtrækning; den vises, når mindst {FEWEST} er læst to gange. Brug uenighederne til at tale om, hvad "
    "et ja kræver."
)


@dataclass(frozen=True)
class MeetingPage(Document):
    """The paper; `others` are those of the further plans, `proposals` the themes with their reasons.

    `followed` are the themes chosen last.
    """

    others: tuple[tuple[str, str], ...]
    rule: str
    proposals: tuple[Proposal, ...]
    followed: tuple[Line, ...]


def build_meeting(facts: Sequence[Facts], one: Facts) -> MeetingPage:
    """The paper on one plan of the run."""
    run, plan = one.run, one.plan
    return MeetingPage(
        title=f"Ledermøde: {plan.titel}, {periode_text(run.periode)}",
        kicker=f"Ledelsestilsyn · {plan.organisation}",
        heading=f"Ledermøde, {periode_text(run.periode)}",
        meta=f"{plan.titel}. Opgjort pr. {dato(run.opgoerelse.opgjort_pr)}.",
        introduction=(INTRODUCTION,),
        chapters=(
            Chapter("Hvad er læst", (), (_coverage(one), build_missing(one, ALL))),
            *_answers(one),
            Chapter("To læsere", (AC1,), (_readers(one), _doubts(one))),
            Chapter("Læsning og register", (), (build_register_table(one),)),
            Chapter("Åbne aftaler", (), (_agreements(one),)),
        ),
        note=NOTE,
        version=run.opgoerelse.program_version,
        others=other_reports(facts, one),
        rule=RULE,
        proposals=build_proposals(one),
        followed=build_followed(one, ALL),
    )


def _coverage(facts: Facts) -> Table:
    """Drawn = read + eliminated + missing, round by round, and how many caseworkers had a case read."""
    rows = []
    for one in rounds_of_period(facts):
        if c := find_coverage(facts, one, ALL):
            counts = (number(n) for n in (c.trukket, c.laest, c.udgaaet, c.missing))
            rows.append((round_name(facts, one), OBJECTS[c.genstand_type][1], *counts, caseworkers_text(c)))
    return Table(
        title="Runderne",
        columns=(
            TableColumn("Runde", wide=True),
            TableColumn("Der læses"),
            TableColumn("Trukket", numeric=True),
            TableColumn("Læst", numeric=True),
            TableColumn("Udgået", numeric=True),
            TableColumn("Mangler", numeric=True),
            TableColumn("Har fået læst mindst én", numeric=True),
        ),
        rows=tuple(rows),
        empty="Ingen runder er trukket i perioden.",
    )


def _answers(facts: Facts) -> Iterator[Chapter]:
    for one in rounds_told(facts):
        if told := build_round(facts, one, ALL):
            yield Chapter(told.title, (told.coverage, told.reservation), (told.table,))


def _readers(facts: Facts) -> Table:
    return Table(
        title="Enighed mellem to læsere, de seneste 12 måneder",
        columns=(
            TableColumn("Målepunkt", wide=True),
            TableColumn("Læst to gange", numeric=True),
            TableColumn("Enige", numeric=True),
            TableColumn("AC1", numeric=True),
        ),
        rows=tuple(
            (
                question_name(facts.plan, r.maalepunkt_id, facts.run.periode.last),
                number(r.laest_to_gange),
                number(r.enige),
                ratio(r.ac1) if r.laest_to_gange >= FEWEST else NOTHING,
            )
            for r in facts.reading.readers
        ),
        empty="Ingen sager er læst af to i de seneste 12 måneder.",
    )


def _doubts(facts: Facts) -> Table:
    rounds = {one.traekning_id: one for one in rounds_of_year(facts)}
    return Table(
        title="Til drøftelse: de to læsere svarede forskelligt",
        columns=(
            TableColumn("Sag"),
            TableColumn("Målepunkt", wide=True),
            TableColumn("Første læser"),
            TableColumn("Anden læser"),
        ),
        rows=tuple(
            (
                d.sag_id,
                question_name(facts.plan, d.maalepunkt_id, rounds[d.traekning_id].til_dato),
                ANSWER_WORDS[d.foerste],
                ANSWER_WORDS[d.anden],
            )
            for d in facts.reading.doubts
            if d.traekning_id in rounds
        ),
        empty="Ingen uenigheder.",
    )


def _agreements(facts: Facts) -> Table:
    """Without the caseworker: who is to do it stands in the team's own report."""
    return Table(
        title="Aftaler, der ikke er lukket",
        columns=(
            TableColumn("Team"),
            TableColumn("Sag"),
            TableColumn("Aftale", wide=True),
            TableColumn("Frist"),
            TableColumn("Alder", numeric=True),
        ),
        rows=tuple(
            (facts.run.team_name(a.team_id), a.sag_id, *agreement_fields(facts, a)) for a in facts.agreements
        ),
        empty="Ingen aftaler er åbne.",
    )


def _reading(facts: Sequence[Facts]) -> list[Facts]:
    return [one for one in facts if one.plan.tilsyn]


def meeting_link(facts: Sequence[Facts], one: Facts) -> str:
    """Where the paper on a plan lies, as the department's pages name it; empty where it has none."""
    reading = _reading(facts)
    return f"../{LEADERS_FOLDER}/{report_name(reading, one)}" if any(each is one for each in reading) else ""


def _files(facts: Sequence[Facts], _team_id: str) -> Iterator[tuple[str, object]]:
    reading = _reading(facts)
    for one in reading:
        yield report_name(reading, one), build_meeting(reading, one)


PAPERS = (Paper(Audience.LEADERS, "ledermoede.html.j2", _files),)
