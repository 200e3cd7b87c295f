"""One municipality's month as a task: paths go in; a state, counts and what may be told come out.

It runs wherever the engine puts it, in the municipality's own workspace, with its own settings and key.
Nothing that was read of a case leaves: what fails is told in our own words or by its type alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar

from pipeline import __version__, run
from pipeline.base.errors import (
    BusyError,
    ExitCode,
    InternalError,
    KeyFault,
    LedelsestilsynError,
    UsageFault,
    kind,
)
from pipeline.base.log import write_error
from pipeline.base.settings import find_settings, read_settings
from pipeline.base.surroundings import surroundings_fault
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance, Outcome
from pipeline.country.fingerprint import read_after, read_before
from pipeline.country.results import INDIKATOR, RESULTAT, Publishable, parquet, publishable
from pipeline.intake.key import ENVIRONMENT_KEY
from pipeline.ready import get_ready
from pipeline.reports.facts import fetch_facts
from pipeline.reports.facts.told import read_memory, write_memory
from pipeline.stages.candidate import read_candidate

State: TypeAlias = Literal["koert", "uaendret", "afvist", "fejl"]
"""Run; unchanged since last; its delivery refused; another fault."""
PATIENCE = 120.0
"""Seconds to wait for a workspace in use: a worker that was given up may still be at work in it."""
PAUSE = 0.5
COUNTED = ("laest", "accepteret", "dubletter", "karantaene", "advarsler")
"""What is counted of a delivery's rows."""

Made = TypeVar("Made")


@dataclass(frozen=True)
class Task:
    """What goes in. `known` is the fingerprint of what the country already has of the municipality."""

    kommune_id: str
    arbejdsmappe: Path
    leverance: Path
    udtraeksdato: date | None
    indstillinger: Path | None
    noegle_fil: Path | None
    periode: str
    version: str = __version__
    known: str | None = None


@dataclass(frozen=True)
class Counts:
    """The delivery's rows, all its files together."""

    udtraeksdato: date
    laest: int
    accepteret: int
    dubletter: int
    karantaene: int
    advarsler: int


@dataclass(frozen=True)
class Told:
    """What comes out; `lines` are Danish, for whoever runs the country, the tables Parquet files' bytes."""

    state: State
    exit_code: ExitCode = ExitCode.OK
    lines: tuple[str, ...] = ()
    fingerprint: str = ""
    counts: Counts | None = None
    resultat: bytes = b""
    indikator: bytes = b""


def month(task: Task) -> Told:
    """Do a municipality's month, or say why it could not be done; never raises."""
    try:
        return _patiently(lambda: _month(task))
    except LedelsestilsynError as error:
        return _stopped(error)
    except Exception as error:  # its message may quote a row: the type goes out, the places to the log
        if fault := surroundings_fault(error):
            return _stopped(fault)
        with suppress(OSError):
            write_error(Workspace(task.arbejdsmappe).log, error)
        return _stopped(InternalError(f"Uventet fejl ({kind(error)}). Se log-mappen i arbejdsmappen."))


def _stopped(error: LedelsestilsynError) -> Told:
    refused = error.exit_code is ExitCode.DATA_REFUSED
    return Told("afvist" if refused else "fejl", error.exit_code, error.lines)


def _patiently(work: Callable[[], Made]) -> Made:
    """Do work in a workspace that may be in use for a little longer."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return work()
        except BusyError:
            if time.monotonic() > until:
                raise
            time.sleep(PAUSE)


def _month(task: Task) -> Told:
    if task.version != __version__:
        raise UsageFault(
            f"Arbejderen har ledelsestilsyn {__version__}, og landet køres med {task.version}; "
            "installér den samme version overalt."
        )
    call = _call(task)
    before = read_before(
        call.folder, task.leverance, call.settings_file, task.periode, str(task.udtraeksdato)
    )
    if task.known and task.known == read_after(call.folder, before):
        return Told("uaendret", fingerprint=task.known)
    leverance = Leverance(task.leverance, task.udtraeksdato)
    get_ready(call.folder, leverance)
    outcome = run.run(call, leverance, task.periode)
    told = _told(call, task.periode)
    return Told(
        "koert",
        fingerprint=read_after(call.folder, before),
        counts=_counts(outcome),
        resultat=parquet(told.resultat, RESULTAT),
        indikator=parquet(told.indikator, INDIKATOR),
    )


def _told(call: Call, periode: str) -> Publishable:
    """What may be told; it is remembered before anybody outside has it."""
    with call.locked():
        candidate = read_candidate(call.folder, periode)
        with candidate.open(call.folder) as database:
            facts = fetch_facts(database, candidate.plans)
        told, memory = publishable(facts, read_memory(call.folder.told))
        write_memory(memory, call.folder.told)
    return told


def _call(task: Task) -> Call:
    """The municipality's own call: its settings and key, and nothing of the worker's environment."""
    key = {ENVIRONMENT_KEY: _key(task.noegle_fil)} if task.noegle_fil else {}
    settings = find_settings(task.indstillinger, task.arbejdsmappe, key)
    return Call(
        Workspace(task.arbejdsmappe), read_settings(settings), environment=key, settings_file=settings
    )


def _key(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise KeyFault(f"{file}: filen med nøglen kan ikke læses.") from None


def _counts(outcome: Outcome) -> Counts:
    files = outcome.intake.files
    return Counts(
        outcome.intake.udtraeksdato,
        *(sum(getattr(file, name) for file in files) for name in COUNTED),
    )
