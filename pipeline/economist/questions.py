"""What may be asked of the published file: questions, and tables of one's own beside it.

A read-only connection is not enough: the database lets a statement that writes a file write over the very
file it has open. So every statement is taken apart before it runs, and only kinds that write none go on.
"""

from __future__ import annotations

import re

from pipeline.base.database import Database
from pipeline.base.errors import UsageFault

QUESTION = {"SELECT", "MULTI"}
"""MULTI is a pivot, and whatever is made from one."""
ALLOWED = QUESTION | {"EXPLAIN", "SET", "CREATE", "INSERT", "UPDATE", "DELETE", "DROP", "TRANSACTION"}
_WRITER_FILE = re.compile(r"(?i)\b(copy|export)\b")
"""In a pivot or an explanation the kind alone does not tell what is inside."""


def allowed_statements(database: Database, sql: str) -> list[tuple[str, str]]:
    """The statements of a text, each with its kind.

    Raises:
        UsageFault: one of them is of a kind that could write a file or reach another one.
    """
    statements = database.statements(sql)
    for kind, text in statements:
        hidden = kind in {"MULTI", "EXPLAIN"} and _WRITER_FILE.search(text)
        if kind not in ALLOWED or hidden:
            raise UsageFault("her kan kun spørges (SELECT); til filer er ledelsestilsyn export.")
    return statements


def one_question(database: Database, sql: str) -> str:
    """The one question a text holds.

    Raises:
        UsageFault: it holds none, more than one, or something else.
    """
    statements = allowed_statements(database, sql)
    if len(statements) != 1 or statements[0][0] not in QUESTION:
        raise UsageFault("der skal stå ét spørgsmål (SELECT).")
    return statements[0][1].strip().rstrip(";").rstrip()
