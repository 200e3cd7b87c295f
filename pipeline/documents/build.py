"""Build the generated documents, or say which of them are no longer what they would become."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import ForkertBrug
from pipeline.resources import ressource


def standardmappe() -> Path:
    """Where the documents lie in a checkout."""
    return ressource("docs")


def byg(kommandoer: Any) -> dict[str, str]:
    """Every generated document: file name -> text. `kommandoer` is the command line's root command.

    Raises:
        ForkertBrug: the program is installed without the drawn tests that the catalogue prints.
    """
    from pipeline.definitions.plans import alle_planer
    from pipeline.documents.catalogue import katalog
    from pipeline.documents.commands import kommandooversigt
    from pipeline.documents.dictionary import dataordbog

    dokumenter = {f"indikatorer-{plan.plan_id}.md": katalog(plan) for plan in alle_planer()}
    return {
        **dokumenter,
        "dataordbog.md": dataordbog(),
        "kommandoer.md": kommandooversigt(kommandoer),
    }


def skriv(kommandoer: Any, mappe: Path) -> list[Path]:
    """Write the documents into a folder; the files written."""
    dokumenter = byg(kommandoer)
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        for navn, tekst in dokumenter.items():
            (mappe / navn).write_text(tekst, encoding="utf-8", newline="\n")
    except OSError:
        raise ForkertBrug(f"{mappe}: der kan ikke skrives i mappen.") from None
    return [mappe / navn for navn in dokumenter]


def foraeldede(kommandoer: Any, mappe: Path) -> Iterator[str]:
    """Names of the documents in a folder that are missing or not what they would become."""
    for navn, tekst in byg(kommandoer).items():
        fil = mappe / navn
        if not fil.is_file() or fil.read_bytes() != tekst.encode("utf-8"):
            yield navn
