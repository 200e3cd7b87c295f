"""A damaged publication: the next one replaces it, and its readers are told how."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.errors import UnreadableDatabase
from pipeline.call import Call
from pipeline.delivery.approval import read_published
from pipeline.economist.published import objects, open_publication
from pipeline.publication.status import fetch_status
from pipeline.stages.candidate import read_candidate
from tests.stages.small_month import MAANED, leverance

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "four bytes": lambda _: b"xxxx",
    "nothing": lambda _: b"",
    "header": lambda data: b"xxxx" + data[4:],
    "half": lambda data: data[: len(data) // 2],
    "all over": lambda data: bytes(b ^ 255 if number % 999 == 0 else b for number, b in enumerate(data)),
}


def read_everything(file: Path) -> None:
    """Every table, as the workbook does."""
    with open_publication(file) as database:
        for object_ in (o for o in objects(database) if o.kind == "tabel"):
            database.run(f"from {object_.name}").fetchall()


READERS: dict[str, Callable[[Path], object]] = {
    "status": lambda file: fetch_status(file, None, None),
    "approve": lambda file: read_published(file, str),
    "economist": read_everything,
}


def harm(file: Path, damage: str) -> None:
    file.write_bytes(DAMAGES[damage](file.read_bytes()))


@pytest.mark.parametrize("damage", DAMAGES)
def test_publish_replaces_it(done: Call, damage: str):
    """What was published before is lost; what is published now is whole."""
    whole = done.folder.published.read_bytes()
    harm(done.folder.published, damage)
    run.publish_latest(done)
    assert done.folder.published.read_bytes() == whole


def test_run_replaces_it(done: Call, tmp_path: Path):
    """With another delivery, too, whose figures would have been compared with the lost ones."""
    harm(done.folder.published, "four bytes")
    run.run(done, leverance(tmp_path, **{"2021": "2020"}), MAANED)
    assert fetch_status(done.folder.published, None, None).periode == MAANED


@pytest.mark.parametrize("reads", READERS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_readers_are_told_how_to_mend_it(done: Call, damage: str, reads: str):
    """One Danish line that names the file, whichever way it is damaged."""
    file = done.folder.published
    harm(file, damage)
    with pytest.raises(UnreadableDatabase) as error:
        READERS[reads](file)
    assert error.value.lines == (
        f"{file} kan ikke læses som en udgivet database; kør publish (eller run) igen.",
    )


def test_a_damaged_candidate_is_computed_again(done: Call):
    """Publishing it again would not help."""
    harm(done.folder.candidate, "half")
    with pytest.raises(UnreadableDatabase, match="kør check igen"):
        read_candidate(done.folder)
