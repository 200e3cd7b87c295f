"""What stands beside a verdict so that it does not mislead: since when, how far to go, what has changed.

Each function gives one sentence, or none where there is nothing to say.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil

from pipeline.base.periods import Periode, maaned, read_periode
from pipeline.base.text import PERIOD_NOUNS, count_of, dato, enumeration, number, periode_text
from pipeline.reports.facts import ALL, Result, Revision
from pipeline.reports.words.series import Series
from pipeline.reports.words.verdicts import BEHIND, assess

LATE_DAYS = 14
REVISIONS_AT_MOST = 3


def build_outlook(series: Series) -> tuple[tuple[str, str], ...]:
    """What stands below one indicator's conclusion, each sentence with its mark."""
    now = series.now
    if now is None:
        return ()
    parts = (
        (behind_label(series, now), behind_since(series)),
        ("Vejen frem", way_ahead(series, now)),
        (series.value.terms.measurement, latest_measurement(series, now)),
        ("Overtaget sent", overtaget_sent(series, now)),
        ("Revideret", revised(series)),
    )
    return tuple((label, text) for label, text in parts if label and text)


def behind_label(series: Series, now: Result) -> str:
    """What the figure is while it is behind."""
    if now.status == "daarligere":
        return "Dårligere end ved start"
    return f"{'Over' if series.value.falling else 'Under'} {series.value.terms.the_target}"


def behind_since(series: Series) -> str:
    """Since when the figure has been behind, periods without cases passed over."""
    since, n = behind_from(series)
    if since is None:
        return ""
    if n == 1:
        last = _last_behind(series, since)
        again = f"Igen i {periode_text(since)}; sidst i {periode_text(last)}." if last else ""
        return again or f"Første gang i {periode_text(since)}."
    return f"Siden {periode_text(since)}: {number(n)} {PERIOD_NOUNS[since.periodetype][1]} i træk med sager."


def _last_behind(series: Series, since: Periode) -> Periode | None:
    """The last period before `since` that was behind."""
    for periode in reversed(series.facts.all_perioder):
        r = series.at(periode)
        if periode.last < since.first and r and r.status in BEHIND:
            return periode
    return None


def behind_from(series: Series, until: Periode | None = None) -> tuple[Periode | None, int]:
    """The first period of the unbroken run behind that ends now (at `until`), and how many hold cases."""
    until = until or series.facts.run.periode
    now = series.at(until)
    if now is None or now.status not in BEHIND:
        return None, 0
    since, n = until, 0
    for periode in reversed(series.facts.all_perioder):
        r = series.at(periode) if periode.last <= until.last else None
        if r is None or not r.measured:
            continue
        if r.status not in BEHIND:
            break
        since, n = periode, n + 1
    return since, n


def way_ahead(series: Series, r: Result) -> str:
    """What is still to come that must succeed to reach the next milestone.

    The next milestone; the one in force where it is the last and not reached. Known deadlines are
    counted where there are deadlines, the units of today for a stock; else as many cases as now. That all
    must succeed for all to have done so is not said.
    """
    target = _target(r)
    if target is None:
        return ""
    required, day = target
    if series.value.needs_all(required):
        return ""
    is_next = day > series.facts.run.periode.last
    terms = series.value.terms
    name = f"{terms.next_target if is_next else terms.the_target} på {series.value.goal(required)}"
    name += f" ({dato(day)})" if is_next else ""
    has_frister = bool(series.facts.frister_of(series.indicator.id))
    if series.value.is_main and has_frister and not series.value.falling:
        return _known_frister(series, r, required, day, name)
    return series.value.way(r, required, name)


def _target(r: Result) -> tuple[float, date] | None:
    if r.naeste_procent is not None and r.naeste_dato:
        return r.naeste_procent, r.naeste_dato
    if r.status == "ikke_naaet" and r.milepael_procent is not None and r.milepael_dato:
        return r.milepael_procent, r.milepael_dato
    return None


def _known_frister(series: Series, r: Result, required: float, day: date, name: str) -> str:
    """Open deadlines known today; a milestone that has come is to be reached by all of them."""
    terms = series.value.terms
    until = day if day > series.facts.run.opgoerelse.opgjort_pr else None
    known = sum(
        not f.overdue and r.team_id in (ALL, f.team_id) and (until is None or f.frist_dato <= until)
        for f in series.facts.frister_of(r.indikator_id)
    )
    within = f" inden {dato(until)}" if until else ""
    if not known:
        return f"Ingen kendte frister forfalder{within or ' senere'}."
    must = ceil(Fraction(str(required)) * known / 100)
    if known == 1:
        return f"1 kendt frist forfalder{within or ' senere'}; den skal holdes for at {terms.reach} {name}."
    how_many = "de skal alle" if must == known else f"mindst {number(must)} af dem skal"
    to_reach = f"for at {terms.reach} {name}"
    return f"{number(known)} kendte frister forfalder{within or ' senere'}; {how_many} holdes {to_reach}."


def latest_measurement(series: Series, r: Result) -> str:
    """The result of the month the milestone in force is dated by, where that is not the reported period."""
    if r.milepael_dato is None:
        return ""
    measured = maaned(r.milepael_dato.replace(day=1))
    if measured == series.facts.run.periode:
        return ""
    led = series.led_in(measured)
    then = led.at(measured)
    name = periode_text(measured).capitalize()
    if led.source != series.source:
        name += f" ({led.source_label})"
    if then is None or not then.measured:
        return f"{name}: ingen at opgøre."
    return f"{name}: {led.value.full(then)}, {assess(led.value, then).words.lower()}."


def overtaget_sent(series: Series, r: Result) -> str:
    """How many of the missed deadlines the team inherited when they were about to pass."""
    if series.team_id == ALL:
        return ""
    n = series.facts.taken_over_late.get((series.team_id, r.indikator_id, r.kilde), 0)
    if not n:
        return ""
    return (
        f"Af {count_of(series.value.missed(r), 'ikke opfyldt', 'ikke opfyldte')} er {number(n)} overtaget "
        f"fra et andet team i fristens sidste {LATE_DAYS} dage."
    )


def revised(series: Series) -> str:
    """Earlier figures of this indicator that the last report had otherwise, newest first."""
    parts = [
        f"{periode_text(read_periode(v.periode))} fra {_told(series, before)} til {_told(series, now)}"
        for v in series.facts.revisions
        if (v.team_id, v.indikator_id, v.kilde) == (series.team_id, series.indicator.id, series.source)
        and (now := series.at(read_periode(v.periode)))
        for before in [_as_it_was(v, now)]
    ]
    if not parts:
        return ""
    parts.reverse()
    rest = len(parts) - REVISIONS_AT_MOST
    if rest > 0:
        parts = [*parts[:REVISIONS_AT_MOST], count_of(rest, "anden periode", "andre perioder")]
    return f"Ændret siden den forrige udgivelse: {enumeration(parts)}."


def _as_it_was(v: Revision, now: Result) -> Result:
    """What stood before, shown against the milestones the period is judged by now."""
    return replace(now, taeller=v.foer_taeller, naevner=v.foer_naevner, vaerdi=v.foer_vaerdi, shares=())


def _told(series: Series, r: Result) -> str:
    return series.value.full(r) if r.measured else "ingen"


def notes_beside(series: Series) -> tuple[str, ...]:
    """What more must be said of how the figure came about: starts, picked cases, published figures."""
    return (*_starts(series), *_picked(series), *_references(series))


START_WORDS = {
    "opmaerksom_dato": "dagen, kommunen blev opmærksom",
    "faglig_vurdering_dato": "den faglige vurdering",
    "startet_dato": "dagen, undersøgelsen startede",
}


def _starts(series: Series) -> tuple[str, ...]:
    """How many of the department's units in the period were counted from where."""
    starts = series.facts.starts.get(series.indicator.id, ())
    if not starts or not series.value.is_main:
        return ()
    parts = [f"{START_WORDS.get(s.start_fra, s.start_fra)} ({number(s.antal)})" for s in starts]
    return (f"I hele afdelingen er fristen regnet fra {enumeration(parts)}.",)


def _picked(series: Series) -> tuple[str, ...]:
    """Cases picked by criteria, as counts alone: they say nothing of all cases, so no verdict is drawn."""
    found = series.facts.reviews.get((series.team_id, series.indicator.id))
    if found is None or not found.i_alt:
        return ()
    told = (
        f"I sager udvalgt efter kriterier levede {number(found.ja)} af {number(found.i_alt)} op til kravet."
    )
    return (f"{told} De er ikke tilfældigt udvalgt, siger intet om alle sager og indgår ikke i tallene.",)


def _references(series: Series) -> tuple[str, ...]:
    return tuple(
        f"Til sammenligning: {r.tekst}{'' if r.vaerdi is None else ': ' + series.value.amount(r.vaerdi)} "
        f"({r.kilde}, {dato(r.dato)}). {r.forbehold}"
        for r in (series.indicator.referencer if series.value.is_main else ())
    )
