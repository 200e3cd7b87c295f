"""A command line that speaks Danish: the library's own words are replaced, its behaviour is not.

Must be imported before typer: typer looks its words up with gettext when it is imported, and the
machine's language must not decide which language the tool speaks.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from typing import Any

WORDS = {
    "Arguments": "Argumenter",
    "Options": "Tilvalg",
    "Commands": "Kommandoer",
    "required": "skal angives",
    "default: {default}": "standard: {default}",
    "env var: {var}": "miljøvariabel: {var}",
    "(deprecated) ": "(udgår) ",
}

_SETUP = {"help_option_names": ["--help", "-h"], "max_content_width": 100}

gettext.gettext = lambda message: WORDS.get(message, message)  # see the module's docstring

import typer  # noqa: E402
from typer.core import TyperCommand, TyperGroup  # noqa: E402


class _Danish:
    """What a command and a group of commands share."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that shows how the command is called."""
        parts = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, parts, prefix="Brug: ")

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command's name; the library writes what must be there in braces."""
        return [part.strip("{}") for part in super().collect_usage_pieces(ctx)]  # type: ignore[misc]

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """The library tells every fault of a call but a missing value which command was called."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Vis denne hjælp."
        return option


class DanishCommand(_Danish, TyperCommand):
    """A command whose help is Danish."""


class DanishGroup(_Danish, TyperGroup):
    """A group of commands whose help is Danish."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The library names a command it does not know in its message alone, which is English."""
        try:
            return super().resolve_command(ctx, args)
        except Exception as error:
            error.ukendt_kommando = args[0]  # type: ignore[attr-defined]
            raise


class DanishTyper(typer.Typer):
    """An app whose groups and commands have Danish help."""

    def __init__(self, **option: Any) -> None:
        super().__init__(
            cls=DanishGroup,
            no_args_is_help=True,
            add_completion=False,
            pretty_exceptions_enable=False,
            rich_markup_mode=None,
            subcommand_metavar="KOMMANDO [TILVALG]",
            options_metavar="",
            context_settings=_SETUP,
            **option,
        )

    def command(self, name: str | None = None, **option: Any) -> Callable[[Any], Any]:
        """As typer's own, with Danish help."""
        return super().command(
            name, cls=DanishCommand, options_metavar="[TILVALG]", context_settings=_SETUP, **option
        )
