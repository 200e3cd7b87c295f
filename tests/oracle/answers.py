"""What case review (tilsynssvar) and surveys (spoergeskemasvar) say, as events of their own."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle.plan import Plan
from tests.oracle.register import UKENDT, Holder, Record, Register, folded
from tests.oracle.registry import Entry
from tests.oracle.rows import IKKE_OPFYLDT, INDHOLD, MANGLER, OPFYLDT, UNDTAGET, Verdict, yes_or
from tests.oracle.units import Event, Unit, Units, known

REVIEWED = {
    "ja": Verdict(OPFYLDT),
    "ikke_relevant": Verdict(UNDTAGET),
    "nej": Verdict(IKKE_OPFYLDT, INDHOLD),
    "delvist": Verdict(IKKE_OPFYLDT, INDHOLD),
    "kan_ikke_ses": Verdict(IKKE_OPFYLDT, MANGLER),
}
"""'ja: opfyldt; ikke_relevant: undtaget; nej, delvist, kan_ikke_ses: ikke_opfyldt'."""


def review_of(indicator_id: str) -> Units:
    """The review's answers to the målepunkt of this id.

    'Its unit belongs to gennemgaaet_dato; answers with udvaelgelse kriterier or genlaesning enter no
    result; with plan_id empty an answer is of the plans of the run that have the maalepunkt'.
    """

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for s in register.all("tilsynssvar"):
            of_plan = s.get("plan_id") is None or s["plan_id"] == plan.plan_id
            kept = s.get("udvaelgelse") != "kriterier" and s.get("genlaesning") is not True
            if of_plan and kept and folded(s["maalepunkt"]) == folded(indicator_id):
                yield _answer(s, "gennemgaaet_dato", s["tilsyn_id"], REVIEWED[s["svar"]])

    return units


def survey(question: str) -> Units:
    """'score >= 4 (a)' of the answers to one spoergsmaal."""

    def units(register: Register, plan: Plan) -> Iterator[Unit]:
        for s in register.all("spoergeskemasvar"):
            if folded(s["spoergsmaal"]) == question:
                verdict = yes_or(int(s["score"]) >= 4, INDHOLD)
                yield _answer(s, "besvaret_dato", s["svar_id"], verdict)

    return units


def _answer(row: Record, column: str, enhed_id: str, verdict: Verdict) -> Event:
    """'Tilsynssvar and spoergeskemasvar carry their own team_id'."""
    holder = Holder(row.get("team_id") or UKENDT, row.get("raadgiver_id"))
    return Event(enhed_id, row.get("sag_id"), row[column], known(verdict), holder=holder)


def reviewed(*indicator_ids: str) -> dict[str, Entry]:
    """Indicators whose main source is case review: it leads of itself."""
    return {
        i: Entry(review_of(i), "haendelse", kilde="tilsyn", extract="tilsynssvar", tilsyn_foerer=True)
        for i in indicator_ids
    }


def surveyed(question: str) -> Entry:
    """An indicator whose main source is the survey."""
    return Entry(survey(question), "haendelse", kilde="spoergeskema", extract="spoergeskemasvar")
