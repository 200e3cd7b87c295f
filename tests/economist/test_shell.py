"""The prompt answers, helps, and can do no harm."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from pipeline.base.resources import resource
from pipeline.economist.examples import Answer, all_examples
from pipeline.economist.published import open_publication
from pipeline.economist.shell import COMMANDS, HELP, Screen, Shell


class Collection:
    """What a session wrote."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.reply: list[Answer] = []

    @property
    def screen(self) -> Screen:
        """A screen that keeps what it is given."""
        return Screen(self.lines.append, self.reply.append)


def session(file: Path, *lines: str) -> tuple[Collection, Shell]:
    """Everything a session with these lines wrote, and the shell afterwards."""
    collection = Collection()
    with open_publication(file) as database:
        must = Shell(database, collection.screen)
        must.run(lines)
    return collection, must


def test_a_statement_may_be_typed_over_several_lines(published: Path):
    """A semicolon at a line's end sends it; blank lines before it begin nothing; the last needs none."""
    collection, must = session(published, "", "select 1 + ", "", "  2 as tre;", "select 'æ' as tegn")
    assert collection.reply == [Answer(("tre",), ((3,),)), Answer(("tegn",), (("æ",),))]
    assert must.errors == 0


def test_the_prompt_shows_that_a_statement_has_been_begun(published: Path):
    """Somebody who forgets the semicolon can see that more is awaited."""
    with open_publication(published) as database:
        must = Shell(database, Collection().screen)
        before = must.ready
        must._receive("select 1")
        under = must.ready
        must._receive(";")
        assert (before, under, must.ready) == ("tilsyn> ", "   ...> ", "tilsyn> ")


def test_a_fault_is_one_line_and_the_session_goes_on(published: Path):
    """A misspelt query is told in one line, without a traceback, and counted."""
    collection, must = session(published, "select * form om;", "select 1 as en;")
    assert must.errors == 1
    assert len(collection.lines) == 1
    assert collection.lines[0].startswith("Fejl: ")
    assert collection.reply == [Answer(("en",), ((1,),))]


@pytest.mark.parametrize(
    "attack",
    [
        "create table ny (a integer);",
        "drop view om;",
        "delete from sager;",
        "update sager set distrikt = 'x';",
        "copy sager to '{mappe}/ud.csv';",
        "copy (select 1) to '{fil}';",
        "copy (select 1) to '{fil}' (format csv, use_tmp_file false);",
        "copy (select 1) to '{fil}.wal' (format csv, use_tmp_file false);",
        "explain analyze copy (select 1) to '{fil}' (format csv, use_tmp_file false);",
        "copy (pivot sager on distrikt using count(*)) to '{fil}' (format csv, use_tmp_file false);",
        "prepare p as copy (select 1) to '{fil}' (format csv, use_tmp_file false); execute p;",
        "select 1; copy (select 1) to '{fil}' (format csv, use_tmp_file false);",
        "pragma database_size;",
        "explain analyze copy sager to '{mappe}/ud.csv';",
        "export database '{mappe}/alt';",
        "attach '{mappe}/anden.duckdb' as anden;",
        "select * from read_text('/etc/hostname');",
        "install httpfs;",
        "load httpfs;",
        "set enable_external_access = true;",
        "set allowed_directories = ['/'];",
    ],
)
def test_nothing_can_be_written_and_nothing_else_read(published: Path, attack: str):
    """Whatever is typed, the published file and everything around it stay as they were."""
    before = hashlib.sha256(published.read_bytes()).digest()
    around = sorted(published.parent.iterdir())
    collection, must = session(published, attack.format(mappe=published.parent, fil=published))
    assert must.errors == 1, collection.reply
    assert hashlib.sha256(published.read_bytes()).digest() == before
    assert sorted(published.parent.iterdir()) == around


@pytest.mark.parametrize(
    ("sql", "outcome"),
    [
        ("from status_nou;", "Tabellen eller visningen status_nou findes ikke. Mente du status_nu"),
        ("select vaerdii from status_nu;", "Kolonnen vaerdii findes ikke. Mente du vaerdi"),
        ("from statuss('T1', '2021-09');", "Funktionen eller makroen statuss findes ikke. Mente du status"),
        ("from ventetid;", "Mente du ventetid_henvisning, ventetid_tilbud eller ventetider?"),
        ("select ordbg from om;", "Kolonnen ordbg findes ikke."),
    ],
)
def test_a_mistyped_name_is_answered_with_the_nearest(published: Path, sql: str, outcome: str):
    """In Danish, and with what was probably meant."""
    collection, _ = session(published, sql)
    (line,) = collection.lines
    assert outcome in line
    assert "Mente du ordbog" not in line  # a view is no column


@pytest.mark.parametrize("habit", ["help", "HJÆLP;", ".help", ".tables", "exit", "quit;", ".quit"])
def test_the_habits_of_other_prompts_are_understood(published: Path, habit: str):
    """Help is shown, or the session ended, instead of a statement begun."""
    collection, must = session(published, habit, "select 1;")
    assert must.errors == 0
    ends = "it" in habit
    assert bool(collection.lines or len(collection.reply) > 1) is not ends
    assert bool(collection.reply) is not ends


def test_every_command_of_the_help_exists_and_the_other_way(published: Path):
    """The help names all commands and no others, and each does something."""
    named = {line.split()[0].replace("æ", "ae") for line in HELP.splitlines()[1:]}
    assert named == set(COMMANDS)
    for command in sorted(COMMANDS):
        collection, must = session(published, f"{command} om" if command == ".beskriv" else command)
        if command == ".eksempel":
            assert must.errors == 1  # it wants a name, and says which there are
        else:
            assert must.errors == 0
        assert collection.lines or collection.reply or command == ".slut"


def test_examples_and_meanings_are_at_hand(published: Path):
    """An example is shown with its SQL and run; a view's columns are told with their meaning."""
    collection, must = session(
        published, ".eksempler", ".eksempel sagstal_pr_raadgiver", ".beskriv status_nu;", ".slut", "select 1;"
    )
    assert must.errors == 0
    examples, reply, columns = collection.reply  # nothing after .slut
    assert [row[0] for row in examples.rows] == [e.name for e in all_examples()]
    assert "team_median" in reply.columns
    assert any("order by" in line for line in collection.lines)
    assert ("vaerdi", "DOUBLE") in {row[:2] for row in columns.rows}


def test_an_unknown_name_is_answered_with_the_views_there_are(published: Path):
    """.beskriv and an unknown command help the reader on."""
    collection, must = session(published, ".beskriv findes_ikke", ".mystisk")
    assert must.errors == 2
    assert "status_nu" in collection.lines[0]
    assert ".hjælp" in collection.lines[1]


def test_without_a_publication_the_message_says_what_to_do(tmp_path: Path):
    """Nothing published is the user's to mend: exit 2."""
    with pytest.raises(UsageFault, match="--arbejdsmappe, eller kør først ledelsestilsyn run"):
        open_publication(tmp_path / "ledelsestilsyn.duckdb")


def test_a_reader_keeps_the_file_it_opened_while_the_next_is_published(published: Path, tmp_path: Path):
    """The next run puts another file in the place; an open session goes on with the one it has."""
    file = tmp_path / "ledelsestilsyn.duckdb"
    file.write_bytes(published.read_bytes())
    with open_publication(file) as database:
        before = database.value("select count(*) from sager")
        new = tmp_path / "ny"
        new.write_bytes(b"noget andet")
        new.replace(file)
        assert database.value("select count(*) from sager") == before
        assert database.value("select count(*) from indikator_raekke") > 0


def _workspace(published: Path, tmp_path: Path) -> Path:
    (tmp_path / "publiceret").mkdir()
    (tmp_path / "publiceret" / published.name).write_bytes(published.read_bytes())
    return tmp_path


def _ledelsestilsyn(*arguments: str, in_: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(resource("cli.py")), *arguments],
        input=in_,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )


def test_lines_through_a_pipe_are_answered_and_a_fault_gives_exit_2(published: Path, tmp_path: Path):
    """`shell` works in a script: no prompt in the output, and the exit code tells of a faulty statement."""
    folder = _workspace(published, tmp_path)
    good = _ledelsestilsyn("shell", "--arbejdsmappe", str(folder), in_="select 21 + 21 as svar;\n")
    assert good.returncode == 0, good.stderr
    assert "42" in good.stdout
    assert "tilsyn>" not in good.stdout
    dirt = _ledelsestilsyn("shell", "--arbejdsmappe", str(folder), in_="select;\nselect 42 as svar;\n")
    assert dirt.returncode == 2
    assert "42" in dirt.stdout


def test_examples_on_the_command_line(published: Path, tmp_path: Path):
    """Without a name the questions; with one the answer, for people or for scripts; --sql the query."""
    folder = str(_workspace(published, tmp_path))
    list_ = _ledelsestilsyn("examples")
    assert all(e.name in list_.stdout and e.question in list_.stdout for e in all_examples())
    sql = _ledelsestilsyn("examples", "fejl_der_skal_rettes", "--sql")
    assert "from karantaene" in sql.stdout
    csv = _ledelsestilsyn(
        "examples", "fejl_der_skal_rettes", "--format", "csv", "--arbejdsmappe", folder
    ).stdout
    assert csv == "extract,kolonne,aarsag,fejl,raekker\nsager,sagstype,Koden kendes ikke,1,1\n"
    table = _ledelsestilsyn("examples", "fejl_der_skal_rettes", "--arbejdsmappe", folder).stdout
    assert "Hvad skal rettes" in table
    assert "1 række" in table
    unknown = _ledelsestilsyn("examples", "findes_ikke", "--arbejdsmappe", folder)
    assert unknown.returncode == 2
    assert "Traceback" not in unknown.stderr
