"""How a command ends: with an exit code, and an error as Danish lines on stderr."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from typing import Any, NoReturn

import typer

from pipeline.base import interrupt
from pipeline.base.errors import ExitCode, LedelsestilsynError
from pipeline.commands.output import drop, finish_output, prepare_output
from pipeline.commands.usage import help_without_command, usage_error


def run_to_end(app: Callable[..., Any]) -> NoReturn:
    """Run the command the program was called with; every error becomes the exit code of its class."""
    prepare_output()
    threading.excepthook = lambda _: None  # its traceback may quote a row
    interrupt.begin_work()
    try:
        code = int(app(standalone_mode=False) or ExitCode.OK)
        interrupt.require_running()  # the command line library makes an exit code of its own of it
        finish_output()
        interrupt.end_work()
    except BaseException as error:  # the last line of defence: no traceback reaches a user
        interrupt.end_work()
        lines, code = _told(error)
        _say(lines)
    sys.exit(code)


def _told(error: BaseException) -> tuple[tuple[str, ...], ExitCode]:
    """What is said of an error, and the code it ends with."""
    if interrupt.stopped() or isinstance(error, typer.Abort | KeyboardInterrupt):
        return (interrupt.LINE,), ExitCode.INTERNAL_ERROR
    if isinstance(error, LedelsestilsynError):
        return error.lines, error.exit_code
    if isinstance(error, SystemExit):  # the command line library's, when the output's reader is gone
        return (), ExitCode.OK
    if hint := help_without_command(error):
        typer.echo(hint, err=True)
        return (), ExitCode.USAGE_FAULT
    if line := usage_error(error):
        return (line,), ExitCode.USAGE_FAULT
    from pipeline.base.surroundings import surroundings_fault  # only now: it is slow to import

    if fault := surroundings_fault(error):
        return fault.lines, fault.exit_code
    return (unexpected(error),), ExitCode.INTERNAL_ERROR


def unexpected(error: BaseException) -> str:
    """What is told of a fault nobody expected: its type alone, since its message may quote a row.

    It may have come after the publication, which is replaced whole or not at all.
    """
    return f"Uventet fejl ({type(error).__name__}); det, der er udgivet, er uskadt."


def _say(lines: tuple[str, ...]) -> None:
    """Lines on stderr after what the command had to say; whoever cannot read them still gets the code."""
    with contextlib.suppress(LedelsestilsynError, OSError):
        finish_output()
    try:
        for line in lines:
            typer.echo(f"Fejl: {line}", err=True)
    except OSError:
        drop("stderr")
