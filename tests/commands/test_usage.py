"""A wrong call of a command is told in one Danish line, without the value that was wrong."""

from __future__ import annotations

import sys

import pytest

import cli
from pipeline.commands.usage import brugsfejl

HEMMELIGT = "opdigtet-person"

# the call | what is told
KALD = (
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
            "Tilvalget --periode mangler en værdi: skriv --periode PERIODE. Måned (2021-04) eller kvartal "
            "(2021-K2). Standard: seneste hele måned. Se ledelsestilsyn run --help."
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
    (["demo", "--findes-ikke"], "Tilvalget --findes-ikke kendes ikke. Se ledelsestilsyn demo --help."),
    (
        ["status", "--format", HEMMELIGT],
        "--format: værdien er ikke tilladt (vælg en af: table, json, csv). Se ledelsestilsyn status --help.",
    ),
    (
        ["run", "--leverance", "x", "--tillad-karantaene", "101"],
        "--tillad-karantaene: værdien er ikke tilladt (et tal fra 0 til 100). Se ledelsestilsyn run --help.",
    ),
    (
        ["run", "--leverance", "x", "--tillad-karantaene", HEMMELIGT],
        "--tillad-karantaene: værdien er ikke tilladt (et tal fra 0 til 100). Se ledelsestilsyn run --help.",
    ),
    (
        [HEMMELIGT],
        (
            "Kommandoen kendes ikke: vælg en af run, demo, ingest, check, report, publish, approve, send, "
            "status, explain, shell, examples, export, docs, plan. Se ledelsestilsyn --help."
        ),
    ),
    (["plan", HEMMELIGT], "Kommandoen kendes ikke: vælg en af list, check. Se ledelsestilsyn plan --help."),
    (
        ["explain", "5.1", HEMMELIGT],
        "Der er flere argumenter, end kommandoen kan bruge. Se ledelsestilsyn explain --help.",
    ),
    (["plan", "check"], "FIL mangler. Planfilen (YAML). Se ledelsestilsyn plan check --help."),
)


@pytest.mark.parametrize(("kald", "ventet"), KALD, ids=[" ".join(k) for k, _ in KALD])
def test_a_wrong_call_is_told_in_danish(kald: list[str], ventet: str, monkeypatch, capsys):
    """Exit 2, one line on stderr, nothing on stdout, and the value is not repeated."""
    monkeypatch.setattr("sys.argv", ["ledelsestilsyn", *kald])
    monkeypatch.setattr(sys.modules["__main__"], "__package__", None)  # else the test runner's name is shown
    with pytest.raises(SystemExit) as slut:
        cli.main()
    ud = capsys.readouterr()
    assert slut.value.code == 2
    assert ud.err == f"Fejl: {ventet}\n"
    assert ud.out == ""


@pytest.mark.parametrize("fejl", [ValueError(HEMMELIGT), OSError(2, HEMMELIGT), RuntimeError()])
def test_any_other_error_is_not_taken_for_a_wrong_call(fejl: Exception):
    """Only what the command line library raises about the call itself."""
    assert brugsfejl(fejl) is None
