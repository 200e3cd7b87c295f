"""The store of the reviews: one DuckDB file in the workspace that lives across deliveries.

What was drawn, answered and agreed is kept: a changed answer is a new version, an object that leaves a round
stays in its account. Objects are identified by genstand_type and genstand_id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime

from pipeline.base.database import Database, open_database
from pipeline.base.durable import put
from pipeline.base.workspace import Workspace

NAME = "gennemgang"
"""What the store is attached as; its tables are `gennemgang.traekning` and so on."""


@dataclass(frozen=True)
class Traekning:
    """One round: a theme of a plan in a period, drawn from one delivery's frame.

    `fra_dato` and `til_dato` are the frame's first and last day. `ramme` objects were in it and `antal` of
    them were drawn; `udeladt_laest` were left out because their case had been read lately, and
    `udeladt_uden_raadgiver` because nobody employed answers for them where each caseworker has one read.
    """

    traekning_id: str
    plan_id: str
    tema_id: str
    periode: str
    nr: int
    udvaelgelse: str
    enhed: str
    fra_dato: date
    til_dato: date
    udtraeksdato: date
    indhold_sha256: str
    seed: int
    genlaes_andel: float
    ramme: int
    antal: int
    udeladt_laest: int
    udeladt_uden_raadgiver: int
    trukket_tidspunkt: datetime


@dataclass(frozen=True)
class Genstand:
    """One object of a round's frame.

    `rolle` is `trukket` or `reserve` (in the frame, not drawn), `tilstand` `ude` or `udgaaet`.
    `traekkes_for` is the genstand_id of the eliminated object it was drawn for. The leader of
    `laeser_team_id` reads it, and the one of `genlaeser_team_id`, where there is one, once more.
    """

    traekning_id: str
    genstand_type: str
    genstand_id: str
    sag_id: str
    team_id: str
    raadgiver_id: str | None
    genstand_dato: date
    orden: int
    rolle: str
    tilstand: str
    udgaaet_aarsag: str | None
    udgaaet_dato: date | None
    traekkes_for: str | None
    laeser_team_id: str
    genlaeser_team_id: str | None

    @property
    def is_out(self) -> bool:
        """Whether it is drawn and to be read."""
        return self.rolle == "trukket" and self.tilstand == "ude"


@contextmanager
def open_store(folder: Workspace) -> Iterator[Database]:
    """The store as `gennemgang`, made where there is none; all that the block writes is written, or nothing.

    The workspace must be the caller's alone.
    """
    with open_database([folder.root]) as database:
        attach_store(database, folder)
        with writing(database):
            yield database


@contextmanager
def empty_store() -> Iterator[Database]:
    """A store without a round, as `gennemgang`, in memory: for whoever only asks where there is none yet."""
    with open_database() as database:
        database.attach_memory(NAME)
        _make_tables(database)
        yield database


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction: what the block writes to the store is written, or nothing of it.

    Nothing but the store and temporary tables can be written inside: attach whatever is read beforehand.
    """
    database.run("begin transaction")
    try:
        yield
    except BaseException:
        database.run("rollback")
        raise
    database.run("commit")


def attach_store(database: Database, folder: Workspace) -> None:
    """Attach the store, writable, as `gennemgang`, and make the tables it lacks.

    What unqualified names mean stays.

    Raises:
        BusyError: another program has the file open.
        UnreadableDatabase: it is damaged.
    """
    folder.create()
    database.attach(folder.reviews, NAME, writable=True)
    folder.reviews.chmod(0o600)
    _make_tables(database)


def _make_tables(database: Database) -> None:
    before = str(database.value("select current_database() || '.' || current_schema()"))
    database.use(NAME)
    for file in ("lager", "svarlager"):
        database.run_file("review", file)
    database.use(*before.split("."))


def rewrite_store(folder: Workspace, change: Callable[[Database], None]) -> None:
    """Change the store, and write it anew: a database file keeps deleted rows until their place is needed."""
    new = folder.reviews.with_suffix(".ny")
    new.unlink(missing_ok=True)
    with open_database([folder.root]) as database:
        attach_store(database, folder)
        with writing(database):
            change(database)
        database.attach(new, "ny", writable=True)
        new.chmod(0o600)
        database.run(f"copy from database {NAME} to ny")
        database.detach("ny")
    put(new, folder.reviews)


def publish_rounds(database: Database) -> None:
    """Copy the rounds of the plans in `ud.plan` to the tables of `ud`; without a store they stay empty."""
    if database.has(NAME):
        for step in ("genstand_status", "udgiv_genstande", "udgiv_runder"):
            database.run_file("review", step)


def traekninger(
    database: Database, plan_id: str | None = None, tema_id: str | None = None, periode: str | None = None
) -> tuple[Traekning, ...]:
    """The rounds drawn, of a plan, theme and period where they are named; oldest period first."""
    rows = database.rows("review", "traekninger", plan_id=plan_id, tema_id=tema_id, periode=periode)
    return tuple(Traekning(**row) for row in rows)


def genstande(database: Database, traekning_id: str) -> tuple[Genstand, ...]:
    """Every object of a round's frame, drawn or not, by stratum in the order of the draw."""
    return tuple(Genstand(**row) for row in database.rows("review", "genstande", traekning_id=traekning_id))


def maalepunkt_ids(database: Database, traekning_id: str) -> tuple[str, ...]:
    """The questions a round asks, in the order of the form, as they were when it was drawn."""
    rows = database.fetch(
        "select maalepunkt_id from gennemgang.traekning_maalepunkt where traekning_id = $id order by orden",
        id=traekning_id,
    )
    return tuple(row["maalepunkt_id"] for row in rows)


def keep_round(
    database: Database, traekning: Traekning, questions: Sequence[str], genstande: Sequence[Genstand]
) -> None:
    """Write a round down: what was drawn from what, what it asks, its strata and its whole frame."""
    id_ = traekning.traekning_id
    database.insert("gennemgang.traekning", [asdict(traekning)])
    database.insert(
        "gennemgang.traekning_maalepunkt",
        [
            {"traekning_id": id_, "maalepunkt_id": question, "orden": order}
            for order, question in enumerate(questions, start=1)
        ],
    )
    database.insert("gennemgang.traekning_genstand", [asdict(genstand) for genstand in genstande])
    database.run_file("review", "strata", traekning_id=id_)
