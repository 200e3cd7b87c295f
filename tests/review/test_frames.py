"""What each frame can draw: a drawn delivery, and all that is eligible in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.resources import resource
from pipeline.definitions.drawn import table
from tests.review.delivered import delivered
from tests.review.frames_of_cases import DRAWINGS as OF_CASES
from tests.review.frames_of_investigations import DRAWINGS as OF_INVESTIGATIONS
from tests.review.frames_of_investigations import Drawing

DRAWINGS = (*OF_INVESTIGATIONS, *OF_CASES)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.title)
def test_a_frame_holds_what_its_drawing_says(drawing: Drawing, tmp_path: Path):
    """Nothing else is eligible, and each object is with those who answer for it."""
    with delivered(tmp_path, drawing.extracts) as source:
        frame = source.frame(drawing.theme)
    expected = table(drawing.expected)
    columns = list(expected[0])
    found = [{c: str(getattr(item, c) or "") for c in columns} for item in frame.objects]
    assert found == expected


def test_every_frame_is_drawn():
    """Whoever adds a frame draws what it holds."""
    files = {file.stem for file in resource("sql", "review", "rammer").glob("*.sql")}
    assert files == {drawing.frame for drawing in DRAWINGS}
