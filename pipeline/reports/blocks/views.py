"""What a page shows, as frozen plain values: templates and pictures need to know nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.reports.blocks.curves import Bars, Curve, Ladder
from pipeline.reports.words.direction import Way
from pipeline.reports.words.verdicts import Verdict


@dataclass(frozen=True)
class Line:
    """One marked sentence."""

    label: str
    text: str


@dataclass(frozen=True)
class Summary:
    """What a leader must know first; `preliminary` is the sentence that marks an unfinished period."""

    name: str
    periode: str
    opgjort_pr: str
    preliminary: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class FigureTable:
    """An indicator's results side by side: a column each, a row for every thing said of them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class TableColumn:
    """One column of a plain table; `numeric` aligns right, `wide` gets a line of its own on a phone."""

    name: str
    numeric: bool = False
    wide: bool = False


@dataclass(frozen=True)
class Table:
    """A plain table of texts; `empty` is the sentence that stands in its place when it has no rows.

    `addresses` are what each row's first field leads to, none where the table leads nowhere.
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""
    explanation: str = ""
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class LadderBlock:
    """The ladder of measures: the picture, and the same in words and in a table."""

    picture: Ladder
    status: str
    table: Table


@dataclass(frozen=True)
class Quote:
    """A leader's own words, and who said them when about what."""

    who: str
    text: str


@dataclass(frozen=True)
class CaseRow:
    """One unit behind a figure; `state` says what is wrong or coming, `day` when, `who` answers for it."""

    sag: str
    unit: str
    state: str
    day: str
    who: str
    raadgiver_id: str | None


@dataclass(frozen=True)
class Block:
    """One indicator; `against_start`: `milepaele` tells of a baseline and not of milestones.

    `history` are comments on periods before the last one, `cases` the units behind the figure, on a team's
    page alone; `judged`: it is held up against a target.
    """

    id: str
    anchor: str
    title: str
    question: str
    verdict: Verdict
    conclusion: str
    other_source: str
    milepaele: str
    against_start: bool
    outlook: tuple[Line, ...]
    comments: tuple[Quote, ...]
    history: tuple[Quote, ...]
    notes: tuple[str, ...]
    target: FigureTable | None
    tables: tuple[Table, ...]
    curve: Curve | Bars | None
    way: Way
    cases: tuple[CaseRow, ...]
    judged: bool

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to show beyond that there was nothing to count."""
        return bool(self.target or self.curve or self.comments)


@dataclass(frozen=True)
class Repeated:
    """A figure another plan's report tells: `link` names it there; verdict and text are this plan's own."""

    id: str
    anchor: str
    title: str
    link: str
    address: str
    verdict: Verdict | None
    text: str
    comments: tuple[Quote, ...]


@dataclass(frozen=True)
class ActivityLine:
    """One promise without a percent."""

    id: str
    title: str
    responsible: str
    frist: str
    verdict: Verdict


@dataclass(frozen=True)
class Section:
    """One udviklingspunkt; of a law `step` is its demands and deadlines, else None.

    `told` says in a few words how its figures stand.
    """

    number: int
    title: str
    purpose: str
    told: str
    step: Table | None
    blocks: tuple[Block, ...]
    repeated: tuple[Repeated, ...]
    activities: tuple[ActivityLine, ...]
    ikke_fastsat: tuple[str, ...]


@dataclass(frozen=True)
class Footnote:
    """How one indicator is measured."""

    id: str
    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chapter:
    """One heading of a small paper with what stands under it."""

    title: str
    texts: tuple[str, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Document:
    """A small paper beside the reports; `note` is the footer's word on who may read it."""

    title: str
    kicker: str
    heading: str
    meta: str
    introduction: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    note: str
    version: str
