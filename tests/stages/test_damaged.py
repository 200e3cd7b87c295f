"""A damaged publication: the next one replaces it, and its readers are told how."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.errors import UnreadableDatabase
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.delivery.approval import read_published
from pipeline.economist.published import objects, open_publication
from pipeline.publication.status import fetch_status
from pipeline.stages.candidate import read_candidate
from tests.intake.delivery import OPENED_GATES
from tests.stages.test_released import MAANED, leverance

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


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A delivery and a workspace after the job of a month."""
    root = tmp_path_factory.mktemp("beskadiget")
    call = Call(Workspace(root / "tilsyn"), OPENED_GATES, environment={})
    run.run(call, leverance(root), MAANED)
    return root


@pytest.fixture
def call(ran: Path, tmp_path: Path) -> Call:
    """A copy of it to damage."""
    copy = shutil.copytree(ran / "tilsyn", tmp_path / "tilsyn")
    return Call(Workspace(Path(copy)), OPENED_GATES, environment={})


def harm(file: Path, damage: str) -> None:
    file.write_bytes(DAMAGES[damage](file.read_bytes()))


@pytest.mark.parametrize("damage", DAMAGES)
def test_publish_replaces_it(call: Call, damage: str):
    """What was published before is lost; what is published now is whole."""
    whole = call.folder.published.read_bytes()
    harm(call.folder.published, damage)
    run.publish_latest(call)
    assert call.folder.published.read_bytes() == whole


def test_run_replaces_it(call: Call, ran: Path, tmp_path: Path):
    """With another delivery, too, whose figures would have been compared with the lost ones."""
    harm(call.folder.published, "four bytes")
    run.run(call, leverance(tmp_path, **{"2021": "2020"}), MAANED)
    assert fetch_status(call.folder.published, None, None).periode == MAANED


@pytest.mark.parametrize("reads", READERS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_readers_are_told_how_to_mend_it(call: Call, damage: str, reads: str):
    """One Danish line that names the file, whichever way it is damaged."""
    file = call.folder.published
    harm(file, damage)
    with pytest.raises(UnreadableDatabase) as error:
        READERS[reads](file)
    assert error.value.lines == (
        f"{file} kan ikke læses som en udgivet database; kør publish (eller run) igen.",
    )


def test_a_damaged_candidate_is_computed_again(call: Call):
    """Publishing it again would not help."""
    harm(call.folder.candidate, "half")
    with pytest.raises(UnreadableDatabase, match="kør check igen"):
        read_candidate(call.folder)
