"""What a figure is computed by has another fingerprint when it is another, and only then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.base.resources import resource
from pipeline.definitions import fingerprints
from pipeline.definitions.fingerprints import plan_sha256, sql_sha256, udtraek_sha256
from pipeline.definitions.plans import read_plan, read_plan_file


def test_a_plan_is_known_wherever_it_lies_and_changes_with_what_it_says(tmp_path: Path):
    """Comments and order of keys are nothing it says; a milestone one percent higher is."""
    plan = read_plan("slagelse_2021_2023")
    copy = tmp_path / "slagelse_2021_2023.yaml"
    text = resource("plans", copy.name).read_text(encoding="utf-8")
    copy.write_text(f"# Vores.\n{text}", encoding="utf-8")
    assert plan_sha256(read_plan_file(copy)) == plan_sha256(plan)
    changed = plan.model_copy(update={"titel": "En anden titel"})
    assert plan_sha256(changed) != plan_sha256(plan)


@pytest.mark.parametrize(("folder", "of"), [("sql", sql_sha256), ("expectations", udtraek_sha256)])
def test_the_shipped_files_are_known_by_name_and_content(folder: str, of, tmp_path: Path, monkeypatch):
    """One sign more in one file, or another name, is another fingerprint."""
    here = of()
    copy = Path(shutil.copytree(resource(folder), tmp_path / folder))
    monkeypatch.setattr(fingerprints, "resource", lambda name: tmp_path / name)
    file = next(f for f in sorted(copy.rglob("*")) if f.suffix in {".sql", ".yaml"})
    assert of() == here
    fingerprints._of_folder.cache_clear()
    file.rename(file.with_stem(f"{file.stem}_2"))
    renamed = of()
    fingerprints._of_folder.cache_clear()
    file.with_stem(f"{file.stem}_2").rename(file)
    with file.open("a", encoding="utf-8") as out:
        out.write(" ")
    assert len({here, renamed, of()}) == 3
    fingerprints._of_folder.cache_clear()
