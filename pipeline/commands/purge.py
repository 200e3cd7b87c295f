"""The command that takes what is old and about single persons out of the workspace."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from pipeline.commands.begin import begin
from pipeline.commands.options import SettingsOption, WorkspaceOption
from pipeline.commands.review import DayOption


def purge(
    show: Annotated[bool, typer.Option("--vis", help="Sig kun, hvad der slettes; intet slettes.")] = False,
    day: DayOption = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Slet gamle bemærkninger, læsernes navne, og hvem der blev læst; svar og regnskaber bevares.

    Eksempel: ledelsestilsyn purge --vis
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.run import purge

    with begin(workspace, settings) as call:
        found = purge(call, day or date.today(), only_show=show)  # noqa: DTZ011 - the house's own calendar
    show_lines(found.lines(done=not show))
