"""The committee's report: nobody to be recognised, themes with their reasons, and what became of the last."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipeline.danish import HAARDT_MELLEMRUM
from pipeline.reports.facts import Resultat, hent_grundlag
from pipeline.reports.page.committee import byg_udvalg
from pipeline.reports.page.suppression import TILBAGEHOLDT, vis_sammen


@pytest.fixture
def udvalg(fil, plan):
    """The committee's view of the third quarter of 2021."""
    fil.opgoer("2021-K3")

    def udvalg():
        return byg_udvalg(hent_grundlag(fil.database), plan)

    return udvalg


def raekke(side, indikator_id):
    (fundet,) = (r for p in side.punkter for r in p.raekker if r.navn.startswith(f"{indikator_id} "))
    return fundet


@pytest.mark.parametrize(
    ("k", "n", "antal", "procent"),
    [
        (0, 0, "ingen", ""),
        (0, 1, "under 5", ""),
        (4, 4, "under 5", ""),
        (0, 5, "0 af 5", "0 %"),
        (1, 40, "under 5 af 40", ""),
        (4, 40, "under 5 af 40", ""),
        (5, 40, "5 af 40", "13 %"),
        (35, 40, "35 af 40", "88 %"),
        (36, 40, "alle på nær under 5 af 40", ""),
        (39, 40, "alle på nær under 5 af 40", ""),
        (40, 40, "40 af 40", "100 %"),
    ],
)
def test_one_to_four_are_under_five_with_no_percent(fil, udvalg, k, n, antal, procent):
    """Also when it is the rest that is 1 to 4: the count less the part would give it back."""
    fil.resultat("6.2", "ALLE", k, n)
    fundet = raekke(udvalg(), "6.2")
    assert (fundet.antal, fundet.procent.replace(HAARDT_MELLEMRUM, " ")) == (antal, procent)


def vist(plan, **antal):
    def resultat(k, n):
        return Resultat(
            "x", "dubu", "kvartal", "2021-K3", "ALLE", k, n, *(0, 0), *(None,) * 8, "uden_milepael", False
        )

    par = [(plan.indikator(id_.replace("_", ".")[1:]), resultat(*kn)) for id_, kn in antal.items()]
    return {id_: v.antal for id_, v in vis_sammen(par).items()}


def test_two_counts_whose_difference_is_small_are_not_both_shown(plan):
    """All underretninger less those of professionals are the private ones: two persons."""
    assert vist(plan, i5_1=(20, 40), i5_2=(27, 42)) == {"5.1": "20 af 40", "5.2": TILBAGEHOLDT}
    assert vist(plan, i5_1=(20, 40), i5_2=(30, 55)) == {"5.1": "20 af 40", "5.2": "30 af 55"}
    assert vist(plan, i5_1=(20, 40), i5_2=(22, 50)) == {"5.1": "20 af 40", "5.2": "22 af 50"}
    assert vist(plan, i5_1=(20, 40), i5_2=(20, 40)) == {"5.1": "20 af 40", "5.2": "20 af 40"}


def test_parts_and_their_whole_are_compared_in_how_many_did(plan):
    """4.1 is a part of 4.5 and asks the same: the two more that did in the whole are two persons."""
    assert vist(plan, i4_1=(20, 40), i4_5=(22, 60)) == {"4.1": "20 af 40", "4.5": TILBAGEHOLDT}


def test_two_parts_and_their_whole_are_not_all_shown(plan):
    """Two suppliers' measures taken from all suppliers' would leave a third's two."""
    antal = vist(plan, i4_1=(0, 10), i4_2=(0, 20), i4_5=(0, 32))
    assert antal == {"4.1": "0 af 10", "4.2": "0 af 20", "4.5": TILBAGEHOLDT}


def test_different_kinds_of_units_are_not_compared(plan):
    """Forty examinations and forty-two underretninger have nothing to do with one another."""
    assert vist(plan, i5_1=(20, 40), i6_2=(20, 42)) == {"5.1": "20 af 40", "6.2": "20 af 42"}


def test_the_same_units_are_compared_across_chapters(plan):
    """3.1 and 6.2 count examinations: the two that are missing from one of them are exempt in it."""
    assert plan.indikator("3.1").enhed == plan.indikator("6.2").enhed
    assert vist(plan, i3_1=(20, 40), i6_2=(20, 42)) == {"3.1": "20 af 40", "6.2": TILBAGEHOLDT}


def test_a_hidden_figure_is_hidden_in_the_curve_too(fil, udvalg):
    """Neither the point nor the words of the picture tell what the table does not."""
    fil.resultat("6.2", "ALLE", 20, 40, periode="2021-K2")
    fil.resultat("6.2", "ALLE", 3, 40)
    (kurve,) = next(p.ark for p in udvalg().punkter if p.ark).kurver
    assert (kurve.procenter[-2:], kurve.tekst) == ((50.0, None), "vises ikke")


def test_the_last_dated_measurement_is_words_alone(fil, udvalg):
    """A quarter's count less its month's would be that of two months."""
    fil.resultat("5.1", "ALLE", 60, 90)
    fil.resultat("5.1", "ALLE", 30, 40, periode="2021-08")
    assert raekke(udvalg(), "5.1").maaling == "august 2021: nået"


def test_themes_are_the_farthest_the_longest_and_the_most(fil, udvalg):
    """Each is chosen once; the next in line is said to be that of the others."""
    for kvartal in ("2021-K2", "2021-K3"):
        fil.resultat("5.1", "ALLE", 10, 80, periode=kvartal)  # 12.5 % against 25 and 50 %
    fil.resultat("6.1", "ALLE", 10, 100)  # 10 % against 75 %
    fil.resultat("5.2", "ALLE", 100, 400)  # 25 % against 40 %
    temaer = {t.maerke: t.tekst.replace(HAARDT_MELLEMRUM, " ") for t in udvalg().temaer}
    assert temaer == {
        "6.1 Skriftlig undersøgelsesplan": (
            "Længst fra sin milepæl (10 %, milepælen er 75 %). 90 afsluttede børnefaglige undersøgelser "
            "levede ikke op til kravet. Under milepælen siden 3. kvartal 2021 (første kvartal)."
        ),
        "5.1 Partshøring inden for 14 dage": (
            "Har ligget længst under milepælen (13 %, milepælen er 50 %). 70 underretninger levede ikke op "
            "til kravet. Under milepælen siden 2. kvartal 2021 (2 kvartaler i træk)."
        ),
        "5.2 Faglig vurdering inden for 4 uger": (
            "Berører flest (25 %, milepælen er 40 %). 300 underretninger levede ikke op til kravet. Under "
            "milepælen siden 3. kvartal 2021 (første kvartal)."
        ),
    }


def test_a_theme_never_tells_a_hidden_figure(fil, udvalg):
    """Three of forty is below the milestone, and that is all that is said."""
    fil.resultat("6.1", "ALLE", 3, 40)
    (tema,) = udvalg().temaer
    assert tema.tekst.replace(HAARDT_MELLEMRUM, " ") == (
        "Længst fra sin milepæl (milepælen er 75 %). Under milepælen siden 3. kvartal 2021 (første kvartal)."
    )


def test_what_became_of_the_last_themes(fil, udvalg):
    """The same rule on the quarter before, and how it stands now."""
    fil.resultat("5.1", "ALLE", 10, 80, periode="2021-K2")
    fil.resultat("5.1", "ALLE", 70, 80)
    (linje,) = udvalg().sidste
    assert (linje.maerke, linje.tekst.replace(HAARDT_MELLEMRUM, " ")) == (
        "5.1 Partshøring inden for 14 dage", "Fra 13 % til 88 %: nået.",
    )  # fmt: skip
    assert not udvalg().temaer


def test_the_four_tracks_say_what_the_registers_know(fil, udvalg, plan):
    """Case numbers for the track that names them; nothing is made up for the others."""
    fil.saet("sagstal", maaned="2021-09", team_id="ALLE", aabne_sager=700, sager_pr_raadgiver=20.0)
    fil.saet("sagstal", maaned="2021-06", team_id="ALLE", aabne_sager=720, sager_pr_raadgiver=21.25)
    spor = [linje.tekst for linje in udvalg().spor]
    assert len(spor) == len(plan.spor) == 4
    assert spor[2].startswith("700 åbne sager, i gennemsnit 20,0 pr. rådgiver (i 2. kvartal 2021: 21,2).")
    assert spor[1] == spor[3] == "Kan ikke ses i registrene; forvaltningen orienterer selv om sporet."


def test_the_page_holds_no_team_no_case_and_no_comment(fil, plan, tmp_path):
    """Only a quarter gives it, and it is about the department as a whole."""
    from pipeline.reports import Rapporter

    fil.leverance().kommentar("5.1", "ALLE", "2021-K3", "LEDERENS-ORD")
    fil.hold("T1", "HOLDETS-NAVN")
    fil.opgoer("2021-07")
    fil.resultat("5.1", "T1", 3, 16)
    assert not [p for p in Rapporter(fil.database, plan).skriv(tmp_path / "m") if "udvalg" in p.parts]
    fil.opgoer("2021-K3")
    for team_id in ("T1", "ALLE"):
        fil.resultat("5.1", team_id, 3, 16)
    fil.frist("5.1", "T1", "ENHED-1", date(2021, 8, 1), sag_id="SAG-1")
    fil.aktivitet("A1.05", "i_gang", antal=3, i_alt=40)
    Rapporter(fil.database, plan).skriv(tmp_path / "k")
    html = (tmp_path / "k" / "udvalg" / "rapport.html").read_text(encoding="utf-8")
    for spor in ("LEDERENS-ORD", "HOLDETS-NAVN", "ENHED-1", "SAG-1", "3 af 40"):
        assert spor not in html
    assert "under 5 af 16" in html
    assert not re.search(r"\b[1-4] af 16\b", html)
