"""What may be asked of the published file: questions, and tables of one's own beside it.

A read-only connection is not enough: the database lets a statement that writes a file write over the very
file it has open. So every statement is taken apart before it runs, and only kinds that write none go on.
"""

from __future__ import annotations

import re

from pipeline.database import Database
from pipeline.errors import ForkertBrug

SPOERGSMAAL = {"SELECT", "MULTI"}
"""MULTI is a pivot, and whatever is made from one."""
TILLADT = SPOERGSMAAL | {"EXPLAIN", "SET", "CREATE", "INSERT", "UPDATE", "DELETE", "DROP", "TRANSACTION"}
_SKRIVER_FIL = re.compile(r"(?i)\b(copy|export)\b")
"""In a pivot or an explanation the kind alone does not tell what is inside."""


def tilladte_saetninger(database: Database, sql: str) -> list[tuple[str, str]]:
    """The statements of a text, each with its kind.

    Raises:
        ForkertBrug: one of them is of a kind that could write a file or reach another one.
    """
    saetninger = database.saetninger(sql)
    for slags, tekst in saetninger:
        skjult = slags in {"MULTI", "EXPLAIN"} and _SKRIVER_FIL.search(tekst)
        if slags not in TILLADT or skjult:
            raise ForkertBrug("her kan kun spørges (SELECT); til filer er ledelsestilsyn export.")
    return saetninger


def et_spoergsmaal(database: Database, sql: str) -> str:
    """The one question a text holds.

    Raises:
        ForkertBrug: it holds none, more than one, or something else.
    """
    saetninger = tilladte_saetninger(database, sql)
    if len(saetninger) != 1 or saetninger[0][0] not in SPOERGSMAAL:
        raise ForkertBrug("der skal stå ét spørgsmål (SELECT).")
    return saetninger[0][1].strip().rstrip(";").rstrip()
