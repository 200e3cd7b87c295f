"""How a command ends: with an exit code, and an error as Danish lines on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, NoReturn

import typer

from pipeline.base.errors import ExitCode, LedelsestilsynError, kind
from pipeline.commands.usage import help_without_command, usage_error


def run_to_end(app: Callable[..., Any]) -> NoReturn:
    """Run the command the program was called with; every error becomes the exit code of its class."""
    try:
        sys.exit(app(standalone_mode=False) or ExitCode.OK)
    except LedelsestilsynError as error:
        _end(error.lines, error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        _end(("Afbrudt; det, der er udgivet, er uskadt.",), ExitCode.INTERNAL_ERROR)
    except Exception as error:  # the last line of defence: no traceback reaches a user
        if hint := help_without_command(error):
            typer.echo(hint, err=True)
            sys.exit(int(ExitCode.USAGE_FAULT))
        if line := usage_error(error):
            _end((line,), ExitCode.USAGE_FAULT)
        _end((unexpected(error),), ExitCode.INTERNAL_ERROR)


def unexpected(error: Exception) -> str:
    """What is told of a fault nobody expected: its type alone, since its message may quote a row.

    It may have come after the publication, which is replaced whole or not at all.
    """
    return f"Uventet fejl ({kind(error)}); det, der er udgivet, er uskadt."


def _end(lines: tuple[str, ...], code: ExitCode) -> NoReturn:
    for line in lines:
        typer.echo(f"Fejl: {line}", err=True)
    sys.exit(int(code))
