"""A small delivery to change one thing in, and what became of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.database import aabn_fil
from pipeline.definitions.extracts import laes_extracts
from pipeline.intake.ingest import Indlaesning, indlaes
from pipeline.settings import Graenser, Indstillinger

NOEGLE = b"en noegle til proever, 32 tegn ..."
UDTRAEKSDATO = date(2021, 4, 30)
MAALEPUNKTER = frozenset({"5.1", "6.5", "6.10"})

AABNE_PORTE = Indstillinger(
    graenser=Graenser(karantaene_procent=100, karantaene_raekker=10**9, accepteret_procent=0, fald_procent=0)
)
"""Limits so wide that a rule can be tried on a handful of rows."""

Raekke = Mapping[str, str]

GRUNDLAG: dict[str, list[dict[str, str]]] = {
    "teams": [{"team_id": "T1", "navn": "Modtagelsen"}, {"team_id": "T2", "navn": "Undersøgelse"}],
    "raadgivere": [{"raadgiver_id": "R1", "team_id": "T1"}],
    "sager": [
        {
            "sag_id": f"S{nr}",
            "barn_id": f"B{nr}",
            "foedselsdato": "01-02-2010",
            "sagstype": "barn",
            "oprettet_dato": "01-01-2021",
            "team_id": "T1",
        }
        for nr in (1, 2, 3)
    ],
    "indsatser": [
        {
            "indsats_id": "I1",
            "sag_id": "S1",
            "paragraf": "52",
            "kategori": "forebyggende_52",
            "start_dato": "01-02-2021",
        }
    ],
}
"""Two teams, three cases and a measure; every other required file has its heading alone."""


def som_csv(raekker: Sequence[Raekke], kolonner: Sequence[str], skilletegn: str = ";") -> str:
    """Rows as the text of a file."""
    ud = io.StringIO()
    skriver = csv.writer(ud, delimiter=skilletegn, lineterminator="\r\n")
    skriver.writerow(kolonner)
    skriver.writerows([raekke.get(kolonne, "") for kolonne in kolonner] for raekke in raekker)
    return ud.getvalue()


@dataclass
class Levering:
    """A folder of files, changed with `raekker` and `tekst`, then taken in with `indlaes`."""

    rod: Path
    udtraeksdato: date = UDTRAEKSDATO
    indstillinger: Indstillinger = AABNE_PORTE
    filer: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for navn, extract in laes_extracts().items():
            if not extract.valgfri:
                self.raekker(navn, GRUNDLAG.get(navn, []))

    def raekker(self, extract: str, raekker: Sequence[Raekke], *, uden: Sequence[str] = ()) -> Levering:
        """Give a file these rows under the contract's headings, but those in `uden`."""
        kolonner = [navn for navn in laes_extracts()[extract].kolonner if navn not in uden]
        return self.tekst(extract, som_csv(raekker, kolonner))

    def tilfoej(self, extract: str, *raekker: Raekke) -> Levering:
        """Give a file these rows after those of the small delivery."""
        return self.raekker(extract, [*GRUNDLAG.get(extract, []), *raekker])

    def tekst(self, extract: str, tekst: str | bytes) -> Levering:
        """Give a file this content."""
        self.filer[f"{extract}.csv"] = tekst.encode() if isinstance(tekst, str) else tekst
        return self

    def uden(self, extract: str) -> Levering:
        """Leave a file out."""
        del self.filer[f"{extract}.csv"]
        return self

    @property
    def mappe(self) -> Path:
        """Where the files lie."""
        return self.rod / "leveret" / self.udtraeksdato.isoformat()

    @property
    def arbejdsmappe(self) -> Path:
        """The workspace."""
        return self.rod / "tilsyn"

    def skriv(self) -> Path:
        """Write the files, and none but them."""
        self.mappe.mkdir(parents=True, exist_ok=True)
        for gammel in self.mappe.iterdir():
            gammel.unlink()
        for navn, indhold in self.filer.items():
            (self.mappe / navn).write_bytes(indhold)
        return self.mappe

    def indlaes(self, **valg: Any) -> Udfald:
        """Take the delivery in."""
        svar = indlaes(
            self.skriv(),
            self.udtraeksdato,
            self.arbejdsmappe,
            self.indstillinger,
            NOEGLE,
            MAALEPUNKTER,
            **valg,
        )
        return Udfald(svar)


@dataclass(frozen=True)
class Udfald:
    """What became of a delivery."""

    svar: Indlaesning

    def tal(self, extract: str) -> tuple[int, int, int, int]:
        """Rows read, accepted, duplicates and quarantined."""
        (tal,) = [tal for tal in self.svar.filer if tal.extract == extract]
        return tal.laest, tal.accepteret, tal.dubletter, tal.karantaene

    def advarsler(self, extract: str) -> int:
        """Accepted rows with a warning."""
        return sum(tal.advarsler for tal in self.svar.filer if tal.extract == extract)

    def hent(self, saetning: str) -> list[dict[str, Any]]:
        """Rows of a query on the stored delivery."""
        assert self.svar.database is not None
        with aabn_fil(self.svar.database) as database:
            return database.hent(saetning)

    def data(self, extract: str, kolonne: str) -> list[Any]:
        """A typed column of the accepted rows, sorted with the missing first."""
        vaerdier = [raekke[kolonne] for raekke in self.hent(f"from data.{extract}")]
        return sorted(vaerdier, key=lambda vaerdi: (vaerdi is not None, str(vaerdi)))

    def karantaene(self, extract: str) -> list[tuple[int, str | None, str]]:
        """Line, column and reason of every fault."""
        return self._steder("karantaene", extract)

    def fund(self, extract: str) -> list[tuple[int, str | None, str]]:
        """Line, column and reason of every warning."""
        return self._steder("advarsel", extract)

    def _steder(self, tabel: str, extract: str) -> list[tuple[int, str | None, str]]:
        raekker = self.hent(f"from {tabel} order by all")
        return [(r["linje"], r["kolonne"], r["aarsag"]) for r in raekker if r["extract"] == extract]
