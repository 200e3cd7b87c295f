"""Copies of published tables and views for other programs: Parquet, CSV and Excel.

Files are readable by their owner alone and appear under their name only when they are whole.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.database import Database, citat
from pipeline.economist.published import Objekt, find, objekter
from pipeline.errors import ForkertBrug

RAEKKER_AD_GANGEN = 50_000
FORMELTEGN = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would run as a formula."""


def eksporter(
    database: Database, navne: Sequence[str], format_: str, mappe: Path, fremdrift: Callable[[str], None]
) -> tuple[Path, ...]:
    """Write the named tables and views, or every view, into a folder; the files written.

    Parquet and CSV get a file each, Excel one workbook with a sheet each.

    Raises:
        ForkertBrug: a name is unknown, the folder cannot be written to, or a sheet would be too long.
    """
    valgte = [find(database, navn) for navn in dict.fromkeys(navne)] or [
        o for o in objekter(database) if o.art == "visning"
    ]
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        if format_ == "xlsx":
            return (_excel(database, valgte, mappe, fremdrift),)
        skriv = {"parquet": skriv_parquet, "csv": skriv_csv}[format_]
        return tuple(_fil(database, objekt, mappe, format_, skriv, fremdrift) for objekt in valgte)
    except OSError:
        raise ForkertBrug(f"{mappe}: der kan ikke skrives i mappen.") from None


def _fil(
    database: Database,
    objekt: Objekt,
    mappe: Path,
    endelse: str,
    skriv: Callable[[Database, Objekt, Path], None],
    fremdrift: Callable[[str], None],
) -> Path:
    fremdrift(f"Skriver {objekt.navn}")
    maal = mappe / f"{objekt.navn}.{endelse}"
    with _hel_fil(maal) as ny:
        skriv(database, objekt, ny)
    return maal


def _excel(
    database: Database, valgte: Sequence[Objekt], mappe: Path, fremdrift: Callable[[str], None]
) -> Path:
    from pipeline.economist.workbook import skriv_arbejdsbog

    om = database.hent("from om")[0]
    maal = mappe / f"ledelsestilsyn-{om['periode']}.xlsx"
    with _hel_fil(maal) as ny:
        skriv_arbejdsbog(database, om, valgte, ny, fremdrift)
    return maal


@contextmanager
def _hel_fil(maal: Path) -> Iterator[Path]:
    """A file of its own beside the target, put in its place when all has gone well."""
    ny = maal.with_name(f".{maal.name}.ny")
    os.close(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        yield ny
        ny.replace(maal)
    finally:
        ny.unlink(missing_ok=True)


def forespoergsel(objekt: Objekt) -> str:
    """All rows of a table or view; a view has an order of its own, a table gets one."""
    return f"from {citat(objekt.navn)}" + (" order by all" if objekt.art == "tabel" else "")


def skriv_parquet(database: Database, objekt: Objekt, fil: Path) -> None:
    """One Parquet file with the meanings as metadata.

    The file carries `betydning` and, as JSON by column name, `kolonner`; each field its `betydning`.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    laeser = database.forbindelse.sql(forespoergsel(objekt)).to_arrow_reader(RAEKKER_AD_GANGEN)
    betydninger = {kolonne.navn: kolonne.betydning for kolonne in objekt.kolonner}
    felter = [felt.with_metadata({"betydning": betydninger[felt.name]}) for felt in laeser.schema]
    skema = pa.schema(
        felter,
        metadata={
            "betydning": objekt.betydning,
            "kolonner": json.dumps(betydninger, ensure_ascii=False),
        },
    )
    with pq.ParquetWriter(fil, skema, compression="zstd") as skriver:
        for bundt in laeser:
            skriver.write_batch(bundt.cast(skema))


def skriv_csv(database: Database, objekt: Objekt, fil: Path) -> None:
    """One CSV file as a Danish spreadsheet reads it: semicolon, decimal comma, days as åååå-mm-dd.

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    resultat = database.koer(forespoergsel(objekt))
    with fil.open("w", encoding="utf-8-sig", newline="") as stroem:
        skriver = csv.writer(stroem, delimiter=";", lineterminator="\r\n")
        skriver.writerow([kolonne.navn for kolonne in objekt.kolonner])
        while bundt := resultat.fetchmany(RAEKKER_AD_GANGEN):
            skriver.writerows([[_csvtekst(vaerdi) for vaerdi in raekke] for raekke in bundt])


def _csvtekst(vaerdi: Any) -> str:
    if vaerdi is None:
        return ""
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    if isinstance(vaerdi, float | Decimal):
        return f"{Decimal(repr(vaerdi) if isinstance(vaerdi, float) else vaerdi):f}".replace(".", ",")
    if isinstance(vaerdi, datetime):
        return vaerdi.isoformat(sep=" ", timespec="seconds")
    if isinstance(vaerdi, date):
        return vaerdi.isoformat()
    tekst = str(vaerdi)
    return f"'{tekst}" if isinstance(vaerdi, str) and tekst.startswith(FORMELTEGN) else tekst
