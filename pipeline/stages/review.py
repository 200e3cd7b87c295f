"""The delivery in force and the plans' themes -> a round drawn, an object taken out, the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.base.database import Database, open_database
from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, add_months
from pipeline.base.workspace import udtraeksdato
from pipeline.call import Call
from pipeline.definitions.occurrences import Span
from pipeline.definitions.plan_review import Tema
from pipeline.definitions.plans import Plan
from pipeline.indicators.calculate import prepare
from pipeline.review.draw import Asked, Drawn, Wanted, draw, genstande
from pipeline.review.eliminate import Elimination, eliminate
from pipeline.review.frame import Frame, read_frame, window_of
from pipeline.review.rounds import Due, calendar, silent_lines
from pipeline.review.sampling import new_seed
from pipeline.review.store import (
    Genstand,
    Traekning,
    attach_store,
    empty_store,
    keep_round,
    open_store,
    traekninger,
    writing,
)
from pipeline.stages.leverance import attach_leverance


@dataclass(frozen=True)
class Source:
    """The delivery a round is drawn from: open, the day it was drawn, and by which hash it is known."""

    database: Database
    day: date
    sha256: str


def draw_round(call: Call, plan: Plan, asked: Asked) -> Drawn:
    """Draw a round of a plan's theme from the delivery in force, and keep it.

    Raises:
        UsageFault: the theme or period has no such round, the delivery is too old for it, it has been drawn
            already, there is nothing to draw from, or something chosen is not in the frame.
    """
    theme = plan.theme(asked.tema)
    span = _span(theme, asked.periode)
    questions = [question.id for question in plan.questions(theme, span.last)]
    if not questions:
        raise UsageFault(f"Temaet {theme.id} har ingen målepunkter, der gælder {span.last:%d-%m-%Y}.")
    with call.step("traekning", f"Trækker {theme.titel}, {span.name}"), _on_delivery(call) as source:
        _require_recent(theme, span, source.day)
        number = _next_number(source.database, plan, theme, span, again=asked.again)
        _prepare(source)
        window = window_of(plan.plan_id, theme, span.name, span.last, source.day)
        # What a leader picks, and what is read whole, is read though it has been read lately.
        rest = call.settings.gennemgang.karens_maaneder if asked.udvaelgelse == "tilfaeldig" else 0
        frame = read_frame(source.database, theme, window, plan.folder, rest)
        wanted = _wanted(call, theme, asked, frame)
        if wanted is None:
            return Drawn(theme, frame, None)
        id_ = f"{plan.plan_id}.{theme.id}.{span.name}.{number}"
        objects = tuple(genstande(draw(frame, theme, wanted), frame, wanted, id_))
        traekning = _traekning(id_, number, theme, frame, wanted, source, objects)
        with writing(source.database):
            keep_round(source.database, traekning, questions, objects)
    return Drawn(theme, frame, traekning, objects)


def _traekning(
    id_: str,
    number: int,
    theme: Tema,
    frame: Frame,
    wanted: Wanted,
    source: Source,
    objects: Sequence[Genstand],
) -> Traekning:
    """The round as it is written down; all that it takes to draw it again."""
    window = frame.window
    return Traekning(
        traekning_id=id_,
        plan_id=window.plan_id,
        tema_id=theme.id,
        periode=window.periode,
        nr=number,
        udvaelgelse=wanted.udvaelgelse,
        enhed=theme.enhed,
        fra_dato=window.fra_dato,
        til_dato=window.til_dato,
        udtraeksdato=source.day,
        indhold_sha256=source.sha256,
        seed=wanted.seed,
        genlaes_andel=wanted.share_twice,
        ramme=len(frame.objects),
        antal=sum(item.rolle == "trukket" for item in objects),
        udeladt_laest=frame.lately_read,
        udeladt_uden_raadgiver=frame.without,
        trukket_tidspunkt=datetime.now().astimezone().replace(tzinfo=None, microsecond=0),
    )


def take_out(call: Call, traekning_id: str, genstand_id: str, reason: str, day: date) -> Elimination:
    """Take an object out of a round and draw the next reserve; raises as `eliminate`."""
    if not call.folder.reviews.is_file():
        raise UsageFault(
            f"{call.folder.root}: der er ikke trukket nogen sager endnu; begynd med review draw."
        )
    rest = call.settings.gennemgang.karens_maaneder
    with _on_delivery(call) as source, writing(source.database):
        return eliminate(source.database, traekning_id, genstand_id, reason, day, rest)


def due_rounds(call: Call, day: date, periode: Periode | None) -> tuple[tuple[Due, ...], tuple[str, ...]]:
    """The calendar of the plans' rounds on a day, or of those of a period; and a line per plan without any.

    Where nothing has been drawn nothing is written.
    """
    plans = call.plans()
    with open_store(call.folder) if call.folder.reviews.is_file() else empty_store() as database:
        rounds = calendar(database, plans, day, periode)
    return rounds, tuple(silent_lines(plans, rounds))


@contextmanager
def _on_delivery(call: Call) -> Iterator[Source]:
    """The delivery in force as unqualified names, and the store."""
    file = call.folder.newest_leverance()
    day = udtraeksdato(file)
    with open_database([call.folder.root]) as database:
        attach_leverance(database, file)
        database.use("lev", "data")
        attach_store(database, call.folder)
        sha = database.value("select indhold_sha256 from lev.main.leverance")
        yield Source(database, day, str(sha))


def _prepare(source: Source) -> None:
    """The views that units and frames share."""
    source.database.run_file("kinds", "tom_kalender")
    source.database.set_variable("udtraeksdato", source.day.isoformat())
    prepare(source.database)


def _span(theme: Tema, periode: Periode) -> Span:
    """The theme's round that a period names."""
    rounds = {span.name: span for span in theme.rounds(periode.last)}
    if periode.periodetype != theme.hyppighed:
        kind = (
            "hver måned: skriv en måned som 2021-03"
            if theme.months == 1
            else ("hvert kvartal: skriv et kvartal som 2021-K2")
        )
        raise UsageFault(f"Temaet {theme.id} læses {kind}.")
    if periode.periode not in rounds:
        raise UsageFault(f"Temaet {theme.id} læses første gang i {theme.foerste_periode}.")
    return rounds[periode.periode]


def _require_recent(theme: Tema, span: Span, day: date) -> None:
    """A round may be drawn as its period begins, from the delivery before; not from one older than that."""
    if day < add_months(span.first, -theme.months):
        raise UsageFault(
            f"Den seneste leverance er fra {day:%d-%m-%Y} og er for gammel til at trække {span.name} fra; "
            "indlæs først en nyere."
        )


def _next_number(database: Database, plan: Plan, theme: Tema, span: Span, *, again: bool) -> int:
    earlier = traekninger(database, plan.plan_id, theme.id, span.name)
    if earlier and not again:
        raise UsageFault(
            f"{theme.id} er allerede trukket for {span.name} ({earlier[-1].traekning_id}); "
            "brug --igen for at trække en runde til. Den tidligere bevares."
        )
    return len(earlier) + 1


def _wanted(call: Call, theme: Tema, asked: Asked, frame: Frame) -> Wanted | None:
    """What is to be drawn; None where neither the call nor the theme says how many."""
    rules = call.settings.gennemgang
    own = theme.antal or (1 if theme.enhed == "raadgiver" else None)
    count = asked.antal or own
    if asked.udvaelgelse == "tilfaeldig" and count is None:
        return None
    return Wanted(
        asked.udvaelgelse,
        count or len(frame.objects),
        new_seed() if asked.seed is None else asked.seed,
        rules.paa_tvaers or theme.laeser == "paa_tvaers",
        rules.genlaes_andel,
        asked.chosen,
    )
