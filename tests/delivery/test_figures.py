"""The figures a mail rests on, in the plan's order."""

from __future__ import annotations

from datetime import date

from pipeline.database import aabn_fil
from pipeline.delivery.figures import hent_noegletal
from tests.delivery.opstilling import TITLER


def test_an_indicator_without_a_number_comes_after_the_numbered(o, monkeypatch):
    """A plan may name one 5.a: its figures and deadlines come last; here every indicator is of one point."""
    for id_ in ("5.a", "5.10"):
        monkeypatch.setitem(TITLER, id_, "Opdigtet")
        o.tal["T1", id_, "2021-05"] = (12, 16, "naaet")
    for id_ in ("5.a", "5.10", "5.1"):
        o.frist("T1", "S1", date(2021, 5, 12), 19)
        o.frister[-1]["indikator_id"] = id_
    o.udgiv()
    with aabn_fil(o.publiceret) as database:
        tal = hent_noegletal(database, o.periode)["T1"]
    assert list(dict.fromkeys(r.indikator_id for r in tal.resultater)) == ["5.1", "6.4", "5.10", "5.a"]
    assert [f.indikator_id for f in tal.frister] == ["5.1", "5.10", "5.a"]
