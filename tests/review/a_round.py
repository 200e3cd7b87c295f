"""Rounds as they stand in the store once drawn, the forms of them, and hands that fill forms in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.base.database import Database
from pipeline.definitions.plan_models import Plan
from pipeline.definitions.plan_review import Maalepunkt, Tema
from pipeline.definitions.plans import read_plan
from pipeline.review.forms import Form, forms
from pipeline.review.read_back import Basis, ReadBack, Returned, read_back
from pipeline.review.store import NAME, writing

PLAN, THEME = "slagelse_2021_2023", "nye_sager"
APRIL, MAY = "2021-04", "2021-05"
TEAMS = {"T1": "Team Nord", "T2": "Team Syd"}
NOW = datetime(2021, 5, 20, 9, 30)  # noqa: DTZ001 - the store keeps the municipality's own clock
QUESTIONS = ("5.9", "5.10", "2.1")


@dataclass
class Case:
    """One drawn object: who reads it, and who reads it once more."""

    sag_id: str
    reader: str = "T1"
    again: str | None = None
    rolle: str = "trukket"
    tilstand: str = "ude"

    @property
    def genstand_id(self) -> str:
        """The notification that is read."""
        return f"U{self.sag_id}"


@dataclass
class Round:
    """A store in memory that holds a round for each period."""

    database: Database
    cases: Mapping[str, list[Case]] = field(
        default_factory=lambda: {APRIL: [Case("S1"), Case("S2", again="T2"), Case("S3", "T2")]}
    )

    @cached_property
    def plan(self) -> Plan:
        """The plan with a theme of its own."""
        return with_theme(read_plan(PLAN))

    def draw(self) -> Round:
        """Write the rounds into the store."""
        self.database.attach_memory(NAME)
        self.database.use(NAME)
        for file in ("lager", "svarlager"):
            self.database.run_file("review", file)
        self.database.use("memory")
        for periode, cases in self.cases.items():
            _draw(self.database, periode, cases)
        return self

    def form(self, team_id: str = "T1", periode: str = APRIL) -> Form:
        """The forms of one reader."""
        return next(f for f in forms(self.database, [self.plan], TEAMS, periode) if f.team_id == team_id)

    def read(self, *files: Path) -> ReadBack:
        """Read workbooks back."""
        basis = Basis([self.plan], frozenset(TEAMS), lambda text: text.replace("010161-1234", "x"), NOW)
        with writing(self.database):
            return read_back(self.database, [Returned(file, file.name) for file in files], basis)

    def rows(self, statement: str) -> list[dict[str, Any]]:
        """What the store holds."""
        return self.database.fetch(statement)

    def answers(self) -> list[tuple[Any, ...]]:
        """Every answer of every version: case, question, second reader or not, version, answer."""
        return [
            tuple(row.values())
            for row in self.rows(
                "select genstand_id, maalepunkt_id, genlaesning, version, svar from gennemgang.besvarelse "
                "order by all"
            )
        ]


def with_theme(plan: Plan) -> Plan:
    """The plan, asking three questions of notifications."""
    questions = tuple(
        Maalepunkt(
            id=id_, gyldig_fra=date(2020, 10, 1), tema="Screening", ordlyd=f"Spørgsmål {id_}?",
            vejledning="Se efter.", genstand_type="underretning", indikator=id_,
        )
        for id_ in QUESTIONS
    )  # fmt: skip
    theme = Tema(
        id=THEME, titel="Nye sager", genstand="underretninger", maalepunkter=QUESTIONS, hyppighed="maaned",
        foerste_periode=APRIL, enhed="genstand", tilbage_maaneder=6, laeser="leder",
    )  # fmt: skip
    return plan.model_copy(update={"maalepunkter": questions, "tilsyn": (theme,)})


def traekning_id(periode: str = APRIL) -> str:
    """The round's id."""
    return f"{PLAN}.{THEME}.{periode}.1"


def _draw(database: Database, periode: str, cases: list[Case]) -> None:
    id_, day = traekning_id(periode), date.fromisoformat(f"{periode}-28")
    database.insert("gennemgang.traekning", [{
        "traekning_id": id_, "plan_id": PLAN, "tema_id": THEME, "periode": periode, "nr": 1,
        "udvaelgelse": "tilfaeldig", "enhed": "genstand", "fra_dato": date(2020, 10, 1), "til_dato": day,
        "udtraeksdato": day, "indhold_sha256": "x", "seed": 1, "genlaes_andel": 0.1, "ramme": 9, "antal": 3,
        "udeladt_laest": 0, "udeladt_uden_raadgiver": 0, "trukket_tidspunkt": NOW,
    }])  # fmt: skip
    database.insert("gennemgang.traekning_maalepunkt", [
        {"traekning_id": id_, "maalepunkt_id": question, "orden": n} for n, question in enumerate(QUESTIONS)
    ])  # fmt: skip
    database.insert("gennemgang.traekning_genstand", [
        {
            "traekning_id": id_, "genstand_type": "underretning", "genstand_id": case.genstand_id,
            "sag_id": case.sag_id, "team_id": "T1", "raadgiver_id": "R1", "genstand_dato": date(2021, 3, 1),
            "orden": n, "rolle": case.rolle, "tilstand": case.tilstand, "laeser_team_id": case.reader,
            "genlaeser_team_id": case.again,
        }
        for n, case in enumerate(cases)
    ])  # fmt: skip


class Hand:
    """Fills in a workbook as a person does: finds the field by what stands beside it, and writes."""

    def __init__(self, content: bytes) -> None:
        self.book: Workbook = load_workbook(BytesIO(content))

    def sheet(self, text: str) -> Worksheet:
        """The form that has a cell with just this text."""
        return next(s for s in self.book.worksheets if {text, "Svar"} <= {c.value for c in cells(s)})

    def label(self, sheet: Worksheet, label: str, value: object) -> None:
        """Write beside a label, two cells to the right."""
        found = next(c for c in cells(sheet) if c.value == label)
        sheet.cell(found.row, found.column + 2).value = value

    def row(self, sheet: Worksheet, key: str, **fields: object) -> None:
        """Write under headings, in the row that begins with the key."""
        number = next(c.row for c in cells(sheet) if c.value == key and c.column == 1)
        headings = {c.value: c.column for c in cells(sheet)}
        for heading, value in fields.items():
            sheet.cell(number, headings[heading.replace("_", " ")]).value = value

    def answer(self, genstand_id: str, day: date | None = date(2021, 5, 10), **answers: object) -> Hand:
        """Answer questions of an object: `q59="Ja"` is 5.9; a tuple fills the fields after it too."""
        sheet = self.sheet(genstand_id)
        if day:
            self.label(sheet, "Gennemgået den", day)
        for name, reply in answers.items():
            key = {"q59": "5.9", "q510": "5.10", "q21": "2.1"}[name]
            given = reply if isinstance(reply, tuple) else (reply,)
            names = ("Svar", "Bemærkning", "Aftalt_handling", "Frist")
            self.row(sheet, key, **dict(zip(names, given, strict=False)))
        return self

    def save(self, file: Path) -> Path:
        """Save it."""
        self.book.save(file)
        return file


def cells(sheet: Worksheet) -> Iterator[Any]:
    """Every filled cell."""
    return (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def all_yes(form: Form) -> Hand:
    """A form with every question answered yes."""
    hand = Hand(form.workbook())
    for subject in form.subjects:
        hand.answer(subject.genstand_id, q59="Ja", q510="Ja", q21="Ja")
    return hand


Change = Callable[[Hand], None]
