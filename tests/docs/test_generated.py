"""The generated documents are current, complete and the same everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from cli import app
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plans import alle_planer, laes_plan
from pipeline.documents import drawings
from pipeline.documents.build import foraeldede, skriv, standardmappe
from pipeline.documents.drawings import tegninger
from pipeline.documents.markdown import anker, celle
from pipeline.economist.published import aabn_udgivelse, objekter
from pipeline.errors import ForkertBrug
from pipeline.resources import ressource

KOMMANDOER = typer.main.get_command(app)
PLAN = laes_plan("slagelse_2021_2023")


def byg_i(mappe: Path, **miljoe: str) -> dict[str, str]:
    """The documents as the command builds them.

    In a process of its own: the command line is Danish only when it is imported before its library.
    """
    subprocess.run(
        [sys.executable, str(ressource("cli.py")), "docs", "--til", str(mappe)],
        cwd=mappe,
        env={**os.environ, "PYTHONUTF8": "1", **miljoe},
        check=True,
        capture_output=True,
    )
    return {fil.name: fil.read_bytes().decode("utf-8") for fil in mappe.iterdir()}


@pytest.fixture(scope="module")
def dokumenter(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The documents as they become now."""
    return byg_i(tmp_path_factory.mktemp("docs"))


def test_the_documents_in_the_checkout_are_current(dokumenter: dict[str, str]):
    """Whoever changes a definition builds the documents anew: `make docs`."""
    gamle = [
        navn
        for navn, tekst in dokumenter.items()
        if (standardmappe() / navn).read_bytes() != tekst.encode("utf-8")
    ]
    assert gamle == []


def test_the_documents_are_the_same_on_every_machine(dokumenter: dict[str, str], tmp_path: Path):
    """Neither language, time zone, hash seed, width of the terminal nor the folder shows in them."""
    andre = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Auckland", "COLUMNS": "40"}
    assert byg_i(tmp_path, **andre) == dokumenter


def test_a_stale_or_missing_document_is_named(dokumenter: dict[str, str], tmp_path: Path):
    """`docs --kontrol` says which, writes nothing and gives exit 2."""
    skriv(KOMMANDOER, tmp_path)
    assert list(foraeldede(KOMMANDOER, tmp_path)) == []
    (tmp_path / "kommandoer.md").write_text("gammelt", encoding="utf-8")
    (tmp_path / "dataordbog.md").unlink()
    assert list(foraeldede(KOMMANDOER, tmp_path)) == ["dataordbog.md", "kommandoer.md"]
    koert = subprocess.run(
        [sys.executable, str(ressource("cli.py")), "docs", "--kontrol", "--til", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert koert.returncode == 2
    assert "dataordbog.md, kommandoer.md" in koert.stderr
    assert not (tmp_path / "dataordbog.md").exists()


def test_an_installed_program_without_the_tests_says_where_documents_are_built(
    monkeypatch: pytest.MonkeyPatch,
):
    """The drawings are in the checkout alone."""

    def findes_ikke(navn: str) -> None:
        raise ModuleNotFoundError(name=navn)

    monkeypatch.setattr(drawings.importlib, "import_module", findes_ikke)
    with pytest.raises(ForkertBrug, match="kopi af kildekoden"):
        tegninger("5.1")


@pytest.mark.parametrize("indikator", PLAN.indikatorer, ids=lambda i: i.id)
def test_the_catalogue_holds_everything_about_an_indicator(dokumenter: dict[str, str], indikator):
    """Question, definition in words, the plan's own, basis, assumption, milestones, SQL and every drawing."""
    tekst = dokumenter[f"indikatorer-{PLAN.plan_id}.md"]
    overskrift = f"{indikator.id} {indikator.titel}"
    assert f"(#{anker(overskrift)})" in tekst
    afsnit = re.search(rf"^## {re.escape(overskrift)}\n(.*?)(?=^## )", tekst, re.MULTILINE | re.DOTALL)
    assert afsnit
    dele = [
        indikator.spoergsmaal, indikator.taeller_tekst, indikator.naevner_tekst, indikator.planens_ordlyd,
        indikator.planens_maaling, indikator.lovgrundlag, indikator.antagelse or "", "insert into enhed_",
        *(f"| {m.dato:%d-%m-%Y} | {m.procent:g} % |" for m in indikator.milepaele),
        *(f"**{tegning.titel}**" for tegning in tegninger(indikator.id)),
    ]  # fmt: skip
    assert [d for d in dele if celle(d) not in afsnit[1] and d not in afsnit[1]] == []
    antal = len(tegninger(indikator.id))
    assert afsnit[1].count("Ud i ") == antal > 0
    assert f"{antal} tegnede prøver" in afsnit[1]


def test_there_is_a_catalogue_for_every_plan(dokumenter: dict[str, str]):
    """A new plan gets its own without a word of Python."""
    assert {f"indikatorer-{plan.plan_id}.md" for plan in alle_planer()} < set(dokumenter)


def test_the_dictionary_holds_every_delivered_column(dokumenter: dict[str, str]):
    """Every extract, column, meaning and code; what is a key, must be filled or is confidential is marked."""
    tekst = dokumenter["dataordbog.md"].partition("## Visningerne")[0]
    for navn, extract in laes_extracts().items():
        afsnit = tekst.partition(f"### {navn}\n")[2].partition("\n### ")[0]
        for kolonne, k in extract.kolonner.items():
            raekke = next(linje for linje in afsnit.splitlines() if linje.startswith(f"| `{kolonne}` |"))
            assert celle(k.betydning) in raekke, f"{navn}.{kolonne}"
            assert ("nøgle" in raekke.split("|")[2]) == k.noegle
            assert ("skal udfyldes" in raekke.split("|")[2]) == k.udfyldes
            assert ("fortrolig" in raekke.split("|")[2]) == k.fortrolig
            for kode, betydning in {**k.koder, **k.kendte}.items():
                assert f"| `{kolonne}` | `{kode}` | {celle(betydning)} |" in afsnit


def test_the_dictionary_holds_every_published_column(dokumenter: dict[str, str], udgivet: Path):
    """What a real publication holds is what the dictionary says, name, type and meaning."""
    tekst = dokumenter["dataordbog.md"]
    with aabn_udgivelse(udgivet) as database:
        udgivne = objekter(database)
    for objekt in udgivne:
        if objekt.art == "makro":
            assert f"| `{objekt.navn}` | {celle(objekt.betydning)} |" in tekst
        elif objekt.navn not in laes_extracts():
            afsnit = tekst.rpartition(f"### {objekt.navn}\n")[2].partition("\n### ")[0]
            assert objekt.betydning in afsnit
            for k in objekt.kolonner:
                assert f"| `{k.navn}` | {k.type} | {celle(k.betydning)} |" in afsnit, objekt.navn


def _kommandoer(gruppe, sti: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [
        fundet
        for navn, kommando in gruppe.commands.items()
        for fundet in (
            _kommandoer(kommando, (*sti, navn)) if hasattr(kommando, "commands") else [(*sti, navn)]
        )
    ]


def test_the_command_reference_holds_every_command(dokumenter: dict[str, str]):
    """Its help, with an example, as the program shows it."""
    tekst = dokumenter["kommandoer.md"]
    alle = _kommandoer(KOMMANDOER)
    assert ("plan", "check") in alle
    for navn in alle:
        afsnit = tekst.partition(f"\n## {' '.join(navn)}\n")[2].partition("\n## ")[0]
        assert f"Brug: ledelsestilsyn {' '.join(navn)}" in afsnit
        assert f"Eksempel: ledelsestilsyn {' '.join(navn)}" in afsnit
