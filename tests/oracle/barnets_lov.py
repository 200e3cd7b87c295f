"""Barnets lov 2024: today's law as a template, one function per row of the plan's table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.answers import reviewed
from tests.oracle.cadence import Base, months_later
from tests.oracle.days import add_days, add_months, before, by, is_years_old
from tests.oracle.herning import reassessed
from tests.oracle.plan import Plan
from tests.oracle.register import FIFTY_TWO, Record, Register
from tests.oracle.registry import Entry
from tests.oracle.rows import FOR_SENT, MANGLER, Verdict, measured, yes_or
from tests.oracle.shared_words import SEEN, activity_days, first_after, first_from, while_in_force
from tests.oracle.slagelse.followups import i_7_11
from tests.oracle.slagelse.investigations import bfu_deadlines
from tests.oracle.slagelse.measures import plan_at_decision
from tests.oracle.slagelse.notifications import answered, received, within_24_hours
from tests.oracle.slagelse.talks import talk_in_bfu
from tests.oracle.units import Deadline, Event, Unit, case_stock, deadline, fallen, known
from tests.oracle.working_days import working_days_after

PLAN_ID = "barnets_lov_2024"
SINCE = date(2024, 1, 1)
PLANS = ("barn", "ungeplan")


def b2(register: Register, plan: Plan) -> Iterator[Unit]:
    """'underretning not anonym; F = the sixth working day after modtaget': 'kvittering_dato <= F'."""
    for u, day in received(register, SINCE):
        if u["underretter_type"] != "anonym":
            frist = working_days_after(day, 6)
            yield deadline(u["underretning_id"], u, day, frist, u.get("kvittering_dato"), notification=u)


def b5(register: Register, plan: Plan) -> Iterator[Unit]:
    """'underretning with overgreb; F = modtaget + 28 days (a)'.

    'first boernesamtale paragraf 137 or 155a afholdt of the case from modtaget's day on; no sag_id: undtaget
    (and not afventer before)'.
    """
    for u, day in received(register, SINCE):
        if u.get("overgreb") is True:
            sag_id = u.get("sag_id")
            held = [
                s["dato"]
                for s in register.of_sag("boernesamtaler", sag_id)
                if s["paragraf"] in ("137", "155a") and s["udfald"] == "afholdt"
            ]
            done = first_from(held, day)
            yield deadline(
                u["underretning_id"],
                u,
                day,
                add_days(day, 28),
                done,
                notification=u,
                excused=sag_id is None,
            )


def b6(register: Register, plan: Plan) -> Iterator[Unit]:
    """'underretning with sag_id; F = modtaget + 28 days (a)'.

    'first afdaekning type screening of the case started from modtaget's day on'. 'A missing optional
    extract makes the indicators that need it `ingen_data`'.
    """
    for u, day in received(register, SINCE):
        sag_id = u.get("sag_id")
        if sag_id is not None and register.has("afdaekninger"):
            rows = register.of_sag("afdaekninger", sag_id)
            done = first_from([a["startet_dato"] for a in rows if a["type"] == "screening"], day)
            yield deadline(u["underretning_id"], u, day, add_days(day, 28), done, notification=u)


def b7(register: Register, plan: Plan) -> Iterator[Unit]:
    """'afdaekning type afdaekning startet from 2024-01-01, at afsluttet_dato': 'days from startet_dato'."""
    for a in register.all("afdaekninger"):
        end, start = a.get("afsluttet_dato"), a["startet_dato"]
        if a["type"] == "afdaekning" and start >= SINCE and end is not None:
            yield Event(a["afdaekning_id"], a["sag_id"], end, known(measured((end - start).days)))


def b9(register: Register, plan: Plan) -> Iterator[Unit]:
    """'BFU of B8 whose F has come and that was not afsluttet by F', at F.

    '(nor afbrudt by then, nor B8 undtaget)'.
    'an aktivitet foreloebig_vurdering of the case in [unit start, F]'; one made later is for_sent.
    """
    ends = {b["bfu_id"]: b.get("afsluttet_dato") for b in register.all("undersoegelser")}
    for unit in bfu_deadlines(SINCE)(register, plan):
        assert isinstance(unit, Deadline)
        frist = unit.frist
        if by(ends[unit.enhed_id], frist) or unit.undtaget(register, frist):
            continue
        days = activity_days(register, unit.sag_id or "", "foreloebig_vurdering")
        met, later = any(unit.start <= d <= frist for d in days), first_after(days, frist)

        def judge(opgjort: date, met: bool = met, later: date | None = later) -> Verdict:
            return yes_or(met, FOR_SENT if by(later, opgjort) else MANGLER)

        yield Event(unit.enhed_id, unit.sag_id, frist, judge)


def planned(register: Register, i: Record, decided: date) -> Deadline:
    """B11, B12: 'F = + 3 months'.

    'the earliest handleplan barn or ungeplan of the case not afsluttet before afgoerelse_dato (also before
    the start)'.
    """
    made = [
        h["oprettet_dato"]
        for h in register.of_sag("handleplaner", i["sag_id"])
        if h["type"] in PLANS
        and h.get("oprettet_dato") is not None
        and not before(h.get("afsluttet_dato"), decided)
    ]
    done, frist = min(made, default=None), add_months(decided, 3)
    return Deadline(i["indsats_id"], i["sag_id"], decided, frist, done, by(done, frist), fallen(i))


def b11(register: Register, plan: Plan) -> Iterator[Unit]:
    """'indsats forebyggende_52 or aflastning with afgoerelse_dato from 2024-01-01 and plan_paakraevet'."""
    for i, decided in register.decided("forebyggende_52", "aflastning"):
        if decided >= SINCE and i.get("plan_paakraevet") is True:
            yield planned(register, i, decided)


def placed_under(register: Register, number: str) -> Iterator[tuple[Record, date]]:
    """'anbringelse, paragraf beginning with 46 (a leading § and blanks left out)', decided from 2024."""
    for i, decided in register.decided("anbringelse"):
        if decided >= SINCE and i["paragraf"].lstrip(" §").startswith(number):
            yield i, decided


def b12(register: Register, plan: Plan) -> Iterator[Unit]:
    """'paragraf beginning with 46': 'as B11'."""
    return (planned(register, i, decided) for i, decided in placed_under(register, "46"))


def b13(register: Register, plan: Plan) -> Iterator[Unit]:
    """'paragraf beginning with 47': 'a handleplan barn or ungeplan with oprettet_dato <= that day'."""
    return (plan_at_decision(register, i, decided, *PLANS) for i, decided in placed_under(register, "47"))


def b14(register: Register, plan: Plan) -> Iterator[Unit]:
    """'52 with start_dato and begin from 2024-01-01', (f): 'first day seen after start_dato'.

    'F = the earlier of begin + 3 months and the first afsluttet_dato after the begin of a BFU (not afbrudt)
    or afdaekning (any type; without the extract: of a BFU alone) of the case that was under way on that
    day'. A day seen before the unit's start is no deed.
    """
    for i, begin in register.measures(*FIFTY_TWO):
        if begin >= SINCE:
            frist = min([add_months(begin, 3), *_ends_under_way(register, i["sag_id"], begin)])
            days = [d for d in register.followup_days(i, *SEEN) if d >= begin]
            done = first_after(days, i["start_dato"])
            yield while_in_force(register, i["indsats_id"], i, begin, frist, done)


def _ends_under_way(register: Register, sag_id: str, begin: date) -> Iterator[date]:
    bfus = [b for b in register.of_sag("undersoegelser", sag_id) if b.get("afslutning") != "afbrudt"]
    for row in bfus + register.of_sag("afdaekninger", sag_id):
        end = row.get("afsluttet_dato")
        if end is not None and row["startet_dato"] <= begin < end:
            yield end


def b15(register: Register, plan: Plan) -> Iterator[Unit]:
    """'at its first day seen after start': 'opfoelgning_maaneder filled'; 'start_dato from 2024-01-01'."""
    for i, begin in register.measures(*FIFTY_TWO):
        day = first_after(register.followup_days(i, *SEEN), begin)
        if i["start_dato"] >= SINCE and day is not None:
            verdict = yes_or(i.get("opfoelgning_maaneder") is not None, MANGLER)
            yield Event(i["indsats_id"], i["sag_id"], day, known(verdict))


def b16(register: Register, plan: Plan) -> Iterator[Unit]:
    """'52 with start_dato from 2024-01-01 and opfoelgning_maaneder >= 1'.

    'i1 = the smaller of 3 and that many months, i2 = that many; seen; senere'.
    """
    for i, begin in register.measures(*FIFTY_TWO):
        m = i.get("opfoelgning_maaneder")
        if i["start_dato"] >= SINCE and m is not None and m >= 1:
            yield Base(
                i["indsats_id"],
                i["sag_id"],
                begin,
                register.end_of(i),
                months_later(min(3, m)),
                months_later(m),
                tuple(register.followup_days(i, *SEEN)),
                "senere",
            )


def b18(register: Register, sag_id: str, day: date) -> Verdict | None:
    """'case with an active anbringelse, child not 18 or more (foedselsdato missing: in it)'.

    'a handleplan foraeldre with afgoerelse_stoette_dato <= opgjort_pr'.
    """
    grown = is_years_old(register.born(sag_id), 18, day)
    if grown or not register.active_of(sag_id, day, "anbringelse"):
        return None
    decided = any(
        h["type"] == "foraeldre" and by(h.get("afgoerelse_stoette_dato"), day)
        for h in register.of_sag("handleplaner", sag_id)
    )
    return yes_or(decided, MANGLER)


ENTRIES: dict[str, Entry] = {
    "B1": Entry(within_24_hours(SINCE), "frist", grupper=True),
    "B2": Entry(b2, "frist"),
    "B3": Entry(answered(SINCE), "haendelse", grupper=True),
    "B4": Entry(reassessed(SINCE), "haendelse"),
    "B5": Entry(b5, "frist"),
    "B6": Entry(b6, "frist", extract="afdaekninger"),
    "B7": Entry(b7, "haendelse", "median", extract="afdaekninger"),
    "B8": Entry(bfu_deadlines(SINCE), "frist", grupper=True),
    "B9": Entry(b9, "haendelse"),
    "B10": Entry(talk_in_bfu(("5",), SINCE), "haendelse"),
    "B11": Entry(b11, "frist"),
    "B12": Entry(b12, "frist"),
    "B13": Entry(b13, "haendelse"),
    "B14": Entry(b14, "frist"),
    "B15": Entry(b15, "haendelse"),
    "B16": Entry(b16, "kadence"),
    "B17": Entry(i_7_11, "beholdning"),
    "B18": Entry(case_stock(b18), "beholdning"),
    **reviewed("B19", "B20"),
}
