"""What a further command must be told to work where this one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.call import Koersel
from pipeline.settings import MILJOE_ARBEJDSMAPPE
from pipeline.workspace import Arbejdsmappe


@pytest.mark.parametrize(
    ("rod", "miljoe", "ventet"),
    [
        ("tilsyn", {}, ""),
        ("andet", {MILJOE_ARBEJDSMAPPE: "andet"}, ""),
        ("tilsyn", {MILJOE_ARBEJDSMAPPE: "andet"}, " --arbejdsmappe tilsyn"),
        ("en anden", {}, ' --arbejdsmappe "en anden"'),
    ],
)
def test_a_workspace_is_named_only_where_it_must_be(rod: str, miljoe: dict[str, str], ventet: str):
    """The command is to be typed as it stands: not where it would look anyway, and blanks in quotes."""
    koersel = Koersel(Arbejdsmappe(Path(rod)), miljoe=miljoe)
    assert koersel.kommando("report") == f"ledelsestilsyn report{ventet}"


@pytest.mark.parametrize(
    ("fil", "ventet"), [("min.toml", "min.toml"), ("mine filer/min.toml", '"mine filer/min.toml"')]
)
def test_settings_of_a_calls_own_are_named(fil: str, ventet: str):
    """The next command would look elsewhere for them."""
    koersel = Koersel(Arbejdsmappe(Path("her")), miljoe={}, indstillingsfil=Path(fil))
    assert koersel.kommando("send --periode 2021-05") == (
        f"ledelsestilsyn send --periode 2021-05 --arbejdsmappe her --indstillinger {ventet}"
    )
