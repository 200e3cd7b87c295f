"""No mail links to a report that says something else: publish asks which candidate the reports are of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.durable import sha256
from pipeline.base.errors import BusyError, UsageFault
from pipeline.base.released import MARK, read_mark
from pipeline.call import Call
from pipeline.stages import report
from tests.stages.small_month import MAANED, leverance

OTHER = "2021-02"


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
        run.publish_latest(call, allow_less=True)
    assert published() == before


def test_after_the_monthly_job_its_reports_are_known(done: Call):
    """Publishing it again is harmless, and needs no new reports."""
    run.publish_latest(done)


def test_an_index_of_all_and_one_of_each_teams_own(done: Call):
    """The whole one beside the periods; a team's in its folder, and none in the department's."""
    assert (done.folder.reports / "index.html").is_file()
    homes = {file.parent.name for file in (done.folder.reports / MAANED).glob("*/index.html")}
    teams = {file.parent.name for file in (done.folder.reports / MAANED).glob("*/handlingsliste.xlsx")}
    assert homes == teams - {"afdeling"}


def test_a_period_without_reports_is_not_published(done: Call):
    """Its mails would link to nothing; when the reports are there they link to them."""
    run.calculate(done, OTHER)
    refused(done, OTHER)
    run.reports(done)
    run.publish_latest(done, allow_less=True)
    assert (done.folder.outbox / OTHER).is_dir()


def test_outdated_reports_of_the_same_period_do_not_do(done: Call, tmp_path: Path):
    """A delivery taken in anew gives other figures; the old reports stand in the same folder."""
    run.take_in(done, leverance(tmp_path, **{"2021": "2020"}))
    run.calculate(done, MAANED)
    refused(done, MAANED)


def test_a_folder_taken_away_is_missed(done: Call):
    """The mark alone is no report."""
    shutil.rmtree(done.folder.reports / MAANED)
    refused(done, MAANED)


def test_comments_that_can_no_longer_be_read_make_other_reports(done: Call, tmp_path: Path):
    """The delivery of the candidate was replaced after its reports had been written."""
    run.take_in(done, leverance(tmp_path, **{"2021": "2020"}))
    refused(done, MAANED)


def test_a_report_cut_short_leaves_the_mark_of_what_stands(done: Call, monkeypatch: pytest.MonkeyPatch):
    """The mark goes with the reports: old ones that stand are taken for nothing else."""
    run.calculate(
        done,
        MAANED,
    )
    monkeypatch.setattr(report, "switch", lambda *_: (_ for _ in ()).throw(BusyError("afbrudt")))
    with pytest.raises(BusyError):
        run.reports(done)
    refused(done, MAANED)
    monkeypatch.undo()
    run.reports(done)
    run.publish_latest(done)


def test_the_mark_names_every_page_and_no_form(done: Call):
    """By its fingerprint; what leaders fill in changes, and is theirs."""
    mark = read_mark(done.folder.reports / MAANED)
    assert mark
    files = {p.relative_to(done.folder.reports / MAANED).as_posix() for p in pages(done)}
    assert set(mark.files) == files
    assert mark.database == sha256(done.folder.published)


def pages(call: Call) -> list[Path]:
    """Every file of the month's reports that nobody fills in."""
    files = (call.folder.reports / MAANED).rglob("*")
    return [
        f for f in files if f.is_file() and f.name != MARK and not f.name.startswith(("input-", "gennem"))
    ]
