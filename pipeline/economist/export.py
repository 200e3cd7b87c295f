"""Copies of published tables, views and answers for other programs: Parquet, CSV and Excel.

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
from itertools import chain, count
from pathlib import Path
from typing import Any

from pipeline.database import Database
from pipeline.economist.own_question import kraev_laeselige
from pipeline.economist.published import Objekt
from pipeline.economist.selection import RAEKKER_AD_GANGEN, forespoergsel, vaelg
from pipeline.errors import ForkertBrug

ENDELSER = ("parquet", "csv", "xlsx")
FORMELTEGN = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would run as a formula."""


def eksporter(
    database: Database, navne: Sequence[str], format_: str, til: Path, fremdrift: Callable[[str], None]
) -> tuple[Path, ...]:
    """Write what is named, or every view, into a folder; the files written.

    Parquet and CSV get a file each and replace the one before: other programs refresh from them. Excel gets
    one workbook with a sheet each, beside any there is: somebody may have worked on in that one. When `til`
    ends as the format does, it is the file itself, and is replaced.

    Raises:
        ForkertBrug: a name is unknown, a question cannot be answered, the place cannot be written to or does
            not fit the format, or a sheet would be too long.
    """
    kraev_laeselige(database, navne)
    valgte = vaelg(database, navne)
    try:
        maal = [til] if _er_fil(til, format_, valgte) else _i_mappe(database, til, format_, valgte)
        maal[0].parent.mkdir(parents=True, exist_ok=True)
        if format_ == "xlsx":
            _excel(database, valgte, maal[0], fremdrift)
        else:
            skriv = {"parquet": skriv_parquet, "csv": skriv_csv}[format_]
            for objekt, fil in zip(valgte, maal, strict=True):
                fremdrift(f"Skriver {objekt.navn}")
                with _hel_fil(fil) as ny:
                    skriv(database, objekt, ny)
    except OSError:
        raise ForkertBrug(f"{til}: der kan ikke skrives her.") from None
    return tuple(maal)


def _er_fil(til: Path, format_: str, valgte: Sequence[Objekt]) -> bool:
    """Whether the user names the file itself and not its folder."""
    endelse = til.suffix.lower().removeprefix(".")
    if endelse not in ENDELSER or til.is_dir():
        return False
    if endelse != format_:
        raise ForkertBrug(f"{til}: filens endelse er {endelse}, men --format er {format_}.")
    if format_ != "xlsx" and len(valgte) > 1:
        raise ForkertBrug(f"{til}: kun ét svar kan ligge i en {format_}-fil; angiv en mappe.")
    return True


def _i_mappe(database: Database, mappe: Path, format_: str, valgte: Sequence[Objekt]) -> list[Path]:
    if format_ != "xlsx":
        return [mappe / f"{objekt.navn}.{format_}" for objekt in valgte]
    periode = database.vaerdi("select periode from om")
    tillaeg = chain([""], (f" ({nr})" for nr in count(2)))
    return [next(fil for t in tillaeg if not (fil := mappe / f"ledelsestilsyn-{periode}{t}.xlsx").exists())]


def _excel(
    database: Database, valgte: Sequence[Objekt], maal: Path, fremdrift: Callable[[str], None]
) -> None:
    from pipeline.economist.workbook import skriv_arbejdsbog

    with _hel_fil(maal) as ny:
        skriv_arbejdsbog(database, valgte, ny, fremdrift)


@contextmanager
def _hel_fil(maal: Path) -> Iterator[Path]:
    """A file of its own beside the target, put in its place when all has gone well."""
    ny = maal.with_name(f".{maal.name}.ny")
    os.close(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        yield ny
        _erstat(ny, maal)
    finally:
        ny.unlink(missing_ok=True)


def _erstat(ny: Path, maal: Path) -> None:
    try:
        ny.replace(maal)
    except PermissionError:  # Windows, where a file that is open elsewhere cannot be replaced
        raise ForkertBrug(
            f"{maal}: filen kan ikke erstattes. Luk den, hvis den er åben i et andet program."
        ) from None


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
