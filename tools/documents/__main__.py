"""`python -m tools.documents`: build the generated documents, or with `--check` say which are outdated."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import typer

from cli import app
from pipeline.base.errors import LedelsestilsynError
from tools.documents.build import build, default_folder, outdated, write


def main() -> None:
    """Write the documents, or with `--check` only compare."""
    parser = argparse.ArgumentParser(prog="python -m tools.documents", description=__doc__)
    parser.add_argument("--folder", type=Path, default=default_folder(), help="where they lie (docs)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 2 when any is outdated")
    options = parser.parse_args()
    try:
        documents = build(typer.main.get_command(app))
        if not options.check:
            for file in write(documents, options.folder):
                print(f"written: {file}")
        elif names := list(outdated(documents, options.folder)):
            sys.stderr.write(f"outdated: {', '.join(names)}; run make docs\n")
            sys.exit(2)
        else:
            print("the documents are what the definitions make of them")
    except LedelsestilsynError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
