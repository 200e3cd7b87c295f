"""The commands of whoever sets the program up or writes plans."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.begin import begin, own_workspace
from pipeline.commands.options import LeveranceOption, SettingsOption, WorkspaceOption


def plan_list(workspace: WorkspaceOption = None) -> None:
    """Vis planerne: arbejdsmappens egne og dem, der følger med.

    Eksempel: ledelsestilsyn plan list
    """
    from pipeline.commands.outcomes import show_plans
    from pipeline.run import plans

    folder = own_workspace(workspace)
    show_plans(plans(folder), folder.plans)


def plan_new(
    plan_id: Annotated[
        str, typer.Argument(metavar="ID", help="Planens id: små bogstaver fra a til z, tal og _.")
    ],
    source: Annotated[
        str | None,
        typer.Option("--fra", metavar="PLAN", help="Begynd med en kopi af denne plan. Se plan list."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Begynd jeres egen plan i arbejdsmappens planer: en fil med forklaringer, til at udfylde.

    Eksempel: ledelsestilsyn plan new naerved_2026 --fra barnets_lov_2024
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.run import new_plan

    with begin(workspace) as call:
        file = new_plan(call, plan_id, source)
        show_lines(
            (
                f"Planen er begyndt: {file}",
                "Udfyld den i en teksteditor. Kør derefter:",
                f"  {call.command(f'plan check {plan_id}')}",
                f"  {call.command(f'run --leverance MAPPE --plan {plan_id}')}",
            )
        )


def plan_check(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FIL", help="Planfilen (YAML), eller navnet på en af arbejdsmappens egne planer."
        ),
    ],
    workspace: WorkspaceOption = None,
) -> None:
    """Kontrollér en planfil, dens SQL og dens eksempler, og om der er data til den; alle fejl på én gang.

    Eksempel: ledelsestilsyn plan check plans/slagelse_2021_2023.yaml
    """
    from pipeline.commands.outcomes import show_checked_plan
    from pipeline.run import check_plan

    show_checked_plan(check_plan(own_workspace(workspace), file))


def settings_new(
    leverance: LeveranceOption,
    to: Annotated[
        Path | None,
        typer.Option("--til", metavar="FIL", help="Standard: indstillinger.toml i arbejdsmappen."),
    ] = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Begynd en indstillingsfil: overskrifter og værdier i en leverance, som ikke kendes, med det, de ligner.

    Eksempel: ledelsestilsyn settings new --leverance udtraek/2021-04-30
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.run import new_settings

    with begin(workspace, settings) as call:
        lines = new_settings(call, leverance, to)
    show_lines(lines)
