"""Rows of a CSV file: every one is read once, with its line, whatever quotes and newlines it holds."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.intake import csv_lines
from pipeline.intake.csv_lines import LineSource
from pipeline.intake.limits import LONGEST_LINE
from pipeline.intake.read_csv import open_csv
from tests.intake.reference_csv import rows_in

FileRead = tuple[list[str], list[tuple[int, list[str], bool]]]


def read(content: bytes, charset: str = "utf-8", known: Sequence[str] = ("a", "b", "c")) -> FileRead:
    """Headings, and (line, fields, fits) of every row that is not blank, in file order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        path.write_bytes(content)
        rows: list[tuple[int, list[str], bool]] = []
        with open_csv(path, charset, lambda found: len({*found} & {*known})) as file:
            for chunk in file.chunks():
                fields = zip(*(column.to_pylist() for column in chunk.columns), strict=True)
                whole = zip(chunk.lines.to_pylist(), fields, strict=True)
                rows += [(line, list(field), True) for line, field in whole if any(field)]
                rows += [
                    (misshapen.line, list(misshapen.fields), False) for misshapen in chunk.misshapen_rows
                ]
        return file.headings, sorted(rows)


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"a;b\n1;2\n3;4\n", [(2, ["1", "2"], True), (3, ["3", "4"], True)]),
        (b"a;b\r\n1;2\r\n", [(2, ["1", "2"], True)]),
        (b"a;b\r1;2\r3;4", [(2, ["1", "2"], True), (3, ["3", "4"], True)]),
        (b"a;b\r\n1;2\n3;4\r5;6", [(2, ["1", "2"], True), (3, ["3", "4"], True), (4, ["5", "6"], True)]),
        (b"\n ;\na;b\n1;2\n", [(4, ["1", "2"], True)]),
        (b"a;b\n\n;\n  ;\xc2\xa0\n;;;\n1;2\n\n", [(6, ["1", "2"], True)]),
        (b"a;b\n 1 ;\t2\xc2\xa0\n", [(2, ["1", "2"], True)]),
        (b'a;b\n"1;x";"2\n3"\n4;5\n', [(2, ["1;x", "2\n3"], True), (4, ["4", "5"], True)]),
        (b'a;b\n"en ""to""";6" roer\n', [(2, ['en "to"', '6" roer'], True)]),
        (b'a;b\n"";x\n', [(2, ["", "x"], True)]),
        (b"a;b\n1;2;3\n4\n", [(2, ["1", "2", "3"], False), (3, ["4"], False)]),
        (b"a;b\n1;2;\n3;4; ;\n5;6\n", [(2, ["1", "2"], True), (3, ["3", "4"], True), (4, ["5", "6"], True)]),
        (b"a;b\n1;2;;x\n", [(2, ["1", "2", "", "x"], False)]),
        (b"a;b\n1;2\n\x1a", [(2, ["1", "2"], True)]),
        (b"a;b\n1;2\x1a", [(2, ["1", "2"], True)]),
        (b"a;b\n----;--\n1;2\n", [(3, ["1", "2"], True)]),
        (b"a;b\n1;2\n\n(1 rows affected)\n", [(2, ["1", "2"], True)]),
        (b"a;b\n1;2\n(1 row(s) affected);\n", [(2, ["1", "2"], True)]),
        (b"a;b\n1;5 rows\n", [(2, ["1", "5 rows"], True)]),
        (b'a;b\n="1";="2 3"\n', [(2, ['="1"', '="2 3"'], True)]),
        (b"a;b\n\xef\xbb\xbf1\xe2\x80\x8b;\xe2\x80\xaa2\xe2\x80\xac\n", [(2, ["1", "2"], True)]),
        (b"sep=;\na;b\n1;2\n", [(3, ["1", "2"], True)]),
        (b'"sep=,"\r\na,b\r\n1,2\r\n', [(3, ["1", "2"], True)]),
        (b'a;b\n1;"2\n3;4\n5;6\n', [(2, ["1", '"2'], False), (3, ["3", "4"], True), (4, ["5", "6"], True)]),
        (b'a;b\n1;"2\n3;"4"\n5;6', [(2, ["1", '"2'], False), (3, ["3", "4"], True), (4, ["5", "6"], True)]),
        (b'a;b\n1;2\n3;"4', [(2, ["1", "2"], True), (3, ["3", '"4'], False)]),
        (b"a;b\n1\x00;\x1f2\n", [(2, ["1", "2"], True)]),
        (b"a;b\n1;2", [(2, ["1", "2"], True)]),
        (b"a;b\n", []),
        (b"", []),
    ],
)
def test_every_row_is_read_with_the_line_it_begins_on(
    content: bytes, rows: list[tuple[int, list[str], bool]]
) -> None:
    """Newlines of every kind, quotes, blanks, misshapen rows, and quotes that are never closed."""
    assert read(content)[1] == rows


@pytest.mark.parametrize(
    ("content", "headings"),
    [
        (b"a;b\n", ["a", "b"]),
        (b"a,b\n", ["a", "b"]),
        (b"a\tb\n", ["a", "b"]),
        (b"a;x, y, z, w\n", ["a", "x, y, z, w"]),
        (b'"x;y;z",a,b\n', ["x;y;z", "a", "b"]),
        (b'a;"x\ny";b\n1;2;3\n', ["a", "x\ny", "b"]),
        (b'a;"b\n1;2\n', ["a", "b\n"]),
        (b"a;b;\n", ["a", "b", ""]),
        (b"sep=,\na,x;y;z\n", ["a", "x;y;z"]),
        (b"sep=\\t\na\tb\n", ["a", "b"]),
        (b'="a";\'b\n', ["a", "b"]),
        (b"\xef\xbb\xbfa;b\xe2\x80\x8b\n", ["a", "b"]),
        (
            b'"a\n\n\n\n\n\n\n\n\n\n\nb";"c\n\n\n\n\n\n\n\n\n\n\n\nd"\n',
            ["a\n\n\n\n\n\n\n\n\n\n\nb", "c\n\n\n\n\n\n\n\n\n\n\n\nd"],
        ),
        (b"", []),
    ],
)
def test_the_separator_is_found_from_the_headings(content: bytes, headings: list[str]) -> None:
    """The one that gives most known headings; a separator inside quotes or another's text is none."""
    assert read(content)[0] == headings


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("a;b\næ;Å\n".encode(), "utf-8"),
        ("\ufeffa;b\næ;Å\n".encode(), "utf-8-sig"),
        ("a;b\næ;Å\n".encode("cp1252"), "cp1252"),
        ("\ufeffa;b\r\næ;Å\r\n".encode("utf-16-le"), "utf-16"),
        ("\ufeffa;b\næ;Å\n".encode("utf-16-be"), "utf-16"),
    ],
)
def test_each_encoding_gives_the_same_text(content: bytes, charset: str) -> None:
    """With the mark of UTF-8, without it, Windows-1252, and UTF-16 with its mark."""
    assert read(content, charset) == (["a", "b"], [(2, ["æ", "Å"], True)])


SIGN = st.text(alphabet='ab1 ";\n\r\u00a0\x00æ', max_size=60)


@settings(deadline=None, max_examples=300)
@given(SIGN, st.sampled_from([1, 7, 4 << 20]))
@example('1;"2\n3;4\n5;"6";7\n8;9\n', 1)
@example('"a""\n";b\n', 1)
@example("1;2\r\n\r3;4\r\r\n", 1)
@example('"1\r1"', 1)
def test_any_text_is_read_as_the_slow_reading_reads_it(body: str, block: int) -> None:
    """Whatever stands in a file, no row is lost, added or moved, also where a block ends inside it."""
    old = csv_lines.BLOCK
    LineSource.block.__defaults__ = (block,)
    try:
        headings, rows = read(b"a;b\n" + body.encode())
    finally:
        LineSource.block.__defaults__ = (old,)
    assert headings == ["a", "b"]
    outcome = [
        (line, fields, whole and len(fields) == 2) for line, fields, whole in rows_in("a;b\n" + body, ";")
    ]
    assert [(line, [_with_lf(field) for field in fields], whole) for line, fields, whole in rows] == outcome


def _with_lf(field: str) -> str:
    """The slow reading does not tell one kind of newline inside quotes from another."""
    return field.replace("\r\n", "\n").replace("\r", "\n")


def test_a_field_beyond_every_measure_is_a_misshapen_row() -> None:
    """A quote left open before a very long text costs its own row, and none after it."""
    large = b"x" * (LONGEST_LINE + 1)
    _, rows = read(b'a;b\n1;"' + large + b'\n2;3\n4;"5"\n')
    assert [(line, whole) for line, _, whole in rows] == [(2, False), (3, True), (4, True)]


def test_a_file_longer_than_a_block_keeps_its_lines() -> None:
    """Line numbers run on from block to block."""
    count = 400_000
    content = b"a;b\n" + b"".join(b"%d;12345678\n" % number for number in range(count))
    assert len(content) > csv_lines.BLOCK
    _, rows = read(content)
    assert len(rows) == count
    assert all(int(fields[0]) + 2 == line for line, fields, _ in rows)
