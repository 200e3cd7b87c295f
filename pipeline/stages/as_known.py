"""What was known on a day, computed again: in a place of its own, beside what is published and not in it.

Known were the deliveries drawn by that day, and what leaders had answered by then. Plans and program are
those of today. A delivery taken in later than that day counts as known all the same, and is told of: what
a replaced one held is not kept.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline.base.database import open_database, open_file
from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, today
from pipeline.base.readers import prepare_folder, put_file
from pipeline.base.settings import Permissions
from pipeline.base.workspace import Workspace, udtraeksdato
from pipeline.call import Call
from pipeline.review.store import attach_store, writing
from pipeline.stages import check, report

OWNER_ALONE = Permissions(mappe="0700", fil="0600")
"""Nobody else is shown figures that are not in force."""


@dataclass(frozen=True)
class AsKnown:
    """What was made, where it lies, and what its reader should know."""

    periode: str
    leverance_id: str
    database: Path
    reports: Path
    lines: tuple[str, ...]


def as_known(call: Call, day: date, wanted: Periode | None) -> AsKnown:
    """Compute and report a period by what was known on a day; the caller has the workspace to itself.

    Raises:
        UsageFault: the day has not come, no delivery was known then, or the one that was does not reach the
            period.
    """
    past = _on(call, day)
    reported = check.periode_for(past.folder, wanted)
    plans = past.plans_for(reported)
    shutil.rmtree(past.folder.home, ignore_errors=True)
    _begin(call.folder, past.folder, day)
    candidate = check.make_candidate(past, plans, reported)
    built = report.build(past, candidate, report.read(past, candidate))
    folder = past.folder.reports / reported.periode
    prepare_folder(built, OWNER_ALONE)
    built.rename(folder)
    put_file(candidate.path, past.folder.published, OWNER_ALONE)
    shutil.rmtree(past.folder.computation, ignore_errors=True)
    lines = (*_remarks(past.folder, day), *past.plans_left_out(reported))
    return AsKnown(reported.periode, candidate.leverance_id, past.folder.published, folder, lines)


def _on(call: Call, day: date) -> Call:
    """The call as it would have been on the day, in a place of its own."""
    if day > today():
        raise UsageFault(f"--som-af: {day:%d-%m-%Y} er ikke kommet endnu.")
    folder = replace(call.folder, som_af=day)
    if not folder.leverance_files():
        raise UsageFault(f"{folder.root}: ingen leverance i arbejdsmappen er fra {day:%d-%m-%Y} eller før.")
    settings = call.settings.model_copy(update={"rettigheder": OWNER_ALONE})
    return replace(call, folder=folder, settings=settings)


def _begin(folder: Workspace, past: Workspace, day: date) -> None:
    """Make the place, with the reviews as they were known."""
    for path in (past.home.parent, past.home, past.computation):
        path.mkdir(mode=0o700, exist_ok=True)
    if not folder.reviews.is_file():
        return
    shutil.copyfile(folder.reviews, past.reviews)
    with open_database([past.root]) as database:
        attach_store(database, past)
        with writing(database):
            database.run_file("review", "kendt", dag=day)


def _remarks(past: Workspace, day: date) -> Iterator[str]:
    file = past.newest_leverance()
    yield (
        f"Regnet på leverancen af {udtraeksdato(file):%d-%m-%Y}, den nyeste senest {day:%d-%m-%Y}, og efter "
        "planer og program, som de er nu. Det udgivne og dets rapporter er ikke ændret."
    )
    with open_file(file) as database:
        taken_in = database.value("select indlaest_tidspunkt::date from leverance")
    if taken_in > day:
        yield (
            f"Leverancen er indlæst {taken_in:%d-%m-%Y}, altså senere; har der ligget en anden af samme dato "
            "før, er den ikke gemt."
        )
