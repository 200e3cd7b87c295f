"""What leaders and analysts know and the register does not: a workbook to fill in, read by the next run.

Comments on figures, status of activities, agreements to close and, for the department, the themes chosen.
What has been reported already is filled in; a row that is left as it is states nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.base.sheets import UNCHANGED, Cells, FormSheet, Labelled, SheetColumn, fingerprint
from pipeline.base.text import enumeration, periode_text
from pipeline.base.workbooks import write_forms
from pipeline.definitions.form_sheets import (
    ACTIVITIES,
    AGREEMENTS,
    COMMENTS,
    DAY,
    PERIODE,
    TEAM,
    THEMES,
    activity_columns,
    agreement_columns,
    comment_columns,
    input_name,
    theme_choices,
    theme_columns,
)
from pipeline.definitions.plan_models import Activity, Indicator
from pipeline.reports.blocks.activities import SHOWN_TIMES, when
from pipeline.reports.blocks.proposals import build_proposals
from pipeline.reports.blocks.repeated import has_target
from pipeline.reports.blocks.themes import MOST, find_themes
from pipeline.reports.facts import ALL, Comment, Facts
from pipeline.reports.papers import Audience, Paper
from pipeline.reports.words.series import Series, leading

HOW = "Udfyld de gule felter, gem filen, og send den tilbage. Det, der er oplyst før, står der allerede."
_LINES = {
    COMMENTS: (
        HOW,
        "Kommentaren står under tallet i den næste rapport. Skriv ingen navne og ingen cpr-numre.",
    ),
    ACTIVITIES: (HOW, "Uden dato regnes status fra den dag, tallene er opgjort pr."),
    AGREEMENTS: (HOW, "En aftale er åben, til der står en dato i Lukket den."),
    THEMES: (HOW, "Vælg to eller tre temaer på ledermødet."),
}


def build_input(facts: Sequence[Facts], team_id: str) -> tuple[FormSheet, ...]:
    """The sheets of one reader, on every plan of the run."""
    sheets = [_comments(facts, team_id), _activities(facts, team_id), _agreements(facts, team_id)]
    if team_id == ALL:
        sheets.append(_themes(facts))
    return tuple(sheets)


def _sheet(
    facts: Sequence[Facts],
    team_id: str,
    tab: str,
    columns: Sequence[SheetColumn],
    rows: Sequence[Cells | str],
) -> FormSheet:
    run = facts[0].run
    return FormSheet(
        tab,
        f"{tab}: {run.team_name(team_id)}, {periode_text(run.periode)}",
        _LINES[tab],
        (
            Labelled(TEAM, team_id),
            Labelled(PERIODE, run.periode.periode),
            Labelled(DAY, run.opgoerelse.opgjort_pr),
        ),
        columns,
        rows,
    )


def _marked(columns: Sequence[SheetColumn], cells: Cells) -> Cells:
    return {**cells, UNCHANGED: fingerprint(columns, cells)}


def _comments(facts: Sequence[Facts], team_id: str) -> FormSheet:
    rows: list[Cells | str] = []
    for one in facts:
        known = {
            k.indikator_id: k
            for k in one.comments
            if (k.team_id, k.periode) == (team_id, one.run.periode.periode)
        }
        for point in one.plan.udviklingspunkter:
            own = [i for i in one.plan.indikatorer if i.udviklingspunkt == point.nr and _judged_here(one, i)]
            rows += [f"{point.nr}. {point.titel}"] if own else []
            rows += [_comment(leading(one, i, team_id), known.get(i.id)) for i in own]
    return _sheet(facts, team_id, COMMENTS, comment_columns(), rows)


def _judged_here(facts: Facts, indicator: Indicator) -> bool:
    """Of a figure that an earlier plan tells only what this plan makes of it, where it has a target."""
    return indicator.id not in facts.repeats or has_target(indicator)


def _comment(series: Series, known: Comment | None) -> Cells:
    return _marked(
        comment_columns(),
        {
            "indikator_id": series.indicator.id,
            "titel": series.indicator.titel,
            "resultat": _figure(series),
            "vurdering": series.verdict.words,
            "tekst": known.tekst if known else None,
            "ansvarlig": known.ansvarlig if known else None,
            "dato": known.dato if known else None,
            "plan_id": series.facts.plan.plan_id,
        },
    )


def _figure(series: Series) -> str:
    """The figure with what it rests on, or under which id an earlier plan tells it."""
    r, value = series.now, series.value
    if same := series.facts.repeats.get(series.indicator.id):
        return f"samme tal som {same[1]}"
    if r is None or not r.measured:
        return "ingen at opgøre"
    count = value.beside(r) + (" i hele afdelingen" if series.only_department else "")
    return " ".join(filter(None, (value.figure(r), count and f"({count})")))


def _activities(facts: Sequence[Facts], team_id: str) -> FormSheet:
    rows: list[Cells | str] = []
    for one in facts:
        for point in one.plan.udviklingspunkter:
            own = [a for a in one.plan.aktiviteter if a.udviklingspunkt == point.nr]
            rows += [f"{point.nr}. {point.titel}"] if own else []
            rows += [_activity(one, a, id_) for a in own for id_ in _times(one, a)]
    return _sheet(facts, team_id, ACTIVITIES, activity_columns(), rows)


def _times(facts: Facts, activity: Activity) -> tuple[str, ...]:
    """What is reported of an activity: itself, or the last times a recurring one was due."""
    if not activity.gentages:
        return (activity.id,)
    until = min(facts.run.opgoerelse.opgjort_pr, facts.plan.slut_dato)
    return tuple(time.milepael_id for time in activity.occurrences(until)[-SHOWN_TIMES:])


def _activity(facts: Facts, activity: Activity, milepael_id: str) -> Cells:
    known = facts.activities.get(milepael_id)
    return _marked(
        activity_columns(),
        {
            "milepael_id": milepael_id,
            "titel": activity.titel,
            "hvornaar": milepael_id.partition("@")[2] or when(activity),
            "hvem": activity.ansvarlig,
            "status": known.status if known else None,
            "dato": known.dato if known else None,
            "antal": known.antal if known else None,
            "i_alt": known.i_alt if known else None,
            "bemaerkning": known.bemaerkning if known else None,
            "plan_id": facts.plan.plan_id,
        },
    )


def _agreements(facts: Sequence[Facts], team_id: str) -> FormSheet:
    run = facts[0].run
    teams = run.covered_by(team_id)
    questions = {(f.plan.plan_id, point.id): point.ordlyd for f in facts for point in f.plan.maalepunkter}
    rows: list[Cells | str] = [
        {
            "aftale_id": a.aftale_id,
            "sag_id": a.sag_id,
            "raadgiver_id": a.raadgiver_id,
            "maalepunkt": f"{a.maalepunkt_id} {questions.get((a.plan_id, a.maalepunkt_id), '')}".strip(),
            "tekst": a.tekst,
            "frist": a.frist,
        }
        for a in run.agreements
        if a.team_id in teams
    ]
    return _sheet(facts, team_id, AGREEMENTS, agreement_columns(), rows or ["Ingen åbne aftaler."])


def _themes(facts: Sequence[Facts]) -> FormSheet:
    columns = theme_columns(theme_choices([one.plan for one in facts]))
    chosen = {theme.nr: theme for theme in facts[0].run.themes}
    rows: list[Cells | str] = []
    for number in map(str, range(1, MOST + 1)):
        theme = chosen.get(number)
        cells = {
            "nr": number,
            "indikator": theme.indikator if theme else None,
            "begrundelse": theme.begrundelse if theme else None,
        }
        rows.append(_marked(columns, cells))
    sheet = _sheet(facts, ALL, THEMES, columns, rows)
    read = [proposal.name for one in facts for proposal in build_proposals(one)]
    proposals = read or [k.series.name for one in facts for k, _ in find_themes(one, one.run.periode)][:MOST]
    said = f"Rapportens forslag: {enumeration(proposals)}." if proposals else "Rapporten har ingen forslag."
    return FormSheet(sheet.tab, sheet.title, (*sheet.lines, said), sheet.head, columns, rows)


def _files(facts: Sequence[Facts], team_id: str) -> Iterator[tuple[str, object]]:
    run = facts[0].run
    yield input_name(run.periode.periode), write_forms(build_input(facts, team_id), run.opgoerelse.opgjort_pr)


PAPERS = (Paper(Audience.TEAM, None, _files), Paper(Audience.DEPARTMENT, None, _files))
