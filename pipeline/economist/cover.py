"""The workbook's cover: what the file is, what must be said with it, and what every column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment

from pipeline.database import Database
from pipeline.economist.cells import celle, hovedcelle, til_papir
from pipeline.economist.published import Objekt

FORSIDE = "Forside"
BREDESTE = 100
LINJEHOEJDE = 15
OEVERST = Alignment(horizontal="left", vertical="top")
OMBRUDT = Alignment(wrap_text=True, vertical="top")
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


def skriv_forside(bog: Workbook, database: Database, arknavne: Mapping[str, Objekt]) -> None:
    """The first sheet, for the sheets that follow."""
    ark = bog.create_sheet(FORSIDE)
    til_papir(ark)
    for bogstav, bredde in zip("ABCD", (30, 30, 18, BREDESTE), strict=True):
        ark.column_dimensions[bogstav].width = bredde
    for nr, linje in enumerate(_linjer(ark, database, arknavne), start=1):
        for felt in linje:
            felt.alignment = OEVERST
        for lang in linje[3:]:
            lang.alignment = OMBRUDT
            # LibreOffice does not find the height itself, and rows would lie over each other
            ark.row_dimensions[nr].height = LINJEHOEJDE * max(1, -(-len(lang.value or "") // BREDESTE))
        ark.append(linje)


def _linjer(ark: Any, database: Database, arknavne: Mapping[str, Objekt]) -> Iterator[list[WriteOnlyCell]]:
    om = database.hent("from om")[0]
    yield [celle(ark, f"Ledelsestilsyn {om['periode']}", fed=True)]
    for navn, titel in OM_NAVNE.items():
        yield [celle(ark, titel), celle(ark, om[navn])]
    for r in database.hent("select nr, tekst from bemaerkning order by nr"):
        yield [celle(ark, felt) for felt in (f"Forbehold {r['nr']}", None, None, r["tekst"])]
    yield []
    yield [hovedcelle(ark, tekst) for tekst in ("Ark", "Kolonne", "Type", "Betydning")]
    for navn, objekt in arknavne.items():
        yield [_henvisning(ark, navn), *(celle(ark, felt) for felt in (None, None, objekt.betydning))]
        for kolonne in objekt.kolonner:
            felter = (None, kolonne.navn, dansk_type(kolonne.type), kolonne.betydning)
            yield [celle(ark, felt) for felt in felter]


def _henvisning(ark: Any, navn: str) -> WriteOnlyCell:
    henvisning = celle(ark, navn, fed=True)
    henvisning.hyperlink = f"#'{navn}'!A1"
    return henvisning


def dansk_type(type_: str) -> str:
    """What a column holds, in the words of a spreadsheet's reader."""
    return TYPER.get(type_.partition("(")[0], type_)
