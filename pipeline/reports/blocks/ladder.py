"""The ladder of measures: children on each step, and how many have moved in a quarter."""

from __future__ import annotations

from pipeline.base.text import count_of, dato, enumeration, number
from pipeline.definitions.extracts import read_extracts
from pipeline.reports.blocks.curves import Ladder
from pipeline.reports.blocks.views import LadderBlock, Table, TableColumn
from pipeline.reports.facts import Run, Step

_FOUND = "I parentes det, der er mest af på trinnet; kommunens egne navne kan stå i indstillingerne."
_COLUMNS = (
    TableColumn("Trin", wide=True),
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
    names = {t.trin: step_name(run, t) for t in step}
    own = names if run.step_names else dict.fromkeys(names, "")
    part = [f"{number(t.nu)} på trin {_named(t, names[t.trin])}" for t in step]
    alt = f"Indsatstrappen: {enumeration(part)}. Ved søjlerne ændringen siden for tre måneder siden. {status}"
    return LadderBlock(
        picture=Ladder(tuple((t.trin, own[t.trin], t.nu, t.nu - t.foer) for t in step), alt),
        status=status,
        table=Table(
            title="Indsatstrappen trin for trin",
            explanation="" if run.step_names else _FOUND,
            columns=_COLUMNS,
            rows=tuple(
                (
                    f"Trin {_named(t, names[t.trin])}",
                    *(number(n) for n in (t.nu, t.foer, t.op, t.ned, t.nye, t.forladt)),
                )
                for t in step
            ),
        ),
    )


def step_name(run: Run, step: Step) -> str:
    """What the municipality calls a step; else what there is most of on it, and nothing where it is empty."""
    if run.step_names:
        return run.step_names[step.trin - 1]
    columns = read_extracts()["indsatser"].kolonner
    kinds = {**columns["kategori"].koder, **columns["anbringelsessted"].koder}
    name = kinds.get(step.mest or "", "")
    return f"mest {name[0].lower()}{name[1:]}" if name else ""


def _named(step: Step, name: str) -> str:
    """`4 (mest plejefamilie)`."""
    return f"{step.trin} ({name})" if name else str(step.trin)
