"""A case out of the store of the reviews: its objects, their answers and agreements."""

from __future__ import annotations

import re

from pipeline.base.database import Database
from pipeline.base.traces import MASK, Traces


def knows(database: Database, sag_id: str) -> bool:
    """Whether some round's frame holds the case; the store is attached."""
    objects = "select count(*) from gennemgang.traekning_genstand where sag_id = $sag_id"
    return bool(database.value(objects, sag_id=sag_id))


def forget_in_store(database: Database, traces: Traces) -> None:
    """Delete it, in the caller's transaction; where others' words name it, the number is masked."""
    word = rf"\b{re.escape(traces.sag_id)}\b" if traces.is_a_word else ""
    database.run_file("review", "glem", sag_id=traces.sag_id, ord=word, maske=MASK)
