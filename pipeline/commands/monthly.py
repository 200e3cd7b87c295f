"""The analyst's commands: the monthly job, the week's, and a trial of it all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.base.errors import UsageFault
from pipeline.commands.begin import begin, begin_loading, refuse
from pipeline.commands.options import (
    AsKnownOption,
    DateOption,
    DropOption,
    KarantaeneOption,
    LessOption,
    LeveranceOption,
    MissingColumnOption,
    PeriodeOption,
    PlansOption,
    SettingsOption,
    WorkspaceOption,
)

if TYPE_CHECKING:
    from datetime import date


def run(
    leverance: Annotated[
        Path | None, typer.Option("--leverance", metavar="MAPPE", help="Mappen med CSV-udtræk.")
    ] = None,
    periode: PeriodeOption = None,
    udtraeksdato: DateOption = None,
    workspace: WorkspaceOption = None,
    plan: PlansOption = None,
    settings: SettingsOption = None,
    allow_karantaene: KarantaeneOption = None,
    allow_drop: DropOption = False,
    allow_missing_column: MissingColumnOption = False,
    everything: Annotated[
        bool,
        typer.Option("--alt", help="Vis alle tal til sidst, ikke kun dem, der skiller sig ud."),
    ] = False,
    allow_less: LessOption = False,
    som_af: AsKnownOption = None,
) -> None:
    """Månedens kørsel: indlæs, kontrollér, opgør, skriv rapporter, udgiv, og læg mails i udbakken.

    Eksempel: ledelsestilsyn run --periode 2021-04 --leverance udtraek/2021-04-30
    """
    from pipeline.call import Leverance

    if som_af:
        refuse(
            "kan ikke bruges med --som-af, som regner på de leverancer, der er indlæst",
            leverance=leverance,
            udtraeksdato=udtraeksdato,
            tillad_karantaene=allow_karantaene,
            tillad_fald=allow_drop or None,
            tillad_manglende_kolonne=allow_missing_column or None,
            tillad_indskraenkning=allow_less or None,
            alt=everything or None,
        )
        _run_as_known(som_af, periode, workspace, settings, plan)
        return
    if leverance is None:
        raise UsageFault(
            "--leverance mangler: skriv --leverance MAPPE. Mappen med CSV-udtræk. "
            "Se ledelsestilsyn run --help."
        )
    taken = Leverance(leverance, udtraeksdato, allow_karantaene, allow_drop, allow_missing_column)
    with begin(workspace, settings, plan) as call:
        begin_loading(call, taken)
        from pipeline.run import run

        result = run(call, taken, periode, allow_less=allow_less)
    from pipeline.commands.outcomes import show_result

    show_result(result, everything=everything)


def _run_as_known(
    day: date,
    periode: str | None,
    workspace: Path | None,
    settings: Path | None,
    plan: Sequence[str] | None,
) -> None:
    """Compute and report by what was known on a day."""
    from pipeline.commands.terminal import show_line, show_lines
    from pipeline.keeping import run_as_known

    with begin(workspace, settings, plan) as call:
        made = run_as_known(call, day, periode)
    show_line(f"Rapporter: {made.reports}")
    show_line(f"Database:  {made.database}")
    show_lines(made.lines)


def week(
    leverance: LeveranceOption,
    udtraeksdato: DateOption = None,
    workspace: WorkspaceOption = None,
    plan: PlansOption = None,
    settings: SettingsOption = None,
    allow_karantaene: KarantaeneOption = None,
) -> None:
    """Ugens lister: hver leders frister fra en let leverance, som sider og mails; intet udgives.

    Eksempel: ledelsestilsyn week --leverance udtraek/2021-05-10
    """
    from pipeline.call import Leverance
    from pipeline.commands.outcomes import show_week
    from pipeline.run import week

    with begin(workspace, settings, plan) as call:
        outcome = week(call, Leverance(leverance, udtraeksdato, allow_karantaene))
    show_week(outcome)


def demo(workspace: WorkspaceOption = None) -> None:
    """Prøv det hele på en opdigtet kommune: tre leverancer, rapporter og en database.

    Eksempel: ledelsestilsyn demo --arbejdsmappe proeve
    """
    from pipeline import run as runs
    from pipeline.commands.outcomes import show_result

    with begin(workspace) as call:
        result = runs.demo(call)
    show_result(result, everything=True)
