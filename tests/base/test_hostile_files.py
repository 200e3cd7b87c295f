"""Settings and plans that unpack to absurd size or depth are refused in a line, at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base import strict, toml
from pipeline.base.errors import DefinitionsError, SettingsError
from pipeline.base.settings import read_settings
from pipeline.base.strict import read_yaml

LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAUGHS, "folder sig ud"),
        ("a: &a [*a]\n", "folder sig ud|ikke gyldig"),
        ("[" * 50_000, "ikke gyldig YAML"),
        ("- " * 50_000 + "x", "ikke gyldig YAML"),
        ("x: " + "y" * strict.LARGEST_FILE, "fylder mere end 2 MB"),
        ("!!python/object/apply:os.system ['true']\n", "ikke gyldig YAML|ulovligt"),
    ],
    ids=["laughs", "itself", "depth", "depth of a line", "size", "an object"],
)
def test_a_hostile_plan_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """Whatever it would have become."""
    file = tmp_path / "plan.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionsError, match=told):
        read_yaml(file)


def test_a_part_written_once_may_be_referred_to(tmp_path: Path) -> None:
    """As long as it stays a plan's size."""
    file = tmp_path / "plan.yaml"
    file.write_text("a: &a [1, 2]\nb: *a\n", encoding="utf-8")
    assert read_yaml(file) == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = " + "[" * 50_000, "ikke gyldig TOML"),
        ("# " + "y" * toml.LARGEST_FILE, "fylder mere end 1 MB"),
    ],
    ids=["depth", "size"],
)
def test_hostile_settings_are_refused(tmp_path: Path, text: str, told: str) -> None:
    """As settings that cannot be read are (exit 2)."""
    file = tmp_path / "indstillinger.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=told) as caught:
        read_settings(file)
    assert caught.value.exit_code == 2
