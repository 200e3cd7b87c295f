# ruff: noqa: E501 - a drawn table is not broken over several lines
"""A round: the frame without what is out of it, the strata, what is drawn, and that it can be drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError, UsageFault
from pipeline.review.draw import Wanted, draw, genstande
from pipeline.review.frame import Eligible, Frame, window_of
from tests.review.delivered import THEME, WINDOW, Delivered, delivered, theme, window

EXTRACTS = {
    "teams": """
        team_id | navn | omraade       | aktiv_fra  | aktiv_til  | leder_raadgiver_id
        T1      | Et   | visitation    | 2018-01-01 |            | L1
        T2      | To   | undersoegelse | 2018-01-01 |            | L2
        T3      | Tre  | visitation    | 2018-01-01 | 2021-01-01 | L3
        T4      | Fire | andet         | 2018-01-01 |            |
    """,
    "raadgivere": """
        raadgiver_id | team_id | rolle     | ansat_til
        R1           | T1      | raadgiver |
        R2           | T1      |           | 2021-06-30
        R3           | T2      | raadgiver |
        R4           | T1      | raadgiver | 2021-06-29
        R5           | T1      | leder     |
    """,
    "sager": "sag_id | oprettet_dato | lukket_dato\n"
    + "\n".join(f"S{n} | 2019-01-01 | 2021-05-0{n}" for n in range(1, 10)),
    "sagsfordeling": """
        sag_id | fra_dato   | team_id | raadgiver_id
        S1     | 2019-01-01 | T1      | R1
        S2     | 2019-01-01 | T2      | R1
        S3     | 2019-01-01 | T1      | R2
        S4     | 2019-01-01 | T2      | R3
        S5     | 2019-01-01 | T2      | R3
        S6     | 2019-01-01 | T1      | R4
        S7     | 2019-01-01 | T1      | R5
        S8     | 2019-01-01 | T1      |
    """,
    "tilsynssvar": """
        tilsyn_id | maalepunkt | sag_id | team_id | gennemgaaet_dato | svar
        G1        | 6.5        | S5     | T2      | 2020-07-01       | ja
        G2        | 6.5        | S4     | T2      | 2020-06-30       | ja
    """,
}
CHANCE = Wanted("tilfaeldig", 4, 7, across=False, share_twice=0.1)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Delivered]:
    """Nine closed cases, one read within a year."""
    with delivered(tmp_path_factory.mktemp("leveret"), EXTRACTS) as source:
        yield source


def ids(frame: Frame) -> str:
    return " ".join(item.genstand_id for item in frame.objects)


def drawn(frame: Frame, wanted: Wanted = CHANCE, of=THEME) -> dict[tuple[str, str | None], tuple[int, int]]:
    return {(s.team_id, s.raadgiver_id): (len(s.objects), s.drawn) for s in draw(frame, of, wanted)}


def test_a_case_read_within_the_rest_is_not_drawn_again(source: Delivered):
    """Read after the day a year before the frame's last: out, and counted; on that day: in again."""
    frame = source.frame(rest_months=12)
    assert (ids(frame), frame.lately_read) == ("S1 S2 S3 S4 S6 S7 S8 S9", 1)
    frame = source.frame(rest_months=0)
    assert (ids(frame), frame.lately_read) == ("S1 S2 S3 S4 S5 S6 S7 S8 S9", 0)


def test_a_theme_of_an_area_draws_from_its_teams_alone(source: Delivered):
    """A team of another area, and a case of no known team, are no part of the frame."""
    assert ids(source.frame(theme(omraade="undersoegelse"))) == "S2 S4 S5"


def test_one_of_each_caseworkers_asks_for_those_employed_with_cases(source: Delivered):
    """An object goes with its caseworker's own team; one left, a leader and nobody are told as left out."""
    frame = source.frame(theme(enhed="raadgiver", omraade="visitation"))
    assert ids(frame) == "S1 S2 S3"
    assert frame.without == 3  # S6, S7 and S8; S9 has no team, and so is of no area
    counts = drawn(frame, Wanted("tilfaeldig", 1, 7, False, 0.1), theme(enhed="raadgiver"))
    assert counts == {("T1", "R1"): (2, 1), ("T1", "R2"): (1, 1)}


def test_objects_are_shared_out_between_teams(source: Delivered):
    """In proportion, no team empty, the cases of no known team among them."""
    assert drawn(source.frame()) == {("T1", None): (5, 2), ("T2", None): (3, 1), ("UKENDT", None): (1, 1)}


CASES_OF = """
    T1: U1/A U2/A U3/A U4/B
    T2: U5/A U6/C U7/D U8/D
"""


def of_cases(drawing: str) -> Frame:
    """A frame as a line per team, with `object/case`."""
    objects = [
        Eligible("underretning", id_, case, date(2021, 5, 1), team, None)
        for line in drawing.strip().splitlines()
        for team, _, items in [line.strip().partition(":")]
        for id_, case in (item.split("/") for item in items.split())
    ]
    return Frame(WINDOW, tuple(objects), 0, 0, ("T1", "T2"))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(("asked", "cases"), [(2, 2), (4, 4), (8, 4)])
def test_of_a_case_one_object_is_drawn_in_a_round(seed: int, asked: int, cases: int):
    """Also over teams; what a team's cases do not reach to, another's do; the others stand as reserves."""
    frame = of_cases(CASES_OF)
    wanted = Wanted("tilfaeldig", asked, seed, across=False, share_twice=0)
    rows = genstande(draw(frame, THEME, wanted), frame, wanted, "p.t.2021-K2.1")
    taken = [row.sag_id for row in rows if row.rolle == "trukket"]
    assert len(rows) == 8
    assert len(taken) == len(set(taken)) == cases
    drawn_first = sorted(rows, key=lambda row: (row.team_id, row.orden))
    assert [row.rolle for row in drawn_first if row.team_id == "T2"] == sorted(
        (row.rolle for row in rows if row.team_id == "T2"), reverse=True
    )


def test_all_of_a_frame_are_all_the_objects_of_its_cases():
    """Who asks for all gets all."""
    frame = of_cases(CASES_OF)
    assert sum(s.drawn for s in draw(frame, THEME, Wanted("alle", 8, 7, False, 0))) == 8


def test_all_and_what_is_chosen_are_drawn_as_asked(source: Delivered):
    """The rest of the frame stands as reserves."""
    frame = source.frame()
    assert {n for n, _ in drawn(frame, Wanted("alle", 9, 7, False, 0)).values()} == {5, 3, 1}
    strata = draw(frame, THEME, Wanted("kriterier", 2, 7, False, 0, ("S3", "S9")))
    picked = [item.genstand_id for stratum in strata for item in stratum.objects[: stratum.drawn]]
    assert picked == ["S3", "S9"]


def test_the_same_seed_draws_the_same_round(source: Delivered):
    """Object by object, with its readers; another seed another. Asked twice, whatever order rows come in."""
    rounds = [
        genstande(draw(frame, THEME, wanted), frame, wanted, "p.t.2021-K2.1")
        for frame, wanted in (
            (source.frame(), CHANCE),
            (source.frame(), CHANCE),
            (source.frame(), Wanted("tilfaeldig", 4, 8, across=False, share_twice=0.1)),
        )
    ]
    assert rounds[0] == rounds[1] != rounds[2]


def test_every_object_of_the_frame_is_written_down(source: Delivered):
    """The first of each stratum are drawn, the others its reserves in order; a tenth is read by two."""
    frame = source.frame()
    rows = genstande(draw(frame, THEME, CHANCE), frame, CHANCE, "p.t.2021-K2.1")
    assert sorted(row.genstand_id for row in rows) == ids(frame).split()
    assert [(r.team_id, r.orden, r.rolle) for r in rows if r.team_id == "T1"] == [
        ("T1", 1, "trukket"), ("T1", 2, "trukket"), ("T1", 3, "reserve"), ("T1", 4, "reserve"),
        ("T1", 5, "reserve"),
    ]  # fmt: skip
    assert {row.laeser_team_id for row in rows if row.team_id == "T1"} == {"T1"}
    assert {row.laeser_team_id for row in rows} == {"T1", "T2"}  # T3 has closed, T4 has no leader
    (twice,) = [row for row in rows if row.genlaeser_team_id]
    assert twice.rolle == "trukket"
    assert twice.genlaeser_team_id != twice.laeser_team_id


def test_read_across_no_leader_reads_their_own(source: Delivered):
    """Where there is another."""
    frame = source.frame()
    wanted = Wanted("tilfaeldig", 4, 7, across=True, share_twice=0)
    rows = genstande(draw(frame, THEME, wanted), frame, wanted, "p.t.2021-K2.1")
    assert all(row.laeser_team_id != row.team_id for row in rows)


def test_what_cannot_be_drawn_is_told(source: Delivered):
    """Something chosen that is not in the frame, and a frame with nothing in it."""
    frame = source.frame()
    with pytest.raises(UsageFault, match=r"S77 er ikke i temaets ramme, som er 9 genstande fra 01-04-2021"):
        draw(frame, THEME, Wanted("kriterier", 2, 7, False, 0, ("S3", "S77")))
    later = window(fra_dato=date(2022, 1, 1), til_dato=date(2022, 3, 31))
    with pytest.raises(UsageFault, match=r"Temaet t har intet at trække blandt fra 01-01-2022 til"):
        draw(source.frame(window=later), THEME, CHANCE)


def test_a_frame_that_names_an_object_twice_is_refused(source: Delivered, tmp_path: Path):
    """It would be drawn twice as easily; and SQL that cannot be run is told by its file."""
    folder = tmp_path / "sql" / "rammer"
    folder.mkdir(parents=True)
    twice = "insert into mulig_genstand by name select 'sag' as genstand_type, 'S' as genstand_id, sag_id, date '2021-05-01' as genstand_dato from sager"
    for name, sql in {"dobbelt": twice, "fejl": "select 1 from findes_ikke"}.items():
        (folder / f"{name}.sql").write_text(f"-- one row\n{sql}\n", encoding="utf-8")
    for name, fault in {"dobbelt": "nævner 1 genstande mere end én gang", "fejl": "kan ikke opgøres"}.items():
        with pytest.raises(DefinitionsError, match=rf"{name}\.sql: rammen {fault}"):
            source.frame(theme(genstand=name, parametre={}), plan_folder=tmp_path)


@pytest.mark.parametrize(
    ("udtraek", "first", "last"),
    [
        (date(2021, 7, 5), date(2021, 4, 1), date(2021, 6, 30)),
        (date(2021, 5, 15), date(2021, 2, 16), date(2021, 5, 15)),
    ],
)
def test_a_frame_reaches_back_from_what_is_known(udtraek: date, first: date, last: date):
    """From the period's last day, or the delivery's where that is earlier."""
    found = window_of("p", THEME, "2021-K2", WINDOW.til_dato, udtraek)
    assert (found.fra_dato, found.til_dato) == (first, last)
