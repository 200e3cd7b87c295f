"""Why a case counts as it does in an indicator, step by step: the lines of `explain --sag`.

Everything is read in the published file, so that what is explained is what was published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pipeline.database import Database, citat
from pipeline.definitions.plans import Indikator, Plan
from pipeline.economist.explain import parametertekst
from pipeline.economist.sources import laeste_kolonner
from pipeline.economist.steps import Raekke, dag, dage, trin
from pipeline.errors import ForkertBrug
from pipeline.periods import laeg_maaneder_til, laes_periode

UDFALD = {
    "opfyldt": "opfyldt",
    "ikke_opfyldt": "ikke opfyldt",
    "undtaget": "undtaget",
    "afventer": "afventer",
}
LUKKET = {
    "afsluttet": "støtten er afsluttet",
    "fraflyttet": "barnet er flyttet fra kommunen",
    "fyldt_18": "den unge er fyldt 18 år",
    "doed": "barnet er død",
    "andet": "anden grund",
}


@dataclass(frozen=True)
class Spoergsmaal:
    """What is asked: one indicator of one plan, one case, and perhaps one month or quarter."""

    plan: Plan
    indikator: Indikator
    sag_id: str
    periode: str | None = None

    @property
    def noegle(self) -> dict[str, str]:
        """Parameters of the queries."""
        return {"plan_id": self.plan.plan_id, "indikator_id": self.indikator.id, "sag_id": self.sag_id}


def forklar_sag(database: Database, spurgt: Spoergsmaal) -> Iterator[str]:
    """The lines that tell why the case counts as it does.

    Raises:
        ForkertBrug: the case is not in the published file, or the period is neither month nor quarter.
    """
    periode = laes_periode(spurgt.periode).periode if spurgt.periode else None
    fundet = database.raekker("economist", "sag", sag_id=spurgt.sag_id)
    if not fundet:
        raise ForkertBrug(_findes_ikke(database, spurgt.sag_id))
    sag = fundet[0]
    raekker = [Raekke(**r) for r in database.raekker("economist", "sag_raekker", **spurgt.noegle)]
    yield f"Sag {spurgt.sag_id} og {spurgt.indikator.id} {spurgt.indikator.titel}"
    yield f"Opgjort pr. {dag(sag['opgjort_pr'])} på data trukket {dag(sag['udtraeksdato'])}."
    yield _sagen(sag)
    yield f"Kravet: {spurgt.indikator.taeller_tekst}"
    if parametre := spurgt.indikator.beregning.parametre:
        yield f"Regnet med: {parametertekst(parametre)}"
    yield ""
    yield from _enheder(database, spurgt, sag, raekker, periode)
    yield from _grundlag(database, spurgt, {r.kilde for r in raekker})


def _findes_ikke(database: Database, sag_id: str) -> str:
    dato = database.vaerdi("select udtraeksdato from opgoerelse")
    return (
        f"Sagen {sag_id!r} findes ikke i den udgivne database. "
        f"Dens række kan være sat i karantæne: se karantaene/{dato}/sager.csv "
        "i arbejdsmappen."
    )


def _sagen(sag: dict[str, Any]) -> str:
    oprettet, lukket = f"Sagen: oprettet {dag(sag['oprettet_dato'])}", sag["lukket_dato"]
    if lukket is None or lukket > sag["opgjort_pr"]:
        alder = f"; barnet er {sag['alder']} år" if sag["alder"] is not None else ""
        return f"{oprettet} og åben{alder}."
    grund = LUKKET.get(sag["lukket_aarsag"], "uden oplyst grund")
    return f"{oprettet} og lukket {dag(lukket)} ({grund})."


def _enheder(
    database: Database,
    spurgt: Spoergsmaal,
    sag: dict[str, Any],
    raekker: Sequence[Raekke],
    periode: str | None,
) -> Iterator[str]:
    """A paragraph per unit and source; with a period, only of those that count in it."""
    frister = {f["enhed_id"]: f for f in database.raekker("economist", "sag_frister", **spurgt.noegle)}
    tal = 0
    for (enhed_id, kilde), gruppe in groupby(raekker, key=lambda r: (r.enhed_id, r.kilde)):
        egne = list(gruppe)
        valgt = _valgt(egne, periode)
        if valgt is None:
            continue
        tal += 1
        yield f"{tal}. {_enhed(spurgt.indikator, kilde)} {enhed_id}"
        yield from (f"   - {linje}" for linje in trin(spurgt.indikator, sag, valgt))
        yield from (f"   - {linje}" for linje in _hvor(egne))
        if kilde == spurgt.indikator.kilde and (frist := frister.get(enhed_id)):
            yield f"   - {_paa_fristlisten(frist, sag)}"
        yield ""
    if not tal:
        yield from _taeller_ikke(spurgt, raekker, periode)


def _enhed(indikator: Indikator, kilde: str) -> str:
    if kilde == "tilsyn":
        return "Ledelsestilsyn, gennemgang"
    return indikator.enhed[:1].upper() + indikator.enhed[1:]


def _valgt(egne: Sequence[Raekke], periode: str | None) -> Raekke | None:
    """The row to tell about: the asked period's, else the last month's."""
    if periode is None:
        return max((r for r in egne if r.periodetype == "maaned"), key=lambda r: r.periode, default=None)
    return next((r for r in egne if r.periode == periode and r.periodetype != "rullende12"), None)


def _hvor(egne: Sequence[Raekke]) -> Iterator[str]:
    """Every period the unit counts in, with equal months that follow each other together."""
    forloeb = [
        f"{_fra_til(perioder)} {UDFALD[udfald]}"
        for udfald, perioder in _stykker([r for r in egne if r.periodetype == "maaned"])
    ]
    yield f"Måned for måned: {'; '.join(forloeb)}."
    kvartaler = [r.periode for r in egne if r.periodetype == "kvartal" and r.udfald != "afventer"]
    if kvartaler:
        yield f"Tæller også med i kvartal {_fra_til(kvartaler)}."
    rullende = [r.periode for r in egne if r.periodetype == "rullende12" and r.udfald != "afventer"]
    if rullende:
        yield f"Tæller også med i tolvmånedersperioderne, der slutter i {_fra_til(rullende)}."


def _stykker(maaneder: Sequence[Raekke]) -> list[tuple[str, list[str]]]:
    """Runs of months that follow each other with one outcome."""
    stykker: list[tuple[str, list[str]]] = []
    forrige = None
    for r in maaneder:
        foerste = laes_periode(r.periode).foerste
        if stykker and stykker[-1][0] == r.udfald and laeg_maaneder_til(foerste, -1) == forrige:
            stykker[-1][1].append(r.periode)
        else:
            stykker.append((r.udfald, [r.periode]))
        forrige = foerste
    return stykker


def _fra_til(perioder: Sequence[str]) -> str:
    return perioder[0] if len(perioder) == 1 else f"{perioder[0]} til {perioder[-1]}"


def _paa_fristlisten(frist: dict[str, Any], sag: dict[str, Any]) -> str:
    antal = dage(frist["dage"])
    stand = f"overskredet med {antal}" if frist["tilstand"] == "overskredet" else f"{antal} tilbage"
    return f"Står på fristlisten pr. {dag(sag['opgjort_pr'])}: {stand}."


def _taeller_ikke(spurgt: Spoergsmaal, raekker: Sequence[Raekke], periode: str | None) -> Iterator[str]:
    andre = sorted({r.periode for r in raekker if r.periodetype == "maaned"})
    if periode and andre:
        yield f"Sagen tæller ikke med i {periode}. Den tæller med i {', '.join(andre)}."
    elif spurgt.indikator.kilde == "spoergeskema":
        yield "Indikatoren måles med spørgeskema; den har besvarelser, men ingen sager."
    else:
        yield "Sagen tæller ikke med i indikatoren."
        yield f"Med er: {spurgt.indikator.naevner_tekst}"
    yield ""


def _grundlag(database: Database, spurgt: Spoergsmaal, kilder: set[str]) -> Iterator[str]:
    """What the register holds about the case in the columns the indicator reads."""
    yield "Det, registeret har om sagen, og som beregningen læser:"
    laest = laeste_kolonner(spurgt.indikator.beregning.sql)
    if "tilsyn" in kilder:
        laest |= laeste_kolonner("tilsynssvar")
    for extract, kolonner in laest.items():
        findes = set(database.kolonner(citat(extract)))
        viste = [k for k in kolonner if k in findes and k != "sag_id"]
        if "sag_id" not in findes or not viste:
            continue
        raekker = _raekker(database, extract, viste, spurgt)
        yield f"  {extract}: {len(raekker)} række{'' if len(raekker) == 1 else 'r'}"
        for raekke in raekker:
            yield "    " + "  ".join(f"{k}={_vist(v)}" for k, v in raekke.items())


def _raekker(
    database: Database, extract: str, kolonner: Sequence[str], spurgt: Spoergsmaal
) -> list[dict[str, Any]]:
    """The case's rows; of a case review only the answers about this indicator."""
    udvalg = ", ".join(citat(k) for k in kolonner)
    raekker = database.hent(
        f"select {udvalg} from {citat(extract)} where sag_id = $sag_id order by all",  # noqa: S608
        sag_id=spurgt.sag_id,
    )
    return [r for r in raekker if r.get("maalepunkt", spurgt.indikator.id) == spurgt.indikator.id]


def _vist(vaerdi: object) -> str:
    if vaerdi is None:
        return "–"
    return ("ja" if vaerdi else "nej") if isinstance(vaerdi, bool) else str(vaerdi)
