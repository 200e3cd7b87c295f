"""Old and new: every figure that moved, in words a leader can check, and no other."""

from __future__ import annotations

from dataclasses import replace

from pipeline.danish import HAARDT_MELLEMRUM as NBSP
from pipeline.delivery.corrections import rettelser, samlede_rettelser
from pipeline.delivery.figures import Fristtal, Noegletal, Resultattal

R = Resultattal(
    "5.1", "Partshøring", "dubu", "maaned", "2021-05", "maj 2021", 12, 16, 0, 1, 25.0, "naaet", False
)
F = Fristtal("5.1", "Partshøring", "overskredet", 3)
HVAD = "5.1 Partshøring (register, maj 2021)"


def par(foer: Noegletal, nu: Noegletal) -> list[tuple[str, str, str]]:
    return [(r.hvad, r.foer, r.nu) for r in rettelser(foer, nu)]


def test_the_count_is_always_shown_and_of_the_rest_what_changed():
    """Also when only the verdict, the exempted or the milestone moved."""
    for ny, foer, nu in (
        (replace(R, taeller=13), "12 af 16", "13 af 16"),
        (replace(R, usikker=True), "12 af 16, nået", "12 af 16, for få til at konkludere"),
        (replace(R, undtaget=2), "12 af 16, 0 undtaget", "12 af 16, 2 undtaget"),
        (replace(R, afventer=0), "12 af 16, 1 afventer", "12 af 16, 0 afventer"),
        (replace(R, milepael_procent=30.0), f"12 af 16, milepæl 25{NBSP}%", f"12 af 16, milepæl 30{NBSP}%"),
        (replace(R, milepael_procent=None), f"12 af 16, milepæl 25{NBSP}%", "12 af 16, ingen milepæl"),
    ):
        assert par(Noegletal((R,)), Noegletal((ny,))) == [(HVAD, foer, nu)]
        assert Noegletal((R,)).aftryk != Noegletal((ny,)).aftryk


def test_whatever_else_the_report_shows_is_corrected_too():
    """The ladder, the teams side by side: old and new as shown, also of what came or went."""
    foer, nu = (
        Noegletal(andre=(("Trin 2", "110"), ("Nord", "81"))),
        Noegletal(andre=(("Trin 2", "93"), ("Syd", "4"))),
    )
    assert par(foer, nu) == [
        ("Trin 2", "110", "93"),
        ("Syd", "ikke opgjort", "4"),
        ("Nord", "81", "ikke opgjort"),
    ]
    assert foer.aftryk != nu.aftryk
    assert Noegletal.fra_json(foer.som_json()) == foer


def test_a_figure_that_came_or_went_is_said():
    """It was not computed, or it no longer is."""
    assert par(Noegletal(), Noegletal((R,))) == [(HVAD, "ikke opgjort", "12 af 16, nået")]
    assert par(Noegletal((R,)), Noegletal()) == [(HVAD, "12 af 16, nået", "ikke opgjort")]


def test_deadlines_are_counted_by_kind():
    """None at all is no deadlines."""
    hvad = "5.1 Partshøring (overskredne frister)"
    assert par(Noegletal((), (F,)), Noegletal((), (replace(F, antal=1),))) == [(hvad, "3 frister", "1 frist")]
    assert par(Noegletal((), (F,)), Noegletal()) == [(hvad, "3 frister", "0 frister")]
    assert par(Noegletal(), Noegletal((), (replace(F, tilstand="kommende"),))) == [
        ("5.1 Partshøring (kommende frister)", "0 frister", "3 frister")
    ]


def test_a_title_put_differently_is_no_correction():
    """The fingerprint is of figures alone, so new words never send anything again."""
    nyt = replace(R, titel="Høring", hvornaar="i maj")
    assert par(Noegletal((R,), (F,)), Noegletal((nyt,), (replace(F, titel="Høring"),))) == []
    assert Noegletal((R,), (F,)).aftryk == Noegletal((nyt,), (replace(F, titel="Høring"),)).aftryk


def test_figures_survive_the_ledger():
    """What is read back is what was kept."""
    begge = Noegletal((R, replace(R, milepael_procent=None)), (F,))
    assert Noegletal.fra_json(begge.som_json()) == begge


def test_against_two_earlier_editions_each_figure_shows_both():
    """The reader may have either; a figure equal to one of them but not to the other is listed too."""
    a, b, nu = (Noegletal((replace(R, taeller=n),)) for n in (10, 11, 12))
    assert [(r.foer, r.nu) for r in samlede_rettelser([a, b], nu)] == [
        ("10 af 16 eller 11 af 16", "12 af 16")
    ]
    assert [(r.foer, r.nu) for r in samlede_rettelser([a, b], b)] == [("10 af 16", "11 af 16")]
