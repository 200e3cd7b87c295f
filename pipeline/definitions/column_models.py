"""What is expected of one column, as frozen models of its entry in `expectations/*.yaml`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from pipeline.base.strict import Strict

Type: TypeAlias = Literal["tekst", "dato", "tidspunkt", "bool", "heltal", "decimal", "maaned", "kode"]
Severity: TypeAlias = Literal["karantaene", "advarsel"]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9._]+$")]
"""A code is written as values compare: folded."""
Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

HAS_TIME_OF_DAY = "_har_klokkeslaet"
"""A timestamp column is followed by a BOOLEAN of its own name and this ending: false when the value
was a date alone, known to the day only."""

DUCKDB_TYPES: dict[Type, str] = {
    "tekst": "VARCHAR",
    "kode": "VARCHAR",
    "maaned": "VARCHAR",
    "dato": "DATE",
    "tidspunkt": "TIMESTAMP",
    "bool": "BOOLEAN",
    "heltal": "INTEGER",
    "decimal": "DECIMAL(18, 4)",
}

TIME_TYPES: frozenset[Type] = frozenset({"dato", "tidspunkt"})
EARLIEST_YEAR = 1990
"""The first year of a date that can be meant, where a column says no other (contract, section 1)."""
AFTER_ALL = date(2100, 1, 1)
"""From this day on no date can be meant."""

TAKEN_NAMES = frozenset({"linje"})
"""Column names the raw layer uses itself."""


class Reference(Strict):
    """A column whose values are keys of another extract.

    `ukendt` is what an unknown value means: the row is quarantined, a warning, `mangler` (taken as
    missing, with a warning) or `tilladt` (said for the reader only). `deler` names a column that both
    rows must agree on; where they do not, the row gets a warning. `undtagen` are values that are no key.
    """

    til: Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z0-9_]+$")]
    ukendt: Literal["karantaene", "advarsel", "mangler", "tilladt"]
    deler: Name | None = None
    undtagen: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_used(self) -> Self:
        # Only what is looked up row by row can be compared or excepted.
        if (self.deler or self.undtagen) and self.ukendt not in {"karantaene", "advarsel"}:
            raise ValueError("deler og undtagen kræver, at ukendt er karantaene eller advarsel")
        return self

    @property
    def extract(self) -> str:
        """The extract referred to."""
        return self.til.partition(".")[0]

    @property
    def column(self) -> str:
        """Its key column."""
        return self.til.partition(".")[2]


class Expectation(Strict):
    """One further Great Expectations entry about a column's typed values."""

    type: Annotated[str, StringConstraints(pattern=r"^expect_column_values_to_[a-z_]+$")]
    kwargs: dict[str, Any] = Field(default_factory=dict)
    alvor: Severity
    aarsag: Text


class Column(Strict):
    """One column. The contract's marks are `noegle` (`*`), `udfyldes` (`!`) and `fortrolig` ((f)).

    `koder` and `kendte` are allowed codes and known values with their meaning; `som_tal` stores a code as
    a number. `foldes` marks free text that compares as codes do: a known value is stored as it stands
    here, another as it was written, or folded with `gemmes_foldet`, where it is compared with names from
    elsewhere. `haendelse` marks the date of something that has happened, so that one after the delivery
    is a warning; a date before the year `tidligst` is a system's word for nothing. `fritekst` is prose, where
    even NULL may be meant; `pseudonym` is replaced by a keyed pseudonym before anything is stored.
    """

    type: Type
    betydning: Text
    noegle: bool = False
    udfyldes: bool = False
    fortrolig: bool = False
    koder: dict[Code, Text] = Field(default_factory=dict)
    som_tal: bool = False
    foldes: bool = False
    gemmes_foldet: bool = False
    kendte: dict[Code, Text] = Field(default_factory=dict)
    kendte_maalepunkter: bool = False
    ukendt: Literal["advarsel", "tilladt"] = "tilladt"
    henviser: Reference | None = None
    haendelse: bool = False
    tidligst: int = Field(EARLIEST_YEAR, ge=1, le=2099)
    fritekst: bool = False
    pseudonym: bool = False
    forventninger: tuple[Expectation, ...] = ()

    @model_validator(mode="after")
    def _type_fits(self) -> Self:
        if (self.type == "kode") != bool(self.koder):
            raise ValueError("koder hører til typen kode, og den skal have dem")
        if self.som_tal and not (self.koder and all(code.isdecimal() for code in self.koder)):
            raise ValueError("som_tal kræver koder, der er tal")
        if self.haendelse and self.type not in TIME_TYPES:
            raise ValueError("haendelse hører til typerne dato og tidspunkt")
        if self.tidligst != EARLIEST_YEAR and self.type not in TIME_TYPES:
            raise ValueError("tidligst hører til typerne dato og tidspunkt")
        if self.fritekst and self.type != "tekst":
            raise ValueError("fritekst hører til typen tekst")
        if self.henviser and (self.type != "tekst" or self.foldes):
            raise ValueError("henviser hører til tekst, der ikke foldes")
        if self.pseudonym and (self.type != "tekst" or self.noegle or self.henviser or self.foldes):
            raise ValueError("pseudonym hører til tekst, der hverken er nøgle eller henvisning eller foldes")
        if self.noegle and self.udfyldes:
            raise ValueError("en nøgle er altid udfyldt; udfyldes er overflødig")
        return self

    @model_validator(mode="after")
    def _folding_fits(self) -> Self:
        if self.foldes and self.type != "tekst":
            raise ValueError("foldes hører til typen tekst")
        if (self.kendte or self.kendte_maalepunkter) and not self.foldes:
            raise ValueError("kendte værdier kræver foldes")
        if self.kendte and self.kendte_maalepunkter:
            raise ValueError("kendte og kendte_maalepunkter kan ikke bruges sammen")
        if self.ukendt == "advarsel" and not (self.kendte or self.kendte_maalepunkter):
            raise ValueError("ukendt: advarsel kræver kendte værdier")
        if self.gemmes_foldet and not self.foldes:
            raise ValueError("gemmes_foldet kræver foldes")
        if self.foldes and self.noegle and not self.gemmes_foldet:
            raise ValueError("en nøgle, der foldes, skal gemmes foldet")
        return self

    @property
    def must_exist(self) -> bool:
        """Whether the column carries `*` or `!`: it must be there, and filled in every row."""
        return self.noegle or self.udfyldes

    @property
    def is_id(self) -> bool:
        """Whether other rows may name a row by this value, so that masking it would break a join."""
        return self.noegle or self.henviser is not None
