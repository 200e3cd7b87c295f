"""The commands of whoever answers for the mails: look them through, release them, send them."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.base.errors import ExitCode, UsageFault
from pipeline.commands.begin import begin
from pipeline.commands.options import MailPeriodeOption, SettingsOption, WorkspaceOption


def approve(
    periode: MailPeriodeOption,
    af: Annotated[
        str | None, typer.Option("--af", metavar="NAVN", help="Hvem der godkender. Standard: din konto.")
    ] = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Godkend mails i udbakken, når du har set dem igennem; før det kan de ikke sendes.

    Eksempel: ledelsestilsyn approve --periode 2021-04 --af "Anne Andersen"
    """
    from pipeline import run
    from pipeline.commands.terminal import show_lines

    with begin(workspace, settings) as call:
        reply = run.approve(call, periode, af)
    show_lines(reply.lines)


def send(
    periode: MailPeriodeOption,
    to: Annotated[
        str | None,
        typer.Option(
            "--til", metavar="ADRESSE", help="Prøve: send alle mails, mærket, kun til denne adresse."
        ),
    ] = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="TEAM", help="Kun dette teams mails; ALLE er afdelingens.")
    ] = None,
    show_status: Annotated[
        bool, typer.Option("--status", help="Vis postbogen: hvad der er sendt, og hvad der mangler.")
    ] = False,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Send de godkendte mails, der mangler at blive sendt.

    Eksempel: ledelsestilsyn send --periode 2021-04
    """
    from pipeline import run
    from pipeline.commands.terminal import show_lines

    if show_status and to:
        raise UsageFault("--status viser kun; brug den uden --til.")
    with begin(workspace, settings) as call:
        reply = run.postbog(call, periode, team) if show_status else run.send(call, periode, team, to)
    show_lines(reply.lines)
    if not reply.all_delivered:
        raise typer.Exit(ExitCode.MAIL_MISSING)
