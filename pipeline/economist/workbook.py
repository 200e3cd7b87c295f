"""The Excel workbook: a cover sheet with the definitions, then a sheet per table or view.

The only importer of openpyxl. Numbers, days and times are real ones; text is always text, so that
nothing out of a register runs as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from math import isfinite
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.database import Database
from pipeline.economist.published import Kolonne, Objekt
from pipeline.economist.selection import RAEKKER_AD_GANGEN, antal, forespoergsel
from pipeline.errors import ForkertBrug

MEST_RAEKKER = 1_048_575
"""Rows a sheet can hold below its header."""

LAENGSTE_TEKST = 32_767
LANGSOMT = 100_000
"""Rows above which the user is told of faster formats."""

FORSIDE = "Forside"
BREDESTE = 100
LINJEHOEJDE = 15
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
TYPER = {
    "VARCHAR": "tekst",
    "INTEGER": "heltal",
    "BIGINT": "heltal",
    "HUGEINT": "heltal",
    "DOUBLE": "tal",
    "DECIMAL": "tal",
    "DATE": "dato",
    "TIMESTAMP": "dato og tid",
    "BOOLEAN": "sand eller falsk",
}


def skriv_arbejdsbog(
    database: Database, valgte: Sequence[Objekt], fil: Path, fremdrift: Callable[[str], None]
) -> None:
    """Write the workbook.

    Raises:
        ForkertBrug: a table, view or answer has more rows than a sheet can hold.
    """
    raekker = [_kraev_plads(objekt, antal(database, objekt)) for objekt in valgte]
    om = database.hent("from om")[0]
    bog = Workbook(write_only=True)
    bog.properties.title = f"Ledelsestilsyn {om['periode']}"
    bog.properties.creator = "ledelsestilsyn"
    arknavne = _arknavne(valgte)
    forbehold = [str(r["tekst"]) for r in database.hent("select tekst from bemaerkning order by nr")]
    _forside(bog, om, forbehold, arknavne)
    for (navn, objekt), tal in zip(arknavne.items(), raekker, strict=True):
        langsomt = "; parquet og csv er hurtigere" if tal > LANGSOMT else ""
        fremdrift(f"Skriver {objekt.navn} ({f'{tal:,}'.replace(',', '.')} rækker{langsomt})")
        _ark(bog, database, navn, objekt)
    bog.save(fil)


def _kraev_plads(objekt: Objekt, tal: int) -> int:
    if tal > MEST_RAEKKER:
        raise ForkertBrug(
            f"{objekt.navn} har {tal} rækker, og et regneark kan rumme {MEST_RAEKKER}; "
            "vælg parquet eller csv."
        )
    return tal


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


def _forside(
    bog: Workbook, om: Mapping[str, Any], forbehold: Sequence[str], arknavne: Mapping[str, Objekt]
) -> None:
    ark = bog.create_sheet(FORSIDE)
    _til_papir(ark)
    for bogstav, bredde in zip("ABCD", (30, 30, 18, BREDESTE), strict=True):
        ark.column_dimensions[bogstav].width = bredde
    linjer = _forsidens_linjer(ark, om, forbehold, arknavne)
    for nr, linje in enumerate(linjer, start=1):
        if linje and linje[-1] is not None and linje[-1].alignment.wrap_text:
            ark.row_dimensions[nr].height = LINJEHOEJDE * -(-len(linje[-1].value) // BREDESTE)
        ark.append(linje)


def _forsidens_linjer(
    ark: Any, om: Mapping[str, Any], forbehold: Sequence[str], arknavne: Mapping[str, Objekt]
) -> Iterator[list[WriteOnlyCell | None]]:
    """What the file is, what must be said with it, and what every column means."""
    yield [_celle(ark, f"Ledelsestilsyn {om['periode']}", fed=True)]
    yield from ([_celle(ark, titel), _celle(ark, om[navn])] for navn, titel in OM_NAVNE.items())
    yield from (
        [_celle(ark, f"Forbehold {nr}"), None, None, _celle(ark, tekst, ombrudt=True)]
        for nr, tekst in enumerate(forbehold, start=1)
    )
    yield []
    yield [_hoved(ark, tekst) for tekst in ("Ark", "Kolonne", "Type", "Betydning")]
    for navn, objekt in arknavne.items():
        yield [_henvisning(ark, navn), None, None, _celle(ark, objekt.betydning, ombrudt=True)]
        for kolonne in objekt.kolonner:
            felter = (kolonne.navn, dansk_type(kolonne.type))
            yield [
                None,
                *(_celle(ark, felt) for felt in felter),
                _celle(ark, kolonne.betydning, ombrudt=True),
            ]


def dansk_type(type_: str) -> str:
    """What a column holds, in the words of a spreadsheet's reader."""
    return TYPER.get(type_.partition("(")[0], type_)


def _til_papir(ark: Any) -> None:
    """Printed lying down, as wide as the paper, with the header on every page."""
    ark.page_setup.orientation = "landscape"
    ark.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    ark.page_setup.fitToHeight = 0  # as many pages as it takes
    ark.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _ark(bog: Workbook, database: Database, navn: str, objekt: Objekt) -> None:
    ark = bog.create_sheet(navn)
    _til_papir(ark)
    ark.print_title_rows = "1:1"
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
    celle.hyperlink = f"#'{navn}'!A1"
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
    """As Excel can hold it, else as text.

    Its calendar begins in 1900 and knows no time zones, it has no number that is endless or none, no lists,
    and no control characters.
    """
    if isinstance(vaerdi, str):
        return ILLEGAL_CHARACTERS_RE.sub("", vaerdi)[:LAENGSTE_TEKST]
    if isinstance(vaerdi, float | Decimal):
        return vaerdi if isfinite(vaerdi) else str(vaerdi)
    if isinstance(vaerdi, datetime):
        return vaerdi if vaerdi.year >= 1900 and vaerdi.tzinfo is None else vaerdi.isoformat(sep=" ")
    if isinstance(vaerdi, date):
        return vaerdi if vaerdi.year >= 1900 else vaerdi.isoformat()
    return vaerdi if vaerdi is None or isinstance(vaerdi, int) else _vaerdi(str(vaerdi))
