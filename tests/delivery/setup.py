"""A small published file, its delivery and the paths of a workspace, as tests of mail need them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.base.database import Database, open_database, open_file
from pipeline.base.labels import STATUS_WORDS, WITHOUT_VERDICT
from pipeline.base.mailbody import MailBody, MailFrame, ShownFigure
from pipeline.base.periods import read_periode
from pipeline.base.settings import Mail, Municipality, Settings
from pipeline.base.text import periode_text
from pipeline.delivery.outbox import Basis, Outbox, write_mails
from pipeline.delivery.postoffice import PostOffice
from pipeline.publication.contents import macro_files
from tests.delivery.small_page import body, small_page

PLAN = "slagelse_2021_2023"
MACROS = {"team_navn", "maalt_som", "maalt_i", "resultater"}
TABLES = Path(__file__).with_name("udgivet.sql")
SENDER = "ledelsestilsyn@kommune.example"
TITLES = {"5.1": "Partshøring inden for 14 dage", "6.4": "Højst 2 fokuspunkter"}


@dataclass
class Setup:
    """What is published and who leads the teams; a test changes a field and publishes again."""

    root: Path
    periode: str = "2021-05"
    mail: Mail = field(default_factory=lambda: Mail(afsender=SENDER))
    team: dict[str, str] = field(default_factory=lambda: {"T1": "Team Nord", "T2": "Team Syd"})
    leaders: dict[str, str | None] = field(
        default_factory=lambda: {"T1": "nord@kommune.example", "T2": "syd@kommune.example"}
    )
    figures: dict[tuple[str, str, str], tuple[int, int, str]] = field(default_factory=dict)
    tilsyn: dict[tuple[str, str, str], tuple[int, int, str]] = field(default_factory=dict)
    """Figures of case review, which lead where there are any."""
    frister: list[dict[str, Any]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    others: dict[str, str] = field(default_factory=dict)
    """What a team's mail shows beside results and deadlines: one figure's value."""
    plans: tuple[str, ...] = (PLAN,)
    slags: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """The kind of value and its unit, of indicators that are no shares."""
    definitions: dict[str, str] = field(default_factory=dict)
    """What an indicator counts, where it is not what the others count."""
    leverancer: list[tuple[date, dict[str, int]]] = field(
        default_factory=lambda: [(date(2021, 5, 31), {"sager": 2})]
    )

    def __post_init__(self) -> None:
        self.published.parent.mkdir(parents=True, exist_ok=True)
        for team_id in (*self.team, "ALLE"):
            self.figures[team_id, "5.1", "2021-05"] = (12, 16, "naaet")
            self.figures[team_id, "5.1", "2021-04"] = (3, 16, "ikke_naaet")
            self.figures[team_id, "6.4", "2021-05"] = (2, 4, "ikke_naaet")

    @property
    def published(self) -> Path:
        """The published file."""
        return self.root / "publiceret" / "ledelsestilsyn.duckdb"

    @property
    def leverance_file(self) -> Path:
        """The delivery's own file."""
        return self.root / "leverance.duckdb"

    @property
    def postbog(self) -> Path:
        """The ledger."""
        return self.root / "postbog.sqlite3"

    @property
    def outbox(self) -> Path:
        """The outbox of all periods."""
        return self.root / "udbakke"

    @property
    def mail_folder(self) -> Path:
        """The outbox of the period."""
        return self.outbox / self.periode

    @property
    def post_office(self) -> PostOffice:
        """Where the commands find all of it."""
        return PostOffice(self.postbog, self.published, self.outbox, self.mail, "tilsynet {}".format)

    def publish(self, file: Path | None = None) -> None:
        """Write the published file and the delivery anew."""
        self._leverance()
        target = file or self.published
        target.unlink(missing_ok=True)
        with open_database([self.root]) as database:
            database.attach(target, "ud", writable=True)
            database.run_file("results", "tabeller")
            database.run_file("results", "resultattabeller")
            database.run_path(TABLES, {})
            database.use("ud")
            for macro in macro_files():
                if macro in MACROS:
                    database.run_file("published", "macros", macro)
            database.use("memory")
            p = read_periode(self.periode)
            database.insert("ud.opgoerelse", [{
                "plan_id": PLAN, "periode": p.periode, "periodetype": p.periodetype, "foerste_dag": p.first,
                "sidste_dag": p.last, "opgjort_pr": p.last, "foreloebig": False,
                "udtraeksdato": self.leverancer[-1][0], "leverance_id": "L9", "program_version": "9",
            }])  # fmt: skip
            database.insert("ud.bemaerkning", [{"nr": i, "tekst": t} for i, t in enumerate(self.remarks)])
            database.insert("ud.teams", [{"team_id": k, "navn": v} for k, v in self.team.items()])
            for number, plan_id in enumerate(self.plans, start=1):
                self._publish_plan(database, plan_id, number)
            database.insert("ud.fristliste", [{"plan_id": PLAN, **frist} for frist in self.frister])
            for number, (day, files) in enumerate(self.leverancer):
                database.insert("ud.leverance", [{"leverance_id": f"L{number}", "udtraeksdato": day}])
                database.insert("ud.leverance_fil", [
                    {"leverance_id": f"L{number}", "extract": k, "karantaene": v} for k, v in files.items()
                ])  # fmt: skip
            database.detach("ud")

    def _publish_plan(self, database: Database, plan_id: str, number: int) -> None:
        day = read_periode(self.periode).first
        database.insert("ud.plan", [{
            "plan_id": plan_id, "titel": f"Plan {number}", "organisation": "Prøve Kommune",
            "start_dato": day, "slut_dato": day, "orden": number, "plan_sha256": "9",
            "slags": self.slags.get(plan_id, "udviklingsplan"),
        }])  # fmt: skip
        database.insert("ud.indikator", [self._indicator(plan_id, *pair) for pair in enumerate(TITLES)])
        results = [self._result(plan_id, *key) for key in self.figures]
        results += [self._result(plan_id, *key, kilde="tilsyn") for key in self.tilsyn]
        database.insert("ud.indikator_resultat", results)

    def _indicator(self, plan_id: str, order: int, indikator_id: str) -> dict[str, Any]:
        kind, unit = self.kinds.get(indikator_id, ("andel", None))
        return {
            "plan_id": plan_id, "indikator_id": indikator_id, "titel": TITLES[indikator_id],
            "udviklingspunkt": 5, "kilde": "dubu", "art": "frist", "vaerditype": kind, "vaerdienhed": unit,
            "spoergsmaal": "?", "enhed": "underretning", "retning": "stigende", "naevner_tekst": "alle",
            "taeller_tekst": self.definitions.get(indikator_id, "dem"), "maaltype": "milepaele",
            "tilsyn_foerer": False, "orden": order,
        }  # fmt: skip

    def _result(
        self, plan_id: str, team_id: str, indikator_id: str, periode: str, kilde: str = "dubu"
    ) -> dict[str, Any]:
        key = (team_id, indikator_id, periode)
        taeller, naevner, status = (self.tilsyn if kilde == "tilsyn" else self.figures)[key]
        seen = self.tilsyn.get(key, (0, 0, ""))[1] > 0
        without = status in WITHOUT_VERDICT
        return {
            "plan_id": plan_id, "indikator_id": indikator_id, "kilde": kilde, "team_id": team_id,
            "periodetype": read_periode(periode).periodetype, "periode": periode, "taeller": taeller,
            "naevner": naevner, "undtaget": 0, "afventer": 0, "milepael_procent": None if without else 25.0,
            "status": status, "usikker": 0 < naevner < 5, "foreloebig": False,
            "foerer": (kilde == "tilsyn") == seen, "vaerdi": taeller / naevner if naevner else None,
        }  # fmt: skip

    def _leverance(self) -> None:
        self.leverance_file.unlink(missing_ok=True)
        with open_database([self.root]) as database:
            database.attach(self.leverance_file, "lev", writable=True)
            database.run("create schema lev.data")
            database.run("create table lev.data.teams (team_id varchar, leder_email varchar)")
            database.insert(
                "lev.data.teams", [{"team_id": k, "leder_email": v} for k, v in self.leaders.items()]
            )
            database.detach("lev")

    def frist(self, team_id: str, sag_id: str, frist: date, days: int, state: str = "overskredet") -> None:
        """One open deadline."""
        self.frister.append({
            "indikator_id": "5.1", "enhed_id": f"U-{sag_id}", "sag_id": sag_id, "team_id": team_id,
            "raadgiver_id": "R77", "frist_dato": frist, "tilstand": state, "dage": days,
        })  # fmt: skip

    def body(self, team_id: str, frame: MailFrame) -> MailBody:
        """The mail's body as the reports write it, of a report that says little."""
        name = self.team.get(team_id, "Hele afdelingen")
        own = [f for f in self.frister if f["team_id"] == team_id]
        return body(small_page(name, tuple(self.remarks), own), frame)

    def shown(self, team_id: str) -> tuple[ShownFigure, ...]:
        """What the mail shows: the results, and one thing beside them."""
        own = [(i, p, *r) for (team, i, p), r in self.figures.items() if team == team_id]
        results = [
            ShownFigure(
                f"resultat/{PLAN}/{id_}/dubu/{read_periode(name).periodetype}/{name}",
                f"{id_} {TITLES[id_]} (register, {periode_text(read_periode(name))})",
                f"{taeller} af {naevner}, {STATUS_WORDS[status]}",
            )
            for id_, name, taeller, naevner, status in own
        ]
        if team_id not in self.others:
            return tuple(results)
        return (*results, ShownFigure("trappe/2", "Indsatstrappen, Trin 2: Børn nu", self.others[team_id]))

    def write(self) -> Outbox:
        """Publish and write the mails."""
        self.publish()
        with open_file(self.published) as database:
            return write_mails(
                Basis(database, self.leverance_file, self.body, self.shown, _folder_name),
                self.mail_folder,
                self.postbog,
                Settings(kommune=Municipality(navn="Prøve Kommune"), mail=self.mail),
            )

    def with_mail(self, **fields: object) -> None:
        """Change the mail settings."""
        self.mail = Mail.model_validate({**self.mail.model_dump(), **fields})


def _folder_name(team_id: str) -> str:
    return "afdeling" if team_id == "ALLE" else team_id
