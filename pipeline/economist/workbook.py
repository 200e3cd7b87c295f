"""The Excel workbook: a cover sheet with the definitions, then a sheet per table, view or answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from pipeline.danish import antal, tal
from pipeline.database import Database
from pipeline.economist.cells import hovedcelle, let_celle, til_papir, vist
from pipeline.economist.cover import FORSIDE, skriv_forside
from pipeline.economist.published import Kolonne, Objekt
from pipeline.economist.selection import RAEKKER_AD_GANGEN, antal_raekker, forespoergsel
from pipeline.errors import ForkertBrug

MEST_RAEKKER = 1_048_575
"""Rows a sheet can hold below its header."""

LANGSOMT = 100_000
"""Rows above which the user is told of faster formats."""


def skriv_arbejdsbog(
    database: Database, valgte: Sequence[Objekt], fil: Path, fremdrift: Callable[[str], None]
) -> None:
    """Write the workbook.

    Raises:
        ForkertBrug: a table, view or answer has more rows than a sheet can hold.
    """
    raekker = [_kraev_plads(objekt, antal_raekker(database, objekt)) for objekt in valgte]
    bog = Workbook(write_only=True)
    periode = database.vaerdi("select periode from om")
    bog.properties.title = f"Ledelsestilsyn {periode}"
    bog.properties.creator = "ledelsestilsyn"
    arknavne = _arknavne(valgte)
    skriv_forside(bog, database, arknavne)
    for (navn, objekt), n in zip(arknavne.items(), raekker, strict=True):
        langsomt = "; parquet og csv er hurtigere" if n > LANGSOMT else ""
        fremdrift(f"Skriver {objekt.navn} ({antal(n, 'række', 'rækker')}{langsomt})")
        _ark(bog, database, navn, objekt)
    bog.save(fil)


def _kraev_plads(objekt: Objekt, n: int) -> int:
    if n > MEST_RAEKKER:
        raise ForkertBrug(
            f"{objekt.navn} har {tal(n)} rækker, og et regneark kan rumme {tal(MEST_RAEKKER)}; "
            "vælg parquet eller csv."
        )
    return n


def _arknavne(valgte: Sequence[Objekt]) -> dict[str, Objekt]:
    """Each under a sheet's name; two that would get the same are told apart by a number."""
    fundne: dict[str, Objekt] = {}
    brugte = {FORSIDE.casefold()}
    for objekt in valgte:
        navn, nr = arknavn(objekt.navn), count(2)
        while navn.casefold() in brugte:
            navn = f"{arknavn(objekt.navn)[:27]} ({next(nr)})"
        brugte.add(navn.casefold())
        fundne[navn] = objekt
    return fundne


def arknavn(navn: str) -> str:
    """A sheet's name: at most 31 characters, none of those Excel refuses."""
    return re.sub(r"[\[\]:*?/\\']", "_", navn)[:31]


def _ark(bog: Workbook, database: Database, navn: str, objekt: Objekt) -> None:
    ark = bog.create_sheet(navn)
    til_papir(ark)
    ark.print_title_rows = "1:1"
    ark.freeze_panes = "A2"
    resultat = database.koer(forespoergsel(objekt))
    bundt = resultat.fetchmany(RAEKKER_AD_GANGEN)
    for nr, kolonne in enumerate(objekt.kolonner):
        bredde = _bredde(kolonne, (raekke[nr] for raekke in bundt[:200]))
        ark.column_dimensions[get_column_letter(nr + 1)].width = bredde
    ark.append([hovedcelle(ark, kolonne.navn, kolonne.betydning) for kolonne in objekt.kolonner])
    skrevet = 0
    while bundt:
        skrevet += len(bundt)
        for raekke in bundt:
            ark.append([let_celle(ark, vaerdi) for vaerdi in raekke])
        bundt = resultat.fetchmany(RAEKKER_AD_GANGEN)
    ark.auto_filter.ref = f"A1:{get_column_letter(len(objekt.kolonner))}{skrevet + 1}"


def _bredde(kolonne: Kolonne, vaerdier: Iterable[object]) -> int:
    laengste = max([len(kolonne.navn) + 3, *(len(vist(v)) for v in vaerdier if v is not None)])
    return min(max(laengste + 2, 10), 60)
