"""What is expected of one extract, as frozen models: one class per kind of entry in `expectations/*.yaml`.

Faults inside one entry are found here; what entries and extracts must agree on is in `extract_checks.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints, model_validator

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

TAKEN_NAMES = frozenset({"linje"})
"""Column names the raw layer uses itself."""


def _with_count(text: str) -> str:
    """A sentence that names both counts, and nothing else in braces."""
    try:
        text.format(antal=1, alle=1)
    except (KeyError, IndexError, ValueError):
        raise ValueError("må kun have {antal} og {alle} i tuborgklammer") from None
    return text


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
    is a warning; `pseudonym` is replaced by a keyed pseudonym before anything is stored.
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
    pseudonym: bool = False
    forventninger: tuple[Expectation, ...] = ()

    @model_validator(mode="after")
    def _type_fits(self) -> Self:
        if (self.type == "kode") != bool(self.koder):
            raise ValueError("koder hører til typen kode, og den skal have dem")
        if self.som_tal and not (self.koder and all(code.isdecimal() for code in self.koder)):
            raise ValueError("som_tal kræver koder, der er tal")
        if self.haendelse and self.type not in {"dato", "tidspunkt"}:
            raise ValueError("haendelse hører til typerne dato og tidspunkt")
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
