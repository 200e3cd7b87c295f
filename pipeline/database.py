"""The only importer of duckdb: open, attach, run one SQL file with named parameters, fetch rows.

Every connection is locked down: no extension is fetched or loaded by itself, and files outside the
folders named when it was opened cannot be read or written.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from pipeline.errors import InternFejl, OptagetFejl, UlaeseligDatabase
from pipeline.resources import ressource

if TYPE_CHECKING:
    import duckdb

Relation: TypeAlias = "duckdb.DuckDBPyRelation"
Udtryk: TypeAlias = "duckdb.Expression"

LAGERVERSION = "v1.4.0"
"""Storage version of what others open, so that clients older than ours can read it."""

_BESKADIGET = ("not a valid duckdb database", "could not read enough bytes", "corrupt", "version number")
_UDEN_TILFOEJELSER = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


@functools.cache
def _saetninger(fil: Path) -> tuple[duckdb.Statement, ...]:
    import duckdb

    try:
        return tuple(duckdb.extract_statements(fil.read_text(encoding="utf-8")))
    except duckdb.Error as fejl:
        raise InternFejl(f"{fil.name}: SQL kan ikke læses: {fejl}") from None


def sql_fil(*dele: str) -> Path:
    """Path of a shipped SQL file: ``sql_fil("indicators", "bfu_rettidig")``."""
    *mapper, navn = dele
    return ressource("sql", *mapper, f"{navn}.sql")


def citat(navn: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + navn.replace('"', '""') + '"'


def _tekst(vaerdi: str) -> str:
    return "'" + vaerdi.replace("'", "''") + "'"


class Database:
    """One DuckDB connection. Use as a context manager; it closes itself.

    Damage that shows first when `fil`, the one file it was opened for, is read is told as when it is opened.
    """

    def __init__(self, forbindelse: duckdb.DuckDBPyConnection, fil: Path | None = None) -> None:
        self.forbindelse, self.fil = forbindelse, fil

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, fejl: BaseException | None, __: object) -> None:
        self.luk()
        if fejl and self.fil:
            with _kan_laeses(self.fil):
                raise fejl

    def luk(self) -> None:
        """Close the connection; what was written is on disk afterwards."""
        self.forbindelse.close()

    def tilknyt(self, fil: Path, navn: str, *, skrivbar: bool = False) -> None:
        """Attach a database file under a name; a writable one gets the pinned storage version.

        Raises:
            OptagetFejl: another program holds the file open for writing.
            UlaeseligDatabase: it is damaged, or no database.
        """
        valg = f"STORAGE_VERSION {_tekst(LAGERVERSION)}" if skrivbar else "READ_ONLY"
        with _kan_laeses(fil):
            self.forbindelse.execute(f"ATTACH {_tekst(str(fil))} AS {citat(navn)} ({valg})")

    def frakobl(self, navn: str) -> None:
        """Detach a database, writing what is left to its file."""
        self.forbindelse.execute(f"DETACH {citat(navn)}")

    def brug(self, navn: str, skema: str = "main") -> None:
        """Make a schema of an attached database the one unqualified names mean."""
        self.forbindelse.execute(f"USE {citat(navn)}.{citat(skema)}")

    def koer(self, saetning: str, /, **parametre: object) -> duckdb.DuckDBPyConnection:
        """Run one short statement."""
        return self.forbindelse.execute(saetning, parametre or None)

    def koer_fil(self, *dele: str, **parametre: object) -> duckdb.DuckDBPyConnection:
        """Run every statement of a shipped SQL file; each gets the named parameters it asks for.

        Raises:
            InternFejl: the file does not parse.
        """
        return self.koer_sti(sql_fil(*dele), parametre)

    def koer_sti(self, fil: Path, parametre: Mapping[str, object]) -> duckdb.DuckDBPyConnection:
        """As `koer_fil`, for a file named by its path."""
        for saetning in _saetninger(fil):
            egne = {navn: parametre[navn] for navn in saetning.named_parameters}
            self.forbindelse.execute(saetning, egne or None)
        return self.forbindelse

    def raekker(self, *dele: str, **parametre: object) -> list[dict[str, Any]]:
        """Rows of a shipped SQL file's last statement, as dictionaries by column name."""
        return _som_raekker(self.koer_fil(*dele, **parametre))

    def hent(self, saetning: str, /, **parametre: object) -> list[dict[str, Any]]:
        """Rows of one short query, as dictionaries by column name."""
        return _som_raekker(self.koer(saetning, **parametre))

    def vaerdi(self, saetning: str, /, **parametre: object) -> Any:
        """The single value of a short query; None when there is no row."""
        # Fetched to the end: an unfinished result would hold the connection.
        raekker = self.koer(saetning, **parametre).fetchall()
        return raekker[0][0] if raekker else None

    def antal(self, tabel: str) -> int:
        """How many rows a table or view has."""
        return int(self.vaerdi("select count(*) from query_table($tabel)", tabel=tabel))

    def tabeller(self, navn: str) -> list[str]:
        """Names of the tables in an attached database's schema (`base` or `base.schema`), sorted."""
        base, _, skema = navn.partition(".")
        return [
            str(r["table_name"])
            for r in self.hent(
                "select table_name from information_schema.tables "
                "where table_catalog = $base and table_schema = $skema order by table_name",
                base=base,
                skema=skema or "main",
            )
        ]

    def kolonner(self, tabel: str) -> list[str]:
        """Names of a table's or query's columns, in order."""
        return [str(r["column_name"]) for r in self.hent(f"describe {tabel}")]

    def kopier(self, kilde: str, maal: str, kolonner: Sequence[str]) -> None:
        """Make a table of some columns of another."""
        udvalg = ", ".join(citat(kolonne) for kolonne in kolonner)
        self.koer(f"create table {maal} as select {udvalg} from {citat(kilde)}")

    def kommenter(self, navn: str, tekst: str, *, kolonne: bool = False) -> None:
        """Give a table, or a column of one, its comment."""
        self.koer(f"comment on {'column' if kolonne else 'table'} {navn} is {_tekst(tekst)}")

    def opret_tom(self, tabel: str, typer: Mapping[str, str]) -> None:
        """Make an empty table from column names and DuckDB types."""
        kolonner = ", ".join(f"{citat(navn)} {type_}" for navn, type_ in typer.items())
        self.koer(f"create table {citat(tabel)} ({kolonner})")

    def saetninger(self, sql: str) -> list[tuple[str, str]]:
        """The statements a text holds, each with its kind (`SELECT`, `COPY`, ...); nothing is run."""
        return [(s.type.name, s.query) for s in self.forbindelse.extract_statements(sql)]

    def fejl_i(self, arbejde: Callable[[], None]) -> str | None:
        """First line of the database's complaint about some work; None when it goes well."""
        import duckdb

        try:
            arbejde()
        except duckdb.Error as fejl:
            return str(fejl).splitlines()[0]
        return None

    def indsaet(self, tabel: str, raekker: Sequence[Mapping[str, object]]) -> None:
        """Append rows given as dictionaries by column name; for small tables."""
        if raekker:
            self.koer(
                f"insert into {tabel} by name select unnest($raekker, recursive := true)",
                raekker=[dict(r) for r in raekker],
            )

    def saet_variabel(self, navn: str, vaerdi: str) -> None:
        """Set a session variable that SQL reads with getvariable()."""
        self.forbindelse.execute(f"SET VARIABLE {citat(navn)} = {_tekst(vaerdi)}")


def _som_raekker(svar: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    navne = [kolonne[0] for kolonne in svar.description or []]
    return [dict(zip(navne, raekke, strict=True)) for raekke in svar.fetchall()]


def aabn(mapper: Sequence[Path] = (), *, midlertidig: Path | None = None) -> Database:
    """An in-memory database that may only reach files in `mapper`.

    `midlertidig` is where a query too large for memory may spill; without it nothing is spilled to
    disk. Unpseudonymised values must only be handled without it.
    """
    import duckdb

    forbindelse = duckdb.connect(
        ":memory:",
        config={
            **_UDEN_TILFOEJELSER,
            "preserve_insertion_order": False,
            "temp_directory": str(midlertidig) if midlertidig else "",
        },
    )
    tilladte = [_tekst(str(m.resolve())) for m in [*mapper, *([midlertidig] if midlertidig else [])]]
    forbindelse.execute(f"SET allowed_directories = [{', '.join(tilladte)}]")
    return _lukket_inde(forbindelse)


def aabn_fil(fil: Path) -> Database:
    """A database file, read-only, with unqualified names meaning what is in it; raises as `tilknyt`."""
    database = aabn([fil.parent])
    database.tilknyt(fil.resolve(), "fil")
    database.fil = fil
    database.brug("fil")
    return database


def aabn_til_laesning(fil: Path) -> Database:
    """A database file for somebody else's questions: nothing can be written, nor any other file reached.

    Raises:
        OptagetFejl: another program holds the file open for writing.
        UlaeseligDatabase: it is damaged, or no database.
    """
    import duckdb

    with _kan_laeses(fil):
        forbindelse = duckdb.connect(
            str(fil), read_only=True, config={**_UDEN_TILFOEJELSER, "temp_directory": ""}
        )
    return _lukket_inde(forbindelse, fil)


def _lukket_inde(forbindelse: duckdb.DuckDBPyConnection, fil: Path | None = None) -> Database:
    """From here on no other file is reached, and no statement can change that."""
    forbindelse.execute("SET enable_external_access = false")
    forbindelse.execute("SET lock_configuration = true")
    return Database(forbindelse, fil)


@contextmanager
def _kan_laeses(fil: Path) -> Iterator[None]:
    """The database gives its reason only in the message; the words on locks are Linux' and Windows'."""
    import duckdb

    try:
        yield
    except duckdb.Error as fejl:
        grund = str(fejl).replace(str(fil), "").lower()
        if any(ord_ in grund for ord_ in ("set lock", "being used by another process")):
            raise OptagetFejl(f"{fil.name}: databasen er åben i et andet program.") from None
        if any(ord_ in grund for ord_ in _BESKADIGET):
            raise UlaeseligDatabase(fil) from None
        raise


def felt(navn: str) -> Udtryk:
    """A column as an expression of the relational API, for queries whose columns come from a definition."""
    import duckdb

    return duckdb.ColumnExpression(navn)


def konstant(vaerdi: object) -> Udtryk:
    """A value as an expression."""
    import duckdb

    return duckdb.ConstantExpression(vaerdi)


def kald(funktion: str, *argumenter: Udtryk) -> Udtryk:
    """A call of a function or an SQL macro as an expression."""
    import duckdb

    return duckdb.FunctionExpression(funktion, *argumenter)
