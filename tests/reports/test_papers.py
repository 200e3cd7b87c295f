"""The papers beside the reports: registration, feedback, workbook, comments, ladder, appendix."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from pipeline.definitions.extracts import read_extracts
from pipeline.reports.blocks.appendix import build_appendix
from pipeline.reports.blocks.comments import build_comments
from pipeline.reports.blocks.ladder import build_ladder
from pipeline.reports.blocks.tasks import Sheet
from pipeline.reports.papers.feedback import build_feedback, raadgivere
from pipeline.reports.papers.registration import build_registration, in_words
from pipeline.reports.papers.workbook import workbook

# registration ----------------------------------------------------------------------------------------


@pytest.fixture
def missing(file, plan):
    """What a registration list holds: per caseworker, each row by column."""

    def missing(team_id: str = "T1"):
        document = build_registration(file.facts().run, plan.organisation, team_id)
        return {
            k.title: [tuple(r) for t in k.tables for r in t.rows] for k in document.chapters
        }  # fmt: skip

    return missing


def test_every_kind_of_gap_with_its_case_and_what_to_do(file, missing):
    """Open measures in closed cases, no date of decision, no supplier, no time of an underretning."""
    file.leverance()
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 1, 1)
    file.sag("S1", "T1")
    file.sag("S2", "T1", lukket_dato=date(2021, 3, 1))
    start = date(2021, 2, 1)
    file.set_("indsatser", indsats_id="I1", sag_id="S1", kategori="anbringelse", start_dato=start)
    file.set_("indsatser", indsats_id="I2", sag_id="S1", kategori="forebyggende_11_3", start_dato=start)
    file.set_(
        "indsatser",
        indsats_id="I3",
        sag_id="S2",
        kategori="aflastning",
        start_dato=start,
        afgoerelse_dato=start,
    )
    file.set_(
        "underretninger", underretning_id="U1", sag_id="S1", modtaget_tidspunkt=date(2021, 4, 1),
        modtaget_tidspunkt_har_klokkeslaet=False,
    )  # fmt: skip
    assert missing() == {
        "R1": [
            ("S2", "I3", "01-02-2021", "Indsatsen er åben, men sagen er lukket: registrér slutdatoen."),
            ("S1", "I1", "01-02-2021", "Afgørelsen har ingen dato: registrér den."),
            ("S1", "U1", "01-04-2021", "Underretningen har ingen tid: registrér, hvornår den blev modtaget."),
            ("S1", "I2", "01-02-2021", "Leverandøren mangler: registrér privat, familiehus eller kommunal."),
        ]
    }


def test_what_is_registered_is_not_listed(file, missing):
    """A closed measure, a dated decision, a named supplier, a known time, and what lies after the count."""
    file.leverance()
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 1, 1)
    file.sag("S1", "T1", lukket_dato=date(2021, 3, 1))
    start = date(2021, 2, 1)
    right = {"sag_id": "S1", "afgoerelse_dato": start, "start_dato": start, "slut_dato": date(2021, 3, 1)}
    file.set_("indsatser", indsats_id="I1", kategori="anbringelse", **right)
    file.set_("indsatser", indsats_id="I2", kategori="forebyggende_11_3", leverandoer_type="privat", **right)
    file.set_("indsatser", indsats_id="I3", sag_id="S1", kategori="anbringelse", start_dato=date(2021, 5, 1))
    file.set_(
        "underretninger", underretning_id="U1", sag_id="S1", modtaget_tidspunkt=date(2021, 4, 1),
        modtaget_tidspunkt_har_klokkeslaet=True,
    )  # fmt: skip
    assert missing() == {}


def test_warnings_of_the_intake_stand_with_the_caseworker_who_can_mend_them(file, missing):
    """By the row's case, in words; a row that names no case, or a case nobody has, is the department's."""
    file.leverance().raadgiver("R1", "Rita Prøvesen")
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 1, 1)
    file.sag("S1", "T1")
    file.warning("sager", 7, "foedselsdato", "Fødselsdatoen mangler", sag_id="S1")
    file.warning("sager", 8, "foedselsdato", "Fødselsdatoen mangler", sag_id="S-ukendt")
    file.warning("teams", 2, "afloest_af", "Værdien findes ikke i teams eller raadgivere", team_id="T1")
    assert missing() == {
        "Rita Prøvesen (R1)": [("S1", "Sager", "–", "fødselsdato: Fødselsdatoen mangler (linje 7)")]
    }
    assert missing("ALLE") == {
        "Uden kendt rådgiver": [
            ("–", "Teams", "–", "afløst af: Værdien findes ikke i teams eller rådgivere (linje 2)"),
            ("–", "Sager", "–", "fødselsdato: Fødselsdatoen mangler (linje 8)"),
        ]
    }


@pytest.mark.parametrize("extract", read_extracts().values(), ids=lambda extract: extract.extract)
def test_every_extract_and_column_has_its_danish_letters(extract):
    """Whoever mends a registration reads no name of a column as a program writes it."""
    found = {name: in_words(name) for name in (extract.extract, *extract.kolonner)}
    unusual = ("aa", "ae", "oe", "aæ", "_")
    assert {name: danish for name, danish in found.items() if any(sign in danish for sign in unusual)} == {}


@pytest.mark.parametrize(
    ("name", "danish"),
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
def test_a_name_reads_as_danish(name, danish):
    """The two letters of one sound become one, also where three vowels meet."""
    assert in_words(name) == danish


def test_only_names_are_rewritten_in_a_warning():
    """The intake's own sentences are Danish already; neither "datoen" nor an unknown word is touched."""
    assert in_words("start_dato, bortfaldet_dato: Datoen ligger før foedselsdato eller foedselsdatoen") == (
        "start dato, bortfaldet dato: Datoen ligger før fødselsdato eller foedselsdatoen"
    )


def test_cases_without_a_team_are_the_departments(file, missing):
    """Nobody can mend in a team's folder what belongs to no team."""
    file.leverance()
    file.set_("sager", sag_id="S9", oprettet_dato=date(2021, 1, 4))
    assert missing("ALLE") == {
        "Uden kendt rådgiver": [
            ("S9", "–", "04-01-2021", "Sagen har intet team: registrér, hvem der har den.")
        ]
    }


# feedback --------------------------------------------------------------------------------------------


def test_a_caseworker_sees_the_reviews_answers_and_own_deadlines(file, plan):
    """The period's reviews with remarks, deadlines overdue and due within four weeks; no percent anywhere."""
    file.leverance().raadgiver("R1", "Rita Prøvesen")
    file.reply("6.1", "T1", "delvist", day=date(2021, 4, 9), bemaerkning="Planen mangler mål.")
    file.reply("6.10", "T1", "ja", day=date(2021, 4, 9))
    file.reply("6.2", "T1", "ikke_relevant", day=date(2021, 4, 9))
    file.reply("6.2", "T1", "ja", day=date(2021, 3, 31))
    file.reply("6.2", "T1", "nej", day=date(2021, 4, 9), raadgiver_id="R2")
    file.reply("6.3", "T2", "nej", day=date(2021, 4, 9))
    file.frist("5.1", "T1", "U1", date(2021, 4, 2))
    file.frist("5.1", "T1", "U2", date(2021, 5, 28))
    file.frist("5.1", "T1", "U3", date(2021, 5, 29))
    file.frist("5.1", "T2", "U4", date(2021, 4, 2))
    facts = file.facts()
    document = build_feedback([facts], "T1", "R1")
    assert document.heading == "Feedback til Rita Prøvesen (R1), april 2021"
    review, frister = document.chapters
    assert [t.rows for t in review.tables] == [
        (
            ("6.1 Skriftlig undersøgelsesplan", "Delvist", "Planen mangler mål."),
            ("6.10 Sideløbende foranstaltninger anvendt korrekt", "Ja", ""),
        )
    ]
    over, coming = frister.tables
    assert [r[2] for r in over.rows] == ["U1"]
    assert [(r[2], r[4]) for r in coming.rows] == [("U2", "28 dage tilbage")]
    assert "%" not in repr(document)


def test_a_sheet_for_each_caseworker_with_anything_to_be_told(file):
    """Of that team alone."""
    file.leverance()
    file.reply("6.1", "T1", "ja", day=date(2021, 4, 9), raadgiver_id="R3")
    file.frist("5.1", "T1", "U1", date(2021, 4, 2), raadgiver_id="R1")
    file.frist("5.1", "T1", "U2", date(2021, 8, 2), raadgiver_id="R2")
    file.frist("5.1", "T2", "U3", date(2021, 4, 2), raadgiver_id="R4")
    assert raadgivere(file.facts().run, "T1") == ("R1", "R3")


# comments --------------------------------------------------------------------------------------------


def test_the_department_prints_every_leaders_word_and_a_team_its_own(file):
    """Under the figure it concerns, the department's first, with who said it and when."""
    file.leverance()
    file.team("T1", "Team Nord")
    file.result("5.1", "T1", 1, 1)
    file.comment("5.1", "T1", "2021-04", "Holdets ord.", dato=date(2021, 5, 3), ansvarlig="Teamleder")
    file.comment("5.1", "ALLE", "2021-04", "Afdelingens ord.")
    file.comment("5.2", "T1", "2021-04", "Om noget andet.")
    facts = file.facts()
    assert [(c.who, c.text) for c in build_comments(facts, "5.1", "ALLE").recent] == [
        ("Hele afdelingen om april 2021", "Afdelingens ord."),
        ("Team Nord om april 2021 (Teamleder, 3. maj 2021)", "Holdets ord."),
    ]
    assert [c.text for c in build_comments(facts, "5.1", "T1").recent] == ["Holdets ord."]


def test_words_on_this_period_and_the_last_stand_and_older_ones_are_history(file):
    """A comment on March arrives after March's report; one on a later or no known period is left out."""
    file.leverance()
    for periode in ("2021-01", "2021-02", "2021-03", "2021-04", "2021-06", "forår"):
        file.comment("5.1", "T1", periode, f"Om {periode}.")
    said = build_comments(file.facts(), "5.1", "T1")
    assert [c.text for c in said.recent] == ["Om 2021-03.", "Om 2021-04."]
    assert [c.text for c in said.history] == ["Om 2021-02.", "Om 2021-01."]


def test_a_quarter_prints_the_words_on_its_months(file):
    """And on itself; the last quarter's month is the last period's."""
    file.leverance()
    file.calculate("2021-K2")
    for periode in ("2021-03", "2021-05", "2021-K2"):
        file.comment("5.1", "T1", periode, f"Om {periode}.")
    texts = {c.text for c in build_comments(file.facts(), "5.1", "T1").recent}
    assert texts == {"Om 2021-03.", "Om 2021-05.", "Om 2021-K2."}


# workbook --------------------------------------------------------------------------------------------


def test_dates_are_dates_and_text_is_never_a_formula(tmp_path):
    """Filters over every row, a frozen heading, and an id that looks like a formula stays text."""
    file = tmp_path / "a.xlsx"
    sheet = Sheet("Et", ("Frist", "Sag", "Dage"), ((date(2021, 4, 1), "=1+1\x07", 3),))
    file.write_bytes(workbook((sheet,), date(2021, 4, 30)))
    worksheet = load_workbook(file)["Et"]
    assert [c.value for c in worksheet[1]] == ["Frist", "Sag", "Dage"]
    frist, sag, days = worksheet[2]
    assert (frist.is_date, frist.value.date(), frist.number_format) == (True, date(2021, 4, 1), "dd-mm-yyyy")
    assert (sag.data_type, sag.value, days.value) == ("s", "=1+1", 3)
    assert (worksheet.auto_filter.ref, worksheet.freeze_panes) == ("A1:C2", "A2")


def test_a_printed_sheet_is_as_wide_as_its_columns(tmp_path):
    """One A4 across, however many down, with the heads on each."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(workbook((Sheet("Et", ("Frist",), ((date(2021, 4, 1),),)),), date(2021, 4, 30)))
    worksheet = load_workbook(file)["Et"]
    setup = worksheet.page_setup
    assert worksheet.sheet_properties.pageSetUpPr.fitToPage
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
    assert worksheet.print_title_rows == "$1:$1"


# ladder ----------------------------------------------------------------------------------------------


def test_each_child_stands_on_its_highest_step_and_moves_are_told(file):
    """Counted by child, not by measure or case; who began and who left are neither up nor down."""
    now, before = date(2021, 4, 30), date(2021, 1, 31)
    early, middle = date(2020, 6, 1), date(2021, 3, 1)

    def indsats(sag: str, step: int, start: date, end: date | None = None) -> None:
        place = "plejefamilie" if step == 4 else None
        kind = "anbringelse" if place else "aflastning"
        file.set_(
            "indsatser", sag_id=sag, indsatstrin=step, start_dato=start, slut_dato=end, kategori=kind,
            anbringelsessted=place,
        )  # fmt: skip

    for sag in ("OP", "NED", "BLEV", "NY", "GIK", "LUKKET"):
        file.set_(
            "sager",
            sag_id=sag,
            barn_id=sag,
            oprettet_dato=early,
            lukket_dato=now if sag == "LUKKET" else None,
        )
    file.set_("sager", sag_id="BLEV2", barn_id="BLEV", oprettet_dato=early)
    indsats("OP", 2, early)
    indsats("OP", 4, middle)
    indsats("NED", 5, early, middle)
    indsats("NED", 3, early)
    indsats("BLEV", 3, early)
    indsats("BLEV2", 2, early)
    indsats("NY", 1, middle)
    indsats("GIK", 3, early, middle)
    indsats("LUKKET", 5, early)
    facts = file.facts()
    assert {t.trin: (t.nu, t.foer, t.op, t.ned, t.nye, t.forladt) for t in facts.run.ladder} == {
        1: (1, 0, 0, 0, 1, 0), 2: (0, 1, 0, 0, 0, 0), 3: (2, 2, 0, 1, 0, 1), 4: (1, 0, 1, 0, 0, 0),
        5: (0, 2, 0, 0, 0, 1),
    }  # fmt: skip
    ladder = build_ladder(facts.run)
    assert before
    assert ladder.picture.step[2] == (3, "", 2, 0)
    assert "er 1 rykket op, 1 rykket ned, 1 kommet til og 2 har forladt trappen." in ladder.status
    assert "2 på trin 3 (mest aflastning)" in ladder.picture.alt
    assert [row[0] for row in ladder.table.rows] == [
        "Trin 1 (mest aflastning)", "Trin 2", "Trin 3 (mest aflastning)", "Trin 4 (mest plejefamilie)",
        "Trin 5",
    ]  # fmt: skip
    own = build_ladder(
        replace(facts.run, step_names=("Almen", "Støtte", "Aflastning", "Pleje", "Institution"))
    )
    assert own.picture.step[1] == (2, "Støtte", 0, -1)
    assert own.table.rows[4][0] == "Trin 5 (Institution)"


def test_no_ladder_where_nobody_stands_on_it(file):
    """An empty staircase says nothing."""
    assert build_ladder(file.facts().run) is None


# appendix --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("maaneder", "series", "outcome"),
    [
        (9, [50], None),
        (10, [50], ("→ uændret på et år", "Altid 50 %", "–")),
        (12, [40, 60], None),  # up and down, and too few months for limits: nothing to tell
        (14, [40, 60], ("–", "0–100 % (14 måneder): kun tilfældige udsving", "–")),
    ],
)  # fmt: skip
def test_limits_from_thirteen_months_and_direction_from_ten(file, plan, maaneder, series, outcome):
    """7.11 has no milestone, so all its months are one stretch; limits are drawn within 0 and 100.

    Of thirteen months seven lie on the median itself, which leaves too few for a direction.
    """
    file.calculate("2021-12")
    all_ = [f"2021-{m:02}" for m in range(1, 13)]
    all_ = ["2020-10", "2020-11", "2020-12", *all_][-maaneder:]
    for number, maaned in enumerate(all_):
        file.result("7.11", "ALLE", series[number % len(series)], 100, periode=maaned)
    found = [r[1:] for r in build_appendix(file.facts()).rows]
    assert [tuple(field.replace("\N{NO-BREAK SPACE}", " ") for field in r) for r in found] == (
        [outcome] if outcome else []
    )


def test_a_direction_is_told_across_the_milestones(file, plan):
    """5.1 gets a new milestone twice in the year: that resets nothing, and there is no stretch for limits."""
    file.calculate("2021-12")
    months = [m.periode for m in file.months()[-12:]]
    for number, month in enumerate(months):
        file.result("5.1", "ALLE", 30 if number < 6 else 70, 100, periode=month)
    table = build_appendix(file.facts())
    assert [r[:3] for r in table.rows] == [("5.1 Partshøring inden for 14 dage", "↗ bedre på et år", "–")]
    assert table.explanation.endswith("har for få måneder.")


def test_a_constant_hundred_percent_reads_as_reached(file, plan):
    """Every month 100 % under one milestone: reached, whatever limits of no width would say."""
    file.calculate("2022-12")
    for number in range(12):
        file.result("5.1", "ALLE", 9, 9, periode=f"2022-{number + 1:02}")
    (row,) = build_appendix(file.facts()).rows
    assert row[2:] == ("Altid 100\N{NO-BREAK SPACE}%", "Nået")
