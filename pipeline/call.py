"""One call of the tool: where it works, what it is given, and what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.base.durable import flush_folder
from pipeline.base.errors import UsageFault
from pipeline.base.log import Stopwatch, flush_log, write
from pipeline.base.periods import Periode
from pipeline.base.settings import Settings, workspace
from pipeline.base.settle import locked
from pipeline.base.workspace import Workspace
from pipeline.definitions.plans import Plan, read_plan, standard_plan_id

if TYPE_CHECKING:
    from pipeline.intake.ingest import Intake


def _quiet(_: str) -> None:
    """Progress nobody watches."""


def _quote(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


@dataclass(frozen=True)
class Call:
    """Where a call works, with which plan and settings, and who is told how far it is."""

    folder: Workspace
    settings: Settings = field(default_factory=Settings)
    plan_ids: tuple[str, ...] = ()
    """The plans the call names, the first leading; none: those of the settings, else the standard one."""
    progress: Callable[[str], None] = _quiet
    notice: Callable[[str], None] = _quiet
    """Told what the reader should know whatever becomes of the call."""
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    settings_file: Path | None = None
    """The settings file where the call named one."""

    @contextmanager
    def locked(self) -> Iterator[None]:
        """The workspace to itself, mended of what a run that was cut short left; that is told.

        Raises:
            BusyError: another run is using the workspace.
        """
        with locked(self.folder) as mended:
            for line in mended:
                self.notice(line)
                write(self.folder.log, haendelse="genoprettet", hvad=line)
            yield
            flush_log(self.folder.log)
            for folder in (self.folder.computation, self.folder.root):
                if folder.is_dir():
                    flush_folder(folder)

    def plans(self) -> tuple[Plan, ...]:
        """The plans of the run, the first one leading; the workspace's own go before those that come along.

        Raises:
            UsageFault: one is not known, or named twice.
            DefinitionsError: the file of one does not hold.
        """
        ids = self.plan_ids or self.settings.planer or (standard_plan_id(),)
        if twice := sorted({plan_id for plan_id in ids if ids.count(plan_id) > 1}):
            raise UsageFault(f"Planen {twice[0]} er nævnt to gange; nævn hver plan én gang.")
        return tuple(read_plan(plan_id, (self.folder.plans,)) for plan_id in ids)

    def plans_for(self, reported: Periode) -> tuple[Plan, ...]:
        """Those of the plans that reach the reported period.

        Raises:
            UsageFault: the leading plan begins after the period.
        """
        plans = self.plans()
        reaching = tuple(plan for plan in plans if plan.first_month.first <= reported.first)
        if plans[0] not in reaching:
            raise UsageFault(
                f"Perioden {reported.periode} ligger før {plans[0].foerste_periode}, som er den første, "
                f"planen {plans[0].plan_id} opgøres for."
            )
        return reaching

    def plans_left_out(self, reported: Periode) -> tuple[str, ...]:
        """A word on each plan that does not reach the reported period."""
        return tuple(
            f"Planen {plan.plan_id} opgøres først fra {plan.foerste_periode} og er ikke med."
            for plan in self.plans()
            if plan.first_month.first > reported.first
        )

    def command(self, word: str) -> str:
        """A further command as it is to be typed, to work in this workspace with these settings.

        What it would find by itself it is not told.
        """
        root = self.folder.root
        place = "" if root == workspace(None, self.environment) else f" --arbejdsmappe {_quote(root)}"
        file = f" --indstillinger {_quote(self.settings_file)}" if self.settings_file else ""
        return f"ledelsestilsyn {word}{place}{file}"

    def step(self, name: str, text: str) -> Stopwatch:
        """Announce a stage and time it into the log."""
        self.progress(text)
        return Stopwatch(self.folder.log, name)


@dataclass(frozen=True)
class Leverance:
    """A delivery on its way in; the exceptions lift limits for this call only.

    `light`: it holds some of the extracts alone, and what needs the others is not told.
    """

    folder: Path
    dato: date | None = None
    allow_karantaene: float | None = None
    allow_drop: bool = False
    allow_missing_column: bool = False
    light: bool = False


@dataclass(frozen=True)
class Outcome:
    """What the monthly job made; `lines` are what its reader should know, `next_` what to do now.

    `results` is the database that holds the period's, also where a newer one stays published; then no mails
    are written, and `outbox` is None.
    """

    periode: str
    intake: Intake
    results: Path
    database: Path
    reports: Path
    outbox: Path | None
    lines: tuple[str, ...]
    next_: str


@dataclass(frozen=True)
class WeekOutcome:
    """What the weekly job made: the week, where its lists lie; `lines` and `next_` as in `Outcome`."""

    name: str
    intake: Intake
    pages: Path
    lines: tuple[str, ...]
    next_: str


@dataclass(frozen=True)
class PlanChecked:
    """A plan that holds: its file, how many examples came out as drawn, and what it has no data for.

    `leverance` is the date of the delivery in force; None where the workspace has none. `unfilled` is, by
    indicator id, what the indicator reads and no row of the delivery fills: `extract` or `extract.kolonne`.
    """

    file: Path
    plan: Plan
    examples: int
    leverance: date | None
    unfilled: Mapping[str, tuple[str, ...]]
