"""Udviklingspunkt 4: early help (§ 11.3), waiting times and caseload, one function per row of the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracle.caseload import LEVELS, by_level, caseworkers
from tests.oracle.days import add_days, add_months, by
from tests.oracle.plan import Plan
from tests.oracle.register import Record, Register
from tests.oracle.registry import Entry
from tests.oracle.rows import IKKE_OPFYLDT, INDHOLD, OPFYLDT, UNDTAGET, Verdict, among, measured
from tests.oracle.units import Deadline, Event, Unit, Units, deadline, fallen, known


def early(register: Register) -> Iterator[tuple[Record, date]]:
    """'indsats forebyggende_11_3 with start_dato', counted from its begin.

    '4.1-4.7 count from the begin, and a measure that ended before its begin is no unit there'.
    """
    for i, begin in register.measures("forebyggende_11_3"):
        if i.get("slut_dato") is None or i["slut_dato"] >= begin:
            yield i, begin


def bfu_starts(register: Register, sag_id: str, after: date, end: date = date.max) -> list[date]:
    """The days in (after, end] on which a BFU of the case started, in order."""
    days = [b["startet_dato"] for b in register.of_sag("undersoegelser", sag_id)]
    return sorted(d for d in days if after < d <= end)


def ended_or_bfu(register: Register, i: Record, begin: date) -> date | None:
    """'the earlier of slut_dato and the start of a BFU of the case after start'."""
    days = bfu_starts(register, i["sag_id"], begin)[:1]
    if i.get("slut_dato") is not None:
        days.append(i["slut_dato"])
    return min(days, default=None)


def i_4_1(supplier: str) -> Units:
    """4.1 and 4.2: 'F = start + 6 months'; 'the earlier of slut_dato and the start of a BFU ... is <= F'."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for i, begin in early(register):
            if i.get("leverandoer_type") == supplier:
                done = ended_or_bfu(register, i, begin)
                yield deadline(i["indsats_id"], i, begin, add_months(begin, 6), done, fell=fallen(i))

    return units


def i_4_3(register: Register, plan: Plan) -> Iterator[Unit]:
    """'ventetider; F = henvist + 28 days (a)': 'igangsat_dato <= F'."""
    for v in register.all("ventetider"):
        start = v["henvist_dato"]
        yield deadline(
            v["henvisning_id"], v, start, add_days(start, 28), v.get("igangsat_dato"), fell=fallen(v)
        )


@dataclass(frozen=True)
class WithoutBfu(Deadline):
    """4.4: 'the unit starts at slut_dato; F = slut + 6 months'.

    'a BFU of the case started in (start_dato, F]: ikke_opfyldt; else the general undtaget; else opfyldt;
    decided only at F (until then afventer, also when a BFU has started or the case has closed)'.
    """

    begin: date = date.max

    def at_deadline(self, register: Register, opgjort: date) -> Verdict:
        """A BFU that came is documented, but not what is required."""
        assert self.sag_id is not None
        if bfu_starts(register, self.sag_id, self.begin, self.frist):
            return Verdict(IKKE_OPFYLDT, INDHOLD)
        return Verdict(UNDTAGET) if self.undtaget(register, opgjort) else Verdict(OPFYLDT)

    def waits(self, register: Register, opgjort: date) -> bool:
        """'until then afventer': whatever happens before F decides nothing."""
        return True

    def reference(self, opgjort: date) -> date:
        """'4.4: always slut_dato', which is the unit's start."""
        return self.start


def i_4_4(register: Register, plan: Plan) -> Iterator[Unit]:
    """'indsats forebyggende_11_3 with start_dato and slut_dato'."""
    for i, begin in early(register):
        slut = i.get("slut_dato")
        if slut is not None:
            yield WithoutBfu(
                i["indsats_id"], i["sag_id"], slut, add_months(slut, 6), fell=fallen(i), begin=begin
            )


@dataclass(frozen=True)
class Closed(Deadline):
    """4.5: 'with a BFU of the case started in (start_dato, slut_dato] the deed is not done at all'."""

    became_bfu: date | None = None
    """The slut_dato of a measure that a BFU came in: then no deed, but the reason for its absence."""

    def aarsag(self, opgjort: date) -> str:
        """'(aarsag indhold)', once the measure has ended by opgjort_pr."""
        return INDHOLD if by(self.became_bfu, opgjort) else super().aarsag(opgjort)

    def is_open(self, register: Register, opgjort: date) -> bool:
        """'4.5's closed measures ... are left out' of the fristliste."""
        return not by(self.became_bfu, opgjort) and super().is_open(register, opgjort)


def i_4_5(register: Register, plan: Plan) -> Iterator[Unit]:
    """'every supplier, with start_dato; F = start + 6 months': 'slut_dato <= F'."""
    for i, begin in early(register):
        slut, frist = i.get("slut_dato"), add_months(begin, 6)
        bfu = slut is not None and bool(bfu_starts(register, i["sag_id"], begin, slut))
        done = None if bfu else slut
        yield Closed(
            i["indsats_id"],
            i["sag_id"],
            begin,
            frist,
            done,
            by(done, frist),
            fallen(i),
            gruppe=i.get("leverandoer_type"),
            became_bfu=slut if bfu else None,
        )


def i_4_6(register: Register, plan: Plan) -> Iterator[Unit]:
    """'at the earlier of slut_dato and the start of a BFU of the case after start; not bortfaldet by then'.

    'vaerdi = days from start to that day; gruppe leverandoer_type'.
    """
    for i, begin in early(register):
        day = ended_or_bfu(register, i, begin)
        if day is not None and not by(i.get("bortfaldet_dato"), day):
            verdict = measured((day - begin).days)
            yield Event(i["indsats_id"], i["sag_id"], day, known(verdict), i.get("leverandoer_type"))


def i_4_7(register: Register, plan: Plan) -> Iterator[Unit]:
    """'at slut_dato': 'slut_aarsag maal_naaet'; 'slut_aarsag missing: ikke_opfyldt, mangler'."""
    for i, _ in early(register):
        if i.get("slut_dato") is not None:
            verdict = among(i.get("slut_aarsag"), ("maal_naaet",))
            yield Event(i["indsats_id"], i["sag_id"], i["slut_dato"], known(verdict))


ENTRIES: dict[str, Entry] = {
    "4.1": Entry(i_4_1("privat"), "frist"),
    "4.2": Entry(i_4_1("familiehus"), "frist"),
    "4.3": Entry(i_4_3, "frist", kilde="sofus", extract="ventetider"),
    "4.4": Entry(i_4_4, "frist", listed=False),
    "4.5": Entry(i_4_5, "frist", grupper=True),
    "4.6": Entry(i_4_6, "haendelse", "gennemsnit", grupper=True),
    "4.7": Entry(i_4_7, "haendelse"),
    "4.8": Entry(caseworkers(by_level), "beholdning", "fordeling", kategorier=LEVELS),
}
