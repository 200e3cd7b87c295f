"""A run cut short between any of its last steps: readers see one run's; the next command mends it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import keeping, run
from pipeline.base import readers, switch
from pipeline.base.errors import UsageFault
from pipeline.base.reading import before_reading
from pipeline.call import Call
from pipeline.delivery import outbox
from pipeline.delivery.ledger import Postbog
from pipeline.publication.status import fetch_status
from pipeline.stages import mails, publish, report
from pipeline.stages.candidate import read_candidate
from pipeline.stages.publish import release
from tests.stages.conftest import a_call
from tests.stages.small_month import MAANED

NEW = "2021-04"
UNWRITTEN = f"Der er ingen mails for {NEW} i udbakken"


class Cut(BaseException):
    """The moment the current goes."""


STEPS = {
    "the reports are built": (report, "lay_ready"),
    "the reports are flushed": (readers, "flush_tree"),
    "what was published is kept": (publish, "prepare_file"),
    "all lies ready": (publish, "switch"),
    "the note stands": (switch, "_forward"),
    "both stand": (switch, "_end"),
    "the note is gone": (mails, "write_mails"),
    "some mails are written": (Postbog, "write_outbox"),
    "the ledger knows of them": (outbox, "_clear"),
}
"""What has been done, and what comes after it and never happens."""


@pytest.fixture(scope="module")
def computed(month_done: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The month published and the next one computed."""
    root = tmp_path_factory.mktemp("opgjort") / "tilsyn"
    shutil.copytree(month_done, root)
    run.calculate(a_call(root), NEW)
    return root


@pytest.fixture
def call(computed: Path, tmp_path: Path) -> Call:
    return a_call(Path(shutil.copytree(computed, tmp_path / "tilsyn")))


@pytest.mark.parametrize("step", STEPS)
def test_a_run_cut_short_is_mended_by_the_next_command(
    call: Call, monkeypatch: pytest.MonkeyPatch, step: str
):
    """Old together before the note stands, new together after, and whole; lacking mails are told of."""
    cut_short(call, monkeypatch, step)
    before_reading(call.folder)
    after, mails_there = _reached(step, "the note stands"), _reached(step, "the ledger knows of them")
    assert fetch_status(call.folder.published, None, None).periode == (NEW if after else MAANED)
    assert (call.folder.reports / NEW).is_dir() == after
    faults = keeping.verify(call).faults
    assert [line[: len(UNWRITTEN)] for line in faults] == [UNWRITTEN] * (after and not mails_there)


@pytest.mark.parametrize("step", [*STEPS][4:-1])
def test_mails_of_another_publication_are_never_sent_and_the_next_run_writes_the_new_ones(
    call: Call, monkeypatch: pytest.MonkeyPatch, step: str
):
    """Those of the month before were released; the new one has none, or half of them, and says so."""
    run.approve(call, MAANED)
    cut_short(call, monkeypatch, step)
    for periode, said in ((MAANED, f"Det udgivne er {NEW}, ikke {MAANED}"), (NEW, UNWRITTEN)):
        for give in (run.approve, run.send):
            with pytest.raises(UsageFault, match=said):
                give(call, periode)
    with call.locked():
        release(call, read_candidate(call.folder), None)
    assert keeping.verify(call).faults == ()
    released = run.approve(call, NEW).released
    assert released == len([*(call.folder.outbox / NEW).glob("*.eml")]) > 0
    with Postbog(call.folder.postbog) as book:
        assert {row.udgave for row in book.dispatches("sverigesmodellen", NEW)} == {1}


def cut_short(call: Call, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Release what was computed, and cut it off after a step."""
    room, name = STEPS[step]
    with monkeypatch.context() as patched:
        patched.setattr(room, name, lambda *_, **__: (_ for _ in ()).throw(Cut()))
        patched.setattr(switch, "_back", lambda *_: None)  # a killed process puts nothing back
        with pytest.raises(Cut), call.locked():
            release(call, read_candidate(call.folder), None)


def _reached(step: str, other: str) -> bool:
    return [*STEPS].index(step) >= [*STEPS].index(other)
