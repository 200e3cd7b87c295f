"""A workspace looked through: each thing that can be damaged is named, with what to restore or make again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline import keeping
from pipeline.base import space
from pipeline.base.errors import SurroundingsFault, UsageFault
from pipeline.base.released import read_mark
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.stages import ingest
from pipeline.stages.purge_reviews import mark_anew, unmark
from tests.stages.small_month import MAANED, leverance


def overwrite(file: Path) -> None:
    """A disk that gives something else back than was written."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    file.write_bytes(data)


def first(files: Iterator[Path]) -> Path:
    return sorted(files)[0]


DAMAGES: dict[str, tuple[Callable[[Workspace], object], str]] = {
    "key gone": (lambda f: (f.root / "noegle").unlink(), "nøglen mangler; hent den fra en sikkerhedskopi"),
    "delivery": (
        lambda f: overwrite(f.leverance_files()[0]),
        "kan ikke læses. Hent filen fra",
    ),
    "published": (lambda f: overwrite(f.published), "kan ikke læses som en udgivet database; kør publish"),
    "another database": (
        lambda f: f.published.write_bytes(f.published.read_bytes() + b"\0"),
        f"er ikke den database, rapporterne for {MAANED} er lavet med. Kør check --periode {MAANED}, report",
    ),
    "page": (
        lambda f: overwrite(first(f.reports.rglob("rapport.html"))),
        "0 filer mangler, og 1 er ikke, som de blev skrevet. Hent mappen fra sikkerhedskopien, eller kør",
    ),
    "page gone": (lambda f: first(f.reports.rglob("rapport.html")).unlink(), "1 fil mangler, og 0 er ikke"),
    "reports gone": (lambda f: shutil.rmtree(f.reports / MAANED), "rapporterne til det udgivne mangler"),
    "workbook": (lambda f: overwrite(first(f.reports.rglob("handl*.xlsx"))), "0 filer mangler, og 1 er ikke"),
    "ledger": (lambda f: f.postbog.write_bytes(b"xxxx"), "kan ikke læses som en postbog; hent den fra"),
    "ledger gone": (lambda f: f.postbog.unlink(), "postbogen mangler, men er ført før"),
    "audit trail": (lambda f: f.audit.write_bytes(b"xxxx"), "revisionsspor.sqlite3"),
    "mail": (
        lambda f: overwrite(first(f.outbox.rglob("*.eml"))),
        "1 mail mangler eller er ændret. Kør",
    ),
    "reviews": (
        lambda f: f.reviews.write_bytes(b"xxxx"),
        "gennemgang.duckdb kan ikke læses som en",
    ),
}


def test_a_workspace_as_a_run_leaves_it_is_whole(done: Call):
    """Everything is looked at, and told."""
    found = keeping.verify(done)
    assert found.faults == ()
    assert len(found.whole) == 8


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_named_with_what_to_do(done: Call, damage: str):
    """And nothing else but what rests on it; no line names a file below a period of the reports."""
    harm, said = DAMAGES[damage]
    harm(done.folder)
    found = keeping.verify(done)
    assert any(said in line for line in found.faults), found.faults
    assert len(found.whole) >= 5
    assert not [line for line in found.faults if "rapport.html" in line]


def test_a_workbook_that_a_reader_has_saved_is_hers(done: Call):
    """She may tick off what she has done."""
    file = first(done.folder.reports.rglob("handl*.xlsx"))
    book = load_workbook(file)
    book.worksheets[0]["A1"] = "set"
    book.save(file)
    assert keeping.verify(done).faults == ()


def test_what_is_deleted_or_changed_on_purpose_is_no_damage(done: Call):
    """Pages of single caseworkers go when they are old; the mark of their reports goes before them."""
    home, permissions = done.folder.reports / MAANED, done.settings.rettigheder
    old, changed = tuple(home.glob("*/feedback/*.html")), first(home.glob("*/rapport.html"))
    assert old
    unmark(done.folder, permissions, (*old, changed))
    assert keeping.verify(done).faults == (), "cut short here"
    for page in old:
        page.unlink()
    changed.write_bytes(b"renset")
    assert keeping.verify(done).faults == (), "cut short here"
    mark_anew(done.folder, permissions)
    assert keeping.verify(done).faults == ()
    assert (home / ".udgivelse").stat().st_mode & 0o777 == 0o640
    assert read_mark(home).periode == MAANED
    changed.write_bytes(b"en andens")
    assert "1 er ikke, som de blev skrevet" in keeping.verify(done).faults[0]


def test_where_there_is_nothing_it_says_so_and_makes_nothing(tmp_path: Path):
    """A mistyped folder is not a whole workspace."""
    with pytest.raises(UsageFault, match="arbejdsmappen findes ikke"):
        keeping.verify(Call(Workspace(tmp_path / "x")))
    assert not (tmp_path / "x").exists()


def test_a_run_that_the_disk_has_no_room_for_does_not_begin(
    done: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """One line with what there is and what may be needed; folders on one disk are added up."""
    given = leverance(tmp_path)
    ingest.require_room(done, given)
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 60_000_000))
    with pytest.raises(SurroundingsFault, match=r"der er 60 MB plads .* kan behøve 1\d\d MB"):
        ingest.require_room(done, given)
