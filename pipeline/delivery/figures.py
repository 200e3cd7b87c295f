"""The figures a mail rests on: kept when it is sent, compared when they are computed anew.

They are the results of the reported period, of the twelve months beside it and of the period before,
how many deadlines are open, and what else the report shows. Percents follow from counts, so counts are
what is compared.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.danish import periode_tekst
from pipeline.database import Database
from pipeline.periods import (
    FOERSTE_MAANED,
    Periode,
    kvartal,
    laeg_maaneder_til,
    laes_periode,
    maaned,
    rullende12,
)


@dataclass(frozen=True)
class Resultattal:
    """One result; `hvornaar` is its period in words."""

    indikator_id: str
    titel: str
    kilde: str
    periodetype: str
    periode: str
    hvornaar: str
    taeller: int
    naevner: int
    undtaget: int
    afventer: int
    milepael_procent: float | None
    status: str
    usikker: bool

    @property
    def noegle(self) -> tuple[str, ...]:
        """What it is a figure of."""
        return self.indikator_id, self.kilde, self.periodetype, self.periode

    @property
    def vaerdi(self) -> tuple[object, ...]:
        """What it says; the percent and its interval follow from the counts."""
        return (
            self.taeller,
            self.naevner,
            self.undtaget,
            self.afventer,
            self.milepael_procent,
            self.status,
            self.usikker,
        )


@dataclass(frozen=True)
class Fristtal:
    """How many deadlines of one indicator are open; `tilstand` is overskredet or kommende."""

    indikator_id: str
    titel: str
    tilstand: str
    antal: int

    @property
    def noegle(self) -> tuple[str, str]:
        """What it is a figure of."""
        return self.indikator_id, self.tilstand


@dataclass(frozen=True)
class Noegletal:
    """All figures of one report."""

    resultater: tuple[Resultattal, ...] = ()
    frister: tuple[Fristtal, ...] = ()
    andre: tuple[tuple[str, str], ...] = ()
    """What the report shows beside them, each with its value as shown."""

    def som_json(self) -> str:
        """As the ledger keeps them."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @staticmethod
    def fra_json(tekst: str) -> Noegletal:
        """What `som_json` wrote."""
        raa: dict[str, list[Any]] = json.loads(tekst)
        return Noegletal(
            tuple(Resultattal(**r) for r in raa["resultater"]),
            tuple(Fristtal(**f) for f in raa["frister"]),
            tuple((hvad, vaerdi) for hvad, vaerdi in raa["andre"]),
        )

    @property
    def aftryk(self) -> str:
        """Fingerprint of the figures alone: another wording of a title is no correction."""
        resultater = [[*r.noegle, *r.vaerdi] for r in self.resultater]
        tal = [*resultater, *([*f.noegle, f.antal] for f in self.frister), *self.andre]
        return hashlib.sha256(json.dumps(tal, sort_keys=True).encode()).hexdigest()


def forrige_periode(periode: Periode) -> Periode | None:
    """The period of the same kind before; None before October 2020."""
    byg, skridt = (kvartal, 3) if periode.periodetype == "kvartal" else (maaned, 1)
    foerste = laeg_maaneder_til(periode.foerste, -skridt)
    return byg(foerste) if foerste >= FOERSTE_MAANED else None


def hent_noegletal(database: Database, navn: str) -> dict[str, Noegletal]:
    """The figures of every team with results in the reported period, and of ALLE, by team_id."""
    periode = laes_periode(navn)
    forrige = forrige_periode(periode)
    rullende = rullende12(periode.sidste.replace(day=1))
    perioder = {(p.periodetype, p.periode): periode_tekst(p) for p in (periode, forrige, rullende) if p}
    resultater = database.raekker(
        "outbox",
        "tal",
        periodetype=periode.periodetype,
        periode=periode.periode,
        forrige=forrige.periode if forrige else None,
        rullende=rullende.periode,
    )
    samlet: dict[str, tuple[list[Resultattal], list[Fristtal]]] = {
        r["team_id"]: ([], []) for r in resultater if (r["periodetype"], r["periode"]) == _navn(periode)
    }
    for raekke in resultater:
        hvornaar = perioder[raekke["periodetype"], raekke["periode"]]
        if par := samlet.get(raekke.pop("team_id")):
            par[0].append(Resultattal(**raekke, hvornaar=hvornaar))
    for raekke in database.raekker("outbox", "frister"):
        if par := samlet.get(raekke.pop("team_id")):
            par[1].append(Fristtal(**raekke))
    return {team_id: Noegletal(tuple(r), tuple(f)) for team_id, (r, f) in samlet.items()}


def _navn(periode: Periode) -> tuple[str, str]:
    return periode.periodetype, periode.periode
