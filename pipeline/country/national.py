"""What the municipalities told -> one DuckDB file for the country: the union, and a view per question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.base.database import Database, open_database
from pipeline.base.periods import Periode
from pipeline.base.resources import resource
from pipeline.base.strict import read_model
from pipeline.country.folder import Kept
from pipeline.publication.columns import Dictionary
from pipeline.publication.contents import write_meanings

COLUMNS = Path(__file__).with_name("columns.yaml")
IN_ORDER, REFUSED, FAULT = "i_orden", "afvist", "fejl"
"""How it went a municipality, in the column `tilstand`."""


@dataclass(frozen=True)
class Member:
    """A municipality of the list: how it went, and what it told, now or in an earlier run of the period."""

    kommune_id: str
    navn: str
    tilstand: str
    kept: Kept | None


def build(members: Sequence[Member], periode: Periode, file: Path, folder: Path) -> None:
    """Make the country's file anew; `folder` is the one the municipalities' tables lie below."""
    file.unlink(missing_ok=True)
    with open_database([folder]) as database:
        database.attach(file, "ud", writable=True)
        file.chmod(0o600)
        database.run_file("country", "tabeller")
        database.insert("ud.opgoerelse", [_opgoerelse(periode)])
        database.insert("ud.kommune", [_kommune(member) for member in members])
        for member in members:
            if member.kept:
                _take_in(database, member.kommune_id, member.kept)
        database.use("ud")
        database.run_file("country", "tragt")
        for view in views():
            database.run_file("country", "visninger", view)
        write_meanings(database, dictionary())
        database.use("memory")
        database.detach("ud")


def views() -> list[str]:
    """Names of the SQL files that make the views, each named as what it makes."""
    return sorted(file.stem for file in resource("sql", "country", "visninger").glob("*.sql"))


def dictionary() -> Dictionary:
    """What everything in the country's file means."""
    return read_model(COLUMNS, Dictionary)


def _take_in(database: Database, kommune_id: str, kept: Kept) -> None:
    database.run_file(
        "country",
        "en_kommune",
        kommune_id=kommune_id,
        resultat=str(kept.resultat),
        indikator=str(kept.indikator),
    )


def _opgoerelse(periode: Periode) -> Mapping[str, Any]:
    return {
        "periode": periode.periode,
        "periodetype": periode.periodetype,
        "foerste_dag": periode.first,
        "sidste_dag": periode.last,
        "program_version": __version__,
    }


def _kommune(member: Member) -> Mapping[str, Any]:
    none = dict.fromkeys(("udtraeksdato", "laest", "accepteret", "dubletter", "karantaene", "advarsler"))
    return {
        "kommune_id": member.kommune_id,
        "navn": member.navn,
        "tilstand": member.tilstand,
        "med": member.kept is not None,
        **(asdict(member.kept.counts) if member.kept else none),
    }
