"""What a matrix shows, as frozen plain values: its cells, rows, chapters and what comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pipeline.reports.words.verdicts import Tone, Verdict


@dataclass(frozen=True)
class Arrow:
    """That an indicator has become better or worse over a year, by the rule of `facts/direction.py`."""

    sign: str
    words: str
    tone: Tone


@dataclass(frozen=True)
class MatrixCell:
    """One team's figure, or the department's; of one that is behind `address` leads to where it is told."""

    figure: str
    count: str
    verdict: Verdict
    arrow: Arrow | None
    address: str = ""

    @property
    def told(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.figure or self.count or self.verdict.elaboration)


@dataclass(frozen=True)
class MatrixRow:
    """One indicator; `source` is empty for the register, `other` is what the department's other source says.

    `same` is the indicator's id in the plan that tells the figure.
    """

    anchor: str
    name: str
    source: str
    other: str
    target: str
    same: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class MatrixGroup:
    """The rows of one chapter."""

    number: int
    title: str
    rows: tuple[MatrixRow, ...]


ONLY_IN_TEAM = "Kun i et eller flere team"
Part: TypeAlias = tuple[tuple[str, str] | None, tuple[MatrixRow, ...]]
"""Some rows, under a heading with the place it leads to, or under none."""


@dataclass(frozen=True)
class Matrix:
    """`teams` are the columns after the department's, each with its report's address, or none.

    `behind` are the rows the department is behind with, `behind_in_team` those that only a team is; the
    `groups` hold all. `key` explains the signs of what comes first, `legend` those of all; `judges`: the plan
    holds figures up against something.
    """

    teams: tuple[tuple[str, str], ...]
    behind: tuple[MatrixRow, ...]
    behind_in_team: tuple[MatrixRow, ...]
    key: str
    groups: tuple[MatrixGroup, ...]
    legend: tuple[str, ...]
    empty: tuple[str, ...]
    judges: bool

    @property
    def columns(self) -> int:
        """The department's and the teams'."""
        return 1 + len(self.teams)

    @property
    def first(self) -> tuple[Part, ...]:
        """What somebody is behind with, a team alone under a heading; of a plan without targets all."""
        if not self.judges:
            return self.chapters
        parts: tuple[Part, ...] = ((None, self.behind), (("", ONLY_IN_TEAM), self.behind_in_team))
        return tuple(part for part in parts if part[1])

    @property
    def chapters(self) -> tuple[Part, ...]:
        """The groups, each under its chapter's place on the page and its name."""
        return tuple(((f"u-{g.number}", f"{g.number}. {g.title}"), g.rows) for g in self.groups)

    @property
    def told(self) -> int:
        """How many indicators have a figure."""
        return sum(len(group.rows) for group in self.groups)

    def teams_of(self, place: str) -> tuple[tuple[str, str, MatrixCell], ...]:
        """Name, report and cell of every team with something to tell of the indicator at a place."""
        row = next((r for group in self.groups for r in group.rows if r.anchor == place), None)
        if row is None:
            return ()
        pairs = zip(self.teams, row.cells[1:], strict=True)
        return tuple((name, address, cell) for (name, address), cell in pairs if cell.told)
