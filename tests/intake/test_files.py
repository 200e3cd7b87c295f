"""Which files are read, in which characters, and what stops the run before a row is judged."""

from __future__ import annotations

import pytest

from pipeline.errors import DataAfvist, ForkertBrug
from pipeline.intake.ingest import indlaes, udtraeksdato_af
from tests.intake.levering import AABNE_PORTE, GRUNDLAG, MAALEPUNKTER, NOEGLE, UDTRAEKSDATO, Levering

RET = "ret udtrækket, eller oversæt overskriften i indstillingsfilen under [overskrifter.undersoegelser]"
UNDERSOEGELSER = "bfu_id;sag_id;startet_dato\nX1;S1;01-03-2021\n"


def afvist(levering: Levering) -> tuple[str, ...]:
    with pytest.raises(DataAfvist) as fanget:
        levering.indlaes()
    assert fanget.value.exit_kode == 3
    return fanget.value.linjer


@pytest.mark.parametrize("tegnsaet", ["utf-8", "utf-8-sig", "cp1252"])
def test_danish_letters_survive_every_encoding(levering: Levering, tegnsaet: str) -> None:
    """UTF-8 with or without its mark, or Windows-1252; never mojibake."""
    tekst = "team_id;navn\nT1;Børn på ærø – “Å”\n"
    udfald = levering.tekst("teams", tekst.encode(tegnsaet)).indlaes()
    assert udfald.data("teams", "navn") == ["Børn på ærø – “Å”"]


@pytest.mark.parametrize(
    "indhold",
    [
        "team_id;navn\nT1;Æ\n".encode("cp1252") + b"\x81\n",
        b"\xef\xbb\xbfteam_id;navn\nT1;\xe6\n",
    ],
    ids=["unused byte of Windows-1252", "UTF-8 mark, then no UTF-8"],
)
def test_a_file_that_cannot_be_decoded_stops_the_run(levering: Levering, indhold: bytes) -> None:
    """It is named, with what was expected."""
    linjer = afvist(levering.tekst("teams", indhold))
    forventet = "tegnene kan ikke læses (forventet: UTF-8 eller Windows-1252); gem den som CSV i UTF-8"
    assert linjer == (f"teams.csv: {forventet}",)


@pytest.mark.parametrize(
    ("indhold", "hvad"),
    [
        (b"PK\x03\x04\x14\x00", "et regneark eller en zip-fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "et regneark"),
        ("team_id;navn\nT1;Æ\n".encode("utf-16"), "skrevet i UTF-16"),
    ],
    ids=["xlsx", "xls", "UTF-16"],
)
def test_what_is_saved_in_place_of_a_csv_file_is_called_by_its_name(
    levering: Levering, indhold: bytes, hvad: str
) -> None:
    """A workbook renamed to .csv is told apart from a file whose columns are missing."""
    assert afvist(levering.tekst("teams", indhold)) == (
        f"teams.csv: filen er {hvad}; gem den som CSV i UTF-8",
    )


@pytest.mark.parametrize("navn", ["handleplaner_20210430.csv", "Handleplaner.xlsx", "handleplaner (1).csv"])
def test_a_missing_file_that_lies_there_under_another_name(levering: Levering, navn: str) -> None:
    """It is named; it is not taken for the file."""
    levering.filer[navn] = levering.filer.pop("handleplaner.csv")
    assert afvist(levering) == (
        f"handleplaner.csv: filen mangler; skal {navn} bruges, så gem den som handleplaner.csv",
    )


def test_every_fault_of_the_files_is_told_at_once(levering: Levering) -> None:
    """A missing file, a missing column and a repeated one are three lines of one message."""
    levering.uden("handleplaner")
    levering.tekst("undersoegelser", "bfu_id;sag_id\nX1;S1\n")
    levering.tekst("boernesamtaler", "samtale_id;sag_id;dato;Dato ;paragraf;udfald\n")
    assert afvist(levering) == (
        "undersoegelser.csv: kolonnen startet_dato mangler",
        f"undersoegelser.csv: {RET}",
        "boernesamtaler.csv: to overskrifter betyder begge dato",
        "handleplaner.csv: filen mangler",
    )


def test_an_empty_file_lacks_its_columns(levering: Levering) -> None:
    """A file of no bytes has no headings."""
    assert afvist(levering.tekst("undersoegelser", b"")) == (
        "undersoegelser.csv: filen er tom; kolonnerne bfu_id, sag_id, startet_dato mangler",
    )


@pytest.mark.parametrize("foerste", ["X1;S1;hemmeligt", "sag_id;S1;hemmeligt"])
def test_a_file_without_headings_names_none_of_its_values(levering: Levering, foerste: str) -> None:
    """What stands where headings should may be a row, also when one value is called as a column."""
    linjer = afvist(levering.tekst("undersoegelser", f"{foerste}\nX1;S1;hemmeligt\n"))
    assert "hemmeligt" not in " ".join(linjer)
    assert any("startet_dato" in linje for linje in linjer)


@pytest.mark.parametrize("foerst", ["sep=;\n", "Udtræk 30-04-2021\n", "Nr.;Sag;Start\n"])
def test_a_first_line_without_a_known_heading_is_told_as_such(levering: Levering, foerst: str) -> None:
    """One line with every column that is missing, and where own headings are mapped."""
    (linje,) = afvist(levering.tekst("undersoegelser", foerst + UNDERSOEGELSER))
    assert linje == (
        "undersoegelser.csv: ingen af overskrifterne i filens første linje kendes; "
        "kolonnerne bfu_id, sag_id, startet_dato mangler. Er linjen overskrifter, så oversæt dem "
        "i indstillingsfilen under [overskrifter.undersoegelser]"
    )


def test_a_missing_column_is_told_with_the_headings_that_are_not_known(levering: Levering) -> None:
    """One of them is most often the column under the municipality's own name."""
    tekst = "bfu_id;sag_id;Begyndt den;\nX1;S1;01-03-2021;\n"
    _, raad = afvist(levering.tekst("undersoegelser", tekst))
    assert raad == f"undersoegelser.csv: {RET}; i filen kendes ikke: Begyndt den"


def test_a_heading_alone_is_accepted_with_a_word(levering: Levering) -> None:
    """A required file without rows is a file."""
    udfald = levering.indlaes()
    assert udfald.tal("undersoegelser") == (0, 0, 0, 0)
    assert "undersoegelser.csv: filen har kun en overskrift." in udfald.svar.beskeder


def test_optional_extracts_may_be_missing(levering: Levering) -> None:
    """Their typed tables are there, and empty."""
    udfald = levering.indlaes()
    assert udfald.data("ventetider", "henvist_dato") == []
    assert "Udtræk, der ikke er med i leverancen: afdaekninger," in udfald.svar.beskeder[0]


def test_sagsfordeling_may_be_missing_where_cases_carry_their_team(levering: Levering) -> None:
    """The reports are given the assumption to state."""
    udfald = levering.uden("sagsfordeling").indlaes()
    (bemaerkning,) = udfald.hent("select tekst from bemaerkning")
    assert bemaerkning["tekst"].startswith(
        "I 3 af 3 sager siger sagsfordelingen ikke, hvem der har haft sagen."
    )
    assert bemaerkning["tekst"] in udfald.svar.beskeder
    levering.raekker("sager", [], uden=["team_id"])
    assert afvist(levering) == (
        "sagsfordeling.csv: filen mangler (den kan kun undværes, når sager har kolonnen team_id)",
    )


def test_cases_that_sagsfordeling_leaves_out_are_said_to_be_assumed(levering: Levering) -> None:
    """A case without rows there goes by its own team; one without a team is nobody's assumption."""
    levering.raekker("sagsfordeling", [{"sag_id": "S1", "fra_dato": "01-01-2021", "team_id": "T1"}])
    levering.raekker("sager", [*GRUNDLAG["sager"], {**GRUNDLAG["sager"][0], "sag_id": "S4", "team_id": ""}])
    udfald = levering.indlaes()
    (bemaerkning,) = udfald.hent("select tekst from bemaerkning")
    assert bemaerkning["tekst"].startswith("I 2 af 4 sager")
    alle = [{"sag_id": f"S{nr}", "fra_dato": "01-01-2021", "team_id": "T1"} for nr in (1, 2, 3)]
    assert levering.raekker("sagsfordeling", alle).indlaes().hent("from bemaerkning") == []


def test_other_files_are_told_of_and_skipped(levering: Levering) -> None:
    """A file that is no extract is no error; names compare without regard to case."""
    levering.filer["LAES MIG.txt"] = b"hej"
    levering.filer["Undersoegelser.CSV"] = levering.filer.pop("undersoegelser.csv")
    udfald = levering.indlaes()
    assert "Filer, der ikke er udtræk, er sprunget over: LAES MIG.txt." in udfald.svar.beskeder
    assert udfald.tal("undersoegelser") == (0, 0, 0, 0)


def test_two_files_of_one_extract_stop_the_run(levering: Levering) -> None:
    """Neither is chosen over the other."""
    levering.filer["SAGER.csv"] = levering.filer["sager.csv"]
    assert afvist(levering) == ("SAGER.csv og sager.csv: udtrækket sager må kun ligge der én gang",)


@pytest.mark.parametrize(
    ("navn", "dato"), [("2021-04-30", "2021-04-30"), ("2021-04", "2021-04-30"), ("2020-02", "2020-02-29")]
)
def test_the_folder_names_the_day_the_delivery_was_drawn(levering: Levering, navn: str, dato: str) -> None:
    """A day, or a month for its last day."""
    assert str(udtraeksdato_af(levering.rod / navn)) == dato


@pytest.mark.parametrize("navn", ["april", "2021-02-30", "2021-13", "2021-4", "20210430"])
def test_any_other_folder_name_is_wrong_usage(levering: Levering, navn: str) -> None:
    """The date is never guessed."""
    with pytest.raises(ForkertBrug, match="--udtraeksdato"):
        udtraeksdato_af(levering.rod / navn)


def test_a_folder_that_is_not_there_is_wrong_usage(levering: Levering) -> None:
    """It is named."""
    with pytest.raises(ForkertBrug, match="findes-ikke"):
        indlaes(
            levering.rod / "findes-ikke",
            UDTRAEKSDATO,
            levering.arbejdsmappe,
            AABNE_PORTE,
            NOEGLE,
            MAALEPUNKTER,
        )
