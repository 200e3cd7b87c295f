"""A question of one's own that cannot be read is answered in Danish, with its file, line and fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.economist.own_question import kraev_laeselige
from pipeline.economist.published import aabn_udgivelse
from pipeline.errors import ForkertBrug


def svaret(udgivet: Path, mappe: Path, sql: str) -> str:
    """What is said of this text in `own.sql`; nothing when it can be read."""
    fil = mappe / "own.sql"
    fil.write_text(sql, encoding="utf-8")
    with aabn_udgivelse(udgivet) as database:
        try:
            kraev_laeselige(database, ["om", str(fil)])
        except ForkertBrug as fejl:
            return str(fejl)
    return ""


@pytest.mark.parametrize(
    ("sql", "ventet"),
    [
        (
            "-- a\nselect nvn from teams",
            "own.sql, linje 2: kolonnen nvn findes ikke. Mente du navn eller naevner?",
        ),
        ("\n\n-- a\nselect 1,\n nvn from teams;\n", "own.sql, linje 5: kolonnen nvn findes ikke. Mente du"),
        ("select teams.nvn from teams", "own.sql, linje 1: kolonnen nvn findes ikke."),
        ("select *\nfrom omm;", "own.sql, linje 2: tabellen eller visningen omm findes ikke. Mente du om?"),
        ("select xx.navn\nfrom teams", "own.sql, linje 1: tabellen eller visningen xx findes ikke."),
        ("from statuss('T1', '2021-09')", "own.sql, linje 1: funktionen eller makroen statuss findes ikke."),
        ("\nselct 1", "own.sql, linje 2: forespørgslen kan ikke læses ved »selct«."),
        ("select 1\n +", "own.sql, linje 2: forespørgslen kan ikke læses ved »+«."),
        ("select 'a' 'b'", "own.sql, linje 1: forespørgslen kan ikke læses."),
        ("select navn, count(*) from teams", "own.sql, linje 1: forespørgslen kan ikke læses (column"),
        ("select 1;\nselect 2", "own.sql: der skal stå ét spørgsmål"),
        ("-- intet", "own.sql: der skal stå ét spørgsmål"),
        ("drop view om", "own.sql: der skal stå ét spørgsmål"),
    ],
)
def test_the_fault_is_told_with_its_file_and_line(udgivet: Path, tmp_path: Path, sql: str, ventet: str):
    """The line is that of the file, whatever blank lines and comments stand before the question."""
    assert svaret(udgivet, tmp_path, sql).startswith(ventet)


@pytest.mark.parametrize(
    "sql", ["from om", "\n-- a\nselect 1 as en;\n", "pivot teams on navn", "select navn::integer from teams"]
)
def test_a_question_that_can_be_read_goes_on(udgivet: Path, tmp_path: Path, sql: str):
    """Whether it can be answered is seen when it is."""
    assert svaret(udgivet, tmp_path, sql) == ""


@pytest.mark.parametrize("sql", ['select "010160-1234" from teams', "select '010160-1234' 'a'"])
def test_what_may_be_a_persons_number_is_not_repeated(udgivet: Path, tmp_path: Path, sql: str):
    """Neither as a name nor as a value."""
    besked = svaret(udgivet, tmp_path, sql)
    assert besked.startswith("own.sql, linje 1: ")
    assert "0160" not in besked


def test_asking_runs_nothing_but_the_one_question(udgivet: Path, tmp_path: Path):
    """A text that closes the bracket put around it writes no file."""
    ud = tmp_path / "ud.csv"
    for sql in (f"select 1); copy teams to '{ud}'; (select 1", f"copy teams to '{ud}'"):
        assert svaret(udgivet, tmp_path, sql).startswith("own.sql")
    assert not ud.exists()


def test_a_file_that_is_not_text_is_left_to_its_reader(udgivet: Path, tmp_path: Path):
    """Missing, or in another encoding: said where the file is read for its answer."""
    (tmp_path / "latin.sql").write_bytes("select 'å' as tegn".encode("cp1252"))
    with aabn_udgivelse(udgivet) as database:
        kraev_laeselige(database, [str(tmp_path / "latin.sql"), "findes_ikke.sql"])
