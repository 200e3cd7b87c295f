"""The published file as its readers meet it: opened so that nothing can be written, and what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.database import Database, aabn_til_laesning
from pipeline.economist.nearest import mente_du
from pipeline.errors import ForkertBrug, IntetUdgivet


@dataclass(frozen=True)
class Kolonne:
    """One column: its name, DuckDB type and Danish meaning."""

    navn: str
    type: str
    betydning: str


@dataclass(frozen=True)
class Objekt:
    """One published table, view or macro; `art` is tabel, visning or makro, a macro has no columns.

    The answer to a question asked of the file is one too; its `art` is svar.
    """

    navn: str
    art: str
    betydning: str
    kolonner: tuple[Kolonne, ...] = ()


def aabn_udgivelse(fil: Path) -> Database:
    """Open the published file read-only; the run that replaces it meanwhile does not disturb the reader.

    Raises:
        IntetUdgivet: there is no such file.
    """
    if not fil.is_file():
        raise IntetUdgivet(fil)
    return aabn_til_laesning(fil)


def objekter(database: Database) -> list[Objekt]:
    """Every table, view and macro in the published file, by name."""
    fundne: dict[str, Objekt] = {}
    kolonner: dict[str, list[Kolonne]] = {}
    for r in database.hent("select objekt, art, kolonne, type, betydning from ordbog order by objekt, nr"):
        if r["art"] == "kolonne":
            kolonner.setdefault(r["objekt"], []).append(
                Kolonne(r["kolonne"], r["type"], r["betydning"] or "")
            )
        else:
            fundne[r["objekt"]] = Objekt(r["objekt"], r["art"], r["betydning"] or "")
    return [Objekt(o.navn, o.art, o.betydning, tuple(kolonner.get(o.navn, ()))) for o in fundne.values()]


def navne(database: Database) -> tuple[list[str], list[str]]:
    """The names a query may use: of tables, views and macros, and of their columns."""
    alle = objekter(database)
    return [o.navn for o in alle], [k.navn for o in alle for k in o.kolonner]


def find(database: Database, navn: str) -> Objekt:
    """The published table or view with this name, in small letters or large.

    Raises:
        ForkertBrug: there is none; the message names the nearest, else the views.
    """
    alle = {o.navn: o for o in objekter(database) if o.kolonner}
    if fundet := alle.get(navn.lower()):
        return fundet
    hjaelp = mente_du(navn, alle) or visningerne(alle.values())
    raise ForkertBrug(f"{navn!r} er hverken en tabel eller en visning.{hjaelp}")


def visningerne(alle: Iterable[Objekt]) -> str:
    """A sentence that names the views, beginning with a blank."""
    return f" Visningerne er {', '.join(o.navn for o in alle if o.art == 'visning')}."
