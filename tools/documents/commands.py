"""The command reference: what each command says of itself with `--help`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.base.errors import ExitCode
from tools.documents.markdown import code, document, table

PROGRAM = "ledelsestilsyn"
WIDTH = 100
CODES = {
    ExitCode.OK: "Gennemført.",
    ExitCode.INTERNAL_ERROR: "Uventet fejl i programmet; det, der er udgivet, er uskadt.",
    ExitCode.USAGE_FAULT: "Forkert brug, indstilling eller nøgle, eller arbejdsmappen er i brug.",
    ExitCode.DATA_REFUSED: "Leverancen er afvist; intet er udgivet.",
    ExitCode.MAIL_MISSING: "Udgivet, men en mail blev ikke leveret.",
}


def command_overview(root: Any) -> str:
    """The reference of every command under the root command, in Danish."""
    return document(
        [
            "# Kommandoer",
            "",
            "Hjælpen til hver kommando, som programmet selv viser den med `--help`.",
            "",
            *code(_hint(root, PROGRAM), "text"),
            *[line for name, command in _commands(root, PROGRAM) for line in _section(name, command)],
            "## Afslutningskoder",
            "",
            *table(("Kode", "Betydning"), ((int(number), text) for number, text in CODES.items())),
        ]
    )


def _commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every command below a group, by its whole name, in the order of the help."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _section(name: str, command: Any) -> Iterator[str]:
    yield f"## {name.removeprefix(PROGRAM + ' ')}"
    yield ""
    yield from code(_hint(command, name), "text")


def _hint(command: Any, name: str) -> str:
    context = command.make_context(
        name, [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
    )
    return str(command.get_help(context))
