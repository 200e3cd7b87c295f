"""One screen for the person who is to look at the mails: what changed since last month."""

from __future__ import annotations

from datetime import date

from pipeline.database import aabn
from pipeline.delivery.changes import NAEVNES_HOEJST, aendringer
from tests.delivery.opstilling import TITLER, Opstilling

TITEL = "5.1 Partshøring inden for 14 dage"


def linjer(o: Opstilling, *, tidligere: bool = False) -> list[str]:
    """The lines; with `tidligere`, against the file that was published before."""
    ny = o.rod / "kandidat.duckdb"
    o.udgiv(ny)
    with aabn([o.rod]) as database:
        database.tilknyt(ny, "nu")
        if tidligere:
            database.tilknyt(o.publiceret, "tidligere")
        database.brug("nu")
        return list(aendringer(database, ["6.4"], har_tidligere=tidligere))


def test_verdicts_that_turned_are_listed_for_the_department_and_counted_for_teams(o):
    """From and to in words; a verdict that stands is not listed."""
    o.tal["T2", "5.1", "2021-05"] = (3, 16, "ikke_naaet")
    sete = linjer(o)
    assert sete[:3] == [
        "Vurderinger, der er vendt siden april 2021: 1 for afdelingen.",
        f"  {TITEL}: ikke nået → nået",
        "  Teams: T1 (1).",
    ]


def test_a_first_verdict_is_not_a_turn(o):
    """A milestone that begins to hold, or data where there were none: by itself, for the department."""
    for team_id in ("ALLE", "T1"):
        o.tal[team_id, "5.1", "2021-04"] = (3, 4, "foer_foerste_milepael")
    o.tal["ALLE", "6.4", "2021-04"] = (0, 0, "ingen_data")
    sete = linjer(o)
    assert sete[:4] == [
        "Vurderinger, der er vendt siden april 2021: ingen for afdelingen.",
        "  Teams: T2 (1).",
        "Nye vurderinger, hvor der ingen var før: 1 for afdelingen.",
        f"  {TITEL}: ingen milepæl endnu → nået",
    ]
    assert not [linje for linje in sete if "6.4" in linje], "too few to tell is no verdict to begin with"


def test_where_nothing_is_judged_nothing_is_new(o):
    """From no data to no milestone yet is neither a turn nor a verdict; a verdict that is gone is a turn."""
    o.tal["ALLE", "5.1", "2021-04"] = (0, 0, "ingen_data")
    o.tal["ALLE", "5.1", "2021-05"] = (3, 4, "foer_foerste_milepael")
    assert not [linje for linje in linjer(o) if "→" in linje]
    o.tal["ALLE", "5.1", "2021-04"] = (12, 16, "naaet")
    assert f"  {TITEL}: nået → ingen milepæl endnu" in linjer(o)


def test_an_indicator_without_a_number_comes_last(o, monkeypatch):
    """A plan may name one 5.a: it stands after the numbered ones of its point, which stand as numbers."""
    o.periode = "2021-04"
    o.tal["ALLE", "6.4", "2021-04"] = (0, 4, "naaet")
    for id_ in ("5.a", "5.10"):
        monkeypatch.setitem(TITLER, id_, "Opdigtet")
        o.tal["ALLE", id_, "2021-04"] = (3, 16, "ikke_naaet")
        o.tal["ALLE", id_, "2021-05"] = (12, 16, "naaet")
    o.udgiv()
    o.periode = "2021-05"
    for id_ in ("5.a", "5.10", "5.1", "6.4"):
        o.tal["ALLE", id_, "2021-04"] = (4, 17, "ikke_naaet" if id_ != "6.4" else "naaet")
    sete = linjer(o, tidligere=True)
    ventet = ["5.1", "6.4", "5.10", "5.a"]
    assert [linje.split()[0] for linje in sete if " nået" in linje] == ventet
    assert [linje.split()[0] for linje in sete if " → 4 af 17" in linje] == ventet


def test_the_verdicts_of_a_second_source_are_not_listed(o):
    """It is shown beside the main one in the reports, and judges nothing alone."""
    o.hovedkilde = "tilsyn"
    assert linjer(o)[0] == "Vurderinger, der er vendt siden april 2021: ingen for afdelingen."


def test_case_review_speaks_where_it_leads_and_saw_a_case(o):
    """As in the reports: the register's turn is not told where the review leads, the review's is."""
    o.tal["ALLE", "6.4", "2021-04"] = (9, 16, "naaet")
    o.tal["ALLE", "6.4", "2021-05"] = (2, 16, "ikke_naaet")
    o.tilsyn["ALLE", "6.4", "2021-04"] = (4, 16, "ikke_naaet")
    o.tilsyn["ALLE", "6.4", "2021-05"] = (12, 16, "naaet")
    o.tilsyn["ALLE", "5.1", "2021-04"] = (0, 16, "ikke_naaet")
    o.tilsyn["ALLE", "5.1", "2021-05"] = (0, 16, "ikke_naaet")
    vendte = [linje for linje in linjer(o) if "→" in linje]
    assert vendte == [f"  {TITEL}: ikke nået → nået", "  6.4 Højst 2 fokuspunkter: ikke nået → nået"]
    o.tilsyn["ALLE", "6.4", "2021-05"] = (0, 0, "ingen_data")
    assert "  6.4 Højst 2 fokuspunkter: nået → ikke nået" in linjer(o)


def test_too_few_to_tell_is_a_verdict_of_its_own(o):
    """From reached to too few is a turn, whatever the percent says."""
    o.tal["ALLE", "5.1", "2021-05"] = (1, 3, "naaet")
    assert f"  {TITEL}: ikke nået → for få til at konkludere" in linjer(o)


def test_what_the_reports_warn_of_is_said_last(o):
    """A column that is gone makes good work look undone: whoever releases the mails reads it before that."""
    assert not [linje for linje in linjer(o) if "forbehold" in linje]
    o.bemaerkninger = ["Udtrækket underretninger mangler kolonnen partshoering_dato."]
    assert linjer(o)[-2:] == [
        "Rapporterne og mailene tager dette forbehold:",
        "  Udtrækket underretninger mangler kolonnen partshoering_dato.",
    ]


def test_teams_that_came_and_went_are_named(o):
    """A team without a report this time gets no mail: somebody should know before it is missed."""
    o.tal["T3", "5.1", "2021-05"] = (1, 1, "naaet")
    del o.tal["T2", "5.1", "2021-05"], o.tal["T2", "6.4", "2021-05"]
    sete = linjer(o)
    assert "Nye teams: T3." in sete
    assert "Teams uden rapport, som havde en sidst: T2." in sete


def test_earlier_months_that_moved_are_shown_old_and_new(o):
    """Late registration; the reported month itself, new in the file, is no revision."""
    o.periode = "2021-04"
    o.udgiv()
    o.periode = "2021-05"
    o.tal["ALLE", "5.1", "2021-04"] = (4, 17, "ikke_naaet")
    o.tal["T1", "5.1", "2021-04"] = (4, 17, "ikke_naaet")
    sete = linjer(o, tidligere=True)
    hoved = "Tal for tidligere måneder, der er ændret siden sidste udgivelse: 1 for afdelingen, 1 for teams."
    assert sete[sete.index(hoved) + 1] == f"  {TITEL}, 2021-04: 3 af 16 → 4 af 17"


def test_no_revision_and_no_earlier_publication_are_two_different_things(o):
    """Nothing changed is said; nothing to compare with is said."""
    o.udgiv()
    assert "Tal for tidligere måneder: ingen er ændret siden sidste udgivelse." in linjer(o, tidligere=True)
    assert "Tidligere tal: dette er den første udgivelse." in linjer(o)


def test_rows_set_aside_are_counted_beside_the_delivery_before(o):
    """The sum, and the extracts where it grew; a later delivery than the reported one is not in it."""
    o.leverancer = [
        (date(2021, 4, 30), {"sager": 2, "teams": 1}),
        (date(2021, 5, 31), {"sager": 5, "teams": 1}),
    ]
    sete = linjer(o)
    assert sete[-2:] == [
        "Rækker i karantæne: 6 (forrige leverance: 3); se karantaene/2021-05-31/.",
        "  sager: 5 (før 2)",
    ]


def test_the_list_ends_before_the_screen_does(o):
    """The first few, and how many more."""
    dag = date(2021, 5, 31)
    o.leverancer = [(dag, {f"udtraek_{i}": 1 for i in range(NAEVNES_HOEJST + 3)})]
    sete = linjer(o)
    assert sete[-1] == "  … og 3 andre"
    assert len(sete) == 5 + NAEVNES_HOEJST + 1


def test_the_first_period_of_all_has_nothing_before_it(o):
    """October 2020 is where the figures begin."""
    o.periode = "2020-10"
    o.tal = {("ALLE", "5.1", "2020-10"): (1, 9, "ikke_naaet"), ("T1", "5.1", "2020-10"): (1, 9, "ikke_naaet")}
    assert linjer(o)[0] == "Vurderinger: der er ingen tidligere periode at sammenligne med."
