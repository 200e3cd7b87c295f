"""A drawn table: input rows and the rows that must come out, under a title that is the rule.

The drawings are data, so that the Danish catalogue of indicators can print them; their texts are
therefore Danish. What a drawing does not mention is ordinary: see `ALMINDELIG_SAG`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count, groupby
from pathlib import Path
from typing import Any

from pipeline.definitions.extracts import Kolonne, laes_extracts
from pipeline.periods import laes_periode
from tests.indicators.opstilling import opgjort

Tegnet = dict[str, str]
Typet = dict[str, object]

ALMINDELIG_SAG: Tegnet = {
    "sag_id": "S",
    "sagstype": "barn",
    "foedselsdato": "2010-01-01",
    "oprettet_dato": "2019-01-01",
}
"""A table without the column sag_id is about case S; a case that is not drawn, or the columns that are
not drawn of it, are this."""

ALTID_VIST = ("enhed_id", "udfald", "aarsag")


@dataclass(frozen=True)
class Tegning:
    """One rule of one indicator.

    `titel` is the rule as a sentence. `extracts` are the delivery's tables and `forventet` all the
    indicator's rows in `periode` (where it shows the column periode: in all months up to `periode`),
    each drawn as text: a line of column names, a line per row, columns parted by `|`, empty = missing.
    Days are written 2021-04-30, a timestamp known to the minute 2021-04-30 10:00, booleans ja and nej.
    `forventet` shows the unit, the outcome and the reason, and further only the columns that matter.
    """

    titel: str
    extracts: Mapping[str, str]
    forventet: str
    periode: str = "2021-04"
    udtraeksdato: str = "2022-12-31"

    def __str__(self) -> str:
        return self.titel

    def indhold(self) -> dict[str, list[Tegnet]]:
        """The rows drawn, by extract."""
        return {navn: tabel(tekst) for navn, tekst in self.extracts.items()}

    @property
    def kolonner(self) -> tuple[str, ...]:
        """The columns of `indikator_raekke` that are compared."""
        return tuple(dict.fromkeys([*ALTID_VIST, *_celler(self.forventet.strip().partition("\n")[0])]))

    def ventet(self) -> list[Tegnet]:
        """The rows that must come out; a column that always counts but is not drawn is empty."""
        return _ordnet([{k: r.get(k, "") for k in self.kolonner} for r in tabel(self.forventet)])


def tabel(tekst: str) -> list[Tegnet]:
    """The rows of one drawn table."""
    overskrift, *raekker = [_celler(linje) for linje in tekst.strip().splitlines()]
    return [dict(zip(overskrift, raekke, strict=True)) for raekke in raekker]


def _celler(linje: str) -> list[str]:
    return [celle.strip() for celle in linje.split("|")]


def beregn(indikator_id: str, tegninger: Sequence[Tegning], mappe: Path) -> dict[str, list[Tegnet]]:
    """What the program makes of each drawing, by title; drawings of one delivery date share a database."""
    fundet: dict[str, list[Tegnet]] = {}
    numre = count(1)
    for dato, gruppe in groupby(sorted(tegninger, key=_udtraeksdato), key=_udtraeksdato):
        maerkede = {f"tegning{next(numre)}.": tegning for tegning in gruppe}
        sidste = max((t.periode for t in maerkede.values()), key=lambda p: laes_periode(p).sidste)
        sted = mappe / dato
        sted.mkdir()
        with opgjort(_samlet(maerkede), date.fromisoformat(dato), sidste, sted) as database:
            raekker = database.hent(
                "select * from ud.indikator_raekke where indikator_id = $i", i=indikator_id
            )
        for maerke, tegning in maerkede.items():
            fundet[tegning.titel] = _udsnit(tegning, maerke, raekker)
    return fundet


def _udtraeksdato(tegning: Tegning) -> str:
    return tegning.udtraeksdato


def _samlet(maerkede: Mapping[str, Tegning]) -> dict[str, list[Typet]]:
    """The rows of all drawings together, each drawing's ids made its own by a mark in front."""
    samlet: dict[str, list[Typet]] = {navn: [] for navn in laes_extracts()}
    for maerke, tegning in maerkede.items():
        for navn, raekker in typede(tegning.extracts, maerke).items():
            samlet[navn] += raekker
    return samlet


def typede(extracts: Mapping[str, str], maerke: str = "") -> dict[str, list[Typet]]:
    """Drawn tables as the typed extracts hold them, ids with a mark in front."""
    indhold = {navn: tabel(tekst) for navn, tekst in extracts.items()}
    return {
        navn: [_typet(navn, raekke, maerke) for raekke in raekker]
        for navn, raekker in _med_sager(indhold).items()
    }


def _med_sager(indhold: Mapping[str, Sequence[Tegnet]]) -> dict[str, list[Tegnet]]:
    """Every row with a case, and every case with a row."""
    fulde = {navn: [_med_sag(navn, r) for r in raekker] for navn, raekker in indhold.items()}
    sager = fulde.setdefault("sager", [])
    tegnede = {r["sag_id"] for r in sager}
    naevnte = {r.get("sag_id", "") for raekker in fulde.values() for r in raekker}
    sager += [{**ALMINDELIG_SAG, "sag_id": sag_id} for sag_id in sorted(naevnte - tegnede - {""})]
    return fulde


def _med_sag(navn: str, raekke: Tegnet) -> Tegnet:
    if navn == "sager":
        return {**ALMINDELIG_SAG, **raekke}
    har_sag = "sag_id" in laes_extracts()[navn].kolonner
    return {"sag_id": ALMINDELIG_SAG["sag_id"], **raekke} if har_sag else raekke


def _typet(navn: str, raekke: Tegnet, maerke: str) -> Typet:
    kolonner = laes_extracts()[navn].kolonner
    ud: Typet = {}
    for kolonne, tekst in raekke.items():
        maerket = f"{maerke}{tekst}" if kolonne.endswith("_id") else tekst
        ud[kolonne] = _vaerdi(kolonner[kolonne], maerket) if tekst else None
        if kolonner[kolonne].type == "tidspunkt":
            ud[f"{kolonne}_har_klokkeslaet"] = " " in tekst if tekst else None
    return ud


def _vaerdi(kolonne: Kolonne, tekst: str) -> object:
    if kolonne.type == "dato":
        return date.fromisoformat(tekst)
    if kolonne.type == "tidspunkt":
        return datetime.fromisoformat(tekst)
    if kolonne.type == "bool":
        return {"ja": True, "nej": False}[tekst]
    return int(tekst) if kolonne.type == "heltal" or kolonne.som_tal else tekst


def _udsnit(tegning: Tegning, maerke: str, raekker: Sequence[dict[str, Any]]) -> list[Tegnet]:
    """A drawing's own rows, in the periods and columns it shows."""
    periode = laes_periode(tegning.periode)
    alle_maaneder = "periode" in tegning.kolonner
    egne = [
        r
        for r in raekker
        if r["enhed_id"].startswith(maerke)
        and r["periodetype"] == periode.periodetype
        and (r["periode"] <= periode.periode if alle_maaneder else r["periode"] == periode.periode)
    ]
    return _ordnet([{k: _vist(r[k]).removeprefix(maerke) for k in tegning.kolonner} for r in egne])


def _vist(vaerdi: object) -> str:
    """A value as it is drawn."""
    if isinstance(vaerdi, date):
        return vaerdi.isoformat()
    return "" if vaerdi is None else str(vaerdi)


def _ordnet(raekker: Sequence[Tegnet]) -> list[Tegnet]:
    return sorted(raekker, key=lambda r: list(r.values()))
