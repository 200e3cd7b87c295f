"""What is about single caseworkers and readers goes when it is old; what the reading said in all stays.

Answers keep their object and their place in every count. Who was read becomes a number by lot within the
round, remarks, agreements that are closed and readers' names are emptied, and the store is written anew, so
that nothing of it is left in the file.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date

from pipeline.base.database import Database


@dataclass(frozen=True)
class Personal:
    """How much there is: texts of answers, readers' names on answers and statements, closed agreements.

    `genstande` objects of `runder` whole rounds still say whose they were.
    """

    tekster: int
    laesere: int
    genstande: int
    runder: int
    aftaler: int
    indmeldinger: int

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(astuple(self))


def find_personal(database: Database, day: date) -> Personal:
    """What from before a day is about single persons and still there; the store is attached."""
    database.run_file("review", "gammel_runde", dag=day)
    (row,) = database.rows("review", "sletteliste", dag=day)
    return Personal(**row)


def old_files(database: Database, day: date) -> frozenset[str]:
    """Names of the returned workbooks that hold nothing from that day on."""
    return frozenset(str(row["kilde_fil"]) for row in database.rows("review", "gamle_filer", dag=day))


def delete_personal(database: Database, day: date) -> None:
    """Delete it, in the caller's transaction."""
    database.run_file("review", "gammel_runde", dag=day)
    database.run_file("review", "slet", dag=day)
