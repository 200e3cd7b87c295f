"""A case that must go, out of everything the workspace keeps; what is published follows with the next run.

First it is remembered, by a keyed hash, that it must stay out: whatever cuts the rest short, a delivery that
brings it again leaves it behind, and the command can be given again.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.database import open_database
from pipeline.base.durable import write
from pipeline.base.errors import UsageFault
from pipeline.base.readers import write_for_readers
from pipeline.base.text import count_of
from pipeline.base.traces import Traces
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.delivery.forget import forget_in_ledger, mails_about
from pipeline.intake.forget import find_traces, forget_in_delivery, forget_in_karantaene
from pipeline.intake.forgotten import read_forgotten, remember
from pipeline.intake.key import key
from pipeline.reports.forget import Cleaned, forget_in_reports
from pipeline.review.forget import forget_in_store, knows
from pipeline.review.store import attach_store, rewrite_store
from pipeline.stages.forms import read_returned
from pipeline.stages.purge_reviews import mark_anew, unmark


@dataclass(frozen=True)
class Forgotten:
    """What was taken out, in counts alone; `returned` is what reading the waiting workbooks first said."""

    rows: int
    quarantined: int
    mails: int
    reports: Cleaned
    workbooks: int
    returned: tuple[str, ...]

    @property
    def counts(self) -> tuple[str, ...]:
        """How much of what; nothing that names the case."""
        counted = (
            (self.rows, "række i leverancerne", "rækker i leverancerne"),
            (self.quarantined, "række i karantæne", "rækker i karantæne"),
            (self.mails, "mail i udbakken", "mails i udbakken"),
            (len(self.reports.pages), "side i rapporterne renset", "sider i rapporterne renset"),
            (len(self.reports.filled), "udfyldt arbejdsbog renset", "udfyldte arbejdsbøger renset"),
            (len(self.reports.deleted), "arbejdsbog i rapporterne", "arbejdsbøger i rapporterne"),
            (self.workbooks, "returneret arbejdsbog", "returnerede arbejdsbøger"),
        )
        return tuple(count_of(*count) for count in counted if count[0])

    def lines(self) -> tuple[str, ...]:
        """What is gone, and what is left to do."""
        return (
            *self.returned,
            "Sagen er taget ud af arbejdsmappen, og en leverance, der har den med igen, lader den ligge.",
            *(f"  {count}" for count in self.counts),
            "Det udgivne har den endnu: kør run, eller check, report og publish.",
            "Sikkerhedskopier og sendte mails er uden for programmet.",
        )


def forget(call: Call, sag_id: str) -> Forgotten:
    """Take a case out of the workspace, which is the caller's alone.

    Raises:
        UsageFault: nothing in the workspace has such a case.
    """
    folder, secret = call.folder, key(call.folder.root, call.environment)
    traces = find_traces(folder.leverance_files(), sag_id) or _in_reviews(folder, sag_id)
    if traces is None and read_forgotten(folder.root, secret).has(sag_id):
        traces = _alone(sag_id)  # taken out before: what may be left of a time it was cut short
    if traces is None:
        raise UsageFault("Ingen leverance og ingen gennemgang i arbejdsmappen har en sag med det nummer.")
    with call.step("glem", "Tager sagen ud af arbejdsmappen"):
        remember(folder.root, secret, traces.columns)
        returned = read_returned(call)
        return _take_out(call, traces, returned)


def _take_out(call: Call, traces: Traces, returned: tuple[str, ...]) -> Forgotten:
    folder, permissions = call.folder, call.settings.rettigheder

    def write_report(file: Path, content: bytes) -> None:
        write_for_readers(file, content, folder.reports, permissions)

    quarantined = sum(forget_in_karantaene(home, traces) for home in folder.karantaener)
    mails = mails_about(folder.outbox, traces)
    forget_in_ledger(folder.postbog, traces, mails)
    for mail in mails:
        mail.unlink()
    kept = forget_in_reports(
        folder.reports, traces, write_report, lambda files: unmark(folder, permissions, files)
    )
    mark_anew(folder, permissions)
    sent_in = forget_in_reports(folder.returned, traces, write)
    # What has been computed and is not published, and days of the past, hold rows; both can be made again.
    # So may a journal that another program left beside the publication, and nobody needs it.
    for path in (folder.computation, folder.root / "som-af", folder.foreign):
        shutil.rmtree(path, ignore_errors=True)
    # Last, for they say what the case is known by, also to a command given again after a cut.
    if folder.reviews.is_file():
        rewrite_store(folder, lambda database: forget_in_store(database, traces))
    rows = sum(forget_in_delivery(file, traces) for file in (*folder.leverance_files(), *folder.misdated()))
    workbooks = len(sent_in.filled) + len(sent_in.deleted)
    return Forgotten(rows, quarantined, len(mails), kept, workbooks, returned)


def _in_reviews(folder: Workspace, sag_id: str) -> Traces | None:
    """A case that only the reviews still have."""
    if not folder.reviews.is_file():
        return None
    with open_database([folder.root]) as database:
        attach_store(database, folder)
        return _alone(sag_id) if knows(database, sag_id) else None


def _alone(sag_id: str) -> Traces:
    return Traces(sag_id, {"sag_id": frozenset({sag_id})})
