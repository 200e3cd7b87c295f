"""The command of whoever runs a country: many municipalities' months, and what may be told of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.base.errors import ExitCode

_TLS = "en PEM-fil; med --scheduler tls://…"

ListOption = Annotated[Path, typer.Option("--kommuner", metavar="FIL", help="Listen over kommuner (TOML).")]
CountryPeriodeOption = Annotated[
    str | None,
    typer.Option(
        "--periode",
        metavar="PERIODE",
        help="Måned (2021-04), kvartal (2021-K2), tertial (2021-T1) eller år (2021). Standard: den "
        "seneste hele måned, som flest leverancer når.",
    ),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADRESSE",
        help="En Dask-klynges scheduler, fx tls://maskine:8786. Standard: en klynge på denne maskine.",
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--arbejdere",
        metavar="ANTAL",
        min=1,
        max=1000,
        help="Processer på denne maskine. Standard: én for hver kerne.",
    ),
]
CaOption = Annotated[
    Path | None, typer.Option("--tls-ca", metavar="FIL", help=f"Klyngens CA-certifikat, {_TLS}.")
]
CertificateOption = Annotated[
    Path | None, typer.Option("--tls-certifikat", metavar="FIL", help=f"Eget certifikat, {_TLS}.")
]
KeyOption = Annotated[
    Path | None, typer.Option("--tls-noegle", metavar="FIL", help=f"Certifikatets nøgle, {_TLS}.")
]
DashboardOption = Annotated[
    str | None,
    typer.Option(
        "--oversigt",
        metavar="ADRESSE",
        help="Vis motorens egen oversigt her, fx 127.0.0.1:8787. Standard: slukket.",
    ),
]


def run(
    kommuner: ListOption,
    periode: CountryPeriodeOption = None,
    scheduler: SchedulerOption = None,
    workers: WorkersOption = None,
    ca: CaOption = None,
    certificate: CertificateOption = None,
    key: KeyOption = None,
    dashboard: DashboardOption = None,
) -> None:
    """Kør mange kommuners måned hver for sig, og saml det, der må siges om dem, i ét land.

    Eksempel: ledelsestilsyn country run --kommuner kommuner.toml --periode 2021-04
    """
    from pipeline.commands.terminal import progress, show_lines
    from pipeline.country.cluster import Cluster
    from pipeline.country.run import run_country

    cluster = Cluster(scheduler, workers, ca, certificate, key, dashboard)
    with progress() as tell:
        result = run_country(kommuner, periode, cluster, tell)
    show_lines(result.lines)
    for line in result.faults:
        typer.echo(f"Fejl: {line}", err=True)
    if result.exit_code is not ExitCode.OK:
        raise typer.Exit(result.exit_code)
