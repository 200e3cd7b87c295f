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
    assert Koersel(Arbejdsmappe(Path(rod)), miljoe=miljoe).samme_sted == ventet
