"""How a command ends: with an exit code, and an error as Danish lines on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, NoReturn

import typer

from pipeline.commands.usage import brugsfejl, hjaelp_uden_kommando
from pipeline.errors import ExitKode, LedelsestilsynFejl


def koer_til_ende(app: Callable[..., Any]) -> NoReturn:
    """Run the command the program was called with; every error becomes the exit code of its class."""
    try:
        sys.exit(app(standalone_mode=False) or ExitKode.OK)
    except LedelsestilsynFejl as fejl:
        _slut(fejl.linjer, fejl.exit_kode)
    except (typer.Abort, KeyboardInterrupt):
        _slut(("Afbrudt; det, der er udgivet, er uskadt.",), ExitKode.INTERN_FEJL)
    except Exception as fejl:  # the last line of defence: no traceback reaches a user
        if hjaelp := hjaelp_uden_kommando(fejl):
            typer.echo(hjaelp, err=True)
            sys.exit(int(ExitKode.FORKERT_BRUG))
        if linje := brugsfejl(fejl):
            _slut((linje,), ExitKode.FORKERT_BRUG)
        _slut((uventet(fejl),), ExitKode.INTERN_FEJL)


def uventet(fejl: Exception) -> str:
    """What is told of a fault nobody expected: its type alone, since its message may quote a row.

    It may have come after the publication, which is replaced whole or not at all.
    """
    return f"Uventet fejl ({type(fejl).__name__}); det, der er udgivet, er uskadt."


def _slut(linjer: tuple[str, ...], kode: ExitKode) -> NoReturn:
    for linje in linjer:
        typer.echo(f"Fejl: {linje}", err=True)
    sys.exit(int(kode))
