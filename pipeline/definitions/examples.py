"""Example cases of a plan: made-up rows of a delivery, and the rows that must come of them.

They lie beside the plan's file in `eksempler/<indikator-id>.yaml`, drawn as `drawn` reads tables, so that
whoever writes a plan or its SQL can say what it is to count, and have it tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError, model_validator

from pipeline.base.errors import DefinitionsError
from pipeline.base.periods import Periode, add_months, read_periode
from pipeline.base.strict import Strict, model_errors, read_yaml
from pipeline.definitions.drawn import DrawingFault, Drawn, Typed, cells, table, typed
from pipeline.definitions.places import Fault, fault_lines
from pipeline.definitions.plan_fields import Dato, FileStem, Maaned, Text, at_least_one
from pipeline.definitions.plan_models import Plan

FOLDER = "eksempler"
ALWAYS_SHOWN = ("enhed_id", "udfald", "aarsag")
"""Columns that count in every example, whether drawn or not."""

SHOWN = frozenset(
    {
        *ALWAYS_SHOWN,
        "kilde", "periode", "sag_id", "team_id", "raadgiver_id", "team_siden", "startdato", "referencedato",
        "frist_dato", "haendelsesdato", "vaerdi", "kategori", "gruppe",
    }
)  # fmt: skip
"""The columns of `indikator_raekke` that an example may draw."""

MONTHS_AFTER = 12
"""Where an example does not say when it was drawn from the system, it was so many months after its month."""


class Example(Strict):
    """One rule, drawn.

    `ind` are the extracts, `ud` all the rows that must come of them in the month `periode` (where it draws
    the column periode: in all months up to it). `trukket` is the delivery's date. `plan_id` is given where
    two plans of a folder have the indicator and the example is of one of them.
    """

    titel: Text
    periode: Maaned
    trukket: Dato | None = None
    plan_id: FileStem | None = None
    ind: Annotated[dict[str, str], Field(min_length=1)]
    ud: str

    @model_validator(mode="after")
    def _readable(self) -> Example:
        """Read now, so that a table at fault is told with the others of the file."""
        try:
            self.extracts("")
            rows = self.rows
        except DrawingFault as fault:
            raise ValueError(str(fault)) from None
        if unknown := sorted(set(self.columns) - SHOWN):
            raise ValueError(
                f"ud: kolonnen {', '.join(unknown)} kendes ikke: vælg blandt {', '.join(_SHOWN)}"
            )
        if self.drawn_on < self.month.first:
            raise ValueError("trukket ligger før perioden")
        if any(not row["enhed_id"] for row in rows):
            raise ValueError("ud: enhed_id skal være udfyldt i hver række")
        return self

    @property
    def month(self) -> Periode:
        """The month the rows are of."""
        return read_periode(self.periode)

    @property
    def drawn_on(self) -> date:
        """The delivery's date."""
        return self.trukket or add_months(self.month.last, MONTHS_AFTER)

    @property
    def all_months(self) -> bool:
        """Whether the rows of earlier months are drawn too."""
        return "periode" in self.columns

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are compared."""
        return tuple(dict.fromkeys([*ALWAYS_SHOWN, *cells(self.ud.strip().partition("\n")[0])]))

    @property
    def rows(self) -> list[Drawn]:
        """The rows that must come out; a column that always counts but is not drawn is empty."""
        return [{column: row.get(column, "") for column in self.columns} for row in table(self.ud)]

    def extracts(self, mark: str) -> Mapping[str, list[Typed]]:
        """The rows drawn, by extract, ids with a mark in front."""
        return typed(self.ind, mark)


_SHOWN = sorted(SHOWN)


class _File(Strict):
    """The examples of one indicator."""

    eksempler: Annotated[tuple[Example, ...], AfterValidator(at_least_one)]


@dataclass(frozen=True, eq=False)
class Named:
    """An example, its indicator, and its number in its file (1 = the first); equal to itself alone."""

    indikator_id: str
    number: int
    example: Example

    def __str__(self) -> str:
        return f"{FOLDER}/{self.indikator_id}.yaml, eksempel {self.number} „{self.example.titel}“"


def read_examples(plan: Plan) -> list[Named]:
    """Every example of a plan's indicators, in order of file and number.

    Raises:
        DefinitionsError: one line per fault of any of the files, also of one that is of no indicator.
    """
    lines: list[str] = []
    found: list[Named] = []
    for file in _files(plan):
        if not any(indicator.id == file.stem for indicator in plan.indikatorer):
            if not _of_a_neighbour(plan, file.stem):
                lines.append(f"{FOLDER}/{file.name}: ingen plan i mappen har indikatoren {file.stem}")
            continue
        try:
            found += _read(file, plan)
        except DefinitionsError as error:
            lines += [f"{FOLDER}/{line}" for line in error.lines]
    if lines:
        raise DefinitionsError(*lines)
    return found


def _files(plan: Plan) -> list[Path]:
    return sorted((plan.folder / FOLDER).glob("*.yaml")) if plan.folder else []


def _of_a_neighbour(plan: Plan, indikator_id: str) -> bool:
    """Whether another plan of the folder names the indicator; one that does not parse may."""
    folder = plan.folder
    others = [file for file in folder.glob("*.yaml") if file.stem != plan.plan_id] if folder else []
    return any(indikator_id in _ids(file) for file in others)


def _ids(file: Path) -> Iterator[str]:
    try:
        raw = read_yaml(file)
        yield from (str(entry["id"]) for entry in raw["indikatorer"])
    except (DefinitionsError, TypeError, KeyError):
        return


def _read(file: Path, plan: Plan) -> list[Named]:
    raw: object = read_yaml(file)
    try:
        examples = _File.model_validate(raw).eksempler
    except ValidationError as invalid:
        faults = [Fault(*pair) for pair in model_errors(invalid)]
        raise DefinitionsError(*fault_lines(file, raw, faults)) from None
    early = [
        Fault(("eksempler", index, "periode"), f"ligger før {plan.foerste_periode}, planens foerste_periode")
        for index, example in enumerate(examples)
        if example.periode < plan.foerste_periode and example.plan_id in (None, plan.plan_id)
    ]
    if early:
        raise DefinitionsError(*fault_lines(file, raw, early))
    return [
        Named(file.stem, number, example)
        for number, example in enumerate(examples, start=1)
        if example.plan_id in (None, plan.plan_id)
    ]
