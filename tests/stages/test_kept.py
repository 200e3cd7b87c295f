"""Nobody's figures go away unasked: an older month, a plan left out, a team that is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline import run
from pipeline.base.database import open_database, open_file
from pipeline.base.errors import DataRefused, UsageFault
from pipeline.base.released import read_mark
from pipeline.call import Call
from pipeline.stages.candidate import read_candidate
from pipeline.stages.kept import newer_publication
from tests.stages.small_month import MAANED, leverance

OLDER = "2021-02"


def with_more(call: Call, **rows: dict[str, object]) -> None:
    """The published file, with rows that the candidate does not have."""
    with open_database([call.folder.root]) as database:
        database.attach(call.folder.published, "ud", writable=True)
        for table, row in rows.items():
            database.insert(f"ud.{table}", [row])


def test_an_older_month_is_reported_beside_the_newer_publication(done: Call, tmp_path: Path):
    """Not a byte of the published file changes, and no mails are written; the outcome says so."""
    before = done.folder.published.read_bytes()
    outcome = run.run(done, leverance(tmp_path), OLDER)
    assert done.folder.published.read_bytes() == before
    assert any(line.startswith(f"Det udgivne er {MAANED}, som er nyere") for line in outcome.lines)
    assert "--tillad-indskraenkning" in outcome.next_
    assert read_mark(outcome.reports).periode == OLDER
    assert outcome.outbox is None
    assert not (done.folder.outbox / outcome.periode).exists()
    with open_file(outcome.results) as database:
        assert database.value("select periode from opgoerelse") == OLDER


def test_an_older_month_is_published_where_the_call_says_so(done: Call, tmp_path: Path):
    """Then the newer ones are gone, as asked for."""
    outcome = run.run(done, leverance(tmp_path), OLDER, allow_less=True)
    with open_file(done.folder.published) as database:
        assert database.value("select periode from opgoerelse") == OLDER
    assert outcome.outbox.is_dir()


def test_publishing_an_older_month_alone_is_refused(done: Call):
    """The step is asked for nothing else (exit 2); the message names both periods and the option."""
    run.calculate(done, OLDER)
    with pytest.raises(UsageFault, match=f"er {MAANED}, som er nyere end {OLDER}.*--tillad-indskraenkning"):
        run.publish_latest(done)


@pytest.mark.parametrize("periode", ["2021-K1", "2021-04"])
def test_another_period_that_ends_no_earlier_takes_nothing_away(done: Call, periode: str):
    """A quarter has its months."""
    run.calculate(done, periode)
    assert newer_publication(done.folder, read_candidate(done.folder), allow_less=False) is None


def test_a_plan_that_is_left_out_stops_the_publication(done: Call):
    """Exit 2: the call or the settings forgot it; the plan is named."""
    day = date(2021, 1, 1)
    row = {"plan_id": "egen", "titel": "Egen", "organisation": "X", "start_dato": day, "slut_dato": day}
    with_more(done, plan={**row, "orden": 2, "slags": "udviklingsplan", "plan_sha256": "9"})
    with pytest.raises(UsageFault, match=r"^egen er udgivet, men ikke med nu.*--tillad-indskraenkning"):
        run.publish_latest(done)
    run.publish_latest(done, allow_less=True)
    with open_file(done.folder.published) as database:
        assert database.value("select count(*) from plan") == 1


def test_a_team_that_is_gone_from_the_delivery_stops_the_publication(done: Call):
    """Exit 3: the data is at fault, most likely a file cut off; the team is named."""
    with_more(done, teams={"team_id": "T9", "navn": "Team Ni"})
    with pytest.raises(DataRefused, match=r"^teams.csv: T9 er udgivet, men ikke i leverancen"):
        run.publish_latest(done)


def test_a_publication_that_cannot_be_read_holds_nothing_back(done: Call):
    """Nor does one of an early version that did not say what it held."""
    run.calculate(done, OLDER)
    done.folder.published.write_bytes(b"xxxx")
    candidate = replace(read_candidate(done.folder))
    assert newer_publication(done.folder, candidate, allow_less=False) is None
