"""Ready-made questions: `sql/examples/*.sql`, each one query that runs in any DuckDB client as it stands.

Its first comment line is the grain, `-- Spørgsmål:` the question it answers and `-- Læs:` how to read
the answer; a line that begins with blanks goes on with the one before.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.base.database import Database
from pipeline.base.errors import InternalError, UsageFault
from pipeline.base.names import did_you_mean
from pipeline.base.resources import resource

_LABEL = re.compile(r"-- (?P<maerke>Spørgsmål|Læs): (?P<tekst>.+)")
_CONTINUED = re.compile(r"-- {2,}(?P<tekst>\S.*)")


@dataclass(frozen=True)
class Example:
    """One question: `row` is what a row of the answer is, `read` how to read it."""

    name: str
    row: str
    question: str
    read: str
    sql: str


@dataclass(frozen=True)
class Answer:
    """The answer to a query, column by column named."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@functools.cache
def all_examples() -> tuple[Example, ...]:
    """Every example, in order of name.

    Raises:
        InternalError: an example does not state its grain, question and reading.
    """
    return tuple(_read(file) for file in sorted(resource("sql", "examples").glob("*.sql")))


def example(name: str) -> Example:
    """The example with this name.

    Raises:
        UsageFault: there is none; the message names the nearest, else all there are.
    """
    names = [e.name for e in all_examples()]
    if name in names:
        return all_examples()[names.index(name)]
    hint = did_you_mean(name, names) or f" Vælg et af {', '.join(names)}."
    raise UsageFault(f"Eksemplet {name!r} kendes ikke.{hint}")


def answer_to(database: Database, sql: str) -> Answer:
    """Run one query and fetch all of its answer."""
    result = database.run(sql)
    columns = tuple(str(column[0]) for column in result.description or ())
    return Answer(columns, tuple(result.fetchall()) if columns else ())


def _read(file: Path) -> Example:
    sql = file.read_text(encoding="utf-8")
    head = [line for line in sql.splitlines() if line.startswith("--")]
    texts: dict[str, str] = {}
    latest = ""
    for line in head[1:]:
        if found := _LABEL.fullmatch(line):
            latest = found["maerke"]
            texts[latest] = found["tekst"]
        elif (continued := _CONTINUED.fullmatch(line)) and latest:
            texts[latest] += " " + continued["tekst"]
    if not head or set(texts) != {"Spørgsmål", "Læs"}:
        raise InternalError(f"{file.name}: skal begynde med rækkens betydning, Spørgsmål og Læs.")
    return Example(file.stem, head[0].removeprefix("-- "), texts["Spørgsmål"], texts["Læs"], sql)
