"""A question of one's own that cannot be read is answered in Danish, with its file, line and fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from pipeline.economist.published import open_publication
from pipeline.economist.questions import require_readable


def reply(published: Path, folder: Path, sql: str) -> str:
    """What is said of this text in `own.sql`; nothing when it can be read."""
    file = folder / "own.sql"
    file.write_text(sql, encoding="utf-8")
    with open_publication(published) as database:
        try:
            require_readable(database, ["om", str(file)])
        except UsageFault as error:
            return str(error)
    return ""


@pytest.mark.parametrize(
    ("sql", "outcome"),
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
def test_the_fault_is_told_with_its_file_and_line(published: Path, tmp_path: Path, sql: str, outcome: str):
    """The line is that of the file, whatever blank lines and comments stand before the question."""
    assert reply(published, tmp_path, sql).startswith(outcome)


@pytest.mark.parametrize(
    "sql", ["from om", "\n-- a\nselect 1 as en;\n", "pivot teams on navn", "select navn::integer from teams"]
)
def test_a_question_that_can_be_read_goes_on(published: Path, tmp_path: Path, sql: str):
    """Whether it can be answered is seen when it is."""
    assert reply(published, tmp_path, sql) == ""


@pytest.mark.parametrize("sql", ['select "010160-1234" from teams', "select '010160-1234' 'a'"])
def test_what_may_be_a_persons_number_is_not_repeated(published: Path, tmp_path: Path, sql: str):
    """Neither as a name nor as a value."""
    message = reply(published, tmp_path, sql)
    assert message.startswith("own.sql, linje 1: ")
    assert "0160" not in message


def test_asking_runs_nothing_but_the_one_question(published: Path, tmp_path: Path):
    """A text that closes the bracket put around it writes no file."""
    out = tmp_path / "ud.csv"
    for sql in (f"select 1); copy teams to '{out}'; (select 1", f"copy teams to '{out}'"):
        assert reply(published, tmp_path, sql).startswith("own.sql")
    assert not out.exists()


def test_a_file_that_is_not_text_is_left_to_its_reader(published: Path, tmp_path: Path):
    """Missing, or in another encoding: said where the file is read for its answer."""
    (tmp_path / "latin.sql").write_bytes("select 'å' as tegn".encode("cp1252"))
    with open_publication(published) as database:
        require_readable(database, [str(tmp_path / "latin.sql"), "findes_ikke.sql"])
