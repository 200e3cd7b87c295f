"""What lies in `rapporter/` -> its index, and each team's own in that team's folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.base.periods import Periode
from pipeline.base.readers import write_for_readers
from pipeline.call import Call
from pipeline.definitions.plans import all_plans
from pipeline.reports import Reports
from pipeline.reports.index import FILE, Shelf

if TYPE_CHECKING:
    from pipeline.reports.render import Writer

TEMPLATE = "indeks.html.j2"


def lay_team_indices(call: Call, periode: Periode, reports: Reports, new: Path) -> None:
    """Write each team's own index into its folder of the reports about to be released.

    The department's folder, the committee's and the leaders' have none of their own: no team reads them.
    """
    shelf, writer = _shelf(call, periode, reports, new), _writer()
    for home in (new / name for name in reports.team_folders() if (new / name).is_dir()):
        (home / FILE).write_text(writer.page(TEMPLATE, shelf.page(home.name)), "utf-8", newline="\n")


def write_index(call: Call, periode: Periode, reports: Reports) -> None:
    """Write the index of everything beside the periods, once the reported one stands in its place."""
    folder = call.folder.reports
    page = _writer().page(TEMPLATE, _shelf(call, periode, reports, folder / periode.periode).page())
    write_for_readers(folder / FILE, page.encode(), folder, call.settings.rettigheder)


def _shelf(call: Call, periode: Periode, reports: Reports, place: Path) -> Shelf:
    titles = {plan.plan_id: plan.titel for plan in all_plans((call.folder.plans,))}
    return Shelf(call.folder.reports, periode, place, reports.news(), titles, reports.version)


def _writer() -> Writer:
    from pipeline.reports.render import Writer

    return Writer()
