"""The program's own option: which version it is."""

from __future__ import annotations

from typing import Annotated

import typer


def _vis_version(vis: bool) -> None:
    if vis:
        from pipeline import __version__

        typer.echo(f"ledelsestilsyn {__version__}")
        raise typer.Exit


Versionsvalg = Annotated[
    bool,
    typer.Option("--version", callback=_vis_version, is_eager=True, help="Vis programmets version."),
]
