"""The published file as its readers meet it: opened so that nothing can be written, and what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.database import Database, of_this_version, open_read_only
from pipeline.base.errors import EarlierPublication, NothingPublished, UsageFault
from pipeline.base.names import did_you_mean


@dataclass(frozen=True)
class PublishedColumn:
    """One column: its name, DuckDB type and Danish meaning."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Object:
    """One published table, view or macro; `kind` is tabel, visning or makro, a macro has no columns.

    The answer to a question asked of the file is one too; its `kind` is svar.
    """

    name: str
    kind: str
    meaning: str
    columns: tuple[PublishedColumn, ...] = ()


def open_publication(file: Path) -> Database:
    """Open the published file read-only; the run that replaces it meanwhile does not disturb the reader.

    Raises:
        NothingPublished: there is no such file.
    """
    if not file.is_file():
        raise NothingPublished(file)
    return open_read_only(file)


def require_this_version(database: Database) -> None:
    """Refuse what an earlier version published: questions of one's own can be put to it, ours cannot.

    Raises:
        EarlierPublication: it is one.
    """
    if database.file and not of_this_version(database):
        raise EarlierPublication(database.file)


def objects(database: Database) -> list[Object]:
    """Every table, view and macro in the published file, by name."""
    found: dict[str, Object] = {}
    columns: dict[str, list[PublishedColumn]] = {}
    for r in database.fetch("select objekt, art, kolonne, type, betydning from ordbog order by objekt, nr"):
        if r["art"] == "kolonne":
            columns.setdefault(r["objekt"], []).append(
                PublishedColumn(r["kolonne"], r["type"], r["betydning"] or "")
            )
        else:
            found[r["objekt"]] = Object(r["objekt"], r["art"], r["betydning"] or "")
    return [Object(o.name, o.kind, o.meaning, tuple(columns.get(o.name, ()))) for o in found.values()]


def names(database: Database) -> tuple[list[str], list[str]]:
    """The names a query may use: of tables, views and macros, and of their columns."""
    all_ = objects(database)
    return [o.name for o in all_], [k.name for o in all_ for k in o.columns]


def find(database: Database, name: str) -> Object:
    """The published table or view with this name, in small letters or large.

    Raises:
        UsageFault: there is none; the message names the nearest, else the views.
    """
    all_ = {o.name: o for o in objects(database) if o.columns}
    if found := all_.get(name.lower()):
        return found
    hint = did_you_mean(name, all_) or views(all_.values())
    raise UsageFault(f"{name!r} er hverken en tabel eller en visning.{hint}")


def views(all_: Iterable[Object]) -> str:
    """A sentence that names the views, beginning with a blank."""
    return f" Visningerne er {', '.join(o.name for o in all_ if o.kind == 'visning')}."
