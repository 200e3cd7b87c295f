"""What `export` copies: published tables and views, examples, and questions of the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.base.cpr import POSSIBLE, masked_cell
from pipeline.base.database import Database, quote
from pipeline.base.errors import UsageFault
from pipeline.base.names import did_you_mean
from pipeline.economist.examples import all_examples
from pipeline.economist.published import Object, PublishedColumn, objects, views
from pipeline.economist.questions import in_danish, one_question

ROWS_AT_A_TIME = 50_000
"""Rows fetched at a time, so that memory does not grow with the table."""

REPLY = "svar"
UNDERSTANDABLE = ("Parser Error", "Binder Error", "Catalog Error")
"""Complaints about the question as it was written; others may quote a value out of a row."""


WITHOUT_FILE_FORM = ("WITH TIME ZONE", "INTERVAL")
"""Kinds that no sheet and not every file has a form for; they are written as text."""


def choose(database: Database, wanted: Sequence[str]) -> list[Object]:
    """What the names stand for, each once and in their order; without names every view.

    A name is a table, a view, an example or the path of a file `*.sql` that holds one question.

    Raises:
        UsageFault: a name is unknown, or a question cannot be read or asked.
    """
    all_ = objects(database)
    if not wanted:
        return [o for o in all_ if o.kind == "visning"]
    found: dict[str, Object] = {}
    for name in dict.fromkeys(wanted):
        chosen = _find(database, all_, name)
        if chosen.name in found and REPLY in (chosen.kind, found[chosen.name].kind):
            raise UsageFault(f"{name}: der er allerede valgt noget, der hedder {chosen.name}; omdøb filen.")
        found[chosen.name] = chosen
    return list(found.values())


def query(object_: Object) -> str:
    """All rows of a table, view or answer; a table has no order of its own and gets one."""
    return f"from {_source(object_)}" + (" order by all" if object_.kind == "tabel" else "")


def count_rows(database: Database, object_: Object) -> int:
    """How many rows it has."""
    return int(database.value(f"select count(*) from {_source(object_)}"))  # noqa: S608


def _source(object_: Object) -> str:
    """An answer has a name no published table can have, so that no later question reads it by mistake."""
    return quote(f"svar: {object_.name}" if object_.kind == REPLY else object_.name)


def _find(database: Database, all_: Sequence[Object], name: str) -> Object:
    if name.lower().endswith(".sql"):
        return _own(database, Path(name))
    alike = name.lower()
    if found := next((o for o in all_ if o.name == alike and o.columns), None):
        return found
    examples = {e.name: e for e in all_examples()}
    if chosen := examples.get(alike):
        return _question(database, chosen.name, f"{chosen.question} {chosen.read}", chosen.sql)
    hint = did_you_mean(name, [*(o.name for o in all_ if o.columns), *examples]) or views(all_)
    raise UsageFault(f"{name!r} er hverken en tabel, en visning eller et eksempel.{hint}")


def _own(database: Database, file: Path) -> Object:
    try:
        sql = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UsageFault(f"{file}: filen findes ikke.") from None
    except (OSError, UnicodeDecodeError):
        raise UsageFault(f"{file}: filen kan ikke læses som tekst i UTF-8.") from None
    return _question(database, file.stem, f"Forespørgslen i {file.name}.", sql)


def _question(database: Database, name: str, meaning: str, sql: str) -> Object:
    """The answer to a question, kept beside the published file while it is open.

    Raises:
        UsageFault: the database does not understand it, or it is more than one question.
    """
    object_ = Object(name, REPLY, meaning)

    def reply() -> None:
        clean = one_question(database, sql)
        database.run(f"create or replace temp table {_source(object_)} as\n{clean}")

    try:
        message = database.error_in(reply)
    except UsageFault as error:
        raise UsageFault(f"{name}: {error}") from None
    if message:
        raise UsageFault(f"{name}: {_without_rows(database, message)}")
    for column in database.fetch(f"describe {_source(object_)}"):
        if column["column_type"].endswith(WITHOUT_FILE_FORM):
            database.run(f"alter table {_source(object_)} alter {quote(column['column_name'])} type varchar")
    columns = database.fetch(f"describe {_source(object_)}")
    for column in columns:
        if column["column_type"] == "VARCHAR":
            _mask(database, object_, column["column_name"])
    return replace(
        object_, columns=tuple(PublishedColumn(r["column_name"], r["column_type"], "") for r in columns)
    )


def _mask(database: Database, object_: Object, name: str) -> None:
    """A column of an answer without CPR numbers: a question may put one together of parts."""
    source, column = _source(object_), quote(name)
    found = database.fetch(
        f"select distinct {column} as tekst from {source} where regexp_matches({column}, $moenster)",  # noqa: S608
        moenster=POSSIBLE,
    )
    for text in (row["tekst"] for row in found):
        if (new := masked_cell(name, text)) != text:
            database.run(
                f"update {source} set {column} = $ny where {column} = $gammel",  # noqa: S608
                ny=new,
                gammel=text,
            )


def _without_rows(database: Database, message: str) -> str:
    if message.startswith(UNDERSTANDABLE):
        return in_danish(database, message)
    kind = message.partition(":")[0]
    return f"forespørgslen kan ikke gennemføres ({kind}); prøv den i ledelsestilsyn shell."
