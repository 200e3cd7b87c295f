"""A wrong call of a command is told in one Danish line, without the value that was wrong."""

from __future__ import annotations

import sys

import pytest

import cli
from pipeline import __version__
from pipeline.commands.end import usage_error

UNSAID = "opdigtet-person"

# the call | what is told
CALL = (
    (
        ["run"],
        "--leverance mangler: skriv --leverance MAPPE. Mappen med CSV-udtræk. Se ledelsestilsyn run --help.",
    ),
    (["explain"], "INDIKATOR mangler. Indikatorens nummer, fx 5.1. Se ledelsestilsyn explain --help."),
    (
        ["run", "--leverance"],
        (
            "Tilvalget --leverance mangler en værdi: skriv --leverance MAPPE. Mappen med CSV-udtræk. "
            "Se ledelsestilsyn run --help."
        ),
    ),
    (
        ["run", "--leverance", "x", "--periode"],
        (
            "Tilvalget --periode mangler en værdi: skriv --periode PERIODE. Måned (2021-04), kvartal "
            "(2021-K2), tertial (2021-T1) eller år (2021). Standard: seneste hele måned. "
            "Se ledelsestilsyn run --help."
        ),
    ),
    (
        ["status", "--format"],
        "Tilvalget --format mangler en værdi. table, json eller csv. Se ledelsestilsyn status --help.",
    ),
    (
        ["run", "--leverance", "x", "--udtraeksdato", "2021-W01-1"],
        "--udtraeksdato: skriv datoen som 2021-04-30.",
    ),
    (
        ["run", "--leverance", "x", "--period", "2021-04"],
        "Tilvalget --period kendes ikke. Mente du --periode? Se ledelsestilsyn run --help.",
    ),
    (["demo", "--findes-ikke"], "Tilvalget --findes-ikke kendes ikke. Se ledelsestilsyn demo --help."),
    (
        ["status", "--format", UNSAID],
        "--format: værdien er ikke tilladt (vælg en af: table, json, csv). Se ledelsestilsyn status --help.",
    ),
    (
        ["run", "--leverance", "x", "--tillad-karantaene", "101"],
        "--tillad-karantaene: værdien er ikke tilladt (et tal fra 0 til 100). Se ledelsestilsyn run --help.",
    ),
    (
        ["review", "draw", "--tema", "x", "--periode", "2021-K2", "--seed", UNSAID],
        (
            "--seed: værdien er ikke tilladt (et tal fra 0 til 4611686018427387904). "
            "Se ledelsestilsyn review draw --help."
        ),
    ),
    (
        ["run", "--leverance", "x", "--tillad-karantaene", UNSAID],
        "--tillad-karantaene: værdien er ikke tilladt (et tal fra 0 til 100). Se ledelsestilsyn run --help.",
    ),
    (
        [UNSAID],
        (
            "Kommandoen kendes ikke: vælg en af run, week, demo, ingest, check, report, publish, approve, "
            "send, status, explain, shell, examples, export, fingerprint, history, purge, forget, verify, "
            "plan, settings, review, country. "
            "Se ledelsestilsyn --help."
        ),
    ),
    (["rnu"], "Kommandoen kendes ikke. Mente du run? Se ledelsestilsyn --help."),
    (["plan", "lst"], "Kommandoen kendes ikke. Mente du list? Se ledelsestilsyn plan --help."),
    (["plan", UNSAID], "Kommandoen kendes ikke: vælg en af list, new, check. Se ledelsestilsyn plan --help."),
    (
        ["explain", "5.1", UNSAID],
        (
            "Der er flere argumenter, end kommandoen kan bruge: "
            "skriv ledelsestilsyn explain [TILVALG] INDIKATOR. Se ledelsestilsyn explain --help."
        ),
    ),
    (
        ["status", UNSAID],
        (
            "Der er flere argumenter, end kommandoen kan bruge: skriv ledelsestilsyn status [TILVALG]. "
            "Se ledelsestilsyn status --help."
        ),
    ),
    *(
        (
            ["run", "--som-af", "2021-05-15", *option],
            f"{option[0]} kan ikke bruges med --som-af, som regner på de leverancer, der er indlæst.",
        )
        for option in (
            ["--leverance", "x"],
            ["--udtraeksdato", "2021-04-30"],
            ["--tillad-karantaene", "0"],
            ["--tillad-fald"],
            ["--tillad-manglende-kolonne"],
            ["--tillad-indskraenkning"],
            ["--alt"],
        )
    ),
    (["check", "--kun-leverance"], "--kun-leverance kræver --leverance MAPPE."),
    *(
        (
            ["check", *option],
            f"{option[0]} hører til --kun-leverance; brug ingest eller run til at indlæse.",
        )
        for option in (
            ["--leverance", "x"],
            ["--udtraeksdato", "2021-04-30"],
            ["--tillad-karantaene", "0"],
            ["--tillad-fald"],
        )
    ),
    *(
        (
            ["check", "--kun-leverance", "--leverance", "x", *option],
            f"{option[0]} kan ikke bruges med --kun-leverance, som intet opgør.",
        )
        for option in (["--periode", "2021-04"], ["--plan", UNSAID])
    ),
    (
        ["check", "--leverance", "x", "--tillad-fald"],
        "--leverance og --tillad-fald hører til --kun-leverance; brug ingest eller run til at indlæse.",
    ),
    (
        ["plan", "check"],
        (
            "FIL mangler. Planfilen (YAML), eller navnet på en af arbejdsmappens egne planer. "
            "Se ledelsestilsyn plan check --help."
        ),
    ),
)


def called(call: list[str], monkeypatch, capsys) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a call."""
    monkeypatch.setattr("sys.argv", ["ledelsestilsyn", *call])
    monkeypatch.setattr(sys.modules["__main__"], "__package__", None)  # else the test runner's name is shown
    with pytest.raises(SystemExit) as end:
        cli.main()
    return end.value.code, *capsys.readouterr()


@pytest.mark.parametrize(("call", "outcome"), CALL, ids=[" ".join(k) for k, _ in CALL])
def test_a_wrong_call_is_told_in_danish(call: list[str], outcome: str, monkeypatch, capsys):
    """Exit 2, one line on stderr, nothing on stdout, and the value is not repeated."""
    assert called(call, monkeypatch, capsys) == (2, "", f"Fejl: {outcome}\n")


@pytest.mark.parametrize(("call", "command"), [([], "run"), (["plan"], "list")])
def test_a_call_without_a_command_shows_the_help(call: list[str], command: str, monkeypatch, capsys):
    """Of the program or of a group of commands; still no command was given, so it is exit 2."""
    code, out, error = called(call, monkeypatch, capsys)
    assert (code, out) == (2, "")
    assert error.startswith(f"Brug: {' '.join(['ledelsestilsyn', *call])} KOMMANDO [TILVALG]\n")
    assert f"\n  {command} " in error
    assert "Fejl" not in error


def test_the_program_tells_its_version(monkeypatch, capsys):
    """What to quote when asking for help."""
    assert called(["--version"], monkeypatch, capsys) == (0, f"ledelsestilsyn {__version__}\n", "")


def test_a_folder_one_may_not_read_is_told_as_such(tmp_path, monkeypatch, capsys):
    """The library's check says only that something is wrong with the value."""
    monkeypatch.setattr("os.access", lambda *_: False)
    assert called(["run", "--leverance", str(tmp_path)], monkeypatch, capsys) == (
        2,
        "",
        "Fejl: --leverance: du har ikke ret til at læse mappen eller filen. Se ledelsestilsyn run --help.\n",
    )


def test_a_workspace_one_may_only_pass_through_is_no_fault_of_the_call(tmp_path, monkeypatch, capsys):
    """Readers of the publication see nothing else of it; here nothing is published yet."""
    monkeypatch.setattr("os.access", lambda *_: False)
    _, _, error = called(["status", "--arbejdsmappe", str(tmp_path)], monkeypatch, capsys)
    assert "ikke udgivet noget" in error


@pytest.mark.parametrize("error", [ValueError(UNSAID), OSError(2, UNSAID), RuntimeError()])
def test_any_other_error_is_not_taken_for_a_wrong_call(error: Exception):
    """Only what the command line library raises about the call itself."""
    assert usage_error(error) is None
