"""Which files are read, in which characters, and what stops the run before a row is judged."""

from __future__ import annotations

import pytest

from pipeline.base.errors import DataRefused, UsageFault
from pipeline.intake.ingest import take_in
from tests.intake.conftest import Once
from tests.intake.delivery import FACTS, KEY, MAALEPUNKTER, OPENED_GATES, UDTRAEKSDATO, Delivery, Udfald

RET = "ret udtrækket, eller oversæt overskriften i indstillingsfilen under [overskrifter.undersoegelser]"


def refused(delivery: Delivery) -> tuple[str, ...]:
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    assert caught.value.exit_code == 3
    return caught.value.lines


DANISH = "Børn på ærø – “Å”"
CHARSETS = {
    "utf-8": ("teams", "navn", {"team_id": "T1"}),
    "utf-8-sig": (
        "kommentarer",
        "tekst",
        {"plan_id": "p", "indikator_id": "5.1", "team_id": "T1", "periode": "2021-04"},
    ),
    "cp1252": ("sager", "distrikt", FACTS["sager"][0]),
    "utf-16": (
        "ventetider",
        "tilbud",
        {"henvisning_id": "W1", "sag_id": "S1", "henvist_dato": "01-03-2021"},
    ),
}
"""In which characters a file comes, the column of it that has the words above, and the rest of its row."""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Udfald:
    """One delivery with those files, one by another case of its name, one that is no extract."""
    delivery = Delivery(tmp_path_factory.mktemp("laest"))
    for charset, (extract, column, row) in CHARSETS.items():
        text = delivery.rows(extract, [{**row, column: DANISH}]).files[f"{extract}.csv"].decode()
        delivery.text(extract, text.encode(charset))
    delivery.files["LAES MIG.txt"] = b"hej"
    delivery.files["Undersoegelser.CSV"] = delivery.files.pop("undersoegelser.csv")
    delivery.rows("sagsfordeling", [{"sag_id": "S1", "fra_dato": "01-01-2021", "team_id": "T1"}])
    return delivery.take_in()


@pytest.mark.parametrize("charset", CHARSETS)
def test_danish_letters_survive_every_encoding(read: Udfald, charset: str) -> None:
    """UTF-8 with or without its mark, Windows-1252, or UTF-16 with its mark; never mojibake."""
    extract, column, _ = CHARSETS[charset]
    assert read.data(extract, column) == [DANISH]


def test_other_files_are_told_of_and_skipped(read: Udfald) -> None:
    """A file that is no extract is no error; names compare without regard to case."""
    assert "Filer, der ikke er udtræk, er sprunget over: LAES MIG.txt." in read.reply.messages
    assert read.figures("undersoegelser") == (0, 0, 0, 0)


@pytest.mark.parametrize("name", ["handleplaner_20210430.csv", "Handleplaner.xlsx", "handleplaner (1).csv"])
def test_a_missing_file_that_lies_there_under_another_name(delivery: Delivery, name: str) -> None:
    """It is named; it is not taken for the file."""
    delivery.files[name] = delivery.files.pop("handleplaner.csv")
    assert refused(delivery) == (
        f"handleplaner.csv: filen mangler; skal {name} bruges, så gem den som handleplaner.csv",
    )


def test_every_fault_of_the_files_is_told_at_once(delivery: Delivery) -> None:
    """A missing file, a missing column and a repeated one are three lines of one message."""
    delivery.without("handleplaner")
    delivery.text("undersoegelser", "bfu_id;sag_id\nX1;S1\n")
    delivery.text("boernesamtaler", "samtale_id;sag_id;dato;Dato ;paragraf;udfald\n")
    assert refused(delivery) == (
        "undersoegelser.csv: kolonnen startet_dato mangler",
        f"undersoegelser.csv: {RET}",
        "boernesamtaler.csv: to overskrifter betyder begge dato",
        "handleplaner.csv: filen mangler",
    )


def test_an_empty_file_lacks_its_columns(delivery: Delivery) -> None:
    """A file of no bytes has no headings."""
    assert refused(delivery.text("undersoegelser", b"")) == (
        "undersoegelser.csv: filen er tom; kolonnerne bfu_id, sag_id, startet_dato mangler",
    )


@pytest.mark.parametrize("first", ["X1;S1;hemmeligt", "sag_id;S1;hemmeligt"])
def test_a_file_without_headings_names_none_of_its_values(delivery: Delivery, first: str) -> None:
    """What stands where headings should may be a row, also when one value is called as a column."""
    lines = refused(delivery.text("undersoegelser", f"{first}\nX1;S1;hemmeligt\n"))
    assert "hemmeligt" not in " ".join(lines)
    assert any("startet_dato" in line for line in lines)


def test_a_first_line_without_a_known_heading_is_told_as_such(delivery: Delivery) -> None:
    """One line with every column that is missing, and where own headings are mapped."""
    (line,) = refused(delivery.text("undersoegelser", "Nr.;Sag;Start\nX1;S1;01-03-2021\n"))
    assert line == (
        "undersoegelser.csv: ingen af overskrifterne i filens første linje kendes; "
        "kolonnerne bfu_id, sag_id, startet_dato mangler. Er linjen overskrifter, så oversæt dem "
        "i indstillingsfilen under [overskrifter.undersoegelser]"
    )


def test_a_missing_column_is_told_with_the_headings_that_are_not_known(delivery: Delivery) -> None:
    """One of them is most often the column under the municipality's own name."""
    text = "bfu_id;sag_id;Begyndt den;\nX1;S1;01-03-2021;\n"
    _, advice = refused(delivery.text("undersoegelser", text))
    assert advice == f"undersoegelser.csv: {RET}; i filen kendes ikke: Begyndt den"


def test_a_heading_alone_is_accepted_with_a_word(taken_in_once: Once) -> None:
    """A required file without rows is a file."""
    assert taken_in_once.udfald.figures("undersoegelser") == (0, 0, 0, 0)
    messages = taken_in_once.udfald.reply.messages
    assert "undersoegelser.csv: filen har kun en overskrift." in messages


def test_optional_extracts_may_be_missing(taken_in_once: Once) -> None:
    """Their typed tables are there, and empty."""
    assert taken_in_once.udfald.data("ventetider", "henvist_dato") == []
    messages = taken_in_once.udfald.reply.messages
    assert "Udtræk, der ikke er med i leverancen: afdaekninger," in messages[0]


def test_sagsfordeling_may_be_missing_where_cases_carry_their_team(delivery: Delivery) -> None:
    """The reports are given the assumption to state."""
    udfald = delivery.without("sagsfordeling").take_in()
    (remark,) = udfald.fetch("select tekst from bemaerkning")
    assert remark["tekst"].startswith("I 3 af 3 sager fremgår det ikke, hvem der har haft sagen hvornår.")
    assert remark["tekst"] in udfald.reply.messages
    delivery.rows("sager", [], without=["team_id"])
    assert refused(delivery) == (
        "sagsfordeling.csv: filen mangler (den kan kun undværes, når sager har kolonnen team_id)",
    )


def test_cases_that_sagsfordeling_leaves_out_are_said_to_be_assumed(delivery: Delivery, read: Udfald) -> None:
    """A case without rows there goes by its own team; one without a team is nobody's assumption."""
    delivery.rows("sagsfordeling", [{"sag_id": "S1", "fra_dato": "01-01-2021", "team_id": "T1"}])
    delivery.rows("sager", [*FACTS["sager"], {**FACTS["sager"][0], "sag_id": "S4", "team_id": ""}])
    udfald = delivery.take_in()
    (remark,) = udfald.fetch("select tekst from bemaerkning")
    assert remark["tekst"].startswith("I 2 af 4 sager")
    assert read.fetch("from bemaerkning") == []  # every case has its row there


def test_two_files_of_one_extract_stop_the_run(delivery: Delivery) -> None:
    """Neither is chosen over the other."""
    delivery.files["SAGER.csv"] = delivery.files["sager.csv"]
    assert refused(delivery) == ("SAGER.csv og sager.csv: udtrækket sager må kun ligge der én gang",)


def test_a_folder_that_is_not_there_is_wrong_usage(delivery: Delivery) -> None:
    """It is named."""
    with pytest.raises(UsageFault, match="findes-ikke"):
        take_in(
            delivery.root / "findes-ikke",
            UDTRAEKSDATO,
            delivery.workspace,
            OPENED_GATES,
            KEY,
            MAALEPUNKTER,
        )
