"""The written guides tell the truth: their commands parse, their queries run, their links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

from cli import app
from pipeline.base.errors import ExitCode
from pipeline.base.resources import resource
from pipeline.base.settings import ENVIRONMENT_SETTINGS, ENVIRONMENT_WORKSPACE, Mail, Settings
from pipeline.base.strict import Strict
from pipeline.country.listed import Country, Kommune
from pipeline.delivery.smtp import ENVIRONMENT_SMTP
from pipeline.economist.examples import answer_to
from pipeline.economist.published import objects, open_publication
from pipeline.intake.key import ENVIRONMENT_KEY
from pipeline.reports.words import verdicts
from pipeline.reports.words.terms import DEVELOPMENT_PLAN
from tools.documents.markdown import anchor

DOCS = resource("docs")
ECONOMISTS = ("oekonom.md", "oekonom-vaerdier.md")
GUIDES = ("analytikerens-maaned", "laesevejledning", "oekonom", "administrator")
REVIEW, COUNTRY, KEEPING = "ledelsestilsyn.md", "land.md", "opbevaring.md"
ALL = sorted(file.name for file in DOCS.glob("*.md"))


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The blocks of a language in a guide."""
    return re.findall(rf"```{language}\n(.*?)```", text(f"{name}.md"), re.DOTALL)


@pytest.mark.parametrize("name", ALL)
def test_every_link_and_picture_leads_somewhere(name: str):
    """To a file that is there, or a heading of it or of the document itself; never to another machine."""
    for target in re.findall(r"\]\(([^)]+)\)", text(name)):
        assert "://" not in target
        file, _, heading = target.partition("#")
        assert (DOCS / (file or name)).is_file(), target
        lines = text(file or name).splitlines() if heading else []
        anchors = {anchor(line.lstrip("# ")) for line in lines if line.startswith("#")}
        assert not heading or heading in anchors, target


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_short_and_has_a_picture(name: str):
    """One reader, one sitting; what is copied and not read does not count."""
    content = text(f"{name}.md")
    assert "![" in content
    prose = re.sub(r"```.*?```", "", content, flags=re.DOTALL)
    assert len(prose.split()) < 1000


def test_every_picture_is_used():
    """Nothing lies about in the folder of pictures."""
    used = {path for name in ALL for path in re.findall(r"billeder/([\w-]+\.\w+)", text(name))}
    assert used == {file.name for file in (DOCS / "billeder").iterdir()} - {"capture.py"}


@pytest.mark.parametrize(
    "name", sorted({*(f"{v}.md" for v in GUIDES), *ECONOMISTS, REVIEW, COUNTRY, KEEPING})
)
def test_every_command_in_a_guide_can_be_given(name: str):
    """A command with its options as the guide writes it is one the program understands."""
    root = typer.main.get_command(app)
    found = re.findall(r"(?:^|`|/)ledelsestilsyn ((?:[a-z]+)(?: [^`\n]*)?)", text(name), re.MULTILINE)
    for line in found:
        word = shlex.split(line.partition("`")[0], comments=True)
        group = root
        while hasattr(group, "commands"):
            assert word[0] in group.commands, line
            group = group.commands[word.pop(0)]
        group.make_context(line, word)  # raises on an unknown option or a missing argument
    assert found or name == "laesevejledning.md"


def test_every_query_of_the_economists_guide_runs(published: Path):
    """What she copies out of the guide works."""
    content = "\n".join(map(text, ECONOMISTS))
    sql = [*blocks("oekonom", "sql"), *re.findall(r"`(from [^`;]+);`", content)]
    sql += re.findall(r'(?:sql|dbGetQuery)\((?:tilsyn, )?"([^"]+)"\)', content)
    assert len(sql) > 15
    with open_publication(published) as database:
        for query in sql:
            assert answer_to(database, query).columns, query


def test_the_economists_guide_names_every_view(published: Path):
    """No view is left to be found by chance."""
    content = "\n".join(map(text, ECONOMISTS))
    with open_publication(published) as database:
        views = [o.name for o in objects(database) if o.kind == "visning"]
    assert [name for name in views if f"`from {name};`" not in content] == []


def test_the_python_of_the_economists_guide_runs(published: Path, tmp_path: Path):
    """As it stands, in a folder with the published file."""
    (tmp_path / "publiceret").mkdir()
    shutil.copyfile(published, tmp_path / "publiceret" / "ledelsestilsyn.duckdb")
    (block,) = blocks("oekonom", "python")
    subprocess.run([sys.executable, "-c", block], cwd=tmp_path, check=True, capture_output=True)


def _names(model: type[Strict], over: str = "") -> set[str]:
    """Every setting by its path."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        under = field.annotation
        if isinstance(under, type) and issubclass(under, Strict):
            found |= _names(under, f"{over}{name}.")
        else:
            found.add(over + name)
    return found


def test_the_settings_shown_are_allowed_and_all_of_them():
    """The block can be copied, and no setting is missing from it."""
    (block,) = blocks("administrator", "toml")
    raw = tomllib.loads(block)
    Settings.model_validate(raw)
    for path in _names(Settings):
        piece: object = raw
        for part in path.split("."):
            assert isinstance(piece, dict)
            assert part in piece, path
            piece = piece[part]


def test_the_list_of_municipalities_shown_is_one_and_names_all_there_is():
    """The block can be copied; nothing that can be said of a municipality is missing from it."""
    (block,) = blocks("land", "toml")
    country = Country.model_validate(tomllib.loads(block))
    said = {name for kommune in country.kommuner.values() for name in kommune.model_fields_set}
    assert said == set(Kommune.model_fields)
    assert country.model_fields_set == set(Country.model_fields)


def test_the_sample_settings_hold_a_mail_section_that_works_once_uncommented():
    """A line made ready to be used is as true as one in use."""
    trial = resource("data_samples", "indstillinger.toml").read_text(encoding="utf-8")
    (section,) = re.findall(r"^# \[mail\]\n(?:# .*\n)+", trial, re.MULTILINE)
    silent, telling = (
        Settings.model_validate(tomllib.loads(text))
        for text in (trial, trial.replace(section, re.sub("^# ", "", section, flags=re.MULTILINE)))
    )
    assert silent.mail == Mail()
    assert telling.mail.afsender
    assert (telling.overskrifter, telling.vaerdier) == (silent.overskrifter, silent.vaerdier)


def test_the_administrators_guide_names_every_variable_of_the_environment():
    """What can be set from outside is said."""
    content = text("administrator.md")
    for variable in (ENVIRONMENT_WORKSPACE, ENVIRONMENT_SETTINGS, ENVIRONMENT_KEY, ENVIRONMENT_SMTP):
        assert variable in content


def test_the_analysts_guide_explains_every_exit_code():
    """A scheduled job's code can be looked up."""
    codes = {int(code) for code in re.findall(r"^\| (\d) \|", text("naar-koerslen-naegter.md"), re.MULTILINE)}
    assert codes == {int(code) for code in ExitCode}


def test_the_reading_guide_uses_the_reports_own_words():
    """Every verdict a report can show is in the guide, as it is shown."""
    content = text("laesevejledning.md")
    for status in verdicts._SIGNS:
        judgement = verdicts.verdict_on(status, DEVELOPMENT_PLAN)
        assert f"| {judgement.sign} {judgement.words} |" in content, judgement
    assert "| ? For få til at konkludere |" in content


def test_the_scheduled_script_is_valid_shell():
    """The script that cron and systemd run."""
    if not shutil.which("sh"):
        pytest.skip("maskinen har ingen sh")
    script = next(block for block in blocks("administrator", "sh") if block.startswith("#!"))
    assert subprocess.run(["sh", "-n"], input=script, encoding="utf-8", check=False).returncode == 0


def test_the_scheduled_script_runs_the_newest_delivery_and_lets_each_leader_in(tmp_path: Path):
    """With stand-ins for the program, the groups and the rights: who is let in, where, and what was run."""
    if not shutil.which("sh"):
        pytest.skip("maskinen har ingen sh")
    program, extract = tmp_path / "bin", tmp_path / "udtraek"
    for folder in (program, extract / "2021-04-30", extract / "2021-08-31", extract / "gammelt"):
        folder.mkdir(parents=True)
    for folder in ("T01", "T02", "afdeling"):
        (tmp_path / "tilsyn" / "rapporter" / "2021-08" / folder).mkdir(parents=True)
    for name, body in {
        "ledelsestilsyn": 'echo "kørt $*" >> "$SAGT"',
        "setfacl": 'echo "ret $*" >> "$SAGT"',
        "getent": '[ "$2" = tilsyn-T01 ]',
    }.items():
        (program / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (program / name).chmod(0o700)
    script = next(block for block in blocks("administrator", "sh") if block.startswith("#!"))
    for since, until in (("/opt/ledelsestilsyn/bin", program), ("/srv/udtraek", extract)):
        assert since in script
        script = script.replace(since, str(until))
    environment = {
        "PATH": f"{program}:{os.environ['PATH']}",
        "SAGT": str(tmp_path / "sagt"),
        ENVIRONMENT_WORKSPACE: str(tmp_path / "tilsyn"),
    }
    subprocess.run(["sh"], input=script, encoding="utf-8", env=environment, check=True)
    assert (tmp_path / "sagt").read_text(encoding="utf-8").splitlines() == [
        f"kørt run --leverance {extract / '2021-08-31'}",
        "ret -m g:tilsyn-T01:x . rapporter rapporter/2021-08",
        "ret -R -m g:tilsyn-T01:rX rapporter/2021-08/T01/",
    ]
