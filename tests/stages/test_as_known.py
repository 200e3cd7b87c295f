"""What was known on a day comes out as it did then, whatever has been taken in and answered since."""

from __future__ import annotations

import stat
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline import keeping, run
from pipeline.base.audit import history
from pipeline.base.database import open_database
from pipeline.base.errors import UsageFault
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.publication.fingerprint import fingerprints
from pipeline.review.store import attach_store
from tests.stages.small_month import MAANED, leverance
from tests.stages.test_united import store


@pytest.fixture
def later(done: Call, tmp_path: Path) -> Call:
    """The workspace after a later delivery, in which every child was born a year earlier."""
    folder = leverance(tmp_path / "senere", **{"01-02-2010": "01-02-2009"}).folder
    run.take_in(done, Leverance(folder.rename(folder.with_name("2021-05-31"))))
    return done


def test_what_was_published_is_found_again(later: Call):
    """Every table is what it was; what is published and its reports stand, and it is written down."""
    before = later.folder.published.read_bytes()
    reports = {f: f.read_bytes() for f in later.folder.reports.rglob("*") if f.is_file()}
    made = keeping.run_as_known(later, date(2021, 5, 30), MAANED)
    assert made.leverance_id.startswith("2021-04-30")
    assert fingerprints(made.database) == fingerprints(later.folder.published)
    assert later.folder.published.read_bytes() == before
    assert {f: f.read_bytes() for f in later.folder.reports.rglob("*") if f.is_file()} == reports
    assert (made.reports / "afdeling" / "rapport.html").is_file()
    assert {stat.S_IMODE(f.stat().st_mode) for f in made.reports.rglob("*.html")} == {0o600}
    row = history(later.folder.audit)[-1]
    told = (row["handling"], row["periode"], row["udfald"])
    assert told == ("run --som-af 2021-05-30", MAANED, "gennemført")
    assert any("er indlæst" in line for line in made.lines)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 4, 29), "ingen leverance i arbejdsmappen er fra 29-04-2021 eller før"),
        (date(2999, 1, 1), "--som-af: 01-01-2999 er ikke kommet endnu"),
    ],
)
def test_a_day_without_a_delivery_is_told(done: Call, day: date, expected: str):
    """Nothing is made."""
    with pytest.raises(UsageFault, match=expected):
        keeping.run_as_known(done, day, MAANED)
    assert not (done.folder.root / "som-af" / str(day)).exists()


def test_answers_read_back_later_were_not_known(tmp_path: Path):
    """Nor were rounds drawn later; the store itself keeps them."""
    from pipeline.stages.as_known import _begin

    folder = Workspace(tmp_path)
    folder.create()
    store(
        folder,
        {
            "traekning": """
                traekning_id | trukket_tidspunkt | periode
                R            | 2021-05-01        | 2021-04
                S            | 2021-05-21        | 2021-05
            """,
            "traekning_genstand": "traekning_id | genstand_id | sag_id\nR | G1 | S1\nS | G2 | S1",
            "besvarelse": """
                traekning_id | genstand_id | version | svar | indlaest_tidspunkt
                R            | G1          | 1       | nej  | 2021-05-10
                R            | G1          | 2       | ja   | 2021-05-20
                S            | G2          | 1       | ja   | 2021-05-22
            """,
        },
    )
    day = date(2021, 5, 19)
    past = Workspace(tmp_path, som_af=day)
    _begin(folder, past, day)
    for place, answers in ((past, [("R", 1)]), (folder, [("R", 1), ("R", 2), ("S", 1)])):
        with open_database([tmp_path]) as database:
            attach_store(database, place)
            found = database.fetch("select traekning_id, version from gennemgang.besvarelse order by all")
            assert [(row["traekning_id"], row["version"]) for row in found] == answers
            rounds = database.fetch("select max(trukket_tidspunkt) as t from gennemgang.traekning")
            assert (rounds[0]["t"] < datetime(2021, 5, 20)) == (place is past)  # noqa: DTZ001
