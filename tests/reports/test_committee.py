"""The committee's report: nobody to be recognised, themes with their reasons, and what became of the last."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipeline.base.text import HARD_SPACE
from pipeline.reports import Reports
from pipeline.reports.blocks.suppression import WITHHELD, show_together
from pipeline.reports.papers.committee import build_udvalg
from pipeline.reports.words.series import leading


@pytest.fixture
def udvalg(file):
    """The committee's view of the third quarter of 2021."""
    file.calculate("2021-K3")

    def udvalg():
        facts = file.facts()
        return build_udvalg([facts], facts)

    return udvalg


def row(page, indikator_id):
    (found,) = (r for p in page.points for r in p.rows if r.name.startswith(f"{indikator_id} "))
    return found


@pytest.mark.parametrize(
    ("k", "n", "count", "percent"),
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
def test_one_to_four_are_under_five_with_no_percent(file, udvalg, k, n, count, percent):
    """Also when it is the rest that is 1 to 4: the count less the part would give it back."""
    file.result("6.2", "ALLE", k, n)
    found = row(udvalg(), "6.2")
    assert (found.count, found.figure.replace(HARD_SPACE, " ")) == (count, percent)


@pytest.fixture
def shown(file):
    """What is told of how many, of each indicator by its count and its whole."""

    def shown(**count: tuple[int, int]) -> dict[str, str]:
        file.calculate("2021-K3")
        file.database.run("delete from indikator_resultat")
        ids = {name.replace("_", ".")[1:]: pair for name, pair in count.items()}
        for id_, (k, n) in ids.items():
            file.result(id_, "ALLE", k, n)
        facts = file.facts()
        chosen = [leading(facts, file.plan.indicator(id_), "ALLE") for id_ in ids]
        return {id_: v.count for (_, id_), v in show_together(chosen).items()}

    return shown


def test_two_counts_whose_difference_is_small_are_not_both_shown(shown):
    """All underretninger less those of professionals are the private ones: two persons."""
    assert shown(i5_1=(20, 40), i5_2=(27, 42)) == {"5.1": "20 af 40", "5.2": WITHHELD}
    assert shown(i5_1=(20, 40), i5_2=(30, 55)) == {"5.1": "20 af 40", "5.2": "30 af 55"}
    assert shown(i5_1=(20, 40), i5_2=(22, 50)) == {"5.1": "20 af 40", "5.2": "22 af 50"}
    assert shown(i5_1=(20, 40), i5_2=(20, 40)) == {"5.1": "20 af 40", "5.2": "20 af 40"}


def test_indicators_of_one_file_are_compared_in_how_many_did(shown):
    """Computed by one file, two ask the same of their units: the two more that did may be two persons."""
    assert shown(i4_1=(20, 40), i4_2=(22, 60)) == {"4.1": "20 af 40", "4.2": WITHHELD}


def test_two_parts_and_their_whole_are_not_all_shown(shown):
    """Two suppliers' measures taken from all suppliers' would leave a third's two."""
    count = shown(i4_1=(0, 10), i4_2=(0, 20), i4_5=(0, 32))
    assert count == {"4.1": "0 af 10", "4.2": "0 af 20", "4.5": WITHHELD}


def test_different_kinds_of_units_are_not_compared(shown):
    """Forty examinations and forty-two underretninger have nothing to do with one another."""
    assert shown(i5_1=(20, 40), i6_2=(20, 42)) == {"5.1": "20 af 40", "6.2": "20 af 42"}


def test_the_same_units_are_compared_across_chapters(shown, plan):
    """3.1 and 6.2 count examinations: the two that are missing from one of them are exempt in it."""
    assert plan.indicator("3.1").enhed == plan.indicator("6.2").enhed
    assert shown(i3_1=(20, 40), i6_2=(20, 42)) == {"3.1": "20 af 40", "6.2": WITHHELD}


def test_a_hidden_figure_is_hidden_in_the_curve_too(file, udvalg):
    """Neither the point nor the words of the picture tell what the table does not."""
    file.result("6.2", "ALLE", 20, 40, periode="2021-K2")
    file.result("6.2", "ALLE", 3, 40)
    (curve,) = next(p.sheet for p in udvalg().points if p.sheet).curves
    assert (curve.values[-2:], curve.text) == ((50.0, None), "vises ikke")


def test_the_last_dated_measurement_is_words_alone(file, udvalg):
    """A quarter's count less its month's would be that of two months."""
    file.result("5.1", "ALLE", 60, 90)
    file.result("5.1", "ALLE", 10, 40, periode="2021-08")
    assert udvalg().front.measurements == "august 2021: 5.1 ikke nået"


def test_a_dated_measurement_that_says_the_same_is_not_told(file, udvalg):
    """One verdict is enough."""
    file.result("5.1", "ALLE", 60, 90)
    file.result("5.1", "ALLE", 30, 40, periode="2021-08")
    assert udvalg().front.measurements == ""


def test_themes_are_the_farthest_the_longest_and_the_most(file, udvalg):
    """Each is chosen once; the next in line is said to be that of the others."""
    for kvartal in ("2021-K2", "2021-K3"):
        file.result("5.1", "ALLE", 10, 80, periode=kvartal)  # 12.5 % against 25 and 50 %
    file.result("6.1", "ALLE", 10, 100)  # 10 % against 75 %
    file.result("5.2", "ALLE", 100, 400)  # 25 % against 40 %
    themes = {t.label: t.text.replace(HARD_SPACE, " ") for t in udvalg().themes}
    assert themes == {
        "6.1 Skriftlig undersøgelsesplan": (
            "Længst fra sin milepæl (10 %, milepælen er 75 %). 90 afsluttede børnefaglige undersøgelser "
            "levede ikke op til kravet. Bagud siden 3. kvartal 2021 (første kvartal)."
        ),
        "5.1 Partshøring inden for 14 dage": (
            "Har længst været bagud (13 %, milepælen er 50 %). 70 underretninger levede ikke op "
            "til kravet. Bagud siden 2. kvartal 2021 (2 kvartaler i træk)."
        ),
        "5.2 Faglig vurdering inden for 4 uger": (
            "Berører flest (25 %, milepælen er 40 %). 300 underretninger levede ikke op til kravet. Bagud "
            "siden 3. kvartal 2021 (første kvartal)."
        ),
    }


def test_a_theme_never_tells_a_hidden_figure(file, udvalg):
    """Three of forty is below the milestone, and that is all that is said."""
    file.result("6.1", "ALLE", 3, 40)
    (theme,) = udvalg().themes
    assert theme.text.replace(HARD_SPACE, " ") == (
        "Længst fra sin milepæl (milepælen er 75 %). Bagud siden 3. kvartal 2021 (første kvartal)."
    )


def test_what_became_of_the_last_themes(file, udvalg):
    """The same rule on the quarter before, and how it stands now."""
    file.result("5.1", "ALLE", 10, 80, periode="2021-K2")
    file.result("5.1", "ALLE", 70, 80)
    (line,) = udvalg().last
    assert (line.label, line.text.replace(HARD_SPACE, " ")) == (
        "5.1 Partshøring inden for 14 dage", "Fra 13 % til 88 %: nået.",
    )  # fmt: skip
    assert not udvalg().themes


def test_the_four_tracks_say_what_the_registers_know(file, udvalg, plan):
    """The plan itself is told above; of the others the indicators and activities the plan names."""
    file.result("1.3", "ALLE", 18, 33)
    file.activity("A4.02", "opfyldt")
    whole, *_, rooms = track = [line.text.replace(HARD_SPACE, " ") for line in udvalg().track]
    assert len(track) == len(plan.spor) == 4
    assert whole == "Se fremdriften ovenfor."
    assert track[1].startswith(
        "1.3 Tydelig og faglig ledelse: 55 % (18 af 33). 3.4 Fortrolig med LØFT: ingen. "
    )
    assert "1 opfyldt" in track[2]
    assert rooms == "Ingen af sporets aktiviteter er forfaldet endnu."


@pytest.mark.parametrize(
    ("periode", "name"), [("2021-K3", "3. kvartal 2021"), ("2021-T3", "3. tertial 2021"), ("2021", "2021")]
)
def test_a_quarter_a_tertial_and_a_year_are_told_the_committee(file, plan, tmp_path, periode, name):
    """Each by its own noun; a month is not."""
    file.calculate(periode)
    file.result("5.1", "ALLE", 30, 60)
    Reports(file.database, [plan]).write(tmp_path)
    html = (tmp_path / "udvalg" / "rapport.html").read_text(encoding="utf-8")
    assert f"<h1>Udviklingsplan 2021-2023: status for {name}</h1>" in html
    assert ("kvartal for kvartal" in html) == periode.endswith("K3")


def test_the_page_holds_no_team_no_case_and_no_comment(file, plan, tmp_path):
    """A month gives none, and it is about the department as a whole."""
    file.leverance().comment("5.1", "ALLE", "2021-K3", "LEDERENS-ORD")
    file.team("T1", "HOLDETS-NAVN")
    file.calculate("2021-07")
    file.result("5.1", "T1", 3, 16)
    assert not [p for p in Reports(file.database, [plan]).write(tmp_path / "m") if "udvalg" in p.parts]
    file.calculate("2021-K3")
    for team_id in ("T1", "ALLE"):
        file.result("5.1", team_id, 3, 16)
    file.frist("5.1", "T1", "ENHED-1", date(2021, 8, 1), sag_id="SAG-1")
    file.activity("A1.05", "i_gang", count=3, i_alt=40)
    Reports(file.database, [plan]).write(tmp_path / "k")
    html = (tmp_path / "k" / "udvalg" / "rapport.html").read_text(encoding="utf-8")
    for track in ("LEDERENS-ORD", "HOLDETS-NAVN", "ENHED-1", "SAG-1", "3 af 40"):
        assert track not in html
    assert "under 5 af 16" in html
    assert not re.search(r"\b[1-4] af 16\b", html)
