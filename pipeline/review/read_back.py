"""Workbooks that have come back -> the store: all of a workbook or nothing of it, and nothing silently.

A changed answer is a new version beside the one before, and it is said. An answer that has been emptied,
or is not in the workbook, stays. Reading the same workbook again changes nothing, whatever was read since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.base.database import Database
from pipeline.base.text import count_of
from pipeline.definitions.form_sheets import (
    activity_columns,
    agreement_columns,
    answer_columns,
    comment_columns,
    theme_columns,
)
from pipeline.definitions.plan_models import Plan
from pipeline.review.answers import TABLE, Judged, judge_forms, open_lines
from pipeline.review.asked import Rounds, read_rounds
from pipeline.review.fields import Mask, Place, Unreadable
from pipeline.review.returned import Book, NotASheet, read_book
from pipeline.review.statements import Known, Stated, judge_statements
from pipeline.review.write_answers import (
    Source,
    Written,
    answers_in_force,
    read_before,
    write_answers,
    write_statements,
)

OWN_FILES = frozenset({"handlingsliste.xlsx"})
"""Workbooks of the reports that hold nothing to read back."""


@dataclass(frozen=True)
class Returned:
    """A file that has come back, and what messages call it."""

    file: Path
    name: str


@dataclass
class ReadBack:
    """What came of reading: `refused` are faults, `left` what is open, both in Danish lines."""

    files: int = 0
    written: Written = field(default_factory=Written)
    refused: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def lines(self) -> tuple[str, ...]:
        """What was taken in, then what is still open."""
        read = f"{count_of(self.files, 'skema', 'skemaer')} læst: {self.written.told()}."
        return (read, *self.written.lines, *self.left)


@dataclass
class _Read:
    """One workbook and what came of it."""

    book: Book
    forms: Judged
    input: Stated
    faults: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.faults = [*self.forms.faults, *self.input.faults]

    def claims(self) -> Iterator[tuple[object, object, Place]]:
        """All it says, by what that is about; the status of an activity is one thing, whoever tells it."""
        for key, answer in self.forms.answers.items():
            yield key, answer.said, answer.place
        for about, statement in self.input.statements.items():
            yield about, statement.fields, statement.place
            if about.art == "aktivitet":
                day = statement.fields["dato"]
                yield (about.plan_id, about.noegle, day), statement.fields, statement.place


@dataclass(frozen=True)
class Basis:
    """What workbooks are held against, and what is done to every text of theirs.

    `plans` are all that could have been read by, `teams` the teams there are; `now` is when it happens.
    """

    plans: Sequence[Plan]
    teams: frozenset[str]
    mask: Mask
    now: datetime


def read_back(database: Database, returned: Sequence[Returned], basis: Basis) -> ReadBack:
    """Read workbooks and keep what they say; those with a fault are left out whole.

    Must run inside the store's transaction.
    """
    result, rounds = ReadBack(), read_rounds(database)
    read = _read(returned, rounds, _known(database, basis), basis, result)
    _contradict(read)
    good = [one for one in read.values() if not one.faults]
    result.refused += [fault for one in read.values() for fault in dict.fromkeys(one.faults)]
    result.files = len(good)
    for one in good:
        source = Source(one.book.file, basis.now, again=read_before(database, one.book.sha256, basis.now))
        write_answers(database, one.forms, source, result.written)
        write_statements(database, one.input.statements, source, result.written)
    in_force = set(answers_in_force(database))
    for one in good:
        result.left += [*one.forms.left, *one.input.left, *open_lines(one.forms, rounds, in_force)]
    return result


def _read(
    returned: Sequence[Returned], rounds: Rounds, known: Known, basis: Basis, result: ReadBack
) -> dict[str, _Read]:
    """What each workbook says, by its name; those that are none of ours are refused."""
    read: dict[str, _Read] = {}
    for one in returned:
        try:
            book = read_book(one.file, one.name, _tables())
        except NotASheet as other:
            result.left.append(f"{one.name}: {other}.")
            continue
        except Unreadable as unreadable:
            result.refused.append(f"{one.name}: {unreadable}.")
            continue
        if not book.is_ours:
            if one.file.name not in OWN_FILES:
                result.refused.append(f"{one.name}: er ikke et skema fra ledelsestilsynet; fjern filen.")
            continue
        forms = judge_forms(book, rounds, basis.now.date(), basis.mask)
        read[one.name] = _Read(book, forms, judge_statements(book, known, basis.mask))
    return read


def _tables() -> Mapping[str, Any]:
    return {
        TABLE: answer_columns(),
        "kommentar": comment_columns(),
        "aktivitet": activity_columns(),
        "aftale": agreement_columns(),
        "tema": theme_columns(),
    }


def _known(database: Database, basis: Basis) -> Known:
    agreements = {row["aftale_id"]: row["plan_id"] for row in database.rows("review", "aftaler")}
    plans = {plan.plan_id: plan for plan in basis.plans}
    return Known(plans, basis.teams, agreements, basis.now.date())


def _contradict(read: Mapping[str, _Read]) -> None:
    """Two returns that say different things refuse each other: nobody here can know which holds."""
    said: dict[object, tuple[_Read, object, Place]] = {}
    for one in read.values():
        for key, what, place in one.claims():
            other, earlier, there = said.setdefault(key, (one, what, place))
            if other is not one and earlier != what:
                one.faults.append(f"{place}: siger noget andet end {there}.")
                other.faults.append(f"{there}: siger noget andet end {place}.")
