"""Files that are no CSV as we read it are called by their name, and what to do; a table's furniture goes."""

from __future__ import annotations

import codecs
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.base.database import open_database
from pipeline.base.errors import DataRefused
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.arrival import read_headings, receive
from pipeline.intake.files import read_folder
from pipeline.intake.limits import LONGEST_LINE
from pipeline.intake.own_words import Fold, OwnWords, fold_of
from pipeline.intake.read_csv import open_csv
from pipeline.intake.tidy import NOTHING, Tidier
from tests.intake.delivery import Delivery

TEAMS = "team_id;navn\nT1;Modtagelsen\nT2;Undersøgelse\n"
ROWS = [("T1", "Modtagelsen"), ("T2", "Undersøgelse")]


def refused(delivery: Delivery) -> tuple[str, ...]:
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    return caught.value.lines


@pytest.fixture(scope="module")
def fold() -> Iterator[Fold]:
    with open_database() as database:
        database.run_file("typed", "typer")
        yield fold_of(database)


def refused_on_arrival(delivery: Delivery, fold: Fold) -> tuple[str, ...]:
    """As `refused`, for what is refused before a row is read."""
    with pytest.raises(DataRefused) as caught:
        receive(delivery.write(), read_extracts(), OwnWords({}, {}), delivery.settings, fold)
    return caught.value.lines


def packed(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


FOREIGN = {
    "et regneark eller en zip-fil": [b"PK\x03\x04\x14\x00", packed("teams.csv"), b"PK\x05\x06"],
    "et regneark": [packed("[Content_Types].xml"), packed("xl/workbook.xml"), b"\xd0\xcf\x11\xe0\xa1\xb1"],
    "en webside (HTML)": [
        b"<!DOCTYPE html><html><table>",
        b"\xef\xbb\xbf\r\n<html>",
        b"<TABLE border=1>",
        b'<?xml version="1.0"?><html>',
        "\ufeff<html><body>".encode("utf-16-le"),
    ],
    "en XML-fil": [b'<?xml version="1.0"?>\n<Workbook>', b"<teams><team/></teams>", b'<ss:Workbook a="b">'],
    "en JSON-fil": [b'[{"team_id": "T1"}]', b'{"teams": []}'],
    "et regneark (SYLK)": [b"ID;PWXL;N;E\r\n"],
    "en Access-database": [b"\x00\x01\x00\x00Standard ACE DB\x00"],
    "SQL-sætninger": [b"INSERT INTO teams VALUES ('T1')\r\n"],
    "en webside eller mail (MIME)": [b"MIME-Version: 1.0\r\n"],
    "ikke en tekstfil": [b"\x03\x79\x04\x1e\x02\x00\x00\x00TEAM_ID"],
    "skrevet i UTF-32": [TEAMS.encode(f"utf-32{order}") for order in ("", "-le", "-be")],
    "en PDF-fil": [b"%PDF-1.7\n"],
    "et tekstdokument (RTF)": [b"{\\rtf1\\ansi"],
    "en pakket fil (gzip)": [b"\x1f\x8b\x08\x00"],
    "en database": [b"SQLite format 3\x00"],
    "skrevet i UTF-16 uden mærke i begyndelsen": [TEAMS.encode("utf-16-le"), TEAMS.encode("utf-16-be")],
}


@pytest.mark.parametrize(
    ("what", "content"), [(what, content) for what, contents in FOREIGN.items() for content in contents]
)
def test_what_is_saved_in_place_of_a_csv_file_is_called_by_its_name(
    delivery: Delivery, fold: Fold, what: str, content: bytes
) -> None:
    """It is told apart from a file whose columns are missing, by its first bytes."""
    assert refused_on_arrival(delivery.text("teams", content), fold) == (
        f"teams.csv: filen er {what}; gem den som CSV i UTF-8",
    )


@pytest.mark.parametrize("sign", ["|", "^", "~", "¦", ":", "¤"])
@pytest.mark.parametrize("first", ["", "sep={}\n"])
def test_another_separator_is_named(delivery: Delivery, fold: Fold, sign: str, first: str) -> None:
    """Also where a line before the headings tells of it."""
    text = first.format(sign) + TEAMS.replace(";", sign)
    (line,) = refused_on_arrival(delivery.text("teams", text), fold)
    assert line == f"teams.csv: skilletegnet mellem felterne er {sign}; gem filen som CSV med semikolon"


@pytest.mark.parametrize(
    ("above", "lines"),
    [
        ("Udtræk pr. 30-04-2021\n", "en linje"),
        ("Udtræk;\n\n", "2 linjer"),
        ('"Team; pr. dato"\nUdskrevet af;abc\n\n', "3 linjer"),
        ("Changed database context to 'DUBU'.\r\n", "en linje"),
    ],
)
def test_lines_above_the_headings_are_counted_and_nothing_of_them_is_said(
    delivery: Delivery, fold: Fold, above: str, lines: str
) -> None:
    """A title is no heading, and which rows to strike out is told by their number."""
    (line,) = refused_on_arrival(delivery.text("teams", above + TEAMS), fold)
    number = len(above.splitlines()) + 1
    assert (
        line == f"teams.csv: der står {lines} over overskrifterne, som er i linje {number}; slet det over dem"
    )


def test_letters_and_a_missing_column_are_told_of_without_a_crash(delivery: Delivery) -> None:
    """The letters come first: another export may well have the column too."""
    text = "bfu_id;sag_id;undersøgelse\nX1;S1;børn\n".encode("cp850")
    (line,) = refused(delivery.text("undersoegelser", text))
    assert line.startswith("undersoegelser.csv: tegnene kan ikke læses, første gang i linje 1, kolonne 3 (")


@pytest.mark.parametrize(
    "text", [b"x" * (LONGEST_LINE + 1), b'"' + b"x;" * 100, b"\x89" * 50 + b"\n", b"\n" * 50]
)
def test_what_is_no_table_at_all_is_refused_in_plain_words(delivery: Delivery, text: bytes) -> None:
    """A line beyond every measure, an open quote, signs of no text, nothing but line breaks."""
    assert all(line.startswith("teams.csv: ") for line in refused(delivery.text("teams", text)))


def test_lines_that_were_wrapped_in_quotes_are_named(delivery: Delivery) -> None:
    """Each line one field: the file was opened and saved once too often."""
    text = "".join(f'"{line}"\n' for line in TEAMS.splitlines())
    (line,) = refused(delivery.text("teams", text))
    assert line.startswith("teams.csv: hele linjer står i anførselstegn som ét felt")


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["team_id   navn", "T1        Modtagelsen"], "der er blanktegn og intet skilletegn mellem felterne"),
        (['"team_id"; "navn"', '"T1"; "Mod"'], "anførselstegnene er krøllede eller har et blanktegn foran"),
        (["”team_id”;”navn”", "”T1”;”Mod”"], "anførselstegnene er krøllede eller har et blanktegn foran"),
        (["team_id\x01navn", "T1\x01Mod"], "skilletegnet mellem felterne er et usynligt styretegn"),
    ],
)
def test_fields_that_are_parted_otherwise_are_named(delivery: Delivery, lines: list[str], fault: str) -> None:
    """Not as headings that are not known: mapping them would help nobody."""
    (line,) = refused(delivery.text("teams", "\n".join(lines)))
    assert line.startswith(f"teams.csv: {fault}; gem filen")


def test_files_in_a_folder_within_the_folder_are_pointed_at(delivery: Delivery) -> None:
    """One line, and not one for every file that is missing."""
    folder = delivery.write()
    inner = folder / "DUBU"
    inner.mkdir()
    for file in folder.glob("*.csv"):
        file.rename(inner / file.name)
    delivery.files = {}
    with pytest.raises(DataRefused) as caught:
        take_in_as_it_lies(delivery)
    assert len(caught.value.lines) == 1
    assert "udtrækkene ligger i undermappen DUBU; angiv den med --leverance" in caught.value.lines[0]


def take_in_as_it_lies(delivery: Delivery) -> None:
    from pipeline.intake.ingest import take_in
    from tests.intake.delivery import KEY, MAALEPUNKTER

    take_in(delivery.folder, delivery.udtraeksdato, delivery.workspace, delivery.settings, KEY, MAALEPUNKTER)


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\n" + TEAMS,
        "\ufeffsep=;\r\n" + TEAMS,
        '"sep=,"\n' + TEAMS.replace(";", ","),
        "\ufeff\ufeff" + TEAMS,
        "\u200b" + TEAMS.replace("team_id", "team\u200b_id").replace("T1", "\u202aT1\u202c"),
        TEAMS + "\x1a",
        TEAMS.replace("\n", ";;\n"),
        TEAMS.replace("T1;Modtagelsen", "T1;Modtagelsen;"),
        TEAMS.replace("\nT1", "\n-------;----\nT1"),
        TEAMS + "\n(2 rows affected)\n",
        TEAMS + "(2 row(s) affected)\n\nCompletion time: 2021-04-30T10:15:00.0000000+02:00\n",
        TEAMS + "(2 rækker blev berørt);\n",
        TEAMS + "\nUdført: 30-04-2021 10:11\n",
        TEAMS + "Antal;2\nUdskrevet d. 30. april 2021, kl. 10;\n",
        TEAMS + "2 poster\n-- slut --\n",
        TEAMS.replace("\nT2", "\nteam_id;navn\n-------;----\nT2"),
        TEAMS.replace("\nT2", '\n="team_id";navn;\n\'team_id;navn\nT2'),
        TEAMS.replace("navn\n", "navn;;\n"),
        TEAMS.replace("T1;Modtagelsen", "'T1';'Modtagelsen'"),
        "sep=;\n" + TEAMS.replace("navn\n", "navn;\n---;---;---\n") + "\n(2 rows affected)\n\x1a",
        TEAMS.replace("team_id;navn", '="team_id";\'navn').replace("T1", '="T1"').replace("Modt", "'Modt"),
        TEAMS.replace("team_id", '"team\n id"').replace("navn", '"\nNAVN\n"'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_furniture_of_a_table_is_no_part_of_it(tmp_path: Path, fold: Fold, text: str, end: str) -> None:
    """Whatever systems put around the rows, the rows are the same, none more and none misshapen."""
    text = text.replace("\r\n", "\n")
    if end == "\r" and '"\n' in text:
        pytest.skip("a heading's own line break would be one more line end")
    (tmp_path / "teams.csv").write_bytes(text.replace("\n", end).encode())
    extract = read_extracts()["teams"]
    file = read_folder(tmp_path, ["teams"], fold, NOTHING).files["teams"]
    headings = read_headings(file, extract, OwnWords({}, {}), fold)
    assert headings.error == ()
    tidier = Tidier(extract, file.marks, NOTHING)
    with open_csv(file.path, file.charset, headings.are_those, file.marks) as csv_file:
        chunks = list(csv_file.chunks())
    rows = [
        row
        for chunk in chunks
        for row in zip(
            *(tidier.column(*pair).to_pylist() for pair in zip(headings.names, chunk.columns, strict=True)),
            strict=True,
        )
        if any(row)
    ]
    assert [row[:2] for row in rows] == ROWS
    assert not any(chunk.misshapen_rows for chunk in chunks)


def test_a_line_that_is_left_out_is_told_of_once(delivery: Delivery) -> None:
    """One line for all the files: it is one cause."""
    for name in ("teams", "sager"):
        delivery.files[f"{name}.csv"] += b"(3 rows affected)\r\n"
    found = [message for message in delivery.take_in().reply.messages if "rækkernes antal" in message]
    assert found == [
        (
            "teams.csv (linje 4), sager.csv (linje 5): gentagne overskrifter, streger og linjer om udtrækket "
            "(rækkernes antal, hvornår det er dannet) er ingen rækker og læses ikke."
        )
    ]


BROKEN: Sequence[tuple[bytes, str]] = [
    ("team_id;navn\nT1;Æ\n".encode("cp1252") + b"\x81;x\n", "linje 3, kolonnen team_id"),
    (codecs.BOM_UTF8 + b"team_id;navn\nT1;\xe6\n", "linje 2, kolonnen navn"),
    ("team_id;navn\nT1;æ\n".encode() + "T2;Øst\n".encode("cp1252"), "linje 3, kolonnen navn"),
    ("team_id;navn\nT1;".encode("utf-16") + b"\x00\xd8a\x00", "linje 2, kolonnen navn"),
]


@pytest.mark.parametrize(("content", "place"), BROKEN, ids=["cp1252", "utf-8-sig", "both", "utf-16"])
def test_a_file_that_cannot_be_decoded_stops_the_run(delivery: Delivery, content: bytes, place: str) -> None:
    """The place is named, and what to do."""
    (line,) = refused(delivery.text("teams", content))
    assert line.startswith(f"teams.csv: tegnene kan ikke læses, første gang i {place} (")
    assert line.endswith("hent udtrækket igen, og gem det som CSV i UTF-8")
