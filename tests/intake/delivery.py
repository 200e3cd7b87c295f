"""A small delivery to change one thing in, and what became of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.base.database import open_file
from pipeline.base.settings import Limits, Settings
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.gates import Relaxations
from pipeline.intake.ingest import Intake, take_in

KEY = b"en noegle til proever, 32 tegn ..."
UDTRAEKSDATO = date(2021, 4, 30)
MAALEPUNKTER = frozenset({"5.1", "6.5", "6.10"})
RELAXED = {field.name for field in fields(Relaxations)}

OPENED_GATES = Settings(
    graenser=Limits(karantaene_procent=100, karantaene_raekker=10**9, accepteret_procent=0, fald_procent=0)
)
"""Limits so wide that a rule can be tried on a handful of rows."""

Row = Mapping[str, str]

FACTS: dict[str, list[dict[str, str]]] = {
    "teams": [{"team_id": "T1", "navn": "Modtagelsen"}, {"team_id": "T2", "navn": "Undersøgelse"}],
    "raadgivere": [{"raadgiver_id": "R1", "team_id": "T1"}],
    "sager": [
        {
            "sag_id": f"S{number}",
            "barn_id": f"B{number}",
            "foedselsdato": "01-02-2010",
            "sagstype": "barn",
            "oprettet_dato": "01-01-2021",
            "team_id": "T1",
        }
        for number in (1, 2, 3)
    ],
    "indsatser": [
        {
            "indsats_id": "I1",
            "sag_id": "S1",
            "paragraf": "52",
            "kategori": "forebyggende_52",
            "start_dato": "01-02-2021",
        }
    ],
}
"""Two teams, a caseworker, three cases and a measure: what a file has where rows of it are wanted."""

OWN = ("teams", "sager")
"""What nearly every other row refers to; each further file with rows costs a good tenth of a second."""


def as_csv(rows: Sequence[Row], columns: Sequence[str], separator: str = ";") -> str:
    """Rows as the text of a file."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return out.getvalue()


@dataclass
class Delivery:
    """A folder of files, changed with `rows` and `text`, then taken in with `take_in`.

    The extracts in `own` have their rows of `FACTS`; every other required file has its heading alone.
    """

    root: Path
    udtraeksdato: date = UDTRAEKSDATO
    settings: Settings = OPENED_GATES
    own: Collection[str] = OWN
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, extract in read_extracts().items():
            if not extract.valgfri:
                self.rows(name, FACTS[name] if name in self.own else [])

    def rows(self, extract: str, rows: Sequence[Row], *, without: Sequence[str] = ()) -> Delivery:
        """Give a file these rows under the contract's headings, but those in `without`."""
        columns = [name for name in read_extracts()[extract].kolonner if name not in without]
        return self.text(extract, as_csv(rows, columns))

    def add(self, extract: str, *rows: Row) -> Delivery:
        """Give a file these rows after those of the small delivery."""
        return self.rows(extract, [*FACTS.get(extract, []), *rows])

    def text(self, extract: str, text: str | bytes) -> Delivery:
        """Give a file this content."""
        self.files[f"{extract}.csv"] = text.encode() if isinstance(text, str) else text
        return self

    def without(self, extract: str) -> Delivery:
        """Leave a file out."""
        del self.files[f"{extract}.csv"]
        return self

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return self.root / "leveret" / self.udtraeksdato.isoformat()

    @property
    def workspace(self) -> Path:
        """The workspace."""
        return self.root / "tilsyn"

    def write(self) -> Path:
        """Write the files, and none but them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.iterdir():
            old.unlink()
        for name, content in self.files.items():
            (self.folder / name).write_bytes(content)
        return self.folder

    def take_in(self, **option: Any) -> Udfald:
        """Take the delivery in; fields of `Relaxations` may be given by name."""
        spared = {name: option.pop(name) for name in RELAXED & set(option)}
        reply = take_in(
            self.write(),
            self.udtraeksdato,
            self.workspace,
            self.settings,
            KEY,
            MAALEPUNKTER,
            relaxations=Relaxations(**spared),
            **option,
        )
        return Udfald(reply)


@dataclass(frozen=True)
class Udfald:
    """What became of a delivery."""

    reply: Intake
    seen: dict[str, list[dict[str, Any]]] = field(default_factory=dict, compare=False, repr=False)
    """What was fetched of it, since many cases look at one delivery."""

    def figures(self, extract: str) -> tuple[int, int, int, int]:
        """Rows read, accepted, duplicates and quarantined."""
        (figures,) = [figures for figures in self.reply.files if figures.extract == extract]
        return figures.laest, figures.accepteret, figures.dubletter, figures.karantaene

    def warnings(self, extract: str) -> int:
        """Accepted rows with a warning."""
        return sum(figures.advarsler for figures in self.reply.files if figures.extract == extract)

    def fetch(self, sentence: str) -> list[dict[str, Any]]:
        """Rows of a query on the stored delivery."""
        assert self.reply.database is not None
        if sentence not in self.seen:
            with open_file(self.reply.database) as database:
                self.seen[sentence] = database.fetch(sentence)
        return self.seen[sentence]

    def data(self, extract: str, column: str) -> list[Any]:
        """A typed column of the accepted rows, sorted with the missing first."""
        values = [row[column] for row in self.fetch(f"from data.{extract}")]
        return sorted(values, key=lambda value: (value is not None, str(value)))

    def karantaene(self, extract: str) -> list[tuple[int, str | None, str]]:
        """Line, column and reason of every fault."""
        return self._places("karantaene", extract)

    def finding(self, extract: str) -> list[tuple[int, str | None, str]]:
        """Line, column and reason of every warning."""
        return self._places("advarsel", extract)

    def _places(self, table: str, extract: str) -> list[tuple[int, str | None, str]]:
        rows = self.fetch(f"from {table} order by all")
        return [(r["linje"], r["kolonne"], r["aarsag"]) for r in rows if r["extract"] == extract]
