"""The commands of whoever writes the definitions: the plans, and the documents built from all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import ForkertBrug


def plan_list() -> None:
    """Vis planerne.

    Eksempel: ledelsestilsyn plan list
    """
    from pipeline.commands.terminal import vis_planer
    from pipeline.definitions.plans import alle_planer

    vis_planer(alle_planer())


def plan_check(
    fil: Annotated[Path, typer.Argument(metavar="FIL", help="Planfilen (YAML).")],
) -> None:
    """Kontrollér en planfil, og prøvekør al dens SQL; alle fejl nævnes på én gang.

    Eksempel: ledelsestilsyn plan check plans/slagelse_2021_2023.yaml
    """
    from pipeline.commands.terminal import vis_linje
    from pipeline.danish import antal
    from pipeline.dryrun import kontroller_plan

    plan = kontroller_plan(fil)
    indikatorer = antal(len(plan.indikatorer), "indikator", "indikatorer")
    milepaele = antal(sum(len(i.milepaele) for i in plan.indikatorer), "milepæl", "milepæle")
    vis_linje(f"{fil.name}: i orden ({indikatorer}, {milepaele}).")


def docs(
    kontekst: typer.Context,
    til: Annotated[
        Path | None,
        typer.Option("--til", metavar="MAPPE", help="Hvor de skal ligge. Standard: docs i kildekoden."),
    ] = None,
    kontrol: Annotated[
        bool, typer.Option("--kontrol", help="Skriv intet; sig kun, om dokumenterne er forældede.")
    ] = False,
) -> None:
    """Byg indikatorkataloget, dataordbogen og kommandooversigten ud fra definitionerne.

    Eksempel: ledelsestilsyn docs --kontrol
    """
    from pipeline.commands.terminal import vis_linje
    from pipeline.documents.build import foraeldede, skriv, standardmappe

    alle_kommandoer, mappe = kontekst.find_root().command, til or standardmappe()
    if not kontrol:
        for fil in skriv(alle_kommandoer, mappe):
            vis_linje(f"Skrevet: {fil}")
    elif navne := list(foraeldede(alle_kommandoer, mappe)):
        raise ForkertBrug(f"Forældede dokumenter: {', '.join(navne)}. Kør ledelsestilsyn docs.")
    else:
        vis_linje("Dokumenterne svarer til definitionerne.")
