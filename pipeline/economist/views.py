"""Macros and views of the published file: its answers to the usual questions, in Danish.

One file in `sql/published/` per view (or pair of views), named `visning_*.sql`; views read tables and
macros but never each other, so that their order does not matter.
"""

from __future__ import annotations

from pipeline.database import Database
from pipeline.resources import ressource

MAKROER = ("makroer", "makroer_tabel", "makroer_kommentarer")


def visningsfiler() -> list[str]:
    """Names of the SQL files that make the views, in order of name."""
    return sorted(fil.stem for fil in ressource("sql", "published").glob("visning_*.sql"))


def opret_visninger(database: Database) -> None:
    """Make the macros and views, with their Danish comments, in the attached database `ud`.

    `ud` holds every published table; afterwards it is what unqualified names mean.
    """
    database.brug("ud")
    database.koer("begin transaction")  # one write to disk instead of one per comment
    for fil in (*MAKROER, *visningsfiler()):
        database.koer_fil("published", fil)
    database.koer("commit")
