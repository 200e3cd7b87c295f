"""Rounds of reading as small drawings, in a store and a publication in memory.

A line per object of the frame: its id, team, caseworker, then the answer to each question in the order named:
an answer, `-` for drawn and not read, `.` for not drawn, `x` for eliminated; `ja/nej` is the first reader's
answer and the second's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.base.database import Database, open_database
from pipeline.review.reading import write_reading

PLAN = "plan_1"
READ = date(2021, 4, 9)
NOW = date(2021, 4, 30)
CLOCK = "2021-04-30 12:00:00"


@dataclass
class Reviews:
    """A store and a publication; every method adds rows and every default is harmless."""

    database: Database
    drawn: dict[str, dict[str, Any]] = field(default_factory=dict)

    def round(
        self, objects: str, *, asks: str = "6.1", tema: str = "bfu", periode: str = "2021-04", nr: int = 1,
        udvaelgelse: str = "tilfaeldig", enhed: str = "genstand", read: date = READ, plan_id: str = PLAN,
        til: date = date(2021, 3, 31),
    ) -> str:  # fmt: skip
        """One round with its frame and answers; its id."""
        id_ = f"{plan_id}.{tema}.{periode}.{nr}"
        lines = [line.split() for line in objects.strip().splitlines()]
        self.database.insert("gennemgang.traekning", [{
            "traekning_id": id_, "plan_id": plan_id, "tema_id": tema, "periode": periode, "nr": nr,
            "udvaelgelse": udvaelgelse, "enhed": enhed, "fra_dato": til.replace(day=1),
            "til_dato": til, "udtraeksdato": til, "indhold_sha256": "0" * 64,
            "seed": 1, "genlaes_andel": 0.1, "ramme": len(lines), "udeladt_laest": 0,
            "udeladt_uden_raadgiver": 0, "antal": sum("." not in line for line in lines),
            "trukket_tidspunkt": CLOCK,
        }])  # fmt: skip
        questions = asks.split()
        self.database.insert("gennemgang.traekning_maalepunkt", [
            {"traekning_id": id_, "maalepunkt_id": q, "orden": n} for n, q in enumerate(questions, start=1)
        ])  # fmt: skip
        for number, (object_id, team, raadgiver, *answers) in enumerate(lines, start=1):
            self._object(id_, object_id, team, raadgiver, number, answers)
            for question, answer in zip(questions, answers, strict=len(answers) > 1):
                first, _, second = answer.partition("/")
                for genlaesning, svar in enumerate(filter(None, (first, second))):
                    if svar not in {"-", ".", "x"}:
                        self.answer(id_, object_id, question, svar, read=read, genlaesning=bool(genlaesning))
        return id_

    def _object(
        self, id_: str, object_id: str, team: str, raadgiver: str, number: int, answers: list[str]
    ) -> None:
        gone, twice = "x" in answers, any("/" in answer for answer in answers)
        self.database.insert("gennemgang.traekning_genstand", [{
            "traekning_id": id_, "genstand_type": "undersoegelse", "genstand_id": object_id,
            "sag_id": f"S-{object_id}", "team_id": team, "raadgiver_id": raadgiver,
            "genstand_dato": date(2021, 2, 1), "orden": number,
            "rolle": "reserve" if "." in answers else "trukket", "tilstand": "udgaaet" if gone else "ude",
            "udgaaet_aarsag": "flyttet" if gone else None, "udgaaet_dato": READ if gone else None,
            "laeser_team_id": team, "genlaeser_team_id": "T9" if twice else None,
        }])  # fmt: skip

    def answer(
        self, traekning_id: str, object_id: str, question: str, svar: str | None, *, version: int = 1,
        read: date = READ, genlaesning: bool = False, remark: str | None = None,
    ) -> None:  # fmt: skip
        """One version of one answer."""
        self.database.insert("gennemgang.besvarelse", [{
            "traekning_id": traekning_id, "genstand_type": "undersoegelse", "genstand_id": object_id,
            "maalepunkt_id": question, "genlaesning": genlaesning, "version": version, "svar": svar,
            "bemaerkning": remark, "gennemgaaet_dato": read, "laeser": "Laura Prøvesen",
            "kilde_fil": "gennemgang.xlsx", "indlaest_tidspunkt": CLOCK,
        }])  # fmt: skip

    def agree(self, traekning_id: str, object_id: str, *, closed: date | None = None) -> None:
        """One agreed action."""
        self.database.insert("gennemgang.aftale", [{
            "aftale_id": f"{traekning_id}/{object_id}", "traekning_id": traekning_id,
            "genstand_type": "undersoegelse", "genstand_id": object_id, "sag_id": f"S-{object_id}",
            "maalepunkt_id": "6.1", "team_id": "T1", "raadgiver_id": "R1", "tekst": "Hold et møde.",
            "frist": READ, "oprettet_dato": READ, "lukket_dato": closed,
        }])  # fmt: skip

    def choose(self, periode: str, number: str, indicator: str | None, *, version: int = 1) -> None:
        """One theme of the leaders' meeting on a period, as `<plan_id>/<indikator_id>`."""
        self.database.insert("gennemgang.indmelding", [{
            "plan_id": "ALLE", "art": "tema", "noegle": number, "periode": periode, "team_id": "ALLE",
            "felt": "indikator", "vaerdi": indicator, "version": version, "kilde_fil": "input.xlsx",
            "indlaest_tidspunkt": CLOCK,
        }])  # fmt: skip

    def register(self, objects: str, *, question: str = "6.1", periode: str = "2021-02") -> None:
        """What the register says of objects: `U1+ U2-`."""
        for word in objects.split():
            self.database.insert("ud.indikator_raekke", [{
                "plan_id": PLAN, "indikator_id": question, "kilde": "dubu", "periode": periode,
                "enhed_id": word[:-1], "sag_id": f"S-{word[:-1]}",
                "udfald": {"+": "opfyldt", "-": "ikke_opfyldt", "?": "afventer"}[word[-1]],
            }])  # fmt: skip

    def told(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """Rows of a table of what the reading says, computed anew."""
        self._compute()
        return sorted((tuple(row[name] for name in columns) for row in self._rows(table)), key=str)

    def all_told(self, table: str) -> list[tuple[Any, ...]]:
        """Whole rows of a table of what the reading says, computed anew."""
        self._compute()
        return self.told(table, *self.database.columns(f"ud.{table}"))

    def _compute(self) -> None:
        for made in ("tilsyn_svar", "tilsyn_enighed", "tilsyn_mod_register"):
            self.database.run(f"drop table if exists ud.{made}")
        write_reading(self.database, NOW)

    def _rows(self, table: str) -> list[dict[str, Any]]:
        return self.database.fetch(f"from ud.{table}")


@contextmanager
def empty_reviews() -> Iterator[Reviews]:
    """A store without rounds beside a publication of one plan."""
    with open_database() as database:
        for name in ("gennemgang", "ud"):
            database.attach_memory(name)
        database.use("gennemgang")
        for file in ("lager", "svarlager"):
            database.run_file("review", file)
        database.use("ud")
        database.create_empty("plan", {"plan_id": "varchar"})
        database.insert("plan", [{"plan_id": PLAN}])
        names = ("plan_id", "indikator_id", "kilde", "periode", "enhed_id", "sag_id", "udfald")
        database.create_empty("indikator_raekke", dict.fromkeys(names, "varchar"))
        yield Reviews(database)
