"""What `export` copies: published tables and views, examples, and questions of the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.database import Database, citat
from pipeline.economist.examples import alle_eksempler
from pipeline.economist.nearest import mente_du, paa_dansk
from pipeline.economist.published import Kolonne, Objekt, navne, objekter, visningerne
from pipeline.economist.questions import et_spoergsmaal
from pipeline.errors import ForkertBrug

RAEKKER_AD_GANGEN = 50_000
"""Rows fetched at a time, so that memory does not grow with the table."""

SVAR = "svar"
FORSTAAELIG = ("Parser Error", "Binder Error", "Catalog Error")
"""Complaints about the question as it was written; others may quote a value out of a row."""


UDEN_FILFORM = ("WITH TIME ZONE", "INTERVAL")
"""Kinds that no sheet and not every file has a form for; they are written as text."""


def vaelg(database: Database, oenskede: Sequence[str]) -> list[Objekt]:
    """What the names stand for, each once and in their order; without names every view.

    A name is a table, a view, an example or the path of a file `*.sql` that holds one question.

    Raises:
        ForkertBrug: a name is unknown, or a question cannot be read or asked.
    """
    alle = objekter(database)
    if not oenskede:
        return [o for o in alle if o.art == "visning"]
    fundne: dict[str, Objekt] = {}
    for navn in dict.fromkeys(oenskede):
        valgt = _find(database, alle, navn)
        if valgt.navn in fundne and SVAR in (valgt.art, fundne[valgt.navn].art):
            raise ForkertBrug(f"{navn}: der er allerede valgt noget, der hedder {valgt.navn}; omdøb filen.")
        fundne[valgt.navn] = valgt
    return list(fundne.values())


def forespoergsel(objekt: Objekt) -> str:
    """All rows of a table, view or answer; a table has no order of its own and gets one."""
    return f"from {_kilde(objekt)}" + (" order by all" if objekt.art == "tabel" else "")


def antal_raekker(database: Database, objekt: Objekt) -> int:
    """How many rows it has."""
    return int(database.vaerdi(f"select count(*) from {_kilde(objekt)}"))  # noqa: S608


def _kilde(objekt: Objekt) -> str:
    """An answer has a name no published table can have, so that no later question reads it by mistake."""
    return citat(f"svar: {objekt.navn}" if objekt.art == SVAR else objekt.navn)


def _find(database: Database, alle: Sequence[Objekt], navn: str) -> Objekt:
    if navn.lower().endswith(".sql"):
        return _egen(database, Path(navn))
    ens = navn.lower()
    if fundet := next((o for o in alle if o.navn == ens and o.kolonner), None):
        return fundet
    eksempler = {e.navn: e for e in alle_eksempler()}
    if valgt := eksempler.get(ens):
        return _spoergsmaal(database, valgt.navn, f"{valgt.spoergsmaal} {valgt.laes}", valgt.sql)
    hjaelp = mente_du(navn, [*(o.navn for o in alle if o.kolonner), *eksempler]) or visningerne(alle)
    raise ForkertBrug(f"{navn!r} er hverken en tabel, en visning eller et eksempel.{hjaelp}")


def _egen(database: Database, fil: Path) -> Objekt:
    try:
        sql = fil.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ForkertBrug(f"{fil}: filen findes ikke.") from None
    except (OSError, UnicodeDecodeError):
        raise ForkertBrug(f"{fil}: filen kan ikke læses som tekst i UTF-8.") from None
    return _spoergsmaal(database, fil.stem, f"Forespørgslen i {fil.name}.", sql)


def _spoergsmaal(database: Database, navn: str, betydning: str, sql: str) -> Objekt:
    """The answer to a question, kept beside the published file while it is open.

    Raises:
        ForkertBrug: the database does not understand it, or it is more than one question.
    """
    objekt = Objekt(navn, SVAR, betydning)

    def svar() -> None:
        ren = et_spoergsmaal(database, sql)
        database.koer(f"create or replace temp table {_kilde(objekt)} as\n{ren}")

    try:
        besked = database.fejl_i(svar)
    except ForkertBrug as fejl:
        raise ForkertBrug(f"{navn}: {fejl}") from None
    if besked:
        raise ForkertBrug(f"{navn}: {_uden_raekker(database, besked)}")
    for kolonne in database.hent(f"describe {_kilde(objekt)}"):
        if kolonne["column_type"].endswith(UDEN_FILFORM):
            database.koer(f"alter table {_kilde(objekt)} alter {citat(kolonne['column_name'])} type varchar")
    kolonner = database.hent(f"describe {_kilde(objekt)}")
    return replace(objekt, kolonner=tuple(Kolonne(r["column_name"], r["column_type"], "") for r in kolonner))


def _uden_raekker(database: Database, besked: str) -> str:
    if besked.startswith(FORSTAAELIG):
        return paa_dansk(besked, *navne(database))
    art = besked.partition(":")[0]
    return f"forespørgslen kan ikke gennemføres ({art}); prøv den i ledelsestilsyn shell."
