"""Build the generated documents, write them to a folder, or say which of a folder's are outdated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.base.errors import UsageFault
from pipeline.base.resources import resource
from pipeline.definitions.plans import all_plans
from tools.documents.catalogue import catalogue
from tools.documents.commands import command_overview
from tools.documents.dictionary import data_dictionary

Documents = Mapping[str, str]
"""File name -> text."""


def default_folder() -> Path:
    """Where the documents lie in a checkout."""
    return resource("docs")


def build(commands: Any) -> Documents:
    """Every generated document. `commands` is the command line's root command.

    Raises:
        UsageFault: the program is installed without the drawn tests that the catalogue prints.
    """
    catalogues = {f"indikatorer-{plan.plan_id}.md": catalogue(plan) for plan in all_plans()}
    return {
        **catalogues,
        "dataordbog.md": data_dictionary(),
        "kommandoer.md": command_overview(commands),
    }


def write(documents: Documents, folder: Path) -> list[Path]:
    """Write the documents into a folder; the files written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in documents.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise UsageFault(f"{folder}: der kan ikke skrives i mappen.") from None
    return [folder / name for name in documents]


def outdated(documents: Documents, folder: Path) -> Iterator[str]:
    """Names of the documents that a folder does not have as they are here."""
    for name, text in documents.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != text.encode("utf-8"):
            yield name
