"""What an indicator measures, in words and in SQL: the lines of `explain`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.danish import milepael
from pipeline.database import sql_fil
from pipeline.definitions.plans import Indikator, Plan

ARTER = {
    "frist": "frist: tæller i den periode, fristen ligger i, når fristen er kommet",
    "haendelse": "hændelse: tæller i den periode, det sker i",
    "beholdning": "beholdning: tæller, når den er i gang på opgørelsesdagen",
}


def forklar(plan: Plan, indikator_id: str) -> Iterator[str]:
    """The definition of one indicator, line by line.

    Raises:
        ForkertBrug: the plan has no such indicator.
    """
    indikator = plan.indikator(indikator_id)
    yield f"{indikator.id} {indikator.titel}"
    yield from _definition(indikator)
    yield from _milepaele(indikator)
    yield from _beregning(indikator)


def _definition(indikator: Indikator) -> Iterator[str]:
    yield f"Spørgsmål:    {indikator.spoergsmaal}"
    yield f"Tæller:       {indikator.taeller_tekst}"
    yield f"Nævner:       {indikator.naevner_tekst}"
    yield f"Art:          {ARTER[indikator.art]}"
    yield f"Kilde:        {indikator.kilde}"
    yield f"Planen måler: {indikator.planens_maaling}"
    yield f"Lovgrundlag:  {indikator.lovgrundlag}"
    if indikator.antagelse:
        yield f"Antagelse:    {indikator.antagelse}"


def _milepaele(indikator: Indikator) -> Iterator[str]:
    for trin in indikator.milepaele:
        slut = " (slutmål)" if trin.slutmaal else ""
        vedtaget = f", vedtaget {trin.vedtaget:%d-%m-%Y}" if trin.vedtaget else ""
        yield f"Milepæl:      {trin.dato:%d-%m-%Y}: {milepael(trin.procent)}{slut}{vedtaget}"
    if not indikator.milepaele:
        yield "Milepæl:      ingen fastsat"


def _beregning(indikator: Indikator) -> Iterator[str]:
    fil = sql_fil("indicators", indikator.beregning.sql)
    yield f"Parametre:    {parametertekst(indikator.beregning.parametre) or 'ingen'}"
    yield f"SQL:          sql/indicators/{fil.name}; fælles regler i sql/kinds/{indikator.art}.sql"
    yield ""
    yield from fil.read_text(encoding="utf-8").rstrip().splitlines()


def parametertekst(parametre: Mapping[str, object]) -> str:
    """Parameters and their values, as they stand in the plan: "dage = 14, fra_dato = 2020-10-01"."""
    return ", ".join(f"{navn} = {vaerdi}" for navn, vaerdi in sorted(parametre.items()))
