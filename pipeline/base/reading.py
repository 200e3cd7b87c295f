"""What a reader of the publication must know first: whether database and reports are of one run."""

from __future__ import annotations

from pipeline.base.durable import sha256
from pipeline.base.errors import BusyError, UserError
from pipeline.base.released import MARK, read_mark
from pipeline.base.settle import locked
from pipeline.base.switch import note
from pipeline.base.workspace import Workspace

_UNDER_WAY = "En kørsel er i gang med at udgive; det, du læser, kan være den forrige udgivelse."
_CUT_SHORT = (
    "En udgivelse blev afbrudt, så database og rapporter kan være fra hver sin kørsel, eller databasen kan "
    "ikke åbnes. Bed den, der kører programmet, om at køre run igen."
)
_APART = (
    "Rapporterne er ikke lavet sammen med databasen; kør publish, hvis de er de nyeste, eller run igen, hvis "
    "databasen er."
)


def before_reading(folder: Workspace) -> tuple[str, ...]:
    """Mend what a run that was cut short left, or say so where the reader may not; Danish lines."""
    if note(folder).exists() or any(folder.published.parent.glob(f"{folder.published.name}.*")):
        try:
            with locked(folder) as mended:
                return mended
        except BusyError:
            return (_UNDER_WAY,)
        except (UserError, OSError):
            return (_CUT_SHORT,)
    return () if _together(folder) else (_APART,)


def _together(folder: Workspace) -> bool:
    """Whether the reports of some period were made with the database; earlier versions left no mark."""
    try:
        marks = [mark for file in folder.reports.glob(f"*/{MARK}") if (mark := read_mark(file.parent))]
        return not marks or sha256(folder.published) in {mark.database for mark in marks}
    except OSError:  # nothing is published, or it may not be read: whoever opens it says so
        return True
