"""The options that several commands share, each described once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.base.errors import UsageFault

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--arbejdsmappe",
        metavar="MAPPE",
        readable=False,  # readers of the publication may pass through the workspace and see nothing of it
        help="Arbejdsmappen (ellers LEDELSESTILSYN_ARBEJDSMAPPE, ellers ./tilsyn).",
    ),
]
SettingsOption = Annotated[
    Path | None,
    typer.Option(
        "--indstillinger",
        metavar="FIL",
        help="Indstillingsfilen (ellers indstillinger.toml i arbejdsmappen).",
    ),
]
PlanOption = Annotated[str | None, typer.Option("--plan", metavar="ID", help="Planens id.")]
PlansOption = Annotated[
    list[str] | None,
    typer.Option(
        "--plan",
        metavar="ID",
        help="Planens id; kan gentages, den første fører. Standard: planer i indstillingerne.",
    ),
]
_PERIODER = "Måned (2021-04), kvartal (2021-K2), tertial (2021-T1) eller år (2021)."
PeriodeOption = Annotated[
    str | None,
    typer.Option(
        "--periode",
        metavar="PERIODE",
        help=f"{_PERIODER} Standard: seneste hele måned.",
    ),
]
CalculatedOption = Annotated[
    str | None,
    typer.Option("--periode", metavar="PERIODE", help="Standard: den, der sidst blev opgjort."),
]
MailPeriodeOption = Annotated[
    str, typer.Option("--periode", metavar="PERIODE", help=f"{_PERIODER} Ugens mails: 2021-U52.")
]
LeveranceOption = Annotated[Path, typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk.")]
KarantaeneOption = Annotated[
    float | None,
    typer.Option(
        "--tillad-karantaene",
        metavar="PCT",
        min=0,
        max=100,
        help="Tillad så mange procent fejlramte rækker i denne kørsel.",
    ),
]
DropOption = Annotated[
    bool, typer.Option("--tillad-fald", help="Tillad færre rækker end i forrige leverance.")
]

LessOption = Annotated[
    bool,
    typer.Option(
        "--tillad-indskraenkning",
        help="Udgiv, også når en nyere periode, en plan eller et team, der er udgivet, forsvinder.",
    ),
]
MissingColumnOption = Annotated[
    bool,
    typer.Option(
        "--tillad-manglende-kolonne",
        help="Gå videre uden kolonner, som forrige leverance udfyldte; det, der læser dem, opgøres ikke.",
    ),
]


def _dato(option: str) -> Callable[[str], date]:
    def read(text: str) -> date:
        try:
            # Not fromisoformat: it takes weeks too.
            return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            raise UsageFault(f"{option}: skriv datoen som 2021-04-30.") from None

    return read


DateOption = Annotated[
    date | None,
    typer.Option(
        "--udtraeksdato",
        metavar="DATO",
        parser=_dato("--udtraeksdato"),
        help="Leverancens dato (2021-04-30). Standard: mappens navn.",
    ),
]


AsKnownOption = Annotated[
    date | None,
    typer.Option(
        "--som-af",
        metavar="DATO",
        parser=_dato("--som-af"),
        help="Regn om efter det, der var kendt den dag (uden --leverance); intet udgivet ændres.",
    ),
]


class Format(StrEnum):
    """How an answer is written: a table for people, the others for scripts."""

    table = "table"
    json = "json"
    csv = "csv"


FormatOption = Annotated[Format, typer.Option("--format", help="table, json eller csv.")]


def _show_version(show: bool) -> None:
    if show:
        from pipeline import __version__

        typer.echo(f"ledelsestilsyn {__version__}")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option("--version", callback=_show_version, is_eager=True, help="Vis programmets version."),
]
"""The program's own option: which version it is."""
