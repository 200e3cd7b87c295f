"""The commands that keep a workspace in order: what is old is taken out, and all of it looked through."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.base.errors import UsageFault, UserError
from pipeline.commands.begin import begin
from pipeline.commands.options import SettingsOption, WorkspaceOption
from pipeline.commands.review import DayOption

if TYPE_CHECKING:
    from collections.abc import Iterable

YesOption = Annotated[bool, typer.Option("--ja", help="Slet uden at spørge; til en planlagt kørsel.")]


def purge(
    months: Annotated[
        int | None,
        typer.Option(
            "--aeldre-end",
            metavar="MÅNEDER",
            min=1,
            help="Slet alt, der er ældre. Standard: hver slags sin tid efter indstillingerne.",
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--vis", help="Sig kun, hvad der slettes; intet slettes.")] = False,
    yes: YesOption = False,
    day: DayOption = None,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Slet rå rækker, karantæne, mails, navne og bemærkninger, der er for gamle; resultater bevares.

    Eksempel: ledelsestilsyn purge --aeldre-end 24 --vis
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.keeping import find_old, purge

    today = day or date.today()  # noqa: DTZ011 - the house's own calendar
    with begin(workspace, settings) as call:
        found = find_old(call, today, months)
    if found and not (show or yes or _agreed(found.lines(done=False))):
        show_lines(["Intet er slettet."])
        return
    if found and not show:
        with begin(workspace, settings) as call:
            found = purge(call, today, months)
    show_lines(found.lines(done=not show))


def forget(
    sag: Annotated[str, typer.Argument(metavar="SAG", help="Sagens nummer, som det står i rapporterne.")],
    yes: YesOption = False,
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Tag en sag ud af alt, arbejdsmappen gemmer; senere leverancer lader den ligge.

    Eksempel: ledelsestilsyn forget S000336
    """
    from pipeline.commands.terminal import show_lines
    from pipeline.keeping import forget

    what = "Sagen tages ud af leverancer, karantæne, gennemgang, rapporter og mails."
    if not (yes or _agreed([what])):
        show_lines(["Intet er slettet."])
        return
    with begin(workspace, settings) as call:
        gone = forget(call, sag)
    show_lines(gone.lines())


def _agreed(lines: Iterable[str]) -> bool:
    """Show what would go, and ask.

    Raises:
        UsageFault: there is nobody to ask.
    """
    from pipeline.commands.terminal import show_line, show_lines

    if not sys.stdin.isatty():
        raise UsageFault("Der er ingen at spørge; slet uden at blive spurgt med --ja.")
    show_lines(lines)
    show_line("Det kan ikke fortrydes. Skriv ja for at slette:")
    return sys.stdin.readline().strip().lower() == "ja"


def verify(
    workspace: WorkspaceOption = None,
    settings: SettingsOption = None,
) -> None:
    """Efterse hele arbejdsmappen, og sig, hvad der skal hentes fra sikkerhedskopien eller laves igen.

    Eksempel: ledelsestilsyn verify
    """
    from pipeline.base.text import enumeration
    from pipeline.commands.terminal import show_line
    from pipeline.keeping import verify

    with begin(workspace, settings) as call:
        found = verify(call)
    if found.whole:
        show_line(f"I orden: {enumeration(found.whole)}.")
    if found.faults:
        raise UserError(*found.faults)
