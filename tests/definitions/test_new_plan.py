"""`plan new`: what is written can be checked at once, and nothing that stands there is lost."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError, SettingsError, UsageFault
from pipeline.base.resources import resource
from pipeline.definitions.new_plan import write_new_plan
from pipeline.definitions.plan_models import (
    Activity,
    Computation,
    Groups,
    Indicator,
    Milepael,
    NotSet,
    Plan,
    Reference,
    Track,
    Udviklingspunkt,
    Use,
)  # fmt: skip
from pipeline.definitions.plan_review import Maalepunkt, Tema
from pipeline.definitions.plans import all_plans, read_plan, read_plan_file

MODELS = (
    Activity, Computation, Groups, Indicator, Maalepunkt, Milepael, NotSet, Plan, Reference, Tema, Track,
    Udviklingspunkt, Use,
)  # fmt: skip
SHIPPED = [plan.plan_id for plan in all_plans()]


def test_a_plan_from_scratch_holds(tmp_path: Path):
    """One development point and one indicator by a shipped file, under the id and organisation given."""
    file = write_new_plan("naerved_2026", tmp_path / "planer", 'Nærved "By" Kommune')
    plan = read_plan_file(file)
    assert file == tmp_path / "planer" / "naerved_2026.yaml"
    assert (plan.plan_id, plan.organisation) == ("naerved_2026", 'Nærved "By" Kommune')
    assert [point.nr for point in plan.udviklingspunkter] == [1]
    assert [(i.id, i.beregning.sql) for i in plan.indikatorer] == [("NA1", "afgoerelse_igangsat")]
    assert plan.start_dato < plan.slut_dato


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_template_explains_every_key(model: type):
    """Whatever a plan may say stands there, in use or ready to be."""
    text = resource("plans", "skabelon", "plan.yaml").read_text(encoding="utf-8")
    missing = [key for key in model.model_fields if not re.search(rf"\b{key}: ?", text)]
    assert missing == []


def test_the_template_holds_with_everything_in_use(tmp_path: Path):
    """What stands ready behind a # and can stand beside the rest is allowed as it is written."""
    text = write_new_plan("naerved", tmp_path, "Nærved").read_text(encoding="utf-8")
    lists = ("anvendelser", "spor", "aktiviteter", "ikke_fastsat", "maalepunkter", "tilsyn")
    for name in lists:
        (section,) = re.findall(rf"^# {name}:\n(?:#.*\n)+", text, re.MULTILINE)
        text = text.replace(section, re.sub("^# ?", "", section, flags=re.MULTILINE))
    (tmp_path / "naerved.yaml").write_text(text, encoding="utf-8")
    plan = read_plan_file(tmp_path / "naerved.yaml")
    assert all(getattr(plan, name) for name in lists)


@pytest.mark.parametrize("source", SHIPPED)
def test_a_copy_is_the_same_plan_under_another_name(source: str, tmp_path: Path):
    """Only id and organisation differ; the source's comments stand, and a line says what to correct."""
    file = write_new_plan("kopi", tmp_path, "Nærved Kommune", source)
    copy, original = read_plan_file(file), read_plan(source)
    own = {"plan_id", "organisation"}
    assert copy.model_dump(exclude=own) == original.model_dump(exclude=own)
    assert (copy.plan_id, copy.organisation) == ("kopi", "Nærved Kommune")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# Kopi af {source}. Ret titel, organisation,")
    before = resource("plans", f"{source}.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in lines] == [
        line for line in before if line.startswith(("plan_id:", "organisation:"))
    ]


def test_a_copy_of_an_own_plan_with_a_folded_value_and_a_comment(tmp_path: Path):
    """Another way to write a value is replaced as surely, and what stands after it is kept."""
    file = write_new_plan("foerste", tmp_path, "Nærved")
    text = file.read_text(encoding="utf-8").replace(
        'organisation: "Nærved"', "organisation: >-\n  Et\n  sted\n#"
    )
    file.write_text(text.replace("plan_id: foerste ", "plan_id: 'foerste' "), encoding="utf-8")
    assert read_plan_file(file).organisation == "Et sted"
    copy = read_plan_file(write_new_plan("anden", tmp_path, "Et andet", "foerste"))
    assert (copy.plan_id, copy.organisation, copy.titel) == ("anden", "Et andet", "<Planens titel>")
    assert "plan_id: anden                # filens navn" in (tmp_path / "anden.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    "plan_id", ["", "Stor", "på", "a b", "../x", "a.yaml", "rapport", "registrering", "a" * 61]
)
def test_what_is_no_id_is_refused(plan_id: str, tmp_path: Path):
    """It becomes file names, and the name of a page beside others; nothing is written."""
    with pytest.raises(UsageFault, match=r"kan ikke være en plans id: brug små bogstaver"):
        write_new_plan(plan_id, tmp_path, "Nærved")
    assert list(tmp_path.iterdir()) == []


def test_a_taken_id_is_refused_and_the_plan_stands(tmp_path: Path):
    """Also one of those that come along: a plan of that name would go before it unseen."""
    file = write_new_plan("naerved", tmp_path, "Nærved")
    before = file.read_bytes()
    with pytest.raises(UsageFault, match=rf"id naerved er taget af {re.escape(str(file))}"):
        write_new_plan("naerved", tmp_path, "Et andet")
    with pytest.raises(UsageFault, match="er taget af en plan, der følger med"):
        write_new_plan(SHIPPED[0], tmp_path, "Nærved")
    assert file.read_bytes() == before


def test_an_unknown_or_faulty_source_is_refused(tmp_path: Path):
    """With the words that a run would use of it; nothing is written."""
    with pytest.raises(UsageFault, match=r"Planen 'ukendt' kendes ikke"):
        write_new_plan("naerved", tmp_path, "Nærved", "ukendt")
    (tmp_path / "halv.yaml").write_text("plan_id: halv\n", encoding="utf-8")
    with pytest.raises(DefinitionsError):
        write_new_plan("naerved", tmp_path, "Nærved", "halv")
    assert [file.name for file in tmp_path.iterdir()] == ["halv.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows kender ikke filrettigheder som 0600")
def test_a_plan_is_its_owners_alone(tmp_path: Path):
    """As everything in the workspace."""
    file = write_new_plan("naerved", tmp_path / "planer", "Nærved")
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    """One line that names the file."""
    (tmp_path / "planer").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"naerved\.yaml: planen kan ikke skrives"):
        write_new_plan("naerved", tmp_path / "planer", "Nærved")
