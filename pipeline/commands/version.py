"""The program's own option: which version it is."""

from __future__ import annotations

from typing import Annotated

import typer


def _show_version(show: bool) -> None:
    if show:
        from pipeline import __version__

        typer.echo(f"ledelsestilsyn {__version__}")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option("--version", callback=_show_version, is_eager=True, help="Vis programmets version."),
]
