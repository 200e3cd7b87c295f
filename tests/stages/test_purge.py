"""What is too old goes, from every byte of the workspace; what is not, and what was made of it, stays."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from pipeline import keeping, run
from pipeline.base.audit import history
from pipeline.base.database import open_file
from pipeline.call import Call, Leverance
from pipeline.delivery.ledger import Dispatch, Postbog
from pipeline.publication.fingerprint import fingerprints
from tests.intake.delivery import FACTS, Delivery
from tests.stages.conftest import a_call
from tests.stages.planted import files_with
from tests.stages.small_month import leverance

RAW, QUARANTINED, MAIL, NEW = "Zvqrunaahemwolig", "Kxwindjespaerqet", "Jhpozstmodtqager", "Wyfriqsktforwnjy"


@pytest.fixture(scope="module")
def planted(month_done: Path, tmp_path_factory: pytest.TempPathFactory) -> Call:
    """A delivery of January with a word in its raw rows and its quarantine, the newest one, and old mails."""
    root = tmp_path_factory.mktemp("plantet")
    done = a_call(Path(shutil.copytree(month_done, root / "tilsyn")))
    old = Delivery(root / "gammel", own=FACTS)
    old.rows("sager", [{**row, "distrikt": RAW} if row["sag_id"] == "S1" else row for row in FACTS["sager"]])
    old.rows("indsatser", [{**FACTS["indsatser"][0], "indsats_id": QUARANTINED, "sag_id": "S9"}])
    folder = root / "2021-01-31"
    folder.mkdir()
    for name, content in old.files.items():
        (folder / name).write_bytes(content.replace(b"distrikt", b"Et notat"))
    run.take_in(done, Leverance(folder))
    run.take_in(done, leverance(root / "ny", Modtagelsen=NEW))
    for periode, word in (("2016-01", MAIL), ("2021-03", NEW)):
        _mail(done, periode, word)
    return done


@pytest.fixture
def call(planted: Call, tmp_path: Path) -> Call:
    """A copy of it to purge."""
    return a_call(Path(shutil.copytree(planted.folder.root, tmp_path / "tilsyn")))


def _mail(call: Call, periode: str, word: str) -> None:
    home = call.folder.outbox / periode
    home.mkdir(exist_ok=True)
    (home / f"{word}.eml").write_text(word, encoding="utf-8")
    row = Dispatch(
        "p",
        periode,
        "team",
        "T1",
        f"{word}@kommune.example",
        1,
        "x",
        "{}",
        f"{word}.eml",
        "y",
        "<1>",
        "afventer",
    )
    with Postbog(call.folder.postbog) as book:
        book.write_outbox("p", periode, "z", [row])
        book.finish(book.begin(row), word)


DAY = date(2022, 3, 1)
"""13 months after the first delivery, and six years after the old mails."""


def _elsewhere(call: Call) -> None:
    """Old words and new where a week and other programs leave rows, and in a workbook never read."""
    folder = call.folder
    for day, word in (("2021-01-15", RAW), ("2022-02-15", NEW)):
        home = folder.week / "karantaene" / day
        home.mkdir(parents=True)
        (home / "sager.csv").write_text(word, encoding="utf-8")
        folder.foreign.mkdir(exist_ok=True)
        journal = folder.foreign / f"ledelsestilsyn.duckdb.wal.{day.replace('-', '')}T101112000000"
        journal.write_text(word, encoding="utf-8")
    for periode, word in (("2016-U09", MAIL), ("2021-U09", NEW)):
        _mail(call, periode, word)
    unread = folder.returned / "ulaest.xlsx"
    with ZipFile(unread, "w") as parts:
        parts.writestr("ark.xml", RAW)
    os.utime(unread, (1_500_000_000, 1_500_000_000))


def test_what_lies_elsewhere_goes_too(call: Call):
    """The weeks' quarantine and mails, other programs' journals, workbooks that were never read."""
    _elsewhere(call)
    new = files_with(call.folder.root, NEW)
    assert len({name.split("/")[0] for name in files_with(call.folder.root, RAW)}) == 4
    keeping.purge(call, DAY)
    assert files_with(call.folder.root, RAW, MAIL) == set()
    assert files_with(call.folder.root, NEW) == new
    assert not keeping.find_old(call, DAY)
    assert keeping.verify(call).faults == ()


def test_what_would_go_is_said_and_nothing_is_deleted(call: Call):
    """Each kind by its own months; those of the option go for all of them."""
    lines = keeping.find_old(call, DAY).lines(done=False)
    assert [line.partition(":")[0] for line in lines[:4]] == [
        "Slettes",
        "  Rå rækker og karantæne fra før 1. februar 2021 (ældre end 13 måneder)",
        "  Gennemgang fra før 1. marts 2020 (ældre end 24 måneder)",
        "  Mails og postbog fra før 1. marts 2017 (ældre end 60 måneder)",
    ]
    assert "1 leverance mister" in lines[1]
    assert "1 periode i postbogen med 1 mails" in lines[3]
    assert not keeping.find_old(call, date(2021, 2, 1), 72)
    assert all(
        "(ældre end 12 måneder)" in line for line in keeping.find_old(call, DAY, 12).lines(done=False)[1:4]
    )
    assert files_with(call.folder.root, RAW) == {"leverancer/2021-01-31.duckdb"}
    assert "karantaene/2021-01-31/indsatser.csv" in files_with(call.folder.root, QUARANTINED)
    assert files_with(call.folder.root, MAIL) == {"postbog.sqlite3", f"udbakke/2016-01/{MAIL}.eml"}


def test_no_byte_of_it_is_left(call: Call):
    """Nor of anything that is not old does a byte go; the old delivery is still computed from."""
    root = call.folder.root
    typed = _typed(call.folder.leverance_files()[0])
    new = files_with(root, NEW)
    assert len(new) == 3
    done = keeping.purge(call, DAY).lines(done=True)
    assert done[0] == "Slettet:"
    assert files_with(root, RAW, QUARANTINED, MAIL) == set()
    assert files_with(root, NEW) == new
    assert _typed(call.folder.leverance_files()[0]) == typed
    assert not keeping.find_old(call, DAY)
    with closing(sqlite3.connect(call.folder.postbog)) as ledger:
        assert ledger.execute("select distinct periode from haendelse").fetchall() == [("2021-03",)]


def _typed(file: Path) -> list[dict[str, object]]:
    with open_file(file) as database:
        return [
            *database.fetch("from data.sager order by all"),
            *database.fetch("select extract, laest, karantaene from leverance_fil order by all"),
        ]


def test_the_delivery_in_force_is_left_as_it_is(call: Call):
    """However old it is: its reports tell of warnings by its raw rows."""
    before = call.folder.newest_leverance().read_bytes()
    keeping.purge(call, date(2040, 1, 1))
    assert call.folder.newest_leverance().read_bytes() == before


def test_a_purged_delivery_can_be_computed_by_as_known_on_its_day(call: Call):
    """With the same figures as before, and its reports, though the rows that they warn of are not there."""
    made = []
    for _ in range(2):
        known = keeping.run_as_known(call, date(2021, 2, 1), "2021-01")
        made.append(fingerprints(known.database))
        assert (known.reports / "T1" / "registrering.html").is_file()
        keeping.purge(call, DAY)
    assert made[0] == made[1]


def test_it_is_written_in_the_audit_trail(call: Call):
    """How much of what, from before which day."""
    keeping.purge(call, DAY)
    row = history(call.folder.audit)[-1]
    assert (row["handling"], row["udfald"]) == ("purge", "gennemført")
    assert "Rå rækker og karantæne fra før 1. februar 2021" in row["hvad"]
    assert "1 periode i postbogen" in row["hvad"]
