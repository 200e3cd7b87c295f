"""What is wrong with a question of the user's own, in Danish and with the line it is wrong in.

Only complaints about how the question is written are told; one raised while rows are read could quote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pipeline.base.database import Database
from pipeline.base.errors import UsageFault
from pipeline.economist.nearest import did_you_mean
from pipeline.economist.published import names
from pipeline.economist.questions import one_question

_LINE = re.compile(r"^LINE (\d+): ", re.MULTILINE)
_KIND = re.compile(r"(?:Parser|Binder|Catalog) Error: (?P<hvad>[^\n]*)")
_AT = re.compile(r'syntax error at or near "(?P<ord>.+)"')
_COLUMN = re.compile(r'Referenced column "(.+?)" not found|does not have a column named "(.+?)"')
_TABLE = re.compile(r"(?:Table|View) with name (\S+) does not exist|Referenced table \"(.+?)\" not found")
_FUNCTION = re.compile(r"Function with name (\S+) does not exist")
_OPTION = "SELECT"
_DIGITS = re.compile(r"(['\"])[^'\"]*\d{4}[^'\"]*\1")
"""A quoted run of digits: the number of a person, perhaps, and no help to the reader."""
_SQL_WORDS = re.compile(r"[^\W\d]\w*|[^\w'\"\s]+")
"""A word or sign of the language itself; a literal may be anything and is not repeated."""


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
        place_text = f", linje {line}" if line else ""
        what = _what(database, _DIGITS.sub('"…"', found["hvad"]))
        raise UsageFault(f"{file_name}{place_text}: {what}")


def _complaint(database: Database, file_name: str, sql: str) -> tuple[str, int]:
    """All of the database's complaint, empty when it has none, and the lines before those it counts."""
    complaints: list[str] = []
    before = 0

    def ask() -> None:
        nonlocal before
        try:
            clean = one_question(database, sql)
            if database.statements(clean)[0][0] == _OPTION:  # a pivot cannot be described
                before = sql[: sql.index(clean)].count("\n") - 1  # the bracket has a line of its own
                database.run(f"describe (\n{clean}\n)")
        except UsageFault as error:
            raise UsageFault(f"{file_name}: {error}") from None
        except Exception as error:
            complaints.append(str(error))
            raise

    database.error_in(ask)
    return "".join(complaints), before


def _what(database: Database, what: str) -> str:
    objects, columns = names(database)
    for pattern, text, known in (
        (_COLUMN, "kolonnen {} findes ikke.", columns),
        (_TABLE, "tabellen eller visningen {} findes ikke.", objects),
        (_FUNCTION, "funktionen eller makroen {} findes ikke.", objects),
    ):
        if found := pattern.search(what):
            name = next(filter(None, found.groups()))
            return text.format(name) + did_you_mean(name, known)
    if at := _AT.search(what):
        at_text = f" ved »{at['ord']}«" if _SQL_WORDS.fullmatch(at["ord"]) else ""
        return f"forespørgslen kan ikke læses{at_text}."
    return f"forespørgslen kan ikke læses ({what})."
