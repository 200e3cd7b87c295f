"""What each frame can draw: a drawn delivery, and all that is eligible in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.resources import resource
from pipeline.definitions.drawn import table
from pipeline.definitions.plans import Plan, all_plans
from pipeline.indicators.dry_run import without_rows
from pipeline.review.frame import frame_faults
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


@pytest.mark.parametrize("plan", all_plans(), ids=lambda plan: plan.plan_id)
def test_every_theme_of_a_plan_has_a_frame_that_can_be_run(plan: Plan, tmp_path: Path):
    """With the theme's own parameters; one that cannot is told by its theme."""
    with without_rows(plan.slut_dato) as database:
        assert plan.tilsyn
        assert frame_faults(database, plan) == []
        file = tmp_path / "sql" / "rammer" / "egen.sql"
        file.parent.mkdir(parents=True)
        file.write_text("-- one row\nselect 1 from findes_ikke\n", encoding="utf-8")
        faulty = plan.tilsyn[0].model_copy(update={"genstand": "egen", "parametre": {}})
        own = plan.model_copy(update={"tilsyn": (faulty,)}).lying_in(tmp_path)
        (line,) = frame_faults(database, own)
    assert line.startswith(f"{plan.plan_id}.yaml: {faulty.id}: egen.sql: ")
