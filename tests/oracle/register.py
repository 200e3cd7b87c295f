"""A delivery's typed rows, looked up the way the contract's sentences ask for them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

UKENDT = "UKENDT"
ALLE = "ALLE"
FEMTI_TO = frozenset({"forebyggende_52", "aflastning", "anbringelse"})
"""'"52" = indsats of kategori forebyggende_52, aflastning or anbringelse.'"""
UNDTAGENDE_LUKNING = frozenset({"fraflyttet", "fyldt_18", "doed"})

Raekke = dict[str, Any]


def foldet(tekst: str) -> str:
    """Compare 'without regard to case, surrounding blanks, æ/ae, ø/oe, å/aa, blank, underscore, hyphen'."""
    lille = tekst.strip().casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[\s_-]+", "_", lille)


def dag_af(tidspunkt: datetime | None) -> date | None:
    """The calendar day of a timestamp."""
    return None if tidspunkt is None else tidspunkt.date()


@dataclass(frozen=True)
class Holder:
    """Who answers for a unit; `siden` is the deciding sagsfordeling row's fra_dato."""

    team_id: str
    raadgiver_id: str | None
    siden: date | None = None


class Register:
    """The rows of one delivery by extract, by case and by indsats."""

    def __init__(self, extracts: dict[str, list[dict[str, object]]]) -> None:
        self._extracts: dict[str, list[Raekke]] = {navn: list(raekker) for navn, raekker in extracts.items()}
        self.sager: dict[str, Raekke] = {r["sag_id"]: r for r in self.alle("sager")}
        self.indsatser: dict[str, Raekke] = {r["indsats_id"]: r for r in self.alle("indsatser")}
        self._pr_sag: dict[tuple[str, str], list[Raekke]] = defaultdict(list)
        for navn, raekker in self._extracts.items():
            for raekke in raekker:
                if raekke.get("sag_id") is not None:
                    self._pr_sag[navn, raekke["sag_id"]].append(raekke)

    def alle(self, extract: str) -> list[Raekke]:
        """Every row of an extract; none when the extract is missing."""
        return self._extracts.get(extract, [])

    def for_sag(self, extract: str, sag_id: str | None) -> list[Raekke]:
        """An extract's rows that carry this sag_id."""
        return [] if sag_id is None else self._pr_sag.get((extract, sag_id), [])

    def lukket_senest(self, sag_id: str | None, dag: date) -> bool:
        """Whether the case was closed by the day, for whatever reason."""
        lukket = None if sag_id is None else self.sager[sag_id].get("lukket_dato")
        return lukket is not None and lukket <= dag

    def lukket_undtagende(self, sag_id: str | None, fra: date, til: date) -> bool:
        """'the case closed with lukket_aarsag fraflyttet, fyldt_18 or doed' in [fra, til].

        'An underretning with barn_id alone has no case to close.'
        """
        if sag_id is None or self.sager[sag_id].get("lukket_aarsag") not in UNDTAGENDE_LUKNING:
            return False
        lukket = self.sager[sag_id].get("lukket_dato")
        return lukket is not None and fra <= lukket <= til

    def foedselsdato(self, sag_id: str) -> date | None:
        """The child's birth date, or the term."""
        dag: date | None = self.sager[sag_id].get("foedselsdato")
        return dag

    def ufoedt(self, sag_id: str, dag: date) -> bool:
        """'unborn on a day: sagstype ufoedt and foedselsdato missing or later'."""
        foedt = self.foedselsdato(sag_id)
        return self.sager[sag_id].get("sagstype") == "ufoedt" and (foedt is None or foedt > dag)

    def bfu_startet(self, sag_id: str, efter: date, til: date) -> list[date]:
        """The days in (efter, til] on which a BFU of the case started."""
        dage = [b["startet_dato"] for b in self.for_sag("undersoegelser", sag_id)]
        return [d for d in dage if efter < d <= til]

    def barneplan_i_kraft(self, sag_id: str, dag: date) -> bool:
        """'a handleplan barn in force (oprettet <= the day, not afsluttet before it)'."""
        return any(
            h["type"] == "barn"
            and _senest(h.get("oprettet_dato"), dag)
            and not _foer(h.get("afsluttet_dato"), dag)
            for h in self.for_sag("handleplaner", sag_id)
        )

    def samtaler48(self, sag_id: str, fra: date, til: date) -> set[str]:
        """The outcomes of the case's boernesamtaler § 48 in [fra, til]."""
        return {
            s["udfald"]
            for s in self.for_sag("boernesamtaler", sag_id)
            if s["paragraf"] == "48" and fra <= s["dato"] <= til
        }

    def aktiv_pr(self, indsats: Raekke, dag: date) -> bool:
        """'start <= opgjort_pr, no end or end > opgjort_pr, not bortfaldet by then, the case not lukket'."""
        slut = indsats.get("slut_dato")
        return (
            _senest(indsats.get("start_dato"), dag)
            and (slut is None or slut > dag)
            and not _senest(indsats.get("bortfaldet_dato"), dag)
            and not self.lukket_senest(indsats["sag_id"], dag)
        )

    def holder(self, sag_id: str | None, dag: date, underretning: Raekke | None = None) -> Holder:
        """'the sagsfordeling row with the latest fra_dato <= min(reference date, opgjort_pr)'.

        Else in turn 'the underretning's own team_id; else the case's first row; else sager.team_id; else
        team UKENDT'.
        """
        raekker = sorted(self.for_sag("sagsfordeling", sag_id), key=lambda r: r["fra_dato"])
        haft = [r for r in raekker if r["fra_dato"] <= dag]
        if haft:
            return _fra_fordeling(haft[-1])
        if underretning is not None and underretning.get("team_id") is not None:
            return Holder(underretning["team_id"], underretning.get("raadgiver_id"))
        if raekker:
            return _fra_fordeling(raekker[0])
        if sag_id is not None and self.sager[sag_id].get("team_id") is not None:
            return Holder(self.sager[sag_id]["team_id"], self.sager[sag_id].get("raadgiver_id"))
        return Holder(UKENDT, None)


def _fra_fordeling(raekke: Raekke) -> Holder:
    return Holder(raekke["team_id"], raekke.get("raadgiver_id"), raekke["fra_dato"])


def _senest(dag: date | None, graense: date) -> bool:
    return dag is not None and dag <= graense


def _foer(dag: date | None, graense: date) -> bool:
    return dag is not None and dag < graense
