"""„Jeres egen plan“ is followed to the letter, from `plan new` to a report, on a small made-up delivery."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

import cli
from pipeline.base.database import open_file
from pipeline.base.resources import resource
from pipeline.base.settings import ENVIRONMENT_WORKSPACE
from pipeline.definitions.plan_review_checks import ALWAYS_GIVEN
from pipeline.definitions.sql_files import frame_folder, names_in, parameters_of, states_group, unit_folder
from pipeline.indicators.calculate import KINDS
from tests.intake.delivery import FACTS, Delivery

GUIDE = resource("docs", "egen-plan.md").read_text(encoding="utf-8")
STEP = re.compile(r"(?:`([\w./-]+)`(?:[^`\n]|\n(?!\n))*\n\n)?```(\w+)\n(.*?)```", re.DOTALL)
"""A block, and the last file named in the paragraph before it."""


def delivery(root: Path) -> None:
    """`udtraek/2021-04-30`: two decisions, one followed by help in time, and no meeting of the network."""
    made = Delivery(root, own=FACTS)
    measures = [
        {**FACTS["indsatser"][0], "indsats_id": "I2", "afgoerelse_dato": "01-03-2021", "start_dato": start}
        for start in ("10-03-2021", "20-04-2021")
    ]
    made.add("indsatser", *({**row, "indsats_id": f"I{n}"} for n, row in enumerate(measures, start=2)))
    made.write()
    (root / "udtraek").mkdir()
    made.folder.rename(root / "udtraek" / "2021-04-30")


@pytest.fixture
def follow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], None]:
    """Do what a block of the guide says: run its commands, or save it as the file it names."""
    monkeypatch.chdir(tmp_path)
    workspace = tmp_path / "tilsyn"
    monkeypatch.setenv(ENVIRONMENT_WORKSPACE, str(workspace))
    delivery(tmp_path)

    def step(file: str, language: str, block: str) -> None:
        if language == "sh":
            for line in block.splitlines():
                program, *words = shlex.split(line)
                assert program == "ledelsestilsyn"
                assert not cli.app(words, standalone_mode=False)
        else:
            target = workspace / file
            assert target.suffix == f".{language}"
            target.parent.mkdir(exist_ok=True)
            target.write_text(block, encoding="utf-8")

    return step


def test_the_guide_leads_from_a_new_plan_to_its_first_report(follow, tmp_path: Path, capsys):
    """Every block in order; then the report of the own plan leads, and the other plan's lies beside it."""
    for file, language, block in STEP.findall(GUIDE):
        follow(file, language, block)
    told = capsys.readouterr().out
    assert "naerved_2021.yaml: i orden (2 indikatorer, 2 milepæle)." in told
    assert "Eksempler: 1 er kørt og kom ud som ventet." in told
    assert "  NA2: aktiviteter\n" in told
    reports = tmp_path / "tilsyn" / "rapporter" / "2021-04" / "afdeling"
    own = (reports / "rapport.html").read_text(encoding="utf-8")
    assert "Hjælpen går i gang" in own
    assert "Netværksmøde i nye sager" in own
    assert (reports / "roskilde_2019.html").is_file()
    with open_file(tmp_path / "tilsyn" / "publiceret" / "ledelsestilsyn.duckdb") as database:
        (row,) = database.fetch(
            "select sum(taeller) as taeller, sum(naevner) as naevner from indikator_resultat "
            "where indikator_id = 'NA1' and periodetype = 'maaned' and team_id = 'ALLE' and kilde = 'dubu'"
        )
    assert (row["taeller"], row["naevner"]) == (1, 2)


def test_the_guide_lists_every_unit_file_as_it_is():
    """Its kind, whether it parts its units in groups, and the parameters it asks for; each told in words."""
    rows = re.findall(r"^\| `(\w+)` \| (\w+)(, grupper)? \| (.+?) \| (.*?) ?\|$", GUIDE, re.MULTILINE)
    assert [name for name, *_ in rows] == sorted(file.stem for file in unit_folder().glob("*.sql"))
    for name, kind, groups, words, parameters in rows:
        file = unit_folder() / f"{name}.sql"
        assert [kind] == [k for k in KINDS if f"enhed_{k}" in names_in(file)], name
        assert bool(groups) == states_group(file), name
        assert re.findall(r"\w+", parameters) == sorted(parameters_of(file)), name
        assert words.endswith("."), name


def test_the_guide_lists_every_frame_of_the_case_review():
    """What it draws from, in words, and the parameters it asks for beside its first and last day."""
    rows = re.findall(r"^\| `(\w+)` \| ([^|`]+\.) \| ([^|]*?) ?\|$", GUIDE, re.MULTILINE)
    assert [name for name, *_ in rows] == sorted(file.stem for file in frame_folder().glob("*.sql"))
    for name, _, parameters in rows:
        asked = parameters_of(frame_folder() / f"{name}.sql") - ALWAYS_GIVEN
        assert re.findall(r"\w+", parameters) == sorted(asked), name


def test_the_guides_example_is_refused_when_it_is_drawn_otherwise(follow, tmp_path: Path):
    """What it says of the 60th day is really tried."""
    steps = STEP.findall(GUIDE)
    for file, language, block in steps:
        if language in ("yaml", "sql") or "plan new" in block:
            follow(file, language, block)
    file = tmp_path / "tilsyn" / "planer" / "eksempler" / "NA2.yaml"
    text = file.read_text(encoding="utf-8")
    assert "2021-04-03" in text
    file.write_text(text.replace("2021-04-03", "2021-04-01"), encoding="utf-8")
    with pytest.raises(Exception, match=r"række 2 \(S2\): udfald er ventet ikke_opfyldt, men fundet opfyldt"):
        cli.app(["plan", "check", "naerved_2021"], standalone_mode=False)


REFUSED = GUIDE.partition("afviser\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("words", re.findall(r"^\| (.+?) \| .+\|$", REFUSED, re.MULTILINE)[2:])
def test_what_the_guide_says_is_refused_is_refused_in_those_words(words: str):
    """Every message of the table stands in the program (what a value is put into, by its fixed words)."""
    files = sorted(resource("pipeline").rglob("*.py"))
    source = "\n".join(file.read_text(encoding="utf-8") for file in files).replace("{kind}", "frist")
    for message in words.split(" · "):
        if "Binder Error" not in message:
            for part in message.split("…"):
                assert part.strip(" ,") in source.replace('"\n            f"', "").replace(
                    "{kind}", "frist"
                ), message
