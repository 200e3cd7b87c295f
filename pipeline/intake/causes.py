"""Why rows of a file are in quarantine, one cause at a time, for messages and the account of a delivery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.base.database import Database
from pipeline.base.text import count_of
from pipeline.definitions.extract_models import Extract
from pipeline.intake.expected import UNKNOWN_CODE

OWN_VALUES = "egne værdier oversættes i indstillingsfilen under"


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

    def words(self, extract: Extract) -> str:
        """The fault in words, where it begins, and what to do about an unknown code."""
        place = f"{self.kolonne}: " if self.kolonne else ""
        amount = f"{count_of(self.raekker, 'række', 'rækker')}, første gang i linje {self.linje}"
        return f"{place}{self.aarsag} ({amount}){self._advice(extract)}"

    def _advice(self, extract: Extract) -> str:
        """Which codes there are, and where the municipality's own are mapped to them."""
        if not self.aarsag.startswith(UNKNOWN_CODE) or self.kolonne not in extract.kolonner:
            return ""
        codes = ", ".join(extract.kolonner[self.kolonne].koder)
        return f"; forventet: {codes}; {OWN_VALUES} [vaerdier.{self.extract}.{self.kolonne}]"


Causes = Mapping[str, tuple[Cause, ...]]
"""By extract, the one that most rows have first."""


def read_causes(database: Database, table: str = "karantaene") -> dict[str, tuple[Cause, ...]]:
    """The causes of quarantine of a delivery attached as `lev`, or with `advarsel` those of warnings."""
    found: dict[str, list[Cause]] = {}
    for row in database.rows("intake", "causes", tabel=f"lev.main.{table}"):
        found.setdefault(row["extract"], []).append(Cause(**row))
    return {extract: tuple(causes) for extract, causes in found.items()}
