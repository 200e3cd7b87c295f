"""What happens to a round afterwards: objects leave, reserves step in, answers come, the calendar tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.base.database import Database, open_database
from pipeline.base.errors import UsageFault
from pipeline.base.periods import read_periode
from pipeline.base.workspace import Workspace
from pipeline.definitions.plans import Plan, read_plan
from pipeline.review.eliminate import eliminate
from pipeline.review.rounds import calendar, silent_lines
from pipeline.review.store import (
    NAME,
    Genstand,
    Traekning,
    empty_store,
    genstande,
    keep_round,
    maalepunkt_ids,
    open_store,
    publish_rounds,
    traekninger,
)
from tests.review.delivered import THEME

ROUND = Traekning(
    "p.t.2021-K2.1", "p", "t", "2021-K2", 1, "tilfaeldig", "genstand", date(2021, 4, 1), date(2021, 6, 30),
    date(2021, 7, 5), "ab12", 7, 0.1, 4, 2, 1, 0, datetime.fromisoformat("2021-07-06T09:00"),
)  # fmt: skip
FRAME = (("S1", "T1", 1, "T2"), ("S2", "T1", 2, None), ("S3", "T2", 1, None), ("S4", "T1", 3, None))


def item(id_: str, team: str, order: int, second: str | None) -> Genstand:
    return Genstand(
        ROUND.traekning_id, "sag", id_, id_, team, "R1", date(2021, 5, 1), order,
        "trukket" if order == 1 else "reserve", "ude", None, None, None, team, second,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """A round with two drawn and two reserves; it asks M1 and M2."""
    with open_store(Workspace(tmp_path)) as database:
        keep_round(database, ROUND, ("M2", "M1"), [item(*row) for row in FRAME])
        yield database


def answer(
    database: Database, id_: str, question: str, reply: str | None = "ja", version: int = 1, **more
) -> None:
    row = {
        "traekning_id": ROUND.traekning_id, "genstand_type": "sag", "genstand_id": id_, "version": version,
        "maalepunkt_id": question, "svar": reply, "genlaesning": False, "kilde_fil": "a.xlsx",
        "indlaest_tidspunkt": datetime.fromisoformat("2021-07-09T08:00"), **more,
    }  # fmt: skip
    database.insert("gennemgang.besvarelse", [row])


def account(database: Database) -> list[str]:
    """The frame as it stands: who is drawn for whom, and who has left."""
    return [
        f"{g.genstand_id} {g.rolle} {g.tilstand}" + (f" for {g.traekkes_for}" if g.traekkes_for else "")
        for g in genstande(database, ROUND.traekning_id)
    ]


PLAN: Plan = read_plan("slagelse_2021_2023").model_copy(
    update={"plan_id": "p", "tilsyn": (THEME,), "slut_dato": date(2021, 12, 31)}
)


def told(database: Database, day: date, periode: str | None = None) -> list[str]:
    """The calendar in short: period, state, and drawn = read + eliminated + missing."""
    lines = []
    for due in calendar(database, [PLAN], day, read_periode(periode) if periode else None):
        w = due.whole
        counts = f" {w.trukket} = {w.laest} + {w.udgaaet} + {w.mangler}, {w.paabegyndt} begun" if w else ""
        lines.append(f"{due.periode} {due.tilstand}{counts}")
    return lines


def test_a_round_is_kept_as_it_was_drawn(store: Database):
    """Also what it asked, in the order of the form, and its strata."""
    assert traekninger(store) == traekninger(store, "p", "t", "2021-K2") == (ROUND,)
    assert traekninger(store, "p", "t", "2021-K1") == ()
    assert maalepunkt_ids(store, ROUND.traekning_id) == ("M2", "M1")
    strata = store.fetch("select team_id, raadgiver_id, ramme, trukket from gennemgang.traekning_stratum")
    assert [tuple(row.values()) for row in strata] == [("T1", None, 3, 1), ("T2", None, 1, 1)]


def test_one_that_leaves_is_replaced_by_the_next_of_its_stratum(store: Database):
    """It stays in the account; the reserve takes over its second reader, and the one after it is next."""
    gone = eliminate(store, ROUND.traekning_id, "S1", "flyttet", date(2021, 7, 8))
    assert (gone.gone.genstand_id, gone.drawn and gone.drawn.genstand_id) == ("S1", "S2")
    assert account(store) == [
        "S1 trukket udgaaet",
        "S2 trukket ude for S1",
        "S4 reserve ude",
        "S3 trukket ude",
    ]
    first, second = genstande(store, ROUND.traekning_id)[:2]
    assert (first.udgaaet_aarsag, first.udgaaet_dato) == ("flyttet", date(2021, 7, 8))
    assert second.genlaeser_team_id == "T2"
    eliminate(store, ROUND.traekning_id, "S2", "fejlregistreret", date(2021, 7, 9))
    assert account(store)[2] == "S4 trukket ude for S2"
    assert told(store, date(2021, 6, 1))[-1] == "2021-K2 ude 4 = 0 + 2 + 2, 0 begun"


def test_without_a_reserve_the_round_grows_smaller(store: Database):
    """Another stratum's reserves are not drawn on."""
    assert eliminate(store, ROUND.traekning_id, "S3", "andet", date(2021, 7, 8)).drawn is None
    assert account(store)[-1] == "S3 trukket udgaaet"


@pytest.mark.parametrize(
    ("round_", "id_", "why"),
    [
        ("p.t.2021-K2.9", "S1", r"Trækningen 'p.t.2021-K2.9' findes ikke: vælg en af p.t.2021-K2.1"),
        (ROUND.traekning_id, "S2", r"S2 er ikke trukket"),
        (ROUND.traekning_id, "S9", r"S9 er ikke trukket"),
        (ROUND.traekning_id, "S4", r"S4 er ikke trukket"),
        (ROUND.traekning_id, "S3", r"S3 har svar i p.t.2021-K2.1 og kan ikke udgå"),
    ],
)
def test_what_cannot_leave_is_told(store: Database, round_: str, id_: str, why: str):
    """No such round, nothing drawn, or answered already: nobody reads until the answer suits them."""
    answer(store, "S3", "M1")
    with pytest.raises(UsageFault, match=why):
        eliminate(store, round_, id_, "flyttet", date(2021, 7, 8))


def test_nothing_leaves_twice(store: Database):
    """The first reason stands."""
    eliminate(store, ROUND.traekning_id, "S1", "flyttet", date(2021, 7, 8))
    with pytest.raises(UsageFault, match="S1 er allerede udgået"):
        eliminate(store, ROUND.traekning_id, "S1", "andet", date(2021, 7, 9))


def test_one_is_read_when_every_question_has_an_answer_in_force(store: Database):
    """A second reader's answers, a question of another form and an answer taken back count for nothing."""
    answer(store, "S1", "M1")
    answer(store, "S1", "M9")
    answer(store, "S1", "M2", genlaesning=True)
    assert told(store, date(2021, 6, 1))[-1] == "2021-K2 ude 2 = 0 + 0 + 2, 1 begun"
    answer(store, "S1", "M2", "kan_ikke_ses")
    assert told(store, date(2021, 6, 1))[-1] == "2021-K2 ude 2 = 1 + 0 + 1, 0 begun"
    answer(store, "S1", "M2", None, version=2)
    assert told(store, date(2021, 6, 1))[-1] == "2021-K2 ude 2 = 0 + 0 + 2, 1 begun"


def test_the_calendar_tells_the_round_of_the_day_and_the_one_before(store: Database):
    """What is out is told until it is read; what nobody drew back then is history."""
    assert told(store, date(2021, 5, 1)) == ["2021-K1 ikke_trukket", "2021-K2 ude 2 = 0 + 0 + 2, 0 begun"]
    assert told(store, date(2021, 7, 1)) == [
        "2021-K2 overskredet 2 = 0 + 0 + 2, 0 begun",
        "2021-K3 skal_traekkes",
    ]
    last = ["2021-K2 overskredet 2 = 0 + 0 + 2, 0 begun", "2021-K3 ikke_trukket", "2021-K4 skal_traekkes"]
    assert told(store, date(2021, 12, 1)) == last
    for id_ in ("S1", "S3"):
        for question in ("M1", "M2"):
            answer(store, id_, question)
    assert told(store, date(2021, 12, 1)) == last[1:]
    assert told(store, date(2022, 2, 1)) == ["2021-K4 ikke_trukket"]  # the plan has ended
    assert told(store, date(2022, 2, 1), "2021-K2") == ["2021-K2 laest 2 = 2 + 0 + 0, 0 begun"]


@pytest.mark.parametrize(
    ("day", "periode", "line"),
    [
        (date(2021, 5, 1), None, None),
        (
            date(2020, 5, 1),
            None,
            "p har ingen runder her. Planens runder går fra 01-01-2021 til 31-12-2021; se et af",
        ),
        (
            date(2026, 5, 1),
            None,
            "p har ingen runder her. Planens runder går fra 01-01-2021 til 31-12-2021; se et af",
        ),
        (date(2021, 5, 1), "2020-K4", "p har ingen runder her."),
    ],
)
def test_a_plan_without_rounds_then_says_when_they_are(day: date, periode: str | None, line: str | None):
    """Before the first, after the plan's end, or in a period of which it asks for none."""
    with empty_store() as store:
        rounds = calendar(store, [PLAN], day, read_periode(periode) if periode else None)
    told = list(silent_lines([PLAN], rounds))
    assert [one.startswith(line) for one in told] == [True] if line else told == []
    without = PLAN.model_copy(update={"tilsyn": ()})
    assert list(silent_lines([without], ())) == ["p har ingen temaer, der skal læses sager efter."]


def test_of_a_period_all_its_rounds_are_told(store: Database):
    """Those that have begun."""
    assert told(store, date(2021, 8, 1), "2021") == [
        "2021-K1 ikke_trukket", "2021-K2 overskredet 2 = 0 + 0 + 2, 0 begun", "2021-K3 skal_traekkes",
    ]  # fmt: skip


@pytest.mark.parametrize("published", ["p", "anden"])
def test_the_rounds_of_the_published_plans_are_published(tmp_path: Path, published: str):
    """With their account, and without a word that a leader wrote."""
    with open_store(Workspace(tmp_path)) as database:
        keep_round(database, ROUND, ("M1",), [item(*row) for row in FRAME])
        answer(database, "S3", "M1", bemaerkning="hemmeligt", laeser="Navn")
        eliminate(database, ROUND.traekning_id, "S1", "flyttet", date(2021, 7, 8))
    with open_database([tmp_path]) as database:
        database.attach_memory("ud")
        database.run("create table ud.plan as select $plan as plan_id", plan=published)
        database.run_file("published", "tilsyn")
        database.attach(Workspace(tmp_path).reviews, NAME)
        publish_rounds(database)
        tables = {name: database.fetch(f"from ud.{name}") for name in database.tables("ud") if name != "plan"}
    assert "hemmeligt" not in str(tables)
    assert "Navn" not in str(tables)
    assert {name: len(rows) for name, rows in tables.items()} == (
        {"tilsyn_genstand": 4, "tilsyn_stratum": 2, "tilsyn_traekning": 1}
        if published == "p"
        else {"tilsyn_genstand": 0, "tilsyn_stratum": 0, "tilsyn_traekning": 0}
    )
    if published == "p":
        (row,) = tables["tilsyn_traekning"]
        counted = [row[name] for name in ("ramme", "antal", "trukket", "laest", "udgaaet", "mangler")]
        assert counted == [4, 2, 3, 1, 1, 1]
        assert [g["genstand_id"] for g in tables["tilsyn_genstand"] if g["er_laest"]] == ["S3"]


def test_a_block_that_fails_writes_nothing(tmp_path: Path):
    """Neither the round nor half of it; and the file is its owner's alone."""
    folder = Workspace(tmp_path)

    def fail() -> None:
        with open_store(folder) as database:
            keep_round(database, ROUND, ("M1",), [item(*row) for row in FRAME])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with open_store(folder) as database:
        assert traekninger(database) == ()
        assert genstande(database, ROUND.traekning_id) == ()
    assert folder.reviews.stat().st_mode & 0o777 == 0o600
