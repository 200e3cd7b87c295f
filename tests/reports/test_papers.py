"""The papers beside the reports: registration, feedback, workbook, comments, ladder, appendix."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from pipeline.definitions.extracts import laes_extracts
from pipeline.reports.facts import hent_grundlag
from pipeline.reports.page.appendix import byg_bilag
from pipeline.reports.page.comments import byg_kommentarer
from pipeline.reports.page.feedback import byg_feedback, raadgivere
from pipeline.reports.page.ladder import byg_trappe
from pipeline.reports.page.registration import byg_registrering, i_ord
from pipeline.reports.page.tasks import Ark
from pipeline.reports.workbook import skriv_regneark

# registration ----------------------------------------------------------------------------------------


@pytest.fixture
def mangler(fil, plan):
    """What a registration list holds: per caseworker, each row by column."""

    def mangler(team_id: str = "T1"):
        dokument = byg_registrering(hent_grundlag(fil.database), plan, team_id)
        return {
            k.titel: [tuple(r) for t in k.tabeller for r in t.raekker] for k in dokument.kapitler
        }  # fmt: skip

    return mangler


def test_every_kind_of_gap_with_its_case_and_what_to_do(fil, mangler):
    """Open measures in closed cases, no date of decision, no supplier, no time of an underretning."""
    fil.leverance()
    fil.hold("T1", "Team Nord")
    fil.resultat("5.1", "T1", 1, 1)
    fil.sag("S1", "T1")
    fil.sag("S2", "T1", lukket_dato=date(2021, 3, 1))
    start = date(2021, 2, 1)
    fil.saet("indsatser", indsats_id="I1", sag_id="S1", kategori="anbringelse", start_dato=start)
    fil.saet("indsatser", indsats_id="I2", sag_id="S1", kategori="forebyggende_11_3", start_dato=start)
    fil.saet(
        "indsatser",
        indsats_id="I3",
        sag_id="S2",
        kategori="aflastning",
        start_dato=start,
        afgoerelse_dato=start,
    )
    fil.saet(
        "underretninger", underretning_id="U1", sag_id="S1", modtaget_tidspunkt=date(2021, 4, 1),
        modtaget_tidspunkt_har_klokkeslaet=False,
    )  # fmt: skip
    assert mangler() == {
        "R1": [
            ("S2", "I3", "01-02-2021", "Indsatsen er åben, men sagen er lukket: registrér slutdatoen."),
            ("S1", "I1", "01-02-2021", "Afgørelsen har ingen dato: registrér den."),
            ("S1", "U1", "01-04-2021", "Underretningen har ingen tid: registrér, hvornår den blev modtaget."),
            ("S1", "I2", "01-02-2021", "Leverandøren mangler: registrér privat, familiehus eller kommunal."),
        ]
    }


def test_what_is_registered_is_not_listed(fil, mangler):
    """A closed measure, a dated decision, a named supplier, a known time, and what lies after the count."""
    fil.leverance()
    fil.hold("T1", "Team Nord")
    fil.resultat("5.1", "T1", 1, 1)
    fil.sag("S1", "T1", lukket_dato=date(2021, 3, 1))
    start = date(2021, 2, 1)
    rigtig = {"sag_id": "S1", "afgoerelse_dato": start, "start_dato": start, "slut_dato": date(2021, 3, 1)}
    fil.saet("indsatser", indsats_id="I1", kategori="anbringelse", **rigtig)
    fil.saet("indsatser", indsats_id="I2", kategori="forebyggende_11_3", leverandoer_type="privat", **rigtig)
    fil.saet("indsatser", indsats_id="I3", sag_id="S1", kategori="anbringelse", start_dato=date(2021, 5, 1))
    fil.saet(
        "underretninger", underretning_id="U1", sag_id="S1", modtaget_tidspunkt=date(2021, 4, 1),
        modtaget_tidspunkt_har_klokkeslaet=True,
    )  # fmt: skip
    assert mangler() == {}


def test_warnings_of_the_intake_stand_with_the_caseworker_who_can_mend_them(fil, mangler):
    """By the row's case, in words; a row that names no case, or a case nobody has, is the department's."""
    fil.leverance().raadgiver("R1", "Rita Prøvesen")
    fil.hold("T1", "Team Nord")
    fil.resultat("5.1", "T1", 1, 1)
    fil.sag("S1", "T1")
    fil.advarsel("sager", 7, "foedselsdato", "Fødselsdatoen mangler", sag_id="S1")
    fil.advarsel("sager", 8, "foedselsdato", "Fødselsdatoen mangler", sag_id="S-ukendt")
    fil.advarsel("teams", 2, "afloest_af", "Værdien findes ikke i teams eller raadgivere", team_id="T1")
    assert mangler() == {
        "Rita Prøvesen (R1)": [("S1", "Sager", "–", "fødselsdato: Fødselsdatoen mangler (linje 7)")]
    }
    assert mangler("ALLE") == {
        "Uden kendt rådgiver": [
            ("–", "Teams", "–", "afløst af: Værdien findes ikke i teams eller rådgivere (linje 2)"),
            ("–", "Sager", "–", "fødselsdato: Fødselsdatoen mangler (linje 8)"),
        ]
    }


@pytest.mark.parametrize("extract", laes_extracts().values(), ids=lambda extract: extract.extract)
def test_every_extract_and_column_has_its_danish_letters(extract):
    """Whoever mends a registration reads no name of a column as a program writes it."""
    fundne = {navn: i_ord(navn) for navn in (extract.extract, *extract.kolonner)}
    uvante = ("aa", "ae", "oe", "aæ", "_")
    assert {navn: dansk for navn, dansk in fundne.items() if any(tegn in dansk for tegn in uvante)} == {}


@pytest.mark.parametrize(
    ("navn", "dansk"),
    [
        ("gennemgaaet_dato", "gennemgået dato"),
        ("foedselsdato", "fødselsdato"),
        ("henvist_dato", "henvist dato"),
        ("partshoering_dato", "partshøring dato"),
        ("boernesamtaler", "børnesamtaler"),
        ("lukket_aarsag", "lukket årsag"),
        ("leder_raadgiver_id", "leder rådgiver-id"),
    ],
)
def test_a_name_reads_as_danish(navn, dansk):
    """The two letters of one sound become one, also where three vowels meet."""
    assert i_ord(navn) == dansk


def test_only_names_are_rewritten_in_a_warning():
    """The intake's own sentences are Danish already; neither "datoen" nor an unknown word is touched."""
    assert i_ord("start_dato, bortfaldet_dato: Datoen ligger før foedselsdato eller foedselsdatoen") == (
        "start dato, bortfaldet dato: Datoen ligger før fødselsdato eller foedselsdatoen"
    )


def test_cases_without_a_team_are_the_departments(fil, mangler):
    """Nobody can mend in a team's folder what belongs to no team."""
    fil.leverance()
    fil.saet("sager", sag_id="S9", oprettet_dato=date(2021, 1, 4))
    assert mangler("ALLE") == {
        "Uden kendt rådgiver": [
            ("S9", "–", "04-01-2021", "Sagen har intet team: registrér, hvem der har den.")
        ]
    }


# feedback --------------------------------------------------------------------------------------------


def test_a_caseworker_sees_the_reviews_answers_and_own_deadlines(fil, plan):
    """The period's reviews with remarks, deadlines overdue and due within four weeks; no percent anywhere."""
    fil.leverance().raadgiver("R1", "Rita Prøvesen")
    fil.svar("6.1", "T1", "delvist", dag=date(2021, 4, 9), bemaerkning="Planen mangler mål.")
    fil.svar("6.10", "T1", "ja", dag=date(2021, 4, 9))
    fil.svar("6.2", "T1", "ikke_relevant", dag=date(2021, 4, 9))
    fil.svar("6.2", "T1", "ja", dag=date(2021, 3, 31))
    fil.svar("6.2", "T1", "nej", dag=date(2021, 4, 9), raadgiver_id="R2")
    fil.svar("6.3", "T2", "nej", dag=date(2021, 4, 9))
    fil.frist("5.1", "T1", "U1", date(2021, 4, 2))
    fil.frist("5.1", "T1", "U2", date(2021, 5, 28))
    fil.frist("5.1", "T1", "U3", date(2021, 5, 29))
    fil.frist("5.1", "T2", "U4", date(2021, 4, 2))
    grundlag = hent_grundlag(fil.database)
    dokument = byg_feedback(grundlag, plan, "T1", "R1")
    assert dokument.overskrift == "Feedback til Rita Prøvesen (R1), april 2021"
    gennemgang, frister = dokument.kapitler
    assert [t.raekker for t in gennemgang.tabeller] == [
        (
            ("6.1 Skriftlig undersøgelsesplan", "Delvist", "Planen mangler mål."),
            ("6.10 Sideløbende foranstaltninger anvendt korrekt", "Ja", ""),
        )
    ]
    over, kommende = frister.tabeller
    assert [r[2] for r in over.raekker] == ["U1"]
    assert [(r[2], r[4]) for r in kommende.raekker] == [("U2", "28 dage tilbage")]
    assert "%" not in repr(dokument)


def test_a_sheet_for_each_caseworker_with_anything_to_be_told(fil):
    """Of that team alone."""
    fil.leverance()
    fil.svar("6.1", "T1", "ja", dag=date(2021, 4, 9), raadgiver_id="R3")
    fil.frist("5.1", "T1", "U1", date(2021, 4, 2), raadgiver_id="R1")
    fil.frist("5.1", "T1", "U2", date(2021, 8, 2), raadgiver_id="R2")
    fil.frist("5.1", "T2", "U3", date(2021, 4, 2), raadgiver_id="R4")
    assert raadgivere(hent_grundlag(fil.database), "T1") == ("R1", "R3")


# comments --------------------------------------------------------------------------------------------


def test_the_department_prints_every_leaders_word_and_a_team_its_own(fil):
    """Under the figure it concerns, the department's first, with who said it and when."""
    fil.leverance()
    fil.hold("T1", "Team Nord")
    fil.resultat("5.1", "T1", 1, 1)
    fil.kommentar("5.1", "T1", "2021-04", "Holdets ord.", dato=date(2021, 5, 3), ansvarlig="Teamleder")
    fil.kommentar("5.1", "ALLE", "2021-04", "Afdelingens ord.")
    fil.kommentar("5.2", "T1", "2021-04", "Om noget andet.")
    grundlag = hent_grundlag(fil.database)
    assert [(c.hvem, c.tekst) for c in byg_kommentarer(grundlag, "5.1", "ALLE")] == [
        ("Hele afdelingen om april 2021", "Afdelingens ord."),
        ("Team Nord om april 2021 (Teamleder, 3. maj 2021)", "Holdets ord."),
    ]
    assert [c.tekst for c in byg_kommentarer(grundlag, "5.1", "T1")] == ["Holdets ord."]


def test_the_latest_earlier_word_stands_until_there_is_a_new_one(fil):
    """A comment on March arrives after March's report; one on a later or no known period is left out."""
    fil.leverance()
    for periode in ("2021-02", "2021-03", "2021-06", "forår"):
        fil.kommentar("5.1", "T1", periode, f"Om {periode}.")
    assert [c.tekst for c in byg_kommentarer(hent_grundlag(fil.database), "5.1", "T1")] == ["Om 2021-03."]


def test_a_quarter_prints_the_words_on_its_months(fil):
    """And on itself."""
    fil.leverance()
    fil.opgoer("2021-K2")
    for periode in ("2021-03", "2021-05", "2021-K2"):
        fil.kommentar("5.1", "T1", periode, f"Om {periode}.")
    tekster = {c.tekst for c in byg_kommentarer(hent_grundlag(fil.database), "5.1", "T1")}
    assert tekster == {"Om 2021-05.", "Om 2021-K2."}


# workbook --------------------------------------------------------------------------------------------


def test_dates_are_dates_and_text_is_never_a_formula(tmp_path):
    """Filters over every row, a frozen heading, and an id that looks like a formula stays text."""
    fil = tmp_path / "a.xlsx"
    skriv_regneark(
        (Ark("Et", ("Frist", "Sag", "Dage"), ((date(2021, 4, 1), "=1+1\x07", 3),)),), fil, date(2021, 4, 30)
    )
    blad = load_workbook(fil)["Et"]
    assert [c.value for c in blad[1]] == ["Frist", "Sag", "Dage"]
    frist, sag, dage = blad[2]
    assert (frist.is_date, frist.value.date(), frist.number_format) == (True, date(2021, 4, 1), "dd-mm-yyyy")
    assert (sag.data_type, sag.value, dage.value) == ("s", "=1+1", 3)
    assert (blad.auto_filter.ref, blad.freeze_panes) == ("A1:C2", "A2")


def test_a_printed_sheet_is_as_wide_as_its_columns(tmp_path):
    """One A4 across, however many down, with the heads on each."""
    fil = tmp_path / "a.xlsx"
    skriv_regneark((Ark("Et", ("Frist",), ((date(2021, 4, 1),),)),), fil, date(2021, 4, 30))
    blad = load_workbook(fil)["Et"]
    opsaetning = blad.page_setup
    assert blad.sheet_properties.pageSetUpPr.fitToPage
    assert (opsaetning.orientation, opsaetning.paperSize, opsaetning.fitToHeight) == ("landscape", 9, 0)
    assert blad.print_title_rows == "$1:$1"


# ladder ----------------------------------------------------------------------------------------------


def test_each_child_stands_on_its_highest_step_and_moves_are_told(fil):
    """Counted by child, not by measure or case; who began and who left are neither up nor down."""
    nu, foer = date(2021, 4, 30), date(2021, 1, 31)
    tidlig, midt = date(2020, 6, 1), date(2021, 3, 1)

    def indsats(sag: str, trin: int, start: date, slut: date | None = None) -> None:
        fil.saet("indsatser", sag_id=sag, indsatstrin=trin, start_dato=start, slut_dato=slut)

    for sag in ("OP", "NED", "BLEV", "NY", "GIK", "LUKKET"):
        fil.saet(
            "sager",
            sag_id=sag,
            barn_id=sag,
            oprettet_dato=tidlig,
            lukket_dato=nu if sag == "LUKKET" else None,
        )
    fil.saet("sager", sag_id="BLEV2", barn_id="BLEV", oprettet_dato=tidlig)
    indsats("OP", 2, tidlig)
    indsats("OP", 4, midt)
    indsats("NED", 5, tidlig, midt)
    indsats("NED", 3, tidlig)
    indsats("BLEV", 3, tidlig)
    indsats("BLEV2", 2, tidlig)
    indsats("NY", 1, midt)
    indsats("GIK", 3, tidlig, midt)
    indsats("LUKKET", 5, tidlig)
    grundlag = hent_grundlag(fil.database)
    assert {t.trin: (t.nu, t.foer, t.op, t.ned, t.nye, t.forladt) for t in grundlag.trappe} == {
        1: (1, 0, 0, 0, 1, 0), 2: (0, 1, 0, 0, 0, 0), 3: (2, 2, 0, 1, 0, 1), 4: (1, 0, 1, 0, 0, 0),
        5: (0, 2, 0, 0, 0, 1),
    }  # fmt: skip
    trappe = byg_trappe(grundlag)
    assert foer
    assert trappe.trin[2] == (3, 2, 0)
    assert "er 1 rykket op, 1 rykket ned, 1 kommet til og 2 har forladt trappen." in trappe.status
    assert "2 på trin 3" in trappe.alt


def test_no_ladder_where_nobody_stands_on_it(fil):
    """An empty staircase says nothing."""
    assert byg_trappe(hent_grundlag(fil.database)) is None


# appendix --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("maaneder", "serie", "ventet"),
    [
        (9, [50], None),
        (10, [50], ("10", "50 %", "–", "Konstant", "–")),
        (12, [40, 60], ("12", "50 %", "–", "Kun tilfældig variation", "–")),
        (14, [40, 60], ("14", "50 %", "0–100 %", "Kun tilfældig variation", "–")),
    ],
)  # fmt: skip
def test_limits_from_thirteen_months_and_run_rules_from_ten(fil, plan, maaneder, serie, ventet):
    """7.11 has no milestone, so all its months are one stretch; limits are drawn within 0 and 100."""
    fil.opgoer("2021-12")
    alle = [f"2021-{m:02}" for m in range(1, 13)]
    alle = ["2020-10", "2020-11", "2020-12", *alle][-maaneder:]
    for nr, maaned in enumerate(alle):
        fil.resultat("7.11", "ALLE", serie[nr % len(serie)], 100, periode=maaned)
    fundne = [r[1:] for r in byg_bilag(hent_grundlag(fil.database), plan).raekker]
    assert [tuple(felt.replace("\N{NO-BREAK SPACE}", " ") for felt in r) for r in fundne] == (
        [ventet] if ventet else []
    )


def test_a_constant_hundred_percent_reads_as_reached(fil, plan):
    """Every month 100 % under one milestone: reached, whatever limits of no width would say."""
    fil.opgoer("2022-12")
    for nr in range(12):
        fil.resultat("5.1", "ALLE", 9, 9, periode=f"2022-{nr + 1:02}")
    (raekke,) = byg_bilag(hent_grundlag(fil.database), plan).raekker
    assert raekke[4:] == ("Konstant", "Nået")
