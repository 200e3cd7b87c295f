"""What leaders' workbooks say stands among the delivery's own rows, whichever of the two holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.base.database import Database, open_database
from pipeline.base.workspace import Workspace
from pipeline.definitions.drawn import table, typed
from pipeline.definitions.extracts import read_extracts
from pipeline.indicators.laid import lay
from pipeline.review.store import open_store
from pipeline.stages.leverance import attach_leverance

SAGER = """
    sag_id | barn_id | sagstype | oprettet_dato
    S1     | B1      | barn     | 2021-01-01
    S2     | B2      | barn     | 2021-01-01
"""
TEAMS = """
    team_id | navn
    T1      | Nord
    T2      | Syd
"""
READ = datetime(2021, 5, 20)  # noqa: DTZ001 - the store keeps the municipality's own clock
Rows = list[dict[str, object]]
See = Callable[[str], Rows]


def store(folder: Workspace, drawn: Mapping[str, str]) -> None:
    """The store of the reviews, filled from drawn tables; what is not drawn is ordinary."""
    ordinary: Mapping[str, dict[str, object]] = {
        "traekning": {
            "plan_id": "p", "tema_id": "t", "periode": "2021-04", "nr": 1, "udvaelgelse": "tilfaeldig",
            "enhed": "genstand", "fra_dato": date(2021, 1, 1), "til_dato": date(2021, 4, 30),
            "udtraeksdato": date(2021, 4, 30), "indhold_sha256": "x", "seed": 1, "genlaes_andel": 0,
            "ramme": 1, "antal": 1, "udeladt_laest": 0, "udeladt_uden_raadgiver": 0,
            "trukket_tidspunkt": READ,
        },
        "traekning_genstand": {
            "traekning_id": "R", "genstand_type": "sag", "genstand_dato": date(2021, 3, 1), "orden": 1,
            "rolle": "trukket", "tilstand": "ude", "laeser_team_id": "T1", "team_id": "T1",
            "raadgiver_id": "M1",
        },
        "besvarelse": {
            "traekning_id": "R", "genstand_type": "sag", "maalepunkt_id": "5.9", "genlaesning": False,
            "version": 1, "gennemgaaet_dato": date(2021, 5, 3), "laeser": "T1", "kilde_fil": "f.xlsx",
            "indlaest_tidspunkt": READ,
        },
        "indmelding": {
            "plan_id": "p", "periode": "2021-04", "team_id": "T1", "version": 1, "kilde_fil": "f.xlsx",
            "indlaest_tidspunkt": READ,
        },
    }  # fmt: skip
    with open_store(folder) as database:
        for name, text in drawn.items():
            rows = [{k: v or None for k, v in row.items()} for row in table(text)]
            database.insert(f"gennemgang.{name}", [{**ordinary[name], **row} for row in rows])


@pytest.fixture
def see(tmp_path: Path) -> Iterator[Callable[[Mapping[str, str], Mapping[str, str]], See]]:
    """What an extract holds, of a drawn delivery beside a drawn store."""
    folder = Workspace(tmp_path)
    folder.create()
    opened: list[Database] = []

    def look(delivered: Mapping[str, str], read_back: Mapping[str, str]) -> See:
        store(folder, read_back)
        file = folder.leverancer / "2021-04-30.duckdb"
        deliver(file, {"sager": SAGER, "teams": TEAMS, **delivered})
        database = open_database([tmp_path])
        opened.append(database)
        attach_leverance(database, file, folder.reviews)
        return lambda extract: database.fetch(f"from lev.data.{extract} order by all")

    yield look
    for database in opened:
        database.close()


def deliver(file: Path, drawn: Mapping[str, str]) -> None:
    """A delivery's file with drawn extracts."""
    with open_database([file.parent]) as database:
        database.attach(file, "lev", writable=True)
        database.run_file("intake", "delivery_tables")
        database.use("lev", "data")
        lay(database, typed(drawn))
        database.use("memory")
        database.detach("lev")


ROUND = "traekning_id\nR"
OBJECTS = """
    genstand_id | sag_id | team_id | tilstand
    G1          | S1     | T1      | ude
    G2          | S2     | UKENDT  | ude
    G3          | S9     | T1      | ude
    G4          | S1     | T9      | ude
    G5          | S1     | T1      | udgaaet
"""
ANSWERS = """
    genstand_id | maalepunkt_id | genlaesning | version | svar
    G1          | Ny Måling     | nej         | 1       | ja
    G1          | Ny Måling     | nej         | 2       | nej
    G1          | Ny Måling     | ja          | 1       | ja
    G2          | 5.9           | nej         | 1       | delvist
    G3          | 5.9           | nej         | 1       | ja
    G4          | 5.9           | nej         | 1       | ja
    G5          | 5.9           | nej         | 1       | ja
""".replace("nej         |", "false       |").replace("ja          |", "true        |")
DELIVERED = """
    tilsyn_id | maalepunkt | sag_id | team_id | gennemgaaet_dato | svar
    A1        | 5.9        | S1     | T2      | 2021-04-02       | ja
    R/G2      | 1.1        | S2     | T2      | 2021-04-02       | ja
"""


def test_answers_are_rows_like_the_delivered_ones(see):
    """The version in force, of each reader; not of cases and teams the delivery lacks, nor of what left."""
    rows = see(
        {"tilsynssvar": DELIVERED}, {"traekning": ROUND, "traekning_genstand": OBJECTS, "besvarelse": ANSWERS}
    )("tilsynssvar")
    assert [(r["tilsyn_id"], r["maalepunkt"], r["svar"], r["genlaesning"]) for r in rows] == [
        ("A1", "5.9", "ja", None),
        ("R/G1", "ny_maaling", "nej", False),
        ("R/G1/2", "ny_maaling", "ja", True),
        ("R/G2", "1.1", "ja", None),
        ("R/G2", "5.9", "delvist", False),
    ]
    told = rows[1]
    of = ("plan_id", "sag_id", "team_id", "raadgiver_id", "udvaelgelse", "traekning_id")
    assert [told[name] for name in of] == ["p", "S1", "T1", "M1", "tilfaeldig", "R"]
    assert (told["genstand_id"], told["genstand_dato"], told["gennemgaaet_dato"]) == (
        "G1", date(2021, 3, 1), date(2021, 5, 3),
    )  # fmt: skip


def test_an_answer_that_was_delivered_too_stands_once(see):
    """Whoever reads back here and delivers the same answer is counted once: as delivered."""
    rows = see(
        {"tilsynssvar": DELIVERED.replace("1.1        ", "5.9        ")},
        {"traekning": ROUND, "traekning_genstand": OBJECTS, "besvarelse": ANSWERS},
    )("tilsynssvar")
    assert [r["svar"] for r in rows if (r["tilsyn_id"], r["maalepunkt"]) == ("R/G2", "5.9")] == ["ja"]


STATED = """
    art       | noegle | team_id | felt   | version | vaerdi
    aktivitet | A1     | T1      | status | 1       | ikke_startet
    aktivitet | A1     | T1      | status | 2       | {first}
    aktivitet | A1     | T1      | dato   | 1       | 2021-01-01
    aktivitet | A1     | T1      | dato   | 2       | {day}
    aktivitet | A1     | T1      | antal  | 1       | 4
"""


@pytest.mark.parametrize(
    ("delivered", "read_back", "holds"),
    [
        ("opfyldt | 2021-04-10", ("i_gang", "2021-04-11"), ("i_gang", date(2021, 4, 11))),
        ("opfyldt | 2021-04-10", ("i_gang", "2021-04-09"), ("opfyldt", date(2021, 4, 10))),
        ("opfyldt | 2021-04-10", ("i_gang", "2021-04-10"), ("i_gang", date(2021, 4, 10))),
        ("opfyldt | ", ("i_gang", "2019-04-10"), ("i_gang", date(2019, 4, 10))),
        (None, ("i_gang", "2021-04-10"), ("i_gang", date(2021, 4, 10))),
    ],
)
def test_the_later_status_holds(
    see, delivered: str | None, read_back: tuple[str, str], holds: tuple[str, date]
):
    """One without a day gives way; on the same day the one read back holds."""
    extracts = (
        {"milepaelsstatus": f"plan_id | milepael_id | status | dato\np | A1 | {delivered}"}
        if delivered
        else {}
    )
    first, day = read_back
    (row,) = see(extracts, {"indmelding": STATED.format(first=first, day=day)})("milepaelsstatus")
    assert (row["status"], row["dato"]) == holds


def test_of_two_leaders_the_later_holds(see):
    """Both are kept; their rows are told apart by team."""
    other = STATED.format(first="i_gang", day="2021-04-10") + "".join(
        f"    aktivitet | A1 | T2 | {name} | 1 | {value}\n"
        for name, value in (("status", "opfyldt"), ("dato", "2021-04-12"))
    )
    (row,) = see({}, {"indmelding": other})("milepaelsstatus")
    assert (row["status"], row["dato"], row["antal"]) == ("opfyldt", date(2021, 4, 12), None)


COMMENT = """
    art       | noegle | team_id | felt  | version | vaerdi
    kommentar | 5.1    | T1      | tekst | 1       | Læst her
    kommentar | 5.1    | T1      | dato  | 1       | {day}
    kommentar | 5.2    | ALLE    | tekst | 1       | Afdelingens
    kommentar | 5.2    | T9      | tekst | 1       | Ukendt teams
"""
DELIVERED_COMMENT = """
    plan_id | indikator_id | team_id | periode | tekst    | dato
    p       | 5.1          | T1      | 2021-04 | Leveret  | 2021-05-03
    p       | 5.1          | T2      | 2021-04 | Et andet |
"""


@pytest.mark.parametrize(("day", "holds"), [("2021-05-03", "Læst her"), ("2021-05-02", "Leveret")])
def test_the_later_comment_holds(see, day: str, holds: str):
    """On each figure of each team and period by itself; those of unknown teams stay in the store."""
    rows = see({"kommentarer": DELIVERED_COMMENT}, {"indmelding": COMMENT.format(day=day)})("kommentarer")
    assert [(r["indikator_id"], r["team_id"], r["tekst"]) for r in rows] == [
        ("5.1", "T1", holds),
        ("5.1", "T2", "Et andet"),
        ("5.2", "ALLE", "Afdelingens"),
    ]


def test_without_anything_read_back_the_delivery_is_as_it_was(see):
    """Column by column, and with answers too every extract has the columns of today."""
    plain = see({"tilsynssvar": DELIVERED}, {"traekning": ROUND})("tilsynssvar")
    assert [row["tilsyn_id"] for row in plain] == ["A1", "R/G2"]
    assert list(plain[0]) == list(read_extracts()["tilsynssvar"].types)
