"""No mail links to a report that says something else: publish asks which candidate the reports are of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.errors import BusyError, UsageFault
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.stages import publish, report
from pipeline.stages.candidate import read_candidate
from tests.intake.delivery import OPENED_GATES, Delivery

MAANED, OTHER = "2021-03", "2021-02"


def leverance(root: Path, **changed: str) -> Leverance:
    """A small delivery of 30 April 2021."""
    folder = root / "2021-04-30"
    folder.mkdir(parents=True)
    for name, content in Delivery(root).files.items():
        for old, new in changed.items():
            content = content.replace(old.encode(), new.encode())
        (folder / name).write_bytes(content)
    return Leverance(folder)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after the job of a month."""
    root = tmp_path_factory.mktemp("frigivet")
    call = Call(Workspace(root / "tilsyn"), OPENED_GATES, environment={})
    run.run(call, leverance(root), MAANED)
    return call.folder.root


@pytest.fixture
def call(ran: Path, tmp_path: Path) -> Call:
    """A copy of it to do things to."""
    return Call(Workspace(Path(shutil.copytree(ran, tmp_path / "tilsyn"))), OPENED_GATES, environment={})


def refused(call: Call, periode: str) -> None:
    """Nothing is published and no mail is written; the message names the command that mends it."""
    folder = call.folder

    def published() -> dict[Path, bytes]:
        rooms = (folder.published.parent, folder.outbox)
        return {file: file.read_bytes() for place in rooms for file in place.rglob("*") if file.is_file()} | {
            folder.postbog: folder.postbog.read_bytes()
        }

    before = published()
    outcome = f"^Rapporterne for {periode} er ikke lavet af .* kør først report --periode {periode}\\.$"
    with pytest.raises(UsageFault, match=outcome):
        run.publish_latest(call)
    assert published() == before


def test_after_the_monthly_job_its_reports_are_known(call: Call):
    """Publishing it again is harmless, and needs no new reports."""
    run.publish_latest(call)


def test_a_period_without_reports_is_not_published(call: Call):
    """Its mails would link to nothing; when the reports are there they link to them."""
    run.calculate(call, OTHER)
    refused(call, OTHER)
    run.reports(call)
    run.publish_latest(call)
    assert (call.folder.outbox / OTHER).is_dir()


def test_outdated_reports_of_the_same_period_do_not_do(call: Call, tmp_path: Path):
    """A delivery taken in anew gives other figures; the old reports stand in the same folder."""
    run.take_in(call, leverance(tmp_path, **{"2021": "2020"}))
    run.calculate(call, MAANED)
    refused(call, MAANED)


def test_a_folder_taken_away_is_missed(call: Call):
    """The mark alone is no report."""
    shutil.rmtree(call.folder.reports / MAANED)
    refused(call, MAANED)


def test_comments_that_can_no_longer_be_read_make_other_reports(call: Call, tmp_path: Path):
    """The delivery of the candidate was replaced after its reports had been written."""
    run.take_in(call, leverance(tmp_path, **{"2021": "2020"}))
    refused(call, MAANED)


def test_a_job_cut_short_before_its_reports_stand_leaves_them_unknown(call: Call):
    """Published, but the old reports are still there."""
    run.calculate(call, OTHER)
    candidate = read_candidate(call.folder)
    report.build(call, candidate, report.read(call, candidate))
    publish.publish(call, candidate)
    refused(call, OTHER)


@pytest.mark.parametrize("before", [True, False], ids=["before the swap", "after the swap"])
def test_a_release_cut_short_leaves_no_mark(call: Call, monkeypatch: pytest.MonkeyPatch, before: bool):
    """On either side of the swap: reports that might not stand whole are not taken to."""
    replace = report.replace_folder

    def interrupted(*given: object) -> None:
        if not before:
            replace(*given)
        raise BusyError("afbrudt")

    monkeypatch.setattr(report, "replace_folder", interrupted)
    with pytest.raises(BusyError):
        run.reports(call)
    refused(call, MAANED)
    monkeypatch.undo()
    run.reports(call)
    run.publish_latest(call)


def test_the_mark_is_closed_to_others_and_no_reader_meets_it(call: Call):
    """It lies where the candidate lies."""
    label = call.folder.computation / "frigivet"
    assert label.stat().st_mode & 0o777 == 0o600
    assert not [path for path in call.folder.reports.rglob("*") if path.name.startswith("frigivet")]
