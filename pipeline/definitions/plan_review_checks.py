"""What a plan's questions and themes of case review must agree on, with each other and with the frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline.definitions.occurrences import read_span
from pipeline.definitions.parameters import parameter_faults
from pipeline.definitions.places import Fault, Place
from pipeline.definitions.plan_review import Maalepunkt, Tema
from pipeline.definitions.sql_files import find_frame_file, frames_type, parameters_of

ALWAYS_GIVEN = frozenset({"fra_dato", "til_dato"})
"""Parameters every frame gets: its first and last day."""


def question_faults(
    questions: Sequence[tuple[Place, Maalepunkt]], indicators: Sequence[object]
) -> Iterator[Fault]:
    """Faults of the questions; `indicators` are the ids of the plan's indicators."""
    for number, (place, question) in enumerate(questions):
        if question.gyldig_til and question.gyldig_til < question.gyldig_fra:
            yield Fault((*place, "gyldig_til"), "ligger før gyldig_fra")
        if question.indikator and question.indikator != question.id:
            yield Fault((*place, "indikator"), f"skal have samme id som målepunktet, {question.id}")
        elif not question.indikator and question.id in indicators:
            yield Fault((*place, "indikator"), f"skal være {question.id}: svarene tæller med dér")
        if any(_both_hold(question, earlier) for _, earlier in questions[:number]):
            yield Fault((*place, "id"), f"{question.id} står to gange for de samme dage")


def _both_hold(one: Maalepunkt, other: Maalepunkt) -> bool:
    """Whether two wordings of a question hold on the same day."""
    later, earlier = (one, other) if one.gyldig_fra >= other.gyldig_fra else (other, one)
    return one.id == other.id and earlier.holds_on(later.gyldig_fra)


def theme_faults(
    place: Place,
    theme: Tema,
    questions: Sequence[Maalepunkt],
    frame: tuple[date, date],
    plan_folder: Path,
) -> Iterator[Fault]:
    """Faults of one theme; `frame` is the plan's first and last day, `plan_folder` where its file lies."""
    for number, id_ in enumerate(theme.maalepunkter):
        if id_ in theme.maalepunkter[:number]:
            yield Fault((*place, "maalepunkter", number), f"{id_} står to gange")
    yield from _first_round(place, theme, frame)
    yield from _sql(place, theme, questions, plan_folder)


def _first_round(place: Place, theme: Tema, frame: tuple[date, date]) -> Iterator[Fault]:
    here = (*place, "foerste_periode")
    if ("K" in theme.foerste_periode) != (theme.hyppighed == "kvartal"):
        yield Fault(here, f"skal være {_A[theme.hyppighed]}, når hyppighed er {theme.hyppighed}")
    span = read_span(theme.foerste_periode)
    if not (frame[0] <= span.last and span.first <= frame[1]):
        yield Fault(here, "ligger uden for planens periode")


_A = {"maaned": "en måned (åååå-mm)", "kvartal": "et kvartal (åååå-K1)"}


def _sql(place: Place, theme: Tema, questions: Sequence[Maalepunkt], plan_folder: Path) -> Iterator[Fault]:
    name = f"{theme.genstand}.sql"
    file = find_frame_file(theme.genstand, plan_folder)
    if file is None:
        yield Fault(
            (*place, "genstand"), f"{name} findes ikke i sql/review/rammer eller i planens egen sql/rammer"
        )
        return
    asked, given = parameters_of(file) - ALWAYS_GIVEN, theme.parametre.keys()
    if missing := sorted(asked - given):
        yield Fault((*place, "parametre"), f"{name} spørger også efter {', '.join(missing)}")
    if unused := sorted(given - asked):
        yield Fault((*place, "parametre"), f"{name} bruger ikke {', '.join(unused)}")
    yield from parameter_faults((*place, "parametre"), file, theme.parametre)
    drawn = frames_type(file)
    for number, id_ in enumerate(theme.maalepunkter):
        asked_about = {q.genstand_type for q in questions if q.id == id_} - {"sag", drawn}
        if asked_about:
            yield Fault(
                (*place, "maalepunkter", number),
                f"{id_} spørger til {', '.join(sorted(asked_about))}, men {name} trækker {drawn}",
            )
