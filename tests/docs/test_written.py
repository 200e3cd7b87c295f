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
from pipeline.definitions.strict import Streng
from pipeline.delivery.smtp import MILJOE_ADGANGSKODE
from pipeline.documents.markdown import anker
from pipeline.economist.examples import svar_paa
from pipeline.economist.published import aabn_udgivelse, objekter
from pipeline.errors import ExitKode
from pipeline.intake.pseudonyms import MILJOE_NOEGLE
from pipeline.reports.page import verdict
from pipeline.resources import ressource
from pipeline.settings import MILJOE_ARBEJDSMAPPE, MILJOE_INDSTILLINGER, Indstillinger, Mail

DOCS = ressource("docs")
VEJLEDNINGER = ("analytikerens-maaned", "laesevejledning", "oekonom", "administrator")
ALLE = sorted(fil.name for fil in DOCS.glob("*.md"))


def tekst(navn: str) -> str:
    return (DOCS / navn).read_text(encoding="utf-8")


def blokke(navn: str, sprog: str) -> list[str]:
    """The blocks of a language in a guide."""
    return re.findall(rf"```{sprog}\n(.*?)```", tekst(f"{navn}.md"), re.DOTALL)


@pytest.mark.parametrize("navn", ALLE)
def test_every_link_and_picture_leads_somewhere(navn: str):
    """To a file that is there, or a heading of the document itself; never to another machine."""
    indhold = tekst(navn)
    ankre = {anker(linje.lstrip("# ")) for linje in indhold.splitlines() if linje.startswith("#")}
    for maal in re.findall(r"\]\(([^)]+)\)", indhold):
        if maal.startswith("#"):
            assert maal[1:] in ankre, maal
        else:
            assert "://" not in maal
            assert (DOCS / maal).is_file(), maal


@pytest.mark.parametrize("navn", VEJLEDNINGER)
def test_a_guide_is_short_and_has_a_picture(navn: str):
    """One reader, one sitting."""
    indhold = tekst(f"{navn}.md")
    assert "![" in indhold
    assert len(indhold.split()) < 1000


def test_every_picture_is_used():
    """Nothing lies about in the folder of pictures."""
    brugte = {sti for navn in ALLE for sti in re.findall(r"billeder/([\w-]+\.\w+)", tekst(navn))}
    assert brugte == {fil.name for fil in (DOCS / "billeder").iterdir()} - {"optag.py"}


@pytest.mark.parametrize("navn", [f"{v}.md" for v in VEJLEDNINGER])
def test_every_command_in_a_guide_can_be_given(navn: str):
    """A command with its options as the guide writes it is one the program understands."""
    rod = typer.main.get_command(app)
    fundne = re.findall(r"(?:^|`|/)ledelsestilsyn ((?:[a-z]+)(?: [^`\n]*)?)", tekst(navn), re.MULTILINE)
    for linje in fundne:
        ord_ = shlex.split(linje.partition("`")[0], comments=True)
        gruppe = rod
        while hasattr(gruppe, "commands"):
            assert ord_[0] in gruppe.commands, linje
            gruppe = gruppe.commands[ord_.pop(0)]
        gruppe.make_context(linje, ord_)  # raises on an unknown option or a missing argument
    assert fundne or navn == "laesevejledning.md"


def test_every_query_of_the_economists_guide_runs(udgivet: Path):
    """What she copies out of the guide works."""
    indhold = tekst("oekonom.md")
    sql = [*blokke("oekonom", "sql"), *re.findall(r"`(from [^`;]+);`", indhold)]
    sql += re.findall(r'(?:sql|dbGetQuery)\((?:tilsyn, )?"([^"]+)"\)', indhold)
    assert len(sql) > 15
    with aabn_udgivelse(udgivet) as database:
        for forespoergsel in sql:
            assert svar_paa(database, forespoergsel).kolonner, forespoergsel


def test_the_economists_guide_names_every_view(udgivet: Path):
    """No view is left to be found by chance."""
    indhold = tekst("oekonom.md")
    with aabn_udgivelse(udgivet) as database:
        visninger = [o.navn for o in objekter(database) if o.art == "visning"]
    assert [navn for navn in visninger if f"`from {navn};`" not in indhold] == []


def test_the_python_of_the_economists_guide_runs(udgivet: Path, tmp_path: Path):
    """As it stands, in a folder with the published file."""
    (tmp_path / "publiceret").mkdir()
    shutil.copyfile(udgivet, tmp_path / "publiceret" / "ledelsestilsyn.duckdb")
    (blok,) = blokke("oekonom", "python")
    subprocess.run([sys.executable, "-c", blok], cwd=tmp_path, check=True, capture_output=True)


def _navne(model: type[Streng], over: str = "") -> set[str]:
    """Every setting by its path."""
    fundne: set[str] = set()
    for navn, felt in model.model_fields.items():
        under = felt.annotation
        if isinstance(under, type) and issubclass(under, Streng):
            fundne |= _navne(under, f"{over}{navn}.")
        else:
            fundne.add(over + navn)
    return fundne


def test_the_settings_shown_are_allowed_and_all_of_them():
    """The block can be copied, and no setting is missing from it."""
    (blok,) = blokke("administrator", "toml")
    raa = tomllib.loads(blok)
    Indstillinger.model_validate(raa)
    for sti in _navne(Indstillinger):
        del_: object = raa
        for led in sti.split("."):
            assert isinstance(del_, dict)
            assert led in del_, sti
            del_ = del_[led]


def test_the_sample_settings_hold_a_mail_section_that_works_once_uncommented():
    """A line made ready to be used is as true as one in use."""
    proeve = ressource("data_samples", "indstillinger.toml").read_text(encoding="utf-8")
    (afsnit,) = re.findall(r"^# \[mail\]\n(?:# .*\n)+", proeve, re.MULTILINE)
    tavs, talende = (
        Indstillinger.model_validate(tomllib.loads(tekst))
        for tekst in (proeve, proeve.replace(afsnit, re.sub("^# ", "", afsnit, flags=re.MULTILINE)))
    )
    assert tavs.mail == Mail()
    assert talende.mail.afsender
    assert (talende.overskrifter, talende.vaerdier) == (tavs.overskrifter, tavs.vaerdier)


def test_the_administrators_guide_names_every_variable_of_the_environment():
    """What can be set from outside is said."""
    indhold = tekst("administrator.md")
    for variabel in (MILJOE_ARBEJDSMAPPE, MILJOE_INDSTILLINGER, MILJOE_NOEGLE, MILJOE_ADGANGSKODE):
        assert variabel in indhold


def test_the_analysts_guide_explains_every_exit_code():
    """A scheduled job's code can be looked up."""
    koder = {int(kode) for kode in re.findall(r"^\| (\d) \|", tekst("analytikerens-maaned.md"), re.MULTILINE)}
    assert koder == {int(kode) for kode in ExitKode}


def test_the_reading_guide_uses_the_reports_own_words():
    """Every verdict a report can show is in the guide, as it is shown."""
    indhold = tekst("laesevejledning.md")
    domme = [*verdict._STATUS.values(), verdict.INGEN_DATA]
    for dom in domme:
        assert f"| {dom.tegn} {dom.ord} |" in indhold, dom
    assert "| ? For få til at konkludere |" in indhold


def test_the_scheduled_script_is_valid_shell():
    """The script that cron and systemd run."""
    if not shutil.which("sh"):
        pytest.skip("maskinen har ingen sh")
    script = next(blok for blok in blokke("administrator", "sh") if blok.startswith("#!"))
    assert subprocess.run(["sh", "-n"], input=script, encoding="utf-8", check=False).returncode == 0


def test_the_scheduled_script_runs_the_newest_delivery_and_lets_each_leader_in(tmp_path: Path):
    """With stand-ins for the program, the groups and the rights: who is let in, where, and what was run."""
    if not shutil.which("sh"):
        pytest.skip("maskinen har ingen sh")
    program, udtraek = tmp_path / "bin", tmp_path / "udtraek"
    for mappe in (program, udtraek / "2021-04-30", udtraek / "2021-08-31", udtraek / "gammelt"):
        mappe.mkdir(parents=True)
    for mappe in ("T01", "T02", "afdeling"):
        (tmp_path / "tilsyn" / "rapporter" / "2021-08" / mappe).mkdir(parents=True)
    for navn, krop in {
        "ledelsestilsyn": 'echo "kørt $*" >> "$SAGT"',
        "setfacl": 'echo "ret $*" >> "$SAGT"',
        "getent": '[ "$2" = tilsyn-T01 ]',
    }.items():
        (program / navn).write_text(f"#!/bin/sh\n{krop}\n", encoding="utf-8")
        (program / navn).chmod(0o700)
    script = next(blok for blok in blokke("administrator", "sh") if blok.startswith("#!"))
    for fra, til in (("/opt/ledelsestilsyn/bin", program), ("/srv/udtraek", udtraek)):
        assert fra in script
        script = script.replace(fra, str(til))
    miljoe = {
        "PATH": f"{program}:{os.environ['PATH']}",
        "SAGT": str(tmp_path / "sagt"),
        MILJOE_ARBEJDSMAPPE: str(tmp_path / "tilsyn"),
    }
    subprocess.run(["sh"], input=script, encoding="utf-8", env=miljoe, check=True)
    assert (tmp_path / "sagt").read_text(encoding="utf-8").splitlines() == [
        f"kørt run --leverance {udtraek / '2021-08-31'}",
        "ret -m g:tilsyn-T01:x . rapporter rapporter/2021-08",
        "ret -R -m g:tilsyn-T01:rX rapporter/2021-08/T01/",
    ]
