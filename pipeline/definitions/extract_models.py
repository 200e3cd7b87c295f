"""What is expected of one extract, as frozen models: one class per kind of entry in `expectations/*.yaml`.

Faults inside one entry are found here; what entries and extracts must agree on is in `extract_checks.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from pipeline.definitions.strict import Streng

Type: TypeAlias = Literal["tekst", "dato", "tidspunkt", "bool", "heltal", "decimal", "maaned", "kode"]
Alvor: TypeAlias = Literal["karantaene", "advarsel"]
Kode: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9._]+$")]
"""A code is written as values compare: folded."""
Navn: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Tekst: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

HAR_KLOKKESLAET = "_har_klokkeslaet"
"""A timestamp column is followed by a BOOLEAN of its own name and this ending: false when the value
was a date alone, known to the day only."""

DUCKDB_TYPER: dict[Type, str] = {
    "tekst": "VARCHAR",
    "kode": "VARCHAR",
    "maaned": "VARCHAR",
    "dato": "DATE",
    "tidspunkt": "TIMESTAMP",
    "bool": "BOOLEAN",
    "heltal": "INTEGER",
    "decimal": "DECIMAL(18, 4)",
}

OPTAGNE_NAVNE = frozenset({"linje"})
"""Column names the raw layer uses itself."""


def _med_antal(tekst: str) -> str:
    """A sentence that names both counts, and nothing else in braces."""
    try:
        tekst.format(antal=1, alle=1)
    except (KeyError, IndexError, ValueError):
        raise ValueError("må kun have {antal} og {alle} i tuborgklammer") from None
    return tekst


class Henvisning(Streng):
    """A column whose values are keys of another extract.

    `ukendt` is what an unknown value means: the row is quarantined, a warning, `mangler` (taken as
    missing, with a warning) or `tilladt` (said for the reader only). `deler` names a column that both
    rows must agree on; where they do not, the row gets a warning. `undtagen` are values that are no key.
    """

    til: Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z0-9_]+$")]
    ukendt: Literal["karantaene", "advarsel", "mangler", "tilladt"]
    deler: Navn | None = None
    undtagen: tuple[str, ...] = ()

    @property
    def extract(self) -> str:
        """The extract referred to."""
        return self.til.partition(".")[0]

    @property
    def kolonne(self) -> str:
        """Its key column."""
        return self.til.partition(".")[2]


class Forventning(Streng):
    """One further Great Expectations entry about a column's typed values."""

    type: Annotated[str, StringConstraints(pattern=r"^expect_column_values_to_[a-z_]+$")]
    kwargs: dict[str, Any] = Field(default_factory=dict)
    alvor: Alvor
    aarsag: Tekst


class Kolonne(Streng):
    """One column. The contract's marks are `noegle` (`*`), `udfyldes` (`!`) and `fortrolig` ((f)).

    `koder` and `kendte` are allowed codes and known values with their meaning; `som_tal` stores a code as
    a number. `foldes` marks free text that compares as codes do: a known value is stored as it stands
    here, another as it was written, or folded with `gemmes_foldet`, where it is compared with names from
    elsewhere. `haendelse` marks the date of something that has happened, so that one after the delivery
    is a warning; `pseudonym` is replaced by a keyed pseudonym before anything is stored.
    """

    type: Type
    betydning: Tekst
    noegle: bool = False
    udfyldes: bool = False
    fortrolig: bool = False
    koder: dict[Kode, Tekst] = Field(default_factory=dict)
    som_tal: bool = False
    foldes: bool = False
    gemmes_foldet: bool = False
    kendte: dict[Kode, Tekst] = Field(default_factory=dict)
    kendte_maalepunkter: bool = False
    ukendt: Literal["advarsel", "tilladt"] = "tilladt"
    henviser: Henvisning | None = None
    haendelse: bool = False
    pseudonym: bool = False
    forventninger: tuple[Forventning, ...] = ()

    @model_validator(mode="after")
    def _holder(self) -> Self:
        if (self.type == "kode") != bool(self.koder):
            raise ValueError("koder hører til typen kode, og den skal have dem")
        if self.foldes and self.type != "tekst":
            raise ValueError("foldes hører til typen tekst")
        if (self.kendte or self.kendte_maalepunkter) and not self.foldes:
            raise ValueError("kendte værdier kræver foldes")
        if self.gemmes_foldet and not self.foldes:
            raise ValueError("gemmes_foldet kræver foldes")
        if self.foldes and self.noegle and not self.gemmes_foldet:
            raise ValueError("en nøgle, der foldes, skal gemmes foldet")
        if self.haendelse and self.type not in {"dato", "tidspunkt"}:
            raise ValueError("haendelse hører til typerne dato og tidspunkt")
        if self.som_tal and not all(kode.isdecimal() for kode in self.koder):
            raise ValueError("som_tal kræver koder, der er tal")
        if self.pseudonym and (self.type != "tekst" or self.noegle or self.henviser):
            raise ValueError("pseudonym hører til tekst, der hverken er nøgle eller henvisning")
        return self

    @property
    def skal_findes(self) -> bool:
        """Whether the column carries `*` or `!`: it must be there, and filled in every row."""
        return self.noegle or self.udfyldes

    @property
    def er_id(self) -> bool:
        """Whether other rows may name a row by this value, so that masking it would break a join."""
        return self.noegle or self.henviser is not None


class Krav(Streng):
    """One of some columns must be filled; `naar` limits it to rows with those codes."""

    en_af: Annotated[tuple[Navn, ...], Field(min_length=1)]
    naar: dict[Navn, tuple[str, ...]] = Field(default_factory=dict)
    alvor: Alvor
    aarsag: Tekst


class Tidsorden(Streng):
    """An end that may not lie before its start; otherwise the row is quarantined."""

    foerst: Navn
    sidst: Navn


class Gerning(Streng):
    """A deed dated before its unit began is a warning.

    The unit began on the first of the columns `begyndt` that is filled; `indsats_id.start_dato` is a
    column of the row that `indsats_id` refers to.
    """

    gerning: Navn
    begyndt: Annotated[tuple[str, ...], Field(min_length=1)]


class IkkeBegge(Streng):
    """Two columns that should not both be filled; otherwise a warning."""

    kolonner: tuple[Navn, Navn]
    aarsag: Tekst


class Undvaeres(Streng):
    """A file may be missing where another extract has the column `med`, which is then used instead.

    It is used too for rows of that extract that the file says nothing of. `bemaerkning` tells the reports'
    readers, with {antal} such rows of {alle}.
    """

    med: Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z0-9_]+$")]
    bemaerkning: Annotated[Tekst, AfterValidator(_med_antal)]

    @property
    def extract(self) -> str:
        """The other extract."""
        return self.med.partition(".")[0]

    @property
    def kolonne(self) -> str:
        """Its column."""
        return self.med.partition(".")[2]


class Extract(Streng):
    """One file of a delivery. `raekke` says what one row is; `betydning` stands in the data dictionary.

    `valgfri`: the file may be missing. `kan_undvaeres`: it may be missing on a condition.
    `stop_ved_karantaene`: a single quarantined row stops the run.
    """

    extract: Navn
    orden: int
    raekke: Tekst
    betydning: Tekst
    valgfri: bool = False
    kan_undvaeres: Undvaeres | None = None
    stop_ved_karantaene: bool = False
    kolonner: dict[Navn, Kolonne]
    kraever: tuple[Krav, ...] = ()
    tidsorden: tuple[Tidsorden, ...] = ()
    gerninger: tuple[Gerning, ...] = ()
    ikke_begge: tuple[IkkeBegge, ...] = ()

    @property
    def noegle(self) -> tuple[str, ...]:
        """The columns of the key."""
        return tuple(navn for navn, k in self.kolonner.items() if k.noegle)

    @property
    def kan_undvaeres_med(self) -> str | None:
        """The column that the file may be missing beside (`sager.team_id`); None where it may not."""
        return self.kan_undvaeres.med if self.kan_undvaeres else None

    @property
    def fortrolige(self) -> frozenset[str]:
        """Columns that are never published."""
        return frozenset(navn for navn, k in self.kolonner.items() if k.fortrolig)

    @property
    def typer(self) -> dict[str, str]:
        """DuckDB type of every column of the typed table, in its order."""
        fundet: dict[str, str] = {}
        for navn, kolonne in self.kolonner.items():
            fundet[navn] = "INTEGER" if kolonne.som_tal else DUCKDB_TYPER[kolonne.type]
            if kolonne.type == "tidspunkt":
                fundet[navn + HAR_KLOKKESLAET] = "BOOLEAN"
        return fundet

    @property
    def betydninger(self) -> dict[str, str]:
        """What every column of the typed table means, in its order."""
        fundet: dict[str, str] = {}
        for navn, kolonne in self.kolonner.items():
            fundet[navn] = kolonne.betydning
            if kolonne.type == "tidspunkt":
                fundet[navn + HAR_KLOKKESLAET] = (
                    f"Om klokkeslættet i {navn} er kendt. Falsk, når kun dagen er det."
                )
        return fundet
