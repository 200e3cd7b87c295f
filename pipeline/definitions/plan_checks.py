"""What the entries of one plan file must agree on: names, references and dates.

The checks read the entries that hold on their own, also when others do not, so that one run of the
loader names every fault of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from pipeline.base.periods import add_months
from pipeline.base.strict import Strict
from pipeline.definitions.occurrences import read_span
from pipeline.definitions.places import Fault, Place
from pipeline.definitions.plan_indicator_checks import indicator_faults
from pipeline.definitions.plan_models import Activity, Indicator
from pipeline.definitions.plan_review import Maalepunkt, Tema
from pipeline.definitions.plan_review_checks import question_faults, theme_faults

PREPARATION_MONTHS = 12
"""An activity may lie this long before the plan begins: plans count their preparations in."""


TAKEN_IDS = frozenset({"rapport", "registrering", "notat"})
"""No plan's id: beside each team's `rapport.html` lies a page per further plan, named by its id."""

_ID_OF = {
    "udviklingspunkter": "nr", "indikatorer": "id", "aktiviteter": "id", "spor": "nr", "tilsyn": "id",
}  # fmt: skip
"""The lists whose entries others refer to, and by which key."""


Model = TypeVar("Model", bound=Strict)


def plan_faults(raw: Mapping[str, Any], plan_folder: Path) -> list[Fault]:
    """Every fault between entries of a plan file, as parsed from YAML; `plan_folder` is where it lies."""
    frame, first_month = _frame(raw), _first_month(raw)
    return [
        *_taken_id(raw),
        *_repetitions(raw),
        *_unknown_references(raw),
        *_plan_dates(raw),
        *_notes(raw),
        *(
            error
            for place, indicator in _whole(raw, "indikatorer", Indicator)
            for error in indicator_faults(place, indicator, frame, first_month, plan_folder)
        ),
        *(
            error
            for place, activity in _whole(raw, "aktiviteter", Activity)
            for error in _activity(place, activity, frame)
        ),
        *_review(raw, frame, plan_folder),
    ]


def _review(raw: Mapping[str, Any], frame: tuple[date, date], plan_folder: Path) -> Iterator[Fault]:
    questions = list(_whole(raw, "maalepunkter", Maalepunkt))
    yield from question_faults(questions, [record.get("id") for _, record in _records(raw, "indikatorer")])
    for place, theme in _whole(raw, "tilsyn", Tema):
        yield from theme_faults(place, theme, [question for _, question in questions], frame, plan_folder)


def _records(raw: Mapping[str, Any], key: str) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    list_ = raw.get(key)
    for number, record in enumerate(list_ if isinstance(list_, list) else []):
        if isinstance(record, dict):
            yield (key, number), record


def _whole(raw: Mapping[str, Any], key: str, model: type[Model]) -> Iterator[tuple[Place, Model]]:
    """The entries that hold on their own; the others' faults are named by the models."""
    for place, record in _records(raw, key):
        try:
            yield place, model.model_validate(record)
        except ValidationError:
            continue


def _taken_id(raw: Mapping[str, Any]) -> Iterator[Fault]:
    if raw.get("plan_id") in TAKEN_IDS:
        yield Fault(("plan_id",), "er navnet på en anden side i rapporternes mapper")


def _repetitions(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for key, field in _ID_OF.items():
        set_: list[object] = []
        for place, record in _records(raw, key):
            if (name := record.get(field)) in set_:
                yield Fault((*place, field), f"{name} står to gange")
            elif name is not None:
                set_.append(name)


def _unknown_references(raw: Mapping[str, Any]) -> Iterator[Fault]:
    points = [record.get("nr") for _, record in _records(raw, "udviklingspunkter")]
    indicators = [record.get("id") for _, record in _records(raw, "indikatorer")]
    activities = [record.get("id") for _, record in _records(raw, "aktiviteter")]
    questions = [record.get("id") for _, record in _records(raw, "maalepunkter")]
    for key, field, known in (
        ("indikatorer", "udviklingspunkt", points),
        ("aktiviteter", "udviklingspunkt", points),
        ("ikke_fastsat", "udviklingspunkt", points),
        ("ikke_fastsat", "indikator", indicators),
        ("ikke_fastsat", "aktivitet", activities),
        ("anvendelser", "indikatorer", indicators),
        ("anvendelser", "aktiviteter", activities),
        ("spor", "indikatorer", indicators),
        ("spor", "aktiviteter", activities),
        ("maalepunkter", "indikator", indicators),
        ("tilsyn", "maalepunkter", questions),
    ):
        for place, record in _records(raw, key):
            for here, name in _names(record.get(field)):
                if name not in known:
                    yield Fault((*place, field, *here), f"{name} findes ikke i planen")


def _names(named: object) -> Iterator[tuple[Place, object]]:
    """What one entry names: nothing, one other entry, or a list of them with their positions."""
    if isinstance(named, list):
        yield from (((number,), name) for number, name in enumerate(named))
    elif named is not None:
        yield (), named


def _frame(raw: Mapping[str, Any]) -> tuple[date, date]:
    """The plan's first and last day; without two days in order everything lies inside."""
    start, end = raw.get("start_dato"), raw.get("slut_dato")
    if type(start) is date and type(end) is date and start < end:
        return start, end
    return date.min, date.max


def _first_month(raw: Mapping[str, Any]) -> str:
    """The first month computed; a faulty one is named by the model, and nothing lies before it."""
    month = raw.get("foerste_periode")
    return month if isinstance(month, str) else ""


def _plan_dates(raw: Mapping[str, Any]) -> Iterator[Fault]:
    start, end = raw.get("start_dato"), raw.get("slut_dato")
    if type(start) is date and type(end) is date and end <= start:
        yield Fault(("slut_dato",), "skal ligge efter start_dato")
    if type(end) is date and _first_month(raw) > f"{end:%Y-%m}":
        yield Fault(("foerste_periode",), "ligger efter planens slutdato")


def _notes(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """A note tells what has moved since a baseline, so it must follow something that has one."""
    held = {str(r.get("id")) for _, r in _records(raw, "indikatorer") if r.get("maaltype") == "baseline"}
    for place, use in _records(raw, "anvendelser"):
        followed = use.get("indikatorer")
        for key in ("indikatorer", "aktiviteter"):
            if use.get(key) and not use.get("notat"):
                yield Fault((*place, key), "bruges kun sammen med notat")
        named = [id_ for id_ in followed if isinstance(id_, str)] if isinstance(followed, list) else held
        if use.get("notat") and not held.intersection(named):
            yield Fault((*place, "notat"), "kræver en indikator med maaltype baseline at følge")


_TIMES = ("maaned", "kvartal", "loebende_fra", "gentages")
"""The ways to say when an activity is to be done; one at most, else it would have two deadlines."""


def _activity(place: Place, activity: Activity, frame: tuple[date, date]) -> Iterator[Fault]:
    given = [key for key in _TIMES if getattr(activity, key)]
    if len(given) > 1:
        yield Fault(place, f"kan ikke have både {' og '.join(given)}")
    if activity.gentages and not activity.gentages_fra:
        yield Fault(place, "gentages kræver gentages_fra")
    if not activity.gentages and (activity.gentages_fra or activity.gentages_til):
        yield Fault(place, "gentages_fra og gentages_til kræver gentages")
    start, end = frame
    earliest = start if start == date.min else add_months(start, -PREPARATION_MONTHS)
    first, last = _span_of(activity)
    if first and last and last < first:
        yield Fault((*place, "gentages_til"), "ligger før gentages_fra")
    elif not all(earliest <= day <= end for day in (first, last) if day):
        yield Fault(place, "ligger efter planens slutdato eller mere end et år før dens startdato")


def _span_of(activity: Activity) -> tuple[date | None, date | None]:
    """From and until when an activity reaches, as far as it is dated; an end is a last day."""
    if activity.gentages_fra:
        end = read_span(activity.gentages_til).last if activity.gentages_til else None
        return read_span(activity.gentages_fra).first, end
    if activity.loebende_fra:
        return read_span(activity.loebende_fra).first, None
    return None, activity.frist
