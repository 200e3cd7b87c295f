"""A command line that speaks Danish: the library's own words are replaced, its behaviour is not.

Must be imported before typer: typer looks its words up with gettext when it is imported, and the
machine's language must not decide which language the tool speaks.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from typing import Any

ORD = {
    "Arguments": "Argumenter",
    "Options": "Tilvalg",
    "Commands": "Kommandoer",
    "required": "skal angives",
    "default: {default}": "standard: {default}",
    "env var: {var}": "miljøvariabel: {var}",
    "(deprecated) ": "(udgår) ",
}

_OPSAETNING = {"help_option_names": ["--help", "-h"], "max_content_width": 100}

gettext.gettext = lambda message: ORD.get(message, message)  # see the module's docstring

import typer  # noqa: E402
from typer.core import TyperCommand, TyperGroup  # noqa: E402


class _Dansk:
    """What a command and a group of commands share."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that shows how the command is called."""
        dele = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, dele, prefix="Brug: ")

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command's name; the library writes what must be there in braces."""
        return [led.strip("{}") for led in super().collect_usage_pieces(ctx)]  # type: ignore[misc]

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """The library tells every fault of a call but a missing value which command was called."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]
        except Exception as fejl:
            if getattr(fejl, "ctx", ctx) is None:
                fejl.ctx = ctx  # type: ignore[attr-defined]
            raise

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        tilvalg = super().get_help_option(ctx)  # type: ignore[misc]
        if tilvalg is not None:
            tilvalg.help = "Vis denne hjælp."
        return tilvalg


class DanskKommando(_Dansk, TyperCommand):
    """A command whose help is Danish."""


class DanskGruppe(_Dansk, TyperGroup):
    """A group of commands whose help is Danish."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The library names a command it does not know in its message alone, which is English."""
        try:
            return super().resolve_command(ctx, args)
        except Exception as fejl:
            fejl.ukendt_kommando = args[0]  # type: ignore[attr-defined]
            raise


class DanskTyper(typer.Typer):
    """An app whose groups and commands have Danish help."""

    def __init__(self, **valg: Any) -> None:
        super().__init__(
            cls=DanskGruppe,
            no_args_is_help=True,
            add_completion=False,
            pretty_exceptions_enable=False,
            rich_markup_mode=None,
            subcommand_metavar="KOMMANDO [TILVALG]",
            options_metavar="",
            context_settings=_OPSAETNING,
            **valg,
        )

    def command(self, name: str | None = None, **valg: Any) -> Callable[[Any], Any]:
        """As typer's own, with Danish help."""
        return super().command(
            name, cls=DanskKommando, options_metavar="[TILVALG]", context_settings=_OPSAETNING, **valg
        )
