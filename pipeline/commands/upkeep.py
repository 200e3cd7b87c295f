"""The commands that keep a workspace in order: what is old is taken out, and all of it looked through."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from pipeline.base.errors import UserError
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


def verify(
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Efterse hele arbejdsmappen, og sig, hvad der skal hentes fra sikkerhedskopien eller laves igen.

    Eksempel: ledelsestilsyn verify
    """
    from pipeline.base.text import enumeration
    from pipeline.commands.terminal import show_line
    from pipeline.run import verify

    with begin(workspace, settings) as call:
        found = verify(call)
    if found.whole:
        show_line(f"I orden: {enumeration(found.whole)}.")
    if found.faults:
        raise UserError(*found.faults)
