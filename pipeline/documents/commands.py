"""The command reference: what each command says of itself with `--help`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.documents.markdown import dokument, kode, tabel
from pipeline.errors import ExitKode

PROGRAM = "ledelsestilsyn"
BREDDE = 100
KODER = {
    ExitKode.OK: "Gennemført.",
    ExitKode.INTERN_FEJL: "Uventet fejl i programmet; det, der er udgivet, er uskadt.",
    ExitKode.FORKERT_BRUG: "Forkert brug, indstilling eller nøgle, eller arbejdsmappen er i brug.",
    ExitKode.DATA_AFVIST: "Leverancen er afvist; intet er udgivet.",
    ExitKode.MAIL_MANGLER: "Udgivet, men en mail blev ikke leveret.",
}


def kommandooversigt(rod: Any) -> str:
    """The reference of every command under the root command, in Danish."""
    return dokument(
        [
            "# Kommandoer",
            "",
            "Hjælpen til hver kommando, som programmet selv viser den med `--help`.",
            "",
            *kode(_hjaelp(rod, PROGRAM), "text"),
            *[linje for navn, kommando in _kommandoer(rod, PROGRAM) for linje in _afsnit(navn, kommando)],
            "## Afslutningskoder",
            "",
            *tabel(("Kode", "Betydning"), ((int(nr), tekst) for nr, tekst in KODER.items())),
        ]
    )


def _kommandoer(gruppe: Any, sti: str) -> Iterator[tuple[str, Any]]:
    """Every command below a group, by its whole name, in the order of the help."""
    for navn, kommando in gruppe.commands.items():
        if hasattr(kommando, "commands"):
            yield from _kommandoer(kommando, f"{sti} {navn}")
        else:
            yield f"{sti} {navn}", kommando


def _afsnit(navn: str, kommando: Any) -> Iterator[str]:
    yield f"## {navn.removeprefix(PROGRAM + ' ')}"
    yield ""
    yield from kode(_hjaelp(kommando, navn), "text")


def _hjaelp(kommando: Any, navn: str) -> str:
    kontekst = kommando.make_context(
        navn, [], resilient_parsing=True, terminal_width=BREDDE, max_content_width=BREDDE
    )
    return str(kommando.get_help(kontekst))
