"""What can be drawn: the objects a theme's frame names in one delivery, and who answers for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from pathlib import Path

from pipeline.base.database import Database
from pipeline.base.errors import DefinitionsError
from pipeline.base.periods import add_months
from pipeline.definitions.plan_review import Tema
from pipeline.definitions.plans import Plan
from pipeline.review.sampling import Key


@dataclass(frozen=True)
class Eligible:
    """One object of a frame; the leader of its team answers for it, and its caseworker where one is known."""

    genstand_type: str
    genstand_id: str
    sag_id: str
    genstand_dato: date
    team_id: str
    raadgiver_id: str | None

    @property
    def key(self) -> Key:
        """What it is known by."""
        return Key(self.genstand_type, self.genstand_id)


_FIELDS = tuple(field.name for field in fields(Eligible))


@dataclass(frozen=True)
class Window:
    """Which round a frame is of, and the days it reaches over, both included."""

    plan_id: str
    periode: str
    fra_dato: date
    til_dato: date


@dataclass(frozen=True)
class Frame:
    """What a round is drawn from, in order of id, and who can read it.

    `lately_read` objects were left out because their case has been read, or is out to be; `without` because
    no caseworker employed answers for them, where the theme is so many of each caseworker's.
    """

    window: Window
    objects: tuple[Eligible, ...]
    lately_read: int
    without: int
    readers: tuple[str, ...]


def window_of(plan_id: str, theme: Tema, periode: str, last: date, udtraeksdato: date) -> Window:
    """`tilbage_maaneder` months to the period's last day, or to the delivery's date where that is earlier."""
    until = min(last, udtraeksdato)
    since = add_months(until + timedelta(days=1), -theme.tilbage_maaneder)
    return Window(plan_id, periode, since, until)


def read_frame(
    database: Database, theme: Tema, window: Window, plan_folder: Path | None, rest_months: int
) -> Frame:
    """The frame of a theme, without the cases read within `rest_months` before its last day; 0: with all.

    `database` has the typed extracts as its unqualified names, the views that units share, and the store.

    Raises:
        DefinitionsError: the frame's SQL cannot be run or names an object twice.
    """
    file = theme.frame_file(plan_folder)
    given = {"fra_dato": window.fra_dato, "til_dato": window.til_dato}
    if message := gather(database, file, {**theme.parametre, **given}):
        raise DefinitionsError(f"{file.name}: rammen kan ikke opgøres: {message}")
    find_read_cases(database, window, theme.id, rest_months)
    rows = database.rows(
        "review", "ramme", enhed=theme.enhed, omraade=theme.omraade, til_dato=window.til_dato
    )
    _require_once(file, (Key(row["genstand_type"], row["genstand_id"]) for row in rows))
    fresh = [row for row in rows if not row["er_laest"]]
    held = [row for row in fresh if theme.enhed == "genstand" or row["har_raadgiver"]]
    objects = tuple(Eligible(**{name: row[name] for name in _FIELDS}) for row in held)
    readers = tuple(r["team_id"] for r in database.rows("review", "laesere", til_dato=window.til_dato))
    return Frame(window, objects, len(rows) - len(fresh), len(fresh) - len(held), readers)


def find_read_cases(database: Database, window: Window, tema_id: str, rest_months: int) -> None:
    """Make `laest`: the cases a round may not take, read or out within so many months; 0: none."""
    since = add_months(window.til_dato, -rest_months) if rest_months else date.max
    round_ = {"plan_id": window.plan_id, "tema_id": tema_id, "periode": window.periode}
    database.run_file("review", "laest", siden=since, **round_)


def gather(database: Database, file: Path, values: Mapping[str, object]) -> str | None:
    """Gather the objects a frame's file names; what the database has against it, None where it goes well."""
    database.run_file("review", "mulig_genstand")

    def work() -> None:
        database.run_path(file, values)

    return database.error_in(work)


def frame_faults(database: Database, plan: Plan) -> list[str]:
    """Dry-run the frame of every theme without rows; one line per theme whose frame cannot be run."""
    given = {"fra_dato": plan.start_dato, "til_dato": plan.slut_dato}
    return [
        f"{plan.plan_id}.yaml: {theme.id}: {file.name}: {message}"
        for theme in plan.tilsyn
        for file in [theme.frame_file(plan.folder)]
        if (message := gather(database, file, {**theme.parametre, **given}))
    ]


def _require_once(file: Path, keys: Iterable[Key]) -> None:
    """An object that stood twice would be drawn twice as easily."""
    if twice := sum(count > 1 for count in Counter(keys).values()):
        raise DefinitionsError(f"{file.name}: rammen nævner {twice} genstande mere end én gang")
