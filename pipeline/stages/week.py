"""A light delivery between two months -> each leader's list for the week, as pages and mails.

It is calculated in a place of its own, so that the month's delivery stays in force and nothing is published;
of that place only the rows in quarantine are kept, also of a run that was cut short (`base/settle.py`). The
definitions are those of the month: the same files, kinds and list. What needs an extract that was not
delivered is left out, and said to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.base.database import open_file
from pipeline.base.durable import beside, flush_folder, remove
from pipeline.base.periods import maaned, week_name
from pipeline.base.readers import open_for_readers, prepare_folder
from pipeline.base.settle import week_leftovers
from pipeline.base.switch import Switch, require_replaceable, switch
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.delivery import outbox
from pipeline.intake.ingest import Intake
from pipeline.ready import date_of
from pipeline.reports import WEEK_PAGE, Reports, folder_name
from pipeline.reports.facts.week import last_day
from pipeline.stages import check, ingest, report


@dataclass(frozen=True)
class Aside(Workspace):
    """The place of a week's calculation; plans are the workspace's own."""

    own_plans: Path = Path()

    @property
    def plans(self) -> Path:
        """As in the workspace."""
        return self.own_plans


@dataclass(frozen=True)
class WeekWritten:
    """What a week's run made: its name, what was taken in, where the pages lie, and the mails."""

    name: str
    intake: Intake
    pages: Path
    mails: outbox.Outbox


def write_week(call: Call, leverance: Leverance) -> WeekWritten:
    """Take the light delivery in, and write every leader's page and mail; nothing is published or sent.

    Raises:
        UsageFault, DataRefused: as for a month's delivery.
    """
    dato = date_of(leverance)
    periode, name = maaned(dato.replace(day=1)), week_name(last_day(dato))
    plans = call.plans_for(periode)
    with _aside(call) as own:
        intake = ingest.take_in(own, replace(leverance, light=True))
        candidate = check.make_candidate(own, plans, periode)
        reports = report.read(own, candidate)
        with call.step("uge", f"Skriver lister og mails for {name}"):
            pages = _lay_pages(call, name, reports)
            with open_file(candidate.path) as database:
                basis = outbox.Basis(
                    database,
                    own.folder.newest_leverance(),
                    reports.week_mail,
                    reports.week_figures,
                    folder_name,
                    name=name,
                    page=WEEK_PAGE,
                    leaders_only=True,
                )
                mails = outbox.write_mails(
                    basis, call.folder.outbox / name, call.folder.postbog, call.settings
                )
    return WeekWritten(name, _placed(intake), pages, mails)


def _lay_pages(call: Call, name: str, reports: Reports) -> Path:
    """The pages in the place of the week's own, by a switch: whatever cuts it short, never half of them."""
    pages, permissions = call.folder.reports / name, call.settings.rettigheder
    require_replaceable(call.folder, name)
    new = beside(pages)
    open_for_readers(new.parent, permissions)
    remove(new)
    new.mkdir(mode=0o700)
    reports.write_week(new)
    prepare_folder(new, permissions)
    switch(call.folder, Switch(name, database=False), permissions)
    return pages


@contextmanager
def _aside(call: Call) -> Iterator[Call]:
    """The call in a place of its own, emptied before and after but for the rows in quarantine."""
    folder = Aside(call.folder.week, own_plans=call.folder.plans)
    folder.create()
    try:
        yield replace(call, folder=folder)
    finally:
        for path in week_leftovers(call.folder):
            remove(path)
        flush_folder(folder.root)
        flush_folder(call.folder.root)


def _placed(intake: Intake) -> Intake:
    """The intake's messages, which name places in the workspace."""
    told = tuple(message.replace("karantaene/", "uge/karantaene/") for message in intake.messages)
    return replace(intake, messages=told)
