"""One extract from file to typed, accepted rows, with every other row accounted for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.database import Database, Udtryk, citat, felt
from pipeline.definitions.extract_models import Extract
from pipeline.errors import InternFejl
from pipeline.intake.expected import proever
from pipeline.intake.files import Fil
from pipeline.intake.findings import find_alt, husk_noegler
from pipeline.intake.gates import FilTal
from pipeline.intake.headings import Overskrifter
from pipeline.intake.lookups import Opslag, glem_ukendte, slaa_op
from pipeline.intake.own_words import EgneOrd
from pipeline.intake.quarantine import skriv
from pipeline.intake.raw import Raalag
from pipeline.intake.read_csv import aabn_csv
from pipeline.intake.typed import LINJE, TYPEDE, ingen, typede, vis_raekker
from pipeline.intake.validate import Afvist, Validator


@dataclass(frozen=True)
class Dommer:
    """What all extracts of one delivery are judged by."""

    database: Database
    raalag: Raalag
    validator: Validator
    egne_ord: EgneOrd
    maalepunkter: frozenset[str]
    leverance_id: str
    udtraeksdato: date
    karantaenemappe: Path

    def doem(self, extract: Extract, fil: Fil, overskrifter: Overskrifter) -> FilTal:
        """Read, type and judge one file. Fills `data.<extract>`, and the raw and quarantine tables."""
        database = self.database
        database.koer_fil("intake", "extract_tables")
        database.koer("begin")
        with aabn_csv(fil.sti, fil.tegnsaet, lambda fundet: tuple(fundet) == overskrifter.skrevet) as csv_fil:
            self.raalag.indlaes(csv_fil, extract, overskrifter.navne)
        database.koer_fil("intake", "duplicates")
        if database.antal("aftryk"):
            vis_raekker(database, extract, overskrifter.navne)
            self._vaerdier(extract)
            find_alt(database, extract, self.udtraeksdato)
            husk_noegler(database, extract)
            self._gem(extract)
            skriv(database, extract, overskrifter.navne, self.karantaenemappe)
        else:
            self._gem_ingen(extract)
        tal = self._regnskab(extract, fil)
        database.koer("commit")
        return tal

    def uden_fil(self, extract: Extract) -> None:
        """An empty `data.<extract>` for a file that is not there."""
        self.database.koer_fil("intake", "extract_tables")
        self._gem_ingen(extract)

    def _vaerdier(self, extract: Extract) -> None:
        """Look up and type the values, and let the expectations refuse what they will."""
        opslag = self._opslag(extract)
        slaa_op(self.database, opslag)
        afviste = self.validator.afviste(extract.extract, proever(self.database, opslag))
        self._husk(afviste)
        glem_ukendte(self.database, opslag)
        self.database.forbindelse.register("typede_nu", typede(self.database, opslag))
        self.database.koer(f"create or replace temp table {TYPEDE} as from typede_nu")

    def _husk(self, afviste: Sequence[Afvist]) -> None:
        import pyarrow as pa

        form = pa.schema([(navn, pa.string()) for navn in ("kolonne", "raa", "alvor", "aarsag")])
        raekker = pa.Table.from_pylist([vars(afvist) for afvist in afviste], form)
        self.database.forbindelse.register("afviste", raekker)
        self.database.koer("insert into afvist by name from afviste")

    def _opslag(self, extract: Extract) -> Opslag:
        henviste = {
            navn: self._accepterede(kolonne.henviser.extract)
            for navn, kolonne in extract.kolonner.items()
            if kolonne.henviser and kolonne.henviser.ukendt == "mangler"
        }
        egne: Mapping[str, Mapping[str, str]] = self.egne_ord.vaerdier.get(extract.extract, {})
        return Opslag(extract, egne, henviste, self.maalepunkter)

    def _accepterede(self, extract: str) -> list[str]:
        raekker = self.database.hent(
            "select noegle from noegler where extract = $extract and accepteret order by all", extract=extract
        )
        return [raekke["noegle"] for raekke in raekker]

    def _gem(self, extract: Extract) -> None:
        forbindelse = self.database.forbindelse
        andre = forbindelse.table("i_karantaene").project(felt(LINJE).alias("anden"))
        raekker = forbindelse.table(TYPEDE).join(andre, felt(LINJE) == felt("anden"), how="anti")
        raekker.project(*self._kolonner(extract)).create(f"data.{citat(extract.extract)}")

    def _gem_ingen(self, extract: Extract) -> None:
        ingen(self.database, extract).create(f"data.{citat(extract.extract)}")

    def _kolonner(self, extract: Extract) -> list[Udtryk]:
        return [felt(navn) for navn in extract.betydninger]

    def _regnskab(self, extract: Extract, fil: Fil) -> FilTal:
        (tal,) = self.database.raekker(
            "intake", "account", leverance_id=self.leverance_id, extract=extract.extract
        )
        accepteret = tal["laest"] - tal["dubletter"] - tal["karantaene"]
        if accepteret != self.database.antal(f"data.{citat(extract.extract)}"):
            raise InternFejl(f"{extract.extract}: rækkeregnskabet går ikke op")
        filtal = FilTal(extract=extract.extract, sha256=fil.sha256, accepteret=accepteret, **tal)
        self.database.indsaet("lev.leverance_fil", [{"leverance_id": self.leverance_id, **vars(filtal)}])
        return filtal
