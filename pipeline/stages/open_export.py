"""The copy for whoever may see no rows: what the committee has been told, and nothing else in reach.

It is made from a database of its own, in memory, that holds those figures alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.base.database import Database, open_database
from pipeline.base.errors import UsageFault
from pipeline.base.strict import read_model
from pipeline.call import Call
from pipeline.definitions.plans import Plan, read_plan
from pipeline.economist.export import export
from pipeline.economist.published import open_publication, require_this_version
from pipeline.publication.columns import Dictionary
from pipeline.publication.contents import write_meanings
from pipeline.reports.facts import Opgoerelse
from pipeline.reports.facts.told import read_memory
from pipeline.reports.open_figures import open_figures

TABLE = "aabne_tal"
COLUMNS = Path(__file__).with_name("open_columns.yaml")
REMARKS = (
    "Kun hele afdelingen, og kun det, udvalget har fået i sine rapporter om kvartaler, tertialer og år.",
    "Et tal, der siden er ændret med færre end fem personer, står, som udvalget fik det.",
    "Et antal på 1-4 personer står som under 5 og uden værdi.",
    "Et tal, som 1-4 personer kunne regnes ud af, også sammen med tidligere rapporter, er skjult.",
)


def export_open(call: Call, format_: str, until: Path) -> tuple[Path, ...]:
    """Write the open figures; the files, as `economist.export.export`.

    Raises:
        NothingPublished: nothing has been.
        UsageFault: the committee has been told nothing yet, or the place cannot be written to.
    """
    with _copy(call) as database:
        return export(database, [TABLE], format_, until, call.progress, book="ledelsestilsyn-aaben")


@contextmanager
def _copy(call: Call) -> Iterator[Database]:
    with open_publication(call.folder.published) as published:
        require_this_version(published)
        opgoerelse = Opgoerelse(**published.rows("reports", "opgoerelse")[0])
        ids = [row["plan_id"] for row in published.fetch("select plan_id from plan order by orden")]
        about = published.fetch("select organisation, plan_titel, program_version from om")[0]
    plans = [plan for plan_id in ids if (plan := _plan(call, plan_id)).told_to_committee]
    rows = list(open_figures(opgoerelse, plans, read_memory(call.folder.told)))
    if not rows:
        raise UsageFault(
            "Udvalget har ikke fået en rapport endnu, og --aaben kopierer kun det, den fortæller; kør "
            "først run for et kvartal."
        )
    with open_database() as database:
        _fill(database, {**about, "periode": rows[-1]["periode"]}, rows)
        yield database


def _plan(call: Call, plan_id: str) -> Plan:
    return read_plan(plan_id, (call.folder.plans,))


def _fill(database: Database, about: Mapping[str, Any], rows: list[Mapping[str, Any]]) -> None:
    database.attach_memory("ud")
    database.run_file("economist", TABLE)
    database.run_file("published", "views", "ordbog")
    database.insert("ud.om", [about])
    database.insert("ud.bemaerkning", [{"nr": n, "tekst": t} for n, t in enumerate(REMARKS, start=1)])
    database.insert(f"ud.{TABLE}", rows)
    write_meanings(database, read_model(COLUMNS, Dictionary))
    database.use("ud")
