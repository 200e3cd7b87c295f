"""How a command ends: with an exit code, and an error as Danish lines on stderr.

The command line library speaks English and names its errors in a private module; they are told apart
by class name, and only the option's own name is repeated, never the value. A mistyped name is answered
with the known name nearest to it.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn

import typer

from pipeline.base import interrupt
from pipeline.base.errors import ExitCode, LedelsestilsynError, kind
from pipeline.commands.output import drop, finish_output, prepare_output


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
    return f"Uventet fejl ({kind(error)}); det, der er udgivet, er uskadt."


def _say(lines: tuple[str, ...]) -> None:
    """Lines on stderr after what the command had to say; whoever cannot read them still gets the code."""
    with contextlib.suppress(LedelsestilsynError, OSError):
        finish_output()
    if not lines:
        return
    from pipeline.base.cpr import masked_line  # only now: most commands have nothing to say here
    from pipeline.base.harmless import plain

    try:
        for line in lines:
            typer.echo(f"Fejl: {masked_line(plain(line))}", err=True)
    except OSError:
        drop("stderr")


def help_without_command(error: BaseException) -> str | None:
    """The help to show when a group of commands was called without one of them; None for any other error."""
    return str(error.ctx.get_help()) if type(error).__name__ == "NoArgsIsHelpError" else None  # type: ignore[attr-defined]


def usage_error(error: BaseException) -> str | None:
    """One Danish line for a usage error of the command line library; None for any other error."""
    if "UsageError" not in {class_.__name__ for class_ in type(error).__mro__}:
        return None
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "ledelsestilsyn")
    return f"{_reason(error, context)} Se {path} --help."


def _reason(error: BaseException, context: Any) -> str:
    name, command = type(error).__name__, getattr(context, "command", None)
    parameter = getattr(error, "param", None)
    option = getattr(error, "option_name", "")
    if name == "NoSuchOption":
        return f"Tilvalget {option} kendes ikke.{_nearest(option, _all_option(command))}"
    if name == "MissingParameter":
        return f"{_display_name(parameter)} mangler{_expected(parameter)}"
    if name == "BadParameter":
        return f"{_display_name(parameter)}: {_not_allowed(parameter)}."
    if name == "BadOptionUsage":
        parameters = getattr(command, "params", [])
        asked = next((p for p in parameters if option in getattr(p, "opts", [])), None)
        return f"Tilvalget {option} mangler en værdi{_expected(asked)}"
    if commands := getattr(command, "commands", None):
        nearest = _nearest(getattr(error, "ukendt_kommando", ""), commands)
        return f"Kommandoen kendes ikke{f'.{nearest}' if nearest else _choices(commands)}"
    return f"Der er flere argumenter, end kommandoen kan bruge{_usage(context)}."


def _usage(context: Any) -> str:
    if context is None:
        return ""
    return f": skriv {' '.join([context.command_path, *context.command.collect_usage_pieces(context)])}"


def _choices(commands: Iterable[str]) -> str:
    return f": vælg en af {', '.join(commands)}."


def _nearest(name: str, known: Iterable[str]) -> str:
    from pipeline.base.names import did_you_mean

    return did_you_mean(name, known)


def _all_option(command: Any) -> list[str]:
    return [name for p in getattr(command, "params", []) for name in p.opts if name.startswith("--")]


def _display_name(parameter: object) -> str:
    return _option(parameter) or str(getattr(parameter, "metavar", None) or "Et argument")


def _option(parameter: object) -> str | None:
    """The long name of an option; None for an argument."""
    return next((name for name in getattr(parameter, "opts", []) if name.startswith("--")), None)


def _expected(parameter: object) -> str:
    """What goes in its place, in the words of the help: `: skriv --periode PERIODE. Måned (2021-04) ...`."""
    metavar, hint = getattr(parameter, "metavar", None), getattr(parameter, "help", None) or ""
    if (option := _option(parameter)) and metavar:
        return f": skriv {option} {metavar}. {hint}".rstrip()
    return f". {hint}".rstrip()


def _not_allowed(parameter: object) -> str:
    type_ = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if type_ is Path:  # the library refuses a path for one reason alone
        return "du har ikke ret til at læse mappen eller filen"
    return f"værdien er ikke tilladt{_allowed(parameter, type_)}"


def _allowed(parameter: object, type_: object) -> str:
    if isinstance(type_, type) and issubclass(type_, Enum):
        return " (vælg en af: " + ", ".join(str(option.value) for option in type_) + ")"
    least, at_most = getattr(parameter, "min", None), getattr(parameter, "max", None)
    return f" (et tal fra {least:.0f} til {at_most:.0f})" if least is not None and at_most is not None else ""
