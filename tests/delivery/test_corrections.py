"""Old and new: every figure that moved, in the words the mails show, and no other."""

from __future__ import annotations

import json
from dataclasses import replace

from pipeline.base.mailbody import ShownFigure
from pipeline.delivery.corrections import (
    NOT_SHOWN,
    Told,
    as_json,
    collected_corrections,
    correction_text,
    corrections,
    fingerprint,
    read_told,
)

KEY = "resultat/p/5.1/dubu/maaned/2021-05"
F = ShownFigure(KEY, "5.1 Partshøring (register, maj 2021)", "12 af 16, nået")
OLD = {
    "resultater": [
        {
            "indikator_id": "5.1", "titel": "Partshøring", "kilde": "dubu", "periodetype": "maaned",
            "periode": "2021-05", "hvornaar": "maj 2021", "taeller": 12, "naevner": 16, "undtaget": 0,
            "afventer": 1, "milepael_procent": 25.0, "status": "naaet", "usikker": False,
        }
    ],
    "frister": [{"indikator_id": "5.1", "titel": "Partshøring", "tilstand": "overskredet", "antal": 3}],
    "andre": [["Ældste overskredne frist", "9 dage"]],
}  # fmt: skip
"""What the version before kept of a mail."""


def pairs(before: Told, *now: ShownFigure) -> list[tuple[str, str, str]]:
    return [(r.what, r.before, r.now) for r in corrections(before, now)]


def older(**changed: object) -> Told:
    """What the version before kept, with some fields of its one result changed."""
    return read_told(json.dumps({**OLD, "resultater": [{**OLD["resultater"][0], **changed}]}), "p")


def test_the_figure_is_always_shown_and_of_the_rest_what_moved():
    """Also when only the verdict or the milestone moved; one that stands is not listed."""
    told = replace(F, value="12 af 16, nået, 0 undtaget, milepæl 25 %")
    for value, before, now in (
        ("13 af 16, nået, 0 undtaget, milepæl 25 %", "12 af 16", "13 af 16"),
        ("12 af 16, ikke nået, 0 undtaget, milepæl 25 %", "12 af 16, nået", "12 af 16, ikke nået"),
        ("13 af 16, nået, 0 undtaget, milepæl 30 %", "12 af 16, milepæl 25 %", "13 af 16, milepæl 30 %"),
        ("ingen at opgøre", told.value, "ingen at opgøre"),
    ):
        moved = replace(F, value=value)
        assert pairs(Told((told,)), moved) == [(F.label, before, now)]
        assert fingerprint([told]) != fingerprint([moved])
    assert pairs(Told((told,)), told) == []


def test_a_figure_that_came_or_went_is_said():
    """It was not shown, or it no longer is; what is shown now stands first."""
    other = ShownFigure("trappe/2", "Trin 2", "110")
    assert pairs(Told((F,)), other) == [(other.label, NOT_SHOWN, "110"), (F.label, F.value, NOT_SHOWN)]


def test_a_figure_called_otherwise_is_no_correction():
    """It is known by its key, and the fingerprint is of figures alone: new words never send a mail again."""
    renamed = replace(F, label="5.1 Høring (register, maj 2021)")
    assert pairs(Told((F,)), renamed) == []
    assert fingerprint([F]) == fingerprint([renamed])


def test_the_order_of_the_figures_is_no_figure():
    """A plan whose indicators change places sends nothing again."""
    other = ShownFigure("trappe/2", "Trin 2", "110")
    assert fingerprint([F, other]) == fingerprint([other, F])


def test_figures_survive_the_ledger():
    """What is read back is what was kept."""
    assert read_told(as_json([F]), "p") == Told((F,))


def test_against_two_earlier_editions_each_figure_shows_both():
    """The reader may have either; a figure equal to one of them but not to the other is listed too."""
    a, b, now = (replace(F, value=f"{n} af 16") for n in (10, 11, 12))
    assert [(r.before, r.now) for r in collected_corrections([Told((a,)), Told((b,))], [now])] == [
        ("10 af 16 eller 11 af 16", "12 af 16")
    ]
    assert [(r.before, r.now) for r in collected_corrections([Told((a,)), Told((b,))], [b])] == [
        ("10 af 16", "11 af 16")
    ]


def test_of_an_earlier_versions_mail_the_counts_are_compared():
    """In other words now than then; a count that stands is no correction, whatever stands beside it."""
    assert pairs(older(), replace(F, value="75 % (12 af 16), nået")) == []
    now = replace(F, value="81 % (1.013 af 1.250), nået")
    assert pairs(older(), now) == [(F.label, "12 af 16", now.value)]
    assert pairs(older(taeller=1013, naevner=1250), now) == []


def test_of_an_earlier_versions_mail_nothing_wrong_is_said():
    """Neither of what it did not tell, nor of what is measured otherwise, nor of an id given away since."""
    days = replace(F, value="2,5 dage")
    assert pairs(older(), days, ShownFigure("resultat/p/5.2/dubu/maaned/2021-05", "5.2", "1 af 2")) == []
    assert pairs(older(titel="Kvittering"), replace(F, value="1 af 2")) == []
    assert pairs(older()) == []


def test_the_reader_is_told_why_the_mail_comes_again():
    """How many figures moved; of an earlier version's mail that not all can be compared."""
    assert "2 tal er ændret; før og nu" in correction_text("i går", 2)
    assert "ét tal er ændret; før og nu" in correction_text("i går", 1)
    assert correction_text("i går", 2, new_rules=True).endswith(
        "efter nye regler. Af dem, der kan sammenlignes, er 2 tal ændret; før og nu står længere nede."
    )
    assert "kan ikke stilles op mod dem, du fik" in correction_text("i går", 0, new_rules=True)
