"""One extract from file to typed, accepted rows, with every other row accounted for."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.base.database import Database, Expression, col, quote
from pipeline.base.errors import InternalError
from pipeline.definitions.extract_models import Extract
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.arrival import Received
from pipeline.intake.decimals import say_thousands, with_readings
from pipeline.intake.expected import trials
from pipeline.intake.files import File
from pipeline.intake.findings import find_everything, remember_keys
from pipeline.intake.gates import FileCounts
from pipeline.intake.headings import Headings
from pipeline.intake.lookups import Lookup, Reading, forget_unknown, look_up
from pipeline.intake.own_words import OwnWords
from pipeline.intake.quarantine import write
from pipeline.intake.raw import RawLayer, TakenIn
from pipeline.intake.read_csv import open_csv
from pipeline.intake.typed import LINE, TYPED, show_rows, typed
from pipeline.intake.validate import Refused, refused


@dataclass(frozen=True)
class Judge:
    """What all extracts of one delivery are judged by; `readings` is how each one's amounts were read."""

    database: Database
    raw_layer: RawLayer
    own_words: OwnWords
    maalepunkter: frozenset[str]
    leverance_id: str
    udtraeksdato: date
    karantaene_folder: Path
    readings: dict[str, Mapping[str, Reading]] = field(default_factory=dict)

    def take_in(self, database: Database, received: Received) -> Generator[TakenIn]:
        """Every file into the raw layer, in the order they are judged.

        With a connection of its own it may be done by a thread of its own.
        """
        for name, extract in read_extracts().items():
            if file := received.files.get(name):
                headings = received.headings[name]
                with open_csv(file.path, file.charset, headings.are_those, file.marks) as csv_file:
                    yield self.raw_layer.take_in(database, csv_file, extract, headings.names, file.marks)

    def judge(self, extract: Extract, file: File, headings: Headings, taken_in: TakenIn) -> FileCounts:
        """Type and judge one file's rows. Fills `data.<extract>` and the quarantine tables."""
        database = self.database
        database.run_file("intake", "extract_tables")
        database.run("begin")
        self._insert("dublet", taken_in.duplicates)
        self._insert("skaev", taken_in.misfits)
        if taken_in.rows:
            show_rows(database, extract, headings.names)
            self._values(extract)
            find_everything(database, extract, self.udtraeksdato)
            remember_keys(database, extract)
            self._keep(extract)
            write(database, extract, headings.names, self.karantaene_folder)
        else:
            self._keep_none(extract)
        figures = self._accounting(extract, file, taken_in.rows)
        database.run("commit")
        return figures

    def without_file(self, extract: Extract) -> None:
        """An empty `data.<extract>` for a file that is not there."""
        self._keep_none(extract)

    def _values(self, extract: Extract) -> None:
        """Look up and type the values, and let the expectations refuse what they will."""
        lookup = self._lookup(extract)
        look_up(self.database, lookup)
        lookup = with_readings(self.database, lookup)
        self.readings[extract.extract] = lookup.readings
        self._remember(refused(extract.extract, trials(self.database, lookup)))
        say_thousands(self.database, lookup)
        forget_unknown(self.database, lookup)
        self.database.connection.register("typede_nu", typed(self.database, lookup))
        self.database.run(f"create or replace temp table {TYPED} as from typede_nu")

    def _remember(self, refused: Sequence[Refused]) -> None:
        import pyarrow as pa

        form = pa.schema([(name, pa.string()) for name in ("kolonne", "raa", "alvor", "aarsag")])
        self._insert("afvist", pa.Table.from_pylist([vars(refusal) for refusal in refused], form))

    def _insert(self, table: str, rows: Any) -> None:
        """Append the rows of an Arrow table to a working table."""
        if rows.num_rows:
            self.database.connection.register("nye", rows)
            self.database.run(f"insert into {table} by name from nye")
            self.database.connection.unregister("nye")

    def _lookup(self, extract: Extract) -> Lookup:
        referred = {
            name: self._accepted(column.henviser.extract)
            for name, column in extract.kolonner.items()
            if column.henviser and column.henviser.ukendt == "mangler"
        }
        own: Mapping[str, Mapping[str, str]] = self.own_words.values.get(extract.extract, {})
        return Lookup(extract, own, referred, self.maalepunkter)

    def _accepted(self, extract: str) -> list[str]:
        rows = self.database.fetch(
            "select noegle from noegler where extract = $extract and accepteret order by all", extract=extract
        )
        return [row["noegle"] for row in rows]

    def _keep(self, extract: Extract) -> None:
        connection = self.database.connection
        others = connection.table("i_karantaene").project(col(LINE).alias("anden"))
        rows = connection.table(TYPED).join(others, col(LINE) == col("anden"), how="anti")
        rows.project(*self._columns(extract)).create(f"data.{quote(extract.extract)}")

    def _keep_none(self, extract: Extract) -> None:
        self.database.create_empty(extract.extract, extract.types, "data")

    def _columns(self, extract: Extract) -> list[Expression]:
        return [col(name) for name in extract.meanings]

    def _accounting(self, extract: Extract, file: File, rows: int) -> FileCounts:
        (figures,) = self.database.rows(
            "intake", "account", leverance_id=self.leverance_id, extract=extract.extract, laest=rows
        )
        accepted = figures["laest"] - figures["dubletter"] - figures["karantaene"]
        if accepted != self.database.count(f"data.{quote(extract.extract)}"):
            raise InternalError(f"{extract.extract}: rækkeregnskabet går ikke op")
        file_counts = FileCounts(extract=extract.extract, sha256=file.sha256, accepteret=accepted, **figures)
        self.database.insert("lev.leverance_fil", [{"leverance_id": self.leverance_id, **vars(file_counts)}])
        return file_counts
