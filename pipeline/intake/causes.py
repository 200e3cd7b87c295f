"""Why values and rows could not be used as they came: a line per cause, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.base.database import Database
from pipeline.base.text import count_of
from pipeline.definitions.extract_models import Extract
from pipeline.intake.expected import UNKNOWN_CODE, is_about_values


@dataclass(frozen=True)
class Cause:
    """One fault that rows of a file share: how many have it, and the first line with it; no values."""

    extract: str
    kolonne: str | None
    aarsag: str
    raekker: int
    linje: int

    def refers_to(self, extract: Extract) -> str | None:
        """The extract whose rows are not there, or in quarantine themselves; None for any other fault."""
        column = extract.kolonner.get(self.kolonne or "")
        reference = column.henviser if column else None
        return reference.extract if reference and f" i {reference.extract}" in self.aarsag else None

    def is_about_values(self, extract: Extract) -> bool:
        """Whether values could not be read as they came, or were read otherwise."""
        column = extract.kolonner.get(self.kolonne or "")
        return column is not None and is_about_values(column, self.aarsag)

    def words(self, extract: Extract) -> str:
        """The fault in words, where it begins, and what to do about it."""
        place = f"{self.kolonne}: " if self.kolonne else ""
        amount = f"{count_of(self.raekker, 'række', 'rækker')}, første gang i linje {self.linje}"
        return f"{place}{self.aarsag} ({amount}){self.advice(extract)}"

    def advice(self, extract: Extract) -> str:
        """Which words there are, and where the municipality's own are mapped to them; often nothing."""
        column = extract.kolonner.get(self.kolonne or "")
        if column is None or column.type not in {"kode", "bool"} or not self.is_about_values(extract):
            return ""
        codes = f" (forventet: {', '.join(column.koder)})" if self.aarsag.startswith(UNKNOWN_CODE) else ""
        place = f"[vaerdier.{self.extract}.{self.kolonne}]"
        return f"{codes}; egne værdier oversættes i indstillingsfilen under {place}"


Causes = Mapping[str, tuple[Cause, ...]]
"""By extract, the one that most rows have first."""


def read_causes(database: Database, table: str = "karantaene") -> dict[str, tuple[Cause, ...]]:
    """The causes of quarantine of a delivery attached as `lev`, or with `advarsel` those of warnings."""
    found: dict[str, list[Cause]] = {}
    for row in database.rows("intake", "causes", tabel=f"lev.main.{table}"):
        found.setdefault(row["extract"], []).append(Cause(**row))
    return {extract: tuple(causes) for extract, causes in found.items()}


def value_causes(database: Database, extracts: Mapping[str, Extract]) -> Iterator[str]:
    """One line for each column and reason why its values could not be read, or were read otherwise."""
    refused, warned = read_causes(database), read_causes(database, "advarsel")
    for name, extract in extracts.items():
        for cause in (*refused.get(name, ()), *warned.get(name, ())):
            if cause.is_about_values(extract):
                yield f"{name}.csv: {cause.words(extract)}."
