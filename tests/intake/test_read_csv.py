"""Rows of a CSV file: every one is read once, with its line, whatever quotes and newlines it holds."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.intake import csv_lines
from pipeline.intake.csv_lines import Linjekilde
from pipeline.intake.read_csv import aabn_csv
from tests.intake.reference_csv import raekker_i

Laest = tuple[list[str], list[tuple[int, list[str], bool]]]


def laes(indhold: bytes, tegnsaet: str = "utf-8", kendte: Sequence[str] = ("a", "b", "c")) -> Laest:
    """Headings, and (line, fields, fits) of every row that is not blank, in file order."""
    with tempfile.TemporaryDirectory() as mappe:
        sti = Path(mappe) / "x.csv"
        sti.write_bytes(indhold)
        raekker: list[tuple[int, list[str], bool]] = []
        with aabn_csv(sti, tegnsaet, lambda fundet: len({*fundet} & {*kendte})) as fil:
            for bid in fil.bidder():
                felter = zip(*(kolonne.to_pylist() for kolonne in bid.kolonner), strict=True)
                hele = zip(bid.linjer.to_pylist(), felter, strict=True)
                raekker += [(linje, list(felt), True) for linje, felt in hele if any(felt)]
                raekker += [(skaev.linje, list(skaev.felter), False) for skaev in bid.skaeve]
        return fil.overskrifter, sorted(raekker)


@pytest.mark.parametrize(
    ("indhold", "raekker"),
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
        (b"a;b\n1;2;\n", [(2, ["1", "2", ""], False)]),
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
    indhold: bytes, raekker: list[tuple[int, list[str], bool]]
) -> None:
    """Newlines of every kind, quotes, blanks, misshapen rows, and quotes that are never closed."""
    assert laes(indhold)[1] == raekker


@pytest.mark.parametrize(
    ("indhold", "overskrifter"),
    [
        (b"a;b\n", ["a", "b"]),
        (b"a,b\n", ["a", "b"]),
        (b"a\tb\n", ["a", "b"]),
        (b"a;x, y, z, w\n", ["a", "x, y, z, w"]),
        (b'"x;y;z",a,b\n', ["x;y;z", "a", "b"]),
        (b'a;"x\ny";b\n1;2;3\n', ["a", "x\ny", "b"]),
        (b'a;"b\n1;2\n', ["a", "b\n"]),
        (b"a;b;\n", ["a", "b", ""]),
        (b"", []),
    ],
)
def test_the_separator_is_found_from_the_headings(indhold: bytes, overskrifter: list[str]) -> None:
    """The one that gives most known headings; a separator inside quotes or another's text is none."""
    assert laes(indhold)[0] == overskrifter


@pytest.mark.parametrize(
    ("indhold", "tegnsaet"),
    [
        ("a;b\næ;Å\n".encode(), "utf-8"),
        ("\ufeffa;b\næ;Å\n".encode(), "utf-8-sig"),
        ("a;b\næ;Å\n".encode("cp1252"), "cp1252"),
    ],
)
def test_each_encoding_gives_the_same_text(indhold: bytes, tegnsaet: str) -> None:
    """With the mark of UTF-8, without it, and Windows-1252."""
    assert laes(indhold, tegnsaet) == (["a", "b"], [(2, ["æ", "Å"], True)])


TEGN = st.text(alphabet='ab1 ";\n\r\u00a0\x00æ', max_size=60)


@settings(deadline=None, max_examples=300)
@given(TEGN, st.sampled_from([1, 7, 4 << 20]))
@example('1;"2\n3;4\n5;"6";7\n8;9\n', 1)
@example('"a""\n";b\n', 1)
@example("1;2\r\n\r3;4\r\r\n", 1)
@example('"1\r1"', 1)
def test_any_text_is_read_as_the_slow_reading_reads_it(krop: str, blok: int) -> None:
    """Whatever stands in a file, no row is lost, added or moved, also where a block ends inside it."""
    gammel = csv_lines.BLOK
    Linjekilde.blok.__defaults__ = (blok,)
    try:
        overskrifter, raekker = laes(b"a;b\n" + krop.encode())
    finally:
        Linjekilde.blok.__defaults__ = (gammel,)
    assert overskrifter == ["a", "b"]
    ventet = [
        (linje, felter, hel and len(felter) == 2) for linje, felter, hel in raekker_i("a;b\n" + krop, ";")
    ]
    assert [(linje, [_med_lf(felt) for felt in felter], hel) for linje, felter, hel in raekker] == ventet


def _med_lf(felt: str) -> str:
    """The slow reading does not tell one kind of newline inside quotes from another."""
    return felt.replace("\r\n", "\n").replace("\r", "\n")


def test_a_field_beyond_every_measure_is_a_misshapen_row() -> None:
    """A quote left open before a very long text costs its own row, and none after it."""
    stort = b"x" * (csv_lines.STOERSTE_FELT + 1)
    _, raekker = laes(b'a;b\n1;"' + stort + b'\n2;3\n4;"5"\n')
    assert [(linje, hel) for linje, _, hel in raekker] == [(2, False), (3, True), (4, True)]


def test_a_file_longer_than_a_block_keeps_its_lines() -> None:
    """Line numbers run on from block to block."""
    antal = 400_000
    indhold = b"a;b\n" + b"".join(b"%d;12345678\n" % nr for nr in range(antal))
    assert len(indhold) > csv_lines.BLOK
    _, raekker = laes(indhold)
    assert len(raekker) == antal
    assert all(int(felter[0]) + 2 == linje for linje, felter, _ in raekker)
