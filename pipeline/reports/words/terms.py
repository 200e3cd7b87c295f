"""What a plan's own things are called: a development plan has milestones, a law has demands.

Chosen by `slags`, which the plan file says; no sentence elsewhere names either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.base.labels import LAW_STATUS_WORDS, STATUS_WORDS
from pipeline.definitions.plan_models import Plan


@dataclass(frozen=True, eq=False)
class Terms:
    """The words for one kind of plan.

    `measurement` marks how it stood when the target in force was dated, empty where that day says nothing;
    `judges` is whether the plan holds any figure up against anything: else it is said once, not of each;
    `steps` is whether the chapters are steps of a case, each with its deadlines.
    """

    source: str
    sources: str
    target: str
    the_target: str
    targets: str
    no_target: str
    own_target: str
    first_target: str
    next_target: str
    the_next: str
    met: str
    reach: str
    succeed: str
    ahead: str
    unset: str
    in_force: str
    measures: str
    measurement: str
    worst_first: str
    steps: bool = False
    judges: bool = True
    statuses: Mapping[str, str] = field(default_factory=lambda: STATUS_WORDS)

    def status(self, status: str) -> str:
        """A result's status in words."""
        return self.statuses[status]

    @property
    def targets_heading(self) -> str:
        """Over a list of them."""
        return self.targets.capitalize()


DEVELOPMENT_PLAN = Terms(
    source="planen",
    sources="planens",
    target="milepæl",
    the_target="milepælen",
    targets="milepæle",
    no_target="ingen milepæl",
    own_target="sin milepæl",
    first_target="den første milepæl",
    next_target="den næste milepæl",
    the_next="den næste",
    met="nået",
    reach="nå",
    succeed="opfylde kravet",
    ahead="foran planen",
    unset="planen har ikke fastsat en milepæl",
    in_force="den milepæl, der gælder",
    measures="Planen måler",
    measurement="Seneste milepælsmåling",
    worst_first="Milepælene, de dårligste først",
)
LAW = Terms(
    source="loven",
    sources="lovens",
    target="krav",
    the_target="kravet",
    targets="krav",
    no_target="intet krav",
    own_target="sit krav",
    first_target="det første krav",
    next_target="det næste krav",
    the_next="det næste",
    met="overholdt",
    reach="overholde",
    succeed="leve op til det",
    ahead="foran kravet",
    unset="loven sætter intet krav i tal",
    in_force="det krav, der gælder",
    measures="Måling",
    measurement="",
    worst_first="Kravene, de dårligste først",
    steps=True,
    statuses=LAW_STATUS_WORDS,
)
_TERMS = {"udviklingsplan": DEVELOPMENT_PLAN, "lov": LAW}


_WITHOUT = {slags: replace(terms, judges=False, unset="") for slags, terms in _TERMS.items()}


def terms_of(plan: Plan) -> Terms:
    """The words of a plan."""
    judges = any(i.milepaele or i.baseline for i in plan.indikatorer)
    return (_TERMS if judges else _WITHOUT)[plan.slags]
