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
from pipeline.base.errors import UsageFault
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import all_plans, read_plan
from pipeline.economist.published import objects, open_publication
from tools.documents import __main__ as command
from tools.documents import drawings
from tools.documents.build import default_folder
from tools.documents.drawings import drawings_of
from tools.documents.markdown import anchor, cell

COMMANDS = typer.main.get_command(app)
PLAN = read_plan("slagelse_2021_2023")


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    """The documents in the checkout, which one test holds against what they become now."""
    return {file.name: file.read_bytes().decode("utf-8") for file in default_folder().glob("*.md")}


def test_the_documents_in_the_checkout_are_what_they_become_on_any_machine():
    """Whoever changes a definition builds the documents anew: `make docs`.

    Neither language, time zone, hash seed, width of the terminal nor the folder shows in them. In a process
    of its own: the command line is Danish only when it is imported before its library.
    """
    strange = {
        "PYTHONHASHSEED": "4711",
        "LC_ALL": "C",
        "LANG": "C",
        "TZ": "Pacific/Auckland",
        "COLUMNS": "40",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tools.documents", "--check"],
        cwd="/",
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(default_folder().parent), **strange},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_stale_or_missing_document_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    """`--check` says which, writes nothing and gives exit 2; without it they are written."""
    documents = {"a.md": "a\n", "b.md": "b\n", "c.md": "c\n"}
    monkeypatch.setattr(command, "build", lambda _: documents)
    monkeypatch.setattr(sys, "argv", ["documents", "--folder", str(tmp_path), "--check"])
    (tmp_path / "a.md").write_text("a\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("gammelt", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        command.main()
    assert end.value.code == 2
    assert "outdated: b.md, c.md;" in capsys.readouterr().err
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "gammelt"
    monkeypatch.setattr(sys, "argv", sys.argv[:-1])
    command.main()
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == documents


def test_an_installed_program_without_the_tests_says_where_documents_are_built(
    monkeypatch: pytest.MonkeyPatch,
):
    """The drawings are in the checkout alone."""

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(drawings.importlib, "import_module", missing)
    with pytest.raises(UsageFault, match="kopi af kildekoden"):
        drawings_of("units", "tilsynssvar")


@pytest.mark.parametrize("indicator", PLAN.indikatorer, ids=lambda i: i.id)
def test_the_catalogue_holds_everything_about_an_indicator(documents: dict[str, str], indicator):
    """Question, definition in words, the plan's own, basis, assumption and milestones."""
    text = documents[f"indikatorer-{PLAN.plan_id}.md"]
    heading = f"{indicator.id} {indicator.titel}"
    assert f"(#{anchor(heading)})" in text
    section = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## )", text, re.MULTILINE | re.DOTALL)
    assert section
    parts = [
        indicator.spoergsmaal, indicator.taeller_tekst, indicator.naevner_tekst, indicator.planens_ordlyd,
        indicator.planens_maaling, indicator.lovgrundlag, indicator.antagelse or "",
        f"`sql/units/{indicator.beregning.sql}.sql`",
        *(f"| {m.dato:%d-%m-%Y} | {m.procent:g} % |" for m in indicator.milepaele),
    ]  # fmt: skip
    assert [d for d in parts if cell(d) not in section[1] and d not in section[1]] == []


@pytest.mark.parametrize("sql", sorted({i.beregning.sql for i in PLAN.indikatorer}))
def test_the_catalogue_holds_every_unit_file_once(documents: dict[str, str], sql: str):
    """SQL and every drawing stand under the first indicator that uses the file; the others point there."""
    text = documents[f"indikatorer-{PLAN.plan_id}.md"].partition("\n## Fælles SQL")[0]
    drawn = drawings_of("units", sql).drawn
    assert [d.drawing.title for d in drawn if text.count(f"**{d.drawing.title}**") < 1] == []
    users = [i for i in PLAN.indikatorer if i.beregning.sql == sql]
    first = f"{users[0].id} {users[0].titel}"
    part = text.partition(f"\n## {first}\n")[2].partition("\n## ")[0]
    assert "insert into enhed_" in part
    assert f"<summary>{len(drawn)} tegnede prøver</summary>" in part
    assert part.count("\nUd i ") + part.count("\nUd til og med ") == len(drawn)
    assert text.count(f"SQL og tegnede prøver står under [{first}]") == len(users) - 1


def test_the_catalogue_draws_what_the_kinds_share(documents: dict[str, str]):
    """The rules of every kind, and who answers for a unit, are drawn beside their SQL."""
    text = documents[f"indikatorer-{PLAN.plan_id}.md"].partition("\n## Fælles SQL")[2]
    for name in ("frist", "haendelse", "beholdning", "kadence", "ansvar"):
        assert all(f"**{d.drawing.title}**" in text for d in drawings_of("kinds", name).drawn), name


def test_the_catalogue_holds_what_the_leaders_read(documents: dict[str, str]):
    """Every theme with its frame, and every question with its guidance, of every plan."""
    for plan in all_plans():
        text = documents[f"indikatorer-{plan.plan_id}.md"].partition("\n## Ledelsestilsynet")[2]
        for theme in plan.tilsyn:
            assert f"### {theme.titel} (`{theme.id}`)" in text
            assert f"rammer/{theme.genstand}.sql" in text
        for question in plan.maalepunkter:
            assert f"{question.ordlyd} | {question.vejledning} |" in text


def test_there_is_a_catalogue_for_every_plan(documents: dict[str, str]):
    """A new plan gets its own without a word of Python."""
    assert {f"indikatorer-{plan.plan_id}.md" for plan in all_plans()} < set(documents)


def test_the_dictionary_holds_every_delivered_column(documents: dict[str, str]):
    """Every extract, column, meaning and code; what is a key, must be filled or is confidential is marked."""
    text = documents["dataordbog.md"].partition("## Visningerne")[0]
    for name, extract in read_extracts().items():
        section = text.partition(f"### {name}\n")[2].partition("\n### ")[0]
        for column, k in extract.kolonner.items():
            row = next(line for line in section.splitlines() if line.startswith(f"| `{column}` |"))
            assert cell(k.betydning) in row, f"{name}.{column}"
            assert ("nøgle" in row.split("|")[2]) == k.noegle
            assert ("skal udfyldes" in row.split("|")[2]) == k.udfyldes
            assert ("fortrolig" in row.split("|")[2]) == k.fortrolig
            for code, meaning in {**k.koder, **k.kendte}.items():
                assert f"| `{column}` | `{code}` | {cell(meaning)} |" in section


def test_the_dictionary_holds_every_published_column(documents: dict[str, str], published: Path):
    """What a real publication holds is what the dictionary says, name, type and meaning."""
    text = documents["dataordbog.md"]
    with open_publication(published) as database:
        published_columns = objects(database)
    for object_ in published_columns:
        if object_.kind == "makro":
            call, _, gives = object_.meaning.partition(": ")
            assert any(f"`{call}`" in line and cell(gives) in line for line in text.splitlines())
        elif object_.name not in read_extracts():
            section = text.rpartition(f"### {object_.name}\n")[2].partition("\n### ")[0]
            assert object_.meaning in section
            for k in object_.columns:
                assert f"| `{k.name}` | {k.type} | {cell(k.meaning)} |" in section, object_.name


def _commands(group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [
        found
        for name, command in group.commands.items()
        for found in (_commands(command, (*path, name)) if hasattr(command, "commands") else [(*path, name)])
    ]


def test_the_command_reference_holds_every_command(documents: dict[str, str]):
    """Its help, with an example, as the program shows it."""
    text = documents["kommandoer.md"]
    all_ = _commands(COMMANDS)
    assert ("plan", "check") in all_
    for name in all_:
        section = text.partition(f"\n## {' '.join(name)}\n")[2].partition("\n## ")[0]
        assert f"Brug: ledelsestilsyn {' '.join(name)}" in section
        assert f"Eksempel: ledelsestilsyn {' '.join(name)}" in section
