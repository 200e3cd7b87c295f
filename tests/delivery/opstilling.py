"""A small published file, its delivery and the paths of a workspace, as tests of mail need them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.database import aabn, aabn_fil
from pipeline.delivery.outbox import Grundlag, Udbakke, skriv_mails
from pipeline.delivery.postoffice import Posthus
from pipeline.mailbody import Mailkrop, Mailramme
from pipeline.periods import laes_periode
from pipeline.settings import Indstillinger, Kommune, Mail
from tests.delivery.lille_side import krop, lille_side

PLAN = "slagelse_2021_2023"
TABELLER = Path(__file__).with_name("udgivet.sql")
AFSENDER = "ledelsestilsyn@kommune.example"
TITLER = {"5.1": "Partshøring inden for 14 dage", "6.4": "Højst 2 fokuspunkter"}


@dataclass
class Opstilling:
    """What is published and who leads the teams; a test changes a field and publishes again."""

    rod: Path
    periode: str = "2021-05"
    mail: Mail = field(default_factory=lambda: Mail(afsender=AFSENDER))
    hold: dict[str, str] = field(default_factory=lambda: {"T1": "Team Nord", "T2": "Team Syd"})
    ledere: dict[str, str | None] = field(
        default_factory=lambda: {"T1": "nord@kommune.example", "T2": "syd@kommune.example"}
    )
    tal: dict[tuple[str, str, str], tuple[int, int, str]] = field(default_factory=dict)
    hovedkilde: str = "dubu"
    tilsyn: dict[tuple[str, str, str], tuple[int, int, str]] = field(default_factory=dict)
    frister: list[dict[str, Any]] = field(default_factory=list)
    bemaerkninger: list[str] = field(default_factory=list)
    andre: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    leverancer: list[tuple[date, dict[str, int]]] = field(
        default_factory=lambda: [(date(2021, 5, 31), {"sager": 2})]
    )

    def __post_init__(self) -> None:
        self.publiceret.parent.mkdir(parents=True, exist_ok=True)
        for team_id in (*self.hold, "ALLE"):
            self.tal[team_id, "5.1", "2021-05"] = (12, 16, "naaet")
            self.tal[team_id, "5.1", "2021-04"] = (3, 16, "ikke_naaet")
            self.tal[team_id, "6.4", "2021-05"] = (2, 4, "ikke_naaet")

    @property
    def publiceret(self) -> Path:
        """The published file."""
        return self.rod / "publiceret" / "ledelsestilsyn.duckdb"

    @property
    def leverancefil(self) -> Path:
        """The delivery's own file."""
        return self.rod / "leverance.duckdb"

    @property
    def postbog(self) -> Path:
        """The ledger."""
        return self.rod / "postbog.sqlite3"

    @property
    def udbakke(self) -> Path:
        """The outbox of all periods."""
        return self.rod / "udbakke"

    @property
    def mailmappe(self) -> Path:
        """The outbox of the period."""
        return self.udbakke / self.periode

    @property
    def posthus(self) -> Posthus:
        """Where the commands find all of it."""
        return Posthus(self.postbog, self.publiceret, self.udbakke, self.mail, "tilsynet {}".format)

    def udgiv(self, fil: Path | None = None) -> None:
        """Write the published file and the delivery anew."""
        self._leverance()
        maal = fil or self.publiceret
        maal.unlink(missing_ok=True)
        with aabn([self.rod]) as database:
            database.tilknyt(maal, "ud", skrivbar=True)
            for saetning in TABELLER.read_text(encoding="utf-8").split(";\n"):
                if saetning.strip():
                    database.koer(saetning)
            p = laes_periode(self.periode)
            database.indsaet("ud.opgoerelse", [{
                "plan_id": PLAN, "periode": p.periode, "periodetype": p.periodetype, "foerste_dag": p.foerste,
                "sidste_dag": p.sidste, "opgjort_pr": p.sidste, "foreloebig": False,
                "udtraeksdato": self.leverancer[-1][0], "leverance_id": "L9", "program_version": "9",
            }])  # fmt: skip
            database.indsaet(
                "ud.bemaerkning", [{"nr": i, "tekst": t} for i, t in enumerate(self.bemaerkninger)]
            )
            database.indsaet("ud.teams", [{"team_id": k, "navn": v} for k, v in self.hold.items()])
            database.indsaet("ud.indikator", [
                {"plan_id": PLAN, "indikator_id": i, "titel": t, "udviklingspunkt": 5,
                 "kilde": self.hovedkilde}
                for i, t in TITLER.items()
            ])  # fmt: skip
            resultater = [self._resultat(*noegle) for noegle in self.tal]
            resultater += [{**self._resultat(*n, self.tilsyn), "kilde": "tilsyn"} for n in self.tilsyn]
            database.indsaet("ud.indikator_resultat", resultater)
            database.indsaet("ud.fristliste", [{"plan_id": PLAN, **frist} for frist in self.frister])
            for nr, (dag, filer) in enumerate(self.leverancer):
                database.indsaet("ud.leverance", [{"leverance_id": f"L{nr}", "udtraeksdato": dag}])
                database.indsaet("ud.leverance_fil", [
                    {"leverance_id": f"L{nr}", "extract": k, "karantaene": v} for k, v in filer.items()
                ])  # fmt: skip
            database.frakobl("ud")

    def _resultat(
        self,
        team_id: str,
        indikator_id: str,
        periode: str,
        tal: dict[tuple[str, str, str], tuple[int, int, str]] | None = None,
    ) -> dict[str, Any]:
        taeller, naevner, status = (tal or self.tal)[team_id, indikator_id, periode]
        uden = status in {"uden_milepael", "foer_foerste_milepael"}
        return {
            "plan_id": PLAN, "indikator_id": indikator_id, "kilde": "dubu", "team_id": team_id,
            "periodetype": laes_periode(periode).periodetype, "periode": periode, "taeller": taeller,
            "naevner": naevner, "undtaget": 0, "afventer": 0, "milepael_procent": None if uden else 25.0,
            "status": status, "usikker": 0 < naevner < 5, "foreloebig": False,
        }  # fmt: skip

    def _leverance(self) -> None:
        self.leverancefil.unlink(missing_ok=True)
        with aabn([self.rod]) as database:
            database.tilknyt(self.leverancefil, "lev", skrivbar=True)
            database.koer("create schema lev.data")
            database.koer("create table lev.data.teams (team_id varchar, leder_email varchar)")
            database.indsaet(
                "lev.data.teams", [{"team_id": k, "leder_email": v} for k, v in self.ledere.items()]
            )
            database.frakobl("lev")

    def frist(self, team_id: str, sag_id: str, frist: date, dage: int, tilstand: str = "overskredet") -> None:
        """One open deadline."""
        self.frister.append({
            "indikator_id": "5.1", "enhed_id": f"U-{sag_id}", "sag_id": sag_id, "team_id": team_id,
            "raadgiver_id": "R77", "frist_dato": frist, "tilstand": tilstand, "dage": dage,
        })  # fmt: skip

    def krop(self, team_id: str, ramme: Mailramme) -> Mailkrop:
        """The mail's body as the reports write it, of a report that says little."""
        navn = self.hold.get(team_id, "Hele afdelingen")
        egne = [f for f in self.frister if f["team_id"] == team_id]
        return krop(lille_side(navn, tuple(self.bemaerkninger), egne), ramme)

    def andre_tal(self, team_id: str) -> tuple[tuple[str, str], ...]:
        """What the report shows beside results and deadlines."""
        return self.andre.get(team_id, ())

    def skriv(self) -> Udbakke:
        """Publish and write the mails."""
        self.udgiv()
        with aabn_fil(self.publiceret) as database:
            return skriv_mails(
                Grundlag(database, self.leverancefil, self.krop, self.andre_tal, _mappenavn),
                self.mailmappe,
                self.postbog,
                Indstillinger(kommune=Kommune(navn="Prøve Kommune"), mail=self.mail),
            )

    def med_mail(self, **felter: object) -> None:
        """Change the mail settings."""
        self.mail = Mail.model_validate({**self.mail.model_dump(), **felter})


def _mappenavn(team_id: str) -> str:
    return "afdeling" if team_id == "ALLE" else team_id
