"""Udviklingspunkt 6: the children's investigation (BFU), one function per row of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from tests.oracle.answers import reviewed
from tests.oracle.days import add_months, by
from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register, folded
from tests.oracle.registry import Entry
from tests.oracle.rows import FOR_SENT, INDHOLD, MANGLER, Verdict, among, yes_or
from tests.oracle.slagelse.talks import activities, bfu_event, ended
from tests.oracle.units import Event, Unit, Units, deadline, known


def i_6_1(register: Register, plan: Plan) -> Iterator[Unit]:
    """'undersoegelsesplan_dato <= afsluttet_dato'.

    'for events for_sent too, when a dated deed came after the day asked for, by opgjort_pr'.
    """
    for b, day in ended(register):
        planned: date | None = b.get("undersoegelsesplan_dato")

        def judge(opgjort: date, planned: date | None = planned, day: date = day) -> Verdict:
            return yes_or(by(planned, day), FOR_SENT if by(planned, opgjort) else MANGLER)

        yield Event(b["bfu_id"], b["sag_id"], day, judge)


def ended_bfu(judge: Callable[[Register, Record, date], Verdict]) -> Units:
    """6.2-6.4 and their kin: 'BFU at afsluttet_dato', judged once for all."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for b, day in ended(register):
            yield bfu_event(b, day, judge(register, b, day))

    return units


def held_in(register: Register, b: Record, end: date, *undertyper: str) -> bool:
    """Whether an aktivitet of these undertyper for the case lies in [startet, end]."""
    return any(
        folded(a.get("undertype")) in undertyper and b["startet_dato"] <= a["dato"] <= end
        for a in register.of_sag("aktiviteter", b["sag_id"])
    )


def activity_in_bfu(*undertyper: str) -> Units:
    """6.2: 'an aktivitet undertype netvaerksmoede for the case in [startet, afsluttet]'."""
    return ended_bfu(lambda register, b, day: yes_or(held_in(register, b, day, *undertyper), MANGLER))


def spoken(register: Register, b: Record, day: date) -> Verdict:
    """6.3: 'partshoering_form mundtlig'."""
    return among(b.get("partshoering_form"), ("mundtlig",))


def few_points(register: Register, b: Record, day: date) -> Verdict:
    """6.4: 'antal_fokuspunkter 1 or 2'."""
    return among(b.get("antal_fokuspunkter"), (1, 2))


def bfu_start(register: Register, b: Record) -> date:
    """6.8: 'the unit starts at opmaerksom_dato'.

    'else at the faglig_vurdering_dato of the case's latest underretning with udfald paragraf_50 whose
    modtaget day and faglig_vurdering_dato both lie in [startet - 4 months, startet] (two at one minute:
    the larger id), else at startet_dato'.
    """
    aware: date | None = b.get("opmaerksom_dato")
    if aware is not None:
        return aware
    startet: date = b["startet_dato"]
    first = add_months(startet, -4)
    led = [
        u
        for u in register.of_sag("underretninger", b["sag_id"])
        if u.get("faglig_vurdering_udfald") == "paragraf_50"
        and first <= u["modtaget_tidspunkt"].date() <= startet
        and u.get("faglig_vurdering_dato") is not None
        and first <= u["faglig_vurdering_dato"] <= startet
    ]
    if not led:
        return startet
    latest = max(
        led, key=lambda u: (u["modtaget_tidspunkt"].replace(second=0, microsecond=0), u["underretning_id"])
    )
    day: date = latest["faglig_vurdering_dato"]
    return day


def bfu_deadlines(started_from: date = date.min) -> Units:
    """6.8: 'F = that + 4 months': 'afsluttet_dato <= F (afbrudt is no deed)'; 'gruppe efterslaeb / ny'."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for b in register.all("undersoegelser"):
            if b["startet_dato"] < started_from:
                continue
            start = bfu_start(register, b)
            broken_off = b.get("afslutning") == "afbrudt"
            end = b.get("afsluttet_dato")
            yield deadline(
                b["bfu_id"],
                b,
                start,
                add_months(start, 4),
                None if broken_off else end,
                fell=(end,) if broken_off and end is not None else (),
                gruppe="efterslaeb" if b.get("efterslaeb") is True else "ny",
            )

    return units


def two_caseworkers(a: Record) -> Verdict:
    """6.11: 'antal_raadgivere >= 2; missing: ikke_opfyldt, mangler'."""
    count = a.get("antal_raadgivere")
    return yes_or(count is not None and count >= 2, MANGLER if count is None else INDHOLD)


def i_6_11(register: Register, plan: Plan) -> Iterator[Unit]:
    """'a case with a BFU whose [startet, afsluttet or open] holds its day'."""
    for a in activities(register, "netvaerksmoede"):
        under_way = any(
            b["startet_dato"] <= a["dato"]
            and (b.get("afsluttet_dato") is None or b["afsluttet_dato"] >= a["dato"])
            for b in register.of_sag("undersoegelser", a.get("sag_id"))
        )
        if under_way:
            yield Event(a["aktivitet_id"], a["sag_id"], a["dato"], known(two_caseworkers(a)))


ENTRIES: dict[str, Entry] = {
    "6.1": Entry(i_6_1, "haendelse", tilsyn_foerer=True),
    "6.2": Entry(activity_in_bfu("netvaerksmoede"), "haendelse", tilsyn_foerer=True),
    "6.3": Entry(ended_bfu(spoken), "haendelse", tilsyn_foerer=True),
    "6.4": Entry(ended_bfu(few_points), "haendelse", tilsyn_foerer=True),
    **reviewed("6.5", "6.6", "6.7", "6.9", "6.10", "6.12"),
    "6.8": Entry(bfu_deadlines(), "frist", grupper=True),
    "6.11": Entry(i_6_11, "haendelse"),
}
