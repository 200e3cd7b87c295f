"""What the publication so far has and the candidate lacks: nobody's figures go away unasked.

An older month is computed and reported again beside a newer publication, which stays. A plan left out or a
team that is gone is most often a mistake (an option forgotten, a file cut off): it stops the publication.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.base.database import Database, open_database
from pipeline.base.errors import DataRefused, UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.base.text import enumeration
from pipeline.base.workspace import Workspace
from pipeline.stages.candidate import Candidate
from pipeline.stages.previous import published

OPTION = "--tillad-indskraenkning"
_NEEDED = {"plan", "teams", "opgoerelse"}


@dataclass(frozen=True)
class Missing:
    """The published period, where it ends after the candidate's; plans and teams that would be gone."""

    newer: Periode | None = None
    plans: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()


def newer_publication(folder: Workspace, candidate: Candidate, *, allow_less: bool) -> Periode | None:
    """The published period where the candidate is of an older one; None where it can be published.

    Raises:
        UsageFault: it lacks a plan that is published.
        DataRefused: its delivery lacks a team that is published.
    """
    found = Missing() if allow_less else _missing(folder, candidate)
    if found.newer:
        return found.newer
    if found.plans:
        raise UsageFault(
            f"{enumeration(found.plans)} er udgivet, men ikke med nu, og ville forsvinde for læserne. Nævn "
            f"planerne med --plan eller i indstillingerne, eller brug {OPTION}, hvis det er med vilje."
        )
    if found.teams:
        raise DataRefused(
            f"teams.csv: {enumeration(found.teams)} er udgivet, men ikke i leverancen, og ville forsvinde "
            "for læserne. Ret udtrækket (et nedlagt team har aktiv_til), eller brug "
            f"{OPTION}, hvis det er med vilje."
        )
    return None


def require_newest(folder: Workspace, candidate: Candidate, *, allow_less: bool) -> None:
    """Refuse to publish an older period in the place of a newer one.

    Raises:
        UsageFault, DataRefused: as `newer_publication`, and where the candidate is of an older period.
    """
    if newer := newer_publication(folder, candidate, allow_less=allow_less):
        raise UsageFault(
            f"Det udgivne er {newer.periode}, som er nyere end {candidate.periode.periode}; det ville "
            f"forsvinde for læserne. Kør check for den nyeste periode, eller brug {OPTION}."
        )


def _missing(folder: Workspace, candidate: Candidate) -> Missing:
    file = published(folder)
    if file is None:
        return Missing()
    with open_database([folder.root, file.parent]) as database:
        database.attach(file.resolve(), "gammel")
        database.attach(candidate.path.resolve(), "kandidat")
        return _compared(database, candidate) if set(database.tables("gammel")) >= _NEEDED else Missing()


def _compared(database: Database, candidate: Candidate) -> Missing:
    periode = read_periode(str(database.value("select periode from gammel.main.opgoerelse")))
    gone: dict[str, list[str]] = {"plan": [], "team": []}
    for row in database.rows("published", "mistet"):
        gone[row["hvad"]].append(row["id"])
    newer = periode if periode.last > candidate.periode.last else None
    return Missing(newer, tuple(gone["plan"]), tuple(gone["team"]))
