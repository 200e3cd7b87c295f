"""A drawn delivery beside an empty store, open as a draw sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline.base.database import Database, open_database
from pipeline.base.workspace import Workspace
from pipeline.definitions.drawn import typed
from pipeline.definitions.plan_review import Tema
from pipeline.indicators.calculate import prepare
from pipeline.indicators.laid import lay
from pipeline.review.frame import Frame, Window, read_frame
from pipeline.review.store import attach_store

TEAMS = """
    team_id | navn | omraade       | aktiv_fra  | aktiv_til | leder_raadgiver_id
    T1      | Et   | visitation    | 2018-01-01 |           | L1
    T2      | To   | undersoegelse | 2018-01-01 |           | L2
"""
RAADGIVERE = """
    raadgiver_id | team_id | rolle
    R1           | T1      | raadgiver
    R2           | T1      | raadgiver
    R3           | T2      | raadgiver
"""
WINDOW = Window("p", "2021-K2", date(2021, 4, 1), date(2021, 6, 30))
THEME = Tema(
    id="t",
    titel="Et tema",
    genstand="sager_lukkede",
    maalepunkter=("M1",),
    hyppighed="kvartal",
    foerste_periode="2021-K1",
    enhed="genstand",
    tilbage_maaneder=3,
    laeser="leder",
    parametre={"almenomraade": None},
)


@dataclass(frozen=True)
class Delivered:
    """An open delivery; `frame` is what a theme can draw from it."""

    database: Database
    folder: Workspace

    def frame(
        self,
        theme: Tema = THEME,
        window: Window = WINDOW,
        rest_months: int = 0,
        plan_folder: Path | None = None,
    ) -> Frame:
        """What a theme can draw; may be asked again."""
        return read_frame(self.database, theme, window, plan_folder, rest_months)


@contextmanager
def delivered(root: Path, extracts: Mapping[str, str]) -> Iterator[Delivered]:
    """Drawn extracts as a draw finds them; teams and caseworkers are there unless drawn otherwise."""
    folder = Workspace(root)
    folder.create()
    with open_database([root]) as database:
        database.attach_memory("lev")
        database.use("lev")
        lay(database, typed({"teams": TEAMS, "raadgivere": RAADGIVERE, **extracts}))
        database.run_file("kinds", "tom_kalender")
        database.set_variable("udtraeksdato", "2021-06-30")
        prepare(database)
        attach_store(database, folder)
        yield Delivered(database, folder)


def theme(**changes: object) -> Tema:
    """The theme with other keys."""
    return Tema.model_validate({**THEME.model_dump(), **changes})


def window(**changes: object) -> Window:
    """The window with other fields."""
    return replace(WINDOW, **changes)
