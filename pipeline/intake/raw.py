"""One file into the raw layer: text as delivered, but without CPR numbers, and a fingerprint per row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pipeline.database import Database, Udtryk, citat, felt, kald, konstant
from pipeline.definitions.extract_models import Extract
from pipeline.intake.csv_lines import FELTSKEL
from pipeline.intake.pseudonyms import (
    barnekolonne,
    dubletnoegle,
    kolonne_uden_cpr,
    maskeret,
    pseudonymiser_cpr,
    pseudonymiser_id,
)
from pipeline.intake.read_csv import Bid, CsvFil, Skaev
from pipeline.intake.typed import LINJE


@dataclass
class Raalag:
    """Writes raw rows; one for a whole delivery, since pseudonyms are the same in all its files."""

    database: Database
    noegle: bytes
    _barn: dict[str, str] = field(default_factory=dict)

    def indlaes(self, fil: CsvFil, extract: Extract, navne: Sequence[str]) -> None:
        """Fill `raa.<extract>`, `aftryk` and `skaev`; lines whose fields are all empty are no rows.

        `navne` are the raw columns' names in the file's order.
        """
        kolonner = ", ".join([f"{LINJE} bigint not null", *(f"{citat(navn)} varchar" for navn in navne)])
        self.database.koer(f"create table raa.{citat(extract.extract)} ({kolonner})")
        for bid in fil.bidder():
            self._raekker(bid, extract, navne)
            self._skaeve(bid.skaeve, extract)

    def _raekker(self, bid: Bid, extract: Extract, navne: Sequence[str]) -> None:
        import pyarrow as pa

        rensede = [
            self._uden_cpr(kolonne, extract, navn) for kolonne, navn in zip(bid.kolonner, navne, strict=True)
        ]
        # The row as delivered (d0, d1 ...) lives in memory only, for as long as it takes to fingerprint it.
        bord = {LINJE: bid.linjer}
        bord |= {f"d{nr}": kolonne for nr, kolonne in enumerate(bid.kolonner)}
        bord |= {f"r{nr}": kolonne for nr, kolonne in enumerate(rensede)}
        forbindelse = self.database.forbindelse
        forbindelse.register("bid", pa.table(bord))
        delt = [felt(f"d{nr}") for nr in range(len(navne))]
        raekker = forbindelse.table("bid").filter(kald("concat", *delt) != konstant(""))
        udvalg = [kald("nullif", felt(f"r{nr}"), konstant("")) for nr in range(len(navne))]
        raekker.project(felt(LINJE), *udvalg).insert_into(f"raa.{citat(extract.extract)}")
        raekker.project(felt(LINJE), self._aftryk("hel", delt)).insert_into("aftryk")
        forbindelse.unregister("bid")

    def _uden_cpr(self, kolonne: Any, extract: Extract, navn: str) -> Any:
        beskrevet = extract.kolonner.get(navn)
        if beskrevet and beskrevet.pseudonym:
            return barnekolonne(kolonne, self.noegle, self._barn)
        if beskrevet and beskrevet.er_id:
            return kolonne_uden_cpr(kolonne, partial(pseudonymiser_id, self.noegle))
        if beskrevet and navn.endswith("_id"):
            return kolonne_uden_cpr(kolonne, partial(pseudonymiser_cpr, self.noegle))
        return kolonne_uden_cpr(kolonne, maskeret)

    def _skaeve(self, skaeve: Sequence[Skaev], extract: Extract) -> None:
        if not skaeve:
            return
        import pyarrow as pa

        forbindelse = self.database.forbindelse
        bord = {
            LINJE: [skaev.linje for skaev in skaeve],
            "samlet": [FELTSKEL.join(skaev.felter) for skaev in skaeve],
            "felter": [[maskeret(tekst) for tekst in skaev.felter] for skaev in skaeve],
            "aarsag": [skaev.aarsag for skaev in skaeve],
            "extract": [extract.extract] * len(skaeve),
        }
        forbindelse.register("bid", pa.table(bord))
        raekker = forbindelse.table("bid")
        raekker.project(felt(LINJE), felt("felter"), felt("aarsag")).insert_into("skaev")
        raekker.project(felt("extract"), felt(LINJE), felt("felter")).insert_into("raa.skaeve_raekker")
        raekker.project(felt(LINJE), self._aftryk("skaev", [felt("samlet")])).insert_into("aftryk")
        forbindelse.unregister("bid")

    def _aftryk(self, slags: str, felter: Sequence[Udtryk]) -> Udtryk:
        """A keyed fingerprint of the values as delivered: masking must not make two rows look alike.

        MD5 serves as a hash of 128 bits that the database computes itself; the key keeps it from being
        tried against guessed rows.
        """
        hemmelig = konstant(dubletnoegle(self.noegle) + slags)
        return kald("md5_number", kald("concat_ws", konstant(FELTSKEL), hemmelig, *felter))
