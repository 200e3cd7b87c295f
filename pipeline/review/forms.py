"""The forms a reader fills in: a workbook with a sheet per object, to be used on the screen or on paper.

What the register says of an object does not stand there, nor what another reader answered: the reading is to
be the reader's own. A case is named by its id alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from pipeline.base.database import Database
from pipeline.base.periods import read_periode
from pipeline.base.sheets import Cells, Fill, FormSheet, Labelled, SheetColumn, tab_name
from pipeline.base.text import count_of, periode_text
from pipeline.definitions.form_sheets import (
    OVERVIEW,
    PERIODE,
    READ_BY,
    READ_DAY,
    READER,
    ROUND,
    SAG,
    SUBJECT,
    SUBJECT_DAY,
    TYPE,
    answer_columns,
    codes,
)
from pipeline.definitions.plan_models import Plan
from pipeline.review.store import maalepunkt_ids

BOX = "\N{BALLOT BOX}"
_SMALLEST_ROW, _SHORT = 48.0, 8
HOW = (
    "Svar ud fra det, der står i sagen. Vælg svaret på listen; på papir sættes et kryds. Skriv ingen navne.",
    "Skriv en bemærkning, når svaret ikke er ja, og en aftalt handling med frist, når noget skal gøres.",
)
BACK = (
    "Hvert ark er én sag. Gem filen, og send den tilbage, også når du kun er nået noget af vejen.",
    "Ark og rækker må flyttes, men kolonnen Nr. og felterne øverst på arket skal stå, som de er.",
)


@dataclass(frozen=True)
class Question:
    """One målepunkt as the plan words it; `tema` is the heading it stands under."""

    maalepunkt_id: str
    tema: str
    ordlyd: str
    vejledning: str


@dataclass(frozen=True)
class Subject:
    """One object to read, with what is asked about it; `theme` is what the round is about."""

    traekning_id: str
    theme: str
    genstand_type: str
    genstand_id: str
    genstand_dato: date
    sag_id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """All that one team's leader reads in a period; `day` is the day the last of it was drawn from."""

    periode: str
    team_id: str
    team: str
    day: date
    subjects: tuple[Subject, ...]

    def without(self, objects: Collection[tuple[str, str]]) -> Form:
        """The form of what is not among these objects, each named by its round and id."""
        left = tuple(s for s in self.subjects if (s.traekning_id, s.genstand_id) not in objects)
        return replace(self, subjects=left)

    def workbook(self) -> bytes:
        """The workbook; the same objects and questions give the same file."""
        from pipeline.base.workbooks import write_forms  # its library takes long to load

        return write_forms([_overview(self), *_sheets(self)], self.day)


@dataclass(frozen=True)
class Task:
    """How much of a period's reading one leader has left, of how much."""

    periode: str
    team_id: str
    unread: int
    subjects: int


def tasks(database: Database, periode: str | None = None) -> tuple[Task, ...]:
    """What is out, by period and reader; also where all has come back."""
    rows = database.rows("review", "mine_genstande", periode=periode)
    return tuple(
        Task(*key, unread=sum(not row["er_laest"] for row in own), subjects=len(own))
        for key, group in groupby(rows, key=lambda row: (row["periode"], row["team_id"]))
        for own in [list(group)]
    )


def forms(
    database: Database, plans: Sequence[Plan], teams: Mapping[str, str], periode: str
) -> tuple[Form, ...]:
    """The forms of a period's rounds, one per reader; `teams` are the teams' names by their id."""
    rows = database.rows("review", "mine_genstande", periode=periode)
    themes = {id_: _theme(database, plans, row) for row in rows for id_ in [row["traekning_id"]]}
    return tuple(
        Form(
            periode,
            team_id,
            teams.get(team_id, team_id),
            max(row["udtraeksdato"] for row in own),
            tuple(_subject(row, *themes[row["traekning_id"]]) for row in own),
        )
        for team_id, group in groupby(rows, key=lambda row: row["team_id"])
        for own in [list(group)]
    )


def _subject(row: Mapping[str, Any], theme: str, questions: tuple[Question, ...]) -> Subject:
    fields = ("traekning_id", "genstand_type", "genstand_id", "genstand_dato", "sag_id")
    return Subject(theme=theme, questions=questions, **{field: row[field] for field in fields})


def _theme(
    database: Database, plans: Sequence[Plan], row: Mapping[str, Any]
) -> tuple[str, tuple[Question, ...]]:
    """What a round is about and asks, in the plan's words of the day it was drawn from.

    A plan may have been changed since, or be gone: what it no longer says is named by its id.
    """
    plan = next((plan for plan in plans if plan.plan_id == row["plan_id"]), None)
    titles = {theme.id: theme.titel for theme in plan.tilsyn} if plan else {}
    worded: dict[str, Question] = {}
    for point in sorted(plan.maalepunkter if plan else (), key=lambda p: p.holds_on(row["udtraeksdato"])):
        worded[point.id] = Question(point.id, point.tema, point.ordlyd, point.vejledning)
    asked = maalepunkt_ids(database, row["traekning_id"])
    return titles.get(row["tema_id"], row["tema_id"]), tuple(
        worded.get(id_) or Question(id_, "", f"Målepunkt {id_} står ikke længere i planen.", "")
        for id_ in asked
    )


def sheet_titles(form: Form) -> tuple[str, ...]:
    """The sheets' names: a number and the case, so that two objects of a case are told apart."""
    return tuple(tab_name(f"{n:02} {subject.sag_id}") for n, subject in enumerate(form.subjects, start=1))


def _overview(form: Form) -> FormSheet:
    kinds = codes("tilsynssvar", "genstand_type")
    columns = (
        SheetColumn("ark", "Ark", 20),
        SheetColumn("sag_id", "Sag", 18),
        SheetColumn("genstand_type", "Hvad der læses", 30, words=kinds),
        SheetColumn("genstand_id", "Id", 22),
        SheetColumn("genstand_dato", "Dato", 13),
        SheetColumn("tema", "Tema", 50),
        SheetColumn("antal", "Målepunkter", 13),
    )
    rows: list[Cells] = [
        {
            "ark": title,
            "sag_id": subject.sag_id,
            "genstand_type": subject.genstand_type,
            "genstand_id": subject.genstand_id,
            "genstand_dato": subject.genstand_dato,
            "tema": subject.theme,
            "antal": len(subject.questions),
        }
        for title, subject in zip(sheet_titles(form), form.subjects, strict=True)
    ]
    count = count_of(len(form.subjects), "sag", "sager")
    return FormSheet(
        OVERVIEW,
        f"Ledelsestilsyn, {periode_text(read_periode(form.periode))}: {form.team} læser {count}",
        (*HOW, *BACK),
        (Labelled(PERIODE, form.periode), Labelled(READER, form.team_id)),
        columns,
        rows,
    )


def _sheets(form: Form) -> Iterator[FormSheet]:
    kinds = codes("tilsynssvar", "genstand_type")
    for title, subject in zip(sheet_titles(form), form.subjects, strict=True):
        yield FormSheet(
            title,
            f"Sag {subject.sag_id}: {subject.theme}",
            HOW,
            (
                Labelled(SAG, subject.sag_id),
                Labelled(PERIODE, form.periode),
                Labelled(TYPE, kinds.get(subject.genstand_type, subject.genstand_type)),
                Labelled(READER, form.team_id),
                Labelled(SUBJECT, subject.genstand_id),
                Labelled(READ_DAY, None, Fill.DAY),
                Labelled(SUBJECT_DAY, subject.genstand_dato),
                Labelled(READ_BY, None, Fill.TEXT),
                Labelled(ROUND, subject.traekning_id),
            ),
            answer_columns(),
            tuple(_rows(subject.questions)),
            one_page=True,
            lowest=_SMALLEST_ROW,
        )


def _rows(questions: Sequence[Question]) -> Iterator[Mapping[str, str] | str]:
    boxes = _boxes()
    for tema, group in groupby(questions, key=lambda question: question.tema):
        if tema:
            yield tema
        for question in group:
            yield {
                "maalepunkt_id": question.maalepunkt_id,
                "ordlyd": question.ordlyd,
                "vejledning": question.vejledning,
                "papir": boxes,
            }


def _boxes() -> str:
    """A box to tick for each answer, for whoever reads with a pen; the short ones share a line."""
    lines, short = list[str](), list[str]()
    for words in codes("tilsynssvar", "svar").values():
        box = f"{BOX} {words}"
        (short if len(words) <= _SHORT else lines).append(box)
    return "\n".join(["   ".join(short), *lines])
