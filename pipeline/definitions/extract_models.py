"""What is expected of one extract, as frozen models: one class per kind of entry in `expectations/*.yaml`.

Faults inside one entry are found here; what entries and extracts must agree on is in `extracts.py`.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from pipeline.base.strict import Strict
from pipeline.definitions.column_models import DUCKDB_TYPES, HAS_TIME_OF_DAY, Column, Name, Severity, Text


def _with_count(text: str) -> str:
    """A sentence that names both counts, and nothing else in braces."""
    try:
        text.format(antal=1, alle=1)
    except (KeyError, IndexError, ValueError):
        raise ValueError("må kun have {antal} og {alle} i tuborgklammer") from None
    return text


class Requirement(Strict):
    """One of some columns must be filled; `naar` limits it to rows with those codes."""

    en_af: Annotated[tuple[Name, ...], Field(min_length=1)]
    naar: dict[Name, Annotated[tuple[str, ...], Field(min_length=1)]] = Field(default_factory=dict)
    alvor: Severity
    aarsag: Text


class Tidsorden(Strict):
    """An end that may not lie before its start; otherwise the row is quarantined."""

    foerst: Name
    sidst: Name


class Deed(Strict):
    """A deed dated before its unit began is a warning.

    The unit began on the first of the columns `begyndt` that is filled; `indsats_id.start_dato` is a
    column of the row that `indsats_id` refers to.
    """

    gerning: Name
    begyndt: Annotated[tuple[str, ...], Field(min_length=1)]


class NotBoth(Strict):
    """Two columns that should not both be filled; otherwise a warning."""

    kolonner: tuple[Name, Name]
    aarsag: Text


class Spared(Strict):
    """A file may be missing where another extract has the column `med`, which is then used instead.

    It is used too for rows of that extract that the file says nothing of. `bemaerkning` tells the reports'
    readers, with {antal} such rows of {alle}.
    """

    med: Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z0-9_]+$")]
    bemaerkning: Annotated[Text, AfterValidator(_with_count)]

    @property
    def extract(self) -> str:
        """The other extract."""
        return self.med.partition(".")[0]

    @property
    def column(self) -> str:
        """Its column."""
        return self.med.partition(".")[2]


class Extract(Strict):
    """One file of a delivery. `raekke` says what one row is; `betydning` stands in the data dictionary.

    `valgfri`: the file may be missing. `kan_undvaeres`: it may be missing on a condition.
    `mistes` says what is missing without a file that no indicator reads. `stop_ved_karantaene`: a single
    quarantined row stops the run.
    """

    extract: Name
    orden: int
    raekke: Text
    betydning: Text
    valgfri: bool = False
    mistes: Text | None = None
    kan_undvaeres: Spared | None = None
    stop_ved_karantaene: bool = False
    kolonner: dict[Name, Column]
    kraever: tuple[Requirement, ...] = ()
    tidsorden: tuple[Tidsorden, ...] = ()
    gerninger: tuple[Deed, ...] = ()
    ikke_begge: tuple[NotBoth, ...] = ()

    @model_validator(mode="after")
    def _may_be_missing_in_one_way(self) -> Self:
        if self.mistes and not self.valgfri:
            raise ValueError("mistes hører til et udtræk, der er valgfrit")
        if self.valgfri and self.kan_undvaeres:
            raise ValueError("kan_undvaeres er overflødig, når udtrækket er valgfrit")
        return self

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the key."""
        return tuple(name for name, k in self.kolonner.items() if k.noegle)

    @property
    def can_be_spared_with(self) -> str | None:
        """The column that the file may be missing beside (`sager.team_id`); None where it may not."""
        return self.kan_undvaeres.med if self.kan_undvaeres else None

    @property
    def confidential(self) -> frozenset[str]:
        """Columns that are never published."""
        return frozenset(name for name, k in self.kolonner.items() if k.fortrolig)

    @property
    def types(self) -> dict[str, str]:
        """DuckDB type of every column of the typed table, in its order."""
        found: dict[str, str] = {}
        for name, column in self.kolonner.items():
            found[name] = "INTEGER" if column.som_tal else DUCKDB_TYPES[column.type]
            if column.type == "tidspunkt":
                found[name + HAS_TIME_OF_DAY] = "BOOLEAN"
        return found

    @property
    def meanings(self) -> dict[str, str]:
        """What every column of the typed table means, in its order."""
        found: dict[str, str] = {}
        for name, column in self.kolonner.items():
            found[name] = column.betydning
            if column.type == "tidspunkt":
                found[name + HAS_TIME_OF_DAY] = (
                    f"Om klokkeslættet i {name} er kendt. Falsk, når kun dagen er det."
                )
        return found
