"""One page per caseworker: what the case reviews saw, and the caseworker's own deadlines.

Feedback, not a ranking: no percents, no totals, nobody else's figures. It lies in the team leader's
folder alone, and holds only what belongs to that team.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.base.text import dato, enumeration, periode_text, short_date
from pipeline.reports.blocks.actions import how_far, unit_name
from pipeline.reports.blocks.reading_open import agreement_fields
from pipeline.reports.blocks.views import Chapter, Document, Table, TableColumn
from pipeline.reports.facts import Facts, Frist, Reply, Run
from pipeline.reports.folders import FEEDBACK_FOLDER, safe_name
from pipeline.reports.papers import Audience, Paper
from pipeline.reports.words.reading import ANSWER_WORDS

DAYS_AHEAD = 28
"""Coming deadlines a caseworker sees: until the next report is at hand."""

INTRODUCTION = (
    "Siden viser, hvad sagsgennemgangen så i dine sager, og hvilke frister du har. Den er til en samtale med "
    "din leder og sammenligner dig ikke med nogen."
)


def raadgivere(run: Run, team_id: str) -> tuple[str, ...]:
    """Caseworkers of a team with anything to be told."""
    found = {s.raadgiver_id for s in run.replies if s.team_id == team_id}
    found |= {f.raadgiver_id for f in _frister(run, team_id)}
    found |= {a.raadgiver_id for a in run.agreements if a.team_id == team_id}
    return tuple(sorted(r for r in found if r is not None))


def feedback_pages(run: Run, team_id: str) -> dict[str, str]:
    """Where each of the team's caseworkers' pages lies, from the team's own folder."""
    return {id_: f"{FEEDBACK_FOLDER}/{safe_name(id_)}.html" for id_ in raadgivere(run, team_id)}


def _frister(run: Run, team_id: str) -> list[Frist]:
    return [f for f in run.frister if f.team_id == team_id and (f.overdue or f.due_within(DAYS_AHEAD))]


def build_feedback(facts: Sequence[Facts], team_id: str, raadgiver_id: str) -> Document:
    """The page of one caseworker in one team, on every plan of the run."""
    run = facts[0].run
    periode, who = periode_text(run.periode), run.raadgiver(raadgiver_id)
    replies = [s for s in run.replies if (s.team_id, s.raadgiver_id) == (team_id, raadgiver_id)]
    own = [f for f in _frister(run, team_id) if f.raadgiver_id == raadgiver_id]
    tables = (
        _frist_table(facts, "Overskredet", [f for f in own if f.overdue]),
        _frist_table(facts, f"De næste {DAYS_AHEAD} dage", [f for f in own if not f.overdue]),
    )
    return Document(
        title=f"Feedback: {who}, {periode}",
        kicker=f"Ledelsestilsyn · {run.team_name(team_id)}",
        heading=f"Feedback til {who}, {periode}",
        meta=f"Opgjort pr. {dato(run.opgoerelse.opgjort_pr)}.",
        introduction=(INTRODUCTION,),
        chapters=(
            Chapter(f"Sagsgennemgang i {periode}", (), _review(facts, replies)),
            *_agreements(facts, team_id, raadgiver_id),
            Chapter("Dine frister", (), tables),
        ),
        note="Fortroligt: siden er til rådgiveren og teamlederen.",
        version=run.opgoerelse.program_version,
    )


def _review(facts: Sequence[Facts], replies: Sequence[Reply]) -> tuple[Table, ...]:
    """A table per reviewed case, in the plans' order; what was not relevant there is left out."""
    order: dict[str, int] = {}
    for place, (_, id_) in enumerate(_indicators(facts)):
        order.setdefault(id_, place)
    sager: dict[tuple[str, str], list[Reply]] = {}
    for s in sorted(
        replies, key=lambda s: (s.gennemgaaet_dato, s.tilsyn_id, order.get(s.maalepunkt, len(order)))
    ):
        sager.setdefault((s.tilsyn_id, s.sag_id), []).append(s)
    if not sager:
        return (Table("Sagsgennemgang", (), (), empty="Ingen af dine sager blev gennemgået."),)
    return tuple(
        Table(
            title=f"Sag {sag_id}, gennemgået {dato(own[0].gennemgaaet_dato)}",
            columns=(
                TableColumn("Målepunkt", wide=True),
                TableColumn("Svar"),
                TableColumn("Bemærkning", wide=True),
            ),
            rows=tuple(
                (_maalepunkt(facts, s), ANSWER_WORDS.get(s.svar, s.svar), s.bemaerkning or "")
                for s in own
                if s.svar != "ikke_relevant" or s.bemaerkning
            ),
            empty="Intet målepunkt var relevant i sagen.",
        )
        for (_, sag_id), own in sager.items()
    )


def _agreements(facts: Sequence[Facts], team_id: str, raadgiver_id: str) -> Iterator[Chapter]:
    """What was agreed and is still open, with its age; nothing where nothing is."""
    own = [
        (one, a)
        for one in facts
        for a in one.agreements
        if (a.team_id, a.raadgiver_id) == (team_id, raadgiver_id)
    ]
    if own:
        table = Table(
            title="Åbne aftaler",
            columns=(
                TableColumn("Sag"),
                TableColumn("Aftale", wide=True),
                TableColumn("Frist"),
                TableColumn("Alder"),
            ),
            rows=tuple((a.sag_id, *agreement_fields(one, a)) for one, a in own),
        )
        yield Chapter("Det, I har aftalt", (), (table,))


def _indicators(facts: Sequence[Facts]) -> list[tuple[Facts, str]]:
    return [(one, indicator.id) for one in facts for indicator in one.plan.indikatorer]


def _maalepunkt(facts: Sequence[Facts], reply: Reply) -> str:
    """The indicator's title where the point is one of a plan's it was asked for; else the point itself."""
    for one, id_ in _indicators(facts):
        if id_ == reply.maalepunkt and reply.plan_id in {None, one.plan.plan_id}:
            return _named(facts, one, id_)
    return reply.maalepunkt


def _named(facts: Sequence[Facts], one: Facts, indikator_id: str, also: Sequence[str] = ()) -> str:
    """An indicator by its title; with its plan, and others that ask the same, where the run has several."""
    name = f"{indikator_id} {one.plan.indicator(indikator_id).titel}"
    which = enumeration([one.plan.titel, *also])
    return name if len(facts) == 1 else f"{name} ({which})"


def _frist_table(facts: Sequence[Facts], title: str, frister: Sequence[Frist]) -> Table:
    plans = {one.plan.plan_id: one for one in facts}
    return Table(
        title=title,
        columns=(
            TableColumn("Frist"),
            TableColumn("Sag"),
            TableColumn("Enhed"),
            TableColumn("Hvad", wide=True),
            TableColumn("Hvor langt"),
        ),
        rows=tuple(
            (
                short_date(f.frist_dato),
                f.sag_id or "–",
                "–" if f.enhed_id == f.sag_id or f.on_raadgiver else unit_name(f),
                _named(facts, plans[f.plan_id], f.indikator_id, f.ogsaa),
                how_far(f),
            )
            for f in frister
        ),
        empty="Ingen.",
    )


def _files(facts: Sequence[Facts], team_id: str) -> Iterator[tuple[str, object]]:
    for raadgiver_id, file in feedback_pages(facts[0].run, team_id).items():
        yield file, build_feedback(facts, team_id, raadgiver_id)


PAPERS = (Paper(Audience.TEAM, "document.html.j2", _files),)
