"""The prompt answers, helps, and can do no harm."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.economist.examples import Svar, alle_eksempler
from pipeline.economist.published import aabn_udgivelse
from pipeline.economist.shell import HJAELP, KOMMANDOER, Skaerm, Skal
from pipeline.errors import ForkertBrug
from pipeline.resources import ressource


class Opsamling:
    """What a session wrote."""

    def __init__(self) -> None:
        self.linjer: list[str] = []
        self.svar: list[Svar] = []

    @property
    def skaerm(self) -> Skaerm:
        """A screen that keeps what it is given."""
        return Skaerm(self.linjer.append, self.svar.append)


def session(fil: Path, *linjer: str) -> tuple[Opsamling, Skal]:
    """Everything a session with these lines wrote, and the shell afterwards."""
    opsamling = Opsamling()
    with aabn_udgivelse(fil) as database:
        skal = Skal(database, opsamling.skaerm)
        skal.koer(linjer)
    return opsamling, skal


def test_a_statement_may_be_typed_over_several_lines(udgivet: Path):
    """A semicolon at a line's end sends it; blank lines before it begin nothing; the last needs none."""
    opsamling, skal = session(udgivet, "", "select 1 + ", "", "  2 as tre;", "select 'æ' as tegn")
    assert opsamling.svar == [Svar(("tre",), ((3,),)), Svar(("tegn",), (("æ",),))]
    assert skal.fejl == 0


def test_the_prompt_shows_that_a_statement_has_been_begun(udgivet: Path):
    """Somebody who forgets the semicolon can see that more is awaited."""
    with aabn_udgivelse(udgivet) as database:
        skal = Skal(database, Opsamling().skaerm)
        foer = skal.klar
        skal._modtag("select 1")
        under = skal.klar
        skal._modtag(";")
        assert (foer, under, skal.klar) == ("tilsyn> ", "   ...> ", "tilsyn> ")


def test_a_fault_is_one_line_and_the_session_goes_on(udgivet: Path):
    """A misspelt query is told in one line, without a traceback, and counted."""
    opsamling, skal = session(udgivet, "select * form om;", "select 1 as en;")
    assert skal.fejl == 1
    assert len(opsamling.linjer) == 1
    assert opsamling.linjer[0].startswith("Fejl: ")
    assert opsamling.svar == [Svar(("en",), ((1,),))]


@pytest.mark.parametrize(
    "angreb",
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
def test_nothing_can_be_written_and_nothing_else_read(udgivet: Path, angreb: str):
    """Whatever is typed, the published file and everything around it stay as they were."""
    foer = hashlib.sha256(udgivet.read_bytes()).digest()
    omkring = sorted(udgivet.parent.iterdir())
    opsamling, skal = session(udgivet, angreb.format(mappe=udgivet.parent, fil=udgivet))
    assert skal.fejl == 1, opsamling.svar
    assert hashlib.sha256(udgivet.read_bytes()).digest() == foer
    assert sorted(udgivet.parent.iterdir()) == omkring


@pytest.mark.parametrize(
    ("sql", "ventet"),
    [
        ("from status_nou;", "Der er ingen tabel eller visning status_nou. Mente du status_nu"),
        ("select vaerdii from status_nu;", "Der er ingen kolonne vaerdii. Mente du vaerdi"),
        ("from statuss('T1', '2021-09');", "Der er ingen funktion eller makro statuss. Mente du status"),
        ("from ventetid;", "Mente du ventetid_henvisning, ventetid_tilbud eller ventetider?"),
        ("select ordbg from om;", "Der er ingen kolonne ordbg."),
    ],
)
def test_a_mistyped_name_is_answered_with_the_nearest(udgivet: Path, sql: str, ventet: str):
    """In Danish, and with what was probably meant."""
    opsamling, _ = session(udgivet, sql)
    (linje,) = opsamling.linjer
    assert ventet in linje
    assert "Mente du ordbog" not in linje  # a view is no column


@pytest.mark.parametrize("vane", ["help", "HJÆLP;", ".help", ".tables", "exit", "quit;", ".quit"])
def test_the_habits_of_other_prompts_are_understood(udgivet: Path, vane: str):
    """Help is shown, or the session ended, instead of a statement begun."""
    opsamling, skal = session(udgivet, vane, "select 1;")
    assert skal.fejl == 0
    ender = "it" in vane
    assert bool(opsamling.linjer or len(opsamling.svar) > 1) is not ender
    assert bool(opsamling.svar) is not ender


def test_every_command_of_the_help_exists_and_the_other_way(udgivet: Path):
    """The help names all commands and no others, and each does something."""
    naevnt = {linje.split()[0].replace("æ", "ae") for linje in HJAELP.splitlines()[1:]}
    assert naevnt == set(KOMMANDOER)
    for kommando in sorted(KOMMANDOER):
        opsamling, skal = session(udgivet, f"{kommando} om" if kommando == ".beskriv" else kommando)
        if kommando == ".eksempel":
            assert skal.fejl == 1  # it wants a name, and says which there are
        else:
            assert skal.fejl == 0
        assert opsamling.linjer or opsamling.svar or kommando == ".slut"


def test_examples_and_meanings_are_at_hand(udgivet: Path):
    """An example is shown with its SQL and run; a view's columns are told with their meaning."""
    opsamling, skal = session(
        udgivet, ".eksempler", ".eksempel sagstal_pr_raadgiver", ".beskriv status_nu;", ".slut", "select 1;"
    )
    assert skal.fejl == 0
    eksempler, svar, kolonner = opsamling.svar  # nothing after .slut
    assert [raekke[0] for raekke in eksempler.raekker] == [e.navn for e in alle_eksempler()]
    assert "team_median" in svar.kolonner
    assert any("order by" in linje for linje in opsamling.linjer)
    assert ("vaerdi", "DOUBLE") in {raekke[:2] for raekke in kolonner.raekker}


def test_an_unknown_name_is_answered_with_the_views_there_are(udgivet: Path):
    """.beskriv and an unknown command help the reader on."""
    opsamling, skal = session(udgivet, ".beskriv findes_ikke", ".mystisk")
    assert skal.fejl == 2
    assert "status_nu" in opsamling.linjer[0]
    assert ".hjælp" in opsamling.linjer[1]


def test_without_a_publication_the_message_says_what_to_do(tmp_path: Path):
    """Nothing published is the user's to mend: exit 2."""
    with pytest.raises(ForkertBrug, match="--arbejdsmappe, eller kør først ledelsestilsyn run"):
        aabn_udgivelse(tmp_path / "ledelsestilsyn.duckdb")


def test_a_reader_keeps_the_file_it_opened_while_the_next_is_published(udgivet: Path, tmp_path: Path):
    """The next run puts another file in the place; an open session goes on with the one it has."""
    fil = tmp_path / "ledelsestilsyn.duckdb"
    fil.write_bytes(udgivet.read_bytes())
    with aabn_udgivelse(fil) as database:
        foer = database.vaerdi("select count(*) from sager")
        ny = tmp_path / "ny"
        ny.write_bytes(b"noget andet")
        ny.replace(fil)
        assert database.vaerdi("select count(*) from sager") == foer
        assert database.vaerdi("select count(*) from indikator_raekke") > 0


def _arbejdsmappe(udgivet: Path, tmp_path: Path) -> Path:
    (tmp_path / "publiceret").mkdir()
    (tmp_path / "publiceret" / udgivet.name).write_bytes(udgivet.read_bytes())
    return tmp_path


def _ledelsestilsyn(*argumenter: str, ind: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ressource("cli.py")), *argumenter],
        input=ind,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )


def test_lines_through_a_pipe_are_answered_and_a_fault_gives_exit_2(udgivet: Path, tmp_path: Path):
    """`shell` works in a script: no prompt in the output, and the exit code tells of a faulty statement."""
    mappe = _arbejdsmappe(udgivet, tmp_path)
    godt = _ledelsestilsyn("shell", "--arbejdsmappe", str(mappe), ind="select 21 + 21 as svar;\n")
    assert godt.returncode == 0, godt.stderr
    assert "42" in godt.stdout
    assert "tilsyn>" not in godt.stdout
    skidt = _ledelsestilsyn("shell", "--arbejdsmappe", str(mappe), ind="select;\nselect 42 as svar;\n")
    assert skidt.returncode == 2
    assert "42" in skidt.stdout


def test_examples_on_the_command_line(udgivet: Path, tmp_path: Path):
    """Without a name the questions; with one the answer, for people or for scripts; --sql the query."""
    mappe = str(_arbejdsmappe(udgivet, tmp_path))
    liste = _ledelsestilsyn("examples")
    assert all(e.navn in liste.stdout and e.spoergsmaal in liste.stdout for e in alle_eksempler())
    sql = _ledelsestilsyn("examples", "fejl_der_skal_rettes", "--sql")
    assert "from karantaene" in sql.stdout
    csv = _ledelsestilsyn(
        "examples", "fejl_der_skal_rettes", "--format", "csv", "--arbejdsmappe", mappe
    ).stdout
    assert csv == "extract,kolonne,aarsag,fejl,raekker\nsager,sagstype,Koden kendes ikke,1,1\n"
    tabel = _ledelsestilsyn("examples", "fejl_der_skal_rettes", "--arbejdsmappe", mappe).stdout
    assert "Hvad skal rettes" in tabel
    assert "1 række" in tabel
    ukendt = _ledelsestilsyn("examples", "findes_ikke", "--arbejdsmappe", mappe)
    assert ukendt.returncode == 2
    assert "Traceback" not in ukendt.stderr
