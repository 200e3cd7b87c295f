"""What is old and about single persons goes; what the reading said in all is the same before and after."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline import keeping
from pipeline.base.settings import Settings
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.review.purge import delete_personal, find_personal, old_files
from pipeline.review.store import open_store
from pipeline.stages import purge
from tests.review.drawn import PLAN, Reviews, empty_reviews

OLD, BEFORE = date(2019, 3, 9), date(2019, 4, 1)
REMARK = "Bemærkningen om R1, som ingen skal kunne finde igen."
OBJECTS = """
    A T1 R1 ja/nej
    B T1 R1 nej
    C T1 R2 ja
    D T2 R3 .
"""


@pytest.fixture
def reviews():
    with empty_reviews() as found:
        old = found.round(OBJECTS, enhed="raadgiver", periode="2019-03", read=OLD, til=date(2019, 2, 28))
        found.answer(old, "B", "6.1", "delvist", version=2, read=OLD, remark=REMARK)
        new = found.round("E T1 R1 ja", read=BEFORE)
        found.answer(new, "E", "6.1", "nej", version=2, read=BEFORE, remark="Ny.")
        found.agree(old, "B", closed=date(2019, 3, 31))
        found.agree(old, "C", closed=None)
        found.agree(new, "E", closed=BEFORE)
        found.register("A+ B- C- D+")
        yield found


def test_it_is_counted_before_it_is_done(reviews):
    """Nothing is deleted by counting; what is from the day itself is not before it."""
    for _ in range(2):
        found = find_personal(reviews.database, BEFORE)
        assert (found.tekster, found.laesere, found.aftaler) == (1, 5, 1)
        assert (found.runder, found.genstande) == (1, 4)
    assert find_personal(reviews.database, date(2019, 3, 9)).laesere == 0


def test_who_was_read_and_who_read_are_gone_and_the_rest_is_not(reviews):
    """Answers and objects stay; open agreements stay; the newer round is untouched."""
    delete_personal(reviews.database, BEFORE)
    left = reviews.database.fetch(
        "select count(bemaerkning) as texts, count(laeser) as readers, count(*) as n "
        "from gennemgang.besvarelse"
    )
    assert left == [{"texts": 1, "readers": 2, "n": 7}]
    known = reviews.database.fetch(
        "select genstand_id, raadgiver_id, raadgiver_nr is not null as nr from gennemgang.traekning_genstand"
    )
    assert {r["genstand_id"]: (r["raadgiver_id"], r["nr"]) for r in known} == {
        **dict.fromkeys("ABCD", (None, True)),
        "E": ("R1", False),
    }
    open_ = reviews.database.fetch("select genstand_id from gennemgang.aftale order by genstand_id")
    assert [r["genstand_id"] for r in open_] == ["C", "E"]
    assert not find_personal(reviews.database, BEFORE)


@pytest.mark.parametrize("table", ["tilsyn_svar", "tilsyn_enighed", "tilsyn_mod_register"])
def test_every_account_is_the_same_afterwards(reviews, table):
    """Also how many caseworkers were read: who they were is a number by lot."""
    before = reviews.all_told(table)
    assert before
    delete_personal(reviews.database, BEFORE)
    assert reviews.all_told(table) == before


def test_returned_workbooks_of_old_answers_alone_are_named(reviews):
    """One that also holds a newer answer stays."""
    assert old_files(reviews.database, BEFORE) == frozenset()
    assert old_files(reviews.database, date(2019, 4, 2)) == {"gennemgang.xlsx"}


@pytest.fixture
def call(tmp_path):
    """A workspace with an old round, the returned workbook, and pages of that month and a newer one."""
    folder = Workspace(tmp_path)
    with open_store(folder) as database:
        reviews = Reviews(database)
        old = reviews.round(OBJECTS, read=OLD, til=date(2019, 2, 28))
        reviews.answer(old, "B", "6.1", "nej", version=2, read=OLD, remark=REMARK)
    folder.returned.mkdir(exist_ok=True)
    (folder.returned / "gennemgang.xlsx").write_bytes(b"old")
    (folder.returned / "andet.xlsx").write_bytes(b"stays")
    for periode in ("2019-03", "2021-03"):
        home = folder.reports / periode / "T1"
        (home / "feedback").mkdir(parents=True)
        for name in ("feedback/R1.html", f"gennemgang-{periode}.xlsx", "rapport.html"):
            (home / name).write_text("x", encoding="utf-8")
    return Call(folder, Settings(), environment={})


def test_the_file_itself_forgets(call):
    """The store is written anew, returned workbooks and caseworkers' pages of the time go; reports stay."""
    root = call.folder.root
    assert REMARK[:20].encode() in call.folder.reviews.read_bytes()
    shown = purge.find(call, date(2021, 4, 30)).lines(done=False)
    assert shown[2] == (
        "  Gennemgang fra før 30. april 2019 (ældre end 24 måneder): 4 læste og mulige i 1 runde mister "
        "deres rådgiver, 1 svar mister bemærkning og aftale, "
        "5 navne på læsere, 1 udfyldt arbejdsbog og 2 feedbacksider og skemaer i rapporterne"
    )
    assert REMARK[:20].encode() in call.folder.reviews.read_bytes()
    done = keeping.purge(call, date(2021, 4, 30)).lines(done=True)
    assert done[1:] == shown[1:]
    assert REMARK[:20].encode() not in call.folder.reviews.read_bytes()
    left = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file() and "log/" not in str(p)}
    assert left - {"noegle", "noegle.fingeraftryk", "tilsyn.lock", "revisionsspor.sqlite3"} == {
        "gennemgang.duckdb", "besvarelser/andet.xlsx", "rapporter/2019-03/T1/rapport.html",
        "rapporter/2021-03/T1/rapport.html", "rapporter/2021-03/T1/feedback/R1.html",
        "rapporter/2021-03/T1/gennemgang-2021-03.xlsx",
    }  # fmt: skip
    assert not (call.folder.reports / "2019-03/T1/feedback").exists()
    assert purge.find(call, date(2021, 4, 30)).lines(done=False)[0] == "Intet er for gammelt:"
    assert call.folder.reviews.stat().st_mode & 0o777 == 0o600


def test_the_store_still_holds_what_it_promises(call):
    """Keys and checks come along to the new file: the next answer is a version of the same."""
    keeping.purge(call, date(2021, 4, 30))
    with open_store(call.folder) as database:
        assert database.value("select count(*) from gennemgang.traekning where plan_id = $id", id=PLAN) == 1
        twice = "insert into gennemgang.besvarelse from gennemgang.besvarelse limit 1"
        assert "onstraint" in str(database.error_in(lambda: database.run(twice)))
        database.run("rollback")
        database.run("begin transaction")
