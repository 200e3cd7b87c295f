"""The delivery in force -> the candidate: every indicator computed, and all that a publication holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.base.database import Database, open_database
from pipeline.base.durable import put
from pipeline.base.periods import Periode, latest_whole_month, require_begun
from pipeline.base.workspace import Workspace, udtraeksdato
from pipeline.call import Call
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.fingerprints import sql_sha256, udtraek_sha256
from pipeline.definitions.plans import Plan
from pipeline.indicators.calculate import calculate
from pipeline.indicators.unmeasured import Lacking, uncounted
from pipeline.publication.contents import copy_extracts, copy_leverancer, create_views, write_comments
from pipeline.review.reading import write_reading
from pipeline.review.store import publish_rounds
from pipeline.stages.candidate import Candidate, mark_plans, unmark_plans
from pipeline.stages.leverance import LOST, UNITED, Missing, attach_leverance, remark
from pipeline.stages.previous import leverance_id_of, previous_for


def periode_for(folder: Workspace, wanted: Periode | None) -> Periode:
    """The period to report: the one asked for, else the last whole month of the delivery in force.

    Raises:
        UsageFault: no delivery is there, or the one in force does not reach the period.
    """
    dato = udtraeksdato(folder.newest_leverance())
    periode = wanted or latest_whole_month(dato)
    require_begun(periode, dato)
    return periode


def make_candidate(call: Call, plans: Sequence[Plan], periode: Periode) -> Candidate:
    """Make the candidate anew for a period that the delivery in force reaches, by these plans.

    Raises:
        UsageFault: an earlier version took the delivery in, and this one cannot read it.
    """
    folder, leverance = call.folder, call.folder.newest_leverance()
    dato = udtraeksdato(leverance)
    with call.step("indikatorer", f"Opgør indikatorerne for {periode.periode}"):
        with _new_candidate(folder, leverance) as (database, missing):
            with _copied(database):
                calculate(database, plans, periode, dato, uncounted(plans, _lacking(database)))
            with call.step("udgivelse_bygges", "Samler det, der skal udgives"):
                collect_publication(database, folder.leverance_files(), plans[0], periode, dato)
                _state_what_is_missing(database, missing, plans)
        mark_plans(folder, plans)
    id_ = leverance_id_of(leverance, "leverance")
    return Candidate(folder.candidate, tuple(plans), periode, id_, leverance, previous_for(folder, id_))


def _state_what_is_missing(database: Database, missing: Missing, plans: Sequence[Plan]) -> None:
    """A column that an earlier version did not take in is a reservation like any other."""
    if text := remark(missing, plans):
        number = database.value("select coalesce(max(nr), 0) + 1 from ud.bemaerkning")
        database.insert("ud.bemaerkning", [{"nr": number, "tekst": text}])


def _lacking(database: Database) -> Lacking:
    """What the delivery in force did not bring, and of which nothing has been read back; what it lost."""
    brought = {str(row["extract"]) for row in database.fetch("select extract from lev.main.leverance_fil")}
    read_back = {name for name in UNITED if database.count(f"lev.data.{name}")}
    lost: dict[str, list[str]] = {}
    if LOST in database.tables("lev.main"):  # an earlier version told none
        for row in database.fetch(f"from lev.main.{LOST} order by all"):
            lost.setdefault(row["extract"], []).append(row["kolonne"])
    for name, extract in read_extracts().items():
        if name not in brought and not (extract.valgfri or extract.kan_undvaeres):
            lost[name] = list(extract.kolonner)  # read by way of what several units ask, not by name alone
    return Lacking(set(read_extracts()) - brought - read_back, lost)


@contextmanager
def _new_candidate(folder: Workspace, leverance: Path) -> Iterator[tuple[Database, Missing]]:
    """The delivery as unqualified names, and an empty `ud` that becomes the candidate if all goes well.

    With it comes which columns the delivery's file lacks.
    """
    new = folder.computation / "ny.duckdb"
    new.unlink(missing_ok=True)
    with open_database([folder.root], temporary=folder.computation / "spild") as database:
        missing = attach_leverance(database, leverance, folder.reviews)
        database.attach(new, "ud", writable=True)
        new.chmod(0o600)
        database.use("lev", "data")
        yield database, missing
        database.use("memory")
        database.detach("ud")
    unmark_plans(folder)
    put(new, folder.candidate)


@contextmanager
def _copied(database: Database) -> Iterator[None]:
    """The extracts are copied into `ud` on a connection of their own while the block runs."""
    with database.beside() as second, ThreadPoolExecutor(1) as threads:
        copying = threads.submit(copy_extracts, second, read_extracts())
        yield
        copying.result()


def collect_publication(
    database: Database,
    leverancer: Sequence[Path],
    plan: Plan,
    periode: Periode,
    dato: date,
) -> None:
    """What the economist opens beside results and extracts: bookkeeping, rounds read, comments and views.

    `database` has the results and the extracts in `ud`; `leverancer` are the deliveries taken in, oldest
    first, and `dato` the day the one in force was drawn. The store of the case review is attached where there
    is one.
    """
    copy_leverancer(database, leverancer)
    database.run_file("published", "tilsyn")
    publish_rounds(database)
    write_reading(database, periode.opgjort_pr(dato))
    database.run_file("published", "opgoerelse", **_opgoerelse(plan, periode, dato))
    create_views(database)
    write_comments(database, read_extracts())


def _opgoerelse(plan: Plan, periode: Periode, dato: date) -> dict[str, Any]:
    return {
        "plan_id": plan.plan_id,
        "periode": periode.periode,
        "periodetype": periode.periodetype,
        "foerste_dag": periode.first,
        "sidste_dag": periode.last,
        "opgjort_pr": periode.opgjort_pr(dato),
        "foreloebig": periode.preliminary(dato),
        "program_version": __version__,
        "sql_sha256": sql_sha256(),
        "udtraek_sha256": udtraek_sha256(),
    }
