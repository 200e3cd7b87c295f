"""The lines at the top: what a leader must know before anything else.

Milestones are counted once per indicator, by the source the page leads with. An indicator shown to a team
only with the department's figure is not counted for the team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from pipeline.base.text import CANNOT_TELL, count_of, dato, days, enumeration, number, periode_text
from pipeline.definitions.plan_models import Plan
from pipeline.reports.blocks.actions import DAYS_AHEAD
from pipeline.reports.blocks.activities import count_due
from pipeline.reports.blocks.views import Line, Summary
from pipeline.reports.facts import ALL, Facts, Frist, Result, Run
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.verdicts import applies, is_missed, is_reached

NAMED_AT_MOST = 3


def build_summary(facts: Facts, team_id: str) -> Summary:
    """The lines for a team, or for the department (`ALL`)."""
    standings = _standings(facts, team_id)
    frister = [f for f in facts.frister if team_id in (ALL, f.team_id)]
    now = facts.run.opgoerelse.opgjort_pr
    activities = count_due(facts) if team_id == ALL and facts.plan.aktiviteter else ""
    lines = [
        Line("Milepæle", " ".join(filter(None, (_milepaele(facts, standings), activities)))),
        Line("Længst bagud", _behind(standings)),
        Line("Siden sidst", _since_last(facts, standings)),
        Line(f"Næste {DAYS_AHEAD} dage", _next(facts.plan, frister, now)),
        Line("Overskredet nu", _overdue(facts.plan, frister, now)),
    ]
    if against := _baselines(standings):
        lines.insert(1, Line("Mod udgangspunktet", against))
    return Summary(
        facts.run.team_name(team_id),
        periode_text(facts.run.periode),
        dato(now),
        preliminary_text(facts.run),
        tuple(lines),
    )


def preliminary_text(run: Run) -> str | None:
    """The sentence that marks a preliminary period, or None."""
    now = run.opgoerelse
    if not now.foreloebig:
        return None
    return (
        f"Foreløbige tal: udtrækket er fra {dato(now.udtraeksdato)}, før {periode_text(run.periode)} "
        f"var slut ({dato(now.sidste_dag)}). Tallene kan ændre sig."
    )


def _standings(facts: Facts, team_id: str) -> list[Series]:
    found = [leading(facts, indicator, team_id) for indicator in facts.plan.indikatorer]
    return [series for series in found if series.now and not series.only_department]


def milepaele_text(facts: Facts, team_id: str) -> str:
    """How many milestones are reached, and how it stands against the baselines, in words."""
    standings = _standings(facts, team_id)
    return " ".join(filter(None, (_milepaele(facts, standings), _baselines(standings))))


def _milepaele(facts: Facts, standings: Sequence[Series]) -> str:
    in_force = [s.now for s in standings if s.now and applies(s.now)]
    if not in_force:
        return _none_yet(standings, periode_text(facts.run.periode))
    reached = [r for r in in_force if is_reached(r)]
    ahead = sum(r.status == "foran" for r in reached)
    text = f"{number(len(reached))} af {count_of(len(in_force), 'milepæl', 'milepæle')} er nået"
    text += f", heraf {number(ahead)} foran planen." if ahead else "."
    part = _counted(
        in_force,
        (is_missed, "er ikke nået"),
        (lambda r: r.usikker, "har for få sager til at konkludere"),
        (lambda r: bool(r.grund), CANNOT_TELL),
        (lambda r: r.status == "ingen_data" and not r.grund, "har ingen sager i perioden"),
    )
    return text + (f" {enumeration(part)}." if part else "")


def _counted(results: Sequence[Result], *kinds: tuple[Callable[[Result], bool], str]) -> list[str]:
    counted = [(sum(map(holds, results)), what) for holds, what in kinds]
    return [f"{number(n)} {what}" for n, what in counted if n]


def _none_yet(standings: Sequence[Series], periode: str) -> str:
    datoer = [s.now.naeste_dato for s in standings if s.now and s.now.naeste_dato]
    if not datoer:
        return "Planen har ingen milepæle, der kan opgøres her."
    return f"Ingen milepæle gælder endnu i {periode}; de første gælder fra {dato(min(datoer))}."


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


def _behind(standings: Sequence[Series]) -> str:
    missed = [(s, s.now) for s in standings if s.now and is_missed(s.now) and applies(s.now)]
    if missed:
        missed.sort(key=lambda pair: (-pair[0].value.behind_by(pair[1]), pair[0].indicator.id))
        part = [
            f"{s.name} ({s.value.short(r)} mod {s.value.goal(r.milepael_procent or 0)})" for s, r in missed
        ]
        return _at_most(part) + "."
    under = [s for s in standings if s.now and s.now.usikker and s.now.status == "ikke_naaet"]
    if under:
        return (
            f"Ingen milepæl er med sikkerhed misset. {_indicators(len(under))} ligger ikke på milepælen, men "
            f"har for få sager til at konkludere: {_at_most([s.name for s in under])}."
        )
    if any(is_reached(s.now) for s in standings):
        return "Ingen: alle milepæle, der kan vurderes, er nået."
    return "Ingen milepæle kan vurderes i perioden."


def _indicators(n: int) -> str:
    return count_of(n, "indikator", "indikatorer")


def _at_most(part: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    rest = len(part) - NAMED_AT_MOST
    if rest <= 0:
        return enumeration(part)
    return f"{', '.join(part[:NAMED_AT_MOST])} og {count_of(rest, 'anden', 'andre')}"


def _since_last(facts: Facts, standings: Sequence[Series]) -> str:
    previous = facts.previous
    if previous is None:
        return "Ingen tidligere periode at sammenligne med."
    since = f"siden {periode_text(previous)}"
    judged = [s for s in standings if s.before and s.before.measured and applies(s.before)]
    first = [s for s in standings if applies(s.now) and not applies(s.before)]
    groups = (
        (f"Nået {since}", [s.name for s in judged if is_reached(s.now) and not is_reached(s.before)]),
        ("Nu ikke nået", [_lost(s) for s in judged if is_missed(s.now) and not is_missed(s.before)]),
        ("Første milepæl, nået", [s.name for s in first if is_reached(s.now)]),
        ("Første milepæl, ikke nået", [s.name for s in first if is_missed(s.now)]),
    )
    part = [f"{what}: {_at_most(names)}." for what, names in groups if names]
    part += _movements(standings)
    raised = [
        s for s in standings if s.before and s.now and s.before.milepael_procent != s.now.milepael_procent
    ]
    if raised:
        part.append(f"Nye milepæle gælder for {_indicators(len(raised))}.")
    return " ".join(part) or f"Ingen milepæle har skiftet vurdering {since}."


def _lost(s: Series) -> str:
    """A milestone missed now and not before, with its reason: it was raised, or the figure fell."""
    if s.now is None:
        return s.name
    if s.before and s.before.milepael_procent != s.now.milepael_procent:
        return f"{s.name} (milepælen er nu {s.value.goal(s.now.milepael_procent or 0)})"
    return f"{s.name} ({s.value.short(s.now)})"


def _movements(standings: Sequence[Series]) -> list[str]:
    """The largest gain and loss among those whose 95 % intervals do not meet: hardly chance."""
    moved = [
        (s.value.gained(s.before, s.now), f"{s.name} ({s.value.change(s.before, s.now)}).")
        for s in standings
        if s.before and s.now and _apart(s.before, s.now)
    ]
    gains, losses = [m for m in moved if m[0] > 0], [m for m in moved if m[0] < 0]
    part = [f"Størst fremgang: {max(gains, key=lambda m: m[0])[1]}"] if gains else []
    return part + ([f"Størst tilbagegang: {min(losses, key=lambda m: m[0])[1]}"] if losses else [])


def _apart(before: Result, now: Result) -> bool:
    limits = (now.ki_nedre, before.ki_oevre, now.ki_oevre, before.ki_nedre)
    if any(limit is None for limit in limits):
        return False
    lower, before_upper, upper, before_lower = (limit or 0.0 for limit in limits)
    return lower > before_upper or upper < before_lower


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
    return enumeration([*part, f"andre ({number(rest)})"] if rest else part)
