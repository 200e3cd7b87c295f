"""One indicator on one page: its verdict, its figures side by side, its trend and how it is measured."""

from __future__ import annotations

from pipeline.base.periods import Periode
from pipeline.base.text import dato, number, periode_text
from pipeline.definitions.plan_models import Indicator, NotSet
from pipeline.reports.blocks.cases import build_cases
from pipeline.reports.blocks.caseworkers import build_caseworkers, spread_in_words
from pipeline.reports.blocks.comments import build_comments
from pipeline.reports.blocks.reading_register import build_register_notes
from pipeline.reports.blocks.trend import build_bars, build_curve
from pipeline.reports.blocks.views import Block, FigureTable, Line, Table, TableColumn
from pipeline.reports.blocks.why import why_lines
from pipeline.reports.facts import ALL, Facts, Result
from pipeline.reports.words.change import certainty
from pipeline.reports.words.direction import NO_WAY, way_of
from pipeline.reports.words.outlook import build_outlook, notes_beside
from pipeline.reports.words.series import Series, leading
from pipeline.reports.words.value import NOTHING, Value, interval, part_of
from pipeline.reports.words.verdicts import assess

_COLUMN_NAMES = {"tilsyn": "Sagsgennemgang", "spoergeskema": "Spørgeskema"}
_REGISTER = "Registret"


def anchor(indikator_id: str) -> str:
    """The place of an indicator on the page."""
    return "i-" + indikator_id.replace(".", "-")


def build_block(facts: Facts, indicator: Indicator, team_id: str, ikke_fastsat: tuple[NotSet, ...]) -> Block:
    """The indicator as a page shows it for a team, or for the department (`ALLE`)."""
    series = leading(facts, indicator, team_id)
    comments = build_comments(facts, indicator.id, team_id)
    return Block(
        id=indicator.id,
        anchor=anchor(indicator.id),
        title=indicator.titel,
        question=indicator.spoergsmaal,
        verdict=series.verdict,
        conclusion=series.conclusion(),
        other_source=_other_source(series),
        milepaele=_milepaele(series),
        against_start=bool(series.now and series.now.baseline_periode),
        outlook=(*why_lines(series), *(Line(label, text) for label, text in build_outlook(series))),
        comments=comments.recent,
        history=comments.history,
        notes=(*_notes(series, ikke_fastsat), *build_register_notes(series)),
        target=_target(series, team_id),
        tables=(*(t for t in (_distribution(series), _groups(series)) if t), *build_caseworkers(series)),
        curve=build_bars(series) or build_curve(series),
        way=way_of(series) if judged(series) else NO_WAY,
        cases=build_cases(facts, indicator.id, team_id),
        judged=judged(series),
    )


def judged(series: Series) -> bool:
    """Whether the figure is held up against a milestone in force or a baseline, by enough to be judged."""
    r = series.now
    held = r is not None and (r.milepael_procent is not None or r.baseline_vaerdi is not None)
    return bool(r and held and r.measured and not series.value.few(r) and not series.only_department)


def _notes(series: Series, ikke_fastsat: tuple[NotSet, ...]) -> tuple[str, ...]:
    indicator, source = series.indicator, series.value.terms.source.capitalize()
    parts = (
        f"{source} måler dette ved sagsgennemgang; registrets tal står ved siden af."
        if series.source != indicator.kilde
        else "",
        "Opgøres kun for hele afdelingen." if series.only_department else "",
        spread_in_words(series),
        *notes_beside(series),
        *(f"{source} lader stå åbent: {point.forklaring}" for point in ikke_fastsat),
        f"Forudsætning: {indicator.antagelse}" if indicator.antagelse else "",
    )
    return tuple(text for text in parts if text)


def _source_name(source: str) -> str:
    return _COLUMN_NAMES.get(source, _REGISTER)


def _other_source(series: Series) -> str:
    """The other source's sentence, where it has something to say."""
    other = series.other
    if other is None or other.now is None or not other.now.measured:
        return ""
    return f"{_source_name(other.source)}: {other.conclusion()}"


def _target(series: Series, team_id: str) -> FigureTable | None:
    """The period, its twelve months, the other source, the department; only what holds any unit."""
    visible = [
        (title, one.value, r)
        for title, one, periode in _columns(series, team_id)
        if (r := one.at(periode)) and (r.measured or r.undtaget or r.afventer)
    ]
    if not visible:
        return None
    told = [_fields(value, r) for _, value, r in visible]
    names = dict.fromkeys(name for fields in told for name in fields)
    rows = tuple((name, tuple(fields.get(name) or NOTHING for fields in told)) for name in names)
    held = bool(series.indicator.milepaele) or series.indicator.maaltype == "baseline"
    verdicts = tuple(assess(value, r) for _, value, r in visible) if held else ()
    return FigureTable(
        columns=tuple(title for title, _, _ in visible),
        rows=tuple(row for row in rows if row[0] == "Resultat" or not set(row[1]) <= {NOTHING, "0"}),
        verdicts=verdicts if any(verdict.short for verdict in verdicts) else (),
    )


def _columns(series: Series, team_id: str) -> list[tuple[str, Series, Periode]]:
    """Title, figures and period of every column that could be shown."""
    run = series.facts.run
    reservations = " (foreløbig)" if run.opgoerelse.foreloebig else ""
    found = [(periode_text(run.periode) + reservations, series, run.periode)]
    # a calendar year is its own twelve months
    rolling = [run.rolling] if run.rolling.first != run.periode.first else []
    found += [("12 måneder", series, year) for year in rolling]
    if other := series.other:
        name = _source_name(other.source)
        found.append((name, other, run.periode))
        found += [(f"{name}, 12 måneder", other, year) for year in rolling]
    if ALL not in (team_id, series.team_id):
        found.append(("Afdelingen", Series(series.facts, series.indicator, ALL, series.source), run.periode))
    return found


def _fields(value: Value, r: Result) -> dict[str, str]:
    """One column of the table."""
    fields = value.fields(r)
    fields["Undtaget"] = number(r.undtaget)
    fields["Afventer"] = number(r.afventer)
    fields["Usikkerhed"] = value.uncertainty(r)
    if value.indicator.milepaele:
        fields[_distance_name(value)] = _distance(value, r)
    if r.baseline_vaerdi is not None:
        fields["Ved start"] = value.about(r.baseline_vaerdi)
    if r.forskel is not None:
        fields["Ændring"] = value.moved(r.forskel)
    return fields


def _distance_name(value: Value) -> str:
    """What a distance is measured in; percent differ by points."""
    unit = value.indicator.vaerdienhed
    return f"Afstand, {unit}" if unit and value.is_main else "Afstand, pct.point"


def _distance(value: Value, r: Result) -> str:
    if r.milepael_procent is None or not value.figure(r):
        return NOTHING
    return value.difference(r, r.milepael_procent)


def _distribution(series: Series) -> Table | None:
    """How the units spread, category by category."""
    r = series.now
    if r is None or not r.shares or not r.measured:
        return None
    few = series.value.few(r)
    return Table(
        title="Fordelingen",
        columns=(
            TableColumn("Gruppe", wide=True),
            TableColumn("Antal", numeric=True),
            TableColumn("Andel", numeric=True),
            TableColumn("Usikkerhed", numeric=True),
        ),
        rows=tuple(
            (
                share.tekst,
                number(share.antal),
                part_of(share.antal, r.units) or NOTHING,
                NOTHING if few else interval(share.ki_nedre, share.ki_oevre) or NOTHING,
            )
            for share in r.shares
        ),
    )


def _groups(series: Series) -> Table | None:
    """The figure for each group of units the plan tells apart; where there is one group alone, nothing."""
    indicator = series.indicator
    key = (series.team_id, indicator.id, series.source)
    found = {g.gruppe: g for g in series.facts.groups.get(key, ())}
    if not indicator.grupper or len(found) < 2 or not series.value.is_main:
        return None
    order = [*(g for g in indicator.grupper.navne if g in found), *found]
    told = [
        (indicator.grupper.name(g), series.value.fields(found[g]), found[g]) for g in dict.fromkeys(order)
    ]
    names = list(dict.fromkeys(name for _, fields, _ in told for name in fields))
    return Table(
        title=indicator.grupper.titel,
        columns=(
            TableColumn("Gruppe", wide=True),
            *(TableColumn(name, numeric=True) for name in (*names, "Undtaget", "Usikkerhed")),
        ),
        rows=tuple(
            (
                name,
                *(fields.get(column) or NOTHING for column in names),
                number(group.undtaget),
                series.value.uncertainty(group) or NOTHING,
            )
            for name, fields, group in told
        ),
    )


def _milepaele(series: Series) -> str:
    """The milestone in force and the next, with their dates; of a baseline how sure the change is.

    What it was then, and the change, stand in the conclusion and the table.
    """
    r = series.now
    if r is None:
        return ""
    if r.baseline_periode:
        return certainty(series.value, r)
    if r.milepael_procent is None and r.naeste_procent is None:
        return ""
    now, next_ = "Ingen endnu", "ingen senere"
    if r.milepael_procent is not None and r.milepael_dato:
        now = f"{series.value.goal(r.milepael_procent)} fra {dato(r.milepael_dato)}"
    if r.naeste_procent is not None and r.naeste_dato:
        next_ = f"{series.value.goal(r.naeste_procent)} fra {dato(r.naeste_dato)}"
    return f"{now[0].upper()}{now[1:]}. Næste: {next_}."
