"""The lines at the top: what a leader must know before anything else.

Milestones are counted once per indicator, by the source the page leads with. An indicator shown to a team
only with the department's figure is not counted for the team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from pipeline.base.labels import CANNOT_TELL
from pipeline.base.text import count_of, dato, days, enumeration, number, periode_text
from pipeline.definitions.plan_models import Plan
from pipeline.reports.blocks.actions import DAYS_AHEAD, WITH_DEADLINES
from pipeline.reports.blocks.activities import count_due
from pipeline.reports.blocks.since_last import NAMED_AT_MOST, at_most, indicators, since_last
from pipeline.reports.blocks.views import Line, Summary
from pipeline.reports.blocks.why import LABEL, why_of_all
from pipeline.reports.facts import ALL, Facts, Frist, Result, Run
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.terms import Terms, terms_of
from pipeline.reports.words.verdicts import applies, is_missed, is_reached

BEHIND = "Længst bagud"
SINCE = frozenset({"Mod udgangspunktet", "Siden sidst"})
"""The lines that tell of change alone."""


def build_summary(facts: Facts, team_id: str) -> Summary:
    """The lines for a team, or for the department (`ALL`)."""
    standings = standings_of(facts, team_id)
    activities = count_due(facts) if team_id == ALL and facts.plan.aktiviteter else ""
    terms, targeted = terms_of(facts.plan), any(i.milepaele for i in facts.plan.indikatorer)
    heading = terms.targets_heading if terms.judges else "Mål"
    lines = (
        (heading, _targets(facts, standings)),
        ("Aktiviteter", activities),
        ("Mod udgangspunktet", _baselines(standings)),
        (BEHIND, _behind(terms, standings) if targeted else ""),
        ("Siden sidst", since_last(facts, standings)),
        (LABEL, why_of_all([s for s in standings if s.indicator.id not in facts.repeats])),
        *_deadlines(facts, team_id),
    )
    return Summary(
        facts.run.team_name(team_id),
        periode_text(facts.run.periode),
        dato(facts.run.opgoerelse.opgjort_pr),
        preliminary_text(facts.run),
        tuple(Line(label, text) for label, text in lines if text),
    )


def _targets(facts: Facts, standings: Sequence[Series]) -> str:
    """How many are reached; of a plan without any, that it has none."""
    if any(i.milepaele for i in facts.plan.indikatorer):
        return _milepaele(facts, standings)
    if any(i.baseline for i in facts.plan.indikatorer):
        return ""
    return f"{terms_of(facts.plan).source.capitalize()} sætter ingen mål i tal; tallene vises, som de er."


def _deadlines(facts: Facts, team_id: str) -> tuple[tuple[str, str], ...]:
    """What is due soon and what is overdue; nothing where the plan has no deadlines."""
    if not any(i.art in WITH_DEADLINES for i in facts.plan.indikatorer):
        return ()
    now = facts.run.opgoerelse.opgjort_pr
    own = [f for f in facts.frister if team_id in (ALL, f.team_id)]
    rest = [f for f in facts.listed_earlier if team_id in (ALL, f.team_id)]
    soon = _elsewhere(sum(f.due_within(DAYS_AHEAD) for f in rest))
    over = _elsewhere(sum(f.overdue for f in rest))
    return (
        (f"Næste {DAYS_AHEAD} dage", _next(facts.plan, own, now) + soon),
        ("Overskredet nu", _overdue(facts.plan, own, now) + over),
    )


def _elsewhere(n: int) -> str:
    """That as many more stand with a plan before this one, which asks the same."""
    return f" Hertil {count_of(n, 'frist', 'frister')}, som en anden rapport i mappen nævner." if n else ""


def preliminary_text(run: Run) -> str | None:
    """The sentence that marks a preliminary period, or None."""
    now = run.opgoerelse
    if not now.foreloebig:
        return None
    return (
        f"Foreløbige tal: udtrækket er fra {dato(now.udtraeksdato)}, før {periode_text(run.periode)} "
        f"var slut ({dato(now.sidste_dag)}). Tallene kan ændre sig."
    )


def standings_of(facts: Facts, team_id: str) -> list[Series]:
    """The series a reader is told of: those with a result that is not the department's alone."""
    found = [leading(facts, indicator, team_id) for indicator in facts.plan.indikatorer]
    return [series for series in found if series.now and not series.only_department]


def milepaele_text(facts: Facts, team_id: str) -> str:
    """How many milestones are reached, and how it stands against the baselines, in words."""
    standings = standings_of(facts, team_id)
    return " ".join(filter(None, (_targets(facts, standings), _baselines(standings))))


def _milepaele(facts: Facts, standings: Sequence[Series]) -> str:
    """How many of those with cases are reached; what has none is told beside them, not counted in."""
    terms = terms_of(facts.plan)
    in_force = [s.now for s in standings if s.now and applies(s.now)]
    if not in_force:
        return _none_yet(terms, standings, periode_text(facts.run.periode))
    reached = [r for r in in_force if is_reached(r)]
    ahead = sum(r.status == "foran" for r in reached)
    n = sum(r.measured for r in in_force)
    text = f"{number(len(reached))} af {count_of(n, terms.target, terms.targets)} er {terms.met}"
    text += f", heraf {number(ahead)} {terms.ahead}." if ahead else "."
    text = text if n else f"{terms.no_target.capitalize()} kan opgøres."
    part = _counted(
        in_force,
        (is_missed, f"er ikke {terms.met}"),
        (lambda r: r.usikker, "har for få sager til at konkludere"),
        (lambda r: bool(r.grund), CANNOT_TELL),
        (lambda r: r.status == "ingen_data" and not r.grund, "har ingen sager i perioden"),
    )
    return text + (f" {enumeration(part)}." if part else "")


def _counted(results: Sequence[Result], *kinds: tuple[Callable[[Result], bool], str]) -> list[str]:
    counted = [(sum(map(holds, results)), what) for holds, what in kinds]
    return [f"{number(n)} {what}" for n, what in counted if n]


def _none_yet(terms: Terms, standings: Sequence[Series], periode: str) -> str:
    datoer = [s.now.naeste_dato for s in standings if s.now and s.now.naeste_dato]
    if not datoer:
        return f"{terms.source.capitalize()} har ingen {terms.targets}, der kan opgøres her."
    return f"Ingen {terms.targets} gælder endnu i {periode}; de første gælder fra {dato(min(datoer))}."


def _baselines(standings: Sequence[Series]) -> str:
    """How many are better or worse than at the plan's start; empty where no indicator is held against it."""
    held = [s.now for s in standings if s.now and s.now.status in _AGAINST_BASELINE]
    part = _counted(
        held,
        (lambda r: is_reached(r), "er bedre end ved start"),
        (lambda r: is_missed(r), "er dårligere"),
        (lambda r: r.usikker, "kan ikke skelnes fra tilfældig variation"),
    )
    return (
        f"Af {count_of(len(held), 'tal', 'tal')}, der holdes op mod starten: {enumeration(part)}."
        if held
        else ""
    )


_AGAINST_BASELINE = frozenset({"bedre", "daarligere", "ikke_til_at_skelne"})


def _behind(terms: Terms, standings: Sequence[Series]) -> str:
    missed = [(s, s.now) for s in standings if s.now and is_missed(s.now) and applies(s.now)]
    if missed:
        missed.sort(key=lambda pair: (-pair[0].value.behind_by(pair[1]), pair[0].indicator.id))
        part = [
            f"{s.name} ({s.value.short(r)} mod {s.value.goal(r.milepael_procent or 0)})" for s, r in missed
        ]
        return at_most(part) + "."
    under = [s for s in standings if s.now and s.now.usikker and s.now.status == "ikke_naaet"]
    if under:
        return (
            f"{terms.no_target.capitalize()} er med sikkerhed misset. {indicators(len(under))} ligger ikke "
            f"på {terms.the_target}, men har for få sager til at konkludere: "
            f"{at_most([s.name for s in under])}."
        )
    if any(is_reached(s.now) for s in standings):
        return f"Ingen: alle {terms.targets}, der kan vurderes, er {terms.met}."
    return f"Ingen {terms.targets} kan vurderes i perioden."


def _next(plan: Plan, frister: Sequence[Frist], opgjort_pr: date) -> str:
    soon = [f for f in frister if f.due_within(DAYS_AHEAD)]
    until = dato(opgjort_pr + timedelta(days=DAYS_AHEAD))
    if not soon:
        return f"Ingen frister forfalder til og med {until}."
    return (
        f"{count_of(len(soon), 'frist', 'frister')} forfalder til og med {until}: {_kind(plan, soon)}; "
        f"den første {dato(min(f.frist_dato for f in soon))}."
    )


def _overdue(plan: Plan, frister: Sequence[Frist], opgjort_pr: date) -> str:
    over = [f for f in frister if f.overdue]
    if not over:
        return f"Ingen åbne frister er overskredet pr. {dato(opgjort_pr)}."
    oldest = max(f.dage for f in over)
    tail = f"den ældste med {days(oldest)}" if len(over) > 1 else f"med {days(oldest)}"
    return (
        f"{count_of(len(over), 'åben frist', 'åbne frister')} er overskredet pr. {dato(opgjort_pr)}, {tail}: "
        f"{_kind(plan, over)}."
    )


def _kind(plan: Plan, frister: Sequence[Frist]) -> str:
    """How many of each kind, the most frequent first."""
    counted = sorted(Counter(f.indikator_id for f in frister).items(), key=lambda pair: (-pair[1], pair[0]))
    part = [f"{id_} {plan.indicator(id_).titel} ({number(n)})" for id_, n in counted[:NAMED_AT_MOST]]
    rest = sum(n for _, n in counted[NAMED_AT_MOST:])
    return enumeration([*part, f"{count_of(rest, 'mere', 'flere')}"] if rest else part)
