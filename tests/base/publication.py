"""A workspace with a publication so small that it can be written out: one word in the database, one page."""

from __future__ import annotations

from pathlib import Path

from pipeline.base.durable import beside
from pipeline.base.readers import open_for_readers, prepare_file, prepare_folder
from pipeline.base.settings import Permissions
from pipeline.base.switch import Switch, switch
from pipeline.base.workspace import Workspace

MAANED = "2021-04"
STANDARD = Permissions()


def lay(folder: Workspace, word: str, *teams: str, permissions: Permissions = STANDARD) -> None:
    """Lay a month ready: a database that says a word, and a page for each team that says the same."""
    folder.create()
    open_for_readers(folder.reports, permissions)
    new = beside(folder.reports / MAANED)
    for team in teams or ("A",):
        (new / team).mkdir(parents=True)
        (new / team / "rapport.html").write_text(word, encoding="utf-8")
    prepare_folder(new, permissions)
    folder.candidate.write_text(word, encoding="utf-8")
    prepare_file(folder.candidate, folder.published, permissions)


def publish(folder: Workspace, word: str, *teams: str, permissions: Permissions = STANDARD) -> None:
    """Put a month in place."""
    lay(folder, word, *teams, permissions=permissions)
    switch(folder, Switch(MAANED), permissions)


def stands(folder: Workspace) -> tuple[str, str]:
    """What the database and the page of team A say."""
    page = folder.reports / MAANED / "A" / "rapport.html"
    return _read(folder.published), _read(page)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else "intet"
