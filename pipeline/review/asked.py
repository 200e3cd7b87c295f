"""What has been drawn and is asked, as returned workbooks are held against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.base.database import Database


class ObjectKey(NamedTuple):
    """An object in a round."""

    traekning_id: str
    genstand_type: str
    genstand_id: str


@dataclass(frozen=True)
class Drawn:
    """An object of a round's frame, and the teams whose leaders read it."""

    key: ObjectKey
    sag_id: str
    team_id: str
    raadgiver_id: str | None
    rolle: str
    tilstand: str
    laeser_team_id: str
    genlaeser_team_id: str | None
    periode: str

    def readers(self) -> tuple[str | None, ...]:
        """The first reader's team and the second's."""
        return self.laeser_team_id, self.genlaeser_team_id


@dataclass(frozen=True)
class Rounds:
    """All that has been drawn, and what each round asks."""

    objects: Mapping[ObjectKey, Drawn]
    questions: Mapping[str, tuple[str, ...]]

    @cached_property
    def periods(self) -> Mapping[str, str]:
        """Each round's period."""
        return {key.traekning_id: drawn.periode for key, drawn in self.objects.items()}


def read_rounds(database: Database) -> Rounds:
    """Everything drawn so far."""
    objects = {}
    for row in database.rows("review", "udtrukne"):
        key = ObjectKey(*(row.pop(name) for name in ObjectKey._fields))
        objects[key] = Drawn(key, **row)
    questions: dict[str, list[str]] = {}
    for row in database.fetch("from gennemgang.traekning_maalepunkt order by traekning_id, orden"):
        questions.setdefault(row["traekning_id"], []).append(row["maalepunkt_id"])
    return Rounds(objects, {id_: tuple(asked) for id_, asked in questions.items()})
