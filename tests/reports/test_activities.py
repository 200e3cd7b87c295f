"""Activities without a percent: what was reported, and what is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reports.facts import hent_grundlag
from pipeline.reports.page.activities import byg_aktiviteter, status_for


@pytest.fixture
def status(fil, plan):
    """Sign, words and elaboration of one activity."""

    def status(milepael_id: str) -> str:
        aktivitet = next(a for a in plan.aktiviteter if a.id == milepael_id)
        v = status_for(hent_grundlag(fil.database), aktivitet)
        return f"{v.tegn} {v.ord} {v.uddybning}".strip()

    return status


def test_what_was_reported_is_shown(fil, status):
    """An activity that is due in 2023 is not overdue, whatever its status."""
    fil.opgoer("2020-11")
    fil.aktivitet("A1.01", "i_gang", antal=4, i_alt=12)
    fil.aktivitet("A1.02", "opfyldt")
    assert status("A1.01") == "▸ I gang 4 af 12"
    assert status("A1.02") == "✓ Opfyldt"
    assert status("A1.03") == "○ Ikke oplyst"


def test_due_and_not_done_is_overdue_from_its_last_day(fil, status):
    """The last day of the month counts; not reported is not done."""
    fil.opgoer("2020-12")
    assert status("A1.01") == "✗ Overskredet ikke oplyst"
    fil.opgoer("2020-12", date(2020, 12, 30))
    assert status("A1.01") == "○ Ikke oplyst"


def test_done_is_never_overdue(fil, status):
    """An activity reported done stays done after its date."""
    fil.aktivitet("A1.01", "opfyldt")
    assert status("A1.01") == "✓ Opfyldt"


def test_what_was_reported_later_was_not_known(fil, status):
    """A status dated after the day of the report has not happened."""
    fil.aktivitet("A1.01", "opfyldt", dag=date(2021, 5, 1))
    assert status("A1.01") == "✗ Overskredet ikke oplyst"


def test_an_open_total_is_said_to_be_not_fixed(fil, status):
    """The plan's "XX antal sager" is not fixed, never 0."""
    fil.opgoer("2020-11")
    fil.aktivitet("A1.01", "i_gang", antal=4)
    assert status("A1.01") == "▸ I gang 4, i alt ikke fastsat"


def test_those_without_a_date_come_last_and_say_so(fil, plan):
    """The plan's "Md år" has no date and is never overdue."""
    linjer = byg_aktiviteter(hent_grundlag(fil.database), plan, 1)
    frister = [linje.frist for linje in linjer]
    uden = frister.index("ikke fastsat")
    assert uden > 0
    assert set(frister[uden:]) == {"ikke fastsat"}
    assert not any(linje.vurdering.ord == "Overskredet" for linje in linjer[uden:])
    assert len(linjer) == sum(a.udviklingspunkt == 1 for a in plan.aktiviteter)
