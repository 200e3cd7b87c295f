"""What lies in `rapporter/` -> its index, and each team's own in that team's folder."""

from __future__ import annotations

from pathlib import Path

from pipeline.base.periods import Periode
from pipeline.call import Call
from pipeline.definitions.plans import all_plans
from pipeline.reports import Reports
from pipeline.reports.index import FILE, Shelf

INDEX = FILE


def lay_indices(call: Call, periode: Periode, reports: Reports, new: Path) -> str:
    """Write a team's own index into its folder of the reports about to be released; the whole one's text.

    The department's folder, the committee's and the leaders' have none of their own: no team reads them.
    """
    from pipeline.reports.render import Writer

    titles = {plan.plan_id: plan.titel for plan in all_plans((call.folder.plans,))}
    news = reports.news()
    shelf = Shelf(call.folder.reports, periode, new, news, titles, reports.version)
    writer = Writer(lambda _: "")
    for home in (new / name for name in reports.team_folders() if (new / name).is_dir()):
        (home / FILE).write_text(writer.page("indeks.html.j2", shelf.page(home.name)), "utf-8", newline="\n")
    return writer.page("indeks.html.j2", shelf.page())
