"""The commands of whoever sets the program up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.begin import begin
from pipeline.commands.options import LeveranceOption, SettingsOption, WorkspaceOption


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
