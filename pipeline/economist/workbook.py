"""The Excel workbook: a cover sheet with the definitions, then a sheet per table or view.

The only importer of openpyxl. Numbers, days and times are real ones; text is always text, so that
nothing out of a register runs as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from pipeline.database import Database, citat
from pipeline.economist.export import RAEKKER_AD_GANGEN, forespoergsel
from pipeline.economist.published import Kolonne, Objekt
from pipeline.errors import ForkertBrug

MEST_RAEKKER = 1_048_575
"""Rows a sheet can hold below its header."""

LAENGSTE_TEKST = 32_767
FORSIDE = "Forside"
FED = Font(bold=True)
OVERSKRIFT = PatternFill("solid", fgColor="DCE6EE")
OMBRUDT = Alignment(wrap_text=True, vertical="top")
BELOEBSFORMAT = "#,##0.00"
TALFORMAT = "0.0##"
OM_NAVNE = {
    "organisation": "Organisation",
    "plan_titel": "Plan",
    "periode": "Periode",
    "opgjort_pr": "Opgjort pr.",
    "foreloebig": "Foreløbig",
    "udtraeksdato": "Data trukket",
    "indlaest_tidspunkt": "Indlæst",
    "leverance_id": "Leverance",
    "program_version": "Version",
    "antal_forbehold": "Antal forbehold",
}


def skriv_arbejdsbog(
    database: Database,
    om: Mapping[str, Any],
    valgte: Sequence[Objekt],
    fil: Path,
    fremdrift: Callable[[str], None],
) -> None:
    """Write the workbook; `om` is the row of the view om.

    Raises:
        ForkertBrug: a table or view has more rows than a sheet can hold.
    """
    _kraev_plads(database, valgte)
    bog = Workbook(write_only=True)
    bog.properties.title = f"Ledelsestilsyn {om['periode']}"
    bog.properties.creator = "ledelsestilsyn"
    _forside(bog, om, valgte)
    for objekt in valgte:
        fremdrift(f"Skriver {objekt.navn}")
        _ark(bog, database, objekt)
    bog.save(fil)


def _kraev_plads(database: Database, valgte: Sequence[Objekt]) -> None:
    for objekt in valgte:
        if database.vaerdi(f"select count(*) from {citat(objekt.navn)}") > MEST_RAEKKER:  # noqa: S608
            raise ForkertBrug(
                f"{objekt.navn} har flere rækker, end et regneark kan rumme; vælg parquet eller csv."
            )


def arknavn(navn: str) -> str:
    """A sheet's name: at most 31 characters, none of those Excel refuses."""
    return re.sub(r"[\[\]:*?/\\]", "_", navn)[:31]


def _forside(bog: Workbook, om: Mapping[str, Any], valgte: Sequence[Objekt]) -> None:
    ark = bog.create_sheet(FORSIDE)
    for bogstav, bredde in zip("ABCD", (30, 30, 18, 100), strict=True):
        ark.column_dimensions[bogstav].width = bredde
    ark.append([_celle(ark, f"Ledelsestilsyn {om['periode']}", fed=True)])
    for navn, titel in OM_NAVNE.items():
        ark.append([_celle(ark, titel), _celle(ark, om[navn])])
    ark.append([])
    ark.append([_hoved(ark, tekst) for tekst in ("Ark", "Kolonne", "Type", "Betydning")])
    for objekt in valgte:
        ark.append([_henvisning(ark, objekt.navn), None, None, _celle(ark, objekt.betydning, ombrudt=True)])
        for kolonne in objekt.kolonner:
            ark.append(
                [
                    None,
                    _celle(ark, kolonne.navn),
                    _celle(ark, kolonne.type),
                    _celle(ark, kolonne.betydning, ombrudt=True),
                ]
            )


def _ark(bog: Workbook, database: Database, objekt: Objekt) -> None:
    ark = bog.create_sheet(arknavn(objekt.navn))
    ark.freeze_panes = "A2"
    resultat = database.koer(forespoergsel(objekt))
    bundt = resultat.fetchmany(RAEKKER_AD_GANGEN)
    for nr, kolonne in enumerate(objekt.kolonner):
        bredde = _bredde(kolonne, (raekke[nr] for raekke in bundt[:200]))
        ark.column_dimensions[get_column_letter(nr + 1)].width = bredde
    ark.append([_hoved(ark, kolonne.navn, kolonne.betydning) for kolonne in objekt.kolonner])
    skrevet = 0
    while bundt:
        skrevet += len(bundt)
        for raekke in bundt:
            ark.append([_let_celle(ark, vaerdi) for vaerdi in raekke])
        bundt = resultat.fetchmany(RAEKKER_AD_GANGEN)
    ark.auto_filter.ref = f"A1:{get_column_letter(len(objekt.kolonner))}{skrevet + 1}"


def _bredde(kolonne: Kolonne, vaerdier: Iterable[object]) -> int:
    laengste = max([len(kolonne.navn) + 3, *(len(str(v)) for v in vaerdier if v is not None)])
    return min(max(laengste + 1, 10), 60)


def _hoved(ark: Any, tekst: str, betydning: str = "") -> WriteOnlyCell:
    celle = _celle(ark, tekst, fed=True)
    celle.fill = OVERSKRIFT
    if betydning:
        celle.comment = Comment(betydning, "ledelsestilsyn", height=120, width=320)
    return celle


def _henvisning(ark: Any, navn: str) -> WriteOnlyCell:
    celle = _celle(ark, navn, fed=True)
    celle.hyperlink = f"#'{arknavn(navn)}'!A1"
    return celle


def _celle(ark: Any, vaerdi: object, *, fed: bool = False, ombrudt: bool = False) -> WriteOnlyCell:
    celle = WriteOnlyCell(ark, value=_vaerdi(vaerdi))
    if isinstance(celle.value, str):
        celle.data_type = "s"  # a text that begins with = is no formula
    elif isinstance(celle.value, Decimal):
        celle.number_format = BELOEBSFORMAT
    elif isinstance(celle.value, float):
        celle.number_format = TALFORMAT
    if fed:
        celle.font = FED
    if ombrudt:
        celle.alignment = OMBRUDT
    return celle


def _let_celle(ark: Any, vaerdi: object) -> Any:
    """A cell only where the bare value would not do: most would, and a cell costs far more."""
    if vaerdi is None or isinstance(vaerdi, bool | int):
        return vaerdi
    if isinstance(vaerdi, str) and vaerdi[:1] not in ("=", "#") and vaerdi.isprintable():
        return vaerdi[:LAENGSTE_TEKST]
    return _celle(ark, vaerdi)


def _vaerdi(vaerdi: object) -> Any:
    """As Excel can hold it: its calendar begins in 1900, and control characters have no place in a cell."""
    if isinstance(vaerdi, date) and vaerdi.year < 1900:
        return vaerdi.isoformat()
    if isinstance(vaerdi, str):
        return ILLEGAL_CHARACTERS_RE.sub("", vaerdi)[:LAENGSTE_TEKST]
    return vaerdi
