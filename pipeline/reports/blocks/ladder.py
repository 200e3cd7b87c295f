"""The ladder of measures: children on each step, and how many have moved in a quarter."""

from __future__ import annotations

from pipeline.base.text import count_of, dato, enumeration, number
from pipeline.reports.blocks.curves import Ladder
from pipeline.reports.blocks.views import LadderBlock, Table, TableColumn
from pipeline.reports.facts import Run

_COLUMNS = (
    TableColumn("Trin"),
    TableColumn("Børn nu", numeric=True),
    TableColumn("For tre måneder siden", numeric=True),
    TableColumn("Rykket op hertil", numeric=True),
    TableColumn("Rykket ned hertil", numeric=True),
    TableColumn("Nye på trappen", numeric=True),
    TableColumn("Forladt trappen", numeric=True),
)


def build_ladder(run: Run) -> LadderBlock | None:
    """The whole department's ladder; None where no child stood on it now or then."""
    step = run.ladder
    if not any(t.nu or t.foer for t in step):
        return None
    op, down = sum(t.op for t in step), sum(t.ned for t in step)
    new, left = sum(t.nye for t in step), sum(t.forladt for t in step)
    children = count_of(sum(t.nu for t in step), "barn", "børn")
    status = (
        f"{children} har en indsats i gang pr. {dato(run.opgoerelse.opgjort_pr)}, hvert talt på sit "
        f"højeste trin. Siden for tre måneder siden er {number(op)} rykket op, {number(down)} rykket ned, "
        f"{number(new)} kommet til og {number(left)} har forladt trappen."
    )
    part = [f"{number(t.nu)} på trin {t.trin}" for t in step]
    alt = f"Indsatstrappen: {enumeration(part)}. I parentes ændringen siden for tre måneder siden. {status}"
    return LadderBlock(
        picture=Ladder(tuple((t.trin, t.nu, t.nu - t.foer) for t in step), alt),
        status=status,
        table=Table(
            title="Indsatstrappen trin for trin",
            columns=_COLUMNS,
            rows=tuple(
                (f"Trin {t.trin}", *(number(n) for n in (t.nu, t.foer, t.op, t.ned, t.nye, t.forladt)))
                for t in step
            ),
        ),
    )
