"""The options that several commands share, each described once."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import ForkertBrug

Arbejdsmappevalg = Annotated[
    Path | None,
    typer.Option(
        "--arbejdsmappe",
        metavar="MAPPE",
        readable=False,  # readers of the publication may pass through the workspace and see nothing of it
        help="Arbejdsmappen (ellers LEDELSESTILSYN_ARBEJDSMAPPE, ellers ./tilsyn).",
    ),
]
Indstillingsvalg = Annotated[
    Path | None,
    typer.Option(
        "--indstillinger",
        metavar="FIL",
        help="Indstillingsfilen (ellers indstillinger.toml i arbejdsmappen).",
    ),
]
Planvalg = Annotated[str | None, typer.Option("--plan", metavar="ID", help="Udviklingsplanens id.")]
Periodevalg = Annotated[
    str | None,
    typer.Option(
        "--periode",
        metavar="PERIODE",
        help="Måned (2021-04) eller kvartal (2021-K2). Standard: seneste hele måned.",
    ),
]
Opgjortvalg = Annotated[
    str | None,
    typer.Option("--periode", metavar="PERIODE", help="Standard: den, der sidst blev opgjort."),
]
Mailperiodevalg = Annotated[
    str, typer.Option("--periode", metavar="PERIODE", help="Måned (2021-04) eller kvartal (2021-K2).")
]
Leverancevalg = Annotated[Path, typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk.")]
Karantaenevalg = Annotated[
    float | None,
    typer.Option(
        "--tillad-karantaene",
        metavar="PCT",
        min=0,
        max=100,
        help="Tillad så mange procent fejlramte rækker i denne kørsel.",
    ),
]
Faldvalg = Annotated[bool, typer.Option("--tillad-fald", help="Tillad færre rækker end i forrige leverance.")]


def _dato(tekst: str) -> date:
    try:
        # Not fromisoformat: it takes weeks too.
        return datetime.strptime(tekst, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise ForkertBrug("--udtraeksdato: skriv datoen som 2021-04-30.") from None


Datovalg = Annotated[
    date | None,
    typer.Option(
        "--udtraeksdato",
        metavar="DATO",
        parser=_dato,
        help="Leverancens dato (2021-04-30). Standard: mappens navn.",
    ),
]


class Format(StrEnum):
    """How an answer is written: a table for people, the others for scripts."""

    table = "table"
    json = "json"
    csv = "csv"


Formatvalg = Annotated[Format, typer.Option("--format", help="table, json eller csv.")]
