"""What a further command must be told to work where this one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.settings import ENVIRONMENT_WORKSPACE
from pipeline.base.workspace import Workspace
from pipeline.call import Call


@pytest.mark.parametrize(
    ("root", "environment", "outcome"),
    [
        ("tilsyn", {}, ""),
        ("andet", {ENVIRONMENT_WORKSPACE: "andet"}, ""),
        ("tilsyn", {ENVIRONMENT_WORKSPACE: "andet"}, " --arbejdsmappe tilsyn"),
        ("en anden", {}, ' --arbejdsmappe "en anden"'),
    ],
)
def test_a_workspace_is_named_only_where_it_must_be(root: str, environment: dict[str, str], outcome: str):
    """The command is to be typed as it stands: not where it would look anyway, and blanks in quotes."""
    call = Call(Workspace(Path(root)), environment=environment)
    assert call.command("report") == f"ledelsestilsyn report{outcome}"


@pytest.mark.parametrize(
    ("file", "outcome"), [("min.toml", "min.toml"), ("mine filer/min.toml", '"mine filer/min.toml"')]
)
def test_settings_of_a_calls_own_are_named(file: str, outcome: str):
    """The next command would look elsewhere for them."""
    call = Call(Workspace(Path("her")), environment={}, settings_file=Path(file))
    assert call.command("send --periode 2021-05") == (
        f"ledelsestilsyn send --periode 2021-05 --arbejdsmappe her --indstillinger {outcome}"
    )
