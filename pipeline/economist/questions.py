"""What may be asked of the published file, and what is wrong with a question that cannot be.

A read-only connection is not enough: the database lets a statement that writes a file write over the very
file it has open. So every statement is taken apart before it runs, and only kinds that write none go on.

Of the database's complaints only those about how the question is written are told; one raised while rows
are read could quote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pipeline.base.database import Database
from pipeline.base.errors import UsageFault
from pipeline.base.names import did_you_mean
from pipeline.economist.published import names

QUESTION = {"SELECT", "MULTI"}
"""MULTI is a pivot, and whatever is made from one."""
ALLOWED = QUESTION | {"EXPLAIN", "SET", "CREATE", "INSERT", "UPDATE", "DELETE", "DROP", "TRANSACTION"}
_WRITES_FILE = re.compile(r"(?i)\b(copy|export)\b")
"""In a pivot or an explanation the kind alone does not tell what is inside."""


def allowed_statements(database: Database, sql: str) -> list[tuple[str, str]]:
    """The statements of a text, each with its kind.

    Raises:
        UsageFault: one of them is of a kind that could write a file or reach another one.
    """
    statements = database.statements(sql)
    for kind, text in statements:
        hidden = kind in {"MULTI", "EXPLAIN"} and _WRITES_FILE.search(text)
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


_LINE = re.compile(r"^LINE (\d+): ", re.MULTILINE)
_KIND = re.compile(r"(?:Parser|Binder|Catalog) Error: (?P<what>[^\n]*)")
_AT = re.compile(r'syntax error at or near "(?P<word>.+)"')
_COLUMN = re.compile(r'Referenced column "(.+?)" not found|does not have a column named "(.+?)"')
_TABLE = re.compile(r"(?:Table|View) with name (\S+) does not exist|Referenced table \"(.+?)\" not found")
_FUNCTION = re.compile(r"Function with name (\S+) does not exist")
_DIGITS = re.compile(r"(['\"])[^'\"]*\d{4}[^'\"]*\1")
"""A quoted run of digits: the number of a person, perhaps, and no help to the reader."""
_SQL_WORDS = re.compile(r"[^\W\d]\w*|[^\w'\"\s]+")
"""A word or sign of the language itself; a literal may be anything and is not repeated."""


def in_danish(database: Database, complaint: str) -> str:
    """The database's complaint about a name it does not know, in Danish; others as the database has them."""
    told = _unknown_name(database, complaint)
    return f"{told[0].upper()}{told[1:]}" if told else complaint


def _unknown_name(database: Database, complaint: str) -> str | None:
    objects, columns = names(database)
    for pattern, text, known in (
        (_COLUMN, "kolonnen {} findes ikke.", columns),
        (_TABLE, "tabellen eller visningen {} findes ikke.", objects),
        (_FUNCTION, "funktionen eller makroen {} findes ikke.", objects),
    ):
        if found := pattern.search(complaint):
            name = next(filter(None, found.groups()))
            return text.format(name) + did_you_mean(name, known)
    return None


def require_readable(database: Database, wanted: Iterable[str]) -> None:
    """Ask the database whether it understands each file `*.sql` among the names, without running it.

    A file that cannot be read as text is left to whoever reads it for its answer.

    Raises:
        UsageFault: it does not; the message names the file, the line where it is known, and what is wrong.
    """
    for name in wanted:
        file = Path(name)
        if file.suffix.lower() == ".sql" and (sql := _text(file)) is not None:
            _require_readable(database, file.name, sql)


def _text(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _require_readable(database: Database, file_name: str, sql: str) -> None:
    message, lines_before = _complaint(database, file_name, sql)
    if found := _KIND.match(message):
        line = int(place[1]) + lines_before if (place := _LINE.search(message)) else 0
        where = f"{file_name}, linje {line}" if line else file_name
        complaint = _DIGITS.sub('"…"', found["what"])
        raise UsageFault(f"{where}: {_what(database, complaint)}")


def _complaint(database: Database, file_name: str, sql: str) -> tuple[str, int]:
    """All of the database's complaint, empty when it has none, and the lines before those it counts."""
    complaints: list[str] = []
    before = 0

    def ask() -> None:
        nonlocal before
        try:
            clean = one_question(database, sql)
            if database.statements(clean)[0][0] == "SELECT":  # a pivot cannot be described
                before = sql[: sql.index(clean)].count("\n") - 1  # the bracket has a line of its own
                database.run(f"describe (\n{clean}\n)")
        except UsageFault as error:
            raise UsageFault(f"{file_name}: {error}") from None
        except Exception as error:
            complaints.append(str(error))
            raise

    database.error_in(ask)
    return "".join(complaints), before


def _what(database: Database, complaint: str) -> str:
    if told := _unknown_name(database, complaint):
        return told
    if at := _AT.search(complaint):
        place = f" ved »{at['word']}«" if _SQL_WORDS.fullmatch(at["word"]) else ""
        return f"forespørgslen kan ikke læses{place}."
    return f"forespørgslen kan ikke læses ({complaint})."
